//! Speed of the record: reading and writing it, editing it, composing it, exporting it.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use eframe::egui::{Rect, pos2};
use mahdar::arabic::naming;
use mahdar::arabic::search::Manner;
use mahdar::document::{
    Block, BlockId, Document, FieldPath, Id, Kind, OutputKind, Person, PersonId, Place, Presence, RecordId,
    RichText, Stamp, Step, Target,
};
use mahdar::edit::{Command, Editor, FollowUp, Moment, Roll, Selection, Shift, Who, compare};
use mahdar::export::{Format, Options, export};
use mahdar::import::{self, Fresh, Para, Read};
use mahdar::pages::{Pager, lay};
use mahdar::store::roster::{Incoming, Index, Table};
use mahdar::store::{self, Roster};
use mahdar::template::find::Search;
use mahdar::template::{Composer, View, compose};
use mahdar::text::Engine;
use mahdar::ui::pen::Pen;
use mahdar::ui::sheet::Sheet;
use mahdar::ui::theme::Theme;

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

/// Two thousand recommendations in ten axes of 199 items each, some of them two levels deeper.
fn recommendations() -> Document {
    let mut document = Document::new(RecordId(3));
    let mut after = None;
    for n in 0..2_000_u32 {
        let depth = match n % 200 {
            0 => 0,
            m if m % 5 == 4 => 2,
            _ => 1,
        };
        let words = RichText::plain(&format!("جرد العيون والسواقي بالجماعة رقم {n} قبل نهاية السنة؛"));
        let id = BlockId(Id { session: 1, counter: n });
        let block = Arc::new(Block::new(id, Kind::recommendation(depth), words));
        let _ = document.apply(Step::Insert { after, block });
        after = Some(id);
    }
    document
}

/// From a command to the page laid out anew: the edit, the journal's part in it, the numbers, the paragraphs in view.
#[expect(clippy::disallowed_methods, reason = "a bench measures time and makes a folder")]
fn lists(c: &mut Criterion) {
    let view = Rect::from_min_max(pos2(0.0, 44.0), pos2(1366.0, 662.0));
    let folder = std::env::temp_dir().join(format!("mahdar-bench-lists-{}", std::process::id()));
    let folders = store::Folders::inside(&folder);
    let id = |counter| BlockId(Id { session: 1, counter });
    let item = |at: u32, offset| Selection::caret(Place::new(Target::Block(id(at)), offset));
    let axis = Selection::new(Place::new(Target::Block(id(800)), 0), Place::new(Target::Block(id(999)), 4));
    let put = |before| Command::Put { before: Some(id(before)), depth: None };
    let mut group = c.benchmark_group("2,000 recommendations");
    let cases = [
        ("the 500th added by Enter", item(499, 20), Command::Enter),
        ("an axis of 200 moved down by a key", item(800, 0), Command::Move(Shift::Down)),
        ("an axis of 200 moved up by a key", item(800, 0), Command::Move(Shift::Up)),
        ("an axis of 200 let go before the first", axis.clone(), put(0)),
        (
            "an axis of 200 let go a level deeper",
            axis.clone(),
            Command::Put { before: Some(id(400)), depth: Some(1) },
        ),
        ("200 items a level deeper", axis.clone(), Command::Depth(Shift::Down)),
        (
            "200 items in somebody's charge",
            axis.clone(),
            Command::FollowUp(FollowUp::Responsible("لجنة".into())),
        ),
        ("200 items to paragraphs", axis, Command::ToParagraphs),
        (
            "another label for every item",
            item(499, 0),
            Command::SetField { path: FieldPath::Label(1), value: "number-dot".into() },
        ),
    ];
    for (name, selection, command) in cases {
        let document = recommendations();
        let Ok(journal) =
            store::Journal::begin(&folders, document.clone(), None, Stamp(1), None, Arc::new(|| {}))
        else {
            return;
        };
        let mut editor = Editor::new(document, 7);
        let (mut sheet, mut pen) = (Sheet::default(), Pen::new(Theme::LIGHT));
        let _ = editor.run(Command::Select(selection.clone()), &Moment::default());
        let mut show = |editor: &Editor| {
            sheet.sync(editor.document(), editor.state(), OutputKind::Communique);
            sheet.look(view, &mut pen, 1.0);
            sheet.reveal(editor.document(), &editor.selection().head, &mut pen, 1.0);
            sheet.look(view, &mut pen, 1.0);
        };
        show(&editor);
        let mut parts = [Duration::ZERO; 3];
        let mut rounds_done = 0;
        group.bench_function(name, |b| {
            b.iter_custom(|rounds| {
                let mut spent = Duration::ZERO;
                for _ in 0..rounds {
                    let start = std::time::Instant::now();
                    let done = editor.run(command.clone(), &Moment::default()).unwrap_or_default();
                    let edited = start.elapsed();
                    journal.note(&done.steps, Stamp(1));
                    let noted = start.elapsed();
                    show(&editor);
                    let shown = start.elapsed();
                    spent += shown;
                    for (part, took) in parts.iter_mut().zip([
                        edited,
                        noted.saturating_sub(edited),
                        shown.saturating_sub(noted),
                    ]) {
                        *part += took;
                    }
                    rounds_done += 1;
                    let undone = editor.undo();
                    journal.note(&undone.steps, Stamp(1));
                    let _ = editor.run(Command::Select(selection.clone()), &Moment::default());
                    show(&editor);
                    std::thread::sleep(Duration::from_millis(1));
                }
                spent
            });
        });
        let [edit, journal_part, page] = parts.map(|part| part / rounds_done.max(1));
        eprintln!("{name}: edit {edit:?}, journal {journal_part:?}, page {page:?}");
        journal.end(false);
    }
    group.finish();
    store::flush_journals(Duration::from_secs(10));
    let _ = std::fs::remove_dir_all(&folder);
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

/// A key in the search: of one page, and of 164,000 words, in the slices the window takes and whole.
fn finding(c: &mut Criterion) {
    let page = View::page(View::main(&record::record(Size::PAGE)).output);
    let mut group = c.benchmark_group("find");
    for (name, size) in [("320 words", Size::PAGE), ("164,000 words", Size::LARGE)] {
        let document = record::record(size);
        let text = compose(&document, &page);
        let all: Vec<_> = std::iter::once(text.title).chain(text.paragraphs).collect();
        let ready = || {
            let mut search = Search::default();
            search.take_texts(all.iter());
            search.take_lines(&document, page.output);
            search
        };
        group.bench_function(format!("first key, all of {name}"), |b| {
            b.iter_batched_ref(
                ready,
                |search| (search.ask("ل", Manner::default()), search.look(usize::MAX), search.count()),
                BatchSize::LargeInput,
            );
        });
        for (what, slice) in [("all of", usize::MAX), ("one slice of", 160 * 1024)] {
            let mut search = ready();
            let mut even = false;
            group.bench_function(format!("next key, {what} {name}"), |b| {
                b.iter(|| {
                    even = !even;
                    search.ask(if even { "لج" } else { "ال" }, Manner::default());
                    (search.look(slice), search.count(), search.nth(search.count() / 2))
                });
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    targets = lists, files, editing, journal, paging, exporting, people, recognising, importing, finding
}
criterion_main!(benches);
