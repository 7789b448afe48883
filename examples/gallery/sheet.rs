//! The gallery: every control and state as the design draws them, from right to left and from left to right.

#[path = "marks.rs"]
mod marks;
#[path = "more.rs"]
mod more;

use eframe::egui::{Color32, Context, Id, Rect, Ui, pos2, vec2};
use mahdar::arabic::Date;
use mahdar::ui::field::{Line, Look, field, still};
use mahdar::ui::pen::{self, Icon, Pen};
use mahdar::ui::theme::{Face, Mode, Theme};
use mahdar::ui::widgets::{
    Button, CALENDAR, Calendar, Combo, Dot, Hold, IconButton, Item, Now, Picked, Pill, Popup, RailRow, Row,
    Segments, Tab, Tabs, Tick, Ticked, Toast, Tone, Weight, beside, button_width, calendar, calendar_at,
    counter, counter_width, dot, flat_card, hold_keys, key_cap, key_cap_width, menu, menu_at, side,
    tooltip_at,
};
use mahdar::words::{Language, Words};

const HOVERED: Now = Now { hovered: true, down: false, focused: false };
const DOWN: Now = Now { hovered: true, down: true, focused: false };
const FOCUSED: Now = Now { hovered: false, down: false, focused: true };

/// The list that is open over the gallery.
enum Shown {
    Choices(Option<usize>),
    Menu(Option<usize>),
    Calendar(Calendar),
}

/// The gallery and what was done in it.
#[expect(clippy::struct_excessive_bools, reason = "what each control of the gallery holds")]
pub(crate) struct Gallery {
    pen: Pen,
    pub(crate) mode: Mode,
    pub(crate) language: Language,
    /// What was pressed last: for those who look whether anything was.
    pub(crate) last: String,
    focus: Option<(Id, Line)>,
    venue: String,
    ticked: bool,
    partly: Ticked,
    ordinary: bool,
    eye: bool,
    output: usize,
    tab: usize,
    part: usize,
    nature: usize,
    day: Calendar,
    days: Vec<Date>,
    popup: Option<(Shown, Rect, bool)>,
    begun: bool,
    /// Which of the three sheets is shown.
    pub(crate) sheet: usize,
    more: more::More,
    marks: Option<marks::Marks>,
}

/// The cells of a section, one after the other from the side where reading starts, each with its caption.
struct Flow {
    line: Rect,
    at: f32,
    rtl: bool,
}

impl Flow {
    /// A place of this size with a caption below it.
    fn cell(&mut self, ui: &Ui, pen: &mut Pen, size: (f32, f32), caption: &str) -> Rect {
        let words = pen.line(ui.ctx(), caption, Face::Caption);
        let width = size.0.max(words.width() - 0.5).round();
        let gap = if self.rtl { 20.0 } else { 14.0 };
        let left = if self.rtl { self.at - width } else { self.at };
        let cell = Rect::from_min_size(pos2(left, self.line.top()), vec2(width, size.1.max(32.0)));
        self.at += if self.rtl { -(width + gap) } else { width + gap };
        let below = Rect::from_min_size(pos2(left, cell.bottom() + 4.0), vec2(width, 20.0));
        let (at, anchor) = side(below, self.rtl);
        let ink = pen.theme.ink3;
        pen.draw(ui.painter(), &words, at, anchor, ink);
        let place = Row::new(cell, self.rtl).start(size.0);
        Rect::from_center_size(place.center(), vec2(size.0, size.1))
    }
}

fn november(day: u8) -> Date {
    Date::new(2026, 11, day).unwrap_or_else(|| unreachable!("a day of November"))
}

/// Words in the language of the gallery.
fn words_of(rtl: bool) -> impl Fn(&'static str, &'static str) -> &'static str + Copy {
    move |arabic, french| if rtl { arabic } else { french }
}

impl Gallery {
    /// A gallery as it begins.
    pub(crate) fn new(ctx: &Context) -> Self {
        ctx.set_fonts(pen::fonts());
        let day = november(14);
        Self {
            pen: Pen::new(Theme::LIGHT),
            mode: Mode::Light,
            language: Language::Arabic,
            last: String::new(),
            focus: None,
            venue: "دار الجمعيات".into(),
            ticked: true,
            partly: Ticked::Partly,
            ordinary: true,
            eye: true,
            output: 0,
            tab: 2,
            part: 2,
            nature: 0,
            day: Calendar::at(day),
            days: vec![day],
            popup: None,
            begun: false,
            sheet: 0,
            more: more::More::default(),
            marks: None,
        }
    }

    fn rtl(&self) -> bool {
        self.language.is_right_to_left()
    }

    /// One frame.
    pub(crate) fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.pen.begin(Theme::of(self.mode));
        hold_keys(&ctx, Hold::Nothing);
        let screen = ctx.content_rect();
        ui.painter().rect_filled(screen, 0.0, self.pen.theme.sheet);
        if !self.begun {
            self.begun = true;
            let first = ["gallery-focused", "gallery-lines-focused"];
            let first = first.get(self.sheet).copied().unwrap_or_default();
            ctx.memory_mut(|memory| memory.request_focus(Id::unique(first)));
        }
        let sheet = screen.shrink2(vec2(32.0, 24.0));
        if self.sheet == 1 {
            self.more_controls(ui, sheet);
            self.switches(ui, sheet);
            self.lists(&ctx);
            return;
        }
        if self.sheet == 2 {
            self.marks(ui, screen.with_min_y(56.0));
            self.switches(ui, sheet);
            return;
        }
        self.buttons(ui, sheet, 0.0);
        self.fields(ui, sheet, 110.0);
        self.choices(ui, sheet, 220.0);
        self.states(ui, sheet, 330.0);
        self.rows(ui, sheet, 440.0);
        self.floating(ui, sheet, 642.0);
        self.switches(ui, sheet);
        self.lists(&ctx);
    }

    /// The head of a section and the flow of its cells.
    fn section(&mut self, ui: &Ui, sheet: Rect, top: f32, head: &str) -> Flow {
        let rtl = self.rtl();
        let line = Rect::from_min_size(sheet.min + vec2(0.0, top), vec2(sheet.width(), 26.0));
        let words = self.pen.line(ui.ctx(), head, Face::Section);
        let (at, anchor) = side(line, rtl);
        let ink = self.pen.theme.ink;
        self.pen.draw(ui.painter(), &words, at, anchor, ink);
        let below = line.translate(vec2(0.0, 34.0));
        Flow { line: below, at: if rtl { sheet.right() } else { sheet.left() }, rtl }
    }

    fn pressed(&mut self, what: &str) {
        what.clone_into(&mut self.last);
    }

    fn switches(&mut self, ui: &mut Ui, sheet: Rect) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut row =
            Row::new(Rect::from_min_size(sheet.min - vec2(0.0, 14.0), vec2(sheet.width(), 32.0)), rtl);
        let words = [say("فاتح", "Clair").to_owned(), say("داكن", "Sombre").to_owned()];
        let theme = Segments { options: &words, chosen: Some(usize::from(self.mode == Mode::Dark)), rtl };
        let place = row.end(theme.width(ui, &mut self.pen));
        if let Some(hit) = theme.show(ui, &mut self.pen, place, Id::unique("gallery-theme")) {
            self.mode = if hit == 0 { Mode::Light } else { Mode::Dark };
        }
        row.end(12.0);
        let words = ["العربية".to_owned(), "Français".to_owned()];
        let chosen = usize::from(self.language == Language::French);
        let language = Segments { options: &words, chosen: Some(chosen), rtl };
        let place = row.end(language.width(ui, &mut self.pen));
        if let Some(hit) = language.show(ui, &mut self.pen, place, Id::unique("gallery-language")) {
            self.language = if hit == 0 { Language::Arabic } else { Language::French };
        }
        row.end(12.0);
        let sheets = ["1".to_owned(), "2".to_owned(), "3".to_owned()];
        let sheets = Segments { options: &sheets, chosen: Some(self.sheet), rtl };
        let place = row.end(sheets.width(ui, &mut self.pen));
        if let Some(hit) = sheets.show(ui, &mut self.pen, place, Id::unique("gallery-sheet")) {
            self.sheet = hit;
        }
    }

    fn button(
        &mut self,
        ui: &Ui,
        flow: &mut Flow,
        what: Button<'_>,
        now: Option<Now>,
        caption: &str,
    ) -> Rect {
        let size = (what.width(ui, &mut self.pen), what.height());
        let place = flow.cell(ui, &mut self.pen, size, caption);
        match now {
            Some(now) => what.paint(ui, &mut self.pen, place, now),
            None => {
                if what.show(ui, &mut self.pen, place, Id::unique(("gallery", caption))) {
                    self.pressed(what.words);
                }
            }
        }
        place
    }

    fn buttons(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("زر", "Bouton"));
        let hovered = say("تحت المؤشر", "Survolé");
        let held = say("مضغوط", "Enfoncé");
        let focus = say("تركيز", "Focus");
        let plain = Button { words: say("حفظ باسم", "Copier"), rtl, ..Button::default() };
        self.button(ui, &mut flow, plain, None, say("عادي", "Normal"));
        self.button(ui, &mut flow, plain, Some(HOVERED), hovered);
        self.button(ui, &mut flow, plain, Some(DOWN), held);
        self.button(ui, &mut flow, plain, Some(FOCUSED), focus);
        let reason = say("ينقص رقم الصادر", "Sans numéro");
        let refused =
            Button { words: say("مصادقة", "Valider"), refused: Some(reason), rtl, ..Button::default() };
        let ink = self.pen.theme.ink2;
        let extra = self.pen.line(ui.ctx(), reason, Face::Caption).width() + 8.0;
        let size = (refused.width(ui, &mut self.pen) + extra, 32.0);
        let cell = flow.cell(ui, &mut self.pen, size, say("معطل: مع السبب", "Désactivé"));
        let place = Row::new(cell, rtl).start(size.0 - extra);
        if refused.show(ui, &mut self.pen, place, Id::unique("gallery-refused")) {
            self.pressed("refused");
        }
        beside(ui, &mut self.pen, place, reason, ink, rtl);
        let filled = Button { words: say("نشر", "Publier"), weight: Weight::Filled, rtl, ..plain };
        self.button(ui, &mut flow, filled, None, say("رئيسي", "Principal"));
        self.button(ui, &mut flow, filled, Some(HOVERED), hovered);
        self.button(ui, &mut flow, filled, Some(DOWN), held);
        self.button(ui, &mut flow, filled, Some(FOCUSED), focus);
        let quiet = Button { words: say("تجاهل", "Ignorer"), weight: Weight::Quiet, ..plain };
        self.button(ui, &mut flow, quiet, None, say("نصي", "Texte"));
        self.button(ui, &mut flow, quiet, Some(HOVERED), hovered);
        let small = Button { words: say("تصحيح", "Corriger"), small: true, ..plain };
        self.button(ui, &mut flow, small, None, say("صغير", "Petit"));
        self.icons(ui, &mut flow);
    }

    fn icons(&mut self, ui: &Ui, flow: &mut Flow) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let name = say("معاينة", "Aperçu");
        let eye = IconButton { icon: Icon::Eye, name, chosen: Some(self.eye), refused: None, rtl };
        let plain = IconButton { chosen: None, ..eye };
        let place = flow.cell(ui, &mut self.pen, (32.0, 32.0), say("أيقونة", "Icône"));
        plain.paint(ui, &self.pen, place, Now::default());
        let place = flow.cell(ui, &mut self.pen, (32.0, 32.0), say("مختارة", "Choisie"));
        if eye.show(ui, &mut self.pen, place, Id::unique("gallery-eye")) {
            self.eye = !self.eye;
            self.pressed(name);
        }
        let back = IconButton { icon: if rtl { Icon::ArrowUUpRight } else { Icon::ArrowUUpLeft }, ..plain };
        let place = flow.cell(ui, &mut self.pen, (32.0, 32.0), say("تركيز", "Focus"));
        back.paint(ui, &self.pen, place, FOCUSED);
    }

    fn fields(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("حقل", "Champ"));
        let look = Look { ltr: !rtl, name: say("المكان", "Lieu"), ..Look::default() };
        let place = flow.cell(ui, &mut self.pen, (150.0, 32.0), say("عادي", "Normal"));
        self.live(ui, place, "gallery-field", look);
        let place = flow.cell(ui, &mut self.pen, (150.0, 32.0), say("تحت المؤشر", "Survolé"));
        still(ui, &mut self.pen, place, "دار الجمعيات", look, HOVERED);
        let place = flow.cell(ui, &mut self.pen, (150.0, 32.0), say("تركيز", "Focus"));
        self.live(ui, place, "gallery-focused", Look { name: say("المقر", "Siège"), ..look });
        let place = flow.cell(ui, &mut self.pen, (150.0, 32.0), say("فارغ", "Vide"));
        let hint = say("المكان", "Lieu");
        still(ui, &mut self.pen, place, "", Look { hint, ..look }, Now::default());
        let wrong = say("نونبر 30 يوما", "Novembre a 30 jours");
        let extra = self.pen.line(ui.ctx(), wrong, Face::Caption).width() + 8.0;
        let cell = flow.cell(ui, &mut self.pen, (150.0 + extra, 32.0), say("خطأ", "Erreur"));
        let place = Row::new(cell, rtl).start(150.0);
        let error = Look { error: wrong, name: say("التاريخ", "Date"), ..look };
        let id = Id::unique("gallery-error");
        let _ = field(ui, &mut self.pen, place, id, "31/11/2026", error, &mut self.focus);
        let ink = self.pen.theme.error;
        beside(ui, &mut self.pen, place, wrong, ink, rtl);
        let place = flow.cell(ui, &mut self.pen, (150.0, 32.0), say("لازم", "Requis"));
        let name = say("رقم الصادر", "Numéro d’envoi");
        let needed = Look { needed: true, hint: name, name, ..look };
        let _ = field(ui, &mut self.pen, place, Id::unique("gallery-needed"), "", needed, &mut self.focus);
        let place = flow.cell(ui, &mut self.pen, (150.0, 32.0), say("للقراءة فقط", "Lecture seule"));
        let locked = Look { read_only: true, name: say("النص", "Texte"), ..look };
        let value = say("نص مصادق عليه", "Texte approuvé");
        let _ = field(ui, &mut self.pen, place, Id::unique("gallery-locked"), value, locked, &mut self.focus);
    }

    fn live(&mut self, ui: &mut Ui, place: Rect, id: &str, look: Look<'_>) {
        let value = self.venue.clone();
        let outcome = field(ui, &mut self.pen, place, Id::unique(id), &value, look, &mut self.focus);
        if let Some(changed) = outcome.changed {
            self.venue = changed;
        }
        if outcome.entered {
            self.pressed(look.name);
        }
    }

    fn tick(&mut self, ui: &Ui, flow: &mut Flow, what: Tick<'_>, now: Option<Now>, caption: &str) -> bool {
        let width = what.width(ui, &mut self.pen);
        let extra =
            what.refused.map_or(0.0, |reason| self.pen.line(ui.ctx(), reason, Face::Caption).width() + 8.0);
        let cell = flow.cell(ui, &mut self.pen, (width + extra, 32.0), caption);
        let place = Row::new(cell, what.rtl).start(width);
        if let Some(reason) = what.refused {
            let ink = self.pen.theme.ink2;
            beside(ui, &mut self.pen, place, reason, ink, what.rtl);
        }
        match now {
            Some(now) => {
                what.paint(ui, &mut self.pen, place, now);
                false
            }
            None => {
                let was = what.show(ui, &mut self.pen, place, Id::unique(("gallery-tick", caption)));
                if was {
                    self.pressed(what.words);
                }
                was
            }
        }
    }

    fn choices(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("خانة واختيار وقائمة", "Case, option et liste"));
        let focus = say("تركيز", "Focus");
        let list = Tick { words: say("طباعة اللائحة", "Liste"), rtl, ..Tick::default() };
        self.tick(ui, &mut flow, list, Some(Now::default()), say("غير محدد", "Décochée"));
        let on = Tick { on: self.ticked.into(), ..list };
        if self.tick(ui, &mut flow, on, None, say("محدد", "Cochée")) {
            self.ticked = !self.ticked;
        }
        let all = Tick { words: say("كل المحاور", "Tous les axes"), on: self.partly, ..list };
        if self.tick(ui, &mut flow, all, None, say("جزئي", "En partie")) {
            self.partly = if self.partly == Ticked::On { Ticked::Off } else { Ticked::On };
        }
        self.tick(ui, &mut flow, Tick { on: Ticked::On, ..list }, Some(FOCUSED), focus);
        let reason = say("لا شعار بعد", "Pas de logo");
        let words = say("طباعة الشعار", "Logo");
        let refused = Tick { words, refused: Some(reason), ..list };
        self.tick(ui, &mut flow, refused, None, say("معطل: مع السبب", "Désactivée"));
        let words = say("دورة عادية", "Ordinaire");
        let other = say("دورة استثنائية", "Extraordinaire");
        let radio = Tick { words, radio: true, ..list };
        let off = Tick { words: other, on: (!self.ordinary).into(), ..radio };
        if self.tick(ui, &mut flow, off, None, say("اختيار", "Option")) {
            self.ordinary = false;
        }
        let on = Tick { on: self.ordinary.into(), ..radio };
        if self.tick(ui, &mut flow, on, None, say("مختار", "Choisie")) {
            self.ordinary = true;
        }
        self.tick(ui, &mut flow, Tick { on: Ticked::On, ..radio }, Some(FOCUSED), focus);
        let place =
            flow.cell(ui, &mut self.pen, (if rtl { 150.0 } else { 180.0 }, 32.0), say("قائمة", "Liste"));
        let natures = self.natures();
        let open = matches!(self.popup, Some((Shown::Choices(_), ..)));
        let chosen = natures.get(self.nature).cloned().unwrap_or_default();
        let combo =
            Combo { words: Ok(&chosen), name: say("طبيعة الاجتماع", "Nature"), open, rtl };
        if combo.show(ui, &mut self.pen, place, Id::unique("gallery-combo")) {
            self.pressed(&chosen);
            self.popup = if open { None } else { Some((Shown::Choices(None), place, true)) };
        }
        let place =
            flow.cell(ui, &mut self.pen, (if rtl { 150.0 } else { 180.0 }, 32.0), say("مفتوحة", "Ouverte"));
        Combo { open: true, ..combo }.paint(ui, &mut self.pen, place, Now::default());
    }

    fn natures(&self) -> Vec<String> {
        let say = words_of(self.rtl());
        let all = [
            ("اجتماع دوري", "Réunion périodique"),
            ("اجتماع استثنائي", "Réunion extraordinaire"),
            ("لقاء تواصلي", "Rencontre"),
            ("دورة المجلس", "Session du conseil"),
        ];
        all.into_iter().map(|(arabic, french)| say(arabic, french).to_owned()).collect()
    }

    fn states(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("حالات ومؤشرات", "États et repères"));
        let words = [
            (say("مسودة", "Brouillon"), say("مسودة", "Brouillon")),
            (say("قيد المراجعة", "En relecture"), say("مراجعة", "Relecture")),
            (say("مصادق عليه", "Approuvé"), say("مصادقة", "Approbation")),
            (say("تجاوزت الأجل", "En retard"), say("متأخر", "Retard")),
            (say("ينقص رقم الصادر", "Sans numéro"), say("تنبيه", "Alerte")),
            (say("المحضر فقط", "PV seulement"), say("داخلي", "Interne")),
        ];
        for (tone, (words, caption)) in Tone::ALL.into_iter().zip(words) {
            let pill = Pill { words, tone, icon: None, rtl };
            let size = (pill.width(ui, &mut self.pen), 22.0);
            let place = flow.cell(ui, &mut self.pen, size, caption);
            pill.show(ui, &mut self.pen, place);
        }
        let width = key_cap_width(ui, &mut self.pen, "Ctrl+K");
        let place = flow.cell(ui, &mut self.pen, (width, 20.0), say("اختصار", "Raccourci"));
        key_cap(ui, &mut self.pen, place, "Ctrl+K");
        let width = counter_width(ui, &mut self.pen, 3);
        let place = flow.cell(ui, &mut self.pen, (width, 18.0), say("عداد", "Compteur"));
        counter(ui, &mut self.pen, place, 3, false);
        let place = flow.cell(ui, &mut self.pen, (44.0, 8.0), say("منجز، فارغ، لازم", "Fait, vide, requis"));
        let mut row = Row::new(place, rtl);
        for state in [Dot::Full, Dot::Empty, Dot::Needed] {
            dot(ui.painter(), &self.pen, row.start(8.0).center(), state);
            row.start(8.0);
        }
    }

    fn rows(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("صفوف وألسنة", "Lignes et onglets"));
        let words = say("الحضور", "Présence");
        let row = RailRow { icon: Icon::Users, words, count: "27", dot: None, chosen: None, rtl };
        let states = [
            (Some(Now::default()), (Dot::Full, say("منجز", "fait")), say("صف: عادي", "Ligne")),
            (Some(HOVERED), (Dot::Empty, say("فارغ", "vide")), say("تحت المؤشر", "Survolée")),
            (None, (Dot::Full, say("منجز", "fait")), say("مختار", "Choisie")),
            (Some(FOCUSED), (Dot::Needed, say("لازم", "requis")), say("تركيز", "Focus")),
        ];
        for (index, (now, state, caption)) in states.into_iter().enumerate() {
            let place = flow.cell(ui, &mut self.pen, (160.0, 40.0), caption);
            let row = RailRow { dot: Some(state), chosen: Some(index == self.part), ..row };
            match now {
                Some(now) => row.paint(ui, &mut self.pen, place, now),
                None => {
                    if row.show(ui, &mut self.pen, place, Id::unique("gallery-part")) {
                        self.pressed(words);
                    }
                }
            }
        }
        let options = [say("المحضر", "PV").to_owned(), say("البلاغ", "Communiqué").to_owned()];
        let switch = Segments { options: &options, chosen: Some(self.output), rtl };
        let size = (switch.width(ui, &mut self.pen), 32.0);
        let place = flow.cell(ui, &mut self.pen, size, say("تبديل المخرَج", "Sortie"));
        if let Some(hit) = switch.show(ui, &mut self.pen, place, Id::unique("gallery-output")) {
            self.output = hit;
            self.pressed(&options[hit]);
        }
        let place = flow.cell(ui, &mut self.pen, size, say("تركيز", "Focus"));
        switch.paint(ui, &mut self.pen, place, None, true);
        let mut below = Flow { line: flow.line.translate(vec2(0.0, 84.0)), at: flow.at, rtl };
        below.at = if rtl { sheet.right() } else { sheet.left() };
        let place = below.cell(ui, &mut self.pen, (300.0, 40.0), say("ألسنة", "Onglets"));
        let tab = |words: &str, count| Tab { words: words.to_owned(), count };
        let all = [
            tab(say("الحضور", "Présence"), None),
            tab(say("المراجعة", "Relecture"), Some(2)),
            tab(say("التدقيق", "Contrôle"), Some(3)),
        ];
        let tabs = Tabs { tabs: &all, chosen: self.tab, gap: 20.0, rtl };
        if let Some(hit) = tabs.show(ui, &mut self.pen, place, Id::unique("gallery-tabs")) {
            self.tab = hit;
            self.pressed(&all[hit].words);
        }
    }

    fn floating(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let flow = self.section(ui, sheet, top, say("عائمة", "Flottants"));
        let y = flow.line.top();
        let mut row = Row::new(Rect::from_min_max(pos2(sheet.left(), y), sheet.max), rtl);
        let place = row.start(232.0);
        let reason = say("ينقص رقم الصادر", "Sans numéro").to_owned();
        let (back, on) = if rtl {
            (Icon::ArrowUUpRight, Icon::ArrowUUpLeft)
        } else {
            (Icon::ArrowUUpLeft, Icon::ArrowUUpRight)
        };
        let items = [
            Item::new(say("تراجع", "Annuler").into(), ()).icon(back).keys("Ctrl+Z"),
            Item::new(say("إعادة التنفيذ", "Rétablir").into(), ()).icon(on).keys("Ctrl+Y"),
            Item::new(say("المحضر فقط", "PV seulement").into(), ()).icon(Icon::Lock).on(true).apart(),
            Item::new(say("المصادقة", "Valider").into(), ()).icon(Icon::SealCheck).refused(reason),
        ];
        let under = Rect::from_min_max(pos2(place.left(), y - 4.0), pos2(place.right(), y - 4.0));
        menu_at(ui, &mut self.pen, under, &items, 1, rtl);
        row.start(32.0);
        let place = row.start(CALENDAR.x);
        let words = Words::new(self.language);
        let today = november(21);
        let place = Rect::from_min_size(place.min, CALENDAR);
        let picked = calendar_at(ui, &mut self.pen, place, &mut self.day, &self.days, today, words);
        self.pick(picked.as_ref());
        row.start(32.0);
        let place = row.start(320.0);
        let toast = Toast {
            words: say("حُذفت الفقرة وبقيت نسخة في السجل", "Paragraphe supprimé, copie gardée"),
            action: say("تراجع", "Annuler"),
            rtl,
        };
        let width = toast.width(ui.ctx(), &mut self.pen);
        let bar = Rect::from_min_size(place.min, vec2(place.width(), 40.0));
        let bar = Row::new(bar, rtl).start(width);
        if toast.show(ui, &mut self.pen, bar) {
            self.pressed(toast.action);
        }
        let words = say("من الترويسة · يُحسب اليوم من التاريخ", "De l’en-tête · jour calculé");
        let corner = if rtl { place.right() } else { place.left() };
        tooltip_at(ui, &mut self.pen, pos2(corner, y + 56.0), words, rtl);
        self.card(ui, Rect::from_min_size(place.min + vec2(0.0, 100.0), vec2(320.0, 74.0)));
        self.date(ui, pos2(place.left(), y + 190.0));
    }

    fn card(&mut self, ui: &Ui, rect: Rect) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        flat_card(ui, &self.pen, rect, false);
        let inner = rect.shrink(13.0);
        let mut row = Row::new(Rect::from_min_size(inner.min, vec2(inner.width(), 22.0)), rtl);
        let theme = self.pen.theme;
        Icon::Warning.draw(ui.painter(), row.start(20.0).center(), 20.0, theme.warning);
        row.start(8.0);
        self.write(ui, row.rest(), say("بطاقة ملاحظة", "Carte"), Face::BaseStrong, theme.ink);
        let below = Rect::from_min_size(inner.min + vec2(0.0, 26.0), vec2(inner.width(), 22.0));
        let words = say("نص الملاحظة بحجم 13 على 22.", "Texte de la carte, 13 sur 22.");
        self.write(ui, below, words, Face::Dense, theme.ink2);
    }

    fn write(&mut self, ui: &Ui, rect: Rect, words: &str, face: Face, ink: Color32) {
        let line = self.pen.line(ui.ctx(), words, face);
        let (at, anchor) = side(rect, self.rtl());
        self.pen.draw(ui.painter(), &line, at, anchor, ink);
    }

    /// A button that opens a calendar with the keyboard.
    fn date(&mut self, ui: &mut Ui, at: eframe::egui::Pos2) {
        let say = words_of(self.rtl());
        let words = say("فتح التقويم", "Ouvrir le calendrier");
        let width = button_width(ui, &mut self.pen, words, Some(Icon::CalendarBlank));
        let place = Rect::from_min_size(at, vec2(width, 32.0));
        let what = Button { words, icon: Some(Icon::CalendarBlank), rtl: self.rtl(), ..Button::default() };
        if what.show(ui, &mut self.pen, place, Id::unique("gallery-date")) {
            self.pressed(words);
            self.popup = Some((Shown::Calendar(self.day), place, true));
        }
    }

    fn pick(&mut self, picked: Option<&Popup<Picked>>) {
        match picked {
            Some(Popup::Chosen(Picked::Day(day))) => self.days = vec![*day],
            Some(Popup::Chosen(Picked::Another(day))) => self.days.push(*day),
            _ => return,
        }
        let shown: Vec<String> = self.days.iter().map(ToString::to_string).collect();
        self.last = shown.join(" ");
    }

    fn lists(&mut self, ctx: &Context) {
        let rtl = self.rtl();
        let natures = self.natures();
        let Some((mut shown, under, fresh)) = self.popup.take() else { return };
        let open = match &mut shown {
            Shown::Choices(at) => {
                let items = natures.iter().enumerate();
                let items = items
                    .map(|(index, words)| Item::new(words.clone(), index).on(index == self.nature))
                    .collect();
                match menu(ctx, &mut self.pen, under, items, at, rtl, fresh) {
                    Popup::Open => true,
                    Popup::Closed => false,
                    Popup::Chosen(index) => {
                        self.nature = index;
                        self.last.clone_from(&natures[index]);
                        false
                    }
                }
            }
            Shown::Menu(at) => {
                let items = more::commands(rtl);
                match menu(ctx, &mut self.pen, under, items, at, rtl, fresh) {
                    Popup::Open => true,
                    Popup::Closed => false,
                    Popup::Chosen(what) => {
                        self.last = what.to_owned();
                        false
                    }
                }
            }
            Shown::Calendar(state) => {
                let today = november(21);
                let words = Words::new(self.language);
                let became = calendar(ctx, &mut self.pen, under, state, &self.days, today, words, fresh);
                let open = matches!(became, Popup::Open);
                self.pick(Some(&became));
                open
            }
        };
        if open {
            self.popup = Some((shown, under, false));
        }
    }
}
