//! A text as a record: its blocks and its header, with every guess told, and read back to say the same words.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

use super::line::{Fate, Line, residue};
use super::parts::{self, Whole};
use super::people::People;
use super::{Para, Read};
use crate::arabic::cues::Cue;
use crate::arabic::fold::is_letter;
use crate::arabic::labels::Sort;
use crate::arabic::{self, Date, fold, lead, roll};
use crate::document::{
    Block, BlockId, BlockReview, Change, ChangeId, Decision, Document, Entry, Field, FieldPath, Guess,
    Guessed, Id, Kind, Label, Labels, Matter, Next, Output, OutputKind, Pending, PersonField, PersonId,
    Quorum, QuorumRule, RecordId, RichText, Role, Signatures, Source, Speaker, Stamp, Step, StepError, Style,
    Sureness, Target, Vote,
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
#[derive(Clone, Copy)]
struct Trust {
    roll: bool,
    printed: bool,
    facts: bool,
}

const TRUSTS: [Trust; 4] = [
    Trust { roll: true, printed: true, facts: true },
    Trust { roll: false, printed: true, facts: true },
    Trust { roll: false, printed: false, facts: true },
    Trust { roll: false, printed: false, facts: false },
];

/// The record of a text. `name` is what the text is called: a file, or nothing.
///
/// No word is lost: each is in a block, in a title, or is printed from the header, which is tried before it is trusted.
///
/// # Errors
/// [`StepError::Beyond`] where the text holds more than any record may.
pub fn record(read: &Read, name: &str, fresh: &Fresh) -> Result<Document, StepError> {
    let mut lines = lines(&read.paragraphs);
    residue(&mut lines);
    let whole = parts::read(&mut lines);
    let mut made = None;
    for trust in TRUSTS {
        let built = Builder::new(&lines, &whole, fresh, trust).build(read, name)?;
        let says_the_same = built.1;
        made = Some(built.0);
        if says_the_same {
            break;
        }
    }
    made.ok_or(StepError::NoSource)
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

struct Builder<'a, 'l> {
    lines: &'a [Line<'l>],
    whole: &'a Whole,
    fresh: &'a Fresh,
    trust: Trust,
    document: Document,
    counter: u32,
    people: People,
    guesses: Vec<Guess>,
    last: Option<BlockId>,
    /// What the record is to say, paragraph by paragraph.
    said: Vec<&'l str>,
    /// The labels of items as the source had them.
    labels: Vec<(BlockId, String)>,
    anchor: Option<Date>,
    speaker: Speaker,
    change: Option<ChangeId>,
    signing: bool,
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
            labels: Vec::new(),
            anchor: None,
            speaker: Speaker::Unnamed,
            change: None,
            signing: false,
        }
    }

    fn id(&mut self) -> Id {
        self.counter += 1;
        Id { session: self.fresh.session, counter: self.counter }
    }

    fn person_id(&mut self) -> PersonId {
        PersonId(self.id())
    }

    fn set(&mut self, field: Field) -> Result<(), StepError> {
        self.document.apply(Step::SetField(field)).map(drop)
    }

    fn guess(&mut self, at: Target, what: Guessed, how: Sureness) {
        self.guesses.push(Guess { at, what, how });
    }

    fn field(&mut self, path: FieldPath, how: Sureness) {
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
        let same = self.compare();
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
        if let Some(line) = lead {
            let facts = lead::facts(line.text(), &line.words, &line.cues, None);
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
            if body.province.is_empty() {
                body.province = self.dateline();
            }
            if !body.name.is_empty() {
                self.field(FieldPath::BodyName, likely);
            }
            if !body.organisation.is_empty() {
                self.field(FieldPath::BodyOrganisation, likely);
            }
            if !body.region.is_empty() {
                self.field(FieldPath::BodyRegion, if region { certain } else { unsure });
            }
            if !body.province.is_empty() {
                self.field(FieldPath::BodyProvince, likely);
            }
            self.set(Field::Body(body))?;
            if let Some(session) = super::people::session(&facts) {
                self.field(FieldPath::SessionNoun, if facts.exact_session { certain } else { likely });
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
        let ended = self.lines.iter().find(|line| line.early(Cue::Ended, 0).is_some());
        if let Some(end) = ended.and_then(|line| lead::hour(line.text(), &line.words)) {
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

    /// The place a title opens with, where it is one that is known.
    fn dateline(&self) -> String {
        let title =
            self.lines.iter().find(|line| line.fate == Fate::Title && line.more.contains(&Guessed::Dateline));
        let first = title.and_then(|line| line.para.text.split_whitespace().next()).unwrap_or_default();
        let name = first.trim_end_matches(['.', ':', '\u{2026}']);
        if arabic::regions::unit(name).is_some() { name.to_owned() } else { String::new() }
    }

    fn groups(&mut self, groups: &[(String, Sureness)]) -> Result<(), StepError> {
        // Minutes print the groups of the header in a list of their own.
        let listed = self.trust.roll && self.lines.iter().any(|line| line.fate == Fate::Roll);
        if !self.trust.facts || (self.whole.output == OutputKind::Minutes && !listed) {
            return Ok(());
        }
        for (at, (group, how)) in groups.iter().take(crate::document::Limit::Groups.most()).enumerate() {
            let id = crate::document::GroupId(self.id());
            let nominative = arabic::named::nominative(group).unwrap_or_default();
            let entry = crate::document::Group { id, nominative, oblique: group.clone(), count: None };
            self.set(Field::Group { id, at, entry: Some(entry) })?;
            self.field(FieldPath::GroupOblique(at), *how);
        }
        Ok(())
    }

    fn line(&mut self, line: &Line<'l>) -> Result<(), StepError> {
        let text = line.para.text.as_str();
        let trust = self.trust;
        match &line.fate {
            Fate::Title => {
                self.said.push(text);
                Ok(())
            }
            Fate::Letterhead => Ok(()),
            Fate::Number | Fate::Reference if trust.printed => {
                self.said.push(text);
                Ok(())
            }
            Fate::Heading if trust.printed && (trust.roll || roll::heading(text).is_none()) => {
                self.said.push(text);
                Ok(())
            }
            Fate::Roll | Fate::Quorum if trust.roll => {
                self.said.push(text);
                Ok(())
            }
            Fate::Signature if trust.printed && self.signing => {
                self.said.push(text);
                self.sign(line)
            }
            Fate::AgendaSentence if trust.printed => {
                self.said.push(text);
                for item in roll::agenda_items(text) {
                    let kind = Kind::AgendaItem(crate::document::AgendaItem::default());
                    self.block(kind, RichText::plain(&item), Sureness::Likely)?;
                }
                Ok(())
            }
            Fate::Residue => self.strike(line),
            Fate::Heading => self.told(Kind::Heading(2), line, Sureness::Certain),
            Fate::Roll
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

    /// A paragraph that stays as it is.
    fn told(&mut self, kind: Kind, line: &Line<'l>, how: Sureness) -> Result<(), StepError> {
        self.said.push(&line.para.text);
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
        self.said.push(line.kept());
        let id = self.block(kind, rich(line.para, line.lifted()), line.how)?;
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
            self.said.push(words.trim_end());
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

    fn block(&mut self, kind: Kind, text: RichText, how: Sureness) -> Result<BlockId, StepError> {
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

    fn sign(&mut self, line: &Line<'_>) -> Result<(), StepError> {
        let Some(named) = roll::signature(line.text()) else { return Ok(()) };
        let fresh = self.person_id();
        let id = self.people.known(&named).unwrap_or_else(|| self.people.add(fresh, &named));
        self.people.office(id, &named.role);
        let Some(block) = self.last.and_then(|last| self.document.block(last)) else { return Ok(()) };
        let Kind::Signatures(list) = &block.kind else { return Ok(()) };
        let mut list = list.clone();
        list.signatories.push(id);
        let id = block.id;
        self.document.apply(Step::SetKind(id, Box::new(Kind::Signatures(list)))).map(drop)
    }

    /// The attendance list and the quorum, where the header prints them as they were.
    fn roll(&mut self) -> Result<(), StepError> {
        if !self.trust.roll {
            return Ok(());
        }
        let mut presence = crate::document::Presence::Unknown;
        let mut chairs = self.document.meeting().chairs.clone();
        let mut rapporteur = None;
        let mut at = 0;
        let lines = self.lines;
        for line in lines {
            if let (Fate::Heading, Some(heading)) = (&line.fate, roll::heading(&line.para.text)) {
                presence = super::people::presence(heading);
            }
            if let (Fate::Quorum, Some((members, needed))) = (&line.fate, roll::quorum(&line.para.text)) {
                let rule = if needed == members / 2 + 1 {
                    QuorumRule::Majority
                } else {
                    QuorumRule::AtLeast(needed)
                };
                self.set(Field::Quorum(Quorum { members: Some(members), rule }))?;
            }
            if line.fate != Fate::Roll {
                continue;
            }
            let Some(entry) = roll::entry(line.text()) else {
                self.group(line)?;
                continue;
            };
            let fresh = self.person_id();
            let id = self.people.known(&entry.named).unwrap_or_else(|| self.people.add(fresh, &entry.named));
            self.people.office(id, &entry.named.role);
            if entry.chairs && !chairs.contains(&id) {
                chairs.push(id);
            }
            if entry.writes {
                rapporteur = Some(id);
            }
            let deputy = entry.deputy.as_ref().and_then(|named| self.people.known(named));
            let mut attendee = crate::document::Attendee::new(id);
            attendee.presence = match presence {
                crate::document::Presence::Proxy(_) => crate::document::Presence::Proxy(deputy),
                other => other,
            };
            (attendee.arrived, attendee.left, attendee.reason) = (entry.arrived, entry.left, entry.reason);
            self.set(Field::Attendee { person: id, at, entry: Some(attendee) })?;
            self.guess(
                Target::Field(FieldPath::Attendee(at, crate::document::AttendeeField::Presence)),
                Guessed::Field,
                Sureness::Certain,
            );
            at += 1;
        }
        self.set(Field::Chairs(chairs))?;
        if rapporteur.is_some() {
            self.set(Field::Rapporteur(rapporteur))?;
            self.field(FieldPath::Rapporteur(PersonField::Name), Sureness::Certain);
        }
        Ok(())
    }

    /// A group on the attendance list: one of the opening sentence, or one more.
    fn group(&mut self, line: &Line<'_>) -> Result<(), StepError> {
        let (name, count) = roll::group(line.text());
        let groups = &self.document.meeting().attendance.groups;
        let known = groups.iter().enumerate().find(|(_, group)| {
            group.nominative == name || arabic::oblique(&name).as_deref() == Some(group.oblique.as_str())
        });
        if let Some((at, group)) = known {
            let entry = crate::document::Group { nominative: name, count, ..group.clone() };
            return self.set(Field::Group { id: entry.id, at, entry: Some(entry) });
        }
        let at = groups.len();
        let id = crate::document::GroupId(self.id());
        let oblique = arabic::oblique(&name).unwrap_or_default();
        let entry = crate::document::Group { id, nominative: name, oblique, count };
        self.set(Field::Group { id, at, entry: Some(entry) })
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

    /// Whether the record says what the text says; labels that count otherwise now are told.
    fn compare(&mut self) -> bool {
        let composition = compose(&self.document, &View::main(&self.document));
        let labels: BTreeMap<BlockId, &str> =
            self.labels.iter().map(|(id, label)| (*id, label.as_str())).collect();
        let mut told = Vec::new();
        let mut said = self.said.iter();
        let mut same = true;
        let title = composition.title.text.is_empty();
        let texts = std::iter::once(&composition.title).filter(|_| !title).chain(&composition.paragraphs);
        for paragraph in texts {
            let own = paragraph.target.is_some();
            if let Some(Target::Block(id)) = &paragraph.target
                && let Some(label) = labels.get(id)
                && letters(label) != letters(&paragraph.label)
            {
                told.push(Guess {
                    at: Target::Block(*id),
                    what: Guessed::Label((*label).to_owned()),
                    how: Sureness::Certain,
                });
            }
            let label = if own { "" } else { paragraph.label.as_str() };
            if !label.chars().chain(paragraph.text.chars()).any(|c| is_letter(c) || c.is_numeric()) {
                continue;
            }
            same &= said.next().is_some_and(|said| {
                label.is_empty() && *said == paragraph.text
                    || letters(said) == letters(&format!("{label}{}", paragraph.text))
            });
        }
        self.guesses.extend(told);
        same && said.next().is_none()
    }
}

/// Letters and digits alone, folded.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| is_letter(*c) || c.is_numeric()).collect()
}

fn kind_is_item(fate: &Fate) -> bool {
    matches!(fate, Fate::Block(Kind::Recommendation(_) | Kind::AgendaItem(_) | Kind::Annex(_)))
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
