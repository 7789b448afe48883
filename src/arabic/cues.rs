//! The words by which the parts of a text are known, found in any spelling.

use std::ops::Range;
use std::sync::LazyLock;

use super::fold::{fold, fold_into, is_letter, is_mark};

const TABLE: &str = include_str!("../../assets/cues.tsv");

/// What some words tell of the text they stand in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Cue {
    /// The sentence that tells who met.
    Lead,
    /// A sentence that tells who came.
    Attendance,
    /// «بحضور», before those who came.
    Presence,
    /// What was to be spoken about.
    Agenda,
    /// In what setting.
    Context,
    /// A ground on which something is adopted.
    Recital,
    /// The clause that adopts.
    Enacting,
    /// Words that lead to a list when they end a line.
    List,
    /// Words that lead to a list below an item when they end a line.
    Descends,
    /// Words before somebody's speech.
    Opening,
    /// A verb of speaking.
    Speech,
    /// A verb of deciding.
    Decision,
    /// Somebody is put in charge.
    Appoint,
    /// A committee is formed.
    Committee,
    /// A day is set.
    SetDay,
    /// A plan is adopted.
    Plan,
    /// All agreed.
    Unanimous,
    /// Something is due by a day.
    Deadline,
    /// The next meeting.
    Next,
    /// The end of the text.
    Closing,
    /// The end of the meeting.
    Ended,
    /// Where the signatures stand.
    Signed,
    /// What goes with the text.
    Annexes,
    /// A title of minutes.
    Minutes,
    /// A title of a communiqué for the press.
    Press,
    /// A title of a communiqué.
    Communique,
    /// A title of news.
    News,
    /// A title of a statement.
    Statement,
    /// A title of recommendations.
    Recommendations,
    /// A title of an invitation.
    Invitation,
    /// A title of a list to sign.
    Sheet,
    /// The outgoing number.
    Number,
    /// The letter that is answered.
    Reference,
    /// What a letter is about.
    Subject,
    /// The heading over those who came.
    Present,
    /// The heading over those who are excused.
    Excused,
    /// The heading over those who are absent.
    Absent,
    /// The heading over guests.
    Guests,
    /// The heading over those who gave somebody their vote.
    Proxies,
    /// Several who speak as one.
    Collective,
    /// What a web page adds, and no author.
    Residue,
    /// What a web page adds, where nothing else stands in the line.
    ResidueWhole,
    /// The same, where such a line stands right beside it.
    ResidueBeside,
    /// The noun of action that a recommendation begins with.
    Item,
}

const NAMES: [(&str, Cue); 44] = [
    ("lead", Cue::Lead),
    ("attendance", Cue::Attendance),
    ("presence", Cue::Presence),
    ("agenda", Cue::Agenda),
    ("context", Cue::Context),
    ("recital", Cue::Recital),
    ("enacting", Cue::Enacting),
    ("list", Cue::List),
    ("descends", Cue::Descends),
    ("opening", Cue::Opening),
    ("speech", Cue::Speech),
    ("decision", Cue::Decision),
    ("appoint", Cue::Appoint),
    ("committee", Cue::Committee),
    ("setday", Cue::SetDay),
    ("plan", Cue::Plan),
    ("unanimous", Cue::Unanimous),
    ("deadline", Cue::Deadline),
    ("next", Cue::Next),
    ("closing", Cue::Closing),
    ("ended", Cue::Ended),
    ("signed", Cue::Signed),
    ("annexes", Cue::Annexes),
    ("kind-minutes", Cue::Minutes),
    ("kind-press", Cue::Press),
    ("kind-communique", Cue::Communique),
    ("kind-news", Cue::News),
    ("kind-statement", Cue::Statement),
    ("kind-recommendations", Cue::Recommendations),
    ("kind-invitation", Cue::Invitation),
    ("kind-sheet", Cue::Sheet),
    ("number", Cue::Number),
    ("reference", Cue::Reference),
    ("subject", Cue::Subject),
    ("people-present", Cue::Present),
    ("people-excused", Cue::Excused),
    ("people-absent", Cue::Absent),
    ("people-guests", Cue::Guests),
    ("people-proxies", Cue::Proxies),
    ("collective", Cue::Collective),
    ("residue", Cue::Residue),
    ("residue-whole", Cue::ResidueWhole),
    ("residue-beside", Cue::ResidueBeside),
    ("item", Cue::Item),
];

/// One word of an opener.
#[derive(Debug)]
enum Pattern {
    /// One of these words, and those that begin with one of these.
    Word { whole: Vec<String>, begins: Vec<String> },
    /// Up to six words.
    Gap,
}

#[derive(Debug)]
struct Opener {
    cue: Cue,
    rest: Vec<Pattern>,
}

/// First words, each with the openers it begins.
type Drawer = Vec<(String, Vec<Opener>)>;

/// How many drawers the openers lie in: four times as many as they have first words.
const DRAWERS: usize = 2048;

/// The openers by their first word, each in the drawer of that word.
static OPENERS: LazyLock<Vec<Drawer>> = LazyLock::new(|| {
    let mut openers: Vec<Drawer> = (0..DRAWERS).map(|_| Vec::new()).collect();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once('\t') else { continue };
        let Some((_, cue)) = NAMES.iter().find(|(known, _)| *known == name) else { continue };
        let mut words = words.split_whitespace();
        let Some(Pattern::Word { whole, .. }) = words.next().map(pattern) else { continue };
        let rest: Vec<&str> = words.collect();
        for first in whole {
            let rest = rest.iter().map(|word| pattern(word)).collect();
            let Some(drawer) = openers.get_mut(drawer(&first)) else { continue };
            match drawer.iter_mut().find(|(word, _)| *word == first) {
                Some((_, known)) => known.push(Opener { cue: *cue, rest }),
                None => drawer.push((first, vec![Opener { cue: *cue, rest }])),
            }
        }
    }
    openers
});

/// In which drawer a word lies, by its length and its ends: every word of a text is looked for.
fn drawer(word: &str) -> usize {
    let bytes = word.as_bytes();
    let at = |at: usize| usize::from(bytes.get(at).copied().unwrap_or(0) & 63);
    let last = bytes.len().saturating_sub(1);
    (at(1) + at(3) * 31 + at(last) * 251 + bytes.len() * 17) % DRAWERS
}

fn pattern(word: &str) -> Pattern {
    if word == ".." {
        return Pattern::Gap;
    }
    let (mut whole, mut begins) = (Vec::new(), Vec::new());
    for word in word.split('|') {
        if let Some(stem) = word.strip_suffix('*') {
            begins.push(fold(stem));
        } else if let Some(stem) = word.strip_suffix('+') {
            let stem = fold(stem);
            whole.extend(["ت", "وا", "تا", "ن"].map(|ending| format!("{stem}{ending}")));
            whole.push(stem);
        } else {
            whole.push(fold(word));
        }
    }
    Pattern::Word { whole, begins }
}

/// The words of a text, each folded once, with where it stands.
#[derive(Debug, Default)]
pub struct Words {
    folded: String,
    list: Vec<Word>,
}

/// One word: a run of letters or a run of digits.
#[derive(Clone, Debug)]
struct Word {
    place: Range<u32>,
    folded: Range<u32>,
    /// Where it begins without an «و» or «ف» that is joined to it.
    bare: u32,
    /// The first mark of punctuation between the word before and this one.
    after: Option<char>,
}

/// Words of an opener that were found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// What they tell.
    pub cue: Cue,
    /// The first of them.
    pub at: usize,
    /// The first word after them.
    pub end: usize,
    /// Whether they open the text or a clause of it.
    pub opens: bool,
}

impl Words {
    /// The words of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Self { folded: String::with_capacity(text.len()), list: Vec::new() };
        words.list.reserve(text.len() / 8);
        let (mut class, mut start, mut from, mut after) = (0, 0, 0, None);
        for (at, letter) in text.char_indices() {
            let now = class_of(letter, class);
            if now != class {
                if class != 0 {
                    words.push(start..at, from, after.take());
                }
                (class, start, from) = (now, at, words.folded.len());
            }
            if now == 0 {
                if after.is_none() && !letter.is_whitespace() {
                    after = Some(letter);
                }
                continue;
            }
            fold_into(letter, &mut words.folded);
        }
        if class != 0 {
            words.push(start..text.len(), from, after);
        }
        words
    }

    fn push(&mut self, place: Range<usize>, from: usize, after: Option<char>) {
        if self.folded.len() > from {
            let word = self.folded.get(from..).unwrap_or_default();
            let bare = short(self.folded.len() - bare(word).len());
            let folded = short(from)..short(self.folded.len());
            self.list.push(Word { place: short(place.start)..short(place.end), folded, bare, after });
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// A word as it is compared; empty past the end.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        self.list.get(at).and_then(|word| self.folded.get(long(&word.folded))).unwrap_or_default()
    }

    /// Where a word stands in the text, in bytes; nowhere past the end.
    #[must_use]
    pub fn place(&self, at: usize) -> Range<usize> {
        self.list.get(at).map_or(0..0, |word| long(&word.place))
    }

    /// The first mark between the word before and this one.
    #[must_use]
    pub fn mark_before(&self, at: usize) -> Option<char> {
        self.list.get(at).and_then(|word| word.after)
    }

    /// The stretch of the text from one word to before another.
    #[must_use]
    pub fn stretch(&self, words: Range<usize>) -> Range<usize> {
        let last = words.end.checked_sub(1).filter(|last| *last >= words.start);
        last.map_or(0..0, |last| self.place(words.start).start..self.place(last).end)
    }

    /// The word without an «و» or «ف» that is joined to it.
    #[must_use]
    pub fn bare(&self, at: usize) -> &str {
        let place = |word: &Word| long(&(word.bare..word.folded.end));
        self.list.get(at).and_then(|word| self.folded.get(place(word))).unwrap_or_default()
    }

    /// Whether the word at this place is one of these, as it is compared, or with «و» or «ف» before it.
    #[must_use]
    pub fn is(&self, at: usize, known: &[&str]) -> bool {
        known.contains(&self.word(at)) || known.contains(&self.bare(at))
    }

    /// Every opener in the text, in order.
    #[must_use]
    pub fn cues(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for at in 0..self.len() {
            self.cues_at(at, &mut found);
        }
        found
    }

    /// Adds the openers that begin at this word.
    pub fn cues_at(&self, at: usize, found: &mut Vec<Found>) {
        let word = self.word(at);
        let stripped = self.bare(at);
        let forms = [Some(word), (stripped.len() < word.len()).then_some(stripped)];
        for form in forms.into_iter().flatten() {
            let known = OPENERS.get(drawer(form)).into_iter().flatten();
            for opener in known.filter(|(first, _)| first == form).flat_map(|(_, openers)| openers) {
                if let Some(end) = self.match_rest(at + 1, &opener.rest) {
                    found.push(Found { cue: opener.cue, at, end, opens: self.opens(at) });
                }
            }
        }
    }

    /// Whether a clause begins at this word: at the start, after a mark, or after «كما» and its like.
    fn opens(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        self.mark_before(at).is_some_and(|mark| !matches!(mark, '-' | '–' | '/' | '(' | '"'))
            || matches!(
                self.word(before),
                "كما" | "وكما" | "حيث" | "ثم" | "هذا" | "وقد" | "قد" | "فقد" | "لقد"
            )
    }

    fn match_rest(&self, at: usize, rest: &[Pattern]) -> Option<usize> {
        let Some((first, rest)) = rest.split_first() else { return Some(at) };
        match first {
            Pattern::Gap => (at..=at + 6).find_map(|at| self.match_rest(at, rest)),
            Pattern::Word { whole, begins } => {
                let fits = |word: &str| {
                    whole.iter().any(|known| known == word)
                        || begins.iter().any(|begin| word.starts_with(begin.as_str()))
                };
                let word = self.word(at);
                let stripped = self.bare(at);
                let found = !word.is_empty() && (fits(word) || stripped.len() < word.len() && fits(stripped));
                if found { self.match_rest(at + 1, rest) } else { None }
            }
        }
    }
}

/// A place as it is kept: no text that is read is as long as four gigabytes.
fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn long(range: &Range<u32>) -> Range<usize> {
    let at = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    at(range.start)..at(range.end)
}

/// The letters that are joined to the word after them.
pub const JOINED: [char; 2] = ['و', 'ف'];

fn bare(word: &str) -> &str {
    match word.strip_prefix(['و', 'ف']) {
        // «فاتح ماي» opens with no letter that is joined.
        Some(rest) if rest.chars().nth(1).is_some() && word != "فاتح" => rest,
        _ => word,
    }
}

/// What belongs together in one word: 0 nothing, 1 digits, 2 letters.
fn class_of(letter: char, before: u8) -> u8 {
    if is_letter(letter) {
        2
    } else if letter.is_numeric() {
        1
    } else if is_mark(letter) || matches!(letter, '\u{640}' | '\u{200c}' | '\u{200d}') {
        before
    } else {
        0
    }
}

/// Whether these words go on with the sentence of the paragraph before: «ثم …».
#[must_use]
pub fn goes_on(words: &Words) -> bool {
    matches!(words.word(0), "ثم" | "وذلك" | "وهو" | "وهي") && !words.is_empty()
}

/// Whether the first clause adds to what was told before it: «وتتميز الدورة أيضا بـ …».
#[must_use]
pub fn says_more(words: &Words) -> bool {
    let clause = (1..5).take_while(|at| words.mark_before(*at).is_none());
    clause.into_iter().any(|at| matches!(words.word(at), "ايضا" | "كذلك"))
}

/// Whether words before a speech bring another matter and name nobody: «من جهة أخرى», «من جانب آخر».
#[must_use]
pub fn turns_to_another_matter(words: &Words, opening: &Found) -> bool {
    let last = opening.end.checked_sub(1).map_or("", |last| words.word(last));
    opening.cue == Cue::Opening && matches!(last, "اخري" | "اخر" | "ثانيه")
}
