//! Markdown on its way in: its marks are understood, and what is said before the text is no part of it.

use mahdar::document::{Document, Kind, Mark, Role};
use mahdar::export::{Format, Options, export};
use mahdar::import::{Format as Read, read, record};
use mahdar::template::View;

use crate::cues::{fresh, outline};

fn imported(text: &str) -> Document {
    let read = read(text.as_bytes(), Some(Read::Markdown)).expect("a text");
    assert_eq!(read.format, Read::Markdown);
    let document = record(&read, "نص.md", &fresh()).expect("a record");
    assert_eq!(document.check(), []);
    assert_eq!(&*document.source().expect("a source").text, text);
    document
}

fn printed(document: &Document) -> String {
    let made = export(document, &View::main(document), Options::default(), Format::Txt).expect("a text");
    String::from_utf8(made.bytes).expect("UTF-8")
}

const TEXT: &str = "---
title: \"بلاغ حول المعرض\"
author: \"المكتب المحلي\"
lang: ar-MA
date: 2026-11-14
keywords: [معرض, زيتون]
---

# بلاغ حول المعرض

افتتح السيد كريم الوردي المعرض **بكلمة** رحب فيها بالحاضرين.

## توصيات

أوصى المكتب بما يلي:

## المحور الأول: الماء

1\\. إصلاح المسالك

2\\. دعم الفلاحين\\*

> «لا معرض بلا زيتون.»

[موقع الودادية](https://zaytoun.example)
";

#[test]
fn the_facts_before_a_text_fill_the_header_or_are_struck() {
    let document = imported(TEXT);
    let value = |path: &str| document.read(path.parse().expect("a path"));
    assert_eq!(document.outputs()[0].title.text(), "بلاغ حول المعرض");
    assert_eq!(
        (value("meeting.dates"), value("meeting.body.name")),
        ("2026-11-14".into(), "المكتب المحلي".into())
    );
    let struck: Vec<&str> = document
        .blocks()
        .iter()
        .filter(|block| block.review.removed.is_some())
        .map(|block| block.text.text())
        .collect();
    assert_eq!(struck, ["lang: ar-MA", "keywords: [معرض, زيتون]"]);
    let text = printed(&document);
    assert!(!text.contains("---") && !text.contains("lang") && !text.contains("keywords"), "{text}");
}

#[test]
fn marks_of_the_syntax_are_what_they_stand_for() {
    let document = imported(TEXT);
    let text = printed(&document);
    assert!(!text.contains(['#', '\\', '>']) && !text.contains("**"), "{text}");
    let of = |is: fn(&Kind) -> bool| -> Vec<&str> {
        document.blocks().iter().filter(|b| is(&b.kind)).map(|b| b.text.text()).collect()
    };
    assert_eq!(of(|kind| matches!(kind, Kind::Heading(_))), ["توصيات"], "{}", outline(&document));
    assert_eq!(of(|kind| kind.depth() == Some(0)), ["الماء"], "{}", outline(&document));
    assert_eq!(of(|kind| kind.depth() == Some(1)), ["إصلاح المسالك", "دعم الفلاحين*"]);
    assert_eq!(of(|kind| matches!(kind, Kind::Quote(_))), ["«لا معرض بلا زيتون.»"]);
    assert!(text.contains("موقع الودادية (https://zaytoun.example)"), "{text}");
    let bold =
        document.blocks().iter().find(|block| block.text.text().starts_with("افتتح")).expect("a block");
    let marks: Vec<(&str, Mark)> =
        bold.text.marks().iter().map(|m| (&bold.text.text()[m.start..m.end], m.mark)).collect();
    assert_eq!(marks, [("بكلمة", Mark::Bold)]);
}

#[test]
fn a_text_that_opens_with_facts_is_markdown_whatever_it_is_called() {
    let read = read(TEXT.as_bytes(), None).expect("a text");
    assert_eq!(read.format, Read::Markdown);
    // Rules alone are no facts, and a plain text keeps its signs.
    for text in ["---\nعقد المكتب اجتماعه.\n---\nثم انصرف\n", "# 3 * 4\nعقد المكتب اجتماعه.\n"]
    {
        assert_eq!(mahdar::import::read(text.as_bytes(), None).expect("a text").format, Read::Text);
    }
}

#[test]
fn a_table_of_who_was_there_is_read_from_markdown_too() {
    let document = imported(
        "# محضر اجتماع\n\nعقد المكتب المحلي اجتماعه يوم السبت 14 نونبر 2026 بمقر الودادية.\n\n\
         | الاسم | الصفة | الحضور |\n|---|:---:|---|\n| السيدة ليلى المرابط | رئيسة | حاضرة |\n| السيد كريم الوردي | كاتب | غائب بعذر |\n\nرفعت الجلسة.\n",
    );
    let states: Vec<&str> =
        document.meeting().attendance.people.iter().map(|entry| entry.presence.keyword()).collect();
    assert_eq!(states, ["present", "excused"]);
    let closing = Kind::Paragraph(Role::Closing);
    assert_eq!(document.blocks().iter().filter(|block| block.kind == closing).count(), 1);
}

#[test]
fn whatever_stands_in_it_no_letter_is_lost_and_nothing_breaks() {
    let pieces = [
        "**",
        "__",
        "*",
        "_",
        "~~",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "| ",
        "|---|",
        "\n",
        "\n\n",
        "# ",
        "## ",
        "> ",
        "- ",
        "1\\. ",
        "\\",
        "\\*",
        "---\n",
        "<u>",
        "</u>",
        "كلمة",
        " ",
        "المكتب قرر دعم الفلاحين",
        "title: x\n",
        "+ ",
    ];
    let letters = |text: &str| {
        let mut all: Vec<char> =
            text.chars().filter(|c| ('\u{621}'..='\u{64a}').contains(c) && *c != '\u{640}').collect();
        all.sort_unstable();
        all
    };
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..600 {
        let mut text = String::from("كلمة ");
        for _ in 0..24 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            text.push_str(pieces[usize::try_from(seed >> 33).unwrap() % pieces.len()]);
        }
        let read = read(text.as_bytes(), Some(Read::Markdown)).expect("a text");
        let paragraphs: String = read.paragraphs.iter().map(|para| para.text.as_str()).collect();
        assert_eq!(letters(&paragraphs), letters(&text), "{text}");
    }
}
