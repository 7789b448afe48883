//! Names of people as hands and spreadsheets write them: titles before them, one spelling for all, heads of columns.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::agreement::Gender;
use super::fold::{fold, fold_char};

/// A name as search sees it: its letters without spaces, and where its words begin.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Spelt {
    letters: String,
    starts: Vec<usize>,
}

/// How well a name answers what was typed, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// It begins so.
    Begins,
    /// Its words begin so, one after another.
    Follows,
    /// Its words begin so, in another order.
    Holds,
}

impl Spelt {
    /// This name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut spelt = Self::default();
        for word in words(name) {
            spelt.push(word);
        }
        spelt
    }

    fn push(&mut self, word: &str) {
        let start = self.letters.len();
        self.letters.extend(letters(word));
        if self.letters.len() > start {
            self.starts.push(start);
        }
    }

    /// Whether it has no letters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// How it answers these words, if it does; each must begin a word of it, or go on where the one before ended, for
    /// «بنعبدالله» and «بنعبد الله» are one name.
    #[must_use]
    pub fn fits(&self, wanted: &[String]) -> Option<Fit> {
        if wanted.is_empty() {
            return None;
        }
        if let Some(found) = self.in_order(wanted) {
            let first = found.first().is_some_and(|range| range.start == 0);
            return Some(if first { Fit::Begins } else { Fit::Follows });
        }
        let begins = |word: &String| self.starts.iter().any(|start| self.has(*start, word));
        wanted.iter().all(begins).then_some(Fit::Holds)
    }

    fn has(&self, at: usize, word: &str) -> bool {
        self.letters.get(at..).is_some_and(|rest| rest.starts_with(word))
    }

    fn in_order(&self, wanted: &[String]) -> Option<Vec<Range<usize>>> {
        let mut end = None;
        let mut found = Vec::with_capacity(wanted.len());
        for word in wanted {
            let after = end.unwrap_or(0);
            let mut places = end.into_iter().chain(self.starts.iter().copied().filter(|at| *at >= after));
            let at = places.find(|at| self.has(*at, word))?;
            found.push(at..at + word.len());
            end = Some(at + word.len());
        }
        Some(found)
    }
}

/// What was typed of a name, as [`Spelt::fits`] asks for it: without the titles before it. A letter alone is taken for
/// the beginning of a word, unless a mark says that it stands for a title, «د. ليلى».
#[must_use]
pub fn wanted(typed: &str) -> Vec<String> {
    let (bare, said) = without_title(typed);
    let titles = typed.trim().strip_suffix(bare).filter(|_| said.is_some()).unwrap_or_default();
    let is_title = |word: &str| word.contains('.') || word.chars().nth(1).is_some();
    let is_told = titles.split_whitespace().all(is_title);
    folded(if is_told { bare } else { typed })
}

/// The words of a text, folded to their letters.
fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| letters(word).collect::<String>()).filter(|word| !word.is_empty()).collect()
}

/// The stretches of a name that were typed, in its bytes.
#[must_use]
pub fn typed_in(name: &str, wanted: &[String]) -> Vec<Range<usize>> {
    let spelt = Spelt::of(name);
    let found = spelt.in_order(wanted).or_else(|| {
        let place = |word: &String| {
            let at = spelt.starts.iter().copied().find(|at| spelt.has(*at, word))?;
            Some(at..at + word.len())
        };
        wanted.iter().map(place).collect()
    });
    let Some(mut found) = found else { return Vec::new() };
    found.sort_by_key(|range| range.start);
    // Where each byte of the letters comes from.
    let mut from = Vec::with_capacity(spelt.letters.len());
    for (at, letter) in name.char_indices() {
        let mut own = [0; 4];
        let bytes: usize = letters(letter.encode_utf8(&mut own)).map(char::len_utf8).sum();
        from.extend(std::iter::repeat_n(at..at + letter.len_utf8(), bytes));
    }
    let stretch = |range: Range<usize>| {
        let first = from.get(range.start)?;
        let last = from.get(range.end.checked_sub(1)?)?;
        Some(first.start..last.end)
    };
    found.into_iter().filter_map(stretch).collect()
}

/// The letters and digits of a word, folded, and without the accents of Latin ones.
fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    let folded = word.nfd().flat_map(char::to_lowercase).filter_map(fold_char);
    folded.filter(|letter| letter.is_alphanumeric())
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '/' | '،' | ','))
        .filter(|word| !word.is_empty())
}

/// Titles that stand before a name and are not of it: the word, its keyword, the gender it says.
const TITLES: [(&str, &str, Gender); 35] = [
    ("السيد", "mr", Gender::Male),
    ("السيدة", "mr", Gender::Female),
    ("السيد(ة)", "mr", Gender::Unknown),
    ("سيد", "mr", Gender::Male),
    ("سيدة", "mr", Gender::Female),
    ("الآنسة", "mr", Gender::Female),
    ("الدكتور", "dr", Gender::Male),
    ("الدكتورة", "dr", Gender::Female),
    ("دكتور", "dr", Gender::Male),
    ("دكتورة", "dr", Gender::Female),
    ("د", "dr", Gender::Unknown),
    ("دة", "dr", Gender::Female),
    ("الأستاذ", "prof", Gender::Male),
    ("الأستاذة", "prof", Gender::Female),
    ("أستاذ", "prof", Gender::Male),
    ("أستاذة", "prof", Gender::Female),
    ("ذ", "prof", Gender::Unknown),
    ("ذة", "prof", Gender::Female),
    ("الرفيق", "comrade", Gender::Male),
    ("الرفيقة", "comrade", Gender::Female),
    ("الأخ", "brother", Gender::Male),
    ("الأخت", "brother", Gender::Female),
    ("m", "mr", Gender::Male),
    ("mr", "mr", Gender::Male),
    ("monsieur", "mr", Gender::Male),
    ("mme", "mr", Gender::Female),
    ("madame", "mr", Gender::Female),
    ("mlle", "mr", Gender::Female),
    ("mrs", "mr", Gender::Female),
    ("ms", "mr", Gender::Female),
    ("dr", "dr", Gender::Unknown),
    ("dre", "dr", Gender::Female),
    ("pr", "prof", Gender::Unknown),
    ("prof", "prof", Gender::Unknown),
    ("professeur", "prof", Gender::Unknown),
];

static FOLDED: LazyLock<Vec<(String, &'static str, Gender)>> =
    LazyLock::new(|| TITLES.iter().map(|(word, keyword, gender)| (fold(word), *keyword, *gender)).collect());

/// A title by itself: its keyword and the gender it says.
#[must_use]
pub fn title(word: &str) -> Option<(&'static str, Gender)> {
    let bare = fold(word.trim().trim_end_matches(['.', '/', ':']));
    let (_, keyword, gender) = FOLDED.iter().find(|(title, ..)| *title == bare)?;
    Some((keyword, *gender))
}

/// A name without the titles before it, and the first of them with what they say of the gender.
#[must_use]
pub fn without_title(name: &str) -> (&str, Option<(&'static str, Gender)>) {
    let mut rest = name.trim();
    let mut said: Option<(&'static str, Gender)> = None;
    loop {
        // «د.ليلى» is written without a space too.
        let end = rest.find(|c: char| c.is_whitespace() || c == '.').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let after = after.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
        match title(word).filter(|_| !after.is_empty()) {
            Some((keyword, gender)) => {
                let (first, known) = said.unwrap_or((keyword, gender));
                said = Some((first, if known == Gender::Unknown { gender } else { known }));
                rest = after;
            }
            None => return (rest, said),
        }
    }
}

/// The same for a name that is to be kept without its titles: only where they are surely that. «سيد أحمد» is a name, so may
/// «M Barek» be, and «د. س.» are letters.
#[must_use]
pub fn without_sure_title(name: &str) -> (&str, Option<(&'static str, Gender)>) {
    let name = name.trim();
    let (bare, said) = without_title(name);
    let titles = name.strip_suffix(bare).unwrap_or_default();
    let is_unsure = |word: &str| matches!(word, "سيد" | "سيدة" | "m" | "M");
    let has_word = words(bare).any(|word| letters(word).nth(1).is_some());
    if has_word && !titles.split_whitespace().any(is_unsure) { (bare, said) } else { (name, None) }
}

/// Whether the words end in what is a title, or the beginning of one: nobody answers it, but somebody may answer what
/// follows it.
#[must_use]
pub fn may_be_title(typed: &str) -> bool {
    let rest = fold(without_title(typed).0.trim_end_matches(['.', '/', ':']));
    !rest.is_empty() && FOLDED.iter().any(|(title, ..)| title.starts_with(&rest))
}

/// What all spellings of one name have in common: no title, no hamza, no accent, no space.
#[must_use]
pub fn name_key(name: &str) -> String {
    Spelt::of(without_title(name).0).letters
}

/// The same, whichever of its words comes first.
#[must_use]
pub fn name_bag(name: &str) -> String {
    let mut all: Vec<String> =
        words(without_title(name).0).map(|word| letters(word).collect::<String>()).collect();
    all.sort_unstable();
    all.join(" ")
}

/// What a column of a table of people holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Column {
    /// The whole name.
    Name,
    /// The first name.
    Given,
    /// The family name.
    Family,
    /// The name in Latin letters.
    Latin,
    /// How the person is addressed.
    Title,
    /// The gender.
    Gender,
    /// The office.
    Role,
    /// The body the office is in.
    Body,
    /// The telephone.
    Phone,
    /// The number of the identity card.
    Identity,
    /// Other spellings.
    Aliases,
}

impl Column {
    /// All of them, as they are offered.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Given,
        Self::Family,
        Self::Latin,
        Self::Title,
        Self::Gender,
        Self::Role,
        Self::Body,
        Self::Phone,
        Self::Identity,
        Self::Aliases,
    ];

    /// The word by which messages name it.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Given => "given",
            Self::Family => "family",
            Self::Latin => "latin",
            Self::Title => "title",
            Self::Gender => "gender",
            Self::Role => "role",
            Self::Body => "body",
            Self::Phone => "phone",
            Self::Identity => "identity",
            Self::Aliases => "aliases",
        }
    }

    /// What the head of a column says it holds, in Arabic, French or English.
    #[must_use]
    pub fn of_head(head: &str) -> Option<Self> {
        let head = folded(head).join(" ");
        if head.is_empty() {
            return None;
        }
        let is = |(_, heads): &&(Self, &[&str])| heads.iter().any(|known| folded(known).join(" ") == head);
        HEADS.iter().find(is).map(|(column, _)| *column)
    }
}

/// Heads of columns; compared folded and without their marks.
const HEADS: [(Column, &[&str]); 11] = [
    (
        Column::Name,
        &[
            "الاسم",
            "اسم",
            "الأسماء",
            "الاسم الكامل",
            "الاسم والنسب",
            "الاسم الشخصي والعائلي",
            "الاسم العائلي والشخصي",
            "العضو",
            "الأعضاء",
            "أعضاء المجلس",
            "name",
            "full name",
            "names",
            "member",
            "nom complet",
            "nom et prénom",
            "nom et prénoms",
            "nom prénom",
            "prénom et nom",
            "noms et prénoms",
            "membre",
        ],
    ),
    (Column::Given, &["الاسم الشخصي", "الاسم الأول", "prénom", "prénoms", "first name", "given name"]),
    (
        Column::Family,
        &[
            "النسب",
            "الاسم العائلي",
            "اسم العائلة",
            "nom",
            "nom de famille",
            "last name",
            "surname",
            "family name",
        ],
    ),
    (
        Column::Latin,
        &[
            "الاسم بالفرنسية",
            "الاسم الكامل بالفرنسية",
            "الاسم باللاتينية",
            "الاسم بالحروف اللاتينية",
            "بالحروف اللاتينية",
            "nom en français",
            "nom latin",
            "nom en lettres latines",
            "latin",
            "latin name",
            "name in latin letters",
        ],
    ),
    (Column::Title, &["اللقب", "اللقب الشرفي", "الصيغة", "civilité", "titre", "title", "honorific"]),
    (Column::Gender, &["الجنس", "النوع", "sexe", "genre", "sex", "gender"]),
    (
        Column::Role,
        &[
            "الصفة",
            "المهمة",
            "المنصب",
            "الوظيفة",
            "المسؤولية",
            "fonction",
            "qualité",
            "poste",
            "mission",
            "role",
            "office",
            "position",
            "function",
        ],
    ),
    (
        Column::Body,
        &[
            "الهيئة",
            "المؤسسة",
            "الجمعية",
            "التنظيم",
            "الفرع",
            "الجماعة",
            "الإدارة",
            "الحزب",
            "organisme",
            "organisation",
            "organization",
            "établissement",
            "institution",
            "association",
            "structure",
            "instance",
            "body",
        ],
    ),
    (
        Column::Phone,
        &[
            "الهاتف",
            "رقم الهاتف",
            "الهاتف المحمول",
            "الهاتف النقال",
            "tél",
            "téléphone",
            "n téléphone",
            "gsm",
            "portable",
            "mobile",
            "phone",
            "phone number",
            "telephone",
        ],
    ),
    (
        Column::Identity,
        &[
            "رقم البطاقة الوطنية",
            "البطاقة الوطنية",
            "رقم البطاقة",
            "ب و ت",
            "cin",
            "cnie",
            "n cin",
            "carte nationale",
            "id",
            "identity",
            "identity card",
            "id number",
        ],
    ),
    (
        Column::Aliases,
        &[
            "تهجئات أخرى",
            "أسماء أخرى",
            "كتابات أخرى",
            "alias",
            "aliases",
            "autres noms",
            "autres graphies",
            "other names",
            "other spellings",
        ],
    ),
];

/// The gender a cell of a table says: «أنثى», «F», «homme».
#[must_use]
pub fn gender_of(cell: &str) -> Gender {
    let said = folded(cell).concat();
    let is = |words: &[&str]| words.iter().any(|word| folded(word).concat() == said);
    if is(&["أنثى", "امرأة", "مؤنث", "إناث", "ث", "f", "female", "femme", "féminin", "woman"])
    {
        Gender::Female
    } else if is(&["ذكر", "رجل", "مذكر", "ذكور", "m", "h", "male", "homme", "masculin", "man"])
    {
        Gender::Male
    } else {
        Gender::Unknown
    }
}

/// Parts other spellings of a name in one cell.
#[must_use]
pub fn parted(cell: &str) -> Vec<String> {
    cell.split([';', '؛', '،', '|', '/'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Other spellings in one line, as they are shown and read again by [`parted`].
#[must_use]
pub fn joined(parts: &[String]) -> String {
    parts.join("؛ ")
}
