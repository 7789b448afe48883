//! A text as AccessKit wants it: one node for each line and direction, with the edges of every grapheme.

use std::ops::Range;

use eframe::egui::accesskit::{
    Color, Node, Rect, Role, TextDecoration, TextDecorationStyle, TextDirection, TextPosition,
};
use eframe::egui::{Color32, Id};

use crate::text::{Affinity, Caret, Direction, Layout, Stretch, word_starts};

/// What is marked on words, as a screen reader can be asked for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Worn {
    /// Heavy letters.
    Bold,
    /// A line below, of this colour where the words have none of their own.
    Underline(Color32),
    /// A line through the words, likewise.
    Strike(Color32),
    /// A colour of their own.
    Colour(Color32),
}

/// Marks on a layout by its bytes.
pub type Marks = [(Range<usize>, Worn)];

/// How many graphemes a run holds at most: word starts are bytes, and a line break may follow.
const MOST: usize = 254;
/// The weight of heavy letters, of 1000.
const BOLD: f32 = 700.0;
/// How many bytes one character of a run holds at most.
const LONGEST: usize = 255;

/// A text in runs, in reading order.
pub struct Runs {
    all: Vec<Run>,
}

struct Run {
    id: Id,
    node: Node,
    /// Its first byte in the layout; nothing where it is a label, in which no caret stands.
    start: Option<usize>,
    /// Whether it ends the paragraph with a line break.
    breaks: bool,
}

/// One character of a run: its bytes, its edges, and whether a word begins with it.
#[derive(Clone, Copy)]
struct Character {
    bytes: usize,
    left: f32,
    right: f32,
    begins: bool,
}

impl Run {
    /// How many characters it has, without the line break.
    fn count(&self) -> usize {
        self.node.character_lengths().len() - usize::from(self.breaks)
    }

    /// The bytes before this character.
    fn bytes_before(&self, index: usize) -> usize {
        self.node
            .character_lengths()
            .iter()
            .take(index.min(self.count()))
            .map(|length| usize::from(*length))
            .sum()
    }

    fn end(&self) -> usize {
        self.start.unwrap_or(0) + self.bytes_before(usize::MAX)
    }
}

impl Runs {
    /// These lines of a layout in physical pixels, told in logical ones from its own corner. `label` stands before the
    /// words, so far to the right of that corner, and is read with them; `breaks` ends them with a line break. What is
    /// marked otherwise than the words before is a run of its own.
    #[must_use]
    pub fn new(
        owner: Id,
        layout: &Layout,
        of: Range<usize>,
        scale: f32,
        label: Option<(&Layout, f32)>,
        breaks: bool,
        marks: &Marks,
    ) -> Self {
        let is_first = of.start == 0;
        let is_last = of.end >= layout.lines().len();
        let mut lines: Vec<Vec<Run>> = of
            .map(|line| runs_of(layout, line, (scale, 0.0), owner.with(("words", line)), Some(marks)))
            .collect();
        if let (Some((label, x)), Some(first)) = (label.filter(|_| is_first), lines.first_mut()) {
            first.splice(0..0, runs_of(label, 0, (scale, x), owner.with("label"), None));
        }
        if let Some(last) = lines.last_mut().and_then(|line| line.last_mut()).filter(|_| breaks && is_last) {
            last.end_paragraph();
        }
        for line in &mut lines {
            let ids: Vec<_> = line.iter().map(|run| run.id.accesskit_id()).collect();
            for (index, run) in line.iter_mut().enumerate() {
                if let Some(id) = index.checked_sub(1).and_then(|before| ids.get(before)) {
                    run.node.set_previous_on_line(*id);
                }
                if let Some(id) = ids.get(index + 1) {
                    run.node.set_next_on_line(*id);
                }
            }
        }
        Self { all: lines.into_iter().flatten().collect() }
    }

    /// The nodes, with their ids.
    pub fn nodes(&self) -> impl Iterator<Item = (Id, &Node)> {
        self.all.iter().map(|run| (run.id, &run.node))
    }

    /// Where the words begin: behind the label, if there is one.
    #[must_use]
    pub fn start(&self) -> Option<TextPosition> {
        let first = self.all.iter().find(|run| run.start.is_some())?;
        Some(TextPosition { node: first.id.accesskit_id(), character_index: 0 })
    }

    /// Where they end: before the line break.
    #[must_use]
    pub fn end(&self) -> Option<TextPosition> {
        let last = self.all.last()?;
        Some(TextPosition { node: last.id.accesskit_id(), character_index: last.count() })
    }

    /// A caret of the layout as a position in these runs.
    #[must_use]
    pub fn position(&self, caret: Caret) -> Option<TextPosition> {
        let mut words = self.all.iter().filter_map(|run| Some((run, run.start?)));
        let offset = caret.offset;
        let run = match caret.affinity {
            Affinity::Upstream => words.find(|(run, _)| offset <= run.end()),
            Affinity::Downstream => words.find(|(run, _)| offset < run.end()),
        };
        let Some((run, start)) = run else { return self.end() };
        let inside = offset.saturating_sub(start);
        let mut before = 0;
        let lengths = run.node.character_lengths().iter().take(run.count());
        let index = lengths
            .take_while(|length| {
                let is_before = before < inside;
                before += usize::from(**length);
                is_before
            })
            .count();
        Some(TextPosition { node: run.id.accesskit_id(), character_index: index })
    }

    /// A position in these runs as a caret of the layout, and whether it lies behind the line break; nothing if it is
    /// in other runs.
    #[must_use]
    pub fn caret(&self, position: TextPosition) -> Option<(Caret, bool)> {
        let run = self.all.iter().find(|run| run.id.accesskit_id() == position.node)?;
        let Some(start) = run.start else {
            let first = self.all.iter().find_map(|run| run.start)?;
            return Some((Caret { offset: first, affinity: Affinity::Downstream }, false));
        };
        let (index, count) = (position.character_index, run.count());
        let at_end = index >= count && index > 0;
        let affinity = if at_end { Affinity::Upstream } else { Affinity::Downstream };
        Some((Caret { offset: start + run.bytes_before(index), affinity }, index > count))
    }
}

impl Run {
    fn end_paragraph(&mut self) {
        let mut value = self.node.value().unwrap_or_default().to_owned();
        value.push('\n');
        self.node.set_value(value);
        let lengths: Vec<u8> = self.node.character_lengths().iter().copied().chain([1]).collect();
        self.node.set_character_lengths(lengths);
        let ends = |own: Option<&[f32]>| own.unwrap_or_default().to_vec();
        let (mut positions, mut widths) =
            (ends(self.node.character_positions()), ends(self.node.character_widths()));
        let end = positions.last().zip(widths.last()).map_or(0.0, |(position, width)| position + width);
        positions.push(end);
        widths.push(0.0);
        self.node.set_character_positions(positions);
        self.node.set_character_widths(widths);
        self.breaks = true;
    }
}

/// The runs of one line. `place` is the scale, and how far to the right of its owner's corner the layout stands; a
/// label has no marks.
fn runs_of(layout: &Layout, line: usize, place: (f32, f32), owner: Id, marks: Option<&Marks>) -> Vec<Run> {
    let Some(row) = layout.lines().get(line) else { return Vec::new() };
    let (scale, x) = place;
    let edges = |left: f32, right: f32| Rect {
        x0: f64::from(left / scale + x),
        y0: f64::from(row.top / scale),
        x1: f64::from(right / scale + x),
        y1: f64::from(row.bottom / scale),
    };
    let text = layout.text();
    let mut runs = Vec::new();
    let mut add = |start: usize, direction: Direction, characters: &[Character], edges: Rect| {
        let end = start + characters.iter().map(|character| character.bytes).sum::<usize>();
        let id = owner.with(runs.len());
        let mut node = node(text.get(start..end).unwrap_or_default(), direction, characters, scale, edges);
        dress(&mut node, &worn(marks, start));
        runs.push(Run { id, node, start: marks.map(|_| start), breaks: false });
    };
    let words: Vec<usize> =
        word_starts(text.get(row.range.clone()).unwrap_or_default()).map(|at| at + row.range.start).collect();
    let stretches = layout.stretches(line);
    for stretch in &stretches {
        let mut start = stretch.range.start;
        let all = characters(text, stretch, &words);
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            let (own, mut at) = (worn(marks, start), start);
            let alike = |character: &&Character| {
                let alike = worn(marks, at) == own;
                at += character.bytes;
                alike
            };
            let (part, after) = rest.split_at(rest.iter().take(MOST).take_while(alike).count().max(1));
            rest = after;
            let left = part.iter().map(|character| character.left).fold(f32::MAX, f32::min);
            let right = part.iter().map(|character| character.right).fold(f32::MIN, f32::max);
            add(start, stretch.direction, part, edges(left, right));
            start += part.iter().map(|character| character.bytes).sum::<usize>();
        }
    }
    if stretches.is_empty() {
        let x = layout.caret(Caret { offset: row.range.start, ..Caret::default() }).x;
        let direction = if layout.is_rtl() { Direction::Rtl } else { Direction::Ltr };
        add(row.range.start, direction, &[], edges(x, x));
    }
    runs
}

/// What the letter at this byte wears.
fn worn(marks: Option<&Marks>, at: usize) -> Vec<Worn> {
    let marks = marks.unwrap_or_default().iter();
    marks.filter(|(range, _)| range.contains(&at)).map(|(_, worn)| *worn).collect()
}

/// Tells what the words of a run wear.
fn dress(node: &mut Node, worn: &[Worn]) {
    let told = |colour: Color32| {
        let [red, green, blue, alpha] = colour.to_array();
        Color { red, green, blue, alpha }
    };
    let own = worn.iter().find_map(|worn| if let Worn::Colour(colour) = worn { Some(*colour) } else { None });
    let line =
        |colour| TextDecoration { style: TextDecorationStyle::Solid, color: told(own.unwrap_or(colour)) };
    for worn in worn {
        match worn {
            Worn::Bold => node.set_font_weight(BOLD),
            Worn::Underline(colour) => node.set_underline(line(*colour)),
            Worn::Strike(colour) => node.set_strikethrough(line(*colour)),
            Worn::Colour(colour) => node.set_foreground_color(told(*colour)),
        }
    }
}

/// The graphemes of a stretch; one too long for a run in parts, of which the first has its width.
fn characters(text: &str, stretch: &Stretch, words: &[usize]) -> Vec<Character> {
    let ends = stretch.graphemes.iter().skip(1).map(|grapheme| grapheme.start).chain([stretch.range.end]);
    let mut all = Vec::with_capacity(stretch.graphemes.len());
    for (grapheme, end) in stretch.graphemes.iter().zip(ends) {
        let (left, right) = (grapheme.left, grapheme.right);
        let begins = words.binary_search(&grapheme.start).is_ok();
        let whole = Character { bytes: end.saturating_sub(grapheme.start), left, right, begins };
        if whole.bytes <= LONGEST {
            all.push(whole);
            continue;
        }
        let far = if stretch.direction == Direction::Rtl { left } else { right };
        let mut part = Character { bytes: 0, ..whole };
        for c in text.get(grapheme.start..end).unwrap_or_default().chars() {
            if part.bytes + c.len_utf8() > LONGEST {
                all.push(part);
                part = Character { bytes: 0, left: far, right: far, begins: false };
            }
            part.bytes += c.len_utf8();
        }
        all.push(part);
    }
    all
}

#[expect(clippy::cast_possible_truncation, reason = "a run has 255 characters of 255 bytes at most")]
fn node(value: &str, direction: Direction, characters: &[Character], scale: f32, edges: Rect) -> Node {
    let mut node = Node::new(Role::TextRun);
    node.set_value(value);
    node.set_bounds(edges);
    let rtl = direction == Direction::Rtl;
    node.set_text_direction(if rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight });
    let left = characters.iter().map(|character| character.left).fold(f32::MAX, f32::min);
    let right = characters.iter().map(|character| character.right).fold(f32::MIN, f32::max);
    let from = |character: &Character| if rtl { right - character.right } else { character.left - left };
    let all = characters.iter();
    node.set_character_lengths(all.clone().map(|character| character.bytes as u8).collect::<Vec<_>>());
    node.set_character_positions(all.clone().map(|character| from(character) / scale).collect::<Vec<_>>());
    let widths = all.clone().map(|character| (character.right - character.left) / scale);
    node.set_character_widths(widths.collect::<Vec<_>>());
    let starts = all.enumerate().filter(|(_, character)| character.begins).map(|(index, _)| index as u8);
    node.set_word_starts(starts.collect::<Vec<_>>());
    node
}
