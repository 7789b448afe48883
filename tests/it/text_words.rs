//! Words kept from one paragraph to the next: the very glyphs of shaping anew, and no more work than what changed.

use std::collections::BTreeSet;
use std::ops::Range;

use harfrust::{FontRef, Language, ShapeOptions, ShapePlan, ShaperData, Tag, UnicodeBuffer};
use mahdar::text::{
    Align, Base, Direction, Engine, Family, FontId, Layout, Paragraph, ShapedGlyph, ShapedRun, Span, Style,
    Weight, chain,
};

use crate::text_caret::{INVENTED, seeds};

const FACES: [(Family, Weight); 6] = [
    (Family::Ui, Weight::Regular),
    (Family::Ui, Weight::Strong),
    (Family::Naskh, Weight::Regular),
    (Family::Naskh, Weight::Strong),
    (Family::Amiri, Weight::Regular),
    (Family::Amiri, Weight::Strong),
];

/// The shaper alone, given each run whole, with the text around it.
struct Alone {
    faces: Vec<(FontRef<'static>, ShaperData)>,
    language: Language,
}

/// Amiri's letters are not drawn under each other: see `text::shaper`.
fn features(font: FontId) -> &'static [harfrust::Feature] {
    const PLAIN: [harfrust::Feature; 1] =
        [harfrust::Feature { tag: Tag::new(b"kern"), value: 0, start: 0, end: u32::MAX }];
    if font.file().starts_with("Amiri") { &PLAIN } else { &[] }
}

impl Alone {
    fn new() -> Self {
        let read = |id: FontId| {
            let font = FontRef::from_index(id.bytes(), 0).expect("a font");
            let data = ShaperData::new(&font);
            (font, data)
        };
        Self { faces: FontId::all().map(read).collect(), language: "ar-MA".parse().expect("a language") }
    }

    fn shape(&self, text: &str, run: &ShapedRun) -> Vec<ShapedGlyph> {
        let (font, data) = &self.faces[run.font.index()];
        let mut buffer = UnicodeBuffer::new();
        for (at, character) in text[run.range.clone()].char_indices() {
            buffer.add(character, u32::try_from(run.range.start + at).expect("a short text"));
        }
        buffer.set_pre_context(&text[..run.range.start]);
        buffer.set_post_context(&text[run.range.end..]);
        let way = match run.direction {
            Direction::Rtl => harfrust::Direction::RightToLeft,
            Direction::Ltr => harfrust::Direction::LeftToRight,
        };
        let script = harfrust::Script::from_iso15924_tag(Tag::new(&run.script)).expect("a script");
        buffer.set_direction(way);
        buffer.set_script(script);
        buffer.set_language(self.language.clone());
        let shaper = data.shaper(font).build();
        let plan = ShapePlan::new(&shaper, way, Some(script), Some(&self.language), features(run.font));
        let glyphs = shaper.shape(buffer, ShapeOptions::new().plan(Some(&plan)));
        let drawn = glyphs.glyph_infos().iter().zip(glyphs.glyph_positions());
        drawn
            .map(|(info, position)| ShapedGlyph {
                id: info.glyph_id,
                cluster: info.cluster as usize,
                x_advance: position.x_advance,
                x_offset: position.x_offset,
                y_offset: position.y_offset,
            })
            .collect()
    }
}

/// A small source of chance that gives the same numbers in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// What texts are put together of: words that join and that do not, and all that may stand beside a space.
const BITS: [&str; 64] = [
    "كتب",
    "لجنة",
    "كبيرة",
    "هيئة",
    "كل",
    "مكتبه",
    "ه",
    "ة",
    "ك",
    "لك",
    "لا",
    "لله",
    "الله",
    "محمد",
    "بسم",
    "و",
    "را",
    "ئ",
    "گ",
    "ڭ",
    "پ",
    "قُرِئَ",
    "المَحضَرُ",
    "\u{64e}",
    "\u{651}",
    "\u{654}",
    "\u{305}",
    "\u{640}",
    "\u{670}",
    "12",
    "٣٤",
    "2026.",
    "1.7)",
    "(PDF",
    "T",
    "To",
    "Tt",
    "AVA",
    "fi",
    "é",
    "e\u{301}",
    "ⴰⵣⵓⵍ",
    "ⵜ",
    "«",
    "»",
    "،",
    "؛",
    "؟",
    ":",
    "-",
    "/",
    "\u{200c}",
    "\u{200d}",
    "\u{200e}",
    "\u{200f}",
    "\u{a0}",
    "\u{601}",
    "\u{6dd}",
    "\u{20c1}",
    "\u{2067}",
    "\u{2069}",
    "한",
    "👨",
    "\u{feff}",
];

fn text(chance: &mut Chance, most: usize) -> String {
    let mut text = String::new();
    for _ in 0..chance.below(most) {
        text.push_str(chance.of(&BITS));
        if chance.below(3) > 0 {
            text.push_str(chance.of(&[" ", " ", " ", " ", "  ", "\u{a0}"]));
        }
    }
    text
}

#[test]
fn a_word_from_before_is_written_as_within_the_whole_run() {
    let (mut engine, alone) = (Engine::new(), Alone::new());
    let mut chance = Chance(5);
    let made: Vec<String> = (0..3000).map(|_| text(&mut chance, 14)).collect();
    let seeds = seeds();
    let texts = seeds.iter().chain(&made).map(String::as_str).chain(INVENTED);
    let mut glyphs = 0;
    for text in texts {
        for (family, weight) in FACES {
            for run in engine.shape(text, family, weight, Base::Rtl, "ar-MA") {
                glyphs += run.glyphs.len();
                assert_eq!(run.glyphs, alone.shape(text, &run), "{} {text:?}", run.font.file());
            }
        }
    }
    let counts = engine.counts();
    println!("glyphs compared: {glyphs}; bytes shaped {}, found {}", counts.shaped, counts.found);
    assert!(counts.found > 100_000, "many words were from before: {counts:?}");
}

/// No rule of a face reaches over a space but where a run is not parted: every letter each face has, in both its forms,
/// after words with every kind of ending.
#[test]
fn no_letter_of_any_face_is_written_otherwise_after_a_space() {
    const BEFORE: [&str; 16] =
        ["ه", "به", "بة", "بك", "با", "د", "بر", "و", "بل", "بي", "ج", "7", "T", "f", "ⵣ", ")"];
    let alone = Alone::new();
    for (family, weight) in FACES {
        let mut engine = Engine::new();
        let face = chain(family, weight)[0];
        let letters: Vec<char> =
            ('!'..='\u{ffff}').filter(|&c| face.covers(c) && !c.is_whitespace() && !c.is_control()).collect();
        let (mut runs, mut wrong) = (0, BTreeSet::new());
        for before in BEFORE {
            for some in letters.chunks(100) {
                let mut text = String::new();
                for letter in some {
                    text.push_str(&format!("{before} {letter} {before} {letter}ب {letter}ا "));
                }
                for run in engine.shape(&text, family, weight, Base::Rtl, "ar-MA") {
                    runs += 1;
                    let whole = alone.shape(&text, &run);
                    let differs = run.glyphs.iter().zip(&whole).find(|(ours, theirs)| ours != theirs);
                    if let Some((glyph, _)) = differs {
                        let around = text[..glyph.cluster].chars().rev().take(3).collect::<String>();
                        wrong.insert(format!(
                            "{before:?} {:?} {around:?}",
                            text[glyph.cluster..].chars().next()
                        ));
                    }
                    assert_eq!(run.glyphs.len(), whole.len(), "{}", face.file());
                }
            }
        }
        println!("{}: {} letters in {runs} runs, wrong {}", face.file(), letters.len(), wrong.len());
        assert!(wrong.is_empty(), "{}: {wrong:?}", face.file());
        assert!(engine.counts().found > 0);
    }
}

fn style(family: Family) -> Style {
    Style { family, weight: Weight::Regular, size: 18.0, line_height: 32.0 }
}

fn plain(text: &str, family: Family) -> Paragraph<'_> {
    Paragraph {
        text,
        base: Base::Rtl,
        language: "ar-MA",
        style: style(family),
        spans: &[],
        keep: &[],
        isolates: &[],
    }
}

fn same(ours: &Layout, fresh: &Layout, context: &str) {
    assert_eq!(ours.lines(), fresh.lines(), "{context}");
    assert!(ours.glyphs().eq(fresh.glyphs()), "{context}");
}

fn boundary(text: &str, chance: &mut Chance) -> usize {
    let at = chance.below(text.len() + 1);
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).expect("0 is one")
}

#[test]
fn what_was_edited_is_laid_out_as_by_a_new_engine() {
    let mut chance = Chance(11);
    let mut warm = Engine::new();
    for round in 0..60 {
        let mut words = text(&mut chance, 60);
        for _ in 0..12 {
            let (from, to) = (boundary(&words, &mut chance), boundary(&words, &mut chance));
            let to = if chance.below(3) > 0 { from } else { to.clamp(from, words.len()) };
            words.replace_range(from..to.max(from), chance.of(&BITS));
            let range = |chance: &mut Chance| -> Range<usize> {
                let (a, b) = (chance.below(words.len() + 1), chance.below(words.len() + 1));
                a.min(b)..a.max(b)
            };
            let bold = Span { range: range(&mut chance), weight: Some(Weight::Strong), family: None };
            let other = Span { range: range(&mut chance), weight: None, family: Some(Family::Ui) };
            let spans: &[Span] = &[bold, other][..chance.below(3)];
            let family = chance.of(&[Family::Naskh, Family::Amiri, Family::Ui]);
            let base = chance.of(&[Base::Rtl, Base::Rtl, Base::Ltr, Base::Auto]);
            let align = chance.of(&[Align::Start, Align::Justify, Align::Even]);
            let paragraph = Paragraph { base, spans, ..plain(&words, family) };
            let ours = warm.layout(&paragraph, Some(300.0), align);
            let fresh = Engine::new().layout(&paragraph, Some(300.0), align);
            same(&ours, &fresh, &format!("{round} {family:?} {base:?} {spans:?} {words:?}"));
        }
    }
}

fn long(words: usize) -> String {
    let words: Vec<String> = (0..words).map(|n| format!("التوصية {n} المتعلقة بالتكوين")).collect();
    words.join("؛ ")
}

#[test]
fn a_key_shapes_the_word_it_is_typed_in_and_no_other() {
    for family in [Family::Naskh, Family::Amiri] {
        let mut engine = Engine::new();
        let mut text = long(60);
        let _ = engine.layout(&plain(&text, family), Some(592.0), Align::Justify);
        for letter in ["م", "ح", "ض", "ر", " ", "2"] {
            let at = text.find("30 ").expect("the thirtieth");
            text.insert_str(at, letter);
            let before = engine.counts();
            let _ = engine.layout(&plain(&text, family), Some(592.0), Align::Justify);
            let after = engine.counts();
            assert_eq!(after.paragraphs - before.paragraphs, 1);
            assert!(after.shaped - before.shaped <= 40, "{family:?} {letter:?}: {before:?} {after:?}");
        }
    }
}

#[test]
fn a_paragraph_seen_before_is_not_shaped_again_at_any_size() {
    let mut engine = Engine::new();
    let text = long(40);
    let _ = engine.layout(&plain(&text, Family::Amiri), Some(592.0), Align::Justify);
    let before = engine.counts();
    let larger = Style { size: 27.0, line_height: 48.0, ..style(Family::Amiri) };
    let _ = engine.layout(
        &Paragraph { style: larger, ..plain(&text, Family::Amiri) },
        Some(900.0),
        Align::Justify,
    );
    assert_eq!(engine.counts().shaped, before.shaped);
}

#[test]
fn words_kept_never_take_more_than_four_mebibytes() {
    let mut engine = Engine::new();
    let mut most = 0;
    for round in 0..120 {
        let letters =
            |n: usize| n.to_string().chars().map(|c| "ابتثجحخدذر".chars().nth(c as usize - 48)).collect();
        let words: Vec<String> = (0..300)
            .map(|n| letters(round * 300 + n))
            .map(|word: Option<String>| word.expect("digits"))
            .collect();
        let text = words.join(" ");
        let _ = engine.layout(&plain(&text, Family::Naskh), None, Align::Start);
        most = most.max(engine.kept().1);
    }
    let (words, bytes) = engine.kept();
    println!("words kept: {words}, bytes {bytes}, at most {most}");
    assert!(most < 4 << 20, "{most}");
    assert!(words > 1000, "{words}");
    assert!(words < 120 * 300, "not all of them");
}
