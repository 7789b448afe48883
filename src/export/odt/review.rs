//! The review in an ODT: what is suggested as tracked changes, remarks as notes in the margin.

use std::collections::BTreeMap;

use super::letters;
use crate::document::{ChangeId, CommentId};
use crate::export::pack::{Pack, Plain};
use crate::export::run::{Run, one_line};
use crate::export::sheet::{Sheet, said_of_lost};
use crate::export::stamp::{Talk, is_shown, moment, named, of_change, talks, whole};
use crate::template::Composed;

/// What a stretch is suggested to become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Change {
    Insertion(ChangeId),
    /// Words that another change put in are told with both.
    Deletion(ChangeId, Option<ChangeId>),
}

/// What has been written of the review.
pub(super) struct Review<'s, 'a> {
    sheet: &'s Sheet<'a>,
    is_on: bool,
    /// The number of the last change.
    last: u32,
    /// All changes so far, with what would be dropped, which the file has before its text.
    pub(super) regions: Pack,
    talks: Vec<Talk>,
    /// On how many more stretches each remark stands; nothing before its first.
    left: BTreeMap<CommentId, usize>,
}

impl<'s, 'a> Review<'s, 'a> {
    pub(super) fn new(sheet: &'s Sheet<'a>) -> Self {
        Self {
            sheet,
            is_on: is_shown(sheet),
            last: 0,
            regions: Pack::piece(),
            talks: talks(sheet),
            left: BTreeMap::new(),
        }
    }

    /// The change on these words of a paragraph that stays, if changes are shown: words of one that is put in are put in
    /// with it.
    pub(super) fn change(&self, text: &Composed, run: &Run) -> Option<Change> {
        if !self.is_on || text.target.is_none() {
            return None;
        }
        let of_all = whole(self.sheet, text).inserted;
        match (run.deleted, run.inserted) {
            (Some(id), inserted) => Some(Change::Deletion(id, of_all.or(inserted))),
            (None, inserted) => inserted.filter(|_| of_all.is_none()).map(Change::Insertion),
        }
    }

    /// Lists something that is put in; its number.
    pub(super) fn insertion(&mut self, id: ChangeId) -> u32 {
        self.begin_region();
        self.told("insertion", id);
        self.regions.put("</text:insertion></text:changed-region>");
        self.last
    }

    /// Lists something that would be dropped, which follows; its number.
    pub(super) fn begin_deletion(&mut self, id: ChangeId) -> u32 {
        self.begin_region();
        self.told("deletion", id);
        self.last
    }

    /// Ends it; what was put in by another change is told with that.
    pub(super) fn end_deletion(&mut self, inserted: Option<ChangeId>) {
        self.regions.put("</text:deletion>");
        if let Some(id) = inserted {
            self.told("insertion", id);
            self.regions.put("</text:insertion>");
        }
        self.regions.put("</text:changed-region>");
    }

    fn begin_region(&mut self) {
        self.last += 1;
        let number = self.last;
        self.regions.form(format_args!(r#"<text:changed-region xml:id="ct{number}" text:id="ct{number}">"#));
    }

    /// Begins what is told of a change: who and when.
    fn told(&mut self, element: &str, id: ChangeId) {
        let (author, day) = of_change(self.sheet, id);
        self.regions.form(format_args!(
            concat!(
                "<text:{}><office:change-info>",
                "<dc:creator>{}</dc:creator><dc:date>{}</dc:date></office:change-info>",
            ),
            element,
            Plain(&author),
            // A change must say a day; that of nobody in particular is the first.
            day.as_deref().unwrap_or("1970-01-01T00:00:00Z").trim_end_matches('Z'),
        ));
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

    /// The remarks that begin with these words.
    pub(super) fn begin(&mut self, remarks: &[CommentId], pack: &mut Pack) {
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
    }

    /// The ends of those that end with them.
    pub(super) fn end(&mut self, remarks: &[CommentId], pack: &mut Pack) {
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
