//! The engine: it turns paragraphs into layouts and glyphs into bitmaps, and keeps what may be used again.

use std::ops::Range;
use std::sync::Arc;

use harfrust::Language;
use parley_engine::{Analysis, AnalysisOptions, Analyzer};
use swash::scale::ScaleContext;
use unicode_segmentation::UnicodeSegmentation;

use super::bidi::{base_direction, resolve, visual_order};
use super::font::{Family, FontId, Weight, chain, chains, has, is_whole};
use super::layout::Layout;
use super::paragraph::{Align, Base, Paragraph, one_line};
use super::raster::{GlyphKey, Raster, raster};
use super::shaped::{Builder, ShapedRun, shaped_run};
use super::shaper::{Counts, Shaper, runs};

/// Shapes paragraphs and draws glyphs. One for each thread; nothing is looked for on the system.
pub struct Engine {
    analyzer: Analyzer,
    analysis: Analysis,
    /// For each character, its level.
    levels: Vec<u8>,
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
            levels: Vec::new(),
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
        resolve(&text, &self.analysis, paragraph.isolates, &mut self.levels);
        self.set_chains(&text, paragraph);
        let own = chain(style.family, style.weight);
        let faces = |index: usize| self.chains.get(index).copied().unwrap_or(own);
        let language = language(paragraph.language);
        let info = self.analysis.char_info();
        let mut builder = Builder::new(info, paragraph.keep, style.size);
        self.shaper.counts.paragraphs += 1;
        for run in runs(&text, &self.analysis, &self.levels, faces) {
            self.shaper.shape(&text, info, &run, language.as_ref(), |part, word| {
                builder.add(&run, part, word);
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
        self.shape_with(text, chain(family, weight), base, language_tag)
    }

    fn shape_with(&mut self, text: &str, faces: &[FontId], base: Base, language_tag: &str) -> Vec<ShapedRun> {
        self.analyse(text, base);
        resolve(text, &self.analysis, &[], &mut self.levels);
        let language = language(language_tag);
        let runs = runs(text, &self.analysis, &self.levels, |_| faces);
        let levels: Vec<u8> = runs.iter().map(|run| run.level).collect();
        let mut shaped = Vec::with_capacity(runs.len());
        let info = self.analysis.char_info();
        for run in visual_order(&levels).into_iter().filter_map(|index| runs.get(index)) {
            let mut words = Vec::new();
            let script = self.shaper.shape(text, info, run, language.as_ref(), |part, word| {
                words.push((part.clone(), Arc::clone(word)));
            });
            shaped.push(shaped_run(run, script, &words));
        }
        shaped
    }

    /// The first stretches that a box is drawn for, as many as are asked for, whichever family and weight they are set in:
    /// whole graphemes, or the marks on one whose letter is written. There are none where
    /// [`is_written`](super::is_written) holds.
    #[must_use]
    pub fn unwritten(&mut self, text: &str, most: usize) -> Vec<Range<usize>> {
        let text = one_line(text);
        let mut boxes: Vec<Range<usize>> = Vec::new();
        for (start, grapheme) in text.grapheme_indices(true).filter(|(_, grapheme)| !is_whole(grapheme)) {
            if boxes.len() > most {
                break;
            }
            let mut runs = Vec::new();
            for faces in chains().filter(|faces| !has(faces, grapheme)) {
                runs.append(&mut self.shape_with(grapheme, faces, Base::Rtl, "ar-MA"));
            }
            let is_box = |at: usize, character: char| {
                runs.iter()
                    .filter(|run| run.range.contains(&at) && !run.font.covers(character))
                    .any(|run| run.glyphs.iter().any(|glyph| glyph.id == 0 && glyph.cluster <= at))
            };
            for (at, character) in grapheme.char_indices().filter(|&(at, character)| is_box(at, character)) {
                let end = if at == 0 { grapheme.len() } else { at + character.len_utf8() };
                let (from, end) = (start + at, start + end);
                match boxes.last_mut() {
                    Some(last) if last.end >= from => last.end = last.end.max(end),
                    _ => boxes.push(from..end),
                }
            }
        }
        boxes.truncate(most);
        boxes
    }

    /// What it has shaped since it began.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.shaper.counts
    }

    /// How many shaped words it keeps for the next paragraph, and the bytes they take.
    #[must_use]
    pub fn kept(&self) -> (usize, usize) {
        self.shaper.kept()
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
        // Every character's end, so that a text of many spans is not walked once for each.
        let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        self.chains.resize(ends.len(), chain(style.family, style.weight));
        for span in paragraph.spans.iter().filter(|span| !span.range.is_empty()) {
            let faces = chain(span.family.unwrap_or(style.family), span.weight.unwrap_or(style.weight));
            let first = ends.partition_point(|&end| end <= span.range.start);
            let last = ends.partition_point(|&end| end < span.range.end);
            if let Some(slots) = self.chains.get_mut(first..(last + 1).min(ends.len())) {
                slots.fill(faces);
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
