//! The pen: words of the interface shaped once, kept while in use, and drawn right to left.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{self, Align2, Color32, FontFamily, Painter, Pos2, Rect, Ui, vec2};

use super::glyphs::{Atlas, Drawn, Inks};
use super::icon::FILLED;
pub use super::icon::Icon;
use super::theme::{Face, Theme};
use crate::arabic::figures;
use crate::text::{Align, Base, Engine, Layout, Paragraph, Span, Weight};

/// Frames after which words not drawn any more are forgotten.
const KEPT_FRAMES: u64 = 120;
/// How many words are kept at most, beside those of the last frame.
const KEPT_WORDS: usize = 2048;

/// Shapes and draws text. One for the window; everything drawn goes through it.
pub struct Pen {
    /// The shaping engine.
    pub engine: Engine,
    /// The bitmaps of letters.
    pub atlas: Atlas,
    /// The colours.
    pub theme: Theme,
    /// Why nothing in what is drawn now can be changed, if that is so: controls say it instead of taking hands.
    pub locked: Option<Arc<str>>,
    words: HashMap<Key, Entry>,
    frame: u64,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    text: String,
    face: Face,
    base: Base,
    width: Option<u32>,
    scale: u32,
    /// So many bytes at its start are heavier.
    strong: usize,
    /// Whether it is the label of an item: its figures stand before its separator whichever way is read.
    label: bool,
}

struct Entry {
    layout: Arc<Layout>,
    drawings: Vec<Drawing>,
    used: u64,
}

/// Words as they were drawn at one place. The same words may stand at several.
struct Drawing {
    origin: Pos2,
    colour: Color32,
    drawn: Option<Drawn>,
    used: u64,
}

/// A text shaped for the interface; lengths in logical pixels.
#[derive(Clone)]
pub struct Words {
    /// The shaped text, in physical pixels.
    pub layout: Arc<Layout>,
    key: Key,
    scale: f32,
}

impl Words {
    /// The width of the widest line.
    #[must_use]
    pub fn width(&self) -> f32 {
        (self.layout.content_width() / self.scale).ceil()
    }

    /// The height of all lines.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.layout.height() / self.scale
    }
}

impl Pen {
    /// A pen for these colours.
    #[must_use]
    pub fn new(theme: Theme) -> Self {
        let (engine, atlas) = (Engine::new(), Atlas::new());
        Self { engine, atlas, theme, locked: None, words: HashMap::new(), frame: 0 }
    }

    /// Begins a frame: forgets what has not been drawn for long.
    pub fn begin(&mut self, theme: Theme) {
        self.frame += 1;
        self.theme = theme;
        self.atlas.begin();
        if self.words.len() > KEPT_WORDS {
            let last = self.frame - 1;
            self.words.retain(|_, entry| entry.used >= last);
        } else if self.frame.is_multiple_of(KEPT_FRAMES) {
            let oldest = self.frame.saturating_sub(KEPT_FRAMES);
            self.words.retain(|_, entry| entry.used >= oldest);
        }
    }

    /// How many words are kept.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.words.len()
    }

    /// Shapes a text; `width` wraps it.
    pub fn words(
        &mut self,
        ctx: &egui::Context,
        text: &str,
        face: Face,
        base: Base,
        width: Option<f32>,
    ) -> Words {
        self.opened(ctx, text, 0, face, base, width)
    }

    /// The label of an item in the gutter: «1-» is no figure half typed, its separator stands where the text begins.
    pub fn label(&mut self, ctx: &egui::Context, text: &str, face: Face) -> Words {
        let scale = ctx.pixels_per_point();
        let (text, base) = (text.to_owned(), Base::Rtl);
        self.shaped(
            Key { text, face, base, width: None, scale: scale.to_bits(), strong: 0, label: true },
            scale,
        )
    }

    /// The same with so many bytes at its start heavier: a name before what was said.
    pub fn opened(
        &mut self,
        ctx: &egui::Context,
        text: &str,
        strong: usize,
        face: Face,
        base: Base,
        width: Option<f32>,
    ) -> Words {
        let scale = ctx.pixels_per_point();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels on a screen")]
        let key = Key {
            text: text.to_owned(),
            face,
            base,
            width: width.map(|w| (w * scale).max(1.0) as u32),
            scale: scale.to_bits(),
            strong,
            label: false,
        };
        self.shaped(key, scale)
    }

    fn shaped(&mut self, key: Key, scale: f32) -> Words {
        let frame = self.frame;
        if let Some(entry) = self.words.get_mut(&key) {
            entry.used = frame;
            return Words { layout: Arc::clone(&entry.layout), key, scale };
        }
        let strong = key.strong;
        let isolates = if key.label { Vec::new() } else { figures(&key.text) };
        let heavier = [Span { range: 0..strong, weight: Some(Weight::Strong), family: None }];
        let paragraph = Paragraph {
            text: &key.text,
            base: key.base,
            language: "ar-MA",
            style: key.face.style(scale),
            spans: if strong > 0 { &heavier } else { &[] },
            keep: &[],
            isolates: &isolates,
        };
        #[expect(clippy::cast_precision_loss, reason = "pixels on a screen")]
        let wrap = key.width.map(|w| w as f32);
        let layout = Arc::new(self.engine.layout(&paragraph, wrap, Align::Start));
        let entry = Entry { layout: Arc::clone(&layout), drawings: Vec::new(), used: frame };
        self.words.insert(key.clone(), entry);
        Words { layout, key, scale }
    }

    /// One line of the interface.
    pub fn line(&mut self, ctx: &egui::Context, text: &str, face: Face) -> Words {
        self.words(ctx, text, face, Base::Auto, None)
    }

    /// One line cut at a word with «…» where it is wider than this; within its first word if need be.
    pub fn fitted(&mut self, ctx: &egui::Context, text: &str, face: Face, base: Base, width: f32) -> Words {
        let whole = self.words(ctx, text, face, base, None);
        if whole.width() <= width {
            return whole;
        }
        let ends: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        let mut cut_at = |end: usize| {
            let head = text.get(..end).unwrap_or_default().trim_end_matches([' ', '،', '؛', '.']);
            self.words(ctx, &format!("{head}…"), face, base, None)
        };
        // More words are wider: a title of thousands is not tried with each of them.
        let fitting = ends.partition_point(|&end| cut_at(end).width() <= width);
        if let Some(&end) = fitting.checked_sub(1).and_then(|last| ends.get(last)) {
            return cut_at(end);
        }
        // Latin letters and signs do not join: a word of theirs may be cut where an Arabic one may not.
        let mut head: String = text.chars().take_while(char::is_ascii_graphic).collect();
        while head.pop().is_some() && !head.is_empty() {
            let cut = self.words(ctx, &format!("{head}…"), face, base, None);
            if cut.width() <= width {
                return cut;
            }
        }
        self.words(ctx, "…", face, base, None)
    }

    /// Draws words with the anchor at the given point.
    pub fn draw(
        &mut self,
        painter: &Painter,
        words: &Words,
        at: Pos2,
        anchor: Align2,
        colour: Color32,
    ) -> Rect {
        let size = vec2(words.layout.width() / words.scale, words.height());
        let rect = anchor.anchor_size(at, size);
        self.draw_at(painter, words, rect.min, colour);
        rect
    }

    fn draw_at(&mut self, painter: &Painter, words: &Words, origin: Pos2, colour: Color32) {
        let Self { engine, atlas, words: kept, frame, .. } = self;
        let inks = Inks::plain(colour);
        let Some(entry) = kept.get_mut(&words.key) else {
            atlas.paint(painter, engine, &words.layout, origin, &inks, None);
            return;
        };
        let same = |drawing: &Drawing| drawing.origin == origin && drawing.colour == colour;
        let index = entry.drawings.iter().position(same).unwrap_or_else(|| {
            // What was not drawn in the last frame stands elsewhere now.
            entry.drawings.retain(|drawing| drawing.used + 1 >= *frame);
            entry.drawings.push(Drawing { origin, colour, drawn: None, used: *frame });
            entry.drawings.len() - 1
        });
        let Some(drawing) = entry.drawings.get_mut(index) else { return };
        drawing.used = *frame;
        atlas.paint(painter, engine, &words.layout, origin, &inks, Some(&mut drawing.drawn));
    }

    /// Draws one line in the middle of a rectangle.
    pub fn centred(&mut self, ui: &Ui, rect: Rect, text: &str, face: Face, colour: Color32) -> Rect {
        let words = self.line(ui.ctx(), text, face);
        self.draw(ui.painter(), &words, rect.center(), Align2::CENTER_CENTER, colour)
    }
}

/// The fonts egui itself is given: icons alone. It has no bidi, so no letter may reach it.
#[must_use]
pub fn fonts() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::empty();
    let bytes = include_bytes!("../../assets/fonts/Phosphor-Regular.ttf");
    fonts.font_data.insert("icons".into(), Arc::new(egui::FontData::from_static(bytes)));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["icons".into()]);
    }
    let bytes = include_bytes!("../../assets/fonts/Phosphor-Fill.ttf");
    fonts.font_data.insert("filled".into(), Arc::new(egui::FontData::from_static(bytes)));
    fonts.families.insert(FontFamily::Name(FILLED.into()), vec!["filled".into()]);
    fonts
}
