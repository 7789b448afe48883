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
//! clause, six axes of four levels). Their shapes are set against those of the two real texts, where these are there.
//!
//! Time that is no typing is told by the keystroke-level model (Card, Moran and Newell, «The keystroke-level model for
//! user performance time with interactive systems», Communications of the ACM 23, 1980): 1.35 s to make up one's mind
//! (M) before each field that is gone to, each change of level and each offer taken, and 0.28 s (K, an average non-secretary
//! typist) for each key that writes no letter: Tab, Enter, arrows, chords. By its rules Enter at a paragraph's end takes no
//! M: it is foreseen, as a full stop is. Letters are typing, and are not counted; nor is thinking of what to say.

use eframe::egui::{Event, Key, Modifiers};
use mahdar::document::{Document, Kind, Target};
use mahdar::template::{self, View};

use crate::screen::{CTRL, Screen};

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::NONE };

/// A hand on the keyboard that counts.
struct Hand {
    screen: Screen,
    keys: usize,
    letters: usize,
    taken: usize,
    /// How often the hand had to make up its mind.
    decisions: usize,
}

/// Seconds of the keystroke-level model: to make up one's mind, and for a key.
const MIND: f64 = 1.35;
const KEY: f64 = 0.28;

impl Hand {
    fn begin(template: &str) -> Self {
        let mut screen = Screen::home();
        screen.app(|app| app.create(template));
        Self { screen, keys: 0, letters: 0, taken: 0, decisions: 0 }
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
        self.decisions += 1;
        for _ in 0..24 {
            if self.screen.focused().as_deref() == Some(name) {
                for letter in value.chars() {
                    self.screen.frame(vec![Event::Text(letter.into())]);
                    self.keys += 1;
                    self.letters += 1;
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
        self.decisions += 1;
    }

    fn kind(&self) -> Option<Kind> {
        let Target::Block(id) = self.screen.open().editor().selection().head.target else { return None };
        self.screen.document().block(id).map(|block| block.kind.clone())
    }

    /// Brings the item of the caret to this level.
    fn level(&mut self, depth: u8) {
        self.decisions += usize::from(self.kind().and_then(|kind| kind.depth()) != Some(depth));
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
        #[expect(clippy::cast_precision_loss, reason = "hundreds")]
        let (minds, other) = (self.decisions as f64, (self.keys - self.letters) as f64);
        let away = (minds * MIND + other * KEY) / 60.0;
        println!(
            "{what}: {minds} decisions, {other} keys that write nothing: {away:.1} minutes of no typing"
        );
        assert!(away <= 3.0, "{away} minutes");
        ratio
    }
}

/// The shape of a text: how many paragraphs and how long, how many recommendations on each level and how long.
#[derive(Default, Debug)]
struct Shape {
    paragraphs: usize,
    letters: usize,
    levels: [usize; 4],
    listed: usize,
}

impl Shape {
    fn of(document: &Document) -> Self {
        let mut shape = Self::default();
        let page = template::compose(document, &View::page(View::main(document).output));
        for (block, composed) in document.blocks().iter().zip(&page.paragraphs) {
            if composed.text.trim().is_empty() || block.review.removed.is_some() {
                continue;
            }
            let letters = composed.text.chars().count();
            match block.kind.depth() {
                Some(depth) => {
                    shape.levels[usize::from(depth)] += 1;
                    shape.listed += letters;
                }
                None => {
                    shape.paragraphs += 1;
                    shape.letters += letters;
                }
            }
        }
        shape
    }

    /// The shape of a real text, as the importer reads it; nothing where the texts are not there.
    fn of_seed(name: &str) -> Option<Self> {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds/").to_owned() + name;
        let Ok(bytes) = std::fs::read(file) else {
            println!("skipped: no {name}");
            return None;
        };
        let read = mahdar::import::read(&bytes, None).unwrap();
        let fresh = mahdar::import::Fresh {
            id: mahdar::document::RecordId(1),
            session: 1,
            at: mahdar::document::Stamp(0),
            author: String::new(),
        };
        Some(Self::of(&mahdar::import::record(&read, name, &fresh).unwrap()))
    }

    fn say(&self, what: &str) {
        let mean = |sum: usize, count: usize| sum.checked_div(count).unwrap_or_default();
        println!(
            "{what}: {} paragraphs of {} letters, recommendations by level {:?} of {} letters",
            self.paragraphs,
            mean(self.letters, self.paragraphs),
            self.levels,
            mean(self.listed, self.levels.iter().sum())
        );
    }
}

/// Holds what was drafted to the shape of a real text: as many paragraphs, as many recommendations, as long, within
/// a quarter; and at least as many levels.
fn holds(drafted: &Document, seed: &str) {
    let own = Shape::of(drafted);
    own.say("drafted");
    let Some(real) = Shape::of_seed(seed) else { return };
    real.say(seed);
    let near = |what: &str, own: usize, real: usize| {
        assert!(own * 4 >= real * 3 && own * 3 <= real * 4, "{what}: {own} beside {real}");
    };
    near("letters in all", own.letters + own.listed, real.letters + real.listed);
    if real.levels.iter().sum::<usize>() > 10 {
        near("recommendations", own.levels.iter().sum(), real.levels.iter().sum());
        near("axes", own.levels[0], real.levels[0]);
        let deep = |shape: &Shape| shape.levels.iter().filter(|count| **count > 0).count();
        assert!(deep(&own) >= deep(&real), "levels");
    } else {
        near("paragraphs", own.paragraphs, real.paragraphs);
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
    "كما تم الوقوف عند الإكراهات التي تعترض الفروع في تدبير النفايات المنزلية بالمراكز الصاعدة، وسبل إشراك الساكنة في الفرز من المصدر، وما يستلزمه ذلك من وسائل للنقل والتخزين ومن اتفاق واضح مع الجماعات على من يتكفل بكل مرحلة.",
    "وأجمعت التدخلات على ضرورة الاعتناء بالعيون والخطارات باعتبارها تراثا مشتركا، وعلى توثيقها قبل أن يطويها النسيان، مع جمع شهادات الشيوخ الذين تولوا صيانتها وتوزيع مائها، وإيداعها رهن إشارة الباحثات والباحثين.",
    "كما تم التذكير بخلاصات اللقاء الذي جمع الكتابة الجهوية بوكالة الحوض المائي، والذي أفضى إلى اتفاق على تتبع صبيب العيون كل ثلاثة أشهر، وعلى تبادل المعطيات حول حقينة السدود والفرشات، وتنظيم زيارات مشتركة إلى المواقع الأكثر هشاشة.",
    "وفي هذا السياق، تم التأكيد على برمجة قافلة جهوية للتحسيس باقتصاد الماء خلال الأسابيع المقبلة، تنطلق من عين الأرز وتمر بكل أقاليم الجهة، وتُختتم بلقاء مفتوح مع التلاميذ والفلاحين.",
    "بعد ذلك، تم تقديم الخطوط العريضة لبرنامج العمل السنوي الذي أعدته الكتابة الجهوية، من أجل إغنائه قبل عرضه على الجمع العام.",
    "ويهم برنامج العمل السنوي تنظيم مخيمات بيئية لفائدة الأطفال واليافعين، وورشات للتدوير وإعادة الاستعمال، ومعارض للمنتوجات المجالية بكل إقليم من أقاليم الجهة.",
    "كما تم التطرق إلى تخليد اليوم العالمي للأرض، وإلى صيغة تنظيمه بتنسيق مع المؤسسات التعليمية ودور الشباب، حتى يكون مناسبة للتعريف بما أنجزته الفروع، ولانخراط متطوعات ومتطوعين جدد في حملات التشجير والنظافة.",
    "وتوقف الاجتماع مطولا عند وضعية الغابات بعد حرائق الصيف، وما خلفته من خسائر في الغطاء النباتي وفي أرزاق الأسر المجاورة، داعيا إلى التعجيل ببرامج التخليف.",
    "وقد شكل الاجتماع مناسبة للوقوف عند حصيلة العمل خلال الفترة الماضية، وما تحقق منها بفضل تطوع العضوات والأعضاء، وما تأخر بسبب ضعف التمويل أو تعقد المساطر.",
    "وبخصوص النقطة الثانية من جدول الأعمال، تدارس الحاضرون هيكلة الفروع المحلية وتجديد مكاتبها قبل نهاية السنة، مع الحرص على تمثيلية النساء والشباب في كل مكتب.",
    "وأسفر النقاش عن جملة من الخلاصات، أبرزها إحداث خلية للتواصل على مستوى كل إقليم، وتعيين منسق لكل حملة من حملات التشجير، وإعداد بطاقة تقنية لكل مشروع تحدد أهدافه وكلفته وآجال إنجازه والجهة المكلفة بتتبعه.",
    "وبخصوص النقطة الثالثة من جدول الأعمال، قُدم عرض حول مشروع المشاتل المدرسية، وما يتطلبه من شراكات مع الجماعات الترابية ومع الأكاديمية الجهوية للتربية والتكوين.",
    "واستمع الاجتماع إلى عرض مفصل حول الوضعية المالية للاتحاد وسبل تنمية موارده، في احترام تام لقواعد الحكامة والشفافية.",
    "وعقب العرض، فُتح باب النقاش أمام الحاضرات والحاضرين، فتناولوا سبل تنويع موارد الاتحاد، وتبسيط مساطر الصرف، وتمكين الفروع الحديثة من منحة للتأسيس.",
    "وقد تميز النقاش بروح المسؤولية والرغبة في تجاوز الصعوبات المطروحة، وباقتراحات عملية همت التكوين والتواصل وتبادل التجارب بين الفروع القديمة والفروع الناشئة.",
    "كما تم التطرق إلى التكوين المستمر لفائدة أطر الفروع، عبر سلسلة من الورشات حول إعداد المشاريع والترافع والتدبير المالي للجمعيات، تؤطرها كفاءات من داخل الاتحاد ومن الجامعة، وتُسلم في نهايتها شهادات للمشاركات والمشاركين.",
    "وفيما يخص التواصل الرقمي، تم الاتفاق على إطلاق نشرة شهرية تعرف بأنشطة الفروع، وعلى توحيد الهوية البصرية للاتحاد في كل منشوراته.",
    "وأجمع الحاضرون على الانخراط في التحضير للجمع العام المقبل، وعلى العمل من أجل إنجاحه بمساهمة كل الفروع والجمعيات الشريكة، وعلى إعداد أرضية مكتوبة تُناقش في الأقاليم قبل شهر من انعقاده.",
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
    holds(hand.screen.document(), "001_regional_secretariat_meeting.txt");
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
    "وتثمينا للمجهودات المبذولة من طرف الجمعيات الأعضاء خلال السنوات الثلاث الأخيرة في مجال حماية العيون والغابات، وما حققته من نتائج ملموسة رغم قلة الإمكانيات",
    "وتأكيدا على ضرورة مواصلة الترافع من أجل عدالة مائية ومجالية تضع سكان الجبال والواحات في صلب السياسات العمومية ذات الصلة بالبيئة",
    "وإيمانا بالدور المحوري الذي يضطلع به المجتمع المدني في تتبع السياسات العمومية وتقييمها، وفي تأطير المواطنات والمواطنين وتحسيسهم",
    "وبناء على المداولات التي عرفها الاجتماع، وعلى العروض التي قُدمت خلاله حول الماء والغابة والنفايات والتربية البيئية والتنظيم",
];

/// Level and words.
const ITEMS: [(u8, &str); 52] = [
    (0, "حماية الموارد المائية"),
    (
        1,
        "إعداد خرائط محلية دقيقة للعيون والخطارات المهددة بالاندثار، بمساهمة الجمعيات الأعضاء وساكنة الدواوير المعنية، ونشرها في موقع مفتوح يُحيَّن كل سنة.",
    ),
    (
        1,
        "إعداد دليل مبسط لاقتصاد الماء في البيوت والمدارس والمساجد، وتوزيعه على الفروع قبل بداية فصل الصيف، مع ترجمته إلى الأمازيغية.",
    ),
    (
        1,
        "تتبع صبيب العيون الكبرى بالجهات الجبلية، ونشر نتائجه كل ثلاثة أشهر حتى تكون رهن إشارة الجماعات الترابية.",
    ),
    (
        1,
        "الترافع من أجل إعادة استعمال المياه العادمة المعالجة في سقي المساحات الخضراء، وتعميم التجارب الناجحة منها على باقي مدن الجهات الجافة.",
    ),
    (
        1,
        "الحرص على إدراج حماية الفرشة المائية ضمن برامج عمل الجماعات الترابية، وعلى تتبع تنفيذها سنة بعد سنة.",
    ),
    (
        1,
        "دعم المبادرات المحلية في مجال تجميع مياه الأمطار، وخاصة بالمناطق التي تعرف خصاصا مزمنا في الماء الشروب.",
    ),
    (0, "الغابة والتشجير"),
    (
        1,
        "دعم المشاتل المدرسية بكل الجماعات القروية، وتزويدها بالبذور والأدوات، ومواكبة الأندية البيئية التي تشرف عليها طيلة الموسم الدراسي.",
    ),
    (
        1,
        "إحداث فرق محلية للإنذار المبكر بالحرائق، وتكوين أعضائها بتنسيق مع المصالح المختصة قبل حلول كل صيف، وتزويدها بوسائل التواصل الضرورية.",
    ),
    (
        1,
        "العمل على تخليف المساحات المتضررة من الحرائق بأصناف محلية تلائم المناخ والتربة، بعيدا عن الزراعات المستنزفة للماء.",
    ),
    (1, "تأهيل المسالك الغابوية المفتوحة في وجه الزوار، من خلال:"),
    (2, "وضع علامات تعريفية بالأشجار والنباتات والطيور على طول كل مسلك."),
    (2, "تهيئة فضاءات للاستراحة تحترم المحيط ولا تخلف أي نفايات."),
    (2, "تكوين مرشدات ومرشدين من شباب المنطقة، على أساس:"),
    (3, "دورة نظرية حول الأوساط الطبيعية وحمايتها."),
    (3, "تدريب ميداني مع جمعيات متمرسة في السياحة البيئية."),
    (
        1,
        "إشراك التعاونيات النسائية في تثمين المنتوجات الغابوية، مع ضمان تقاسم عادل للمداخيل واحترام فترات الجني.",
    ),
    (
        1,
        "إيلاء أهمية قصوى لحماية الأشجار المعمرة، وجردها في سجل جهوي مفتوح في وجه العموم والباحثين، وتثبيت لوحات تعريفية بجانبها.",
    ),
    (0, "النفايات والاقتصاد الدائري"),
    (
        1,
        "تنظيم حملات تحسيسية حول الفرز من المصدر بالأحياء والأسواق الأسبوعية، بشراكة مع جمعيات التجار والحرفيين.",
    ),
    (
        1,
        "إحداث نقط للتجميع بشراكة مع الجماعات الترابية، واعتماد معايير واضحة وشفافة في اختيار مواقعها وتدبيرها.",
    ),
    (1, "دعم تعاونيات الشباب العاملة في التدوير، ومواكبتها تقنيا وماليا خلال السنة الأولى من عملها على الأقل."),
    (
        1,
        "الترافع من أجل الحد من الأكياس والقنينات البلاستيكية في المؤسسات العمومية، وتعويضها ببدائل قابلة لإعادة الاستعمال.",
    ),
    (1, "تقوية قدرات الفاعلين المحليين في مجال التدوير وإعادة الاستعمال، من خلال:"),
    (2, "ورشات تطبيقية كل شهر بمقرات الفروع ودور الشباب."),
    (2, "زيارات ميدانية للوحدات الصناعية الرائدة في هذا المجال."),
    (2, "إعداد أشرطة قصيرة تشرح مراحل الفرز والتدوير بلغة مبسطة."),
    (
        1,
        "تثمين النفايات العضوية بالمجال القروي وتحويلها إلى سماد طبيعي لفائدة صغار الفلاحات والفلاحين، عبر وحدات نموذجية تُحدث بكل إقليم.",
    ),
    (0, "التربية البيئية والتواصل"),
    (1, "إدراج يوم بيئي في برنامج كل ناد مدرسي، يخصص لزيارة وسط طبيعي قريب وتنظيفه والتعريف بمكوناته."),
    (
        1,
        "تنظيم مسابقة سنوية لأحسن مشروع بيئي مدرسي، تشارك فيها المؤسسات التعليمية العمومية والخصوصية بكل الجهات.",
    ),
    (
        1,
        "إعداد حقيبة تربوية بيئية رهن إشارة المدرسات والمدرسين، تضم جذاذات وألعابا وتجارب سهلة الإنجاز، وتُختبر في عشر مؤسسات قبل تعميمها.",
    ),
    (
        1,
        "إحداث منصة رقمية لتدبير مبادرات الفروع والتعريف بها، وتحيينها كل أسبوع من طرف خلايا التواصل الإقليمية.",
    ),
    (
        1,
        "تعزيز التواصل مع المواطنات والمواطنين عبر الإذاعات الجهوية والصحافة المحلية، وتخصيص ناطق رسمي لكل حملة يتولى الإجابة عن أسئلة الصحافة.",
    ),
    (
        1,
        "إصدار نشرة شهرية تعرف بأنشطة الفروع وبحصيلة تنفيذ التوصيات، وتفتح صفحاتها للباحثات والباحثين الشباب.",
    ),
    (0, "التنظيم والحكامة"),
    (1, "تجديد مكاتب الفروع قبل نهاية السنة، مع الحرص على تمثيلية النساء والشباب في كل مكتب وفي كل لجنة."),
    (
        1,
        "مراجعة النظام الداخلي بما يتلاءم مع حاجيات الفروع، وعرض صيغته النهائية على المجلس في دورته المقبلة بعد استشارة الفروع كتابة.",
    ),
    (1, "تنمية الموارد المالية وترشيد النفقات، واعتماد محاسبة موحدة تُنشر خلاصتها كل سنة على موقع الاتحاد."),
    (1, "تعزيز آليات الحكامة والشفافية في تدبير موارد الاتحاد، وضمان حق كل عضو في الاطلاع على الوثائق المالية."),
    (
        1,
        "اعتماد مبدأ التداول على المسؤوليات وعدم الجمع بينها، وتحديد مدة الانتداب في ولايتين متتاليتين على الأكثر.",
    ),
    (1, "وضع برنامج سنوي للتكوين لفائدة أطر الفروع، من خلال:"),
    (2, "دورات حول إعداد المشاريع والبحث عن التمويل."),
    (2, "دورات حول التدبير المالي والإداري للجمعيات."),
    (0, "الشراكات والترافع"),
    (
        1,
        "تفعيل اتفاقيات الشراكة المبرمة مع الجماعات الترابية، وتقييمها مرة في السنة بحضور كل الأطراف الموقعة عليها.",
    ),
    (1, "الترافع من أجل ميزانية بيئية في كل جماعة، تُعرض على العموم قبل التصويت عليها وتُنشر حصيلة تنفيذها."),
    (
        1,
        "الانخراط في الشبكات الوطنية والدولية المهتمة بالماء والمناخ، وتمثيل الاتحاد فيها بانتظام وبأوراق مكتوبة تُعرض مسبقا على المكتب التنفيذي.",
    ),
    (
        1,
        "تبادل الخبرات مع جمعيات الضفة الأخرى من المتوسط في مجال مكافحة التصحر وتدبير الندرة والتكيف مع الجفاف، وتنظيم زيارات متبادلة لفائدة الشباب.",
    ),
    (1, "إحداث لجنة دائمة لتتبع تنفيذ التوصيات، تقدم تقريرا نصف سنوي عنها إلى المجلس وإلى كل الفروع."),
    (1, "عرض حصيلة التنفيذ على المجلس في دورته المقبلة، وإعادة برمجة ما لم يُنجز منها مع بيان أسباب تعثره."),
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
    holds(hand.screen.document(), "000_national_council_recommendations.txt");
    let ratio = hand.report("a council's recommendations");
    assert!(ratio <= 1.05, "{ratio}");
}
