//! Speed of the record: reading and writing it, editing it, composing it, exporting it.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use mahdar::arabic::naming;
use mahdar::document::{Id, Person, PersonId, Place, Presence, RecordId, RichText, Stamp, Step, Target};
use mahdar::edit::{Command, Editor, Moment, Roll, Selection, Who, compare};
use mahdar::export::{Format, Options, export};
use mahdar::import::{self, Fresh, Para, Read};
use mahdar::pages::{Pager, lay};
use mahdar::store::roster::{Incoming, Index, Table};
use mahdar::store::{self, Roster};
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
    group.bench_function("compare with every block changed", |b| {
        let old = record::record(Size::PAGES);
        let mut new = old.clone();
        for block in old.blocks() {
            let insert = RichText::plain("كما ");
            let _ = new.apply(Step::Splice { at: Target::Block(block.id), start: 0, end: 0, insert });
        }
        b.iter(|| compare(black_box(&old), black_box(&new)));
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

#[expect(clippy::disallowed_methods, reason = "a bench measures time and makes a folder")]
fn journal(c: &mut Criterion) {
    let folder = std::env::temp_dir().join(format!("mahdar-bench-{}", std::process::id()));
    let mut group = c.benchmark_group("journal of 3,300 blocks");
    let mut editor = editor();
    let base = editor.document().clone();
    let folders = store::Folders::inside(&folder);
    let begin = || store::Journal::begin(&folders, base.clone(), None, Stamp(1), None, Arc::new(|| {}));
    let Ok(journal) = begin() else { return };
    // The same letter again and again, at the pace of a fast hand and no faster: the thread rests in between.
    let done = editor.run(Command::Type("م".into()), &Moment::default()).unwrap_or_default();
    group.bench_function("one typed letter handed on", |b| {
        b.iter_custom(|rounds| {
            let mut spent = Duration::ZERO;
            for _ in 0..rounds {
                std::thread::sleep(Duration::from_millis(1));
                let start = std::time::Instant::now();
                journal.note(black_box(&done.steps), Stamp(1));
                spent += start.elapsed();
            }
            spent
        });
    });
    journal.end(false);
    store::flush_journals(Duration::from_secs(10));
    // One letter after the snapshot, and as many as a journal holds before it is begun anew.
    for (name, letters) in [("found with one change", 1), ("found with all it can hold", usize::MAX)] {
        let held = store::Folders::inside(&folder.join(name));
        let path = held.state.join("journals");
        let mut writer = store::JournalWriter::new(&path, base.clone(), None, Stamp(1));
        let mut editor = Editor::new(base.clone(), 8);
        let (mut written, mut bytes, mut first) = (0, 0, 0);
        while written < letters {
            let done = editor.run(Command::Type("م".into()), &Moment::default()).unwrap_or_default();
            let _ = writer.note(done.steps, Stamp(1));
            let now =
                writer.path().and_then(|path| std::fs::metadata(path).ok()).map_or(0, |seen| seen.len());
            bytes = now;
            written += 1;
            first = if first == 0 { now } else { first };
            // A little before it would be begun anew.
            if now > first * 13 / 10 {
                break;
            }
        }
        writer.flush();
        drop(writer);
        eprintln!("{name}: {written} changes, {bytes} bytes");
        group.bench_function(name, |b| b.iter(|| black_box(store::found_journals(&held))));
    }
    group.finish();
    let _ = std::fs::remove_dir_all(&folder);
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

/// Somebody whose name none of the others has.
fn somebody(n: u32) -> Person {
    let family = ["بنعبد الله", "الأرزي", "الصفصافي", "أوعلي", "السنديان"];
    let name = format!("{} {n}", family.get(n as usize % family.len()).copied().unwrap_or_default());
    Person { name, role: "عضو المكتب".into(), ..Person::default() }
}

fn people(c: &mut Criterion) {
    let mut roster = Roster::default();
    for n in 0..5_000 {
        roster.put(PersonId(Id { session: 1, counter: n }), somebody(n));
    }
    let mut group = c.benchmark_group("5,000 people");
    let mut index = Index::default();
    index.take_in(roster.people());
    for typed in ["ب", "بنعبدالله", "لا أحد"] {
        let wanted = naming::wanted(typed);
        group.bench_function(format!("found by «{typed}»"), |b| {
            b.iter(|| {
                index.take_in(roster.people());
                index.find(black_box(&wanted), false).count()
            });
        });
    }
    let rows: Vec<String> = (2_000..7_000).map(|n| format!("السيد {}\tعضو", somebody(n).name)).collect();
    let text = format!("الاسم\tالصفة\n{}", rows.join("\n"));
    group.bench_function("5,000 rows read and compared with them", |b| {
        b.iter(|| Table::read(black_box(&text)).map(|table| Incoming::of(&table, &roster)));
    });
    group.finish();
    c.bench_function("roll call of 1,000 people, one key", |b| {
        let mut editor = Editor::new(record::record(Size::PAGE), 7);
        let all = (0..1_000).map(|n| Who::New(Box::new(somebody(n)))).collect();
        let _ = editor.run(Command::Roll(Roll::AddAll(all)), &Moment::default());
        let list = &editor.document().meeting().attendance.people;
        let ids: Vec<PersonId> = list.iter().map(|entry| entry.person).collect();
        let mut at = 0;
        b.iter(|| {
            at += 1;
            let presence =
                if (at / ids.len()).is_multiple_of(2) { Presence::Present } else { Presence::Absent };
            let person = ids.get(at % ids.len()).copied();
            person
                .map(|person| editor.run(Command::Roll(Roll::Presence(person, presence)), &Moment::default()))
        });
    });
}

fn recognising(c: &mut Criterion) {
    let document = record::record(Size::PAGES);
    let exported = export(&document, &View::main(&document), Options::default(), Format::Txt);
    let text = exported.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
    let para = |line: &str| Para { text: line.trim().to_owned(), ..Para::default() };
    let paragraphs = text.lines().filter(|line| !line.trim().is_empty()).map(para).collect();
    let words = text.split_whitespace().count();
    let read = Read { format: import::Format::Text, text, paragraphs, notes: Vec::new() };
    let fresh = Fresh { id: RecordId(1), session: 1, at: Stamp(0), author: String::new() };
    let mut group = c.benchmark_group("import");
    group.throughput(Throughput::Elements(words as u64));
    group.bench_function("parts of a long text", |b| {
        b.iter(|| import::record(black_box(&read), "", &fresh).map(|document| document.blocks().len()));
    });
    group.finish();
}

/// A DOCX of so many words, about nobody: paragraphs of sixteen runs, as word processors part them.
fn docx(words: usize) -> Vec<u8> {
    use std::fmt::Write as _;
    use std::io::Write as _;
    const WORDS: [&str; 8] = ["عقدت", "الجمعية", "اجتماعها", "يوم", "السبت", "بمقرها،", "وتم", "التأكيد"];
    let mut body = String::from("<w:document xmlns:w=\"w\"><w:body>");
    for at in 0..words / 32 {
        body.push_str("<w:p w:rsidR=\"00A77B3E\"><w:pPr><w:bidi/><w:jc w:val=\"both\"/></w:pPr>");
        for run in 0..16 {
            let two =
                [run * 2 + at, run * 2 + at + 1].map(|at| WORDS.get(at % 8).copied().unwrap_or_default());
            let _ = write!(
                body,
                "<w:r w:rsidRPr=\"00C21F\"><w:rPr><w:rFonts w:hint=\"cs\"/><w:sz w:val=\"28\"/><w:rtl/></w:rPr>\
                 <w:t xml:space=\"preserve\">{} {} </w:t></w:r>",
                two[0], two[1]
            );
        }
        body.push_str("</w:p>");
    }
    body.push_str("</w:body></w:document>");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in [("[Content_Types].xml", "<a/>"), ("word/document.xml", &body)] {
        let options = zip::write::SimpleFileOptions::default();
        let _ = zip.start_file(name, options).map(|()| zip.write_all(bytes.as_bytes()));
    }
    zip.finish().map(std::io::Cursor::into_inner).unwrap_or_default()
}

fn importing(c: &mut Criterion) {
    let bytes = docx(164_000);
    let fresh = Fresh { id: RecordId(7), session: 7, at: Stamp(0), author: String::new() };
    let made = || {
        let read = import::read(black_box(&bytes), None).ok()?;
        import::record(&read, "a.docx", &fresh).ok()
    };
    assert!(made().is_some_and(|document| document.blocks().len() > 5000), "the text was read");
    let mut group = c.benchmark_group("164,000 words");
    group.bench_function("read DOCX", |b| b.iter(|| import::read(black_box(&bytes), None)));
    group.bench_function("import DOCX", |b| b.iter(made));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = files, editing, journal, paging, exporting, people, recognising, importing
}
criterion_main!(benches);
