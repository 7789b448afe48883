//! Laying out a paragraph of 200 words, one key in it, and breaking its lines anew, beside the shaper alone.

#![allow(clippy::disallowed_methods, reason = "a bench measures time")]
#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a measurement may stop where it fails, cuts its own text, and says what it found"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use mahdar::text::{Align, Base, Engine, Family, FontId, Paragraph, Style, Weight, chain};

/// Words put together in turn, with the marks, numbers and Latin that minutes hold.
fn text() -> String {
    const WORDS: [&str; 23] = [
        "اجتمع",
        "المكتب",
        "بمقره",
        "لتدارس",
        "جدول",
        "الأعمال،",
        "وبعد",
        "المناقشة",
        "صادق",
        "الأعضاء",
        "على",
        "التوصية",
        "رقم",
        "12",
        "المتعلقة",
        "بالتكوين؛",
        "ثم",
        "قرر",
        "(الملف",
        "PDF)",
        "إحالتها",
        "إلى",
        "اللجنة.",
    ];
    let words: Vec<&str> = WORDS.iter().copied().cycle().take(200).collect();
    words.join(" ")
}

fn paragraph(text: &str, family: Family) -> Paragraph<'_> {
    Paragraph {
        text,
        base: Base::Rtl,
        language: "ar-MA",
        style: Style { family, weight: Weight::Regular, size: 18.0, line_height: 32.0 },
        spans: &[],
        keep: &[],
        isolates: &[],
    }
}

/// The shaper alone, on the same runs, with all it can keep from call to call kept.
struct Alone<'a> {
    font: harfrust::FontRef<'a>,
    data: harfrust::ShaperData,
    runs: Vec<(String, harfrust::Direction, harfrust::Script)>,
    plans: Vec<harfrust::ShapePlan>,
    buffer: Option<harfrust::UnicodeBuffer>,
}

impl<'a> Alone<'a> {
    fn new(face: FontId, bytes: &'a [u8], text: &str, family: Family) -> Self {
        let font = harfrust::FontRef::from_index(bytes, 0).expect("a font");
        let data = harfrust::ShaperData::new(&font);
        let shaped = Engine::new().shape(text, family, Weight::Regular, Base::Rtl, "ar-MA");
        let mut runs = Vec::new();
        for run in shaped.iter().filter(|run| run.font == face) {
            let direction = match run.direction {
                mahdar::text::Direction::Rtl => harfrust::Direction::RightToLeft,
                mahdar::text::Direction::Ltr => harfrust::Direction::LeftToRight,
            };
            let script = harfrust::Script::from_iso15924_tag(harfrust::Tag::new(&run.script));
            runs.push((text[run.range.clone()].to_owned(), direction, script.expect("a script")));
        }
        let language: harfrust::Language = "ar-MA".parse().expect("a language");
        let plans = runs
            .iter()
            .map(|run| {
                let face = data.shaper(&font).build();
                harfrust::ShapePlan::new(&face, run.1, Some(run.2), Some(&language), &[])
            })
            .collect();
        Self { font, data, runs, plans, buffer: Some(harfrust::UnicodeBuffer::new()) }
    }

    fn shape(&mut self) -> usize {
        let face = self.data.shaper(&self.font).build();
        let language: harfrust::Language = "ar-MA".parse().expect("a language");
        let mut glyphs = 0;
        for ((text, direction, script), plan) in self.runs.iter().zip(&self.plans) {
            let mut buffer = self.buffer.take().expect("a buffer");
            buffer.push_str(text);
            buffer.set_direction(*direction);
            buffer.set_script(*script);
            buffer.set_language(language.clone());
            let options = harfrust::ShapeOptions::new().plan(Some(plan));
            let shaped = face.shape(buffer, options);
            glyphs += shaped.glyph_infos().len();
            self.buffer = Some(shaped.clear());
        }
        glyphs
    }
}

/// The median of many single calls of each, measured by turns, so that what else runs weighs on all alike.
fn medians<const N: usize>(mut calls: [&mut dyn FnMut(); N]) -> [Duration; N] {
    let mut times = [const { Vec::new() }; N];
    for _ in 0..400 {
        for (call, times) in calls.iter_mut().zip(&mut times) {
            let start = Instant::now();
            call();
            times.push(start.elapsed());
        }
    }
    times.map(|mut list| {
        list.sort_unstable();
        list[list.len() / 2]
    })
}

/// The paragraph after each of many keys: words of letters drawn by lot, typed in its middle.
fn keys(text: &str) -> Vec<String> {
    const LETTERS: [&str; 12] = ["ا", "ل", "م", "ك", "ت", "ب", "ي", "ن", "ر", "ه", "ة", " "];
    let middle = text.len() / 2;
    let middle = text[middle..].find(' ').map_or(0, |at| middle + at + 1);
    let (mut state, mut typed) = (7_u64, String::new());
    let mut key = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if typed.len() > 60 {
            typed.clear();
        }
        typed.push_str(LETTERS[usize::try_from(state >> 33).expect("a small number") % LETTERS.len()]);
        format!("{}{typed}{}", &text[..middle], &text[middle..])
    };
    (0..400).map(|_| key()).collect()
}

fn layout(criterion: &mut Criterion) {
    let text = text();
    let keys = keys(&text);
    for (family, name) in [(Family::Naskh, "naskh"), (Family::Amiri, "amiri")] {
        let face = chain(family, Weight::Regular)[0];
        let paragraph = paragraph(&text, family);
        let mut engine = Engine::new();
        let mut alone = Alone::new(face, face.bytes(), &text, family);
        criterion.bench_function(&format!("layout/{name}"), |bencher| {
            bencher.iter(|| engine.layout(black_box(&paragraph), Some(592.0), Align::Justify));
        });
        criterion.bench_function(&format!("shaping alone/{name}"), |bencher| {
            bencher.iter(|| black_box(alone.shape()));
        });
        let mut laid = engine.layout(&paragraph, Some(592.0), Align::Justify);
        let mut narrow = false;
        let mut wrap = |align| {
            narrow = !narrow;
            laid.rewrap(Some(if narrow { 420.0 } else { 592.0 }), align);
        };
        for (align, of) in [(Align::Justify, "re-wrap"), (Align::Even, "re-wrap evenly")] {
            criterion.bench_function(&format!("{of}/{name}"), |bencher| bencher.iter(|| wrap(align)));
        }
        let mut fresh: Vec<Engine> = (0..400).map(|_| Engine::new()).collect();
        let mut at = 0;
        let mut edited = Engine::new();
        let wrap = std::cell::RefCell::new(wrap);
        let [ours, cold, key, greedy, even, theirs] = medians([
            &mut || {
                black_box(engine.layout(&paragraph, Some(592.0), Align::Justify));
            },
            &mut || {
                let mut engine = fresh.pop().expect("one for each call");
                black_box(engine.layout(&paragraph, Some(592.0), Align::Justify));
            },
            &mut || {
                let text = &keys[at];
                at += 1;
                let edited_paragraph = Paragraph { text, ..paragraph };
                black_box(edited.layout(&edited_paragraph, Some(592.0), Align::Justify));
            },
            &mut || wrap.borrow_mut()(Align::Justify),
            &mut || wrap.borrow_mut()(Align::Even),
            &mut || {
                black_box(alone.shape());
            },
        ]);
        let ratio = |ours: Duration| ours.as_secs_f64() / theirs.as_secs_f64();
        let most = if family == Family::Amiri { 2.1 } else { 2.4 };
        println!(
            "{name}: layout / shaping {:.2} (at most {most}; nothing kept {:.2}): {ours:?} and {cold:?} beside {theirs:?}",
            ratio(ours),
            ratio(cold),
        );
        println!("{name}: one key in a 200-word paragraph {key:?} (at most 300µs)");
        println!("{name}: lines broken anew {greedy:?}, evenly {even:?}");
    }
}

criterion_group!(benches, layout);
criterion_main!(benches);
