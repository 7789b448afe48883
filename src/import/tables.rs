//! Tables of who was there: known by the heads of their columns, and read row by row as people with their states.

use super::line::{Fate, Line};
use super::parts::people_heading;
use super::source::Row;
use crate::arabic::columns::{self, Head, head};
use crate::arabic::cues::{Cue, Words};
use crate::arabic::named::Named;
use crate::arabic::naming::{Column, gender_of};
use crate::arabic::proceedings::Heading;
use crate::arabic::roll::{self, Entry};
use crate::arabic::{Gender, join};
use crate::document::Sureness;

/// What a row of such a table says.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Seat {
    /// Who, as a line of a list would say it; nothing for several.
    pub(super) entry: Option<Entry>,
    /// The name of several: a group.
    pub(super) group: String,
    /// On which list.
    pub(super) heading: Heading,
    /// The body, as its column has it.
    pub(super) body: String,
    /// Personal, never in a public text.
    pub(super) phone: String,
    /// Personal, never in a public text.
    pub(super) identity: String,
    /// The name in Latin letters.
    pub(super) latin: String,
    /// What its other columns say, which nobody understood: head and cell.
    pub(super) left: Vec<(String, String)>,
}

/// A table as its columns are understood.
struct Table {
    heads: Vec<Option<Head>>,
    names: Vec<String>,
    /// What a row is whose presence nothing tells, and how sure that is.
    silent: (Heading, Sureness),
}

/// Finds the tables of who was there, and gives each of their rows what it says.
pub(super) fn find(lines: &mut [Line<'_>]) {
    let mut at = 0;
    while at < lines.len() {
        let Some(table) = lines.get(at).and_then(table_of) else {
            at += 1;
            continue;
        };
        let rows = lines.iter().skip(at).take_while(|line| table_of(line) == Some(table)).count();
        let heading = at.checked_sub(1).and_then(|before| lines.get(before)).and_then(people_heading);
        let signing = at
            .checked_sub(1)
            .and_then(|before| lines.get(before))
            .is_some_and(|line| line.early(Cue::Signed, 1).is_some() && people_heading(line).is_none());
        if !signing && let Some(stretch) = lines.get_mut(at..at + rows) {
            read(stretch, heading.map(|(heading, _)| heading));
        }
        at += rows;
    }
}

/// The row that a line is, alone in it or not.
fn row_of<'a>(line: &Line<'a>) -> Option<&'a Row> {
    line.para.row.as_ref().or(line.para.alone.as_deref())
}

fn table_of(line: &Line<'_>) -> Option<usize> {
    row_of(line).map(|row| row.table)
}

/// Reads the rows of one table, if it is one of who was there.
fn read(lines: &mut [Line<'_>], over: Option<Heading>) {
    let rows: Vec<&Row> = lines.iter().filter_map(row_of).collect();
    let Some((table, first)) = understood(&rows, over) else { return };
    let header = first.checked_sub(1).and_then(|at| rows.get(at)).map(|row| row.cells.clone());
    let mut fates: Vec<Option<(Fate, Sureness, Option<Seat>)>> = Vec::new();
    let (mut people, mut others) = (0, 0);
    for (at, row) in rows.iter().enumerate() {
        // The heads once more, on the next page.
        if at + 1 == first || header.as_ref() == Some(&row.cells) {
            fates.push(Some((Fate::Columns, Sureness::Certain, None)));
        } else if at < first {
            fates.push(None);
        } else if table.is_empty(row) {
            fates.push(Some((Fate::Residue, Sureness::Likely, None)));
        } else if let Some((seat, how)) = table.seat(row) {
            people += 1;
            fates.push(Some((Fate::Roll, how, Some(seat))));
        } else {
            others += 1;
            fates.push(None);
        }
    }
    // One row in four that names nobody: it lists something else.
    if people == 0 || others * 4 > people {
        return;
    }
    for (line, fate) in lines.iter_mut().zip(fates) {
        if let Some((fate, how, seat)) = fate {
            (line.fate, line.how, line.seat) = (fate, how, seat);
        }
    }
}

/// What the columns of a table hold, and the first row below the heads; nothing where it lists no presence.
fn understood(rows: &[&Row], over: Option<Heading>) -> Option<(Table, usize)> {
    let heads_of = |row: &Row| row.cells.iter().map(|cell| head(cell)).collect::<Vec<_>>();
    let is_heads = |row: &&&Row| {
        let heads = heads_of(row);
        let filled = row.cells.iter().filter(|cell| !columns::is_blank(cell)).count();
        let known = heads.iter().flatten().count();
        known >= 2 && known * 2 >= filled
    };
    let found = rows.iter().take(2).position(|row| is_heads(&row));
    let (mut heads, names, first) = match found {
        Some(at) => {
            let row = rows.get(at)?;
            (heads_of(row), row.cells.clone(), at + 1)
        }
        // Without heads, only below the heading of a list of people.
        None => (over.and_then(|_| guessed(rows))?, Vec::new(), 0),
    };
    whole_names(&mut heads);
    let has = |wanted: fn(&Head) -> bool| heads.iter().flatten().any(wanted);
    let named = has(|head| matches!(head, Head::Person(Column::Name | Column::Given | Column::Family)));
    let stated = has(|head| matches!(head, Head::State | Head::Sign(_)));
    if !named || !(stated || over.is_some() || has(|head| *head == Head::Signature)) {
        return None;
    }
    let mut table = Table { heads, names, silent: (Heading::Present, Sureness::Likely) };
    table.silent = table.silence(rows.get(first..).unwrap_or_default(), over);
    Some((table, first))
}

/// «الاسم» beside «النسب» is the first name alone; the family's name alone is the whole.
fn whole_names(heads: &mut [Option<Head>]) {
    let place =
        |heads: &[Option<Head>], column| heads.iter().position(|head| *head == Some(Head::Person(column)));
    let (name, family) = (place(heads, Column::Name), place(heads, Column::Family));
    let change = match (name, place(heads, Column::Given), family) {
        (Some(at), None, Some(_)) => Some((at, Column::Given)),
        (None, None, Some(at)) => Some((at, Column::Name)),
        _ => None,
    };
    if let Some((at, column)) = change
        && let Some(head) = heads.get_mut(at)
    {
        *head = Some(Head::Person(column));
    }
}

/// The columns of a table without heads, by what all of their cells are.
fn guessed(rows: &[&Row]) -> Option<Vec<Option<Head>>> {
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    let all = |at: usize, is: fn(&str) -> bool| {
        let cells =
            || rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !columns::is_blank(cell));
        cells().count() > 0 && cells().all(|cell| is(cell))
    };
    let mut heads: Vec<Option<Head>> = vec![None; width];
    for (at, head) in heads.iter_mut().enumerate() {
        *head = if all(at, |cell| cell.trim_end_matches(['-', '.', ')']).parse::<u32>().is_ok()) {
            Some(Head::Number)
        } else if all(at, |cell| columns::state(cell).is_some()) {
            Some(Head::State)
        } else if all(at, columns::opens_with_office) {
            Some(Head::Person(Column::Role))
        } else if all(at, columns::is_name) {
            Some(Head::Person(Column::Name))
        } else {
            None
        };
    }
    let names = heads.iter().filter(|head| **head == Some(Head::Person(Column::Name))).count();
    (names == 1).then_some(heads)
}

impl Table {
    /// What the cells below a head say.
    fn cell<'r>(&self, row: &'r Row, wanted: Head) -> &'r str {
        let at = self.heads.iter().position(|head| *head == Some(wanted));
        let cell = at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim());
        if columns::is_blank(cell) { "" } else { cell }
    }

    fn signs(&self) -> impl Iterator<Item = Heading> {
        self.heads
            .iter()
            .filter_map(|head| if let Some(Head::Sign(heading)) = head { Some(*heading) } else { None })
    }

    /// What rows are that say nothing of their presence.
    fn silence(&self, rows: &[&Row], over: Option<Heading>) -> (Heading, Sureness) {
        let told = |wanted: Head| rows.iter().any(|row| !self.cell(row, wanted).is_empty());
        let stated: Vec<Heading> = rows
            .iter()
            .filter_map(|row| columns::state(self.cell(row, Head::State)).and_then(|said| said.heading))
            .collect();
        let marked = self.signs().any(|heading| told(Head::Sign(heading)));
        let signed = told(Head::Signature);
        if stated.contains(&Heading::Present) || marked || (stated.is_empty() && signed) {
            // Others are said to have come: of these nobody says it.
            (Heading::Invited, Sureness::Unsure)
        } else {
            (over.unwrap_or(Heading::Present), Sureness::Likely)
        }
    }

    /// Whether a row names nobody: a place of the form that was left free.
    fn is_empty(&self, row: &Row) -> bool {
        let other = |(at, cell): (usize, &String)| {
            !columns::is_blank(cell) && self.heads.get(at).copied().flatten() != Some(Head::Number)
        };
        !row.cells.iter().enumerate().any(other)
    }

    /// Whom a row names, and what else it says.
    fn seat(&self, row: &Row) -> Option<(Seat, Sureness)> {
        let person = |column| self.cell(row, Head::Person(column));
        let parts = [Column::Name, Column::Given, Column::Family].map(person);
        let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let (title, role) = (person(Column::Title), person(Column::Role));
        let name = if title.is_empty() { name } else { format!("{title} {name}") };
        if !columns::is_somebody(&name) {
            return None;
        }
        let mut left = self.left(row);
        let several = roll::is_several(&Words::of(roll::for_group(&name)));
        let (group, mut entry) = if several { (name, None) } else { (String::new(), Some(who(&name, role))) };
        if let Some(entry) = &mut entry
            && entry.named.gender == Gender::Unknown
        {
            entry.named.gender = gender_of(person(Column::Gender));
        }
        let (heading, how) = self.presence(row, &mut entry, &mut left);
        let seat = Seat {
            entry,
            group,
            heading,
            body: person(Column::Body).to_owned(),
            phone: person(Column::Phone).to_owned(),
            identity: person(Column::Identity).to_owned(),
            latin: person(Column::Latin).to_owned(),
            left,
        };
        Some((seat, how))
    }

    /// On which list a row stands; hours, reasons and deputies go to the entry.
    fn presence(
        &self,
        row: &Row,
        entry: &mut Option<Entry>,
        left: &mut Vec<(String, String)>,
    ) -> (Heading, Sureness) {
        let mut told = None;
        let mut empty = Entry::default();
        let entry = entry.as_mut().unwrap_or(&mut empty);
        let by_name = |name: &str| Some(who(name, "").named).filter(|named| !named.name.is_empty());
        for wanted in [Head::State, Head::Signature] {
            let cell = self.cell(row, wanted);
            if cell.is_empty() {
                continue;
            }
            match columns::state(cell) {
                Some(said) => {
                    told = told.or(said.heading);
                    (entry.arrived, entry.left) = (entry.arrived.or(said.arrived), entry.left.or(said.left));
                    entry.deputy = entry.deputy.take().or_else(|| by_name(&said.deputy));
                    if entry.reason.is_empty() {
                        entry.reason = said.reason;
                    }
                    // Whoever came late came.
                    told = told.or(Some(Heading::Present));
                }
                // Who signed was there.
                None if wanted == Head::Signature => told = told.or(Some(Heading::Present)),
                None => left.push((self.name_of(wanted), cell.to_owned())),
            }
        }
        let sign = self.signs().find(|heading| columns::is_marked(self.cell(row, Head::Sign(*heading))));
        told = told.or(sign);
        entry.arrived = entry.arrived.or_else(|| columns::hour(self.cell(row, Head::Arrived)));
        entry.left = entry.left.or_else(|| columns::hour(self.cell(row, Head::Left)));
        let deputy = self.cell(row, Head::Deputy);
        if !deputy.is_empty() {
            entry.deputy = by_name(deputy);
            told = Some(Heading::Represented);
        }
        let reason = self.cell(row, Head::Reason);
        match columns::state(reason).filter(|_| told.is_none()) {
            Some(said) if said.heading.is_some() => {
                told = said.heading;
                entry.reason = said.reason;
            }
            _ if reason.is_empty() => {}
            _ if matches!(told, Some(Heading::Excused | Heading::Absent)) => {
                let parts = [std::mem::take(&mut entry.reason), reason.to_owned()];
                entry.reason =
                    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("، ");
            }
            // A remark on somebody who came is no reason.
            _ => left.push((self.name_of(Head::Reason), reason.to_owned())),
        }
        told.map_or(self.silent, |heading| (heading, Sureness::Certain))
    }

    fn name_of(&self, wanted: Head) -> String {
        let at = self.heads.iter().position(|head| *head == Some(wanted));
        at.and_then(|at| self.names.get(at)).cloned().unwrap_or_default()
    }

    /// The cells of columns that nobody understood.
    fn left(&self, row: &Row) -> Vec<(String, String)> {
        let unknown = |(at, cell): (usize, &String)| {
            let known = match self.heads.get(at).copied().flatten() {
                Some(Head::Person(Column::Aliases)) | None => false,
                Some(head) => self.heads.iter().position(|other| *other == Some(head)) == Some(at),
            };
            (!known && !columns::is_blank(cell))
                .then(|| (self.names.get(at).cloned().unwrap_or_default(), cell.trim().to_owned()))
        };
        row.cells.iter().enumerate().filter_map(unknown).collect()
    }
}

/// Somebody by name and office, as a line of a list would name them.
fn who(name: &str, role: &str) -> Entry {
    let line = if role.is_empty() { name.to_owned() } else { format!("{name}\u{60c} {role}") };
    let read = roll::entry(&line).filter(|entry| !entry.named.name.is_empty() && entry.reason.is_empty());
    read.unwrap_or_else(|| {
        let named = roll::entry(name).map(|entry| entry.named).filter(|named| !named.name.is_empty());
        let named =
            named.unwrap_or_else(|| Named { honorific: "none", name: name.to_owned(), ..Named::default() });
        let roles: Vec<String> =
            [named.role.clone(), role.to_owned()].into_iter().filter(|part| !part.is_empty()).collect();
        Entry { named: Named { role: join(&roles), ..named }, ..Entry::default() }
    })
}
