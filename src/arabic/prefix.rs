//! Letters that Arabic writes attached to the next word: «و», «بـ», «لـ».

/// Words that begin with «ال» without an article: «لـ» leaves them whole.
const NO_ARTICLE: [&str; 12] = [
    "التزام",
    "التحاق",
    "التماس",
    "التقاء",
    "التئام",
    "التفاف",
    "التباس",
    "التصاق",
    "التقاط",
    "التفات",
    "التهام",
    "التحام",
];

/// The marks an item of a list may end with.
pub const ENDS: [char; 5] = ['.', '؛', '،', ';', ','];

/// The letter that joins a clause to the one before it.
pub const AND: char = 'و';

/// The signs a clause ends or begins with.
pub const CLAUSE: [char; 11] = ['،', '؛', '.', ':', '!', '؟', '«', '»', '(', ')', ';'];

/// «أ، وب، وج»: items of several words told in one line.
#[must_use]
pub fn list(items: &[String]) -> String {
    items.join("، و")
}

/// «أ وب وج»: each part after the first with «و» attached.
#[must_use]
pub fn join(parts: &[String]) -> String {
    parts.join(" و")
}

/// «بالمقر الجهوي»; «بـ PDF» before anything that is not an Arabic word.
#[must_use]
pub fn with_ba(noun: &str) -> String {
    if noun.is_empty() || takes_prefix(noun) { attached("ب", noun) } else { format!("بـ {noun}") }
}

/// «للأمانة», «للجنة», «لحزب»; «لـ 7 أكتوبر» before anything that is not an Arabic word.
#[must_use]
pub fn with_li(noun: &str) -> String {
    if noun.is_empty() {
        return String::new();
    }
    if !takes_prefix(noun) {
        return format!("لـ {noun}");
    }
    let first = noun.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let whole = NO_ARTICLE.iter().any(|word| first.starts_with(word));
    let article =
        noun.strip_prefix('ا').filter(|rest| rest.starts_with('ل') && !whole && first.chars().count() > 3);
    match article.map(|rest| (rest, rest.chars().nth(1))) {
        Some((rest, Some('ل'))) => rest.to_owned(),
        Some((rest, _)) => attached("ل", rest),
        None => attached("ل", noun),
    }
}

fn attached(prefix: &str, noun: &str) -> String {
    if noun.is_empty() { String::new() } else { format!("{prefix}{noun}") }
}

/// Whether a prefix can join the first letter: an Arabic letter that is not an abbreviation such as «د.».
fn takes_prefix(noun: &str) -> bool {
    let mut letters = noun.chars();
    let first =
        letters.next().is_some_and(|letter| matches!(letter, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}'));
    first && letters.next() != Some('.')
}
