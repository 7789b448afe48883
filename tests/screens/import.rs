//! Texts of other programs in the window: pasted whole, opened, refused, taken back.

use std::fs;

use eframe::egui::{Key, Rect};
use mahdar::check;
use mahdar::document::{self, Document};
use mahdar::store::Folders;
use mahdar::ui::theme::Mode;
use mahdar::words::{Language, Words};

use crate::screen::{CTRL, SIZE, Screen, folder};

const TEXT: &str = "بلاغ صحفي\n\
    عقد المكتب الجهوي لاتحاد الجمعيات البيئية اجتماعه الدوري يوم السبت 14 مارس 2026 بدار المبادرات بمدينة القنيطرة، \
    برئاسة السيدة ليلى المرابط.\n\
    وبعد نقاش مستفيض، أوصى المكتب بما يلي:\n\
    - إعداد خطة عمل سنوية لحماية الفرشة المائية.\n\
    - إشراك الجماعات الترابية في تتبع جودة المياه.\n\
    وفي ختام الاجتماع، شكرت الرئيسة الحاضرات والحاضرين على مساهمتهم.";

/// All the words of the record that is shown.
fn words(screen: &Screen) -> String {
    let document = screen.document();
    let titles = document.outputs().iter().map(|output| output.title.text().to_owned());
    let blocks = document.blocks().iter().map(|block| block.text.text().to_owned());
    titles.chain(blocks).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_whole_text_pasted_into_a_new_record_becomes_it_and_can_be_taken_back() {
    // The keyboard is in the header of a new record; a whole text is not meant for a field of it.
    let mut screen = Screen::new_record();
    let before = words(&screen);
    screen.paste(TEXT);
    screen.wait(|screen| screen.has_words("صار النص الملصق وثيقة"));
    assert!(words(&screen).contains("إعداد خطة عمل سنوية"), "{}", words(&screen));
    assert!(screen.document().source().is_some());
    screen.paint("import-pasted");
    screen.click_words("تراجع عن الاستيراد");
    screen.rest();
    assert_eq!(words(&screen), before);
    assert!(!screen.has_words("صار النص الملصق وثيقة"));
}

#[test]
fn what_was_read_as_a_record_can_be_pasted_as_it_is() {
    let mut screen = Screen::new_record();
    screen.press_with(CTRL, Key::Num4);
    screen.paste(TEXT);
    screen.wait(|screen| screen.has_words("لصق كما هو"));
    screen.click_words("لصق كما هو");
    screen.rest();
    assert!(words(&screen).contains("- إعداد خطة عمل سنوية"), "{}", words(&screen));
    assert!(screen.document().source().is_none());
}

#[test]
fn a_passage_and_a_paste_into_a_written_record_are_pasted_as_ever() {
    let mut screen = Screen::new_record();
    screen.press_with(CTRL, Key::Num4);
    screen.paste("سطر واحد يُلصق");
    assert!(words(&screen).contains("سطر واحد يُلصق"));
    let mut screen = Screen::page("written", &["كلام كُتب من قبل"]);
    screen.paste(TEXT);
    assert!(words(&screen).contains("كلام كُتب من قبل") && words(&screen).contains("- إعداد خطة"));
    assert!(!screen.has_words("صار النص الملصق وثيقة"));
}

#[test]
fn a_long_text_pasted_into_a_written_record_is_offered_to_be_one_of_its_own() {
    let mut screen = Screen::page("offered", &["كلام كُتب من قبل"]);
    screen.paste(&[TEXT; 6].join("\n"));
    screen.paint("import-offered");
    screen.click_words("جعله وثيقة");
    screen.wait(|screen| screen.has_words("صار النص الملصق وثيقة"));
    assert!(!words(&screen).contains("كلام كُتب من قبل"));
}

#[test]
fn a_text_pasted_with_no_record_open_becomes_one() {
    let mut screen = Screen::home();
    screen.paste("كلمة");
    assert!(!screen.is_open(), "a word is no text");
    screen.paste(TEXT);
    screen.wait(Screen::is_open);
    assert!(words(&screen).contains("إعداد خطة عمل سنوية"), "{}", words(&screen));
    assert!(screen.document().source().is_some());
    screen.paint("import-home-pasted");
    screen.click_words("تراجع عن الاستيراد");
    assert!(!screen.is_open());
}

#[test]
fn a_text_pasted_below_a_filled_header_is_offered_to_be_a_record() {
    let short = "بلاغ صحفي\n\
        عقد المكتب الجهوي لاتحاد الجمعيات البيئية اجتماعه الدوري يوم السبت 14 مارس 2026 بالقنيطرة.\n\
        وأوصى المكتب بإعداد خطة عمل سنوية.";
    // Into the text, or into the very field of the header that has the keyboard.
    for into_text in [true, false] {
        let mut screen = Screen::new_record();
        screen.type_words("المكتب الجهوي");
        if into_text {
            screen.press_with(CTRL, Key::Num4);
        }
        let filled = screen.document().clone();
        assert_ne!(filled.meeting().body.name, "");
        screen.later(2.0);
        screen.paste("سطر واحد يُلصق في النص");
        assert!(!screen.has_words("يبدو ما ألصقته نصا كاملا"), "a passage is none");
        screen.press_with(CTRL, Key::Z);
        screen.paste(short);
        assert!(screen.has_words("يبدو ما ألصقته نصا كاملا"), "{into_text}");
        if into_text {
            assert!(words(&screen).contains("وأوصى المكتب بإعداد"), "it is pasted, by no force taken away");
            screen.paint("import-offered-header");
        }
        let offer = Words::new(Language::Arabic).get("import-as-record");
        screen.click_words(&offer);
        screen.wait(|screen| screen.document().source().is_some());
        let body = &screen.document().meeting().body;
        assert_eq!(
            (body.name.as_str(), body.organisation.as_str()),
            ("المكتب الجهوي", "اتحاد الجمعيات البيئية")
        );
    }
    // Once something is written in the text, a short one is pasted as ever.
    let mut screen = Screen::new_record();
    screen.press_with(CTRL, Key::Num4);
    screen.type_words("كلام");
    screen.paste(short);
    assert!(!screen.has_words("يبدو ما ألصقته نصا كاملا"));
}

#[test]
fn a_file_of_another_program_is_opened_as_a_record_not_saved_yet() {
    let folder = folder("files");
    let path = folder.join("بلاغ.html");
    fs::write(&path, format!("<!DOCTYPE html><script>x</script><p>{}</p>", TEXT.replace('\n', "</p><p>")))
        .unwrap();
    for (mode, size, name) in
        [(Mode::Light, SIZE, "import-file"), (Mode::Dark, (1093.0, 552.0), "import-file-1093-dark")]
    {
        let mut screen = Screen::sized(vec![path.clone()], false, mode, size, 1.0);
        screen.wait(|screen| screen.has_words("وثيقة لم تُحفظ بعد"));
        assert!(words(&screen).contains("إعداد خطة عمل سنوية"));
        assert!(screen.has_words("برنامج واحد لم يُقرأ"));
        screen.paint(name);
        screen.click_words("تراجع عن الاستيراد");
        screen.rest();
        assert!(screen.has_words("آخر الملفات") || !screen.has_words("وثيقة لم تُحفظ بعد"));
    }
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_changes_nothing() {
    let folder = folder("refused");
    let path = folder.join("قديم.doc");
    let mut old = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    old.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    fs::write(&path, old).unwrap();
    let mut screen = Screen::page("refused-page", &["كلام كُتب من قبل"]);
    screen.press_with(CTRL, Key::O);
    screen.give_path(&path);
    screen.wait(|screen| screen.has_words("بصيغة Word القديمة"));
    assert!(words(&screen).contains("كلام كُتب من قبل"));
    screen.paint("import-refused");
}

#[test]
fn home_offers_to_import() {
    let mut screen = Screen::keeping(Folders::inside(&folder("home")));
    screen.click("استيراد نص");
    screen.rest();
    assert!(screen.has_words("استيراد"));
    screen.paint("import-ask");
}

/// A packed file with these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A file of Microsoft's compound format with a stream of this name.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn each_file_that_cannot_be_used_says_why_in_three_languages_and_changes_nothing() {
    let folder = folder("bad");
    let bomb = vec![b' '; 300 << 20];
    let all: [(&str, Vec<u8>, &str); 8] = [
        ("bomb.docx", packed(&[("[Content_Types].xml", b"<a/>"), ("word/document.xml", &bomb)]), "bomb"),
        ("locked.docx", compound("EncryptedPackage"), "encrypted"),
        ("old.doc", compound("WordDocument"), "old-word"),
        ("sheet.docx", packed(&[("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>")]), "not-docx"),
        ("cut.docx", packed(&[("[Content_Types].xml", b"<a/>")])[..40].to_vec(), "damaged"),
        ("picture.txt", vec![0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0, 0, 0, 255], "binary"),
        ("empty.txt", Vec::new(), "empty"),
        ("blank.html", b"<!DOCTYPE html><p> </p>".to_vec(), "no-text"),
    ];
    drop(bomb);
    for (name, bytes, _) in &all {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let file = folder.join("record.mahdar");
    fs::write(&file, mahdar::store::write(&crate::screen::written(&[crate::screen::plain("كلام كُتب")])))
        .unwrap();
    for (own, language) in [
        (document::Language::Arabic, Language::Arabic),
        (document::Language::French, Language::French),
        (document::Language::English, Language::English),
    ] {
        let mut screen = Screen::speaking(vec![file.clone()], own, Mode::Light, SIZE);
        let before = screen.document().clone();
        for (name, _, key) in &all {
            screen.drop_file(&folder.join(name));
            let told = Words::new(language).with(&format!("import-error-{key}"), &[("path", (*name).into())]);
            // The name is isolated where it is shown: what follows it is looked for.
            let (_, end) = told.rsplit_once(name).unwrap();
            let end = end.trim_start_matches(['\u{2069}', '»', '\u{a0}', ' ', '”']);
            screen.wait(|screen| screen.has_words(end));
            assert_eq!(screen.document(), &before, "{name}");
        }
        screen.paint(&format!("import-bad-{language:?}").to_lowercase());
    }
}

#[test]
fn what_is_unsafe_in_a_sound_file_is_left_and_told() {
    let folder = folder("unsafe");
    let body = "<w:p><w:r><w:t>محضر اجتماع المكتب</w:t></w:r></w:p><w:p><w:r><w:t>عقد المكتب اجتماعه.</w:t></w:r></w:p>";
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let macros = packed(&[
        ("[Content_Types].xml", b"<a/>"),
        ("word/document.xml", xml.as_bytes()),
        ("word/vbaProject.bin", b"x"),
    ]);
    let path = folder.join("macros.docm");
    fs::write(&path, macros).unwrap();
    let mut screen = Screen::home();
    screen.drop_file(&path);
    screen.wait(|screen| screen.has_words("وثيقة لم تُحفظ بعد"));
    let told = Words::new(Language::Arabic).with("import-macros", &[("count", 1usize.into())]);
    assert!(screen.has_words(&told), "{told}");
    screen.paint("import-macros");
}

/// A text whose cues leave something to be asked.
const ASKED: &str = "بلاغ صحفي\n\
    عقد المكتب الجهوي لاتحاد الجمعيات البيئية اجتماعه الدوري يوم السبت 14 مارس 2026 بدار المبادرات.\n\
    وتثمينا لعمل الفروع خلال السنة المنصرمة،\n\
    وبعد نقاش مستفيض، أوصى المكتب بما يلي:\n\
    - إعداد خطة عمل سنوية لحماية الفرشة المائية.\n\
    - دعم المشاتل المدرسية بكل الجماعات. إحداث فرق محلية للإنذار المبكر بالحرائق.\n\
    – إشراك الجماعات الترابية في تتبع جودة المياه.\n\
    تعزيز التواصل مع الساكنة\n\
    وأكدت السيدة ليلى المرابط على أهمية العمل المشترك.\n\
    وفي ختام الاجتماع، شكرت الرئيسة الحاضرات والحاضرين.\n\
    اترك رد";

fn asked(folder: &str) -> std::path::PathBuf {
    let path = crate::screen::folder(folder).join("نص.txt");
    fs::write(&path, ASKED).unwrap();
    path
}

fn guesses(document: &Document) -> usize {
    document.source().map_or(0, |source| source.guesses.len())
}

#[test]
fn each_answer_to_a_guess_settles_it_from_its_card_and_can_be_taken_back() {
    let path = asked("answers");
    let screen = |path: &std::path::Path| {
        let mut screen = Screen::sized(vec![path.to_path_buf()], false, Mode::Light, SIZE, 1.0);
        screen.wait(|screen| screen.has_words("وثيقة لم تُحفظ بعد"));
        screen.later(1.0);
        screen.rest();
        screen
    };
    let first = screen(&path);
    let found = check::findings(first.document());
    let keys: std::collections::BTreeSet<&str> = found
        .iter()
        .flat_map(|finding| &finding.fixes)
        .map(|fix| fix.key)
        .filter(|key| key.starts_with("guess-"))
        .collect();
    println!("{keys:?}");
    for key in ["guess-confirm", "guess-restore", "guess-split"] {
        assert!(keys.contains(key), "{key} of {keys:?}");
    }
    for key in keys {
        let mut screen = screen(&path);
        let words = Words::new(Language::Arabic);
        let label = words.with(key, &[("how", words.get("guess-likely").into())]);
        // Whole in the panel, below its tabs and above the status line.
        let seen =
            |place: &Rect| place.right() < 360.0 && place.top() > 130.0 && place.bottom() < SIZE.1 - 28.0;
        let mut at = None;
        for _ in 0..=found.len() {
            at = screen.places(&label).into_iter().find(seen);
            if at.is_some() {
                break;
            }
            screen.press(Key::F8);
            screen.later(1.0);
        }
        let before = screen.document().clone();
        screen.click_at(at.expect("a card that offers it").center());
        assert!(guesses(screen.document()) < guesses(&before) || key == "guess-dismiss", "{key}");
        assert_eq!(screen.document().check(), [], "{key}");
        screen.press_with(CTRL, Key::Z);
        assert_eq!(screen.document(), &before, "{key} is taken back");
    }
}

#[test]
fn the_text_it_came_from_stands_beside_the_page_until_it_is_let_go() {
    let path = asked("beside");
    for (language, mode, size, name) in [
        (document::Language::Arabic, Mode::Light, SIZE, "import-source"),
        (document::Language::Arabic, Mode::Dark, (1093.0, 552.0), "import-source-1093-dark"),
        (document::Language::French, Mode::Dark, SIZE, "import-source-fr-dark"),
        (document::Language::French, Mode::Light, (1093.0, 552.0), "import-source-fr-1093"),
    ] {
        let mut screen = Screen::speaking(vec![path.clone()], language, mode, size);
        let words = Words::new(match language {
            document::Language::French => Language::French,
            _ => Language::Arabic,
        });
        screen.wait(|screen| screen.has_words(&words.get("import-let-go")));
        screen.later(1.0);
        screen.press(Key::F8);
        screen.rest();
        screen.paint(&name.replace("source", "guesses"));
        screen.press_with(eframe::egui::Modifiers::ALT, Key::Num4);
        screen.rest();
        assert!(screen.has_words("تعزيز التواصل مع الساكنة"));
        screen.paint(name);
        let dismiss = words.get("cmd-dismiss-source");
        screen.click(&dismiss);
        assert!(screen.document().source().is_none(), "nothing of it is kept");
        screen.press_with(CTRL, Key::Z);
        assert!(screen.document().source().is_some());
    }
}

#[test]
fn a_text_of_an_older_windows_dropped_on_the_window_is_converted_and_that_is_said() {
    let path = folder("dropped-1256").join("بلاغ.txt");
    fs::write(&path, encoding_rs::WINDOWS_1256.encode(TEXT).0).unwrap();
    let mut screen = Screen::home();
    screen.drop_file(&path);
    screen.wait(|screen| screen.has_words("وثيقة لم تُحفظ بعد"));
    assert!(screen.has_words("windows-1256"));
    assert!(words(&screen).contains("إعداد خطة عمل سنوية لحماية الفرشة المائية"));
}

#[test]
fn where_it_does_not_show_whether_a_list_ends_it_is_asked_and_one_press_answers() {
    const LIST: &str = "بلاغ صحفي\n\
        عقد المكتب الجهوي لاتحاد الجمعيات البيئية اجتماعه الدوري يوم السبت 14 مارس 2026 بدار المبادرات.\n\
        وبعد نقاش مستفيض، أوصى المكتب بما يلي:\n\
        - إعداد خطة عمل سنوية لحماية الفرشة المائية.\n\
        - دعم المشاتل المدرسية بكل الجماعات.\n\
        كل الفروع مدعوة إلى موافاة المكتب بتقاريرها حول الموسم المنصرم قبل نهاية الشهر الجاري.\n\
        وفي ختام الاجتماع، شكرت الرئيسة الحاضرات والحاضرين.";
    for (answer, is_item) in [("تنتهي اللائحة هنا", false), ("هو بند منها", true)] {
        let path = folder("list-end").join("بلاغ.txt");
        fs::write(&path, LIST).unwrap();
        // As high as all cards of what was guessed.
        let mut screen = Screen::sized(Vec::new(), false, Mode::Light, (1366.0, 2600.0), 1.0);
        screen.drop_file(&path);
        screen.wait(|screen| screen.has_words("وثيقة لم تُحفظ بعد"));
        screen.app(|app| app.set_panel(Some(mahdar::ui::action::Panel::Checks)));
        screen.wait(|screen| screen.has_words("هل تنتهي اللائحة هنا؟"));
        screen.paint("import-list-end");
        screen.wait(|screen| screen.has(answer));
        screen.click(answer);
        screen.wait(|screen| !screen.has_words("هل تنتهي اللائحة هنا؟"));
        let block =
            screen.document().blocks().iter().find(|block| block.text.text().starts_with("كل الفروع"));
        assert_eq!(block.unwrap().kind.depth().is_some(), is_item);
    }
}
