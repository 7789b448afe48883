//! Marks on the page and in the preview: none moves a letter, lines are whole, colours are read.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::{Color32, Event, Key, Modifiers, Rect, pos2};
use image::RgbaImage;

use mahdar::arabic::search::Manner;
use mahdar::check::{Certainty, Finding, Fix, What};
use mahdar::document::{
    Atom, Block, BlockId, Change, ChangeId, Colour, Comment, CommentId, Document, Entry, Field, Id, Kind,
    Language, Mark, Pending, Piece, Place, RichText, Stamp, Step, Target, VenueForm,
};
use mahdar::edit::{Command, Moment, Selection};
use mahdar::text::{Family, reach};
use mahdar::ui::page::Page;
use mahdar::ui::preview::Preview;
use mahdar::ui::sheet::{MARGIN, MEASURE, Sheet};
use mahdar::ui::theme::{Mode, Theme};
use mahdar::words::{self, Words};
use mahdar::workspace::Open;

use crate::easel::Easel;
use crate::screen::{CTRL, Screen, key_events, plain, written};

const WORDS: &str = "عقد المجلس الجهوي للجمعيات اجتماعا يوم السبت 14 نونبر 2026 (الصيغة PDF 1.7)، فيه صادق الأعضاء على جدول الأعمال بالإجماع، ثم رفعت الجلسة في حي الرياض.";
const SIZE: (f32, f32) = (760.0, 420.0);
/// Where the words of the page lie across a window of this size.
const TEXT: (f32, f32) = (20.0 + MARGIN, 20.0 + MARGIN + MEASURE);

fn block() -> BlockId {
    BlockId(Id { session: 0, counter: 100 })
}

fn change(counter: u32) -> ChangeId {
    ChangeId(Id { session: 3, counter })
}

fn remark() -> CommentId {
    CommentId(Id { session: 3, counter: 9 })
}

/// A record of one paragraph, with two suggestions and a remark that lie nowhere yet.
fn record(text: &str) -> Document {
    let mut document = written(&[plain(text)]);
    for (counter, author, at) in [(1, "حدو الخروبي", 1), (2, "هنية الدردار", 2)] {
        let entry = Change { author: author.into(), at: Stamp(at), pending: Pending::Text };
        document.apply(Step::Put(Entry::Change(change(counter), Some(Box::new(entry))))).unwrap();
    }
    let said = Comment {
        author: "هنية الدردار".into(),
        at: Stamp(3),
        text: "هل صادقوا؟".into(),
        quoted: String::new(),
        answers: None,
        resolved: None,
    };
    document.apply(Step::Put(Entry::Comment(remark(), Some(said)))).unwrap();
    document
}

fn range(text: &str, words: &str) -> Range<usize> {
    let start = text.find(words).unwrap();
    start..start + words.len()
}

fn marked(text: &str, marks: &[(Mark, &str)]) -> Document {
    let mut document = record(text);
    for (mark, words) in marks {
        let Range { start, end } = range(text, words);
        let (at, spans) = (Target::Block(block()), vec![(start, end)]);
        document.apply(Step::Mark { at, start, end, mark: *mark, spans }).unwrap();
    }
    document
}

/// The page of a record, drawn by itself.
struct Shown {
    easel: Easel,
    held: Rc<RefCell<(Page, Open)>>,
}

impl Shown {
    fn new(document: Document, mode: Mode) -> Self {
        Self::at(document, mode, SIZE, 1.0)
    }

    fn at(document: Document, mode: Mode, size: (f32, f32), scale: f32) -> Self {
        let held = Rc::new(RefCell::new((Page::default(), Open::from_record(document))));
        let drawn = Rc::clone(&held);
        let easel = Easel::new(mode, size, scale, move |ui, pen| {
            let (page, open) = &mut *drawn.borrow_mut();
            let view = ui.ctx().content_rect();
            let words = Words::new(words::Language::Arabic);
            page.show(ui, pen, open, words, &Moment::default(), view);
        });
        Self { easel, held }
    }

    fn of(marks: &[(Mark, &str)]) -> Self {
        Self::new(marked(WORDS, marks), Mode::Light)
    }

    fn act(&mut self, act: impl FnOnce(&mut Page, &mut Open)) -> &mut Self {
        {
            let (page, open) = &mut *self.held.borrow_mut();
            act(page, open);
        }
        self.easel.frame(Vec::new());
        self
    }

    fn select(&mut self, words: &str) -> &mut Self {
        self.act(|_, open| {
            let range = range(open.editor().document().blocks()[0].text.text(), words);
            let at = |offset| Place::new(Target::Block(block()), offset);
            let selection = Selection::new(at(range.start), at(range.end));
            open.run(Command::Select(selection), &Moment::default()).unwrap();
        })
    }

    fn find(&mut self, certainty: Certainty, words: &str) -> &mut Self {
        self.act(|page, open| {
            let document = open.editor().document();
            let (target, range) = (Target::Block(block()), range(document.blocks()[0].text.text(), words));
            let command =
                Command::Replace { target: target.clone(), range: range.clone(), text: "س".into() };
            let finding = Finding {
                place: Place::new(target, range.start),
                certainty,
                what: What::MissingDates,
                fixes: vec![Fix { key: "fix", command }],
            };
            page.note(document, &Arc::new(vec![finding]));
        })
    }

    fn letters(&self) -> BTreeSet<(i32, i32)> {
        self.easel.letters(TEXT.0, TEXT.1)
    }

    /// Where words lie in the window: each line of them, and its baseline.
    fn places(&self, words: &str) -> Vec<(Rect, f32)> {
        let (page, _) = &*self.held.borrow();
        let seen = page.sheet.seen.iter().find(|seen| seen.index == 1).unwrap();
        let laid = &page.sheet.laid[1];
        let layout = laid.layout.as_ref().unwrap();
        let rects = layout.rects(range(layout.text(), words));
        let place = |rect: &mahdar::text::Rect| {
            let line = layout.lines().iter().find(|line| (line.top - rect.top).abs() < 1.0).unwrap();
            let corner = seen.origin.to_vec2();
            let rect = Rect::from_min_max(pos2(rect.left, rect.top), pos2(rect.right, rect.bottom));
            (rect.translate(corner), seen.origin.y + line.baseline.round())
        };
        rects.iter().map(place).collect()
    }
}

/// How many pixels of exactly this colour there are in a part of a picture.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels on a screen")]
fn count(picture: &RgbaImage, colour: Color32, place: Rect) -> usize {
    let (xs, ys) = (place.left() as u32..place.right() as u32, place.top() as u32..place.bottom() as u32);
    let at = |x, y| picture.get_pixel(x, y).0 == colour.to_array();
    ys.flat_map(|y| xs.clone().map(move |x| (x, y))).filter(|(x, y)| at(*x, *y)).count()
}

const MARKS: [Mark; 9] = [
    Mark::Underline,
    Mark::Strike,
    Mark::Colour(Colour::Accent),
    Mark::Colour(Colour::Red),
    Mark::Colour(Colour::Grey),
    Mark::Language(Language::French),
    Mark::Inserted(ChangeId(Id { session: 3, counter: 1 })),
    Mark::Deleted(ChangeId(Id { session: 3, counter: 2 })),
    Mark::Remark(CommentId(Id { session: 3, counter: 9 })),
];

#[test]
fn no_mark_moves_a_letter() {
    let plain = Shown::of(&[]).letters();
    assert!(plain.len() > 400, "the letters are there: {}", plain.len());
    for mark in MARKS {
        // It begins and ends inside words.
        let marked = Shown::of(&[(mark, "جهوي للجمعيات اجتما"), (mark, "صيغة PDF 1.7)، فيه صاد")]);
        assert!(marked.letters() == plain, "{mark:?}");
    }
    for certainty in [Certainty::Error, Certainty::Warning, Certainty::Style] {
        assert!(Shown::of(&[]).find(certainty, "معيات اجتما").letters() == plain, "{certainty:?}");
    }
    assert!(Shown::of(&[]).select("معيات اجتما").letters() == plain, "the selection");
    let hits = |page: &mut Page, _: &mut Open| {
        page.looking.shown = true;
        page.looking.ask("معيات", Manner::default());
    };
    assert!(Shown::of(&[]).act(hits).letters() == plain, "a hit of a search");
    let bold = Shown::of(&[(Mark::Bold, "جهوي للجمعيات اجتما")]).letters();
    assert!(bold != plain, "bold letters are others, which shows that this test can fail");
}

#[test]
fn letters_join_across_the_ends_of_bold_words() {
    let mut sheet = Sheet::default();
    let mut glyphs = |marks: &[(Mark, &str)]| {
        let open = Open::from_record(marked("للجمعيات", marks));
        let mut pen = mahdar::ui::pen::Pen::new(Theme::LIGHT);
        sheet.sync(open.editor().document(), open.editor().state() + marks.len() as u64, open.output);
        sheet.look(Rect::from_min_max(pos2(0.0, 0.0), pos2(760.0, 400.0)), &mut pen, 1.0);
        let layout = sheet.laid[1].layout.as_ref().unwrap();
        let glyphs = layout.glyphs().map(|glyph| (glyph.font.file(), glyph.range.start));
        glyphs.collect::<Vec<_>>()
    };
    let (plain, bold) = (glyphs(&[]), glyphs(&[(Mark::Bold, "معيات")]));
    let heavy = bold.iter().filter(|(file, _)| file.contains("Bold"));
    let heavy = heavy.map(|(_, start)| start).collect::<BTreeSet<_>>().len();
    assert_eq!(bold.len(), plain.len(), "the same shapes, joined or not");
    assert_eq!(heavy, 5, "the letters that are marked, and no other");
}

/// A row of a picture as a height.
fn across(row: u32) -> f32 {
    f32::from(u16::try_from(row).unwrap())
}

/// The rows of a picture in which all pixels between two edges have this colour.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels on a screen")]
fn full_rows(picture: &RgbaImage, colour: Color32, (left, right): (f32, f32)) -> Vec<u32> {
    let full = |y: &u32| {
        (left.round() as u32..right.round() as u32).all(|x| picture.get_pixel(x, *y).0 == colour.to_array())
    };
    (0..picture.height()).filter(full).collect()
}

#[test]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels on a screen")]
fn an_underline_is_whole_below_the_lowest_letter_and_at_one_height() {
    let text = "في حي الرياض جرى جمع الحج بخطى (PDF) وحُسم الأمر في ذي القعدة";
    let mut under =
        Shown::new(marked(text, &[(Mark::Underline, text), (Mark::Bold, "الحج بخطى")]), Mode::Light);
    let mut without = Shown::new(marked(text, &[(Mark::Bold, "الحج بخطى")]), Mode::Light);
    let (with, without) = (under.easel.picture(), without.easel.picture());
    let places = under.places(text);
    let [(place, baseline)] = places.as_slice() else { panic!("one line") };
    let rows = full_rows(&with, Theme::LIGHT.ink, (place.left(), place.right()));
    let below = 18.0 * (reach(Family::Naskh).below + 1.0 / 18.0);
    assert_eq!(rows, [(baseline + below).ceil() as u32], "one whole row, an eighteenth of an em below");
    // Between the lowest ink of the line and the underline a row is free; the underline itself is cut by nothing.
    let sheet = Theme::LIGHT.sheet.to_array();
    let inked =
        |y: u32| (place.left() as u32..place.right() as u32).any(|x| without.get_pixel(x, y).0 != sheet);
    let lowest = (place.top() as u32..place.bottom() as u32).filter(|y| inked(*y)).max().unwrap();
    println!("underline: row {}, lowest ink {lowest}, baseline {baseline}", rows[0]);
    assert!(lowest + 1 < rows[0], "{lowest} and {}", rows[0]);
}

#[test]
fn the_lowest_ink_is_that_of_the_fonts() {
    for (family, below, body) in
        [(Family::Ui, 0.460, 0.47), (Family::Naskh, 0.434, 0.40), (Family::Amiri, 0.557, 0.39)]
    {
        let reach = reach(family);
        assert!((reach.below - below).abs() < 0.01, "{family:?}: {reach:?}");
        assert!((reach.body - body).abs() < 0.02, "{family:?}: {reach:?}");
    }
}

#[test]
fn a_stroke_runs_through_the_middle_of_the_letters() {
    let words = "للجمعيات اجتماعا";
    let mut shown = Shown::of(&[(Mark::Strike, words)]);
    let (place, baseline) = shown.places(words)[0];
    let picture = shown.easel.picture();
    let rows = full_rows(&picture, Theme::LIGHT.ink, (place.left() + 1.0, place.right() - 1.0));
    let up: Vec<f32> = rows.iter().map(|row| baseline - (across(*row) + 0.5)).collect();
    let middle = 18.0 * reach(Family::Naskh).body / 2.0;
    assert_eq!(up.len(), 1, "a whole row and a paler one: {up:?}");
    assert!((up[0] - middle).abs() < 1.0, "{} and {middle}", up[0]);
}

#[test]
fn a_colour_that_begins_inside_a_word_takes_the_whole_word() {
    let (inside, word, beside) = ("معيات اجت", "للجمعيات اجتماعا", "الجهوي");
    for (mode, theme) in [(Mode::Light, Theme::LIGHT), (Mode::Dark, Theme::DARK)] {
        for (colour, ink) in
            [(Colour::Accent, theme.accent), (Colour::Red, theme.error), (Colour::Grey, theme.ink3)]
        {
            let mut shown = Shown::new(marked(WORDS, &[(Mark::Colour(colour), inside)]), mode);
            let picture = shown.easel.picture();
            let (place, _) = shown.places(word)[0];
            assert!(count(&picture, ink, place) > 10, "{mode:?} {colour:?}: the words are coloured");
            assert_eq!(
                count(&picture, theme.ink, place.shrink2([2.0, 0.0].into())),
                0,
                "and nothing is left"
            );
            let (place, _) = shown.places(beside)[0];
            assert_eq!(count(&picture, ink, place.shrink2([2.0, 0.0].into())), 0, "nor others coloured");
            assert!(count(&picture, theme.ink, place) > 5);
        }
    }
}

#[test]
fn selected_and_found_words_are_ink_whatever_their_colour() {
    let word = "للجمعيات";
    let theme = Theme::LIGHT;
    let mut shown = Shown::of(&[(Mark::Colour(Colour::Red), word), (Mark::Remark(remark()), word)]);
    let (place, _) = shown.places(word)[0];
    let picture = shown.select(word).easel.picture();
    assert_eq!(count(&picture, theme.error, place), 0);
    assert!(count(&picture, theme.selection, place) > 200, "the selection lies over every fill");
    let caret = |page: &mut Page, open: &mut Open| {
        let start = Selection::caret(Place::new(Target::Block(block()), 0));
        open.run(Command::Select(start), &Moment::default()).unwrap();
        page.looking.shown = true;
        page.looking.ask(word, Manner::default());
    };
    let picture = shown.act(caret).easel.picture();
    assert_eq!(count(&picture, theme.error, place), 0);
    assert!(count(&picture, theme.search, place) > 200, "the fill of a search");
}

#[test]
fn a_finding_in_underlined_words_is_drawn_under_the_underline() {
    let word = "للجمعيات";
    let theme = Theme::LIGHT;
    for (certainty, ink) in [
        (Certainty::Error, theme.error),
        (Certainty::Warning, theme.warning),
        (Certainty::Style, theme.finding),
    ] {
        let mut shown = Shown::of(&[(Mark::Underline, word)]);
        let (place, baseline) = shown.places(word)[0];
        let picture = shown.find(certainty, word).easel.picture();
        let rows = full_rows(&picture, theme.ink, (place.left(), place.right()));
        assert_eq!(rows.len(), 1, "{certainty:?}: the underline is whole");
        let lower = Rect::from_min_max(
            pos2(place.left(), across(rows[0]) + 1.0),
            pos2(place.right(), baseline + 18.0),
        );
        let near = |x: u32, y: u32| {
            let [r, g, b, _] = picture.get_pixel(x, y).0;
            r.abs_diff(ink.r()) < 90 && g.abs_diff(ink.g()) < 90 && b.abs_diff(ink.b()) < 90
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels on a screen")]
        let (xs, ys) = (lower.left() as u32..lower.right() as u32, lower.top() as u32..lower.bottom() as u32);
        let drawn = ys.flat_map(|y| xs.clone().map(move |x| (x, y))).filter(|(x, y)| near(*x, *y)).count();
        assert!(drawn > 8, "{certainty:?}: {drawn}");
    }
}

#[test]
fn paragraphs_are_drawn_anew_only_where_something_changed() {
    let mut shown = Shown::of(&[(Mark::Underline, "للجمعيات"), (Mark::Colour(Colour::Red), "اجتماعا")]);
    let drawings = |shown: &mut Shown| shown.easel.pen(|pen| pen.atlas.drawings());
    let before = drawings(&mut shown);
    for _ in 0..10 {
        shown.easel.step();
    }
    assert_eq!(drawings(&mut shown), before, "nothing changed");
    shown.act(|_, open| {
        let end = Selection::caret(Place::new(Target::Block(block()), WORDS.len()));
        open.run(Command::Select(end), &Moment::default()).unwrap();
        open.run(Command::Type("و".into()), &Moment::default()).unwrap();
    });
    assert_eq!(drawings(&mut shown), before + 1, "one key: one paragraph");
    let before = drawings(&mut shown);
    shown.select("المجلس");
    assert_eq!(drawings(&mut shown), before, "a selection of plain words draws no letter anew");
}

#[test]
fn marks_are_given_by_keys_and_menus() {
    let mut screen = Screen::page("marks-keys", &["محضر اجتماع عاد"]);
    let marks = |screen: &Screen| -> Vec<Mark> {
        screen.document().blocks()[0].text.marks().iter().map(|marked| marked.mark).collect()
    };
    screen.press_with(CTRL, Key::A);
    screen.press_with(CTRL, Key::B);
    screen.press_with(CTRL, Key::U);
    screen.press_with(Modifiers::ALT | Modifiers::SHIFT, Key::Num5);
    assert_eq!(marks(&screen), [Mark::Bold, Mark::Underline, Mark::Strike]);
    // A keyboard also types the sign that stands on the digit.
    for found in [vec![Mark::Bold, Mark::Underline], vec![Mark::Bold, Mark::Underline, Mark::Strike]] {
        let mut events = key_events(Modifiers::ALT | Modifiers::SHIFT, Key::Num5);
        events.insert(2, Event::Text("%".into()));
        screen.frame(events);
        assert_eq!(marks(&screen), found);
        assert_eq!(screen.words()[0], "محضر اجتماع عاد");
    }
    screen.press_with(CTRL, Key::U);
    assert_eq!(marks(&screen), [Mark::Bold, Mark::Strike]);
    for (words, colour) in [("أحمر", Colour::Red), ("رمادي", Colour::Grey), ("مميز", Colour::Accent)]
    {
        screen.click("تنسيق");
        screen.click("لون النص");
        screen.click_words(words);
        assert_eq!(marks(&screen), [Mark::Bold, Mark::Strike, Mark::Colour(colour)]);
    }
    screen.press_with(CTRL, Key::K);
    screen.type_words("شطب");
    screen.press(Key::Enter);
    assert_eq!(marks(&screen), [Mark::Bold, Mark::Colour(Colour::Accent)]);
    screen.click("تنسيق");
    screen.click("لون النص");
    screen.paint("marks-menu");
    screen.press(Key::Escape);
    screen.press(Key::Escape);
    // By keys alone: the letters of the line, into its menu, the letters of the colour.
    screen.click("تنسيق");
    screen.type_words("لون");
    screen.press(Key::ArrowLeft);
    screen.type_words("رم");
    screen.press(Key::Enter);
    assert_eq!(marks(&screen), [Mark::Bold, Mark::Colour(Colour::Grey)]);
}

/// Every mark that a paragraph can carry, several on one word too.
fn all_marks() -> Document {
    let text = "عقد المجلس اجتماعا يوم السبت، وصادق الأعضاء بالإجماع على جدول الأعمال في حي الرياض؛ ثم تُدارست حصيلة الجمعيات إلى سنة 2027 متم شهر مارس 2027، ونوه الحاضرون بجهود اللجان والتعاونيات (PDF 1.7) في مجال حماية الفرشة المائية، ورفعت الجلسة.";
    let mut document = marked(
        text,
        &[
            (Mark::Bold, "المجلس"),
            (Mark::Underline, "اجتماعا يوم"),
            (Mark::Underline, "في حي الرياض"),
            (Mark::Bold, "حي"),
            (Mark::Strike, "وصادق الأعضاء"),
            (Mark::Colour(Colour::Red), "جماع على جد"),
            (Mark::Underline, "جدول الأعمال"),
            (Mark::Colour(Colour::Accent), "الجمعيات"),
            (Mark::Colour(Colour::Grey), "حصيلة"),
            (Mark::Strike, "حصيلة"),
            (Mark::Deleted(change(1)), "سنة 2027 "),
            (Mark::Inserted(change(1)), "متم شهر مارس 2027"),
            (Mark::Inserted(change(2)), "والتعاونيات"),
            (Mark::Underline, "والتعاونيات (PDF 1.7)"),
            (Mark::Remark(remark()), "حماية الفرشة المائية"),
        ],
    );
    let field = RichText::from_pieces([
        Piece::Text("انعقد الاجتماع ".into()),
        Piece::Field(Atom::Venue(VenueForm::At)),
        Piece::Text(" يوم السبت، وفيه صادق ".into()),
        Piece::Marked(vec![Mark::Underline], "الأعضاء".into()),
        Piece::Text(" على ما يلي.".into()),
    ]);
    let second = Block::new(BlockId(Id { session: 0, counter: 101 }), Kind::default(), field.unwrap());
    document.apply(Step::Insert { after: Some(block()), block: Arc::new(second) }).unwrap();
    document
}

#[test]
fn pictures_of_all_marks() {
    for mode in [Mode::Light, Mode::Dark] {
        for scale in [1.0, 1.25, 2.0] {
            let mut shown = Shown::at(all_marks(), mode, SIZE, scale);
            shown.find(Certainty::Error, "الأعمال").act(|page, _| {
                page.looking.shown = true;
                page.looking.ask("بجهود اللجان", Manner::default());
            });
            shown.easel.paint(&format!("marks-{mode:?}-{scale}").to_lowercase());
            if scale < 1.1 {
                shown.select("جدول الأعمال في حي الرياض؛ ثم تُدارست حصيلة الجمعيات إلى سنة");
                shown.easel.paint(&format!("marks-selected-{mode:?}").to_lowercase());
            }
        }
    }
}

#[test]
fn pictures_of_a_record_that_is_read_from_the_left() {
    let text = "Réuni le samedi 14 novembre, le bureau a adopté l’ordre du jour à l’unanimité, puis examiné le bilan.";
    for mode in [Mode::Light, Mode::Dark] {
        let mut document = marked(
            text,
            &[
                (Mark::Bold, "samedi"),
                (Mark::Underline, "le bureau a adopté"),
                (Mark::Colour(Colour::Red), "rdre du jour"),
                (Mark::Deleted(change(1)), "à l’unanimité"),
                (Mark::Inserted(change(2)), "examiné"),
                (Mark::Remark(remark()), "le bilan"),
            ],
        );
        document.apply(Step::SetField(Field::Language(Language::French))).unwrap();
        let mut shown = Shown::new(document, mode);
        shown.find(Certainty::Style, "bureau");
        let margin = TEXT.1 + 6.0..SIZE.0;
        let named = shown.easel.letters(margin.start, margin.end);
        assert!(!named.is_empty(), "the authors are named at the end of the lines");
        shown.easel.paint(&format!("marks-french-{mode:?}").to_lowercase());
    }
}

#[test]
fn pictures_of_all_marks_in_the_preview() {
    for mode in [Mode::Light, Mode::Dark] {
        let open = RefCell::new((Preview::waiting(), Open::from_record(all_marks())));
        let mut easel = Easel::new(mode, (800.0, 690.0), 1.0, move |ui, pen| {
            let (preview, open) = &mut *open.borrow_mut();
            let view = ui.ctx().content_rect();
            preview.show(ui, pen, open, Words::new(words::Language::Arabic), view);
        });
        easel.paint(&format!("marks-preview-{mode:?}").to_lowercase());
        let before = easel.pen(|pen| pen.atlas.drawings());
        easel.step();
        assert_eq!(easel.pen(|pen| pen.atlas.drawings()), before, "nothing changed");
        let events = key_events(Modifiers::NONE, Key::PageDown);
        easel.frame(events);
        easel.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        assert!(easel.pen(|pen| pen.atlas.drawings()) > before, "what moved is drawn where it is now");
    }
}

#[test]
fn a_colour_is_printed_in_the_preview_and_a_remark_is_not() {
    let of = |marks: &[(Mark, &str)]| {
        let open = RefCell::new((Preview::waiting(), Open::from_record(marked(WORDS, marks))));
        let mut easel = Easel::new(Mode::Light, (800.0, 690.0), 1.0, move |ui, pen| {
            let (preview, open) = &mut *open.borrow_mut();
            let view = ui.ctx().content_rect();
            preview.show(ui, pen, open, Words::new(words::Language::Arabic), view);
        });
        let (letters, picture) = (easel.letters(0.0, 800.0), easel.picture());
        (
            letters,
            count(&picture, Theme::LIGHT.error, Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 690.0))),
            picture,
        )
    };
    let (plain, none, picture) = of(&[]);
    assert_eq!(none, 0);
    for mark in [Mark::Underline, Mark::Strike, Mark::Colour(Colour::Red)] {
        let (letters, red, other) = of(&[(mark, "للجمعيات")]);
        assert!(letters == plain, "{mark:?} moves no letter");
        assert!(other != picture, "{mark:?} is seen");
        assert_eq!(red > 20, mark == Mark::Colour(Colour::Red), "{mark:?}: {red}");
    }
    let (_, _, other) = of(&[(Mark::Remark(remark()), "للجمعيات")]);
    assert!(other == picture, "a remark is not part of a text that goes out");
}
