//! How much a record may hold: every maximum in one place, asked on opening and by every step.

use super::block::{Block, Kind, Matter, Speaker};
use super::meeting::{Attendee, Body, Group, Meeting, Person, Session};
use super::output::Output;
use super::review::Comment;
use super::rich::RichText;
use super::step::{Entry, Field, Step};
use super::{Document, Guess, Guessed, Letterhead, Source, Target, Template};
use crate::arabic::When;

/// Something of which a record holds only so much.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Limit {
    /// Blocks.
    Blocks,
    /// Characters of one paragraph, title or remark.
    Paragraph,
    /// Marks and fields in one paragraph.
    Marks,
    /// People the record knows, and people on the attendance list.
    People,
    /// Groups on the attendance list.
    Groups,
    /// Remarks, suggested changes, or kept versions: each so many.
    Remarks,
    /// Characters of one line of the header, of a person or of what a block carries.
    Line,
    /// Entries of one list of a file, whatever it lists.
    List,
    /// Brackets and commas of a file: what reading it costs.
    Entries,
    /// The whole record, in bytes as it would be written.
    Record,
}

impl Limit {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Blocks,
        Self::Paragraph,
        Self::Marks,
        Self::People,
        Self::Groups,
        Self::Remarks,
        Self::Line,
        Self::List,
        Self::Entries,
        Self::Record,
    ];

    /// The most there may be.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Blocks | Self::Remarks | Self::List => 50_000,
            Self::Paragraph => 250_000,
            Self::Marks | Self::People | Self::Line => 10_000,
            Self::Groups => 1_000,
            Self::Entries => 4_000_000,
            // A little below what is read, so that what is kept can always be written.
            Self::Record => 30 * 1024 * 1024,
        }
    }

    /// The key of the message that tells it; the value in it is `count`, the most there may be.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Blocks => "limit-blocks",
            Self::Paragraph => "limit-paragraph",
            Self::Marks => "limit-marks",
            Self::People => "limit-people",
            Self::Groups => "limit-groups",
            Self::Remarks => "limit-remarks",
            Self::Line => "limit-line",
            Self::List => "limit-list",
            Self::Entries => "limit-entries",
            Self::Record => "limit-record",
        }
    }

    /// The most there may be as people read it: the whole record in mebibytes.
    #[must_use]
    pub fn shown(self) -> usize {
        match self {
            Self::Record => self.most() / (1024 * 1024),
            _ => self.most(),
        }
    }

    /// The values of a message that says it was reached: `beyond` is the key of the message that tells the limit.
    #[must_use]
    pub fn values(self) -> Vec<(&'static str, String)> {
        vec![("beyond", self.key().to_owned()), ("count", self.shown().to_string())]
    }

    fn holds(self, found: usize) -> Result<(), Self> {
        if found > self.most() { Err(self) } else { Ok(()) }
    }
}

/// Characters are counted only where the bytes leave room for doubt.
fn letters(text: &str, limit: Limit) -> Result<(), Limit> {
    if text.len() <= limit.most() { Ok(()) } else { limit.holds(text.chars().count()) }
}

fn lines<'a>(all: impl IntoIterator<Item = &'a String>) -> Result<(), Limit> {
    all.into_iter().try_for_each(|text| letters(text, Limit::Line))
}

fn rich(text: &RichText) -> Result<(), Limit> {
    letters(text.text(), Limit::Paragraph)?;
    Limit::Marks.holds(text.weight_of_marks())
}

fn person(person: &Person) -> Result<(), Limit> {
    let Person { name, latin, gender: _, honorific: _, role, body, aliases, phone, identity } = person;
    lines([name, latin, role, body, phone, identity].into_iter().chain(aliases))
}

fn when(when: &When) -> Result<(), Limit> {
    match when {
        When::Text(words) | When::Relative { phrase: words, .. } => letters(words, Limit::Line),
        When::Unset | When::Days(_) | When::Range { .. } | When::Month { .. } => Ok(()),
    }
}

fn body(body: &Body) -> Result<(), Limit> {
    lines([&body.name, &body.organisation, &body.region, &body.province])
}

fn session(session: &Session) -> Result<(), Limit> {
    lines([&session.nature, &session.theme])
}

fn group(group: &Group) -> Result<(), Limit> {
    lines([&group.nominative, &group.oblique])
}

fn letterhead(head: &Letterhead) -> Result<(), Limit> {
    lines(head.lines.iter().chain([&head.address, &head.contact, &head.logo]))
}

fn template(template: &Template) -> Result<(), Limit> {
    lines([&template.id, &template.name, &template.about])
}

fn output(output: &Output) -> Result<(), Limit> {
    rich(&output.title)?;
    lines([&output.number, &output.reference])
}

fn comment(comment: &Comment) -> Result<(), Limit> {
    letters(&comment.text, Limit::Paragraph)?;
    letters(&comment.quoted, Limit::Paragraph)?;
    lines([&comment.author])
}

fn speaker(speaker: &Speaker) -> Result<(), Limit> {
    match speaker {
        Speaker::Collective(words) => lines([words]),
        Speaker::Unnamed | Speaker::Person(_) => Ok(()),
    }
}

fn kind(kind: &Kind) -> Result<(), Limit> {
    match kind {
        Kind::Intervention(who) | Kind::Quote(who) => speaker(who),
        Kind::Note(note) => speaker(&note.speaker),
        Kind::Decision(decision) => match &decision.matter {
            Matter::Appointment { post: words, .. }
            | Matter::Committee { name: words, .. }
            | Matter::Plan(words) => lines([words]),
            Matter::General | Matter::Date(_) => Ok(()),
        },
        Kind::Recommendation(r) => lines([&r.addressee, &r.responsible]),
        Kind::Annex(annex) => lines([&annex.file]),
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::AgendaItem(_) | Kind::Signatures(_) => Ok(()),
    }
}

fn block(block: &Block) -> Result<(), Limit> {
    rich(&block.text)?;
    kind(&block.kind)?;
    lines([&block.prompt])
}

fn meeting(meeting: &Meeting) -> Result<(), Limit> {
    body(&meeting.body)?;
    session(&meeting.session)?;
    when(&meeting.dates)?;
    when(&meeting.next.dates)?;
    lines([&meeting.venue, &meeting.next.venue])?;
    Limit::People.holds(meeting.chairs.len())?;
    Limit::People.holds(meeting.attendance.people.len())?;
    Limit::Groups.holds(meeting.attendance.groups.len())?;
    lines(meeting.attendance.people.iter().map(|entry| &entry.reason))?;
    meeting.attendance.groups.iter().try_for_each(group)
}

impl Document {
    /// Whether the record holds no more than any record may.
    ///
    /// # Errors
    /// The first maximum it is beyond.
    pub fn within_limits(&self) -> Result<(), Limit> {
        Limit::Blocks.holds(self.blocks.len())?;
        Limit::People.holds(self.people.len())?;
        for count in [self.comments.len(), self.changes.len(), self.revisions.len()] {
            Limit::Remarks.holds(count)?;
        }
        meeting(&self.meeting)?;
        letterhead(&self.letterhead)?;
        template(&self.template)?;
        self.source.iter().try_for_each(|source| guesses(&source.guesses))?;
        self.outputs.iter().try_for_each(output)?;
        self.people.values().try_for_each(person)?;
        self.blocks.iter().try_for_each(|one| block(one))?;
        self.comments.values().try_for_each(comment)?;
        self.changes.values().try_for_each(|change| lines([&change.author]))?;
        self.revisions.values().try_for_each(|kept| lines([&kept.author, &kept.label, &kept.digest]))
    }

    /// About how many bytes the record takes when it is written; never much less.
    #[must_use]
    pub fn weight(&self) -> usize {
        let blocks: usize = self.blocks.iter().map(|block| block.weight()).sum();
        let people: usize = self.people.values().map(Person::weight).sum();
        let remarks: usize = self.comments.values().map(|c| 160 + c.text.len() + c.quoted.len()).sum();
        let kept = 160 * (self.changes.len() + self.revisions.len() + self.meeting.attendance.people.len());
        let source = self.source.as_ref().map_or(0, Source::weight);
        4096 + blocks + people + remarks + kept + source
    }

    /// Whether the step would take the record beyond a maximum. What makes it smaller is never refused.
    pub(super) fn bears(&self, step: &Step) -> Result<(), Limit> {
        match step {
            Step::Splice { at, start, end, insert } => {
                let marks = insert.weight_of_marks();
                self.bears_text(at, insert.len(), marks, |text| text.splice(*start..*end, insert).is_ok())
            }
            Step::Mark { at, start, end, mark, spans } => self.bears_text(at, 0, spans.len(), |text| {
                let spans: Vec<_> = spans.iter().map(|(from, to)| *from..*to).collect();
                text.set_coverage(*mark, *start..*end, &spans).is_ok()
            }),
            Step::Insert { block: new, .. } => {
                Limit::Blocks.holds(self.blocks.len() + 1)?;
                block(new)
            }
            Step::SetKind(_, new) => kind(new),
            Step::SetPrompt(_, words) => letters(words, Limit::Line),
            Step::SetField(field) => self.bears_field(field),
            Step::Put(entry) => self.bears_entry(entry),
            Step::Remove(_) | Step::Move { .. } | Step::SetAudience(..) | Step::SetReview(..) => Ok(()),
        }
    }

    /// Where what comes might not fit, the change is tried on a copy.
    fn bears_text(
        &self,
        at: &Target,
        bytes: usize,
        marks: usize,
        change: impl FnOnce(&mut RichText) -> bool,
    ) -> Result<(), Limit> {
        let Some(old) = self.rich(at) else { return Ok(()) };
        // A change may cut every mark there is in two.
        let had = old.weight_of_marks();
        if old.len() + bytes <= Limit::Paragraph.most() && 2 * had + marks <= Limit::Marks.most() {
            return Ok(());
        }
        let mut new = old.clone();
        if !change(&mut new) {
            return Ok(());
        }
        let letters = new.text().chars().count();
        if letters > old.text().chars().count() {
            Limit::Paragraph.holds(letters)?;
        }
        let has = new.weight_of_marks();
        if has > had { Limit::Marks.holds(has) } else { Ok(()) }
    }

    fn bears_field(&self, field: &Field) -> Result<(), Limit> {
        let attendance = &self.meeting.attendance;
        match field {
            Field::Letterhead(value) => letterhead(value),
            Field::Template(value) => template(value),
            Field::Body(value) => body(value),
            Field::Session(value) => session(value),
            Field::Dates(value) => when(value),
            Field::Venue(value) => letters(value, Limit::Line),
            Field::Chairs(value) => Limit::People.holds(value.len()),
            Field::Next(value) => when(&value.dates).and_then(|()| letters(&value.venue, Limit::Line)),
            Field::Attendee { person, entry: Some(Attendee { reason, .. }), .. } => {
                let list = &attendance.people;
                let is_full = list.len() >= Limit::People.most();
                if is_full && list.iter().all(|other| other.person != *person) {
                    return Err(Limit::People);
                }
                letters(reason, Limit::Line)
            }
            Field::Group { id, entry: Some(entry), .. } => {
                let list = &attendance.groups;
                let is_full = list.len() >= Limit::Groups.most();
                if is_full && list.iter().all(|other| other.id != *id) {
                    return Err(Limit::Groups);
                }
                group(entry)
            }
            Field::Output { entry: Some(entry), .. } => output(entry),
            Field::Source(Some(source)) => {
                Limit::Record.holds(source.text.len())?;
                guesses(&source.guesses)
            }
            Field::Guesses(value) => guesses(value),
            Field::Attendee { entry: None, .. }
            | Field::Group { entry: None, .. }
            | Field::Output { entry: None, .. }
            | Field::Source(None)
            | Field::Language(_)
            | Field::Style(_)
            | Field::Start(_)
            | Field::End(_)
            | Field::Rapporteur(_)
            | Field::Quorum(_) => Ok(()),
        }
    }

    fn bears_entry(&self, entry: &Entry) -> Result<(), Limit> {
        match entry {
            Entry::Person(id, Some(value)) => {
                Limit::People.holds(self.people.len() + usize::from(!self.people.contains_key(id)))?;
                person(value)
            }
            Entry::Comment(id, Some(value)) => {
                Limit::Remarks.holds(self.comments.len() + usize::from(!self.comments.contains_key(id)))?;
                comment(value)
            }
            Entry::Change(id, Some(value)) => {
                Limit::Remarks.holds(self.changes.len() + usize::from(!self.changes.contains_key(id)))?;
                lines([&value.author])
            }
            Entry::Revision(id, Some(value)) => {
                Limit::Remarks.holds(self.revisions.len() + usize::from(!self.revisions.contains_key(id)))?;
                lines([&value.author, &value.label, &value.digest])
            }
            Entry::Person(_, None)
            | Entry::Comment(_, None)
            | Entry::Change(_, None)
            | Entry::Revision(_, None) => Ok(()),
        }
    }
}

impl Step {
    /// About how many bytes it adds to the record, what it takes away not counted.
    #[must_use]
    pub fn weight(&self) -> usize {
        match self {
            Self::Splice { insert, .. } => insert.len() + MARK * insert.weight_of_marks(),
            Self::Mark { spans, .. } => MARK * (spans.len() + 1),
            Self::Insert { block, .. } => block.weight(),
            Self::Put(Entry::Person(_, Some(person))) => person.weight(),
            Self::Put(Entry::Comment(_, Some(c))) => 160 + c.text.len() + c.quoted.len(),
            Self::SetField(Field::Source(Some(source))) => source.weight(),
            Self::SetField(Field::Guesses(guesses)) => GUESS * guesses.len(),
            Self::SetPrompt(_, words) => words.len(),
            Self::SetKind(..) | Self::SetField(_) | Self::Put(_) => 256,
            Self::Remove(_) | Self::Move { .. } | Self::SetAudience(..) | Self::SetReview(..) => 0,
        }
    }
}

/// What a mark or a field takes in a file, about.
const MARK: usize = 64;

/// What a guess takes in a file, about.
const GUESS: usize = 96;

impl Source {
    fn weight(&self) -> usize {
        self.text.len() + GUESS * self.guesses.len()
    }
}

fn guesses(list: &[Guess]) -> Result<(), Limit> {
    Limit::List.holds(list.len())?;
    list.iter().try_for_each(|guess| match &guess.what {
        Guessed::Label(label) => letters(label, Limit::Line),
        _ => Ok(()),
    })
}

impl Block {
    fn weight(&self) -> usize {
        self.text.len() + self.prompt.len() + 128 + MARK * self.text.weight_of_marks()
    }
}

impl Person {
    fn weight(&self) -> usize {
        let names = self.name.len() + self.latin.len() + self.role.len() + self.body.len();
        let aliases: usize = self.aliases.iter().map(|alias| alias.len() + 8).sum();
        160 + names + aliases + self.phone.len() + self.identity.len()
    }
}
