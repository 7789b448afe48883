//! Everything in a record that is not a block, compared part by part.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::Side;
use super::pairs::{People, groups, moved};
use super::value::Value;
use super::words::{self, Effort, Fate, Run};
use crate::arabic::Gender;
use crate::document::{
    Answer, Attendance, Attendee, AttendeeField, Body, Change, Comment, Document, FieldPath, Group, GroupId,
    Label, Labels, Language, Letterhead, Level, Meeting, Next, Output, OutputKind, Page, Pending, Person,
    PersonField, PersonId, Presence, Quorum, Recitals, Revision, Session, SessionNoun, Source, Style,
    Template,
};

/// A value that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// Where: a path as the command line knows it, or one like it.
    pub path: String,
    /// The message that names what it is.
    pub key: &'static str,
    /// Whose it is: a person, an output, a group.
    pub of: Value,
    /// What stood there.
    pub old: Value,
    /// What stands there now.
    pub new: Value,
    /// The words of a text, where it is one.
    pub words: Vec<Run>,
    /// Whether it is personal (law 09-08) and is shown to nobody outside.
    pub personal: bool,
}

/// Gathers what differs between two records.
pub(super) struct Facts<'a> {
    old: Side<'a>,
    new: Side<'a>,
    people: &'a People,
    effort: &'a Effort,
    found: Vec<Fact>,
}

/// Everything outside the blocks that differs.
pub(super) fn facts(old: &Document, new: &Document, people: &People, effort: &Effort) -> Vec<Fact> {
    let (before, after) =
        (Side { document: old, people: Some(people) }, Side { document: new, people: None });
    let mut facts = Facts { old: before, new: after, people, effort, found: Vec::new() };
    facts.record();
    facts.outputs();
    facts.meeting();
    facts.people();
    facts.attendance();
    facts.review();
    facts.found
}

impl Facts<'_> {
    fn fact(&mut self, path: impl Into<String>, key: &'static str, of: Value, old: Value, new: Value) {
        self.found.push(Fact { path: path.into(), key, of, old, new, words: Vec::new(), personal: false });
    }

    /// The same, where the two values differ.
    fn note(&mut self, path: impl Into<String>, key: &'static str, of: &Value, old: Value, new: Value) {
        if !old.agrees(&new) {
            self.fact(path, key, of.clone(), old, new);
        }
    }

    /// A field of the record itself.
    #[expect(clippy::needless_pass_by_value, reason = "a path or its words, as the caller has it")]
    fn own(&mut self, path: impl ToString, key: &'static str, old: Value, new: Value) {
        self.note(path.to_string(), key, &Value::Nothing, old, new);
    }

    fn record(&mut self) {
        let (old, new) = (self.old.document, self.new.document);
        let id = |document: &Document| Value::Text(document.id().to_string());
        self.own("id", "compare-id", id(old), id(new));
        self.own(FieldPath::Language, "field-language", language(old.language()), language(new.language()));
        let (Template { id: a, name: b, about: c }, Template { id: x, name: y, about: z }) =
            (old.template(), new.template());
        for (path, old, new) in [("template.id", a, x), ("template.name", b, y), ("template.about", c, z)] {
            self.own(path, "compare-template", Value::text(old), Value::text(new));
        }
        self.style(old.style(), new.style());
        let Letterhead { lines: a, address: b, contact: c, logo: d } = old.letterhead();
        let Letterhead { lines: w, address: x, contact: y, logo: z } = new.letterhead();
        let lines = |lines: &[String]| Value::list(lines.iter().cloned().map(Value::Text).collect());
        self.own(FieldPath::LetterheadLines, "compare-letterhead", lines(a), lines(w));
        self.own(FieldPath::LetterheadAddress, "field-address", Value::text(b), Value::text(x));
        self.own(FieldPath::LetterheadContact, "field-contact", Value::text(c), Value::text(y));
        self.own(FieldPath::LetterheadLogo, "field-logo", Value::text(d), Value::text(z));
        let part = |source: Option<&Source>, part: fn(&Source) -> &str| {
            source.map_or(Value::Nothing, |source| Value::Text(part(source).to_owned()))
        };
        let guesses = |source: Option<&Source>| {
            let Some(Source { name: _, text: _, guesses }) = source else { return Value::Nothing };
            Value::list(guesses.iter().map(|guess| Value::Text(guess.to_string())).collect())
        };
        let (old, new) = (old.source(), new.source());
        self.own("source.name", "compare-source", part(old, |s| &s.name), part(new, |s| &s.name));
        self.own("source.text", "compare-source-text", part(old, |s| &s.text), part(new, |s| &s.text));
        self.own("source.guesses", "compare-source-guesses", guesses(old), guesses(new));
    }

    fn style(&mut self, old: &Style, new: &Style) {
        let Style { digits: a, labels: b, recitals: c, page: d } = old;
        let Style { digits: w, labels: x, recitals: y, page: z } = new;
        self.own(FieldPath::Digits, "field-digits", digits(*a), digits(*w));
        let Labels { axis: a1, section: a2, item: a3, sub_item: a4 } = *b;
        let Labels { axis: b1, section: b2, item: b3, sub_item: b4 } = *x;
        let names = ["axis", "section", "item", "sub_item"];
        for (name, (old, new)) in names.into_iter().zip([(a1, b1), (a2, b2), (a3, b3), (a4, b4)]) {
            self.own(format!("style.labels.{name}"), "compare-label", label(old), label(new));
        }
        let recitals = |recitals: Recitals| match recitals {
            Recitals::AsWritten => Value::named("as-written", "compare-recitals-written"),
            Recitals::Clauses => Value::named("clauses", "compare-recitals-clauses"),
        };
        self.own("style.recitals", "field-recitals", recitals(*c), recitals(*y));
        let all = |page: &Page| {
            let Page { width, height, top, bottom, start, end } = *page;
            [width, height, top, bottom, start, end]
        };
        let names = ["width", "height", "top", "bottom", "start", "end"];
        for (name, (old, new)) in names.into_iter().zip(all(d).into_iter().zip(all(z))) {
            let millimetres =
                |hundredths: u32| Value::Text(format!("{}.{:02}", hundredths / 100, hundredths % 100));
            self.own(format!("style.page.{name}"), "compare-page", millimetres(old), millimetres(new));
        }
    }

    fn outputs(&mut self) {
        let (old, new) = (self.old.document, self.new.document);
        for output in old.outputs().iter().filter(|output| new.output(output.kind).is_none()) {
            let path = format!("outputs.{}", output.kind);
            self.fact(path, "compare-output", Value::Nothing, self::output(output.kind), Value::Nothing);
        }
        let places: Vec<Option<usize>> = new
            .outputs()
            .iter()
            .map(|output| old.outputs().iter().position(|other| other.kind == output.kind))
            .collect();
        let gone = moved(&places);
        for (at, ((output, place), gone)) in new.outputs().iter().zip(places).zip(gone).enumerate() {
            let of = self::output(output.kind);
            let path = format!("outputs.{}", output.kind);
            let before = Output::new(output.kind);
            if place.is_none() {
                self.fact(path.clone(), "compare-output", Value::Nothing, Value::Nothing, of.clone());
            } else if gone {
                self.moved(path.clone(), &of, place.unwrap_or(at), at);
            }
            let was = place.and_then(|place| old.outputs().get(place)).unwrap_or(&before);
            self.output(&of, was, output);
        }
    }

    fn output(&mut self, of: &Value, old: &Output, new: &Output) {
        let Output { kind, title: a, number: b, reference: c, state: d, approval: e, seal: f, embargo: g } =
            old;
        let Output { kind: _, title: t, number: u, reference: v, state: w, approval: x, seal: y, embargo: z } =
            new;
        let compared =
            words::compare((a, self.old.document), (t, self.new.document), self.people, self.effort);
        if !compared.runs.is_empty() {
            let path = FieldPath::OutputTitle(*kind).to_string();
            let text = |side: Side<'_>, text| {
                let bits = super::value::bits(text, side.document);
                Value::text(&bits.iter().map(super::Bit::plain).collect::<String>())
            };
            let (old, new) = (text(self.old, a), text(self.new, t));
            self.fact(path, "field-title", of.clone(), old, new);
            if let Some(fact) = self.found.last_mut() {
                fact.words = compared.runs;
            }
        }
        let path = |path: FieldPath| path.to_string();
        self.note(path(FieldPath::OutputNumber(*kind)), "field-outgoing", of, Value::text(b), Value::text(u));
        self.note(
            path(FieldPath::OutputReference(*kind)),
            "field-reference",
            of,
            Value::text(c),
            Value::text(v),
        );
        self.note(path(FieldPath::OutputState(*kind)), "field-state", of, state(*d), state(*w));
        let root = format!("outputs.{kind}");
        let approval = |approval: Option<&crate::document::Approval>| {
            let Some(crate::document::Approval { by, at }) = approval else { return Value::Nothing };
            Value::List(vec![Value::Text(by.clone()), Value::Moment(*at)])
        };
        self.note(
            format!("{root}.approval"),
            "compare-approval",
            of,
            approval(e.as_ref()),
            approval(x.as_ref()),
        );
        let seal = |seal: Option<&crate::document::Seal>| {
            let Some(crate::document::Seal { digest, at }) = seal else { return Value::Nothing };
            Value::List(vec![Value::Text(digest.clone()), Value::Moment(*at)])
        };
        self.note(format!("{root}.seal"), "compare-seal", of, seal(f.as_ref()), seal(y.as_ref()));
        self.note(format!("{root}.embargo"), "compare-embargo", of, Value::moment(*g), Value::moment(*z));
    }

    /// Another place in a list, from 1 as people count.
    fn moved(&mut self, path: String, of: &Value, old: usize, new: usize) {
        let place = |at: usize| Value::Text((at + 1).to_string());
        self.fact(path, "compare-place", of.clone(), place(old), place(new));
    }

    fn meeting(&mut self) {
        let (before, after) = (self.old, self.new);
        let Meeting {
            body,
            session,
            dates,
            start,
            end,
            venue,
            chairs,
            rapporteur,
            attendance: Attendance { people: _, groups: _, quorum: Quorum { members, rule } },
            next: Next { dates: next_dates, venue: next_venue },
        } = before.document.meeting();
        let new = after.document.meeting();
        let Body { name, organisation, level, region, province, gender } = body;
        self.own(FieldPath::BodyName, "field-body", Value::text(name), Value::text(&new.body.name));
        self.own(
            FieldPath::BodyOrganisation,
            "field-organisation",
            Value::text(organisation),
            Value::text(&new.body.organisation),
        );
        self.own(FieldPath::BodyLevel, "field-level", self::level(*level), self::level(new.body.level));
        self.own(FieldPath::BodyRegion, "field-region", Value::text(region), Value::text(&new.body.region));
        self.own(
            FieldPath::BodyProvince,
            "field-province",
            Value::text(province),
            Value::text(&new.body.province),
        );
        self.own(
            FieldPath::BodyGender,
            "field-body-gender",
            self::gender(*gender),
            self::gender(new.body.gender),
        );
        let Session { noun, nature, ordinal, theme } = session;
        self.own(
            FieldPath::SessionNoun,
            "field-session-noun",
            self::noun(*noun),
            self::noun(new.session.noun),
        );
        self.own(
            FieldPath::SessionNature,
            "field-session-nature",
            Value::text(nature),
            Value::text(&new.session.nature),
        );
        self.own(
            FieldPath::SessionOrdinal,
            "field-session-ordinal",
            Value::shown(*ordinal),
            Value::shown(new.session.ordinal),
        );
        self.own(
            FieldPath::SessionTheme,
            "field-session-theme",
            Value::text(theme),
            Value::text(&new.session.theme),
        );
        self.own(FieldPath::Dates, "field-dates", Value::when(dates), Value::when(&new.dates));
        self.own(FieldPath::Start, "field-start", Value::shown(*start), Value::shown(new.start));
        self.own(FieldPath::End, "field-end", Value::shown(*end), Value::shown(new.end));
        self.own(FieldPath::Venue, "field-venue", Value::text(venue), Value::text(&new.venue));
        self.own("meeting.chairs", "field-chair", before.everybody(chairs), after.everybody(&new.chairs));
        self.own(
            "meeting.rapporteur",
            "field-rapporteur",
            before.somebody(*rapporteur),
            after.somebody(new.rapporteur),
        );
        let quorum = new.attendance.quorum;
        self.own(FieldPath::Members, "field-members", Value::shown(*members), Value::shown(quorum.members));
        self.own(FieldPath::Quorum, "field-quorum", self::rule(*rule), self::rule(quorum.rule));
        self.own(
            FieldPath::NextDates,
            "field-next-dates",
            Value::when(next_dates),
            Value::when(&new.next.dates),
        );
        self.own(
            FieldPath::NextVenue,
            "field-next-venue",
            Value::text(next_venue),
            Value::text(&new.next.venue),
        );
    }

    fn people(&mut self) {
        let (old, new) = (self.old.document, self.new.document);
        if self.people.renamed() > 0 {
            let count = Value::Text(self.people.renamed().to_string());
            self.fact("people", "compare-other-people", Value::Nothing, Value::Nothing, count);
        }
        let paths = paths(new);
        let mut known = BTreeSet::new();
        for (id, person) in old.people() {
            let newer = self.people.newer(*id);
            known.insert(newer);
            match new.person(newer) {
                Some(same) => {
                    let path = paths.get(&newer).cloned().unwrap_or_else(|| format!("people.{newer}"));
                    self.person(&path, &self.new.person(newer), person, same);
                }
                None => {
                    let gone = self.old.person(*id);
                    self.fact(format!("people.{id}"), "compare-person", Value::Nothing, gone, Value::Nothing);
                }
            }
        }
        for (id, person) in new.people().iter().filter(|(id, _)| !known.contains(id)) {
            let who = self.new.person(*id);
            let path = format!("people.{id}");
            self.fact(path.clone(), "compare-person", Value::Nothing, Value::Nothing, who.clone());
            let nobody = Person { name: person.name.clone(), ..Person::default() };
            self.person(&path, &who, &nobody, person);
        }
    }

    fn person(&mut self, path: &str, of: &Value, old: &Person, new: &Person) {
        let Person { name, latin, gender, honorific, role, body, aliases, phone, identity } = old;
        let names = |names: &[String]| Value::list(names.iter().cloned().map(Value::Text).collect());
        let at = |field: PersonField| format!("{path}.{}", field.keyword());
        let text = Value::text;
        self.note(at(PersonField::Name), "field-name", of, text(name), text(&new.name));
        self.note(at(PersonField::Latin), "field-latin", of, text(latin), text(&new.latin));
        let (was, is) = (self::gender(*gender), self::gender(new.gender));
        self.note(at(PersonField::Gender), "field-gender", of, was, is);
        let (was, is) = (honorifics(*honorific), honorifics(new.honorific));
        self.note(at(PersonField::Honorific), "field-honorific", of, was, is);
        self.note(at(PersonField::Role), "field-role", of, text(role), text(&new.role));
        self.note(at(PersonField::Body), "field-body", of, text(body), text(&new.body));
        self.note(format!("{path}.aliases"), "compare-aliases", of, names(aliases), names(&new.aliases));
        let public = self.found.len();
        self.note(at(PersonField::Phone), "field-phone", of, text(phone), text(&new.phone));
        self.note(at(PersonField::Identity), "field-identity", of, text(identity), text(&new.identity));
        self.found.iter_mut().skip(public).for_each(|fact| fact.personal = true);
    }

    fn attendance(&mut self) {
        let (old, new) = (&self.old.document.meeting().attendance, &self.new.document.meeting().attendance);
        let before: BTreeMap<PersonId, usize> =
            old.people.iter().enumerate().map(|(at, one)| (self.people.newer(one.person), at)).collect();
        let after: BTreeSet<PersonId> = new.people.iter().map(|one| one.person).collect();
        for entry in old.people.iter().filter(|one| !after.contains(&self.people.newer(one.person))) {
            let of = self.old.person(entry.person);
            let was = Value::List(vec![of, presence(self.old, entry.presence)]);
            self.fact("meeting.attendance", "compare-attendee", Value::Nothing, was, Value::Nothing);
        }
        let places: Vec<Option<usize>> =
            new.people.iter().map(|one| before.get(&one.person).copied()).collect();
        let gone = moved(&places);
        for (at, ((entry, place), gone)) in new.people.iter().zip(places).zip(gone).enumerate() {
            let path = format!("meeting.attendance.{at}");
            let of = self.new.person(entry.person);
            let Some((place, was)) = place.and_then(|place| Some((place, old.people.get(place)?))) else {
                let is = Value::List(vec![of.clone(), presence(self.new, entry.presence)]);
                self.fact(path.clone(), "compare-attendee", Value::Nothing, Value::Nothing, is);
                let was = Attendee { presence: entry.presence, ..Attendee::new(entry.person) };
                self.attendee(&path, &of, (self.new, &was), entry);
                continue;
            };
            if gone {
                self.moved(path.clone(), &of, place, at);
            }
            self.attendee(&path, &of, (self.old, was), entry);
        }
        self.groups();
    }

    fn attendee(&mut self, path: &str, of: &Value, (side, old): (Side<'_>, &Attendee), new: &Attendee) {
        let Attendee { person: _, presence: came, answer, arrived, left, reason } = old;
        let (was, is) = (presence(side, *came), presence(self.new, new.presence));
        self.note(format!("{path}.presence"), "compare-presence", of, was, is);
        let (was, is) = (self::answer(*answer), self::answer(new.answer));
        self.note(format!("{path}.answer"), "field-answer", of, was, is);
        let (was, is) = (Value::shown(*arrived), Value::shown(new.arrived));
        self.note(format!("{path}.arrived"), "field-arrived", of, was, is);
        self.note(format!("{path}.left"), "field-left", of, Value::shown(*left), Value::shown(new.left));
        let (was, is) = (Value::text(reason), Value::text(&new.reason));
        self.note(format!("{path}.reason"), "field-reason", of, was, is);
    }

    fn groups(&mut self) {
        let newer = groups(self.old.document, self.new.document);
        if !newer.is_empty() {
            let count = Value::Text(newer.len().to_string());
            self.fact("meeting.groups", "compare-other-groups", Value::Nothing, Value::Nothing, count);
        }
        let (old, new) =
            (&self.old.document.meeting().attendance.groups, &self.new.document.meeting().attendance.groups);
        let known = |id: GroupId| newer.get(&id).copied().unwrap_or(id);
        let before: BTreeMap<GroupId, usize> =
            old.iter().enumerate().map(|(at, group)| (known(group.id), at)).collect();
        let after: BTreeSet<GroupId> = new.iter().map(|group| group.id).collect();
        for group in old.iter().filter(|group| !after.contains(&known(group.id))) {
            let was = Value::Text(group.nominative.clone());
            self.fact("meeting.groups", "compare-group", Value::Nothing, was, Value::Nothing);
        }
        let places: Vec<Option<usize>> = new.iter().map(|group| before.get(&group.id).copied()).collect();
        let gone = moved(&places);
        for (at, ((group, place), gone)) in new.iter().zip(places).zip(gone).enumerate() {
            let path = format!("meeting.groups.{at}");
            let of = Value::text(&group.nominative);
            let nobody = Group {
                id: group.id,
                nominative: group.nominative.clone(),
                oblique: String::new(),
                count: None,
            };
            let was = place.and_then(|place| old.get(place));
            if was.is_none() {
                let is = Value::Text(group.nominative.clone());
                self.fact(path.clone(), "compare-group", Value::Nothing, Value::Nothing, is);
            } else if gone {
                self.moved(path.clone(), &of, place.unwrap_or(at), at);
            }
            let Group { id: _, nominative, oblique, count } = was.unwrap_or(&nobody);
            let (was, is) = (Value::text(nominative), Value::text(&group.nominative));
            self.note(format!("{path}.nominative"), "field-group-nominative", &of, was, is);
            let (was, is) = (Value::text(oblique), Value::text(&group.oblique));
            self.note(format!("{path}.oblique"), "field-group-oblique", &of, was, is);
            let (was, is) = (Value::shown(*count), Value::shown(group.count));
            self.note(format!("{path}.count"), "field-group-count", &of, was, is);
        }
    }

    /// Remarks, suggestions and kept versions: one fact for each that differs.
    fn review(&mut self) {
        let (old, new) = (self.old.document, self.new.document);
        let ids: BTreeSet<_> = old.comments().keys().chain(new.comments().keys()).collect();
        for id in ids {
            let (was, is) = (old.comments().get(id), new.comments().get(id));
            let of = is.or(was).map_or(Value::Nothing, |one| Value::text(&one.author));
            let value = |one: Option<&Comment>| one.map_or(Value::Nothing, comment);
            self.note(format!("comments.{id}"), "compare-remark", &of, value(was), value(is));
        }
        let ids: BTreeSet<_> = old.changes().keys().chain(new.changes().keys()).collect();
        for id in ids {
            let (was, is) = (old.changes().get(id), new.changes().get(id));
            let of = is.or(was).map_or(Value::Nothing, |one| Value::text(&one.author));
            if was != is {
                let value = |one: Option<&Change>| one.map_or(Value::Nothing, suggestion);
                self.fact(format!("changes.{id}"), "compare-suggestion", of, value(was), value(is));
            }
        }
        let ids: BTreeSet<_> = old.revisions().keys().chain(new.revisions().keys()).collect();
        for id in ids {
            let (was, is) = (old.revisions().get(id), new.revisions().get(id));
            let of = is.or(was).map_or(Value::Nothing, |one| Value::text(&one.author));
            let value = |one: Option<&Revision>| one.map_or(Value::Nothing, revision);
            self.note(format!("revisions.{id}"), "compare-version", &of, value(was), value(is));
        }
    }
}

fn comment(comment: &Comment) -> Value {
    let Comment { author, at, text, quoted, answers, resolved } = comment;
    let closed = resolved.as_ref().map(|closed| {
        let crate::document::Resolved { by, at } = closed;
        vec![Value::named("resolved", "compare-resolved"), Value::Text(by.clone()), Value::Moment(*at)]
    });
    let mut all = vec![Value::Text(text.clone()), Value::Text(author.clone()), Value::Moment(*at)];
    all.extend((!quoted.is_empty()).then(|| Value::Text(format!("«{quoted}»"))));
    all.extend(answers.map(|id| Value::Text(id.to_string())));
    all.extend(closed.into_iter().flatten());
    Value::List(all)
}

fn suggestion(change: &Change) -> Value {
    let Change { author: _, at, pending } = change;
    let what = match pending {
        Pending::Text => Value::named("text", "compare-suggests-text"),
        Pending::Kind(_, kind) => super::kinds::kind(kind),
        Pending::Audience(_, audience) => super::kinds::audience(*audience),
        Pending::Order(..) => Value::named("order", "compare-suggests-order"),
        Pending::Field(_) => Value::named("field", "compare-suggests-field"),
    };
    Value::List(vec![what, Value::Moment(*at)])
}

fn revision(revision: &Revision) -> Value {
    let Revision { author, at, label, output: of, digest } = revision;
    let mut all = vec![Value::Text(label.clone()), Value::Text(author.clone()), Value::Moment(*at)];
    all.extend(of.map(output));
    all.push(Value::Text(digest.clone()));
    Value::List(all)
}

/// The path of everybody who has one in the header.
fn paths(document: &Document) -> BTreeMap<PersonId, String> {
    let meeting = document.meeting();
    let mut paths = BTreeMap::new();
    for (at, id) in meeting.chairs.iter().enumerate() {
        paths.entry(*id).or_insert_with(|| format!("meeting.chairs.{at}"));
    }
    if let Some(id) = meeting.rapporteur {
        paths.entry(id).or_insert_with(|| "meeting.rapporteur".into());
    }
    for (at, entry) in meeting.attendance.people.iter().enumerate() {
        paths.entry(entry.person).or_insert_with(|| format!("meeting.attendance.{at}"));
    }
    paths
}

/// The message of what a field holds where it is chosen from a list: its value is a word for machines.
#[must_use]
pub fn chosen_key(document: &Document, path: FieldPath) -> Option<&'static str> {
    let meeting = document.meeting();
    let entry = |at: usize| meeting.attendance.people.get(at);
    let of = |id: PersonId, field: PersonField| {
        let person = document.person(id)?;
        match field {
            PersonField::Gender => Some(gender(person.gender)),
            PersonField::Honorific => Some(honorifics(person.honorific)),
            _ => None,
        }
    };
    let value = match path {
        FieldPath::Language => language(document.language()),
        FieldPath::Digits => digits(document.style().digits),
        FieldPath::Label(depth) => label(document.style().labels.at(depth)),
        FieldPath::BodyLevel => level(meeting.body.level),
        FieldPath::BodyGender => gender(meeting.body.gender),
        FieldPath::SessionNoun => noun(meeting.session.noun),
        FieldPath::Quorum => rule(meeting.attendance.quorum.rule),
        FieldPath::OutputState(kind) => state(document.output(kind)?.state),
        FieldPath::Chair(at, field) => of(*meeting.chairs.get(at)?, field)?,
        FieldPath::Rapporteur(field) => of(meeting.rapporteur?, field)?,
        FieldPath::Attendee(at, AttendeeField::Person(field)) => of(entry(at)?.person, field)?,
        FieldPath::Attendee(at, AttendeeField::Presence) => return Some(presence_key(entry(at)?.presence)),
        FieldPath::Attendee(at, AttendeeField::Answer) => answer(entry(at)?.answer),
        _ => return None,
    };
    match value {
        Value::Named { key, .. } => Some(key),
        _ => None,
    }
}

fn honorifics(honorific: crate::document::Honorific) -> Value {
    use crate::document::Honorific;
    let key = match honorific {
        Honorific::Mr => "honorific-mr",
        Honorific::Doctor => "honorific-dr",
        Honorific::Professor => "honorific-prof",
        Honorific::Comrade => "honorific-comrade",
        Honorific::Brother => "honorific-brother",
        Honorific::None => "honorific-none",
    };
    Value::named(honorific.keyword(), key)
}

fn digits(digits: crate::document::Digits) -> Value {
    match digits {
        crate::document::Digits::Latin => Value::named("latin", "digits-latin"),
        crate::document::Digits::Arabic => Value::named("arabic", "digits-arabic"),
    }
}

fn language(language: Language) -> Value {
    match language {
        Language::Arabic => Value::named("ar", "document-language-ar"),
        Language::French => Value::named("fr", "document-language-fr"),
        Language::English => Value::named("en", "document-language-en"),
    }
}

fn label(label: Label) -> Value {
    Value::named(label.keyword(), label_key(label))
}

/// The message that names a label.
#[must_use]
pub fn label_key(label: Label) -> &'static str {
    match label {
        Label::None => "label-none",
        Label::Axis => "label-axis",
        Label::Adverb => "label-adverb",
        Label::NumberDash => "label-number-dash",
        Label::NumberDot => "label-number-dot",
        Label::AbjadDash => "label-abjad-dash",
        Label::EnDash => "label-en-dash",
        Label::Hyphen => "label-hyphen",
        Label::Bullet => "label-bullet",
    }
}

fn output(kind: OutputKind) -> Value {
    Value::named(kind.keyword(), output_key(kind))
}

/// The message that names a kind of text.
#[must_use]
pub fn output_key(kind: OutputKind) -> &'static str {
    match kind {
        OutputKind::Minutes => "output-minutes",
        OutputKind::Communique => "output-communique",
        OutputKind::PressCommunique => "output-press",
        OutputKind::News => "output-news",
        OutputKind::Recommendations => "output-recommendations",
        OutputKind::Statement => "output-statement",
        OutputKind::Invitation => "output-invitation",
        OutputKind::AttendanceSheet => "output-sheet",
        OutputKind::Short => "output-short",
    }
}

fn state(state: crate::document::State) -> Value {
    use crate::document::State;
    let key = match state {
        State::Draft => "state-draft",
        State::Review => "state-review",
        State::Approved => "state-approved",
        State::Signed => "state-signed",
        State::Published => "state-published",
        State::Corrected => "state-corrected",
        State::Archived => "state-archived",
    };
    Value::named(state.keyword(), key)
}

fn level(level: Level) -> Value {
    let key = match level {
        Level::Unsaid => "level-none",
        Level::National => "level-national",
        Level::Regional => "level-regional",
        Level::Provincial => "level-provincial",
        Level::Local => "level-local",
    };
    Value::named(level.keyword(), key)
}

fn gender(gender: Gender) -> Value {
    match gender {
        Gender::Female => Value::named("female", "gender-female"),
        Gender::Male => Value::named("male", "gender-male"),
        Gender::Unknown => Value::named("unknown", "gender-unknown"),
    }
}

fn noun(noun: SessionNoun) -> Value {
    let key = match noun {
        SessionNoun::Meeting => "session-noun-meeting",
        SessionNoun::Session => "session-noun-session",
        SessionNoun::Gathering => "session-noun-gathering",
        SessionNoun::Congress => "session-noun-congress",
        SessionNoun::Assembly => "session-noun-assembly",
    };
    Value::named(noun.keyword(), key)
}

fn rule(rule: crate::document::QuorumRule) -> Value {
    use crate::document::QuorumRule;
    match rule {
        QuorumRule::None => Value::named("none", "rule-none"),
        QuorumRule::Majority => Value::named("majority", "rule-majority"),
        QuorumRule::Share(..) | QuorumRule::AtLeast(_) => Value::Text(rule.to_string()),
    }
}

fn presence_key(presence: Presence) -> &'static str {
    match presence {
        Presence::Unknown => "gender-unknown",
        Presence::Present => "presence-short-present",
        Presence::Excused => "presence-short-excused",
        Presence::Absent => "presence-short-absent",
        Presence::Guest => "presence-short-guest",
        Presence::Proxy(_) => "presence-short-proxy",
    }
}

fn presence(side: Side<'_>, presence: Presence) -> Value {
    let named = Value::named(presence.keyword(), presence_key(presence));
    match presence {
        Presence::Proxy(Some(by)) => Value::List(vec![named, side.person(by)]),
        Presence::Proxy(None)
        | Presence::Unknown
        | Presence::Present
        | Presence::Excused
        | Presence::Absent
        | Presence::Guest => named,
    }
}

fn answer(answer: Answer) -> Value {
    let key = match answer {
        Answer::None => "answer-none",
        Answer::Invited => "answer-invited",
        Answer::Confirmed => "answer-confirmed",
        Answer::Declined => "answer-declined",
    };
    Value::named(answer.keyword(), key)
}

/// Words added to and removed from the texts among these.
pub(super) fn words_in<'a>(runs: impl Iterator<Item = &'a Run>) -> (usize, usize) {
    runs.fold((0, 0), |(added, removed), run| match run.fate {
        Fate::Added => (added + run.words, removed),
        Fate::Removed => (added, removed + run.words),
        Fate::Kept | Fate::Restyled => (added, removed),
    })
}
