//! What a screen reader is told of the texts of the window and does to them, and what is said aloud.

use eframe::egui::accesskit::{
    Action, ActionData, ActionRequest, Live, NodeId, Role, TextDirection, TextPosition, TextSelection, TreeId,
};
use eframe::egui::{Event, Id, Key, Modifiers};
use egui_kittest::kittest::AccessKitNode;
use mahdar::document::Kind;
use mahdar::text::{Affinity, Align, Base, Caret, Engine, Paragraph};
use mahdar::ui::access::Runs;
use mahdar::ui::theme::Face;

use crate::screen::{CTRL, Screen, folder, plain, written};

const LONG: &str = "يهم برنامج العمل القانون رقم 29.11 (الصيغة PDF 1.7) كما صادق عليه المجلس في دورته العادية، \
                    ويشمل ستة مشاريع في ثلاث جماعات، منها مشروع Smart City الذي بدأ سنة 2024 وينتهي سنة 2027.";

fn all<'a>(node: AccessKitNode<'a>, found: &mut Vec<AccessKitNode<'a>>) {
    found.push(node);
    for child in node.children() {
        all(child, found);
    }
}

fn nodes(screen: &Screen) -> Vec<AccessKitNode<'_>> {
    let mut found = Vec::new();
    all(screen.told(), &mut found);
    found
}

fn page(screen: &Screen) -> AccessKitNode<'_> {
    nodes(screen).into_iter().find(|node| node.role() == Role::MultilineTextInput).expect("the page is told")
}

fn runs(of: AccessKitNode<'_>) -> Vec<AccessKitNode<'_>> {
    let mut found = Vec::new();
    all(of, &mut found);
    found.retain(|node| node.role() == Role::TextRun);
    found
}

fn text(of: AccessKitNode<'_>) -> String {
    of.document_range().text()
}

/// The text with the caret in it, as it is told.
fn told(of: AccessKitNode<'_>) -> String {
    let selection = of.text_selection().expect("a selection is told");
    let (start, end) = (selection.start().to_global_usv_index(), selection.end().to_global_usv_index());
    let words: Vec<char> = text(of).chars().collect();
    let part = |range: std::ops::Range<usize>| words[range].iter().collect::<String>();
    if start == end {
        format!("{}|{}", part(0..start), part(start..words.len()))
    } else {
        format!("{}[{}]{}", part(0..start), part(start..end), part(end..words.len()))
    }
}

fn ask(screen: &mut Screen, target_node: NodeId, action: Action, data: ActionData) {
    let request = ActionRequest { action, target_tree: TreeId::ROOT, target_node, data: Some(data) };
    screen.frame(vec![Event::AccessKitActionRequest(request)]);
    screen.rest();
}

fn local(node: AccessKitNode<'_>) -> NodeId {
    node.locate().0
}

/// Selects what lies between two places of a text, counted in characters.
fn select(screen: &mut Screen, of: fn(&Screen) -> AccessKitNode<'_>, from: usize, to: usize) {
    let node = of(screen);
    let at = |index| node.text_position_from_global_usv_index(index).expect("inside").to_raw();
    let selection = TextSelection { anchor: at(from), focus: at(to) };
    let target = local(node);
    ask(screen, target, Action::SetTextSelection, ActionData::SetTextSelection(selection));
}

fn here(screen: &Screen) -> (usize, usize) {
    screen.caret()
}

#[test]
fn the_page_is_told_as_one_text_with_a_run_for_each_line_and_direction() {
    let screen = Screen::page("told", &[LONG, "", "فقرة أخيرة."]);
    let page = page(&screen);
    assert_eq!(text(page), format!("بلاغ اجتماع\n{LONG}\n\nفقرة أخيرة."));
    let runs = runs(page);
    let of = |words: &str| {
        let all: Vec<_> = runs.iter().filter(|run| run.raw_value().unwrap().contains(words)).collect();
        assert_eq!(all.len(), 1, "«{words}» is in one run");
        *all[0]
    };
    assert_eq!(of("29.11").data().text_direction(), Some(TextDirection::LeftToRight));
    assert_eq!(of("PDF").data().text_direction(), Some(TextDirection::LeftToRight));
    assert_eq!(of("برنامج").data().text_direction(), Some(TextDirection::RightToLeft));
    let paper = page.bounding_box().unwrap();
    for run in &runs {
        let (value, lengths) = (run.raw_value().unwrap(), run.data().character_lengths());
        assert_eq!(lengths.iter().map(|length| usize::from(*length)).sum::<usize>(), value.len(), "{value}");
        let (positions, widths) =
            (run.data().character_positions().unwrap(), run.data().character_widths().unwrap());
        assert_eq!((positions.len(), widths.len()), (lengths.len(), lengths.len()), "{value}");
        assert!(positions.is_sorted(), "{value}: {positions:?}");
        let edges = run.bounding_box().unwrap();
        let wide = edges.x1 - edges.x0;
        let end = f64::from(positions.last().unwrap_or(&0.0) + widths.last().unwrap_or(&0.0));
        assert!((end - wide).abs() < 0.5, "{value}: {end} of {wide}");
        assert!(edges.x0 >= paper.x0 && edges.x1 <= paper.x1, "{value}");
    }
    // What is on one line is held together by its links, and read in the order of its words.
    let first = of("يهم");
    let line: Vec<_> = std::iter::successors(Some(first), |run| {
        let next = run.data().next_on_line()?;
        runs.iter().find(|run| local(**run) == next).copied()
    })
    .collect();
    assert!(line.len() >= 3, "the first line has words, a number, words");
    let top = first.bounding_box().unwrap().y0;
    assert!(line.iter().all(|run| (run.bounding_box().unwrap().y0 - top).abs() < 0.1));
}

#[test]
fn letters_are_told_where_they_are_drawn() {
    let screen = Screen::page("told-places", &[LONG]);
    let page = page(&screen);
    let start = "بلاغ اجتماع\n".chars().count();
    for (index, (offset, c)) in LONG.char_indices().enumerate() {
        let from = page.text_position_from_global_usv_index(start + index).unwrap();
        let mut range = from.to_degenerate_range();
        range.set_end(from.forward_to_character_end());
        let boxes = range.bounding_boxes();
        let [edges] = boxes.as_slice() else { panic!("«{c}» is in {boxes:?}") };
        let caret = screen.point(1, offset);
        let near = [edges.x0, edges.x1].into_iter().map(|x| (x - f64::from(caret.x)).abs());
        assert!(near.fold(f64::MAX, f64::min) < 1.0, "{index} «{c}»: {edges:?}, the caret {caret:?}");
        assert!(edges.y0 < f64::from(caret.y) && edges.y1 > f64::from(caret.y), "{index} «{c}»");
    }
}

#[test]
fn the_caret_and_the_selection_are_told_as_they_move() {
    let mut screen = Screen::page("told-caret", &["أما بعد"]);
    screen.press_with(CTRL, Key::End);
    assert_eq!(told(page(&screen)), "بلاغ اجتماع\nأما بعد|");
    screen.type_words("ُ فإن");
    assert_eq!(told(page(&screen)), "بلاغ اجتماع\nأما بعدُ فإن|");
    screen.press(Key::ArrowRight);
    assert_eq!(told(page(&screen)), "بلاغ اجتماع\nأما بعدُ فإ|ن");
    screen.press_with(CTRL.plus(Modifiers::SHIFT), Key::ArrowRight);
    assert_eq!(told(page(&screen)), "بلاغ اجتماع\nأما بعدُ [فإ]ن");
    screen.press_with(CTRL, Key::A);
    assert_eq!(told(page(&screen)), "[بلاغ اجتماع\nأما بعدُ فإن]");
}

#[test]
fn a_screen_reader_moves_the_caret_to_every_place_and_is_told_of_it_there() {
    let mut screen = Screen::page("told-set", &[LONG, "", "واحد لا إله ثلاثة"]);
    let words: Vec<char> = text(page(&screen)).chars().collect();
    for at in (0..words.len()).step_by(7).chain([words.len()]) {
        select(&mut screen, page, at, at);
        let now = page(&screen).text_selection_focus().unwrap().to_global_usv_index();
        assert_eq!(now, at, "{:?}", told(page(&screen)));
        let text: String = words[..at].iter().collect();
        let paragraph = text.matches('\n').count();
        let offset = text.rsplit('\n').next().unwrap().len();
        assert_eq!(here(&screen), (paragraph, offset), "at {at}");
    }
}

#[test]
fn a_screen_reader_selects_over_paragraphs_and_types_over_what_it_selected() {
    let mut screen = Screen::page("told-over", &["الفقرة الأولى", "الفقرة الثانية"]);
    select(&mut screen, page, 19, 33);
    assert_eq!(told(page(&screen)), "بلاغ اجتماع\nالفقرة [الأولى\nالفقرة ]الثانية");
    let target = local(page(&screen));
    ask(&mut screen, target, Action::ReplaceSelectedText, ActionData::Value("هي ".into()));
    assert_eq!(screen.words(), ["الفقرة هي الثانية"]);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.words(), ["الفقرة الأولى", "الفقرة الثانية"], "as any change, it can be taken back");
}

#[test]
fn paragraphs_keep_their_names_while_others_change() {
    let mut screen = Screen::page("told-names", &["الأولى", "الثانية", "الثالثة"]);
    let ids = |screen: &Screen, words: &str| -> Vec<NodeId> {
        let paragraph = page(screen).children().find(|node| node.label().is_some_and(|l| l.contains(words)));
        let paragraph = paragraph.unwrap();
        std::iter::once(local(paragraph)).chain(runs(paragraph).into_iter().map(local)).collect()
    };
    let (first, third) = (ids(&screen, "الأولى"), ids(&screen, "الثالثة"));
    select(&mut screen, page, 26, 26);
    screen.press(Key::Enter);
    screen.type_words("جديد");
    assert_eq!(screen.words().len(), 4);
    assert_eq!(ids(&screen, "الأولى"), first);
    assert_eq!(ids(&screen, "الثالثة"), third);
}

#[test]
fn headings_recommendations_and_their_numbers_are_told() {
    let blocks = [
        (Kind::Heading(1), "السياق"),
        plain("تذكير."),
        (Kind::recommendation(2), "توسيع الشبكة"),
        (Kind::recommendation(2), "صيانة الطرق"),
    ];
    let screen = Screen::with("told-kinds", &written(&blocks));
    let page = page(&screen);
    let paragraphs: Vec<_> = page.children().collect();
    let seen: Vec<_> = paragraphs.iter().map(|node| (node.role(), node.level())).collect();
    assert_eq!(
        seen,
        [
            (Role::Heading, Some(0)),
            (Role::Heading, Some(1)),
            (Role::Paragraph, None),
            (Role::ListItem, Some(1)),
            (Role::ListItem, Some(1)),
        ]
    );
    let second = paragraphs[4].label().unwrap();
    assert!(second == "ب- صيانة الطرق", "{second}");
    let words = text(page);
    assert!(words.ends_with(&second), "its number is read with its words: {words}");
}

#[test]
fn a_caret_set_on_a_number_stands_behind_it() {
    let blocks = [(Kind::recommendation(2), "توسيع الشبكة")];
    let mut screen = Screen::with("told-number", &written(&blocks));
    let start = "بلاغ اجتماع\n".chars().count();
    select(&mut screen, page, start, start);
    assert_eq!(here(&screen), (1, 0));
    screen.type_words("أ");
    assert_eq!(screen.words(), ["أتوسيع الشبكة"]);
}

#[test]
fn no_run_is_too_long_and_no_letter_too_high() {
    let many = "كلمةطويلةلافراغفيها".repeat(90);
    let screen = Screen::page("told-long", &[&many]);
    let page = page(&screen);
    assert!(runs(page).iter().all(|run| run.data().character_lengths().len() <= 255));
    assert!(text(page).contains(&many));
    // No record holds so many marks on a letter, but the words of a field may.
    let high = format!("ب{}ت", "\u{64e}".repeat(600));
    let paragraph = Paragraph {
        text: &high,
        base: Base::Rtl,
        language: "ar-MA",
        style: Face::Base.style(1.0),
        spans: &[],
        keep: &[],
        isolates: &[],
    };
    let layout = Engine::new().layout(&paragraph, None, Align::Start);
    let runs = Runs::new(Id::unique("high"), &layout, 0..1, 1.0, None, false, &[]);
    let lengths: Vec<u8> = runs.nodes().flat_map(|(_, node)| node.character_lengths().to_vec()).collect();
    assert_eq!(lengths, [254, 254, 254, 254, 186, 2]);
    for offset in [0, 2, 700, 1202, 1204] {
        let caret = Caret { offset, affinity: Affinity::Upstream };
        let back = runs.caret(runs.position(caret).unwrap()).unwrap().0.offset;
        assert!(back.abs_diff(offset) < 254, "{offset}: {back}");
    }
}

#[test]
fn of_a_paragraph_of_thousands_of_lines_those_in_view_are_told() {
    let words = "كلمة وأخرى تتبعها ثالثة ورابعة. ".repeat(4_000);
    let mut screen = Screen::page("told-endless", &[&words]);
    let count = runs(page(&screen)).len();
    assert!(count < 300, "{count} runs");
    screen.press_with(CTRL, Key::End);
    let page = page(&screen);
    assert!(text(page).trim_end().ends_with("ورابعة."));
    let caret = page.text_selection_focus().unwrap();
    assert!(caret.is_document_end(), "the caret is told at the end");
}

#[test]
fn a_caret_out_of_view_is_told_where_it_is() {
    let paragraphs: Vec<String> = (0..80).map(|n| format!("الفقرة {n}")).collect();
    let all: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let mut screen = Screen::page("told-far", &all);
    screen.press_with(CTRL, Key::Home);
    screen.wheel(3_000.0);
    let words = told(page(&screen));
    assert!(words.starts_with("|بلاغ اجتماع\n"), "{words}");
    assert!(!words.contains("الفقرة 0\n"), "what is not in view is not told");
}

#[test]
fn where_nobody_listens_nothing_is_worked_out() {
    let path = folder("unheard").join("record.mahdar");
    mahdar::store::save(&written(&[plain(LONG)]), &path, None).unwrap();
    let ctx = eframe::egui::Context::default();
    let mut pen = mahdar::ui::pen::Pen::new(mahdar::ui::theme::Theme::LIGHT);
    ctx.set_fonts(mahdar::ui::pen::fonts());
    let mut open = mahdar::workspace::Open::from_file(&path).unwrap();
    let mut page = mahdar::ui::page::Page::default();
    let words = mahdar::words::Words::default();
    let moment = mahdar::edit::Moment::default();
    let mut frame = |page: &mut mahdar::ui::page::Page| {
        let mut output = ctx.run_ui(eframe::egui::RawInput::default(), |ui| {
            let view = ui.ctx().content_rect();
            page.show(ui, &mut pen, &mut open, words, &moment, view);
        });
        output.textures_delta.clear();
    };
    frame(&mut page);
    assert!(!page.sheet.seen.is_empty() && page.sheet.laid.iter().all(|laid| laid.said.is_none()));
    ctx.enable_accesskit();
    frame(&mut page);
    assert!(page.sheet.laid.iter().all(|laid| laid.said.is_some()));
    let mut cost = |listened: bool| {
        if listened {
            ctx.enable_accesskit();
        } else {
            ctx.disable_accesskit();
        }
        let once = |frame: &mut dyn FnMut(&mut mahdar::ui::page::Page), page: &mut _| {
            let start = std::time::Instant::now();
            frame(page);
            start.elapsed()
        };
        (0..30).map(|_| once(&mut frame, &mut page)).min().unwrap()
    };
    let (unheard, heard) = (cost(false), cost(true));
    println!("a frame of the page unheard {unheard:?}, heard {heard:?}, unoptimised");
}

fn search(screen: &Screen) -> AccessKitNode<'_> {
    nodes(screen)
        .into_iter()
        .find(|node| node.role() == Role::TextInput && node.is_focused())
        .expect("a field")
}

#[test]
fn a_field_tells_its_words_and_takes_a_caret_and_words() {
    let mut screen = Screen::page("told-field", &["فقرة"]);
    screen.press_with(CTRL, Key::K);
    screen.type_words("حفظ PDF");
    assert_eq!(told(search(&screen)), "حفظ PDF|");
    assert_eq!(runs(search(&screen)).len(), 2);
    select(&mut screen, search, 3, 0);
    assert_eq!(told(search(&screen)), "[حفظ] PDF");
    let target = local(search(&screen));
    ask(&mut screen, target, Action::ReplaceSelectedText, ActionData::Value("تصدير".into()));
    assert_eq!(told(search(&screen)), "تصدير| PDF");
    ask(&mut screen, target, Action::SetValue, ActionData::Value("إعدادات".into()));
    assert_eq!(told(search(&screen)), "إعدادات|");
    ask(&mut screen, target, Action::SetValue, ActionData::Value("".into()));
    assert_eq!(told(search(&screen)), "|");
    assert!(search(&screen).placeholder().is_some(), "an empty field says what it is for");
}

#[test]
fn words_that_are_marked_are_told_with_their_marks() {
    let words = "أولا ثانيا ثالثا رابعا";
    let mut screen = Screen::page("told-marks", &[words]);
    let start = "بلاغ اجتماع\n".chars().count();
    // The first two words, then the second and the third.
    select(&mut screen, page, start, start + "أولا ثانيا".chars().count());
    screen.press_with(CTRL, Key::B);
    let second = start + "أولا ".chars().count();
    select(&mut screen, page, second, second + "ثانيا ثالثا".chars().count());
    screen.press_with(CTRL, Key::U);
    screen.press_with(Modifiers::ALT | Modifiers::SHIFT, Key::Num5);
    screen.click("تنسيق");
    screen.click("لون النص");
    screen.click_words("أحمر");
    let red = mahdar::ui::theme::Theme::LIGHT.error;
    let told: Vec<_> = runs(page(&screen))
        .into_iter()
        .skip(1)
        .map(|run| {
            let data = run.data();
            let colour = data.foreground_color().map(|colour| (colour.red, colour.green, colour.blue));
            let lines = (data.underline().is_some(), data.strikethrough().is_some());
            (run.raw_value().unwrap().to_owned(), data.font_weight(), lines, colour)
        })
        .collect();
    let red = Some((red.r(), red.g(), red.b()));
    assert_eq!(
        told,
        [
            ("أولا ".to_owned(), Some(700.0), (false, false), None),
            ("ثانيا".to_owned(), Some(700.0), (true, true), red),
            (" ثالثا".to_owned(), None, (true, true), red),
            (" رابعا".to_owned(), None, (false, false), None),
        ]
    );
    assert_eq!(text(page(&screen)), format!("بلاغ اجتماع\n{words}"), "the words are told as before");
    // The caret is still found on both sides of each edge.
    for at in [second - 1, second, second + "ثانيا".chars().count()] {
        select(&mut screen, page, at, at);
        assert_eq!(page(&screen).text_selection_focus().unwrap().to_global_usv_index(), at);
    }
}

#[test]
fn a_field_that_is_only_read_tells_its_words_and_takes_none() {
    let path = folder("told-read").join("record.mahdar");
    mahdar::store::save(&mahdar::template::demo(), &path, None).unwrap();
    let window = |path: &std::path::Path| {
        Screen::sized(vec![path.to_owned()], false, mahdar::ui::theme::Mode::Light, crate::screen::SIZE, 1.0)
    };
    let _first = window(&path);
    let mut second = window(&path);
    second.click("الترويسة: فتح للتعديل");
    let fields: Vec<_> = nodes(&second).into_iter().filter(|node| node.role() == Role::TextInput).collect();
    let seen: Vec<_> = fields.into_iter().filter(|field| !runs(*field).is_empty()).collect();
    assert!(seen.len() > 5, "those in view: {}", seen.len());
    for field in seen {
        let (name, value) = (field.label().unwrap_or_default(), field.value().unwrap_or_default());
        assert!(field.data().is_read_only(), "«{name}»");
        assert_eq!(text(field), value, "«{name}» is told letter by letter");
        for action in [Action::SetValue, Action::ReplaceSelectedText] {
            assert!(!field.data().supports_action(action), "«{name}» takes {action:?}");
        }
    }
    let page = page(&second);
    assert!(page.data().is_read_only() && !page.data().supports_action(Action::ReplaceSelectedText));
    assert!(page.data().supports_action(Action::SetTextSelection), "it can be selected and copied");
}

#[test]
fn a_position_that_is_nowhere_changes_nothing() {
    let mut screen = Screen::page("told-nowhere", &["فقرة"]);
    screen.press_with(CTRL, Key::End);
    let before = here(&screen);
    let nowhere = TextPosition { node: NodeId(42), character_index: 9 };
    let selection = TextSelection { anchor: nowhere, focus: nowhere };
    let target = local(page(&screen));
    ask(&mut screen, target, Action::SetTextSelection, ActionData::SetTextSelection(selection));
    assert_eq!(here(&screen), before);
    // Far behind the end of a run that is there: its end.
    let run = local(*runs(page(&screen)).first().unwrap());
    let far = TextPosition { node: run, character_index: 9_000 };
    let selection = TextSelection { anchor: far, focus: far };
    ask(&mut screen, target, Action::SetTextSelection, ActionData::SetTextSelection(selection));
    assert_eq!(here(&screen), (1, 0), "behind the title's line break is the next paragraph");
}

/// What is said aloud: words and how urgent they are.
fn aloud(screen: &Screen) -> Vec<(String, Live)> {
    let live = nodes(screen).into_iter().filter(|node| node.live() != Live::Off);
    live.map(|node| (node.label().or(node.value()).unwrap_or_default(), node.live())).collect()
}

fn is_said(screen: &Screen, words: &str) -> bool {
    aloud(screen).iter().any(|(said, _)| said.contains(words))
}

#[test]
fn a_save_is_said_aloud() {
    let mut screen = Screen::page("told-save", &["فقرة"]);
    screen.press_with(CTRL, Key::End);
    screen.type_words("أ");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| is_said(screen, "حُفظت الوثيقة"));
}

#[test]
fn what_is_taken_back_is_said_aloud_each_time() {
    let mut screen = Screen::page("told-undo", &["فقرة"]);
    screen.press_with(CTRL, Key::End);
    screen.type_words("أ");
    screen.press_with(CTRL, Key::Z);
    assert!(is_said(&screen, "تم التراجع عن: الكتابة"), "{:?}", aloud(&screen));
    let id =
        |screen: &Screen| local(nodes(screen).into_iter().find(|node| node.live() != Live::Off).unwrap());
    let before = id(&screen);
    screen.press_with(CTRL, Key::Y);
    assert!(is_said(&screen, "أُعيد: الكتابة"), "{:?}", aloud(&screen));
    assert_ne!(id(&screen), before, "what is said is new to who listens");
    screen.press(Key::Backspace);
    screen.press_with(CTRL, Key::Z);
    assert!(is_said(&screen, "تم التراجع عن: الحذف"), "{:?}", aloud(&screen));
}

#[test]
fn a_new_finding_is_said_aloud_with_what_it_is() {
    let mut screen = Screen::page("told-finding", &["فقرة"]);
    screen.wait(|screen| screen.has_words("ملاح"));
    assert!(
        aloud(&screen).is_empty(),
        "what was found when it was opened is on the screen: {:?}",
        aloud(&screen)
    );
    screen.press_with(CTRL, Key::End);
    screen.type_words(" انعقد الاجتماع يوم الأحد 14 نونبر 2026.");
    screen.later(0.6);
    screen.wait(|screen| is_said(screen, "ملاحظة جديدة: يوم لا يوافق تاريخه"));
    let said = aloud(&screen);
    assert!(said.iter().all(|(_, live)| *live == Live::Polite), "{said:?}");
}

#[test]
fn a_menu_item_is_pressed_by_a_screen_reader() {
    let mut screen = Screen::page("told-press", &["فقرة"]);
    screen.press_with(CTRL, Key::End);
    screen.type_words("أ");
    let press = |screen: &mut Screen, role: Role, words: &str| {
        let mut all = nodes(screen).into_iter().filter(|node| node.role() == role);
        let node = all.rfind(|node| node.label().is_some_and(|label| label.starts_with(words)));
        let target_node = local(node.unwrap_or_else(|| panic!("«{words}» is not told")));
        let request =
            ActionRequest { action: Action::Click, target_tree: TreeId::ROOT, target_node, data: None };
        screen.frame(vec![Event::AccessKitActionRequest(request)]);
        screen.rest();
    };
    press(&mut screen, Role::Button, "تحرير");
    press(&mut screen, Role::MenuItem, "تراجع");
    assert_eq!(screen.words(), ["فقرة"], "what was typed is taken back");
    assert!(nodes(&screen).iter().all(|node| node.role() != Role::Menu), "the menu is closed");
}
