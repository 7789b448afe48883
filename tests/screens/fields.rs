//! A field of one line under the hands: what presses, drags and keys take in it.

use eframe::egui::{Event, Id, Key, Modifiers, Pos2, Rect, pos2, vec2};
use mahdar::text::{Align, Base, Caret, Engine, Paragraph};
use mahdar::ui::field::{Line, Look, field};
use mahdar::ui::theme::{Face, Mode};

use crate::screen::{CTRL, button, key_events};
use crate::stage::Stage;

const SHIFT: Modifiers = Modifiers::SHIFT;

/// A field alone in a window, and what is written in it.
struct Held {
    text: String,
    focus: Option<(Id, Line)>,
}

struct Hands {
    stage: Stage<Held>,
    rect: Rect,
    engine: Engine,
}

impl Hands {
    fn on(text: &str, width: f32) -> Self {
        let rect = Rect::from_min_size(pos2(100.0, 100.0), vec2(width, 32.0));
        let held = Held { text: text.to_owned(), focus: None };
        let stage = Stage::new(Mode::Light, (600.0, 300.0), held, move |ui, pen, _, held| {
            let look = Look { name: "الحقل", ..Look::default() };
            let value = held.text.clone();
            let done = field(ui, pen, rect, Id::unique("held"), &value, look, &mut held.focus);
            if let Some(text) = done.changed {
                held.text = text;
            }
        });
        Self { stage, rect, engine: Engine::new() }
    }

    fn text(&self) -> &str {
        &self.stage.state().text
    }

    /// Where a caret at this byte stands while the text has not slid.
    fn point(&mut self, offset: usize) -> Pos2 {
        let text = self.stage.state().text.clone();
        let style = Face::Base.style(1.0);
        let paragraph = Paragraph {
            text: &text,
            base: Base::Rtl,
            language: "ar-MA",
            style,
            spans: &[],
            keep: &[],
            isolates: &[],
        };
        let layout = self.engine.layout(&paragraph, None, Align::Start);
        let x = layout.caret(Caret { offset, ..Caret::default() }).x;
        pos2(self.rect.right() - 9.0 - layout.width() + x, self.rect.center().y)
    }

    fn after(&mut self, words: &str) -> Pos2 {
        self.point(words.len())
    }

    fn clicks(&mut self, at: Pos2, count: usize) {
        self.stage.frame(vec![Event::PointerMoved(at)]);
        for _ in 0..count {
            self.stage.frame(vec![button(at, true)]);
            self.stage.frame(vec![button(at, false)]);
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.stage.frame(key_events(modifiers, key));
    }

    /// What is selected: what a copy of it leaves when it is typed over with a bar.
    fn typed_over(&mut self) -> String {
        self.stage.type_words("|");
        self.text().to_owned()
    }
}

const TEXT: &str = "عقد المجلس، اجتماعا PDF هنا";

#[test]
fn presses_in_a_field_take_a_place_a_word_and_all() {
    for (count, expected) in [(1, "عقد الم|جلس، اجتماعا PDF هنا"), (2, "عقد |، اجتماعا PDF هنا"), (3, "|")]
    {
        let mut hands = Hands::on(TEXT, 400.0);
        let at = hands.after("عقد الم");
        hands.clicks(at, count);
        assert_eq!(hands.typed_over(), expected, "{count} presses");
    }
}

#[test]
fn a_word_is_taken_by_the_second_press_and_more_by_the_drag() {
    let mut hands = Hands::on(TEXT, 400.0);
    let (at, further) = (hands.after("عقد الم"), hands.after("عقد المجلس، اجت"));
    hands.stage.frame(vec![Event::PointerMoved(at)]);
    hands.stage.frame(vec![button(at, true)]);
    hands.stage.frame(vec![button(at, false)]);
    hands.stage.frame(vec![button(at, true)]);
    hands.stage.frame(vec![Event::PointerMoved(further)]);
    assert_eq!(hands.stage.settled(), None, "not while the mouse is held");
    hands.stage.frame(vec![button(further, false)]);
    assert_eq!(hands.stage.settled().as_deref(), Some("المجلس، اجتماعا"));
    assert_eq!(hands.typed_over(), "عقد | PDF هنا");
}

#[test]
fn shift_and_a_click_select_in_a_field() {
    let mut hands = Hands::on(TEXT, 400.0);
    let (from, to) = (hands.after("عقد "), hands.after("عقد المجلس"));
    hands.clicks(from, 1);
    hands.stage.later(1.0);
    hands.stage.frame(vec![Event::ModifiersChanged(SHIFT), Event::PointerMoved(to)]);
    hands.stage.frame(vec![button(to, true)]);
    hands.stage.frame(vec![button(to, false), Event::ModifiersChanged(Modifiers::NONE)]);
    assert_eq!(hands.typed_over(), "عقد |، اجتماعا PDF هنا");
}

#[test]
fn backspace_in_a_field_takes_one_mark() {
    let mut hands = Hands::on("محمَّ", 400.0);
    let at = pos2(hands.rect.left() + 20.0, hands.rect.center().y);
    hands.clicks(at, 1);
    hands.press(Modifiers::NONE, Key::Backspace);
    assert_eq!(hands.text(), "محمّ");
    hands.press(Modifiers::NONE, Key::Backspace);
    assert_eq!(hands.text(), "محم");
    hands.press(Modifiers::NONE, Key::Home);
    hands.press(Modifiers::NONE, Key::Delete);
    assert_eq!(hands.text(), "حم");
}

#[test]
fn arrows_leave_a_selection_of_a_field_to_their_side() {
    for (key, expected) in
        [(Key::ArrowLeft, "عقد المجلس، اجتماعا |PDF هنا"), (Key::ArrowRight, "عقد المجلس، اجتماعا PDF| هنا")]
    {
        let mut hands = Hands::on(TEXT, 400.0);
        let at = hands.after("عقد المجلس، اجتماعا P");
        hands.clicks(at, 2);
        hands.press(Modifiers::NONE, key);
        assert_eq!(hands.typed_over(), expected, "{key:?}");
    }
}

#[test]
fn words_are_gone_to_in_a_field_as_on_the_page() {
    let mut hands = Hands::on(TEXT, 400.0);
    let at = hands.after("");
    hands.clicks(at, 1);
    hands.press(CTRL, Key::ArrowLeft);
    hands.press(CTRL | SHIFT, Key::ArrowLeft);
    assert_eq!(hands.stage.settled().as_deref(), Some("المجلس، "));
    assert_eq!(hands.typed_over(), "عقد |اجتماعا PDF هنا");
}

#[test]
fn a_middle_click_pastes_into_a_field_where_it_clicks() {
    let mut hands = Hands::on(TEXT, 400.0);
    let at = hands.after("عقد ");
    let paste = Event::MiddleClickPaste { pos: at, text: "أمس\n".into() };
    hands.stage.frame(vec![Event::PointerMoved(at)]);
    hands.stage.frame(vec![paste]);
    assert_eq!(hands.text(), "عقد أمس المجلس، اجتماعا PDF هنا");
    hands.stage.type_words("!");
    assert_eq!(hands.text(), "عقد أمس !المجلس، اجتماعا PDF هنا", "the caret is behind it");
}

#[test]
fn a_long_text_stays_under_the_mouse_and_slides_by_the_clock_while_it_is_held_beyond() {
    let text = "كلمات كثيرة لا يسعها الحقل الضيق فتنزلق فيه ذهابا وإيابا حتى آخرها هنا";
    let slid = |frames: u32, beyond: f32| -> usize {
        let mut hands = Hands::on(text, 160.0);
        let at = pos2(hands.rect.right() - 60.0, hands.rect.center().y);
        // It is entered at its start.
        hands.clicks(at, 1);
        hands.press(Modifiers::NONE, Key::Home);
        hands.stage.later(1.0);
        hands.clicks(at, 1);
        hands.stage.later(1.0);
        hands.clicks(at, 1);
        let mut again = Hands::on(text, 160.0);
        again.clicks(at, 1);
        again.press(Modifiers::NONE, Key::Home);
        again.stage.later(1.0);
        again.clicks(at, 1);
        assert_eq!(hands.typed_over(), again.typed_over(), "two clicks in one place are one place");
        hands.press(Modifiers::NONE, Key::Backspace);
        hands.stage.later(1.0);
        hands.stage.frame(vec![button(at, true)]);
        let out = pos2(hands.rect.left() + 9.0 - beyond, at.y);
        hands.stage.frame(vec![Event::PointerMoved(out)]);
        for _ in 0..frames {
            hands.stage.later(0.6 / f64::from(frames));
        }
        hands.stage.frame(vec![button(out, false)]);
        hands.stage.settled().expect("something is selected").chars().count()
    };
    let (near, far, coarse) = (slid(36, 4.0), slid(36, 24.0), slid(9, 24.0));
    assert!(far > near + 5, "further off is faster: {near} {far}");
    assert!(far.abs_diff(coarse) <= 3, "as far in fewer frames: {far} {coarse}");
}
