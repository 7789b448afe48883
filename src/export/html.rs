//! HTML: a whole page that prints, and bare blocks for the editors of sites.

mod data;
mod words;

use super::review::Review;
use super::run::one_line;
use super::sheet::Sheet;
use super::txt;
use super::units::annexed;
use crate::arabic::Phrase;
use crate::document::Page;
use crate::template::{Composed, Part, TableRow, signer};
use words::{attribute, escape, held, put};

/// The most letters of what is said below the title.
const LEAD: usize = 300;
const STYLE: &str = include_str!("../../assets/export/page.css");

/// A page of its own.
pub(super) fn page(sheet: &Sheet<'_>) -> String {
    let mut writer = Writer::new(sheet, true);
    writer.head();
    writer.letterhead();
    writer.body();
    writer.out.push_str("</article>\n</body>\n</html>\n");
    txt::ended(writer.out, sheet.options.eol)
}

/// The blocks of the text without what stands around them, each with its own direction and language: editors of sites
/// drop the rest.
pub(super) fn fragment(sheet: &Sheet<'_>) -> String {
    let mut writer = Writer::new(sheet, false);
    writer.body();
    txt::ended(writer.out, sheet.options.eol)
}

struct Writer<'a> {
    sheet: &'a Sheet<'a>,
    review: Review<'a>,
    out: String,
    /// Whether it is a page of its own.
    whole: bool,
    /// What every block of a fragment says of itself.
    own: String,
    /// What is still open.
    open: Option<Open>,
}

/// What goes around several paragraphs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    List,
    Signatures,
    Table,
}

impl Open {
    fn begin(self) -> &'static str {
        match self {
            // The labels are letters of the text, which a copy takes along: the list is one for screen readers alone.
            Self::List => "<div class=\"list\" role=\"list\">\n",
            Self::Signatures => "<div class=\"signatures\">\n",
            Self::Table => "",
        }
    }

    fn end(self) -> &'static str {
        match self {
            Self::List | Self::Signatures => "</div>\n",
            Self::Table => "</tbody>\n</table>\n",
        }
    }
}

impl<'a> Writer<'a> {
    fn new(sheet: &'a Sheet<'a>, whole: bool) -> Self {
        let length: usize = sheet.texts().map(|text| text.text.len() + 64).sum();
        let direction = if sheet.is_rtl() { "rtl" } else { "ltr" };
        let own =
            if whole { String::new() } else { format!(" dir=\"{direction}\" lang=\"{}\"", sheet.language()) };
        let out = String::with_capacity(length + 8192);
        Self { sheet, review: Review::new(sheet), out, whole, own, open: None }
    }

    fn head(&mut self) {
        let sheet = self.sheet;
        let direction = if sheet.is_rtl() { "rtl" } else { "ltr" };
        let mut meta = String::new();
        let mut say = |name: &str, value: &str| {
            let value = one_line(value);
            if !value.is_empty() {
                put(&mut meta, format_args!("<meta name=\"{name}\" content=\"{}\">\n", attribute(&value)));
            }
        };
        say("author", sheet.author());
        say("date", &sheet.day().map(|day| day.to_string()).unwrap_or_default());
        say("description", &self.lead());
        put(
            &mut self.out,
            format_args!(
                "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n{meta}<style>\n{page}{STYLE}</style>\n</head>\n<body>\n<article>\n",
                language = sheet.language(),
                title = escape(&one_line(&sheet.name())),
                page = paper(sheet.document.style().page),
            ),
        );
    }

    /// The beginning of the first paragraph, as search engines and chats show it below the title: as it reads with every
    /// suggestion accepted.
    fn lead(&self) -> String {
        let stands = |text: &&std::sync::Arc<Composed>| {
            matches!(text.part, Part::Paragraph(_)) && text.review.removed.is_none()
        };
        let lead = self.sheet.body().find(stands).map(|text| text.accepted()).unwrap_or_default();
        let lead = one_line(&lead);
        let Some((most, _)) = lead.char_indices().nth(LEAD) else { return lead };
        let begun = lead.get(..most).unwrap_or_default();
        // A word that is cut is left out; one that is longer than all of it is not.
        let begun = begun.rfind(' ').and_then(|end| begun.get(..end)).unwrap_or(begun);
        format!("{}…", begun.trim_end())
    }

    fn letterhead(&mut self) {
        let sheet = self.sheet;
        let head = &sheet.head;
        let logo = sheet.picture(head.logo);
        if !head.lines.is_empty() || logo.is_some() || head.draft.is_some() {
            self.out.push_str("<header class=\"letterhead\">\n");
            if let Some(source) = logo.map(data::uri) {
                put(&mut self.out, format_args!("<img class=\"logo\" alt=\"\" src=\"{source}\">\n"));
            }
            self.out.push_str("<div class=\"lines\">\n");
            for line in &head.lines {
                put(&mut self.out, format_args!("<p>{}</p>\n", held(line, sheet)));
            }
            self.out.push_str("</div>\n");
            if let Some(draft) = head.draft {
                put(&mut self.out, format_args!("<p class=\"draft\">{}</p>\n", escape(draft)));
            }
            self.out.push_str("</header>\n");
        }
        let number = sheet.number().map(|number| self.words(number));
        if number.is_none() && head.day.is_none() {
            return;
        }
        self.out.push_str("<div class=\"reference\">\n");
        if let Some(number) = number {
            put(&mut self.out, format_args!("<p class=\"number\">{number}</p>\n"));
        }
        if let Some(day) = &head.day {
            put(&mut self.out, format_args!("<p class=\"day\">{}</p>\n", held(day, sheet)));
        }
        self.out.push_str("</div>\n");
    }

    fn body(&mut self) {
        let sheet = self.sheet;
        let title = &sheet.composition.title;
        if !title.text.trim().is_empty() {
            self.heading(if self.whole { 1 } else { 2 }, title);
        }
        let ranks = sheet.ranks();
        // Bare blocks have no head: the number is one of them.
        let number = sheet.number().filter(|_| !self.whole);
        let mut texts = number.into_iter().chain(sheet.body()).peekable();
        while let Some(text) = texts.next() {
            if let Some(row) = &text.row {
                self.row(row);
                continue;
            }
            if let Some(rank) = ranks(text.part) {
                self.leave();
                self.heading(rank + if self.whole { 1 } else { 2 }, text);
                continue;
            }
            let signed = texts.peek().is_some_and(|next| next.part == Part::Signature);
            self.paragraph(text, signed || text.text.trim_end().ends_with(':'));
        }
        self.leave();
        self.remarks();
    }

    fn heading(&mut self, level: u8, text: &Composed) {
        let words = self.words(text);
        put(&mut self.out, format_args!("<h{level}{}>{words}</h{level}>\n", self.own));
    }

    /// A paragraph; whether what follows stays on the same sheet with its end.
    fn paragraph(&mut self, text: &Composed, keeps: bool) {
        let (open, mut about) = match text.part {
            Part::Outline(depth) => (Some(Open::List), format!("item d{depth}")),
            Part::AgendaItem | Part::Attendee => (Some(Open::List), "item d1".to_owned()),
            Part::Annex => (Some(Open::List), "item d1 annex".to_owned()),
            Part::Signature if text.is_name() => (Some(Open::Signatures), String::new()),
            Part::Signature => (None, "place".to_owned()),
            Part::Fact => (None, "fact".to_owned()),
            Part::Note => (None, "note".to_owned()),
            Part::Paragraph(crate::document::Role::Lead) => (None, "lead".to_owned()),
            Part::Title
            | Part::Paragraph(_)
            | Part::Heading(_)
            | Part::Intervention
            | Part::Quote
            | Part::Decision => (None, String::new()),
        };
        self.enter(open);
        let words = if text.is_name() { self.signed(text) } else { self.words(text) };
        let own = &self.own;
        if keeps {
            about.push_str(if about.is_empty() { "keep" } else { " keep" });
        }
        if !self.whole {
            about.clear();
        }
        let class = if about.is_empty() { String::new() } else { format!(" class=\"{about}\"") };
        let role = match text.part {
            _ if !self.whole => String::new(),
            Part::Outline(depth) => format!(" role=\"listitem\" aria-level=\"{}\"", depth.max(1)),
            Part::AgendaItem | Part::Attendee | Part::Annex => " role=\"listitem\"".to_owned(),
            _ => String::new(),
        };
        let line = match text.part {
            Part::Quote => format!("<blockquote{own}><p{own}>{words}</p></blockquote>\n"),
            Part::Annex => match self.picture(text) {
                Some(source) => format!(
                    "<figure{own} role=\"listitem\"><img alt=\"{}\" src=\"{source}\">{}</figure>\n",
                    attribute(&self.sheet.depicted(text)),
                    if words.is_empty() { words } else { format!("<figcaption>{words}</figcaption>") },
                ),
                None => format!("<p{class}{role}{own}>{words}</p>\n"),
            },
            _ => format!("<p{class}{role}{own}>{words}</p>\n"),
        };
        self.out.push_str(&line);
    }

    /// The photo of an annex: in a page, if it was found.
    fn picture(&self, text: &Composed) -> Option<String> {
        let name = annexed(self.sheet.document, text).filter(|_| self.whole)?;
        self.sheet.picture(name).map(data::uri)
    }

    fn row(&mut self, row: &TableRow) {
        let first = self.open != Some(Open::Table);
        let own = self.own.clone();
        self.enter(Some(Open::Table));
        if first {
            put(&mut self.out, format_args!("<table{own}>\n"));
            if self.whole {
                let all: u32 = row.cells.iter().map(|cell| u32::from(cell.share)).sum();
                self.out.push_str("<colgroup>");
                for cell in &row.cells {
                    let width = u32::from(cell.share) * 100 / all.max(1);
                    put(&mut self.out, format_args!("<col style=\"inline-size: {width}%\">"));
                }
                self.out.push_str("</colgroup>\n");
            }
            if !row.head {
                self.out.push_str("<tbody>\n");
            }
        }
        let (open, close) = if row.head { ("<thead>\n", "</thead>\n<tbody>\n") } else { ("", "") };
        self.out.push_str(open);
        self.out.push_str("<tr>");
        for cell in &row.cells {
            let words = held(&cell.text, self.sheet);
            let cell = if row.head {
                format!("<th scope=\"col\"{own}>{words}</th>")
            } else {
                format!("<td{own}>{words}</td>")
            };
            self.out.push_str(&cell);
        }
        self.out.push_str("</tr>\n");
        self.out.push_str(close);
    }

    fn remarks(&mut self) {
        let told = self.review.told();
        if told.is_empty() {
            return;
        }
        let own = self.own.clone();
        let level = if self.whole { 2 } else { 3 };
        self.out.push_str("<section class=\"remarks\">\n");
        let over = escape(self.sheet.phrase(Phrase::Remarks));
        put(&mut self.out, format_args!("<h{level}{own}>{over}</h{level}>\n"));
        for remark in told {
            let number = match remark.number {
                Some(n) if remark.is_loose => format!("{n}- "),
                Some(n) => format!("<a id=\"remark-{n}\" href=\"#remarked-{n}\">{n}-</a> "),
                None => "– ".to_owned(),
            };
            let class = if remark.number.is_some() { "remark" } else { "remark answer" };
            put(
                &mut self.out,
                format_args!(
                    "<p class=\"{class}\"{own}>{number}<b>{}</b>{}</p>\n",
                    escape(&remark.who()),
                    escape(&one_line(&remark.words)),
                ),
            );
        }
        self.out.push_str("</section>\n");
    }

    /// Opens what this paragraph stands in, and closes what it does not.
    fn enter(&mut self, open: Option<Open>) {
        if self.open == open {
            return;
        }
        self.leave();
        if let Some(open) = open
            && (self.whole || open == Open::Table)
        {
            self.out.push_str(open.begin());
            self.open = Some(open);
        }
    }

    fn leave(&mut self) {
        if let Some(open) = self.open.take() {
            self.out.push_str(open.end());
        }
    }

    /// Who signs: the office, and the name below it.
    fn signed(&self, text: &Composed) -> String {
        let (office, name) = signer(&text.text);
        let office = office.map(|office| format!("{}<br>", held(office, self.sheet))).unwrap_or_default();
        format!("{office}<strong>{}</strong>", held(name, self.sheet))
    }

    /// The words of a paragraph with their looks, its label before them.
    fn words(&mut self, text: &Composed) -> String {
        let mut words = String::with_capacity(text.text.len() + 64);
        let label = one_line(&text.label);
        if !label.is_empty() {
            if self.whole {
                put(&mut words, format_args!("<span class=\"label\">{}</span> ", escape(&label)));
            } else {
                words.push_str(&escape(&label));
                words.push(' ');
            }
        }
        words::runs(text, &mut self.review, self.sheet, &mut words);
        words
    }
}

/// The sheet a browser prints on.
fn paper(page: Page) -> String {
    let mm = |hundredths: u32| format!("{}.{:02}mm", hundredths / 100, hundredths % 100);
    format!(
        "@page {{ size: {} {}; margin: {} {} {}; }}\n",
        mm(page.width),
        mm(page.height),
        mm(page.top),
        mm(page.start),
        mm(page.bottom),
    )
}
