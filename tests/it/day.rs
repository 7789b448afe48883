//! A day of typing: memory stays flat, and no command takes longer than the first.
use std::process::Command as Process;

use mahdar::document::{FieldPath, Kind, Mark, Place, Target};
use mahdar::edit::{Command, Editor, Moment, Selection, Shift, Toward, Unit};
use mahdar::template;

use crate::record::{at, block_id, open, show};

/// How many commands the day has, where it is played by itself; unset where the test starts it.
const LENGTH: &str = "MAHDAR_DAY";

/// Somebody at the keyboard, who does the same things in each run.
struct Hands {
    editor: Editor,
    seed: u64,
    millis: u64,
    /// What they are doing, and how often still.
    burst: (Burst, u32),
}

#[derive(Clone, Copy)]
enum Burst {
    Type,
    Erase(Toward),
    EraseWords,
    Undo,
    Redo,
    Field(FieldPath),
    Once,
}

impl Hands {
    fn new() -> Self {
        let mut hands =
            Self { editor: Editor::new(template::demo(), 7), seed: 1, millis: 0, burst: (Burst::Once, 0) };
        while hands.editor.document().blocks().len() < 200 {
            hands.run(Command::Append(Kind::default()));
            hands.run(Command::Type("ناقش المكتب حصيلة البرامج المنجزة وبرمجة الدورة المقبلة. ".repeat(3)));
        }
        hands
    }

    fn dice(&mut self, sides: usize) -> usize {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.seed >> 33).expect("31 bits") % sides
    }

    fn run(&mut self, command: Command) {
        self.millis += 90;
        let _ = self.editor.run(command, &Moment { millis: self.millis, ..Moment::default() });
    }

    fn somewhere(&mut self) -> Place {
        let blocks = self.editor.document().blocks().len();
        let index = self.dice(blocks);
        let block = std::sync::Arc::clone(&self.editor.document().blocks()[index]);
        let stops: Vec<usize> = block.text.text().char_indices().map(|(at, _)| at).collect();
        let offset = if stops.is_empty() { 0 } else { stops[self.dice(stops.len())] };
        Place::new(Target::Block(block.id), offset)
    }

    /// How long the paragraph at the caret is: what grows too long is shortened, so that the record stays one size.
    fn length(&self) -> usize {
        let target = &self.editor.selection().head.target;
        self.editor.document().rich(target).map_or(0, mahdar::document::RichText::len)
    }

    fn next(&mut self) {
        if self.burst.1 == 0 {
            self.choose();
        }
        self.burst.1 = self.burst.1.saturating_sub(1);
        match self.burst.0 {
            Burst::Type => {
                let letter = ["ا", "ل", "م", "ج", "س", "َ", " ", "و", "ي", "ة"][self.dice(10)];
                self.run(Command::Type(letter.into()));
            }
            Burst::Erase(toward) => self.run(Command::Delete(Unit::Grapheme, toward)),
            Burst::EraseWords => self.run(Command::Delete(Unit::Word, Toward::Start)),
            Burst::Undo => {
                self.editor.undo();
            }
            Burst::Redo => {
                self.editor.redo();
            }
            Burst::Field(path) => {
                let value = ["دار الشباب", "المقر", "دار المبادرات", "قاعة الاجتماعات"][self.dice(4)];
                self.run(Command::SetField { path, value: value.into() });
            }
            Burst::Once => self.once(),
        }
    }

    fn choose(&mut self) {
        self.millis += 900;
        let long = self.length() > 500;
        let count = u32::try_from(self.dice(30) + 5).expect("few");
        self.burst = match self.dice(20) {
            0..=7 if !long => (Burst::Type, count * 2),
            0..=7 => (Burst::EraseWords, count),
            8 | 9 => (Burst::Erase(Toward::Start), count),
            10 => (Burst::Erase(Toward::End), count),
            11 => (Burst::Undo, count / 4),
            12 => (Burst::Redo, count / 4),
            13 => (Burst::Field(FieldPath::Venue), count / 4),
            14 => (Burst::Field(FieldPath::BodyName), 1),
            _ => (Burst::Once, 1),
        };
    }

    fn once(&mut self) {
        let blocks = self.editor.document().blocks().len();
        let place = self.somewhere();
        match self.dice(10) {
            0..=3 => self.run(Command::Select(Selection::caret(place))),
            4 => {
                let head = Place::new(place.target.clone(), 0);
                self.run(Command::Select(Selection::new(place, head)));
                self.run(Command::Toggle(Mark::Bold));
            }
            5 | 6 if blocks < 240 => self.run(Command::Enter),
            5..=7 if blocks > 160 => {
                if let Target::Block(id) = place.target {
                    self.run(Command::RemoveBlock(id));
                }
            }
            7 => self.run(Command::Append(Kind::recommendation(2))),
            8 => self.run(Command::Move(Shift::Up)),
            _ => self.run(Command::PasteText("فقرة ملصقة أولى\nفقرة ملصقة ثانية".into())),
        }
    }
}

/// What this process holds in memory, in pages.
fn resident() -> Option<u64> {
    std::fs::read_to_string("/proc/self/statm").ok()?.split_whitespace().nth(1)?.parse().ok()
}

/// How long this process has worked, in hundredths of a second: whatever else the machine does.
fn worked() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    stat.rsplit(')').next()?.split_whitespace().nth(11)?.parse().ok()
}

/// Played in a process of its own, whose memory nothing else fills.
#[test]
fn a_day_alone() {
    let Some(length) = std::env::var(LENGTH).ok().and_then(|length| length.parse::<usize>().ok()) else {
        return;
    };
    let mut hands = Hands::new();
    // What can be taken back is full by then.
    let settled = (length / 10).max(40_000);
    let mut first = None;
    let mut spent = Vec::new();
    for done in 0..length {
        if done == settled {
            first = resident();
        }
        if done % (length / 10) == 0 {
            spent.push(worked());
        }
        hands.next();
    }
    spent.push(worked());
    let took = |tenth: usize| spent[tenth + 1].zip(spent[tenth]).map(|(end, begin)| end - begin);
    // The second tenth and the last, in hundredths of a second of this process alone.
    if let (Some(early), Some(late)) = (took(1), took(9)) {
        println!("{length} commands; the second tenth: {early}0 ms of work, the last: {late}0 ms");
        assert!(late <= early * 2 + 20, "from {early} to {late} hundredths");
    }
    let (Some(first), Some(last)) = (first, resident()) else {
        println!("skipped: the memory of a process is read from /proc");
        return;
    };
    println!("resident after {settled}: {first} pages, at the end: {last} pages");
    assert!(last * 10 < first * 11, "memory grew from {first} to {last} pages");
}

#[test]
fn memory_stays_flat_over_a_day_of_typing() {
    let length = std::env::var(LENGTH).unwrap_or_else(|_| "100000".into());
    let own = std::env::current_exe().expect("this test has a file");
    let played = Process::new(own)
        .args(["--exact", "day::a_day_alone", "--nocapture"])
        .env(LENGTH, length)
        .output()
        .expect("the test runs itself");
    let said = String::from_utf8_lossy(&played.stdout);
    print!("{said}");
    assert!(played.status.success(), "{said}{}", String::from_utf8_lossy(&played.stderr));
}

#[test]
fn letters_typed_in_one_go_are_one_step_to_take_back() {
    let mut editor = open("|نص");
    for (n, letter) in "بلاغ صحفي".chars().enumerate() {
        editor.run(Command::Type(letter.into()), &at(40 * n as u64)).expect("typed");
    }
    assert_eq!(editor.undo().steps.len(), 1);
    assert_eq!(show(&editor), "|نص");
    assert_eq!(editor.redo().steps.len(), 1);
    assert_eq!(show(&editor), "بلاغ صحفي|نص");
    let mut millis = 10_000;
    for toward in [Toward::Start, Toward::End] {
        millis += 5_000;
        for n in 0..2 {
            editor.run(Command::Delete(Unit::Grapheme, toward), &at(millis + n * 40)).expect("deleted");
        }
    }
    assert_eq!(show(&editor), "بلاغ صح|");
    assert_eq!(editor.undo().steps.len(), 1);
    assert_eq!(show(&editor), "بلاغ صح|نص");
    assert_eq!(editor.undo().steps.len(), 1);
    assert_eq!(show(&editor), "بلاغ صحفي|نص");
}

#[test]
fn a_record_saved_before_the_oldest_change_kept_is_changed_however_much_is_taken_back() {
    let mut editor = open("|");
    editor.mark_saved(editor.state());
    let mut saved = 0;
    for n in 0..2_500u64 {
        editor.run(Command::Type("ا".into()), &at(n * 1_000)).expect("typed");
        if n == 1_500 {
            saved = editor.state();
        }
    }
    let mut back = editor.clone();
    let mut taken = 0;
    while back.can_undo() {
        back.undo();
        taken += 1;
    }
    assert_eq!(taken, 2_000, "the last two thousand are kept");
    assert!(back.is_changed(), "what was saved had no words at all");
    assert_eq!(back.document().block(block_id(1)).expect("there").text.text().chars().count(), 500);
    // A state among those kept is found again.
    editor.mark_saved(saved);
    let mut turns = 0;
    while editor.is_changed() {
        assert!(editor.can_undo(), "the saved state is among those kept");
        editor.undo();
        turns += 1;
    }
    assert_eq!(turns, 999);
}

#[test]
fn what_is_taken_back_is_bounded_in_bytes_too() {
    let mut editor = open("|");
    let paragraph = "قرر المكتب عقد اجتماعه المقبل. ".repeat(3_000);
    let long = [paragraph.as_str(); 7].join("\n");
    for n in 0..18u64 {
        editor.run(Command::PasteText(long.clone()), &at(n * 1_000)).expect("pasted");
        editor.run(Command::SelectAll, &at(n * 1_000 + 1)).expect("selected");
        editor.run(Command::Delete(Unit::Grapheme, Toward::Start), &at(n * 1_000 + 2)).expect("deleted");
    }
    let mut turns = 0;
    while editor.can_undo() {
        editor.undo();
        turns += 1;
    }
    assert!((2..36).contains(&turns), "{turns} of 36 are kept");
}
