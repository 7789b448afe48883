//! Place and day of a text, above its title or in it: what the header prints of them leaves the letterhead.

use super::line::Fate;
use super::record::{Builder, letters};
use crate::arabic;
use crate::arabic::lead::{self, Facts};
use crate::document::{Field, FieldPath, Guessed, StepError, Target};
use crate::template::{Composition, head};

impl Builder<'_, '_> {
    /// Place and day above the title are printed by the head of a text, and are no line of its letterhead.
    pub(super) fn unsay_day(&mut self, composition: &Composition) -> Result<(), StepError> {
        let letterhead = self.document.letterhead();
        if letterhead.lines.is_empty() {
            return Ok(());
        }
        let Some(day) = head(&self.document, composition).day else { return Ok(()) };
        let day = letters(&day);
        let mut letterhead = letterhead.clone();
        let count = letterhead.lines.len();
        letterhead.lines.retain(|line| letters(line) != day);
        if letterhead.lines.len() == count {
            return Ok(());
        }
        if letterhead.lines.is_empty() {
            self.guesses.retain(|guess| guess.at != Target::Field(FieldPath::LetterheadLines));
        }
        self.set(Field::Letterhead(letterhead))
    }

    /// The place a title opens with, where it is one that is known.
    pub(super) fn dateline(&self) -> String {
        let title =
            self.lines.iter().find(|line| line.fate == Fate::Title && line.more.contains(&Guessed::Dateline));
        let first = title.and_then(|line| line.para.text.split_whitespace().next()).unwrap_or_default();
        let name = first.trim_end_matches(['.', ':', '\u{2026}']);
        if arabic::regions::unit(name).is_some() { name.to_owned() } else { String::new() }
    }

    /// The place that stands with the day of the meeting above the title: «فاس، في 14 نونبر 2026».
    pub(super) fn written_in(&self, facts: &Facts) -> Option<String> {
        let heads = self.lines.iter().filter(|line| line.fate == Fate::Letterhead);
        heads.filter(|line| lead::is_place_and_day(line.text(), &line.words)).find_map(|line| {
            let (day, when) = lead::date_from(line.text(), &line.words, 0, None)?;
            let place = line.text().get(line.words.stretch(0..day.start.checked_sub(1)?))?.trim();
            (when == facts.dates && !place.is_empty()).then(|| place.to_owned())
        })
    }
}
