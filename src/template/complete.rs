//! How a text goes on: from what was typed of a phrase, a name or a word to the rest of it, by folded beginnings.

use std::collections::{BTreeMap, BTreeSet};

use super::phrases::{self, Fit, Manner, StockPhrase};
use super::said;
use super::view::{Composed, Composition, How};
use crate::arabic::fold;
use crate::arabic::fold::fold_char;
use crate::document::{Affinity, Atom, Document, OutputKind, Person, PersonId, RichText, Subject, Target};

/// Letters after which a phrase is offered at the start of a paragraph or a clause, where it is meant for that part.
const FITTING: usize = 3;
/// The same where it is meant for another part.
const STRANGE: usize = 6;
/// The same in the middle of a clause, where a word of it must be complete.
const WITHIN: usize = 7;
/// From so many letters on one of several is offered; before, only what all have in common.
const SURE: usize = 9;
/// The same for a name, and for a word of the record.
const NAME: usize = 3;
const WORD: usize = 4;
/// How many that begin alike are looked at.
const LOOKED_AT: usize = 64;
/// How many words before the caret a name or a phrase may begin.
const BACK: usize = 6;

/// Where an offer comes from; the first is preferred.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Origin {
    /// A phrase somebody kept.
    Kept,
    /// A clause of this record.
    Record,
    /// A clause typed often.
    Learned,
    /// A phrase that comes with the program.
    Stock,
    /// Somebody's name, or that of a body or a place.
    Name,
    /// A word of this record.
    Word,
}

/// Something a text can go on with.
#[derive(Clone, Debug)]
struct Entry {
    /// The words with their fields.
    text: RichText,
    /// What they show, and how the two correspond.
    composed: Composed,
    origin: Origin,
    /// The phrase of the program it is, by its place there.
    stock: Option<usize>,
    /// The paragraph it was found in: it is not offered there.
    of: Option<Target>,
}

/// Words and how they can be begun: a sorted list of folded beginnings.
#[derive(Default, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// The folded words, the entry, and how many shown bytes of it come before them.
    keys: Vec<(String, u32, u32)>,
}

/// What is being typed, and where.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// What the paragraph shows up to the caret.
    pub before: &'a str,
    /// The paragraph.
    pub target: &'a Target,
    /// What part it is.
    pub fit: Option<Fit>,
    /// Which text is shown.
    pub output: OutputKind,
}

/// How the text could go on.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The shown byte of the paragraph at which the words begin that were typed of it.
    pub from: usize,
    /// What would come after the caret.
    pub rest: String,
    /// Where it comes from.
    pub origin: Origin,
    text: RichText,
    composed: Composed,
    /// The shown bytes of the whole that were left out at its start, and those that were typed.
    skipped: usize,
    typed: usize,
}

impl Offer {
    /// The words to be put in place of what was typed, the rest included.
    #[must_use]
    pub fn whole(&self) -> RichText {
        self.upto(self.typed + self.rest.len())
    }

    /// The same with the next word of the rest alone; a field is one word.
    #[must_use]
    pub fn word(&self) -> RichText {
        let blank = |c: char| c.is_whitespace();
        let lead = self.rest.len() - self.rest.trim_start_matches(blank).len();
        let tail = self.rest.get(lead..).unwrap_or_default();
        let end = lead + tail.find(blank).unwrap_or(tail.len());
        self.upto(self.typed + end)
    }

    fn upto(&self, end: usize) -> RichText {
        let field = self.composed.field_at(end).map(|(_, range)| range).filter(|range| range.start < end);
        let end = field.map_or(end, |range| range.end);
        let from = self.source(self.skipped);
        let to = self.source(end).max(from);
        self.text.slice(from..to).unwrap_or_default()
    }

    /// Where a shown byte is stored; the end of a field is behind it.
    fn source(&self, shown: usize) -> usize {
        let segments = &self.composed.segments;
        let inside = segments.iter().find(|segment| {
            segment.how != How::Hidden && segment.shown.start <= shown && shown <= segment.shown.end
        });
        match inside {
            Some(segment) if segment.how == How::Verbatim => {
                segment.source.start + (shown - segment.shown.start)
            }
            Some(segment) if shown > segment.shown.start => segment.source.end,
            Some(segment) => segment.source.start,
            None => self.text.len(),
        }
    }
}

impl Index {
    /// The phrases of the program as this record reads them, the speaker being this person; only those that speak of
    /// somebody where one is given, else only those that do not; and only those in this manner or everybody's.
    #[must_use]
    pub fn of_stock(
        document: &Document,
        output: OutputKind,
        speaker: Option<PersonId>,
        manner: Manner,
    ) -> Self {
        let mut index = Self::default();
        for (at, phrase) in phrases::stock().iter().enumerate() {
            let speaks = phrases::needs_speaker(&phrase.text);
            if speaks != speaker.is_some() || !phrase.manner.suits(manner) {
                continue;
            }
            if let Some(text) = phrase.spoken_by(speaker) {
                index.add(Entry { stock: Some(at), ..Entry::new(document, output, text, Origin::Stock) });
            }
        }
        index.sorted()
    }

    /// What somebody kept, and what they typed often.
    #[must_use]
    pub fn of_own<'a>(
        document: &Document,
        output: OutputKind,
        kept: impl Iterator<Item = &'a RichText>,
        learned: impl Iterator<Item = &'a str>,
    ) -> Self {
        let mut index = Self::default();
        for text in kept {
            index.add(Entry::new(document, output, text.clone(), Origin::Kept));
        }
        for words in learned {
            index.add(Entry::plain(words, Origin::Learned));
        }
        index.sorted()
    }

    /// The names of a record: its people, its body, its place, its groups.
    #[must_use]
    pub fn of_names(document: &Document) -> Self {
        let mut index = Self::default();
        let meeting = document.meeting();
        let body = &meeting.body;
        let region = crate::arabic::regions::in_prose(&body.region);
        let groups = meeting.attendance.groups.iter().flat_map(|group| [&group.nominative, &group.oblique]);
        let roles = document.people().values().map(|person| &person.role);
        let all = [&body.name, &body.organisation, &meeting.venue, &region].into_iter();
        let mut seen = BTreeSet::new();
        for name in all.chain(groups).chain(roles).filter(|name| name.chars().count() > WORD) {
            if seen.insert(name.clone()) {
                index.add(Entry::plain(name, Origin::Name));
            }
        }
        index.people(document.people().values());
        index.sorted()
    }

    /// The names of people kept between meetings.
    #[must_use]
    pub fn of_people<'a>(people: impl Iterator<Item = &'a Person>) -> Self {
        let mut index = Self::default();
        index.people(people);
        index.sorted()
    }

    /// The clauses and the long words of a text, each where it stands.
    #[must_use]
    pub fn of_record(text: &Composition) -> Self {
        let mut index = Self::default();
        let mut words: BTreeMap<&str, usize> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for paragraph in text.paragraphs.iter().filter(|paragraph| paragraph.target.is_some()) {
            for clause in phrases::clauses(&paragraph.text).filter(|clause| clause.len() < 400) {
                if seen.insert(clause) {
                    let of = paragraph.target.clone();
                    index.add(Entry { of, ..Entry::plain(clause, Origin::Record) });
                }
            }
            let letters = |word: &&str| word.chars().count() > WORD + 1;
            for word in paragraph.text.split(|c: char| !c.is_alphabetic()).filter(letters) {
                *words.entry(word).or_default() += 1;
            }
        }
        for (word, _) in words.into_iter().filter(|(_, times)| *times > 1) {
            index.add(Entry::plain(word, Origin::Word));
        }
        index.sorted()
    }

    /// How many things it can go on with.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn people<'a>(&mut self, people: impl Iterator<Item = &'a Person>) {
        for person in people.filter(|person| !person.name.trim().is_empty()) {
            let name = person.name.as_str();
            let at = self.add(Entry::plain(name, Origin::Name));
            // By the surname too.
            if let Some((first, _)) = name.split_once(' ') {
                self.key(at, first.len() + 1);
            }
        }
    }

    fn add(&mut self, entry: Entry) -> u32 {
        let at = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let joined = entry.origin < Origin::Name && entry.composed.text.starts_with(AND);
        self.entries.push(entry);
        self.key(at, 0);
        if joined {
            self.key(at, AND.len_utf8());
        }
        at
    }

    fn key(&mut self, at: u32, skip: usize) {
        let words = self.entries.get(at as usize).and_then(|entry| entry.composed.text.get(skip..));
        if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
            self.keys.push((fold(words), at, u32::try_from(skip).unwrap_or(0)));
        }
    }

    fn sorted(mut self) -> Self {
        self.keys.sort_unstable();
        self
    }

    /// What begins with these folded words, and what of it would be skipped.
    fn begin_with<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = (&'a Entry, usize)> {
        let first = self.keys.partition_point(|(key, ..)| key.as_str() < wanted);
        let keys = self.keys.get(first..).unwrap_or_default().iter();
        keys.take_while(move |(key, ..)| key.starts_with(wanted))
            .take(LOOKED_AT)
            .filter_map(|(_, at, skip)| Some((self.entries.get(*at as usize)?, *skip as usize)))
    }
}

/// The letter that joins a clause to the one before it.
const AND: char = crate::arabic::prefix::AND;

impl Entry {
    fn new(document: &Document, output: OutputKind, text: RichText, origin: Origin) -> Self {
        let composed = said(document, output, &text);
        Self { text, composed, origin, stock: None, of: None }
    }

    fn plain(words: &str, origin: Origin) -> Self {
        let text = RichText::plain(words);
        let mut composed = Composed::empty(super::Part::Fact);
        words.clone_into(&mut composed.text);
        composed.segments.push(super::Segment {
            shown: 0..words.len(),
            source: 0..words.len(),
            how: How::Verbatim,
        });
        Self { text, composed, origin, stock: None, of: None }
    }

    fn stock(&self) -> Option<&'static StockPhrase> {
        self.stock.and_then(|at| phrases::stock().get(at))
    }

    /// Whether every field of it has a value.
    fn is_settled(&self) -> bool {
        !self.composed.segments.iter().any(|segment| matches!(segment.how, How::Unresolved(_)))
    }
}

/// How the text goes on, by these indexes in this order; nothing where that is not clear.
#[must_use]
pub fn offer(indexes: &[&Index], typed: &Typed<'_>) -> Option<Offer> {
    let before = typed.before;
    let clause = clause_start(before);
    let starts = word_starts(before);
    let mut tried: Vec<usize> = vec![0, clause];
    tried.extend(starts.iter().rev().take(BACK).rev());
    tried.sort_unstable();
    tried.dedup();
    // The longest beginning first: it says most.
    for start in tried {
        let wanted = fold(before.get(start..)?);
        let letters = wanted.chars().filter(|c| c.is_alphanumeric()).count();
        if letters < FITTING || wanted.starts_with(' ') {
            continue;
        }
        let place = if start == 0 || start == clause { Place::Start } else { Place::Within };
        if let Some(offer) = offer_from(indexes, typed, start, &wanted, letters, place) {
            return Some(offer);
        }
    }
    None
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Within,
}

fn offer_from(
    indexes: &[&Index],
    typed: &Typed<'_>,
    start: usize,
    wanted: &str,
    letters: usize,
    place: Place,
) -> Option<Offer> {
    let mut found: Vec<(u8, &Entry, usize, usize)> = Vec::new();
    for (entry, skip) in indexes.iter().flat_map(|index| index.begin_with(wanted)) {
        let shown = entry.composed.text.get(skip..)?;
        let Some(long) = prefix(shown, wanted) else { continue };
        let rest = shown.get(long..).unwrap_or_default();
        if rest.trim().chars().count() < 2 || entry.of.as_ref() == Some(typed.target) {
            continue;
        }
        let fits = entry.stock().is_none_or(|phrase| phrase.fits(typed.fit, typed.output));
        let least = match (entry.origin, place) {
            (Origin::Name, _) => NAME,
            (Origin::Word, _) => WORD,
            // A clause that runs on is known by a word of it and the beginning of the next.
            (_, Place::Within) if !wanted.trim().contains(' ') => continue,
            (_, Place::Within) => WITHIN,
            (_, Place::Start) if fits => FITTING,
            (_, Place::Start) => STRANGE,
        };
        if letters < least || typed.fit.is_none() && entry.origin < Origin::Name {
            continue;
        }
        let manner = entry.stock().map_or(Manner::Both, |phrase| phrase.manner);
        let rank = 8 * (entry.origin as u8)
            + 4 * u8::from(!fits)
            + 2 * u8::from(manner == Manner::Un)
            + u8::from(!entry.is_settled());
        found.push((rank, entry, skip, long));
    }
    let best = found.iter().map(|(rank, ..)| *rank).min()?;
    found.retain(|(rank, ..)| *rank == best);
    found.sort_by_key(|(_, entry, ..)| entry.stock);
    let (_, entry, skip, long) = found.first().copied()?;
    // Of more names than are looked at, none is the one.
    if entry.origin == Origin::Name && found.len() >= LOOKED_AT {
        return None;
    }
    let shown = entry.composed.text.get(skip..)?;
    let rest = shown.get(long..)?;
    let others = found
        .iter()
        .skip(1)
        .filter_map(|(_, other, skip, long)| other.composed.text.get(*skip..)?.get(*long..));
    let shared = others.fold(rest.len(), |most, other| common(rest, other).min(most));
    let sure = shared == rest.len() || letters >= SURE && entry.origin < Origin::Name;
    let rest = if sure { rest } else { whole_words(rest.get(..shared)?) };
    if rest.trim().chars().count() < 2 {
        return None;
    }
    Some(Offer {
        from: start,
        rest: rest.to_owned(),
        origin: entry.origin,
        text: entry.text.clone(),
        composed: entry.composed.clone(),
        skipped: skip,
        typed: skip + long,
    })
}

/// How many bytes of these words the folded beginning takes; nothing where they do not begin so.
fn prefix(words: &str, wanted: &str) -> Option<usize> {
    let mut left = wanted.chars().peekable();
    let mut end = 0;
    for (at, letter) in words.char_indices() {
        if left.peek().is_none() {
            // A mark belongs to the letter before it.
            if letter.to_lowercase().any(|c| fold_char(c).is_some()) {
                break;
            }
        }
        for folded in letter.to_lowercase().filter_map(fold_char) {
            if left.next() != Some(folded) {
                return None;
            }
        }
        end = at + letter.len_utf8();
    }
    left.peek().is_none().then_some(end)
}

/// How many bytes two texts have in common.
fn common(one: &str, other: &str) -> usize {
    let same = one.char_indices().zip(other.chars()).find(|((_, a), b)| a != b);
    same.map_or(one.len().min(other.len()), |((at, _), _)| at)
}

/// The words that end in it.
fn whole_words(text: &str) -> &str {
    text.rfind(' ').and_then(|at| text.get(..=at)).unwrap_or_default()
}

/// Where the clause begins that these words end in.
fn clause_start(before: &str) -> usize {
    let end = before
        .rfind(crate::arabic::prefix::CLAUSE)
        .and_then(|at| Some(at + before.get(at..)?.chars().next()?.len_utf8()));
    let from = end.unwrap_or(0);
    let rest = before.get(from..).unwrap_or_default();
    from + (rest.len() - rest.trim_start().len())
}

/// Where words begin.
fn word_starts(before: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut inside = false;
    for (at, letter) in before.char_indices() {
        let is_letter = letter.is_alphanumeric() || crate::arabic::fold::is_mark(letter);
        if is_letter && !inside {
            starts.push(at);
        }
        inside = is_letter;
    }
    starts
}

/// The record's words of these fields, in this text: what freezing puts in their place.
#[must_use]
pub fn frozen(document: &Document, output: OutputKind, text: &RichText) -> Vec<(usize, String)> {
    let composed = said(document, output, text);
    let fields = composed.segments.iter().filter(|segment| matches!(segment.how, How::Field(_)));
    fields
        .filter_map(|segment| {
            Some((segment.source.start, composed.text.get(segment.shown.clone())?.to_owned()))
        })
        .collect()
}

/// A text that can be kept for other records: fields that name a person of this one become their words.
#[must_use]
pub fn portable(document: &Document, output: OutputKind, text: &RichText) -> RichText {
    let mut plain = text.without_review();
    let of_person =
        |atom: &Atom| matches!(atom, Atom::Person(..) | Atom::Verb { of: Subject::Person(_), .. });
    let ours: BTreeSet<usize> = plain.atoms().filter(|(_, atom)| of_person(atom)).map(|(at, _)| at).collect();
    let words = frozen(document, output, &plain).into_iter().filter(|(at, _)| ours.contains(at));
    for (at, words) in words.collect::<Vec<_>>().into_iter().rev() {
        let end = at + crate::document::ATOM.len_utf8();
        // The range is a field of this very text.
        let _ = plain.splice(at..end, &RichText::plain(&words));
    }
    plain
}

/// Where the caret of the record is shown in the words of its paragraph; nothing inside a word, or before its end.
#[must_use]
pub fn at_end(composed: &Composed, offset: usize, length: usize) -> Option<usize> {
    (offset == length)
        .then(|| composed.shown(offset, Affinity::Downstream))
        .filter(|at| *at == composed.text.len())
}
