//! Runs: where script, direction or face change, and the glyphs of each run in font units.

use std::ops::Range;

use harfrust::{
    Direction as Way, FontRef, GlyphBuffer, Language, Script, ShapeOptions, ShapePlan, ShaperData,
    UnicodeBuffer, script,
};
use icu_properties::props::Script as Letters;
use parley_engine::{Analysis, CharInfo};

use super::font::{FontId, face};

/// A stretch of one face, script and level, in logical order.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) font: FontId,
    pub(super) level: u8,
    pub(super) chars: Range<usize>,
    pub(super) bytes: Range<usize>,
    script: Option<Script>,
}

/// Shapes runs, and keeps what it has read of each face.
pub(super) struct Shaper {
    faces: Vec<Option<(FontRef<'static>, ShaperData)>>,
    plans: Vec<Plan>,
    buffer: UnicodeBuffer,
}

struct Plan {
    font: FontId,
    way: Way,
    script: Script,
    language: Option<Language>,
    steps: ShapePlan,
}

/// More plans than faces, scripts and directions that meet in one record.
const MOST_PLANS: usize = 64;

impl Shaper {
    pub(super) fn new() -> Self {
        let read = |id: FontId| {
            let font = FontRef::from_index(id.bytes(), 0).ok()?;
            let data = ShaperData::new(&font);
            Some((font, data))
        };
        Self { faces: FontId::all().map(read).collect(), plans: Vec::new(), buffer: UnicodeBuffer::new() }
    }

    /// Shapes one run, giving its script and glyphs to `take`. Clusters are byte offsets in the whole text.
    pub(super) fn shape(
        &mut self,
        text: &str,
        run: &Run,
        language: Option<&Language>,
        take: impl FnOnce(Script, &GlyphBuffer),
    ) {
        let Some(Some((font, data))) = self.faces.get(run.font.index()) else {
            return;
        };
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        let words = text.get(run.bytes.clone()).unwrap_or_default();
        buffer.reserve(words.len());
        for (at, character) in words.char_indices() {
            let at = run.bytes.start + at;
            buffer.add(character, u32::try_from(at).unwrap_or(u32::MAX));
        }
        buffer.set_pre_context(text.get(..run.bytes.start).unwrap_or_default());
        buffer.set_post_context(text.get(run.bytes.end..).unwrap_or_default());
        let way = if run.level % 2 == 1 { Way::RightToLeft } else { Way::LeftToRight };
        buffer.set_direction(way);
        if let Some(language) = language {
            buffer.set_language(language.clone());
        }
        if let Some(script) = run.script {
            buffer.set_script(script);
        }
        buffer.guess_segment_properties();
        let script = buffer.script();
        let shaper = data.shaper(font).build();
        let known = self.plans.iter().position(|plan| {
            plan.font == run.font
                && plan.way == way
                && plan.script == script
                && plan.language.as_ref() == language
        });
        if known.is_none() {
            if self.plans.len() >= MOST_PLANS {
                self.plans.clear();
            }
            self.plans.push(Plan {
                font: run.font,
                way,
                script,
                language: language.cloned(),
                steps: ShapePlan::new(&shaper, way, Some(script), language, &[]),
            });
        }
        let plan = known.map_or(self.plans.last(), |index| self.plans.get(index)).map(|plan| &plan.steps);
        let glyphs = shaper.shape(buffer, ShapeOptions::new().plan(plan));
        take(script, &glyphs);
        self.buffer = glyphs.clear();
    }
}

/// Parts a text into runs. `levels` has one for each character; `chain_at` says which chain of faces writes it.
pub(super) fn runs<'a>(
    text: &str,
    analysis: &Analysis,
    levels: &[u8],
    chain_at: impl Fn(usize) -> &'a [FontId],
) -> Vec<Run> {
    let info = analysis.char_info();
    let base = analysis.paragraph_level().to_u8();
    let mut scripts = Scripts::new(info, levels.iter().map(|level| level % 2 == 1), base);
    let mut runs: Vec<Run> = Vec::new();
    let mut last: Option<(Letters, u8, FontId)> = None;
    let mut characters = text.char_indices().zip(info).enumerate().peekable();
    while let Some((index, ((at, character), first))) = characters.next() {
        let starts = first.is_grapheme_start();
        // A grapheme moves as one, whatever lies between its parts.
        let level = match last {
            Some((_, level, _)) if !starts => level,
            _ => levels.get(index).copied().unwrap_or(base),
        };
        let script = scripts.next(*first, level);
        let faces = chain_at(index);
        let font = match last {
            Some((.., font)) if !starts => font,
            _ => {
                let rest =
                    text.get(at..).unwrap_or_default().chars().zip(info.get(index..).unwrap_or_default());
                let single = characters.peek().is_none_or(|(_, (_, next))| next.is_grapheme_start());
                choose(faces, character, *first, single, rest)
            }
        };
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some(run) if last == Some((script, level, font)) => {
                run.chars.end = index + 1;
                run.bytes.end = end;
            }
            _ => runs.push(Run {
                font,
                level,
                chars: index..index + 1,
                bytes: at..end,
                script: known_script(script),
            }),
        }
        last = Some((script, level, font));
    }
    runs
}

/// The first face that covers a whole grapheme, else the one that covers most of it.
fn choose<'a>(
    faces: &[FontId],
    character: char,
    info: CharInfo,
    single: bool,
    rest: impl Iterator<Item = (char, &'a CharInfo)> + Clone,
) -> FontId {
    let first = faces.first().copied().unwrap_or_default();
    if single && (!info.contributes_to_shaping() || face(first).is_some_and(|f| f.covers(character))) {
        return first;
    }
    let grapheme = rest
        .enumerate()
        .take_while(|(index, (_, info))| *index == 0 || !info.is_grapheme_start())
        .map(|(_, part)| part);
    let missing = |id: FontId| {
        let face = face(id);
        grapheme
            .clone()
            .filter(|(character, info)| {
                info.contributes_to_shaping() && !face.is_some_and(|face| face.covers(*character))
            })
            .count()
    };
    // Where all lack something, one whose sign for that is seen.
    let blank = |id: FontId, missing: usize| missing > 0 && !face(id).is_some_and(|face| face.has_box);
    let rank = |&id: &FontId| {
        let missing = missing(id);
        (missing, blank(id, missing))
    };
    faces.iter().copied().min_by_key(rank).unwrap_or(first)
}

/// `None` leaves it to the shaper, which takes the script of the first letter.
fn known_script(letters: Letters) -> Option<Script> {
    match letters {
        Letters::Arabic => Some(script::ARABIC),
        Letters::Latin => Some(script::LATIN),
        Letters::Tifinagh => Some(script::TIFINAGH),
        _ => None,
    }
}

/// Gives marks, digits and blanks a script (UAX #24, section 5.1): that of the letters before them, unless they stand
/// at the paragraph's own level and those letters do not. The bracket that closes after a foreign word is so written
/// by the same letters as the one that opened before it.
struct Scripts {
    base: u8,
    /// The last script, and whether its letters run right to left.
    last: (Letters, bool),
    /// The last script whose letters run as the paragraph does.
    own: Letters,
}

impl Scripts {
    fn new(info: &[CharInfo], rtl: impl Iterator<Item = bool>, base: u8) -> Self {
        let based = base % 2 == 1;
        let own = if based { Letters::Arabic } else { Letters::Latin };
        let last = info
            .iter()
            .map(|info| info.script)
            .zip(rtl.chain(std::iter::repeat(based)))
            .find(|&(script, _)| is_real(script))
            .unwrap_or((own, based));
        Self { base, last, own: if last.1 == based { last.0 } else { own } }
    }

    fn next(&mut self, info: CharInfo, level: u8) -> Letters {
        let script = info.script;
        let rtl = level % 2 == 1;
        if is_real(script) {
            self.last = (script, rtl);
            if rtl == (self.base % 2 == 1) {
                self.own = script;
            }
            script
        } else if script != Letters::Inherited && level == self.base && self.last.1 != rtl {
            self.own
        } else {
            self.last.0
        }
    }
}

fn is_real(script: Letters) -> bool {
    !matches!(script, Letters::Common | Letters::Inherited | Letters::Unknown)
}
