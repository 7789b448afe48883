//! Text with marks on it and fields in it: the only place that slices a record's strings.

use std::fmt;
use std::ops::Range;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::Language;
use super::atom::Atom;
use super::id::{ChangeId, CommentId};
use super::limits::Limit;

/// What stands in the string where a field is: OBJECT REPLACEMENT CHARACTER.
pub const ATOM: char = '\u{FFFC}';

/// One paragraph's text: a string in logical order, fields as atoms, and marks over ranges.
///
/// Offsets are UTF-8 bytes and always on char boundaries. Each atom is one [`ATOM`] in the string;
/// the n-th such character is the n-th atom. The string holds no line break. Marks are kept
/// canonical (sorted, merged, none empty), so equal texts compare equal.
#[derive(Clone, PartialEq, Eq, Default, Hash)]
pub struct RichText {
    text: String,
    atoms: Vec<Atom>,
    marks: Vec<Marked>,
}

/// A mark and the bytes it covers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Marked {
    /// First byte covered.
    pub start: usize,
    /// First byte no longer covered.
    pub end: usize,
    /// What the range is.
    pub mark: Mark,
}

impl Marked {
    /// The bytes covered.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// What can be said of a stretch of text. None changes an advance or breaks a join.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, serde::Serialize, serde::Deserialize)]
pub enum Mark {
    /// Heavier letters.
    Bold,
    /// A line under the text.
    Underline,
    /// A line through the text.
    Strike,
    /// A colour of the palette.
    Colour(Colour),
    /// Words in another language than the record's.
    Language(Language),
    /// Suggested words, not yet accepted.
    Inserted(ChangeId),
    /// Words somebody suggests to drop, still there until accepted.
    Deleted(ChangeId),
    /// The words a remark is about.
    Remark(CommentId),
}

impl Mark {
    /// Whether the mark belongs to the review, not to the text: a copy leaves it behind.
    #[must_use]
    pub fn is_review(self) -> bool {
        match self {
            Self::Inserted(_) | Self::Deleted(_) | Self::Remark(_) => true,
            Self::Bold | Self::Underline | Self::Strike | Self::Colour(_) | Self::Language(_) => false,
        }
    }
}

/// The colours a writer may give to words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, serde::Serialize, serde::Deserialize)]
pub enum Colour {
    /// The accent of the letterhead.
    Accent,
    /// A warning red.
    Red,
    /// A quiet grey.
    Grey,
}

/// A stretch of text with the same marks throughout, or one field: how rich text is saved.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A field.
    Field(Atom),
    /// Words under marks.
    Marked(Vec<Mark>, String),
    /// A field under marks.
    MarkedField(Vec<Mark>, Atom),
}

/// Why a text was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RichError {
    /// The range is not inside the text or not on char boundaries.
    Range,
    /// The text holds a line break, or U+FFFC where there is no field.
    Character(char),
}

impl fmt::Display for RichError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Range => f.write_str("the range is not inside the text"),
            Self::Character(c) => write!(f, "U+{:04X} may not stand in a paragraph", u32::from(*c)),
        }
    }
}

impl std::error::Error for RichError {}

fn refused(c: char) -> bool {
    matches!(c, ATOM | '\n' | '\r' | '\0')
}

impl RichText {
    /// Plain words; a line break becomes a space, U+FFFC and NUL are dropped.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        let text = if text.contains(refused) {
            let joined = text.replace("\r\n", " ");
            let kept = joined.chars().filter(|c| !matches!(c, &ATOM | '\0'));
            kept.map(|c| if refused(c) { ' ' } else { c }).collect()
        } else {
            text.to_owned()
        };
        Self { text, ..Self::default() }
    }

    /// One field.
    #[must_use]
    pub fn atom(atom: Atom) -> Self {
        Self { text: ATOM.into(), atoms: vec![atom], marks: Vec::new() }
    }

    /// The text of these pieces.
    ///
    /// # Errors
    /// A character that may not stand in a paragraph.
    pub fn from_pieces(pieces: impl IntoIterator<Item = Piece>) -> Result<Self, RichError> {
        let mut rich = Self::default();
        for piece in pieces {
            rich.push(piece)?;
        }
        rich.normalise();
        Ok(rich)
    }

    fn push(&mut self, piece: Piece) -> Result<(), RichError> {
        let start = self.text.len();
        let marks = match piece {
            Piece::Text(words) => {
                self.push_words(&words)?;
                return Ok(());
            }
            Piece::Field(atom) => {
                self.push_atom(atom);
                return Ok(());
            }
            Piece::Marked(marks, words) => {
                self.push_words(&words)?;
                marks
            }
            Piece::MarkedField(marks, atom) => {
                self.push_atom(atom);
                marks
            }
        };
        let end = self.text.len();
        if start < end {
            self.marks.extend(marks.into_iter().map(|mark| Marked { start, end, mark }));
        }
        Ok(())
    }

    fn push_words(&mut self, words: &str) -> Result<(), RichError> {
        if let Some(c) = words.chars().find(|c| refused(*c)) {
            return Err(RichError::Character(c));
        }
        self.text.push_str(words);
        Ok(())
    }

    fn push_atom(&mut self, atom: Atom) {
        self.text.push(ATOM);
        self.atoms.push(atom);
    }

    /// The string, with [`ATOM`] for each field.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The fields with their offsets, in order.
    pub fn atoms(&self) -> impl Iterator<Item = (usize, &Atom)> {
        // Most texts have none: then the string is not searched.
        let places = (!self.atoms.is_empty()).then(|| self.text.match_indices(ATOM));
        places.into_iter().flatten().map(|(at, _)| at).zip(&self.atoms)
    }

    /// The field at this offset.
    #[must_use]
    pub fn atom_at(&self, offset: usize) -> Option<&Atom> {
        self.atoms().find(|(at, _)| *at == offset).map(|(_, atom)| atom)
    }

    /// How many marks and fields lie in the text.
    #[must_use]
    pub fn weight_of_marks(&self) -> usize {
        self.marks.len() + self.atoms.len()
    }

    /// The marks: sorted by start, end and mark; ranges of one mark neither overlap nor touch.
    #[must_use]
    pub fn marks(&self) -> &[Marked] {
        &self.marks
    }

    /// Whether the offset is on a char boundary inside the text.
    #[must_use]
    pub fn is_boundary(&self, offset: usize) -> bool {
        self.text.is_char_boundary(offset)
    }

    fn accepts(&self, range: &Range<usize>) -> bool {
        range.start <= range.end && self.is_boundary(range.start) && self.is_boundary(range.end)
    }

    fn atoms_before(&self, offset: usize) -> usize {
        if self.atoms.is_empty() {
            return 0;
        }
        self.text.get(..offset).map_or(0, |head| head.matches(ATOM).count())
    }

    /// The stretch as a text of its own.
    ///
    /// # Errors
    /// [`RichError::Range`] where the range does not fit.
    pub fn slice(&self, range: Range<usize>) -> Result<Self, RichError> {
        if !self.accepts(&range) {
            return Err(RichError::Range);
        }
        let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let first = self.atoms_before(range.start);
        let count = if self.atoms.is_empty() { 0 } else { text.matches(ATOM).count() };
        let atoms = self.atoms.iter().skip(first).take(count).cloned().collect();
        let marks = self.marks.iter().filter_map(|m| clip(m, &range)).collect();
        let mut part = Self { text, atoms, marks };
        part.normalise();
        Ok(part)
    }

    /// Puts `insert` in place of the range and returns what stood there.
    ///
    /// # Errors
    /// [`RichError::Range`] where the range does not fit; the text is then unchanged.
    pub fn splice(&mut self, range: Range<usize>, insert: &Self) -> Result<Self, RichError> {
        let old = self.slice(range.clone())?;
        let first = self.atoms_before(range.start);
        self.atoms.splice(first..first + old.atoms.len(), insert.atoms.iter().cloned());
        self.text.replace_range(range.clone(), &insert.text);
        let (start, end, added) = (range.start, range.end, insert.text.len());
        if !self.marks.is_empty() || !insert.marks.is_empty() {
            let mut marks = Vec::with_capacity(self.marks.len() + insert.marks.len());
            for m in self.marks.drain(..) {
                if m.start < start {
                    marks.push(Marked { start: m.start, end: m.end.min(start), mark: m.mark });
                }
                if m.end > end {
                    let from = m.start.max(end) - end + start + added;
                    marks.push(Marked { start: from, end: m.end - end + start + added, mark: m.mark });
                }
            }
            marks.extend(insert.marks.iter().map(|m| Marked {
                start: m.start + start,
                end: m.end + start,
                mark: m.mark,
            }));
            self.marks = marks;
            self.normalise();
        }
        Ok(old)
    }

    /// Where inside the range the mark lies now.
    #[must_use]
    pub fn coverage(&self, mark: Mark, range: Range<usize>) -> Vec<Range<usize>> {
        let same = self.marks.iter().filter(|m| m.mark == mark);
        same.filter_map(|m| clip(m, &range)).map(|m| m.start + range.start..m.end + range.start).collect()
    }

    /// Makes the mark lie, inside the range, exactly on these stretches; returns where it lay before.
    ///
    /// # Errors
    /// [`RichError::Range`] where the range or a stretch does not fit; the text is then unchanged.
    pub fn set_coverage(
        &mut self,
        mark: Mark,
        range: Range<usize>,
        spans: &[Range<usize>],
    ) -> Result<Vec<Range<usize>>, RichError> {
        let inside = |s: &Range<usize>| s.start >= range.start && s.end <= range.end;
        if !self.accepts(&range) || !spans.iter().all(|s| self.accepts(s) && inside(s)) {
            return Err(RichError::Range);
        }
        let before = self.coverage(mark, range.clone());
        let mut marks = Vec::with_capacity(self.marks.len() + spans.len());
        for m in self.marks.drain(..) {
            if m.mark != mark {
                marks.push(m);
                continue;
            }
            if m.start < range.start {
                marks.push(Marked { start: m.start, end: m.end.min(range.start), mark });
            }
            if m.end > range.end {
                marks.push(Marked { start: m.start.max(range.end), end: m.end, mark });
            }
        }
        marks.extend(spans.iter().map(|s| Marked { start: s.start, end: s.end, mark }));
        self.marks = marks;
        self.normalise();
        Ok(before)
    }

    /// This text without the marks of the review.
    #[must_use]
    pub fn without_review(&self) -> Self {
        let mut copy = self.clone();
        copy.marks.retain(|m| !m.mark.is_review());
        copy
    }

    fn normalise(&mut self) {
        self.marks.retain(|m| m.start < m.end);
        if self.marks.len() < 2 {
            return;
        }
        self.marks.sort_by_key(|m| (m.mark, m.start, m.end));
        self.marks.dedup_by(|next, kept| {
            let joins = next.mark == kept.mark && next.start <= kept.end;
            if joins {
                kept.end = kept.end.max(next.end);
            }
            joins
        });
        self.marks.sort_unstable();
    }

    /// The pieces the text is saved as.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.each_piece(|marks, text, atom| {
            pieces.push(match (marks.is_empty(), atom) {
                (true, None) => Piece::Text(text.to_owned()),
                (true, Some(atom)) => Piece::Field(atom.clone()),
                (false, None) => Piece::Marked(marks.to_vec(), text.to_owned()),
                (false, Some(atom)) => Piece::MarkedField(marks.to_vec(), atom.clone()),
            });
        });
        pieces
    }

    fn each_piece<'a>(&'a self, mut take: impl FnMut(&[Mark], &'a str, Option<&'a Atom>)) {
        let mut cuts = vec![0, self.text.len()];
        for (at, _) in self.atoms() {
            cuts.extend([at, at + ATOM.len_utf8()]);
        }
        for m in &self.marks {
            cuts.extend([m.start, m.end]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut atoms = self.atoms.iter();
        // The marks are sorted by their start: those over a stretch are gathered on the way, not searched for.
        let mut coming = self.marks.iter().peekable();
        let mut over: Vec<&Marked> = Vec::new();
        let mut marks: Vec<Mark> = Vec::new();
        for pair in cuts.windows(2) {
            let &[start, end] = pair else { continue };
            let text = self.text.get(start..end).unwrap_or_default();
            over.retain(|m| m.end > start);
            while let Some(m) = coming.next_if(|m| m.start <= start) {
                over.push(m);
            }
            marks.clear();
            marks.extend(over.iter().map(|m| m.mark));
            let atom = if text.starts_with(ATOM) { atoms.next() } else { None };
            take(&marks, text, atom);
        }
    }
}

fn clip(m: &Marked, range: &Range<usize>) -> Option<Marked> {
    let (start, end) = (m.start.max(range.start), m.end.min(range.end));
    (start < end).then(|| Marked { start: start - range.start, end: end - range.start, mark: m.mark })
}

impl fmt::Debug for RichText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.pieces()).finish()
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

/// The same shape as [`Piece`], borrowed, so that saving copies no string.
#[derive(serde::Serialize)]
#[serde(rename = "Piece")]
enum Lent<'a> {
    Text(&'a str),
    Field(&'a Atom),
    Marked(&'a [Mark], &'a str),
    MarkedField(&'a [Mark], &'a Atom),
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut seq = out.serialize_seq(None)?;
        let mut failed = None;
        self.each_piece(|marks, text, atom| {
            let piece = match (marks.is_empty(), atom) {
                (true, None) => Lent::Text(text),
                (true, Some(atom)) => Lent::Field(atom),
                (false, None) => Lent::Marked(marks, text),
                (false, Some(atom)) => Lent::MarkedField(marks, atom),
            };
            if failed.is_none() {
                failed = seq.serialize_element(&piece).err();
            }
        });
        match failed {
            Some(error) => Err(error),
            None => seq.end(),
        }
    }
}

impl<'de> Deserialize<'de> for RichText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pieces;
        impl<'de> Visitor<'de> for Pieces {
            type Value = RichText;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of pieces of text")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RichText, A::Error> {
                let mut rich = RichText::default();
                while let Some(piece) = seq.next_element::<Piece>()? {
                    rich.push(piece).map_err(de::Error::custom)?;
                    // A hostile list of marks is not gathered whole before it is refused.
                    if rich.marks.len() > 2 * Limit::Marks.most() {
                        rich.normalise();
                    }
                    if rich.weight_of_marks() > 2 * Limit::Marks.most() {
                        return Err(de::Error::custom("too many marks and fields in one paragraph"));
                    }
                }
                rich.normalise();
                Ok(rich)
            }
        }
        from.deserialize_seq(Pieces)
    }
}
