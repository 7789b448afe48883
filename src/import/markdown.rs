//! Markdown: headings, tables, quotations and marks as what they are, escapes as what they stand for, and what is said of
//! the text as a whole apart from it.

use super::gather::{Gather, Look, Words};
use super::plain::{Decoded, lines};
use super::source::{Apart, Format, Para, Read, ReadError};
use crate::arabic::fold::is_letter;

/// How many lines may stand between the rules that hold what is said of the text as a whole.
const FRONT: usize = 64;
/// A line as long as this that ends in no mark goes on in the next, as lines of programs that fold them do.
const FOLDED: usize = 60;

/// Whether a text opens as only Markdown does: with facts between two rules.
pub(super) fn has_front(text: &str) -> bool {
    front(text).is_some()
}

/// The facts between two rules at the start of a text, and what stands below them.
fn front(text: &str) -> Option<(Vec<&str>, &str)> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut next = || {
        let (line, after) = rest.split_once('\n')?;
        rest = after;
        Some(line.trim_end())
    };
    if next()? != "---" {
        return None;
    }
    let mut facts = Vec::new();
    for _ in 0..FRONT {
        let line = next()?;
        if matches!(line, "---" | "...") {
            return (!facts.is_empty()).then_some((facts, rest));
        }
        // «name: value», the items of a list below a name, remarks.
        let names = line
            .split_once(':')
            .is_some_and(|(name, _)| !name.trim().is_empty() && name.split_whitespace().nth(3).is_none());
        if !(names || line.is_empty() || line.starts_with([' ', '-', '#'])) {
            return None;
        }
        if !line.is_empty() {
            facts.push(line);
        }
    }
    None
}

pub(super) fn read(decoded: Decoded) -> Result<Read, ReadError> {
    let Decoded { text, encoding, unreadable } = decoded;
    let mut gather = Gather::new(encoding, unreadable);
    let (facts, body) = front(&text).unwrap_or_else(|| (Vec::new(), text.as_str()));
    let title = facts.iter().find_map(|fact| fact.strip_prefix("title:")).map(value).unwrap_or_default();
    let own = body.lines().find_map(|line| line.strip_prefix("# ")).map(plain);
    for fact in facts {
        // The title is said once, above the text.
        if fact.starts_with("title:") && own.as_ref().is_none_or(|own| same(own, &title)) {
            if own.is_none() {
                let mut words = Words::default();
                words.push(&title, Look::default());
                gather.end(words, Para { heading: Some(1), ..Para::default() });
            }
            continue;
        }
        let mut words = Words::default();
        words.push(fact, Look::default());
        gather.end(words, Para { apart: Some(Apart::Front), ..Para::default() });
    }
    Reader { gather, table: None, tables: 0, open: None, fenced: false }.body(body).done(&text)
}

/// The words of a fact: without quotes around them.
fn value(written: &str) -> String {
    let written = written.trim();
    let quoted = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match quoted {
        Some(inner) => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
        None => written.trim_matches('\'').to_owned(),
    }
}

fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| is_letter(*c) || c.is_numeric()).collect::<String>();
    letters(one) == letters(other)
}

/// The words of a line without its marks.
fn plain(line: &str) -> String {
    pieces(line).into_iter().map(|(words, _)| words).collect()
}

struct Reader {
    gather: Gather,
    /// The table whose rows are read, and whether its heads were.
    table: Option<(usize, bool)>,
    tables: usize,
    /// The paragraph that may go on in the next line.
    open: Option<(String, Para)>,
    fenced: bool,
}

impl Reader {
    fn body(mut self, body: &str) -> Self {
        let all: Vec<_> = lines(body).map(|line| line.words).collect();
        for (at, line) in all.iter().enumerate() {
            self.line(line, all.get(at + 1).copied().unwrap_or_default());
        }
        self.end();
        self
    }

    fn done(self, text: &str) -> Result<Read, ReadError> {
        let mut kept = Gather::default();
        let kept = kept.clean(&text.replace(['\u{b}', '\u{c}'], "\n"));
        self.gather.done(Format::Markdown, Some(kept))
    }

    fn line(&mut self, line: &str, next: &str) {
        let inner = line.trim();
        // Behind the signs may stand the name of a language, and no words.
        let fence = ["```", "~~~"].iter().find_map(|sign| inner.strip_prefix(sign));
        if fence.is_some_and(str::is_ascii) {
            self.end();
            self.fenced = !self.fenced;
            return;
        }
        if self.fenced {
            self.paragraph(inner.to_owned(), Para::default());
            self.end();
            return;
        }
        if let Some(cells) =
            row(inner).filter(|_| self.table.is_some() || row(next).is_some_and(|row| is_rule(&row)))
        {
            self.end();
            self.row(&cells);
            return;
        }
        self.table = None;
        if inner.is_empty() {
            self.end();
            self.gather.space();
            return;
        }
        if rule(inner) {
            self.end();
            self.gather.space();
            return;
        }
        let hashes = inner.len() - inner.trim_start_matches('#').len();
        let after = inner.get(hashes..).unwrap_or_default();
        if (1..=6).contains(&hashes) && (after.is_empty() || after.starts_with([' ', '\t'])) {
            self.end();
            let words = after.trim().trim_end_matches('#').trim_end().to_owned();
            self.paragraph(words, Para { heading: u8::try_from(hashes).ok(), ..Para::default() });
            self.end();
            return;
        }
        let indent = line.len() - line.trim_start().len();
        if let Some(words) = inner.strip_prefix('>') {
            self.end();
            let words = words.trim_start_matches(['>', ' ']).to_owned();
            self.paragraph(words, Para { apart: Some(Apart::Quoted), ..Para::default() });
            self.end();
            return;
        }
        // A bullet of the syntax that is none of ours.
        let words = inner.strip_prefix("+ ").map_or_else(|| inner.to_owned(), |rest| format!("- {rest}"));
        let begins = words.starts_with(['-', '*', '•', '–']) || words.starts_with(|c: char| c.is_numeric());
        let goes_on = !begins
            && self.open.as_ref().is_some_and(|(before, _)| {
                before.chars().count() >= FOLDED
                    && !before.ends_with(['.', ':', '؛', '!', '؟', '?', ';', '»', '\\'])
                    && !before.ends_with("  ")
            });
        if goes_on && let Some((open, _)) = &mut self.open {
            open.push(' ');
            open.push_str(&words);
            return;
        }
        self.end();
        self.paragraph(words, Para { indent, ..Para::default() });
    }

    fn paragraph(&mut self, words: String, para: Para) {
        self.open = Some((words, para));
    }

    /// The paragraph that was open is whole.
    fn end(&mut self) {
        let Some((line, para)) = self.open.take() else { return };
        let mut words = Words::default();
        for (piece, look) in pieces(line.trim_end_matches('\\')) {
            words.push(&piece, look);
        }
        self.gather.end(words, para);
    }

    fn row(&mut self, cells: &[&str]) {
        let (table, headed) = self.table.unwrap_or((self.tables, false));
        self.tables = self.tables.max(table + 1);
        if is_rule(cells) {
            self.table = Some((table, true));
            return;
        }
        self.table = Some((table, headed));
        let cells = cells.iter().map(|cell| {
            self.gather.open();
            let mut words = Words::default();
            for (piece, look) in pieces(cell.trim()) {
                words.push(&piece, look);
            }
            self.gather.end(words, Para::default());
            self.gather.close()
        });
        let cells = cells.collect();
        self.gather.row(cells, table, !headed);
    }
}

/// The cells of a row of a table.
fn row(line: &str) -> Option<Vec<&str>> {
    let inner = line.strip_prefix('|')?;
    let inner = inner.strip_suffix('|').filter(|inner| !inner.ends_with('\\')).unwrap_or(inner);
    let mut cells = Vec::new();
    let mut from = 0;
    let mut escaped = false;
    for (at, letter) in inner.char_indices() {
        if letter == '|' && !escaped {
            cells.push(inner.get(from..at)?);
            from = at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    cells.push(inner.get(from..)?);
    Some(cells)
}

/// Whether a row only says where its columns end.
fn is_rule(cells: &[&str]) -> bool {
    cells.iter().all(|cell| {
        let cell = cell.trim();
        cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':' | ' '))
    })
}

/// Whether a line is a rule across the page.
fn rule(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let of = |sign: char| bare.chars().count() >= 3 && bare.chars().all(|c| c == sign);
    of('-') || of('*') || of('_') || of('=')
}

/// What stands between marks, and how it looks; the marks are left out, escapes are what they stand for.
fn pieces(line: &str) -> Vec<(String, Look)> {
    let mut out: Vec<(String, Look)> = Vec::new();
    let mut look = Look::default();
    let mut slanted: Option<char> = None;
    let mut rest = line;
    let mut before: Option<char> = None;
    while let Some(letter) = rest.chars().next() {
        if let Some((length, change)) = mark(rest, before, look) {
            look = change;
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        let mut words = letter.to_string();
        let mut length = letter.len_utf8();
        let next = rest.get(length..).and_then(|rest| rest.chars().next());
        match letter {
            '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                words = next.map(String::from).unwrap_or_default();
                length += words.len();
            }
            '`' => words.clear(),
            // Slanted words have no look of their own here.
            '*' | '_' if slanted == Some(letter) && before.is_some_and(|c| !c.is_whitespace()) => {
                slanted = None;
                words.clear();
            }
            '*' | '_'
                if slanted.is_none()
                    && closes(rest, letter)
                    && !before.is_some_and(char::is_alphanumeric) =>
            {
                slanted = Some(letter);
                words.clear();
            }
            '[' => {
                if let Some((shown, address, whole)) = link(rest) {
                    words = if address.is_empty() || shown == address {
                        shown.to_owned()
                    } else {
                        format!("{shown} ({address})")
                    };
                    length = whole;
                }
            }
            _ => {}
        }
        before = rest.get(..length).and_then(|taken| taken.chars().next_back());
        rest = rest.get(length..).unwrap_or_default();
        match out.last_mut().filter(|(_, of)| *of == look) {
            Some((piece, _)) => piece.push_str(&words),
            None => out.push((words, look)),
        }
    }
    out
}

/// A mark that changes the look from here on, and its length.
fn mark(rest: &str, before: Option<char>, look: Look) -> Option<(usize, Look)> {
    let tags = [
        ("<strong>", Look { bold: true, ..look }),
        ("</strong>", Look { bold: false, ..look }),
        ("<b>", Look { bold: true, ..look }),
        ("</b>", Look { bold: false, ..look }),
        ("<u>", Look { underline: true, ..look }),
        ("</u>", Look { underline: false, ..look }),
        ("<del>", Look { strike: true, ..look }),
        ("</del>", Look { strike: false, ..look }),
    ];
    if let Some((tag, look)) = tags.iter().find(|(tag, _)| rest.starts_with(tag)) {
        return Some((tag.len(), *look));
    }
    for sign in ["**", "__"] {
        let Some(after) = rest.strip_prefix(sign) else { continue };
        let inner = after.chars().next();
        let opens = !look.bold && inner.is_some_and(|c| !c.is_whitespace()) && after.contains(sign);
        let ends = look.bold && before.is_some_and(|c| !c.is_whitespace());
        if opens || ends {
            return Some((2, Look { bold: !look.bold, ..look }));
        }
    }
    let after = rest.strip_prefix("~~")?;
    let opens = !look.strike && after.contains("~~");
    (opens || look.strike).then_some((2, Look { strike: !look.strike, ..look }))
}

/// Whether a sign that slants words is closed further on.
fn closes(rest: &str, sign: char) -> bool {
    let Some(inner) = rest.strip_prefix(sign) else { return false };
    let word = inner.chars().next().is_some_and(|c| !c.is_whitespace() && c != sign);
    word && inner.match_indices(sign).any(|(at, _)| {
        let before = inner.get(..at).and_then(|before| before.chars().next_back());
        let after = inner.get(at + sign.len_utf8()..).and_then(|after| after.chars().next());
        before.is_some_and(|c| !c.is_whitespace() && c != '\\') && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The words of a link, its address, and the length of all of it.
fn link(rest: &str) -> Option<(&str, &str, usize)> {
    let close = rest.find("](")?;
    let shown = rest.get(1..close)?;
    let end = rest.get(close..)?.find(')')? + close;
    let address = rest.get(close + 2..end)?.split_whitespace().next().unwrap_or_default();
    (!shown.contains('[') && !shown.is_empty()).then_some((shown, address, end + 1))
}
