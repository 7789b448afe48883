//! What stood somewhere in a record: a value that machines and people can both be told.

use super::words::stretches;
use crate::arabic::{Style, When, write};
use crate::document::{Atom, BodyForm, Document, Mark, PersonForm, PersonId, RichText, Stamp, Subject};

/// A value of a record.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Value {
    /// None.
    #[default]
    Nothing,
    /// Words or a number of the record, as they are.
    Text(String),
    /// One of a closed list.
    Named {
        /// The word of the command line.
        keyword: String,
        /// The message that says it.
        key: &'static str,
        /// The numbers in that message.
        args: Vec<(&'static str, u32)>,
    },
    /// Somebody.
    Person {
        /// Who, under the name the newer record knows.
        id: PersonId,
        /// What the person is called.
        name: String,
    },
    /// A day or days.
    When(When),
    /// A moment.
    Moment(Stamp),
    /// Several, in order.
    List(Vec<Value>),
}

/// A stretch of a text under the same marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bit {
    /// What stands there.
    pub what: What,
    /// The marks on it.
    pub marks: Vec<Mark>,
}

/// Words, or a field by its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// Words as they stand.
    Words(String),
    /// A field.
    Field {
        /// The message that names it, in brackets.
        key: &'static str,
        /// What tells it better than its name: a person's, a verb's two forms. Empty where nothing does.
        name: String,
    },
}

/// Gives the words of a message.
pub type Say<'a> = &'a dyn Fn(&str, &[(&'static str, u32)]) -> String;

impl Bit {
    /// The words, or the field's name in brackets.
    #[must_use]
    pub fn say(&self, say: Say<'_>) -> String {
        match &self.what {
            What::Words(words) => words.clone(),
            What::Field { key, name } if name.is_empty() => say(key, &[]),
            What::Field { name, .. } => format!("[{name}]"),
        }
    }

    /// The words, or the field's keyword in braces, in no language.
    #[must_use]
    pub fn plain(&self) -> String {
        match &self.what {
            What::Words(words) => words.clone(),
            What::Field { key, name } => {
                let field = key.strip_prefix("atom-").unwrap_or(key);
                if name.is_empty() { format!("{{{field}}}") } else { format!("{{{field}: {name}}}") }
            }
        }
    }
}

impl Value {
    pub(super) fn named(keyword: &str, key: &'static str) -> Self {
        Self::Named { keyword: keyword.to_owned(), key, args: Vec::new() }
    }

    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }

    pub(super) fn shown<T: ToString>(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, |value| Self::Text(value.to_string()))
    }

    pub(super) fn when(when: &When) -> Self {
        if when.is_unset() { Self::Nothing } else { Self::When(when.clone()) }
    }

    pub(super) fn moment(at: Option<Stamp>) -> Self {
        at.map_or(Self::Nothing, Self::Moment)
    }

    pub(super) fn list(values: Vec<Self>) -> Self {
        if values.is_empty() { Self::Nothing } else { Self::List(values) }
    }

    /// Whether it is the same; people are told apart by who they are, not by how they are called.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Person { id, .. }, Self::Person { id: same, .. }) => id == same,
            (Self::List(list), Self::List(others)) => {
                list.len() == others.len() && list.iter().zip(others).all(|(one, other)| one.agrees(other))
            }
            _ => self == other,
        }
    }

    /// The value in words, on one line; empty where there is none. Moments are written by `moment`.
    #[must_use]
    pub fn say(&self, say: Say<'_>, moment: &dyn Fn(Stamp) -> String) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Named { key, args, .. } => say(key, args),
            Self::Person { name, .. } if name.is_empty() => say("person-unnamed", &[]),
            Self::Person { name, .. } => name.clone(),
            Self::When(when) => write(when, Style::WithDay),
            Self::Moment(at) => moment(*at),
            Self::List(list) => {
                let all: Vec<String> = list.iter().map(|one| one.say(say, moment)).collect();
                all.join(&say("list-comma", &[]))
            }
        }
    }

    /// The value as the command line writes it, in no language; empty where there is none.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Named { keyword, .. } => keyword.clone(),
            Self::Person { id, name } if name.is_empty() => id.to_string(),
            Self::Person { name, .. } => name.clone(),
            Self::When(when) => write(when, Style::Iso),
            Self::Moment(at) => at.0.to_string(),
            Self::List(list) => list.iter().map(Self::plain).collect::<Vec<_>>().join(", "),
        }
    }
}

/// A text of this record as words and named fields.
#[must_use]
pub fn bits(text: &RichText, document: &Document) -> Vec<Bit> {
    let mut bits = Vec::new();
    let mut atoms = text.atoms();
    for stretch in stretches(text) {
        let part = text.text().get(stretch.range).unwrap_or_default();
        let mut put = |what| bits.push(Bit { what, marks: stretch.marks.clone() });
        for (index, words) in part.split(crate::document::ATOM).enumerate() {
            if index > 0
                && let Some((_, atom)) = atoms.next()
            {
                put(field(atom, document));
            }
            if !words.is_empty() {
                put(What::Words(words.to_owned()));
            }
        }
    }
    bits
}

fn field(atom: &Atom, document: &Document) -> What {
    let name = match atom {
        Atom::Person(id, _) => document.person(*id).map(|person| person.name.clone()).unwrap_or_default(),
        Atom::Verb { masculine, feminine, of: _ } => format!("{masculine}/{feminine}"),
        _ => String::new(),
    };
    What::Field { key: atom_key(atom), name }
}

/// The message that names a field in brackets.
fn atom_key(atom: &Atom) -> &'static str {
    match atom {
        Atom::Chair(PersonForm::Role) | Atom::Rapporteur(PersonForm::Role) => "atom-role",
        Atom::Chair(_) => "atom-chair",
        Atom::Rapporteur(_) => "atom-rapporteur",
        Atom::Person(..) => "atom-person",
        Atom::Dates(_) => "atom-dates",
        Atom::Start => "atom-start",
        Atom::End => "atom-end",
        Atom::Venue(_) => "atom-venue",
        Atom::Body(BodyForm::Organisation | BodyForm::ForOrganisation) => "atom-organisation",
        Atom::Body(BodyForm::Region) => "atom-region",
        Atom::Body(BodyForm::Province) => "atom-province",
        Atom::Body(BodyForm::Name | BodyForm::ForName | BodyForm::Full) => "atom-body",
        Atom::Session(_) => "atom-session",
        Atom::Verb {
            of: Subject::Chair | Subject::Rapporteur | Subject::Body | Subject::Person(_), ..
        } => "atom-verb",
        Atom::Attendance(_) => "atom-attendance",
        Atom::Count { .. } => "atom-count",
        Atom::NextDates(_) => "atom-next-dates",
        Atom::NextVenue(_) => "atom-next-venue",
        Atom::Number => "atom-number",
        Atom::Reference => "atom-reference",
    }
}
