//! A page drawn: letters where our layout put them, each piece of it tagged or said to be no part of the text.

use std::ops::Range;
use std::sync::Arc;

use krilla::color::{luma, rgb};
use krilla::geom::{Path, PathBuilder, Point, Rect as Area, Size, Transform};
use krilla::num::NormalizedF32;
use krilla::outline::Outline;
use krilla::paint::{Fill, FillRule, Paint, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, Identifier, SpanTag, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, text};

use super::super::Error;
use super::super::sheet::Sheet;
use super::Drawn;
use super::ink::{Bar, EDGE, Ink, Wear, plain};
use super::joined::Joined;
use super::tags::{Picture, Tags};
use crate::arabic::Phrase;
use crate::pages::{Item, Page, Piece, Text};
use crate::template::{Part, in_language};
use crate::text::{FontId, Glyph, Rect};

/// The stamp's frame.
const STAMP: f32 = 1.6;
const CORNER: f32 = 3.3;

pub(super) struct Painter<'a> {
    sheet: &'a Sheet<'a>,
    images: &'a [Drawn],
    /// The faces, read when first met.
    fonts: Vec<Option<Font>>,
    joined: Joined,
    tags: Tags,
    /// Scratch: the glyphs of a line as they were shaped, as they are drawn, and of a run of one face and colour.
    shaped: Vec<Glyph>,
    line: Vec<Glyph>,
    run: Vec<KrillaGlyph>,
    /// Scratch: the words of a text as their glyphs show them.
    shown: String,
}

/// A word that is read from the right, or a stretch read from the left, of one face, colour and language.
struct Run {
    font: FontId,
    ink: Ink,
    tongue: Option<&'static str>,
    rtl: bool,
    /// Its left edge.
    x: f32,
    /// Its first byte.
    start: usize,
    /// Its glyphs among those of the line.
    glyphs: Range<usize>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>, images: &'a [Drawn], joined: Joined) -> Self {
        let fonts = FontId::all().map(|_| None).collect();
        Self {
            sheet,
            images,
            fonts,
            joined,
            tags: Tags::default(),
            shaped: Vec::new(),
            line: Vec::new(),
            run: Vec::new(),
            shown: String::new(),
        }
    }

    /// The tags and the outline of all that was drawn.
    pub(super) fn finish(self, language: &str, name: &str) -> (TagTree, Outline) {
        self.tags.finish(language, name)
    }

    pub(super) fn page(&mut self, surface: &mut Surface<'_>, index: usize, page: &Page) -> Result<(), Error> {
        // Cells of a head that stands here once more are no part of the text.
        let mut again = false;
        for item in &page.items {
            if !matches!(item, Item::Rule(_) | Item::Text(Text { piece: Piece::Cell(_), .. })) {
                self.end_row(surface);
            }
            match item {
                Item::Rule(rect) => beside(surface, ArtifactType::Layout, |surface| {
                    bars(surface, &[(*rect, EDGE)]);
                }),
                Item::Stamp(rect) => beside(surface, ArtifactType::Layout, |surface| stamp(surface, rect)),
                Item::Row(row) => {
                    again = row.again;
                    if !again && !row.goes_on {
                        self.tags.row(row.head, row.cells);
                    }
                }
                Item::Logo(rect) => {
                    let name = self.sheet.head.logo;
                    let whose = self.sheet.author();
                    let alt = format!("{} {whose}", in_language(self.sheet.document, Phrase::Logo));
                    self.picture(surface, index, name, rect, alt.trim(), true);
                }
                Item::Photo(rect, name) => {
                    let alt = in_language(self.sheet.document, Phrase::Photo);
                    self.picture(surface, index, name, rect, alt, false);
                }
                Item::Text(text) => {
                    let artifact = match text.piece {
                        Piece::Foot => Some(ArtifactType::Footer),
                        Piece::Running => Some(ArtifactType::Header),
                        Piece::Hint => continue,
                        Piece::Cell(_) if again => Some(ArtifactType::PaginationOther),
                        Piece::Head | Piece::Number | Piece::Label | Piece::Body | Piece::Cell(_) => None,
                    };
                    self.text(surface, index, text, artifact)?;
                }
            }
        }
        self.end_row(surface);
        Ok(())
    }

    /// Every cell of a row is a cell, also one to be filled in by hand.
    fn end_row(&mut self, surface: &mut Surface<'_>) {
        for cell in self.tags.blank_cells() {
            let blank = surface.start_tagged(ContentTag::Other);
            surface.end_tagged();
            self.tags.cell(cell, &[blank]);
        }
    }

    fn text(
        &mut self,
        surface: &mut Surface<'_>,
        page: usize,
        text: &Text,
        artifact: Option<ArtifactType>,
    ) -> Result<(), Error> {
        let wear = Wear::of(text, self.sheet);
        if !wear.under.is_empty() {
            beside(surface, ArtifactType::Layout, |surface| bars(surface, &wear.under));
        }
        let mut ids = Vec::new();
        let tag = artifact.map(|kind| ContentTag::Artifact(Artifact::with_kind(kind)));
        let drawn = self.letters(surface, text, &wear, tag, &mut ids);
        if !wear.over.is_empty() {
            beside(surface, ArtifactType::Layout, |surface| bars(surface, &wear.over));
        }
        drawn?;
        if artifact.is_some() {
            return Ok(());
        }
        match (text.piece, &text.source) {
            (Piece::Label, _) => self.tags.label(&ids),
            (Piece::Number, _) => self.tags.number(&ids),
            (Piece::Cell(column), _) => self.tags.cell(column, &ids),
            (Piece::Body, Some(source)) => {
                self.tags.body(&source.composed, &ids, (page, text.top), text.lines.start > 0);
            }
            _ => self.tags.head(&ids),
        }
        Ok(())
    }

    /// Draws the letters in one tagged stretch, or in several where words of another language stand among them.
    fn letters(
        &mut self,
        surface: &mut Surface<'_>,
        text: &Text,
        wear: &Wear,
        artifact: Option<ContentTag<'_>>,
        ids: &mut Vec<Identifier>,
    ) -> Result<(), Error> {
        let mut tongue = None;
        let first = surface.start_tagged(artifact.unwrap_or(ContentTag::Other));
        ids.push(first);
        let mut failed = None;
        self.mirror(text);
        for line in text.lines.clone() {
            if let Err(error) = self.one_line(surface, text, line, wear, &mut tongue, artifact.is_some(), ids)
            {
                failed = Some(error);
                break;
            }
        }
        surface.end_tagged();
        failed.map_or(Ok(()), Err)
    }

    /// The words with brackets as they look where they are read from the right: who takes words out of a PDF turns a line
    /// around, and its brackets with it, as `PDFium` in Chrome and on telephones does.
    fn mirror(&mut self, text: &Text) {
        let words = text.layout.text();
        self.shown.clear();
        self.shown.push_str(words);
        if !words.contains(|c| mirrored(c).is_some()) {
            return;
        }
        let turned = text.layout.glyphs_of(text.lines.clone()).filter(|glyph| glyph.rtl);
        for glyph in turned {
            let mut own = words.get(glyph.range.clone()).unwrap_or_default().chars();
            if let (Some(character), None) = (own.next(), own.next())
                && let Some(other) = mirrored(character)
            {
                // Both are as long.
                self.shown.replace_range(glyph.range, other.encode_utf8(&mut [0; 4]));
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one step of the loop above")]
    fn one_line(
        &mut self,
        surface: &mut Surface<'_>,
        text: &Text,
        line: usize,
        wear: &Wear,
        tongue: &mut Option<&'static str>,
        is_artifact: bool,
        ids: &mut Vec<Identifier>,
    ) -> Result<(), Error> {
        let layout = &text.layout;
        let baseline = layout.lines().get(line).map_or(0.0, |line| line.baseline);
        let at = (text.left, short(text.origin() + baseline));
        let words = std::mem::take(&mut self.shown);
        let mut glyphs = std::mem::take(&mut self.line);
        glyphs.clear();
        self.shaped.clear();
        self.shaped.extend(layout.glyphs_across(line));
        self.joined.join(&self.shaped, layout.text(), &mut glyphs);
        let mut runs: Vec<Run> = Vec::new();
        let mut result = Ok(());
        self.run.clear();
        let (mut ends, mut has_lifted) = (false, false);
        for index in 0..glyphs.len() {
            let Some(glyph) = glyphs.get(index) else { break };
            let letter = layout.text().get(glyph.range.clone()).unwrap_or_default();
            if glyph.glyph == 0 {
                if !letter.trim().is_empty() {
                    result = Err(Error::Letter { letter: letter.to_owned(), place: None });
                    break;
                }
                continue;
            }
            let start = glyph.range.start;
            let ink = wear.ink(start, plain(text.tone));
            let spoken = if is_artifact { None } else { wear.tongue(start) };
            let next = glyphs.get(index + 1);
            let mut x = glyph.x;
            let mut advance = next.map_or(glyph.advance, |next| next.x - x);
            // A blank that hangs before the line, where that is read from the right, is piled up on its edge.
            if advance < glyph.advance * 0.5 && next.is_some() && letter == " " {
                advance = glyph.advance;
                x = next.map_or(x, |next| next.x - advance);
            }
            // Less than is seen, and half of it would be written for most blanks; the next word begins where it should.
            if (advance - glyph.advance).abs() < 1e-2 {
                advance = glyph.advance;
            }
            let range = own_letters(&glyphs, index, &words);
            // From the left, a word that is read from the right begins with the blank behind it.
            let is_same = |run: &Run| {
                run.font == glyph.font && run.ink == ink && run.tongue == spoken && run.rtl == glyph.rtl
            };
            let from = self.run.len();
            match runs.last_mut().filter(|run| !ends && is_same(run) && !(glyph.rtl && letter == " ")) {
                Some(run) => {
                    run.glyphs.end = from + 1;
                    run.start = run.start.min(range.start);
                }
                None => runs.push(Run {
                    font: glyph.font,
                    ink,
                    tongue: spoken,
                    rtl: glyph.rtl,
                    x,
                    start: range.start,
                    glyphs: from..from + 1,
                }),
            }
            // After a mark that begins left of its letter a new run begins: the way back to the letter would pass for
            // a blank inside the word.
            ends = range != glyph.range && next.is_some_and(|next| next.range == glyph.range && next.x > x);
            let (em, up) = (short(glyph.size).max(0.1), baseline - glyph.y);
            let up = if up.abs() < 1e-3 { 0.0 } else { up / em };
            has_lifted |= up != 0.0 || ends;
            let id = GlyphId::new(u32::from(glyph.glyph));
            self.run.push(KrillaGlyph::new(id, advance / em, 0.0, up, 0.0, range, None));
        }
        if result.is_ok() {
            // Word after word as they are read, each as it is seen from the left (ISO 32000-1, 14.8.2.3.3). Where a mark
            // stands above the line PDFium would take it for another line, were it not between its neighbours.
            if !has_lifted {
                runs.sort_by_key(|run| run.start);
            }
            for run in &runs {
                self.draw(surface, run, at, &words, short(layout.style().size), (tongue, ids));
            }
        }
        self.line = glyphs;
        self.shown = words;
        result
    }

    fn draw(
        &mut self,
        surface: &mut Surface<'_>,
        run: &Run,
        (left, base): (f32, f32),
        words: &str,
        size: f32,
        (tongue, ids): (&mut Option<&'static str>, &mut Vec<Identifier>),
    ) {
        if *tongue != run.tongue {
            surface.end_tagged();
            *tongue = run.tongue;
            ids.push(surface.start_tagged(match run.tongue {
                Some(_) => ContentTag::Span(SpanTag::empty().with_lang(run.tongue)),
                None => ContentTag::Other,
            }));
        }
        let Some(font) = self.font(run.font) else { return };
        surface.set_fill(Some(fill(run.ink)));
        let glyphs = self.run.get(run.glyphs.clone()).unwrap_or_default();
        surface.draw_glyphs(Point::from_xy(left + run.x, base), glyphs, font, words, size, false);
    }

    fn font(&mut self, id: FontId) -> Option<text::Font> {
        let slot = self.fonts.get_mut(id.index())?;
        if slot.is_none() {
            let data = self.joined.face(id).map_or_else(|| Data::from(id.bytes()), Data::from);
            *slot = Font::new(data, 0);
        }
        slot.clone()
    }

    fn picture(
        &mut self,
        surface: &mut Surface<'_>,
        page: usize,
        name: &str,
        place: &Rect,
        alt: &str,
        is_logo: bool,
    ) {
        let Some(Drawn { image, turned, .. }) = self.images.iter().find(|drawn| drawn.name == name) else {
            return;
        };
        let (across, down) = image.size();
        let lies = *turned > 4;
        let (wide, high) = if lies { (down, across) } else { (across, down) };
        #[expect(clippy::cast_precision_loss, reason = "pixels of a picture")]
        let (wide, high) = (wide.max(1) as f32, high.max(1) as f32);
        let room = (place.right - place.left, place.bottom - place.top);
        let scale = (room.0 / wide).min(room.1 / high);
        let (wide, high) = (wide * scale, high * scale);
        let left = place.left + (room.0 - wide) / 2.0;
        // A photo stands over its caption, a logo in the middle of its place.
        let top = place.top + (room.1 - high) / if is_logo { 2.0 } else { 1.0 };
        let id = surface.start_tagged(ContentTag::Other);
        // As its file holds it, before it is turned.
        let own = if lies { (high, wide) } else { (wide, high) };
        if let Some(size) = Size::from_wh(own.0, own.1) {
            surface.push_transform(&Transform::from_translate(left, top));
            surface.push_transform(&upright(*turned, own));
            surface.draw_image(image.clone(), size);
            surface.pop();
            surface.pop();
        }
        surface.end_tagged();
        let area = Area::from_ltrb(left, top, left + wide, top + high);
        let bounds = area.map(|area| BBox::new(page, area));
        self.tags.picture(Picture { alt: alt.to_owned(), id, bounds }, is_logo);
    }
}

/// Sets a picture of this size upright whose first row and first column lie where EXIF says that they do.
fn upright(turned: u8, (wide, high): (f32, f32)) -> Transform {
    match turned {
        2 => Transform::from_row(-1.0, 0.0, 0.0, 1.0, wide, 0.0),
        3 => Transform::from_row(-1.0, 0.0, 0.0, -1.0, wide, high),
        4 => Transform::from_row(1.0, 0.0, 0.0, -1.0, 0.0, high),
        5 => Transform::from_row(0.0, 1.0, 1.0, 0.0, 0.0, 0.0),
        6 => Transform::from_row(0.0, 1.0, -1.0, 0.0, high, 0.0),
        7 => Transform::from_row(0.0, -1.0, -1.0, 0.0, high, wide),
        8 => Transform::from_row(0.0, -1.0, 1.0, 0.0, 0.0, wide),
        _ => Transform::identity(),
    }
}

/// A length in points that is written with two decimals: a word in Naskh names its size and its height a dozen times.
fn short(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// The bytes a glyph writes. A letter and the marks on it are one cluster, but each is a glyph of its own where there are
/// as many: told so, they come out of the file in their order, and with no more words about them than other letters.
fn own_letters(glyphs: &[Glyph], index: usize, words: &str) -> Range<usize> {
    let Some(glyph) = glyphs.get(index) else { return 0..0 };
    let is_same = |other: &&Glyph| other.range == glyph.range;
    let before = glyphs.get(..index).unwrap_or_default().iter().rev().take_while(is_same).count();
    let after = glyphs.get(index + 1..).unwrap_or_default().iter().take_while(is_same).count();
    let letters = words.get(glyph.range.clone()).unwrap_or_default();
    if before + after == 0 || letters.chars().count() != before + after + 1 {
        return glyph.range.clone();
    }
    let nth = if glyph.rtl { after } else { before };
    let at = letters.char_indices().nth(nth);
    at.map_or(glyph.range.clone(), |(at, letter)| {
        let start = glyph.range.start + at;
        start..start + letter.len_utf8()
    })
}

/// The other one of a pair of brackets.
fn mirrored(character: char) -> Option<char> {
    Some(match character {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        // Not mirrored by Unicode, but by PDFium.
        '“' => '”',
        '”' => '“',
        '‹' => '›',
        '›' => '‹',
        _ => return None,
    })
}

/// The words of a heading with its label.
pub(super) fn heading(composed: &Arc<crate::template::Composed>) -> String {
    let text = composed.text.trim();
    if composed.label.is_empty() || composed.part == Part::Title {
        text.to_owned()
    } else {
        format!("{} {text}", composed.label)
    }
}

/// What is drawn and is no part of the text.
fn beside(surface: &mut Surface<'_>, kind: ArtifactType, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface);
    surface.end_tagged();
}

fn paint(ink: Ink) -> Paint {
    if ink.0 == ink.1 && ink.1 == ink.2 {
        luma::Color::new(ink.0).into()
    } else {
        rgb::Color::new(ink.0, ink.1, ink.2).into()
    }
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: paint(ink), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

fn bars(surface: &mut Surface<'_>, bars: &[Bar]) {
    for (rect, ink) in bars {
        let mut path = PathBuilder::new();
        let Some(area) = Area::from_ltrb(rect.left, rect.top, rect.right, rect.bottom) else { continue };
        path.push_rect(area);
        if let Some(path) = path.finish() {
            surface.set_fill(Some(fill(*ink)));
            surface.draw_path(&path);
        }
    }
}

/// The frame of the stamp, with round corners.
fn stamp(surface: &mut Surface<'_>, rect: &Rect) {
    let half = STAMP / 2.0;
    let (left, top, right, bottom) =
        (rect.left + half, rect.top + half, rect.right - half, rect.bottom - half);
    if let Some(path) = rounded(left, top, right, bottom) {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke { paint: paint(EDGE), width: STAMP, ..Stroke::default() }));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }
}

fn rounded(left: f32, top: f32, right: f32, bottom: f32) -> Option<Path> {
    // A quarter of a circle as a cubic.
    let (r, k) = (CORNER, CORNER * 0.447_715);
    let mut path = PathBuilder::new();
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    path.cubic_to(right - k, top, right, top + k, right, top + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - k, right - k, bottom, right - r, bottom);
    path.line_to(left + r, bottom);
    path.cubic_to(left + k, bottom, left, bottom - k, left, bottom - r);
    path.line_to(left, top + r);
    path.cubic_to(left, top + k, left + k, top, left + r, top);
    path.close();
    path.finish()
}
