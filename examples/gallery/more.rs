//! The second sheet of the gallery: long text, switches, numbers, what goes on, outlines, tables, questions.

use eframe::egui::{Id, Rect, Ui, pos2, vec2};
use mahdar::ui::field::{Look, Number, lines, lines_height};
use mahdar::ui::pen::Icon;
use mahdar::ui::theme::Face;
use mahdar::ui::widgets::{
    Button, Column, Combo, Heading, Item, Label, Moved, Now, Outline, PROGRESS, Progress, Question, Row,
    Segments, Switch, Table, Tick, Weight,
};

use super::{DOWN, FOCUSED, Gallery, HOVERED, Shown, words_of};

/// What the controls of the second sheet hold.
pub(crate) struct More {
    text: String,
    on: bool,
    count: Option<u32>,
    done: f32,
    stopped: bool,
    order: Vec<usize>,
    part: Option<usize>,
    row: Option<usize>,
}

impl Default for More {
    fn default() -> Self {
        Self {
            text: String::new(),
            on: true,
            count: Some(27),
            done: 0.42,
            stopped: false,
            order: (0..6).collect(),
            part: Some(0),
            row: Some(1),
        }
    }
}

/// The lines of the menu with a menu inside it.
pub(crate) fn commands(rtl: bool) -> Vec<Item<&'static str>> {
    let say = words_of(rtl);
    let line = |arabic, french| {
        let words = say(arabic, french);
        Item::new(words.to_owned(), words)
    };
    let parts = vec![
        line("الترويسة", "En-tête").keys("Ctrl+1"),
        line("الحضور", "Présence").keys("Ctrl+2"),
        line("إلى الأجل", "Échéance").icon(Icon::CalendarBlank),
    ];
    vec![
        line("معاينة", "Aperçu").icon(Icon::Eye).keys("Ctrl+P"),
        Item::group(say("الانتقال إلى", "Aller à").to_owned(), parts).icon(Icon::ListBullets),
        line("داكن", "Sombre").icon(Icon::Moon).apart(),
        line("إرسال", "Envoyer").refused(say("لا أحد بعد", "Personne").to_owned()),
    ]
}

impl Gallery {
    pub(super) fn more_controls(&mut self, ui: &mut Ui, sheet: Rect) {
        self.texts(ui, sheet, 0.0);
        self.numbers(ui, sheet, 170.0);
        self.locked(ui, sheet, 280.0);
        self.progresses(ui, sheet, 390.0);
        self.orders(ui, sheet, 540.0);
    }

    fn texts(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("نص طويل", "Texte long"));
        let place = flow.cell(ui, &mut self.pen, (300.0, 98.0), say("لصيقة تلتف", "Étiquette"));
        let words = say(
            "تُملأ بها ترويسة كل وثيقة جديدة، وتبقى الوثائق القديمة (بصيغة PDF 1.7) كما كُتبت من قبل، ولا يتغير فيها شيء إلا بيدك.",
            "Elle remplit l’en-tête de chaque nouveau document ; les anciens (au format PDF 1.7) restent tels qu’ils ont été écrits.",
        );
        let label = Label { words, face: Face::Base, ink: self.pen.theme.ink };
        label.show(ui, &mut self.pen, place.min, place.width(), "gallery-label");
        let value = say(
            "المملكة المغربية\nاتحاد الجمعيات البيئية\nالكتابة الجهوية لجهة فاس - مكناس، المكتب التنفيذي",
            "Royaume du Maroc\nUnion des associations\nSecrétariat régional de Fès-Meknès, bureau exécutif",
        );
        if self.more.text.is_empty() {
            value.clone_into(&mut self.more.text);
        }
        let high = lines_height(4);
        let look =
            Look { ltr: !rtl, name: say("رأس الورقة", "Papier à en-tête"), ..Look::default() };
        let place =
            flow.cell(ui, &mut self.pen, (280.0, high), say("حقل بأسطر: تركيز", "Plusieurs lignes : focus"));
        let text = self.more.text.clone();
        let id = Id::unique("gallery-lines-focused");
        let outcome = lines(ui, &mut self.pen, place, id, &text, look, &mut self.focus);
        if let Some(changed) = outcome.changed {
            self.more.text = changed;
        }
        if outcome.entered {
            self.pressed("entered");
        }
        let place = flow.cell(ui, &mut self.pen, (200.0, high), say("فارغ", "Vide"));
        let hint = say("سطر لكل جهة، من الأعلى إلى الأسفل", "Une ligne par organisme, de haut en bas");
        let empty = Look { hint, name: say("ملاحظات", "Remarques"), ..look };
        let _ = lines(ui, &mut self.pen, place, Id::unique("gallery-lines"), "", empty, &mut self.focus);
        let place = flow.cell(ui, &mut self.pen, (200.0, high), say("خطأ", "Erreur"));
        let wrong =
            Look {
                error: say("أطول من اللازم", "Trop long"), name: say("العنوان", "Adresse"), ..look
            };
        let id = Id::unique("gallery-lines-wrong");
        let _ = lines(ui, &mut self.pen, place, id, value, wrong, &mut self.focus);
        let place = flow.cell(ui, &mut self.pen, (200.0, high), say("للقراءة فقط", "Lecture seule"));
        let read = Look { read_only: true, name: say("نص مصادق عليه", "Texte approuvé"), ..look };
        let id = Id::unique("gallery-lines-read");
        let _ = lines(ui, &mut self.pen, place, id, value, read, &mut self.focus);
    }

    fn switch(&mut self, ui: &Ui, flow: &mut super::Flow, what: Switch<'_>, now: Option<Now>, caption: &str) {
        let width = what.width(ui, &mut self.pen);
        let place = flow.cell(ui, &mut self.pen, (width, 32.0), caption);
        match now {
            Some(now) => what.paint(ui, &mut self.pen, place, now),
            None => {
                if what.show(ui, &mut self.pen, place, Id::unique(("gallery-switch", caption))) {
                    self.more.on = !self.more.on;
                    self.pressed(what.words);
                }
            }
        }
    }

    fn numbers(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("مفتاح ورقم", "Interrupteur et nombre"));
        let words = say("الرموز الخفية", "Invisibles");
        let on = Switch { words, on: self.more.on, refused: None, rtl };
        let off = Switch { on: false, ..on };
        self.switch(ui, &mut flow, on, None, say("يعمل", "Actif"));
        self.switch(ui, &mut flow, off, Some(Now::default()), say("متوقف", "Inactif"));
        self.switch(ui, &mut flow, off, Some(HOVERED), say("تحت المؤشر", "Survolé"));
        self.switch(ui, &mut flow, off, Some(DOWN), say("مضغوط", "Enfoncé"));
        self.switch(ui, &mut flow, Switch { on: true, ..on }, Some(FOCUSED), say("تركيز", "Focus"));
        let reason = say("لا شعار بعد", "Pas de logo");
        let refused = Switch { words: say("الشعار", "Logo"), refused: Some(reason), ..off };
        self.switch(ui, &mut flow, refused, None, say("معطل: مع السبب", "Désactivé"));
        let refused = Switch { words: say("الختم", "Sceau"), on: true, ..refused };
        self.switch(ui, &mut flow, refused, None, say("معطل", "Désactivé, actif"));
        let look = Look { ltr: !rtl, name: say("عدد الأعضاء", "Membres"), ..Look::default() };
        let only = say("لا تُكتب هنا إلا الأرقام", "Seuls des chiffres");
        let count = Number { value: self.more.count, range: (0, 400), only, look, rtl };
        let place = flow.cell(ui, &mut self.pen, (88.0, 32.0), say("رقم", "Nombre"));
        let counted = count.show(ui, &mut self.pen, place, Id::unique("gallery-number"), &mut self.focus);
        if let Some(changed) = counted.changed {
            self.more.count = changed;
            let said = changed.map(|count| count.to_string()).unwrap_or_default();
            self.pressed(&said);
        }
        let after = say("الثالثة", "3e");
        let ordinal = Number {
            value: Some(3),
            look: Look { name: say("رقم الدورة", "Session"), after, ..look },
            ..count
        };
        let place = flow.cell(ui, &mut self.pen, (116.0, 32.0), say("مع كلمته", "Avec son mot"));
        let id = Id::unique("gallery-ordinal");
        let _ = ordinal.show(ui, &mut self.pen, place, id, &mut self.focus);
    }

    fn locked(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("مغلق كله", "Tout verrouillé"));
        self.pen.locked = Some(say("الملف مفتوح للقراءة فقط", "Ouvert en lecture seule").into());
        let look = Look { ltr: !rtl, name: say("الهيئة", "Instance"), ..Look::default() };
        let place = flow.cell(ui, &mut self.pen, (180.0, 32.0), say("حقل", "Champ"));
        let value = say("الكتابة الجهوية", "Secrétariat régional");
        let id = Id::unique("gallery-locked-field");
        let _ = super::field(ui, &mut self.pen, place, id, value, look, &mut self.focus);
        let place = flow.cell(ui, &mut self.pen, (150.0, 32.0), say("قائمة", "Liste"));
        let combo =
            Combo {
                words: Ok(say("جهوي", "Régional")), name: say("المستوى", "Niveau"), open: false, rtl
            };
        combo.show(ui, &mut self.pen, place, Id::unique("gallery-locked-combo"));
        let options = [say("أنثى", "Femme").to_owned(), say("ذكر", "Homme").to_owned()];
        let pair = Segments { options: &options, chosen: Some(0), rtl };
        let size = (pair.width(ui, &mut self.pen), 32.0);
        let place = flow.cell(ui, &mut self.pen, size, say("تبديل", "Choix"));
        pair.show(ui, &mut self.pen, place, Id::unique("gallery-locked-pair"));
        let add = Button {
            words: say("إضافة", "Ajouter"),
            icon: Some(Icon::Plus),
            weight: Weight::Quiet,
            rtl,
            ..Button::default()
        };
        let size = (add.width(ui, &mut self.pen), 32.0);
        let place = flow.cell(ui, &mut self.pen, size, say("زر", "Bouton"));
        if add.show(ui, &mut self.pen, place, Id::unique("gallery-locked-button")) {
            self.pressed("locked");
        }
        let tick =
            Tick { words: say("للطباعة", "À imprimer"), on: true.into(), rtl, ..Tick::default() };
        let size = (tick.width(ui, &mut self.pen), 32.0);
        let place = flow.cell(ui, &mut self.pen, size, say("خانة", "Case"));
        tick.show(ui, &mut self.pen, place, Id::unique("gallery-locked-tick"));
        self.pen.locked = None;
        let words = say("أوامر", "Commandes");
        let open = Button { words, rtl, ..Button::default() };
        let size = (open.width(ui, &mut self.pen), 32.0);
        let place = flow.cell(ui, &mut self.pen, size, say("قائمة داخل قائمة", "Sous-menu"));
        if open.show(ui, &mut self.pen, place, Id::unique("gallery-menu")) {
            self.pressed(words);
            self.popup = Some((Shown::Menu(None), place, true));
        }
    }

    fn progresses(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let mut flow = self.section(ui, sheet, top, say("تقدم", "Progression"));
        let words = say("يُرتَّب النص في صفحات: 128 صفحة حتى الآن", "Mise en pages : 128 pages jusqu’ici");
        let cancel = say("إلغاء", "Annuler");
        let half = Progress { words, done: self.more.done, cancel, rtl };
        let caption = if self.more.stopped {
            say("أُوقف", "Arrêté")
        } else {
            say("مع إيقافه", "Annulable")
        };
        let place = flow.cell(ui, &mut self.pen, (420.0, PROGRESS), caption);
        if half.show(ui, &mut self.pen, place, Id::unique("gallery-progress")) {
            self.more.stopped = true;
            self.pressed(cancel);
        }
        let place = flow.cell(ui, &mut self.pen, (280.0, PROGRESS), say("بدون إيقاف", "Sans arrêt"));
        let words = say("يجري النسخ إلى المفتاح", "Copie sur la clé");
        Progress { words, done: 1.0, cancel: "", rtl }.show(
            ui,
            &mut self.pen,
            place,
            Id::unique("gallery-copy"),
        );
        let place = flow.cell(ui, &mut self.pen, (200.0, 6.0), say("شريط", "Barre"));
        half.bar(ui, &self.pen, place);
    }

    fn orders(&mut self, ui: &mut Ui, sheet: Rect, top: f32) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let flow = self.section(ui, sheet, top, say("ترتيب وجدول وسؤال", "Plan, tableau et question"));
        let mut row = Row::new(Rect::from_min_max(pos2(sheet.left(), flow.line.top()), sheet.max), rtl);
        self.outline(ui, row.start(230.0));
        row.start(32.0);
        self.table(ui, row.start(500.0));
        row.start(32.0);
        let place = row.rest();
        let body = say(
            "في «محضر 14 نونبر» تعديلات لم تُحفظ بعد. إن تجاهلتها لم يبق منها إلا ما في يومية الكتابة.",
            "« PV du 14 novembre » a des modifications non enregistrées. Sans cela, seul le journal les garde.",
        );
        let title = say("أتُحفظ التعديلات؟", "Enregistrer les modifications ?");
        let question = Question { title, body, wide: place.width(), extra: 0.0, rtl };
        let height = question.height(ui.ctx(), &mut self.pen);
        let places = question.paint(ui, &mut self.pen, place.with_max_y(place.top() + height));
        let mut foot = Row::new(places.foot, !rtl);
        for (words, weight) in [
            (say("حفظ", "Enregistrer"), Weight::Filled),
            (say("تجاهل", "Ignorer"), Weight::Plain),
            (say("رجوع", "Retour"), Weight::Quiet),
        ] {
            let button = Button { words, weight, rtl, ..Button::default() };
            let place = foot.start(button.width(ui, &mut self.pen));
            foot.start(12.0);
            if button.show(ui, &mut self.pen, place, Id::unique(("gallery-question", words))) {
                self.pressed(words);
            }
        }
    }

    fn outline(&mut self, ui: &Ui, place: Rect) {
        let say = words_of(self.rtl());
        let rtl = self.rtl();
        let all = [
            (0, say("الماء والتربة", "L’eau et le sol")),
            (1, say("العيون والسواقي", "Sources et rigoles")),
            (
                1,
                say("صيانة ضفاف الأودية المتضررة من الفيضانات", "Entretien des berges touchées par les crues"),
            ),
            (0, say("المدرسة والبيئة", "École et environnement")),
            (1, say("نوادي البيئة", "Clubs verts")),
            (0, say("الطاقة", "Énergie")),
        ];
        let mut axis = 0;
        let rows: Vec<Heading> = self
            .more
            .order
            .iter()
            .filter_map(|index| all.get(*index))
            .map(|(depth, words)| {
                axis += usize::from(*depth == 0);
                let number = if *depth == 0 { axis.to_string() } else { String::new() };
                Heading { number, words: (*words).to_owned(), depth: *depth }
            })
            .collect();
        let outline = Outline { rows: &rows, chosen: self.more.part, indent: 0.0, refused: None, rtl };
        let end = |from: usize| {
            let deeper = rows.iter().skip(from + 1).take_while(|row| row.depth > rows[from].depth);
            from + 1 + deeper.count()
        };
        match outline.show(ui, &mut self.pen, place, Id::unique("gallery-outline")) {
            Some(Moved::Pressed(index)) => {
                self.more.part = Some(index);
                self.last = rows[index].name();
            }
            Some(Moved::Before(from, to)) => {
                let moved: Vec<usize> = self.more.order.drain(from..end(from)).collect();
                let to = if to > from { to - moved.len() } else { to };
                self.more.order.splice(to..to, moved);
                self.more.part = None;
                self.last = self.more.order.iter().map(ToString::to_string).collect();
            }
            None => {}
        }
    }

    fn table(&mut self, ui: &Ui, place: Rect) {
        let say = words_of(self.rtl());
        let column = |head: &str, width, number| Column { head: head.to_owned(), width, number };
        let columns = [
            column(say("الاسم", "Nom"), Some(150.0), false),
            column(say("الصفة", "Qualité"), None, false),
            column(say("الحضور", "Présence"), Some(90.0), false),
            column(say("العدد", "Nombre"), Some(70.0), true),
        ];
        let rows = [
            ["نعيمة السوسي", "الأمينة الجهوية", "حاضرة", "1"],
            ["إدريس العمراني", "مقرر الكتابة الجهوية ورئيس لجنة الماء والغابة", "بعذر", "12"],
            ["Youssef El Idrissi", "نائب الأمينة", "حاضر", "128"],
            ["فاطمة الزهراء بنعبد الله", "عضو", "ضيفة", "7"],
        ];
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.map(ToOwned::to_owned).to_vec()).collect();
        let rtl = self.rtl();
        let name = say("لائحة الحضور", "Liste de présence");
        let table = Table { name, columns: &columns, rows: &rows, chosen: self.more.row, rtl };
        let place = Rect::from_min_size(place.min, vec2(place.width(), table.height()));
        if let Some(row) = table.show(ui, &mut self.pen, place, Id::unique("gallery-table")) {
            self.more.row = Some(row);
            self.last.clone_from(&rows[row][0]);
        }
    }
}
