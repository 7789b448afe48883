//! The form of one body, kept as it is written.

use eframe::egui::{Color32, Id, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Asked, Given, Screen};
use crate::arabic::{Gender, regions};
use crate::document::{Level, RecordId};
use crate::store::Profile;
use crate::text::Base;
use crate::ui::field::{Line, Look, Number, field, lines, lines_height};
use crate::ui::header::provinces;
use crate::ui::logo;
use crate::ui::pen::{Icon, Pen};
use crate::ui::theme::Face;
use crate::ui::widgets::{Button, Item, Label, Popup, Row, Segments, Weight, combo, cut, menu, side};

const PAD: f32 = 20.0;
const ROW: f32 = 62.0;
const BETWEEN: f32 = 12.0;
/// Lines of the head and of those who sign that are seen at once.
const SEEN: u8 = 3;
const LOGO: f32 = 72.0;
const FOOT: f32 = 56.0;

/// Which choices are open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Level,
    Region,
    Province,
}

/// The choices that are open.
pub(super) struct List {
    open: Open,
    under: Rect,
    at: Option<usize>,
    fresh: bool,
}

fn part(name: &str) -> Id {
    Id::unique(("body-form", name))
}

impl Screen {
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what it holds")]
    pub(super) fn form(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        card: Rect,
        id: RecordId,
        profile: &Profile,
        given: &Given<'_>,
        focus: &mut Option<(Id, Line)>,
        asked: &mut Vec<Asked>,
    ) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let foot = card.with_min_y(card.bottom() - FOOT);
        let view = card.with_max_y(foot.top()).shrink2(vec2(1.0, 1.0));
        let block = 21.0 + lines_height(SEEN) + 9.0;
        let high = 2.0 * PAD + 4.0 * ROW + block + LOGO + 30.0;
        let before = ui.clip_rect();
        ui.set_clip_rect(view.intersect(before));
        let shift = self.scroll.begin(ui, view, high);
        let inner = Rect::from_min_size(
            pos2(card.left() + PAD, view.top() + PAD - shift),
            vec2(card.width() - 2.0 * PAD, high),
        );
        let mut next = profile.clone();
        let mut top = inner.top();
        let half = ((inner.width() - BETWEEN) / 2.0).floor();
        let mut pair = |high: f32| {
            let mut row =
                Row::new(Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), high)), rtl);
            top += high;
            let first = row.start(half);
            row.start(BETWEEN);
            [first, row.rest()]
        };
        let labelled = |ui: &Ui, pen: &mut Pen, rect: Rect, label: &str| {
            let line = Rect::from_min_size(rect.min, vec2(rect.width(), 20.0));
            let shown = pen.fitted(ui.ctx(), label, Face::Caption, Base::Auto, rect.width());
            let (at, anchor) = side(line, rtl);
            let ink = pen.theme.ink2;
            pen.draw(ui.painter(), &shown, at, anchor, ink);
            Rect::from_min_size(pos2(rect.left(), rect.top() + 21.0), vec2(rect.width(), 32.0))
        };
        let scroll = &mut self.scroll;
        let mut text =
            |ui: &mut Ui, pen: &mut Pen, rect: Rect, [key, label, hint]: [&str; 3], value: &mut String| {
                let label = words.get(label);
                let place = labelled(ui, pen, rect, &label);
                let hint = words.get(hint);
                let look = Look { name: &label, hint: &hint, ltr: !rtl, ..Look::default() };
                if let Some(words) = field(ui, pen, place, part(key), value, look, focus).changed {
                    *value = words;
                }
                scroll.follow(ui, view, part(key), place);
            };
        let [name, organisation] = pair(ROW);
        text(ui, pen, name, ["name", "field-body", "hint-body"], &mut next.body.name);
        let keys = ["organisation", "field-organisation", "hint-organisation"];
        text(ui, pen, organisation, keys, &mut next.body.organisation);
        let [level, gender] = pair(ROW);
        let label = words.get("field-level");
        let place = labelled(ui, pen, level, &label);
        let now = words.get(&format!("level-{}", next.body.level.keyword()));
        let open = self.list.as_ref().map(|list| list.open);
        if combo(ui, pen, place, part("level"), Ok(&now), &label, open == Some(Open::Level), rtl) {
            self.list = Some(List { open: Open::Level, under: place, at: None, fresh: true });
        }
        let label = words.get("field-body-gender");
        let place = labelled(ui, pen, gender, &label);
        let genders = [Gender::Unknown, Gender::Female, Gender::Male];
        let options = ["body-gender-unknown", "gender-female", "gender-male"].map(|key| words.get(key));
        let on = genders.iter().position(|gender| *gender == next.body.gender);
        let segments = Segments { options: &options, chosen: on, rtl };
        if let Some(gender) = segments.show(ui, pen, place, part("gender")).and_then(|at| genders.get(at)) {
            next.body.gender = *gender;
        }
        let [region, province] = pair(ROW);
        let label = words.get("field-region");
        let place = labelled(ui, pen, region, &label);
        let hint = words.get("hint-region");
        let now = regions::in_prose(&next.body.region);
        let shown = if next.body.region.is_empty() { Err(hint.as_str()) } else { Ok(now.as_str()) };
        if combo(ui, pen, place, part("region"), shown, &label, open == Some(Open::Region), rtl) {
            self.list = Some(List { open: Open::Region, under: place, at: None, fresh: true });
        }
        let label = words.get("field-province");
        let place = labelled(ui, pen, province, &label);
        let hint = words.get("province-all");
        let now = regions::unit(&next.body.province).map_or_else(
            || next.body.province.clone(),
            |(_, unit)| format!("{} {}", unit.kind.word(), regions::in_prose(unit.name)),
        );
        let shown = if next.body.province.is_empty() { Err(hint.as_str()) } else { Ok(now.as_str()) };
        if combo(ui, pen, place, part("province"), shown, &label, open == Some(Open::Province), rtl) {
            self.list = Some(List { open: Open::Province, under: place, at: None, fresh: true });
        }
        let [address, contact] = pair(ROW);
        let keys = ["address", "field-address", "hint-address"];
        text(ui, pen, address, keys, &mut next.letterhead.address);
        let keys = ["contact", "field-contact", "hint-contact"];
        text(ui, pen, contact, keys, &mut next.letterhead.contact);
        let [head, signs] = pair(block);
        let mut several =
            |ui: &mut Ui, pen: &mut Pen, rect: Rect, [key, label, hint]: [&str; 3], all: &mut Vec<String>| {
                let label = words.get(label);
                let place = labelled(ui, pen, rect, &label);
                let place = place.with_max_y(place.top() + lines_height(SEEN));
                let hint = words.get(hint);
                let value = all.join("\n");
                let look = Look { name: &label, hint: &hint, ltr: !rtl, ..Look::default() };
                if let Some(words) = lines(ui, pen, place, part(key), &value, look, focus).changed {
                    *all = words.split('\n').map(str::to_owned).collect();
                    if all.iter().all(String::is_empty) {
                        all.clear();
                    }
                }
                scroll.follow(ui, view, part(key), place);
            };
        several(ui, pen, head, ["head", "field-letterhead", "hint-letterhead"], &mut next.letterhead.lines);
        several(
            ui,
            pen,
            signs,
            ["signs", "bodies-signatories", "bodies-hint-signatories"],
            &mut next.signatories,
        );
        let [picture, number] = pair(LOGO + 30.0);
        let label = words.get("bodies-logo-label");
        let place = labelled(ui, pen, picture, &label);
        let mut row = Row::new(place.with_max_y(place.top() + LOGO), rtl);
        let frame = row.start(LOGO);
        let paper = Color32::WHITE;
        ui.painter().rect_filled(frame, 4.0, paper);
        ui.painter().rect_stroke(frame, 4.0, Stroke::new(1.0, pen.theme.line), StrokeKind::Inside);
        let logo = &next.letterhead.logo;
        if self.logo.as_ref().is_none_or(|(name, _)| name != logo) {
            self.logo = Some((logo.clone(), logo::texture(ui.ctx(), logo, next.picture.bytes())));
        }
        match self.logo.as_ref().and_then(|(_, texture)| texture.as_ref()) {
            Some(texture) => logo::draw(ui.painter(), texture, frame.shrink(4.0)),
            None => Icon::Image.draw(ui.painter(), frame.center(), 24.0, pen.theme.ink3),
        }
        row.start(12.0);
        let column = row.rest();
        let choose = words.get("bodies-logo");
        let button =
            Button { words: &choose, icon: Some(Icon::Image), small: true, rtl, ..Button::default() };
        let mut line = Row::new(Rect::from_min_size(column.min, vec2(column.width(), 28.0)), rtl);
        let place = line.start(button.width(ui, pen).min(column.width()));
        self.scroll.follow(ui, view, part("logo"), place);
        if button.show(ui, pen, place, part("logo")) {
            asked.push(Asked::Logo(id));
        }
        if !next.picture.is_empty() {
            let remove = words.get("bodies-logo-remove");
            let weight = Weight::Quiet;
            let button = Button { words: &remove, small: true, weight, rtl, ..Button::default() };
            let at = pos2(column.left(), column.top() + 36.0);
            let mut line = Row::new(Rect::from_min_size(at, vec2(column.width(), 28.0)), rtl);
            let place = line.start(button.width(ui, pen).min(column.width()));
            self.scroll.follow(ui, view, part("logo-remove"), place);
            if button.show(ui, pen, place, part("logo-remove")) {
                next.picture = crate::store::Picture::default();
                next.letterhead.logo.clear();
            }
        }
        let year = given.year;
        let label = words.with("bodies-last-number", &[("year", year.to_string().into())]);
        let place = labelled(ui, pen, number, &label);
        let last = next.next_number(year).saturating_sub(1);
        let coming = format!("\u{2066}{}/{year}\u{2069}", last.saturating_add(1));
        let after = words.with("bodies-next-number", &[("number", coming.into())]);
        let look = Look { name: &label, after: &after, ..Look::default() };
        let only = words.get("only-digits");
        let value = (last > 0).then_some(last);
        let box_of = Number { value, range: (0, 99_999), only: &only, look, rtl };
        if let Some(last) = box_of.show(ui, pen, place, part("number"), focus).changed {
            next.last.insert(year, last.unwrap_or(0));
        }
        self.scroll.follow(ui, view, part("number"), place);
        let note = Rect::from_min_size(pos2(number.left(), place.bottom() + 4.0), vec2(number.width(), 20.0));
        let text = words.get("bodies-number-note");
        cut(ui, pen, note, Label { words: &text, face: Face::Caption, ink: pen.theme.ink3 }, rtl);
        self.scroll.thumb(ui, pen, view, Id::unique("bodies-scroll"), rtl);
        ui.set_clip_rect(before);
        self.choices(ui, pen, &mut next, given);
        foot_row(ui, pen, foot, id, profile, given, asked);
        if std::mem::take(&mut self.begins) {
            ui.memory_mut(|memory| memory.request_focus(part("name")));
        }
        if next != *profile {
            asked.push(Asked::Change(id, Some(Box::new(next))));
        }
    }

    fn choices(&mut self, ui: &Ui, pen: &mut Pen, next: &mut Profile, given: &Given<'_>) {
        let words = given.words;
        let rtl = words.language().is_right_to_left();
        let Some(List { open, under, mut at, fresh }) = self.list.take() else { return };
        let items: Vec<Item<String>> = match open {
            Open::Level => {
                let item = |level: Level| {
                    let keyword = level.keyword();
                    Item::new(words.get(&format!("level-{keyword}")), keyword.to_owned())
                        .on(level == next.body.level)
                };
                Level::ALL.map(item).into()
            }
            Open::Region => {
                let none = Item::new(words.get("settings-no-region"), String::new());
                let all = regions::regions().iter().map(|region| {
                    let on = next.body.region == region.name;
                    Item::new(regions::in_prose(region.name), region.name.to_owned()).on(on)
                });
                std::iter::once(none.on(next.body.region.is_empty())).chain(all).collect()
            }
            Open::Province => {
                let now = next.body.province.clone();
                let now = regions::unit(&now).map_or(now, |(_, unit)| unit.name.to_owned());
                let mut all = provinces(&next.body.region, words);
                // What is not in the list can be kept.
                if all.iter().all(|(_, value)| *value != now) {
                    all.insert(0, (now.clone(), now.clone()));
                }
                let item = |(name, value): (String, String)| {
                    let on = value == now;
                    Item::new(name, value).on(on)
                };
                all.into_iter().map(item).collect()
            }
        };
        match (menu(ui.ctx(), pen, under, items, &mut at, rtl, fresh), open) {
            (Popup::Open, _) => self.list = Some(List { open, under, at, fresh: false }),
            (Popup::Closed, _) => {}
            (Popup::Chosen(keyword), Open::Level) => {
                let level = Level::ALL.into_iter().find(|level| level.keyword() == keyword);
                next.body.level = level.unwrap_or(next.body.level);
            }
            (Popup::Chosen(region), Open::Region) => next.body.region = region,
            (Popup::Chosen(province), Open::Province) => next.body.province = province,
        }
    }
}

/// What can be done with the body.
fn foot_row(
    ui: &Ui,
    pen: &mut Pen,
    rect: Rect,
    id: RecordId,
    profile: &Profile,
    given: &Given<'_>,
    asked: &mut Vec<Asked>,
) {
    let words = given.words;
    let rtl = words.language().is_right_to_left();
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, pen.theme.line));
    let mut row = Row::new(rect.shrink2(vec2(16.0, 14.0)), rtl);
    let unnamed = profile.name().is_empty().then(|| words.get("bodies-needs-name"));
    let no_record = given.no_record.map(|key| words.get(key));
    let is_usual = given.bodies.usual().is_some_and(|(usual, _)| usual == id);
    let chosen = is_usual.then(|| words.get("bodies-is-chosen"));
    let all = [
        ("bodies-dress", Icon::FileText, no_record.or_else(|| unnamed.clone()), Asked::Dress(id)),
        ("bodies-choose", Icon::Check, chosen, Asked::Choose(id)),
        ("bodies-share", Icon::Export, unnamed, Asked::Share(id)),
        ("bodies-remove", Icon::Trash, None, Asked::Change(id, None)),
    ];
    for (key, icon, refused, does) in all {
        let name = words.get(key);
        let weight = if key == "bodies-dress" { Weight::Plain } else { Weight::Quiet };
        let refused = refused.as_deref();
        let button = Button { words: &name, icon: Some(icon), weight, small: true, refused, rtl };
        let wide = button.width(ui, pen);
        let place = row.start(wide.min(row.rest().width()));
        row.start(4.0);
        if button.show(ui, pen, place, Id::unique(key)) {
            asked.push(does);
        }
    }
}
