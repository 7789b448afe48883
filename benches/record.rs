//! Speed of the record: reading and writing it, editing it, composing it, exporting it.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use mahdar::document::{Place, Target};
use mahdar::edit::{Command, Editor, Moment, Selection};
use mahdar::export::{Format, Options, export};
use mahdar::pages::{Pager, lay};
use mahdar::store;
use mahdar::template::{Composer, View, compose};
use mahdar::text::Engine;

#[path = "../examples/generate/record.rs"]
mod record;

use record::Size;

/// A record of 3,300 blocks with the caret in the middle.
fn editor() -> Editor {
    let mut editor = Editor::new(record::record(Size::PAGES), 7);
    let blocks: &[_] = editor.document().blocks();
    if let Some(block) = blocks.get(blocks.len() / 2) {
        let caret = Selection::caret(Place::new(Target::Block(block.id), 0));
        let _ = editor.run(Command::Select(caret), &Moment::default());
    }
    editor
}

fn files(c: &mut Criterion) {
    let document = record::record(Size::PAGES);
    let file = store::write(&document);
    let mut group = c.benchmark_group("file");
    group.throughput(Throughput::Bytes(file.len() as u64));
    group.bench_function("parse 110,000 words", |b| b.iter(|| store::parse(black_box(file.as_bytes()))));
    group.bench_function("write 110,000 words", |b| b.iter(|| store::write(black_box(&document))));
    let page = store::write(&record::record(Size::PAGE));
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("parse one page", |b| b.iter(|| store::parse(black_box(page.as_bytes()))));
    group.finish();
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn editing(c: &mut Criterion) {
    let mut group = c.benchmark_group("3,300 blocks");
    group.bench_function("one typed letter", |b| {
        let (base, mut millis) = (editor(), 0);
        b.iter_batched_ref(
            || base.clone(),
            |editor| {
                millis += 100;
                editor.run(Command::Type("م".into()), &Moment { millis, ..Moment::default() })
            },
            BatchSize::LargeInput,
        );
    });
    let base = editor();
    let view = View::main(base.document());
    let page = View::page(view.output);
    group.bench_function("compose whole", |b| b.iter(|| compose(black_box(base.document()), &view)));
    for (name, view) in [("compose after one letter, output", view), ("compose after one letter, page", page)]
    {
        let mut editor = editor();
        let mut composer = Composer::default();
        composer.compose(editor.document(), &view);
        let mut millis = 0;
        group.bench_function(name, |b| {
            b.iter_custom(|rounds| {
                let mut spent = Duration::ZERO;
                for _ in 0..rounds {
                    millis += 1000;
                    let moment = Moment { millis, ..Moment::default() };
                    let _ = editor.run(Command::Type("م".into()), &moment);
                    let start = std::time::Instant::now();
                    black_box(composer.compose(editor.document(), &view));
                    spent += start.elapsed();
                    editor.undo();
                }
                spent
            });
        });
    }
    group.finish();
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn paging(c: &mut Criterion) {
    let mut group = c.benchmark_group("3,300 blocks");
    let mut editor = editor();
    let view = View::main(editor.document());
    let (mut composer, mut pager, mut engine) = (Composer::default(), Pager::default(), Engine::new());
    let whole = composer.compose(editor.document(), &view);
    group.bench_function("325 pages at once", |b| {
        b.iter(|| lay(editor.document(), black_box(&whole), &mut engine));
    });
    group.bench_function("the first slice of 325 pages", |b| {
        b.iter(|| Pager::default().lay(editor.document(), black_box(&whole), &mut engine, 40_000));
    });
    pager.lay(editor.document(), &whole, &mut engine, usize::MAX);
    let mut millis = 0;
    group.bench_function("pages after one letter", |b| {
        b.iter_custom(|rounds| {
            let mut spent = Duration::ZERO;
            for _ in 0..rounds {
                millis += 1000;
                let moment = Moment { millis, ..Moment::default() };
                let _ = editor.run(Command::Type("م".into()), &moment);
                let composition = composer.compose(editor.document(), &view);
                let start = std::time::Instant::now();
                black_box(pager.lay(editor.document(), &composition, &mut engine, usize::MAX));
                spent += start.elapsed();
                editor.undo();
            }
            spent
        });
    });
    group.finish();
}

fn exporting(c: &mut Criterion) {
    let document = record::record(Size::LARGE);
    let view = View::main(&document);
    let mut group = c.benchmark_group("164,000 words");
    group.bench_function("text export", |b| {
        b.iter(|| export(&document, &view, Options::default(), Format::Txt));
    });
    group.bench_function("findings", |b| b.iter(|| mahdar::check::findings(black_box(&document))));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = files, editing, paging, exporting
}
criterion_main!(benches);
