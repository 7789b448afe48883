//! Markdown: labels as they are, what the syntax would take for its own made harmless.
//!
//! Written for `CommonMark` with the tables and strikes of GFM; what Pandoc's own dialect takes for lists, definitions
//! and superscripts is made harmless too. Every item is a paragraph of its own: lists that count by themselves would
//! write other numbers than the text has.

use super::review::Review;
use super::run::{Run, one_line};
use super::sheet::Sheet;
use super::txt;
use crate::arabic::Phrase;
use crate::template::{Composed, Part, TableRow};

pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let length: usize = sheet.texts().map(|text| text.text.len() + 24).sum();
    let mut file = String::with_capacity(length);
    front(sheet, &mut file);
    let mut review = Review::new(sheet);
    let ranks = sheet.ranks();
    for line in sheet.letterhead().chain(sheet.head.day.as_deref().map(one_line)) {
        block(&mut file, "", &escape_line(&line));
    }
    let title = &sheet.composition.title;
    if !title.text.trim().is_empty() {
        block(&mut file, "# ", &line(title, &mut review));
    }
    if let Some(number) = sheet.number() {
        block(&mut file, "", &line(number, &mut review));
    }
    let mut in_table = false;
    for text in sheet.body() {
        if let Some(cells) = &text.row {
            if !in_table && !file.is_empty() {
                file.push('\n');
            }
            row(cells, !in_table, &mut file);
            in_table = true;
            continue;
        }
        in_table = false;
        let line = line(text, &mut review);
        match text.part {
            Part::Quote => block(&mut file, "> ", &line),
            part => match ranks(part) {
                Some(rank) => block(&mut file, &format!("{} ", "#".repeat(usize::from(rank) + 1)), &line),
                None => block(&mut file, "", &line),
            },
        }
    }
    let told = review.told();
    if !told.is_empty() {
        block(&mut file, "## ", &escape_line(sheet.phrase(Phrase::Remarks)));
        for remark in told {
            block(&mut file, "", &escape_line(&remark.line()));
        }
    }
    txt::ended(file, sheet.options.eol)
}

/// What is said of the text as a whole, in the YAML that programs for sites read before the text.
fn front(sheet: &Sheet<'_>, file: &mut String) {
    let quoted = |words: &str| {
        let words = one_line(words).replace('\\', "\\\\").replace('"', "\\\"");
        (!words.is_empty()).then(|| format!("\"{words}\""))
    };
    let day = sheet.day().map(|day| day.to_string());
    let entries = [
        ("title", quoted(&sheet.name())),
        ("author", quoted(sheet.author())),
        ("lang", Some(sheet.language().to_owned())),
        ("date", day),
    ];
    file.push_str("---\n");
    for (name, value) in entries {
        if let Some(value) = value {
            for piece in [name, ": ", &value, "\n"] {
                file.push_str(piece);
            }
        }
    }
    file.push_str("---\n");
}

/// A paragraph, with a blank line before it.
fn block(file: &mut String, mark: &str, line: &str) {
    if !file.is_empty() {
        file.push('\n');
    }
    file.push_str(mark);
    file.push_str(line);
    file.push('\n');
}

/// A row of a table; the first one says where its columns end.
fn row(row: &TableRow, is_first: bool, file: &mut String) {
    for cell in &row.cells {
        file.push_str("| ");
        let words = escape(&one_line(&cell.text));
        file.push_str(&words);
        file.push_str(if words.is_empty() { "" } else { " " });
    }
    file.push_str("|\n");
    if is_first {
        file.push_str(&"|---".repeat(row.cells.len()));
        file.push_str("|\n");
    }
}

/// A paragraph on one line, its label before it.
fn line(text: &Composed, review: &mut Review<'_>) -> String {
    let label = one_line(&text.label);
    let plain = text.marks.is_empty() && !review.is_shown();
    let words = if plain {
        escape(&one_line(&text.text))
    } else if review.is_shown() {
        review.line(text, escape)
    } else {
        let runs = review.runs(text, false);
        runs.iter().enumerate().map(|(at, run)| dressed(&runs, at, run)).collect()
    };
    let mut line = if label.is_empty() { words } else { format!("{} {words}", escape(&label)) };
    guard_start(&mut line);
    line
}

/// A stretch with its looks, by the marks of the syntax where these are sure to be read as such, else by tags.
fn dressed(runs: &[Run], at: usize, run: &Run) -> String {
    let words = run.text.trim();
    if words.is_empty() || !(run.bold || run.strike || run.underline) {
        return escape(&run.text);
    }
    let start = run.text.len() - run.text.trim_start().len();
    let lead = run.text.get(..start).unwrap_or_default();
    let tail = run.text.get(start + words.len()..).unwrap_or_default();
    let before = lead.chars().next_back().or_else(|| {
        at.checked_sub(1).and_then(|before| runs.get(before)).and_then(|run| run.text.chars().next_back())
    });
    let after = tail.chars().next().or_else(|| runs.get(at + 1).and_then(|run| run.text.chars().next()));
    let apart = |side: Option<char>| side.is_none_or(char::is_whitespace);
    let inner = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    let sure = (apart(before) || inner(words.chars().next()) && lead.is_empty())
        && (apart(after) || inner(words.chars().next_back()) && tail.is_empty());
    let alone = |side: Option<char>, other: Option<&Run>| {
        apart(side) || !other.is_some_and(|other| other.bold || other.strike || other.underline)
    };
    let sure = sure
        && alone(before, at.checked_sub(1).and_then(|at| runs.get(at)))
        && alone(after, runs.get(at + 1));
    let mut dressed = escape(words);
    if run.underline {
        dressed = format!("<u>{dressed}</u>");
    }
    if run.strike {
        dressed = format!("<del>{dressed}</del>");
    }
    if run.bold {
        let by_sign = sure && !run.underline && !run.strike;
        dressed = if by_sign { format!("**{dressed}**") } else { format!("<strong>{dressed}</strong>") };
    }
    format!("{}{dressed}{}", escape(lead), escape(tail))
}

/// A whole line, harmless.
fn escape_line(words: &str) -> String {
    let mut line = escape(words);
    guard_start(&mut line);
    line
}

/// The words with a stroke before every letter that might be read as a mark of the syntax.
fn escape(words: &str) -> String {
    let marks = ['\\', '`', '*', '_', '[', ']', '<', '|', '#', '~', '^', '$', '&', '{', '}'];
    if !words.contains(marks) {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        if marks.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Makes harmless what only the start of a line gives a meaning: lists, quotations, rules, definitions.
fn guard_start(line: &mut String) {
    let Some(first) = line.chars().next() else { return };
    if matches!(first, '-' | '+' | '>' | ':' | '=' | '%') {
        line.insert(0, '\\');
        return;
    }
    let open = usize::from(first == '(');
    let rest = line.get(open..).unwrap_or_default();
    let label = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '@').len();
    let after = rest.get(label..).and_then(|rest| rest.chars().next());
    if label > 0 && label <= 16 && matches!(after, Some('.' | ')')) {
        line.insert(if open == 1 { 0 } else { label }, '\\');
    }
}
