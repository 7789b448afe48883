//! Letters that no face writes: a box stands in their place on the screen, and would on paper.

use super::{Certainty, Finding, Fix, What};
use crate::arabic::compatible;
use crate::document::{ATOM, AttendeeField, Document, FieldPath, PersonField, Place, RichText, Target};
use crate::edit::Command;
use crate::text::{Engine, is_written};

/// A record full of them is told of the first ones; the rest come up as these are put right.
const MOST: usize = 100;
/// Letters named in one finding.
const NAMED: usize = 3;

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let mut search = Search { engine: None, left: MOST, found };
    for path in paths(document) {
        search.field(path, &document.read(path));
    }
    for output in document.outputs() {
        search.rich(&Target::Title(output.kind), &output.title);
    }
    for block in document.blocks() {
        search.rich(&Target::Block(block.id), &block.text);
    }
}

/// The parts of the header that are printed as they are written.
fn paths(document: &Document) -> Vec<FieldPath> {
    let person = [PersonField::Name, PersonField::Role, PersonField::Body];
    let mut paths = vec![
        FieldPath::BodyName,
        FieldPath::BodyOrganisation,
        FieldPath::BodyRegion,
        FieldPath::BodyProvince,
        FieldPath::SessionNoun,
        FieldPath::SessionNature,
        FieldPath::SessionTheme,
        FieldPath::Venue,
        FieldPath::NextVenue,
        FieldPath::LetterheadLines,
        FieldPath::LetterheadAddress,
        FieldPath::LetterheadContact,
    ];
    let meeting = document.meeting();
    for n in 0..meeting.chairs.len() {
        paths.extend(person.map(|field| FieldPath::Chair(n, field)));
    }
    paths.extend(person.map(FieldPath::Rapporteur));
    for n in 0..meeting.attendance.people.len() {
        paths.extend(person.map(|field| FieldPath::Attendee(n, AttendeeField::Person(field))));
    }
    paths.extend((0..meeting.attendance.groups.len()).map(FieldPath::GroupNominative));
    for output in document.outputs() {
        paths.extend([FieldPath::OutputNumber(output.kind), FieldPath::OutputReference(output.kind)]);
    }
    paths
}

struct Search<'a> {
    /// Made when a text holds what it is needed for, which few do.
    engine: Option<Engine>,
    left: usize,
    found: &'a mut Vec<Finding>,
}

impl Search<'_> {
    fn field(&mut self, path: FieldPath, value: &str) {
        let command = |range: std::ops::Range<usize>, with: &str| {
            let mut value = value.to_owned();
            value.replace_range(range, with);
            Command::SetField { path, value }
        };
        self.text(&Target::Field(path), value, 0, command);
    }

    fn rich(&mut self, target: &Target, text: &RichText) {
        let mut from = 0;
        for piece in text.text().split(ATOM) {
            self.text(target, piece, from, |range, with| Command::Replace {
                target: target.clone(),
                range: from + range.start..from + range.end,
                text: with.to_owned(),
            });
            from += piece.len() + ATOM.len_utf8();
        }
    }

    fn text(
        &mut self,
        target: &Target,
        text: &str,
        from: usize,
        command: impl Fn(std::ops::Range<usize>, &str) -> Command,
    ) {
        if self.left == 0 || is_written(text) {
            return;
        }
        for range in self.engine.get_or_insert_with(Engine::new).unwritten(text, self.left) {
            self.left -= 1;
            let letters = text.get(range.clone()).unwrap_or_default();
            let plain = compatible(letters);
            let is_better = plain != letters && !plain.trim().is_empty() && is_written(&plain);
            let mut fixes = Vec::new();
            if is_better {
                fixes.push(Fix { key: "finding-unwritten-replace", command: command(range.clone(), &plain) });
            }
            fixes.push(Fix { key: "finding-unwritten-remove", command: command(range.clone(), "") });
            self.found.push(Finding {
                place: Place::new(target.clone(), from + range.start),
                certainty: Certainty::Warning,
                what: What::Unwritten {
                    codes: codes(letters),
                    plain: if is_better { plain } else { String::new() },
                },
                fixes,
            });
        }
    }
}

/// The code points of the first letters: all that can be shown of them.
fn codes(letters: &str) -> String {
    let name = |letter: char| format!("U+{:04X}", u32::from(letter));
    let mut codes: Vec<String> = letters.chars().take(NAMED).map(name).collect();
    if letters.chars().nth(NAMED).is_some() {
        codes.push("…".into());
    }
    codes.join(" ")
}
