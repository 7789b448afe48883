//! What an agenda says of the meeting before: its minutes are approved, its recommendations are followed up.

use super::agreement::{Case, Gender};
use super::session::Sitting;
use super::when::{Style, When, write};

/// How these items begin.
const APPROVAL: &str = "المصادقة على محضر";
const FOLLOW_UP: &str = "تتبع تنفيذ توصيات";

/// «الاجتماع الدوري السابع»; «الاجتماع الدوري السابق» where nobody knows which one it was.
fn named(sitting: &Sitting<'_>) -> String {
    let name = sitting.definite(Case::Oblique);
    if sitting.ordinal.is_some() || !sitting.theme.is_empty() {
        return name;
    }
    let before = if sitting.gender() == Gender::Female { "السابقة" } else { "السابق" };
    format!("{name} {before}")
}

/// «المصادقة على محضر الاجتماع الدوري السابع المنعقد يوم السبت 14 نونبر 2026».
#[must_use]
pub fn approval(sitting: &Sitting<'_>, dates: &When) -> String {
    let day = match dates {
        // Words of another day's view, «أمس», would be wrong on this one.
        When::Relative { date, .. } => date.map(|date| write(&When::day(date), Style::WithDay)),
        When::Unset | When::Text(_) => None,
        When::Days(_) | When::Range { .. } | When::Month { .. } => Some(write(dates, Style::WithDay)),
    };
    let held = if sitting.gender() == Gender::Female { "المنعقدة" } else { "المنعقد" };
    match day.filter(|day| !day.is_empty()) {
        Some(day) => format!("{APPROVAL} {} {held} {day}", named(sitting)),
        None => format!("{APPROVAL} {}", named(sitting)),
    }
}

/// «تتبع تنفيذ توصيات الاجتماع الدوري السابع».
#[must_use]
pub fn follow_up(sitting: &Sitting<'_>) -> String {
    format!("{FOLLOW_UP} {}", named(sitting))
}

/// Whether an item or a heading is one of these two: it belongs to its own meeting and is never carried on.
#[must_use]
pub fn is_of_previous(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(APPROVAL)
        || text.starts_with(FOLLOW_UP)
        || [FRENCH, ENGLISH].iter().flatten().any(|words| text.starts_with(words))
}

/// The two items in a record written in French.
pub const FRENCH: [&str; 2] =
    ["Approbation du procès-verbal de la réunion précédente", "Suivi des recommandations précédentes"];

/// The two items in a record written in English.
pub const ENGLISH: [&str; 2] =
    ["Approval of the minutes of the previous meeting", "Follow-up of earlier recommendations"];

/// The mark that these items end with, as the others of a list do: a semicolon where theirs is one.
#[must_use]
pub fn closing_mark<'a>(mut items: impl Iterator<Item = &'a str>) -> &'static str {
    if items.any(|item| item.trim_end().ends_with('؛')) { "؛" } else { "" }
}

/// The item without the mark it ends with.
#[must_use]
pub fn unclosed(text: &str) -> &str {
    text.trim_end_matches([' ', '؛', '،', '.', ';', ','])
}
