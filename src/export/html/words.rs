//! The words of a paragraph as HTML: what they look like, what was suggested of them, how they are read.

use std::borrow::Cow;
use std::fmt;

use super::super::review::Review;
use super::super::run::{Isolate, Run, one_line};
use super::super::sheet::Sheet;
use crate::arabic;
use crate::document::{ChangeId, Colour, Language};
use crate::template::Composed;

/// Writes the stretches of a paragraph behind what is there.
pub(super) fn runs(text: &Composed, review: &mut Review<'_>, sheet: &Sheet<'_>, out: &mut String) {
    let runs = review.runs(text, true);
    for (at, run) in runs.iter().enumerate() {
        let suggested = [run.deleted.map(|id| ("del", id)), run.inserted.map(|id| ("ins", id))];
        for (tag, id) in suggested.into_iter().flatten() {
            put(out, format_args!("<{tag}{}>", who(review, id)));
        }
        let is_remarked = !run.remarks.is_empty();
        if is_remarked {
            out.push_str("<mark>");
        }
        dressed(run, sheet, out);
        if is_remarked {
            out.push_str("</mark>");
        }
        let next = runs.get(at + 1);
        for id in &run.remarks {
            if next.is_none_or(|next| !next.remarks.contains(id)) {
                let n = review.number(*id);
                put(
                    out,
                    format_args!(
                        "<sup class=\"ref\" id=\"remarked-{n}\"><a href=\"#remark-{n}\">[{n}]</a></sup>"
                    ),
                );
            }
        }
        for (tag, _) in suggested.into_iter().flatten().rev() {
            put(out, format_args!("</{tag}>"));
        }
    }
}

/// Who suggested a change, and on which day, for the house.
fn who(review: &Review<'_>, id: ChangeId) -> String {
    let Some((author, at)) = review.author(id) else { return String::new() };
    let day = crate::arabic::date::then_here(at.0);
    let day = day.map(|(day, _)| format!(" datetime=\"{day}\"")).unwrap_or_default();
    format!(" title=\"{}\"{day}", attribute(&one_line(author)))
}

/// One stretch with its looks.
fn dressed(run: &Run, sheet: &Sheet<'_>, out: &mut String) {
    let mut close: Vec<&str> = Vec::new();
    let mut wear = |out: &mut String, open: &str, end: &'static str| {
        out.push_str(open);
        close.push(end);
    };
    if let Some(language) = run.language.filter(|language| *language != sheet.document.language()) {
        let (lang, dir) = match language {
            Language::Arabic => ("ar", "rtl"),
            Language::French => ("fr", "ltr"),
            Language::English => ("en", "ltr"),
        };
        wear(out, &format!("<span lang=\"{lang}\" dir=\"{dir}\">"), "</span>");
    }
    if let Some(colour) = run.colour {
        let colour = match colour {
            Colour::Accent => "#0e665c",
            Colour::Red => "#b3261e",
            Colour::Grey => "#5a6260",
        };
        wear(out, &format!("<span style=\"color: {colour}\">"), "</span>");
    }
    if run.bold {
        wear(out, "<strong>", "</strong>");
    }
    if run.underline {
        wear(out, "<u>", "</u>");
    }
    if run.strike {
        wear(out, "<s>", "</s>");
    }
    match run.isolate {
        Some(Isolate::Figure) => wear(out, "<bdi dir=\"ltr\">", "</bdi>"),
        Some(Isolate::Value) => wear(out, "<bdi>", "</bdi>"),
        None => {}
    }
    out.push_str(&escape(&run.text));
    close.iter().rev().for_each(|end| out.push_str(end));
}

/// A line that the header alone writes, its figures held to their order.
pub(super) fn held(words: &str, sheet: &Sheet<'_>) -> String {
    let words = one_line(words);
    let mut out = String::with_capacity(words.len() + 32);
    let mut from = 0;
    for figure in arabic::figures(&words).into_iter().filter(|_| sheet.is_rtl()) {
        out.push_str(&escape(words.get(from..figure.start).unwrap_or_default()));
        let inside = escape(words.get(figure.clone()).unwrap_or_default());
        put(&mut out, format_args!("<bdi dir=\"ltr\">{inside}</bdi>"));
        from = figure.end;
    }
    out.push_str(&escape(words.get(from..).unwrap_or_default()));
    out
}

/// Writes behind what is there; into a text that cannot fail.
pub(super) fn put(out: &mut String, words: fmt::Arguments<'_>) {
    let _ = fmt::Write::write_fmt(out, words);
}

/// The words as they stand between tags.
pub(super) fn escape(words: &str) -> Cow<'_, str> {
    replaced(words, &['&', '<', '>'])
}

/// The words as they stand inside the quotes of an attribute.
pub(super) fn attribute(words: &str) -> Cow<'_, str> {
    replaced(words, &['&', '<', '>', '"'])
}

fn replaced<'a>(words: &'a str, marks: &[char]) -> Cow<'a, str> {
    if !words.contains(marks) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if marks.contains(&'"') => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}
