//! What the opening sentence of a text tells: who chaired which sitting of which body, when, where, before whom.

use std::ops::Range;

use super::agreement::{Case, Gender};
use super::cues::{Cue, Found, JOINED, Words};
use super::date::{Date, Time, Weekday};
use super::fold::fold;
use super::given::{Likeness, likeness};
use super::hours::{self, hour_at};
use super::lexicon::ordinal;
use super::named::{Named, bare_name, groups, honorific_at, is_role, is_stop, person_at, role_end, said};
use super::nouns::{ORGANISATIONS, PLACES, SITTINGS, Shape, is_body, stem};
use super::reading::date_at_start;
use super::regions;
use super::session::Sitting;
use super::when::{Edge, When};

/// What an opening sentence tells, as far as it is understood.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facts {
    /// Who chaired.
    pub chair: Option<Named>,
    /// The body that met.
    pub body: String,
    /// What it is part of.
    pub organisation: String,
    /// The word of the command line for its level; empty where it is not said.
    pub level: &'static str,
    /// Its region.
    pub region: String,
    /// Its province.
    pub province: String,
    /// The word of the command line for the sitting, where one is named.
    pub noun: Option<&'static str>,
    /// Its nature as an adjective in the masculine, without the article.
    pub nature: String,
    /// Which one it is.
    pub ordinal: Option<u16>,
    /// Whether the name of the sitting is written back letter for letter.
    pub exact_session: bool,
    /// The day or days.
    pub dates: When,
    /// When it began.
    pub start: Option<Time>,
    /// When it ended.
    pub end: Option<Time>,
    /// The place, without its preposition.
    pub venue: String,
    /// Those who came, as they stand after a preposition.
    pub groups: Vec<String>,
    /// Whether they are named after «بحضور».
    pub sure_groups: bool,
}

impl Facts {
    /// The same, with what it lacks from another sentence that tells of the same meeting.
    #[must_use]
    pub fn filled(mut self, other: Self) -> Self {
        let fill = |own: &mut String, other: String| {
            if own.is_empty() {
                *own = other;
            }
        };
        if self.dates.is_unset() {
            self.dates = other.dates;
        }
        if self.body.is_empty() {
            (self.body, self.level) = (other.body, other.level);
        }
        fill(&mut self.organisation, other.organisation);
        fill(&mut self.venue, other.venue);
        fill(&mut self.region, other.region);
        fill(&mut self.province, other.province);
        self.start = self.start.or(other.start);
        self
    }
}

/// Whether what follows an organisation tells of the sitting, not of its name: «في اجتماع عادي», «ترأسته السيدة …».
fn begins_clause(words: &Words, at: usize) -> bool {
    let sitting = |at: usize| SITTINGS.iter().any(|(known, ..)| *known == words.word(at));
    let presided = words.bare(at).trim_start_matches(['ي', 'ت']);
    presided.starts_with("راس") && words.bare(at).starts_with(['ت', 'ي'])
        || words.word(at) == "في"
            && (sitting(at + 1) || matches!(words.word(at + 1), "اطار" | "سياق" | "يوم"))
}

/// Whether this word is a sitting that the body it is of follows at once.
fn is_bare(word: &str) -> bool {
    SITTINGS.iter().any(|(known, _, shape)| *known == word && *shape == Shape::Bare)
}

struct Sentence<'t> {
    text: &'t str,
    words: &'t Words,
    facts: Facts,
    /// The word from which on the next meeting is spoken of.
    end: usize,
}

/// What the opening sentence tells. `anchor` is the day that relative dates count from, where it is known.
#[must_use]
pub fn facts(text: &str, words: &Words, cues: &[Found], anchor: Option<Date>) -> Facts {
    let mut sentence = Sentence { text, words, facts: Facts::default(), end: next_at(words, cues) };
    let verb = verb_at(words, cues);
    let date = sentence.date(verb, anchor);
    sentence.chair(verb, cues);
    let session = sentence.session(verb);
    sentence.body(verb, session.as_ref());
    sentence.venue(verb, date.as_ref());
    sentence.time();
    sentence.places();
    sentence.presence(cues);
    sentence.facts
}

/// The word from which on the next meeting is spoken of; where it is not, the end.
fn next_at(words: &Words, cues: &[Found]) -> usize {
    let other = |at: &usize| {
        matches!(words.bare(*at), "اجتماع" | "لقاء" | "جلسه" | "دوره")
            && matches!(
                words.word(at + 1),
                "اخر" | "اخري" | "مقبل" | "مقبله" | "قادم" | "قادمه" | "لاحق" | "لاحقه"
            )
    };
    let next = cues.iter().find(|found| found.cue == Cue::Next).map(|found| found.at);
    let other = (0..words.len()).find(other);
    [next, other].into_iter().flatten().min().unwrap_or(words.len())
}

/// The verb that tells who met: «في إطار … انعقد» has it behind the setting.
fn verb_at(words: &Words, cues: &[Found]) -> usize {
    let mut leads = cues.iter().filter(|found| found.cue == Cue::Lead);
    let own = leads.clone().find(|found| words.bare(found.at) != "في");
    own.map(|found| found.at).or_else(|| leads.next().map(|found| found.end - 1)).unwrap_or_default()
}

/// Whether the words open with the day: «في يوم …», «بتاريخ …», «إنه في يوم …».
#[must_use]
pub fn opens_with_day(text: &str, words: &Words) -> bool {
    (0..5).any(|at| date_here(text, words, at, None).is_some())
}

/// Whether the words open with what a meeting was called for or on: «بدعوة من …», «على إثر …», «تلبية لـ …».
#[must_use]
pub fn opens_with_call(words: &Words) -> bool {
    match words.bare(0) {
        "بدعوه" | "تلبيه" | "عقب" | "تبعا" | "بناء" | "بمناسبه" | "بمبادره" => {
            true
        }
        "علي" => matches!(words.word(1), "اثر" | "ضوء" | "هامش"),
        _ => false,
    }
}

/// Those who came, where a sentence says so: «الاجتماع عرف حضور …».
#[must_use]
pub fn presence(text: &str, words: &Words, cues: &[Found]) -> Vec<String> {
    let mut sentence = Sentence { text, words, facts: Facts::default(), end: words.len() };
    sentence.presence(cues);
    sentence.facts.groups
}

/// The first day or days named from a word on, with the words it takes.
#[must_use]
pub fn date_from(
    text: &str,
    words: &Words,
    from: usize,
    anchor: Option<Date>,
) -> Option<(Range<usize>, When)> {
    (from..words.len()).find_map(|at| date_here(text, words, at, anchor))
}

/// Whether a line says where and on which day, and nothing else: «فاس، في 14 نونبر 2026».
#[must_use]
pub fn is_place_and_day(text: &str, words: &Words) -> bool {
    words.len() <= 10
        && date_from(text, words, 0, None).is_some_and(|(day, _)| {
            day.end == words.len() && (1..=4).contains(&day.start) && words.bare(day.start - 1) == "في"
        })
}

/// The date that begins at this word.
fn date_here(text: &str, words: &Words, at: usize, anchor: Option<Date>) -> Option<(Range<usize>, When)> {
    let word = words.bare(at);
    let day = |word: &str| matches!(word, "يوم" | "يومي" | "ايام");
    let joined = word.strip_prefix(['ل', 'ب']).is_some_and(day);
    let relative = matches!(word, "امس" | "غدا") || (word == "اول" && words.word(at + 1) == "امس");
    let weekday = Weekday::of_folded(word).is_some();
    let spoken = super::spoken::opens_day(word);
    let figure = word.starts_with(|c: char| c.is_ascii_digit()) || word == "فاتح";
    let month = word == "شهر"
        || (matches!(word, "متم" | "نهايه" | "بدايه" | "منتصف" | "اواخر") && at + 1 < words.len());
    if !(day(word) || joined || relative || weekday || figure || spoken || month) {
        return None;
    }
    let place = words.place(at);
    // Letters joined to the first word are no part of the date.
    let mut written = text.get(place.clone())?;
    if word.len() < words.word(at).len() {
        written = written.strip_prefix(JOINED).unwrap_or(written);
    }
    if joined {
        written = written.strip_prefix(['ل', 'ب']).unwrap_or(written);
    }
    let start = place.end - written.len();
    let last = words.place((at + 22).min(words.len().saturating_sub(1))).end;
    let (length, when) = date_at_start(text.get(start..last)?, anchor)?;
    match &when {
        When::Days(_) | When::Range { .. } => {}
        When::Month { .. } if month => {}
        When::Relative { .. } if relative || weekday || figure || spoken || day(word) || joined => {
            // A number and a month alone may be anything.
            let bare =
                figure && !text.get(start..start + length)?.contains(char::is_whitespace) && length < 8;
            if bare {
                return None;
            }
        }
        _ => return None,
    }
    let end = (at..words.len()).take_while(|n| words.place(*n).start < start + length).count() + at;
    Some((at..end, when))
}

impl Sentence<'_> {
    fn said(&self, range: Range<usize>) -> String {
        said(self.text, self.words, range)
    }

    /// The days of the meeting: their words.
    fn date(&mut self, verb: usize, anchor: Option<Date>) -> Option<Range<usize>> {
        let from =
            |at| date_from(self.text, self.words, at, anchor).filter(|(range, _)| range.start < self.end);
        // What opens the sentence is the day of the meeting; in the grounds before the verb others may be named.
        let first = from(0)?;
        let (range, when) =
            if first.0.start > 4 && first.0.start < verb { from(verb).unwrap_or(first) } else { first };
        if let When::Month { edge, .. } = &when {
            // «عقد المكتب اجتماعه متم يونيو»; a month of which something else is told is not the day.
            let near = |at: usize| {
                let word = self.words.bare(at);
                SITTINGS.iter().any(|(known, ..)| *known == word) || matches!(word, "وذلك" | "ذلك" | "خلال")
            };
            let start = range.start;
            let own = start > verb && (start.saturating_sub(3)..start).any(near);
            let comma = self.words.mark_before(start) == Some('،') && start <= verb + 10;
            if *edge == Edge::None || !(own || comma) || self.words.bare(start.saturating_sub(1)) == "قبل"
            {
                return None;
            }
        }
        self.facts.dates = when;
        Some(range)
    }

    fn chair(&mut self, verb: usize, cues: &[Found]) {
        let words = self.words;
        // «تنفيذا لتوصيات اللقاء المنعقد برئاسة …» is another meeting.
        let grounds = |at: usize| {
            let clause = (0..=at).rev().find(|at| words.mark_before(*at).is_some()).unwrap_or(0);
            cues.iter().any(|found| found.cue == Cue::Recital && (clause..at).contains(&found.at))
        };
        let presides = |at: &usize| {
            matches!(words.bare(*at), "تراس" | "تراست" | "برياسه" | "رياسه")
                && (words.bare(*at) != "رياسه" || words.bare(at.saturating_sub(1)) == "تحت")
                && !grounds(*at)
        };
        // Before the verb only what opens the sentence, or stands beside the day that opens it, tells of this meeting.
        let dated = opens_with_day(self.text, words);
        let opens = |at: &usize| *at <= 1 || dated && words.mark_before(*at).is_some();
        let presided = (verb..self.end)
            .find(presides)
            .or_else(|| (0..verb.min(self.end)).find(|at| presides(at) && opens(at)));
        let Some(presided) = presided else { return };
        let feminine = words.bare(presided) == "تراست";
        let masculine = words.bare(presided) == "تراس";
        let start = presided + 1;
        let mut named = if let Some((named, _)) = person_at(self.text, words, start) {
            named
        } else if self.text.get(words.place(start)).is_some_and(is_role) {
            let end = role_end(words, start);
            let role = self.said(start..end);
            match person_at(self.text, words, end) {
                Some((named, _)) => Named { role, ..named },
                None => Named { role, ..Named::default() },
            }
        } else {
            return;
        };
        if named.gender == Gender::Unknown && feminine {
            named.gender = Gender::Female;
        }
        if named.gender == Gender::Unknown && masculine {
            named.gender = Gender::Male;
        }
        self.organisation(&named.role);
        self.facts.chair = Some(named);
    }

    /// The organisation that an office or a body belongs to: «لحزب …», up to a place.
    fn organisation(&mut self, within: &str) {
        if !self.facts.organisation.is_empty() {
            return;
        }
        let words = Words::of(within);
        let start = (1..words.len()).find(|at| {
            let word = words.word(*at);
            let joined = word.strip_prefix("لل").or_else(|| word.strip_prefix('ل')).unwrap_or_default();
            let definite = word.starts_with("لل");
            // «للحزب» alone says nothing new.
            ORGANISATIONS.contains(&joined)
                && (!definite || (*at + 1 < words.len() && !words.word(at + 1).starts_with("ب")))
        });
        let Some(start) = start else { return };
        let mut end = start + 1;
        while end < words.len()
            && !is_place(&words, end)
            && !is_stop(&words, end)
            && !matches!(words.word(end), "اجتماعه" | "المنعقد" | "الذي" | "التي" | "خلال" | "عقب" | "حيث")
            && !begins_clause(&words, end)
        {
            end += 1;
        }
        let written = said(within, &words, start..end);
        self.facts.organisation = without_li(&written);
    }

    /// Whether a body is named at this word that belongs to nothing before it: «بقاعة الاجتماعات المكتب …».
    fn begins_anew(&self, at: usize) -> bool {
        let words = self.words;
        let definite = |at: usize| words.word(at).starts_with("ال");
        let before = at.checked_sub(1).map_or("", |before| words.word(before));
        let whole =
            before.strip_prefix('ب').unwrap_or(before).starts_with("ال") || before.parse::<u32>().is_ok();
        definite(at) && is_body(words.word(at)) && whole && words.mark_before(at).is_none()
    }

    /// The sitting: the words of its name.
    fn session(&mut self, verb: usize) -> Option<Range<usize>> {
        let words = self.words;
        let found = (verb..words.len()).find_map(|at| {
            let word = words.word(at);
            let word = word.strip_prefix('ب').filter(|rest| rest.starts_with("ال")).unwrap_or(word);
            let (_, noun, shape) = SITTINGS.iter().find(|(known, ..)| *known == word)?;
            let before = at.checked_sub(1).map_or("", |before| words.bare(before));
            let meant = match shape {
                // «بعد اجتماع اللجنة» is another meeting.
                Shape::Bare => {
                    let other = ["بعد", "قبل", "في", "خلال", "عقب", "منذ", "اثناء", "الي", "من", "علي"];
                    !other.contains(&before) && (*noun != "assembly" || words.word(at + 1) == "عام")
                }
                Shape::Indefinite => *noun != "gathering" || words.word(at + 1).starts_with("ا"),
                Shape::Definite | Shape::Possessed => true,
            };
            meant.then_some((at, *noun, *shape))
        });
        let (at, noun, shape) = found?;
        self.facts.noun = Some(noun);
        let mut end = at + 1;
        if noun == "assembly" && matches!(words.word(end), "عام" | "عاما" | "العام") {
            end += 1;
        }
        let named = end;
        let mut natures: Vec<String> = Vec::new();
        while end < words.len() && end < named + 4 && words.mark_before(end).is_none() {
            if let Some((n, taken)) = self.ordinal_at(end) {
                self.facts.ordinal = Some(n);
                end += taken;
                continue;
            }
            let Some(nature) =
                self.nature_at(end, shape).filter(|_| natures.len() < 2 && self.facts.ordinal.is_none())
            else {
                break;
            };
            natures.push(nature);
            end += 1;
        }
        if shape == Shape::Bare && natures.is_empty() {
            // «اجتماع المكتب الجهوي»: nothing but the noun is said of it.
            return Some(at..end);
        }
        let nature = natures.join(" ");
        let sitting = Sitting { noun, nature: &nature, ordinal: self.facts.ordinal, theme: "" };
        let written = fold(&self.said(at..end));
        let written = written.strip_prefix("لل").map(|rest| format!("ال{rest}")).unwrap_or(written);
        let spellings = match shape {
            Shape::Indefinite => vec![sitting.indefinite()],
            Shape::Bare => {
                let endings = |word: &str| word.strip_suffix('ا').unwrap_or(word).to_owned();
                vec![fold(&sitting.indefinite()).split(' ').map(endings).collect::<Vec<_>>().join(" ")]
            }
            Shape::Definite => vec![sitting.definite(Case::Nominative), sitting.definite(Case::Oblique)],
            Shape::Possessed => vec![sitting.possessed(Gender::Male), sitting.possessed(Gender::Female)],
        };
        self.facts.exact_session = spellings.iter().any(|spelling| fold(spelling) == written);
        if self.facts.exact_session {
            self.facts.nature = nature;
        } else {
            self.facts.ordinal = None;
        }
        Some(at..end)
    }

    /// An ordinal at a word: which, and how many words it takes.
    fn ordinal_at(&self, at: usize) -> Option<(u16, usize)> {
        let one = self.words.word(at).to_owned();
        let two = format!("{one} {}", self.words.word(at + 1));
        let is = |n: u32, words: &str| {
            [Gender::Male, Gender::Female].into_iter().any(|gender| {
                [Case::Nominative, Case::Oblique]
                    .into_iter()
                    .any(|case| ordinal(n, gender, case, true).is_some_and(|known| fold(&known) == words))
            })
        };
        if !one.starts_with("ال") {
            return None;
        }
        (1..=99)
            .find(|n| is(*n, &two))
            .map(|n| (n, 2))
            .or_else(|| (1..=99).find(|n| is(*n, &one)).map(|n| (n, 1)))
            .and_then(|(n, taken)| Some((u16::try_from(n).ok()?, taken)))
    }

    /// An adjective of the sitting in the masculine, without the article.
    fn nature_at(&self, at: usize, shape: Shape) -> Option<String> {
        let written = self.text.get(self.words.place(at))?;
        let folded = self.words.word(at);
        if folded.chars().count() < 4 || folded.starts_with("لل") {
            return None;
        }
        let bare = match shape {
            Shape::Indefinite => written,
            Shape::Bare if folded.starts_with("ال") => return None,
            Shape::Bare => written,
            Shape::Definite | Shape::Possessed => written.strip_prefix("ال")?,
        };
        let bare = match shape {
            Shape::Indefinite if folded.ends_with('ا') => bare.strip_suffix('ا')?,
            Shape::Indefinite if folded.ends_with('ه') => bare.strip_suffix(['ة', 'ه'])?,
            Shape::Indefinite => return None,
            Shape::Bare | Shape::Definite | Shape::Possessed => bare.strip_suffix('ة').unwrap_or(bare),
        };
        (bare.ends_with('ي')
            || matches!(
                fold(bare).as_str(),
                "موسع" | "عاد" | "مشترك" | "عاجل" | "طاري" | "مفتوح" | "مغلق" | "موسعا"
            ))
        .then(|| bare.to_owned())
    }

    fn body(&mut self, verb: usize, session: Option<&Range<usize>>) {
        let words = self.words;
        let is_body = |at: usize| is_body(words.word(at));
        // After the sitting: «اجتماعا تنظيميا للأمانة الجهوية», «اجتماع المكتب الجهوي».
        let after = session.map(|session| session.end).filter(|at| {
            let alone =
                session.is_some_and(|session| session.len() == 1 && is_bare(words.word(session.start)));
            is_body(*at) && words.mark_before(*at).is_none() && (alone || words.word(*at).starts_with('ل'))
        });
        let of = |at: usize| words.word(at).starts_with('ل') && words.word(at) != "لجنه";
        // After the verb: «عقد المكتب الجهوي …».
        let before = (verb + 1..(verb + 4).min(words.len()))
            .find(|at| is_body(*at) && !of(*at) && words.mark_before(*at).is_none());
        // «التأم بقاعة الاجتماعات المكتب التنفيذي»: the body follows the place.
        let beyond = || (verb + 1..(verb + 16).min(self.end)).find(|at| self.begins_anew(*at));
        let Some(start) = after.or(before).or_else(beyond) else { return };
        let mut end = start + 1;
        while end < words.len() && end - start < 6 {
            let word = words.word(end);
            let owner = word.strip_prefix("لل").or_else(|| word.strip_prefix('ل'));
            let other = owner
                .is_some_and(|rest| ORGANISATIONS.contains(&rest) || ORGANISATIONS.contains(&stem(rest)));
            if is_stop(words, end)
                || other
                || is_place(words, end)
                || matches!(word, "الي" | "في" | "علي" | "من" | "برسم" | "يوم")
            {
                break;
            }
            if SITTINGS.iter().any(|(known, ..)| *known == word)
                || matches!(word, "بمقره" | "بمقرها" | "بدعوه" | "لقاء" | "جلسته" | "جلستها")
                || word.starts_with(|c: char| c.is_ascii_digit())
            {
                break;
            }
            end += 1;
        }
        let mut name = self.said(start..end);
        if Some(start) == after && words.word(start).starts_with('ل') && words.word(start) != "لجنه" {
            name = without_li(&name);
        }
        let rest = self.said(start..(end + 14).min(words.len()));
        let clause = rest.split(['،', '؛', '.']).next().unwrap_or_default().to_owned();
        self.organisation(&clause);
        let folded = fold(&name);
        let has = |any: &[&str]| any.iter().any(|word| folded.contains(word));
        self.facts.level = if has(&["وطني", "مركزي", "سياسي"]) {
            "national"
        } else if has(&["جهوي"]) {
            "regional"
        } else if has(&["اقليمي"]) {
            "provincial"
        } else if has(&["محلي", "فرع"]) {
            "local"
        } else {
            ""
        };
        self.facts.body = name;
    }

    fn venue(&mut self, verb: usize, date: Option<&Range<usize>>) {
        let words = self.words;
        let after_date = date.map_or(0, |date| date.start);
        let is_venue = |at: usize| {
            let word = words.word(at);
            let Some(rest) = word.strip_prefix('ب').or_else(|| word.strip_prefix("وب")) else {
                return false;
            };
            let rest = rest.strip_prefix("ال").unwrap_or(rest);
            PLACES.contains(&rest) && !matches!(rest, "جماعه" | "عماله" | "ولايه")
        };
        let is_town = |at: usize| {
            let word = self.text.get(words.place(at)).unwrap_or_default();
            word.strip_prefix('ب').is_some_and(|town| regions::unit(town).is_some())
        };
        // Where a body has its seat stands in its name; what follows the date is the place.
        let near = |is: &dyn Fn(usize) -> bool| {
            (after_date..self.end)
                .find(|at| is(*at))
                .or_else(|| (0..after_date).rev().find(|at| is(*at) && words.mark_before(*at).is_some()))
                // «انعقد بالمقر الجهوي، يوم …»
                .or_else(|| (verb + 1..verb + 2).find(|at| is(*at)))
        };
        let Some(start) = near(&is_venue).or_else(|| near(&is_town)) else { return };
        let mut end = start + 1;
        while end < words.len()
            && end - start < 14
            && !is_stop(words, end)
            && !matches!(words.word(end), "علي" | "في" | "من" | "عرضا" | "برياسه" | "اجتماع" | "عقد")
            && !self.begins_anew(end)
        {
            end += 1;
        }
        let written = self.said(start..end);
        let written = written.strip_prefix('و').unwrap_or(&written);
        written.strip_prefix('ب').unwrap_or(written).clone_into(&mut self.facts.venue);
    }

    fn time(&mut self) {
        let words = self.words;
        for at in 0..self.end {
            let named = stem(words.word(at)) == "ساعه";
            if !named && !hours::is_told(self.text, words, at) {
                continue;
            }
            let Some(time) = hour_at(self.text, words, at + usize::from(named)) else { continue };
            let ends =
                at.checked_sub(1).is_some_and(|before| matches!(words.bare(before), "غايه" | "حتي" | "الي"));
            if ends {
                self.facts.end = self.facts.end.or(Some(time));
            } else {
                self.facts.start = self.facts.start.or(Some(time));
            }
        }
    }

    /// Region and province, by the words before them.
    fn places(&mut self) {
        let words = self.words;
        for at in 0..words.len() {
            let word = words.word(at);
            let kind = word.strip_prefix('ب').unwrap_or(word);
            let is_region = kind == "جهه";
            if !(is_region || matches!(kind, "اقليم" | "عماله")) || !word.starts_with('ب') {
                continue;
            }
            let known = |n: usize| {
                let name = self.said(at + 1..at + 1 + n);
                let found =
                    if is_region { regions::region(&name).is_some() } else { regions::unit(&name).is_some() };
                found.then_some(name)
            };
            let free = || {
                let mut end = at + 1;
                while end < words.len()
                    && end - at < 3
                    && !is_stop(words, end)
                    && honorific_at(words, end).is_none()
                    && !is_place(words, end)
                {
                    end += 1;
                }
                self.said(at + 1..end)
            };
            let left = words.len() - at - 1;
            let name = (1..=6.min(left)).rev().find_map(known).unwrap_or_else(free);
            let place = if is_region { &mut self.facts.region } else { &mut self.facts.province };
            if place.is_empty() {
                *place = name;
            }
        }
    }

    fn presence(&mut self, cues: &[Found]) {
        let words = self.words;
        let of = |at: usize| matches!(words.word(at), "من");
        let after = cues
            .iter()
            .find(|found| matches!(found.cue, Cue::Presence | Cue::Attendance))
            .map(|found| found.end);
        let made_of = (0..words.len())
            .find(|at| matches!(words.word(*at), "المشكل" | "المشكله" | "المكون" | "المكونه") && of(at + 1))
            .map(|at| at + 2);
        let taking = (0..words.len()).find(|at| {
            words.bare(*at) == "مشاركه" && (*at + 1..at + 3).any(|next| words.word(next).starts_with('ل'))
        });
        let taking = taking.and_then(|at| (at + 1..at + 3).find(|next| words.word(*next).starts_with('ل')));
        self.facts.sure_groups = after.is_some();
        let Some(start) = after.or(made_of).or(taking) else { return };
        let mut end = start;
        while end < words.len() {
            let mark = words.mark_before(end);
            let stops = end > start
                && (matches!(mark, Some('.' | '؛' | ':'))
                    || matches!(words.bare(end), "وذلك" | "التي" | "الذي" | "والتي" | "خصص" | "حيث"));
            let dated = end > start
                && matches!(
                    words.word(end),
                    "يوم" | "يومي" | "ايام" | "اجتماعا" | "اجتماعه" | "اجتماعها" | "برياسه"
                );
            if stops || dated {
                break;
            }
            end += 1;
        }
        self.facts.groups = groups(self.text, words, start..end)
            .iter()
            .enumerate()
            .map(|(n, group)| {
                if n == 0 && after.is_none() && made_of.is_none() { without_li(group) } else { group.clone() }
            })
            .collect();
    }
}

/// Whether the words that follow say where: «بجهة», «بإقليم», «بمدينة».
fn is_place(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let place = word.strip_prefix('ب').map(|rest| rest.strip_prefix("ال").unwrap_or(rest));
    place.is_some_and(|rest| {
        matches!(rest, "جهه" | "اقليم" | "عماله" | "مدينه" | "جماعه") || PLACES.contains(&rest)
    })
}

/// «للأمانة» → «الأمانة», «لحزب» → «حزب».
fn without_li(words: &str) -> String {
    match words.strip_prefix("لل") {
        // «للجنة» is «اللجنة» or «لجنة»: before an adjective with the article it has one too.
        Some(rest) if fold(rest).starts_with("جن") => {
            let definite = words.split_whitespace().nth(1).is_none_or(|next| next.starts_with("ال"));
            format!("{}ل{rest}", if definite { "ال" } else { "" })
        }
        Some(rest) => format!("ال{rest}"),
        None => words.strip_prefix('ل').unwrap_or(words).to_owned(),
    }
}

/// The day and the place of the next meeting, told from a word on.
#[must_use]
pub fn next_meeting(text: &str, words: &Words, from: usize, anchor: Option<Date>) -> Option<(When, String)> {
    let (range, when) = date_from(text, words, from, anchor).filter(|(range, _)| range.start <= from + 12)?;
    let mut sentence = Sentence { text, words, facts: Facts::default(), end: words.len() };
    let after = range.start;
    sentence.venue(after, Some(&range));
    let venue = sentence.facts.venue;
    // What stands before the day is the place of something else.
    let follows = text.find(&venue).is_some_and(|at| at > words.place(after).start);
    Some((when, if follows { venue } else { String::new() }))
}

/// The day something is due, told around a word: «7 يناير المقبل كآخر أجل», «قبل متم شهر مارس 2027».
#[must_use]
pub fn due(text: &str, words: &Words, at: usize, anchor: Option<Date>) -> Option<Date> {
    let near = |(range, when): (Range<usize>, When)| (range.start <= at + 6).then(|| when.first()).flatten();
    let after = date_from(text, words, at, anchor).and_then(near);
    after.or_else(|| {
        date_from(text, words, at.saturating_sub(8), anchor)
            .filter(|(range, _)| range.start < at)
            .and_then(near)
    })
}

/// A name from this word on, up to a mark or a word that no name goes on with: «لجنة المقالع», «برنامج العمل».
#[must_use]
pub fn phrase(text: &str, words: &Words, at: usize, most: usize) -> String {
    let mut end = at + 1;
    while end < words.len() && end - at < most && words.mark_before(end).is_none() {
        if matches!(
            words.word(end),
            "وكذا"
                | "علي"
                | "يعهد"
                | "التي"
                | "الذي"
                | "مع"
                | "ولجنه"
                | "من"
                | "تضم"
                | "وذلك"
                | "وتعيين"
        ) {
            break;
        }
        end += 1;
    }
    said(text, words, at..end)
}

/// What somebody is put in charge of, told after the name: «بمهمة …», «رئيسة …».
#[must_use]
pub fn post(text: &str, words: &Words, at: usize) -> String {
    match words.word(at) {
        "بمهمه" | "بمهام" | "بمنصب" => phrase(text, words, at + 1, 8),
        _ => String::new(),
    }
}

/// Whether the paragraph goes on with what was said before: «كما …».
#[must_use]
pub fn goes_on(words: &Words) -> bool {
    matches!(
        words.word(0),
        "كما"
            | "وكما"
            | "ودعا"
            | "ودعت"
            | "وتوجهت"
            | "وتوجه"
            | "واضاف"
            | "واضافت"
            | "وختم"
            | "وختمت"
    )
}

/// The first hour that a sentence tells, of the meeting it tells of and no later one.
#[must_use]
pub fn hour(text: &str, words: &Words, cues: &[Found]) -> Option<Time> {
    let mut sentence = Sentence { text, words, facts: Facts::default(), end: next_at(words, cues) };
    sentence.time();
    sentence.facts.start.or(sentence.facts.end)
}

/// What a line of the head tells by a label of its own: «المكان: المقر الجهوي».
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// The day or days.
    Dates(When),
    /// When it began.
    Start(Time),
    /// When it ended.
    End(Time),
    /// Where.
    Venue(String),
    /// Who chaired.
    Chair(Named),
    /// Who took the minutes.
    Rapporteur(Named),
}

/// What a line of the head tells, where it has one of the labels that heads of minutes have.
#[must_use]
pub fn fact(text: &str, words: &Words) -> Option<Fact> {
    let colon = (1..5).find(|at| words.mark_before(*at) == Some(':'))?;
    if words.len() > 24 {
        return None;
    }
    let label = (0..colon).map(|at| words.word(at)).collect::<Vec<_>>().join(" ");
    let value = text.get(words.place(colon).start..)?.trim_end_matches(['.', '\u{60c}', '\u{61b}', ' ']);
    let own = Words::of(value);
    let says = |cue: Cue| matches!(cue, Cue::Speech | Cue::Decision | Cue::Enacting | Cue::Lead);
    let person = || {
        let named = person_at(value, &own, 0).map(|(named, _)| named);
        named.filter(|_| !own.cues().iter().any(|found| says(found.cue))).or_else(|| {
            let end = bare_name(value, &own, 0)?;
            let named = end == own.len() && likeness(value) == Likeness::Sure;
            named.then(|| Named { name: value.to_owned(), ..Named::default() })
        })
    };
    let unset = |at: usize| {
        matches!(
            own.word(at),
            "سنجتمع"
                | "سينعقد"
                | "سيعقد"
                | "سيكون"
                | "سيعلن"
                | "يعلن"
                | "سيحدد"
                | "يحدد"
                | "ستحدد"
                | "تحدد"
                | "محدد"
                | "غير"
                | "لاحقا"
                | "شاغر"
                | "لم"
                | "لا"
                | "ليس"
                | "بدون"
        )
    };
    match label.as_str() {
        "التاريخ"
        | "تاريخ الاجتماع"
        | "تاريخ الانعقاد"
        | "تاريخ انعقاد الاجتماع"
        | "اليوم"
        | "بتاريخ"
        | "يوم"
        | "اليوم والتاريخ" => {
            let (_, when) = date_from(value, &own, 0, None).filter(|(range, _)| range.start <= 2)?;
            Some(Fact::Dates(when))
        }
        "المكان" | "مكان الاجتماع" | "مكان الانعقاد" | "مكان انعقاد الاجتماع" | "مقر الاجتماع" =>
        {
            // «عين الأرز» is a town inside a place, and no appointment.
            let of_place = |found: &Found| says(found.cue) && (found.opens || found.cue != Cue::Decision);
            // A word alone that is no place may be anything.
            let alone = own.len() < 2 && !names_place(value);
            let is_place =
                !alone && !own.cues().iter().any(of_place) && own.len() <= 14 && !(0..own.len()).any(unset);
            is_place.then(|| Fact::Venue(value.to_owned()))
        }
        "الساعه"
        | "التوقيت"
        | "علي الساعه"
        | "ساعه الافتتاح"
        | "ساعه البدايه"
        | "بدايه الاجتماع"
        | "ساعه الانطلاق"
        | "انطلاق الاجتماع" => clock(value, &own).map(Fact::Start),
        "نهايه الاجتماع" | "ساعه الاختتام" | "ساعه النهايه" | "اختتام الاجتماع" | "ساعه رفع الجلسه" => {
            clock(value, &own).map(Fact::End)
        }
        "رييس الاجتماع"
        | "رييسه الاجتماع"
        | "رياسه الاجتماع"
        | "الرياسه"
        | "رييس الجلسه"
        | "رييسه الجلسه"
        | "رياسه الجلسه"
        | "تراس الاجتماع"
        | "تراست الاجتماع"
        | "مسير الاجتماع"
        | "مسيره الاجتماع"
        | "مسير الجلسه"
        | "مسيره الجلسه" => person().map(Fact::Chair),
        "مقرر الاجتماع"
        | "مقرره الاجتماع"
        | "المقرر"
        | "المقرره"
        | "كاتب الجلسه"
        | "كاتبه الجلسه"
        | "مقرر الجلسه"
        | "مقرره الجلسه"
        | "محرر المحضر"
        | "محرره المحضر"
        | "كاتب الاجتماع"
        | "كاتبه الاجتماع" => person().map(Fact::Rapporteur),
        _ => None,
    }
}

/// What a fact before a text, written for programs, tells of the meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Front {
    /// The day.
    Date(Date),
    /// Whose text it is.
    Body(String),
}

/// What a fact before a text tells: «date: 2026-11-14», «author: "المكتب الجهوي"».
#[must_use]
pub fn front(line: &str) -> Option<Front> {
    let (name, value) = line.split_once(':')?;
    let value = value.trim().trim_matches(['"', '\'']).trim();
    match name.trim() {
        "date" => match super::reading::read(value, None)?.when {
            When::Days(days) => days.first().copied().map(Front::Date),
            _ => None,
        },
        "author" | "organization" | "organisation" => {
            let words = Words::of(value);
            (!words.is_empty() && words.len() <= 8 && is_body(words.word(0)))
                .then(|| Front::Body(value.to_owned()))
        }
        _ => None,
    }
}

/// Whether these words begin as names of places of meetings do, or are a province.
#[must_use]
pub fn names_place(value: &str) -> bool {
    let words = Words::of(value);
    PLACES.contains(&stem(words.word(0)))
        || (1..=words.len().min(3)).any(|count| regions::unit(&said(value, &words, 0..count)).is_some())
}

/// The hour that a value tells, with or without the word for it.
fn clock(value: &str, words: &Words) -> Option<Time> {
    let from = (0..words.len().min(3)).find(|at| stem(words.word(*at)) == "ساعه").map_or(0, |at| at + 1);
    let from = from + usize::from(words.word(from) == "من");
    hour_at(value, words, from)
}
