//! The notes of a session, below the items of the agenda they belong to; laid out once, drawn as far as they are seen.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Align2, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Asked, Part, keys};
use crate::document::{Block, BlockId, Document, Kind, Note, NoteMark, OutputKind, RecordId, Speaker};
use crate::edit::headings;
use crate::template;
use crate::text::Base;
use crate::ui::pen::Pen;
use crate::ui::scroll::Scroll;
use crate::ui::theme::{Face, Theme};
use crate::ui::widgets::{Label, Row, cut, ring, side};

/// How wide the column of times is.
pub const TIME: f32 = 64.0;
/// From the edges to the words.
pub const INSET: f32 = 24.0;
/// How high the heading of an item is, with the space above it.
const HEADING: f32 = 38.0;

/// What a note says, as it is shown: its words behind the name of who spoke.
struct Laid {
    block: Arc<Block>,
    name: String,
    text: String,
    height: f32,
}

enum Line {
    Heading(String),
    Note(Laid),
}

impl Line {
    fn height(&self) -> f32 {
        match self {
            Self::Heading(_) => HEADING,
            Self::Note(laid) => laid.height,
        }
    }
}

type Of = (RecordId, u64, u32, u32, Option<BlockId>, Option<BlockId>);

/// The notes laid out for one state of the record and one width.
#[derive(Default)]
pub struct Listing {
    of: Option<Of>,
    lines: Vec<Line>,
    /// Where each line begins; the last is where all end.
    tops: Vec<f32>,
    count: usize,
    scroll: Scroll,
    /// The note that is brought into view.
    seek: Option<BlockId>,
    /// How often it was laid out anew.
    pub laid: usize,
}

impl Listing {
    /// Brings a note into view, or the last.
    pub fn seek(&mut self, note: Option<BlockId>) {
        self.seek = note.or_else(|| self.last());
    }

    /// The last note.
    #[must_use]
    pub fn last(&self) -> Option<BlockId> {
        self.notes().last()
    }

    /// The notes in the order they stand in.
    #[must_use]
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = BlockId> {
        self.lines.iter().filter_map(|line| match line {
            Line::Note(laid) => Some(laid.block.id),
            Line::Heading(_) => None,
        })
    }

    /// How many notes there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    fn renew(&mut self, ui: &Ui, pen: &mut Pen, part: &Part<'_>, width: f32, item: Option<BlockId>) {
        let document = part.document;
        let pending = part.session.pending;
        let of = (
            document.id(),
            part.version,
            width.to_bits(),
            ui.ctx().pixels_per_point().to_bits(),
            item,
            pending,
        );
        if self.of == Some(of) {
            return;
        }
        let same_width = self.of.is_some_and(|old| (old.2, old.3) == (of.2, of.3));
        let grew = self.of.is_some_and(|old| old.0 == of.0);
        self.of = Some(of);
        self.laid += 1;
        let mut old: HashMap<BlockId, Laid> = HashMap::new();
        for line in self.lines.drain(..) {
            if let Line::Note(laid) = line {
                old.insert(laid.block.id, laid);
            }
        }
        let before = self.count;
        self.lines = lines(document, item, pending);
        self.count = 0;
        let output = part.output;
        let mut last = None;
        self.tops.clear();
        let mut y = 12.0;
        for line in &mut self.lines {
            self.tops.push(y);
            if let Line::Note(laid) = line {
                self.count += 1;
                let Kind::Note(note) = laid.block.kind.clone() else { continue };
                let name = called(document, &note);
                match old.remove(&laid.block.id) {
                    Some(known)
                        if same_width && Arc::ptr_eq(&known.block, &laid.block) && known.name == name =>
                    {
                        *laid = known;
                    }
                    known => {
                        if known.is_none() {
                            last = Some(laid.block.id);
                        }
                        lay(ui, pen, laid, &note, name, (document, output), width, part);
                    }
                }
            }
            y += line.height();
        }
        self.tops.push(y + 12.0);
        if grew && self.count > before {
            self.seek = self.seek.or(last);
        } else if !grew {
            self.seek = self.last();
        }
    }

    /// The first line that is seen from this far down, and the first that is not.
    fn seen(&self, from: f32, to: f32) -> std::ops::Range<usize> {
        let first = self.tops.partition_point(|top| *top <= from).saturating_sub(1);
        let last = self.tops.partition_point(|top| *top < to);
        first..last.min(self.lines.len())
    }
}

/// Headings and notes in order; the item that is spoken of has its heading before it has notes.
fn lines(document: &Document, item: Option<BlockId>, pending: Option<BlockId>) -> Vec<Line> {
    let items: Vec<(usize, BlockId, Option<BlockId>)> =
        (1..).zip(headings::headings(document)).map(|(n, (item, heading))| (n, item, heading)).collect();
    let heading = |id: BlockId| {
        let words = document.block(id).map_or_else(String::new, |block| super::plain(document, &block.text));
        match items.iter().find(|(_, _, heading)| *heading == Some(id)) {
            Some((number, ..)) => format!("{number}. {words}"),
            None => words,
        }
    };
    let current = items.iter().find(|(_, id, _)| Some(*id) == item);
    let bare = |number: usize, id: BlockId| {
        let words = document.block(id).and_then(|block| headings::heading_words(&block.text));
        Line::Heading(format!("{number}. {}", words.map_or_else(String::new, |w| super::plain(document, &w))))
    };
    let mut lines = Vec::new();
    let (mut section, mut told, mut has_current) = (None, None, false);
    for block in document.blocks() {
        match &block.kind {
            Kind::Heading(_) => {
                section = Some(block.id);
                if let Some((.., here)) = current
                    && *here == Some(block.id)
                {
                    lines.push(Line::Heading(heading(block.id)));
                    (told, has_current) = (section, true);
                }
            }
            // What is still being written stands in the line.
            Kind::Note(_) if Some(block.id) == pending => {}
            Kind::Note(_) => {
                if let Some(id) = section.filter(|_| section != told) {
                    lines.push(Line::Heading(heading(id)));
                    told = section;
                }
                let laid =
                    Laid { block: Arc::clone(block), name: String::new(), text: String::new(), height: 0.0 };
                lines.push(Line::Note(laid));
            }
            _ => {}
        }
    }
    if let Some((number, id, _)) = current.filter(|_| !has_current) {
        lines.push(bare(*number, *id));
    }
    lines
}

/// Who spoke, as the notes name them.
#[must_use]
pub fn called(document: &Document, note: &Note) -> String {
    match &note.speaker {
        Speaker::Unnamed => String::new(),
        Speaker::Person(id) => document.person(*id).map(|person| person.name.clone()).unwrap_or_default(),
        Speaker::Collective(name) => name.clone(),
    }
}

#[expect(clippy::too_many_arguments, reason = "a note, who said it, and where it is laid out")]
fn lay(
    ui: &Ui,
    pen: &mut Pen,
    laid: &mut Laid,
    note: &Note,
    name: String,
    (document, output): (&Document, OutputKind),
    width: f32,
    part: &Part<'_>,
) {
    let rich = &laid.block.text;
    let mut words = if rich.atoms().next().is_some() {
        template::said(document, output, rich).text
    } else {
        rich.text().to_owned()
    };
    if note.mark == NoteMark::Quote && !crate::arabic::noted::is_quoted(&words) {
        let (open, close) = crate::arabic::noted::QUOTES;
        words = format!("{open}{words}{close}");
    }
    laid.text = if name.is_empty() { words } else { format!("{name}: {words}") };
    laid.name = name;
    let room = room(ui, pen, note.mark, width, part);
    let shown = pen.opened(ui.ctx(), &laid.text, strong(laid), Face::Note, Base::Rtl, Some(room));
    laid.height = (shown.height() + 8.0).max(36.0);
}

fn strong(laid: &Laid) -> usize {
    if laid.name.is_empty() { 0 } else { laid.name.len() + 1 }
}

/// How wide the words of a note may be beside its time and its mark.
fn room(ui: &Ui, pen: &mut Pen, mark: NoteMark, width: f32, part: &Part<'_>) -> f32 {
    let pill = keys::mark_key(mark)
        .map_or(0.0, |key| pen.line(ui.ctx(), &part.words.get(key), Face::Caption).width() + 20.0 + 12.0);
    (width - 2.0 * INSET - TIME - pill).max(80.0)
}

/// The colours of a mark: fill and ink.
#[must_use]
pub fn colours(mark: NoteMark, theme: &Theme) -> (eframe::egui::Color32, eframe::egui::Color32) {
    match mark {
        NoteMark::Decision => (theme.chosen, theme.accent),
        NoteMark::Task => (theme.warning_fill, theme.warning),
        NoteMark::Quote | NoteMark::None => (theme.hover, theme.ink2),
    }
}

/// Draws the pill of a mark at the far end of a row; how much room it takes.
pub fn pill(ui: &Ui, pen: &mut Pen, row: &mut Row, mark: NoteMark, part: &Part<'_>) {
    let Some(key) = keys::mark_key(mark) else { return };
    let words = part.words.get(key);
    let shown = pen.line(ui.ctx(), &words, Face::Caption);
    let place = row.end(shown.width() + 20.0);
    let place = Rect::from_center_size(place.center(), vec2(place.width(), 22.0));
    let (fill, ink) = colours(mark, &pen.theme);
    ui.painter().rect_filled(place, 11.0, fill);
    pen.draw(ui.painter(), &shown, place.center(), Align2::CENTER_CENTER, ink);
    row.end(12.0);
}

/// Shows the notes in this rectangle.
pub fn show(ui: &mut Ui, pen: &mut Pen, rect: Rect, part: &mut Part<'_>) -> Vec<Asked> {
    let mut asked = Vec::new();
    let mut listing = std::mem::take(&mut part.session.listing);
    let item = part.session.item;
    listing.renew(ui, pen, part, rect.width(), item);
    let whole = listing.tops.last().copied().unwrap_or_default();
    if let Some(note) = listing.seek.take() {
        let at = listing.lines.iter().position(|line| matches!(line, Line::Note(l) if l.block.id == note));
        if let Some(top) = at.and_then(|at| listing.tops.get(at)) {
            let height = at.and_then(|at| listing.lines.get(at)).map_or(0.0, Line::height);
            let _ = listing.scroll.begin(ui, rect, whole);
            listing.scroll.reveal(rect, *top, top + height);
        }
    }
    let scrolled = listing.scroll.begin(ui, rect, whole);
    // Few notes stand at the foot, beside the line they were written in.
    let slack = (rect.height() - whole).max(0.0);
    let origin = rect.top() + slack - scrolled;
    let clip = ui.clip_rect();
    ui.set_clip_rect(rect.intersect(clip));
    if listing.count == 0 {
        empty(ui, pen, rect, part);
    }
    for at in listing.seen(scrolled - slack, scrolled + rect.height() - slack) {
        let (Some(line), Some(top)) = (listing.lines.get(at), listing.tops.get(at)) else { continue };
        let place = Rect::from_min_size(pos2(rect.left(), origin + top), vec2(rect.width(), line.height()));
        match line {
            Line::Heading(words) => {
                let mut row = Row::new(place.shrink2(vec2(INSET, 0.0)), part.reads);
                row.start(TIME);
                let place = row.rest().with_min_y(place.bottom() - 26.0).with_max_y(place.bottom() - 4.0);
                let ink = pen.theme.accent;
                cut(ui, pen, place, Label { words, face: Face::DenseStrong, ink }, part.reads);
            }
            Line::Note(laid) => asked.extend(note(ui, pen, place, laid, part)),
        }
    }
    listing.scroll.thumb(ui, pen, rect, Id::unique("live-notes"), part.rtl);
    ui.set_clip_rect(clip);
    part.session.listing = listing;
    asked
}

/// One note; pressed, it is corrected in the line.
fn note(ui: &mut Ui, pen: &mut Pen, rect: Rect, laid: &Laid, part: &Part<'_>) -> Option<Asked> {
    let Kind::Note(note) = &laid.block.kind else { return None };
    let theme = pen.theme;
    let id = laid.block.id;
    let response = ui.interact(rect.shrink2(vec2(8.0, 0.0)), Id::unique(("live-note", id)), Sense::click());
    let shown = rect.shrink2(vec2(8.0, 1.0));
    if part.session.correcting == Some(id) {
        ui.painter().rect_filled(shown, 6.0, theme.chosen);
    } else if response.hovered() && pen.locked.is_none() {
        ui.painter().rect_filled(shown, 6.0, theme.hover);
    }
    ring(ui, pen, shown.shrink(2.0), 6, &response);
    let mut row = Row::new(rect.shrink2(vec2(INSET, 4.0)), part.reads);
    let time = row.start(TIME);
    let first = time.with_max_y(time.top() + 28.0);
    let told = note.at.map(|at| at.to_string()).unwrap_or_default();
    let stamp = pen.words(ui.ctx(), &told, Face::Dense, Base::Ltr, None);
    let (at, anchor) = side(first, part.reads);
    pen.draw(ui.painter(), &stamp, at, anchor, theme.ink3);
    let width = room(ui, pen, note.mark, rect.width(), part);
    let text = row.start(width);
    let words = pen.opened(ui.ctx(), &laid.text, strong(laid), Face::Note, Base::Rtl, Some(width));
    pen.draw(ui.painter(), &words, text.left_top(), Align2::LEFT_TOP, theme.ink);
    let mut end = Row::new(rect.shrink2(vec2(INSET, 4.0)).with_max_y(rect.top() + 32.0), part.reads);
    pill(ui, pen, &mut end, note.mark, part);
    let mark = keys::mark_key(note.mark).map(|key| part.words.get(key));
    let name = [Some(told), mark, Some(laid.text.clone())].into_iter().flatten();
    let name = name.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" — ");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, pen.locked.is_none(), &name));
    let hit = response.clicked() || crate::ui::access::pressed(&response);
    (hit && pen.locked.is_none()).then_some(Asked::Edit(id))
}

/// What stands there before the first note: one thing to do.
fn empty(ui: &Ui, pen: &mut Pen, rect: Rect, part: &Part<'_>) {
    let theme = pen.theme;
    let middle = rect.center().y - 20.0;
    for (key, face, ink, y) in [
        ("live-empty", Face::Section, theme.ink2, middle),
        ("live-empty-about", Face::Base, theme.ink3, middle + 30.0),
    ] {
        let words = part.words.get(key);
        let shown = pen.fitted(ui.ctx(), &words, face, Base::Auto, rect.width() - 48.0);
        pen.draw(ui.painter(), &shown, pos2(rect.center().x, y), Align2::CENTER_CENTER, ink);
        crate::ui::widgets::told(
            ui,
            Rect::from_center_size(pos2(rect.center().x, y), vec2(rect.width() - 48.0, 24.0)),
            key,
            &words,
        );
    }
}
