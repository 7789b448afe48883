//! Texts of other programs in the window: pasted whole, opened, refused, taken back.

use std::fs;

use eframe::egui::Key;
use mahdar::store::Folders;
use mahdar::ui::theme::Mode;

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
    screen.wait(|screen| screen.has_words("صار النص الملصق محضرا"));
    assert!(words(&screen).contains("إعداد خطة عمل سنوية"), "{}", words(&screen));
    assert!(screen.document().source().is_some());
    screen.paint("import-pasted");
    screen.click_words("تراجع عن الاستيراد");
    screen.rest();
    assert_eq!(words(&screen), before);
    assert!(!screen.has_words("صار النص الملصق محضرا"));
}

#[test]
fn what_was_read_as_a_record_can_be_pasted_as_it_is() {
    let mut screen = Screen::new_record();
    screen.press_with(CTRL, Key::Num4);
    screen.paste(TEXT);
    screen.wait(|screen| screen.has_words("ألصقه كما هو"));
    screen.click_words("ألصقه كما هو");
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
    assert!(!screen.has_words("صار النص الملصق محضرا"));
}

#[test]
fn a_long_text_pasted_into_a_written_record_is_offered_to_be_one_of_its_own() {
    let mut screen = Screen::page("offered", &["كلام كُتب من قبل"]);
    screen.paste(&[TEXT; 6].join("\n"));
    screen.paint("import-offered");
    screen.click_words("اقرأه محضرا");
    screen.wait(|screen| screen.has_words("صار النص الملصق محضرا"));
    assert!(!words(&screen).contains("كلام كُتب من قبل"));
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
