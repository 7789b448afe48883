//! The walk through a part of a DOCX that holds text: paragraphs, runs, tables, text boxes, fields, notes.

use std::collections::HashMap;
use std::mem::take;

use super::numbering::Numbering;
use super::styles::{Style, Styles, property};
use super::xml::{Element, Met, walk};
use crate::import::gather::{Gather, Look, Words};
use crate::import::source::{Left, Listed, Para, ReadError};

/// An element that is open: what is to be done at its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Paragraph,
    ParagraphLook,
    Run,
    RunLook,
    Text,
    Table,
    Row,
    Cell,
    TextBox,
    Alternatives,
    Note,
    Other,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    words: Words,
    style: Option<String>,
    own: Style,
    /// What is the same for all its lines, once its first line is whole.
    shown: Option<Shown>,
    /// The item's label, until the line that bears it.
    list: Option<Listed>,
    continues: bool,
    spaced: bool,
    /// Its end is suggested to be dropped: the next one goes on in it.
    joins: bool,
    boxes: Vec<Para>,
}

#[derive(Clone, Copy)]
struct Shown {
    heading: Option<u8>,
    centred: bool,
}

#[derive(Clone, Default)]
struct Run {
    own: Style,
    style: Option<String>,
    complex: bool,
}

#[derive(Default)]
struct Table {
    id: usize,
    cells: Vec<Vec<Para>>,
    head: bool,
}

type NoteKey = (bool, String);

pub(super) struct Walker<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    pub(super) gather: Gather,
    /// The prefix of the text's own elements, that of the part's root.
    prefix: Vec<u8>,
    stack: Vec<Tag>,
    /// How deep we are in something that is left out.
    skipped: usize,
    paragraphs: Vec<Open>,
    runs: Vec<Run>,
    tables: Vec<Table>,
    seen_tables: usize,
    /// For each field that is open, whether what comes is its result.
    fields: Vec<bool>,
    /// For each choice between alternatives, whether one was taken.
    chosen: Vec<bool>,
    /// Whether white space at the ends of the words counts.
    preserve: bool,
    joined: Option<Words>,
    lists: HashMap<String, usize>,
    /// Notes as the text names them, and their paragraphs.
    named: Vec<NoteKey>,
    notes: HashMap<NoteKey, Vec<Para>>,
    note: Option<NoteKey>,
    /// The look of the last run as it was written, and what that says: most runs look like the one before.
    look: Option<Known>,
    /// The look that is being read: what followed its tag.
    reading: Option<(usize, Vec<u8>)>,
}

/// How a run looks, as it was written up to the end of its look, and where its end tag stands in that.
struct Known {
    written: Vec<u8>,
    inner: usize,
    run: Run,
}

/// A longer look is read each time.
const LOOK: usize = 600;

impl<'s> Walker<'s> {
    pub(super) fn new(styles: &'s Styles, numbering: Numbering, gather: Gather) -> Self {
        Self {
            styles,
            numbering,
            gather,
            prefix: Vec::new(),
            stack: Vec::new(),
            skipped: 0,
            paragraphs: Vec::new(),
            runs: Vec::new(),
            tables: Vec::new(),
            seen_tables: 0,
            fields: Vec::new(),
            chosen: Vec::new(),
            preserve: false,
            joined: None,
            lists: HashMap::new(),
            named: Vec::new(),
            notes: HashMap::new(),
            note: None,
            look: None,
            reading: None,
        }
    }

    /// Reads a part to its end.
    pub(super) fn part(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        self.stack.clear();
        self.fields.clear();
        walk(bytes, |met| {
            match met {
                Met::Begin(element) => self.begin(element),
                Met::End(_, rest) => self.end(rest.len()),
                Met::Text(words) => self.text(words),
            }
            Ok(())
        })?;
        if let Some(words) = self.joined.take() {
            self.gather.end(words, Para::default());
        }
        Ok(())
    }

    /// Reads a part whose paragraphs belong to no text.
    pub(super) fn apart(&mut self, bytes: &[u8]) -> Result<Vec<Para>, ReadError> {
        self.gather.open();
        let read = self.part(bytes);
        let paragraphs = self.gather.close();
        read.map(|()| paragraphs)
    }

    /// The notes, in the order in which the text names them, come after it.
    pub(super) fn put_notes(&mut self) {
        for key in take(&mut self.named) {
            let Some(mut note) = self.notes.remove(&key) else { continue };
            if let Some(first) = note.first_mut() {
                first.spaced = true;
                self.gather.count(Left::Footnotes, 1);
            }
            self.gather.put(note);
        }
    }

    fn begin(&mut self, element: &Element<'_>) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        if self.stack.is_empty() {
            self.prefix = element.prefix().to_vec();
        }
        let name = element.name();
        let tag = if element.prefix() == self.prefix.as_slice() {
            self.own(name, element)
        } else {
            self.foreign(name)
        };
        match tag {
            Some(tag) => self.stack.push(tag),
            None => self.skipped = 1,
        }
    }

    /// Takes the look of a run as that of the last one, where it is written alike.
    fn run_look(&mut self, element: &Element<'_>) {
        let Some(run) = self.runs.last_mut().filter(|_| self.stack.last() == Some(&Tag::Run)) else { return };
        let rest = element.rest();
        match &self.look {
            Some(known) if rest.starts_with(&known.written) => {
                run.clone_from(&known.run);
                element.pass(known.inner);
            }
            _ => {
                let head = rest.get(..LOOK).unwrap_or(rest).to_vec();
                self.reading = Some((rest.len(), head));
            }
        }
    }

    /// An element of another language inside the text's; `None` leaves it out.
    fn foreign(&mut self, name: &[u8]) -> Option<Tag> {
        // It may say more than how a run looks.
        self.reading = None;
        match name {
            b"AlternateContent" => {
                self.chosen.push(false);
                return Some(Tag::Alternatives);
            }
            // The same words twice, for newer and for older programs.
            b"Choice" | b"Fallback" => {
                let chosen = self.chosen.last_mut()?;
                if *chosen {
                    return None;
                }
                *chosen = true;
            }
            b"blip" | b"imagedata" => self.gather.count(Left::Pictures, 1),
            // Letters of a formula.
            b"t" => {
                self.preserve = true;
                return Some(Tag::Text);
            }
            _ => {}
        }
        Some(Tag::Other)
    }

    /// An element of the text's own; `None` leaves it out with all in it.
    fn own(&mut self, name: &[u8], element: &Element<'_>) -> Option<Tag> {
        let holder = |tag: &&Tag| matches!(tag, Tag::Paragraph | Tag::ParagraphLook | Tag::Run);
        let of_paragraph = self.stack.iter().rev().find(holder) == Some(&Tag::ParagraphLook);
        let of_run = self.stack.last() == Some(&Tag::RunLook);
        match name {
            b"p" => {
                let words = self.joined.take().unwrap_or_default();
                self.paragraphs.push(Open { words, ..Open::default() });
                return Some(Tag::Paragraph);
            }
            b"pPr" => return Some(Tag::ParagraphLook),
            b"r" => {
                self.runs.push(Run::default());
                return Some(Tag::Run);
            }
            b"rPr" => {
                self.run_look(element);
                return Some(Tag::RunLook);
            }
            b"t" => {
                self.preserve = element.get("space").as_deref() == Some("preserve");
                return Some(Tag::Text);
            }
            b"instrText" | b"delText" | b"delInstrText" => return None,
            b"sectPr" => return None,
            name if name.ends_with(b"Change") => return None,
            b"del" | b"moveFrom" if of_run => {
                // The end of the paragraph itself.
                if of_paragraph && let Some(open) = self.paragraphs.last_mut() {
                    open.joins = true;
                }
            }
            b"ins" | b"moveTo" if of_run => {}
            b"del" | b"moveFrom" => {
                self.gather.count(Left::Deletions, 1);
                return None;
            }
            b"ins" | b"moveTo" => self.gather.count(Left::Insertions, 1),
            _ if of_paragraph && of_run => {}
            b"pStyle" if of_paragraph => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.style = element.kept();
                }
            }
            name if of_paragraph => {
                if let Some(open) = self.paragraphs.last_mut() {
                    property(name, element, &mut open.own);
                }
            }
            name if of_run => {
                if let Some(run) = self.runs.last_mut() {
                    match name {
                        b"rStyle" => run.style = element.kept(),
                        b"rtl" | b"cs" => run.complex = element.is_on(),
                        name => property(name, element, &mut run.own),
                    }
                }
            }
            b"tab" | b"ptab" => self.words("\t"),
            b"noBreakHyphen" => self.words("-"),
            b"sym" => {
                let code = element.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                match code.and_then(char::from_u32) {
                    Some('\u{f000}'..='\u{f0ff}') => self.words("•"),
                    Some(letter) => self.words(letter.encode_utf8(&mut [0; 4])),
                    None => {}
                }
            }
            b"br" | b"cr" => {
                let page = matches!(element.get("type").as_deref(), Some("page" | "column"));
                self.line(page);
            }
            b"fldChar" => match element.get("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        *field = true;
                    }
                }
                _ => drop(self.fields.pop()),
            },
            b"tbl" => {
                self.gather.count(Left::Tables, 1);
                self.tables.push(Table { id: self.seen_tables, ..Table::default() });
                self.seen_tables += 1;
                return Some(Tag::Table);
            }
            b"tr" => return Some(Tag::Row),
            b"tblHeader" => {
                if let Some(table) = self.tables.last_mut() {
                    table.head = element.is_on();
                }
            }
            b"tc" => {
                self.gather.open();
                return Some(Tag::Cell);
            }
            b"txbxContent" => {
                self.gather.count(Left::TextBoxes, 1);
                self.gather.open();
                return Some(Tag::TextBox);
            }
            b"footnoteReference" | b"endnoteReference" => {
                let key = (name.starts_with(b"e"), element.get("id").unwrap_or_default().into_owned());
                self.named.push(key);
            }
            b"footnote" | b"endnote" => {
                // The lines that part the notes from the text have a type.
                if element.get("type").is_some_and(|kind| kind != "normal") {
                    return None;
                }
                self.note =
                    Some((name.starts_with(b"e"), element.get("id").unwrap_or_default().into_owned()));
                self.gather.open();
                return Some(Tag::Note);
            }
            b"commentReference" => self.gather.count(Left::Comments, 1),
            b"object" | b"altChunk" => self.gather.count(Left::Objects, 1),
            _ => {}
        }
        Some(Tag::Other)
    }

    /// The innermost element ends; so many bytes follow.
    fn end(&mut self, follow: usize) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match self.stack.pop() {
            Some(Tag::RunLook) => {
                if let Some((begun, mut written)) = self.reading.take()
                    && let Some(run) = self.runs.last()
                    && begun - follow <= written.len()
                {
                    written.truncate(begun - follow);
                    let end = written.iter().rposition(|byte| *byte == b'<');
                    self.look = end.map(|inner| Known { written, inner, run: run.clone() });
                }
            }
            Some(Tag::Paragraph) => self.end_paragraph(),
            Some(Tag::Run) => drop(self.runs.pop()),
            Some(Tag::Table) => drop(self.tables.pop()),
            Some(Tag::Row) => {
                if let Some(table) = self.tables.last_mut() {
                    let (cells, head) = (take(&mut table.cells), take(&mut table.head));
                    self.gather.row(cells, table.id, head);
                }
            }
            Some(Tag::Cell) => {
                let cell = self.gather.close();
                match self.tables.last_mut() {
                    Some(table) => table.cells.push(cell),
                    None => self.gather.put(cell),
                }
            }
            Some(Tag::TextBox) => {
                let inner = self.gather.close();
                match self.paragraphs.last_mut() {
                    Some(open) => open.boxes.extend(inner),
                    None => self.gather.put(inner),
                }
            }
            Some(Tag::Alternatives) => drop(self.chosen.pop()),
            Some(Tag::Note) => {
                let inner = self.gather.close();
                if let Some(key) = self.note.take() {
                    self.notes.insert(key, inner);
                }
            }
            Some(Tag::ParagraphLook | Tag::Text | Tag::Other) | None => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.skipped == 0 && self.stack.last() == Some(&Tag::Text) {
            // What XML calls blank: a no-break space is a letter of the text wherever it stands.
            const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];
            self.words(if self.preserve { words } else { words.trim_matches(BLANK) });
        }
    }

    /// Words in the run that is open.
    fn words(&mut self, words: &str) {
        if !self.fields.iter().all(|result| *result) {
            return;
        }
        let styles = self.styles;
        let Some(open) = self.paragraphs.last_mut() else { return };
        let of_paragraph = styles.paragraph(open.style.as_deref()).map(|(_, style)| style);
        let run = self.runs.last();
        let of_run = run.and_then(|run| styles.run(run.style.as_deref()?));
        let own = run.map(|run| &run.own);
        let pick = |of: fn(&Style) -> Option<bool>| {
            let inherited = of_paragraph.filter(|style| style.heading.flatten().is_none());
            own.and_then(of).or_else(|| of_run.and_then(of)).or_else(|| inherited.and_then(of)) == Some(true)
        };
        if pick(|style| style.hidden) {
            self.gather.count(Left::Hidden, 1);
            return;
        }
        let complex = run.is_some_and(|run| run.complex);
        let look = Look {
            bold: if complex { pick(|style| style.bold_complex) } else { pick(|style| style.bold) },
            // The lines under links come from their style and mean nothing.
            underline: own.and_then(|own| own.underline) == Some(true),
            strike: pick(|style| style.strike),
        };
        open.words.push(words, look);
    }

    /// A line of the paragraph that is open ends.
    fn line(&mut self, spaced: bool) {
        if !self.fields.iter().all(|result| *result) {
            return;
        }
        self.show();
        let Some(open) = self.paragraphs.last_mut() else { return };
        open.spaced |= spaced;
        if open.words.is_blank() {
            return;
        }
        let words = take(&mut open.words);
        let para = open.next();
        open.continues = true;
        self.gather.end(words, para);
    }

    fn end_paragraph(&mut self) {
        // What asks for a field's value does not run on into the next paragraph.
        self.fields.iter_mut().for_each(|result| *result = true);
        self.show();
        let Some(mut open) = self.paragraphs.pop() else { return };
        if open.joins && !open.words.is_blank() {
            self.joined = Some(open.words);
            self.gather.put(open.boxes);
            return;
        }
        let para = open.next();
        self.gather.end(open.words, para);
        self.gather.put(open.boxes);
    }

    /// Settles what the lines of the paragraph share, and counts it if it is an item.
    fn show(&mut self) {
        let Some(open) = self.paragraphs.last_mut().filter(|open| open.shown.is_none()) else { return };
        let style = self.styles.paragraph(open.style.as_deref());
        let own = take(&mut open.own);
        let asked = own.level;
        let all = match style {
            Some((_, style)) => own.or(style),
            None => own,
        };
        let heading = all.heading.flatten().map(|level| level.max(1));
        open.shown = Some(Shown { heading, centred: all.centred == Some(true) });
        let Some(list) = all.list.filter(|list| list != "0") else { return };
        let by_style = || self.numbering.level_of_style(&list, style?.0);
        let level = asked.or_else(by_style).or(all.level).unwrap_or(0).min(8);
        let Some(label) = self.numbering.next(&list, level.into()) else { return };
        let count = self.lists.len();
        let id = *self.lists.entry(label.list).or_insert(count);
        let words = self.gather.clean_label(&label.words);
        open.list = Some(Listed { level, label: words, numbered: label.numbered, list: id });
    }
}

impl Open {
    /// The line that is whole now.
    fn next(&mut self) -> Para {
        let Shown { heading, centred } = self.shown.unwrap_or(Shown { heading: None, centred: false });
        Para {
            heading,
            centred,
            list: self.list.take(),
            continues: self.continues,
            spaced: take(&mut self.spaced),
            ..Para::default()
        }
    }
}
