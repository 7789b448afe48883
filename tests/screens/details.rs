//! What blocks carry beside their words, on the page: by keyboard alone, and where everything lies.

use eframe::egui::{Color32, Key, Modifiers, Rect, vec2};
use mahdar::arabic::{Date, Gender};
use mahdar::check::{Certainty, Finding, Fix, What};
use mahdar::document::{
    AgendaItem, Annex, Atom, Attendee, Audience, Block, BlockId, DateForm, Decision, Document, Entry, Field,
    Id, Kind, Matter, Person, PersonForm, PersonId, Piece, Place, Presence, Progress, Recommendation,
    RichText, Role, Signatures, Speaker, Step, Target, Vote,
};
use mahdar::edit::Command;
use mahdar::ui::page::Page;
use mahdar::ui::pen::Pen;
use mahdar::ui::sheet::{MARGIN, MEASURE, SHEET, Sheet};
use mahdar::ui::theme::{Mode, Theme};
use mahdar::words::{Language, Words};
use mahdar::workspace::Open;

use crate::screen::{CTRL, FOLDED, SIZE, Screen, folder, plain, written};

const ALT: Modifiers = Modifiers { alt: true, ctrl: false, shift: false, mac_cmd: false, command: false };

fn person(counter: u32) -> PersonId {
    PersonId(Id { session: 0, counter })
}

/// A record that knows these people.
fn knowing(mut document: Document, people: &[(&str, &str)]) -> Document {
    for (counter, (name, role)) in (1..).zip(people) {
        let entry = Person { name: (*name).into(), role: (*role).into(), ..Person::default() };
        document.apply(Step::Put(Entry::Person(person(counter), Some(entry)))).unwrap();
    }
    document
}

/// The same with this many of its people there.
fn attended(mut document: Document, count: u32) -> Document {
    for counter in 1..=count {
        let entry = Attendee {
            person: person(counter),
            presence: Presence::Present,
            answer: mahdar::document::Answer::None,
            arrived: None,
            left: None,
            reason: String::new(),
        };
        let field = Field::Attendee { person: person(counter), at: 99, entry: Some(entry) };
        document.apply(Step::SetField(field)).unwrap();
    }
    document
}

fn kind(screen: &Screen, block: usize) -> Kind {
    screen.document().blocks()[block].kind.clone()
}

const PEOPLE: [(&str, &str); 4] = [
    ("رقية الصفصافي", "الكاتبة الجهوية"),
    ("بوجمعة العرعار", "مقرر الاجتماع"),
    ("حدو الخروبي", "أمين المال"),
    ("إيطو الأرز", "نائبة الكاتبة الجهوية"),
];

#[test]
fn a_decision_by_counted_vote_is_made_by_the_keyboard_alone() {
    let document = written(&[(Kind::Decision(Decision::default()), "إحداث لجنة لتتبع وضعية المقالع.")]);
    let mut screen = Screen::with("details-vote", &attended(knowing(document, &PEOPLE), 4));
    assert!(screen.has("أضف موضوع القرار والتصويت"), "one quiet action is offered");
    screen.press_with(ALT, Key::Enter);
    assert!(screen.is_focused("عام"), "the form's first control has the keyboard");
    screen.presses(Key::ArrowLeft, 2);
    assert!(screen.has("اسم اللجنة"), "the arrows choose what the decision is about");
    screen.press(Key::Tab);
    assert!(screen.is_focused("اسم اللجنة"));
    screen.type_words("لجنة المقالع");
    screen.press(Key::Tab);
    assert!(screen.is_focused("إضافة عضو(ة)"));
    screen.type_words("العر");
    assert!(screen.has("بوجمعة العرعار"), "the record's people are offered");
    screen.press(Key::Enter);
    screen.type_words("سعاد الزيتوني");
    screen.press(Key::Enter);
    screen.press(Key::Tab);
    screen.presses(Key::ArrowLeft, 2);
    assert!(screen.is_focused("بالعد"));
    for (count, left) in [("3", true), ("2", true), ("0", false)] {
        screen.press(Key::Tab);
        screen.type_words(count);
        assert_eq!(screen.has_words("مجموع الأصوات"), left || count != "1", "after {count}");
    }
    let Kind::Decision(Decision { matter: Matter::Committee { name, members }, vote }) = kind(&screen, 0)
    else {
        panic!("{:?}", kind(&screen, 0))
    };
    assert_eq!(name, "لجنة المقالع");
    let names: Vec<&str> =
        members.iter().map(|id| screen.document().person(*id).unwrap().name.as_str()).collect();
    assert_eq!(names, ["بوجمعة العرعار", "سعاد الزيتوني"]);
    assert_eq!(vote, Some(Vote::Counted { yes: 3, no: 2, abstained: 0 }));
    assert!(screen.has("يفوق مجموع الأصوات (5) عدد الحاضرين (4)"), "a doubt is said, nothing is refused");
    screen.press(Key::Escape);
    assert!(!screen.has("اسم اللجنة"), "the form is away");
    screen.type_words("!");
    assert!(screen.words()[0].ends_with('!'), "and the caret is back in the text");
    assert!(screen.has("إحداث: لجنة المقالع (بوجمعة العرعار، سعاد الزيتوني) · بأغلبية 3 مقابل 2"));
}

#[test]
fn a_recommendation_gets_who_and_by_when_by_the_keyboard_alone() {
    let text = "إعداد خريطة جهوية للعيون المهددة بالنضوب.";
    let mut screen = Screen::with("details-due", &written(&[(Kind::recommendation(1), text)]));
    screen.press_with(ALT, Key::Enter);
    assert!(screen.is_focused("المكلف(ة) بالتنفيذ"));
    screen.type_words("لجنة الماء");
    screen.press(Key::Tab);
    screen.type_words("31/3/2027");
    assert!(screen.has("آخر أجل: الأربعاء"), "the weekday stands beside the day");
    screen.press(Key::Tab);
    screen.type_words("المجالس الجماعية");
    screen.press(Key::Tab);
    screen.press(Key::ArrowLeft);
    screen.press(Key::Escape);
    let expected = Recommendation {
        depth: 1,
        addressee: "المجالس الجماعية".into(),
        responsible: "لجنة الماء".into(),
        due: Date::new(2027, 3, 31),
        state: Progress::InProgress,
        vote: None,
    };
    assert_eq!(kind(&screen, 0), Kind::Recommendation(expected));
    let line = "إلى: المجالس الجماعية · التنفيذ: لجنة الماء · الأجل: قبل 31 مارس 2027 · في طور الإنجاز";
    assert!(screen.has(line));
    assert_eq!(screen.words(), [text], "the words are as they were");
}

#[test]
fn the_line_of_facts_takes_its_room_below_the_words_and_moves_nothing_above() {
    let full = Kind::Recommendation(Recommendation {
        depth: 1,
        addressee: "المجالس".into(),
        ..Recommendation::default()
    });
    let document = written(&[plain("قبل"), (full, "بند"), plain("بعد")]);
    let mut screen = Screen::with("details-room", &document);
    let sheet = screen.sheet(FOLDED);
    let (item, after) = (sheet.seen[2], sheet.seen[3]);
    assert!((item.rect.bottom() - item.foot - 24.0).abs() < 0.6, "{item:?}");
    assert!((after.origin.y - item.foot - 24.0 - 12.0).abs() < 0.6);
    let line = screen.place("إلى: المجالس");
    assert!((line.top() - item.foot).abs() < 0.6, "{line:?}");
    assert!((line.right() - 6.0 - (item.origin.x + MEASURE)).abs() < 1.0, "below the start of its words");
    screen.click("إلى: المجالس");
    assert!(screen.is_focused("المكلف(ة) بالتنفيذ"), "pressed, it opens its form");
    assert!((screen.place("إلى: المجالس").top() - line.top()).abs() < 0.6);
    assert_eq!(screen.caret().0, 2, "and the caret is in its block");
    // The caret leaves: the form goes.
    screen.click_at(screen.point(1, 0));
    assert!(!screen.has("المكلف(ة) بالتنفيذ"));
    assert_eq!(screen.caret().0, 1);
}

#[test]
fn the_three_audiences_are_offered_by_the_label_line() {
    let mut document = written(&[plain("للداخل فقط")]);
    let id = document.blocks()[0].id;
    document.apply(Step::SetAudience(id, Audience::MinutesOnly)).unwrap();
    let mut screen = Screen::with("details-audience", &document);
    screen.click("تحديد من يقرأ الفقرة: المحضر فقط");
    assert!(screen.has("البلاغ فقط"));
    screen.press(Key::ArrowDown);
    screen.press(Key::Enter);
    assert_eq!(screen.document().blocks()[0].audience, Audience::CommuniqueOnly);
    screen.type_words("!");
    assert_eq!(
        screen.words()[0],
        "للداخل فقط!",
        "the page has the keyboard again, and the list took its keys"
    );
    screen.click("تحديد من يقرأ الفقرة: البلاغ فقط");
    screen.press(Key::Escape);
    assert!(!screen.has("المحضر والبلاغ"));
}

#[test]
fn signatories_stand_in_columns_and_change_order() {
    let signatures = Kind::Signatures(Signatures { signatories: vec![person(1), person(2)] });
    let document = knowing(written(&[(signatures, "حرر بإفران في 14 نونبر 2026")]), &PEOPLE);
    let mut screen = Screen::with("details-signatures", &document);
    let (seen, laid) = (screen.sheet(FOLDED).seen[1], 64.0);
    assert!((seen.rect.bottom() - seen.foot - laid).abs() < 0.6, "one row of columns");
    screen.press_with(ALT, Key::Enter);
    screen.type_words("حدو");
    screen.press(Key::Enter);
    let at = screen.places("نقل إلى الأعلى")[1].center();
    screen.click_at(at);
    let at = screen.places("حذف من اللائحة")[0].center();
    screen.click_at(at);
    let Kind::Signatures(list) = kind(&screen, 0) else { panic!() };
    assert_eq!(list.signatories, [person(3), person(2)]);
}

#[test]
fn an_annex_whose_file_is_gone_says_so_and_keeps_its_name() {
    let annex = |file: &str| Kind::Annex(Annex { file: file.into() });
    let document = written(&[(annex("هنا.pdf"), "نسخة موقعة"), (annex("ضاع.pdf"), "صورة جماعية")]);
    let folder = folder("details-annex");
    let path = folder.join("record.mahdar");
    mahdar::store::save(&document, &path, None).unwrap();
    std::fs::write(folder.join("هنا.pdf"), "x").unwrap();
    let screen = Screen::sized(vec![path], false, Mode::Light, SIZE, 1.0);
    assert!(screen.has("هنا.pdf"));
    assert!(screen.has_words("الملف «ضاع.pdf» غير موجود"));
    assert_eq!(kind(&screen, 1), annex("ضاع.pdf"));
}

#[test]
fn a_speaker_is_a_person_or_several() {
    let document = knowing(written(&[(Kind::Intervention(Speaker::Unnamed), "تدخل")]), &PEOPLE);
    let mut screen = Screen::with("details-speaker", &document);
    screen.press_with(ALT, Key::Enter);
    screen.type_words("إيطو الأرز");
    screen.press(Key::Tab);
    assert_eq!(
        kind(&screen, 0),
        Kind::Intervention(Speaker::Person(person(4))),
        "leaving the field gives the name"
    );
    screen.click("مجموعة");
    assert_eq!(kind(&screen, 0), Kind::Intervention(Speaker::Collective("الحاضرون".into())));
    screen.click("اسم المتدخل(ة)");
    screen.type_words(" جميعا");
    screen.press(Key::Escape);
    assert!(screen.has("المتدخل(ة): الحاضرون جميعا"));
    assert_eq!(screen.document().people().len(), 4, "nobody was made up");
}

/// A paragraph with somebody in the midst of it.
fn told_of(id: PersonId) -> RichText {
    RichText::from_pieces([
        Piece::Text("قال ".into()),
        Piece::Field(Atom::Person(id, PersonForm::Full)),
        Piece::Text(" كلاما.".into()),
    ])
    .unwrap()
}

#[test]
fn somebody_who_stands_in_no_form_has_a_card_below_the_words_that_name_them() {
    let mut document = knowing(written(&[plain("تمهيد"), plain("ختام")]), &[("موحى الزيتون", "")]);
    let block =
        Block::new(BlockId(Id { session: 7, counter: 7 }), Kind::Paragraph(Role::Plain), told_of(person(1)));
    let after = Some(document.blocks()[0].id);
    document.apply(Step::Insert { after, block: block.into() }).unwrap();
    let mut screen = Screen::with("details-card", &document);
    screen.press_with(CTRL, Key::Home);
    screen.presses(Key::ArrowDown, 2);
    screen.press(Key::Home);
    screen.presses(Key::ArrowLeft, 5);
    screen.press(Key::Enter);
    assert!(screen.focused().unwrap().starts_with("اللقب الشرفي"), "{:?}", screen.focused());
    assert_eq!(screen.document().blocks().len(), 3, "Enter began no paragraph");
    for (mode, name) in [(Mode::Light, "light"), (Mode::Dark, "dark")] {
        screen.app(|app| app.set_mode(mode));
        screen.rest();
        screen.paint(&format!("details-card-{name}"));
    }
    screen.type_words("أ");
    screen.presses(Key::Tab, 2);
    screen.type_words("رئيسة الفرع");
    screen.press(Key::Tab);
    screen.type_words("جمعية المنابع");
    screen.press(Key::Enter);
    let known = screen.document().person(person(1)).unwrap().clone();
    assert_eq!(
        (known.gender, known.role.as_str(), known.body.as_str()),
        (Gender::Female, "رئيسة الفرع", "جمعية المنابع")
    );
    assert!(screen.shown().iter().any(|words| words.contains("السيدة موحى الزيتون")), "{:?}", screen.shown());
    assert!(screen.is_focused("النص"), "Enter leads back to the words: {:?}", screen.focused());
    assert!(!screen.has("الهيئة"), "and the card is gone");
    // Who stands on the attendance list has a row there, as ever.
    let listed = attended(document, 1);
    let mut screen = Screen::with("details-listed", &listed);
    screen.press_with(CTRL, Key::Home);
    screen.presses(Key::ArrowDown, 2);
    screen.press(Key::Home);
    screen.presses(Key::ArrowLeft, 5);
    screen.press(Key::Enter);
    assert!(screen.is_focused("اسم الشخص 1"), "{:?}", screen.focused());
}

#[test]
fn the_form_of_an_intervention_has_the_card_of_a_speaker_who_is_in_no_list() {
    let speaks = Kind::Intervention(Speaker::Person(person(1)));
    let document = knowing(written(&[(speaks, "أكد أن الماء أولوية")]), &[("موحى الزيتون", "")]);
    let mut screen = Screen::with("details-speaker-card", &document);
    screen.press_with(ALT, Key::Enter);
    assert!(screen.is_focused("اسم المتدخل(ة)"), "{:?}", screen.focused());
    screen.paint("details-speaker-card");
    screen.give_keyboard("الصفة");
    screen.type_words("فلاح");
    screen.press(Key::Escape);
    assert_eq!(screen.document().person(person(1)).unwrap().role, "فلاح");
    assert!(!screen.has("الصفة"));
    let listed = attended(document, 1);
    let mut screen = Screen::with("details-speaker-listed", &listed);
    screen.press_with(ALT, Key::Enter);
    assert!(!screen.has("الصفة"), "who is on the list is filled in there");
}

#[test]
fn several_who_speak_are_read_from_the_words() {
    for (words, several) in [
        ("وفي الختام، أجمع أعضاء الفروع على ضرورة تتبع التوصيات.", "أعضاء الفروع"),
        ("كل الحضور خلال هذا اللقاء، أجمعوا على إنجاح الجمع العام.", "كل الحضور"),
        ("على ضرورة تتبع التوصيات.", "الحاضرون"),
    ] {
        let document = written(&[(Kind::Intervention(Speaker::Unnamed), words)]);
        let mut screen = Screen::with("details-several", &document);
        screen.press_with(ALT, Key::Enter);
        screen.press(Key::Tab);
        screen.press(Key::ArrowLeft);
        assert_eq!(kind(&screen, 0), Kind::Intervention(Speaker::Collective(several.into())));
        assert_eq!(screen.words(), [words], "the words stay");
    }
}

/// The record of the mock-up's editor, as far as its parts exist.
fn meeting() -> Document {
    let vote = Decision {
        matter: Matter::Committee {
            name: "لجنة تتبع وضعية المقالع".into(), members: vec![person(2)]
        },
        vote: Some(Vote::Counted { yes: 17, no: 2, abstained: 3 }),
    };
    let recommendation = Recommendation {
        depth: 1,
        addressee: "المجالس الجماعية بالجهة".into(),
        responsible: "لجنة الماء والغابة".into(),
        due: Date::new(2027, 3, 31),
        state: Progress::InProgress,
        vote: None,
    };
    let document = written(&[
        (Kind::Paragraph(Role::Lead), ""),
        plain("وبعد المصادقة بالإجماع على محضر الاجتماع السابق، تم الوقوف على حصيلة تنفيذ التوصيات."),
        plain(
            "سجل السيد حدو الخروبي تأخر جمعيتين عن أداء واجب الانخراط برسم سنة 2026، واقترح إمهالهما إلى متم شهر دجنبر قبل تفعيل المادة 18 من النظام الداخلي.",
        ),
        (Kind::Intervention(Speaker::Person(person(4))), "دعت إلى تعبئة المشاتل القروية قبل موسم الغرس."),
        (
            Kind::Decision(vote),
            "قررت الكتابة الجهوية إحداث لجنة جهوية لتتبع وضعية المقالع، على أن تقدم تقريرها الأول قبل متم شهر فبراير 2027.",
        ),
        (Kind::recommendation(0), "حماية الموارد المائية والغابوية"),
        (Kind::Recommendation(recommendation), "إعداد خريطة جهوية للعيون المهددة بالنضوب، من خلال:"),
        (Kind::recommendation(2), "جرد العيون والآبار بالأقاليم الثلاثة؛"),
        (Kind::recommendation(1), "دعم مشاتل الأرز المحلية."),
        (
            Kind::Signatures(Signatures { signatories: vec![person(1), person(2), person(3)] }),
            "حرر بإفران في 14 نونبر 2026",
        ),
        (Kind::Annex(Annex { file: "النسخة الموقعة.pdf".into() }), "النسخة الموقعة من المحضر"),
    ]);
    let mut document = attended(knowing(document, &PEOPLE), 4);
    let blocks: Vec<BlockId> = document.blocks().iter().map(|block| block.id).collect();
    let lead = RichText::from_pieces([
        Piece::Text("ترأست السيدة رقية الصفصافي، الكاتبة الجهوية لاتحاد الجمعيات البيئية، ".into()),
        Piece::Field(Atom::Dates(DateForm::WithDay)),
        Piece::Text(" بمدينة عين الأرز، الاجتماع الدوري السابع للكتابة الجهوية.".into()),
    ])
    .unwrap();
    let at = Target::Block(blocks[0]);
    document.apply(Step::Splice { at, start: 0, end: 0, insert: lead }).unwrap();
    let day = mahdar::arabic::When::day(Date::new(2026, 11, 14).unwrap());
    document.apply(Step::SetField(Field::Dates(day))).unwrap();
    document.apply(Step::SetAudience(blocks[2], Audience::MinutesOnly)).unwrap();
    document.apply(Step::SetAudience(blocks[3], Audience::CommuniqueOnly)).unwrap();
    document
}

#[test]
fn a_live_field_says_where_it_comes_from_while_it_is_pointed_at() {
    let mut screen = Screen::with("details-hint", &meeting());
    let before = screen.count(Theme::LIGHT.ink, 400..1000, 144..344);
    let offset = screen.shown()[1].find("السبت").unwrap();
    screen.frame(vec![eframe::egui::Event::PointerMoved(screen.point(1, offset + 2))]);
    screen.rest();
    assert!(screen.count(Theme::LIGHT.chosen, 380..1000, 144..344) > 1000, "the field is filled");
    assert!(screen.count(Theme::LIGHT.ink, 400..1000, 144..344) > before + 2000, "and its source is said");
    screen.paint("details-hint");
}

#[test]
fn the_wheel_turns_over_a_form_and_a_block_that_is_no_more_has_none() {
    let mut paragraphs = vec![(Kind::Decision(Decision::default()), "قرار")];
    paragraphs.extend((0..30).map(|_| plain("فقرة")));
    let mut screen = Screen::with("details-wheel", &written(&paragraphs));
    screen.press_with(ALT, Key::Enter);
    screen.wheel(65.0);
    let before = screen.place("بدون تصويت");
    assert!(
        before.top() < 345.0 && before.bottom() + 30.0 > 345.0,
        "the mouse will be over the form: {before:?}"
    );
    screen.wheel(100.0);
    let after = screen.place("بدون تصويت");
    assert!((before.top() - after.top() - 100.0).abs() < 2.0, "{before:?} {after:?}");
    screen.press(Key::Escape);
    screen.press_with(ALT, Key::Enter);
    assert!(screen.has("بدون تصويت"));
    screen.press_with(CTRL, Key::Z);
    assert!(screen.has("بدون تصويت"), "there was nothing to undo");
    screen.click("تنسيق");
    screen.click("حيثية");
    assert!(!screen.has("بدون تصويت"), "a recital carries nothing");
}

/// A window with nothing but a page, and what the checks found on it.
struct Noted {
    page: Page,
    pen: Pen,
    open: Open,
}

#[test]
fn what_the_checks_found_is_marked_at_its_words_and_in_the_margin() {
    let document = written(&[
        plain("حيث أنجزت 9 توصيات من أصل 14، وتوجد 3 أخرى في طور الانجاز، يوم الأحد 14 نونبر 2026."),
        plain("فقرة سليمة."),
        plain("صفة واحدة للجميع في هذه الفقرة."),
    ]);
    let path = folder("details-found").join("record.mahdar");
    mahdar::store::save(&document, &path, None).unwrap();
    let open = Open::from_file(&path).unwrap();
    let finding = |block: usize, word: &str, certainty: Certainty| {
        let block = &open.editor().document().blocks()[block];
        let target = Target::Block(block.id);
        let at = block.text.text().find(word).unwrap();
        let text = "×".into();
        let command = Command::Replace { target: target.clone(), range: at..at + word.len(), text };
        Finding {
            place: Place::new(target, at),
            certainty,
            what: What::MissingBody,
            fixes: vec![Fix { key: "cmd-fix", command }],
        }
    };
    let found = [
        finding(0, "الانجاز", Certainty::Error),
        finding(0, "الأحد", Certainty::Warning),
        finding(2, "صفة واحدة", Certainty::Style),
    ];
    let mut page = Page::default();
    page.note(open.editor().document(), &std::sync::Arc::new(found.to_vec()));
    page.current = Some(found[0].place.clone());
    let noted = Noted { page, pen: Pen::new(Theme::LIGHT), open };
    let mut harness = egui_kittest::Harness::builder()
        .with_size(vec2(830.0, 400.0))
        .renderer(crate::cpu::Cpu::default())
        .with_context_setup(|ctx| ctx.set_fonts(mahdar::ui::pen::fonts()))
        .build_ui_state(
            |ui, noted: &mut Noted| {
                noted.pen.begin(Theme::LIGHT);
                let view = ui.ctx().content_rect();
                let words = Words::new(Language::Arabic);
                let Noted { page, pen, open } = noted;
                page.show(ui, pen, open, words, &mahdar::edit::Moment::default(), view);
            },
            noted,
        );
    harness.run();
    let picture = harness.render().unwrap();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    picture.save(folder.join("details-found.png")).unwrap();
    let Noted { page, open, .. } = harness.state_mut();
    let (sheet, seen) = (page.sheet.sheet_x(), page.sheet.seen.clone());
    let [one, _, three] = [seen[1], seen[2], seen[3]];
    let count = |colour: Color32, x: (f32, f32), y: (f32, f32)| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
        let pixels = (y.0 as u32..y.1 as u32).flat_map(|y| (x.0 as u32..x.1 as u32).map(move |x| (x, y)));
        pixels.filter(|(x, y)| picture.get_pixel(*x, *y).0 == colour.to_array()).count()
    };
    let theme = Theme::LIGHT;
    // The mock-up's dot: 6 px at 452–458 where the sheet begins at 415, on the first line's middle.
    let dot =
        |colour: Color32, top: f32| count(colour, (sheet + 37.0, sheet + 43.0), (top + 13.0, top + 19.0));
    assert!(dot(theme.error, one.origin.y) > 12, "the worst of its findings gives the dot its colour");
    assert!(dot(theme.finding, three.origin.y) > 12);
    let clean = seen[2].origin.y;
    let margin = (sheet, sheet + 60.0);
    assert_eq!(count(theme.sheet, margin, (clean, clean + 32.0)), 60 * 32, "a sound paragraph has none");
    let text = (sheet + MARGIN, sheet + MARGIN + MEASURE);
    assert!(count(theme.error_fill, text, (one.origin.y, one.foot)) > 300, "the one looked at is filled");
    let dashes = count(theme.finding, text, (three.origin.y + 28.0, three.origin.y + 29.0));
    assert!(dashes > 20, "{dashes}");
    // The words are changed: what was found there is not drawn under others.
    let target = Target::Block(open.editor().document().blocks()[2].id);
    let command = Command::Replace { target, range: 0..2, text: "و".into() };
    open.run(command, &mahdar::edit::Moment::default()).unwrap();
    harness.run();
    let picture = harness.render().unwrap();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
    let left = (text.0 as u32..text.1 as u32)
        .filter(|x| picture.get_pixel(*x, three.origin.y as u32 + 28).0 == theme.finding.to_array());
    assert_eq!(left.count(), 0);
}

#[test]
fn pictures_of_what_blocks_carry() {
    for (name, mode) in [("details", Mode::Light), ("details-dark", Mode::Dark)] {
        let fresh = || {
            let path = folder(name).join("record.mahdar");
            mahdar::store::save(&meeting(), &path, None).unwrap();
            Screen::sized(vec![path], false, mode, SIZE, 1.0)
        };
        let mut screen = fresh();
        screen.paint(name);
        screen.wheel(420.0);
        screen.paint(&format!("{name}-below"));
        screen.click_words("إحداث: لجنة تتبع");
        screen.paint(&format!("{name}-decision"));
        let mut screen = fresh();
        screen.wheel(900.0);
        screen.click("الموقعون");
        screen.paint(&format!("{name}-signatures"));
        let mut screen = fresh();
        screen.step();
        screen.click("عرض");
        screen.click("Français");
        screen.click_words("Création");
        screen.paint(&format!("{name}-french"));
    }
    let long = "صيانة ضفاف الأودية المتضررة من انجراف التربة حتى تستفيد منها الأسر القروية، وتأهيل السواقي القديمة كلها.";
    let document = written(&[
        (Kind::recommendation(1), long),
        (Kind::recommendation(1), "دعم مشاتل الأرز المحلية."),
        (Kind::Signatures(Signatures::default()), "حرر بإفران في 14 نونبر 2026"),
    ]);
    let mut screen = Screen::with("details-invite", &document);
    screen.paint("details-invite-long");
    let at = screen.place("أضف المسؤول والأجل").center();
    screen.frame(vec![eframe::egui::Event::PointerMoved(at)]);
    screen.later(1.0);
    screen.later(0.1);
    screen.paint("details-invite-hint");
    screen.presses(Key::ArrowDown, 2);
    screen.paint("details-invite");
    screen.press(Key::ArrowDown);
    assert!(screen.has("أضف الموقعين"));
    let path = folder("details-small").join("record.mahdar");
    mahdar::store::save(&meeting(), &path, None).unwrap();
    let mut screen = Screen::sized(vec![path], false, Mode::Light, (1093.0, 552.0), 1.25);
    screen.wheel(420.0);
    screen.click_words("إلى: المجالس");
    screen.paint("details-1093");
}

/// The mock-up's numbers, from the sheet's left edge (415 there) and the window's top.
#[test]
fn the_page_lies_where_the_design_measured_it() {
    let screen = Screen::with("details-geometry", &meeting());
    let sheet: Sheet = screen.sheet(FOLDED);
    let x = sheet.sheet_x() - 415.0;
    let near = |found: f32, wanted: f32, what: &str| {
        assert!((found - wanted).abs() < 0.6, "{what}: {found} where {wanted} is meant");
    };
    let words = |index: usize| {
        let seen = sheet.seen.iter().find(|seen| seen.index == index).unwrap();
        let layout = sheet.laid[index].layout.as_ref().unwrap();
        Rect::from_min_size(seen.origin, vec2(layout.width(), layout.height()))
    };
    let baseline = |index: usize| sheet.laid[index].layout.as_ref().unwrap().lines()[0].baseline;
    near(SHEET, 720.0, "the sheet");
    near(MARGIN, 64.0, "its margin");
    let paper = sheet.paper();
    near(paper.top(), 60.0, "the sheet's top");
    near(sheet.header_rect().unwrap().bottom(), 192.0, "the end of the folds");
    let title = words(0);
    near(title.top(), 212.0, "the title");
    near(title.bottom(), 260.0, "the title's end");
    near(title.left() - x, 479.0, "the text's left edge");
    near(title.right() - x, 1071.0, "the text's right edge");
    near(words(1).top(), 272.0, "the lead");
    near(words(2).top() - words(1).bottom(), 12.0, "the gap between paragraphs");
    near(words(3).top() - words(2).bottom(), 12.0 + 4.0 + 24.0, "over a text for the minutes only");
    near(baseline(0), 30.0, "26/48");
    near(baseline(1), 20.0, "18/32");
}

#[test]
fn axes_and_items_lie_where_the_design_measured_them() {
    let document = written(&[
        plain("وبعد نقاش مستفيض، أوصت الكتابة الجهوية بما يلي:"),
        (Kind::recommendation(0), "حماية الموارد المائية"),
        (Kind::recommendation(1), "إعداد خريطة جهوية:"),
        (Kind::recommendation(2), "جرد العيون والآبار؛"),
        (Kind::recommendation(0), "التربية البيئية"),
        (Kind::AgendaItem(AgendaItem::default()), "نقطة"),
    ]);
    let screen = Screen::with("details-axes", &document);
    let sheet = screen.sheet(132.0);
    let words = |index: usize| {
        let layout = sheet.laid[index].layout.as_ref().unwrap();
        Rect::from_min_size(sheet.seen[index].origin, vec2(layout.width(), layout.height()))
    };
    let gap = |index: usize| words(index).top() - words(index - 1).bottom();
    for (index, wanted) in [(2, 20.0), (3, 4.0), (4, 4.0), (5, 20.0)] {
        assert!((gap(index) - wanted).abs() < 0.1, "above {index}: {}", gap(index));
    }
    assert!((words(2).height() - 40.0).abs() < 0.1, "22/40");
    let baseline = sheet.laid[2].layout.as_ref().unwrap().lines()[0].baseline;
    assert!((baseline - 25.0).abs() < 0.6, "{baseline}");
    assert!((words(3).right() - words(4).right() - 40.0).abs() < 0.1, "the second level is indented");
}

#[test]
fn a_box_reaches_beyond_the_text_on_both_sides() {
    let mut screen = Screen::with("details-box", &meeting());
    let sheet = screen.sheet(FOLDED);
    let seen = *sheet.seen.iter().find(|seen| seen.index == 3).unwrap();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
    let (left, y) = (sheet.sheet_x() as u32, seen.origin.y as u32 + 40);
    let theme = Theme::LIGHT;
    assert_eq!(screen.colour(left + 15, y), theme.sheet);
    assert_eq!(screen.colour(left + 16, y), theme.internal_fill);
    assert_eq!(screen.colour(left + 700, y), theme.internal_fill);
    assert_eq!(screen.colour(left + 701, y), theme.internal);
    assert_eq!(screen.colour(left + 703, y), theme.internal);
    assert_eq!(screen.colour(left + 704, y), theme.sheet);
}
