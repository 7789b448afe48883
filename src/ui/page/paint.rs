//! How the page is painted: paper, marks, words, the caret.

use std::ops::Range;

use eframe::egui::{self, CornerRadius, Painter, Rect, Shadow, Shape, Stroke, Ui, pos2, vec2};

use super::Page;
use crate::edit;
use crate::template::Part;
use crate::text::{self, Direction};
use crate::ui::ime;
use crate::ui::marks::Said;
use crate::ui::pen::Pen;
use crate::ui::sheet::{Seen, Sheet, scale};
use crate::ui::widgets::tooltip;
use crate::ui::{details, hidden, marks};
use crate::words::Words;
use crate::workspace::Open;

/// How long the caret is shown, and how long not, in seconds.
const BLINK: f64 = 0.6;
/// The caret blinks three times after a key or a click, then stays lit. egui draws the whole window for each blink,
/// which without a GPU is the one thing an idle window would spend its time on.
const BLINKS_FOR: f64 = 6.0 * BLINK;

impl Page {
    pub(super) fn paper(&self, painter: &Painter, pen: &Pen) {
        let paper = self.sheet.paper();
        let shadow = Shadow { offset: [0, 1], blur: 3, spread: 0, color: pen.theme.shadow_sheet };
        painter.add(shadow.as_shape(paper, CornerRadius::same(2)));
        painter.rect_filled(paper, 2.0, pen.theme.sheet);
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what points at it")]
    pub(super) fn paint(
        &mut self,
        ui: &Ui,
        painter: &Painter,
        pen: &mut Pen,
        open: &Open,
        words: Words,
        focused: bool,
        pointer: Option<egui::Pos2>,
    ) {
        let document = open.editor().document();
        let selection = open.editor().selection();
        let size = scale(ui);
        let ranges: Vec<(usize, Range<usize>)> = if selection.is_caret() {
            Vec::new()
        } else {
            let ranges = selection.ranges(document).into_iter();
            ranges.filter_map(|(target, range)| Some((Sheet::index(document, &target)?, range))).collect()
        };
        let picked = self.picked(open);
        let over = if ranges.len() > 1 && picked.is_empty() {
            edit::chosen(document, selection)
        } else {
            Vec::new()
        };
        let rtl = self.sheet.rtl;
        let composing = self.sheet.composing_at(document);
        let mut hint = None;
        for seen in self.sheet.seen.clone() {
            let Some(laid) = self.sheet.laid.get_mut(seen.index) else { continue };
            let mut drawn = laid.drawn.take();
            let Some(laid) = self.sheet.laid.get(seen.index) else { continue };
            let target = laid.composed.target.as_ref();
            marks::under(painter, pen, laid, seen, rtl, words);
            self.chosen_band(painter, pen, seen, &picked, &over);
            let whole = seen.index.checked_sub(1).is_some_and(|at| picked.iter().any(|of| of.contains(&at)));
            let head = (focused && selection.is_caret()).then_some(&selection.head);
            let caret = head.filter(|head| target == Some(&head.target)).map(|head| laid.caret(head).offset);
            let found = target.and_then(|target| self.found.get(target));
            let current = self.current.as_ref().filter(|place| target == Some(&place.target));
            let (hits, looked_at) = self.looking.in_text(seen.index);
            let ghost = self.sheet.ghost.as_mut().filter(|ghost| ghost.index == seen.index);
            let said = Said {
                document,
                laid,
                seen,
                rtl,
                authors: &self.sheet.authors,
                pointer,
                caret,
                selected: ranges
                    .iter()
                    .find(|(index, _)| *index == seen.index && !whole)
                    .map(|(_, range)| range),
                found: found.map(Vec::as_slice).unwrap_or_default(),
                current: current.map(|place| place.offset),
                hits,
                looked_at,
            };
            let inks = said.inks(&pen.theme);
            hint = said.under(painter, pen, &inks).or(hint);
            marks::label(painter, pen, laid, seen, rtl);
            if laid.composed.part == Part::Annex {
                details::clip(painter, pen, seen, rtl);
            }
            if laid.composed.text.is_empty() {
                marks::prompt(painter, pen, laid, seen, rtl, words);
            }
            let Pen { engine, atlas, theme, .. } = pen;
            if let Some(layout) = &laid.layout {
                match ghost {
                    Some(ghost) if ghost.is_shown() => {
                        let [mut above, mut below] = std::mem::take(&mut ghost.drawn);
                        if let Some((whole, grey, line)) = ghost.layout() {
                            let mut inks = inks.clone();
                            let up = (layout, 0..line, 1.0);
                            atlas.paint_lines(painter, engine, up, seen.origin, &inks, Some(&mut above));
                            inks.paint(&grey, theme.ink3);
                            let on = (whole, line..whole.lines().len(), 1.0);
                            atlas.paint_lines(painter, engine, on, seen.origin, &inks, Some(&mut below));
                        }
                        ghost.drawn = [above, below];
                    }
                    _ => atlas.paint(painter, engine, layout, seen.origin, &inks, Some(&mut drawn)),
                }
            }
            said.over(painter, pen, &inks);
            let Some(laid) = self.sheet.laid.get_mut(seen.index) else { continue };
            laid.drawn = drawn;
            if let (Some((index, at)), Some(composing)) = (composing, &self.sheet.composing)
                && index == seen.index
                && let Some(layout) = &laid.layout
            {
                composing.preedit.underline(painter, pen, layout, seen.origin, at);
            }
            if self.invisibles {
                hidden::paint(painter, pen, laid, seen, size, rtl);
            }
        }
        let head = &selection.head;
        let index = Sheet::index(document, &head.target);
        let seen = index.and_then(|index| self.sheet.seen.iter().find(|seen| seen.index == index));
        if focused {
            let place = seen.and_then(|seen| match (composing, &self.sheet.composing) {
                (Some((index, at)), Some(composing)) if index == seen.index => {
                    let at = at + composing.preedit.caret();
                    let caret = text::Caret { offset: at, affinity: text::Affinity::Upstream };
                    Some(self.sheet.laid.get(index)?.layout.as_ref()?.caret(caret))
                }
                _ => {
                    let ghost = self.sheet.ghost.as_ref().filter(|ghost| ghost.index == seen.index);
                    ghost
                        .and_then(crate::ui::ghost::Ghost::caret)
                        .or_else(|| self.sheet.caret(seen.index, head))
                }
            });
            // An input method is told in each frame, also while the caret is out of view: it would lose its hold.
            let view = painter.clip_rect();
            let mut bar = Rect::from_min_size(view.center_bottom(), vec2(2.0, 0.0));
            if let (Some(seen), Some(place)) = (seen.copied(), place) {
                bar = self.caret(ui, painter, pen, seen, place, size);
                self.caret_at = Some(bar);
            }
            ime::tell(ui, view, bar, std::mem::take(&mut self.interrupts));
        }
        if let Some(hint) = hint {
            // Two pixels below the line; what it explains ends four above that.
            let near = hint.place.with_max_y(hint.place.bottom() - 4.0);
            tooltip(ui.ctx(), pen, near, &words.get(hint.key), rtl);
        }
    }

    fn caret(
        &self,
        ui: &Ui,
        painter: &Painter,
        pen: &Pen,
        seen: Seen,
        place: text::CaretBox,
        size: f32,
    ) -> Rect {
        let baseline = self.sheet.laid.get(seen.index).and_then(|laid| laid.layout.as_ref());
        let baseline = baseline
            .and_then(|layout| layout.lines().get(place.line))
            .map_or(place.bottom, |line| line.baseline);
        let x = ((seen.origin.x * size + place.x).round()) / size;
        let line = (place.bottom - place.top) / size;
        let height = if line > 36.0 { 34.0 } else { 26.0 };
        let top = seen.origin.y + baseline / size - height * 20.0 / 26.0;
        let bar = Rect::from_min_size(pos2(x - 1.0, top), vec2(2.0, height));
        let now = ui.input(|input| input.time);
        let (since, focus) = (now - self.moved, ui.input(|input| input.focused));
        let lit = !focus || since > BLINKS_FOR || (since / BLINK) % 2.0 < 1.0;
        if focus && since <= BLINKS_FOR {
            let next = BLINK - since % BLINK;
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(next.max(0.01)));
        }
        if lit {
            painter.rect_filled(bar, 0.0, pen.theme.accent);
        }
        // The flag points where the text runs. It stays while the bar blinks: the caret is never lost from sight.
        let way = if place.direction == Direction::Rtl { -6.0 } else { 6.0 };
        let flag = vec![pos2(x, top), pos2(x + way, top), pos2(x, top + 6.0)];
        painter.add(Shape::convex_polygon(flag, pen.theme.accent, Stroke::NONE));
        bar
    }
}
