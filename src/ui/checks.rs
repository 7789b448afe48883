//! The panel of findings: what to look at, where it is, and what would put it right.

use eframe::egui::{
    Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::access;
use super::pen::{Icon, Pen};
use super::said;
use super::scroll::Scroll;
use super::theme::{Face, Theme};
use super::widgets::{Button, Row, key_cap, key_cap_width, ring, side, told};
use crate::check::{Certainty, Finding};
use crate::document::{Document, Place, Target};
use crate::edit::Command;
use crate::text::Base;
use crate::words::{Language, Words};

const INSET: f32 = 16.0;
const PADDING: f32 = 12.0;
const GAP: f32 = 12.0;
const BUTTON: f32 = 28.0;

/// What the panel asks the window to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// Show this place: in the text, or the field of the header.
    Jump(Place),
    /// Put something right.
    Run(Command),
}

/// The panel's own state: which finding is chosen, and what was laid out of them.
#[derive(Default)]
pub struct Checks {
    chosen: Option<(Place, &'static str)>,
    scroll: Scroll,
    reveal: bool,
    laid: Laid,
    /// The card that takes the keyboard when it comes: the chosen one, else the first in view.
    pub entry: Option<Id>,
}

/// The cards as they were laid out, and for what: nothing is worded anew while nothing changed.
#[derive(Default)]
struct Laid {
    of: Option<(Language, u32, u32)>,
    findings: Vec<Finding>,
    cards: Vec<Card>,
    height: f32,
}

struct Card {
    head: String,
    why: String,
    buttons: Vec<String>,
    /// Where each button stands: its line, and from where reading starts.
    places: Vec<(f32, f32, f32)>,
    top: f32,
    height: f32,
}

impl Checks {
    /// Chooses the finding after the one that is chosen, going round; its place.
    pub fn next(&mut self, findings: &[Finding]) -> Option<Place> {
        let now = self.index(findings);
        let next = now.map_or(0, |index| (index + 1) % findings.len().max(1));
        let finding = findings.get(next)?;
        self.choose(finding);
        self.reveal = true;
        Some(finding.place.clone())
    }

    /// Which finding is chosen, if it is still one.
    #[must_use]
    pub fn index(&self, findings: &[Finding]) -> Option<usize> {
        let (place, key) = self.chosen.as_ref()?;
        findings.iter().position(|other| other.place == *place && other.what.key() == *key)
    }

    fn choose(&mut self, finding: &Finding) {
        self.chosen = Some((finding.place.clone(), finding.what.key()));
    }

    /// Shows the findings on the panel's ground; what was asked.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        document: &Document,
        findings: &[Finding],
        words: Words,
    ) -> Vec<Asked> {
        let rtl = words.language().is_right_to_left();
        self.entry = None;
        if findings.is_empty() {
            nothing(ui, pen, rect, words);
            return Vec::new();
        }
        let before = ui.clip_rect();
        ui.set_clip_rect(rect.intersect(before));
        // Where nothing can be put right, one can still go to what was found.
        let locked = pen.locked.take();
        let wide = rect.width() - 2.0 * INSET;
        self.laid.sync(ui, pen, findings, wide, words);
        let chosen = self.index(findings);
        let foot = 20.0 + 2.0 * GAP;
        let height = self.laid.height + foot;
        self.scroll.begin(ui, rect, height);
        if std::mem::take(&mut self.reveal)
            && let Some(card) = chosen.and_then(|index| self.laid.cards.get(index))
        {
            self.scroll.reveal(rect, card.top, card.top + card.height);
        }
        let top = rect.top() - self.scroll.begin(ui, rect, height);
        let mut asked = Vec::new();
        let mut picked = None;
        let mut ids = Vec::new();
        for (index, (card, finding)) in self.laid.cards.iter().zip(findings).enumerate() {
            let place =
                Rect::from_min_size(pos2(rect.left() + INSET, top + card.top), vec2(wide, card.height));
            // One screen above and below is enough for the keyboard to go on.
            if !place.intersects(rect.expand(rect.height())) {
                continue;
            }
            let id = Id::unique(("check", index));
            ids.push(id);
            let name = || {
                let said = said::place(document, &finding.place, words);
                format!("{}: {} ({said})", words.get(severity(finding.certainty, rtl).2), card.head)
            };
            let ui = &mut access::group(ui, ("check", index), || format!("{}. {}", index + 1, name()));
            let response = ui.interact(place, id, Sense::click());
            self.scroll.follow(ui, rect, id, place);
            let on = chosen == Some(index);
            if on || self.entry.is_none() && place.intersects(rect) {
                self.entry = Some(id);
            }
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, name()));
            ui.ctx().accesskit_node_builder(id, |node| node.set_description(card.why.clone()));
            let mut hit = None;
            if place.intersects(rect) {
                let said = said::place(document, &finding.place, words);
                face(ui, pen, place, card, finding.certainty, on, &said, rtl, response.hovered());
                ring(ui, pen, place, 10, &response);
                let locked = locked.as_deref().filter(|_| !finding.fixes.is_empty());
                hit = buttons(ui, pen, place, card, locked, rtl);
            }
            match hit {
                Some(hit) => {
                    picked = Some(index);
                    asked.push(match finding.fixes.get(hit) {
                        Some(fix) => Asked::Run(fix.command.clone()),
                        None => Asked::Jump(finding.place.clone()),
                    });
                }
                None if response.clicked() => {
                    picked = Some(index);
                    asked.push(Asked::Jump(finding.place.clone()));
                }
                None => {}
            }
        }
        arrows(ui, &ids);
        let line = Rect::from_min_size(
            pos2(rect.left() + INSET, top + self.laid.height + GAP - 4.0),
            vec2(wide, 28.0),
        );
        if onward(ui, pen, line, words)
            && let Some(place) = self.next(findings)
        {
            asked.push(Asked::Jump(place));
            ui.ctx().request_repaint();
        }
        if let Some(finding) = picked.and_then(|index| findings.get(index)) {
            self.choose(finding);
            ui.ctx().request_repaint();
        }
        self.scroll.thumb(ui, pen, rect, Id::unique("checks-scroll"), rtl);
        pen.locked = locked;
        ui.set_clip_rect(before);
        asked
    }
}

impl Laid {
    fn sync(&mut self, ui: &Ui, pen: &mut Pen, findings: &[Finding], wide: f32, words: Words) {
        let key = (words.language(), wide.to_bits(), ui.ctx().pixels_per_point().to_bits());
        if self.of == Some(key) && self.findings == findings {
            return;
        }
        self.of = Some(key);
        self.findings = findings.to_vec();
        self.cards.clear();
        let mut top = GAP;
        for finding in findings {
            let card = Card::new(ui, pen, finding, wide, top, words);
            top += card.height + GAP;
            self.cards.push(card);
        }
        self.height = top - GAP;
    }
}

impl Card {
    fn new(ui: &Ui, pen: &mut Pen, finding: &Finding, wide: f32, top: f32, words: Words) -> Self {
        let (head, why) = said::finding(finding, words);
        let mut buttons: Vec<String> =
            finding.fixes.iter().map(|fix| said::fix(finding, fix, words)).collect();
        if buttons.is_empty() {
            let field = matches!(finding.place.target, Target::Field(_) | Target::Title(_));
            buttons.push(words.get(if field { "check-fill" } else { "check-show" }));
        }
        let inner = wide - 2.0 * PADDING;
        let mut places = Vec::new();
        let (mut line, mut from) = (0.0, 0.0);
        for label in &buttons {
            let width = small(label, false).width(ui, pen).min(inner);
            if from > 0.0 && from + width > inner {
                line += BUTTON + 8.0;
                from = 0.0;
            }
            places.push((line, from, width));
            from += width + 8.0;
        }
        let head_height = head_words(ui, pen, &head, base_of(words), inner).height().max(22.0) + 4.0;
        let why_height = if why.is_empty() {
            0.0
        } else {
            4.0 + pen.words(ui.ctx(), &why, Face::Dense, base_of(words), Some(inner)).height()
        };
        let height = PADDING + head_height + why_height + 12.0 + line + BUTTON + PADDING;
        Self { head, why, buttons, places, top, height }
    }
}

/// The head, between its icon and the name of its place.
fn head_words(ui: &Ui, pen: &mut Pen, head: &str, base: Base, inner: f32) -> super::pen::Words {
    pen.words(ui.ctx(), head, Face::BaseStrong, base, Some(inner - 28.0 - PLACE))
}

/// Sentences are read as the interface is, also where they begin with words of the record.
fn base_of(words: Words) -> Base {
    if words.language().is_right_to_left() { Base::Rtl } else { Base::Ltr }
}

/// The room for the name of a place.
const PLACE: f32 = 76.0;

/// The icon, the colour and the word of a certainty.
fn severity(certainty: Certainty, rtl: bool) -> (Icon, fn(&Theme) -> eframe::egui::Color32, &'static str) {
    match certainty {
        Certainty::Error => (Icon::WarningCircle, |theme| theme.error, "severity-error"),
        Certainty::Warning => (Icon::Warning, |theme| theme.warning, "severity-warning"),
        Certainty::Style if rtl => (Icon::TextAlignRight, |theme| theme.finding, "severity-style"),
        Certainty::Style => (Icon::TextAlignLeft, |theme| theme.finding, "severity-style"),
    }
}

#[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
fn face(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    card: &Card,
    certainty: Certainty,
    on: bool,
    said: &str,
    rtl: bool,
    hovered: bool,
) {
    let theme = pen.theme;
    ui.painter().rect_filled(rect, 10.0, theme.raised);
    let edge = match (on, hovered) {
        (true, _) => Stroke::new(2.0, theme.accent),
        (false, true) => Stroke::new(1.0, theme.edge),
        (false, false) => Stroke::new(1.0, theme.line),
    };
    ui.painter().rect_stroke(rect, 10.0, edge, StrokeKind::Inside);
    let inner = rect.shrink(PADDING);
    let base = if rtl { Base::Rtl } else { Base::Ltr };
    let head = head_words(ui, pen, &card.head, base, inner.width());
    let line = Rect::from_min_size(inner.min + vec2(0.0, 2.0), vec2(inner.width(), 22.0));
    let mut row = Row::new(line, rtl);
    let (icon, colour, _) = severity(certainty, rtl);
    icon.draw(ui.painter(), row.start(20.0).center(), 20.0, colour(&theme));
    row.start(8.0);
    let place = row.end(PLACE);
    let shown = pen.fitted(ui.ctx(), said, Face::Caption, Base::Auto, PLACE);
    let (at, anchor) = side(place, !rtl);
    pen.draw(ui.painter(), &shown, at, anchor, theme.ink2);
    pen.draw(ui.painter(), &head, row.rest().min, Align2::LEFT_TOP, theme.ink);
    if !card.why.is_empty() {
        let why = pen.words(ui.ctx(), &card.why, Face::Dense, base, Some(inner.width()));
        let top = inner.top() + head.height().max(22.0) + 4.0 + 4.0;
        let place = pen.draw(ui.painter(), &why, pos2(inner.left(), top), Align2::LEFT_TOP, theme.ink2);
        told(ui, place, &format!("why {}", card.top), &card.why);
    }
}

fn small(words: &str, rtl: bool) -> Button<'_> {
    Button { words, small: true, rtl, ..Button::default() }
}

/// The buttons of a card; the one pressed.
fn buttons(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    card: &Card,
    refused: Option<&str>,
    rtl: bool,
) -> Option<usize> {
    let inner = rect.shrink(PADDING);
    let last = card.places.last().map_or(0.0, |(line, ..)| *line);
    let top = inner.bottom() - BUTTON - last;
    let mut hit = None;
    for (index, (label, (line, from, width))) in card.buttons.iter().zip(&card.places).enumerate() {
        let strip = Rect::from_min_size(pos2(inner.left(), top + line), vec2(inner.width(), BUTTON));
        let mut row = Row::new(strip, rtl);
        row.start(*from);
        let place = row.start(*width);
        let button = Button { refused, ..small(label, rtl) };
        if button.show(ui, pen, place, Id::unique(("check-fix", card.top.to_bits(), index))) {
            hit = Some(index);
        }
    }
    hit
}

/// The line below the cards that goes to the next finding; whether it was pressed.
fn onward(ui: &mut Ui, pen: &mut Pen, line: Rect, words: Words) -> bool {
    let rtl = words.language().is_right_to_left();
    let theme = pen.theme;
    let label = words.get("check-next");
    let shown = pen.line(ui.ctx(), &label, Face::Caption);
    let cap = key_cap_width(ui, pen, "F8");
    let width = shown.width() + 8.0 + cap;
    let place = Rect::from_center_size(line.center(), vec2(width + 20.0, 28.0));
    let response = ui.interact(place, Id::unique("check-next"), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(place, 6.0, theme.hover);
    }
    ring(ui, pen, place, 6, &response);
    let mut row = Row::new(Rect::from_center_size(line.center(), vec2(width, 20.0)), rtl);
    let (at, anchor) = side(row.start(shown.width()), rtl);
    pen.draw(ui.painter(), &shown, at, anchor, theme.ink2);
    row.start(8.0);
    key_cap(ui, pen, row.start(cap), "F8");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.clicked()
}

fn nothing(ui: &Ui, pen: &mut Pen, rect: Rect, words: Words) {
    let theme = pen.theme;
    let middle = pos2(rect.center().x, rect.top() + 64.0);
    Icon::CheckCircle.draw(ui.painter(), middle, 28.0, theme.ok);
    let head = words.with("status-findings", &[("count", 0_usize.into())]);
    let line = Rect::from_center_size(middle + vec2(0.0, 32.0), vec2(rect.width() - 32.0, 22.0));
    pen.centred(ui, line, &head, Face::BaseStrong, theme.ok);
    told(ui, line, "no-findings", &head);
    let more = words.get("check-none");
    let line = line.translate(vec2(0.0, 24.0));
    let shown = pen.fitted(ui.ctx(), &more, Face::Dense, Base::Auto, line.width());
    pen.draw(ui.painter(), &shown, line.center(), Align2::CENTER_CENTER, theme.ink2);
    told(ui, line, "no-findings-more", &more);
}

/// Up and down go from card to card.
fn arrows(ui: &Ui, ids: &[Id]) {
    let Some(focused) = ui.memory(eframe::egui::Memory::focused) else { return };
    let Some(index) = ids.iter().position(|id| *id == focused) else { return };
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    let (down, up) = ui.input_mut(|input| {
        (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp))
    });
    let to = match (down, up) {
        (true, _) => ids.get(index + 1),
        (_, true) => index.checked_sub(1).and_then(|index| ids.get(index)),
        _ => None,
    };
    if let Some(to) = to {
        ui.memory_mut(|memory| memory.request_focus(*to));
        ui.ctx().request_repaint();
    }
}
