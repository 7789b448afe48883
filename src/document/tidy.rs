//! Hygiene of a whole record: the steps that take out of every text what no record may hold.

use std::borrow::Cow;
use std::ops::Range;

use super::atom::Atom;
use super::block::{Kind, Matter, Speaker};
use super::meeting::{Attendee, Body, Group, Next, Person, Session};
use super::output::Output;
use super::review::{Change, Comment, Pending, Revision};
use super::rich::{Mark, Piece, RichText};
use super::step::{Entry, Field, Step};
use super::{ATOM, Document, Guess, Guessed, Letterhead, Source as Import, Target, Template};
use crate::arabic::{Removed, Source, When, clean, edits};

impl Document {
    /// The steps after which every text of the record is as `source` asks, and what goes with them. A clean record
    /// needs none; marks and fields stay where they are.
    #[must_use]
    pub fn tidied(&self, source: Source) -> (Vec<Step>, Removed) {
        let mut tidy = Tidy { source, removed: Removed::default(), steps: Vec::new() };
        tidy.header(self);
        for (at, output) in self.outputs.iter().enumerate() {
            tidy.change(output, Tidy::output, |output| {
                let (kind, entry) = (output.kind, Some(Box::new(output)));
                Step::SetField(Field::Output { kind, at, entry })
            });
            tidy.text(&Target::Title(output.kind), &output.title);
        }
        for block in &self.blocks {
            tidy.change(&block.kind, Tidy::kind, |kind| Step::SetKind(block.id, Box::new(kind)));
            tidy.change(&block.prompt, Tidy::line, |prompt| Step::SetPrompt(block.id, prompt));
            tidy.text(&Target::Block(block.id), &block.text);
        }
        for (id, person) in &self.people {
            tidy.change(person, Tidy::person, |new| Step::Put(Entry::Person(*id, Some(new))));
        }
        for (id, comment) in &self.comments {
            tidy.change(comment, Tidy::comment, |new| Step::Put(Entry::Comment(*id, Some(new))));
        }
        for (id, change) in &self.changes {
            tidy.change(change, Tidy::suggestion, |new| Step::Put(Entry::Change(*id, Some(Box::new(new)))));
        }
        for (id, revision) in &self.revisions {
            tidy.change(revision, Tidy::revision, |new| Step::Put(Entry::Revision(*id, Some(new))));
        }
        (tidy.steps, tidy.removed)
    }
}

impl RichText {
    /// This text as `source` asks, and what went; nothing for a clean one.
    #[must_use]
    pub fn tidied(&self, source: Source) -> Option<(Self, Removed)> {
        let mut tidy = Tidy { source, removed: Removed::default(), steps: Vec::new() };
        let mut new = self.clone();
        tidy.rich(&mut new);
        (new != *self).then_some((new, tidy.removed))
    }
}

struct Tidy {
    source: Source,
    removed: Removed,
    steps: Vec<Step>,
}

impl Tidy {
    /// Adds the step for a part of the record, if cleaning it changes it.
    fn change<T: Clone + PartialEq>(
        &mut self,
        old: &T,
        clean: impl FnOnce(&mut Self, &mut T),
        step: impl FnOnce(T) -> Step,
    ) {
        let mut new = old.clone();
        clean(self, &mut new);
        if new != *old {
            self.steps.push(step(new));
        }
    }

    /// Adds the steps for a text, from its end so that each finds its place.
    fn text(&mut self, at: &Target, rich: &RichText) {
        for (range, insert) in self.cuts(rich) {
            self.steps.push(Step::Splice { at: at.clone(), start: range.start, end: range.end, insert });
        }
    }

    fn header(&mut self, document: &Document) {
        self.change(&document.template, Self::template, |new| Step::SetField(Field::Template(new)));
        self.change(&document.letterhead, Self::letterhead, |new| Step::SetField(Field::Letterhead(new)));
        self.change(&document.source, Self::import, |new| Step::SetField(Field::Source(new)));
        let meeting = &document.meeting;
        self.change(&meeting.body, Self::body, |new| Step::SetField(Field::Body(new)));
        self.change(&meeting.session, Self::session, |new| Step::SetField(Field::Session(new)));
        self.change(&meeting.dates, Self::when, |new| Step::SetField(Field::Dates(new)));
        self.change(&meeting.venue, Self::line, |new| Step::SetField(Field::Venue(new)));
        self.change(&meeting.next, Self::next, |new| Step::SetField(Field::Next(new)));
        for (at, attendee) in meeting.attendance.people.iter().enumerate() {
            self.change(attendee, Self::attendee, |new| {
                Step::SetField(Field::Attendee { person: new.person, at, entry: Some(new) })
            });
        }
        for (at, group) in meeting.attendance.groups.iter().enumerate() {
            self.change(group, Self::group, |new| {
                Step::SetField(Field::Group { id: new.id, at, entry: Some(new) })
            });
        }
    }

    /// Words on one line.
    fn line(&mut self, words: &mut String) {
        self.lines(words);
        if words.contains('\n') {
            *words = words.replace('\n', " ");
        }
    }

    /// Words on any number of lines.
    fn lines(&mut self, words: &mut String) {
        let cleaned = clean(words, self.source);
        self.removed.add(&cleaned.removed);
        if let Cow::Owned(new) = cleaned.text {
            *words = new;
        }
    }

    fn each<'a>(&mut self, all: impl IntoIterator<Item = &'a mut String>) {
        for words in all {
            self.line(words);
        }
    }

    /// What changes in a text, the last first.
    fn cuts(&mut self, rich: &RichText) -> Vec<(Range<usize>, RichText)> {
        let (changes, removed) = edits(rich.text(), self.source);
        self.removed.add(&removed);
        let words = changes.into_iter().map(|edit| {
            let plain = RichText::plain(&edit.words).text().to_owned();
            let piece = Piece::Marked(marks_at(rich, edit.range.start), plain);
            (edit.range, piece)
        });
        let mut cuts: Vec<(Range<usize>, Piece)> = words.collect();
        for (at, atom) in rich.atoms() {
            let mut new = atom.clone();
            self.atom(&mut new);
            if new != *atom {
                cuts.push((at..at + ATOM.len_utf8(), Piece::MarkedField(marks_at(rich, at), new)));
            }
        }
        cuts.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        let rich = |piece| RichText::from_pieces([piece]).unwrap_or_default();
        cuts.into_iter().map(|(range, piece)| (range, rich(piece))).collect()
    }

    /// A text inside another value: a title that is suggested.
    fn rich(&mut self, rich: &mut RichText) {
        for (range, insert) in self.cuts(&rich.clone()) {
            // The places come from this text, the last first.
            let _ = rich.splice(range, &insert);
        }
    }

    fn atom(&mut self, atom: &mut Atom) {
        match atom {
            Atom::Verb { masculine, feminine, of: _ } => self.each([masculine, feminine]),
            Atom::Count { noun, of: _ } => self.line(noun),
            Atom::Chair(_)
            | Atom::Rapporteur(_)
            | Atom::Person(..)
            | Atom::Dates(_)
            | Atom::NextDates(_)
            | Atom::Start
            | Atom::End
            | Atom::Venue(_)
            | Atom::NextVenue(_)
            | Atom::Body(_)
            | Atom::Session(_)
            | Atom::Attendance(_)
            | Atom::Number
            | Atom::Reference => {}
        }
    }

    fn template(&mut self, template: &mut Template) {
        let Template { id, name, about } = template;
        self.each([id, name, about]);
    }

    fn letterhead(&mut self, letterhead: &mut Letterhead) {
        let Letterhead { lines, address, contact, logo: _ } = letterhead;
        self.each(lines.iter_mut().chain([address, contact]));
    }

    fn import(&mut self, import: &mut Option<Import>) {
        if let Some(Import { name: _, text, guesses }) = import {
            let cleaned = clean(text, self.source);
            self.removed.add(&cleaned.removed);
            if let Cow::Owned(new) = cleaned.text {
                *text = new.into();
            }
            self.guesses(guesses);
        }
    }

    fn guesses(&mut self, guesses: &mut [Guess]) {
        for Guess { at: _, what, how: _ } in guesses {
            if let Guessed::Label(label) = what {
                self.line(label);
            }
        }
    }

    fn body(&mut self, body: &mut Body) {
        let Body { name, organisation, level: _, region, province, gender: _ } = body;
        self.each([name, organisation, region, province]);
    }

    fn session(&mut self, session: &mut Session) {
        let Session { noun: _, nature, ordinal: _, theme } = session;
        self.each([nature, theme]);
    }

    fn when(&mut self, when: &mut When) {
        match when {
            When::Relative { phrase: words, date: _ } | When::Text(words) => self.line(words),
            When::Unset | When::Days(_) | When::Range { .. } | When::Month { .. } => {}
        }
    }

    fn next(&mut self, next: &mut Next) {
        let Next { dates, venue } = next;
        self.when(dates);
        self.line(venue);
    }

    fn attendee(&mut self, attendee: &mut Attendee) {
        self.line(&mut attendee.reason);
    }

    fn group(&mut self, group: &mut Group) {
        let Group { id: _, nominative, oblique, count: _ } = group;
        self.each([nominative, oblique]);
    }

    fn person(&mut self, person: &mut Person) {
        let Person { name, latin, gender: _, honorific: _, role, body, aliases, phone, identity } = person;
        self.each([name, latin, role, body, phone, identity].into_iter().chain(aliases));
    }

    /// All of an output but its title, whose places matter.
    fn output(&mut self, output: &mut Output) {
        let Output { kind: _, title: _, number, reference, state: _, approval, seal: _, embargo: _ } = output;
        self.each([number, reference].into_iter().chain(approval.as_mut().map(|approval| &mut approval.by)));
    }

    fn kind(&mut self, kind: &mut Kind) {
        match kind {
            Kind::Intervention(who) | Kind::Quote(who) => self.speaker(who),
            Kind::Note(note) => self.speaker(&mut note.speaker),
            Kind::Decision(decision) => match &mut decision.matter {
                Matter::Appointment { post: words, person: _ }
                | Matter::Committee { name: words, members: _ }
                | Matter::Plan(words) => self.line(words),
                Matter::General | Matter::Date(_) => {}
            },
            Kind::Recommendation(recommendation) => {
                self.each([&mut recommendation.addressee, &mut recommendation.responsible]);
            }
            // An annex names a file, whose name is what it is.
            Kind::Annex(_)
            | Kind::Paragraph(_)
            | Kind::Heading(_)
            | Kind::AgendaItem(_)
            | Kind::Signatures(_) => {}
        }
    }

    fn speaker(&mut self, speaker: &mut Speaker) {
        if let Speaker::Collective(name) = speaker {
            self.line(name);
        }
    }

    fn comment(&mut self, comment: &mut Comment) {
        let Comment { author, at: _, text, quoted, answers: _, resolved } = comment;
        self.lines(text);
        self.each([author, quoted].into_iter().chain(resolved.as_mut().map(|resolved| &mut resolved.by)));
    }

    fn revision(&mut self, revision: &mut Revision) {
        let Revision { author, at: _, label, output: _, digest } = revision;
        self.each([author, label, digest]);
    }

    fn suggestion(&mut self, change: &mut Change) {
        self.line(&mut change.author);
        match &mut change.pending {
            Pending::Kind(_, kind) => self.kind(kind),
            Pending::Field(field) => self.field(field),
            Pending::Text | Pending::Audience(..) | Pending::Order(..) => {}
        }
    }

    fn field(&mut self, field: &mut Field) {
        match field {
            Field::Letterhead(value) => self.letterhead(value),
            Field::Template(value) => self.template(value),
            Field::Source(value) => self.import(value),
            Field::Guesses(value) => self.guesses(value),
            Field::Body(value) => self.body(value),
            Field::Session(value) => self.session(value),
            Field::Dates(value) => self.when(value),
            Field::Venue(value) => self.line(value),
            Field::Next(value) => self.next(value),
            Field::Attendee { entry, .. } => {
                if let Some(entry) = entry {
                    self.attendee(entry);
                }
            }
            Field::Group { entry, .. } => {
                if let Some(entry) = entry {
                    self.group(entry);
                }
            }
            Field::Output { entry, .. } => {
                if let Some(entry) = entry {
                    self.output(entry);
                    self.rich(&mut entry.title);
                }
            }
            Field::Language(_)
            | Field::Style(_)
            | Field::Start(_)
            | Field::End(_)
            | Field::Chairs(_)
            | Field::Rapporteur(_)
            | Field::Quorum(_) => {}
        }
    }
}

/// The marks on the letter at a place.
fn marks_at(rich: &RichText, at: usize) -> Vec<Mark> {
    rich.marks().iter().filter(|marked| marked.range().contains(&at)).map(|marked| marked.mark).collect()
}
