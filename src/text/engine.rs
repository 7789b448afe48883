//! The engine: it turns paragraphs into layouts and glyphs into bitmaps, and keeps what may be used again.

use harfrust::Language;
use parley_engine::{Analysis, AnalysisOptions, Analyzer};
use swash::scale::ScaleContext;

use super::bidi::{base_direction, visual_order};
use super::font::{Family, FontId, Weight, chain};
use super::layout::Layout;
use super::paragraph::{Align, Base, Paragraph, one_line};
use super::raster::{GlyphKey, Raster, raster};
use super::shaped::{Builder, ShapedRun, shaped_run};
use super::shaper::{Shaper, runs};

/// Shapes paragraphs and draws glyphs. One for each thread; nothing is looked for on the system.
pub struct Engine {
    analyzer: Analyzer,
    analysis: Analysis,
    shaper: Shaper,
    /// For each character, the faces that write it; empty when all have the same.
    chains: Vec<&'static [FontId]>,
    scale: ScaleContext,
}

impl Engine {
    /// An engine over the embedded faces.
    #[must_use]
    pub fn new() -> Self {
        Self {
            analyzer: Analyzer::new(),
            analysis: Analysis::new(),
            shaper: Shaper::new(),
            chains: Vec::new(),
            scale: ScaleContext::new(),
        }
    }

    /// Shapes a paragraph and breaks it into lines no wider than `width`, or into a single line.
    #[must_use]
    pub fn layout(&mut self, paragraph: &Paragraph<'_>, width: Option<f32>, align: Align) -> Layout {
        let style = paragraph.style;
        let text = one_line(paragraph.text);
        self.analyse(&text, paragraph.base);
        self.set_chains(&text, paragraph);
        let own = chain(style.family, style.weight);
        let faces = |index: usize| self.chains.get(index).copied().unwrap_or(own);
        let language = language(paragraph.language);
        let info = self.analysis.char_info();
        let mut builder = Builder::new(&text, info, paragraph.keep, style.size);
        for run in runs(&text, &self.analysis, faces) {
            self.shaper.shape(&text, &run, language.as_ref(), |_, glyphs| {
                builder.add(&run, glyphs);
            });
        }
        let rtl = self.analysis.paragraph_level().is_rtl();
        let shaped = builder.shaped;
        let mut layout = Layout::new(text.into_owned(), style, rtl, shaped);
        layout.rewrap(width, align);
        layout
    }

    /// The glyphs of a text in font units, in visual order, as `hb-shape` tells them.
    ///
    /// Nothing in the text is replaced. An empty text has no runs.
    #[must_use]
    pub fn shape(
        &mut self,
        text: &str,
        family: Family,
        weight: Weight,
        base: Base,
        language_tag: &str,
    ) -> Vec<ShapedRun> {
        self.analyse(text, base);
        let language = language(language_tag);
        let runs = runs(text, &self.analysis, |_| chain(family, weight));
        let levels: Vec<u8> = runs.iter().map(|run| run.level).collect();
        let mut shaped = Vec::with_capacity(runs.len());
        for run in visual_order(&levels).into_iter().filter_map(|index| runs.get(index)) {
            self.shaper.shape(text, run, language.as_ref(), |script, glyphs| {
                shaped.push(shaped_run(run, script, glyphs));
            });
        }
        shaped
    }

    /// The bitmap of a glyph; `None` when there is nothing to draw, as for a space.
    #[must_use]
    pub fn raster(&mut self, key: GlyphKey) -> Option<Raster> {
        raster(&mut self.scale, key)
    }

    fn analyse(&mut self, text: &str, base: Base) {
        let options = AnalysisOptions { base_direction: base_direction(base), ..AnalysisOptions::default() };
        self.analyzer.analyze(text, &options, &mut self.analysis);
    }

    fn set_chains(&mut self, text: &str, paragraph: &Paragraph<'_>) {
        let style = paragraph.style;
        self.chains.clear();
        if paragraph.spans.is_empty() {
            return;
        }
        let count = self.analysis.char_info().len();
        self.chains.resize(count, chain(style.family, style.weight));
        for span in paragraph.spans {
            let faces = chain(span.family.unwrap_or(style.family), span.weight.unwrap_or(style.weight));
            for ((at, character), slot) in text.char_indices().zip(&mut self.chains) {
                if at < span.range.end && at + character.len_utf8() > span.range.start {
                    *slot = faces;
                }
            }
        }
    }
}

fn language(tag: &str) -> Option<Language> {
    tag.parse().ok()
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Engine").finish_non_exhaustive()
    }
}
