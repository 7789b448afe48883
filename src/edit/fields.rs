//! Changes of the header: from a path and a value as people write it to steps.

use super::EditError;
use super::command::FieldError;
use super::draft::Draft;
use crate::arabic::{self, Date, Gender, When};
use crate::document::{
    Digits, Entry, Field, FieldPath, Group, Honorific, Label, Language, Level, Output, OutputKind, Person,
    PersonField, PersonId, RichText, SessionNoun, State, Step, StepError, Target,
};

/// Gives the field this value; a list grows by one past its end.
pub(super) fn set(draft: &mut Draft<'_>, path: FieldPath, value: &str) -> Result<(), EditError> {
    let cleaned = arabic::clean(value, arabic::Source::Typed);
    let value = cleaned.text.trim();
    let wrong = |expected: &str| FieldError { path, value: value.to_owned(), expected: expected.to_owned() };
    let meeting = draft.document.meeting();
    let line = || value.replace(['\n', '\r'], " ");
    let field = match path {
        FieldPath::Language => Field::Language(match value {
            "ar" => Language::Arabic,
            "fr" => Language::French,
            "en" => Language::English,
            _ => return Err(wrong("ar, fr or en").into()),
        }),
        FieldPath::Digits => {
            let digits = match value {
                "latin" => Digits::Latin,
                "arabic" => Digits::Arabic,
                _ => return Err(wrong("latin or arabic").into()),
            };
            Field::Style(crate::document::Style { digits, ..draft.document.style().clone() })
        }
        FieldPath::Label(depth) => {
            let found = Label::ALL.into_iter().find(|label| label.keyword() == value);
            let mut style = draft.document.style().clone();
            *style.labels.at_mut(depth) = found.ok_or_else(|| wrong(LABELS))?;
            Field::Style(style)
        }
        FieldPath::BodyName
        | FieldPath::BodyOrganisation
        | FieldPath::BodyLevel
        | FieldPath::BodyRegion
        | FieldPath::BodyProvince
        | FieldPath::BodyGender => {
            let mut body = meeting.body.clone();
            match path {
                FieldPath::BodyName => body.name = line(),
                FieldPath::BodyOrganisation => body.organisation = line(),
                FieldPath::BodyRegion => body.region = line(),
                FieldPath::BodyProvince => body.province = line(),
                FieldPath::BodyGender => body.gender = gender(value).ok_or_else(|| wrong(GENDERS))?,
                _ => {
                    let found = Level::ALL.into_iter().find(|level| level.keyword() == value);
                    body.level =
                        found.ok_or_else(|| wrong("none, national, regional, provincial or local"))?;
                }
            }
            Field::Body(body)
        }
        FieldPath::SessionNoun
        | FieldPath::SessionNature
        | FieldPath::SessionOrdinal
        | FieldPath::SessionTheme => {
            let mut session = meeting.session.clone();
            match path {
                FieldPath::SessionNature => session.nature = line(),
                FieldPath::SessionTheme => session.theme = line(),
                FieldPath::SessionOrdinal => {
                    session.ordinal =
                        number(value).ok_or_else(|| wrong("a number from 1 to 999, or nothing"))?;
                }
                _ => {
                    let found = SessionNoun::ALL.into_iter().find(|noun| noun.keyword() == value);
                    session.noun =
                        found.ok_or_else(|| wrong("meeting, session, gathering, congress or assembly"))?;
                }
            }
            Field::Session(session)
        }
        FieldPath::Dates => Field::Dates(dates(value, None)),
        FieldPath::NextDates => {
            let mut next = meeting.next.clone();
            next.dates = dates(value, meeting.dates.first());
            Field::Next(next)
        }
        FieldPath::NextVenue => {
            let mut next = meeting.next.clone();
            next.venue = line();
            Field::Next(next)
        }
        FieldPath::Start | FieldPath::End => {
            let time = if value.is_empty() {
                None
            } else {
                Some(value.parse().map_err(|_| wrong("a time such as 10:00, or nothing"))?)
            };
            if path == FieldPath::Start { Field::Start(time) } else { Field::End(time) }
        }
        FieldPath::Venue => Field::Venue(line()),
        FieldPath::Members => {
            let mut quorum = meeting.attendance.quorum;
            quorum.members = whole(value).ok_or_else(|| wrong("a number, or nothing"))?;
            Field::Quorum(quorum)
        }
        FieldPath::Quorum => {
            let mut quorum = meeting.attendance.quorum;
            quorum.rule =
                value.parse().map_err(|_| wrong("none, majority, a share such as 2/3, or atleast:14"))?;
            Field::Quorum(quorum)
        }
        FieldPath::Attendee(n, field) => return super::attendance::set(draft, n, field, value, wrong),
        FieldPath::Chair(index, person) => return chair(draft, index, person, value, wrong),
        FieldPath::Rapporteur(person) => return rapporteur(draft, person, value, wrong),
        FieldPath::GroupNominative(n) | FieldPath::GroupOblique(n) | FieldPath::GroupCount(n) => {
            return group(draft, path, n, value, wrong);
        }
        FieldPath::LetterheadLines
        | FieldPath::LetterheadAddress
        | FieldPath::LetterheadContact
        | FieldPath::LetterheadLogo => {
            let mut head = draft.document.letterhead().clone();
            match path {
                FieldPath::LetterheadAddress => head.address = line(),
                FieldPath::LetterheadContact => head.contact = line(),
                FieldPath::LetterheadLogo => head.logo = line(),
                _ => {
                    let lines = value.split(['|', '\n', '\r']).map(str::trim);
                    head.lines = lines.filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect();
                }
            }
            Field::Letterhead(head)
        }
        FieldPath::OutputTitle(kind) => {
            ensure_output(draft, kind)?;
            let at = Target::Title(kind);
            let length = draft.document.rich(&at).map_or(0, RichText::len);
            draft.splice(&at, 0..length, RichText::plain(value))?;
            return Ok(());
        }
        FieldPath::OutputNumber(kind) | FieldPath::OutputReference(kind) | FieldPath::OutputState(kind) => {
            ensure_output(draft, kind)?;
            let outputs = draft.document.outputs();
            let Some(at) = outputs.iter().position(|output| output.kind == kind) else { return Ok(()) };
            let Some(mut output) = outputs.get(at).cloned() else { return Ok(()) };
            match path {
                FieldPath::OutputNumber(_) => output.number = line(),
                FieldPath::OutputReference(_) => output.reference = line(),
                _ => {
                    let found = State::ALL.into_iter().find(|state| state.keyword() == value);
                    output.state = found.ok_or_else(|| {
                        wrong("draft, review, approved, signed, published, corrected or archived")
                    })?;
                }
            }
            Field::Output { kind, at, entry: Some(Box::new(output)) }
        }
    };
    change(draft, field)?;
    Ok(())
}

/// Sets the field unless it has the value already.
fn change(draft: &mut Draft<'_>, field: Field) -> Result<(), StepError> {
    let meeting = draft.document.meeting();
    let same = match &field {
        Field::Body(new) => *new == meeting.body,
        Field::Session(new) => *new == meeting.session,
        Field::Dates(new) => *new == meeting.dates,
        Field::Start(new) => *new == meeting.start,
        Field::End(new) => *new == meeting.end,
        Field::Venue(new) => *new == meeting.venue,
        Field::Next(new) => *new == meeting.next,
        Field::Quorum(new) => *new == meeting.attendance.quorum,
        Field::Language(new) => *new == draft.document.language(),
        Field::Style(new) => new == draft.document.style(),
        Field::Output { kind, entry, .. } => draft.document.output(*kind) == entry.as_deref(),
        Field::Letterhead(new) => new == draft.document.letterhead(),
        Field::Template(_)
        | Field::Source(_)
        | Field::Guesses(_)
        | Field::Chairs(_)
        | Field::Rapporteur(_)
        | Field::Attendee { .. }
        | Field::Group { .. } => false,
    };
    if same { Ok(()) } else { draft.step(Step::SetField(field)) }
}

/// A date as people write it; words that are not understood are kept as they are.
fn dates(value: &str, anchor: Option<Date>) -> When {
    if value.is_empty() {
        return When::Unset;
    }
    arabic::read(value, anchor).map_or_else(|| When::Text(value.to_owned()), |reading| reading.when)
}

const LABELS: &str = "none, axis, adverb, number-dash, number-dot, abjad-dash, en-dash, hyphen or bullet";

const GENDERS: &str = "female, male or unknown";

fn gender(value: &str) -> Option<Gender> {
    match value {
        "female" => Some(Gender::Female),
        "male" => Some(Gender::Male),
        "unknown" | "" => Some(Gender::Unknown),
        _ => None,
    }
}

/// A count; an empty value is no count, a value that is not one is nothing.
fn whole(value: &str) -> Option<Option<u32>> {
    if value.is_empty() {
        return Some(None);
    }
    let digits = arabic::numerals::to_western(value);
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok().map(Some)).flatten()
}

fn number(value: &str) -> Option<Option<u16>> {
    match whole(value)? {
        None => Some(None),
        Some(n) => u16::try_from(n).ok().filter(|n| (1..=999).contains(n)).map(Some),
    }
}

fn person_with(
    mut person: Person,
    field: PersonField,
    value: &str,
    wrong: impl Fn(&str) -> FieldError,
) -> Result<Person, FieldError> {
    let line = value.replace(['\n', '\r'], " ");
    match field {
        PersonField::Name => {
            person.name = line;
            person.take_title(true);
        }
        PersonField::Latin => person.latin = line,
        PersonField::Role => person.role = line,
        PersonField::Body => person.body = line,
        PersonField::Phone => person.phone = line,
        PersonField::Identity => person.identity = line,
        PersonField::Gender => person.gender = gender(value).ok_or_else(|| wrong(GENDERS))?,
        PersonField::Honorific => {
            let found = Honorific::ALL.into_iter().find(|honorific| honorific.keyword() == value);
            person.honorific = found.ok_or_else(|| wrong("mr, dr, prof, comrade, brother or none"))?;
        }
    }
    Ok(person)
}

pub(super) fn put_person(
    draft: &mut Draft<'_>,
    id: PersonId,
    field: PersonField,
    value: &str,
    wrong: impl Fn(&str) -> FieldError,
) -> Result<(), EditError> {
    let old = draft.document.person(id).cloned();
    let new = person_with(old.clone().unwrap_or_default(), field, value, wrong)?;
    if old.as_ref() != Some(&new) {
        draft.step(Step::Put(Entry::Person(id, Some(new))))?;
    }
    Ok(())
}

/// Whether this says nothing of a person who is not there yet.
fn is_nothing(field: PersonField, value: &str) -> bool {
    value.is_empty() && field != PersonField::Honorific
}

fn chair(
    draft: &mut Draft<'_>,
    index: usize,
    field: PersonField,
    value: &str,
    wrong: impl Fn(&str) -> FieldError,
) -> Result<(), EditError> {
    let mut chairs = draft.document.meeting().chairs.clone();
    if index > chairs.len() {
        return Err(wrong(&format!("at a place from 0 to {}", chairs.len())).into());
    }
    if let Some(id) = chairs.get(index) {
        return put_person(draft, *id, field, value, wrong);
    }
    if is_nothing(field, value) {
        return Ok(());
    }
    let id = draft.ids.person();
    put_person(draft, id, field, value, wrong)?;
    chairs.push(id);
    draft.step(Step::SetField(Field::Chairs(chairs)))?;
    Ok(())
}

fn rapporteur(
    draft: &mut Draft<'_>,
    field: PersonField,
    value: &str,
    wrong: impl Fn(&str) -> FieldError,
) -> Result<(), EditError> {
    if let Some(id) = draft.document.meeting().rapporteur {
        return put_person(draft, id, field, value, wrong);
    }
    if is_nothing(field, value) {
        return Ok(());
    }
    let id = draft.ids.person();
    put_person(draft, id, field, value, wrong)?;
    draft.step(Step::SetField(Field::Rapporteur(Some(id))))?;
    Ok(())
}

fn group(
    draft: &mut Draft<'_>,
    path: FieldPath,
    at: usize,
    value: &str,
    wrong: impl Fn(&str) -> FieldError,
) -> Result<(), EditError> {
    let groups = &draft.document.meeting().attendance.groups;
    if at > groups.len() {
        return Err(wrong(&format!("at a place from 0 to {}", groups.len())).into());
    }
    let mut group = match groups.get(at) {
        Some(group) => group.clone(),
        None if value.is_empty() => return Ok(()),
        None => {
            Group { id: draft.ids.group(), nominative: String::new(), oblique: String::new(), count: None }
        }
    };
    let line = value.replace(['\n', '\r'], " ");
    match path {
        FieldPath::GroupOblique(_) => group.oblique = line,
        FieldPath::GroupCount(_) => {
            group.count = whole(value).ok_or_else(|| wrong("a number, or nothing"))?;
        }
        _ => group.nominative = line,
    }
    let id = group.id;
    draft.step(Step::SetField(Field::Group { id, at, entry: Some(group) }))?;
    Ok(())
}

pub(super) fn remove_chair(draft: &mut Draft<'_>, index: usize) -> Result<(), StepError> {
    let mut chairs = draft.document.meeting().chairs.clone();
    if index < chairs.len() {
        chairs.remove(index);
        draft.step(Step::SetField(Field::Chairs(chairs)))?;
    }
    Ok(())
}

pub(super) fn remove_group(draft: &mut Draft<'_>, at: usize) -> Result<(), StepError> {
    let Some(id) = draft.document.meeting().attendance.groups.get(at).map(|group| group.id) else {
        return Ok(());
    };
    draft.step(Step::SetField(Field::Group { id, at, entry: None }))
}

pub(super) fn add_output(draft: &mut Draft<'_>, kind: OutputKind) -> Result<(), StepError> {
    ensure_output(draft, kind)
}

fn ensure_output(draft: &mut Draft<'_>, kind: OutputKind) -> Result<(), StepError> {
    if draft.document.output(kind).is_some() {
        return Ok(());
    }
    let at = draft.document.outputs().len();
    draft.step(Step::SetField(Field::Output { kind, at, entry: Some(Box::new(Output::new(kind))) }))
}
