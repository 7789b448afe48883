//! Laying out and re-wrapping a paragraph of 200 words, beside the shaper alone on the same text.

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

/// The median of many single calls, so that both sides are measured alike and by turns.
fn medians(mut calls: [&mut dyn FnMut(); 2]) -> [Duration; 2] {
    let mut times = [Vec::new(), Vec::new()];
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

fn layout(criterion: &mut Criterion) {
    let text = text();
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
        criterion.bench_function(&format!("re-wrap/{name}"), |bencher| {
            bencher.iter(|| {
                narrow = !narrow;
                laid.rewrap(Some(if narrow { 420.0 } else { 592.0 }), Align::Justify);
            });
        });
        let [ours, theirs] = medians([
            &mut || {
                black_box(engine.layout(&paragraph, Some(592.0), Align::Justify));
            },
            &mut || {
                black_box(alone.shape());
            },
        ]);
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
        println!("{name}: layout {ours:?}, shaping alone {theirs:?}, ratio {ratio:.2} (at most 2.5)");
    }
}

criterion_group!(benches, layout);
criterion_main!(benches);
