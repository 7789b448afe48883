//! Any text laid out at any width: no panic, and the carets, clicks and selections are what the tests hold them to.

#![no_main]

use std::borrow::Cow;
use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use mahdar::arabic::figures;
use mahdar::text::{Affinity, Align, Base, Caret, Engine, Family, Layout, Paragraph, Span, Style, Weight};
use unicode_segmentation::UnicodeSegmentation as _;

#[path = "../../tests/it/text_caret.rs"]
#[allow(dead_code, unused_imports)]
mod text_caret;

/// What a byte stands for, so that one changed byte is one changed letter: what joins, stacks, mirrors, or turns.
const LETTERS: [&str; 64] = [
    "ا", "ل", "ب", "م", "ة", "ء", "ي", "و", "لا", "لله", "ک", "پ", "\u{64E}", "\u{651}", "\u{650}", "\u{654}",
    "\u{670}", "\u{640}", "٣", "٧", "1", "9", ".", ",", ":", "/", "%", "-", "،", "؛", "؟", "!", "(", ")",
    "[", "]", "«", "»", "\"", " ", "  ", "\u{A0}", "a", "e", "\u{301}", "fi", "é", "ⴰ", "ⵣ", "\u{200C}",
    "\u{200D}", "\u{200E}", "\u{200F}", "\u{202B}", "\u{202C}", "\u{2066}", "\u{2067}", "\u{2069}", "\n",
    "\t", "👨", "🇲", "한", "\u{FFFC}",
];

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::new());
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&[ways, width, from, to], rest)) = bytes.split_first_chunk::<4>() else { return };
    let letters = |bytes: &[u8]| bytes.iter().map(|byte| LETTERS[usize::from(*byte) % 64]).collect();
    let text = if ways & 1 == 0 { Cow::Owned(letters(rest)) } else { String::from_utf8_lossy(rest) };
    let base = [Base::Rtl, Base::Rtl, Base::Ltr, Base::Auto][usize::from(ways >> 1 & 3)];
    let family = [Family::Naskh, Family::Amiri, Family::Ui, Family::Naskh][usize::from(ways >> 3 & 3)];
    let align = [Align::Start, Align::Justify, Align::Center, Align::Even][usize::from(ways >> 5 & 3)];
    let width = (width > 0).then(|| f32::from(width) * 3.0);
    let range = usize::from(from).min(usize::from(to))..usize::from(from).max(usize::from(to));
    // Values stand in the text as figures do, or wherever the input says; either way none is a place apart.
    let isolates = if ways & 0x80 == 0 { figures(&text) } else { vec![range.clone()] };
    let paragraph = Paragraph {
        text: &text,
        base,
        language: "ar-MA",
        style: Style { family, weight: Weight::Regular, size: 18.0, line_height: 32.0 },
        spans: &[Span { range: range.clone(), weight: Some(Weight::Strong), family: Some(Family::Amiri) }],
        keep: &[range],
        isolates: &isolates,
    };
    ENGINE.with_borrow_mut(|engine| {
        let mut layout = engine.layout(&paragraph, width, align);
        let mut context = format!("{base:?} {family:?} {align:?} {width:?} {isolates:?} {text:?}");
        hold(&layout, ways & 1 == 0, &context);
        boxes(engine, &layout, &context);
        // What is wrapped anew is what is laid out anew, and wrapped back it is what it was.
        for (wider, align) in
            [(Some(47.0), Align::Justify), (Some(310.0), Align::Start), (None, Align::Justify)]
        {
            context = format!("wrapped to {wider:?} {align:?} after {context}");
            layout.rewrap(wider, align);
            hold(&layout, ways & 1 == 0, &context);
            let fresh = engine.layout(&paragraph, wider, align);
            assert!(layout.lines() == fresh.lines() && layout.glyphs().eq(fresh.glyphs()), "{context}");
        }
    });
});

fn hold(layout: &Layout, letters: bool, context: &str) {
    assert!(layout.glyphs().all(|glyph| glyph.x.is_finite() && glyph.range.end <= layout.text().len()));
    if letters {
        text_caret::check(layout, context, 0.05);
    } else {
        whole(layout, context);
    }
}

/// Nothing is drawn as a box that is not told to be one.
fn boxes(engine: &mut Engine, layout: &Layout, context: &str) {
    if layout.glyphs().any(|glyph| glyph.glyph == 0) {
        assert!(!engine.unwritten(layout.text(), 1).is_empty(), "a box nobody tells of: {context}");
    }
}

/// What holds of any characters there are: the lines hold the whole text, every place has a caret on a line, and a click
/// on a line gives a caret of that line. Where a grapheme is torn by an override inside it, no more is promised.
fn whole(layout: &Layout, context: &str) {
    let text = layout.text();
    let mut next = 0;
    for (index, line) in layout.lines().iter().enumerate() {
        assert_eq!(line.range.start, next, "lines follow each other: {context}");
        next = line.range.end;
        let (home, end) = (layout.line_start(at(line.range.start)), layout.line_end(at(line.range.start)));
        assert_eq!(home.offset, line.range.start, "Home: {context}");
        // Blanks that hang at a break are behind End.
        let hangs = text.get(end.offset..line.range.end);
        let before_blanks = index + 1 < layout.lines().len() && hangs.is_some_and(|h| h.trim().is_empty());
        assert!(end.offset == line.range.end || before_blanks, "End: {end:?} {context}");
        for stop in layout.stops(index) {
            let drawn = layout.caret(stop.caret());
            assert!(drawn.line == index && drawn.x.is_finite(), "{stop:?} {drawn:?}: {context}");
            for caret in [layout.left(stop.caret()), layout.right(stop.caret())].into_iter().flatten() {
                assert!(caret.offset <= text.len(), "{stop:?} {caret:?}: {context}");
            }
            let hit = layout.caret(layout.hit(stop.x, f32::midpoint(line.top, line.bottom)));
            assert!(hit.line == index && hit.x.is_finite(), "{stop:?} {hit:?}: {context}");
        }
    }
    assert_eq!(next, text.len(), "lines cover the text: {context}");
    let least = layout.lines().iter().map(|line| line.left).fold(0.0, f32::min);
    let most = layout.lines().iter().map(|line| line.right).fold(layout.width(), f32::max);
    for rect in layout.rects(0..text.len()) {
        let inside = rect.left <= rect.right && rect.left >= least - 0.1 && rect.right <= most + 0.1;
        assert!(inside && rect.top < rect.bottom, "{rect:?} in {least}..{most}: {context}");
    }
    for (offset, _) in text.grapheme_indices(true).chain([(text.len(), "")]) {
        for affinity in [Affinity::Upstream, Affinity::Downstream] {
            let drawn = layout.caret(Caret { offset, affinity });
            assert!(drawn.x.is_finite() && drawn.line < layout.lines().len(), "{drawn:?}: {context}");
        }
    }
}

/// The start of what follows an offset.
fn at(offset: usize) -> Caret {
    Caret { offset, affinity: Affinity::Downstream }
}
