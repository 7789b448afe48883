//! What was typed before the program was cut short: offered at the next start, and nothing of it lost.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use eframe::egui::Key;
use mahdar::document::{Document, Language as Spoken};
use mahdar::store::{self, Folders, Settings};
use mahdar::template::{self, Counts, View};
use mahdar::ui::theme::Mode;
use mahdar::words::{Language, Words};
use mahdar::workspace::Standing;

use crate::screen::{CTRL, SIZE, Screen, folder, plain, written};

const OPEN: &str = "فتح النسخة المسترجعة";
const BOTH: &str = "فتح النسختين";
const COMPARE: &str = "مقارنة";
const DISCARD: &str = "تجاهل";
const RECOVERED: &str = "استُرجع ما كُتب قبل الانقطاع";

/// A desk: folders of the program's own, and one with records.
struct Desk {
    folders: Folders,
    files: PathBuf,
    /// How often the program was killed here.
    killed: Cell<usize>,
}

impl Desk {
    fn new(name: &str) -> Self {
        let files = folder(&format!("recovery-{name}"));
        Self { folders: Folders::inside(&files.join("kept")), files, killed: Cell::new(0) }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.files.join(format!("{name}.mahdar"))
    }

    /// A record on disk with this one paragraph.
    fn record(&self, name: &str, words: &str) -> PathBuf {
        let path = self.file(name);
        let document = written(&[plain(words)]).renamed(store::random_record_id());
        store::save(&document, &path, None).unwrap();
        path
    }

    fn start(&self, files: &[&Path]) -> Screen {
        let files = files.iter().map(|path| path.to_path_buf()).collect();
        Screen::started(&self.folders, files, Mode::Light, SIZE)
    }

    fn start_in(&self, mode: Mode, size: (f32, f32)) -> Screen {
        Screen::started(&self.folders, Vec::new(), mode, size)
    }

    /// Opens the record, types these words at its end, and dies.
    fn killed_typing(&self, path: &Path, words: &str) {
        let mut screen = self.start(&[path]);
        screen.press_with(CTRL, Key::End);
        screen.type_words(words);
        self.kill(screen);
    }

    /// The program ends without a word. What was typed reaches the disk; then nobody holds its journal any more.
    fn kill(&self, screen: Screen) {
        self.killed.set(self.killed.get() + 1);
        drop(screen);
        let is_free = |path: &PathBuf| std::fs::File::open(path).is_ok_and(|file| file.try_lock().is_ok());
        for _ in 0..1000 {
            let journals = self.journals();
            if journals.len() >= self.killed.get() && journals.iter().all(is_free) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("no journal was left behind");
    }

    fn journals(&self) -> Vec<PathBuf> {
        let folder = self.folders.state.join("journals");
        let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
        let all = entries.map(|entry| entry.unwrap().path());
        let mut all: Vec<PathBuf> = all.filter(|path| path.is_file()).collect();
        all.sort();
        all
    }

    fn discarded(&self) -> usize {
        std::fs::read_dir(self.folders.state.join("journals/discarded")).map_or(0, Iterator::count)
    }

    fn speak(&self, language: Spoken) {
        let change = |settings: &mut Settings| settings.language = Some(language);
        store::change(&self.folders, change).unwrap();
    }
}

fn words_in(path: &Path) -> Vec<String> {
    words_of(&store::open(path).unwrap().document)
}

fn words_of(document: &Document) -> Vec<String> {
    document.blocks().iter().map(|block| block.text.text().to_owned()).collect()
}

#[test]
fn a_card_on_the_home_screen_says_what_was_recovered() {
    let desk = Desk::new("card");
    let path = desk.record("اجتماع 14 نونبر", "افتتح الرئيس الجلسة");
    desk.killed_typing(&path, " ورحب بالحضور");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has_words(RECOVERED));
    assert!(!screen.is_open(), "the home screen is shown");
    for said in ["«اجتماع 14 نونبر»", "إلى حدود", "أُضيفت كلمتان في فقرة واحدة إلى ما في القرص"]
    {
        assert!(screen.has_words(said), "{said}");
    }
    let card = screen.place_with(RECOVERED);
    let question = screen.place("ما الذي تُعدّه؟");
    assert!(card.bottom() < question.top());
    assert_eq!(words_in(&path), ["افتتح الرئيس الجلسة"], "nothing on disk was touched");
}

#[test]
fn the_card_counts_the_words_as_the_line_of_state_does() {
    let desk = Desk::new("counted");
    let path = desk.file("اجتماع");
    let document = crate::live::meeting().document().clone().renamed(store::random_record_id());
    store::save(&document, &path, None).unwrap();
    let mut screen = desk.start(&[&path]);
    screen.press_with(CTRL, Key::End);
    screen.type_words(" ورحب بالحضور");
    let text = template::compose(screen.document(), &View::of(screen.open().output));
    let values = [("count", Counts::of(&text).words.into())];
    let count = Words::new(Language::Arabic).with("status-words", &values);
    desk.kill(screen);
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    assert!(screen.has_words(&count), "{count}");
    screen.click(OPEN);
    screen.wait(|screen| screen.has(&count));
}

#[test]
fn the_recovered_version_is_opened_unsaved_and_saved_into_its_file() {
    let desk = Desk::new("open");
    let path = desk.record("اجتماع", "افتتح الرئيس الجلسة");
    desk.killed_typing(&path, " ورحب");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    screen.click(OPEN);
    assert_eq!(screen.words(), ["افتتح الرئيس الجلسة ورحب"]);
    assert!(screen.open().editor().is_changed(), "it is unsaved");
    assert_eq!(screen.open().path(), Some(&*path));
    assert!(screen.has("استُرجعت الوثيقة. احفظها لتبقى."));
    assert!(screen.has("تعديلات غير محفوظة"), "the line of state says so");
    assert_eq!(words_in(&path), ["افتتح الرئيس الجلسة"]);
    screen.paint("recovery-opened");
    screen.type_words(" بالحضور");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path), ["افتتح الرئيس الجلسة ورحب بالحضور"]);
    screen.quit();
    let mut screen = desk.start(&[]);
    std::thread::sleep(Duration::from_millis(300));
    screen.rest();
    assert!(!screen.has(OPEN), "what was saved is not offered again");
    assert_eq!(desk.journals(), Vec::<PathBuf>::new());
}

#[test]
fn the_keyboard_reaches_the_offer_from_the_home_screen() {
    let desk = Desk::new("keys");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    screen.press(Key::ArrowDown);
    assert!(screen.is_focused(OPEN), "{:?}", screen.focused());
    screen.press(Key::ArrowLeft);
    assert!(screen.is_focused(BOTH));
    screen.press(Key::ArrowDown);
    assert!(!screen.is_focused(BOTH), "the arrows go on to what is below");
    screen.press(Key::ArrowUp);
    screen.press(Key::Home);
    assert!(screen.is_focused(OPEN));
    screen.press(Key::Enter);
    assert_eq!(screen.words(), ["نص جديد"]);
    screen.type_words("!");
    assert_eq!(screen.words(), ["نص جديد!"], "writing goes on where it stopped");
}

#[test]
fn both_versions_are_opened_beside_each_other() {
    let desk = Desk::new("both");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(BOTH));
    screen.click(BOTH);
    assert_eq!(screen.words(), ["نص جديد"]);
    assert!(screen.has_words("اجتماع (مسترجعة)"), "it has a name of its own");
    screen.paint("recovery-both");
    assert_eq!(screen.open().path(), None);
    screen.press_with(CTRL, Key::S);
    assert!(screen.has_value(desk.file("اجتماع (مسترجعة)").to_str().unwrap()), "a place is asked for");
    screen.press(Key::Enter);
    screen.wait(|screen| screen.open().path().is_some());
    assert_eq!(words_in(&desk.file("اجتماع (مسترجعة)")), ["نص جديد"]);
    screen.press_with(CTRL, Key::Tab);
    assert_eq!(screen.words(), ["نص"]);
    assert_eq!(screen.open().path(), Some(&*path));
    assert!(!screen.open().editor().is_changed());
    assert!(!screen.has(OPEN), "it was answered");
    assert_eq!(words_in(&path), ["نص"]);
}

#[test]
fn what_differs_is_shown_and_escape_comes_back_to_the_card() {
    let desk = Desk::new("compare");
    let path = desk.record("اجتماع", "افتتح الرئيس الجلسة");
    desk.killed_typing(&path, " ورحب بالحضور");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(COMPARE));
    screen.click(COMPARE);
    assert!(screen.has_words("اجتماع (على القرص)") && screen.has_words("اجتماع (مسترجعة)"));
    screen.paint("recovery-compared");
    screen.press(Key::Escape);
    assert!(screen.has(OPEN), "nothing was decided yet");
    screen.click(COMPARE);
    screen.press_with(CTRL, Key::N);
    assert!(screen.has(OPEN), "the home screen is not hidden by it");
    screen.press_with(CTRL, Key::O);
    screen.give_path(&path);
    screen.click(COMPARE);
    screen.press(Key::F6);
    screen.press(Key::Escape);
    screen.press(Key::Escape);
    assert_eq!(screen.words(), ["افتتح الرئيس الجلسة"]);
    screen.click(OPEN);
    assert_eq!(screen.words(), ["افتتح الرئيس الجلسة ورحب بالحضور"]);
}

#[test]
fn what_is_let_go_can_be_taken_back_and_is_kept_aside() {
    let desk = Desk::new("discard");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(DISCARD));
    screen.click(DISCARD);
    assert!(!screen.has_words(RECOVERED));
    assert!(screen.has_words("أُبعدت النسخة المسترجعة من «اجتماع»"));
    screen.paint("recovery-let-go");
    assert_eq!(desk.journals().len(), 1, "the journal waits while that can be taken back");
    screen.click("تراجع");
    assert!(screen.has_words(RECOVERED));
    screen.click(DISCARD);
    screen.later(12.0);
    screen.rest();
    assert!(!screen.has("تراجع"));
    screen.wait(|_| desk.journals().is_empty());
    assert_eq!(desk.discarded(), 1, "kept among the discarded");
    drop(screen);
    let mut screen = desk.start(&[]);
    std::thread::sleep(Duration::from_millis(300));
    screen.rest();
    assert!(!screen.has(OPEN), "it is not offered again");
}

#[test]
fn what_is_let_go_is_put_aside_when_the_program_ends() {
    let desk = Desk::new("discard-quit");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(DISCARD));
    screen.click(DISCARD);
    screen.quit();
    assert_eq!((desk.journals().len(), desk.discarded()), (0, 1));
}

#[test]
fn a_file_with_a_journal_offers_it_above_the_page() {
    let desk = Desk::new("bar");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    let mut screen = desk.start(&[&path]);
    screen.wait(|screen| screen.has(OPEN));
    assert_eq!(screen.words(), ["نص"], "the file is shown as it is on disk");
    screen.press(Key::F6);
    assert!(screen.is_focused(OPEN));
    screen.press(Key::Enter);
    assert_eq!(screen.words(), ["نص جديد"]);
    assert!(screen.open().editor().is_changed());
    assert_eq!(screen.open().path(), Some(&*path));
    screen.press_with(CTRL, Key::Tab);
    assert_eq!(screen.words(), ["نص جديد"], "it took the place of the tab that was there");
    assert!(!screen.has(OPEN));
    assert!(matches!(screen.open().standing(), Standing::Ours(_)), "{:?}", screen.open().standing());
    screen.type_words("!");
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نص جديد!"]);
}

#[test]
fn a_file_opened_later_offers_its_journal_too_and_the_bar_can_be_put_away() {
    let desk = Desk::new("bar-later");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    screen.press_with(CTRL, Key::O);
    screen.give_path(&path);
    assert!(screen.is_open() && screen.has(OPEN));
    screen.click("إغلاق");
    assert!(!screen.has(OPEN));
    screen.type_words("س");
    assert!(screen.words()[0].contains('س'), "the page has the keyboard");
    screen.press_with(CTRL, Key::N);
    assert!(screen.has(OPEN), "the home screen still offers it");
}

#[test]
fn what_was_typed_into_the_file_meanwhile_stays_beside_the_recovered_version() {
    let desk = Desk::new("bar-typed");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    let mut screen = desk.start(&[&path]);
    screen.wait(|screen| screen.has(OPEN));
    screen.press_with(CTRL, Key::End);
    screen.type_words(" آخر");
    screen.click(OPEN);
    assert_eq!(screen.words(), ["نص جديد"]);
    assert_eq!(screen.open().path(), None, "two tabs never share a file");
    screen.press_with(CTRL, Key::Tab);
    assert_eq!(screen.words(), ["نص آخر"]);
    assert!(screen.open().editor().is_changed());
}

#[test]
fn a_start_with_another_file_tells_of_what_waits_on_the_home_screen() {
    let desk = Desk::new("others");
    let path = desk.record("اجتماع", "نص");
    let other = desk.record("آخر", "الآخر");
    desk.killed_typing(&path, " جديد");
    let mut screen = desk.start(&[&other]);
    screen.wait(|screen| screen.has_words("استُرجعت وثيقة أخرى"));
    screen.paint("recovery-others");
    assert!(!screen.has(OPEN));
    screen.click("عرض النسخ المسترجعة");
    assert!(screen.has(OPEN) && !screen.is_open());
    screen.press_with(CTRL, Key::O);
    screen.give_path(&other);
    assert!(!screen.has_words("استُرجعت وثيقة أخرى"), "it was seen");
}

#[test]
fn a_record_without_a_file_comes_back_and_asks_for_a_place() {
    let desk = Desk::new("unnamed");
    let mut screen = desk.start(&[]);
    screen.press_with(CTRL, Key::N);
    screen.click("بلاغ اجتماع جهوي");
    screen.type_words("المكتب الجهوي");
    desk.kill(screen);
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    assert!(screen.has_words("لم تُحفظ في ملف بعد"));
    assert!(!screen.has(BOTH) && !screen.has(COMPARE), "there is nothing to set it against");
    screen.click(OPEN);
    assert_eq!(screen.document().meeting().body.name, "المكتب الجهوي");
    assert!(screen.open().editor().is_changed());
    screen.press_with(CTRL, Key::S);
    screen.give_path(&desk.file("جديد"));
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(store::open(&desk.file("جديد")).unwrap().document.meeting().body.name, "المكتب الجهوي");
}

#[test]
fn a_file_that_changed_since_is_said_and_never_replaced_unasked() {
    let desk = Desk::new("changed");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    desk.record("اجتماع", "كتبه غيري");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    assert!(screen.has_words("تغيّر الملف على القرص بعد فتحه"));
    screen.paint("recovery-changed");
    screen.click(OPEN);
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| screen.has("استبدال الملف"));
    assert_eq!(words_in(&path), ["كتبه غيري"]);
}

#[test]
fn a_file_that_is_gone_is_written_anew() {
    let desk = Desk::new("gone");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    std::fs::remove_file(&path).unwrap();
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    assert!(screen.has_words("لم يعد ملفها في مكانه"));
    assert!(!screen.has(BOTH));
    screen.click(OPEN);
    screen.press_with(CTRL, Key::S);
    screen.wait(|screen| !screen.open().editor().is_changed());
    assert_eq!(words_in(&path), ["نص جديد"]);
}

#[test]
fn a_journal_that_holds_nothing_is_said_plainly_and_kept() {
    let desk = Desk::new("nothing");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    let journal = desk.journals().pop().unwrap();
    std::fs::write(&journal, "ليس سجلا").unwrap();
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has_words("لم يُسترجع شيء"));
    assert!(screen.has_words(journal.file_name().unwrap().to_str().unwrap()), "where it is kept is said");
    assert!(!screen.has(OPEN));
    assert!(screen.has("فتح المجلد"));
    screen.paint("recovery-nothing");
    screen.click(DISCARD);
    screen.quit();
    assert_eq!((desk.journals().len(), desk.discarded()), (0, 1), "kept among the discarded");
    assert_eq!(words_in(&path), ["نص"]);
}

/// Spoils the journal's step of this number.
fn spoil(journal: &Path, step: usize) {
    let text = std::fs::read_to_string(journal).unwrap();
    let named = format!("(n:{step},");
    assert!(text.contains(&named), "{text}");
    std::fs::write(journal, text.replace(&named, "(n:@,")).unwrap();
}

#[test]
fn a_journal_damaged_in_its_middle_gives_what_came_before_and_says_so() {
    let desk = Desk::new("damaged");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد ثم كلمات");
    spoil(&desk.journals().pop().unwrap(), 8);
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    assert!(screen.has_words("استُرجع ما كُتب قبل الانقطاع إلا آخره"));
    assert!(screen.has_words("غير مقروء"));
    screen.paint("recovery-damaged");
    screen.click(OPEN);
    assert_eq!(screen.words(), ["نص جديد ث"]);
}

#[test]
fn a_journal_of_which_only_the_beginning_can_be_read_offers_that() {
    let desk = Desk::new("base");
    let path = desk.record("اجتماع", "نص");
    desk.killed_typing(&path, " جديد");
    spoil(&desk.journals().pop().unwrap(), 1);
    desk.record("اجتماع", "كتبه غيري");
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has(OPEN));
    assert!(screen.has_words("تعذر استرجاع آخر ما كُتب، وسلمت النسخة التي بدأ منها"));
    screen.paint("recovery-base");
    screen.click(OPEN);
    assert_eq!(screen.words(), ["نص"]);
    assert_eq!(words_in(&path), ["كتبه غيري"]);
}

#[test]
fn a_journal_that_cannot_be_written_is_told_of_until_it_can() {
    let desk = Desk::new("trouble");
    let path = desk.record("اجتماع", "نص");
    let journals = desk.folders.state.join("journals");
    std::fs::create_dir_all(&desk.folders.state).unwrap();
    std::fs::write(&journals, "لا مكان لليوميات هنا").unwrap();
    let mut screen = desk.start(&[&path]);
    screen.press_with(CTRL, Key::End);
    screen.type_words(" جديد");
    screen.wait(|screen| screen.has_words("تعذر حفظ ما تكتبه أولا بأول"));
    screen.paint("recovery-trouble");
    screen.type_words("!");
    assert_eq!(screen.words(), ["نص جديد!"], "nobody is stopped");
    std::fs::remove_file(&journals).unwrap();
    screen.wait(|screen| !screen.has_words("تعذر حفظ ما تكتبه أولا بأول"));
    desk.kill(screen);
    let mut screen = desk.start(&[&path]);
    screen.wait(|screen| screen.has(OPEN));
    screen.click(OPEN);
    assert_eq!(screen.words(), ["نص جديد!"], "all of it reached the disk in the end");
}

#[test]
fn more_than_three_wait_behind_one_button() {
    let desk = Desk::new("many");
    for name in ["أ", "ب", "ج", "د", "ه"] {
        let path = desk.record(name, "نص");
        desk.killed_typing(&path, " جديد");
    }
    let mut screen = desk.start(&[]);
    screen.wait(|screen| screen.has_words("عرض كل النسخ المسترجعة"));
    screen.wait(|screen| screen.places(OPEN).len() == 3 && screen.has_words("(5)"));
    screen.paint("recovery-many");
    screen.click_words("عرض كل النسخ المسترجعة");
    assert_eq!(screen.places(OPEN).len(), 5);
    screen.click_words("عرض نسخ أقل");
    assert_eq!(screen.places(OPEN).len(), 3);
}

#[test]
fn pictures() {
    let desk = Desk::new("pictures");
    let path = desk.record("اجتماع 14 نونبر 2026", "افتتح الرئيس الجلسة");
    desk.killed_typing(&path, " ورحب بالحضور، ثم عرض جدول الأعمال فصودق عليه بالإجماع");
    for (name, mode, size, language) in [
        ("recovery", Mode::Light, SIZE, Spoken::Arabic),
        ("recovery-dark", Mode::Dark, SIZE, Spoken::Arabic),
        ("recovery-1093", Mode::Light, (1093.0, 552.0), Spoken::Arabic),
        ("recovery-720", Mode::Light, (720.0, 480.0), Spoken::Arabic),
        ("recovery-french", Mode::Light, SIZE, Spoken::French),
        ("recovery-french-1093", Mode::Dark, (1093.0, 552.0), Spoken::French),
    ] {
        desk.speak(language);
        let mut screen = desk.start_in(mode, size);
        screen.wait(|screen| screen.has_words("اجتماع 14 نونبر 2026"));
        screen.paint(name);
        screen.press_with(CTRL, Key::O);
        screen.give_path(&path);
        screen.paint(&format!("{name}-bar"));
    }
}
