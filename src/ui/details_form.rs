//! The small form below a block: what its kind carries, in rows as the header's form.

use std::cmp::Ordering;

use eframe::egui::{Id, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::facts;
use super::field::{Line, Look, Number, field};
use super::header::weekday_key;
use super::pen::{Icon, Pen};
use super::suggest::{Finder, Whom};
use super::theme::Face;
use super::whom::{Among, Chosen, Seating};
use super::widgets::{Row, Segments, combo, icon_button, side};
use crate::arabic::{self, Date, When};
use crate::check::votes;
use crate::document::{
    AgendaItem, AgendaState, Annex, BlockId, Decision, Document, Kind, Matter, PersonId, Progress,
    Recommendation, Signatures, Speaker, Vote,
};
use crate::edit::voice::{gender_of, spoken_verb};
use crate::edit::{Command, FollowUp, Seat, Shift};
use crate::import::several_in;
use crate::template;
use crate::text::Base;
use crate::words::Words;

/// One row: a label and a control.
const ROW: f32 = 60.0;
/// One person of a list.
const LISTED: f32 = 36.0;
/// From the card's edge to its rows; a row has seven more below its control.
const PAD: f32 = 12.0;
/// A line of warning.
const WARNING: f32 = 24.0;
/// The most votes that can be counted on one side.
const MOST: u32 = 99_999;

/// The form of one block while it is drawn.
#[expect(clippy::struct_excessive_bools, reason = "each is said of the form by itself")]
pub struct Form<'a> {
    /// The record.
    pub document: &'a Document,
    /// The interface's words.
    pub words: Words,
    /// Which way the interface is read.
    pub rtl: bool,
    /// Which block.
    pub block: BlockId,
    /// What it is now.
    pub kind: Kind,
    /// How many recommendations it speaks of at once; 0 for its block alone.
    pub several: usize,
    /// What is followed otherwise of another of them.
    pub mixed: &'a [FollowUp],
    /// The line of the field that has the keyboard.
    pub focus: &'a mut Option<(Id, Line)>,
    /// The name being typed.
    pub names: &'a mut Seating,
    /// The people who can be offered.
    pub finder: &'a Finder,
    /// The first control takes the keyboard.
    pub fresh: bool,
    /// What is asked of the record.
    pub asked: Vec<Command>,
    /// The form is to be closed.
    pub closes: bool,
    /// Whether the list of verbs is open.
    pub verbs_open: bool,
    /// The list of verbs is to be opened, or closed, below this.
    pub verbs: Option<Rect>,
}

/// The message and the sum of a count that does not fit those present; nothing where nobody's presence is known.
fn miscounted(document: &Document, vote: Option<Vote>) -> Option<(&'static str, u32, u32)> {
    let (order, sum, there) = votes::miscounted(vote, votes::present(document))?;
    let key = if order == Ordering::Greater { "detail-vote-over" } else { "detail-vote-under" };
    Some((key, sum, there))
}

fn vote_height(document: &Document, vote: Option<Vote>) -> f32 {
    ROW + if miscounted(document, vote).is_some() { WARNING } else { 0.0 }
}

fn list_height(people: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of people")]
    let rows = people as f32 * LISTED;
    ROW + rows
}

/// How high the form of such a block is.
#[must_use]
pub fn height(document: &Document, kind: &Kind, several: usize) -> f32 {
    let rows = match kind {
        Kind::Paragraph(_) | Kind::Heading(_) => 0.0,
        Kind::AgendaItem(_) | Kind::Annex(_) => ROW,
        Kind::Intervention(speaker) if *speaker != Speaker::Unnamed => ROW * 2.0,
        Kind::Intervention(_) | Kind::Quote(_) | Kind::Note(_) => ROW,
        Kind::Recommendation(r) => {
            let told = if several > 0 { WARNING } else { 0.0 };
            told + ROW * 3.0 + vote_height(document, r.vote)
        }
        Kind::Decision(decision) => {
            let matter = match &decision.matter {
                Matter::General => 0.0,
                Matter::Appointment { .. } | Matter::Date(_) | Matter::Plan(_) => ROW,
                Matter::Committee { members, .. } => list_height(members.len()) + ROW,
            };
            ROW + matter + vote_height(document, decision.vote)
        }
        Kind::Signatures(list) => list_height(list.signatories.len()),
    };
    PAD + rows + PAD - 7.0
}

impl Form<'_> {
    /// Shows the form in this card.
    pub fn show(&mut self, ui: &mut Ui, pen: &mut Pen, card: Rect) {
        let theme = pen.theme;
        ui.painter().rect_filled(card, 6.0, theme.chrome);
        ui.painter().rect_stroke(card, 6.0, Stroke::new(1.0, theme.line), StrokeKind::Inside);
        self.asked.extend(self.names.left(ui));
        let rect = card.shrink(PAD);
        let mut top = rect.top();
        let mut next = move |height: f32| {
            let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height));
            top += height;
            row
        };
        match self.kind.clone() {
            Kind::Paragraph(_) | Kind::Heading(_) => {}
            Kind::AgendaItem(item) => self.agenda(ui, pen, next(ROW), &item),
            Kind::Intervention(speaker) => {
                self.speaker(ui, pen, next(ROW), &speaker);
                if speaker != Speaker::Unnamed {
                    self.verb(ui, pen, next(ROW), &speaker);
                }
            }
            Kind::Quote(speaker) => self.speaker(ui, pen, next(ROW), &speaker),
            Kind::Note(note) => self.speaker(ui, pen, next(ROW), &note.speaker),
            Kind::Decision(decision) => self.decision(ui, pen, &mut next, &decision),
            Kind::Recommendation(recommendation) => self.recommendation(ui, pen, &mut next, &recommendation),
            Kind::Signatures(Signatures { signatories }) => {
                let seat = Seat::Signatory;
                let put = |signatories: Vec<PersonId>| Kind::Signatures(Signatures { signatories });
                self.people(ui, pen, &mut next, &signatories, seat, "detail-signatory", &put);
            }
            Kind::Annex(annex) => {
                let look = Look { hint: &self.words.get("detail-hint-file"), ltr: true, ..Look::default() };
                if let Some(file) = self.text(ui, pen, next(ROW), "detail-file", &annex.file, look) {
                    self.put(Kind::Annex(Annex { file }));
                }
            }
        }
        let corner = if self.rtl { card.left() + 6.0 } else { card.right() - 30.0 };
        let place = Rect::from_min_size(pos2(corner, card.top() + 6.0), vec2(24.0, 24.0));
        let name = self.words.get("cmd-close");
        // A form that is only read is closed all the same.
        let locked = pen.locked.take();
        self.closes |= ui.push_id("detail-close", |ui| icon_button(ui, pen, place, Icon::Close, &name)).inner;
        pen.locked = locked;
    }

    fn put(&mut self, kind: Kind) {
        self.asked.push(Command::SetBlockKind(self.block, kind));
    }

    /// A label above a control 32 high; the control's rectangle.
    fn labelled(&self, ui: &Ui, pen: &mut Pen, rect: Rect, name: &str) -> Rect {
        let top = Rect::from_min_size(rect.min, vec2(rect.width(), 20.0));
        let words = pen.fitted(ui.ctx(), name, Face::Caption, Base::Auto, rect.width());
        let (at, anchor) = side(top, self.rtl);
        let colour = pen.theme.ink2;
        pen.draw(ui.painter(), &words, at, anchor, colour);
        Rect::from_min_size(pos2(rect.left(), rect.top() + 21.0), vec2(rect.width(), 32.0))
    }

    fn id(&self, name: &str) -> Id {
        Id::unique(("detail", self.block, name))
    }

    fn first(&mut self, ui: &Ui, id: Id) {
        if std::mem::take(&mut self.fresh) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// A field of words; what it holds now, if that was changed.
    fn text(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        name: &str,
        value: &str,
        look: Look<'_>,
    ) -> Option<String> {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label);
        let id = self.id(name);
        self.first(ui, id);
        field(ui, pen, place, id, value, Look { name: &label, ..look }, self.focus).changed
    }

    /// Several words side by side under a label; the one pressed. None is on where blocks differ in it.
    fn choice(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        name: &str,
        options: &[&str],
        on: Option<usize>,
    ) -> Option<usize> {
        let mut label = self.words.get(name);
        if on.is_none() {
            label = format!("{label} ({})", self.words.get("detail-mixed"));
        }
        let place = self.labelled(ui, pen, rect, &label);
        let options: Vec<String> = options.iter().map(|key| facts::capital(&self.words.get(key))).collect();
        let id = self.id(name);
        self.first(ui, id.with(on.unwrap_or(0)));
        let segments = Segments { options: &options, chosen: on, rtl: self.rtl };
        segments.show(ui, pen, place, id).filter(|hit| Some(*hit) != on)
    }

    /// A day as people write it; the day it says now, if that was changed.
    fn day(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        name: &str,
        value: Option<Date>,
        hint: &str,
    ) -> Option<Option<Date>> {
        let anchor = self.document.meeting().dates.first();
        let read = |text: &str| match arabic::read(text, anchor).map(|reading| reading.when) {
            Some(When::Days(days)) if days.len() == 1 => days.first().copied(),
            Some(when @ (When::Relative { .. } | When::Month { year: Some(_), .. })) => when.first(),
            _ => None,
        };
        let id = self.id(name);
        let typed = self.focus.as_ref().filter(|(owner, _)| *owner == id).map(|(_, line)| line.text.clone());
        let wrong = typed.is_some_and(|text| !text.trim().is_empty() && read(&text).is_none());
        let after = match value {
            Some(day) if !wrong => self.words.get(weekday_key(day.weekday())),
            _ => String::new(),
        };
        let shown = value.map(|day| facts::date(day, self.words)).unwrap_or_default();
        let hint = self.words.get(hint);
        let look = Look { hint: &hint, after: &after, wrong, ..Look::default() };
        let changed = self.text(ui, pen, rect, name, &shown, look)?;
        if changed.trim().is_empty() {
            return Some(None);
        }
        // A day half typed waits in its field, marked.
        read(&changed).map(Some)
    }

    fn number(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, name: &str, value: u32) -> Option<u32> {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label);
        let id = self.id(name);
        self.first(ui, id);
        let only = self.words.get("only-digits");
        let look = Look { name: &label, hint: "0", ..Look::default() };
        let value = (value > 0).then_some(value);
        let number = Number { value, range: (0, MOST), only: &only, look, rtl: self.rtl };
        let counted = number.show(ui, pen, place, id, self.focus);
        counted.changed.map(Option::unwrap_or_default)
    }

    /// How it was voted, nothing where blocks differ in it; the vote as it is now, if that was changed.
    fn vote(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        vote: Option<Option<Vote>>,
    ) -> Option<Option<Vote>> {
        let row = Rect::from_min_size(rect.min, vec2(rect.width(), ROW));
        let mut cut = Row::new(row, self.rtl);
        let choice = cut.start((row.width() * 0.5).floor());
        let on = vote.map(|vote| match vote {
            None => 0,
            Some(Vote::Unanimous) => 1,
            Some(Vote::Counted { .. }) => 2,
        });
        let vote = vote.flatten();
        let options = ["detail-vote-none", "detail-unanimous", "detail-vote-counted"];
        let mut changed =
            self.choice(ui, pen, choice, "detail-vote-name", &options, on).map(|hit| match hit {
                0 => None,
                1 => Some(Vote::Unanimous),
                _ => Some(Vote::Counted { yes: 0, no: 0, abstained: 0 }),
            });
        if let Some(Vote::Counted { mut yes, mut no, mut abstained }) = vote {
            let width = (cut.rest().width() - 36.0) / 3.0;
            let mut any = false;
            for (name, count) in
                [("detail-yes", &mut yes), ("detail-no", &mut no), ("detail-abstained", &mut abstained)]
            {
                cut.start(12.0);
                if let Some(new) = self.number(ui, pen, cut.start(width), name, *count) {
                    *count = new;
                    any = true;
                }
            }
            if any {
                changed = Some(Some(Vote::Counted { yes, no, abstained }));
            }
        }
        if let Some((key, sum, there)) = miscounted(self.document, vote) {
            let line =
                Rect::from_min_size(pos2(rect.left(), row.bottom() - 6.0), vec2(rect.width(), WARNING));
            let said = self.words.with(key, &[("sum", sum.into()), ("present", there.into())]);
            let colour = pen.theme.warning;
            let mut cut = Row::new(line, self.rtl);
            Icon::Warning.draw(ui.painter(), cut.start(20.0).center(), 16.0, colour);
            cut.start(4.0);
            let shown = pen.fitted(ui.ctx(), &said, Face::Dense, Base::Auto, cut.rest().width());
            let (at, anchor) = side(cut.rest(), self.rtl);
            pen.draw(ui.painter(), &shown, at, anchor, colour);
            super::widgets::told(ui, line, "detail-vote", &said);
        }
        changed
    }

    fn agenda(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, item: &AgendaItem) {
        let (name, state) = halves(rect, self.rtl);
        self.person(ui, pen, name, "detail-presenter-name", Seat::Presenter, item.presenter);
        let states = [AgendaState::Open, AgendaState::Done, AgendaState::Carried];
        let on = states.iter().position(|state| *state == item.state).unwrap_or(0);
        let options = states.map(facts::agenda_key);
        let hit = self.choice(ui, pen, state, "detail-agenda-state", &options, Some(on));
        if let Some(state) = hit.and_then(|hit| states.get(hit)) {
            self.put(Kind::AgendaItem(AgendaItem { state: *state, ..item.clone() }));
        }
    }

    fn speaker(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, speaker: &Speaker) {
        let (name, who) = halves(rect, self.rtl);
        let collective = matches!(speaker, Speaker::Collective(_));
        match speaker {
            Speaker::Collective(words) => {
                let look = Look { hint: &self.words.get("detail-hint-collective"), ..Look::default() };
                if let Some(words) = self.text(ui, pen, name, "detail-speaker-name", words, look) {
                    self.speaks(Speaker::Collective(words));
                }
            }
            Speaker::Person(_) | Speaker::Unnamed => {
                let person = if let Speaker::Person(id) = speaker { Some(*id) } else { None };
                self.person(ui, pen, name, "detail-speaker-name", Seat::Speaker, person);
            }
        }
        let options = ["detail-who-person", "detail-who-collective"];
        match self.choice(ui, pen, who, "detail-who", &options, Some(usize::from(collective))) {
            Some(0) => self.speaks(Speaker::Unnamed),
            // The words may have said it already.
            Some(_) => {
                let said = self.document.block(self.block).and_then(|block| several_in(block.text.text()));
                let name = said.unwrap_or_else(|| self.words.get("detail-hint-collective"));
                self.speaks(Speaker::Collective(name));
            }
            None => {}
        }
    }

    /// The verb by which the words tell who speaks; pressed, its list opens below it.
    fn verb(&mut self, ui: &mut Ui, pen: &mut Pen, rect: Rect, speaker: &Speaker) {
        let (half, _) = halves(rect, self.rtl);
        let label = self.words.get("detail-verb");
        let place = self.labelled(ui, pen, half, &label);
        let now = self.document.block(self.block).and_then(|block| spoken_verb(self.document, block));
        let gender = gender_of(self.document, speaker);
        let shown = now.map(|(masculine, feminine)| arabic::verb(&masculine, &feminine, gender));
        let none = self.words.get("detail-verb-none");
        let value = shown.as_deref().ok_or(none.as_str());
        let id = self.id("detail-verb");
        if combo(ui, pen, place, id, value, &label, self.verbs_open, self.rtl) {
            self.verbs = Some(place);
        }
    }

    fn speaks(&mut self, speaker: Speaker) {
        let kind = match &self.kind {
            Kind::Note(note) => {
                let mut note = note.clone();
                note.speaker = speaker;
                Kind::Note(note)
            }
            Kind::Quote(_) => Kind::Quote(speaker),
            _ => Kind::Intervention(speaker),
        };
        self.put(kind);
    }

    fn recommendation(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        next: &mut impl FnMut(f32) -> Rect,
        now: &Recommendation,
    ) {
        if self.several > 0 {
            let mut said = self.words.with("detail-several", &[("count", self.several.into())]);
            if !self.mixed.is_empty() {
                said = format!("{said} ({})", self.words.get("detail-mixed"));
            }
            let line = next(WARNING).translate(vec2(0.0, -6.0));
            let shown = pen.fitted(ui.ctx(), &said, Face::DenseStrong, Base::Auto, line.width() - 40.0);
            let (at, anchor) = side(line, self.rtl);
            let colour = pen.theme.accent;
            pen.draw(ui.painter(), &shown, at, anchor, colour);
            super::widgets::told(ui, line, "detail-several", &said);
        }
        let mixed = |is: fn(&FollowUp) -> bool| self.several > 0 && self.mixed.iter().any(is);
        let who = mixed(|of| matches!(of, FollowUp::Responsible(_)));
        let when = mixed(|of| matches!(of, FollowUp::Due(_)));
        let whom = mixed(|of| matches!(of, FollowUp::Addressee(_)));
        let far = mixed(|of| matches!(of, FollowUp::State(_)));
        let voted = mixed(|of| matches!(of, FollowUp::Vote(_)));
        let hint = |mixed: bool, own: &'static str| if mixed { "detail-mixed" } else { own };
        // A field that shows none of several values is empty: what is said in it is said of all.
        let shown = |mixed: bool, own: &'_ str| if mixed { String::new() } else { own.to_owned() };
        let mut said = Vec::new();
        let (responsible, due) = halves(next(ROW), self.rtl);
        let words = self.words.get(hint(who, "detail-hint-responsible"));
        let (look, value) = (Look { hint: &words, ..Look::default() }, shown(who, &now.responsible));
        said.extend(
            self.called(ui, pen, responsible, "field-assignee", &value, look).map(FollowUp::Responsible),
        );
        let value = now.due.filter(|_| !when);
        let day = self.day(ui, pen, due, "field-deadline", value, hint(when, "detail-hint-due"));
        said.extend(day.filter(|day| when || *day != now.due).map(FollowUp::Due));
        let words = self.words.get(hint(whom, "detail-hint-addressee"));
        let (look, value) = (Look { hint: &words, ..Look::default() }, shown(whom, &now.addressee));
        said.extend(
            self.called(ui, pen, next(ROW), "detail-addressee", &value, look).map(FollowUp::Addressee),
        );
        let states = Progress::ALL;
        let on = states.iter().position(|state| *state == now.state).unwrap_or(0);
        let options = states.map(facts::progress_key);
        let hit = self.choice(ui, pen, next(ROW), "detail-state", &options, Some(on).filter(|_| !far));
        said.extend(hit.and_then(|hit| states.get(hit)).copied().map(FollowUp::State));
        let rect = next(vote_height(self.document, now.vote));
        said.extend(self.vote(ui, pen, rect, Some(now.vote).filter(|_| !voted)).map(FollowUp::Vote));
        // What the form says goes to all the recommendations that are chosen, or to its own.
        if self.several > 0 {
            self.asked.extend(said.into_iter().map(Command::FollowUp));
            return;
        }
        let mut new = now.clone();
        for said in said {
            match said {
                FollowUp::Responsible(words) => new.responsible = words,
                FollowUp::Due(day) => new.due = day,
                FollowUp::Addressee(words) => new.addressee = words,
                FollowUp::State(state) => new.state = state,
                FollowUp::Vote(vote) => new.vote = vote,
            }
        }
        if new != *now {
            self.put(Kind::Recommendation(new));
        }
    }

    fn decision(&mut self, ui: &mut Ui, pen: &mut Pen, next: &mut impl FnMut(f32) -> Rect, now: &Decision) {
        let mut new = now.clone();
        let on = match &now.matter {
            Matter::General => 0,
            Matter::Appointment { .. } => 1,
            Matter::Committee { .. } => 2,
            Matter::Date(_) => 3,
            Matter::Plan(_) => 4,
        };
        let options = [
            "detail-matter-general",
            "detail-matter-appointment",
            "detail-matter-committee",
            "detail-matter-date",
            "detail-matter-plan",
        ];
        match self.choice(ui, pen, next(ROW), "detail-matter", &options, Some(on)) {
            Some(0) => new.matter = Matter::General,
            Some(1) => new.matter = Matter::Appointment { person: None, post: String::new() },
            Some(2) => new.matter = Matter::Committee { name: String::new(), members: Vec::new() },
            Some(3) => new.matter = Matter::Date(None),
            Some(_) => new.matter = Matter::Plan(String::new()),
            None => {}
        }
        match &now.matter {
            Matter::General => {}
            Matter::Appointment { person, post } => {
                let (name, office) = halves(next(ROW), self.rtl);
                self.person(ui, pen, name, "detail-person", Seat::Appointed, *person);
                let look = Look { hint: &self.words.get("detail-hint-post"), ..Look::default() };
                if let Some(post) = self.text(ui, pen, office, "detail-post", post, look) {
                    new.matter = Matter::Appointment { person: *person, post };
                }
            }
            Matter::Committee { name, members } => {
                let look = Look { hint: &self.words.get("detail-hint-committee"), ..Look::default() };
                if let Some(name) = self.text(ui, pen, next(ROW), "detail-committee-name", name, look) {
                    new.matter = Matter::Committee { name, members: members.clone() };
                }
                let put = |members: Vec<PersonId>| {
                    let matter = Matter::Committee { name: name.clone(), members };
                    Kind::Decision(Decision { matter, vote: now.vote })
                };
                self.people(ui, pen, next, members, Seat::Member, "detail-member", &put);
            }
            Matter::Date(day) => {
                let (rect, _) = halves(next(ROW), self.rtl);
                if let Some(day) = self.day(ui, pen, rect, "detail-day-name", *day, "detail-hint-due") {
                    new.matter = Matter::Date(day);
                }
            }
            Matter::Plan(name) => {
                let look = Look { hint: &self.words.get("detail-hint-plan"), ..Look::default() };
                if let Some(name) = self.text(ui, pen, next(ROW), "detail-plan-name", name, look) {
                    new.matter = Matter::Plan(name);
                }
            }
        }
        let rect = next(vote_height(self.document, now.vote));
        if let Some(vote) = self.vote(ui, pen, rect, Some(now.vote)) {
            new.vote = vote;
        }
        if new != *now {
            self.put(Kind::Decision(new));
        }
    }

    /// The people of a list, each with its order and its way out, then a field for one more.
    #[expect(clippy::too_many_arguments, reason = "who, where, and what a new order becomes")]
    fn people(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        next: &mut impl FnMut(f32) -> Rect,
        people: &[PersonId],
        seat: fn(usize) -> Seat,
        add: &str,
        put: &dyn Fn(Vec<PersonId>) -> Kind,
    ) {
        for (index, id) in people.iter().enumerate() {
            let mut row = Row::new(next(LISTED), self.rtl);
            row.end(28.0);
            let name = self.words.get("person-remove");
            let remove = icon_place(row.end(32.0));
            let block = self.block;
            ui.push_id((block, index), |ui| {
                if icon_button(ui, pen, remove, Icon::Close, &name) {
                    let name = String::new();
                    self.asked.push(Command::SetBlockPerson { block, seat: seat(index), name });
                }
                for (shift, icon, key) in [
                    (Shift::Down, Icon::CaretDown, "cmd-move-down"),
                    (Shift::Up, Icon::CaretUp, "cmd-move-up"),
                ] {
                    let place = icon_place(row.end(32.0));
                    let other = match shift {
                        Shift::Up => index.checked_sub(1),
                        Shift::Down => (index + 1 < people.len()).then_some(index + 1),
                    };
                    let Some(other) = other else { continue };
                    if icon_button(ui, pen, place, icon, &self.words.get(key)) {
                        let mut order = people.to_vec();
                        order.swap(index, other);
                        self.put(put(order));
                    }
                }
            });
            let Some(person) = self.document.person(*id) else { continue };
            let shown = pen.fitted(ui.ctx(), &person.name, Face::Base, Base::Auto, row.rest().width());
            let (at, anchor) = side(row.rest(), self.rtl);
            let colour = pen.theme.ink;
            pen.draw(ui.painter(), &shown, at, anchor, colour);
            row.start(shown.width() + 12.0);
            let colour = pen.theme.ink2;
            let shown = pen.fitted(ui.ctx(), &person.role, Face::Dense, Base::Auto, row.rest().width());
            let (at, anchor) = side(row.rest(), self.rtl);
            pen.draw(ui.painter(), &shown, at, anchor, colour);
        }
        let (rect, _) = halves(next(ROW), self.rtl);
        self.person(ui, pen, rect, add, seat(people.len()), None);
    }

    /// A field for a person: those of the record and of the roster are offered while a name is typed, a new name makes a
    /// new person.
    fn person(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        name: &str,
        seat: Seat,
        sits: Option<PersonId>,
    ) {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label);
        let id = self.id(name);
        self.first(ui, id);
        let hint = self.words.get("hint-name");
        let look = Look { name: &label, hint: &hint, ..Look::default() };
        let seat = (self.block, seat, sits);
        let among = (self.document, self.finder, self.words);
        self.asked.extend(self.names.show(ui, pen, place, id, seat, look, self.focus, among));
    }

    /// A field of words that may be somebody's name: who is chosen from the offer is written as they are called.
    fn called(
        &mut self,
        ui: &mut Ui,
        pen: &mut Pen,
        rect: Rect,
        name: &str,
        value: &str,
        look: Look<'_>,
    ) -> Option<String> {
        let label = self.words.get(name);
        let place = self.labelled(ui, pen, rect, &label);
        let id = self.id(name);
        self.first(ui, id);
        let names = if ui.memory(|memory| memory.has_focus(id)) { bodies(self.document) } else { Vec::new() };
        let among = Among {
            document: self.document,
            finder: self.finder,
            words: self.words,
            names: &names,
            skip: &|_| false,
            // The words are taken as they are while they are typed.
            takes_new: false,
            live: true,
        };
        let look = Look { name: &label, ..look };
        let asking = self.names.asking();
        let asked = asking.show(ui, pen, place, id, value, look, self.focus, &among);
        let person = match asked.chosen {
            Some(Chosen::Whom(Whom::Known(id))) => self.document.person(id).cloned(),
            Some(Chosen::Whom(Whom::Kept(person))) => Some(*person),
            Some(Chosen::Whom(Whom::Named(name))) => {
                asking.forget();
                *self.focus = None;
                return Some(name);
            }
            Some(Chosen::Words(_)) => {
                asking.hidden = true;
                None
            }
            None => None,
        };
        let Some(person) = person else { return asked.changed };
        asking.forget();
        *self.focus = None;
        template::person_name(&person)
    }
}

/// Who is named in the record as one to carry something out or to be addressed: recommendations, groups, the body.
fn bodies(document: &Document) -> Vec<String> {
    let followed = document.blocks().iter().filter_map(|block| match &block.kind {
        Kind::Recommendation(now) => Some([&now.responsible, &now.addressee]),
        _ => None,
    });
    let meeting = document.meeting();
    let groups = meeting.attendance.groups.iter().map(|group| &group.nominative);
    let all = followed.flatten().chain(groups).chain([&meeting.body.name]);
    all.filter(|name| !name.is_empty()).cloned().collect()
}

fn halves(rect: Rect, rtl: bool) -> (Rect, Rect) {
    let mut row = Row::new(rect, rtl);
    let first = row.start(((rect.width() - 12.0) / 2.0).floor());
    row.start(12.0);
    (first, row.rest())
}

fn icon_place(cell: Rect) -> Rect {
    Rect::from_center_size(cell.center(), vec2(28.0, 28.0))
}
