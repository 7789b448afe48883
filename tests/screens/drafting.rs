//! Two texts drafted from a template by keys alone, and how many keys that took for each letter of the result.
//!
//! What is counted: every letter typed (one key each, also where a keyboard has «لا» on one), every key pressed (Tab,
//! Enter, arrows, Escape), and every chord (Ctrl, Alt or Shift with a key) as one. Nothing is pasted, no mouse is
//! used, and the header is filled in by keys too. What is measured against: the characters of the text as it leaves
//! the house, title, numbers and spaces included. The hand reads what is offered after each letter and takes it only
//! where it is exactly what is to be written: Tab for all of it, Ctrl with an arrow for its next word.
//!
//! The texts are ours, about invented bodies and people. One has the shape of a regional meeting's news (a title, a
//! lead with five groups, two dozen paragraphs), one that of a council's recommendations (recitals, an enacting
//! clause, six axes of four levels).

use eframe::egui::{Event, Key, Modifiers};
use mahdar::document::{Kind, Target};
use mahdar::template::{self, View};

use crate::screen::{CTRL, Screen};

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::NONE };

/// A hand on the keyboard that counts.
struct Hand {
    screen: Screen,
    keys: usize,
    letters: usize,
    taken: usize,
}

impl Hand {
    fn begin(template: &str) -> Self {
        let mut screen = Screen::home();
        screen.app(|app| app.create(template));
        Self { screen, keys: 0, letters: 0, taken: 0 }
    }

    fn press(&mut self, key: Key) {
        self.chord(Modifiers::NONE, key);
    }

    fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.screen.press_with(modifiers, key);
        self.keys += 1;
    }

    /// Fills in the field that has this name, going to it by Tab.
    fn fill(&mut self, name: &str, value: &str) {
        for _ in 0..24 {
            if self.screen.focused().as_deref() == Some(name) {
                for letter in value.chars() {
                    self.screen.frame(vec![Event::Text(letter.into())]);
                    self.keys += 1;
                }
                self.screen.rest();
                return;
            }
            self.press(Key::Tab);
        }
        panic!("Tab does not reach «{name}»: {:?}", self.screen.focused());
    }

    /// Writes this where the caret is, taking what is offered where it is just that.
    fn write(&mut self, words: &str) {
        let mut left = words;
        while !left.is_empty() {
            let offered = self.screen.offered().unwrap_or_default();
            let word = first_word(&offered);
            let exact = |part: &str| part.chars().count() > 1 && left.starts_with(part);
            if exact(&offered) {
                self.take(Modifiers::NONE, Key::Tab);
                left = &left[offered.len()..];
            } else if exact(word) {
                self.take(CTRL, Key::ArrowLeft);
                left = &left[word.len()..];
            } else {
                let letter = left.chars().next().unwrap();
                self.screen.frame(vec![Event::Text(letter.into())]);
                self.keys += 1;
                self.letters += 1;
                left = &left[letter.len_utf8()..];
            }
        }
        // The hand rests between two paragraphs: the words of the record are counted then.
        self.screen.later(1.0);
        self.screen.rest();
    }

    fn take(&mut self, modifiers: Modifiers, key: Key) {
        self.screen.frame(crate::screen::key_events(modifiers, key));
        self.keys += 1;
        self.taken += 1;
    }

    fn kind(&self) -> Option<Kind> {
        let Target::Block(id) = self.screen.open().editor().selection().head.target else { return None };
        self.screen.document().block(id).map(|block| block.kind.clone())
    }

    /// Brings the item of the caret to this level.
    fn level(&mut self, depth: u8) {
        for _ in 0..8 {
            match self.kind().and_then(|kind| kind.depth()) {
                Some(now) if now < depth => self.press(Key::Tab),
                Some(now) if now > depth => self.chord(SHIFT, Key::Tab),
                _ => return,
            }
        }
    }

    /// The text as it leaves the house.
    fn text(&self) -> String {
        let document = self.screen.document();
        let composition = template::compose(document, &View::main(document));
        let all = std::iter::once(&composition.title).chain(&composition.paragraphs);
        let line = |composed: &std::sync::Arc<template::Composed>| {
            format!("{} {}", composed.label, composed.text).trim().to_owned()
        };
        all.map(line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn report(&self, what: &str) -> f64 {
        let characters = self.text().chars().count();
        #[expect(clippy::cast_precision_loss, reason = "thousands")]
        let ratio = self.keys as f64 / characters as f64;
        println!(
            "{what}: {} keys ({} letters, {} offers taken) for {characters} characters: {ratio:.3} a character",
            self.keys, self.letters, self.taken
        );
        ratio
    }
}

fn first_word(words: &str) -> &str {
    let lead = words.len() - words.trim_start().len();
    let end = words[lead..].find(' ').map_or(words.len(), |at| lead + at);
    &words[..end]
}

const MEETING: [&str; 22] = [
    "ينعقد هذا الاجتماع في سياق الدينامية البيئية التي أطلقها الاتحاد بعد ملتقاه الوطني الرابع، وفي إطار التحضير للأسبوع الجهوي للماء الذي تشارك فيه الفروع والجمعيات الشريكة بكل أقاليم الجهة.",
    "في مستهل الاجتماع، رحبت السيدة ليلى المرابط بالحاضرات والحاضرين، وذكرت بالسياق العام الذي ينعقد فيه هذا الاجتماع.",
    "كما تم التطرق إلى حصيلة حملات التشجير برسم الموسم المنصرم، وخاصة ما يهم محيط المدارس القروية وجنبات الأودية، حيث غُرست آلاف الشتلات بمساهمة التلاميذ وآبائهم.",
    "كما تم الوقوف عند الإكراهات التي تعترض الفروع في تدبير النفايات المنزلية بالمراكز الصاعدة، وسبل إشراك الساكنة في الفرز من المصدر.",
    "وأجمعت التدخلات على ضرورة الاعتناء بالعيون والخطارات باعتبارها تراثا مشتركا، وعلى توثيقها قبل أن يطويها النسيان.",
    "كما تم التذكير بخلاصات اللقاء الذي جمع الكتابة الجهوية بوكالة الحوض المائي، والذي أفضى إلى اتفاق على تتبع صبيب العيون كل ثلاثة أشهر.",
    "وفي هذا السياق، تم التأكيد على برمجة قافلة جهوية للتحسيس باقتصاد الماء خلال الأسابيع المقبلة.",
    "بعد ذلك، تم تقديم الخطوط العريضة لبرنامج العمل السنوي الذي أعدته الكتابة الجهوية، من أجل إغنائه قبل عرضه على الجمع العام.",
    "ويهم برنامج العمل السنوي تنظيم مخيمات بيئية لفائدة الأطفال واليافعين، وورشات للتدوير وإعادة الاستعمال، ومعارض للمنتوجات المجالية بكل إقليم من أقاليم الجهة.",
    "كما تم التطرق إلى تخليد اليوم العالمي للأرض، وإلى صيغة تنظيمه بتنسيق مع المؤسسات التعليمية ودور الشباب.",
    "وتوقف الاجتماع مطولا عند وضعية الغابات بعد حرائق الصيف، وما خلفته من خسائر في الغطاء النباتي وفي أرزاق الأسر المجاورة، داعيا إلى التعجيل ببرامج التخليف.",
    "وقد شكل الاجتماع مناسبة للوقوف عند حصيلة العمل خلال الفترة الماضية.",
    "وبخصوص النقطة الثانية من جدول الأعمال، تدارس الحاضرون هيكلة الفروع المحلية وتجديد مكاتبها قبل نهاية السنة، مع الحرص على تمثيلية النساء والشباب في كل مكتب.",
    "وأسفر النقاش عن جملة من الخلاصات، أبرزها إحداث خلية للتواصل على مستوى كل إقليم، وتعيين منسق لكل حملة من حملات التشجير.",
    "وبخصوص النقطة الثالثة من جدول الأعمال، قُدم عرض حول مشروع المشاتل المدرسية، وما يتطلبه من شراكات مع الجماعات الترابية ومع الأكاديمية الجهوية للتربية والتكوين.",
    "واستمع الاجتماع إلى عرض مفصل حول الوضعية المالية للاتحاد وسبل تنمية موارده، في احترام تام لقواعد الحكامة والشفافية.",
    "وعقب العرض، فُتح باب النقاش أمام الحاضرات والحاضرين.",
    "وقد تميز النقاش بروح المسؤولية والرغبة في تجاوز الصعوبات المطروحة.",
    "كما تم التطرق إلى التكوين المستمر لفائدة أطر الفروع، عبر سلسلة من الورشات حول إعداد المشاريع والترافع والتدبير المالي للجمعيات.",
    "وفيما يخص التواصل الرقمي، تم الاتفاق على إطلاق نشرة شهرية تعرف بأنشطة الفروع، وعلى توحيد الهوية البصرية للاتحاد في كل منشوراته.",
    "وأجمع الحاضرون على الانخراط في التحضير للجمع العام المقبل، وعلى العمل من أجل إنجاحه بمساهمة كل الفروع والجمعيات الشريكة.",
    "وفي نهاية الاجتماع، شكرت السيدة ليلى المرابط الحاضرات والحاضرين على مساهمتهم الفعالة.",
];

#[test]
fn a_regional_meeting_is_drafted_with_hardly_more_keys_than_letters() {
    let mut hand = Hand::begin("regional-communique");
    let field = |key: &str| mahdar::words::Words::new(mahdar::words::Language::Arabic).get(key);
    hand.fill(&field("field-body"), "الكتابة الجهوية");
    hand.fill(&field("field-organisation"), "اتحاد الجمعيات البيئية");
    hand.fill(&field("field-date"), "14/11/2026");
    hand.fill(&field("field-place"), "المقر الجهوي للاتحاد");
    // Who chaired, and that she is a woman: the verb and her office follow.
    hand.fill(&field("field-name"), "ليلى المرابط");
    hand.fill(&field("field-role"), "الكاتبة الجهوية");
    hand.press(Key::Tab);
    hand.press(Key::Space);
    let gender = hand.screen.document().people().values().next().map(|person| person.gender);
    println!("the chair's gender by keys: {gender:?}");
    hand.chord(CTRL, Key::Num4);
    write_paragraphs(&mut hand, &MEETING);
    let text = hand.text();
    for words in MEETING {
        assert!(text.contains(words), "{words}\nis not in\n{text}");
    }
    let ratio = hand.report("a regional meeting");
    assert!(ratio <= 1.05, "{ratio}");
}

/// Goes to the first paragraph of the text and writes these, one after another.
fn write_paragraphs(hand: &mut Hand, paragraphs: &[&str]) {
    for _ in 0..12 {
        let empty = {
            let (index, _) = hand.screen.caret();
            hand.screen.shown().get(index).is_none_or(String::is_empty)
        };
        if matches!(hand.kind(), Some(Kind::Paragraph(_))) && empty {
            break;
        }
        hand.press(Key::ArrowDown);
    }
    for (at, words) in paragraphs.iter().enumerate() {
        if at > 0 {
            hand.press(Key::Enter);
        }
        hand.write(words);
    }
}

const RECITALS: [&str; 4] = [
    "وتثمينا للمجهودات المبذولة من طرف الجمعيات الأعضاء خلال السنوات الثلاث الأخيرة",
    "وتأكيدا على ضرورة مواصلة الترافع من أجل عدالة مائية ومجالية",
    "وإيمانا بالدور المحوري الذي يضطلع به المجتمع المدني",
    "وبناء على المداولات التي عرفها الاجتماع",
];

/// Level and words.
const ITEMS: [(u8, &str); 52] = [
    (0, "الماء والمجال الغابوي"),
    (1, "حماية الموارد المائية"),
    (2, "إعداد خرائط محلية للعيون والخطارات المهددة بالاندثار"),
    (2, "إعداد دليل مبسط لاقتصاد الماء في البيوت والمدارس والمساجد"),
    (2, "تتبع صبيب العيون الكبرى ونشر نتائجه كل ثلاثة أشهر"),
    (3, "إشراك التلاميذ في القياس والتوثيق"),
    (3, "نشر النتائج بلغة مبسطة"),
    (1, "الغابة والتشجير"),
    (2, "دعم المشاتل المدرسية بكل الجماعات القروية"),
    (2, "دعم المبادرات المحلية المدرة للدخل"),
    (2, "إحداث فرق محلية للإنذار المبكر بالحرائق"),
    (2, "العمل على توفير الوسائل اللوجستيكية الضرورية"),
    (0, "النفايات والاقتصاد الدائري"),
    (1, "الفرز من المصدر"),
    (2, "تنظيم حملات تحسيسية حول الفرز من المصدر بالأحياء والأسواق"),
    (2, "إحداث نقط للتجميع بشراكة مع الجماعات الترابية"),
    (2, "اعتماد معايير واضحة وشفافة في تدبير نقط التجميع"),
    (1, "التدوير وإعادة الاستعمال"),
    (2, "دعم تعاونيات الشباب العاملة في التدوير"),
    (2, "تقوية قدرات الفاعلين المحليين في مجال التدوير وإعادة الاستعمال"),
    (3, "ورشات تطبيقية كل شهر"),
    (3, "مواكبة تقنية خلال السنة الأولى"),
    (0, "التربية البيئية"),
    (1, "المدرسة والجامعة"),
    (2, "إدراج يوم بيئي في برنامج كل ناد مدرسي"),
    (2, "تنظيم مسابقة سنوية لأحسن مشروع بيئي مدرسي"),
    (2, "إعداد حقيبة تربوية بيئية رهن إشارة المدرسات والمدرسين"),
    (1, "الإعلام والتواصل"),
    (2, "إحداث منصة رقمية لتدبير مبادرات الفروع والتعريف بها"),
    (2, "تعزيز التواصل مع المواطنات والمواطنين"),
    (2, "إصدار نشرة شهرية تعرف بأنشطة الفروع"),
    (0, "التنظيم والحكامة"),
    (1, "الفروع المحلية"),
    (2, "تجديد مكاتب الفروع قبل نهاية السنة"),
    (2, "إشراك النساء والشباب في مراكز القرار"),
    (2, "إحداث خلية للتواصل على مستوى كل إقليم"),
    (2, "مراجعة النظام الداخلي بما يتلاءم مع حاجيات الفروع"),
    (1, "الموارد المالية"),
    (2, "تنمية الموارد المالية وترشيد النفقات"),
    (2, "تعزيز آليات الحكامة والشفافية في تدبير موارد الاتحاد"),
    (0, "الشراكات والترافع"),
    (1, "الجماعات الترابية"),
    (2, "تفعيل اتفاقيات الشراكة المبرمة مع الجماعات الترابية"),
    (2, "الترافع من أجل ميزانية بيئية في كل جماعة"),
    (1, "الشبكات الوطنية والدولية"),
    (2, "الانخراط في الشبكات الوطنية المهتمة بالماء والمناخ"),
    (2, "تبادل الخبرات مع جمعيات الضفة الأخرى من المتوسط"),
    (0, "التتبع والتقييم"),
    (1, "آليات التتبع"),
    (2, "إحداث لجنة دائمة لتتبع تنفيذ التوصيات"),
    (2, "تتبع تنفيذ هذه التوصيات وتقديم تقرير نصف سنوي عنها"),
    (2, "عرض حصيلة التنفيذ على المجلس في دورته المقبلة"),
];

#[test]
fn a_councils_recommendations_are_drafted_with_hardly_more_keys_than_letters() {
    let mut hand = Hand::begin("council-recommendations");
    let field = |key: &str| mahdar::words::Words::new(mahdar::words::Language::Arabic).get(key);
    hand.fill(&field("field-body"), "المجلس الوطني");
    hand.fill(&field("field-organisation"), "اتحاد الجمعيات البيئية");
    hand.fill(&field("field-date"), "27-29/1/2026");
    hand.fill(&field("field-place"), "المركب الدولي للشباب");
    hand.chord(CTRL, Key::Num4);
    write_paragraphs(&mut hand, &RECITALS);
    // Down past the enacting clause, which the template has written, to the first axis.
    for _ in 0..6 {
        if hand.kind().and_then(|kind| kind.depth()).is_some() {
            break;
        }
        hand.press(Key::ArrowDown);
    }
    for (at, (depth, words)) in ITEMS.iter().enumerate() {
        if at > 0 {
            hand.press(Key::Enter);
        }
        hand.level(*depth);
        hand.write(words);
    }
    let text = hand.text();
    for words in RECITALS.into_iter().chain(ITEMS.map(|(_, words)| words)) {
        assert!(text.contains(words), "{words}\nis not in\n{text}");
    }
    let ratio = hand.report("a council's recommendations");
    assert!(ratio <= 1.05, "{ratio}");
}
