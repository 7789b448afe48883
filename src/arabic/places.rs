//! Places of a text as people name them: «الفقرة 12», «صفحة 3», «توصية 3.2», «المحور الثاني».

use super::fold::fold;
use super::lexicon::ordinal;
use super::{ARTICLE, Case, Gender};

/// A kind of place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Sought {
    /// A paragraph by its number.
    Paragraph,
    /// A page.
    Page,
    /// A recommendation by the numbers that lead to it.
    Recommendation,
    /// An axis.
    Axis,
    /// An item of the agenda.
    Agenda,
}

/// What people call them, folded, without the article; the longer first.
const NAMES: [(Sought, &[&str]); 5] = [
    (Sought::Paragraph, &["فقره", "ف", "paragraphe", "paragraph", "par", "§"]),
    (Sought::Page, &["صفحه", "ص", "page", "pg", "p"]),
    (Sought::Recommendation, &["توصيه", "بند", "recommandation", "recommendation", "rec", "item", "r"]),
    (Sought::Axis, &["محور", "axe", "axis", "a"]),
    (Sought::Agenda, &["نقطه", "جدول", "point", "ordre", "agenda", "n"]),
];

/// The kind and the numbers that were asked for; nothing where there is no number.
#[must_use]
pub fn read(asked: &str) -> Option<(Option<Sought>, Vec<usize>)> {
    let folded = fold(asked);
    let mut sought = None;
    let mut numbers = Vec::new();
    let is_end = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '/' | '،' | ',' | ':' | '–');
    for part in folded.split(is_end).filter(|part| !part.is_empty()) {
        let digits = part.find(|c: char| c.is_ascii_digit()).unwrap_or(part.len());
        let (name, number) = part.split_at_checked(digits)?;
        if !name.is_empty() {
            match (named(name), nth(name)) {
                (Some(kind), _) => sought = sought.or(Some(kind)),
                (None, Some(n)) => numbers.push(n),
                // «من»، «رقم»، «جدول الأعمال»: words that say nothing more.
                (None, None) if sought.is_some() || number.is_empty() => {}
                (None, None) => return None,
            }
        }
        if !number.is_empty() {
            numbers.push(number.parse().ok()?);
        }
    }
    (!numbers.is_empty() && numbers.len() <= 4).then_some((sought, numbers))
}

fn named(word: &str) -> Option<Sought> {
    let bare = word.strip_prefix(ARTICLE).unwrap_or(word);
    NAMES.iter().find(|(_, names)| names.contains(&bare)).map(|(kind, _)| *kind)
}

/// «الثاني» is 2.
fn nth(word: &str) -> Option<usize> {
    (1..=10).find_map(|n| {
        let said = |gender| ordinal(n, gender, Case::Nominative, true).map(|said| fold(&said));
        let is =
            [Gender::Male, Gender::Female].into_iter().any(|gender| said(gender).as_deref() == Some(word));
        is.then(|| usize::try_from(n).ok()).flatten()
    })
}
