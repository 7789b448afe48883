//! Runs: where script, direction or face change, and the glyphs of each run in font units.

use std::ops::Range;
use std::sync::Arc;

use harfrust::{
    Direction as Way, Feature, FontRef, Language, Script, ShapeOptions, ShapePlan, ShaperData, Tag,
    UnicodeBuffer, script,
};
use icu_properties::props::Script as Letters;
use parley_engine::{Analysis, CharInfo};

use super::font::{FontId, face};
use super::words::{Part, Word, Words, key, parts};

/// A stretch of one face, script and level, in logical order.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) font: FontId,
    pub(super) level: u8,
    pub(super) chars: Range<usize>,
    pub(super) bytes: Range<usize>,
    /// Nothing for a script none of the faces is made for.
    pub(super) script: Option<Script>,
}

/// Shapes runs, and keeps what it has read of each face and the words it has shaped.
pub(super) struct Shaper {
    faces: Vec<Option<(FontRef<'static>, ShaperData)>>,
    hands: Vec<Hand>,
    /// The bytes of the words used lately.
    young: usize,
    buffer: UnicodeBuffer,
    /// Scratch: words not found.
    missing: Vec<Part>,
    pub(super) counts: Counts,
}

/// How one script is written with one face, and the words written so before.
struct Hand {
    font: FontId,
    way: Way,
    script: Script,
    language: Option<Language>,
    plan: ShapePlan,
    words: Words,
}

/// What an engine has done since it began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Paragraphs shaped; breaking one anew does not count.
    pub paragraphs: u64,
    /// Bytes given to the shaper.
    pub shaped: u64,
    /// Bytes of words that were found shaped.
    pub found: u64,
}

/// What a face does by itself and is told not to. Amiri draws the letter after a reh or a waw under it, so near that who
/// takes words out of a PDF finds a blank inside «التشريعية»: on paper and in its preview its letters stand apart as far
/// as they were drawn to.
fn features(font: FontId) -> &'static [Feature] {
    const PLAIN: [Feature; 1] = [Feature { tag: Tag::new(b"kern"), value: 0, start: 0, end: u32::MAX }];
    if font.is_amiri() { &PLAIN } else { &[] }
}

/// More than the faces, scripts and directions that meet in one record.
const MOST_HANDS: usize = 64;
/// Bytes of the words used lately; those used before them take as much again at most.
const MOST_YOUNG: usize = 2 << 20;

impl Shaper {
    pub(super) fn new() -> Self {
        let read = |id: FontId| {
            let font = FontRef::from_index(id.bytes(), 0).ok()?;
            let data = ShaperData::new(&font);
            Some((font, data))
        };
        Self {
            faces: FontId::all().map(read).collect(),
            hands: Vec::new(),
            young: 0,
            buffer: UnicodeBuffer::new(),
            missing: Vec::new(),
            counts: Counts::default(),
        }
    }

    /// Shapes one run, giving its words to `take` in logical order; its script. Words in a row that were not found are
    /// shaped together, since each call costs.
    pub(super) fn shape(
        &mut self,
        text: &str,
        info: &[CharInfo],
        run: &Run,
        language: Option<&Language>,
        mut take: impl FnMut(&Part, &Arc<Word>),
    ) -> Script {
        let script = run.script.unwrap_or_else(|| guess(text.get(run.bytes.clone()).unwrap_or_default()));
        let Some(hand) = self.hand(run, script, language) else { return script };
        let mut missing = std::mem::take(&mut self.missing);
        for part in parts(text, info, run) {
            let words = self.hands.get_mut(hand).map(|hand| &mut hand.words);
            let found = words.zip(key(text, info, run, &part)).and_then(|(words, key)| words.find(key));
            let Some((word, grown)) = found else {
                missing.push(part);
                continue;
            };
            self.fresh(text, info, run, hand, &mut missing, &mut take);
            self.counts.found += part.bytes.len() as u64;
            self.young += grown;
            take(&part, &word);
        }
        self.fresh(text, info, run, hand, &mut missing, &mut take);
        self.missing = missing;
        if self.young >= MOST_YOUNG {
            self.young = 0;
            self.hands.iter_mut().for_each(|hand| hand.words.age());
        }
        script
    }

    /// How many words are kept, and the bytes they take.
    pub(super) fn kept(&self) -> (usize, usize) {
        let counts = self.hands.iter().map(|hand| hand.words.count());
        counts.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }

    /// The place of the hand that writes a run; nothing where its face cannot be read.
    fn hand(&mut self, run: &Run, script: Script, language: Option<&Language>) -> Option<usize> {
        let way = if run.level % 2 == 1 { Way::RightToLeft } else { Way::LeftToRight };
        let known = self.hands.iter().position(|hand| {
            hand.font == run.font
                && hand.way == way
                && hand.script == script
                && hand.language.as_ref() == language
        });
        if known.is_some() {
            return known;
        }
        let (font, data) = self.faces.get(run.font.index())?.as_ref()?;
        if self.hands.len() >= MOST_HANDS {
            self.hands.clear();
            self.young = 0;
        }
        let shaper = data.shaper(font).build();
        self.hands.push(Hand {
            font: run.font,
            way,
            script,
            language: language.cloned(),
            plan: ShapePlan::new(&shaper, way, Some(script), language, features(run.font)),
            words: Words::default(),
        });
        Some(self.hands.len() - 1)
    }

    /// Shapes words in a row with the text around them, and keeps them. Clusters are byte offsets in the whole text.
    fn fresh(
        &mut self,
        text: &str,
        info: &[CharInfo],
        run: &Run,
        hand: usize,
        parts: &mut Vec<Part>,
        take: &mut impl FnMut(&Part, &Arc<Word>),
    ) {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let bytes = first.bytes.start..last.bytes.end;
        let (Some(Some((font, data))), Some(hand)) =
            (self.faces.get(run.font.index()), self.hands.get_mut(hand))
        else {
            return;
        };
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        let words = text.get(bytes.clone()).unwrap_or_default();
        self.counts.shaped += words.len() as u64;
        buffer.reserve(words.len());
        for (at, character) in words.char_indices() {
            buffer.add(character, u32::try_from(bytes.start + at).unwrap_or(u32::MAX));
        }
        buffer.set_pre_context(text.get(..bytes.start).unwrap_or_default());
        buffer.set_post_context(text.get(bytes.end..).unwrap_or_default());
        buffer.set_direction(hand.way);
        if let Some(language) = &hand.language {
            buffer.set_language(language.clone());
        }
        buffer.set_script(hand.script);
        let shaper = data.shaper(font).build();
        let glyphs = shaper.shape(buffer, ShapeOptions::new().plan(Some(&hand.plan)));
        let (infos, positions) = (glyphs.glyph_infos(), glyphs.glyph_positions());
        let rtl = hand.way == Way::RightToLeft;
        let count = infos.len();
        let mut done = 0;
        for part in parts.drain(..) {
            let from = done;
            let nth = |index: usize| if rtl { count - 1 - index } else { index };
            let inside = |index| infos.get(nth(index)).is_some_and(|g| (g.cluster as usize) < part.bytes.end);
            while done < count && inside(done) {
                done += 1;
            }
            let range = if rtl { count - done..count - from } else { from..done };
            let glyphs =
                (infos.get(range.clone()).unwrap_or_default(), positions.get(range).unwrap_or_default());
            let word = Arc::new(Word::read(text, info, &part, rtl, glyphs));
            if self.young < MOST_YOUNG
                && let Some(key) = key(text, info, run, &part)
            {
                self.young += hand.words.keep(key, &word);
            }
            take(&part, &word);
        }
        self.buffer = glyphs.clear();
    }
}

/// The script of the first letter that has one of its own.
fn guess(text: &str) -> Script {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.script()
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
    if single && (!is_shown(character, info) || face(first).is_some_and(|f| f.covers(character))) {
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
                is_shown(*character, **info) && !face.is_some_and(|face| face.covers(*character))
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

/// Whether a character is looked for in the faces: all but controls and what steers directions. The signs that stand over
/// or under the number after them are seen, though Unicode files them with those.
fn is_shown(character: char, info: CharInfo) -> bool {
    info.contributes_to_shaping()
        || matches!(character, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{890}' | '\u{891}' | '\u{8e2}')
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
