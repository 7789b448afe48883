//! Suggestions and remarks in formats that have nothing of their own for them: words in brackets and a list at the end.

use std::borrow::Cow;

use super::run::{self, Run};
use super::sheet::{Sheet, said_of_lost};
use super::stamp::root;
use crate::arabic::{Phrase, date};
use crate::document::{ChangeId, Comment, CommentId, Language, Stamp};
use crate::template::{Composed, Reading};

/// What a text shows of its review, and the remarks met so far, in the order of the text.
pub(super) struct Review<'a> {
    sheet: &'a Sheet<'a>,
    met: Vec<CommentId>,
}

/// A remark or an answer to one, as it is told below the text.
pub(super) struct Told<'a> {
    /// Its number; nothing for an answer to the one before.
    pub(super) number: Option<usize>,
    /// Who wrote it.
    pub(super) author: &'a str,
    /// On which day.
    pub(super) day: Option<String>,
    /// What it says.
    pub(super) words: Cow<'a, str>,
    /// The words it is on, or was.
    pub(super) quoted: &'a str,
    /// Whether the words it was on are gone.
    pub(super) is_loose: bool,
}

impl<'a> Review<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>) -> Self {
        Self { sheet, met: Vec::new() }
    }

    /// Whether suggestions are shown at all.
    pub(super) fn is_shown(&self) -> bool {
        self.sheet.view.reading == Reading::Markup
    }

    /// The number of a remark, as it is met.
    pub(super) fn number(&mut self, id: CommentId) -> usize {
        match self.met.iter().position(|other| *other == id) {
            Some(at) => at + 1,
            None => {
                self.met.push(id);
                self.met.len()
            }
        }
    }

    /// The stretches of a paragraph, those of a block suggested as a whole among them.
    pub(super) fn runs(&self, composed: &Composed, isolated: bool) -> Vec<Run> {
        let mut runs =
            if isolated { run::isolated(composed, self.sheet.is_rtl()) } else { run::runs(composed) };
        if self.is_shown() {
            for run in &mut runs {
                run.inserted = run.inserted.or(composed.review.inserted);
                run.deleted = run.deleted.or(composed.review.removed);
            }
        }
        runs
    }

    /// Who suggested this.
    pub(super) fn author(&self, id: ChangeId) -> Option<(&'a str, Stamp)> {
        let change = self.sheet.document.changes().get(&id)?;
        Some((change.author.as_str(), change.at)).filter(|(author, _)| !author.trim().is_empty())
    }

    /// A paragraph on one line: suggestions in brackets, the numbers of remarks behind the words they are about.
    pub(super) fn line(&mut self, composed: &Composed, write: impl Fn(&str) -> String) -> String {
        let runs = self.runs(composed, false);
        let mut line = String::with_capacity(composed.text.len());
        let mut open: Option<Suggested> = None;
        for (at, run) in runs.iter().enumerate() {
            let suggested = Suggested::of(run);
            if open != suggested {
                if open.is_some() {
                    line.push_str(&write("]"));
                }
                if let Some(suggested) = suggested {
                    line.push_str(&write(&self.bracket(suggested)));
                }
                open = suggested;
            }
            line.push_str(&write(&run.text));
            let next = runs.get(at + 1);
            for id in &run.remarks {
                if next.is_none_or(|next| !next.remarks.contains(id)) {
                    line.push_str(&write(&format!("[{}]", self.number(*id))));
                }
            }
        }
        if open.is_some() {
            line.push_str(&write("]"));
        }
        line
    }

    fn bracket(&self, suggested: Suggested) -> String {
        let (phrase, id) = match suggested {
            Suggested::Added(id) => (Phrase::Added, id),
            Suggested::Dropped(id) => (Phrase::Dropped, id),
        };
        let word = self.sheet.phrase(phrase);
        match self.author(id) {
            Some((author, _)) => format!("[{word} ({}): ", run::one_line(author)),
            None => format!("[{word}: "),
        }
    }

    /// The remarks met, then those whose words are gone, each with its answers in the order they were given.
    pub(super) fn told(&self) -> Vec<Told<'a>> {
        let comments = self.sheet.document.comments();
        let mut told = Vec::new();
        let loose = self.sheet.loose();
        for (at, id) in self.met.iter().chain(&loose).enumerate() {
            let Some(comment) = comments.get(id) else { continue };
            let mut remark = self.tell(Some(at + 1), comment);
            if at >= self.met.len() {
                remark = Told { words: said_of_lost(comment).into(), is_loose: true, ..remark };
            }
            told.push(remark);
            let mut answers: Vec<&Comment> =
                comments.values().filter(|other| root(comments, other) == Some(*id)).collect();
            answers.sort_by_key(|answer| answer.at);
            told.extend(answers.into_iter().map(|answer| self.tell(None, answer)));
        }
        told
    }

    fn tell(&self, number: Option<usize>, comment: &'a Comment) -> Told<'a> {
        Told {
            number,
            author: &comment.author,
            day: self.day(comment.at),
            words: comment.text.as_str().into(),
            quoted: &comment.quoted,
            is_loose: false,
        }
    }

    fn day(&self, at: Stamp) -> Option<String> {
        let (day, _) = date::then_here(at.0)?;
        Some(match self.sheet.document.language() {
            Language::Arabic => {
                crate::arabic::write(&crate::arabic::When::day(day), crate::arabic::Style::Plain)
            }
            Language::French | Language::English => day.to_string(),
        })
    }
}

/// A suggestion about words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Suggested {
    Added(ChangeId),
    Dropped(ChangeId),
}

impl Suggested {
    /// Words both added and dropped are dropped: nobody has agreed to either.
    fn of(run: &Run) -> Option<Self> {
        run.deleted.map(Self::Dropped).or(run.inserted.map(Self::Added))
    }
}

impl Told<'_> {
    /// On one line: «1- ليلى المرابط، 3 مارس 2024: …».
    pub(super) fn line(&self) -> String {
        let number = self.number.map_or_else(|| "– ".to_owned(), |number| format!("{number}- "));
        format!("{number}{}{}", self.who(), run::one_line(&self.words))
    }

    /// «ليلى المرابط، 3 مارس 2024: », or nothing.
    pub(super) fn who(&self) -> String {
        let author = run::one_line(self.author);
        match (&self.day, author.is_empty()) {
            (Some(day), false) => format!("{author} ({day}): "),
            (None, false) => format!("{author}: "),
            (Some(day), true) => format!("({day}): "),
            (None, true) => String::new(),
        }
    }
}
