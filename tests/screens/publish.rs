//! The publish screen: the exact result in its boxes, what is copied, saved, put into a folder, printed, and what is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use eframe::egui::{Event, Key, Modifiers};
use mahdar::arabic::{self, Date, Time};
use mahdar::document::{
    Audience, Comment, CommentId, Document, Entry, Id, Kind, Language, Mark, OutputKind, Person, PersonId,
    Role, Stamp, Step, Target,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::export::{Error, Format, Leak, Options, export, leaks};
use mahdar::store::faults::{self, Fault};
use mahdar::store::{self, Folders, Piece, SaveError};
use mahdar::template::{self, View};
use mahdar::ui::clipboard::Content;
use mahdar::ui::live::Now;
use mahdar::ui::publish::print::{Handed, Programs, hand_over};
use mahdar::ui::publish::{Channel, Gate, Order, Watching, failure, lacking, stopped_by};
use mahdar::ui::theme::Mode;
use mahdar::words::{Language as Spoken, Words};

use crate::screen::{CTRL, SIZE, Screen, folder, plain, written};

const SMALL: (f32, f32) = (1093.0, 552.0);
const SECRET: &str = "مداولة سرية حول الانخراطات المتأخرة لجمعيتين";
const PHONE: &str = "0661-23-45-67";

/// What is copied from now on, in order.
pub fn board(screen: &mut Screen) -> Arc<Mutex<Vec<Content>>> {
    let copied = Arc::new(Mutex::new(Vec::new()));
    let own = Arc::clone(&copied);
    screen.app(move |app| {
        app.copies_by(move |content| {
            own.lock().unwrap().push(content.clone());
            Ok(())
        });
    });
    copied
}

/// A communiqué with a paragraph for the minutes only, somebody with a telephone, and an open remark.
fn record() -> Document {
    let mut document = written(&[
        (
            Kind::Paragraph(Role::Lead),
            "عقدت الكتابة الجهوية لاتحاد الجمعيات البيئية بجهة الأطلس اجتماعها الدوري السابع برئاسة السيدة رقية الصفصافي.",
        ),
        plain("وقررت إحداث لجنة جهوية لتتبع وضعية المقالع، تقدم تقريرها الأول قبل متم شهر فبراير 2027."),
        plain(SECRET),
        (Kind::recommendation(0), "حماية الموارد المائية والغابوية"),
        (Kind::recommendation(1), "إعداد خريطة جهوية للعيون المهددة بالنضوب"),
        (Kind::recommendation(2), "جرد العيون والآبار قبل متم شهر مارس 2027"),
        plain("للتواصل: press@atlas-biae.example"),
    ]);
    let third = document.blocks().get_at(2).unwrap().id;
    document.apply(Step::SetAudience(third, Audience::MinutesOnly)).unwrap();
    let second = document.blocks().get_at(1).unwrap().id;
    let id = CommentId(Id { session: 3, counter: 1 });
    let comment = Comment {
        author: "كاتب".into(),
        at: Stamp(1_794_000_000),
        text: "هل نذكر أسماء أعضاء اللجنة هنا أم نتركها؟".into(),
        quoted: String::new(),
        answers: None,
        resolved: None,
    };
    document.apply(Step::Put(Entry::Comment(id, Some(comment)))).unwrap();
    let at = Target::Block(second);
    document
        .apply(Step::Mark { at, start: 0, end: 10, mark: Mark::Remark(id), spans: vec![(0, 10)] })
        .unwrap();
    let person =
        Person { name: "مبارك الصنوبري".into(), phone: PHONE.into(), ..Person::default() };
    document.apply(Step::Put(Entry::Person(PersonId(Id { session: 3, counter: 2 }), Some(person)))).unwrap();
    document
}

fn file(name: &str, document: &Document) -> PathBuf {
    let path = folder(name).join("record.mahdar");
    store::save(document, &path, None).unwrap();
    path
}

/// A clock that stands at 14:20.
fn timed(screen: &mut Screen) {
    screen.app(|app| {
        app.tell_time(|| Now {
            seconds: 1_794_666_000,
            date: Date::new(2026, 11, 14).unwrap(),
            time: Time::new(14, 20).unwrap(),
        });
    });
}

/// The screen of this record, with its keyboard in the list.
fn shown(name: &str, document: &Document) -> (Screen, PathBuf) {
    let path = file(name, document);
    let folders = Folders::inside(&path.with_file_name("kept"));
    let mut screen = Screen::started(&folders, vec![path.clone()], Mode::Light, SIZE);
    timed(&mut screen);
    screen.press_with(CTRL, Key::E);
    ready(&mut screen);
    (screen, path)
}

/// Until what was chosen is made.
fn ready(screen: &mut Screen) {
    screen.wait(|screen| !screen.has_words("قيد الإعداد"));
}

/// Chooses a channel by its name.
fn choose(screen: &mut Screen, name: &str) {
    let at = screen.place_with(&format!("{name}: ")).center();
    screen.click_at(at);
    ready(screen);
}

fn exported(document: &Document, channel: Channel, short: bool) -> Vec<u8> {
    let view = Order { short, ..Order::whole(OutputKind::Communique, channel) }.view();
    export(document, &view, Options::default(), channel.format()).unwrap().bytes
}

#[test]
fn the_screen_opens_by_a_key_and_escape_leads_back_to_the_text() {
    let (mut screen, _) = shown("publish-opens", &record());
    assert!(screen.has_words("النص كما سيُلصق في واتساب"));
    assert!(screen.focused().unwrap().starts_with("واتساب"), "{:?}", screen.focused());
    screen.press(Key::Escape);
    assert!(!screen.has_words("النص كما سيُلصق في واتساب"));
    screen.press_with(CTRL, Key::E);
    assert!(screen.has_words("النص كما سيُلصق في واتساب"), "the button of the bar does the same");
    screen.click("العودة إلى النص");
    assert!(!screen.has_words("النص كما سيُلصق في واتساب"));
    screen.type_words("كلمة");
    assert!(screen.words().iter().any(|words| words.contains("كلمة")), "the page has the keyboard again");
}

#[test]
fn copying_gives_exactly_what_is_exported_and_leaves_the_record_alone() {
    let document = record();
    let (mut screen, path) = shown("publish-copy", &document);
    let before = fs::read(&path).unwrap();
    let copied = board(&mut screen);
    screen.click("نسخ النص");
    screen.wait(|_| !copied.lock().unwrap().is_empty());
    let text = String::from_utf8(exported(&document, Channel::Whatsapp, true)).unwrap();
    assert_eq!(
        copied.lock().unwrap()[0],
        Content { text: text.clone(), html: None },
        "WhatsApp takes plain text"
    );
    screen.rest();
    assert!(screen.has("نُسخ نص واتساب كما هو معروض، وبقي الملف كما كان"));
    assert!(screen.has("واتساب: نُسخ 14:20") || screen.has_words("واتساب: نُسخ"), "the row says so");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(!screen.open().editor().is_changed());
    // The boxes show the very text, both of them.
    assert!(screen.has_value(&text));
    screen.click("كامل");
    ready(&mut screen);
    assert!(screen.has_value(&String::from_utf8(exported(&document, Channel::Whatsapp, false)).unwrap()));
}

#[test]
fn a_site_is_given_rich_and_plain() {
    let document = record();
    let (mut screen, _) = shown("publish-site", &document);
    choose(&mut screen, "موقع الهيئة");
    let copied = board(&mut screen);
    screen.frame(vec![Event::Copy]);
    screen.wait(|_| !copied.lock().unwrap().is_empty());
    let view = View::of(OutputKind::Communique);
    let of = |format| {
        let made = export(&document, &view, Options::default(), format).unwrap();
        String::from_utf8(made.bytes).unwrap()
    };
    let given = copied.lock().unwrap()[0].clone();
    assert_eq!(given.text, of(Format::Site));
    assert_eq!(given.html, Some(of(Format::HtmlFragment)));
}

#[test]
fn words_for_the_minutes_are_in_no_box_and_on_no_clipboard() {
    let mut document = record();
    let mut editor = Editor::new(document.clone(), 9);
    editor.run(Command::AddOutput(OutputKind::Minutes), &Moment::default()).unwrap();
    document = editor.document().clone();
    for output in [OutputKind::Communique, OutputKind::Minutes] {
        let (mut screen, _) = shown("publish-secret", &document);
        if output == OutputKind::Minutes {
            screen.press(Key::F2);
            ready(&mut screen);
            assert!(screen.has_words("نص داخلي"), "an internal text on a public channel is warned of");
        }
        let copied = board(&mut screen);
        for name in ["واتساب", "فيسبوك", "موقع الهيئة"] {
            choose(&mut screen, name);
            for length in ["مختصر", "كامل"] {
                screen.click(length);
                ready(&mut screen);
                let count = copied.lock().unwrap().len();
                screen.frame(vec![Event::Copy]);
                screen.wait(|_| copied.lock().unwrap().len() > count);
                let told = format!("{:?}", screen.told_values());
                assert!(!told.contains("مداولة سرية حول الانخراطات المتأخرة لجمعيتين"), "{name}");
            }
        }
        for content in copied.lock().unwrap().iter() {
            assert!(!format!("{content:?}").contains("مداولة"), "{content:?}");
        }
        assert!(screen.has_words("حُجبت فقرة واحدة"), "what stays is told");
    }
}

#[test]
fn what_is_to_be_known_is_on_cards_and_leads_to_its_place() {
    let (mut screen, _) = shown("publish-cards", &record());
    choose(&mut screen, "نص خالص");
    assert!(screen.has_words("تاريخ الاجتماع غير مُدخل"));
    assert!(screen.has_words("البلاغ: مسودة"));
    assert!(screen.has_words("رقم الصادر غير مُدخل"));
    assert!(screen.has_words("لا أرقام هاتف ولا تعليقات"));
    let at = screen.place_with("تعليق واحد مفتوح. ").center();
    screen.click_at(at);
    assert!(!screen.has("العودة إلى النص"), "the page is shown");
    assert_eq!(screen.caret().0, 2, "the caret stands at the remark");
}

#[test]
fn a_number_of_somebody_typed_into_the_text_is_found_in_the_very_bytes() {
    let mut document = record();
    let clean = leaks(&document, &exported(&document, Channel::Txt, false), Format::Txt);
    assert_eq!(clean, Some(Vec::new()));
    let first = document.blocks().iter().next().unwrap().id;
    let insert = mahdar::document::RichText::plain(" هاتف: +212 661 23 45 67");
    document.apply(Step::Splice { at: Target::Block(first), start: 0, end: 0, insert }).unwrap();
    let found = leaks(&document, &exported(&document, Channel::Txt, false), Format::Txt).unwrap();
    assert!(matches!(found.as_slice(), [Leak::Phone(_)]), "{found:?}");
    let (mut screen, _) = shown("publish-phone", &document);
    choose(&mut screen, "نص خالص");
    assert!(screen.has_words("رقم هاتف في النص"));
    assert!(!screen.has_words("لا أرقام هاتف"), "nothing reassures");
    // Words that only look like a leak: what is split over tags is found, what is not there is not.
    let html = "<p>0661<b>23</b>4567</p>".as_bytes();
    assert_eq!(leaks(&document, html, Format::Html).unwrap().len(), 1);
    assert_eq!(
        leaks(&document, b"%PDF-1.7", Format::Pdf),
        None,
        "PDF hides its words: nothing is claimed of it"
    );
}

#[test]
fn the_last_mark_of_a_line_is_held_where_it_was_asked_for_and_in_no_file() {
    assert_eq!(arabic::anchored("انتهى الاجتماع.\n2027\nEnd."), "انتهى الاجتماع.\u{200f}\n2027\nEnd.");
    assert_eq!(arabic::anchored("قبل متم سنة 2027.\r\n"), "قبل متم سنة 2027.\u{200f}\r\n");
    assert_eq!(arabic::anchored("للتواصل: a@b.example."), "للتواصل: a@b.example.");
    let document = record();
    let (mut screen, path) = shown("publish-ends", &document);
    screen.click("كامل");
    ready(&mut screen);
    let copied = board(&mut screen);
    screen.click("تثبيتها بعلامة خفية");
    screen.click("نسخ النص");
    screen.wait(|_| !copied.lock().unwrap().is_empty());
    let text = String::from_utf8(exported(&document, Channel::Whatsapp, false)).unwrap();
    let held = arabic::anchored(&text);
    assert_ne!(held, text);
    assert_eq!(copied.lock().unwrap()[0].text, held);
    choose(&mut screen, "نص خالص");
    screen.click("حفظ كملف");
    let target = path.with_file_name("out.txt");
    screen.give_path(&target);
    screen.wait(|_| target.exists());
    assert_eq!(fs::read(&target).unwrap(), exported(&document, Channel::Txt, false));
    assert!(!fs::read_to_string(&target).unwrap().contains('\u{200f}'));
}

#[test]
fn what_was_copied_is_lit_for_a_moment_and_then_nothing_is_drawn() {
    let (mut screen, _) = shown("publish-flash", &record());
    let _copied = board(&mut screen);
    let selection = mahdar::ui::theme::Theme::LIGHT.selection;
    assert_eq!(screen.count(selection, 0..1366, 104..600), 0);
    screen.frame(vec![Event::Copy]);
    for _ in 0..200 {
        screen.step();
        if screen.count(selection, 360..1166, 104..600) > 0 {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    screen.paint("publish-flash");
    assert!(screen.count(selection, 360..1166, 104..600) > 1000, "the lines are lit");
    screen.later(0.7);
    screen.rest();
    assert_eq!(screen.count(selection, 360..1166, 104..600), 0);
    screen.later(10.0);
    screen.rest();
    assert!(screen.wants_frame_in() > Duration::from_secs(1), "an idle screen asks for nothing");
}

#[test]
fn a_text_is_laid_out_once() {
    let (mut screen, _) = shown("publish-idle", &record());
    screen.rest();
    let laid = laid(&mut screen);
    assert!(laid > 0);
    for _ in 0..5 {
        screen.frame(vec![Event::PointerMoved(eframe::egui::pos2(700.0, 300.0))]);
    }
    assert_eq!(self::laid(&mut screen), laid);
}

fn laid(screen: &mut Screen) -> usize {
    let mut count = 0;
    let out = std::rc::Rc::new(std::cell::Cell::new(0));
    let own = std::rc::Rc::clone(&out);
    screen.app(move |app| own.set(app.published_laid()));
    count += out.get();
    count
}

#[test]
fn everything_is_done_by_the_keyboard() {
    let document = record();
    let (mut screen, path) = shown("publish-keys", &document);
    let copied = board(&mut screen);
    screen.press(Key::ArrowDown);
    ready(&mut screen);
    assert!(screen.focused().unwrap().starts_with("فيسبوك"), "{:?}", screen.focused());
    screen.press(Key::ArrowUp);
    ready(&mut screen);
    screen.press(Key::Enter);
    screen.wait(|_| !copied.lock().unwrap().is_empty());
    screen.press(Key::End);
    ready(&mut screen);
    assert!(screen.focused().unwrap().starts_with("وثيقة للعموم"));
    screen.presses(Key::ArrowUp, 3);
    ready(&mut screen);
    assert!(screen.focused().unwrap().starts_with("نص خالص"));
    screen.press(Key::Enter);
    let target = path.with_file_name("by-key.txt");
    screen.give_path(&target);
    screen.wait(|_| target.exists());
    assert_eq!(fs::read(&target).unwrap(), exported(&document, Channel::Txt, false));
    screen.rest();
    screen.tab_to("حفظ كملف");
    screen.tab_to("مجلد النشر");
    screen.press(Key::Escape);
    assert!(!screen.has_words("حفظ كملف"));
}

#[test]
fn a_copy_for_review_is_asked_for_each_time_and_says_what_it_is() {
    let document = record();
    let (mut screen, path) = shown("publish-review", &document);
    choose(&mut screen, "DOCX");
    assert!(screen.has("كما يُنشر") && !screen.has_words("نسخة داخلية للمراجعة"));
    screen.click("مع التعليقات والاقتراحات");
    ready(&mut screen);
    screen.paint("publish-review");
    assert!(screen.has_words("نسخة داخلية للمراجعة"));
    assert!(!screen.has_words("لا أرقام هاتف ولا تعليقات"), "nothing reassures");
    assert!(!screen.has_words("تعليق في النص"), "remarks stand in it by right");
    screen.click("حفظ كملف");
    let target = path.with_file_name("review.docx");
    screen.give_path(&target);
    screen.wait(|_| target.exists());
    let order = Order { review: true, ..Order::whole(OutputKind::Communique, Channel::Docx) };
    let expected = export(&document, &order.view(), Options::default(), Format::Docx).unwrap().bytes;
    let saved = fs::read(&target).unwrap();
    assert_eq!(saved, expected);
    let holds = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|some| some == part);
    assert!(holds(&saved, b"word/comments.xml"));
    // What was asked for one file is asked for no other.
    choose(&mut screen, "PDF للمراجعة");
    assert!(!screen.has_words("نسخة داخلية للمراجعة"));
    choose(&mut screen, "DOCX");
    screen.click("حفظ كملف");
    let target = path.with_file_name("public.docx");
    screen.give_path(&target);
    screen.wait(|_| target.exists());
    assert!(!holds(&fs::read(&target).unwrap(), b"word/comments.xml"));
}

#[test]
fn the_pages_of_a_copy_for_review_are_those_of_its_file() {
    let mut document = record();
    // A remark on what a communiqué leaves out is none of it.
    let third = document.blocks().get_at(2).unwrap().id;
    let id = CommentId(Id { session: 3, counter: 9 });
    let inside = Comment {
        author: "كاتب".into(),
        at: Stamp(1_794_000_000),
        text: "تبقى بيننا".into(),
        quoted: String::new(),
        answers: None,
        resolved: None,
    };
    document.apply(Step::Put(Entry::Comment(id, Some(inside)))).unwrap();
    let at = Target::Block(third);
    document
        .apply(Step::Mark { at, start: 0, end: 10, mark: Mark::Remark(id), spans: vec![(0, 10)] })
        .unwrap();
    let (mut screen, _) = shown("publish-review-pages", &document);
    choose(&mut screen, "PDF للمراجعة");
    let pages = |screen: &Screen| screen.told_values().join("\n");
    assert!(!pages(&screen).contains("هل نذكر أسماء"), "nothing is remarked in what is published");
    screen.click("مع التعليقات والاقتراحات");
    ready(&mut screen);
    screen.paint("publish-review-pages");
    let told = pages(&screen);
    assert!(told.contains("التعليقات") && told.contains("هل نذكر أسماء أعضاء اللجنة"), "{told}");
    assert!(
        told.contains(SECRET) == told.contains("تبقى بيننا"),
        "its remark goes with its paragraph: {told}"
    );
}

#[test]
fn a_record_for_others_is_written_beside_the_record_never_over_it() {
    let document = record();
    let (mut screen, path) = shown("publish-record", &document);
    let before = fs::read(&path).unwrap();
    choose(&mut screen, "وثيقة للعموم");
    screen.paint("publish-record");
    screen.click("حفظ كملف");
    let offered = screen.told_values().into_iter().find(|value| value.contains(".mahdar")).unwrap();
    assert!(offered.ends_with(" - نسخة للعموم.mahdar"), "{offered}");
    screen.give_path(&path);
    assert!(screen.has_words("ولا تُكتب النسخة مكانها"), "it is said beside the path");
    assert_eq!(fs::read(&path).unwrap(), before);
    let target = path.with_file_name("public.mahdar");
    screen.give_path(&target);
    screen.wait(|_| target.exists());
    let saved = store::parse(&fs::read(&target).unwrap()).unwrap();
    assert_ne!(saved.id(), document.id());
    assert!(saved.comments().is_empty() && saved.blocks().len() == document.blocks().len() - 1);
}

#[test]
fn newspapers_get_a_text_of_their_own_from_any_record() {
    let document = record();
    let (mut screen, path) = shown("publish-press", &document);
    choose(&mut screen, "الصحافة");
    screen.click("حفظ كملف");
    let target = path.with_file_name("press.docx");
    screen.give_path(&target);
    screen.wait(|_| target.exists());
    let press = View::of(OutputKind::PressCommunique);
    let expected = export(&document, &press, Options::default(), Format::Docx).unwrap().bytes;
    assert_eq!(fs::read(&target).unwrap(), expected);
    assert_ne!(expected, exported(&document, Channel::Docx, false));
}

#[test]
fn how_much_is_seen_first_is_marked_where_there_is_more() {
    let mut document = record();
    let first = document.blocks().iter().next().unwrap().id;
    let insert = mahdar::document::RichText::plain(&"كلمات تطول بها الفقرة الأولى. ".repeat(40));
    document.apply(Step::Splice { at: Target::Block(first), start: 0, end: 0, insert }).unwrap();
    let (mut screen, _) = shown("publish-fold", &document);
    choose(&mut screen, "فيسبوك");
    assert!(screen.has_words("يظهر أولا نحو 477") && screen.has_words("الحد 63206"));
    screen.paint("publish-fold");
    choose(&mut screen, "موقع الهيئة");
    assert!(!screen.has_words("يظهر أولا"));
    let (mut screen, _) = shown("publish-no-fold", &record());
    choose(&mut screen, "فيسبوك");
    assert!(!screen.has_words("يظهر أولا"), "all of it is seen");
}

#[test]
fn a_name_that_is_offered_is_clean() {
    let mut document = record();
    let title = mahdar::document::RichText::plain("../بلاغ\u{202e} 12/2026");
    let at = Target::Title(OutputKind::Communique);
    document.apply(Step::Splice { at, start: 0, end: 21, insert: title }).unwrap();
    let (mut screen, path) = shown("publish-name", &document);
    choose(&mut screen, "نص خالص");
    screen.click("حفظ كملف");
    let offered = screen.told_values().into_iter().find(|value| value.contains(".txt")).unwrap();
    let name = offered.rsplit('/').next().unwrap();
    assert!(name.starts_with("بلاغ 12-2026"), "{offered}");
    assert_eq!(Path::new(&offered).parent(), path.parent(), "beside the record");
}

/// Work that waits until it is let go, or stopped.
fn gate(screen: &mut Screen) -> Arc<AtomicBool> {
    let open = Arc::new(AtomicBool::new(false));
    let own = Arc::clone(&open);
    let hold = move |watching: &Watching| {
        for _ in 0..5000 {
            if own.load(Ordering::Relaxed) || watching.is_stopped() {
                break;
            }
            watching.tell(1, 4);
            std::thread::sleep(Duration::from_millis(2));
        }
    };
    screen.app(move |app| app.holds_exports(Gate::new(hold)));
    open
}

#[test]
fn what_takes_long_says_so_and_stopping_it_leaves_nothing() {
    let (mut screen, path) = shown("publish-cancel", &record());
    choose(&mut screen, "نص خالص");
    let _open = gate(&mut screen);
    screen.click("حفظ كملف");
    let target = path.with_file_name("never.txt");
    screen.give_path(&target);
    screen.later(0.5);
    screen.step();
    assert!(screen.has_words("يجري إعداد الملف…"));
    screen.paint("publish-progress");
    screen.click("إلغاء");
    screen.wait(|screen| screen.has("أُوقف الإعداد ولم يُكتب شيء."));
    assert!(!target.exists());
    let left: Vec<_> =
        fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("never")), "{left:?}");
}

#[test]
fn the_window_goes_on_while_a_text_is_made_and_leaving_stops_it() {
    let (mut screen, _) = shown("publish-leave", &record());
    screen.press(Key::Escape);
    let _open = gate(&mut screen);
    screen.press_with(CTRL, Key::E);
    screen.press(Key::End);
    screen.later(0.5);
    assert!(screen.has_words("يجري إعداد النص…"), "how far it is");
    screen.press(Key::Escape);
    screen.type_words("تابع");
    assert!(screen.words().iter().any(|words| words.contains("تابع")));
    assert!(!screen.has_words("يجري إعداد النص…"));
}

#[test]
fn the_folder_holds_the_texts_and_a_log_that_grows() {
    let document = record();
    let (mut screen, path) = shown("publish-folder", &document);
    let copied = board(&mut screen);
    screen.click("نسخ النص");
    screen.wait(|_| !copied.lock().unwrap().is_empty());
    screen.rest();
    screen.click("مجلد النشر");
    let place = path.with_file_name("بلاغ اجتماع");
    screen.wait(|screen| screen.has_words("كُتب مجلد النشر"));
    let text = place.join("بلاغ اجتماع.txt");
    assert_eq!(fs::read(&text).unwrap(), exported(&document, Channel::Txt, false));
    let long = place.join("بلاغ اجتماع - كامل للشبكات.txt");
    assert_eq!(fs::read(&long).unwrap(), exported(&document, Channel::Whatsapp, false));
    for ending in ["pdf", "docx"] {
        let file = place.join(format!("بلاغ اجتماع.{ending}"));
        let missing = format!("بلاغ اجتماع.{ending}");
        assert!(file.exists() || screen.has_words(&missing), "{ending} is there, or said not to be");
    }
    let log = place.join("سجل النشر.txt");
    let told = fs::read_to_string(&log).unwrap();
    // Beside what went where it names each file of the folder.
    let events = |log: &str| log.lines().filter(|line| !line.starts_with("+ ")).count();
    assert_eq!(events(&told), 2, "{told}");
    assert!(told.lines().any(|line| line == "+ بلاغ اجتماع.txt"), "{told}");
    assert!(told.contains("نسخ: البلاغ، واتساب") && told.contains("كتابة في مجلد النشر: البلاغ"), "{told}");
    // Once more: it is asked about, never written over unseen.
    fs::write(&text, "بخط اليد").unwrap();
    screen.click("إغلاق");
    screen.click("مجلد النشر");
    screen.wait(|screen| screen.has_words("موجود من قبل"));
    assert_eq!(fs::read_to_string(&text).unwrap(), "بخط اليد");
    screen.paint("publish-folder-there");
    screen.click("تحيينه");
    screen.wait(|screen| screen.has_words("كُتب مجلد النشر"));
    assert_eq!(fs::read(&text).unwrap(), exported(&document, Channel::Txt, false));
    let now = fs::read_to_string(&log).unwrap();
    assert!(now.starts_with(&told) && now.lines().count() == told.lines().count() + 1, "{now}");
    screen.click("إغلاق");
    screen.click("مجلد النشر");
    screen.wait(|screen| screen.has_words("موجود من قبل"));
    screen.click("مجلد جديد");
    screen.wait(|_| path.with_file_name("بلاغ اجتماع-2").join("سجل النشر.txt").exists());
}

#[test]
fn a_full_disk_leaves_no_half_folder_and_no_half_file() {
    let pieces = [
        Piece { folder: String::new(), name: "نص.txt".into(), bytes: vec![b'a'; 4000] },
        Piece { folder: "الصور".into(), name: "1.png".into(), bytes: vec![1; 4000] },
    ];
    let log = ("سجل.txt", "سطر\n");
    let beside = folder("publish-full");
    faults::none();
    let made = store::make_publishing_folder(&beside, "بلاغ", &pieces, log).unwrap();
    let calls = faults::calls();
    assert!(made.join("الصور/1.png").exists());
    for n in 1..=calls {
        let beside = folder(&format!("publish-full-{n}"));
        faults::at(n, Fault::Error(std::io::ErrorKind::StorageFull));
        let failed = store::make_publishing_folder(&beside, "بلاغ", &pieces, log);
        faults::none();
        assert!(matches!(failed, Err(SaveError::Full)), "{n}: {failed:?}");
        assert_eq!(fs::read_dir(&beside).unwrap().count(), 0, "{n}: something was left");
    }
    // Bringing it up to date: each file is the old one or the new one, and the log only grows.
    let newer = [Piece { bytes: vec![b'b'; 4000], ..pieces[0].clone() }];
    faults::none();
    store::update_publishing_folder(&made, &newer, &[], log).unwrap();
    let calls = faults::calls();
    for n in 1..=calls {
        faults::at(n, Fault::Error(std::io::ErrorKind::StorageFull));
        let _ = store::update_publishing_folder(&made, &pieces[..1], &[], log);
        faults::none();
        let text = fs::read(made.join("نص.txt")).unwrap();
        assert!(text.len() == 4000 && text.iter().all(|byte| *byte == text[0]), "{n}: half a file");
        let told = fs::read_to_string(made.join("سجل.txt")).unwrap();
        let is_whole = |line: &str| ["سطر", "+ نص.txt", "+ الصور/1.png", "- الصور/1.png"].contains(&line);
        assert!(told.lines().count() >= 2 && told.lines().all(is_whole), "{n}: {told}");
    }
    let place = folder("temporary");
    faults::at(2, Fault::Error(std::io::ErrorKind::StorageFull));
    assert!(store::write_temporary(&place, "pdf", &[1; 100]).is_err());
    faults::none();
    assert_eq!(fs::read_dir(&place).unwrap().count(), 0);
}

#[test]
fn a_file_that_cannot_be_written_is_told_of_and_can_go_elsewhere() {
    let (mut screen, path) = shown("publish-refused", &record());
    choose(&mut screen, "نص خالص");
    screen.click("حفظ كملف");
    let target = path.with_file_name("gone").join("x.txt");
    screen.give_path(&target);
    assert!(screen.has("المجلد غير موجود") || screen.has_words("المجلد"), "our own dialog says so");
    screen.press(Key::Escape);
    assert!(screen.has_words("النص كما سيُكتب"), "the screen is as it was");
}

/// A program of this name that keeps what it is given.
fn program(place: &Path, name: &str, works: bool) {
    use std::os::unix::fs::PermissionsExt;
    let kept = place.join("given.pdf");
    let script = format!("#!/bin/sh\ncp \"$1\" '{}'\nexit {}\n", kept.display(), i32::from(!works));
    let path = place.join(name);
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn paper_goes_to_the_printer_else_to_the_viewer_else_it_is_said() {
    let place = folder("publish-programs");
    let path = format!("{}:/bin:/usr/bin", place.display());
    let file = place.join("text.pdf");
    fs::write(&file, "%PDF").unwrap();
    let programs = |place: &Path| Programs::in_folders(place.as_os_str());
    assert_eq!(hand_over(&programs(&place), &file), None);
    program(&place, "xdg-open", true);
    assert_eq!(hand_over(&programs(&place), &file), Some(Handed::Viewer));
    program(&place, "lp", false);
    assert_eq!(hand_over(&programs(&place), &file), Some(Handed::Viewer), "a printer that is not there");
    program(&place, "lp", true);
    assert_eq!(hand_over(&programs(&place), &file), Some(Handed::Printer));
    assert_eq!(fs::read_to_string(place.join("given.pdf")).unwrap(), "%PDF");
    let _ = path;
    let none = folder("publish-no-programs");
    let (mut screen, _) = shown("publish-print", &record());
    let pdf = View::of(OutputKind::Communique);
    if export(&record(), &pdf, Options::default(), Format::Pdf).is_err() {
        println!("skipped: printing from the window, PDF is not written yet");
        return;
    }
    screen.app(move |app| app.prints_with(Programs::in_folders(none.as_os_str())));
    screen.click("طباعة");
    screen.wait(|screen| screen.has_words("لم يُعثر على طابعة"));
    let with = place.clone();
    screen.app(move |app| app.prints_with(Programs::in_folders(with.as_os_str())));
    screen.click("إعادة الطباعة");
    screen.wait(|screen| screen.has_words("أُرسل النص إلى الطابعة"));
    assert!(fs::read(place.join("given.pdf")).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn paper_bears_what_the_screen_shows_with_its_photos() {
    let mut document = record();
    let mut editor = Editor::new(document.clone(), 9);
    editor.run(Command::AddOutput(OutputKind::Minutes), &Moment::default()).unwrap();
    document = editor.document().clone();
    let annex = Kind::Annex(mahdar::document::Annex { file: "p.png".into() });
    let text = mahdar::document::RichText::plain("افتتاح الملتقى");
    let id = mahdar::document::BlockId(Id { session: 9, counter: 900 });
    let last = document.blocks().iter().last().unwrap().id;
    let block = Arc::new(mahdar::document::Block::new(id, annex, text));
    document.apply(Step::Insert { after: Some(last), block }).unwrap();
    let (mut screen, path) = shown("publish-paper", &document);
    let mut photo = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 99, 90]))
        .write_to(&mut photo, image::ImageFormat::Png)
        .unwrap();
    let photo = photo.into_inner();
    fs::write(path.with_file_name("p.png"), &photo).unwrap();
    let place = folder("publish-paper-programs");
    program(&place, "lp", true);
    let with = place.clone();
    screen.app(move |app| app.prints_with(Programs::in_folders(with.as_os_str())));
    // The minutes are what is edited, and newspapers are shown something else.
    screen.press(Key::F2);
    ready(&mut screen);
    for (name, channel) in
        [("الصحافة", Channel::Press), ("واتساب", Channel::Whatsapp), ("PDF للتوقيع", Channel::Pdf)]
    {
        choose(&mut screen, name);
        let _ = fs::remove_file(place.join("given.pdf"));
        screen.click("طباعة");
        screen.wait(|_| place.join("given.pdf").exists());
        screen.wait(|screen| screen.has_words("أُرسل النص إلى الطابعة"));
        let short = channel == Channel::Whatsapp;
        let view = Order { short, ..Order::whole(OutputKind::Minutes, channel) }.view();
        let images = [mahdar::export::Image { name: "p.png", bytes: &photo }];
        let options = Options { images: &images, today: Date::new(2026, 11, 14), ..Options::default() };
        let paper = export(&document, &view, options, Format::Pdf).unwrap().bytes;
        let bare = export(&document, &view, Options { images: &[], ..options }, Format::Pdf).unwrap().bytes;
        let given = fs::read(place.join("given.pdf")).unwrap();
        assert!(given == paper, "{name}: {} bytes, not {}", given.len(), paper.len());
        assert!(short || given != bare, "{name}: the photo is on it");
        screen.later(10.0);
    }
}

#[test]
fn a_text_is_not_saved_over_a_record() {
    let document = record();
    let (mut screen, path) = shown("publish-over", &document);
    let other = path.with_file_name("other.txt");
    fs::copy(&path, &other).unwrap();
    let before = fs::read(&path).unwrap();
    choose(&mut screen, "نص خالص");
    for target in [&path, &other, &path.with_file_name("new.mahdar")] {
        screen.click("حفظ كملف");
        for _ in 0..2 {
            screen.give_path(target);
            assert!(screen.has_words("هذا ملف وثيقة"), "{}", target.display());
        }
        screen.press(Key::Escape);
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read(&other).unwrap(), before);
    assert!(!path.with_file_name("new.mahdar").exists());
}

#[test]
fn a_letter_that_cannot_be_printed_is_named_and_leads_to_its_place() {
    let mut document = record();
    let third = document.blocks().get_at(3).unwrap().id;
    let insert = mahdar::document::RichText::plain("شركة 漢 ");
    document.apply(Step::Splice { at: Target::Block(third), start: 0, end: 0, insert }).unwrap();
    let (mut screen, path) = shown("publish-letter", &document);
    choose(&mut screen, "PDF للتوقيع");
    assert!(screen.has_words("حرف لا يُطبع: 漢") && screen.has_words("شركة 漢 حماية الموارد المائية"));
    assert!(!screen.has_words("no face"), "in the words of the window");
    screen.paint("publish-letter");
    let at = screen.place_with("حرف لا يُطبع: 漢 (U+6F22). ").center();
    screen.click_at(at);
    assert!(!screen.has("العودة إلى النص"), "the page is shown");
    assert_eq!(screen.caret().0, 4, "the caret stands at the letter");
    // The folder says the same of the paper it lacks.
    screen.press_with(CTRL, Key::E);
    ready(&mut screen);
    screen.click("مجلد النشر");
    screen.wait(|screen| screen.has_words("كُتب مجلد النشر"));
    assert!(screen.has_words("فيه الحرف «漢 (U+6F22)»"), "{:?}", screen.told_values());
    assert!(!screen.has_words("لم يُكتب شيء"), "the folder was written");
    assert!(path.with_file_name("بلاغ اجتماع").join("بلاغ اجتماع.docx").exists());
    // In a small window the cards are folded away: the words stand in the middle.
    let path = file("publish-letter-small", &document);
    let mut screen = Screen::sized(vec![path], false, Mode::Light, SMALL, 1.0);
    screen.press_with(CTRL, Key::E);
    ready(&mut screen);
    choose(&mut screen, "PDF للتوقيع");
    assert!(screen.has_words("الحرف «漢 (U+6F22)»") && screen.has_words("ووثيقتك كما هي"));
}

#[test]
fn a_picture_that_cannot_be_printed_is_named_and_a_folder_says_what_it_lacks() {
    let mut document = record();
    let annex = Kind::Annex(mahdar::document::Annex { file: "p.png".into() });
    let id = mahdar::document::BlockId(Id { session: 9, counter: 900 });
    let last = document.blocks().iter().last().unwrap().id;
    let text = mahdar::document::RichText::plain("افتتاح الملتقى");
    let block = Arc::new(mahdar::document::Block::new(id, annex, text));
    document.apply(Step::Insert { after: Some(last), block }).unwrap();
    let order = Order::whole(OutputKind::Communique, Channel::Pdf);
    for language in Spoken::ALL {
        let words = Words::new(language);
        let kept = match language {
            Spoken::Arabic => "وثيقتك كما هي",
            Spoken::French => "votre document est intact",
            Spoken::English => "your document is as it was",
        };
        for (name, place) in [("p.png", Some(Target::Block(id))), ("logo.png", None)] {
            let error = Error::Picture(name.into());
            let card = stopped_by(&document, order, &error, words).expect("a card");
            assert!(card.title.contains(name) && card.body.contains(kept), "{card:?}");
            assert_eq!(card.place.map(|place| place.target), place);
            assert!(lacking(&error, words).contains(name) && !lacking(&error, words).contains(kept));
        }
        for error in [Error::Picture("p.png".into()), Error::Letter { letter: "漢".into(), place: None }] {
            let (key, values) = failure(&error);
            let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.into())).collect();
            let said = words.with(key, &values);
            assert!(said.contains(kept) && !key.starts_with("export-"), "in the words of the window: {said}");
        }
    }
}

#[test]
fn a_picture_that_is_not_there_has_no_place_on_the_pages_shown() {
    let mut document = record();
    for counter in 900..906 {
        let annex = Kind::Annex(mahdar::document::Annex { file: format!("p{counter}.png") });
        let id = mahdar::document::BlockId(Id { session: 9, counter });
        let last = document.blocks().iter().last().unwrap().id;
        let text = mahdar::document::RichText::plain("صورة من الملتقى");
        let block = Arc::new(mahdar::document::Block::new(id, annex, text));
        document.apply(Step::Insert { after: Some(last), block }).unwrap();
    }
    let (mut screen, path) = shown("publish-no-photos", &document);
    choose(&mut screen, "PDF للتوقيع");
    assert!(screen.has_words("صفحة واحدة") && !screen.has_words("4 صفحات"));
    let photo = image::RgbImage::from_pixel(40, 30, image::Rgb([9, 99, 90]));
    for counter in 900..906 {
        photo.save(path.with_file_name(format!("p{counter}.png"))).unwrap();
    }
    choose(&mut screen, "واتساب");
    choose(&mut screen, "PDF للتوقيع");
    assert!(screen.has_words("4 صفحات") && !screen.has_words("صفحة واحدة"), "three on a sheet at most");
}

#[test]
fn files_of_words_say_that_their_lines_may_be_others() {
    let (mut screen, _) = shown("publish-lines", &record());
    for (channel, program) in [("DOCX", "Word"), ("ODT", "LibreOffice"), ("الصحافة", "Word")] {
        choose(&mut screen, channel);
        assert!(screen.has_words(&format!("للاطلاع: قد تختلف الأسطر في {program}")), "over the pages");
        assert!(screen.has_words(&format!("{program} يقسم أسطره وصفحاته بنفسه")), "and on a card");
    }
    screen.paint("publish-lines");
    choose(&mut screen, "PDF للتوقيع");
    assert!(screen.has_words("الصفحات كما ستُطبع") && !screen.has_words("للاطلاع"));
}

#[test]
fn what_was_published_is_listed_and_outlives_the_window() {
    let document = record();
    let (mut screen, path) = shown("publish-past", &document);
    screen.click("ما نُشر سابقا");
    assert!(screen.has_words("لم يُنسخ من هذه الوثيقة شيء بعد"));
    screen.click("تسجيل النشر");
    screen.press(Key::Enter);
    assert!(screen.has_words("سُجل النشر: البلاغ، واتساب"));
    assert!(screen.has_words("نشر: البلاغ، واتساب — "));
    screen.paint("publish-past");
    screen.quit();
    let folders = Folders::inside(&path.with_file_name("kept"));
    let mut screen = Screen::started(&folders, vec![path.clone()], Mode::Light, SIZE);
    timed(&mut screen);
    screen.press_with(CTRL, Key::E);
    assert!(screen.has_words("واتساب: نُشر"), "the row says it still");
    assert_eq!(
        fs::read(&path).unwrap(),
        store::write(&document).into_bytes(),
        "the record knows nothing of it"
    );
}

#[test]
fn a_publication_is_noted_with_its_link_which_is_opened_and_copied_later() {
    const LINK: &str = "https://atlas-biae.example/2026/11/ijtima3?id=7#bas";
    let document = record();
    let (mut screen, path) = shown("publish-link", &document);
    screen.click("تسجيل النشر");
    screen.paint("publish-noting");
    assert!(screen.has_words("رابط النص المنشور") && screen.has_words("تسجيل النشر: البلاغ، واتساب"));
    screen.type_words("صفحتنا على فيسبوك");
    screen.press(Key::Enter);
    screen.paint("publish-noting-wrong");
    assert!(screen.has_words("ليس هذا رابطا"), "a wrong link is told");
    assert!(!screen.has_words("سُجل النشر"), "and not noted");
    screen.press_with(CTRL, Key::A);
    screen.type_words(LINK);
    assert!(!screen.has_words("ليس هذا رابطا"), "until it is mended");
    screen.press(Key::Enter);
    assert!(screen.has_words("سُجل النشر: البلاغ، واتساب") && screen.has_words(LINK));
    screen.paint("publish-link");
    // It is there in another session, and in the log of the folder.
    screen.quit();
    let folders = Folders::inside(&path.with_file_name("kept"));
    let mut screen = Screen::started(&folders, vec![path.clone()], Mode::Light, SIZE);
    timed(&mut screen);
    screen.press_with(CTRL, Key::E);
    ready(&mut screen);
    screen.click("ما نُشر سابقا");
    assert!(screen.has_words(LINK));
    assert_eq!(screen.click_for("نسخ الرابط"), (Some(LINK.to_owned()), None));
    assert_eq!(screen.click_for("فتح الرابط"), (None, Some(LINK.to_owned())));
    screen.click("مجلد النشر");
    screen.wait(|screen| screen.has_words("كُتب مجلد النشر"));
    let log = path.with_file_name("بلاغ اجتماع").join("سجل النشر.txt");
    assert!(fs::read_to_string(log).unwrap().contains(LINK));
    // Escape notes nothing and leads back to the list of channels, then to the text.
    screen.click("تسجيل النشر");
    screen.press(Key::Escape);
    assert!(!screen.has_words("رابط النص المنشور") && screen.focused().unwrap().starts_with("واتساب"));
    // In a small window the panel opens for it.
    let mut screen = Screen::sized(vec![path], false, Mode::Light, SMALL, 1.0);
    screen.press_with(CTRL, Key::E);
    ready(&mut screen);
    screen.click("تسجيل النشر");
    screen.type_words("atlas.example/a");
    screen.paint("publish-noting-small");
    screen.press(Key::Enter);
    assert!(screen.has_words("https://atlas.example/a"), "the scheme of the web is the usual one");
}

#[test]
fn an_empty_text_is_told_in_words() {
    let document = Document::new(mahdar::document::RecordId(5));
    let (mut screen, _) = shown("publish-empty", &document);
    choose(&mut screen, "نص خالص");
    assert!(screen.has_words("لا عنوان ولا فقرة في هذا النص"));
}

#[test]
fn pictures() {
    let path = folder("publish-pictures").join("record.mahdar");
    store::save(&template::demo(), &path, None).unwrap();
    for (name, language, mode, size) in [
        ("light", Language::Arabic, Mode::Light, SIZE),
        ("dark", Language::Arabic, Mode::Dark, SIZE),
        ("french", Language::French, Mode::Light, SIZE),
        ("narrow", Language::Arabic, Mode::Light, SMALL),
        ("narrow-dark-french", Language::French, Mode::Dark, SMALL),
    ] {
        let mut screen = Screen::speaking(vec![path.clone()], language, mode, size);
        timed(&mut screen);
        let _copied = board(&mut screen);
        screen.press_with(CTRL, Key::E);
        screen.wait(|screen| !screen.has_words("préparation") && !screen.has_words("قيد الإعداد"));
        screen.rest();
        screen.frame(vec![Event::Copy]);
        screen.wait(|screen| screen.has_words("نُسخ نص") || screen.has_words("copié tel"));
        screen.later(1.0);
        screen.paint(&format!("publish-{name}"));
        if size == SMALL {
            screen.click(if language == Language::French {
                "Afficher ou masquer le panneau"
            } else {
                "إظهار اللوحة أو إخفاؤها"
            });
            screen.paint(&format!("publish-{name}-panel"));
        }
        screen.presses(Key::ArrowDown, 4);
        screen.wait(|screen| !screen.has_words("préparation") && !screen.has_words("قيد الإعداد"));
        screen.later(4.0);
        screen.paint(&format!("publish-{name}-pdf"));
        screen.press(Key::ArrowDown);
        screen.wait(|screen| !screen.has_words("préparation") && !screen.has_words("قيد الإعداد"));
        screen.rest();
        screen.paint(&format!("publish-{name}-review"));
        screen.press(Key::End);
        screen.press(Key::ArrowUp);
        screen.wait(|screen| screen.told_values().iter().any(|value| value.contains("<html")));
        screen.paint(&format!("publish-{name}-html"));
    }
}

#[test]
fn the_bar_keeps_its_switch_and_another_text_stays_on_the_screen() {
    let mut editor = Editor::new(record(), 9);
    editor.run(Command::AddOutput(OutputKind::Minutes), &Moment::default()).unwrap();
    let (mut screen, _) = shown("publish-switch", editor.document());
    screen.click("المحضر");
    ready(&mut screen);
    assert!(screen.has("العودة إلى النص"));
    assert_eq!(screen.open().output, OutputKind::Minutes);
    assert_eq!(screen.words().len(), 7);
    let _ = Modifiers::NONE;
}
