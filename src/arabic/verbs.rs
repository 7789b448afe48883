//! What stands before its subject and agrees with it in gender alone: verbs, and words with a pronoun of theirs.

const TABLE: &str = include_str!("../../assets/verbs.tsv");

/// A word before its subject, in both its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Verb {
    /// For a man, and for a body whose name is masculine.
    pub masculine: &'static str,
    /// For a woman, and for a body whose name is feminine.
    pub feminine: &'static str,
    /// Whether it is a verb that means something by itself, not a word of a phrase.
    pub alone: bool,
}

/// Every one that phrases and templates use, in the order of the table.
pub fn verbs() -> impl Iterator<Item = Verb> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        let (masculine, feminine, kind) = (cells.next()?, cells.next()?, cells.next()?);
        Some(Verb { masculine, feminine, alone: kind == "verb" })
    })
}
