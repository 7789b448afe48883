//! The page for those who do not see it: a text of many lines, with a paragraph of its own kind for each that is in view.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::accesskit::{Node, Rect as Bounds, Role, TextPosition, TextSelection};
use eframe::egui::{Context, Id, Pos2, Rect, pos2};

use super::{Runs, Wish, Worn, adopt, is_told, moved_to, requests, takes_wishes};
use crate::check::Finding;
use crate::document::{Audience, Mark, Place, Target};
use crate::template::Part;
use crate::text::{Base, Layout};
use crate::ui::details::readers_key;
use crate::ui::marks::Tint;
use crate::ui::pen::Pen;
use crate::ui::said;
use crate::ui::sheet::{Laid, MEASURE, Sheet};
use crate::ui::theme::{Face, Theme};
use crate::words::Words;
use crate::workspace::{Access, Open};

/// So many lines of one paragraph are told whole; of a longer one, those in view.
const WHOLE: usize = 64;

/// What was told of a paragraph last, kept while its layout is.
pub struct Said {
    runs: Runs,
    lines: Range<usize>,
    breaks: bool,
    marks: Vec<(Range<usize>, Worn)>,
}

/// Tells the page: its paragraphs in view and the caret's, and what is selected.
#[expect(clippy::too_many_arguments, reason = "what is told, in which words, and where it stands")]
pub fn page(
    ctx: &Context,
    pen: &mut Pen,
    id: Id,
    sheet: &mut Sheet,
    open: &Open,
    findings: Option<&Arc<Vec<Finding>>>,
    words: Words,
    view: Rect,
) {
    if !is_told(ctx, id) {
        return;
    }
    let (document, selection) = (open.editor().document(), open.editor().selection());
    let mut corners: Vec<(usize, Pos2)> = sheet.seen.iter().map(|seen| (seen.index, seen.origin)).collect();
    let head = Sheet::index(document, &selection.head.target);
    if let Some(index) = head.filter(|index| corners.iter().all(|(seen, _)| seen != index)) {
        let above = corners.first().is_some_and(|(first, _)| index < *first);
        let height = sheet.laid.get(index).and_then(|laid| laid.layout.as_ref()).map_or(0.0, Layout::height);
        let y = if above { view.top() - height } else { view.bottom() };
        let at = corners.partition_point(|(seen, _)| *seen < index);
        corners.insert(at, (index, pos2(sheet.sheet_x(), y)));
    }
    let last = sheet.laid.len();
    let rtl = sheet.rtl;
    let mut children = Vec::new();
    for (index, corner) in &corners {
        let Some(laid) = sheet.laid.get_mut(*index) else { continue };
        if laid.layout.is_none() {
            continue;
        }
        let own = paragraph_id(id, *index, laid);
        tell_runs(ctx, pen, laid, own, *corner, view, rtl, *index + 1 < last);
        let Some(said) = &laid.said else { continue };
        let runs = said.runs.tell(ctx, None);
        let mut node = paragraph(laid, words);
        node.set_transform(moved_to(*corner));
        if let Some(found) = findings.and_then(|all| told_of(laid.composed.target.as_ref()?, all, words)) {
            let before = node.description().map(|before| format!("{before}. ")).unwrap_or_default();
            node.set_description(format!("{before}{found}"));
        }
        ctx.accesskit_node_builder(own, |told| *told = node);
        adopt(ctx, own, &runs);
        children.push(own.accesskit_id());
    }
    adopt(ctx, id, &children);
    let shown: Vec<usize> = corners.iter().map(|(index, _)| *index).collect();
    let at = |place: &Place| position(sheet, &shown, Sheet::index(document, &place.target)?, place);
    let anchor = at(&selection.anchor);
    let selection = anchor.zip(at(&selection.head)).map(|(anchor, focus)| TextSelection { anchor, focus });
    takes_wishes(ctx, id, selection, open.access() == Access::Write);
}

/// What was asked of the page, in places of the record; asked once.
#[must_use]
pub fn asked(ctx: &Context, id: Id, sheet: &Sheet) -> Vec<Wish<Place>> {
    let find = |at: TextPosition| {
        let all = sheet.laid.iter().enumerate();
        let mut found =
            all.filter_map(|(index, laid)| Some((index, laid, laid.said.as_ref()?.runs.caret(at)?)));
        let (index, laid, (caret, beyond)) = found.next()?;
        match sheet.laid.get(index + 1).filter(|_| beyond) {
            Some(next) => next.place(next.start()),
            None => laid.place(caret),
        }
    };
    requests(ctx, id).into_iter().filter_map(|wish| wish.at(find)).collect()
}

/// Where a place is in what was told; at the nearer end of it if it is not in view.
fn position(sheet: &Sheet, shown: &[usize], index: usize, place: &Place) -> Option<TextPosition> {
    let runs = |index: &usize| Some(&sheet.laid.get(*index)?.said.as_ref()?.runs);
    let (first, last) = (shown.first()?, shown.last()?);
    if shown.contains(&index) {
        runs(&index)?.position(sheet.laid.get(index)?.caret(place))
    } else if index < *first {
        runs(first)?.start()
    } else {
        runs(last)?.end()
    }
}

fn paragraph_id(page: Id, index: usize, laid: &Laid) -> Id {
    match &laid.composed.target {
        Some(target) => page.with(target),
        None => page.with(index),
    }
}

#[expect(clippy::too_many_arguments, reason = "what is told, and where it stands")]
fn tell_runs(
    ctx: &Context,
    pen: &mut Pen,
    laid: &mut Laid,
    own: Id,
    corner: Pos2,
    view: Rect,
    rtl: bool,
    breaks: bool,
) {
    let Some(layout) = &laid.layout else { return };
    let scale = ctx.pixels_per_point();
    let lines = lines_of(layout, corner, view, scale);
    let marks = marks_of(laid, &pen.theme);
    let same = |said: &Said| said.lines == lines && said.breaks == breaks && said.marks == marks;
    if laid.said.as_ref().is_some_and(same) {
        return;
    }
    let label = laid.hangs().then(|| {
        let label = pen.words(ctx, &format!("{} ", laid.composed.label), Face::Body, Base::Rtl, None);
        let x = if rtl { MEASURE - laid.indent() + 8.0 } else { -8.0 - label.width() };
        (label.layout, x)
    });
    let label = label.as_ref().map(|(label, x)| (label.as_ref(), *x));
    let runs = Runs::new(own, layout, lines.clone(), scale, label, breaks, &marks);
    laid.said = Some(Said { runs, lines, breaks, marks });
}

/// What the writer marked, and what was suggested, by the bytes of the layout.
fn marks_of(laid: &Laid, theme: &Theme) -> Vec<(Range<usize>, Worn)> {
    let worn = |mark| match mark {
        Mark::Bold => Some(Worn::Bold),
        Mark::Underline | Mark::Inserted(_) => Some(Worn::Underline(theme.ink)),
        Mark::Strike | Mark::Deleted(_) => Some(Worn::Strike(theme.ink)),
        Mark::Colour(_) | Mark::Language(_) | Mark::Remark(_) => None,
    };
    let shown = laid.composed.marks.iter();
    let lines = shown.filter_map(|shown| {
        let (start, end) = (shown.range.start + laid.prefix, shown.range.end + laid.prefix);
        Some((start..end, worn(shown.mark)?))
    });
    let colours = laid.tints.iter().filter_map(|(range, tint)| match tint {
        Tint::Writer(colour) => Some((range.clone(), Worn::Colour(theme.colour(*colour)))),
        Tint::Inserted(_) | Tint::Deleted(_) => None,
    });
    lines.chain(colours).collect()
}

/// Which lines are told: all, or those in view and as many before and after it.
fn lines_of(layout: &Layout, corner: Pos2, view: Rect, scale: f32) -> Range<usize> {
    let lines = layout.lines();
    if lines.len() <= WHOLE {
        return 0..lines.len();
    }
    let (top, bottom) = ((view.top() - corner.y) * scale, (view.bottom() - corner.y) * scale);
    let first = lines.partition_point(|line| line.bottom <= top);
    let last = lines.partition_point(|line| line.top < bottom);
    // In steps, so that scrolling by a line tells what was told before.
    let (first, last) = (first / WHOLE * WHOLE, last.div_ceil(WHOLE) * WHOLE);
    first..last.clamp(first + 1, lines.len())
}

/// What a paragraph is, without its words.
fn paragraph(laid: &Laid, words: Words) -> Node {
    let composed = &laid.composed;
    let (role, level) = match composed.part {
        Part::Title => (Role::Heading, Some(0)),
        Part::Heading(level) => (Role::Heading, Some(usize::from(level))),
        Part::Outline(0) => (Role::Heading, Some(1)),
        Part::Outline(depth) => (Role::ListItem, Some(usize::from(depth) - 1)),
        Part::AgendaItem | Part::Attendee => (Role::ListItem, Some(0)),
        Part::Quote => (Role::Blockquote, None),
        Part::Note => (Role::Note, None),
        Part::Paragraph(_)
        | Part::Fact
        | Part::Intervention
        | Part::Decision
        | Part::Signature
        | Part::Annex => (Role::Paragraph, None),
    };
    let mut node = Node::new(role);
    if let Some(level) = level {
        node.set_level(level);
    }
    let name = if composed.label.is_empty() {
        composed.text.clone()
    } else {
        format!("{} {}", composed.label, composed.text)
    };
    node.set_label(name);
    let mut more = Vec::new();
    if composed.audience != Audience::Both {
        more.push(words.get(readers_key(composed.audience)));
    }
    if composed.text.is_empty() {
        match composed.part {
            Part::Title => more.push(words.get("hint-title")),
            _ => more.extend(Some(composed.prompt.clone()).filter(|prompt| !prompt.is_empty())),
        }
    }
    if !more.is_empty() {
        node.set_description(more.join(". "));
    }
    if let Some(layout) = &laid.layout {
        let scale = laid.scale();
        let (x1, y1) = (f64::from(layout.width() / scale), f64::from(layout.height() / scale));
        node.set_bounds(Bounds { x0: 0.0, y0: 0.0, x1, y1 });
    }
    node
}

/// What the checks found in this text.
fn told_of(target: &Target, findings: &[Finding], words: Words) -> Option<String> {
    let own = findings.iter().filter(|finding| finding.place.target == *target);
    let told: Vec<String> = own.map(|finding| said::finding(finding, words).0).collect();
    (!told.is_empty()).then(|| told.join(". "))
}
