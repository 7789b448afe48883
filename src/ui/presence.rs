//! Whether somebody came, as the window shows it: its word, its colours, its keys.

use eframe::egui::{Align2, Color32, CornerRadius, Event, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::pen::Pen;
use super::theme::{Face, Theme};
use crate::arabic::{Gender, fold};
use crate::document::{Answer, Document, Person, PersonId, Presence};
use crate::template;
use crate::text::Base;
use crate::words::{Language, Words};

/// How high a pill is.
const PILL: f32 = 22.0;
/// From a pill's edge to its words.
const PADDING: f32 = 10.0;

/// The gender as a message asks for it.
#[must_use]
pub fn gender_word(gender: Gender) -> &'static str {
    match gender {
        Gender::Female => "female",
        Gender::Male => "male",
        Gender::Unknown => "unknown",
    }
}

/// The word of a presence as it agrees with the person: «حاضرة», «حاضر», and «حاضر(ة)» while nothing is said.
#[must_use]
pub fn word(presence: Presence, gender: Gender, words: Words) -> String {
    words.with(&format!("presence-{}", presence.keyword()), &[("gender", gender_word(gender).into())])
}

/// The letter that says it, in this language of the interface.
#[must_use]
pub fn key(presence: Presence, words: Words) -> String {
    words.get(&format!("presence-key-{}", presence.keyword()))
}

/// The word with its letter, for a list of choices: «حاضرة (ح)».
#[must_use]
pub fn word_with_key(presence: Presence, gender: Gender, words: Words) -> String {
    let values = [("word", word(presence, gender, words).into()), ("key", key(presence, words).into())];
    words.with("presence-with-key", &values)
}

/// What each letter says.
#[must_use]
pub fn legend(words: Words) -> String {
    let said = Presence::ALL.into_iter().filter(|presence| *presence != Presence::Unknown);
    let each = said.map(|presence| {
        let word = words.get(&format!("presence-short-{}", presence.keyword()));
        words.with("presence-key-says", &[("key", key(presence, words).into()), ("word", word.into())])
    });
    each.collect::<Vec<_>>().join(" · ")
}

/// What a click turns it into: the three answers of a roll call in turn, then nothing said.
#[must_use]
pub fn next(presence: Presence) -> Presence {
    match presence {
        Presence::Unknown | Presence::Guest | Presence::Proxy(_) => Presence::Present,
        Presence::Present => Presence::Excused,
        Presence::Excused => Presence::Absent,
        Presence::Absent => Presence::Unknown,
    }
}

/// What a click turns an answer into: the four in turn.
#[must_use]
pub fn next_answer(answer: Answer) -> Answer {
    match answer {
        Answer::None => Answer::Invited,
        Answer::Invited => Answer::Confirmed,
        Answer::Confirmed => Answer::Declined,
        Answer::Declined => Answer::None,
    }
}

/// The letter of an answer, in this language of the interface.
fn answer_key(answer: Answer, words: Words) -> String {
    words.get(&format!("answer-key-{}", answer.keyword()))
}

/// What each letter says of the invitation.
#[must_use]
pub fn legend_of_answers(words: Words) -> String {
    let each = Answer::ALL.map(|answer| {
        let word = words.get(&format!("answer-{}", answer.keyword()));
        words.with("presence-key-says", &[("key", answer_key(answer, words).into()), ("word", word.into())])
    });
    each.join(" · ")
}

/// The answer whose letter was typed in this frame, in any of the three languages.
#[must_use]
pub fn typed_answer(ui: &Ui, words: Words) -> Option<Answer> {
    let letter = letter(ui)?;
    speaking(words).find_map(|words| {
        Answer::ALL.into_iter().find(|answer| answer_key(*answer, words).to_lowercase() == letter)
    })
}

/// The letter that was typed in this frame.
fn letter(ui: &Ui) -> Option<String> {
    let text = |event: &Event| match event {
        Event::Text(letters) => Some(letters.to_lowercase()),
        _ => None,
    };
    ui.input(|input| input.events.iter().rev().find_map(text))
}

/// Takes the letters of this frame away: what was said of one person is not said of the next who gets the keyboard.
pub fn spend_letters(ui: &Ui) {
    ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
}

/// The language of the interface, then all three.
fn speaking(words: Words) -> impl Iterator<Item = Words> {
    std::iter::once(words).chain(Language::ALL.map(Words::new))
}

/// The gender whose word begins with the letter typed in this frame, in any of the three languages.
#[must_use]
pub fn typed_gender(ui: &Ui, words: Words) -> Option<Gender> {
    let letter = fold(&letter(ui)?);
    let begins = |words: Words, gender: Gender| {
        let word = fold(&words.get(&format!("gender-{}", gender_word(gender))));
        !letter.is_empty() && word.starts_with(&letter)
    };
    let all = [Gender::Female, Gender::Male, Gender::Unknown];
    speaking(words).find_map(|words| all.into_iter().find(|gender| begins(words, *gender)))
}

/// The presence whose letter was typed in this frame, in any of the three languages.
#[must_use]
pub fn typed(ui: &Ui, words: Words) -> Option<Presence> {
    let letter = letter(ui)?;
    speaking(words).find_map(|words| {
        Presence::ALL.into_iter().find(|presence| key(*presence, words).to_lowercase() == letter)
    })
}

/// What a pill says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    /// Whether somebody came.
    Presence(Presence),
    /// What they answered to the invitation.
    Answer(Answer),
}

impl Said {
    fn word(self, gender: Gender, words: Words) -> String {
        match self {
            Self::Presence(presence) => word(presence, gender, words),
            Self::Answer(answer) => words.get(&format!("answer-{}", answer.keyword())),
        }
    }
}

/// Fill, edge and ink of a pill.
fn colours(said: Said, theme: &Theme) -> (Color32, Color32, Color32) {
    let plain = |fill, ink| (fill, fill, ink);
    let presence = match said {
        Said::Presence(presence) => presence,
        Said::Answer(Answer::Confirmed) => Presence::Present,
        Said::Answer(Answer::Declined) => Presence::Excused,
        Said::Answer(Answer::Invited) => Presence::Guest,
        Said::Answer(Answer::None) => Presence::Unknown,
    };
    match presence {
        Presence::Present => plain(theme.ok_fill, theme.ok),
        Presence::Excused => plain(theme.warning_fill, theme.warning),
        Presence::Absent => plain(theme.error_fill, theme.error),
        Presence::Guest => plain(theme.finding_fill, theme.finding),
        Presence::Proxy(_) => plain(theme.internal_fill, theme.internal),
        Presence::Unknown => (Color32::TRANSPARENT, theme.edge, theme.ink2),
    }
}

/// Draws the pill of a presence at the left or the right end of a row, no wider than the row; where it lies.
#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
pub fn pill(
    ui: &Ui,
    pen: &mut Pen,
    row: Rect,
    at_left: bool,
    presence: Presence,
    gender: Gender,
    words: Words,
    hot: bool,
) -> Rect {
    pill_of(ui, pen, row, at_left, Said::Presence(presence), gender, words, hot)
}

/// Draws a pill at the left or the right end of a row, no wider than the row; where it lies.
#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
pub fn pill_of(
    ui: &Ui,
    pen: &mut Pen,
    row: Rect,
    at_left: bool,
    said: Said,
    gender: Gender,
    words: Words,
    hot: bool,
) -> Rect {
    let room = row.width() - 2.0 * PADDING;
    let shown = pen.fitted(ui.ctx(), &said.word(gender, words), Face::Caption, Base::Auto, room);
    let size = vec2(shown.width() + 2.0 * PADDING, PILL);
    let left = if at_left { row.left() } else { row.right() - size.x };
    let rect = Rect::from_min_size(pos2(left, row.center().y - PILL / 2.0), size);
    let theme = pen.theme;
    let (fill, edge, ink) = colours(said, &theme);
    let radius = CornerRadius::same(11);
    ui.painter().rect_filled(rect, radius, fill);
    let edge = if hot { ink } else { edge };
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, edge), StrokeKind::Inside);
    pen.draw(ui.painter(), &shown, rect.center(), Align2::CENTER_CENTER, ink);
    rect
}

/// How a person is called on a list; the words for nobody where there is no name.
#[must_use]
pub fn called(person: &Person, words: Words) -> String {
    let name = if person.name.is_empty() { None } else { template::person_name(person) };
    name.unwrap_or_else(|| words.get("person-unnamed"))
}

/// The office of a person, and what they do in this meeting.
#[must_use]
pub fn office(document: &Document, id: PersonId, person: &Person, words: Words) -> String {
    let gender = [("gender", gender_word(person.gender).into())];
    let meeting = document.meeting();
    let mut parts = vec![template::person_role(person).unwrap_or_default()];
    if meeting.chairs.contains(&id) {
        parts.push(words.with("duty-chair", &gender));
    }
    if meeting.rapporteur == Some(id) {
        parts.push(words.with("duty-rapporteur", &gender));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(&words.get("list-comma"))
}
