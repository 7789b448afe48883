//! The paragraphs of an ODT one after another, with what is suggested about them as wholes: put in, dropped, joined, moved.
//!
//! What would be dropped stands in the list of changes, with the end of a paragraph, and its place at the start of the next
//! one that stays; what would be put in ends there. So its end comes and goes with it. Where none follows, the end of the
//! paragraph before is the one that comes and goes.

use super::body::{Body, of, photo};
use super::letters;
use super::review::Change;
use super::styles::{frame, name, points};
use crate::document::{BlockId, ChangeId, Target};
use crate::export::Error;
use crate::export::pack::Pack;
use crate::export::picture::Picture;
use crate::export::run::{Run, runs};
use crate::export::sheet::Sheet;
use crate::export::stamp::{Joins, Labels, is_left, joins, whole};
use crate::export::units::{
    Look, Paper, Unit, after_label, figures, goes_on, held, is_last, keep_together, units,
};
use crate::template::Composed;

use super::body::{FIRST, KEEPS};

/// A paragraph of which the end alone counts.
const EMPTY: &str = r#"<text:p text:style-name="Standard"/>"#;

/// Where the text stands between two paragraphs.
pub(super) struct Flow {
    joins: Joins,
    labels: Labels,
    /// The element of the last paragraph, which is not closed yet.
    open: Option<&'static str>,
    /// How it looks.
    last: Option<Look>,
    /// The next paragraph would be joined to it.
    joins_next: bool,
    /// What stands at the start of the next one.
    waiting: Pack,
}

impl Flow {
    pub(super) fn new(sheet: &Sheet<'_>) -> Self {
        Self {
            joins: joins(sheet),
            labels: Labels::of(sheet),
            open: None,
            last: None,
            joins_next: false,
            waiting: Pack::piece(),
        }
    }
}

/// The look of the paragraph after the unit at this place that is neither put in nor dropped, before anything else stands.
fn follower(sheet: &Sheet<'_>, all: &[Unit<'_>], at: usize) -> Option<Look> {
    let stays = |text: &Composed| {
        let review = whole(sheet, text);
        review.removed.is_none() && review.inserted.is_none()
    };
    let mut next = all.iter().skip(at + 1);
    match next.find(|unit| !matches!(unit, Unit::Paragraph(text, _) if !stays(text)))? {
        Unit::Paragraph(text, _) => Some(of(sheet, text, false, false).0),
        Unit::Signatures(place, _) => place.filter(|place| stays(place)).map(|_| Look::Closing),
        Unit::Table(_) => None,
    }
}

impl Body<'_, '_, '_> {
    pub(super) fn all(&mut self) -> Result<(), Error> {
        if let Some((number, day)) = super::body::number_and_day(self.sheet) {
            self.open("p", "Date", 0);
            letters(&number, self.pack);
            if !day.is_empty() {
                self.pack.put("<text:tab/>");
                letters(&day, self.pack);
            }
        }
        let title = &self.sheet.composition.title;
        if !title.text.trim().is_empty() {
            self.paragraph(title, (Look::Title, KEEPS), None);
        }
        let all: Vec<Unit<'_>> = units(self.sheet).collect();
        for (at, unit) in all.iter().enumerate() {
            if !goes_on(self.sheet, at) {
                return Err(Error::Stopped);
            }
            let next = follower(self.sheet, &all, at);
            match unit {
                Unit::Paragraph(text, keeps) => {
                    let styled = of(self.sheet, text, *keeps, is_last(text, all.get(at + 1)));
                    self.paragraph(text, styled, next);
                }
                Unit::Table(rows) => {
                    self.begin_page();
                    self.table(rows);
                }
                Unit::Signatures(place, names) => {
                    if let Some(place) = place {
                        let keeps = if names.is_empty() { 0 } else { KEEPS };
                        self.paragraph(place, (Look::Closing, keeps), next.filter(|_| names.is_empty()));
                    }
                    self.begin_page();
                    self.signatures(names);
                }
            }
        }
        self.close();
        Ok(())
    }

    /// Ends the last paragraph; a text that begins with a table needs one before it, which brings the first sheet.
    fn begin_page(&mut self) {
        if self.is_first {
            self.open("p", "Standard", 0);
        }
        self.close();
    }

    fn close(&mut self) {
        if let Some(element) = self.flow.open.take() {
            self.pack.form(format_args!("</text:{element}>"));
        }
    }

    /// Ends the last paragraph and begins another.
    fn open(&mut self, element: &'static str, style: &str, bits: u8) {
        self.close();
        let bits = if std::mem::take(&mut self.is_first) { bits | FIRST } else { bits };
        self.begin(element, style, bits);
        self.flow.open = Some(element);
    }

    fn begin(&mut self, element: &str, style: &str, bits: u8) {
        self.pack.form(format_args!(r#"<text:{element} text:style-name="{style}"#));
        if bits > 0 {
            self.pack.form(format_args!(".{bits}"));
        }
        self.pack.put("\"");
        if element == "h" {
            let level = style.strip_prefix("Heading_20_").unwrap_or("1");
            self.pack.form(format_args!(r#" text:outline-level="{level}""#));
        }
        self.pack.put(">");
    }

    /// A paragraph, its photo over it; the look of the one that stays behind it, if one does.
    fn paragraph(&mut self, text: &Composed, (look, bits): (Look, u8), next: Option<Look>) {
        let review = whole(self.sheet, text);
        if let Some(id) = review.removed {
            // LibreOffice gives what is dropped the look of the paragraph it finds its place in.
            let alike = next != Some(look) && self.flow.last == Some(look) && self.flow.open.is_some();
            let here = alike && !self.flow.joins_next && self.flow.waiting.markup().is_empty();
            self.dropped(text, (look, bits), id, next.is_some() && !here);
            return;
        }
        let followed = next.is_some();
        let added = review.inserted.map(|id| self.review.insertion(id));
        let picture = photo(self.sheet, text);
        let continues = std::mem::take(&mut self.flow.joins_next) && picture.is_none();
        let after_last = added.filter(|_| !followed && self.flow.open.is_some());
        self.start(after_last);
        if let Some(picture) = picture {
            self.open("p", "Photo", 0);
            self.arrive(added.filter(|_| after_last.is_none()));
            self.picture(text, picture);
        }
        if !continues {
            self.open(element(look), name(look), bits);
            self.flow.last = Some(look);
        }
        if picture.is_none() {
            self.arrive(added.filter(|_| after_last.is_none()));
        }
        let mark = bookmark(text);
        if let Some(mark) = &mark {
            self.pack.form(format_args!(r#"<text:bookmark-start text:name="{mark}"/>"#));
        }
        self.label(text);
        self.words(text);
        self.review.loose(self.pack);
        if let Some(mark) = &mark {
            self.pack.form(format_args!(r#"<text:bookmark-end text:name="{mark}"/>"#));
        }
        let joined = match text.target {
            Some(Target::Block(id)) => self.flow.joins.ends.get(&id).copied(),
            _ => None,
        };
        if let Some((change, apart)) = joined {
            self.pack.put(if apart { " " } else { "" });
            self.flow.joins_next = true;
            if added.is_none() {
                let number = self.review.begin_deletion(change);
                self.review.regions.put(EMPTY);
                self.review.regions.put(EMPTY);
                self.review.end_deletion(None);
                place(number, self.pack);
            }
        }
        let Some(number) = added else { return };
        let is_end_open = followed && joined.is_none();
        let end = if is_end_open { &mut self.flow.waiting } else { &mut *self.pack };
        end.form(format_args!(r#"<text:change-end text:change-id="ct{number}"/>"#));
    }

    /// The start of what is put in.
    fn start(&mut self, added: Option<u32>) {
        if let Some(number) = added {
            self.pack.form(format_args!(r#"<text:change-start text:change-id="ct{number}"/>"#));
        }
    }

    /// At the start of a paragraph: what waits for it, then the start of what is put in.
    fn arrive(&mut self, added: Option<u32>) {
        self.pack.put(self.flow.waiting.markup());
        self.flow.waiting = Pack::piece();
        self.start(added);
    }

    /// A paragraph that would be dropped, in the list of changes; here its place alone. Words that were put in before are
    /// a change of their own.
    fn dropped(&mut self, text: &Composed, (look, bits): (Look, u8), id: ChangeId, followed: bool) {
        let of_all = whole(self.sheet, text).inserted;
        let mut stretches: Vec<(Option<ChangeId>, Vec<Run>)> = vec![(of_all, Vec::new())];
        for mut run in runs(text) {
            run.text = held(run.text, &figures(text));
            let inserted = of_all.or(run.inserted);
            match stretches.last_mut().filter(|(before, _)| *before == inserted) {
                Some((_, stretch)) => stretch.push(run),
                None => stretches.push((inserted, vec![run])),
            }
        }
        let picture = photo(self.sheet, text);
        // Its end was there before, if it was.
        if followed && stretches.last().is_some_and(|(inserted, _)| *inserted != of_all) {
            stretches.push((of_all, Vec::new()));
        }
        let begins = !followed || picture.is_some() || !after_label(text).is_empty();
        if !begins && stretches.len() > 1 && stretches.first().is_some_and(|(_, runs)| runs.is_empty()) {
            stretches.remove(0);
        }
        if !followed && self.flow.open.is_none() {
            self.open("p", "Standard", 0);
        }
        let last = stretches.len() - 1;
        let label = self.flow.labels.pieces(self.sheet, text, None);
        let label: String = label.into_iter().map(|(label, ..)| label).collect();
        let mark = bookmark(text).filter(|_| !is_left(self.sheet, text));
        for (at, (inserted, stretch)) in stretches.iter().enumerate() {
            let number = self.review.begin_deletion(id);
            self.aside(|body| {
                body.pack.put(if at == 0 && !followed { EMPTY } else { "" });
                if let Some(picture) = picture.filter(|_| at == 0) {
                    body.begin("p", "Photo", 0);
                    body.picture(text, picture);
                    body.pack.put("</text:p>");
                }
                body.begin(element(look), name(look), bits);
                if let Some(mark) = mark.as_ref().filter(|_| at == 0) {
                    body.pack.form(format_args!(r#"<text:bookmark text:name="{mark}"/>"#));
                }
                if at == 0 && !after_label(text).is_empty() {
                    body.put_label(&label, after_label(text));
                }
                for run in stretch {
                    body.run(run);
                }
                body.pack.form(format_args!("</text:{}>", element(look)));
                body.pack.put(if at == last && followed { EMPTY } else { "" });
            });
            self.review.end_deletion(*inserted);
            let here = if followed { &mut self.flow.waiting } else { &mut *self.pack };
            place(number, here);
            for run in stretch {
                self.review.begin(&run.remarks, here);
                self.review.end(&run.remarks, here);
            }
        }
    }

    /// Writes into the list of changes.
    fn aside(&mut self, write: impl FnOnce(&mut Self)) {
        std::mem::swap(self.pack, &mut self.review.regions);
        write(self);
        std::mem::swap(self.pack, &mut self.review.regions);
    }

    /// The label; a paragraph that would be joined to another would have none.
    fn label(&mut self, text: &Composed) {
        let joined = match text.target {
            Some(Target::Block(id)) => self.flow.joins.starts.get(&id).copied(),
            _ => None,
        };
        let after = after_label(text);
        if after.is_empty() {
            return;
        }
        let pieces = self.flow.labels.pieces(self.sheet, text, joined);
        let is_one = pieces.len() == 1;
        for (label, inserted, removed) in pieces {
            let after = if is_one { after } else { "" };
            if let Some(id) = removed {
                let number = self.review.begin_deletion(id);
                self.aside(|body| {
                    body.pack.put(r#"<text:p text:style-name="Standard">"#);
                    body.put_label(&label, after);
                    body.pack.put("</text:p>");
                });
                self.review.end_deletion(inserted);
                place(number, self.pack);
                continue;
            }
            // That of a paragraph that is put in is put in with it.
            let added = inserted.filter(|_| !is_one).map(|id| self.review.insertion(id));
            self.start(added);
            self.put_label(&label, after);
            if let Some(number) = added {
                self.pack.form(format_args!(r#"<text:change-end text:change-id="ct{number}"/>"#));
            }
        }
        if !is_one {
            self.put_label("", after);
        }
    }

    fn put_label(&mut self, label: &str, after: &str) {
        letters(label, self.pack);
        letters(if after == "\t" { after } else { "" }, self.pack);
        self.pack.put(if after == " " { " " } else { "" });
    }

    /// The words of a paragraph that stays, with what is suggested about some of them.
    fn words(&mut self, text: &Composed) {
        let figures = figures(text);
        let mut runs = runs(text);
        keep_together(text, &mut runs);
        for mut run in runs {
            if !figures.is_empty() {
                run.text = held(run.text, &figures);
            }
            self.review.begin(&run.remarks, self.pack);
            match self.review.change(text, &run) {
                None => self.run(&run),
                Some(Change::Insertion(id)) => {
                    let number = self.review.insertion(id);
                    self.start(Some(number));
                    self.run(&run);
                    self.pack.form(format_args!(r#"<text:change-end text:change-id="ct{number}"/>"#));
                }
                Some(Change::Deletion(id, inserted)) => {
                    let number = self.review.begin_deletion(id);
                    self.aside(|body| {
                        body.pack.put(r#"<text:p text:style-name="Standard">"#);
                        body.run(&run);
                        body.pack.put("</text:p>");
                    });
                    self.review.end_deletion(inserted);
                    place(number, self.pack);
                }
            }
            self.review.end(&run.remarks, self.pack);
        }
    }

    /// A photo, in a paragraph of its own.
    fn picture(&mut self, text: &Composed, picture: &Picture) {
        let paper = Paper::of(self.sheet);
        self.pictures += 1;
        let size = picture.within(points(paper.measure()), points(paper.height) * 0.45);
        let name = format!("annex{}", self.pictures);
        frame(
            &format!("Pictures/{name}.{}", picture.ending),
            &name,
            &self.sheet.depicted(text),
            (picture, size),
            self.pack,
        );
    }
}

fn element(look: Look) -> &'static str {
    if matches!(look, Look::Heading(_)) { "h" } else { "p" }
}

/// The name of a paragraph in the record, by which an answer can be laid beside it.
fn bookmark(text: &Composed) -> Option<String> {
    match &text.target {
        Some(Target::Block(BlockId(id))) => Some(format!("m_{:x}_{}", id.session, id.counter)),
        Some(Target::Title(_)) => Some("m_title".to_owned()),
        _ => None,
    }
}

/// The place of something that would be dropped.
fn place(number: u32, pack: &mut Pack) {
    pack.form(format_args!(r#"<text:change text:change-id="ct{number}"/>"#));
}
