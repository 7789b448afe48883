//! The review in an ODT: words suggested or suggested to be dropped as tracked changes, remarks as notes in the margin.

use std::collections::BTreeMap;

use super::letters;
use crate::document::{ChangeId, CommentId};
use crate::export::pack::{Pack, Plain};
use crate::export::run::{Run, one_line, runs};
use crate::export::sheet::{Sheet, said_of_lost};
use crate::export::stamp::{Talk, is_shown, moment, named, of_change, talks};
use crate::template::Composed;

/// What a stretch of words is suggested to become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Change {
    Insertion(ChangeId),
    Deletion(ChangeId),
}

/// What has been written of the review.
pub(super) struct Review<'s, 'a> {
    sheet: &'s Sheet<'a>,
    is_on: bool,
    /// The number of the next change.
    next: u32,
    talks: Vec<Talk>,
    /// On how many more stretches each remark stands; nothing before its first.
    left: BTreeMap<CommentId, usize>,
}

impl<'s, 'a> Review<'s, 'a> {
    pub(super) fn new(sheet: &'s Sheet<'a>) -> Self {
        Self { sheet, is_on: is_shown(sheet), next: 1, talks: talks(sheet), left: BTreeMap::new() }
    }

    /// The change on these words, if changes are shown.
    pub(super) fn change(&self, text: &Composed, run: &Run) -> Option<Change> {
        let removed = run.deleted.or(text.review.removed).map(Change::Deletion);
        let change = removed.or_else(|| run.inserted.or(text.review.inserted).map(Change::Insertion));
        change.filter(|_| self.is_on)
    }

    /// All changes, in the order of the text, with the words that are suggested to be dropped.
    pub(super) fn regions(&self, pack: &mut Pack) {
        if !self.is_on {
            return;
        }
        let mut number = 0;
        for text in std::iter::once(&self.sheet.composition.title).chain(self.sheet.body()) {
            if text.row.is_some() || (text.target.is_none()) {
                continue;
            }
            for run in runs(text) {
                let Some(change) = self.change(text, &run) else { continue };
                number += 1;
                if number == 1 {
                    pack.put(r#"<text:tracked-changes text:track-changes="true">"#);
                }
                self.region(number, change, &run.text, pack);
            }
        }
        pack.put(if number > 0 { "</text:tracked-changes>" } else { "" });
    }

    fn region(&self, number: u32, change: Change, words: &str, pack: &mut Pack) {
        let (element, id) = match change {
            Change::Insertion(id) => ("insertion", id),
            Change::Deletion(id) => ("deletion", id),
        };
        let (author, day) = of_change(self.sheet, id);
        pack.form(format_args!(
            concat!(
                r#"<text:changed-region xml:id="ct{0}" text:id="ct{0}"><text:{1}><office:change-info>"#,
                "<dc:creator>{2}</dc:creator><dc:date>{3}</dc:date></office:change-info>",
            ),
            number,
            element,
            Plain(&author),
            // A change must say a day; that of nobody in particular is the first.
            day.as_deref().unwrap_or("1970-01-01T00:00:00Z").trim_end_matches('Z'),
        ));
        if matches!(change, Change::Deletion(_)) {
            pack.put(r#"<text:p text:style-name="Text_20_body">"#);
            letters(words, pack);
            pack.put("</text:p>");
        }
        pack.form(format_args!("</text:{element}></text:changed-region>"));
    }

    /// The remarks whose words are gone, at this place.
    pub(super) fn loose(&mut self, pack: &mut Pack) {
        for talk in self.talks.extract_if(.., |talk| talk.is_loose) {
            note(self.sheet, talk.id, None, true, pack);
            for answer in talk.answers {
                note(self.sheet, answer, None, false, pack);
            }
        }
    }

    /// What stands before these words; whether the words themselves stand here.
    pub(super) fn begin(&mut self, change: Option<Change>, remarks: &[CommentId], pack: &mut Pack) -> bool {
        for id in remarks {
            let Some(talk) = self.talks.iter().find(|talk| talk.id == *id) else { continue };
            if self.left.contains_key(id) {
                continue;
            }
            self.left.insert(*id, talk.stretches);
            note(self.sheet, *id, Some(*id), false, pack);
            for answer in &talk.answers {
                note(self.sheet, *answer, None, false, pack);
            }
        }
        match change {
            None => true,
            Some(Change::Insertion(_)) => {
                pack.form(format_args!(r#"<text:change-start text:change-id="ct{}"/>"#, self.next));
                true
            }
            Some(Change::Deletion(_)) => {
                pack.form(format_args!(r#"<text:change text:change-id="ct{}"/>"#, self.next));
                false
            }
        }
    }

    /// What stands behind them.
    pub(super) fn end(&mut self, change: Option<Change>, remarks: &[CommentId], pack: &mut Pack) {
        if matches!(change, Some(Change::Insertion(_))) {
            pack.form(format_args!(r#"<text:change-end text:change-id="ct{}"/>"#, self.next));
        }
        self.next += u32::from(change.is_some());
        for id in remarks {
            let Some(left) = self.left.get_mut(id).filter(|left| **left > 0) else { continue };
            *left -= 1;
            if *left == 0 {
                let (session, counter) = (id.0.session, id.0.counter);
                pack.form(format_args!(r#"<office:annotation-end office:name="r{session:x}_{counter}"/>"#));
            }
        }
    }
}

/// A remark; one that has an end says its name, one that has lost its words these.
fn note(sheet: &Sheet<'_>, id: CommentId, ends: Option<CommentId>, is_loose: bool, pack: &mut Pack) {
    let Some(comment) = sheet.document.comments().get(&id) else { return };
    pack.put("<office:annotation");
    if let Some(CommentId(id)) = ends {
        pack.form(format_args!(r#" office:name="r{:x}_{}""#, id.session, id.counter));
    }
    let author = named(&comment.author);
    pack.form(format_args!("><dc:creator>{}</dc:creator>", Plain(&author)));
    if let Some(day) = moment(comment.at) {
        pack.form(format_args!("<dc:date>{}</dc:date>", day.trim_end_matches('Z')));
    }
    let said = if is_loose { said_of_lost(comment) } else { comment.text.clone() };
    for line in said.lines() {
        pack.put("<text:p>");
        letters(&one_line(line), pack);
        pack.put("</text:p>");
    }
    pack.put("</office:annotation>");
}
