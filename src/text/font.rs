//! The embedded faces, which characters each covers, and the order in which they stand in for each other.

use std::sync::OnceLock;

use swash::scale::ScaleContext;
use unicode_segmentation::UnicodeSegmentation;

use super::paragraph::one_line;

/// A family of letters, by the role it plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Vazirmatn: buttons, fields, lists; clearest at small sizes.
    Ui,
    /// Noto Naskh Arabic: the document on screen, from 16 px up.
    Naskh,
    /// Amiri: the document in print, and on screen from 18 px up.
    Amiri,
}

/// How heavy the strokes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Running text.
    #[default]
    Regular,
    /// Semibold in the interface, bold in a document.
    Strong,
}

/// One embedded font file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontId(u8);

const UI: FontId = FontId(0);
const UI_STRONG: FontId = FontId(1);
const NASKH: FontId = FontId(2);
const NASKH_STRONG: FontId = FontId(3);
const AMIRI: FontId = FontId(4);
const AMIRI_STRONG: FontId = FontId(5);
const TIFINAGH: FontId = FontId(6);

/// The characters of the first two planes; the faces have nothing beyond them.
const PLANES: usize = 0x2_0000;

macro_rules! face {
    ($file:literal) => {
        ($file, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file)))
    };
}

/// File name and bytes of every face, in the order of [`FontId`].
static FILES: [(&str, &[u8]); 7] = [
    face!("Vazirmatn-Regular.ttf"),
    face!("Vazirmatn-SemiBold.ttf"),
    face!("NotoNaskhArabic-Regular.ttf"),
    face!("NotoNaskhArabic-Bold.ttf"),
    face!("Amiri-Regular.ttf"),
    face!("Amiri-Bold.ttf"),
    face!("NotoSansTifinagh-Regular.ttf"),
];

impl FontId {
    /// Every embedded face.
    pub fn all() -> impl Iterator<Item = Self> {
        [UI, UI_STRONG, NASKH, NASKH_STRONG, AMIRI, AMIRI_STRONG, TIFINAGH].into_iter()
    }

    /// The place of this face in the list of faces.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The name of the file, as it lies in `assets/fonts`.
    #[must_use]
    pub fn file(self) -> &'static str {
        FILES.get(self.index()).map_or("", |file| file.0)
    }

    /// The bytes of the file, for embedding in a printed document.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        FILES.get(self.index()).map_or(&[], |file| file.1)
    }

    /// Design units in one em.
    #[must_use]
    pub fn units_per_em(self) -> u16 {
        face(self).map_or(1000, |face| face.units_per_em)
    }

    pub(super) fn is_amiri(self) -> bool {
        matches!(self, AMIRI | AMIRI_STRONG)
    }

    pub(super) fn is_vazirmatn(self) -> bool {
        matches!(self, UI | UI_STRONG)
    }

    /// Whether the face has a glyph of its own for a character.
    #[must_use]
    pub fn covers(self, character: char) -> bool {
        face(self).is_some_and(|face| face.covers(character))
    }
}

/// Whether every grapheme has, in every chain, a face that has all its characters: then nothing is drawn as a box. A few
/// that have none are drawn all the same, put together from their parts:
/// [`Engine::unwritten`](super::Engine::unwritten) tells exactly.
#[must_use]
pub fn is_written(text: &str) -> bool {
    text.chars().all(is_common) || one_line(text).graphemes(true).all(is_whole)
}

/// [`is_written`] for one grapheme.
pub(super) fn is_whole(grapheme: &str) -> bool {
    let mut characters = grapheme.chars();
    // Of all spaces, that of Ogham alone is a stroke.
    let blank = |c: char| c.is_whitespace() && c != '\u{1680}';
    let blank = characters.next().is_some_and(blank) && characters.next().is_none();
    blank || grapheme.chars().all(is_common) || chains().all(|faces| has(faces, grapheme))
}

/// Whether one of the faces has all characters of a grapheme. Which of them writes a control is not asked of any.
pub(super) fn has(faces: &[FontId], grapheme: &str) -> bool {
    let covers = |id: &FontId| face(*id).is_some_and(|face| grapheme.chars().all(|c| face.covers(c)));
    !grapheme.contains(char::is_control) && faces.iter().any(covers)
}

/// The chains of every family and weight.
pub(super) fn chains() -> impl Iterator<Item = &'static [FontId]> {
    let families = [Family::Naskh, Family::Amiri, Family::Ui];
    families
        .into_iter()
        .flat_map(|family| [Weight::Regular, Weight::Strong].map(|weight| chain(family, weight)))
}

/// The faces tried for a family, in order: its own, Noto Naskh, Noto Sans Tifinagh, Vazirmatn, Amiri. Every chain has
/// every letter that any other has.
#[must_use]
pub fn chain(family: Family, weight: Weight) -> &'static [FontId] {
    match (family, weight) {
        (Family::Ui, Weight::Regular) => &[UI, NASKH, TIFINAGH, AMIRI],
        (Family::Ui, Weight::Strong) => &[UI_STRONG, NASKH_STRONG, TIFINAGH, AMIRI_STRONG, AMIRI],
        (Family::Naskh, Weight::Regular) => &[NASKH, TIFINAGH, UI, AMIRI],
        (Family::Naskh, Weight::Strong) => &[NASKH_STRONG, TIFINAGH, UI_STRONG, AMIRI_STRONG, AMIRI],
        (Family::Amiri, Weight::Regular) => &[AMIRI, NASKH, TIFINAGH, UI],
        (Family::Amiri, Weight::Strong) => &[AMIRI_STRONG, NASKH_STRONG, TIFINAGH, UI_STRONG, AMIRI],
    }
}

/// The face that writes a family when nothing is missing from it.
pub(super) fn primary(family: Family, weight: Weight) -> FontId {
    match (family, weight) {
        (Family::Ui, Weight::Regular) => UI,
        (Family::Ui, Weight::Strong) => UI_STRONG,
        (Family::Naskh, Weight::Regular) => NASKH,
        (Family::Naskh, Weight::Strong) => NASKH_STRONG,
        (Family::Amiri, Weight::Regular) => AMIRI,
        (Family::Amiri, Weight::Strong) => AMIRI_STRONG,
    }
}

/// What is read from a font file once.
pub(super) struct Face {
    pub(super) units_per_em: u16,
    /// Height above the baseline and depth below it, in em.
    pub(super) ascent: f32,
    pub(super) descent: f32,
    /// Whether its sign for a letter it has not is one that is seen.
    pub(super) has_box: bool,
    /// One bit for each character of the first two planes.
    coverage: Box<[u64]>,
}

impl Face {
    pub(super) fn covers(&self, character: char) -> bool {
        holds(&self.coverage, character)
    }

    fn read(id: FontId) -> Self {
        let mut coverage = vec![0_u64; PLANES / 64].into_boxed_slice();
        let mut units_per_em = 1000;
        let (mut ascent, mut descent) = (0.8, 0.2);
        let mut has_box = false;
        if let Some(font) = swash::FontRef::from_index(id.bytes(), 0) {
            let metrics = font.metrics(&[]);
            units_per_em = metrics.units_per_em.max(1);
            ascent = metrics.ascent / f32::from(units_per_em);
            descent = metrics.descent / f32::from(units_per_em);
            let mut scaler = ScaleContext::new();
            let outline = scaler.builder(font).build().scale_outline(0);
            has_box = outline.is_some_and(|outline| !outline.points().is_empty());
            font.charmap().enumerate(|code, glyph| {
                if glyph != 0
                    && let Some(word) = coverage.get_mut(code as usize / 64)
                {
                    *word |= 1 << (code % 64);
                }
            });
        }
        Self { units_per_em, ascent, descent, has_box, coverage }
    }
}

/// Every face, read once for the life of the program.
fn faces() -> &'static [Face] {
    static FACES: OnceLock<Vec<Face>> = OnceLock::new();
    FACES.get_or_init(|| FontId::all().map(Face::read).collect())
}

/// Whether every face but the one for Tifinagh has it, so that it is written beside any mark that is so too.
fn is_common(character: char) -> bool {
    static COMMON: OnceLock<Box<[u64]>> = OnceLock::new();
    let common = COMMON.get_or_init(|| {
        let letters = faces().iter().enumerate().filter(|(index, _)| *index != TIFINAGH.index());
        let mut common = vec![u64::MAX; PLANES / 64].into_boxed_slice();
        for (_, face) in letters {
            common.iter_mut().zip(&face.coverage).for_each(|(all, one)| *all &= one);
        }
        common
    });
    !character.is_control() && holds(common, character)
}

fn holds(coverage: &[u64], character: char) -> bool {
    let code = character as usize;
    coverage.get(code / 64).is_some_and(|word| word & (1 << (code % 64)) != 0)
}

pub(super) fn face(id: FontId) -> Option<&'static Face> {
    faces().get(id.index())
}
