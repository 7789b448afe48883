//! A hand on the keyboard of the window that counts each key, and what it was for.
//!
//! Counted is every letter typed (one key each, also where a keyboard has «لا» on one), every key pressed (Tab, Enter,
//! arrows, Escape), and every chord (Ctrl, Alt or Shift with a key) as one. Nothing is pasted, no mouse is used. The hand
//! reads what is offered after each letter and takes it only where it is exactly what is to be written and spares it seven
//! letters: Tab for all of it, Ctrl with an arrow for its next word. To make up one's mind and press a key takes as long as
//! typing six and a half letters. It knows what its template has left empty and the kinds by their names; it makes
//! no mistakes.
//!
//! Time that is no typing is told in two ways. By the keystroke-level model (Card, Moran and Newell, «The keystroke-level
//! model for user performance time with interactive systems», Communications of the ACM 23, 1980): 1.35 s to make up one's
//! mind (M) before each field that is gone to, each change of kind or level and each offer taken, and 0.28 s (K, an average
//! non-secretary typist) for each key that writes nothing of the text: Tab, Enter, arrows, chords, letters to find by. By its
//! rules Enter at a paragraph's end takes no M: it is foreseen, as a full stop is. And bluntly: 1.2 s for each such key.
//! Letters of the text are typing, and are not counted; nor is thinking of what to say.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Event, Key, Modifiers};
use mahdar::document::{
    Atom, BodyForm, DateForm, Document, Kind, Label, OutputKind, RichText, SessionForm, Speaker, Target,
    VenueForm, Vote,
};
use mahdar::export::{self, Format, Options};
use mahdar::template::{self, View};
use mahdar::ui::home::HomeData;
use mahdar::words::{Language, Words};

use crate::screen::{CTRL, Screen, key_events};

pub const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::NONE };
pub const ALT: Modifiers = Modifiers { alt: true, ..Modifiers::NONE };

/// Seconds of the keystroke-level model: to make up one's mind, and for a key.
const MIND: f64 = 1.35;
const KEY: f64 = 0.28;
/// Seconds for a key that writes nothing, all told.
const BLUNT: f64 = 1.2;
/// An offer is taken where it spares this many letters.
const WORTH: usize = 7;
/// A live field is put in where it spares this many; its keys are more.
const FIELD: usize = 15;
/// Words typed in a minute, and letters of a word with its space.
const SPEED: f64 = 40.0;
const WORD: f64 = 6.0;

/// A hand on the keyboard that counts.
pub struct Hand {
    pub screen: Screen,
    words: Words,
    /// What the keys are pressed for now.
    purpose: &'static str,
    /// By purpose: letters that are printed, and all other keys.
    keys: BTreeMap<&'static str, (usize, usize)>,
    taken: usize,
    /// How often the hand had to make up its mind.
    decisions: usize,
}

/// What a draft took.
pub struct Took {
    /// Keys for each character of the text.
    pub ratio: f64,
    /// Minutes that are no typing, by the keystroke-level model.
    pub away: f64,
}

impl Hand {
    /// A window on its home screen, where this template is chosen.
    pub fn begin(template: &str) -> Self {
        let words = Words::new(Language::Arabic);
        let home = HomeData::gather(&template::list(), &[], &[], &BTreeSet::new(), words);
        let name = home.templates.iter().find(|card| card.id == template).unwrap().name.clone();
        let keys = BTreeMap::new();
        let screen = Screen::home();
        let mut hand = Self { screen, words, purpose: "template", keys, taken: 0, decisions: 1 };
        hand.press(Key::ArrowDown);
        for _ in 0..12 {
            if hand.screen.focused().as_deref() == Some(name.as_str()) {
                hand.press(Key::Enter);
                return hand;
            }
            hand.press(Key::ArrowLeft);
        }
        panic!("the arrows do not reach «{name}»");
    }

    /// What the keys that follow are pressed for.
    pub fn purpose(&mut self, purpose: &'static str) {
        self.purpose = purpose;
    }

    pub fn word(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn counted(&mut self) -> &mut (usize, usize) {
        self.keys.entry(self.purpose).or_default()
    }

    pub fn press(&mut self, key: Key) {
        self.chord(Modifiers::NONE, key);
    }

    pub fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.screen.press_with(modifiers, key);
        self.counted().1 += 1;
    }

    fn letter(&mut self, letter: char) {
        self.screen.frame(vec![Event::Text(letter.into())]);
        self.counted().0 += 1;
    }

    /// Letters that are not printed: to find something by, or a fact beside the text.
    pub fn aside(&mut self, words: &str) {
        for letter in words.chars() {
            self.screen.frame(vec![Event::Text(letter.into())]);
            self.counted().1 += 1;
        }
        self.screen.rest();
    }

    /// Goes to what has this name by Tab.
    pub fn reach(&mut self, name: &str) {
        self.decisions += 1;
        let mut passed = Vec::new();
        for _ in 0..40 {
            let focused = self.screen.focused().unwrap_or_default();
            if focused == name {
                return;
            }
            passed.push(focused);
            self.press(Key::Tab);
        }
        panic!("Tab does not reach «{name}»: {passed:?}");
    }

    /// Writes this in place of what the field that has the keyboard holds.
    pub fn enter(&mut self, value: &str) {
        for letter in value.chars() {
            self.letter(letter);
        }
        self.screen.rest();
    }

    /// Fills in the field that has this name, going to it by Tab.
    pub fn fill(&mut self, name: &str, value: &str) {
        let name = self.word(name);
        self.reach(&name);
        self.enter(value);
    }

    /// The same where the field holds something.
    pub fn refill(&mut self, name: &str, value: &str) {
        let name = self.word(name);
        self.reach(&name);
        self.chord(CTRL, Key::A);
        self.enter(value);
    }

    /// Groups, each as the subject of a sentence; the oblique too where it does not follow by itself.
    pub fn groups(&mut self, groups: &[(String, String)]) {
        self.chord(CTRL, Key::Num2);
        let name =
            |key: &str, at: usize| Words::new(Language::Arabic).with(key, &[("number", (at + 1).into())]);
        for (at, (nominative, oblique)) in groups.iter().enumerate() {
            if at == 0 {
                self.reach(&name("group-nominative-of", 0));
            } else {
                self.press(Key::Enter);
                assert_eq!(self.screen.focused().unwrap_or_default(), name("group-nominative-of", at));
            }
            if !nominative.is_empty() && mahdar::arabic::oblique(nominative).as_ref() == Some(oblique) {
                self.enter(nominative);
                continue;
            }
            self.enter(nominative);
            self.press(Key::Tab);
            self.enter(oblique);
        }
    }

    /// Writes the title; the caret goes to the first paragraph.
    pub fn title(&mut self, words: &str) {
        self.chord(CTRL, Key::Home);
        for _ in 0..4 {
            if self.screen.shown()[0].is_empty() || self.holds_title() {
                break;
            }
            self.chord(SHIFT, Key::End);
        }
        self.enter(words);
        self.press(Key::Enter);
    }

    /// Whether all of the title is selected.
    fn holds_title(&self) -> bool {
        let (document, selection) = (self.screen.document(), self.screen.open().editor().selection());
        let ends = [selection.anchor.offset, selection.head.offset];
        let length = document.rich(&selection.head.target).map_or(0, RichText::len);
        ends.contains(&0) && ends.contains(&length)
    }

    /// The paragraph of the caret as it is read.
    pub fn paragraph(&self) -> String {
        let (index, _) = self.screen.caret();
        self.screen.shown().get(index).cloned().unwrap_or_default()
    }

    /// Writes this in place of the paragraph of the caret.
    pub fn rewrite(&mut self, words: &str) {
        if !self.paragraph().is_empty() {
            self.reach_end();
            self.chord(CTRL | SHIFT, Key::ArrowUp);
        }
        self.write(words);
    }

    /// Goes to the end of the paragraph of the caret: by way of the next.
    fn reach_end(&mut self) {
        self.chord(CTRL, Key::ArrowDown);
        self.press(Key::ArrowRight);
    }

    /// Writes this where the caret is, taking what is offered where it is just that, and live fields where they say it.
    pub fn write(&mut self, words: &str) {
        let live = self.live();
        let mut left = words;
        while !left.is_empty() {
            let starts = left.len() == words.len() || words[..words.len() - left.len()].ends_with(' ');
            if let Some((shown, row, form)) =
                live.iter().filter(|_| starts).find(|(shown, ..)| begins_with(left, shown))
            {
                self.chord(CTRL, Key::Space);
                for _ in 0..*row {
                    self.press(Key::ArrowDown);
                }
                for _ in 0..*form {
                    self.press(Key::ArrowLeft);
                }
                self.press(Key::Enter);
                self.decisions += 1;
                left = &left[shown.len()..];
                continue;
            }
            let offered = self.screen.offered().unwrap_or_default();
            let word = first_word(&offered);
            let exact = |part: &str| part.chars().count() >= WORTH && left.starts_with(part);
            if exact(&offered) {
                self.take(Modifiers::NONE, Key::Tab);
                left = &left[offered.len()..];
            } else if exact(word) {
                self.take(CTRL, Key::ArrowLeft);
                // A live field is one word, however many it shows.
                let written = self.paragraph();
                left = words
                    .strip_prefix(written.as_str())
                    .unwrap_or_else(|| panic!("«{written}» is taken for «{left}»"));
            } else {
                let letter = left.chars().next().unwrap();
                self.letter(letter);
                left = &left[letter.len_utf8()..];
            }
        }
        // The hand rests between two paragraphs: the words of the record are counted then.
        self.screen.later(1.0);
        self.screen.rest();
    }

    fn take(&mut self, modifiers: Modifiers, key: Key) {
        self.screen.frame(key_events(modifiers, key));
        self.counted().1 += 1;
        self.taken += 1;
        self.decisions += 1;
    }

    /// The live fields that are worth their keys: how they read, which row of the list at the caret, which form of it.
    fn live(&self) -> Vec<(String, usize, usize)> {
        let rows: [&[Atom]; 5] = [
            &[],
            &[Atom::Dates(DateForm::WithDay), Atom::Dates(DateForm::Plain)],
            &[Atom::Venue(VenueForm::At), Atom::Venue(VenueForm::Bare)],
            &[Atom::Body(BodyForm::Name), Atom::Body(BodyForm::ForName), Atom::Body(BodyForm::Full)],
            &[Atom::Session(SessionForm::Possessed), Atom::Session(SessionForm::Definite)],
        ];
        let document = self.screen.document();
        let output = self.screen.open().output;
        let mut live = Vec::new();
        for (row, atoms) in rows.iter().enumerate() {
            for (form, atom) in atoms.iter().enumerate() {
                let said = template::said(document, output, &RichText::atom(atom.clone()));
                let open = said.segments.iter().any(|at| matches!(at.how, template::How::Unresolved(_)));
                if !open && said.text.chars().count() >= FIELD {
                    live.push((said.text, row, form));
                }
            }
        }
        live
    }

    pub fn kind(&self) -> Option<Kind> {
        let Target::Block(id) = self.screen.open().editor().selection().head.target else { return None };
        self.screen.document().block(id).map(|block| block.kind.clone())
    }

    /// Goes on with a paragraph of this kind: with one the template has left empty, or with a new one.
    pub fn go_on(&mut self, kind: &Kind) {
        let Target::Block(here) = self.screen.open().editor().selection().head.target else {
            panic!("a title")
        };
        let blocks = self.screen.document().blocks();
        let at = blocks.index(here).unwrap();
        let next: Vec<_> = blocks.iter().skip(at + 1).take(5).cloned().collect();
        let waits = next.iter().position(|block| alike(&block.kind, kind));
        let clear = |count: usize| next.iter().take(count).all(|block| block.text.is_empty());
        let down = waits.filter(|count| clear(*count)).map(|count| count + 1);
        let after = after(&blocks.get_at(at).unwrap().kind);
        let makes = 1 + match (after.depth(), kind.depth()) {
            _ if alike(&after, kind) => 0,
            (Some(a), Some(b)) => usize::from(a.abs_diff(b)),
            _ => 6,
        };
        match down.filter(|count| *count <= makes) {
            Some(count) => {
                self.purpose("between paragraphs");
                for _ in 0..count {
                    self.chord(CTRL, Key::ArrowDown);
                }
            }
            None => {
                self.purpose("between paragraphs");
                let head = self.screen.open().editor().selection().head.clone();
                if head.offset < self.screen.document().rich(&head.target).map_or(0, RichText::len) {
                    self.reach_end();
                }
                self.press(Key::Enter);
                self.become_kind(kind);
            }
        }
        assert!(self.kind().is_some_and(|now| alike(&now, kind)), "{:?}, not {kind:?}", self.kind());
        self.purpose("text");
    }

    /// Makes the paragraph of the caret one of this kind.
    fn become_kind(&mut self, kind: &Kind) {
        let Some(now) = self.kind().filter(|now| !alike(now, kind)) else { return };
        self.decisions += 1;
        if let (Some(_), Some(depth)) = (now.depth(), kind.depth()) {
            self.purpose("levels");
            self.level(depth);
            return;
        }
        self.purpose("kinds");
        let name = self.word(named(kind));
        let query: String = name.chars().take(4).collect();
        self.palette(&query, 0);
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

    /// Does what the list of commands finds by these letters, so many lines down (up where negative).
    fn palette(&mut self, query: &str, lines: i32) {
        self.chord(CTRL, Key::K);
        self.aside(query);
        for _ in 0..lines.abs() {
            self.press(if lines < 0 { Key::ArrowUp } else { Key::ArrowDown });
        }
        self.press(Key::Enter);
    }

    /// Has the items of a level stand behind this label.
    pub fn label(&mut self, depth: u8, label: Label) {
        if self.screen.document().style().labels.at(depth) == label {
            return;
        }
        self.decisions += 1;
        self.purpose("labels");
        let level = ["menu-labels-axis", "menu-labels-section", "menu-labels-item", "menu-labels-subitem"];
        let name = self.word(level[usize::from(depth)]);
        let query: String = name.split(' ').next_back().unwrap().chars().skip(2).collect();
        let at = Label::ALL.iter().position(|other| *other == label).unwrap();
        self.palette(&query, i32::try_from(at).unwrap());
        assert_eq!(self.screen.document().style().labels.at(depth), label, "«{query}»");
    }

    /// Says that several speak in the paragraph of the caret.
    pub fn spoken_by(&mut self, several: &str) {
        self.purpose("speakers");
        self.decisions += 1;
        self.chord(ALT, Key::Enter);
        self.press(Key::Tab);
        self.press(Key::ArrowLeft);
        let said = |hand: &Self| match hand.kind() {
            Some(Kind::Intervention(Speaker::Collective(name))) => name,
            other => panic!("nobody speaks: {other:?}"),
        };
        if said(self) != several {
            self.chord(SHIFT, Key::Tab);
            self.chord(CTRL, Key::A);
            self.aside(several);
        }
        self.press(Key::Escape);
        assert_eq!(said(self), several);
        self.purpose("text");
    }

    /// Says that the person of this name, known to the record, speaks in the paragraph of the caret: found by three letters.
    pub fn spoken_by_person(&mut self, name: &str) {
        self.purpose("speakers");
        self.decisions += 1;
        self.chord(ALT, Key::Enter);
        self.aside(&name.chars().take(3).collect::<String>());
        self.press(Key::Enter);
        self.press(Key::Escape);
        let Some(Kind::Intervention(Speaker::Person(id))) = self.kind() else { panic!("{:?}", self.kind()) };
        assert_eq!(self.screen.document().person(id).unwrap().name, name);
        self.purpose("text");
    }

    /// Counts the votes of the decision of the caret.
    pub fn voted(&mut self, yes: u32, no: u32, abstained: u32) {
        self.purpose("vote");
        self.decisions += 1;
        self.chord(ALT, Key::Enter);
        self.press(Key::Tab);
        self.press(Key::ArrowLeft);
        self.press(Key::ArrowLeft);
        for count in [yes, no, abstained] {
            self.press(Key::Tab);
            self.aside(&count.to_string());
        }
        self.press(Key::Escape);
        let vote = Some(Vote::Counted { yes, no, abstained });
        assert!(matches!(self.kind(), Some(Kind::Decision(now)) if now.vote == vote), "{:?}", self.kind());
        self.purpose("text");
    }

    /// The text as it leaves the house.
    pub fn exported(&self) -> String {
        exported(self.screen.document(), self.screen.open().output)
    }

    /// Says what it took and what for.
    pub fn report(&self, what: &str) -> Took {
        let text = self.exported();
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let characters = lines.join("\n").chars().count();
        let letters: usize = self.keys.values().map(|(letters, _)| letters).sum();
        let other: usize = self.keys.values().map(|(_, other)| other).sum();
        #[expect(clippy::cast_precision_loss, reason = "thousands")]
        let [all, count, others, minds] =
            [letters + other, characters, other, self.decisions].map(|n| n as f64);
        let (ratio, away) = (all / count, (minds * MIND + others * KEY) / 60.0);
        let (blunt, typing) = (others * BLUNT / 60.0, count / (SPEED * WORD));
        println!(
            "{what}: {} keys for {characters} characters: {ratio:.3} a character; {letters} write the text, {other} do not \
             ({} take an offer)",
            letters + other,
            self.taken,
        );
        println!(
            "{what}: no typing: {away:.1} minutes ({} decisions × {MIND} s, {other} keys × {KEY} s), or {blunt:.1} at \
             {BLUNT} s a key; beside {typing:.0} minutes to type so many characters at {SPEED} words a minute",
            self.decisions,
        );
        for (purpose, (letters, other)) in &self.keys {
            println!("{what}: {purpose}: {letters} letters, {other} other keys");
        }
        Took { ratio, away }
    }
}

/// The plain text of this output, as it is exported.
pub fn exported(document: &Document, output: OutputKind) -> String {
    let view = View::of(output);
    let file = export::export(document, &view, Options::default(), Format::Txt).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

/// Whether two kinds are one in the list of kinds: whatever else they carry.
pub fn alike(one: &Kind, other: &Kind) -> bool {
    let same = std::mem::discriminant(one) == std::mem::discriminant(other);
    same && one.depth() == other.depth() && (!matches!(one, Kind::Paragraph(_)) || one == other)
}

/// What Enter makes behind a paragraph of this kind; the window says so too, or the hand would fail.
fn after(kind: &Kind) -> Kind {
    use mahdar::document::Role;
    match kind {
        Kind::Recommendation(r) => Kind::recommendation(r.depth.max(1)),
        Kind::AgendaItem(_) | Kind::Note(_) | Kind::Paragraph(Role::Recital) => kind.clone(),
        Kind::Paragraph(Role::Enacting) => Kind::recommendation(0),
        _ => Kind::default(),
    }
}

/// The message that names a kind.
fn named(kind: &Kind) -> &'static str {
    use mahdar::document::Role;
    match kind {
        Kind::Paragraph(Role::Plain) => "kind-paragraph",
        Kind::Paragraph(Role::Lead) => "kind-lead",
        Kind::Paragraph(Role::Context) => "kind-context",
        Kind::Paragraph(Role::Recital) => "kind-recital",
        Kind::Paragraph(Role::Enacting) => "kind-enacting",
        Kind::Paragraph(Role::Closing) => "kind-closing",
        Kind::Recommendation(r) => {
            ["kind-axis", "kind-section", "kind-item", "kind-subitem"][usize::from(r.depth)]
        }
        Kind::AgendaItem(_) => "kind-agenda",
        Kind::Intervention(_) => "kind-intervention",
        Kind::Quote(_) => "kind-quote",
        Kind::Decision(_) => "kind-decision",
        Kind::Heading(_) | Kind::Note(_) | Kind::Signatures(_) | Kind::Annex(_) => {
            panic!("no list offers {kind:?}")
        }
    }
}

fn begins_with(words: &str, shown: &str) -> bool {
    words.strip_prefix(shown).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn first_word(words: &str) -> &str {
    let lead = words.len() - words.trim_start().len();
    let end = words[lead..].find(' ').map_or(words.len(), |at| lead + at);
    &words[..end]
}
