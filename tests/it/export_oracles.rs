//! What other programs read in our exports: the words of HTML and Markdown through Pandoc, and the same bytes twice.
use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

use mahdar::document::{Document, OutputKind};
use mahdar::export::{Format, Options, export};
use mahdar::store;
use mahdar::template::{Composed, Numbered, View, compose, head};

use crate::samples::{SAMPLES, root};
use crate::seeds;
use crate::store::record::{self, Size};

fn has_pandoc() -> bool {
    let found = Command::new("pandoc").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let found = found.is_ok_and(|status| status.success());
    if !found {
        println!("skipped: no pandoc");
    }
    found
}

fn pandoc(from: &str, text: &str) -> String {
    let mut child = Command::new("pandoc")
        .args(["-f", from, "-t", "plain", "--wrap=none", "--columns=100000"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::Builder::new()
        .name("stdin".into())
        .spawn(move || stdin.write_all(text.as_bytes()).unwrap())
        .unwrap();
    let out = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(out.status.success());
    String::from_utf8(out.stdout).unwrap()
}

/// The words, without the lines that plain text draws under the head of a table.
fn words(text: &str) -> Vec<&str> {
    let is_rule = |word: &str| word.len() >= 3 && word.bytes().all(|b| b == b'-');
    text.split_whitespace().filter(|word| !is_rule(word)).collect()
}

/// What one line of the plain text is in the tables of other formats.
fn line_of(text: &Composed) -> String {
    match &text.row {
        Some(row) => row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "),
        None => format!("{} {}", text.label, text.text),
    }
}

/// The lines of the plain text as other formats order them: those of the head first, rows of tables as cells.
fn expected(document: &Document, view: &View, txt: &str, whole: bool) -> String {
    let composition = compose(document, view);
    let head = head(document, &composition);
    let mut lines: Vec<String> = Vec::new();
    if whole {
        lines.extend(head.lines.iter().map(ToString::to_string));
        lines.extend(head.draft.map(str::to_owned));
    }
    let number = match head.number {
        Numbered::Given(at) => {
            let number = composition.paragraphs[at].text.clone();
            assert_eq!(txt.lines().filter(|line| *line == number).count(), 1, "{number}");
            Some(number)
        }
        // What is missing is a matter of the house.
        Numbered::Missing { .. } | Numbered::None => None,
    };
    let mut body = txt.lines().filter(|line| !line.is_empty());
    let own = document.letterhead();
    let is_letter = view.output != OutputKind::Short && !(own.lines.is_empty() && own.address.is_empty());
    let letterhead: Vec<String> = head.lines.iter().filter(|_| is_letter).map(ToString::to_string).collect();
    for line in letterhead.iter().chain(head.day.iter().filter(|_| is_letter)) {
        assert_eq!(body.next(), Some(line.as_str()), "a letter begins with whose it is");
    }
    let title = if composition.title.text.is_empty() { None } else { body.next() };
    if whole {
        lines.extend(number.clone());
        lines.extend(head.day.clone());
        lines.extend(title.map(str::to_owned));
    } else {
        lines.extend(letterhead);
        lines.extend(head.day.clone());
        lines.extend(title.map(str::to_owned));
        lines.extend(number.clone());
    }
    let given = matches!(head.number, Numbered::Given(_));
    for text in &composition.paragraphs {
        let is_head = text.row.as_ref().is_some_and(|row| row.head);
        if is_head {
            lines.push(line_of(text));
            continue;
        }
        if text.text.trim().is_empty() {
            continue;
        }
        let line = body.next().unwrap();
        if given && Some(&text.text) == number.as_ref() {
            continue;
        }
        lines.push(if text.row.is_some() { line_of(text) } else { line.to_owned() });
    }
    assert_eq!(body.next(), None, "the plain text has no other lines");
    lines.join("\n")
}

fn text(document: &Document, view: &View, format: Format) -> String {
    String::from_utf8(export(document, view, Options::default(), format).unwrap().bytes).unwrap()
}

/// How many words differ, at the least: what is neither in the common beginning nor in the common end.
#[track_caller]
fn same_words(found: &str, expected: &str, what: &str) -> usize {
    let (found, expected) = (words(found), words(expected));
    let at = found.iter().zip(&expected).take_while(|(a, b)| a == b).count();
    let around = |all: &[&str]| all[at.saturating_sub(3)..(at + 4).min(all.len())].join(" ");
    assert!(
        found == expected,
        "{what}: word {at} of {}: «{}», not «{}»",
        expected.len(),
        around(&found),
        around(&expected)
    );
    expected.len()
}

fn compared(document: &Document, name: &str, counted: &mut BTreeMap<&'static str, usize>) {
    let kinds: Vec<OutputKind> = document.outputs().iter().map(|output| output.kind).collect();
    for kind in kinds {
        let view = View::of(kind);
        let txt = text(document, &view, Format::Txt);
        let page = expected(document, &view, &txt, true);
        let page = crate::office::as_signed(&compose(document, &view), &page);
        let html = pandoc("html", &text(document, &view, Format::Html));
        *counted.entry("html").or_default() += same_words(&html, &page, &format!("{name} {kind} html"));
        let md = text(document, &view, Format::Markdown);
        let expected = expected(document, &view, &txt, false);
        for dialect in ["gfm", "markdown-smart"] {
            let read = pandoc(dialect, &md);
            *counted.entry("md").or_default() +=
                same_words(&read, &expected, &format!("{name} {kind} {dialect}"));
        }
    }
}

fn told(counted: &BTreeMap<&'static str, usize>, what: &str) {
    for (format, words) in counted {
        println!("{what}: {format} → pandoc → plain: 0 of {words} words wrong");
    }
}

#[test]
fn pandoc_reads_every_word_of_the_samples() {
    if !has_pandoc() {
        return;
    }
    let mut counted = BTreeMap::new();
    for name in SAMPLES {
        let path = root().join("samples").join(format!("{name}.mahdar"));
        compared(&store::open(&path).unwrap().document, name, &mut counted);
    }
    told(&counted, "samples");
}

#[test]
fn pandoc_reads_every_word_of_the_seeds() {
    if !has_pandoc() {
        return;
    }
    let mut counted = BTreeMap::new();
    for seeds::Facts { seed, .. } in seeds::facts() {
        let Some(stretches) = seeds::stretches(&seed) else {
            println!("skipped: no seeds");
            return;
        };
        compared(&seeds::record(&seed, &stretches), seed.file, &mut counted);
    }
    told(&counted, "seeds");
}

#[test]
fn pandoc_reads_every_word_of_two_hundred_pages() {
    if !has_pandoc() {
        return;
    }
    let mut counted = BTreeMap::new();
    compared(&record::record(Size { words: 66_000, each: 37 }), "200 pages", &mut counted);
    told(&counted, "200 pages");
}

/// Lines that begin as lists, headings, quotations, tables or code do, or hold what marks something.
const TRAPS: [&str; 34] = [
    "- شرطة في أول السطر",
    "* نجمة في أول السطر",
    "+ زائد في أول السطر",
    "1. رقم ونقطة",
    "1) رقم وقوس",
    "(1) رقم بين قوسين",
    "(a) حرف بين قوسين",
    "i. رقم روماني",
    "A. حرف ونقطة",
    "#. ترقيم",
    "# وسم في أول السطر",
    "وسم #الماء_للجميع في الوسط #",
    "> علامة أكبر",
    "| عمود | آخر |",
    ": تعريف",
    "~ مدة",
    "---",
    "===",
    "***",
    "كلمة *بين نجمتين* وكلمة **بين أربع**",
    "كلمة _بين خطين_ و__أربعة__",
    "كلمة ~~مشطوبة~~ و~تحت~ و^فوق^",
    "نص `رمز` و``رمز``",
    "رابط [نص](https://a.example/b_c_d) وصورة ![وصف](a.png)",
    "مرجع [1] و[^1] و[x]: y",
    "وسم <b>غليظ</b> و<br> و<https://a.example>",
    "كيان &amp; و&nbsp; و&#1576;",
    "شرطة مائلة \\ و\\* و\\\\",
    "معادلة $x$ و$$y$$",
    "خصائص {.class} و{#id}",
    "بريد a_b@c.example و@name",
    "عنوان https://a.example/_x_?y=1&z=2#t",
    "% نسبة",
    "نسبة 50% و\"اقتباس\" و'آخر' ... ثم -- و---",
];

/// The text behind its front matter.
fn body_of(markdown: &str) -> &str {
    let (_, rest) = markdown.split_once("---\n").expect("where it begins");
    rest.split_once("\n---\n").expect("where it ends").1
}

#[test]
fn nothing_in_a_text_is_taken_for_markup() {
    if !has_pandoc() {
        return;
    }
    let notation: Vec<(String, mahdar::document::Kind)> = TRAPS
        .iter()
        .flat_map(|line| {
            use mahdar::document::Kind;
            [
                Kind::default(),
                Kind::Heading(2),
                Kind::recommendation(2),
                Kind::Quote(mahdar::document::Speaker::Unnamed),
            ]
            .map(|kind| ((*line).to_owned(), kind))
        })
        .collect();
    let mut document = crate::record::blank();
    let mut after = None;
    for (n, (words, kind)) in (1..).zip(notation) {
        let id = crate::record::block_id(n);
        let text = mahdar::document::RichText::plain(&words);
        let block = std::sync::Arc::new(mahdar::document::Block::new(id, kind, text));
        document.apply(mahdar::document::Step::Insert { after, block }).unwrap();
        after = Some(id);
    }
    for label in mahdar::document::Label::ALL {
        let view = View { bullets: Some(label), ..View::of(OutputKind::Communique) };
        let txt = text(&document, &view, Format::Txt);
        let what = |format: &str| format!("{} {format}", label.keyword());
        // Pandoc writes rules of three dashes and more for tables alone; here they are words.
        let words = |text: &str| text.replace("---", "\u{2500}");
        let page = words(&expected(&document, &view, &txt, true));
        let read = words(&pandoc("html", &text(&document, &view, Format::Html)));
        same_words(&read, &page, &what("html"));
        let md = text(&document, &view, Format::Markdown);
        for dialect in ["gfm", "commonmark", "markdown-smart"] {
            let page = words(&expected(&document, &view, &txt, false));
            // What is said of the text as a whole is no part of the bare syntax.
            let text = if dialect == "commonmark" { body_of(&md) } else { &md };
            same_words(&words(&pandoc(dialect, text)), &page, &what(dialect));
        }
    }
}

#[test]
fn the_same_record_gives_the_same_bytes_in_every_format() {
    let path = root().join("samples/regional-minutes.mahdar");
    let document = store::open(&path).unwrap().document;
    for output in document.outputs() {
        for format in Format::ALL {
            let once = || export(&document, &View::of(output.kind), Options::default(), format);
            let (one, other) = (once().unwrap(), once().unwrap());
            assert!(one.bytes == other.bytes, "{} {}", output.kind, format.keyword());
        }
    }
}
