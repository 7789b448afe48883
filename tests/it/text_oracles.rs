//! Shaping against `HarfBuzz`, glyph by glyph, and fonts against the letters we write.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::float_cmp,
    reason = "a test may stop where it fails, cuts its own texts, says what it counted, and compares what must be the same number"
)]

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use mahdar::text::{
    Base, Direction, Engine, Family, FontId, GlyphKey, ShapedGlyph, ShapedRun, Weight, chain, levels,
};

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text_caret::{INVENTED, seeds};

const FAMILIES: [Family; 3] = [Family::Ui, Family::Naskh, Family::Amiri];
const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Strong];

/// One run as a line for `hb-shape --batch`, with the letters around it as context.
fn command(text: &str, run: &ShapedRun) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
    let before: Vec<char> = text[..run.range.start].chars().rev().take(8).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[run.range.end..].chars().take(8).collect();
    let direction = match run.direction {
        Direction::Rtl => "rtl",
        Direction::Ltr => "ltr",
    };
    let script = String::from_utf8_lossy(&run.script);
    let hex = |text: &str| {
        text.chars().fold(String::new(), |mut list, c| {
            let _ = write!(list, "U+{:X},", u32::from(c));
            list
        })
    };
    let context = |name: &str, text: &str| match text {
        "" => String::new(),
        text => format!(";--unicodes-{name}={}", hex(text)),
    };
    // Amiri's letters are not drawn under each other: see `text::shaper`.
    let features = if run.font.file().starts_with("Amiri") { ";--features=-kern" } else { "" };
    format!(
        "{folder}/{}{features};--no-glyph-names;--output-format=json;--utf8-clusters;--direction={direction};--script={script};--language=ar-MA{}{};--text={}\n",
        run.font.file(),
        context("before", &before),
        context("after", &after),
        &text[run.range.clone()],
    )
}

/// What `hb-shape` says of each line, or nothing where it is not installed.
fn hb_shape(lines: String) -> Option<Vec<Vec<ShapedGlyph>>> {
    let mut child = Command::new("hb-shape")
        .arg("--batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let writer = std::thread::Builder::new()
        .name("hb-shape input".to_owned())
        .spawn(move || input.write_all(lines.as_bytes()))
        .expect("a thread");
    let output = child.wait_with_output().expect("hb-shape ends");
    writer.join().expect("the writer ends").expect("hb-shape reads");
    let said = String::from_utf8(output.stdout).expect("hb-shape writes UTF-8");
    let line = |line: &str| -> Vec<ShapedGlyph> {
        let list: Vec<Told> = serde_json::from_str(line).expect("hb-shape writes JSON");
        list.into_iter().map(Told::glyph).collect()
    };
    Some(said.lines().map(line).collect())
}

/// One glyph in the words of `hb-shape`.
#[derive(serde::Deserialize)]
struct Told {
    g: u32,
    cl: usize,
    ax: i32,
    dx: i32,
    dy: i32,
}

impl Told {
    fn glyph(self) -> ShapedGlyph {
        let Self { g, cl, ax, dx, dy } = self;
        ShapedGlyph { id: g, cluster: cl, x_advance: ax, x_offset: dx, y_offset: dy }
    }
}

/// What was compared, and what differed.
#[derive(Default)]
struct Compared {
    runs: BTreeMap<&'static str, usize>,
    glyphs: usize,
    again: usize,
    /// Runs without a letter whose marks an old HarfBuzz leaves in the order they were typed in.
    turned: usize,
    wrong: Vec<String>,
}

impl Compared {
    fn add(&mut self, other: Self) {
        for (file, count) in other.runs {
            *self.runs.entry(file).or_default() += count;
        }
        self.glyphs += other.glyphs;
        self.again += other.again;
        self.turned += other.turned;
        self.wrong.extend(other.wrong);
    }

    /// One line for whoever reads the log.
    fn say(&self, what: &str) {
        let runs: usize = self.runs.values().sum();
        let faces: Vec<String> = self.runs.iter().map(|(file, count)| format!("{file} {count}")).collect();
        println!(
            "glyphs compared: {} in {runs} runs of {what} ({} more were the same runs again), fonts: {}; marks \
             without a letter, turned by HarfBuzz 6 alone: {}; wrong: {}",
            self.glyphs,
            self.again,
            faces.join(", "),
            self.turned,
            self.wrong.len()
        );
    }
}

/// `HarfBuzz` 6.0, Debian's, leaves marks and joiners that stand on no letter in the order they were typed in; later ones
/// (15.0 was asked for all of these) turn them as a run from the right is turned, and so do we.
fn is_turned(text: &str, ours: &[ShapedGlyph], theirs: &[ShapedGlyph]) -> bool {
    let is_joiner = |c: char| matches!(c, '\u{200c}' | '\u{200d}');
    let no_letter = text.chars().all(|c| is_combining_mark(c) || is_joiner(c));
    no_letter && ours.iter().eq(theirs.iter().rev())
}

/// Every text in every family and weight, run by run with its surroundings. Equal runs are asked for once.
fn compare<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Compared> {
    let mut engine = Engine::new();
    let mut asked = HashSet::new();
    let mut commands = String::new();
    let mut ours: Vec<(String, FontId, Vec<ShapedGlyph>)> = Vec::new();
    let mut compared = Compared::default();
    for text in texts {
        assert!(!text.contains([';', '\n']) && text.len() < 3000, "fits a line of the batch: {text:?}");
        for (family, weight) in FAMILIES.iter().flat_map(|f| WEIGHTS.map(|w| (*f, w))) {
            for run in engine.shape(text, family, weight, Base::Rtl, "ar-MA") {
                let command = command(text, &run);
                if asked.contains(&command) {
                    compared.again += 1;
                    continue;
                }
                commands.push_str(&command);
                asked.insert(command);
                let start = run.range.start;
                let glyphs = run.glyphs.iter();
                let glyphs = glyphs.map(|glyph| ShapedGlyph { cluster: glyph.cluster - start, ..*glyph });
                ours.push((text[run.range.clone()].to_owned(), run.font, glyphs.collect()));
            }
        }
    }
    let theirs = hb_shape(commands)?;
    assert_eq!(theirs.len(), ours.len(), "one answer for each run");
    for ((text, font, ours), theirs) in ours.into_iter().zip(theirs) {
        *compared.runs.entry(font.file()).or_default() += 1;
        compared.glyphs += theirs.len();
        if ours == theirs {
            continue;
        }
        if is_turned(&text, &ours, &theirs) {
            compared.turned += 1;
        } else {
            compared.wrong.push(format!("{} {text:?}\n ours   {ours:?}\n theirs {theirs:?}", font.file()));
        }
    }
    Some(compared)
}

#[test]
fn every_glyph_is_the_one_harfbuzz_chooses_and_where_it_puts_it() {
    let seeds = seeds();
    let Some(compared) = compare(seeds.iter().map(String::as_str).chain(INVENTED)) else {
        println!("skipped: no hb-shape");
        return;
    };
    compared.say("seeds");
    assert!(compared.wrong.is_empty(), "{} differ, such as {}", compared.wrong.len(), compared.wrong[0]);
    assert!(compared.glyphs > 500 && compared.runs.len() == FontId::all().count(), "{}", compared.glyphs);
}

/// Letters in every company they may come in: a deterministic mixture, the same in every run of the tests.
struct Mixture(u64);

impl Mixture {
    const JOINING: [&str; 28] = [
        "ب", "ت", "ث", "ج", "ح", "خ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن",
        "ه", "ي", "ئ", "پ", "چ", "ڭ", "گ", "ڤ",
    ];
    const ENDING: [&str; 14] = ["ا", "أ", "إ", "آ", "د", "ذ", "ر", "ز", "و", "ؤ", "ة", "ى", "ء", "ٱ"];
    const PAIRS: [&str; 12] = ["لا", "لأ", "لإ", "لآ", "لله", "الله", "لم", "في", "بي", "نم", "ـ", "ــ"];
    const MARKS: [&str; 12] = [
        "\u{64b}",
        "\u{64c}",
        "\u{64d}",
        "\u{64e}",
        "\u{64f}",
        "\u{650}",
        "\u{651}",
        "\u{652}",
        "\u{651}\u{64e}",
        "\u{670}",
        "\u{654}",
        "\u{655}",
    ];
    const LATIN: [&str; 16] =
        ["a", "e", "i", "o", "r", "t", "s", "fi", "ffl", "A", "V", "T", "é", "ç", "e\u{301}", "œ"];
    const TIFINAGH: [&str; 10] = ["ⴰ", "ⵣ", "ⵓ", "ⵍ", "ⵎ", "ⵖ", "ⵔ", "ⵉ", "ⴱ", "ⵯ"];
    const DIGITS: [&str; 14] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "٠", "٣", "٧", "٩"];
    const SIGNS: [&str; 28] = [
        " ", " ", " ", "\u{a0}", ".", ",", ":", "-", "/", "%", "!", "(", ")", "[", "]", "«", "»", "“", "”",
        "’", "–", "…", "،", "؛", "؟", "٪", "٫", "•",
    ];
    const JOINERS: [&str; 4] = ["\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}"];

    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }

    fn one(&mut self, of: &[&str], text: &mut String) {
        let at = self.below(of.len());
        text.push_str(of[at]);
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(4) {
            let length = 1 + self.below(6);
            let kind = self.below(12);
            for _ in 0..length {
                match kind {
                    0..=6 => {
                        match self.below(10) {
                            0..=5 => self.one(&Self::JOINING, &mut text),
                            6..=8 => self.one(&Self::ENDING, &mut text),
                            _ => self.one(&Self::PAIRS, &mut text),
                        }
                        match self.below(12) {
                            0..=2 => self.one(&Self::MARKS, &mut text),
                            3 => self.one(&Self::JOINERS, &mut text),
                            _ => {}
                        }
                    }
                    7 => self.one(&Self::LATIN, &mut text),
                    8 => self.one(&Self::TIFINAGH, &mut text),
                    9 => self.one(&Self::DIGITS, &mut text),
                    10 => self.one(&Self::SIGNS, &mut text),
                    _ => {
                        let group = self.below(6);
                        let all: [&[&str]; 6] = [
                            &Self::JOINING,
                            &Self::MARKS,
                            &Self::LATIN,
                            &Self::DIGITS,
                            &Self::SIGNS,
                            &Self::JOINERS,
                        ];
                        self.one(all[group], &mut text);
                    }
                }
            }
            if self.below(3) > 0 {
                text.push(' ');
            }
        }
        text
    }
}

#[test]
fn generated_texts_have_the_glyphs_of_harfbuzz_too() {
    const TEXTS: usize = 20_000;
    let mut mixture = Mixture(0x2026_1122);
    let texts: Vec<String> = (0..TEXTS).map(|_| mixture.text()).collect();
    let distinct: HashSet<&String> = texts.iter().collect();
    assert!(distinct.len() > TEXTS * 9 / 10, "{}", distinct.len());
    let parts = std::thread::scope(|scope| {
        let start = |half: &'_ [String]| {
            let half = half.to_vec();
            std::thread::Builder::new()
                .name("glyphs".to_owned())
                .spawn_scoped(scope, move || {
                    let parts = half.chunks(2_000).map(|part| compare(part.iter().map(String::as_str)));
                    parts.collect::<Option<Vec<Compared>>>()
                })
                .expect("a thread")
        };
        let halves: Vec<_> = texts.chunks(TEXTS / 2).map(start).collect();
        let halves = halves.into_iter().map(|half| half.join().expect("no panic in a half"));
        halves.collect::<Option<Vec<_>>>()
    });
    let Some(parts) = parts else {
        println!("skipped: no hb-shape");
        return;
    };
    let mut compared = Compared::default();
    parts.into_iter().flatten().for_each(|part| compared.add(part));
    compared.say(&format!("{TEXTS} generated texts"));
    assert!(
        compared.wrong.is_empty(),
        "{} differ, such as {}",
        compared.wrong.len(),
        compared.wrong.join("\n")
    );
    assert!(compared.runs.len() == FontId::all().count(), "every face was asked: {:?}", compared.runs);
    assert!(compared.runs.values().all(|&runs| runs > 500), "{:?}", compared.runs);
}

#[test]
fn brackets_around_foreign_words_are_written_alike() {
    let mut engine = Engine::new();
    for (text, base, script) in [
        ("الملف (الصيغة PDF 1.7)، «PDF».", Base::Rtl, b"Arab"),
        ("(PDF) [29.11]", Base::Rtl, b"Arab"),
        ("the file (اسمه محضر) and no more", Base::Ltr, b"Latn"),
    ] {
        let runs = engine.shape(text, Family::Amiri, Weight::Regular, base, "ar-MA");
        let mut marks = 0;
        for (at, _) in text.match_indices(['(', ')', '[', ']', '«', '»']) {
            let run = runs.iter().find(|run| run.range.contains(&at));
            let run = run.expect("every byte is in a run");
            assert_eq!(&run.script, script, "at {at} of {text}");
            marks += 1;
        }
        assert!(marks > 1);
    }
}

/// The levels we tell are the levels we shape by.
#[test]
fn shaped_runs_have_the_levels_that_are_told() {
    let mut engine = Engine::new();
    let seeds = seeds();
    let mut count = 0;
    for text in seeds.iter().map(String::as_str).chain(INVENTED) {
        for base in [Base::Rtl, Base::Ltr, Base::Auto] {
            let told = levels(text, base);
            let solid = text
                .trim_end_matches(|c: char| c.is_whitespace() || ('\u{202a}'..='\u{2069}').contains(&c))
                .len();
            // A grapheme moves as one, at the level of its first character.
            let starts: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            for run in engine.shape(text, Family::Naskh, Weight::Regular, base, "ar-MA") {
                for ((at, _), level) in text.char_indices().zip(&told.levels) {
                    if run.range.contains(&at) && at < solid && starts.contains(&at) {
                        assert_eq!(run.level, *level, "at {at} of {text:?}, {base:?}");
                        count += 1;
                    }
                }
            }
        }
    }
    assert!(count > 500, "{count}");
}

#[test]
fn every_letter_we_write_has_a_face_in_the_chain() {
    let arabic = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي\u{640}\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\u{650}\u{651}\u{652}\u{670}ڤڭگپچژ٠١٢٣٤٥٦٧٨٩،؛؟٪٫٬";
    let marks = "«»“”‘’–—…•.,:;!?()[]/+-=%*&@#'\" \u{a0}";
    let latin = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain("éèêàâçùûîïôÉÈÀÇ".chars());
    let tifinagh = "ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ";
    let letters: Vec<char> =
        arabic.chars().chain(marks.chars()).chain(latin).chain(tifinagh.chars()).collect();
    for (family, weight) in FAMILIES.iter().flat_map(|f| WEIGHTS.map(|w| (*f, w))) {
        let faces = chain(family, weight);
        for &letter in &letters {
            assert!(faces.iter().any(|face| face.covers(letter)), "{family:?} {weight:?} {letter:?}");
        }
        let own = "محضر الاجتماع، 2026؟";
        assert!(own.chars().all(|letter| faces[0].covers(letter)), "{family:?} {weight:?}");
    }
    assert!(!chain(Family::Amiri, Weight::Regular)[0].covers('ⴰ'), "the chain is needed");
}

#[test]
fn every_face_draws_its_letters_at_every_quarter_of_a_pixel() {
    let mut engine = Engine::new();
    for font in FontId::all() {
        assert!(font.units_per_em() >= 1000 && font.bytes().len() > 10_000, "{}", font.file());
    }
    for (family, weight) in FAMILIES.iter().flat_map(|f| WEIGHTS.map(|w| (*f, w))) {
        let runs = engine.shape("محضر", family, weight, Base::Rtl, "ar-MA");
        for glyph in &runs[0].glyphs {
            let id = u16::try_from(glyph.id).expect("a glyph number");
            let mut pictures = std::collections::BTreeSet::new();
            for x in [10.0, 10.25, 10.5, 10.75] {
                let (key, pixel) = GlyphKey::snap(runs[0].font, id, 18.0, x);
                assert_eq!(pixel, 10);
                let raster = engine.raster(key).expect("a letter has ink");
                assert_eq!(raster.coverage.len(), (raster.width * raster.height) as usize);
                assert!(raster.coverage.iter().any(|&c| c > 200), "there is ink in it");
                assert!(raster.height < 40 && raster.top < 30 && raster.top > -20);
                pictures.insert(raster.coverage);
            }
            assert_eq!(pictures.len(), 4, "each quarter looks different");
        }
    }
    let (key, pixel) = GlyphKey::snap(runs_font(), 1, 18.0, -0.25);
    assert_eq!((key.quarter, pixel, key.size), (3, -1, 18 * 64));
}

fn runs_font() -> FontId {
    chain(Family::Naskh, Weight::Regular)[0]
}
