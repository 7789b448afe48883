//! The lists of people of a text: taken into the header, and held against what the header prints of them.

use std::collections::BTreeMap;

use super::line::{Fate, Line};
use super::people;
use super::record::{Builder, letters};
use super::tables::Seat;
use crate::arabic;
use crate::arabic::cues::Words;
use crate::arabic::proceedings::Heading;
use crate::arabic::roll::{self, Entry};
use crate::document::{
    Attendee, AttendeeField, Field, FieldPath, Group, GroupId, Guess, Guessed, Limit, OutputKind,
    PersonField, PersonId, Presence, Quorum, QuorumRule, StepError, Sureness, Target,
};
use crate::template::{Composed, Composition, Part};

/// A line of a list of people as the source had it, and whose line of the header says it now.
pub(super) struct Rolled {
    /// Its heading, where it is the first below one.
    head: Option<String>,
    text: String,
    whose: Whose,
    /// What of it the header must say again.
    said: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// The entry of this place.
    Person(usize),
    /// The group of this place.
    Group(usize),
}

/// What a line says of who is on it.
struct Of {
    presence: Presence,
    how: Sureness,
    text: String,
    /// Whether they were away, and the heading does not say with what excuse.
    unsaid: bool,
}

/// Who had a part in the meeting.
struct Duties {
    chairs: Vec<PersonId>,
    rapporteur: Option<PersonId>,
}

/// The states in the order in which their lists are printed.
const STATES: [&str; 6] = ["present", "proxy", "excused", "absent", "guest", "unknown"];

impl Builder<'_, '_> {
    /// The attendance list and the quorum, where the header says them again.
    pub(super) fn roll(&mut self) -> Result<(), StepError> {
        // What prints no lists of people keeps them among its words; the header knows them all the same.
        let printed = matches!(
            self.whole.output,
            OutputKind::Minutes | OutputKind::AttendanceSheet | OutputKind::Invitation
        );
        if !self.trust.roll() && printed {
            return Ok(());
        }
        // On a list to sign nobody has come yet.
        let sheet = self.whole.output == OutputKind::AttendanceSheet;
        let mut presence = if sheet { Presence::Unknown } else { Presence::Present };
        let mut unsaid = false;
        let mut head = None;
        let meeting = self.document.meeting();
        let mut duties = Duties { chairs: meeting.chairs.clone(), rapporteur: meeting.rapporteur };
        let lines = self.lines;
        for line in lines {
            if let Fate::Heading(heading) | Fate::Named(heading) = line.fate {
                presence = people::presence(heading);
                let named = line.para.text.split(':').next().unwrap_or_default();
                unsaid = heading == Heading::Absent && !roll::denies_excuse(named);
                head = Some(line.para.text.clone());
            }
            if line.fate == Fate::Quorum && self.trust.quorum() {
                self.quorum(line)?;
            }
            if let Fate::Named(_) = line.fate {
                let named = roll::in_one_line(line.text(), &line.words, &line.cues);
                for one in named.into_iter().flat_map(|(_, named)| named) {
                    // None of them has a line of its own in the source.
                    let of = Of { presence, how: line.how, text: String::new(), unsaid };
                    let entry = roll::entry(&one);
                    self.attend(entry.unwrap_or_default(), of, &mut head, &mut duties)?;
                }
                head = None;
            }
            if line.fate == Fate::Columns {
                // The heads of the columns are told with the heading over them.
                let columns = spaced(&line.para.text);
                head = Some(head.take().map_or(columns.clone(), |over| format!("{over} {columns}")));
            }
            if line.fate != Fate::Roll {
                continue;
            }
            if let Some(seat) = &line.seat {
                self.seat(line, seat, &mut head, &mut duties)?;
                continue;
            }
            let text = labelled(line);
            let own = roll::without_dots(line.unlabelled());
            let Some(entry) = roll::entry(own) else {
                let Some((at, said)) = self.group(own)? else { continue };
                self.rolled.push(Rolled { head: head.take(), text, whose: Whose::Group(at), said });
                continue;
            };
            self.attend(entry, Of { presence, how: line.how, text, unsaid }, &mut head, &mut duties)?;
        }
        for told in std::mem::take(&mut self.columns) {
            self.tell(told);
        }
        let Duties { chairs, rapporteur } = duties;
        if chairs != self.document.meeting().chairs {
            if self.document.meeting().chairs.is_empty() {
                self.field(FieldPath::Chair(0, PersonField::Name), Sureness::Certain);
            }
            self.set(Field::Chairs(chairs))?;
        }
        if rapporteur != self.document.meeting().rapporteur {
            self.set(Field::Rapporteur(rapporteur))?;
            self.field(FieldPath::Rapporteur(PersonField::Name), Sureness::Certain);
        }
        if !self.trust.roll() {
            self.rolled.clear();
        }
        Ok(())
    }

    /// The row of a table of who was there.
    fn seat(
        &mut self,
        line: &Line<'_>,
        seat: &Seat,
        head: &mut Option<String>,
        duties: &mut Duties,
    ) -> Result<(), StepError> {
        let (presence, text) = (people::presence(seat.heading), spaced(&line.para.text));
        let Some(entry) = &seat.entry else {
            let Some((at, said)) = self.group(&seat.group)? else { return Ok(()) };
            self.rolled.push(Rolled { head: head.take(), text, whose: Whose::Group(at), said });
            return Ok(());
        };
        let at = self.document.meeting().attendance.people.len();
        // «غائب» alone does not say that there was no excuse.
        let unsaid = seat.heading == Heading::Absent && !roll::denies_excuse(&line.para.text);
        self.attend(entry.clone(), Of { presence, how: line.how, text, unsaid }, head, duties)?;
        let Some(entry) = self.document.meeting().attendance.people.get(at) else { return Ok(()) };
        self.people.carries(entry.person, seat);
        if !seat.left.is_empty() {
            let left = seat.left.iter().map(|(head, cell)| match head.as_str() {
                "" => cell.clone(),
                head => format!("{head}: {cell}"),
            });
            let left = left.collect::<Vec<_>>().join(" / ");
            self.columns.push(label(FieldPath::Attendee(at, AttendeeField::Reason), &left));
        }
        Ok(())
    }

    /// Somebody on a list.
    fn attend(
        &mut self,
        mut entry: Entry,
        mut of: Of,
        head: &mut Option<String>,
        duties: &mut Duties,
    ) -> Result<(), StepError> {
        if matches!(of.presence, Presence::Present | Presence::Guest) && !entry.reason.is_empty() {
            // Who is there needs no excuse: what stands in brackets says who they are, «(ممثلة الجماعة)», or is nothing
            // that a list prints, «(التحق متأخرا)».
            self.untold |= !roll::says_who(&entry.reason);
            let parts = [std::mem::take(&mut entry.named.role), std::mem::take(&mut entry.reason)];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            entry.named.role = parts.join("، ");
        }
        let away = matches!(of.presence, Presence::Excused | Presence::Absent);
        if away && entry.named.role.is_empty() && roll::is_excuse(&entry.reason) == Some(false) {
            entry.named.role = std::mem::take(&mut entry.reason);
        }
        if of.unsaid {
            // Why somebody was away is an excuse; nothing says that the others had none.
            (of.presence, of.how) = match entry.reason.as_str() {
                "" => (Presence::Absent, Sureness::Unsure),
                reason if roll::denies_excuse(reason) => (Presence::Absent, of.how),
                reason if roll::is_excuse(reason) == Some(true) => {
                    (Presence::Excused, of.how.max(Sureness::Likely))
                }
                _ => (Presence::Excused, Sureness::Unsure),
            };
        }
        let at = self.document.meeting().attendance.people.len();
        // What stays in the text may say more than a list holds.
        if !self.trust.roll() && at >= Limit::People.most() {
            return Ok(());
        }
        let fresh = self.person_id();
        let id = self.people.known(&entry.named).unwrap_or_else(|| self.people.add(fresh, &entry.named));
        if !self.listed.insert(id) {
            // Nobody stands on the list twice: the record could not say what this text says.
            self.untold = true;
            return Ok(());
        }
        self.people.roll_office(id, &entry.named.role);
        if entry.chairs && !duties.chairs.contains(&id) {
            duties.chairs.push(id);
        }
        if entry.writes {
            duties.rapporteur = Some(id);
        }
        if !entry.phone.is_empty() {
            self.people.phone(id, &entry.phone);
            self.field(FieldPath::Attendee(at, AttendeeField::Person(PersonField::Phone)), Sureness::Certain);
        }
        let said = required(&entry);
        let deputy = entry.deputy.as_ref().map(|named| {
            let fresh = self.person_id();
            self.people.known(named).unwrap_or_else(|| self.people.add(fresh, named))
        });
        let mut attendee = Attendee::new(id);
        attendee.presence = match of.presence {
            Presence::Proxy(_) => Presence::Proxy(deputy),
            other => other,
        };
        (attendee.arrived, attendee.left, attendee.reason) = (entry.arrived, entry.left, entry.reason);
        self.set(Field::Attendee { person: id, at, entry: Some(attendee) })?;
        self.field(FieldPath::Attendee(at, AttendeeField::Presence), of.how);
        self.rolled.push(Rolled { head: head.take(), text: of.text, whose: Whose::Person(at), said });
        Ok(())
    }

    fn quorum(&mut self, line: &Line<'_>) -> Result<(), StepError> {
        let Some((members, needed)) = roll::quorum(&line.para.text) else { return Ok(()) };
        let rule = if needed == members / 2 + 1 { QuorumRule::Majority } else { QuorumRule::AtLeast(needed) };
        self.set(Field::Quorum(Quorum { members: Some(members), rule }))?;
        self.field(FieldPath::Members, Sureness::Certain);
        // One number may come of several rules.
        let how = if rule == QuorumRule::Majority { Sureness::Likely } else { Sureness::Certain };
        self.field(FieldPath::Quorum, how);
        Ok(())
    }

    /// A group on the attendance list: one of the opening sentence, or one more. Its place, and what is said of it;
    /// nothing where the text says it too and no more can be held.
    fn group(&mut self, words: &str) -> Result<Option<(usize, String)>, StepError> {
        let group = roll::for_group(words);
        let (name, count) = roll::group(group);
        // «عن ممثلي الجمعيات» is not how they are called.
        let named = arabic::named::nominative(&name).filter(|_| group.len() < words.len());
        let name = named.unwrap_or(name);
        let groups = &self.document.meeting().attendance.groups;
        let oblique = arabic::oblique(&name);
        let is_known = |group: &Group| group.nominative == name || oblique.as_ref() == Some(&group.oblique);
        let known = groups.iter().position(is_known);
        let at = known.unwrap_or(groups.len());
        if !self.trust.roll() && at >= Limit::Groups.most() {
            return Ok(None);
        }
        let said = if group.len() < words.len() { group.to_owned() } else { name.clone() };
        let entry = match known.and_then(|at| groups.get(at)) {
            Some(group) => Group { nominative: name, count, ..group.clone() },
            None => Group {
                id: GroupId(self.id()),
                nominative: name,
                oblique: oblique.unwrap_or_default(),
                count,
            },
        };
        if known.is_none() {
            if !entry.oblique.is_empty() {
                self.field(FieldPath::GroupOblique(at), Sureness::Likely);
            }
            self.field(FieldPath::GroupNominative(at), Sureness::Certain);
        }
        if entry.count.is_some() {
            self.field(FieldPath::GroupCount(at), Sureness::Certain);
        }
        self.set(Field::Group { id: entry.id, at, entry: Some(entry) })?;
        Ok(Some((at, said)))
    }

    /// Whether a group of the opening sentence may stand in the header of minutes: printed in no list of its own, or
    /// read from one.
    pub(super) fn may_list(&self, group: &str, nominative: &str) -> bool {
        let body = self.document.meeting().body.name.as_str();
        if !body.is_empty() && (group.contains(body) || nominative.contains(body)) {
            return true;
        }
        self.lines.iter().filter(|line| line.fate == Fate::Roll).any(|line| {
            let (name, _) = roll::group(line.unlabelled());
            nominative == name || arabic::oblique(&name).as_deref() == Some(group)
        })
    }

    /// Whether the lists that are printed say who was on those of the source, and as what. Lines and headings that are
    /// worded otherwise now are told.
    pub(super) fn says_rolls(&self, lists: &[Vec<&Composed>], told: &mut Vec<Guess>) -> bool {
        if self.untold {
            return self.rolled.is_empty();
        }
        if self.whole.output == OutputKind::AttendanceSheet {
            return self.says_sheet(lists, told);
        }
        let attendance = &self.document.meeting().attendance;
        let mut lists = lists.iter();
        let mut same = true;
        for state in STATES {
            let of = |rolled: &&Rolled| match rolled.whose {
                Whose::Person(at) => {
                    attendance.people.get(at).is_some_and(|entry| entry.presence.keyword() == state)
                }
                Whose::Group(_) => state == "present",
            };
            let (mut people, mut groups): (Vec<&Rolled>, Vec<&Rolled>) =
                self.rolled.iter().filter(of).partition(|rolled| matches!(rolled.whose, Whose::Person(_)));
            if people.is_empty() && groups.is_empty() {
                continue;
            }
            let Some([head, list @ ..]) = lists.next().map(Vec::as_slice) else { return false };
            // People stand first, then groups, each in the order of the header.
            groups.sort_by_key(|rolled| if let Whose::Group(at) = rolled.whose { at } else { 0 });
            people.append(&mut groups);
            same &= people.len() == list.len();
            // The words before the list may have been its heading: then it had none of its own.
            let mut first = true;
            for (rolled, line) in people.iter().zip(list) {
                same &= says(&line.text, &rolled.said);
                let source = rolled.head.as_deref().or_else(|| first.then_some(""));
                first = false;
                if let Some(source) = source.filter(|source| words(source).ne(words(&head.text))) {
                    told.push(label(rolled.head_path(), source));
                }
                if words(&rolled.text).ne(words(&line.text)) {
                    told.push(label(rolled.path(), &rolled.text));
                }
            }
        }
        same && lists.next().is_none()
    }
}

impl Builder<'_, '_> {
    /// Whether the list to sign has a line for each of those of the source.
    fn says_sheet(&self, lists: &[Vec<&Composed>], told: &mut Vec<Guess>) -> bool {
        let is_row = |line: &&&Composed| line.row.as_ref().is_none_or(|row| !row.head);
        let rows: Vec<&&Composed> = lists.iter().flatten().filter(is_row).collect();
        let (people, groups): (Vec<&Rolled>, Vec<&Rolled>) =
            self.rolled.iter().partition(|rolled| matches!(rolled.whose, Whose::Person(_)));
        let mut same = rows.len() == self.rolled.len();
        for (rolled, row) in people.into_iter().chain(groups).zip(rows) {
            same &= says(&row.text, &rolled.said);
            if let Some(head) = &rolled.head
                && !arabic::proceedings::SHEET_HEADS.join(" ").eq(head)
            {
                told.push(label(rolled.head_path(), head));
            }
            let cells = row.row.iter().flat_map(|row| &row.cells).map(|cell| cell.text.as_str());
            let shown = cells.collect::<Vec<_>>().join(" ");
            let as_line = format!("{} {}", row.label, row.text);
            if words(&rolled.text).ne(words(&as_line)) && words(&rolled.text).ne(words(&shown)) {
                told.push(label(rolled.path(), &rolled.text));
            }
        }
        same
    }
}

impl Rolled {
    fn path(&self) -> FieldPath {
        match self.whose {
            Whose::Person(at) => FieldPath::Attendee(at, AttendeeField::Person(PersonField::Name)),
            Whose::Group(at) => FieldPath::GroupNominative(at),
        }
    }

    /// Where its heading is told of: what it says is who was there.
    fn head_path(&self) -> FieldPath {
        match self.whose {
            Whose::Person(at) => FieldPath::Attendee(at, AttendeeField::Presence),
            Whose::Group(at) => FieldPath::GroupCount(at),
        }
    }
}

fn label(path: FieldPath, words: &str) -> Guess {
    Guess { at: Target::Field(path), what: Guessed::Label(words.to_owned()), how: Sureness::Certain }
}

/// The words of a row with a space where a tab stood.
fn spaced(row: &str) -> String {
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a line with the label that a word processor counts.
fn labelled(line: &Line<'_>) -> String {
    let counted =
        line.para.list.as_ref().map(|listed| listed.label.as_str()).filter(|label| !label.is_empty());
    counted.map_or_else(|| line.para.text.clone(), |label| format!("{label} {}", line.para.text))
}

/// What matters of a line: the name, the office, why somebody was away.
fn required(entry: &Entry) -> String {
    let named = &entry.named;
    let deputy = entry.deputy.as_ref().map_or("", |named| named.name.as_str());
    [named.name.as_str(), named.role.as_str(), entry.reason.as_str(), deputy].join(" ")
}

/// The words as they stand apart, letters and digits alone: a dash is none.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(letters).filter(|word| !word.is_empty())
}

/// Whether a line that is printed has every one of these words, in the gender of the person or another.
fn says(line: &str, said: &str) -> bool {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    let bare = |word: &str| word.strip_suffix('ه').unwrap_or(word).to_owned();
    let has = |text: &str| {
        let words = Words::of(text);
        (0..words.len()).map(|at| bare(words.word(at))).collect::<Vec<_>>()
    };
    for word in has(line) {
        *left.entry(word).or_default() += 1;
    }
    let mut every = true;
    for word in has(said) {
        match left.get_mut(&word).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => every = false,
        }
    }
    every
}

/// The lists of people in a text: each its heading, then its lines.
pub(super) fn lists(composition: &Composition) -> Vec<Vec<&Composed>> {
    let mut lists: Vec<Vec<&Composed>> = Vec::new();
    for at in 0..composition.paragraphs.len() {
        let Some(line) = composition.paragraphs.get(at) else { continue };
        let sheet = line.row.is_some() && is_line(line);
        if is_head(composition, at) || sheet && lists.is_empty() {
            lists.push(vec![line]);
        } else if is_line(line)
            && let Some(list) = lists.last_mut()
        {
            list.push(line);
        }
    }
    lists
}

fn is_line(line: &Composed) -> bool {
    line.target.is_none() && line.part == Part::Attendee
}

/// Whether a paragraph is a heading or a line of a list of people that the header prints.
pub(super) fn is_listed(composition: &Composition, at: usize) -> bool {
    composition.paragraphs.get(at).is_some_and(|line| is_line(line)) || is_head(composition, at)
}

fn is_head(composition: &Composition, at: usize) -> bool {
    let heading = |line: &Composed| line.target.is_none() && matches!(line.part, Part::Heading(_));
    composition.paragraphs.get(at).is_some_and(|line| heading(line))
        && composition.paragraphs.get(at + 1).is_some_and(|line| is_line(line))
}
