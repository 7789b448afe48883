//! HTML: a page or what a clipboard holds, as its reader sees it; nothing in it is run, nothing is fetched.

use std::convert::Infallible;
use std::mem::take;

use encoding_rs::Encoding;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::docx::written;
use super::gather::{Gather, Look, Words};
use super::plain::Decoded;
use super::source::{Format, Left, Listed, Para, Read, ReadError};

/// How deep elements may lie in each other before they are passed over, as in browsers.
const DEPTH: usize = 512;

/// The encoding that a page says it is in.
pub(super) fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(2048)).unwrap_or_default().to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head).into_owned();
    let (_, after) = head.split_once("<meta").and_then(|(_, rest)| rest.split_once("charset"))?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label = value.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':')).next()?;
    Encoding::for_label(label.as_bytes())
}

/// Whether a text is a page, by how it begins.
pub(super) fn is_page(head: &str) -> bool {
    let head: String = head.chars().take(1024).collect::<String>().to_ascii_lowercase();
    let begins = ["<!doctype html", "<html", "<head", "<body", "<meta", "<!--startfragment", "<title"];
    begins.iter().any(|tag| head.starts_with(tag))
        || head.starts_with("version:") && head.contains("startfragment:")
        || (head.starts_with("<?xml") || head.starts_with("<!--")) && head.contains("<html")
}

/// Whether there is a tag in a text.
pub(super) fn has_tags(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        if after.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) {
            return true;
        }
        rest = after;
    }
    false
}

pub(super) fn read(decoded: Decoded) -> Result<Read, ReadError> {
    let Decoded { text, encoding, unreadable } = decoded;
    let mut page = Page { gather: Gather::new(encoding, unreadable), ..Page::default() };
    // What Windows puts before the page on its clipboard.
    let text = match text.trim_start().starts_with("Version:").then(|| text.find('<')).flatten() {
        Some(at) => text.get(at..).unwrap_or_default(),
        None => &text,
    };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        page.event(&event);
        None
    });
    emitter.naively_switch_states(true);
    // Letters are no file: reading them cannot fail.
    let _ = Tokenizer::new_with_emitter(text, emitter).finish();
    page.end_line(false);
    while let Some(element) = page.open.pop() {
        page.closed(&element);
    }
    page.gather.done(Format::Html, None)
}

/// What an element does to what is in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    /// Nothing.
    Inline,
    /// It stands in lines of its own.
    Block,
    Heading(u8),
    List,
    Item,
    Table,
    Row,
    Cell,
    /// The label that Word writes before an item.
    Label,
    /// Nobody sees it.
    Hidden,
}

/// An element that is open.
struct Element {
    name: Box<str>,
    role: Role,
    look: Look,
    pre: bool,
    centred: bool,
}

/// A list, and how far it has counted.
struct List {
    id: usize,
    ordered: bool,
    style: String,
    next: u32,
    step: i8,
}

#[derive(Default)]
struct Table {
    id: usize,
    cells: Vec<Vec<Para>>,
    heads: usize,
    in_row: bool,
}

/// A start tag while its attributes come.
#[derive(Default)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// A property of its style, in lowercase.
    fn style(&self, name: &str) -> Option<String> {
        let all = self.get("style")?;
        all.split(';').rev().find_map(|one| {
            let (key, value) = one.split_once(':')?;
            (key.trim().eq_ignore_ascii_case(name)).then(|| value.trim().to_ascii_lowercase())
        })
    }
}

#[derive(Default)]
struct Page {
    gather: Gather,
    open: Vec<Element>,
    /// Elements passed over because they lie too deep.
    deeper: usize,
    tag: Tag,
    words: Words,
    /// The label of the item that begins.
    label: String,
    list: Option<Listed>,
    lists: Vec<List>,
    seen_lists: usize,
    tables: Vec<Table>,
    seen_tables: usize,
    continues: bool,
    /// The lists of Word's paragraphs, by what it calls them.
    word_lists: Vec<String>,
}

impl Page {
    fn event(&mut self, event: &CallbackEvent<'_>) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag { name: text(name), attributes: Vec::new() }
            }
            CallbackEvent::AttributeName { name } => self.tag.attributes.push((text(name), String::new())),
            CallbackEvent::AttributeValue { value } => {
                if let Some((_, last)) = self.tag.attributes.last_mut() {
                    *last = text(value);
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                let tag = take(&mut self.tag);
                self.start(&tag);
            }
            CallbackEvent::EndTag { name } => self.end(&text(name)),
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn is_hidden(&self) -> bool {
        self.open.iter().any(|element| element.role == Role::Hidden)
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let role = role(tag);
        // A paragraph nobody sees ends where the next one begins, as any other, seen or not.
        let unseen = self.open.iter().position(|element| element.role == Role::Hidden);
        let ends = name == "p" || !matches!(role, Role::Inline | Role::Label | Role::Hidden);
        if let Some(at) = unseen.filter(|_| ends)
            && self.open.get(at).is_some_and(|element| &*element.name == "p")
        {
            self.open.truncate(at);
        }
        if self.is_hidden() {
            if !is_void(name) {
                self.push(tag, Role::Hidden);
            }
            return;
        }
        match name {
            "br" => return self.soft_break(),
            "hr" => {
                self.end_line(false);
                self.gather.space();
                return;
            }
            "img" | "svg" | "canvas" | "video" | "audio" => self.gather.count(Left::Pictures, 1),
            "script" => self.gather.count(Left::Scripts, 1),
            "object" | "embed" | "iframe" => self.gather.count(Left::Objects, 1),
            _ => {}
        }
        if is_void(name) {
            return;
        }
        match role {
            Role::Inline | Role::Label => {}
            Role::Hidden => {
                if !is_never_shown(name) {
                    self.gather.count(Left::Hidden, 1);
                }
            }
            _ => self.make_room(name),
        }
        match role {
            Role::List => self.open_list(tag),
            Role::Item => self.open_item(tag),
            Role::Table => {
                self.gather.count(Left::Tables, 1);
                self.tables.push(Table { id: self.seen_tables, ..Table::default() });
                self.seen_tables += 1;
            }
            Role::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_row = true;
                }
            }
            Role::Cell => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_row = true;
                    table.heads += usize::from(name == "th");
                }
                self.gather.open();
            }
            Role::Block | Role::Heading(_) => self.word_item(tag),
            Role::Inline | Role::Label | Role::Hidden => {}
        }
        self.push(tag, role);
    }

    fn push(&mut self, tag: &Tag, role: Role) {
        if self.open.len() >= DEPTH {
            self.deeper += 1;
            return;
        }
        let last = self.open.last();
        let mut look = last.map(|last| last.look).unwrap_or_default();
        match tag.name.as_str() {
            "b" | "strong" => look.bold = true,
            "u" | "ins" => look.underline = true,
            "s" | "strike" | "del" => look.strike = true,
            // A cell is what it is, whatever stands around the table.
            "td" | "th" => look = Look::default(),
            _ => {}
        }
        if let Some(weight) = tag.style("font-weight") {
            let heavy = weight.parse::<u32>().is_ok_and(|weight| weight >= 600);
            look.bold = heavy || weight.starts_with("bold");
        }
        for property in ["text-decoration", "text-decoration-line"] {
            if let Some(line) = tag.style(property) {
                look.underline |= line.contains("underline") && tag.name != "a";
                look.strike |= line.contains("line-through");
            }
        }
        let pre = match tag.style("white-space") {
            Some(space) => space.starts_with("pre") && !space.starts_with("pre-line"),
            None => tag.name == "pre" || last.is_some_and(|last| last.pre),
        };
        let align = tag.style("text-align").or_else(|| tag.get("align").map(str::to_ascii_lowercase));
        let centred = match align {
            Some(align) => align.contains("center"),
            None => tag.name == "center" || last.is_some_and(|last| last.centred && last.role != Role::Cell),
        };
        self.open.push(Element { name: tag.name.as_str().into(), role, look, pre, centred });
    }

    /// Closes what cannot hold what begins now.
    fn make_room(&mut self, name: &str) {
        self.end_line(false);
        // Up to the nearest of these nothing is closed.
        let (closes, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "table", "td", "th"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "table", "td", "th"]),
            "tr" => (&["tr", "td", "th"], &["table"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr", "td", "th"], &["table"]),
            _ => (&["p"], &["table", "td", "th", "li", "div"]),
        };
        let reaches =
            self.open.iter().rposition(|element| within.contains(&&*element.name)).map_or(0, |at| at + 1);
        let first = self.open.iter().skip(reaches).position(|element| closes.contains(&&*element.name));
        if let Some(first) = first {
            self.close_to(reaches + first);
        }
    }

    fn end(&mut self, name: &str) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        match name {
            "br" => return self.soft_break(),
            "p" if !self.open.iter().any(|element| &*element.name == "p") => return self.end_line(true),
            _ => {}
        }
        // An end tag never reaches out of a cell, but those of tables.
        let of_table =
            matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "body" | "html");
        let floor = if of_table {
            0
        } else {
            self.open.iter().rposition(|e| e.role == Role::Cell).map_or(0, |at| at + 1)
        };
        let at = self.open.iter().skip(floor).rposition(|element| &*element.name == name);
        if let Some(at) = at {
            self.close_to(floor + at);
        }
    }

    /// Closes all elements from this one on.
    fn close_to(&mut self, at: usize) {
        while self.open.len() > at {
            let hidden = self.is_hidden();
            let Some(last) = self.open.last() else { return };
            if !hidden && !matches!(last.role, Role::Inline | Role::Label | Role::Hidden) {
                let paragraph = &*last.name == "p";
                self.end_line(paragraph);
            }
            if let Some(element) = self.open.pop() {
                self.closed(&element);
            }
        }
    }

    fn closed(&mut self, element: &Element) {
        if self.is_hidden() {
            return;
        }
        match element.role {
            Role::List => drop(self.lists.pop()),
            // An item without words of its own leaves no label behind.
            Role::Item => self.list = None,
            Role::Cell => {
                let cell = self.gather.close();
                match self.tables.last_mut() {
                    Some(table) => table.cells.push(cell),
                    None => self.gather.put(cell),
                }
            }
            Role::Row => self.end_row(),
            Role::Table => {
                self.end_row();
                self.tables.pop();
            }
            Role::Inline | Role::Block | Role::Heading(_) | Role::Label | Role::Hidden => {}
        }
    }

    fn end_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        if !take(&mut table.in_row) {
            return;
        }
        let cells = take(&mut table.cells);
        let head = take(&mut table.heads) == cells.len();
        self.gather.row(cells, table.id, head);
    }

    fn open_list(&mut self, tag: &Tag) {
        let ordered = tag.name == "ol";
        let start = tag.get("start").and_then(|start| start.trim().parse().ok());
        let reversed = tag.get("reversed").is_some();
        let style = tag.style("list-style-type").or_else(|| Some(kind_of(tag.get("type")?).to_owned()));
        self.lists.push(List {
            id: self.seen_lists,
            ordered,
            style: style.unwrap_or_default(),
            next: start.unwrap_or(1),
            step: if reversed { -1 } else { 1 },
        });
        self.seen_lists += 1;
    }

    fn open_item(&mut self, tag: &Tag) {
        let depth = self.lists.len().max(1);
        let level = u8::try_from(depth - 1).unwrap_or(u8::MAX);
        let Some(list) = self.lists.last_mut() else {
            let id = self.seen_lists;
            self.list = Some(Listed { level, label: "•".to_owned(), numbered: false, list: id });
            return;
        };
        if let Some(value) = tag.get("value").and_then(|value| value.trim().parse().ok()) {
            list.next = value;
        }
        let style = tag.style("list-style-type");
        let style = style.as_deref().unwrap_or(&list.style).to_owned();
        let (label, numbered) = label(list.ordered, &style, list.next);
        list.next = list.next.saturating_add_signed(list.step.into());
        self.list = Some(Listed { level, label, numbered, list: list.id });
    }

    /// An item as Word puts it on the clipboard: a paragraph that says which list it is in, the label in its words.
    fn word_item(&mut self, tag: &Tag) {
        let Some(list) = tag.style("mso-list").filter(|list| list.starts_with('l')) else { return };
        let mut parts = list.split_whitespace();
        let (Some(first), Some(level)) = (parts.next(), parts.next()) else { return };
        let name = parts.next().unwrap_or(first).to_owned();
        let level = level.strip_prefix("level").and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
        let at = self.word_lists.iter().position(|other| *other == name).unwrap_or_else(|| {
            self.word_lists.push(name);
            self.word_lists.len() - 1
        });
        let level = level.saturating_sub(1).min(8);
        // Apart from the lists of tags, which are counted from 0.
        self.list = Some(Listed { level, label: String::new(), numbered: false, list: at + 100_000 });
    }

    fn soft_break(&mut self) {
        if self.is_hidden() {
            return;
        }
        if self.words.is_blank() {
            // Two in a row end the paragraph.
            self.continues = false;
            self.gather.space();
            return;
        }
        self.flush();
        self.continues = true;
    }

    /// The line that is being read ends, and what follows begins a paragraph.
    fn end_line(&mut self, was_paragraph: bool) {
        if self.words.is_blank() {
            if was_paragraph && !self.continues {
                self.gather.space();
            }
            self.words = Words::default();
        } else {
            self.flush();
        }
        self.continues = false;
    }

    fn flush(&mut self) {
        let words = take(&mut self.words);
        let mut list = self.list.take();
        let label = take(&mut self.label);
        if let Some(list) = list.as_mut().filter(|_| !label.trim().is_empty()) {
            let clean = self.gather.clean_label(label.trim());
            list.numbered = clean.chars().any(char::is_alphanumeric) && clean != "o";
            list.label = match clean.as_str() {
                // The bullets of Symbol, Wingdings and Courier as Word writes them.
                "\u{b7}" | "\u{a7}" | "\u{d8}" | "\u{fc}" | "o" | "q" | "v" => "•".to_owned(),
                other => other.to_owned(),
            };
            list.numbered &= list.label != "•";
        } else if let Some(list) = &mut list {
            list.label = self.gather.clean_label(&list.label);
        }
        let heading = self.open.iter().rev().find_map(|element| match element.role {
            Role::Heading(level) => Some(level),
            _ => None,
        });
        let centred = self.open.last().is_some_and(|element| element.centred);
        let continues = self.continues;
        self.gather.end(words, Para { heading, list, centred, continues, ..Para::default() });
    }

    fn text(&mut self, words: &str) {
        if self.is_hidden() || self.tables.last().is_some() && !self.is_in_cell() && words.trim().is_empty() {
            return;
        }
        if self.open.iter().any(|element| element.role == Role::Label) {
            self.label.push_str(words);
            return;
        }
        let (mut look, pre) = self.open.last().map_or((Look::default(), false), |last| (last.look, last.pre));
        if self.open.iter().any(|element| matches!(element.role, Role::Heading(_))) {
            look.bold = false;
        }
        if pre {
            for (at, line) in words.split('\n').enumerate() {
                if at > 0 {
                    self.soft_break();
                }
                self.words.push(line, look);
            }
            return;
        }
        let space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        for (at, piece) in words.split(space).enumerate() {
            if at > 0 && !self.words.ends_with_space() {
                self.words.push(" ", look);
            }
            self.words.push(piece, look);
        }
    }

    fn is_in_cell(&self) -> bool {
        self.open
            .iter()
            .rev()
            .find(|e| matches!(e.role, Role::Cell | Role::Table))
            .is_some_and(|e| e.role == Role::Cell)
    }
}

fn role(tag: &Tag) -> Role {
    let name = tag.name.as_str();
    let hidden = tag.get("hidden").is_some()
        || tag.style("display").is_some_and(|value| value.starts_with("none"))
        || tag.style("visibility").is_some_and(|value| value.starts_with("hidden"))
        || tag.style("mso-hide").is_some_and(|value| value.starts_with("all"));
    if hidden || is_never_shown(name) || matches!(name, "select" | "textarea" | "button" | "dialog") {
        return Role::Hidden;
    }
    if tag.style("mso-list").is_some_and(|value| value.starts_with("ignore")) {
        return Role::Label;
    }
    let word = tag.get("class").unwrap_or_default();
    if tag.get("role") == Some("heading") || word.split_whitespace().any(|class| class == "MsoTitle") {
        return Role::Heading(tag.get("aria-level").and_then(|level| level.parse().ok()).unwrap_or(1));
    }
    match name {
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "ul" | "ol" | "menu" => Role::List,
        "li" => Role::Item,
        "table" => Role::Table,
        "tr" => Role::Row,
        "td" | "th" => Role::Cell,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details"
        | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "header"
        | "hgroup" | "html" | "legend" | "main" | "nav" | "p" | "pre" | "search" | "section" | "summary"
        | "tbody" | "tfoot" | "thead" => Role::Block,
        _ => Role::Inline,
    }
}

/// Elements whose words are for programs.
fn is_never_shown(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "title"
            | "template"
            | "noscript"
            | "iframe"
            | "object"
            | "svg"
            | "math"
            | "canvas"
            | "video"
            | "audio"
            | "noframes"
            | "datalist"
            | "xml"
    )
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// The style that the attribute `type` of a list asks for.
fn kind_of(letter: &str) -> &'static str {
    match letter {
        "a" => "lower-alpha",
        "A" => "upper-alpha",
        "i" => "lower-roman",
        "I" => "upper-roman",
        _ => "decimal",
    }
}

/// The label of an item, and whether it counts.
fn label(ordered: bool, style: &str, n: u32) -> (String, bool) {
    let counted = |format: &str| (format!("{}.", written(n, format)), true);
    match style.trim() {
        "none" => (String::new(), false),
        "disc" | "circle" | "square" => ("•".to_owned(), false),
        "lower-alpha" | "lower-latin" => counted("lowerLetter"),
        "upper-alpha" | "upper-latin" => counted("upperLetter"),
        "lower-roman" => counted("lowerRoman"),
        "upper-roman" => counted("upperRoman"),
        "decimal-leading-zero" => counted("decimalZero"),
        "arabic-indic" => counted("hindiNumbers"),
        quoted if quoted.starts_with(['"', '\'']) => {
            (quoted.trim_matches(['"', '\'', ' ']).to_owned(), false)
        }
        "" if !ordered => ("•".to_owned(), false),
        _ => counted("decimal"),
    }
}
