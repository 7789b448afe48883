//! Letters that a face draws in pieces, each made one glyph in a copy of the face: Noto Naskh sets every dot by itself, and
//! a letter of two glyphs would need its words said beside it wherever it stands. Marks are raised in the copy, not on the
//! page, where a raised glyph passes for another line.

use std::collections::HashMap;

use crate::arabic::is_mark;
use crate::pages::{Item, Pages};
use crate::text::{FontId, Glyph};

/// The most pieces of a letter.
const MOST: usize = 4;

/// The pieces of a glyph: which, and how far to the right and up, in design units. Zeros fill the rest. One whose first piece
/// is moved is a mark, and moves no pen.
type Pieces = [(u16, i16, i16); MOST];

/// What the faces were given beyond their own glyphs.
pub(super) struct Joined {
    /// In the order of [`FontId`].
    faces: Vec<Face>,
}

struct Face {
    /// The glyphs it has of its own; nothing where none can be added.
    own: Option<u16>,
    added: Vec<Pieces>,
    known: HashMap<Pieces, u16>,
}

impl Joined {
    /// A glyph for every letter of these pages that is drawn in pieces, in the order in which they stand.
    pub(super) fn of(pages: &Pages) -> Self {
        let face = |id: FontId| Face { own: count(id.bytes()), added: Vec::new(), known: HashMap::new() };
        let mut joined = Self { faces: FontId::all().map(face).collect() };
        let (mut shaped, mut made) = (Vec::new(), Vec::new());
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            let Item::Text(text) = item else { continue };
            for line in text.lines.clone() {
                shaped.clear();
                shaped.extend(text.layout.glyphs_across(line));
                for letter in letters(&shaped).filter(|letter| letter.len() > 1) {
                    made.clear();
                    if drawn(letter, text.layout.text(), &mut made).is_none() {
                        continue;
                    }
                    for (pieces, glyph) in &made {
                        if let (Some(pieces), Some(face)) = (pieces, joined.faces.get_mut(glyph.font.index()))
                        {
                            face.add(*pieces);
                        }
                    }
                }
            }
        }
        joined
    }

    /// The glyphs of a line from left to right, with those that were added in place of their pieces.
    pub(super) fn join(&self, line: &[Glyph], words: &str, out: &mut Vec<Glyph>) {
        let mut made = Vec::new();
        for letter in letters(line) {
            made.clear();
            let start = out.len();
            let is_whole = letter.len() > 1
                && drawn(letter, words, &mut made).is_some()
                && made.drain(..).all(|(pieces, glyph)| {
                    let added = pieces.map_or(Some(glyph.glyph), |pieces| self.find(glyph.font, &pieces));
                    out.extend(added.map(|added| Glyph { glyph: added, ..glyph }));
                    added.is_some()
                });
            if !is_whole {
                out.truncate(start);
                out.extend_from_slice(letter);
            }
        }
    }

    fn find(&self, font: FontId, pieces: &Pieces) -> Option<u16> {
        self.faces.get(font.index())?.known.get(pieces).copied()
    }

    /// A face with the glyphs it was given; nothing where it was given none.
    pub(super) fn face(&self, id: FontId) -> Option<Vec<u8>> {
        let face = self.faces.get(id.index()).filter(|face| !face.added.is_empty())?;
        with(id.bytes(), &face.added)
    }
}

impl Face {
    fn add(&mut self, pieces: Pieces) {
        let Some(own) = self.own else { return };
        if self.known.contains_key(&pieces) {
            return;
        }
        if let Some(id) = u16::try_from(self.added.len()).ok().and_then(|nth| own.checked_add(nth))
            && id < u16::MAX
        {
            self.added.push(pieces);
            self.known.insert(pieces, id);
        }
    }
}

/// The clusters of a line.
fn letters(line: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    line.chunk_by(|a, b| a.range == b.range && a.font == b.font)
}

/// What a letter read from the right is drawn with, from left to right: every mark on it by itself, then the letter with
/// its dots; all begin where the letter does. With each the pieces it is made of, where it is no glyph of the face as it
/// stands. Nothing where the glyphs are fewer than the letters they write, or write something else.
fn drawn(letter: &[Glyph], words: &str, made: &mut Vec<(Option<Pieces>, Glyph)>) -> Option<()> {
    let base = letter.last()?;
    let mut own = words.get(base.range.clone())?.chars();
    own.next()?;
    let mut marks = 0;
    for mark in own {
        marks += 1;
        if !is_mark(mark) {
            return None;
        }
    }
    if !base.rtl || letter.iter().any(|glyph| glyph.glyph == 0) {
        return None;
    }
    let (marks, body) = letter.split_at_checked(marks)?;
    let wide = body.iter().max_by(|a, b| a.advance.total_cmp(&b.advance))?;
    if letter.iter().any(|glyph| glyph.advance != 0.0 && !std::ptr::eq(glyph, wide)) {
        return None;
    }
    let units = f32::from(base.font.units_per_em()) / base.size.max(0.1);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a letter is less than an em or two, and more is cut"
    )]
    let whole = |length: f32| (length * units).round() as i16;
    let moved = |glyph: &Glyph| (glyph.glyph, whole(glyph.x - wide.x), whole(wide.y - glyph.y));
    for mark in marks {
        let mut pieces = Pieces::default();
        *pieces.first_mut()? = moved(mark);
        let is_moved = pieces[0].1 != 0 || pieces[0].2 != 0;
        made.push((is_moved.then_some(pieces), Glyph { x: wide.x, y: wide.y, ..mark.clone() }));
    }
    if body.len() == 1 {
        made.push((None, wide.clone()));
        return Some(());
    }
    let mut pieces = Pieces::default();
    let mut places = pieces.iter_mut();
    *places.next()? = (wide.glyph, 0, 0);
    for glyph in body.iter().filter(|glyph| !std::ptr::eq(*glyph, wide)) {
        *places.next()? = moved(glyph);
    }
    made.push((Some(pieces), wide.clone()));
    Some(())
}

/// How many glyphs a face has, where its tables are such that more can be added at their ends: places written long, a
/// width for every glyph.
fn count(file: &[u8]) -> Option<u16> {
    let glyphs = number(table(file, *b"maxp")?, 4)?;
    let is_long = number(table(file, *b"head")?, 50)? == 1;
    (is_long && number(table(file, *b"hhea")?, 34)? == glyphs).then_some(glyphs)
}

/// A copy of a face with composite glyphs behind its own (OpenType, `glyf`). What tells how letters join is left out, and no
/// sums are made: it is only cut to the glyphs a text needs, which writes all of that anew.
fn with(file: &[u8], added: &[Pieces]) -> Option<Vec<u8>> {
    let own = count(file)?;
    let mut glyf = table(file, *b"glyf")?.to_vec();
    let mut loca = table(file, *b"loca")?.to_vec();
    let mut hmtx = table(file, *b"hmtx")?.to_vec();
    let (places, widths) = (loca.clone(), hmtx.clone());
    for letter in added {
        let drawn = || letter.iter().filter(|piece| piece.0 != 0);
        let mut bounds: Option<[i16; 4]> = None;
        for (glyph, right, up) in drawn() {
            let Some(own) = bounds_of(&glyf, &places, *glyph) else { continue };
            let moved = [own[0] + right, own[1] + up, own[2] + right, own[3] + up];
            bounds = Some(bounds.map_or(moved, |all| {
                [all[0].min(moved[0]), all[1].min(moved[1]), all[2].max(moved[2]), all[3].max(moved[3])]
            }));
        }
        let bounds = bounds.unwrap_or_default();
        let is_letter = letter[0].1 == 0 && letter[0].2 == 0;
        glyf.extend((-1_i16).to_be_bytes());
        glyf.extend(bounds.iter().flat_map(|side| side.to_be_bytes()));
        let last = drawn().count().saturating_sub(1);
        for (nth, (glyph, right, up)) in drawn().enumerate() {
            // Places as words, in units; more of them; a letter gives the width.
            let flags =
                0x0003 | if nth < last { 0x0020 } else { 0 } | if is_letter && nth == 0 { 0x0200 } else { 0 };
            let words: [u16; 2] = [flags, *glyph];
            glyf.extend(words.iter().flat_map(|word| word.to_be_bytes()));
            glyf.extend([*right, *up].iter().flat_map(|place| place.to_be_bytes()));
        }
        loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
        let wide = if is_letter { number(&widths, usize::from(letter[0].0) * 4)? } else { 0 };
        hmtx.extend(wide.to_be_bytes());
        hmtx.extend(bounds[0].to_be_bytes());
    }
    let all = u16::try_from(added.len()).ok()?.checked_add(own)?;
    let mut hhea = table(file, *b"hhea")?.to_vec();
    put(&mut hhea, 34, all)?;
    let mut maxp = table(file, *b"maxp")?.to_vec();
    put(&mut maxp, 4, all)?;
    let most = u16::try_from(MOST).ok()?;
    // Points and contours of a composite glyph, then its pieces and how deep they lie.
    for (simple, composite) in [(6, 10), (8, 12)] {
        let own = number(&maxp, simple)?.max(number(&maxp, composite)?);
        put(&mut maxp, composite, own.saturating_mul(most))?;
    }
    let (pieces, depth) = (number(&maxp, 28)?.max(most), number(&maxp, 30)?.saturating_add(1));
    put(&mut maxp, 28, pieces)?;
    put(&mut maxp, 30, depth)?;
    // Names of glyphs are in no PDF.
    let mut post = table(file, *b"post")?.get(..32)?.to_vec();
    put(&mut post, 0, 3)?;
    put(&mut post, 2, 0)?;
    let metrics = [(*b"hhea", hhea), (*b"hmtx", hmtx), (*b"maxp", maxp), (*b"post", post)];
    let drawn = [(*b"glyf", glyf), (*b"loca", loca)];
    put_together(file, &[metrics.as_slice(), drawn.as_slice()].concat())
}

/// The file again with some of its tables exchanged, and without those of shaping.
fn put_together(file: &[u8], new: &[([u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let left_out = |tag: &[u8]| [b"GDEF", b"GPOS", b"GSUB"].iter().any(|other| tag == other.as_slice());
    let rows = file.get(12..)?.chunks_exact(16).take(usize::from(number(file, 4)?));
    let tags: Vec<[u8; 4]> =
        rows.filter_map(|row| row.first_chunk().copied()).filter(|tag| !left_out(tag)).collect();
    let mut out = file.get(..4)?.to_vec();
    out.extend(u16::try_from(tags.len()).ok()?.to_be_bytes());
    out.extend([0; 6]);
    let mut at = 12 + tags.len() * 16;
    let mut tables = Vec::new();
    for tag in tags {
        let given = new.iter().find(|(other, _)| *other == tag);
        let bytes = given.map_or_else(|| table(file, tag), |(_, bytes)| Some(bytes.as_slice()))?;
        out.extend(tag);
        out.extend([0; 4]);
        out.extend(u32::try_from(at).ok()?.to_be_bytes());
        out.extend(u32::try_from(bytes.len()).ok()?.to_be_bytes());
        at += bytes.len().next_multiple_of(4);
        tables.push(bytes);
    }
    for bytes in tables {
        out.extend(bytes);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}

/// The box of a glyph: left, lower, right and upper edge; nothing for one that draws nothing.
fn bounds_of(glyf: &[u8], places: &[u8], glyph: u16) -> Option<[i16; 4]> {
    let at = long(places, usize::from(glyph) * 4)?;
    if long(places, usize::from(glyph) * 4 + 4)? == at {
        return None;
    }
    let side = |nth: usize| number(glyf, at + 2 + nth * 2).map(u16::cast_signed);
    Some([side(0)?, side(1)?, side(2)?, side(3)?])
}

fn table(file: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let mut rows = file.get(12..)?.chunks_exact(16).take(usize::from(number(file, 4)?));
    let row = rows.find(|row| row.starts_with(&tag))?;
    let (at, long_is) = (long(row, 8)?, long(row, 12)?);
    file.get(at..at.checked_add(long_is)?)
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_be_bytes(*two))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_be_bytes(*four)).ok()
}

fn put(bytes: &mut [u8], at: usize, number: u16) -> Option<()> {
    bytes.get_mut(at..at + 2)?.copy_from_slice(&number.to_be_bytes());
    Some(())
}
