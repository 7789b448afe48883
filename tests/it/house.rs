//! What leaves the house: what is drawn from a record beside its own texts, what stands over them, and what does not.

use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use mahdar::document::{Atom, Digits, Document, FieldPath, OutputKind, Target};
use mahdar::export::{Exported, Format, Loss, Options, export};
use mahdar::pages::{Pages, Setting, lay};
use mahdar::store;
use mahdar::template::{Readers, Reading, View, compose, is_draft, lacks_number};
use mahdar::text::Engine;
use zip::ZipArchive;

/// A record of this inside.
fn record(inside: &str) -> Document {
    let text = format!("// mahdar 2\n(\n id: \"00000000000000000000000000000007\",\n{inside}\n)\n");
    store::parse(text.as_bytes()).expect("a record")
}

/// A communiqué in this state, with all that others are drawn from.
fn approved(state: &str) -> Document {
    record(&format!(
        r#"
 letterhead: (lines: ["اتحاد الجمعيات", "الهاتف: 05-35-00-11-22"], address: "شارع الأرز 12، فاس", contact: "05-35-00-11-33"),
 outputs: [(kind: Communique, title: [Text("بلاغ حول الماء")], state: {state}, reference: "12-2025")],
 meeting: (
  body: (name: "المكتب الجهوي", province: "فاس"),
  dates: Days(["2026-03-14"]), start: Some("10:00"), venue: "دار المبادرات", chairs: ["b.1"],
  attendance: (people: [(person: "b.1", presence: Present), (person: "b.2", presence: Present)]),
 ),
 people: {{
  "b.1": (name: "ليلى المرابط", gender: Female),
  "b.2": (name: "سعيد العلوي", gender: Male),
 }},
 blocks: [
  (id: "a.1", kind: Paragraph(Lead), text: [Text("انعقد الاجتماع.")]),
  (id: "a.2", kind: AgendaItem(()), text: [Text("نقطة أولى")]),
  (id: "a.3", kind: Recommendation(()), text: [Text("الماء")]),
  (id: "a.4", kind: Recommendation((depth: 1)), text: [Text("صيانة القنوات")]),
  (id: "a.5", kind: Recommendation((depth: 2)), text: [Text("جرد العيون")]),
 ],"#
    ))
}

fn made(document: &Document, view: View, format: Format) -> Exported {
    export(document, &view, Options::default(), format).expect("a file")
}

/// The words of a file, parts of a packed one after each other; of paper what its pages say.
fn words(document: &Document, view: View, format: Format) -> String {
    if matches!(format, Format::Pdf | Format::ReviewPdf) {
        return pages(document, view).pages.iter().map(mahdar::pages::Page::words).collect();
    }
    let bytes = made(document, view, format).bytes;
    if !bytes.starts_with(b"PK") {
        return String::from_utf8(bytes).expect("UTF-8");
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a packed file");
    let mut words = String::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().expect("a name").into_owned();
        let mut xml = String::new();
        // Pictures are no text.
        if part.read_to_string(&mut xml).is_ok() {
            let _ = write!(words, "\n{name}\n{xml}");
        }
    }
    words
}

/// The same without tags, which may part what is read from the right from what is read from the left.
fn read(document: &Document, view: View, format: Format) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for letter in words(document, view, format).chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if inside => {}
            _ => plain.push(letter),
        }
    }
    plain
}

fn pages(document: &Document, view: View) -> Pages {
    lay(document, &compose(document, &view), &mut Engine::new())
}

const PAPER: [Format; 4] = [Format::Pdf, Format::Html, Format::Docx, Format::Odt];
const DRAWN: [OutputKind; 5] = [
    OutputKind::PressCommunique,
    OutputKind::Recommendations,
    OutputKind::Invitation,
    OutputKind::AttendanceSheet,
    OutputKind::Short,
];

#[test]
fn a_number_that_is_missing_is_told_in_the_house_alone() {
    for state in ["Draft", "Published"] {
        let document = approved(state);
        for kind in DRAWN.into_iter().chain([OutputKind::Communique]) {
            for format in PAPER {
                let words = words(&document, View::of(kind), format);
                assert!(!words.contains("غير مدخل"), "{kind} {state} {}", format.keyword());
                assert!(!words.contains("رقم الصادر"), "{kind} {state} {}", format.keyword());
            }
        }
        assert!(lacks_number(&document, OutputKind::Communique));
        assert!(!lacks_number(&document, OutputKind::Invitation), "it has no place for one");
    }
    // Where it is written it is asked for.
    let document = approved("Draft");
    let setting = Setting { prompts: true, ..Setting::default() };
    let composition = compose(&document, &View::of(OutputKind::Communique));
    let mut pager = mahdar::pages::Pager::new(setting);
    let pages = pager.lay(&document, &composition, &mut Engine::new(), usize::MAX);
    assert!(pages.pages[0].words().contains("غير مدخل"));
}

#[test]
fn what_is_approved_without_a_number_is_found() {
    use mahdar::check::{Certainty, What, findings};
    let found = |state: &str| {
        let all = findings(&approved(state));
        all.into_iter().find(|found| found.what == What::MissingNumber(OutputKind::Communique))
    };
    assert_eq!(found("Draft"), None, "a draft has time");
    let hint = found("Approved").expect("a hint");
    assert_eq!(hint.certainty, Certainty::Style);
    assert_eq!(hint.place.target, Target::Field(FieldPath::OutputNumber(OutputKind::Communique)));
}

#[test]
fn what_is_drawn_is_as_far_as_what_it_is_drawn_from() {
    for (state, draft) in [("Draft", true), ("Review", true), ("Approved", false), ("Published", false)] {
        let document = approved(state);
        for kind in DRAWN {
            let expected = draft && kind != OutputKind::AttendanceSheet;
            assert_eq!(is_draft(&document, kind), expected, "{kind} of {state}");
            for format in PAPER {
                let stamped = words(&document, View::of(kind), format).contains("مسودة");
                assert_eq!(stamped, expected, "{kind} of {state} as {}", format.keyword());
            }
        }
    }
    // What is for anybody is drawn from what is for anybody, not from the minutes.
    let both = record(
        r#" outputs: [(kind: Minutes, title: [Text("محضر")]), (kind: Communique, title: [Text("بلاغ")], state: Published)],"#,
    );
    assert!(!is_draft(&both, OutputKind::PressCommunique) && is_draft(&both, OutputKind::Minutes));
}

#[test]
fn any_record_gives_a_text_for_newspapers() {
    let document = approved("Published");
    let text = words(&document, View::of(OutputKind::PressCommunique), Format::Site);
    assert_eq!(text.lines().next(), Some("بلاغ حول الماء"));
    for line in ["انعقد الاجتماع.", "– صيانة القنوات", "– جرد العيون"] {
        assert!(text.lines().any(|own| own == line), "{line}: {text}");
    }
    assert_eq!(text.trim_end().lines().last(), Some("للتواصل: 05-35-00-11-33"));
    assert_eq!(text.matches("للتواصل").count(), 1);
    let docx = words(&document, View::of(OutputKind::PressCommunique), Format::Docx);
    assert!(docx.contains("للتواصل") && docx.contains('–'));
    // A title of the minutes is none for newspapers.
    let minutes = record(
        r#" outputs: [(kind: Minutes, title: [Text("محضر داخلي")])],
 blocks: [(id: "a.1", text: [Text("فقرة.")])],"#,
    );
    let text = words(&minutes, View::of(OutputKind::PressCommunique), Format::Site);
    assert!(text.starts_with("بلاغ صحفي حول "), "{text}");
    // The record's own text for newspapers keeps its labels.
    let own = record(
        r#" outputs: [(kind: PressCommunique, title: [Text("بلاغ صحفي")])],
 blocks: [(id: "a.1", kind: Recommendation((depth: 1)), text: [Text("بند")])],"#,
    );
    assert!(words(&own, View::of(OutputKind::PressCommunique), Format::Site).contains("1- بند"));
}

#[test]
fn a_contact_that_the_text_tells_is_not_told_twice() {
    let document = record(
        r#" letterhead: (contact: "press@a.example"),
 outputs: [(kind: PressCommunique, title: [Text("بلاغ صحفي")])],
 blocks: [(id: "a.1", text: [Text("تتصل الصحافة بالعنوان press@a.example لكل استفسار.")])],"#,
    );
    for format in [Format::Txt, Format::Whatsapp, Format::Docx] {
        let text = words(&document, View::of(OutputKind::PressCommunique), format);
        assert_eq!(text.matches("press@a.example").count(), 1, "{}", format.keyword());
    }
}

#[test]
fn number_and_reference_go_together() {
    let document = record(
        r#" outputs: [(kind: Communique, title: [Text("بلاغ")], number: "46/2026", reference: "12/2025")],
 blocks: [(id: "a.1", text: [Text("نص.")])],"#,
    );
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Ron) {
        let text = words(&document, View::of(OutputKind::Communique), format);
        for said in ["46/2026", "12/2025"] {
            assert!(text.contains(said), "{said} in {}", format.keyword());
        }
    }
}

#[test]
fn a_letter_says_whose_it_is_and_from_where_and_when() {
    let document = approved("Published");
    let view = View::of(OutputKind::Communique);
    let text = words(&document, view, Format::Txt);
    let opening =
        "اتحاد الجمعيات\nالهاتف: 05-35-00-11-22\nشارع الأرز 12، فاس\nفاس، في 14 مارس 2026\n\nبلاغ حول الماء\n";
    assert!(text.starts_with(opening), "{text}");
    let markdown = words(&document, view, Format::Markdown);
    let opening = "---\ntitle: \"بلاغ حول الماء\"\nauthor: \"المكتب الجهوي\"\nlang: ar-MA\ndate: 2026-03-14\n---\n\n\
                   اتحاد الجمعيات\n\nالهاتف: 05-35-00-11-22\n\nشارع الأرز 12، فاس\n\nفاس، في 14 مارس 2026\n\n# بلاغ حول الماء\n";
    assert!(markdown.starts_with(opening), "{markdown}");
    for format in PAPER {
        let words = read(&document, view, format);
        assert!(words.contains("شارع الأرز 12"), "{}", format.keyword());
    }
    let bare = record(
        r#" outputs: [(kind: Communique, title: [Text("بلاغ")])],
 meeting: (body: (name: "المكتب الجهوي"), dates: Days(["2026-03-14"])),"#,
    );
    let text = words(&bare, view, Format::Txt);
    assert_eq!(text, "بلاغ\n", "without a letterhead of its own the text is the writer's");
    let short = words(&document, View::of(OutputKind::Short), Format::Txt);
    assert!(short.starts_with("بلاغ حول الماء\n"), "a few lines are no letter: {short}");
}

#[test]
fn a_title_is_no_more_than_a_title_in_yaml() {
    let document = record(r#" outputs: [(kind: Communique, title: [Text("بلاغ \"مهم\" \\ --- : [x]")])],"#);
    let markdown = words(&document, View::of(OutputKind::Communique), Format::Markdown);
    assert!(markdown.starts_with("---\ntitle: \"بلاغ \\\"مهم\\\" \\\\ --- : [x]\"\n"), "{markdown}");
}

#[test]
fn telephones_of_the_head_are_held_to_their_order() {
    let document = approved("Published");
    let view = View::of(OutputKind::Communique);
    let held = "\u{200E}05-35-00-11-22\u{200E}";
    for format in [Format::Docx, Format::Odt] {
        assert!(words(&document, view, format).contains(held), "{}", format.keyword());
    }
    let page = words(&document, view, Format::Html);
    assert!(page.contains("<p>الهاتف: <bdi dir=\"ltr\">05-35-00-11-22</bdi></p>"), "{page}");
    for format in [Format::Whatsapp, Format::Facebook] {
        let post = words(&document, view, format);
        assert!(post.contains("للتواصل: \u{200E}05-35-00-11-33\u{200E}"), "{post}");
        assert!(post.contains("المرجع: \u{200E}12-2025\u{200E}"), "{post}");
    }
}

#[test]
fn a_figure_is_held_only_where_it_stands_by_itself() {
    let document = record(
        r#" outputs: [(kind: Communique, title: [Text("بلاغ")], number: "46-2026")],
 blocks: [(id: "a.1", text: [Text("رقم "), Field(Number), Text(" لا 146-2026 ولا 46-20261.")])],"#,
    );
    for format in [Format::Docx, Format::Odt] {
        let words = words(&document, View::of(OutputKind::Communique), format);
        assert!(words.contains("\u{200E}46-2026\u{200E}"), "{}", format.keyword());
        let read = read(&document, View::of(OutputKind::Communique), format);
        for typed in ["146-2026", "46-20261"] {
            assert!(read.contains(typed), "{typed} in {}", format.keyword());
        }
    }
}

#[test]
fn digits_that_were_asked_for_are_on_the_whole_page() {
    let document = approved("Published");
    let of = |kind| View { digits: Some(Digits::Arabic), ..View::of(kind) };
    let paper = words(&document, of(OutputKind::Communique), Format::Pdf);
    assert!(paper.contains("فاس، في ١٤ مارس ٢٠٢٦"), "{paper}");
    assert!(paper.contains("١ \u{200E}/\u{200E} ١"), "{paper}");
    let sheet = words(&document, of(OutputKind::AttendanceSheet), Format::Txt);
    assert!(sheet.contains("١- السيدة ليلى المرابط"), "{sheet}");
    let view = of(OutputKind::Communique);
    let review = mahdar::export::review_says(&document, &view, None);
    let mut pager = mahdar::pages::Pager::new(Setting { review: Some(review), ..Setting::default() });
    let pages = pager.lay(&document, &compose(&document, &view), &mut Engine::new(), usize::MAX);
    assert!(pages.pages[0].texts().any(|text| text.words() == "ف١"), "{}", pages.pages[0].words());
}

#[test]
fn a_gender_left_open_in_a_list_is_told() {
    let document = record(
        r#" outputs: [(kind: Minutes, title: [Text("محضر")]), (kind: Communique, title: [Text("بلاغ")])],
 meeting: (
  dates: Days(["2026-03-14"]), chairs: ["b.1"],
  attendance: (people: [(person: "b.1", presence: Present), (person: "b.2", presence: Present)]),
 ),
 people: {"b.1": (name: "نور السعيدي"), "b.2": (name: "أمل الفاسي")},
 blocks: [
  (id: "a.1", kind: Paragraph(Lead), text: [Text("انعقد الاجتماع بحضور "), Field(Attendance(Oblique)), Text(".")]),
  (id: "a.8", kind: Signatures(())),
 ],"#,
    );
    let open = |kind| -> Vec<(Atom, bool)> {
        let warnings = made(&document, View::of(kind), Format::Txt).warnings;
        let open = warnings.into_iter().filter_map(|warning| match warning.what {
            Loss::Open(atom) => Some((atom, warning.place.is_some())),
            _ => None,
        });
        open.collect()
    };
    let communique = open(OutputKind::Communique);
    assert!(communique.iter().any(|(atom, _)| matches!(atom, Atom::Attendance(_))), "{communique:?}");
    let minutes = open(OutputKind::Minutes);
    assert!(minutes.iter().any(|(atom, _)| matches!(atom, Atom::Chair(_))), "{minutes:?}");
    assert!(minutes.iter().all(|(_, placed)| *placed), "each leads to where it is stated");
    let sheet = open(OutputKind::AttendanceSheet);
    assert_eq!(sheet.len(), 2, "the chair, and the list once: {sheet:?}");
}

#[test]
fn the_first_paragraph_leads_where_none_is_marked() {
    let inside = |role: &str, second: &str| {
        format!(
            r#" outputs: [(kind: Communique, title: [Text("بلاغ حول الماء")])],
 blocks: [
  (id: "a.1", text: [Text("سري.")], audience: MinutesOnly),
  (id: "a.2"{role}, text: [Text("عقد المكتب اجتماعه.")]),
  (id: "a.3"{second}, text: [Text("وتدارس السدود.")]),
 ],"#
        )
    };
    let short = |document: &Document| words(document, View::of(OutputKind::Short), Format::Whatsapp);
    let expected = "*بلاغ حول الماء*\n\nعقد المكتب اجتماعه.\n";
    assert_eq!(short(&record(&inside("", ""))), expected);
    assert_eq!(short(&record(&inside(", kind: Paragraph(Lead)", ""))), expected);
    let second = short(&record(&inside("", ", kind: Paragraph(Lead)")));
    assert_eq!(second, "*بلاغ حول الماء*\n\nوتدارس السدود.\n", "what is marked leads");
}

/// A text under review: a remark whose words are gone, an agenda somebody would change.
fn reviewed() -> Document {
    record(
        r#" outputs: [(kind: Communique, title: [Text("بلاغ")])],
 blocks: [
  (id: "a.1", kind: Paragraph(Lead), text: [Text("انعقد الاجتماع.")]),
  (id: "a.2", kind: AgendaItem(()), text: [Text("النقطة "), Marked([Deleted("c.1")], "القديمة "), Marked([Inserted("c.2")], "الجديدة")]),
  (id: "a.3", kind: AgendaItem(()), text: [Text("نقطة تُحذف")], review: (removed: Some("c.3"))),
 ],
 comments: {
  "c.9": (author: "سعيد", at: 1700000000, text: "ملاحظة باقية", quoted: "كلام قديم"),
  "c.10": (author: "ليلى", at: 1700000001, text: "جواب عنها", answers: Some("c.9")),
 },
 changes: {
  "c.1": (author: "ليلى", at: 1700000000, pending: Text),
  "c.2": (author: "ليلى", at: 1700000000, pending: Text),
  "c.3": (author: "ليلى", at: 1700000000, pending: Text),
 },"#,
    )
}

#[test]
fn a_remark_whose_words_are_gone_is_in_every_copy_for_review() {
    let markup =
        View { readers: Readers::Internal, reading: Reading::Markup, ..View::of(OutputKind::Communique) };
    for format in [Format::Txt, Format::Markdown, Format::Html, Format::Docx, Format::Odt] {
        let text = words(&reviewed(), markup, format);
        for said in ["كلام قديم", "ملاحظة باقية", "جواب عنها"] {
            assert_eq!(text.matches(said).count(), 1, "{said} in {}", format.keyword());
        }
        let published = words(&reviewed(), View::of(OutputKind::Communique), format);
        assert!(!published.contains("ملاحظة باقية"), "{}", format.keyword());
    }
    let docx = words(&reviewed(), markup, Format::Docx);
    for mark in ["<w:commentRangeStart ", "<w:commentRangeEnd ", "<w:commentReference "] {
        assert_eq!(docx.matches(mark).count(), 2, "{mark}");
    }
}

#[test]
fn items_of_an_agenda_keep_their_suggestions_and_names() {
    let markup =
        View { readers: Readers::Internal, reading: Reading::Markup, ..View::of(OutputKind::Communique) };
    let docx = words(&reviewed(), markup, Format::Docx);
    for name in ["m_a_2", "m_a_3"] {
        assert!(docx.contains(&format!("w:name=\"{name}\"")), "{name}");
    }
    assert!(docx.contains("القديمة") && docx.contains("<w:delText"));
    let text = words(&reviewed(), View::of(OutputKind::Communique), Format::Txt);
    assert!(text.contains("النقطة الجديدة.") && !text.contains("نقطة تُحذف"), "{text}");
}
