//! Texts for channels: what each takes for markup is used or made harmless.

use super::review::Review;
use super::run::one_line;
use super::sheet::Sheet;
use super::txt;
use super::units::headed;
use crate::arabic::is_right_to_left;
use crate::template::{Composed, Part};

/// Where a text is posted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Channel {
    /// Words between stars are bold; a line that begins with a hyphen, a number or `>` is taken for a list or a quotation.
    Whatsapp,
    /// Nothing is markup.
    Facebook,
    /// A title on one line, then paragraphs; whatever bullet the text has, it is a dash, as newspapers print it.
    Site,
}

pub(super) fn whatsapp(sheet: &Sheet<'_>) -> String {
    post(sheet, Channel::Whatsapp)
}

pub(super) fn facebook(sheet: &Sheet<'_>) -> String {
    post(sheet, Channel::Facebook)
}

pub(super) fn site(sheet: &Sheet<'_>) -> String {
    post(sheet, Channel::Site)
}

fn post(sheet: &Sheet<'_>, channel: Channel) -> String {
    let length: usize = sheet.texts().map(|text| text.text.len() + 24).sum();
    let mut file = String::with_capacity(length);
    let mut review = Review::new(sheet);
    let mut before: Option<Part> = None;
    let title = std::iter::once(&sheet.composition.title);
    for text in title.chain(sheet.paragraphs()).filter(|text| !text.text.trim().is_empty()) {
        if let Some(before) = before {
            file.push_str(txt::between(before, text.part));
        }
        file.push_str(&line(text, &mut review, channel, sheet.is_rtl()));
        before = Some(text.part);
    }
    let mut below: Vec<String> = Vec::new();
    let told = review.told();
    if !told.is_empty() {
        below.push(String::new());
        below.extend(told.iter().map(super::review::Told::line));
    }
    if let Some(contact) = sheet.contact() {
        below.extend([String::new(), if channel == Channel::Site { contact } else { headed(&contact) }]);
    }
    for line in below {
        file.push('\n');
        match channel {
            Channel::Whatsapp => file.push_str(&directed(harmless(&line, false), sheet.is_rtl())),
            Channel::Facebook | Channel::Site => file.push_str(&line),
        }
    }
    file.push('\n');
    txt::ended(file, sheet.options.eol)
}

fn line(text: &Composed, review: &mut Review<'_>, channel: Channel, rtl: bool) -> String {
    let label = one_line(&text.label);
    let is_bullet = matches!(label.as_str(), "-" | "–" | "•");
    let label = match channel {
        Channel::Whatsapp if is_bullet => "•",
        Channel::Site if is_bullet => "–",
        Channel::Whatsapp | Channel::Facebook | Channel::Site => label.as_str(),
    };
    let words = if review.is_shown() {
        review.line(text, str::to_owned)
    } else if text.part == Part::Fact && text.target.is_none() && channel != Channel::Site {
        headed(&text.text)
    } else {
        one_line(&text.text)
    };
    let line = if label.is_empty() { words } else { format!("{label} {words}") };
    if channel != Channel::Whatsapp {
        return line;
    }
    if matches!(text.part, Part::Title | Part::Heading(_) | Part::Outline(0)) {
        return directed(format!("*{}*", harmless(&line, true)), rtl);
    }
    directed(harmless(&line, false), rtl)
}

/// The line with a mark of its own direction before it, where it would be taken for a list or read from the other side:
/// it begins with a figure, a bullet or a sign of lists, or its first letter is of another script.
fn directed(line: String, rtl: bool) -> String {
    let first = line.trim_start_matches(['*', '«', '"', '(', '[']).chars().next();
    let listed = first.is_some_and(|c| c.is_numeric() || matches!(c, '-' | '–' | '•' | '>' | '+' | '#'));
    let letter = line.chars().find(|c| c.is_alphabetic());
    let turned = letter.is_some_and(|letter| is_right_to_left(letter) != rtl);
    if listed || turned { format!("{}{line}", if rtl { '\u{200F}' } else { '\u{200E}' }) } else { line }
}

/// The line without what would turn into bold, italic, struck or fixed-width letters.
///
/// A sign alone, or between two letters, turns into nothing and stays; of several each is written as the sign that looks
/// like it. Addresses stay as they are: what looks alike leads nowhere. In a line that is `bold` as a whole a single
/// star would end the bold letters early.
fn harmless(line: &str, bold: bool) -> String {
    if !line.contains(['*', '_', '~', '`']) {
        return line.to_owned();
    }
    let mut letters: Vec<char> = line.chars().collect();
    let mut from = 0;
    let mut acting: Vec<usize> = Vec::new();
    for word in line.split(' ') {
        let length = word.chars().count();
        if !(word.contains("://") || word.starts_with("www.") || word.contains('@')) {
            acting.extend((from..from + length).filter(|at| acts(&letters, *at)));
        }
        from += length + 1;
    }
    for (sign, like) in [('*', '\u{2217}'), ('_', '\u{2CD}'), ('~', '\u{223C}'), ('`', '\u{2CB}')] {
        let found: Vec<usize> = acting.iter().copied().filter(|at| letters.get(*at) == Some(&sign)).collect();
        if found.len() > 1 || (bold && sign == '*') {
            for at in found {
                if let Some(letter) = letters.get_mut(at) {
                    *letter = like;
                }
            }
        }
    }
    letters.into_iter().collect()
}

/// Whether what stands here is a sign that could open or close something: not between two letters.
fn acts(letters: &[char], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphanumeric());
    letters.get(at).is_some_and(|c| matches!(c, '*' | '_' | '~' | '`'))
        && !(letter(at.checked_sub(1)) && letter(at.checked_add(1)))
}

/// What a text measures: characters as they are counted by channels, and words.
#[must_use]
pub fn length(text: &str) -> (usize, usize) {
    let text = text.trim();
    (text.chars().filter(|c| *c != '\r').count(), text.split_whitespace().count())
}
