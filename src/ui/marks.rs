//! What is said of a paragraph beside its letters: boxes, fills, selections, lines below and through words, signs in the
//! margin. Nothing here moves a letter.

use std::collections::HashMap;
use std::ops::Range;

use eframe::egui::{self, Align2, Color32, Painter, Pos2, Rect, Stroke, pos2, vec2};

use super::details::readers_key;
use super::glyphs::Inks;
use super::lines::{Line, Piece, Stretches};
use super::pen::{Icon, Pen};
use super::sheet::{BOX, Laid, MARGIN, MEASURE, SHEET, Seen};
use super::theme::{Face, Theme};
use crate::check::{Certainty, Finding};
use crate::document::{Atom, Audience, Colour, DateForm, Document, Mark, Target};
use crate::edit::Command;
use crate::template::{Composed, How, Part, Shown};
use crate::text::{self, Base, Layout};
use crate::words::Words;

/// How far the box of a block for some readers goes beyond the text.
const BEYOND: f32 = 48.0;

/// What lies under a paragraph that is for one kind of readers only: a fill, a bar and a line that says so.
pub(super) fn under(painter: &Painter, pen: &mut Pen, laid: &Laid, seen: Seen, rtl: bool, words: Words) {
    let icon = match laid.composed.audience {
        Audience::Both => return,
        Audience::MinutesOnly => Icon::Lock,
        Audience::CommuniqueOnly => Icon::Megaphone,
    };
    let theme = pen.theme;
    let top = seen.rect.top() + laid.gap();
    let left = seen.rect.left() + MARGIN - BEYOND;
    let whole = Rect::from_min_max(
        pos2(left, top),
        pos2(seen.rect.left() + SHEET - MARGIN + BEYOND, seen.rect.bottom()),
    );
    let edge = if rtl { whole.right() - 3.0 } else { whole.left() };
    let bar = Rect::from_min_max(pos2(edge, whole.top()), pos2(edge + 3.0, whole.bottom()));
    if laid.composed.audience == Audience::MinutesOnly {
        painter.rect_filled(whole, 0.0, theme.internal_fill);
        painter.rect_filled(bar, 0.0, theme.internal);
    } else {
        painter.rect_stroke(bar, 0.0, Stroke::new(1.0, theme.internal), egui::StrokeKind::Inside);
    }
    let y = top + BOX.0 + BOX.1 / 2.0;
    let start = if rtl { seen.rect.left() + SHEET - MARGIN } else { seen.rect.left() + MARGIN };
    let way = if rtl { -1.0 } else { 1.0 };
    icon.draw(painter, pos2(start + way * 8.0, y), 16.0, theme.internal);
    let name = pen.line(painter.ctx(), &words.get(readers_key(laid.composed.audience)), Face::Caption);
    let anchor = if rtl { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    pen.draw(painter, &name, pos2(start + way * 20.0, y), anchor, theme.internal);
}

/// What colours words otherwise than the ink.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tint {
    /// A writer's colour.
    Writer(Colour),
    /// Words somebody suggests.
    Inserted(crate::document::ChangeId),
    /// Words somebody suggests to drop.
    Deleted(crate::document::ChangeId),
}

/// The colours of a paragraph's words in their layout, from the weakest to the strongest. A writer's colour that
/// begins inside a word takes all of it, so that letters that join are of one colour.
pub(super) fn tints(composed: &Composed, prefix: usize, words: &str) -> Vec<(Range<usize>, Tint)> {
    let in_layout = |shown: &Shown| shown.range.start + prefix..shown.range.end + prefix;
    let writers = composed.marks.iter().filter_map(|shown| match shown.mark {
        Mark::Colour(colour) => Some((whole_words(words, in_layout(shown)), Tint::Writer(colour))),
        _ => None,
    });
    let reviewers = composed.marks.iter().filter_map(|shown| match shown.mark {
        Mark::Inserted(id) => Some((in_layout(shown), Tint::Inserted(id))),
        Mark::Deleted(id) => Some((in_layout(shown), Tint::Deleted(id))),
        _ => None,
    });
    writers.chain(reviewers).collect()
}

/// The bytes with the words they begin and end in.
pub(super) fn whole_words(words: &str, range: Range<usize>) -> Range<usize> {
    let first = text::word_at(words, range.start);
    let inside = first.start < range.start && range.start < first.end;
    let start = if inside { first.start } else { range.start };
    let last = words.get(range.clone()).and_then(|marked| marked.char_indices().next_back());
    let end = last.map_or(range.end, |(at, _)| text::word_at(words, range.start + at).end.max(range.end));
    start..end
}

/// The colours of words that a writer alone marked, as on paper.
pub(super) fn written_inks(theme: &Theme, ink: Color32, tints: &[(Range<usize>, Tint)]) -> Inks {
    let mut inks = Inks::plain(ink);
    for (range, tint) in tints {
        if let Tint::Writer(colour) = tint {
            inks.paint(range, theme.colour(*colour));
        }
    }
    inks
}

/// The lines a writer drew below words, each in the colour of its words.
pub(super) fn underlines(stretches: &Stretches<'_>, composed: &Composed, prefix: usize, inks: &Inks) {
    each(
        composed,
        prefix,
        |mark| mark == Mark::Underline,
        |range, _| {
            for (part, colour) in inks.parts(range) {
                for piece in stretches.pieces(part) {
                    stretches.underline(&piece, 0, 1.0, colour);
                }
            }
        },
    );
}

/// The lines a writer drew through words, each in the colour of its words.
pub(super) fn strikes(stretches: &Stretches<'_>, composed: &Composed, prefix: usize, inks: &Inks) {
    each(
        composed,
        prefix,
        |mark| mark == Mark::Strike,
        |range, _| {
            for (part, colour) in inks.parts(range) {
                for piece in stretches.pieces(part) {
                    stretches.strike(&piece, colour);
                }
            }
        },
    );
}

/// Does this for each stretch of these marks, in bytes of the layout.
pub(super) fn each(
    composed: &Composed,
    prefix: usize,
    which: impl Fn(Mark) -> bool,
    mut act: impl FnMut(Range<usize>, Mark),
) {
    for shown in composed.marks.iter().filter(|shown| which(shown.mark)) {
        act(shown.range.start + prefix..shown.range.end + prefix, shown.mark);
    }
}

/// Everything that is said of a paragraph's words, and by whom it is looked at.
pub(super) struct Said<'a> {
    /// The record.
    pub(super) document: &'a Document,
    /// The paragraph and where it is seen.
    pub(super) laid: &'a Laid,
    /// The same.
    pub(super) seen: Seen,
    /// Whether the record is read from the right.
    pub(super) rtl: bool,
    /// Who suggested or remarked something.
    pub(super) authors: &'a [String],
    /// Where the mouse is.
    pub(super) pointer: Option<Pos2>,
    /// The caret's byte of the layout.
    pub(super) caret: Option<usize>,
    /// The stored bytes that are selected.
    pub(super) selected: Option<&'a Range<usize>>,
    /// What the checks found.
    pub(super) found: &'a [Found],
    /// The byte in the record of the finding that is being looked at.
    pub(super) current: Option<usize>,
    /// The shown bytes that were found.
    pub(super) hits: Vec<Range<usize>>,
    /// The one of them that is looked at.
    pub(super) looked_at: Option<Range<usize>>,
}

/// What is said of a live field that is pointed at.
pub(super) struct Hint {
    /// The message.
    pub(super) key: &'static str,
    /// The part of the field that is pointed at.
    pub(super) place: Rect,
}

impl Said<'_> {
    fn stretches<'b>(&'b self, painter: &'b Painter) -> Option<(Stretches<'b>, &'b Layout)> {
        let layout = self.laid.layout.as_ref()?;
        Some((Stretches::new(painter, layout, self.seen.origin), layout))
    }

    /// The colours of its letters: those that are selected or found are always ink.
    pub(super) fn inks(&self, theme: &Theme) -> Inks {
        let mut inks = Inks::plain(theme.ink);
        for (range, tint) in &self.laid.tints {
            let colour = match tint {
                Tint::Writer(colour) => theme.colour(*colour),
                Tint::Inserted(id) => self.author(theme, self.suggested(*id)),
                Tint::Deleted(_) => theme.ink3,
            };
            inks.paint(range, colour);
        }
        let selected = self.selected.map(|range| self.laid.shown(range));
        for shown in selected.into_iter().chain(self.hits.iter().map(|range| self.found_at(range))) {
            let tinted = |(own, _): &(Range<usize>, Tint)| own.start < shown.end && shown.start < own.end;
            if self.laid.tints.iter().any(tinted) {
                inks.paint(&shown, theme.ink);
            }
        }
        inks
    }

    /// Shown bytes of the paragraph as bytes of its layout.
    fn found_at(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.laid.prefix..range.end + self.laid.prefix
    }

    fn suggested(&self, id: crate::document::ChangeId) -> Option<&str> {
        self.document.changes().get(&id).map(|change| change.author.as_str())
    }

    fn author(&self, theme: &Theme, name: Option<&str>) -> Color32 {
        let index = self.authors.iter().position(|author| Some(author.as_str()) == name);
        theme.author(index.unwrap_or_default())
    }

    /// Whether the caret is in these bytes of the layout or the mouse over one of these pieces.
    fn attended(&self, range: &Range<usize>, pieces: &[Piece]) -> bool {
        let at_caret = self.caret.is_some_and(|at| range.start <= at && at <= range.end);
        at_caret || self.pointed(pieces).is_some()
    }

    fn pointed<'b>(&self, pieces: &'b [Piece]) -> Option<&'b Piece> {
        pieces.iter().find(|piece| self.pointer.is_some_and(|at| piece.rect.contains(at)))
    }

    /// How many solid lines are drawn below any of these bytes already: signs stand under them.
    fn taken(&self, range: &Range<usize>) -> u8 {
        let over = |which: fn(Mark) -> bool| {
            let mut found = false;
            each(&self.laid.composed, self.laid.prefix, which, |own, _| {
                found |= own.start < range.end && range.start < own.end;
            });
            u8::from(found)
        };
        over(|mark| mark == Mark::Underline) + over(|mark| matches!(mark, Mark::Inserted(_)))
    }

    /// What lies under the letters: fills, then the selection, then lines. Says which field is pointed at.
    pub(super) fn under(&self, painter: &Painter, pen: &Pen, inks: &Inks) -> Option<Hint> {
        let (stretches, layout) = self.stretches(painter)?;
        let hint = self.fills(&stretches, &pen.theme);
        for range in &self.hits {
            for piece in stretches.pieces(self.found_at(range)) {
                stretches.behind(&piece, pen.theme.search);
                if self.looked_at.as_ref() == Some(range) {
                    stretches.frame(&piece, pen.theme.accent);
                }
            }
        }
        self.selection(painter, &pen.theme, layout);
        self.lines(&stretches, &pen.theme, inks);
        hint
    }

    fn fields(&self) -> impl Iterator<Item = (Range<usize>, &Atom, bool)> {
        let prefix = self.laid.prefix;
        self.laid.composed.segments.iter().filter_map(move |segment| {
            let range = segment.shown.start + prefix..segment.shown.end + prefix;
            match &segment.how {
                How::Field(atom) => Some((range, atom, false)),
                How::Unresolved(atom) => Some((range, atom, true)),
                How::Verbatim | How::Hidden => None,
            }
        })
    }

    fn fills(&self, stretches: &Stretches<'_>, theme: &Theme) -> Option<Hint> {
        let mut hint = None;
        let composed = &self.laid.composed;
        each(
            composed,
            self.laid.prefix,
            |mark| matches!(mark, Mark::Deleted(_)),
            |range, _| {
                for piece in stretches.pieces(range) {
                    stretches.band(&piece, theme.deleted_fill);
                }
            },
        );
        each(
            composed,
            self.laid.prefix,
            |mark| matches!(mark, Mark::Remark(_)),
            |range, _| {
                let pieces = stretches.pieces(range.clone());
                if self.attended(&range, &pieces) {
                    for piece in &pieces {
                        stretches.band(piece, theme.chosen);
                    }
                }
            },
        );
        for (range, atom, unresolved) in self.fields() {
            let pieces = stretches.pieces(range.clone());
            if let Some(piece) = self.pointed(&pieces) {
                hint = Some(Hint { key: hint_key(atom, unresolved), place: piece.rect });
            }
            let chosen = self.attended(&range, &pieces).then_some(theme.chosen);
            if let Some(fill) = unresolved.then_some(theme.warning_fill).or(chosen) {
                for piece in &pieces {
                    stretches.behind(piece, fill);
                }
            }
        }
        for (range, certainty) in self.findings() {
            if self.current.is_some_and(|at| self.laid.shown(&(at..at)).start == range.start) {
                for piece in stretches.pieces(range) {
                    stretches.behind(&piece, colours(theme, certainty).1);
                }
            }
        }
        hint
    }

    fn selection(&self, painter: &Painter, theme: &Theme, layout: &Layout) {
        let Some(range) = self.selected else { return };
        let (origin, size) = (self.seen.origin, scale_of(painter));
        if self.laid.composed.text.is_empty() {
            let x = if self.rtl { origin.x + layout.width() / size - 8.0 } else { origin.x };
            let mark = Rect::from_min_size(pos2(x, origin.y), vec2(8.0, layout.height() / size));
            painter.rect_filled(mark, 0.0, theme.selection);
        }
        for rect in layout.rects(self.laid.shown(range)) {
            painter.rect_filled(super::sheet::placed(&rect, origin, size), 0.0, theme.selection);
        }
    }

    fn lines(&self, stretches: &Stretches<'_>, theme: &Theme, inks: &Inks) {
        let (composed, prefix) = (&self.laid.composed, self.laid.prefix);
        underlines(stretches, composed, prefix, inks);
        each(
            composed,
            prefix,
            |mark| matches!(mark, Mark::Inserted(_)),
            |range, mark| {
                let Mark::Inserted(id) = mark else { return };
                let colour = self.author(theme, self.suggested(id));
                let taken = self.taken(&range) - 1;
                for piece in stretches.pieces(range) {
                    stretches.underline(&piece, taken, 2.0, colour);
                }
            },
        );
        for (range, _, unresolved) in self.fields() {
            let colour = if unresolved { theme.warning } else { theme.accent };
            self.sign(stretches, Line::Dotted, range, colour);
        }
        for (range, certainty) in self.findings() {
            let line = match certainty {
                Certainty::Error => Line::Wavy,
                Certainty::Warning => Line::Dotted,
                Certainty::Style => Line::Dashed,
            };
            self.sign(stretches, line, range, colours(theme, certainty).0);
        }
    }

    fn sign(&self, stretches: &Stretches<'_>, line: Line, range: Range<usize>, colour: Color32) {
        let taken = self.taken(&range);
        for piece in stretches.pieces(range) {
            stretches.sign(line, &piece, stretches.hint(&piece, taken), colour);
        }
    }

    /// Where the words are that something was found in, in bytes of the layout. What was found in an earlier state is
    /// shown while the words still say it.
    fn findings(&self) -> impl Iterator<Item = (Range<usize>, Certainty)> {
        let stored = self.laid.composed.target.as_ref().and_then(|target| self.document.rich(target));
        self.found.iter().filter_map(move |found| {
            let (range, words) = found.words.as_ref()?;
            let same = stored?.text().get(range.clone()) == Some(words);
            same.then(|| (self.laid.shown(range), found.certainty))
        })
    }

    /// What lies over the letters, strokes through words, and what stands in the margin.
    pub(super) fn over(&self, painter: &Painter, pen: &mut Pen, inks: &Inks) {
        let Some((stretches, layout)) = self.stretches(painter) else { return };
        let (composed, prefix, theme) = (&self.laid.composed, self.laid.prefix, pen.theme);
        strikes(&stretches, composed, prefix, inks);
        each(
            composed,
            prefix,
            |mark| matches!(mark, Mark::Deleted(_)),
            |range, mark| {
                let Mark::Deleted(id) = mark else { return };
                let colour = self.author(&theme, self.suggested(id));
                for piece in stretches.pieces(range) {
                    stretches.strike(&piece, colour);
                }
            },
        );
        let named = self.names(painter, pen, &stretches);
        self.dot(painter, &theme, layout, named);
    }

    /// The edge of the text where lines end, and which way the margin lies from it.
    fn margin(&self) -> (f32, f32) {
        let left = self.seen.rect.left();
        if self.rtl { (left + MARGIN, -1.0) } else { (left + SHEET - MARGIN, 1.0) }
    }

    /// A dot in the margin at the first line of a paragraph in which something was found; close to the text where a
    /// name stands there.
    fn dot(&self, painter: &Painter, theme: &Theme, layout: &Layout, named: bool) {
        let Some(worst) = self.found.iter().map(|found| found.certainty).min() else { return };
        let size = scale_of(painter);
        let first = layout.lines().first().map_or(32.0, |line| f32::midpoint(line.top, line.bottom) / size);
        let (edge, way) = self.margin();
        let off = if named { 6.0 } else { MARGIN - DOT };
        painter.circle_filled(
            pos2(edge + way * off, self.seen.origin.y + first),
            3.0,
            colours(theme, worst).0,
        );
    }

    /// Who suggested or remarked something on a line: the last name, once, or its first letter where it is too long,
    /// and a tick where it is a remark. Says whether somebody is named at the first line.
    fn names(&self, painter: &Painter, pen: &mut Pen, stretches: &Stretches<'_>) -> bool {
        let mut lines: Vec<(usize, Rect, Option<&str>, bool)> = Vec::new();
        each(&self.laid.composed, self.laid.prefix, Mark::is_review, |range, mark| {
            let author = match mark {
                Mark::Inserted(id) | Mark::Deleted(id) => self.suggested(id),
                Mark::Remark(id) => self.document.comments().get(&id).map(|remark| remark.author.as_str()),
                _ => None,
            };
            let remark = matches!(mark, Mark::Remark(_));
            let Some(piece) = stretches.pieces(range).into_iter().next() else { return };
            match lines.iter_mut().find(|(line, ..)| *line == piece.line) {
                Some((.., ticked)) => *ticked |= remark,
                None => lines.push((piece.line, piece.rect, author, remark)),
            }
        });
        let (edge, way) = self.margin();
        let anchor = if way > 0.0 { Align2::LEFT_CENTER } else { Align2::RIGHT_CENTER };
        for (_, rect, author, ticked) in &lines {
            let y = rect.center().y;
            if *ticked {
                let middle = pos2(edge + way * 11.5, y);
                painter.rect_filled(Rect::from_center_size(middle, vec2(3.0, 20.0)), 0.0, pen.theme.accent);
            }
            let Some(name) = author.and_then(|author| author.split_whitespace().next_back()) else {
                continue;
            };
            let mut shaped = pen.line(painter.ctx(), name, Face::Caption);
            if shaped.width() > NAME {
                let initial: String = name.chars().take(1).collect();
                shaped = pen.line(painter.ctx(), &initial, Face::Caption);
            }
            let colour = self.author(&pen.theme, *author);
            pen.draw(painter, &shaped, pos2(edge + way * 18.0, y), anchor, colour);
        }
        lines.iter().any(|(line, _, author, _)| *line == 0 && author.is_some())
    }
}

/// The room for an author's name in the margin.
const NAME: f32 = 44.0;

/// The line and the fill of a finding.
fn colours(theme: &Theme, certainty: Certainty) -> (Color32, Color32) {
    match certainty {
        Certainty::Error => (theme.error, theme.error_fill),
        Certainty::Warning => (theme.warning, theme.warning_fill),
        Certainty::Style => (theme.finding, theme.finding_fill),
    }
}

fn hint_key(atom: &Atom, unresolved: bool) -> &'static str {
    match atom {
        _ if unresolved => "atom-tooltip-unresolved",
        Atom::Verb { .. } => "atom-tooltip-verb",
        Atom::Dates(DateForm::WithDay) | Atom::NextDates(DateForm::WithDay) => "atom-tooltip-date",
        _ => "atom-tooltip",
    }
}

/// From the sheet's edge to the middle of a finding's dot.
const DOT: f32 = 40.0;

/// What was found in one text.
#[derive(Clone, Debug)]
pub struct Found {
    /// How sure it is.
    pub certainty: Certainty,
    /// The stored bytes it is about and what stood there; nothing where it is about the paragraph.
    pub words: Option<(Range<usize>, String)>,
}

impl Found {
    /// The findings by the texts they are in.
    #[must_use]
    pub fn by_text(document: &Document, findings: &[Finding]) -> HashMap<Target, Vec<Self>> {
        let mut by_text: HashMap<Target, Vec<Self>> = HashMap::new();
        for finding in findings {
            let target = &finding.place.target;
            let range = finding.fixes.iter().find_map(|fix| match &fix.command {
                Command::Replace { target: at, range, .. } if at == target => Some(range.clone()),
                _ => None,
            });
            let words = range.and_then(|range| {
                let words = document.rich(target)?.text().get(range.clone())?;
                Some((range, words.to_owned()))
            });
            by_text.entry(target.clone()).or_default().push(Self { certainty: finding.certainty, words });
        }
        by_text
    }
}

/// The label in the gutter: it ends eight pixels before the text, so that its separators stand in one line.
pub(super) fn label(painter: &Painter, pen: &mut Pen, laid: &Laid, seen: Seen, rtl: bool) {
    if !laid.hangs() {
        return;
    }
    let words = pen.label(painter.ctx(), &laid.composed.label, Face::Body);
    let colour = pen.theme.ink2;
    if rtl {
        let edge = seen.origin.x + MEASURE - laid.indent() + 8.0;
        pen.draw(painter, &words, pos2(edge, seen.origin.y), Align2::LEFT_TOP, colour);
    } else {
        pen.draw(painter, &words, pos2(seen.origin.x - 8.0, seen.origin.y), Align2::RIGHT_TOP, colour);
    }
}

pub(super) fn prompt(painter: &Painter, pen: &mut Pen, laid: &Laid, seen: Seen, rtl: bool, words: Words) {
    let hint = match laid.composed.part {
        Part::Title => words.get("hint-title"),
        _ if laid.composed.prompt.is_empty() => return,
        _ => laid.composed.prompt.clone(),
    };
    let face = laid.face();
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let width = MEASURE - laid.indent();
    let indent = match &laid.layout {
        Some(layout) if laid.prefix > 0 => layout.content_width() / scale_of(painter) + 4.0,
        _ => 0.0,
    };
    let shown = pen.fitted(painter.ctx(), &hint, face, base, width - indent);
    let (x, anchor) = if rtl {
        (seen.origin.x + width - indent, Align2::RIGHT_TOP)
    } else {
        (seen.origin.x + indent, Align2::LEFT_TOP)
    };
    let colour = pen.theme.ink3;
    pen.draw(painter, &shown, pos2(x, seen.origin.y), anchor, colour);
}

fn scale_of(painter: &Painter) -> f32 {
    painter.ctx().pixels_per_point()
}
