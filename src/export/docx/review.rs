//! The review in a DOCX: suggestions as tracked changes, remarks as comments with their answers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::ROOT;
use super::lines::{Directions, Ink};
use crate::document::{ChangeId, CommentId};
use crate::export::pack::{Pack, Plain};
use crate::export::run::one_line;
use crate::export::sheet::{Sheet, said_of_lost};
use crate::export::stamp::{initials, is_shown, moment, named, of_change, talks};

/// What has been written of the review.
pub(super) struct Review<'s, 'a> {
    sheet: &'s Sheet<'a>,
    /// Suggestions are shown.
    is_on: bool,
    /// The number of the next change.
    next: u32,
    remarks: BTreeMap<CommentId, Remark>,
    /// Those whose words are gone, until they are written.
    loose: Vec<CommentId>,
}

/// A remark, while the words it is on are written.
struct Remark {
    /// Its number and how many answers follow it.
    number: usize,
    answers: usize,
    left: usize,
    begun: bool,
}

impl<'s, 'a> Review<'s, 'a> {
    pub(super) fn new(sheet: &'s Sheet<'a>) -> Self {
        let mut remarks = BTreeMap::new();
        let mut number = 0;
        let mut loose = Vec::new();
        for talk in talks(sheet) {
            loose.extend(talk.is_loose.then_some(talk.id));
            let answers = talk.answers.len();
            remarks.insert(talk.id, Remark { number, answers, left: talk.stretches, begun: false });
            number += 1 + answers;
        }
        Self { sheet, is_on: is_shown(sheet), next: 1, remarks, loose }
    }

    pub(super) fn has_remarks(&self) -> bool {
        !self.remarks.is_empty()
    }

    /// The change, if changes are shown.
    pub(super) fn shown(&self, change: Option<ChangeId>) -> Option<ChangeId> {
        change.filter(|_| self.is_on)
    }

    /// The start of an element about a change, without what closes it.
    pub(super) fn change(&mut self, element: &str, id: ChangeId, pack: &mut Pack) {
        let (author, day) = of_change(self.sheet, id);
        pack.form(format_args!(r#"<w:{element} w:id="{}" w:author="{}""#, self.next, Plain(&author)));
        if let Some(day) = day {
            pack.form(format_args!(r#" w:date="{day}""#));
        }
        self.next += 1;
    }

    /// The remarks whose words are gone, at this place.
    pub(super) fn loose(&mut self, pack: &mut Pack) {
        let loose = std::mem::take(&mut self.loose);
        self.begin(&loose, pack);
        self.end(&loose, pack);
    }

    /// What stands before a stretch with these remarks.
    pub(super) fn begin(&mut self, remarks: &[CommentId], pack: &mut Pack) {
        for id in remarks {
            if let Some(remark) = self.remarks.get_mut(id).filter(|remark| !remark.begun) {
                remark.begun = true;
                for number in remark.number..=remark.number + remark.answers {
                    pack.form(format_args!(r#"<w:commentRangeStart w:id="{number}"/>"#));
                }
            }
        }
    }

    /// What stands behind it.
    pub(super) fn end(&mut self, remarks: &[CommentId], pack: &mut Pack) {
        for id in remarks {
            let Some(remark) = self.remarks.get_mut(id) else { continue };
            remark.left = remark.left.saturating_sub(1);
            if remark.left > 0 {
                continue;
            }
            for number in remark.number..=remark.number + remark.answers {
                pack.form(format_args!(
                    concat!(
                        r#"<w:commentRangeEnd w:id="{0}"/>"#,
                        r#"<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>"#,
                        r#"<w:commentReference w:id="{0}"/></w:r>"#,
                    ),
                    number
                ));
            }
        }
    }
}

/// The remarks themselves, and which answer which.
pub(super) fn comments(sheet: &Sheet<'_>, pack: &mut Pack) {
    let mut threads = String::new();
    let rtl = sheet.is_rtl();
    let mut number: u32 = 0;
    let mut paragraph: u32 = 1;
    pack.begin("word/comments.xml");
    pack.form(format_args!(
        concat!(
            r#"<w:comments{} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#,
            r#" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14">"#,
        ),
        ROOT
    ));
    for talk in talks(sheet) {
        let mut root = None;
        for id in std::iter::once(talk.id).chain(talk.answers) {
            let Some(comment) = sheet.document.comments().get(&id) else { continue };
            let said =
                if talk.is_loose && root.is_none() { said_of_lost(comment) } else { comment.text.clone() };
            let author = named(&comment.author);
            pack.form(format_args!(
                r#"<w:comment w:id="{number}" w:author="{}" w:initials="{}""#,
                Plain(&author),
                Plain(&initials(&author)),
            ));
            if let Some(day) = moment(comment.at) {
                pack.form(format_args!(r#" w:date="{day}""#));
            }
            pack.put(">");
            let lines: Vec<String> = said.lines().map(one_line).filter(|line| !line.is_empty()).collect();
            let lines = if lines.is_empty() { vec![String::new()] } else { lines };
            for line in &lines {
                pack.form(format_args!(
                    r#"<w:p w14:paraId="{paragraph:08X}"><w:pPr><w:pStyle w:val="CommentText"/>{}</w:pPr>"#,
                    if rtl { "<w:bidi/>" } else { "" },
                ));
                Directions::of(line, rtl).write(line, Ink::default(), pack);
                pack.put("</w:p>");
                paragraph += 1;
            }
            pack.put("</w:comment>");
            // A comment is known by the last of its paragraphs.
            let last = paragraph - 1;
            let done = u8::from(comment.resolved.is_some());
            let parent = match root {
                Some(root) => format!(r#" w15:paraIdParent="{root:08X}""#),
                None => String::new(),
            };
            let _ = write!(threads, r#"<w15:commentEx w15:paraId="{last:08X}"{parent} w15:done="{done}"/>"#);
            root = root.or(Some(last));
            number += 1;
        }
    }
    pack.put("</w:comments>");
    pack.begin("word/commentsExtended.xml");
    pack.form(format_args!(
        r#"<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{threads}</w15:commentsEx>"#
    ));
}
