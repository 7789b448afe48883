//! Notes of a meeting without a window: where they stand, what becomes of them, verbs that follow who speaks, votes.

use mahdar::arabic::noted::{self, Ballot};
use mahdar::arabic::verbs;
use mahdar::arabic::{Gender, Time};
use mahdar::check::{What, findings};
use mahdar::document::{
    AgendaItem, Audience, Block, BlockId, Decision, Document, Kind, Matter, NoteMark, OutputKind, Person,
    PersonId, Presence, RecordId, Role, Speaker, Vote,
};
use mahdar::edit::voice::spoken_verb;
use mahdar::edit::{Command, Editor, Moment, Noted, Noting, Post, Roll, Said, Seat, Who, notes};
use mahdar::export::{Format, Options, export, public_record};
use mahdar::store;
use mahdar::template::{self, View};

fn run(editor: &mut Editor, command: Command) {
    editor.run(command, &Moment::default()).unwrap();
}

fn set(editor: &mut Editor, path: &str, value: &str) {
    run(editor, Command::SetField { path: path.parse().unwrap(), value: value.into() });
}

/// Minutes and a communiqué of a body with two items, a woman and a man.
fn editor() -> Editor {
    let mut editor = Editor::new(Document::new(RecordId(8)), 4);
    run(&mut editor, Command::AddOutput(OutputKind::Minutes));
    run(&mut editor, Command::AddOutput(OutputKind::Communique));
    set(&mut editor, "meeting.body.name", "الكتابة الجهوية");
    set(&mut editor, "meeting.dates", "2026-11-14");
    run(&mut editor, Command::Append(Kind::Paragraph(Role::Lead)));
    run(&mut editor, Command::Type("عقدت الكتابة الجهوية اجتماعها.".into()));
    for words in ["الماء؛", "الغابة."] {
        let kind = Kind::AgendaItem(AgendaItem::default());
        run(&mut editor, Command::InsertBlock { after: None, kind, words: words.into() });
    }
    for (name, gender) in [("ليلى الزيتوني", Gender::Female), ("حمو الدومي", Gender::Male)]
    {
        let person = Person { name: name.into(), gender, ..Person::default() };
        let who = Who::New(Box::new(person));
        run(&mut editor, Command::Roll(Roll::Add { who, at: usize::MAX, presence: Presence::Present }));
    }
    editor
}

fn person(editor: &Editor, at: usize) -> PersonId {
    editor.document().meeting().attendance.people[at].person
}

fn item(editor: &Editor, at: usize) -> BlockId {
    let blocks = editor.document().blocks().iter();
    blocks.filter(|block| matches!(block.kind, Kind::AgendaItem(_))).nth(at).unwrap().id
}

fn noted(mark: NoteMark, who: Said, words: &str) -> Noted {
    Noted { at: Time::new(10, 4), mark, who, words: words.into() }
}

fn keep(editor: &mut Editor, at: usize, mark: NoteMark, who: Said, words: &str) -> BlockId {
    let under = Some(item(editor, at));
    let before: Vec<BlockId> = notes::notes(editor.document()).map(|block| block.id).collect();
    run(editor, Command::Note(Noting::Keep { under, noted: Box::new(noted(mark, who, words)) }));
    let new = notes::notes(editor.document()).map(|block| block.id).find(|id| !before.contains(id));
    new.unwrap()
}

fn send(editor: &mut Editor, notes: Vec<BlockId>) {
    run(editor, Command::Note(Noting::Send(notes)));
}

fn block(editor: &Editor, id: BlockId) -> &Block {
    editor.document().block(id).unwrap()
}

/// The words of a block as the minutes print them.
fn printed(editor: &Editor, id: BlockId) -> String {
    let composition = template::compose(editor.document(), &View::of(OutputKind::Minutes));
    let target = mahdar::document::Target::Block(id);
    let found = composition.paragraphs.iter().find(|one| one.target.as_ref() == Some(&target));
    found.unwrap().text.clone()
}

fn outline(editor: &Editor) -> Vec<String> {
    let blocks = editor.document().blocks().iter();
    blocks
        .map(|block| {
            let kind = match &block.kind {
                Kind::Heading(_) => "#",
                Kind::Note(_) => "!",
                Kind::AgendaItem(_) => "@",
                _ => "",
            };
            format!("{kind}{}", block.text.text().chars().take(12).collect::<String>().trim_end())
        })
        .collect()
}

#[test]
fn notes_stand_in_the_order_they_fall_below_the_heading_of_their_item() {
    let mut editor = editor();
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "أولى");
    keep(&mut editor, 1, NoteMark::None, Said::Nobody, "ثانية");
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "ثالثة");
    assert_eq!(
        outline(&editor)[1..],
        ["@الماء؛", "@الغابة.", "#الماء", "!أولى", "!ثالثة", "#الغابة", "!ثانية"]
    );
    let first =
        editor.document().blocks().iter().find(|block| matches!(block.kind, Kind::Heading(_))).unwrap();
    assert_eq!(first.audience, Audience::MinutesOnly, "what was said item by item is for the minutes");
    editor.undo();
    editor.undo();
    editor.undo();
    assert_eq!(outline(&editor)[1..], ["@الماء؛", "@الغابة."], "the headings came with the first note");
}

#[test]
fn a_note_takes_the_place_of_the_empty_paragraph_below_its_heading() {
    let mut editor = editor();
    run(&mut editor, Command::Proceedings);
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "أولى");
    assert_eq!(outline(&editor)[3..], ["#الماء", "!أولى", "#الغابة", ""]);
}

#[test]
fn what_recommends_and_closes_stays_behind_the_notes() {
    let mut editor = editor();
    run(&mut editor, Command::Append(Kind::recommendation(0)));
    run(&mut editor, Command::Type("المحور".into()));
    run(&mut editor, Command::Append(Kind::Paragraph(Role::Closing)));
    run(&mut editor, Command::Type("وفي الختام".into()));
    keep(&mut editor, 1, NoteMark::Task, Said::Nobody, "مراسلة الفروع");
    keep(&mut editor, 1, NoteMark::None, Said::Nobody, "بعدها");
    send(&mut editor, Vec::new());
    keep(&mut editor, 1, NoteMark::None, Said::Nobody, "الأخيرة");
    assert_eq!(
        outline(&editor)[3..],
        ["#الماء", "#الغابة", "مراسلة الفرو", "بعدها.", "!الأخيرة", "المحور", "وفي الختام"]
    );
}

#[test]
fn each_mark_becomes_what_it_says_and_nothing_said_is_lost() {
    let mut editor = editor();
    let (woman, man) = (person(&editor, 0), person(&editor, 1));
    let by = |id| Said::Person(Who::Known(id));
    let plain = keep(&mut editor, 0, NoteMark::None, Said::Nobody, "افتتاح الجلسة");
    let said = keep(&mut editor, 0, NoteMark::None, by(woman), "يقترح مهلة إلى متم دجنبر");
    let colon = keep(&mut editor, 0, NoteMark::None, by(man), "جمعيتان لم تؤديا الواجب");
    let that = keep(&mut editor, 0, NoteMark::None, by(woman), "الميزانية غير كافية");
    let several = keep(&mut editor, 0, NoteMark::None, Said::Several("الحاضرون".into()), "طالب بالتأجيل");
    let quote = keep(&mut editor, 0, NoteMark::Quote, by(woman), "لا غابة بلا ماء");
    let counted = keep(
        &mut editor,
        0,
        NoteMark::Decision,
        Said::Nobody,
        "إحداث لجنة لتتبع المقالع: 17 مع، 2 ضد، 3 امتناع",
    );
    let agreed = keep(&mut editor, 0, NoteMark::Decision, by(man), "المصادقة بالإجماع على محضر أكتوبر");
    let task = keep(&mut editor, 0, NoteMark::Task, by(woman), "مراسلة الجمعيتين قبل فاتح دجنبر 2026");
    let other = keep(&mut editor, 0, NoteMark::Task, Said::Nobody, "جرد العيون. المسؤول: لجنة الماء");
    send(&mut editor, Vec::new());
    assert_eq!(printed(&editor, plain), "افتتاح الجلسة.");
    assert_eq!(printed(&editor, said), "اقترحت السيدة ليلى الزيتوني مهلة إلى متم دجنبر.");
    assert_eq!(printed(&editor, colon), "أوضح السيد حمو الدومي: جمعيتان لم تؤديا الواجب.");
    assert_eq!(printed(&editor, that), "أوضحت السيدة ليلى الزيتوني أن الميزانية غير كافية.");
    assert_eq!(printed(&editor, several), "طالب الحاضرون بالتأجيل.");
    assert_eq!(block(&editor, several).kind, Kind::Intervention(Speaker::Collective("الحاضرون".into())));
    assert_eq!(printed(&editor, quote), "«لا غابة بلا ماء»");
    assert_eq!(block(&editor, quote).kind, Kind::Quote(Speaker::Person(woman)));
    let Kind::Decision(decision) = &block(&editor, counted).kind else { panic!() };
    assert_eq!(decision.vote, Some(Vote::Counted { yes: 17, no: 2, abstained: 3 }));
    let Matter::Committee { name, .. } = &decision.matter else { panic!("{:?}", decision.matter) };
    assert!(name.starts_with("لجنة لتتبع المقالع"), "{name}");
    let printed_vote = printed(&editor, counted);
    assert!(printed_vote.starts_with("قررت الكتابة الجهوية إحداث لجنة لتتبع المقالع، "), "{printed_vote}");
    assert!(
        printed_vote.contains("بأغلبية 17 صوتا مقابل صوتين وامتناع 3 أعضاء عن التصويت."),
        "{printed_vote}"
    );
    let Kind::Decision(decision) = &block(&editor, agreed).kind else { panic!() };
    assert_eq!(decision.vote, Some(Vote::Unanimous));
    assert_eq!(
        printed(&editor, agreed),
        "باقتراح من السيد حمو الدومي، صادقت الكتابة الجهوية بالإجماع على محضر أكتوبر."
    );
    let Kind::Recommendation(item) = &block(&editor, task).kind else { panic!() };
    assert_eq!(item.responsible, "السيدة ليلى الزيتوني");
    assert_eq!(item.due.map(|due| due.to_string()), Some("2026-12-01".into()));
    let Kind::Recommendation(item) = &block(&editor, other).kind else { panic!() };
    assert_eq!(item.responsible, "لجنة الماء");
    assert_eq!(notes::notes(editor.document()).count(), 0);
}

#[test]
fn who_spoke_and_of_whom_nothing_was_written_took_part() {
    let mut editor = editor();
    let by = Said::Person(Who::Known(person(&editor, 0)));
    let id = keep(&mut editor, 0, NoteMark::None, by, "");
    send(&mut editor, Vec::new());
    assert_eq!(printed(&editor, id), "تدخلت السيدة ليلى الزيتوني.");
}

#[test]
fn a_note_sent_is_not_sent_twice_and_one_can_be_sent_alone() {
    let mut editor = editor();
    let one = keep(&mut editor, 0, NoteMark::None, Said::Nobody, "أولى");
    let two = keep(&mut editor, 0, NoteMark::None, Said::Nobody, "ثانية");
    send(&mut editor, vec![one]);
    assert_eq!(outline(&editor)[3..], ["#الماء", "أولى.", "!ثانية", "#الغابة"]);
    let sent = editor.document().clone();
    send(&mut editor, vec![one]);
    assert!(editor.document().blocks().iter().eq(sent.blocks().iter()), "it is no note any more");
    send(&mut editor, Vec::new());
    assert_eq!(block(&editor, two).text.text(), "ثانية.");
    assert_eq!(editor.document().blocks().len(), sent.blocks().len());
    editor.undo();
    assert!(editor.document().blocks().iter().eq(sent.blocks().iter()));
}

#[test]
fn a_note_is_corrected_and_emptied_and_both_are_taken_back() {
    let mut editor = editor();
    let id = keep(&mut editor, 0, NoteMark::None, Said::Nobody, "أولى");
    let before = editor.document().clone();
    let who =
        Said::Person(Who::New(Box::new(Person { name: "يطو الأرزي".into(), ..Person::default() })));
    let new = noted(NoteMark::Task, who, "أخرى");
    run(&mut editor, Command::Note(Noting::Correct { note: id, noted: Box::new(new) }));
    let Kind::Note(note) = &block(&editor, id).kind else { panic!() };
    assert_eq!((note.mark, block(&editor, id).text.text()), (NoteMark::Task, "أخرى"));
    assert!(matches!(note.speaker, Speaker::Person(_)));
    editor.undo();
    assert_eq!(*editor.document(), before);
    let empty = noted(NoteMark::None, Said::Nobody, "  ");
    run(&mut editor, Command::Note(Noting::Correct { note: id, noted: Box::new(empty) }));
    assert!(editor.document().block(id).is_none());
    editor.undo();
    assert_eq!(*editor.document(), before);
}

#[test]
fn no_note_and_nothing_sent_of_one_is_in_a_public_text() {
    let mut editor = editor();
    let woman = person(&editor, 0);
    for (mark, words) in [
        (NoteMark::None, "سر لا يُنشر أول"),
        (NoteMark::Decision, "سر لا يُنشر ثان"),
        (NoteMark::Task, "سر لا يُنشر ثالث"),
        (NoteMark::Quote, "سر لا يُنشر رابع"),
    ] {
        keep(&mut editor, 0, mark, Said::Person(Who::Known(woman)), words);
    }
    for state in ["notes", "sent"] {
        for kind in [OutputKind::Communique, OutputKind::News, OutputKind::Recommendations, OutputKind::Short]
        {
            // A text without any words is none.
            let out = export(editor.document(), &View::of(kind), Options::default(), Format::Txt);
            let text = out.map_or_else(|_| String::new(), |out| String::from_utf8(out.bytes).unwrap());
            assert!(!text.contains("سر"), "{state} {kind}: {text}");
            let file = store::write(&public_record(editor.document(), kind, RecordId(99)).unwrap());
            assert!(!file.contains("سر"), "{state} {kind}: {file}");
        }
        send(&mut editor, Vec::new());
    }
}

#[test]
fn the_skeleton_tells_what_each_item_s_presenter_presented() {
    let mut editor = editor();
    let (woman, first) = (person(&editor, 0), item(&editor, 0));
    let post = Post::Block(first, Seat::Presenter);
    run(&mut editor, Command::Appoint { post, who: Who::Known(woman), was: None });
    run(&mut editor, Command::Proceedings);
    let said =
        editor.document().blocks().iter().find(|b| matches!(b.kind, Kind::Intervention(_))).unwrap().id;
    assert_eq!(printed(&editor, said), "قدمت السيدة ليلى الزيتوني عرضا حول «الماء».");
    assert_eq!(outline(&editor).iter().filter(|line| line.starts_with('#')).count(), 2);
}

fn intervention(editor: &mut Editor) -> BlockId {
    let woman = person(editor, 0);
    let id = keep(editor, 0, NoteMark::None, Said::Person(Who::Known(woman)), "أكد أن الماء أولوية");
    send(editor, vec![id]);
    id
}

#[test]
fn changing_who_speaks_changes_the_verb() {
    let mut editor = editor();
    let id = intervention(&mut editor);
    assert_eq!(printed(&editor, id), "أكدت السيدة ليلى الزيتوني أن الماء أولوية.");
    let man = person(&editor, 1);
    let post = Post::Block(id, Seat::Speaker);
    run(&mut editor, Command::Appoint { post, who: Who::Known(man), was: None });
    assert_eq!(printed(&editor, id), "أكد السيد حمو الدومي أن الماء أولوية.");
    let several = |name: &str| Kind::Intervention(Speaker::Collective(name.into()));
    run(&mut editor, Command::SetBlockKind(id, several("الحاضرات")));
    assert_eq!(printed(&editor, id), "أكدت الحاضرات أن الماء أولوية.");
    run(&mut editor, Command::SetBlockKind(id, several("الحاضرون")));
    assert_eq!(printed(&editor, id), "أكد الحاضرون أن الماء أولوية.");
    run(&mut editor, Command::SetBlockKind(id, Kind::Intervention(Speaker::Unnamed)));
    run(
        &mut editor,
        Command::SetBlockPerson { block: id, seat: Seat::Speaker, name: "ليلى الزيتوني".into() },
    );
    assert_eq!(printed(&editor, id), "أكدت السيدة ليلى الزيتوني أن الماء أولوية.");
    for _ in 0..3 {
        editor.undo();
    }
    assert_eq!(printed(&editor, id), "أكدت السيدة ليلى الزيتوني أن الماء أولوية.");
}

#[test]
fn another_verb_takes_the_place_of_the_one_there_or_opens_the_words() {
    let mut editor = editor();
    let id = intervention(&mut editor);
    let verb = |m: &str, f: &str| Command::SetVerb { block: id, masculine: m.into(), feminine: f.into() };
    run(&mut editor, verb("شدد", "شددت"));
    assert_eq!(printed(&editor, id), "شددت السيدة ليلى الزيتوني على أن الماء أولوية.", "with what it takes");
    let now = spoken_verb(editor.document(), block(&editor, id));
    assert_eq!(now, Some(("شدد".to_owned(), "شددت".to_owned())));
    let kind = Kind::Intervention(Speaker::Collective("المتدخلون".into()));
    run(&mut editor, Command::SetBlockKind(id, kind));
    run(&mut editor, verb("ثمن", "ثمنت"));
    assert_eq!(printed(&editor, id), "ثمن المتدخلون أن الماء أولوية.");
    let man = person(&editor, 1);
    run(&mut editor, Command::Append(Kind::Intervention(Speaker::Person(man))));
    run(&mut editor, Command::Type("ضرورة الترشيد".into()));
    let new = editor.document().blocks().last().unwrap().id;
    assert_eq!(spoken_verb(editor.document(), block(&editor, new)), None);
    let verb = Command::SetVerb { block: new, masculine: "أكد".into(), feminine: "أكدت".into() };
    run(&mut editor, verb);
    assert_eq!(printed(&editor, new), "أكد السيد حمو الدومي ضرورة الترشيد");
}

#[test]
fn a_verb_written_by_hand_is_the_verb_of_who_speaks() {
    let mut editor = editor();
    let man = person(&editor, 1);
    run(&mut editor, Command::Append(Kind::Intervention(Speaker::Person(man))));
    run(&mut editor, Command::Type("سجل السيد حمو الدومي نقص الماء".into()));
    let id = editor.document().blocks().last().unwrap().id;
    let verb = spoken_verb(editor.document(), block(&editor, id)).map(|(masculine, _)| masculine);
    assert_eq!(verb.as_deref(), Some("سجل"));
    run(&mut editor, Command::SetVerb { block: id, masculine: "أكد".into(), feminine: "أكدت".into() });
    assert_eq!(printed(&editor, id), "أكد السيد حمو الدومي نقص الماء", "it is replaced, not said twice");
    assert_eq!(spoken_verb(editor.document(), block(&editor, id)).unwrap().0, "أكد");
    editor.undo();
    assert_eq!(printed(&editor, id), "سجل السيد حمو الدومي نقص الماء");
}

#[test]
fn notes_that_open_with_a_verb_keep_it_for_one_and_for_several() {
    for (words, told) in [
        ("سجل تأخر الأشغال", "سجلت السيدة ليلى الزيتوني تأخر الأشغال."),
        ("سجلت: الأشغال متأخرة", "سجلت السيدة ليلى الزيتوني: الأشغال متأخرة."),
        ("أضاف أن المنابع تنضب", "أضافت السيدة ليلى الزيتوني أن المنابع تنضب."),
        ("يضيف أن المنابع تنضب", "أضافت السيدة ليلى الزيتوني أن المنابع تنضب."),
        ("نبه إلى نضوب المنابع", "نبهت السيدة ليلى الزيتوني إلى نضوب المنابع."),
        ("حذر من الحرائق", "حذرت السيدة ليلى الزيتوني من الحرائق."),
        ("أشاد بعمل اللجنة", "أشادت السيدة ليلى الزيتوني بعمل اللجنة."),
        ("تشيد بعمل اللجنة", "أشادت السيدة ليلى الزيتوني بعمل اللجنة."),
        ("افتتح اللقاء", "افتتحت السيدة ليلى الزيتوني اللقاء."),
        ("توقف عند حصيلة السنة", "توقفت السيدة ليلى الزيتوني عند حصيلة السنة."),
        ("ناشد الجماعات", "ناشدت السيدة ليلى الزيتوني الجماعات."),
        ("صرحت بأن السدرة أولوية", "صرحت السيدة ليلى الزيتوني بأن السدرة أولوية."),
        ("التمس تأجيل النقطة", "التمست السيدة ليلى الزيتوني تأجيل النقطة."),
    ] {
        let mut editor = editor();
        let woman = Said::Person(Who::Known(person(&editor, 0)));
        let id = keep(&mut editor, 0, NoteMark::None, woman, words);
        send(&mut editor, Vec::new());
        assert_eq!(printed(&editor, id), told);
    }
    for (words, told) in [
        ("أجمعوا على الترشيد", "أجمع المتدخلون على الترشيد."),
        ("يسجلون تأخر الأشغال", "سجل المتدخلون تأخر الأشغال."),
    ] {
        let mut editor = editor();
        let id = keep(&mut editor, 0, NoteMark::None, Said::Several("المتدخلون".into()), words);
        send(&mut editor, Vec::new());
        assert_eq!(printed(&editor, id), told);
    }
}

#[test]
fn what_leads_on_to_the_words_follows_the_verb() {
    let mut editor = editor();
    let id = intervention(&mut editor);
    for (m, f, told) in [
        ("نوه", "نوهت", "نوهت السيدة ليلى الزيتوني بأن الماء أولوية."),
        ("نبه", "نبهت", "نبهت السيدة ليلى الزيتوني إلى أن الماء أولوية."),
        ("أضاف", "أضافت", "أضافت السيدة ليلى الزيتوني أن الماء أولوية."),
    ] {
        run(&mut editor, Command::SetVerb { block: id, masculine: m.into(), feminine: f.into() });
        assert_eq!(printed(&editor, id), told);
    }
    let takes = |verb: &str| verbs::takes(verb).unwrap();
    let turned = |from: &str, words: &str, to: &str| takes(from).turned(words, takes(to));
    assert_eq!(turned("شدد", "على ضرورة الترشيد", "نبه"), "إلى ضرورة الترشيد");
    assert_eq!(turned("نوه", "بعمل اللجنة", "أجمع"), "على عمل اللجنة");
    assert_eq!(turned("أكد", "أنها أولوية", "صرح"), "بأنها أولوية");
    assert_eq!(turned("أكد", "أنشطة اللجنة", "صرح"), "أنشطة اللجنة", "no sentence");
    for words in ["بعد العرض بعمل اللجنة", "بين الجلستين", "بمناسبة الذكرى"]
    {
        assert_eq!(turned("نوه", words, "أكد"), words, "led on to by nothing");
    }
    assert_eq!(turned("تناول", "الوضع المائي", "شدد"), "على الوضع المائي");
    assert_eq!(turned("تناول", "الوضع المائي", "نوه"), "بالوضع المائي");
    assert_eq!(turned("تناول", "اليوم الوضع", "شدد"), "اليوم الوضع");
    for verb in verbs::verbs().filter(|verb| verb.alone) {
        let [men, women] = verb.several;
        assert!(men.ends_with(['ا', 'ن']) && women.ends_with('ن'), "{}", verb.masculine);
        for form in [verb.masculine, verb.feminine, men, women] {
            assert!(noted::opening_verb(&format!("{form} كذا")).is_some(), "{form}");
        }
    }
}

#[test]
fn votes_are_read_as_they_are_noted() {
    let ballot = |text: &str| noted::ballot(text).map(|told| told.ballot);
    let counted = |yes, no, abstained| Some(Ballot::Counted { yes, no, abstained });
    assert_eq!(ballot("إحداث لجنة: 17 مع، 2 ضد، 3 امتناع"), counted(17, 2, 3));
    assert_eq!(ballot("اعتماد البرنامج ١٧ مع و٢ ضد"), counted(17, 2, 0));
    assert_eq!(ballot("رفض المقترح (4 مع، 9 ضد)"), counted(4, 9, 0));
    assert_eq!(ballot("اعتماد الميزانية، 12 موافق، 1 ممتنع"), counted(12, 0, 1));
    assert_eq!(ballot("قرر بأغلبية 17 صوتا مقابل صوتين وامتناع 3 أعضاء"), counted(17, 2, 3));
    assert_eq!(ballot("المصادقة بالإجماع على المحضر"), Some(Ballot::Unanimous));
    assert_eq!(ballot("تنظيم 17 لقاء مع الجمعيات"), None);
    assert_eq!(ballot("لقاء يوم 17 مع الجمعيات"), None);
    assert_eq!(ballot("عقد الاجتماع المقبل"), None);
}

#[test]
fn a_vote_that_does_not_fit_those_present_is_found_and_what_is_left_abstains() {
    let mut editor = editor();
    run(&mut editor, Command::Append(Kind::default()));
    run(&mut editor, Command::Type("اعتماد البرنامج".into()));
    let id = editor.document().blocks().last().unwrap().id;
    let vote = |yes, no, abstained| {
        let vote = Some(Vote::Counted { yes, no, abstained });
        Command::SetBlockKind(id, Kind::Decision(Decision { matter: Matter::General, vote }))
    };
    let found = |editor: &Editor| {
        let all = findings(editor.document()).into_iter();
        all.filter(|one| matches!(one.what, What::VoteOver { .. } | What::VoteUnder { .. }))
            .collect::<Vec<_>>()
    };
    run(&mut editor, vote(2, 0, 0));
    assert!(found(&editor).is_empty(), "two are there");
    run(&mut editor, vote(2, 1, 0));
    assert_eq!(found(&editor)[0].what, What::VoteOver { sum: 3, present: 2 });
    assert_eq!(found(&editor)[0].place.target, mahdar::document::Target::Block(id));
    run(&mut editor, vote(1, 0, 0));
    let under = found(&editor);
    assert_eq!(under[0].what, What::VoteUnder { sum: 1, present: 2 });
    run(&mut editor, under[0].fixes[0].command.clone());
    assert!(found(&editor).is_empty());
    let Kind::Decision(decision) = &block(&editor, id).kind else { panic!() };
    assert_eq!(decision.vote, Some(Vote::Counted { yes: 1, no: 0, abstained: 1 }));
}

#[test]
fn a_sentence_that_tells_another_vote_than_is_recorded_is_found() {
    let mut editor = editor();
    run(&mut editor, Command::Append(Kind::default()));
    run(&mut editor, Command::Type("صادقت الكتابة الجهوية بالإجماع على المحضر.".into()));
    let id = editor.document().blocks().last().unwrap().id;
    let vote = |vote| Command::SetBlockKind(id, Kind::Decision(Decision { matter: Matter::General, vote }));
    let found = |editor: &Editor| {
        let all = findings(editor.document()).into_iter();
        all.filter(|one| matches!(one.what, What::VoteDiffers { .. })).collect::<Vec<_>>()
    };
    run(&mut editor, vote(Some(Vote::Counted { yes: 1, no: 1, abstained: 0 })));
    let differs = found(&editor);
    assert_eq!(differs.len(), 1);
    run(&mut editor, differs[0].fixes[0].command.clone());
    assert!(found(&editor).is_empty());
    let Kind::Decision(decision) = &block(&editor, id).kind else { panic!() };
    assert_eq!(decision.vote, Some(Vote::Unanimous));
    run(&mut editor, vote(Some(Vote::Counted { yes: 2, no: 0, abstained: 0 })));
    assert!(found(&editor).is_empty(), "nobody was against it");
}

#[test]
fn who_comes_late_is_called_with_the_hour_in_one_step() {
    let mut editor = editor();
    let who = person(&editor, 1);
    let arrived = Time::new(10, 12);
    run(&mut editor, Command::Roll(Roll::Call { person: who, presence: Presence::Present, arrived }));
    assert_eq!(editor.document().meeting().attendance.people[1].arrived, arrived);
    run(&mut editor, Command::Roll(Roll::Call { person: who, presence: Presence::Absent, arrived }));
    let entry = &editor.document().meeting().attendance.people[1];
    assert_eq!((entry.presence, entry.arrived), (Presence::Absent, None));
    editor.undo();
    let entry = &editor.document().meeting().attendance.people[1];
    assert_eq!((entry.presence, entry.arrived), (Presence::Present, arrived));
}

#[test]
fn who_is_to_do_it_is_read_as_minutes_write_it_now_and_wrote_it_before() {
    let read = |text| noted::responsible(text);
    assert_eq!(read("جرد العيون (التنفيذ: لجنة الماء؛ الأجل: 31 مارس 2027)"), Some("لجنة الماء"));
    assert_eq!(read("جرد العيون (جهة التنفيذ: لجنة الماء؛ الأجل: 31 مارس 2027)"), Some("لجنة الماء"));
    assert_eq!(read("جرد العيون قبل متم شهر مارس"), None);
}

fn reword(editor: &mut Editor, at: usize, words: &str) {
    let id = item(editor, at);
    run(editor, Command::SetBlockWords(id, words.into()));
}

#[test]
fn a_heading_follows_the_words_of_its_item() {
    let mut editor = editor();
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "أولى");
    let before = editor.document().clone();
    reword(&mut editor, 0, "تدبير الماء؛");
    assert_eq!(outline(&editor)[1..], ["@تدبير الماء؛", "@الغابة.", "#تدبير الماء", "!أولى", "#الغابة"]);
    editor.undo();
    assert_eq!(editor.document(), &before, "item and heading are one thing to take back");
    editor.redo();
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "ثانية");
    assert_eq!(
        outline(&editor)[1..],
        ["@تدبير الماء؛", "@الغابة.", "#تدبير الماء", "!أولى", "!ثانية", "#الغابة"],
        "the next note stands in the same section"
    );
    run(&mut editor, Command::Proceedings);
    assert_eq!(outline(&editor).iter().filter(|line| line.starts_with('#')).count(), 2);
    assert_eq!(editor.document().check(), []);
}

#[test]
fn letters_typed_into_an_item_are_one_thing_to_take_back_with_its_heading() {
    let mut editor = editor();
    keep(&mut editor, 1, NoteMark::None, Said::Nobody, "أولى");
    let before = editor.document().clone();
    let id = item(&editor, 1);
    let place = mahdar::document::Place::new(mahdar::document::Target::Block(id), "الغابة".len());
    run(&mut editor, Command::Select(mahdar::edit::Selection::caret(place)));
    for (n, letter) in (0..).zip(" المجاورة والمراعي القريبة منها والعيون".chars())
    {
        let at = Moment { millis: n * 100, ..Moment::default() };
        editor.run(Command::Type(letter.into()), &at).unwrap();
    }
    let heads: Vec<&str> = editor
        .document()
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, Kind::Heading(_)))
        .map(|block| block.text.text())
        .collect();
    assert_eq!(heads, ["الماء", "الغابة المجاورة والمراعي القريبة منها والعيون"]);
    editor.undo();
    assert_eq!(editor.document(), &before);
    editor.redo();
    assert!(editor.document().block(id).unwrap().text.text().ends_with("والعيون."));
    assert_eq!(editor.document().check(), []);
}

#[test]
fn an_item_emptied_and_written_anew_keeps_its_heading() {
    let mut editor = editor();
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "أولى");
    reword(&mut editor, 0, "");
    reword(&mut editor, 0, "السقي");
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "ثانية");
    assert_eq!(outline(&editor)[1..], ["@السقي", "@الغابة.", "#السقي", "!أولى", "!ثانية", "#الغابة"]);
}

#[test]
fn an_item_emptied_or_removed_leaves_its_heading_what_it_was() {
    let mut editor = editor();
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "أولى");
    let before = outline(&editor);
    for words in ["الما", "الم", "ا", ""] {
        reword(&mut editor, 0, words);
    }
    assert_eq!(outline(&editor)[1..], ["@", "@الغابة.", "#الماء", "!أولى", "#الغابة"]);
    let id = item(&editor, 0);
    run(&mut editor, Command::RemoveBlock(id));
    assert_eq!(outline(&editor)[1..], ["@الغابة.", "#الماء", "!أولى", "#الغابة"]);
    while editor.undo().steps.iter().any(|_| outline(&editor) != before) {}
    assert_eq!(outline(&editor), before);
}

#[test]
fn words_that_pass_through_those_of_another_heading_do_not_take_it_along() {
    let mut editor = editor();
    run(&mut editor, Command::Append(Kind::Heading(2)));
    run(&mut editor, Command::Type("السقي".into()));
    let words = "السقي والرعي";
    for (end, letter) in words.char_indices() {
        reword(&mut editor, 0, &words[..end + letter.len_utf8()]);
    }
    assert_eq!(outline(&editor)[1..], ["@السقي والرعي", "@الغابة.", "#السقي"]);
}

#[test]
fn items_of_the_same_words_have_a_heading_each() {
    let mut editor = editor();
    reword(&mut editor, 0, "مختلفات؛");
    reword(&mut editor, 1, "مختلفات.");
    keep(&mut editor, 1, NoteMark::None, Said::Nobody, "للثانية");
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "للأولى");
    let sections = ["#مختلفات", "!للأولى", "#مختلفات", "!للثانية"];
    assert_eq!(outline(&editor)[3..], sections);
    run(&mut editor, Command::Proceedings);
    assert_eq!(outline(&editor)[3..], sections, "nothing is put in twice");
    reword(&mut editor, 1, "ختام.");
    assert_eq!(outline(&editor)[3..], ["#مختلفات", "!للأولى", "#ختام", "!للثانية"]);
}

#[test]
fn a_heading_that_says_something_else_is_left_alone() {
    let mut editor = editor();
    run(&mut editor, Command::Append(Kind::Heading(2)));
    run(&mut editor, Command::Type("كلمة الرئيسة".into()));
    run(&mut editor, Command::Append(Kind::Heading(2)));
    reword(&mut editor, 0, "السقي؛");
    reword(&mut editor, 1, "");
    reword(&mut editor, 1, "الرعي.");
    assert_eq!(outline(&editor)[1..], ["@السقي؛", "@الرعي.", "#كلمة الرئيسة", "#"]);
}

#[test]
fn notes_and_their_headings_stay_before_the_sentence_that_opens_the_recommendations() {
    let mut editor = editor();
    for (kind, words) in [
        (Kind::Paragraph(Role::Recital), "وتأكيدا"),
        (Kind::Paragraph(Role::Enacting), "أوصت بما يلي:"),
        (Kind::recommendation(0), "المحور"),
        (Kind::recommendation(1), "إعداد"),
    ] {
        run(&mut editor, Command::Append(kind));
        run(&mut editor, Command::Type(words.into()));
    }
    keep(&mut editor, 1, NoteMark::Task, Said::Nobody, "مراسلة الفروع");
    keep(&mut editor, 0, NoteMark::None, Said::Nobody, "أولى");
    send(&mut editor, Vec::new());
    assert_eq!(
        outline(&editor)[3..],
        ["#الماء", "أولى.", "#الغابة", "مراسلة الفرو", "وتأكيدا", "أوصت بما يلي", "المحور", "إعداد"]
    );
}
