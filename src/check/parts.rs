//! The parts of a record as a rail shows them: how full each is, what an output still needs of it, and the axes.

use super::missing::{lacks_title, required};
use crate::document::{ATOM, Block, BlockId, Document, Kind, OutputKind, Place, Role, Target};
use crate::template::Numbers;

/// A part of a record, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Part {
    /// Who met, when, where.
    Header,
    /// Who came.
    Attendance,
    /// What was to be spoken about.
    Agenda,
    /// What was said and decided.
    Text,
    /// What was recommended.
    Recommendations,
    /// The closing, the signatures, the annexes.
    Closing,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Header, Self::Attendance, Self::Agenda, Self::Text, Self::Recommendations, Self::Closing];

    /// The part a block of this kind belongs to.
    #[must_use]
    pub fn of(kind: &Kind) -> Self {
        match kind {
            Kind::AgendaItem(_) => Self::Agenda,
            Kind::Recommendation(_) => Self::Recommendations,
            Kind::Paragraph(Role::Closing) | Kind::Signatures(_) | Kind::Annex(_) => Self::Closing,
            Kind::Paragraph(_)
            | Kind::Heading(_)
            | Kind::Intervention(_)
            | Kind::Quote(_)
            | Kind::Decision(_)
            | Kind::Note(_) => Self::Text,
        }
    }
}

/// How full a part is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Fill {
    /// Nothing is in it, and nothing need be.
    #[default]
    Empty,
    /// Something is in it.
    Filled,
    /// The output requires of it what it lacks.
    Needed,
}

/// How one part stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub struct PartState {
    /// How full it is.
    pub fill: Fill,
    /// How many are in it: people, items, paragraphs, recommendations. Nothing where there are none to count.
    pub count: Option<usize>,
}

/// How the parts of a record stand.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Parts {
    states: [PartState; 6],
    /// The axes of the recommendations, in order.
    pub axes: Vec<Axis>,
}

/// An axis of the recommendations.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Axis {
    /// The number the page gives it.
    pub number: usize,
    /// Its words.
    pub title: String,
    /// Its block.
    pub block: BlockId,
}

impl Axis {
    /// Where its words begin.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::new(Target::Block(self.block), 0)
    }
}

impl Parts {
    /// Each part with its state, in order.
    pub fn all(&self) -> impl Iterator<Item = (Part, PartState)> + '_ {
        Part::ALL.into_iter().zip(self.states)
    }

    /// The state of one part.
    #[must_use]
    pub fn of(&self, part: Part) -> PartState {
        self.all().find(|(other, _)| *other == part).map(|(_, state)| state).unwrap_or_default()
    }
}

/// How the parts of the record stand for this output. One walk over the blocks, and no text is composed.
#[must_use]
pub fn parts(document: &Document, output: OutputKind) -> Parts {
    let mut counts = [usize::from(has_header(document)), people(document), 0, 0, 0, 0];
    let mut axes = Vec::new();
    let mut numbers = Numbers::new(document.style(), None);
    for block in document.blocks() {
        let axis = block.kind.depth() == Some(0);
        let number = numbers.next(block).n as usize;
        if is_blank(block) {
            continue;
        }
        if axis {
            axes.push(Axis { number, title: title(block), block: block.id });
        } else if let Some(count) = counts.get_mut(Part::of(&block.kind) as usize) {
            *count += 1;
        }
    }
    let mut states = counts.map(|count| PartState {
        fill: if count == 0 { Fill::Empty } else { Fill::Filled },
        count: Some(count).filter(|count| *count > 0),
    });
    let mut set = |part: Part, change: &dyn Fn(&mut PartState)| {
        if let Some(state) = states.get_mut(part as usize) {
            change(state);
        }
    };
    // Fields and signatures are not counted; an axis alone fills its part.
    set(Part::Header, &|state| state.count = None);
    set(Part::Closing, &|state| state.count = None);
    if !axes.is_empty() {
        set(Part::Recommendations, &|state| state.fill = Fill::Filled);
    }
    if document.meeting().next != crate::document::Next::default() {
        set(Part::Closing, &|state| state.fill = Fill::Filled);
    }
    for required in
        required(document).iter().filter(|required| required.is_lacking && (required.needs)(output))
    {
        set(required.part, &|state| state.fill = Fill::Needed);
    }
    if document.output(output).is_some_and(lacks_title) {
        set(Part::Text, &|state| state.fill = Fill::Needed);
    }
    Parts { states, axes }
}

/// Whether anything of the header is filled in.
fn has_header(document: &Document) -> bool {
    let meeting = document.meeting();
    let blank = crate::document::Meeting {
        attendance: meeting.attendance.clone(),
        next: meeting.next.clone(),
        ..crate::document::Meeting::default()
    };
    *meeting != blank
}

/// Those who came, by name or in groups; as long as nobody is said to have come, those on the list.
fn people(document: &Document) -> usize {
    let attendance = &document.meeting().attendance;
    // Who is listed by name counts; groups do where nobody is.
    if !attendance.people.is_empty() {
        return attendance.people.len();
    }
    let counted: u32 = attendance.groups.iter().map(|group| group.count.unwrap_or(0)).sum();
    if counted == 0 { attendance.groups.len() } else { counted as usize }
}

/// Whether the block holds nothing that would be printed.
fn is_blank(block: &Block) -> bool {
    let beside = match &block.kind {
        Kind::Signatures(signatures) => !signatures.signatories.is_empty(),
        Kind::Annex(annex) => !annex.file.is_empty(),
        _ => false,
    };
    !beside && block.text.text().trim().is_empty()
}

fn title(block: &Block) -> String {
    block.text.text().replace(ATOM, "").trim().to_owned()
}
