//! A made-up record of any size, always the same: our own words, combined.

use std::sync::Arc;

use mahdar::arabic::{Case, Date, Gender, When};
use mahdar::document::{
    Atom, Attendee, Audience, Block, BlockId, Body, BodyForm, DateForm, Decision, Document, Entry, Field, Id,
    Kind, Level, Mark, Output, OutputKind, Person, PersonForm, PersonId, Piece, Presence, RecordId, RichText,
    Role, Session, Speaker, Step, Subject, VenueForm,
};

/// How large a record is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Size {
    /// Words in its blocks, about.
    pub(crate) words: usize,
    /// Words in one block, about.
    pub(crate) each: usize,
}

impl Size {
    /// One page.
    pub(crate) const PAGE: Self = Self { words: 320, each: 27 };
    /// 325 pages: 110,000 words in 3,300 blocks.
    pub(crate) const PAGES: Self = Self { words: 110_000, each: 37 };
    /// 164,000 words.
    pub(crate) const LARGE: Self = Self { words: 164_000, each: 37 };
}

const ACTS: [&str; 16] = [
    "دعم",
    "تشجيع",
    "مواكبة",
    "حماية",
    "تأهيل",
    "تنظيم",
    "إطلاق",
    "تعزيز",
    "مراجعة",
    "توسيع",
    "إحصاء",
    "تتبع",
    "صيانة",
    "رصد",
    "تمويل",
    "ترميم",
];

const THINGS: [&str; 18] = [
    "الحدائق المدرسية",
    "مسالك المشي الجبلي",
    "نوادي البيئة",
    "مشاتل الأشجار المحلية",
    "ورشات فرز النفايات",
    "أحواض تجميع مياه الأمطار",
    "خلايا النحل التقليدية",
    "الأحزمة الخضراء حول المدن",
    "محطات قياس جودة الهواء",
    "ضفاف الأودية",
    "العيون والسواقي القديمة",
    "بنوك البذور البلدية",
    "التعاونيات الفلاحية الصغرى",
    "المطافئ القروية",
    "ممرات الدراجات",
    "غابات الأرز والبلوط",
    "أسواق المنتوجات المجالية",
    "المكتبات المتنقلة",
];

const PLACES: [&str; 12] = [
    "بالجماعات القروية",
    "في الأحياء الهامشية",
    "بسفوح الجبال",
    "داخل المؤسسات التعليمية",
    "على امتداد الساحل",
    "بالأسواق الأسبوعية",
    "في دواوير الواحات",
    "بمداخل المدن العتيقة",
    "قرب السدود التلية",
    "بالمراعي المشتركة",
    "في دور الشباب",
    "بالمناطق المتضررة من الجفاف",
];

const WITH: [&str; 10] = [
    "بشراكة مع التعاونيات النسائية",
    "بتنسيق مع المصالح اللاممركزة",
    "بدعم من الجمعيات المحلية",
    "بمشاركة الأطر التربوية",
    "بإشراف لجنة التتبع",
    "باستشارة ساكنة الدواوير",
    "بمساهمة المتطوعين الشباب",
    "بتأطير من خبراء المياه",
    "بتعاون مع حراس الغابة",
    "بتمويل من صندوق التضامن البيئي",
];

const AIMS: [&str; 12] = [
    "من أجل صون الموارد المائية",
    "قصد تقليص كلفة النقل",
    "حتى تستفيد منها الأسر القروية",
    "للحد من انجراف التربة",
    "حفاظا على التنوع البيولوجي",
    "تشجيعا للسياحة الهادئة",
    "لضمان استمرار التمدرس",
    "تفاديا لحرائق الصيف",
    "لتثمين المعارف المحلية",
    "ضمانا لحق الأجيال المقبلة",
    "استعدادا لموسم الأمطار",
    "تقريبا للخدمات من الساكنة",
];

const TIMES: [&str; 8] = [
    "قبل نهاية فصل الربيع",
    "خلال السنة المقبلة",
    "في أجل ثلاثة أشهر",
    "ابتداء من الدخول المدرسي",
    "مرتين في السنة على الأقل",
    "على مدى خمس سنوات",
    "وفق الجدولة المرفقة",
    "في حدود 350.000 درهم",
];

const OPENINGS: [&str; 8] = [
    "أكد الحاضرون على ضرورة",
    "دعا المشاركون إلى",
    "تم التداول في",
    "عرضت اللجنة حصيلة",
    "نوه المجلس بجهود",
    "سجل المتدخلون تأخر",
    "اقترحت إحدى العضوات",
    "قرر المجلس برمجة",
];

const AXES: [&str; 8] = [
    "الماء والتربة",
    "الغابة والمراعي",
    "المدرسة والبيئة",
    "النفايات والتدوير",
    "الاقتصاد المحلي والتعاونيات",
    "النقل والهواء",
    "الساحل والصيد",
    "الحكامة والتمويل",
];

const PEOPLE: [(&str, Gender, &str); 8] = [
    ("نعيمة السوسي", Gender::Female, "رئيسة المجلس الجهوي"),
    ("يونس الصنهاجي", Gender::Male, "مقرر المجلس"),
    ("حفصة بنعلي", Gender::Female, "منسقة لجنة الماء"),
    ("إدريس أوحساين", Gender::Male, "منسق لجنة الغابة"),
    ("زينب الفيلالي", Gender::Female, "أمينة المال"),
    ("عبد الرحيم أمزيان", Gender::Male, "عضو المجلس"),
    ("سلمى الركراكي", Gender::Female, "عضوة المجلس"),
    ("حسن بوعياد", Gender::Male, "عضو المجلس"),
];

/// A small generator of numbers, always the same (Numerical Recipes' constants).
struct Dice(u32);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % sides.max(1)
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = self.roll(words.len());
        words.get(at).copied().unwrap_or_default()
    }
}

/// One thing to do, of about eleven words.
fn clause(dice: &mut Dice) -> String {
    let (act, thing, place) = (dice.pick(&ACTS), dice.pick(&THINGS), dice.pick(&PLACES));
    let more = match dice.roll(3) {
        0 => dice.pick(&WITH),
        1 => dice.pick(&TIMES),
        _ => dice.pick(&AIMS),
    };
    format!("{act} {thing} {place} {more}")
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// A sentence of about so many words.
fn sentence(dice: &mut Dice, length: usize, opening: &str) -> String {
    let mut text = if opening.is_empty() { clause(dice) } else { format!("{opening} {}", clause(dice)) };
    while words(&text) + 5 < length {
        text.push_str("، و");
        text.push_str(&clause(dice));
    }
    text.push('.');
    text
}

/// A record of this size. The same size gives the same record.
pub(crate) fn record(size: Size) -> Document {
    let mut build = Build { document: Document::new(RecordId(size.words as u128)), last: None, counter: 100 };
    build.header();
    build.blocks(size);
    build.document
}

struct Build {
    document: Document,
    last: Option<BlockId>,
    counter: u32,
}

impl Build {
    fn step(&mut self, step: Step) {
        // Every step made here fits the record that the steps before it made.
        let applied = self.document.apply(step);
        debug_assert!(applied.is_ok(), "{applied:?}");
    }

    fn header(&mut self) {
        for (n, (name, gender, role)) in (1..).zip(PEOPLE) {
            let person = Person {
                name: name.into(),
                gender,
                role: role.into(),
                phone: "0600000000".into(),
                ..Person::default()
            };
            self.step(Step::Put(Entry::Person(person_id(n), Some(person))));
            let presence = if n == 8 { Presence::Excused } else { Presence::Present };
            let entry = Attendee {
                person: person_id(n),
                presence,
                answer: mahdar::document::Answer::Confirmed,
                arrived: None,
                left: None,
                reason: String::new(),
            };
            self.step(Step::SetField(Field::Attendee { person: person_id(n), at: 100, entry: Some(entry) }));
        }
        let body = Body {
            name: "المجلس الجهوي".into(),
            organisation: "اتحاد الجمعيات البيئية".into(),
            level: Level::Regional,
            region: "درعة تافيلالت".into(),
            gender: Gender::Male,
            ..Body::default()
        };
        let session = Session { nature: "عادي".into(), ordinal: Some(7), ..Session::default() };
        let dates = Date::new(2026, 3, 14).map_or(When::Unset, When::day);
        for field in [
            Field::Body(body),
            Field::Session(session),
            Field::Dates(dates),
            Field::Venue("دار المبادرات".into()),
            Field::Chairs(vec![person_id(1)]),
            Field::Rapporteur(Some(person_id(2))),
        ] {
            self.step(Step::SetField(field));
        }
        for (at, (kind, title)) in [
            (OutputKind::Communique, "بلاغ المجلس الجهوي لاتحاد الجمعيات البيئية"),
            (OutputKind::Minutes, "محضر اجتماع المجلس الجهوي لاتحاد الجمعيات البيئية"),
        ]
        .into_iter()
        .enumerate()
        {
            let output =
                Output { title: title.into(), number: format!("{}/2026", at + 11), ..Output::new(kind) };
            self.step(Step::SetField(Field::Output { kind, at, entry: Some(Box::new(output)) }));
        }
    }

    fn push(&mut self, kind: Kind, text: RichText, audience: Audience) {
        let id = BlockId(Id { session: 0, counter: self.counter });
        self.counter += 1;
        let block = Block { audience, ..Block::new(id, kind, text) };
        self.step(Step::Insert { after: self.last, block: Arc::new(block) });
        self.last = Some(id);
    }

    fn blocks(&mut self, size: Size) {
        let mut dice = Dice(2026);
        let plain = RichText::plain;
        self.push(Kind::Paragraph(Role::Lead), lead(), Audience::Both);
        let mut written = 30;
        let mut n = 0_usize;
        while written < size.words {
            let length = size.each / 2 + dice.roll(size.each);
            let opening = dice.pick(&OPENINGS);
            let (kind, text, audience) = match n % 40 {
                0 => (
                    Kind::recommendation(0),
                    plain(AXES.get(n / 40 % 8).copied().unwrap_or_default()),
                    Audience::Both,
                ),
                1 | 14 => (Kind::recommendation(1), plain(&sentence(&mut dice, 8, "")), Audience::Both),
                27 => (Kind::Paragraph(Role::Plain), emphasised(&mut dice, length), Audience::Both),
                28 => {
                    let said = sentence(&mut dice, length, opening);
                    (Kind::Intervention(Speaker::Person(person_id(3))), plain(&said), Audience::MinutesOnly)
                }
                29 => {
                    let text = sentence(&mut dice, length, "قرر المجلس");
                    (Kind::Decision(Decision::default()), plain(&text), Audience::Both)
                }
                30..=39 => (
                    Kind::Paragraph(Role::Plain),
                    plain(&sentence(&mut dice, length, opening)),
                    Audience::Both,
                ),
                at if at % 4 == 3 => {
                    (Kind::recommendation(3), plain(&sentence(&mut dice, length, "")), Audience::Both)
                }
                _ => (Kind::recommendation(2), plain(&sentence(&mut dice, length, "")), Audience::Both),
            };
            written += words(text.text());
            n += 1;
            self.push(kind, text, audience);
        }
    }
}

fn person_id(n: u32) -> PersonId {
    PersonId(Id { session: 0, counter: n })
}

/// The opening, with fields in it.
fn lead() -> RichText {
    let verb = |masculine: &str, feminine: &str, of| Atom::Verb {
        masculine: masculine.into(),
        feminine: feminine.into(),
        of,
    };
    let pieces = [
        Piece::Field(verb("عقد", "عقدت", Subject::Body)),
        Piece::Text(" ".into()),
        Piece::Field(Atom::Body(BodyForm::Full)),
        Piece::Text(" اجتماعا عاديا، ".into()),
        Piece::Field(Atom::Dates(DateForm::WithDay)),
        Piece::Text(" ".into()),
        Piece::Field(Atom::Venue(VenueForm::At)),
        Piece::Text("، ".into()),
        Piece::Field(verb("ترأسه", "ترأسته", Subject::Chair)),
        Piece::Text(" ".into()),
        Piece::Field(Atom::Chair(PersonForm::Full)),
        Piece::Text("، بحضور ".into()),
        Piece::Field(Atom::Attendance(Case::Oblique)),
        Piece::Text(".".into()),
    ];
    RichText::from_pieces(pieces).unwrap_or_default()
}

/// A sentence whose opening is bold.
fn emphasised(dice: &mut Dice, length: usize) -> RichText {
    let pieces = [
        Piece::Marked(vec![Mark::Bold], "تنبيه:".into()),
        Piece::Text(format!(" {}", sentence(dice, length, ""))),
    ];
    RichText::from_pieces(pieces).unwrap_or_default()
}
