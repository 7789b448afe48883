//! A table of people as a spreadsheet gives it: rows, columns, and what each column holds.

use std::fmt;

use crate::arabic::naming::{self, Column};
use crate::arabic::{Gender, Source, clean};
use crate::document::{Honorific, Limit, Person};

/// Rows that are looked at to tell what a column holds.
const LOOKED_AT: usize = 20;
/// The most columns that are told apart.
const COLUMNS: usize = 40;

/// A table of people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// The heads of the columns; none where the first row is a person already.
    pub heads: Vec<String>,
    /// The rows, without the head and without empty ones, each with its number in the source from 1.
    pub rows: Vec<(usize, Vec<String>)>,
    /// What each column holds; nothing for one that is left out.
    pub columns: Vec<Option<Column>>,
}

/// Why a text is no table of people. Nothing was changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableError {
    /// It has no rows.
    Empty,
    /// It has more rows than a roster is meant for.
    TooMany {
        /// The most that are taken.
        most: usize,
    },
    /// It is no text: it holds characters no text has.
    Binary,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the table has no rows"),
            Self::TooMany { most } => write!(f, "the table has more than {most} rows"),
            Self::Binary => f.write_str("this is no text"),
        }
    }
}

impl std::error::Error for TableError {}

impl TableError {
    /// The key of the message for people, and the values in it.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Empty => ("table-empty", Vec::new()),
            Self::TooMany { most } => ("table-too-many", vec![("count", most.to_string())]),
            Self::Binary => ("table-no-text", Vec::new()),
        }
    }
}

impl Table {
    /// Reads a table: cells parted by tabs, semicolons or commas, quoted where they hold one.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn read(text: &str) -> Result<Self, TableError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.contains('\0') {
            return Err(TableError::Binary);
        }
        let between = separator(text);
        let most = Limit::People.most();
        // A quote that is never closed is a quote and nothing more.
        let rows = rows(text, between, true).or_else(|| rows(text, between, false)).unwrap_or_default();
        let rows = rows.into_iter().map(|row| row.into_iter().map(|cell| tidy(&cell)).collect::<Vec<_>>());
        let mut rows: Vec<(usize, Vec<String>)> =
            (1..).zip(rows).filter(|(_, row)| row.iter().any(|cell| !cell.is_empty())).collect();
        if rows.is_empty() {
            return Err(TableError::Empty);
        }
        if rows.len() > most {
            return Err(TableError::TooMany { most });
        }
        let width = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0).min(COLUMNS);
        let mut columns = vec![None; width];
        let mut heads = Vec::new();
        // A title may stand above the heads.
        let head = rows.iter().take(5).position(|(_, row)| is_head(row));
        if let Some(at) = head {
            heads = rows.drain(..=at).next_back().map(|(_, row)| row).unwrap_or_default();
            heads.resize(width, String::new());
            let read: Vec<Option<Column>> = heads.iter().map(|head| Column::of_head(head)).collect();
            assign(&mut columns, &read);
        } else {
            guess(&mut columns, &rows);
        }
        if rows.is_empty() {
            return Err(TableError::Empty);
        }
        Ok(Self { heads, rows, columns })
    }

    /// Says what a column holds; a column that held it before is left out.
    pub fn set(&mut self, at: usize, holds: Option<Column>) {
        if holds.is_some() {
            for column in self.columns.iter_mut().filter(|column| **column == holds) {
                *column = None;
            }
        }
        if let Some(column) = self.columns.get_mut(at) {
            *column = holds;
        }
    }

    /// Whether a column holds names: without one there is nobody in the table.
    #[must_use]
    pub fn has_names(&self) -> bool {
        let holds = |column| self.columns.contains(&Some(column));
        holds(Column::Name) || holds(Column::Given) || holds(Column::Family) || holds(Column::Latin)
    }

    /// The people of the rows, each with the number of its row; nothing for a row without a name.
    pub fn people(&self) -> impl Iterator<Item = (usize, Option<Person>)> {
        self.rows.iter().map(|(number, row)| (*number, self.person(row)))
    }

    fn person(&self, row: &[String]) -> Option<Person> {
        let cell = |wanted: Column| {
            let at = self.columns.iter().position(|column| *column == Some(wanted))?;
            row.get(at).map(String::as_str).filter(|cell| !cell.is_empty())
        };
        let text = |wanted| cell(wanted).unwrap_or_default().to_owned();
        let whole = cell(Column::Name).map_or_else(
            || {
                let parts = [cell(Column::Given), cell(Column::Family)];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            },
            str::to_owned,
        );
        let (bare, said) = naming::without_sure_title(&whole);
        let latin = text(Column::Latin);
        let name = if bare.is_empty() { latin.clone() } else { bare.to_owned() };
        if name.is_empty() {
            return None;
        }
        let said = cell(Column::Title).and_then(naming::title).or(said);
        let gender = cell(Column::Gender).map_or(Gender::Unknown, naming::gender_of);
        let of_title = said.map_or(Gender::Unknown, |(_, gender)| gender);
        let named = |keyword: &str| Honorific::ALL.into_iter().find(|title| title.keyword() == keyword);
        Some(Person {
            name,
            latin,
            gender: if gender == Gender::Unknown { of_title } else { gender },
            honorific: said.and_then(|(keyword, _)| named(keyword)).unwrap_or_default(),
            role: text(Column::Role),
            body: text(Column::Body),
            aliases: cell(Column::Aliases).map(naming::parted).unwrap_or_default(),
            phone: text(Column::Phone),
            identity: text(Column::Identity),
        })
    }
}

fn tidy(cell: &str) -> String {
    let cell: String = cell.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    clean(cell.trim(), Source::Pasted).text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between the cells: a tab where there is one; else what the first rows have most of.
fn separator(text: &str) -> char {
    if text.contains('\t') {
        return '\t';
    }
    let head: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let has = |line: &str, mark: char| {
        let mut quoted = false;
        line.chars().any(|c| {
            quoted ^= c == '"';
            c == mark && !quoted
        })
    };
    let in_most = |mark: char| head.iter().filter(|line| has(line, mark)).count() * 2 >= head.len().max(1);
    if in_most(';') {
        ';'
    } else if in_most(',') {
        ','
    } else {
        '\t'
    }
}

/// The rows as they are written; nothing where a quote is opened and never closed.
fn rows(text: &str, between: char, quotes: bool) -> Option<Vec<Vec<String>>> {
    let mut all = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            _ if quoted => cell.push(letter),
            '"' if quotes && cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell));
                all.push(std::mem::take(&mut row));
            }
            _ if letter == between => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    if quoted {
        return None;
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        all.push(row);
    }
    Some(all)
}

/// Whether a row says what the columns hold: half of its words do, and one of them at least.
fn is_head(row: &[String]) -> bool {
    let filled = row.iter().filter(|cell| !cell.is_empty()).count();
    let known = row.iter().filter(|cell| Column::of_head(cell).is_some()).count();
    known > 0 && known * 2 >= filled
}

/// Gives the columns what their heads say, each thing to the first that says it.
fn assign(columns: &mut [Option<Column>], read: &[Option<Column>]) {
    for (at, holds) in read.iter().enumerate() {
        if holds.is_some()
            && !columns.contains(holds)
            && let Some(column) = columns.get_mut(at)
        {
            *column = *holds;
        }
    }
    let place =
        |columns: &[Option<Column>], wanted| columns.iter().position(|column| *column == Some(wanted));
    // «الاسم» beside «النسب» is the first name; «Nom» without «Prénom» is the whole.
    let (name, given, family) =
        (place(columns, Column::Name), place(columns, Column::Given), place(columns, Column::Family));
    let becomes = match (name, given, family) {
        (Some(at), None, Some(_)) => Some((at, Column::Given)),
        (None, None, Some(at)) => Some((at, Column::Name)),
        (Some(at), Some(_), None) => Some((at, Column::Family)),
        _ => None,
    };
    if let Some((at, holds)) = becomes
        && let Some(column) = columns.get_mut(at)
    {
        *column = Some(holds);
    }
}

/// Without heads only what cannot be mistaken is taken: one column is names, digits are telephones.
fn guess(columns: &mut [Option<Column>], rows: &[(usize, Vec<String>)]) {
    let most = |at: usize, is: fn(&str) -> bool| {
        let cells = || {
            let cells = rows.iter().take(LOOKED_AT).filter_map(|(_, row)| row.get(at));
            cells.filter(|cell| !cell.is_empty())
        };
        let count = cells().count();
        count > 0 && cells().filter(|cell| is(cell)).count() * 3 >= count * 2
    };
    let is_name = |cell: &str| {
        let words = cell.split_whitespace().count();
        (2..=6).contains(&words) && !cell.chars().any(|c| c.is_ascii_digit())
    };
    let is_phone = |cell: &str| {
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        digits >= 8 && cell.chars().all(|c| c.is_ascii_digit() || " +-.()".contains(c))
    };
    if let [only] = columns {
        *only = Some(Column::Name);
        return;
    }
    for (at, column) in columns.iter_mut().enumerate() {
        if most(at, is_phone) {
            *column = Some(Column::Phone);
        }
    }
    let names: Vec<usize> = (0..columns.len()).filter(|at| most(*at, is_name)).collect();
    if let Some(column) = names.first().and_then(|at| columns.get_mut(*at)) {
        *column = Some(Column::Name);
    }
}
