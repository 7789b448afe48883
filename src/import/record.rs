//! A text as a record: its blocks and its header, with every guess told, and read back to say the same words.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::thread;

use super::line::{Fate, Line};
use super::parts::{self, Whole};
use super::people::People;
use super::rolls::Rolled;
use super::{Para, Read, residue, tables};
use crate::arabic::cues::Cue;
use crate::arabic::fold::is_letter;
use crate::arabic::labels::Sort;
use crate::arabic::lead::{Fact, Facts};
use crate::arabic::named::Named;
use crate::arabic::{self, Date, fold, lead, roll};
use crate::document::{
    Block, BlockId, BlockReview, Change, ChangeId, Decision, Document, Entry, Field, FieldPath, Guess,
    Guessed, Id, Kind, Label, Labels, Level, Matter, Next, Output, OutputKind, Pending, PersonField,
    PersonId, RecordId, RichText, Role, Signatures, Source, Speaker, Stamp, Step, StepError, Style, Sureness,
    Target, Vote,
};
use crate::template::{View, compose};

/// What a new record takes from outside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fresh {
    /// Its name.
    pub id: RecordId,
    /// The session its parts are named after.
    pub session: u32,
    /// When it is made.
    pub at: Stamp,
    /// By whom.
    pub author: String,
}

/// How much of the text the header prints by itself. Where the record would not say the same, it prints less.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Trust {
    /// The lists of people.
    people: Lists,
    /// Number, reference, agenda, signatures.
    pub(super) printed: bool,
    /// What decisions and items carry.
    facts: bool,
}

/// How much of what a text says of its people the header prints.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lists {
    /// Nothing: the lists stay text.
    Text,
    /// The lists.
    Printed,
    /// The lists and the sentence about the quorum.
    WithQuorum,
}

impl Trust {
    const fn of(people: Lists, printed: bool, facts: bool) -> Self {
        Self { people, printed, facts }
    }

    /// Whether the lists of people are printed.
    pub(super) fn roll(self) -> bool {
        self.people != Lists::Text
    }

    /// Whether the sentence about the quorum is printed.
    pub(super) fn quorum(self) -> bool {
        self.people == Lists::WithQuorum
    }
}

const TRUSTS: [Trust; 7] = [
    Trust::of(Lists::WithQuorum, true, true),
    Trust::of(Lists::Printed, true, true),
    Trust::of(Lists::Printed, false, true),
    Trust::of(Lists::Printed, false, false),
    Trust::of(Lists::Text, true, true),
    Trust::of(Lists::Text, false, true),
    Trust::of(Lists::Text, false, false),
];

/// The record of a text. `name` is what the text is called: a file, or nothing.
///
/// No word is lost: each is in a block, in a title, or is printed from the header, which is tried before it is trusted.
///
/// # Errors
/// [`StepError::Beyond`] where the text holds more than any record may.
pub fn record(read: &Read, name: &str, fresh: &Fresh) -> Result<Document, StepError> {
    let mut lines = lines(&read.paragraphs);
    residue::strike(&mut lines);
    residue::strike_front(&mut lines);
    tables::find(&mut lines);
    let whole = parts::read(&mut lines);
    let listed = lines.iter().any(|line| matches!(line.fate, Fate::Roll | Fate::Named(_)));
    let prints = matches!(whole.output, OutputKind::Minutes | OutputKind::AttendanceSheet);
    let rolls = listed && prints && !parted(&lines) && !broken(&lines);
    let quorum = lines.iter().any(|line| line.fate == Fate::Quorum);
    let mut made = Err(StepError::NoSource);
    let mut tried: Vec<Trust> = Vec::new();
    for trust in TRUSTS {
        // What the text has not is neither trusted nor tried twice.
        let people = match trust.people {
            _ if !rolls => Lists::Text,
            Lists::WithQuorum if !quorum => Lists::Printed,
            people => people,
        };
        let trust = Trust { people, ..trust };
        if tried.contains(&trust) {
            continue;
        }
        tried.push(trust);
        match Builder::new(&lines, &whole, fresh, trust).build(read, name) {
            Ok((document, true)) => return Ok(document),
            Ok((document, false)) => made = Ok(document),
            // Too much for a header may be no more than a text holds.
            Err(beyond @ StepError::Beyond(_)) if made.is_err() => made = Err(beyond),
            Err(StepError::Beyond(_)) => {}
            Err(other) => return Err(other),
        }
    }
    made
}

/// From so many paragraphs on a second thread takes half of them.
const MANY: usize = 400;

/// The paragraphs with what is found in each by itself.
fn lines(paragraphs: &[Para]) -> Vec<Line<'_>> {
    fn found(paragraphs: &[Para]) -> Vec<Line<'_>> {
        paragraphs.iter().map(Line::new).collect()
    }
    let half = if paragraphs.len() < MANY { 0 } else { paragraphs.len() / 2 };
    let (one, other) = paragraphs.split_at_checked(half).unwrap_or((&[], paragraphs));
    thread::scope(|scope| {
        let beside = (half > 0)
            .then(|| thread::Builder::new().name("import".into()).spawn_scoped(scope, || found(one)).ok())
            .flatten();
        let rest = found(other);
        let mut lines = beside.and_then(|thread| thread.join().ok()).unwrap_or_else(|| found(one));
        lines.extend(rest);
        lines
    })
}

pub(super) struct Builder<'a, 'l> {
    pub(super) lines: &'a [Line<'l>],
    pub(super) whole: &'a Whole,
    fresh: &'a Fresh,
    pub(super) trust: Trust,
    pub(super) document: Document,
    counter: u32,
    pub(super) people: People,
    pub(super) guesses: Vec<Guess>,
    pub(super) last: Option<BlockId>,
    /// What the record is to say, paragraph by paragraph.
    pub(super) said: Vec<Cow<'l, str>>,
    /// Lines that stand above the title and are printed below it.
    late: Vec<&'l str>,
    /// Whether the title has been met, or there is none.
    titled: bool,
    /// The labels of items as the source had them.
    pub(super) labels: Vec<(BlockId, String)>,
    anchor: Option<Date>,
    speaker: Speaker,
    change: Option<ChangeId>,
    pub(super) signing: bool,
    /// The lines of the source's lists of people that the header says now.
    pub(super) rolled: Vec<Rolled>,
    /// What columns of a table said of somebody, and nobody understood.
    pub(super) columns: Vec<Guess>,
    /// Whether they say what no list of ours would say: somebody twice, or what stands in brackets.
    pub(super) untold: bool,
    /// Who is on the list.
    pub(super) listed: BTreeSet<PersonId>,
}

impl<'a, 'l> Builder<'a, 'l> {
    fn new(lines: &'a [Line<'l>], whole: &'a Whole, fresh: &'a Fresh, trust: Trust) -> Self {
        Self {
            lines,
            whole,
            fresh,
            trust,
            document: Document::new(fresh.id),
            counter: 0,
            people: People::default(),
            guesses: Vec::new(),
            last: None,
            said: Vec::new(),
            late: Vec::new(),
            titled: !lines.iter().any(|line| line.fate == Fate::Title),
            labels: Vec::new(),
            anchor: None,
            speaker: Speaker::Unnamed,
            change: None,
            signing: false,
            rolled: Vec::new(),
            columns: Vec::new(),
            untold: false,
            listed: BTreeSet::new(),
        }
    }

    pub(super) fn id(&mut self) -> Id {
        self.counter += 1;
        Id { session: self.fresh.session, counter: self.counter }
    }

    pub(super) fn person_id(&mut self) -> PersonId {
        PersonId(self.id())
    }

    pub(super) fn set(&mut self, field: Field) -> Result<(), StepError> {
        self.document.apply(Step::SetField(field)).map(drop)
    }

    fn guess(&mut self, at: Target, what: Guessed, how: Sureness) {
        self.guesses.push(Guess { at, what, how });
    }

    pub(super) fn tell(&mut self, guess: Guess) {
        self.guesses.push(guess);
    }

    pub(super) fn field(&mut self, path: FieldPath, how: Sureness) {
        self.guess(Target::Field(path), Guessed::Field, how);
    }

    /// The record, and whether it says what the text says.
    fn build(mut self, read: &Read, name: &str) -> Result<(Document, bool), StepError> {
        self.output()?;
        self.header()?;
        let lines = self.lines;
        for line in lines {
            self.line(line)?;
        }
        self.roll()?;
        self.style()?;
        for (id, person) in std::mem::take(&mut self.people).all() {
            self.document.apply(Step::Put(Entry::Person(id, Some(person))))?;
        }
        let composition = compose(&self.document, &View::main(&self.document));
        self.unsay_day(&composition)?;
        let same = self.compare(&composition);
        let source = Source { name: name.to_owned(), text: read.text.as_str().into(), guesses: self.guesses };
        self.document.apply(Step::SetField(Field::Source(Some(source))))?;
        Ok((self.document, same))
    }

    fn output(&mut self) -> Result<(), StepError> {
        let kind = self.whole.output;
        let mut output = Output::new(kind);
        let mut heads = Vec::new();
        let mut title = None;
        for line in self.lines {
            match line.fate {
                Fate::Title => {
                    output.title = rich(line.para, 0);
                    title = Some(line);
                }
                Fate::Number if self.trust.printed => {
                    roll::number(line.text()).unwrap_or_default().clone_into(&mut output.number);
                }
                Fate::Reference if self.trust.printed => {
                    roll::reference(line.text()).unwrap_or_default().clone_into(&mut output.reference);
                }
                Fate::Letterhead => heads.push(line.para.text.clone()),
                _ => {}
            }
        }
        let target = Target::Title(kind);
        if let Some(line) = title {
            self.guess(target.clone(), Guessed::Title, line.how);
            for more in &line.more {
                self.guess(target.clone(), more.clone(), Sureness::Likely);
            }
        }
        self.guess(target, Guessed::Output, self.whole.how);
        if !output.number.is_empty() {
            self.field(FieldPath::OutputNumber(kind), Sureness::Certain);
        }
        if !output.reference.is_empty() {
            self.field(FieldPath::OutputReference(kind), Sureness::Certain);
        }
        if !heads.is_empty() {
            self.field(FieldPath::LetterheadLines, Sureness::Likely);
            let letterhead = crate::document::Letterhead { lines: heads, ..Default::default() };
            self.set(Field::Letterhead(letterhead))?;
        }
        self.set(Field::Output { kind, at: 0, entry: Some(Box::new(output)) })
    }

    /// What the opening paragraph tells.
    fn header(&mut self) -> Result<(), StepError> {
        let lead = self.lines.iter().find(|line| line.fate == Fate::Block(Kind::Paragraph(Role::Lead)));
        let (certain, likely, unsure) = (Sureness::Certain, Sureness::Likely, Sureness::Unsure);
        let mut groups = Vec::new();
        if let Some(facts) = self.opening(lead) {
            self.anchor = facts.dates.first();
            if let Some(named) = &facts.chair {
                let known = !named.name.is_empty();
                let id = self.person_id();
                self.people.add(id, named);
                self.set(Field::Chairs(vec![id]))?;
                let path = FieldPath::Chair(0, if known { PersonField::Name } else { PersonField::Role });
                self.field(path, if known && !named.honorific.is_empty() { certain } else { likely });
            }
            let mut body = super::people::body(&facts);
            let region = arabic::regions::region(&body.region).is_some();
            let written_in = if body.province.is_empty() { self.written_in(&facts) } else { None };
            if body.province.is_empty() {
                body.province = self.dateline();
            }
            let mut of_province = likely;
            if let Some(place) = written_in.filter(|_| body.province.is_empty()) {
                // A place is no province yet: the header would print it as the source does.
                of_province = if arabic::regions::unit(&place).is_some() { likely } else { unsure };
                body.province = place;
            }
            if !body.name.is_empty() {
                self.field(FieldPath::BodyName, likely);
            }
            if body.level != Level::Unsaid {
                self.field(FieldPath::BodyLevel, likely);
            }
            if !body.organisation.is_empty() {
                self.field(FieldPath::BodyOrganisation, likely);
            }
            if !body.region.is_empty() {
                self.field(FieldPath::BodyRegion, if region { certain } else { unsure });
            }
            if !body.province.is_empty() {
                self.field(FieldPath::BodyProvince, of_province);
            }
            self.set(Field::Body(body))?;
            if let Some(session) = super::people::session(&facts) {
                let how = if facts.exact_session { certain } else { likely };
                self.field(FieldPath::SessionNoun, how);
                if !session.nature.is_empty() {
                    self.field(FieldPath::SessionNature, how);
                }
                if session.ordinal.is_some() {
                    self.field(FieldPath::SessionOrdinal, how);
                }
                self.set(Field::Session(session))?;
            }
            if !facts.dates.is_unset() {
                let how = if facts.dates.first().is_some() { certain } else { likely };
                self.field(FieldPath::Dates, how);
                self.set(Field::Dates(facts.dates.clone()))?;
            }
            for (time, path) in [(facts.start, FieldPath::Start), (facts.end, FieldPath::End)] {
                if time.is_some() {
                    self.field(path, certain);
                }
            }
            self.set(Field::Start(facts.start))?;
            self.set(Field::End(facts.end))?;
            if !facts.venue.is_empty() {
                self.field(FieldPath::Venue, likely);
                self.set(Field::Venue(facts.venue.clone()))?;
            }
            groups = facts
                .groups
                .iter()
                .map(|group| (group.clone(), if facts.sure_groups { likely } else { unsure }))
                .collect();
        }
        self.facts_of_head()?;
        let hour = |line: &Line<'_>| lead::hour(line.text(), &line.words, &line.cues);
        let by = |cue: Cue| {
            let mut lines = self.lines.iter().filter(move |line| line.early(cue, 0).is_some());
            lines.find_map(hour)
        };
        // «رفعت الجلسة», else «واختتم الاجتماع على الساعة …».
        if let Some(end) = by(Cue::Ended).or_else(|| by(Cue::Closing)) {
            self.field(FieldPath::End, certain);
            self.set(Field::End(Some(end)))?;
        }
        if groups.is_empty()
            && let Some(line) = self.lines.iter().find(|line| groups_told(line))
        {
            let told = lead::presence(line.text(), &line.words, &line.cues);
            groups.extend(told.into_iter().map(|group| (group, likely)));
        }
        self.groups(&groups)
    }

    /// What the opening sentence tells, and the title of minutes where that tells more: «محضر اجتماع المكتب المنعقد …».
    fn opening(&self, lead: Option<&Line<'_>>) -> Option<Facts> {
        let title = self.lines.iter().find(|line| line.fate == Fate::Title);
        let title = title.filter(|_| self.whole.output == OutputKind::Minutes);
        let of = |line: &Line<'_>| lead::facts(line.text(), &line.words, &line.cues, None);
        let (Some(told), Some(titled)) = (lead.map(of), title.map(of)) else {
            return lead.map(of).or_else(|| title.map(of));
        };
        Some(told.filled(titled))
    }

    /// What lines of the head tell by labels: «التاريخ: …», «المكان: …». They stay as they are. Where the text begins,
    /// they are lines of it: «رئيس الجلسة: …» is somebody who speaks.
    fn facts_of_head(&mut self) -> Result<(), StepError> {
        let lines = self.lines;
        let is_head = |line: &&Line<'_>| match &line.fate {
            Fate::Block(Kind::Heading(_)) => true,
            // «… وذلك وفق المعطيات التالية:»
            Fate::Block(Kind::Paragraph(Role::Lead)) => line.leads(),
            Fate::Block(kind) => {
                *kind == Kind::default() && (line.words.len() <= 12 || parts::fact(line).is_some())
            }
            Fate::Over | Fate::AgendaSentence | Fate::Quorum => false,
            _ => true,
        };
        let heads = lines.iter().take(40).take_while(is_head);
        for line in heads.filter(|line| line.fate == Fate::Block(Kind::default())) {
            let Some(fact) = parts::fact(line) else { continue };
            let meeting = self.document.meeting();
            let certain = Sureness::Certain;
            // Without an honorific only the label says that somebody is named.
            let sure = |named: &Named| if named.honorific.is_empty() { Sureness::Unsure } else { certain };
            match fact {
                Fact::Dates(dates) if meeting.dates.is_unset() => {
                    self.anchor = dates.first();
                    self.field(FieldPath::Dates, certain);
                    self.set(Field::Dates(dates))?;
                }
                Fact::Start(time) if meeting.start.is_none() => {
                    self.field(FieldPath::Start, certain);
                    self.set(Field::Start(Some(time)))?;
                }
                Fact::End(time) if meeting.end.is_none() => {
                    self.field(FieldPath::End, certain);
                    self.set(Field::End(Some(time)))?;
                }
                Fact::Venue(venue) if meeting.venue.is_empty() => {
                    let known = lead::names_place(&venue);
                    self.field(FieldPath::Venue, if known { certain } else { Sureness::Unsure });
                    self.set(Field::Venue(venue))?;
                }
                Fact::Chair(named) if meeting.chairs.is_empty() => {
                    let fresh = self.person_id();
                    let id = self.people.known(&named).unwrap_or_else(|| self.people.add(fresh, &named));
                    self.field(FieldPath::Chair(0, PersonField::Name), sure(&named));
                    self.set(Field::Chairs(vec![id]))?;
                }
                Fact::Rapporteur(named) if meeting.rapporteur.is_none() => {
                    let fresh = self.person_id();
                    let id = self.people.known(&named).unwrap_or_else(|| self.people.add(fresh, &named));
                    self.field(FieldPath::Rapporteur(PersonField::Name), sure(&named));
                    self.set(Field::Rapporteur(Some(id)))?;
                }
                _ => {}
            }
        }
        // Place and day above the title: «فاس، في 14 نونبر 2026».
        let day = |line: &&Line<'_>| {
            line.fate == Fate::Letterhead && lead::is_place_and_day(line.text(), &line.words)
        };
        if let Some(line) = lines.iter().find(day).filter(|_| self.document.meeting().dates.is_unset())
            && let Some((_, dates)) = lead::date_from(line.text(), &line.words, 0, None)
        {
            self.anchor = dates.first();
            self.field(FieldPath::Dates, Sureness::Likely);
            self.set(Field::Dates(dates))?;
        }
        for fact in lines.iter().filter(|line| line.fate == Fate::Front) {
            match lead::front(&fact.para.text) {
                Some(lead::Front::Date(date)) if self.document.meeting().dates.is_unset() => {
                    self.anchor = Some(date);
                    self.field(FieldPath::Dates, Sureness::Likely);
                    self.set(Field::Dates(arabic::When::day(date)))?;
                }
                Some(lead::Front::Body(name)) if self.document.meeting().body.name.is_empty() => {
                    let body = self.document.meeting().body.clone();
                    self.field(FieldPath::BodyName, Sureness::Likely);
                    self.set(Field::Body(crate::document::Body { name, ..body }))?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn groups(&mut self, groups: &[(String, Sureness)]) -> Result<(), StepError> {
        // Minutes print the groups of the header in a list of their own.
        let listed = self.trust.roll()
            && self.lines.iter().any(|line| matches!(line.fate, Fate::Roll | Fate::Named(_)));
        if !self.trust.facts || (self.whole.output == OutputKind::Minutes && !listed) {
            return Ok(());
        }
        let minutes = self.whole.output == OutputKind::Minutes;
        let mut at = 0;
        for (group, how) in groups.iter().take(crate::document::Limit::Groups.most()) {
            let nominative = arabic::named::nominative(group).unwrap_or_default();
            if minutes && !self.may_list(group, &nominative) {
                continue;
            }
            let id = crate::document::GroupId(self.id());
            let said = !nominative.is_empty();
            let entry = crate::document::Group { id, nominative, oblique: group.clone(), count: None };
            self.set(Field::Group { id, at, entry: Some(entry) })?;
            self.field(FieldPath::GroupOblique(at), *how);
            if said {
                // It was made of the other case.
                self.field(FieldPath::GroupNominative(at), Sureness::Likely.max(*how));
            }
            at += 1;
        }
        Ok(())
    }

    fn line(&mut self, line: &Line<'l>) -> Result<(), StepError> {
        let text = line.para.text.as_str();
        let trust = self.trust;
        match &line.fate {
            Fate::Title => {
                self.said.push(text.into());
                self.said.extend(self.late.drain(..).map(Cow::Borrowed));
                self.titled = true;
                Ok(())
            }
            Fate::Letterhead => Ok(()),
            Fate::Number | Fate::Reference if trust.printed => {
                if self.titled {
                    self.said.push(text.into());
                } else {
                    self.late.push(text);
                }
                Ok(())
            }
            // Invitations and lists to sign print them from the header.
            Fate::Block(kind) if trust.printed && *kind == Kind::default() && self.prints(line) => {
                self.said.push(text.into());
                Ok(())
            }
            Fate::Over if trust.printed => {
                self.said.push(text.into());
                Ok(())
            }
            // They are held against the lists by themselves.
            Fate::Heading(_) | Fate::Named(_) | Fate::Roll | Fate::Columns if trust.roll() => Ok(()),
            Fate::Quorum if trust.quorum() => {
                self.said.push(text.into());
                Ok(())
            }
            Fate::Signature if trust.printed => self.sign(line),
            Fate::AgendaSentence if trust.printed => {
                self.said.push(text.into());
                for item in roll::agenda_items(text) {
                    let kind = Kind::AgendaItem(crate::document::AgendaItem::default());
                    self.block(kind, RichText::plain(&item), Sureness::Likely)?;
                }
                Ok(())
            }
            Fate::Front if self.knows(line) => Ok(()),
            Fate::Residue | Fate::Front => self.strike(line),
            Fate::Repeats if self.heads_agenda(line) => {
                self.strike(line)?;
                if let Some(id) = self.last {
                    self.guess(Target::Block(id), Guessed::Agenda, Sureness::Certain);
                }
                Ok(())
            }
            Fate::Repeats => {
                self.told(Kind::default(), line, Sureness::Certain)?;
                if let Some(id) = self.last {
                    self.guess(Target::Block(id), Guessed::Agenda, Sureness::Certain);
                }
                Ok(())
            }
            Fate::Heading(_) | Fate::Over => self.told(Kind::Heading(2), line, Sureness::Certain),
            Fate::Roll
            | Fate::Columns
            | Fate::Named(_)
            | Fate::Quorum
            | Fate::Signature
            | Fate::Number
            | Fate::Reference
            | Fate::AgendaSentence => self.told(Kind::default(), line, Sureness::Certain),
            // Their lists bring headings of their own.
            Fate::Block(Kind::Annex(_) | Kind::AgendaItem(_)) if !trust.facts => {
                self.told(Kind::default(), line, Sureness::Unsure)
            }
            Fate::Block(Kind::Signatures(_)) if !trust.printed => {
                self.told(Kind::Paragraph(Role::Closing), line, Sureness::Unsure)
            }
            Fate::Block(kind) => self.paragraph(kind.clone(), line),
        }
    }

    /// Whether the header holds what a fact before the text says.
    fn knows(&self, line: &Line<'_>) -> bool {
        let meeting = self.document.meeting();
        match lead::front(&line.para.text) {
            Some(lead::Front::Date(date)) => {
                meeting.dates.first() == Some(date) || meeting.dates.last() == Some(date)
            }
            Some(lead::Front::Body(name)) => letters(&name) == letters(&meeting.body.name),
            None => false,
        }
    }

    /// Whether the header prints the fact that a line tells.
    fn prints(&self, line: &Line<'_>) -> bool {
        let prints = matches!(self.whole.output, OutputKind::Invitation | OutputKind::AttendanceSheet);
        prints && matches!(parts::fact(line), Some(Fact::Dates(_) | Fact::Start(_) | Fact::Venue(_)))
    }

    /// Whether the heading of the agenda is printed where a line leads to it.
    fn heads_agenda(&self, line: &Line<'_>) -> bool {
        let lists = matches!(self.whole.output, OutputKind::Minutes | OutputKind::Invitation);
        let mut after = self.lines.iter().skip_while(|other| !std::ptr::eq(*other, line)).skip(1);
        let next = after.find(|other| !other.is_apart());
        let item = |next: &Line<'_>| matches!(next.fate, Fate::Block(Kind::AgendaItem(_)));
        lists && self.trust.printed && self.trust.facts && next.is_some_and(item)
    }

    /// A paragraph that stays as it is.
    fn told(&mut self, kind: Kind, line: &Line<'l>, how: Sureness) -> Result<(), StepError> {
        self.said.push(line.para.text.as_str().into());
        self.block(kind, rich(line.para, 0), how).map(drop)
    }

    fn paragraph(&mut self, kind: Kind, line: &Line<'l>) -> Result<(), StepError> {
        let splits =
            matches!(kind, Kind::Paragraph(Role::Lead | Role::Enacting | Role::Recital | Role::Plain));
        let cuts = if splits && !line.is_item { parts::clauses(line) } else { Vec::new() };
        if !cuts.is_empty() {
            return self.parted(kind, line, &cuts);
        }
        let kind = self.filled(kind, line);
        self.said.push(line.kept().into());
        let carried = carried(&kind, line);
        let id = self.block(kind, rich(line.para, line.lifted()), line.how)?;
        for (what, how) in carried {
            self.guess(Target::Block(id), what, how);
        }
        for what in &line.more {
            let how = match what {
                Guessed::Agenda | Guessed::Attendance => Sureness::Certain,
                Guessed::ListEnd | Guessed::Fused(_) => Sureness::Unsure,
                _ => Sureness::Likely,
            };
            self.guess(Target::Block(id), what.clone(), how);
        }
        if line.is_item {
            let label = match &line.para.list {
                Some(listed) => listed.label.clone(),
                None => line.para.text.get(..line.lifted()).unwrap_or_default().trim().to_owned(),
            };
            self.labels.push((id, label));
        } else if line.para.text.len() > line.kept().len() || kind_is_item(&line.fate) {
            self.labels.push((id, String::new()));
        }
        self.next_meeting(line, id)
    }

    /// One paragraph as its clauses: the sentence, its recitals, the clause that adopts.
    fn parted(&mut self, kind: Kind, line: &Line<'l>, cuts: &[(usize, Role)]) -> Result<(), StepError> {
        let text = line.para.text.as_str();
        let whole = rich(line.para, 0);
        let opens = line.early(Cue::Recital, 0).is_some();
        let first = if opens { Kind::Paragraph(Role::Recital) } else { kind };
        let starts: Vec<usize> = std::iter::once(0)
            .chain(cuts.iter().map(|(at, _)| line.base + line.words.place(*at).start))
            .collect();
        let kinds = std::iter::once(first).chain(cuts.iter().map(|(_, role)| Kind::Paragraph(*role)));
        for (n, kind) in kinds.enumerate() {
            let start = starts.get(n).copied().unwrap_or(0);
            let end = starts.get(n + 1).copied().unwrap_or(text.len());
            let words = text.get(start..end).unwrap_or_default();
            let end = start + words.trim_end().len();
            let part = whole.slice(start..end).unwrap_or_default();
            self.said.push(words.trim_end().into());
            let how = if n == 0 { line.how } else { Sureness::Likely };
            let id = self.block(kind, part, how)?;
            if n == 0 {
                for what in
                    line.more.iter().filter(|what| matches!(what, Guessed::Agenda | Guessed::Attendance))
                {
                    self.guess(Target::Block(id), what.clone(), Sureness::Certain);
                }
            }
        }
        Ok(())
    }

    pub(super) fn block(&mut self, kind: Kind, text: RichText, how: Sureness) -> Result<BlockId, StepError> {
        let id = BlockId(self.id());
        let plain = kind == Kind::default() && how == Sureness::Certain;
        self.document
            .apply(Step::Insert { after: self.last, block: Arc::new(Block::new(id, kind, text)) })?;
        self.last = Some(id);
        if !plain {
            self.guess(Target::Block(id), Guessed::Kind, how);
        }
        Ok(id)
    }

    /// What a web page left: struck, until somebody says so.
    fn strike(&mut self, line: &Line<'_>) -> Result<(), StepError> {
        let change = match self.change {
            Some(change) => change,
            None => {
                let id = ChangeId(self.id());
                let change =
                    Change { author: self.fresh.author.clone(), at: self.fresh.at, pending: Pending::Text };
                self.document.apply(Step::Put(Entry::Change(id, Some(Box::new(change)))))?;
                self.change = Some(id);
                id
            }
        };
        let id = BlockId(self.id());
        let mut block = Block::new(id, Kind::default(), rich(line.para, 0));
        block.review = BlockReview { removed: Some(change), ..BlockReview::default() };
        self.document.apply(Step::Insert { after: self.last, block: Arc::new(block) })?;
        self.last = Some(id);
        self.guess(Target::Block(id), Guessed::Residue, line.how);
        Ok(())
    }

    /// The kind with what the words say beside it.
    fn filled(&mut self, kind: Kind, line: &Line<'_>) -> Kind {
        match kind {
            Kind::Intervention(_) => {
                let said = parts::said_at(line).map_or(0, |(at, _)| at);
                self.speaker = self.people.speaker(
                    line,
                    said,
                    &self.speaker,
                    Id { session: self.fresh.session, counter: self.counter + 1 },
                );
                self.counter += 1;
                Kind::Intervention(self.speaker.clone())
            }
            Kind::Quote(_) => Kind::Quote(self.speaker.clone()),
            Kind::Decision(_) if self.trust.facts => Kind::Decision(self.decision(line)),
            Kind::Recommendation(mut item) if self.trust.facts => {
                let cue = line.cues.iter().find(|found| found.cue == Cue::Deadline);
                item.due = cue.and_then(|cue| lead::due(line.text(), &line.words, cue.at, self.anchor));
                Kind::Recommendation(item)
            }
            Kind::Signatures(_) => {
                self.signing = true;
                Kind::Signatures(Signatures::default())
            }
            other => other,
        }
    }

    fn decision(&mut self, line: &Line<'_>) -> Decision {
        let (text, words) = (line.text(), &line.words);
        let cue = |cue: Cue| line.cues.iter().find(|found| found.cue == cue).copied();
        let matter = if let Some(found) = cue(Cue::Appoint) {
            let at = found.end - 1;
            arabic::named::person_at(text, words, at).map(|(named, end)| {
                let post = lead::post(text, words, end);
                let post = if post.is_empty() { named.role.clone() } else { post };
                let id = self.person_id();
                let named = arabic::named::Named { role: String::new(), ..named };
                let person = Some(self.people.known(&named).unwrap_or_else(|| self.people.add(id, &named)));
                Matter::Appointment { person, post }
            })
        } else if let Some(found) = cue(Cue::Committee) {
            let name = lead::phrase(text, words, found.end - 1, 6);
            Some(Matter::Committee { name, members: Vec::new() })
        } else if let Some(found) = cue(Cue::SetDay) {
            lead::due(text, words, found.at, self.anchor).map(|date| Matter::Date(Some(date)))
        } else if let Some(found) = cue(Cue::Deadline) {
            lead::due(text, words, found.at, self.anchor).map(|date| Matter::Date(Some(date)))
        } else {
            cue(Cue::Plan).map(|found| Matter::Plan(lead::phrase(text, words, found.end - 1, 12)))
        };
        let counted = roll::votes(words).map(|(yes, no, abstained)| Vote::Counted { yes, no, abstained });
        let vote = counted.or(line.has(Cue::Unanimous).then_some(Vote::Unanimous));
        Decision { matter: matter.unwrap_or_default(), vote }
    }

    fn next_meeting(&mut self, line: &Line<'_>, id: BlockId) -> Result<(), StepError> {
        if !self.document.meeting().next.dates.is_unset() {
            return Ok(());
        }
        for found in line.cues.iter().filter(|found| found.cue == Cue::Next) {
            let told = lead::next_meeting(line.text(), &line.words, found.at, self.anchor);
            let Some((dates, venue)) = told.filter(|(dates, _)| *dates != self.document.meeting().dates)
            else {
                continue;
            };
            if dates.first().is_none() {
                continue;
            }
            self.guess(Target::Block(id), Guessed::Next, Sureness::Likely);
            self.field(FieldPath::NextDates, Sureness::Likely);
            if !venue.is_empty() {
                self.field(FieldPath::NextVenue, Sureness::Likely);
            }
            return self.set(Field::Next(Next { dates, venue }));
        }
        Ok(())
    }

    /// The labels of the lists as most of their items have them.
    fn style(&mut self) -> Result<(), StepError> {
        let mut counts: [BTreeMap<u8, (usize, Label)>; 4] = Default::default();
        for line in self.lines {
            let Fate::Block(Kind::Recommendation(item)) = &line.fate else { continue };
            let Some(counts) = counts.get_mut(usize::from(item.depth)) else { continue };
            let label = if line.is_item { label_of(line) } else { Label::None };
            let known = Label::ALL.iter().position(|known| *known == label).unwrap_or(0);
            let entry = counts.entry(u8::try_from(known).unwrap_or(0)).or_insert((0, label));
            entry.0 += 1;
        }
        let default = Labels::default();
        let most = |depth: u8| {
            let counts = counts.get(usize::from(depth));
            let all = counts.into_iter().flat_map(BTreeMap::values);
            let count: usize = all.clone().map(|(count, _)| count).sum();
            let labelled = all.filter(|(_, label)| *label != Label::None).max_by_key(|(count, _)| *count);
            // A stray bullet among lines without is no style of theirs.
            match (labelled.filter(|(own, _)| own * 3 >= count), count) {
                (Some((_, label)), _) => *label,
                (None, 0) => default.at(depth),
                (None, _) => Label::None,
            }
        };
        let labels = Labels { axis: most(0), section: most(1), item: most(2), sub_item: most(3) };
        self.set(Field::Style(Style { labels, ..Style::default() }))
    }
}

/// Whether lists of people would come between the opening and what it leads to: they are printed right behind it.
fn parted(lines: &[Line<'_>]) -> bool {
    let mut own = lines.iter().filter(|line| !line.is_apart());
    let opens = own.find(|line| line.fate == Fate::Block(Kind::Paragraph(Role::Lead)));
    let listed =
        |line: &Line<'_>| matches!(line.fate, Fate::Heading(_) | Fate::Named(_) | Fate::Roll | Fate::Columns);
    opens.is_some_and(Line::leads) && own.next().is_some_and(|next| !listed(next))
}

/// Whether a list of people, or lines of one, were not understood and would not stand where they stood: below a list that
/// follows, or counted anew.
fn broken(lines: &[Line<'_>]) -> bool {
    let own: Vec<&Line<'_>> = lines.iter().filter(|line| !line.is_apart()).collect();
    let is_block = |line: &Line<'_>| matches!(line.fate, Fate::Block(_));
    let listed = |line: &Line<'_>| matches!(line.fate, Fate::Heading(_) | Fate::Named(_) | Fate::Roll);
    let sort = |line: &Line<'_>| line.label.as_ref().map(|label| label.sort);
    let number = |line: &Line<'_>| line.label.as_ref().and_then(|label| label.number);
    let Some(last) = own.iter().rposition(|line| listed(line)) else { return false };
    let first =
        own.iter().position(|line| line.fate == Fate::Block(Kind::Paragraph(Role::Lead))).unwrap_or(0);
    let unread = |line: &&Line<'_>| is_block(line) && parts::heads_people(line);
    let goes_on = own.iter().zip(own.iter().skip(1)).enumerate().any(|(at, (line, next))| {
        let counted = number(line).map(|number| number + 1);
        line.fate == Fate::Roll
            && is_block(next)
            && !next.para.spaced
            && (counted.is_some() && counted == number(next)
                || at < last && (next.leads() || sort(next).is_some() && sort(next) == sort(line)))
    });
    goes_on || own.iter().take(last).skip(first).copied().any(|line| unread(&line))
}

/// Letters and digits alone, folded.
pub(super) fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| is_letter(*c) || c.is_numeric()).collect()
}

fn kind_is_item(fate: &Fate) -> bool {
    matches!(fate, Fate::Block(Kind::Recommendation(_) | Kind::AgendaItem(_) | Kind::Annex(_)))
}

/// What a decision carries that was read from its words, and how sure that is.
fn carried(kind: &Kind, line: &Line<'_>) -> Vec<(Guessed, Sureness)> {
    let Kind::Decision(decision) = kind else { return Vec::new() };
    let mut carried = Vec::new();
    match &decision.matter {
        Matter::General => {}
        // A day that is set may be the day of something else.
        Matter::Date(_) | Matter::Plan(_) => carried.push((Guessed::Matter, Sureness::Unsure)),
        Matter::Appointment { .. } | Matter::Committee { .. } => {
            carried.push((Guessed::Matter, Sureness::Likely));
        }
    }
    match decision.vote {
        // «بالإجماع» may be told of another decision in the same paragraph.
        Some(Vote::Unanimous) => carried.push((Guessed::Vote, Sureness::Likely)),
        Some(Vote::Counted { .. }) => carried.push((Guessed::Vote, Sureness::Certain)),
        None => {}
    }
    let several = line.cues.iter().filter(|found| found.cue == Cue::Decision && found.opens).count() > 1;
    for (_, how) in carried.iter_mut().filter(|_| several) {
        *how = (*how).max(Sureness::Likely);
    }
    carried
}

fn groups_told(line: &Line<'_>) -> bool {
    line.more.contains(&Guessed::Attendance)
}

fn label_of(line: &Line<'_>) -> Label {
    let Some(label) = &line.label else { return Label::None };
    match (label.sort, label.sign) {
        (Sort::Axis, _) => Label::Axis,
        (Sort::Adverb, _) => Label::Adverb,
        (Sort::Number, Some('.')) => Label::NumberDot,
        (Sort::Number, _) => Label::NumberDash,
        (Sort::Letter, _) => Label::AbjadDash,
        (Sort::Dash, Some('-')) => Label::Hyphen,
        (Sort::Dash, _) => Label::EnDash,
        (Sort::Bullet, _) => Label::Bullet,
    }
}

/// The words of a paragraph from a byte on, with the marks the source had.
fn rich(para: &Para, from: usize) -> RichText {
    let text = para.text.get(from..).unwrap_or_default();
    let mut rich = RichText::plain(text);
    if rich.len() != text.len() {
        return rich;
    }
    for (range, mark) in &para.marks {
        let span = range.start.max(from) - from..range.end.max(from) - from;
        if span.start < span.end {
            // Marks that do not fit the words are left out.
            let all = 0..rich.len();
            let mut spans = rich.coverage(*mark, all.clone());
            spans.push(span);
            let _ = rich.set_coverage(*mark, all, &spans);
        }
    }
    rich
}
