//! An export does no harm: no record is written over, nothing goes to the public that is not its own, and what was left
//! out is told by its true name.
#![allow(clippy::disallowed_methods, reason = "a test prepares files as others would leave them")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use mahdar::document::{Digits, Document, OutputKind, RecordId};
use mahdar::export::{Format, Options, export};
use mahdar::store::{self, Piece};
use mahdar::template::{Readers, Reading, View};
use mahdar::ui::publish::folder;
use mahdar::words::{Language, Words};

use crate::cli::{Ran, with};
use crate::pictures::{jpeg, png};
use crate::samples::sample;
use crate::store::Folder;

/// A communiqué of this record, as its file has it: what stands between its blocks' brackets, and what comes behind them.
fn record(blocks: &str, rest: &str) -> String {
    format!(
        "// mahdar 2\n(\n id: \"00000000000000000000000000000001\",\n outputs: [(kind: Communique, title: \
         [Text(\"بلاغ\")])],\n meeting: (dates: Days([\"2026-03-14\"])),\n blocks: [\n{blocks}\n ],\n{rest}\n)\n"
    )
}

fn parsed(blocks: &str, rest: &str) -> Document {
    store::parse(record(blocks, rest).as_bytes()).unwrap()
}

fn kept(folder: &Folder, name: &str, text: &str) -> PathBuf {
    let path = folder.file(name);
    fs::write(&path, text).unwrap();
    path
}

const PLAIN: &str = "  (id: \"a.1\", kind: Paragraph(Lead), text: [Text(\"انعقد الاجتماع.\")]),";

/// `mahdar export FILE --to FORMAT -o OUT …`
fn exported(file: &Path, format: &str, out: impl AsRef<OsStr>, more: &[&str]) -> Ran {
    let mut args: Vec<&OsStr> = vec!["export".as_ref(), file.as_os_str(), "--to".as_ref(), format.as_ref()];
    args.extend(["-o".as_ref(), out.as_ref()]);
    args.extend(more.iter().map(OsStr::new));
    with(&args, b"", &[])
}

fn text(document: &Document, view: View, format: Format) -> String {
    let made = export(document, &view, Options::default(), format).unwrap();
    String::from_utf8(made.bytes).unwrap()
}

fn public(output: OutputKind) -> View {
    View { readers: Readers::Public, ..View::of(output) }
}

// What is written over.

#[test]
fn no_text_is_ever_written_over_a_record() {
    let folder = Folder::new();
    let path = kept(&folder, "a.mahdar", &record(PLAIN, ""));
    let other = record(&PLAIN.replace("انعقد", "اختتم"), "");
    let by_name = kept(&folder, "other.mahdar", &other);
    let by_words = kept(&folder, "copy.txt", &other);
    let broken = kept(&folder, "broken.MAHDAR", "what is left of a record");
    for out in [&by_name, &by_words, &broken] {
        let before = fs::read(out).unwrap();
        for format in ["txt", "md", "html", "docx", "odt", "pdf", "whatsapp", "site"] {
            let ran = exported(&path, format, out, &[]);
            assert_eq!(ran.code(), 3, "{format}: {}", ran.err);
            let name = out.file_name().unwrap().to_str().unwrap();
            assert!(ran.line().contains(name) && ran.line().contains("record"), "{}", ran.err);
            assert_eq!(fs::read(out).unwrap(), before, "{format}");
        }
    }
    let ran = exported(&path, "txt", folder.file("new.mahdar"), &[]);
    assert_eq!(ran.code(), 3, "a text is not called a record either");
    assert!(!folder.file("new.mahdar").exists());
    // A record is one, and a text takes the place of a text.
    assert_eq!(exported(&path, "ron", folder.file("new.mahdar"), &[]).code(), 0);
    assert!(store::open(&folder.file("new.mahdar")).is_ok());
    // A link is what it leads to, also where nothing is there yet.
    let link = folder.file("link.txt");
    std::os::unix::fs::symlink("missing.mahdar", &link).unwrap();
    assert_eq!(exported(&path, "txt", &link, &[]).code(), 3);
    assert!(!folder.file("missing.mahdar").exists());
    let text = kept(&folder, "text.txt", "an older text");
    assert_eq!(exported(&path, "txt", &text, &[]).code(), 0);
    assert!(fs::read_to_string(&text).unwrap().contains("انعقد"));
}

#[test]
fn no_record_is_ever_written_over_another_by_an_export() {
    let folder = Folder::new();
    let inside = format!("{PLAIN}\n  (id: \"a.2\", text: [Text(\"للمحضر وحده.\")], audience: MinutesOnly),");
    let path = kept(&folder, "a.mahdar", &record(&inside, ""));
    let other = record(&PLAIN.replace("انعقد", "اختتم"), "");
    let all = [
        path.clone(),
        kept(&folder, "other.mahdar", &other),
        kept(&folder, "copy.txt", &other),
        kept(&folder, "broken.mahdar", "what is left of a record"),
    ];
    let link = folder.file("link");
    std::os::unix::fs::symlink("other.mahdar", &link).unwrap();
    for out in all.iter().chain([&link]) {
        let before = fs::read(out).unwrap();
        for audience in ["public", "internal"] {
            let ran = exported(&path, "ron", out, &["--audience", audience]);
            let name = out.file_name().unwrap().to_str().unwrap();
            assert_eq!(ran.code(), 3, "{name}: {}", ran.err);
            assert!(ran.line().contains(name) && ran.line().contains("record"), "{}", ran.err);
            // Neither by what comes in from elsewhere, be it the same record.
            let args = ["export", "-", "--to", "ron", "--audience", audience, "-o"];
            let args: Vec<&OsStr> = args.into_iter().map(OsStr::new).chain([out.as_os_str()]).collect();
            let ran = with(&args, &fs::read(&path).unwrap(), &[]);
            assert_eq!(ran.code(), 3, "{name}: {}", ran.err);
            assert!(fs::read(out).unwrap() == before, "{name}");
        }
    }
    assert_eq!(folder.names().len(), 5);
}

#[test]
fn a_name_of_a_folder_names_no_file() {
    let folder = Folder::new();
    let path = kept(&folder, "a.mahdar", &record(PLAIN, ""));
    for name in ["made/", "made/.", "made.mahdar/"] {
        for format in ["txt", "ron"] {
            let ran = exported(&path, format, folder.file(name), &[]);
            assert_eq!(ran.code(), 3, "{name}: {}", ran.err);
        }
    }
    let (named, args) = (folder.file("made.mahdar/"), ["new", "--template", "press-communique", "-o"]);
    let args: Vec<&OsStr> = args.into_iter().map(OsStr::new).chain([named.as_os_str()]).collect();
    let ran = with(&args, b"", &[]);
    assert_eq!(ran.code(), 3, "{}", ran.err);
    assert_eq!(folder.names(), ["a.mahdar"]);
}

#[test]
fn a_name_is_written_without_what_turns_its_letters_around() {
    let folder = Folder::new();
    let path = kept(&folder, "a.mahdar", &record(PLAIN, ""));
    let ran = exported(&path, "txt", folder.file("bad\u{202e}gnp.txt"), &[]);
    assert_eq!(ran.code(), 0, "{}", ran.err);
    assert!(ran.line().contains("badgnp.txt") && !ran.err.contains('\u{202e}'), "{}", ran.err);
    let mut names = folder.names();
    names.sort();
    assert_eq!(names, ["a.mahdar", "badgnp.txt"]);
    let ran = exported(&path, "txt", folder.file("بلاغ.txt"), &[]);
    assert_eq!((ran.code(), ran.err.as_str()), (0, ""), "a clean name is not spoken of");
    // What is cleaned is looked at as it is written.
    let ran = exported(&path, "txt", folder.file("a\u{202e}.mahdar"), &[]);
    assert_eq!(ran.code(), 3, "{}", ran.err);
    assert!(fs::read_to_string(&path).unwrap().contains("// mahdar 2"));
    // By another name than was asked for nothing is replaced, nor is standard output meant.
    let taken = kept(&folder, "b.txt", "an older text");
    let ran = exported(&path, "txt", folder.file("b\u{200f}.txt"), &[]);
    assert_eq!(ran.code(), 3, "{}", ran.err);
    assert!(ran.line().contains("b.txt") && !ran.err.contains('\u{200f}'), "{}", ran.err);
    assert_eq!(fs::read_to_string(&taken).unwrap(), "an older text");
    let ran = exported(&path, "txt", "\u{202e}-", &[]);
    assert_eq!((ran.code(), ran.text()), (3, ""), "{}", ran.err);
}

#[test]
fn no_message_turns_its_letters_around() {
    let folder = Folder::new();
    let annex = "  (id: \"a.2\", kind: Annex((file: \"p\u{202e}gnp.png\")), text: [Text(\"صورة\")]),";
    let path = kept(&folder, "a.mahdar", &record(&format!("{PLAIN}\n{annex}"), ""));
    let ran = exported(&path, "html", "-", &[]);
    assert_eq!(ran.code(), 0, "{}", ran.err);
    assert!(ran.line().contains("gnp.png") && !ran.err.contains('\u{202e}'), "{:?}", ran.err);
    let ran = exported(&path, "txt", folder.file("none\u{2066}\u{2028}/x.txt"), &[]);
    assert_eq!(ran.code(), 3);
    assert!(ran.line().contains("none") && !ran.err.contains(['\u{2066}', '\u{2028}']), "{:?}", ran.err);
}

// What goes to the public.

const SUGGESTED: &str = "  (id: \"a.1\", kind: Paragraph(Lead), text: [Text(\"نص \"), Marked([Deleted(\"c.1\")], \
    \"قديم\"), Marked([Inserted(\"c.2\")], \"جديد\"), Marked([Remark(\"c.9\")], \" معلق\"), Text(\".\")]),";
const CHANGES: &str = " comments: {\n  \"c.9\": (author: \"سعيد\", at: 1700000000, text: \"تعليق داخلي طويل\"),\n },\n \
    changes: {\n  \"c.1\": (author: \"ليلى\", at: 1700000000, pending: Text),\n  \"c.2\": (author: \"ليلى\", at: \
    1700000000, pending: Text),\n },";

#[test]
fn the_public_never_reads_suggestions_in_any_format_and_it_is_said() {
    let folder = Folder::new();
    let path = kept(&folder, "a.mahdar", &record(SUGGESTED, CHANGES));
    for format in Format::ALL.map(Format::keyword) {
        let as_final = exported(&path, format, "-", &[]);
        let markup = exported(&path, format, "-", &["--reading", "markup"]);
        assert_eq!((as_final.code(), markup.code()), (0, 0), "{format}: {}", markup.err);
        if format == "ron" {
            let read = |ran: &Ran| store::parse(&ran.out).unwrap().blocks().get_at(0).unwrap().text.clone();
            assert_eq!(read(&as_final), read(&markup), "each has a name of its own");
        } else {
            assert_eq!(as_final.out, markup.out, "{format}");
        }
        let told = |ran: &Ran| ran.err.lines().filter(|line| line.contains("--audience internal")).count();
        assert_eq!((told(&as_final), told(&markup)), (0, 1), "{format}: {}", markup.err);
    }
    let internal = exported(&path, "txt", "-", &["--reading", "markup", "--audience", "internal"]);
    assert!(
        internal.text().contains("قديم") && internal.text().contains("تعليق داخلي"),
        "{}",
        internal.text()
    );
    assert!(!internal.err.contains("--audience internal"), "{}", internal.err);
}

#[test]
fn what_a_page_says_of_itself_is_short_and_as_if_accepted() {
    let document = parsed(SUGGESTED, CHANGES);
    let said = |document: &Document, view: View| {
        let page = text(document, view, Format::Html);
        let from = page.split("name=\"description\" content=\"").nth(1).unwrap();
        from.split("\">").next().unwrap().to_owned()
    };
    let markup =
        View { readers: Readers::Internal, reading: Reading::Markup, ..View::of(OutputKind::Communique) };
    assert_eq!(said(&document, markup), "نص جديد معلق.");
    let long = "كلمة عربية ".repeat(20_000);
    let document = parsed(&PLAIN.replace("انعقد الاجتماع.", long.trim()), "");
    let told = said(&document, public(OutputKind::Communique));
    assert!((250..=301).contains(&told.chars().count()), "{}", told.chars().count());
    assert!(told.ends_with("كلمة…") || told.ends_with("عربية…"), "{told}");
    let document = parsed(&PLAIN.replace("انعقد الاجتماع.", &"ب".repeat(2000)), "");
    assert_eq!(said(&document, public(OutputKind::Communique)).chars().count(), 301);
}

#[test]
fn what_somebody_suggests_to_keep_inside_is_kept_inside_by_every_format() {
    let blocks = "  (id: \"a.1\", kind: Paragraph(Lead), text: [Text(\"انعقد الاجتماع.\")]),\n  \
        (id: \"a.2\", text: [Text(\"سر باقتراح.\")]),\n  \
        (id: \"a.3\", text: [Text(\"سر بعينه.\")], audience: MinutesOnly),\n  \
        (id: \"a.4\", text: [Text(\"سر بالإلحاق.\")], review: (joined: Some(\"c.2\"))),\n  \
        (id: \"a.5\", text: [Text(\"سر بالإلحاق به.\")], review: (joined: Some(\"c.3\"))),\n  \
        (id: \"a.6\", text: [Text(\"سر كملاحظة.\")]),\n  (id: \"a.7\", text: [Text(\"للعموم.\")]),\n  \
        (id: \"a.8\", text: [Text(\"تابع.\")], review: (joined: Some(\"c.5\"))),";
    let changes = " changes: {\n  \"c.1\": (author: \"ل\", at: 1, pending: Audience(\"a.2\", MinutesOnly)),\n  \
        \"c.2\": (author: \"ل\", at: 1, pending: Text),\n  \"c.3\": (author: \"ل\", at: 1, pending: Text),\n  \
        \"c.4\": (author: \"ل\", at: 1, pending: Kind(\"a.6\", Note(()))),\n  \
        \"c.5\": (author: \"ل\", at: 1, pending: Text),\n },";
    let document = parsed(blocks, changes);
    for reading in [Reading::Final, Reading::Original] {
        for format in [Format::Txt, Format::Markdown, Format::Html, Format::Whatsapp, Format::Site] {
            let view = View { reading, ..public(OutputKind::Communique) };
            let told = text(&document, view, format);
            assert!(!told.contains("سر") && told.contains("للعموم"), "{}: {told}", format.keyword());
        }
    }
    let options = Options { record: Some(RecordId(9)), ..Options::default() };
    let ron = export(&document, &public(OutputKind::Communique), options, Format::Ron).unwrap();
    let published = store::parse(&ron.bytes).unwrap();
    let own = |document: &Document| text(document, public(OutputKind::Communique), Format::Txt);
    assert_eq!(own(&published), own(&document), "the record that is published reads the same");
    assert!(own(&document).contains("للعموم.تابع."), "{}", own(&document));
    // The house reads all of it, but for what would be a note, which stands in no communiqué.
    for (reading, count) in [(Reading::Final, 4), (Reading::Original, 5), (Reading::Markup, 5)] {
        let view = View { readers: Readers::Internal, reading, ..View::of(OutputKind::Communique) };
        assert_eq!(text(&document, view, Format::Txt).matches("سر").count(), count, "{reading:?}");
    }
}

#[test]
fn the_sentence_of_the_agenda_says_it_as_accepted_and_a_review_lists_it() {
    let blocks = "  (id: \"a.1\", kind: AgendaItem(()), text: [Text(\"النقطة \"), Marked([Deleted(\"c.1\")], \
        \"القديمة\"), Marked([Inserted(\"c.2\")], \"الجديدة\"), Text(\"؛\")]),\n  \
        (id: \"a.2\", kind: AgendaItem(()), text: [Text(\"نقطة تُحذف.\")], review: (removed: Some(\"c.1\"))),\n  \
        (id: \"a.3\", text: [Text(\"نص.\")]),";
    let document = parsed(blocks, CHANGES.split_once("\n },\n").unwrap().1);
    let view = View { readers: Readers::Internal, ..View::of(OutputKind::Communique) };
    let told = |reading| text(&document, View { reading, ..view }, Format::Txt);
    let accepted = told(Reading::Final);
    assert!(accepted.contains("النقطة الجديدة."), "{accepted}");
    assert!(!accepted.contains("القديمة") && !accepted.contains("تُحذف"), "{accepted}");
    let review = told(Reading::Markup);
    for item in ["1- النقطة [", "القديمة]", "الجديدة]", "2- [", "نقطة تُحذف"] {
        assert!(review.contains(item), "{item}: {review}");
    }
    let original = told(Reading::Original);
    assert!(original.contains("النقطة القديمة؛ نقطة تُحذف."), "{original}");
}

#[test]
fn minutes_for_the_public_say_who_came_and_nothing_of_those_who_did_not() {
    let document = sample("regional-minutes");
    let internal = text(&document, View::of(OutputKind::Minutes), Format::Txt);
    let told = text(&document, public(OutputKind::Minutes), Format::Txt);
    // Who excused herself and why, who came late, a vote and a deadline the words do not tell, who presents an item.
    for inside in ["إيجة السنديان", "مهمة خارج الجهة", "10:25", "30 شتنبر 2027", "تقديم", "حدو الخروبي تأخر"]
    {
        assert!(internal.contains(inside), "{inside} is in the minutes of the house: {internal}");
        assert!(!told.contains(inside), "{inside} is in public minutes: {told}");
    }
    for open in ["هنية الدردار", "رقية الصفصافي", "النصاب"] {
        assert!(told.contains(open), "{open}: {told}");
    }
    let sheet = text(&document, public(OutputKind::AttendanceSheet), Format::Txt);
    assert!(sheet.contains("هنية الدردار") && !sheet.contains("إيجة السنديان"), "{sheet}");
    let ron = text(&document, public(OutputKind::Minutes), Format::Ron);
    assert!(!ron.contains("إيجة السنديان") && !ron.contains("10:25") && !ron.contains("reason"), "{ron}");
}

#[test]
fn a_record_for_the_public_counts_those_who_did_not_come_and_names_none_of_them() {
    let blocks = "  (id: \"a.1\", kind: Paragraph(Lead), text: [Text(\"حضر \"), Field(Count(of: Present, noun: \"\")), \
        Text(\" من أصل \"), Marked([Bold], \"مجموع \"), MarkedField([Bold], Count(of: Members, noun: \"عضو\")), \
        Text(\"، واعتذر \"), Field(Count(of: Excused, noun: \"\")), Text(\" وغاب \"), Field(Count(of: Absent, noun: \"\")), Text(\".\")]),\n  \
        (id: \"a.2\", kind: AgendaItem((presenter: Some(\"b.3\"))), text: [Text(\"النقطة الأولى\")]),";
    let people = ["حاضرة", "معتذرة", "متغيبة", "منابة", "نائبة"];
    let named =
        people.iter().zip(1..).map(|(name, n)| format!("\"b.{n}\": (name: \"{name}\", gender: Female)"));
    let rest = format!(" people: {{{}}},", named.collect::<Vec<_>>().join(", "));
    let attendance = "meeting: (attendance: (people: [(person: \"b.1\", presence: Present), (person: \"b.2\", \
        presence: Excused), (person: \"b.3\", presence: Absent), (person: \"b.4\", presence: \
        Proxy(Some(\"b.5\")))], quorum: (members: Some(14))), ";
    let own = record(blocks, &rest).replace("meeting: (", attendance);
    let document = store::parse(own.as_bytes()).unwrap();
    let view = public(OutputKind::Communique);
    let options = Options { record: Some(RecordId(9)), ..Options::default() };
    let ron = export(&document, &view, options, Format::Ron).unwrap();
    let written = std::str::from_utf8(&ron.bytes).unwrap();
    assert!(written.contains("حاضرة"), "{written}");
    for inside in ["معتذرة", "متغيبة", "منابة", "نائبة", "Excused", "Absent", "Proxy", "presenter"]
    {
        assert!(!written.contains(inside), "{inside}: {written}");
    }
    let published = store::parse(&ron.bytes).unwrap();
    assert_eq!(text(&published, view, Format::Txt), text(&document, view, Format::Txt));
    let told = text(&published, view, Format::Txt);
    assert!(told.contains("حضر 1 من أصل مجموع 14 عضوا، واعتذر 1 وغاب 1."), "{told}");
    // An invitation tells who presents an item.
    let invited = export(&document, &public(OutputKind::Invitation), options, Format::Ron).unwrap();
    assert!(std::str::from_utf8(&invited.bytes).unwrap().contains("presenter: Some(\"b.3\")"));
}

#[test]
fn every_number_of_somebody_is_looked_for_and_the_command_line_says_it() {
    let folder = Folder::new();
    let written = |phone: &str, pieces: &str| {
        let people = format!(" people: {{\"b.1\": (name: \"سعيد\", gender: Male, phone: \"{phone}\")}},");
        let words = PLAIN.replace("Text(\"انعقد الاجتماع.\")", pieces);
        let path = kept(&folder, "a.mahdar", &record(&words, &people));
        let count = |format| {
            let ran = exported(&path, format, "-", &[]);
            assert_eq!(ran.code(), 0, "it is a warning: {}", ran.err);
            ran.err.lines().filter(|line| line.contains("سعيد")).count()
        };
        let counts = Format::ALL.map(Format::keyword).map(count);
        assert!(counts.iter().all(|count| *count == counts[0]), "{phone} {pieces}: {counts:?}");
        counts[0]
    };
    let leak = |phone: &str, typed: &str| written(phone, &format!("Text(\"{typed}\")"));
    let typed = "للاتصال: 06 61 11 22 33.";
    for phone in [
        "0661112233",
        "0661112233 / 0535999999",
        "0535999999، 0661112233",
        "+212 661-112233 أو 0535999999",
        "0535999999 0661112233",
        "05 35 99 99 99 06 61 11 22 33",
        "06 61 11 22 33 05 35 99 99 99",
        "٠٦٦١١١٢٢٣٣",
    ] {
        assert_eq!(leak(phone, typed), 1, "{phone}");
    }
    // However its own signs part it, and whatever follows it.
    for phone in [
        "06/61/11/22/33",
        "0661–11–22–33",
        "0661,11,22,33",
        "0661_11_22_33",
        "06\u{2009}61\u{2009}11\u{2009}22\u{2009}33",
        "0661112233-12",
        "+212 661 11 22 33 (12)",
        "00212661112233 poste 125",
        "06/61/11/22/33 و 05/35/99/99/99",
        "05/35/99/99/99 - 06/61/11/22/33",
    ] {
        assert_eq!(leak(phone, typed), 1, "{phone}");
        assert_eq!(leak(phone, &format!("للاتصال: {phone}.")), 1, "{phone} as it is written");
    }
    assert_eq!(leak("0661112234 / 0535999999", typed), 0);
    assert_eq!(leak("06/61/11/22/34", typed), 0);
    assert_eq!(leak("0661112233", "انعقد الاجتماع."), 0);
    // Marks part no number, nor do signs that would.
    for pieces in [
        "Marked([Bold], \"0661\"), Text(\"11\"), Marked([Underline], \"22\"), Text(\"33\")",
        "Text(\"<06\"), Marked([Strike, Bold], \"611\"), Marked([Language(French)], \"1\"), Text(\"2233>\")",
        "Text(\"\\\"قال\\\" 0661\"), Marked([Colour(Red)], \"1122\"), Text(\"33\\\\\")",
    ] {
        assert_eq!(written("0661112233", pieces), 1, "{pieces}");
    }
    let internal = with(
        &[
            "export",
            folder.file("a.mahdar").to_str().unwrap(),
            "--to",
            "txt",
            "-o",
            "-",
            "--audience",
            "internal",
        ]
        .map(OsStr::new),
        b"",
        &[],
    );
    assert!(!internal.err.contains("سعيد"));
}

// What is told of what was left out.

#[test]
fn pictures_are_told_of_as_they_are() {
    let folder = Folder::new();
    let annex = "  (id: \"a.2\", kind: Annex((file: \"p.png\")), text: [Text(\"صورة\")]),";
    let path = kept(&folder, "a.mahdar", &record(&format!("{PLAIN}\n{annex}"), ""));
    let photo = folder.file("p.png");
    // Of more than a logo may have, and less than a photo: it is in the page.
    let noise = image::RgbImage::from_fn(800, 800, |x, y| {
        let n = x.wrapping_mul(2_654_435_761).wrapping_add(y.wrapping_mul(40_503)).wrapping_mul(x ^ y);
        let [a, b, c, _] = n.to_be_bytes();
        image::Rgb([a, b, c])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    noise.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    assert!(bytes.get_ref().len() > 1024 * 1024, "{}", bytes.get_ref().len());
    fs::write(&photo, bytes.get_ref()).unwrap();
    for format in ["html", "pdf", "docx", "odt"] {
        let ran = exported(&path, format, folder.file("out"), &[]);
        assert_eq!((ran.code(), ran.err.as_str()), (0, ""), "{format}");
        assert!(fs::metadata(folder.file("out")).unwrap().len() > 1024 * 1024, "{format}");
    }
    let said = |language: &str| {
        let args = ["export", path.to_str().unwrap(), "--to", "html", "-o", "-"].map(OsStr::new);
        let ran = with(&args, b"", &[("LANG", language)]);
        assert_eq!(ran.code(), 0);
        assert!(ran.line().contains("p.png") && !ran.text().contains("<img"), "{}", ran.err);
        ran.line().to_owned()
    };
    fs::File::create(&photo).unwrap().set_len(33 * 1024 * 1024).unwrap();
    assert!(said("C").contains("32 MB") && said("ar_MA").contains("32") && said("fr_MA").contains("32 Mo"));
    fs::write(&photo, &png()[..60]).unwrap();
    assert!(said("C").contains("incomplete") && said("ar_MA").contains("ناقصة"));
    fs::remove_file(&photo).unwrap();
    assert!(said("C").contains("not found"), "{}", said("C"));
    // Whatever its name says.
    fs::write(&photo, jpeg()).unwrap();
    assert_eq!(exported(&path, "html", folder.file("out"), &[]).err, "");
}

#[test]
fn a_letter_no_paper_writes_is_told_with_its_place() {
    let folder = Folder::new();
    for letter in ["漢", "★", "✅"] {
        let second = format!("  (id: \"a.2\", text: [Text(\"شركة {letter} للنقل\")]),");
        let path = kept(&folder, "a.mahdar", &record(&format!("{PLAIN}\n{second}"), ""));
        let ran = exported(&path, "pdf", folder.file("out.pdf"), &[]);
        assert_eq!(ran.code(), 3, "the output could not be written: {}", ran.err);
        assert!(ran.line().contains(letter) && ran.line().contains("a.mahdar: blocks.1: "), "{}", ran.err);
        assert!(!folder.file("out.pdf").exists());
        assert_eq!(exported(&path, "docx", folder.file("out.docx"), &[]).code(), 0);
    }
}

/// A JPEG that says its first colour in three dots for one of the others, which browsers show and krilla does not.
const ODD: &str = concat!(
    "ffd8ffe000104a46494600010100000100010000ffdb00430003020202020203020202030303030406040404040408060605",
    "0609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffdb004301030303040304",
    "08040408100b090b101010101010101010101010101010101010101010101010101010101010101010101010101010101010",
    "1010101010101010ffc00011080020003003013100021101031101ffc4001600010101000000000000000000000000000006",
    "08ffc40017100003010000000000000000000000000000146162ffc400170101010101000000000000000000000000000706",
    "09ffc4001811000301010000000000000000000000000015611662ffda000c03010002110311003f00ccef50f50f53019de4",
    "e93bda1ea1ea1ea33bc87b49e7e87e87e975cec232f687e87e87e8cec0f693ef683da0f68bae7a1197b43da0f683da19e81e",
    "d27ded07b41ed176cf4232f687b41ed07b433d03da7fffd9",
);

#[test]
fn a_picture_that_paper_cannot_read_is_left_out_and_told_of() {
    let folder = Folder::new();
    let odd: Vec<u8> =
        (0..ODD.len()).step_by(2).map(|at| u8::from_str_radix(&ODD[at..at + 2], 16).unwrap()).collect();
    fs::write(folder.file("p.jpg"), odd).unwrap();
    let annex = "  (id: \"a.2\", kind: Annex((file: \"p.jpg\")), text: [Text(\"صورة\")]),";
    let path = kept(&folder, "a.mahdar", &record(&format!("{PLAIN}\n{annex}"), ""));
    for (format, is_told) in
        [("pdf", true), ("review-pdf", true), ("html", false), ("docx", false), ("odt", false)]
    {
        let ran = exported(&path, format, folder.file("out"), &[]);
        assert_eq!(ran.code(), 0, "{format}: {}", ran.err);
        assert_eq!(ran.err.contains("p.jpg"), is_told, "{format}: {}", ran.err);
        assert!(fs::metadata(folder.file("out")).unwrap().len() > 1000, "{format}");
    }
}

#[test]
fn a_photo_without_a_caption_is_seen_or_told_of() {
    let folder = Folder::new();
    fs::write(folder.file("p.png"), png()).unwrap();
    let bare = "  (id: \"a.2\", kind: Annex((file: \"p.png\"))),";
    let with_words = "  (id: \"a.3\", kind: Annex(()), text: [Text(\"جدول الأشغال\")]),";
    let path = kept(&folder, "a.mahdar", &record(&format!("{PLAIN}\n{bare}"), ""));
    let page = exported(&path, "html", "-", &[]);
    assert_eq!((page.code(), page.err.as_str()), (0, ""));
    assert_eq!(page.text().matches("<img alt=\"صورة\"").count(), 1, "{}", page.text());
    assert!(!page.text().contains("figcaption></figcaption") && !page.text().contains("المرفقات"));
    for (format, holds) in [("docx", "word/media/annex1.png"), ("odt", "Pictures/annex1.png")] {
        let ran = exported(&path, format, "-", &[]);
        assert_eq!((ran.code(), ran.err.as_str()), (0, ""), "{format}");
        assert!(ran.out.windows(holds.len()).any(|part| part == holds.as_bytes()), "{format}");
    }
    let words = |out: &Ran| out.text().trim().to_owned();
    for format in ["txt", "md", "whatsapp", "facebook", "site", "html-fragment"] {
        let ran = exported(&path, format, "-", &[]);
        assert!(!ran.text().contains("المرفقات") && !words(&ran).ends_with('-'), "{format}: {}", ran.text());
    }
    // On paper it takes room, a missing one none; every format that shows pictures tells of that.
    let paper = |name: &str| {
        let ran = exported(&path, "pdf", folder.file(name), &[]);
        assert_eq!(ran.code(), 0, "{}", ran.err);
        (fs::metadata(folder.file(name)).unwrap().len(), ran.err)
    };
    let (with, told) = paper("with.pdf");
    assert_eq!(told, "");
    fs::remove_file(folder.file("p.png")).unwrap();
    let (without, told) = paper("without.pdf");
    assert!(told.contains("p.png") && with > without, "{with} {without} {told}");
    for format in ["html", "docx", "odt", "review-pdf"] {
        let ran = exported(&path, format, folder.file("out"), &[]);
        assert!(ran.err.contains("p.png") && ran.err.contains("not found"), "{format}: {}", ran.err);
    }
    // It takes no number of those that have words.
    let path = kept(&folder, "b.mahdar", &record(&format!("{PLAIN}\n{bare}\n{with_words}"), ""));
    let told = exported(&path, "txt", "-", &[]);
    assert!(told.text().contains("المرفقات") && told.text().contains("1- جدول الأشغال"), "{}", told.text());
}

#[test]
fn what_is_joined_goes_where_its_paragraph_goes() {
    let blocks = "  (id: \"a.1\", kind: Recommendation((depth: 2)), text: [Text(\"التوصية الأولى.\")]),\n  \
        (id: \"a.2\", kind: Decision(()), text: [Text(\"القرار.\")]),\n  \
        (id: \"a.3\", kind: Recommendation((depth: 2)), text: [Text(\"تتمة القرار.\")], review: (joined: Some(\"c.1\"))),\n  \
        (id: \"a.4\", kind: Recommendation((depth: 2)), text: [Text(\"التوصية الثانية.\")]),\n  \
        (id: \"a.5\", text: [Text(\"فقرة تُحذف.\")], review: (removed: Some(\"c.2\"))),\n  \
        (id: \"a.6\", text: [Text(\"تتمة التوصية.\")], review: (joined: Some(\"c.3\"))),\n  \
        (id: \"a.7\", text: [Text(\"ثم تتمتها.\")], review: (joined: Some(\"c.4\"))),";
    let changes = " changes: {\n  \"c.1\": (author: \"ل\", at: 1, pending: Text),\n  \"c.2\": (author: \"ل\", at: 1, \
        pending: Text),\n  \"c.3\": (author: \"ل\", at: 1, pending: Text),\n  \"c.4\": (author: \"ل\", at: 1, \
        pending: Text),\n },";
    let document = parsed(blocks, changes);
    for readers in [Readers::Public, Readers::Internal] {
        let told = |output| text(&document, View { readers, ..View::of(output) }, Format::Txt);
        let listed = told(OutputKind::Recommendations);
        assert!(listed.contains("التوصية الأولى.\n") && !listed.contains("القرار"), "{listed}");
        assert!(listed.contains("التوصية الثانية.تتمة التوصية.ثم تتمتها."), "{listed}");
        let whole = told(OutputKind::Communique);
        assert!(whole.contains("القرار.تتمة القرار.") && !whole.contains("تُحذف"), "{whole}");
        assert!(whole.contains("التوصية الثانية.تتمة التوصية.ثم تتمتها."), "{whole}");
    }
}

#[test]
fn the_contact_is_told_once_whichever_the_digits() {
    let words = PLAIN.replace("انعقد الاجتماع.", "للاتصال: 0537-11-22-33.");
    let own = record(&words, " letterhead: (contact: \"0537-11-22-33\"),");
    let document = store::parse(own.as_bytes()).unwrap();
    for (output, format) in
        [(OutputKind::PressCommunique, Format::Txt), (OutputKind::Communique, Format::Whatsapp)]
    {
        for digits in [Digits::Latin, Digits::Arabic] {
            let view = View { digits: Some(digits), ..public(output) };
            let told = text(&document, view, format);
            let count = told.matches("0537").count() + told.matches("٠٥٣٧").count();
            assert_eq!(count, 1, "{digits:?} {}: {told}", format.keyword());
        }
    }
    // Where the text does not say it, it is.
    let document =
        store::parse(record(PLAIN, " letterhead: (contact: \"0537-11-22-33\"),").as_bytes()).unwrap();
    assert!(text(&document, public(OutputKind::PressCommunique), Format::Txt).contains("0537-11-22-33"));
}

// The publishing folder.

fn piece(folder: &str, name: &str, words: &str) -> Piece {
    Piece { folder: folder.into(), name: name.into(), bytes: words.into() }
}

#[test]
fn what_a_folder_was_given_goes_when_it_is_no_longer_published_and_nothing_else_does() {
    let beside = Folder::new();
    let log = ("سجل.txt", "كُتب المجلد\n");
    let text = piece("", "بلاغ.txt", "نص");
    let photo = piece("الصور", "سر.jpg", "صورة");
    let captions = piece("الصور", "تعليقات.txt", "سر.jpg: خلاف");
    let all = [text.clone(), photo.clone(), captions];
    let place = store::make_publishing_folder(&beside.file(""), "بلاغ", &all, log).unwrap();
    let own = place.join("الصور/بيد الكاتبة.jpg");
    fs::write(&own, "صورة أخرى").unwrap();
    store::update_publishing_folder(&place, &all, &[], log).unwrap();
    assert!(place.join("الصور/سر.jpg").exists() && own.exists());
    store::update_publishing_folder(&place, std::slice::from_ref(&text), &[], log).unwrap();
    assert!(!place.join("الصور/سر.jpg").exists(), "the photo is not published any more");
    assert!(!place.join("الصور/تعليقات.txt").exists(), "nor what was said of it");
    assert!(own.exists() && place.join("بلاغ.txt").exists(), "what is not ours stays");
    let told = fs::read_to_string(place.join("سجل.txt")).unwrap();
    let lines =
        ["+ بلاغ.txt", "+ الصور/سر.jpg", "+ الصور/تعليقات.txt", "- الصور/سر.jpg", "- الصور/تعليقات.txt"];
    for line in lines {
        assert_eq!(told.lines().filter(|own| *own == line).count(), 1, "{line}: {told}");
    }
    assert_eq!(told.lines().filter(|line| *line == "كُتب المجلد").count(), 3, "{told}");
    // Somebody put it there again: now it is theirs.
    fs::write(place.join("الصور/سر.jpg"), "بيد الكاتبة").unwrap();
    store::update_publishing_folder(&place, std::slice::from_ref(&text), &[], log).unwrap();
    assert!(place.join("الصور/سر.jpg").exists());
    // A log that names something else is not believed.
    let outside = beside.file("outside.txt");
    fs::write(&outside, "ليس من المجلد").unwrap();
    let path = place.join("سجل.txt");
    let bad = "+ ../outside.txt\n+ ../../x\n+ الصور/../../outside.txt\n+ /etc/hostname\n+ \n";
    fs::write(&path, format!("{}{bad}", fs::read_to_string(&path).unwrap())).unwrap();
    store::update_publishing_folder(&place, &[text], &[], log).unwrap();
    assert!(outside.exists());
}

#[test]
fn what_could_not_be_made_anew_stays_as_it_was_published() {
    let beside = Folder::new();
    let log = ("سجل.txt", "كُتب المجلد\n");
    let all = [piece("", "بلاغ.txt", "نص"), piece("", "بلاغ.pdf", "ورق"), piece("الصور", "أ.jpg", "صورة")];
    let place = store::make_publishing_folder(&beside.file(""), "بلاغ", &all, log).unwrap();
    let unmade = [store::place_of("", "بلاغ.pdf"), store::place_of("الصور", "أ.jpg")];
    let outdated = store::update_publishing_folder(&place, &all[..1], &unmade, log).unwrap();
    assert_eq!((outdated.kept.len(), outdated.taken.len()), (2, 0));
    assert!(place.join("بلاغ.pdf").exists() && place.join("الصور/أ.jpg").exists());
    // Once it is published no more it goes all the same, however often it could not be made before.
    let outdated = store::update_publishing_folder(&place, &all[..2], &[], log).unwrap();
    assert_eq!((outdated.kept.len(), outdated.taken), (0, vec!["الصور/أ.jpg".to_owned()]));
    assert!(!place.join("الصور/أ.jpg").exists());
}

#[test]
fn a_publishing_folder_keeps_the_language_its_files_are_named_in() {
    let beside = Folder::new();
    let (arabic, french) = (Words::new(Language::Arabic), Words::new(Language::French));
    assert_eq!(folder::named_in(&beside.file(""), french), french, "a new one is named as the window speaks");
    fs::write(beside.file(folder::log_name(arabic)), "").unwrap();
    assert_eq!(folder::named_in(&beside.file(""), french), arabic);
    fs::write(beside.file(folder::log_name(french)), "").unwrap();
    assert_eq!(folder::named_in(&beside.file(""), french), french);
}

#[test]
fn a_long_name_keeps_what_it_ends_with() {
    let beside = Folder::new();
    let long = "بلاغ الكتابة الجهوية حول حماية الموارد المائية والغابوية بجهة الأطلس المتوسط - مختصر للشبكات";
    let names = [".txt", ".docx", ".whatsapp.txt"].map(|ending| format!("{long}{ending}"));
    let pieces: Vec<Piece> = names.iter().map(|name| piece("", name, "نص")).collect();
    let place = store::make_publishing_folder(&beside.file(""), long, &pieces[..2], ("سجل.txt", "")).unwrap();
    let mut found: Vec<String> =
        fs::read_dir(&place).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    found.sort();
    assert_eq!(found.len(), 3);
    for ending in [".txt", ".docx"] {
        let own = found.iter().find(|name| name.ends_with(ending) && name.starts_with("بلاغ"));
        assert!(own.is_some_and(|name| (70..=80).contains(&name.chars().count())), "{found:?}");
    }
    let place =
        store::make_publishing_folder(&beside.file(""), "أخرى", &pieces[2..], ("سجل.txt", "")).unwrap();
    assert!(
        fs::read_dir(place).unwrap().all(|e| e.unwrap().path().extension().is_some_and(|own| own == "txt"))
    );
    // A point in a title ends no name.
    let dotted = piece("", "بلاغ رقم 12.في شأن الماء والغابات بالجهة", "نص");
    let place = store::make_publishing_folder(&beside.file(""), "نقطة", &[dotted], ("سجل.txt", "")).unwrap();
    assert!(place.join("بلاغ رقم 12.في شأن الماء والغابات بالجهة").exists());
}
