//! Composition: each block once, reused as long as neither it nor what it depends on changes.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::beside;
use super::clause::{Without, titled, without};
use super::drawn;
use super::field::{counts_blocks, resolve};
use super::generated;
use super::numbers::{Number, Numbers};
use super::short;
use super::suggested::{Place, accepted, both_places, kept_inside_both};
use super::view::{Composed, Composition, How, Part, Readers, Reading, Scope, Segment, Shown, View};
use crate::arabic::numerals::to_arabic_indic;
use crate::arabic::proceedings::end_of_words;
use crate::document::{
    ATOM, Audience, Block, BlockId, BlockReview, Digits, Document, Kind, Label, Letterhead, Mark, Meeting,
    Output, OutputKind, Person, PersonId, RichText, Role, Style, Target,
};

/// The text of this view.
#[must_use]
pub fn compose(document: &Document, view: &View) -> Composition {
    Composer::default().compose(document, view)
}

/// The title of an output as it leaves the house.
#[must_use]
pub fn title(document: &Document, output: OutputKind) -> String {
    let view = View::of(output);
    let accepted = accepted(document);
    let inside = kept_inside_both(document, &accepted);
    let document = &*accepted;
    let entry = document.output(output);
    let digits = document.style().digits;
    let write = Writer { document, output: entry, view, digits, inside: &inside };
    write.title().text
}

/// A text that is not in the record, as the page would show it there.
#[must_use]
pub fn said(document: &Document, output: OutputKind, text: &RichText) -> Composed {
    said_in(document, &View::page(output), text)
}

/// The same, as this view shows it.
#[must_use]
pub fn said_in(document: &Document, view: &View, text: &RichText) -> Composed {
    let view = view.settled();
    let digits = view.digits.unwrap_or(document.style().digits);
    let output = document.output(view.output);
    let write = Writer { document, output, view, digits, inside: &BTreeSet::new() };
    let mut composed = Composed::empty(Part::Paragraph(Role::Plain));
    write.words(text, None, &mut composed);
    composed
}

/// Composes one record again and again, doing anew only what changed.
#[derive(Default, Debug)]
pub struct Composer {
    context: Option<Context>,
    kept: Vec<Kept>,
}

/// What blocks with fields depend on beside themselves.
#[derive(PartialEq, Debug)]
struct Context {
    view: View,
    style: Style,
    meeting: Meeting,
    people: std::collections::BTreeMap<PersonId, Person>,
    letterhead: Letterhead,
    output: Option<Output>,
}

#[derive(Debug, Clone)]
struct Kept {
    block: Arc<Block>,
    number: Number,
    composed: Arc<Composed>,
}

impl Composer {
    /// The text of this view.
    pub fn compose(&mut self, document: &Document, view: &View) -> Composition {
        let view = &view.settled();
        let is_text = view.scope == Scope::Output;
        // What is suggested beyond words; a page that is edited shows the record as it is.
        let read = match view.reading {
            Reading::Final if is_text => accepted(document),
            Reading::Final | Reading::Original | Reading::Markup => Cow::Borrowed(document),
        };
        let inside = match view.readers {
            Readers::Internal => BTreeSet::new(),
            Readers::Public => kept_inside_both(document, &read),
        };
        let (stored, document) = (document, &*read);
        let both = if is_text && view.reading == Reading::Markup { both_places(document) } else { None };
        let blocks: Box<dyn Iterator<Item = (&Arc<Block>, Place)>> = match &both {
            Some(both) => Box::new(both.iter().map(|placed| (&placed.block, placed.place))),
            None => Box::new(document.blocks().iter().map(|block| (block, Place::Own))),
        };
        let output = document.output(view.output);
        if !self.context.as_ref().is_some_and(|context| context.holds(document, view)) {
            self.context = Some(Context::of(document, view));
            self.kept.clear();
        }
        let digits = view.digits.unwrap_or(document.style().digits);
        let write = Writer { document, output, view: *view, digits, inside: &inside };
        let title = write.title();
        let mut paragraphs = Vec::with_capacity(document.blocks().len() + 8);
        if view.scope == Scope::Output {
            generated::before(document, view, &mut paragraphs);
        }
        let mut left_out = 0;
        let mut numbers = Numbers::new(document.style(), bullets(document, view));
        let instead = instead_of_lead(document, view, &inside);
        let mut kept = Vec::with_capacity(document.blocks().len());
        let mut old = self.kept.iter().peekable();
        let mut agenda = Agenda::default();
        let mut opened = view.scope == Scope::Everything;
        let mut has_annexes = false;
        let mut above: Option<Host> = None;
        for (block, place) in blocks {
            let joins = block.review.joined.is_some() && view.reading == Reading::Final;
            let host = above.filter(|_| joins);
            let takes_part = match view.scope {
                Scope::Everything => true,
                Scope::Output => {
                    // What is joined goes where that goes which it becomes a part of.
                    let own = || belongs(block, document, view.output) || instead == Some(block.id);
                    let meant = host.map_or_else(own, |host| host.meant);
                    if block.review.removed.is_none() {
                        above = Some(Host { meant, printed: host.is_some_and(|host| host.printed) });
                    }
                    let readable = !inside.contains(&block.id);
                    // What is suggested to be kept inside belongs there until then.
                    let own = |own: &Arc<Block>| belongs(own, stored, view.output);
                    let lost = !readable && (meant || stored.block(block.id).is_some_and(own));
                    left_out += usize::from(lost && !block.text.is_empty());
                    meant && readable && stands(block, view.reading)
                }
            };
            if !takes_part {
                continue;
            }
            let before = numbers.clone();
            let number = numbers.next(block);
            let composed = if place == Place::Own {
                let composed = reuse(&mut old, block, number);
                let composed = composed.unwrap_or_else(|| Arc::new(write.block(block, number)));
                kept.push(Kept { block: Arc::clone(block), number, composed: Arc::clone(&composed) });
                composed
            } else {
                Arc::new(write.moved(block, number, place))
            };
            if view.scope == Scope::Everything {
                paragraphs.push(composed);
                continue;
            }
            let is_bare = composed.text.trim().is_empty() && composed.part != Part::Signature;
            if is_bare {
                // What is not read takes no number. A photo is seen without a caption.
                numbers = before.clone();
                if !is_photo(block) {
                    continue;
                }
            }
            let stands_last = !is_bare && host.is_some_and(|host| host.printed);
            if let Some(last) = paragraphs.last_mut().filter(|last| stands_last && last.target.is_some()) {
                numbers = before;
                Arc::make_mut(last).append(&composed);
                continue;
            }
            if let Some(host) = &mut above {
                host.printed = true;
            }
            if !opened && composed.part != Part::Paragraph(Role::Lead) {
                opened = true;
                generated::after_lead(document, view, &mut paragraphs);
            }
            if composed.part == Part::AgendaItem && agenda.take(document, view, &composed, &mut paragraphs) {
                continue;
            }
            if composed.part == Part::Annex && !is_bare && !std::mem::replace(&mut has_annexes, true) {
                paragraphs.push(generated::annex_heading());
            }
            paragraphs.push(Arc::clone(&composed));
            if let Kind::Signatures(list) = &block.kind {
                generated::signatures(document, view, list, &mut paragraphs);
            }
        }
        if !opened {
            generated::after_lead(document, view, &mut paragraphs);
        }
        if view.scope == Scope::Output {
            generated::after(document, view, &mut paragraphs);
        }
        if view.scope == Scope::Output && view.output == OutputKind::Short {
            short::settle(&mut paragraphs);
        }
        self.kept = kept;
        if view.scope == Scope::Output && digits == Digits::Arabic {
            paragraphs.iter_mut().for_each(write_in_arabic_digits);
        }
        if view.scope == Scope::Output {
            generated::contact(document, view, &mut paragraphs);
        }
        Composition { output: view.output, digits, title: Arc::new(title), paragraphs, left_out }
    }
}

/// Writes a line that the header alone writes, and the cells of a row, with the digits of the Mashriq.
fn write_in_arabic_digits(paragraph: &mut Arc<Composed>) {
    if paragraph.target.is_none() && paragraph.text.contains(|c: char| c.is_ascii_digit()) {
        let text = to_arabic_indic(&paragraph.text);
        Arc::make_mut(paragraph).text = text;
    }
    if paragraph.row.is_some() {
        let paragraph = Arc::make_mut(paragraph);
        paragraph.label = to_arabic_indic(&paragraph.label);
        for cell in paragraph.row.iter_mut().flat_map(|row| &mut row.cells) {
            cell.text = to_arabic_indic(&cell.text);
        }
    }
}

impl Context {
    fn of(document: &Document, view: &View) -> Self {
        Self {
            view: *view,
            style: document.style().clone(),
            meeting: document.meeting().clone(),
            people: document.people().clone(),
            letterhead: document.letterhead().clone(),
            output: document.output(view.output).cloned(),
        }
    }

    fn holds(&self, document: &Document, view: &View) -> bool {
        let facts = |output: &Output| (output.number.clone(), output.reference.clone());
        self.view == *view
            && self.style == *document.style()
            && self.meeting == *document.meeting()
            && self.people == *document.people()
            && self.output.as_ref().map(facts) == document.output(view.output).map(facts)
    }
}

/// What a block may be joined to: the one above it, of those that stand when all suggestions are accepted.
#[derive(Clone, Copy)]
struct Host {
    /// Whether it is part of this text.
    meant: bool,
    /// Whether it, or what it is joined to, is the last paragraph that was printed.
    printed: bool,
}

fn is_photo(block: &Block) -> bool {
    matches!(&block.kind, Kind::Annex(annex) if annex.is_picture())
}

/// The composed block from last time, if nothing it depends on changed.
fn reuse(
    old: &mut std::iter::Peekable<std::slice::Iter<'_, Kept>>,
    block: &Arc<Block>,
    number: Number,
) -> Option<Arc<Composed>> {
    let same = |kept: &Kept| Arc::ptr_eq(&kept.block, block);
    let mut ahead = old.clone();
    let steps = ahead.by_ref().take(64).position(same)?;
    let kept = old.nth(steps)?;
    let counted = block.text.atoms().any(|(_, atom)| counts_blocks(atom));
    (kept.number == number && !counted).then(|| Arc::clone(&kept.composed))
}

/// Whether the block is part of this output's text, whoever reads it.
fn belongs(block: &Block, document: &Document, output: OutputKind) -> bool {
    let is_only = document.outputs().first().is_some_and(|first| first.kind == output);
    let audience = block.audience;
    match output {
        OutputKind::Minutes => audience.admits(output),
        OutputKind::Communique | OutputKind::PressCommunique | OutputKind::News | OutputKind::Statement => {
            !matches!(block.kind, Kind::Note(_))
        }
        OutputKind::Recommendations => {
            matches!(block.kind, Kind::Recommendation(_) | Kind::Paragraph(Role::Recital | Role::Enacting))
                || (is_only && !matches!(block.kind, Kind::Note(_) | Kind::AgendaItem(_)))
        }
        OutputKind::Invitation => match block.kind {
            Kind::AgendaItem(_) => true,
            Kind::Paragraph(_) | Kind::Heading(_) | Kind::Signatures(_) => is_only,
            Kind::Intervention(_)
            | Kind::Quote(_)
            | Kind::Decision(_)
            | Kind::Recommendation(_)
            | Kind::Note(_)
            | Kind::Annex(_) => false,
        },
        OutputKind::AttendanceSheet => false,
        OutputKind::Short => {
            matches!(block.kind, Kind::Paragraph(Role::Lead | Role::Enacting))
                || block.kind.depth() == Some(0)
        }
    }
}

/// The first paragraph, where the few lines for social networks would have no opening one.
fn instead_of_lead(document: &Document, view: &View, inside: &BTreeSet<BlockId>) -> Option<BlockId> {
    if view.output != OutputKind::Short || view.scope == Scope::Everything {
        return None;
    }
    let mut paragraphs = document.blocks().iter().filter(|block| {
        matches!(block.kind, Kind::Paragraph(_))
            && !inside.contains(&block.id)
            && stands(block, view.reading)
            && !block.text.is_empty()
    });
    let first = paragraphs.next()?;
    let is_lead = |block: &Arc<Block>| block.kind == Kind::Paragraph(Role::Lead);
    (!is_lead(first) && !paragraphs.any(is_lead)).then_some(first.id)
}

/// Whether the block is there in this reading of the suggested changes.
fn stands(block: &Block, reading: Reading) -> bool {
    match reading {
        Reading::Final => block.review.removed.is_none(),
        Reading::Original => block.review.inserted.is_none(),
        Reading::Markup => true,
    }
}

/// The label of every listed item below the axes, if not those of the style. What is drawn for newspapers has the dashes
/// they print; a record's own text for them has its own labels.
fn bullets(document: &Document, view: &View) -> Option<Label> {
    let press = view.output == OutputKind::PressCommunique && document.output(view.output).is_none();
    view.bullets.or(press.then_some(Label::EnDash))
}

/// The agenda inside a text: a list under its heading in minutes and wherever each item may bear a suggestion, one
/// sentence elsewhere.
#[derive(Default)]
struct Agenda {
    sentence: Option<usize>,
    items: Vec<String>,
    is_listed: bool,
}

impl Agenda {
    /// Takes the item; whether it needs no paragraph of its own.
    fn take(
        &mut self,
        document: &Document,
        view: &View,
        item: &Composed,
        paragraphs: &mut Vec<Arc<Composed>>,
    ) -> bool {
        let lists = matches!(view.output, OutputKind::Minutes | OutputKind::Invitation);
        if lists || view.reading == Reading::Markup {
            if !std::mem::replace(&mut self.is_listed, true) {
                paragraphs.push(generated::agenda_heading());
            }
            return false;
        }
        self.items.push(item.text.clone());
        let sentence = generated::agenda_sentence(document, &self.items);
        match self.sentence.and_then(|index| paragraphs.get_mut(index)) {
            Some(old) => *old = sentence,
            None => {
                self.sentence = Some(paragraphs.len());
                paragraphs.push(sentence);
            }
        }
        true
    }
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    document: &'a Document,
    output: Option<&'a Output>,
    view: View,
    digits: Digits,
    /// The blocks its readers may not see.
    inside: &'a BTreeSet<BlockId>,
}

impl Writer<'_> {
    fn title(&self) -> Composed {
        let mut composed = Composed::empty(Part::Title);
        if let Some(drawn) = drawn::title(self.document, &self.view) {
            self.words(&drawn, None, &mut composed);
            return composed;
        }
        composed.target = Some(Target::Title(self.view.output));
        if let Some(output) = self.output {
            self.words(&output.title, None, &mut composed);
        }
        composed
    }

    fn block(&self, block: &Block, number: Number) -> Composed {
        let mut composed = Composed::empty(part(&block.kind));
        composed.target = Some(Target::Block(block.id));
        composed.label = match &block.kind {
            Kind::Note(note) => note.at.map(|time| time.to_string()).unwrap_or_default(),
            Kind::Paragraph(_)
            | Kind::Heading(_)
            | Kind::AgendaItem(_)
            | Kind::Intervention(_)
            | Kind::Quote(_)
            | Kind::Decision(_)
            | Kind::Recommendation(_)
            | Kind::Signatures(_) => number.print(self.digits),
            Kind::Annex(_) if block.text.is_empty() && self.view.scope == Scope::Output => String::new(),
            Kind::Annex(_) => number.print(self.digits),
        };
        composed.audience = block.audience;
        composed.review = block.review;
        composed.prompt.clone_from(&block.prompt);
        let tail = match self.view.scope {
            Scope::Output if !block.text.is_empty() => {
                beside::tail(self.document, &self.view, block, &|| self.said(&block.text))
            }
            Scope::Output | Scope::Everything => String::new(),
        };
        if tail.is_empty() {
            self.words(&block.text, None, &mut composed);
            return composed;
        }
        let stored = block.text.text();
        let mark = end_of_words(stored);
        self.words(&block.text, Some(mark..stored.len()), &mut composed);
        composed.text.push_str(&self.digits(&tail));
        composed.text.push_str(stored.get(mark..).unwrap_or_default());
        composed
    }

    /// The block at one of its two places: where it was, it is as it was.
    fn moved(&self, block: &Block, number: Number, place: Place) -> Composed {
        let is_left = matches!(place, Place::Left(_));
        let view = if is_left { View { reading: Reading::Original, ..self.view } } else { self.view };
        let mut composed = Writer { view, ..*self }.block(block, number);
        composed.review = place.review(block.review);
        composed
    }

    /// The words that readers find, with figures as they are stored.
    fn said(&self, text: &RichText) -> String {
        let mut composed = Composed::empty(Part::Paragraph(Role::Plain));
        Writer { digits: Digits::Latin, ..*self }.words(text, None, &mut composed);
        composed.text
    }

    fn digits<'w>(&self, words: &'w str) -> std::borrow::Cow<'w, str> {
        if self.digits == Digits::Arabic { to_arabic_indic(words).into() } else { words.into() }
    }

    /// The words of a text, without those of `but`.
    fn words(&self, rich: &RichText, but: Option<std::ops::Range<usize>>, composed: &mut Composed) {
        let stored = rich.text();
        let but = but.filter(|range| !range.is_empty());
        if rich.marks().is_empty() && rich.atoms().next().is_none() && but.is_none() {
            self.push(composed, stored, 0);
            return;
        }
        let mut lacking = match self.view.scope {
            _ if composed.part == Part::Title => titled(self.document, rich),
            Scope::Output => without(self.document, rich),
            Scope::Everything => Without::default(),
        };
        lacking.hidden.extend(but);
        let mut cuts = vec![0, stored.len()];
        cuts.extend(lacking.hidden.iter().flat_map(|range| [range.start, range.end]));
        for (at, _) in rich.atoms() {
            cuts.extend([at, at + ATOM.len_utf8()]);
        }
        for marked in rich.marks().iter().filter(|m| self.hides(m.mark)) {
            cuts.extend([marked.start, marked.end]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut atoms = rich.atoms().map(|(_, atom)| atom);
        for pair in cuts.windows(2) {
            let &[start, end] = pair else { continue };
            let piece = stored.get(start..end).unwrap_or_default();
            let atom = if piece.starts_with(ATOM) { atoms.next() } else { None };
            let hidden = lacking.hidden.iter().any(|range| range.start <= start && range.end >= end)
                || rich.marks().iter().any(|m| m.start <= start && m.end >= end && self.hides(m.mark));
            if hidden {
                let at = composed.text.len();
                composed.segments.push(Segment { shown: at..at, source: start..end, how: How::Hidden });
                continue;
            }
            match atom {
                None => self.push(composed, piece, start),
                Some(atom) => {
                    let instead = lacking.instead.iter().find(|(at, _)| *at == start);
                    let read = instead.map_or(atom, |(_, other)| other);
                    match resolve(self.document, self.output, read, &|block| self.counts(block)) {
                        Ok(words) => self.push_field(composed, &words, start, How::Field(atom.clone())),
                        Err(name) => {
                            self.push_field(composed, name.arabic(), start, How::Unresolved(atom.clone()));
                        }
                    }
                }
            }
        }
        for marked in rich.marks().iter().filter(|m| !self.hides(m.mark)) {
            if self.view.scope == Scope::Output
                && marked.mark.is_review()
                && self.view.reading != Reading::Markup
            {
                continue;
            }
            if self.view.readers == Readers::Public && matches!(marked.mark, Mark::Remark(_)) {
                continue;
            }
            let start = composed.shown(marked.start, crate::document::Affinity::Downstream);
            let end = composed.shown(marked.end, crate::document::Affinity::Upstream);
            if start < end {
                composed.marks.push(Shown { range: start..end, mark: marked.mark });
            }
        }
        composed.marks.sort_by_key(|shown| (shown.range.start, shown.range.end, shown.mark));
    }

    /// Whether a field that counts blocks counts this one: those its readers find in this text.
    fn counts(&self, block: &Block) -> bool {
        let is_in_text =
            belongs(block, self.document, self.view.output) || matches!(block.kind, Kind::AgendaItem(_));
        is_in_text
            && !self.inside.contains(&block.id)
            && stands(block, self.view.reading)
            && !block.text.is_empty()
    }

    fn hides(&self, mark: Mark) -> bool {
        match (mark, self.view.reading) {
            (Mark::Deleted(_), Reading::Final) | (Mark::Inserted(_), Reading::Original) => true,
            (
                Mark::Bold
                | Mark::Underline
                | Mark::Strike
                | Mark::Colour(_)
                | Mark::Language(_)
                | Mark::Inserted(_)
                | Mark::Deleted(_)
                | Mark::Remark(_),
                Reading::Final | Reading::Original | Reading::Markup,
            ) => false,
        }
    }

    /// Words as they are stored. Digits written as Arabic ones take two bytes for one, so they are a segment each run.
    fn push(&self, composed: &mut Composed, words: &str, at: usize) {
        let is_digit = |c: char| c.is_ascii_digit();
        let convert =
            self.digits == Digits::Arabic && self.view.scope == Scope::Output && words.contains(is_digit);
        let mut from = 0;
        loop {
            let rest = words.get(from..).unwrap_or_default();
            let digits = convert && rest.starts_with(is_digit);
            let end =
                if convert { rest.find(|c| is_digit(c) != digits).unwrap_or(rest.len()) } else { rest.len() };
            let run = rest.get(..end).unwrap_or_default();
            let start = composed.text.len();
            if digits {
                composed.text.push_str(&to_arabic_indic(run));
            } else {
                composed.text.push_str(run);
            }
            let (shown, source) = (start..composed.text.len(), at + from..at + from + end);
            composed.segments.push(Segment { shown, source, how: How::Verbatim });
            from += end;
            if from >= words.len() {
                break;
            }
        }
    }

    fn push_field(&self, composed: &mut Composed, words: &str, at: usize, how: How) {
        let start = composed.text.len();
        composed.text.push_str(&self.digits(words));
        let shown = start..composed.text.len();
        composed.segments.push(Segment { shown, source: at..at + ATOM.len_utf8(), how });
    }
}

fn part(kind: &Kind) -> Part {
    match kind {
        Kind::Paragraph(role) => Part::Paragraph(*role),
        Kind::Heading(level) => Part::Heading(*level),
        Kind::AgendaItem(_) => Part::AgendaItem,
        Kind::Intervention(_) => Part::Intervention,
        Kind::Quote(_) => Part::Quote,
        Kind::Decision(_) => Part::Decision,
        Kind::Recommendation(r) => Part::Outline(r.depth),
        Kind::Note(_) => Part::Note,
        Kind::Signatures(_) => Part::Signature,
        Kind::Annex(_) => Part::Annex,
    }
}

impl Composed {
    /// Puts another paragraph's words at the end, with their marks. They are no part of this one's stored text.
    fn append(&mut self, other: &Self) {
        let end = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(
            other.marks.iter().map(|shown| Shown {
                range: shown.range.start + end..shown.range.end + end,
                mark: shown.mark,
            }),
        );
    }

    /// A paragraph of this part with nothing in it.
    pub(super) fn empty(part: Part) -> Self {
        Self {
            target: None,
            part,
            label: String::new(),
            text: String::new(),
            segments: Vec::new(),
            marks: Vec::new(),
            audience: Audience::Both,
            review: BlockReview::default(),
            prompt: String::new(),
            row: None,
        }
    }
}
