//! Two texts drafted from a template by keys alone, and how many keys that took for each letter of the result.
//!
//! What is counted, and how time is told, says `hand`. What is measured against: the characters of the text as it leaves
//! the house, title, numbers and line ends included.
//!
//! The texts are ours, about invented bodies and people. One has the shape of a regional meeting's news (a title, a
//! lead with five groups, two dozen paragraphs, among them what three said and a decision with its vote), one that of a
//! council's recommendations (recitals, an enacting clause, six axes of four levels). Their shapes are set against those of
//! the two real texts, where these are there; those themselves are drafted in `drafted`.

use eframe::egui::Key;
use mahdar::arabic::Gender;
use mahdar::document::{Decision, Document, Kind, Role, Speaker};
use mahdar::template::{self, View};

use crate::drafted::seed;
use crate::hand::Hand;
use crate::screen::CTRL;

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
        seed(name).map(|(_, document)| Self::of(&document))
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

/// What a paragraph of the meeting is.
#[derive(Clone, Copy)]
enum Is {
    Plain,
    Context,
    /// What the chair said.
    Chair,
    /// What several said.
    Several(&'static str),
    /// What was decided, by how many.
    Decided(u32, u32, u32),
    Closing,
}

impl Is {
    fn kind(self) -> Kind {
        match self {
            Self::Plain => Kind::default(),
            Self::Context => Kind::Paragraph(Role::Context),
            Self::Chair | Self::Several(_) => Kind::Intervention(Speaker::Unnamed),
            Self::Decided(..) => Kind::Decision(Decision::default()),
            Self::Closing => Kind::Paragraph(Role::Closing),
        }
    }
}

/// Those who came, as the subject of a sentence, and as the lead says it.
const GROUPS: [&str; 5] = [
    "أعضاء الكتابة الجهوية",
    "رؤساء الفروع",
    "المنسقون الإقليميون",
    "ممثلو الجمعيات الشريكة",
    "مسؤولو لجان الاتحاد",
];
const CAME: &str = "بحضور السيدات والسادة أعضاء الكتابة الجهوية ورؤساء الفروع والمنسقين الإقليميين وممثلي الجمعيات الشريكة ومسؤولي لجان الاتحاد.";

const MEETING: [(Is, &str); 22] = [
    (
        Is::Context,
        "ينعقد هذا الاجتماع في سياق الدينامية البيئية التي أطلقها الاتحاد بعد ملتقاه الوطني الرابع، وفي إطار التحضير للأسبوع الجهوي للماء الذي تشارك فيه الفروع والجمعيات الشريكة بكل أقاليم الجهة.",
    ),
    (
        Is::Plain,
        "في مستهل الاجتماع، رحبت السيدة ليلى المرابط بالحاضرات والحاضرين، وذكرت بالسياق العام الذي ينعقد فيه هذا الاجتماع.",
    ),
    (
        Is::Plain,
        "كما تم التطرق إلى حصيلة حملات التشجير برسم الموسم المنصرم، وخاصة ما يهم محيط المدارس القروية وجنبات الأودية، حيث غُرست آلاف الشتلات بمساهمة التلاميذ وآبائهم.",
    ),
    (
        Is::Plain,
        "كما تم الوقوف عند الإكراهات التي تعترض الفروع في تدبير النفايات المنزلية بالمراكز الصاعدة، وسبل إشراك الساكنة في الفرز من المصدر، وما يستلزمه ذلك من وسائل للنقل والتخزين ومن اتفاق واضح مع الجماعات على من يتكفل بكل مرحلة.",
    ),
    (
        Is::Several("الحاضرون"),
        "أجمع الحاضرون على أهمية الاعتناء بالعيون والخطارات باعتبارها تراثا مشتركا، وعلى توثيقها قبل أن يطويها النسيان، مع جمع شهادات الشيوخ الذين تولوا صيانتها وتوزيع مائها، وإيداعها رهن إشارة الباحثات والباحثين.",
    ),
    (
        Is::Plain,
        "كما تم التذكير بخلاصات اللقاء الذي جمع الكتابة الجهوية بوكالة الحوض المائي، والذي أفضى إلى اتفاق على تتبع صبيب العيون كل ثلاثة أشهر، وعلى تبادل المعطيات حول حقينة السدود والفرشات، وتنظيم زيارات مشتركة إلى المواقع الأكثر هشاشة.",
    ),
    (
        Is::Plain,
        "وفي هذا السياق، تم التأكيد على برمجة قافلة جهوية للتحسيس باقتصاد الماء خلال الأسابيع المقبلة، تنطلق من عين الأرز وتمر بكل أقاليم الجهة، وتُختتم بلقاء مفتوح مع التلاميذ والفلاحين.",
    ),
    (
        Is::Plain,
        "بعد ذلك، تم تقديم الخطوط العريضة لبرنامج العمل السنوي الذي أعدته الكتابة الجهوية، من أجل إغنائه قبل عرضه على الجمع العام.",
    ),
    (
        Is::Plain,
        "ويهم برنامج العمل السنوي تنظيم مخيمات بيئية لفائدة الأطفال واليافعين، وورشات للتدوير وإعادة الاستعمال، ومعارض للمنتوجات المجالية بكل إقليم من أقاليم الجهة.",
    ),
    (
        Is::Plain,
        "كما تم التطرق إلى تخليد اليوم العالمي للأرض، وإلى صيغة تنظيمه بتنسيق مع المؤسسات التعليمية ودور الشباب، حتى يكون مناسبة للتعريف بما أنجزته الفروع، ولانخراط متطوعات ومتطوعين جدد في حملات التشجير والنظافة.",
    ),
    (
        Is::Plain,
        "وتوقف الاجتماع مطولا عند وضعية الغابات بعد حرائق الصيف، وما خلفته من خسائر في الغطاء النباتي وفي أرزاق الأسر المجاورة، داعيا إلى التعجيل ببرامج التخليف.",
    ),
    (
        Is::Plain,
        "وقد شكل الاجتماع مناسبة للوقوف عند حصيلة العمل خلال الفترة الماضية، وما تحقق منها بفضل تطوع العضوات والأعضاء، وما تأخر بسبب ضعف التمويل أو تعقد المساطر.",
    ),
    (
        Is::Plain,
        "وبخصوص النقطة الثانية من جدول الأعمال، تدارس الحاضرون هيكلة الفروع المحلية وتجديد مكاتبها قبل نهاية السنة، مع الحرص على تمثيلية النساء والشباب في كل مكتب.",
    ),
    (
        Is::Plain,
        "وأسفر النقاش عن جملة من الخلاصات، أبرزها إحداث خلية للتواصل على مستوى كل إقليم، وتعيين منسق لكل حملة من حملات التشجير، وإعداد بطاقة تقنية لكل مشروع تحدد أهدافه وكلفته وآجال إنجازه والجهة المكلفة بتتبعه.",
    ),
    (
        Is::Plain,
        "وبخصوص النقطة الثالثة من جدول الأعمال، قُدم عرض حول مشروع المشاتل المدرسية، وما يتطلبه من شراكات مع الجماعات الترابية ومع الأكاديمية الجهوية للتربية والتكوين.",
    ),
    (
        Is::Plain,
        "واستمع الاجتماع إلى عرض مفصل حول الوضعية المالية للاتحاد وسبل تنمية موارده، في احترام تام لقواعد الحكامة والشفافية.",
    ),
    (
        Is::Plain,
        "وعقب العرض، فُتح باب النقاش أمام الحاضرات والحاضرين، فتناولوا سبل تنويع موارد الاتحاد، وتبسيط مساطر الصرف، وتمكين الفروع الحديثة من منحة للتأسيس.",
    ),
    (
        Is::Chair,
        "أكدت السيدة ليلى المرابط على ضرورة تجاوز الصعوبات المطروحة بروح المسؤولية، وعلى تبادل التجارب بين الفروع القديمة والفروع الناشئة في التكوين والتواصل.",
    ),
    (
        Is::Plain,
        "كما تم التطرق إلى التكوين المستمر لفائدة أطر الفروع، عبر سلسلة من الورشات حول إعداد المشاريع والترافع والتدبير المالي للجمعيات، تؤطرها كفاءات من داخل الاتحاد ومن الجامعة، وتُسلم في نهايتها شهادات للمشاركات والمشاركين.",
    ),
    (
        Is::Decided(17, 2, 1),
        "قرر الاجتماع بالأغلبية إطلاق نشرة شهرية تعرف بأنشطة الفروع، وتوحيد الهوية البصرية للاتحاد في كل منشوراته.",
    ),
    (
        Is::Several("أعضاء الفروع"),
        "أجمع أعضاء الفروع على الانخراط في التحضير للجمع العام المقبل، وعلى العمل من أجل إنجاحه بمساهمة كل الجمعيات الشريكة، وعلى إعداد أرضية مكتوبة تُناقش في الأقاليم قبل شهر من انعقاده.",
    ),
    (Is::Closing, "وفي نهاية الاجتماع، شكرت السيدة ليلى المرابط الحاضرات والحاضرين على مساهمتهم الفعالة."),
];

#[test]
fn a_regional_meeting_is_drafted_with_hardly_more_keys_than_letters() {
    let mut hand = Hand::begin("regional-communique");
    hand.purpose("header");
    hand.fill("field-body", "الكتابة الجهوية");
    hand.fill("field-organisation", "اتحاد الجمعيات البيئية");
    hand.fill("field-date", "14/11/2026");
    hand.fill("field-place", "المقر الجهوي للاتحاد");
    // Who chaired, and that she is a woman: the verb and her office follow.
    hand.fill("field-name", "ليلى المرابط");
    hand.fill("field-role", "الكاتبة الجهوية");
    hand.press(Key::Tab);
    hand.press(Key::Space);
    let chair = hand.screen.document().people().values().next().cloned();
    assert_eq!(chair.map(|chair| chair.gender), Some(Gender::Female), "set by a key");
    hand.purpose("groups");
    hand.groups(&GROUPS.map(|group| (group.to_owned(), mahdar::arabic::oblique(group).unwrap())));
    hand.purpose("between paragraphs");
    hand.chord(CTRL, Key::Num4);
    for (is, words) in MEETING {
        if !hand.kind().is_some_and(|now| crate::hand::alike(&now, &is.kind()))
            || !hand.paragraph().is_empty()
        {
            hand.go_on(&is.kind());
        }
        hand.purpose("text");
        if let Is::Chair = is {
            hand.spoken_by_person("ليلى المرابط");
        }
        hand.write(words);
        match is {
            Is::Several(name) => hand.spoken_by(name),
            Is::Decided(yes, no, abstained) => hand.voted(yes, no, abstained),
            Is::Plain | Is::Context | Is::Chair | Is::Closing => {}
        }
    }
    let text = hand.exported();
    for (_, words) in MEETING {
        assert!(text.contains(words), "{words}\nis not in\n{text}");
    }
    assert!(text.contains("ترأست السيدة ليلى المرابط، الكاتبة الجهوية، يوم السبت 14 نونبر 2026"), "{text}");
    assert!(text.contains(CAME), "{text}");
    holds(hand.screen.document(), "001_regional_secretariat_meeting.txt");
    let took = hand.report("a regional meeting");
    assert!(took.ratio <= 1.05, "{}", took.ratio);
    assert!(took.away <= 3.0, "{}", took.away);
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
    hand.purpose("header");
    hand.fill("field-body", "المجلس الوطني");
    hand.fill("field-organisation", "اتحاد الجمعيات البيئية");
    hand.fill("field-date", "27-29/1/2026");
    hand.fill("field-place", "المركب الدولي للشباب");
    hand.purpose("between paragraphs");
    hand.chord(CTRL, Key::Num4);
    for (at, words) in RECITALS.iter().enumerate() {
        if at > 0 || hand.kind() != Some(Kind::Paragraph(Role::Recital)) {
            hand.go_on(&Kind::Paragraph(Role::Recital));
        }
        hand.purpose("text");
        hand.write(words);
    }
    // The enacting clause is what the template has written.
    hand.go_on(&Kind::Paragraph(Role::Enacting));
    for (depth, words) in ITEMS {
        hand.go_on(&Kind::recommendation(depth));
        hand.write(words);
    }
    let text = hand.exported();
    for words in RECITALS.into_iter().chain(ITEMS.map(|(_, words)| words)) {
        assert!(text.contains(words), "{words}\nis not in\n{text}");
    }
    holds(hand.screen.document(), "000_national_council_recommendations.txt");
    let took = hand.report("a council's recommendations");
    assert!(took.ratio <= 1.05, "{}", took.ratio);
    assert!(took.away <= 3.0, "{}", took.away);
}
