//! The grey words a paragraph could go on with: laid out behind the caret, stored nowhere, taken by a key.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::glyphs::Drawn;
use crate::document::{Document, Kind, Meeting, Output, OutputKind, Person, PersonId, Place};
use crate::store::Phrases;
use crate::template::complete::{Index, Offer, Typed, offer};
use crate::template::phrases::{Manner, speaker_of};
use crate::text::{Affinity, Caret, CaretBox, Layout};

/// What is offered at the caret.
pub struct Ghost {
    /// The caret it is offered at, and the state of the record: any change of either ends it.
    place: Place,
    state: u64,
    /// The paragraph, by its place among those of the sheet.
    pub index: usize,
    /// How the text would go on.
    pub offer: Offer,
    laid: Option<Laid>,
    /// Its triangles from the last frame: of the lines above the caret's, and from it on.
    pub drawn: [Option<Drawn>; 2],
}

struct Laid {
    layout: Layout,
    scale: f32,
    /// Where the grey words begin.
    from: usize,
    /// The caret's line. Those above are drawn as they are without the grey words, which would spread them.
    line: usize,
    /// How much higher the paragraph becomes, in physical pixels.
    extra: f32,
    fits: bool,
}

impl Ghost {
    /// This offer at this caret.
    #[must_use]
    pub fn new(place: Place, state: u64, index: usize, offer: Offer) -> Self {
        Self { place, state, index, offer, laid: None, drawn: [None, None] }
    }

    /// Whether the caret and the record are still those it was made for.
    #[must_use]
    pub fn holds(&self, place: &Place, state: u64) -> bool {
        self.place == *place && self.state == state
    }

    /// The caret it is offered at.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Whether it is laid out at this scale.
    #[must_use]
    pub fn is_laid(&self, scale: f32) -> bool {
        self.laid.as_ref().is_some_and(|laid| (laid.scale - scale).abs() < f32::EPSILON)
    }

    /// Takes in its layout, beside that of the paragraph without it.
    pub fn take_layout(&mut self, layout: Layout, without: &Layout, scale: f32) {
        let from = without.text().len();
        let line = without.lines().len().saturating_sub(1);
        let caret = layout.caret(Caret { offset: from, affinity: Affinity::Upstream });
        // Where the word being typed would go to the next line, nothing is offered: nothing that is written moves.
        let fits = caret.line == line;
        let extra = (layout.height() - without.height()).max(0.0);
        self.laid = Some(Laid { layout, scale, from, line, extra, fits });
        self.drawn = [None, None];
    }

    fn shown(&self) -> Option<&Laid> {
        self.laid.as_ref().filter(|laid| laid.fits)
    }

    /// Whether it is seen.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.shown().is_some()
    }

    /// How much higher the paragraph is with it, in logical pixels.
    #[must_use]
    pub fn extra(&self) -> f32 {
        self.shown().map_or(0.0, |laid| laid.extra / laid.scale)
    }

    /// The layout with the grey words in it, the bytes that are grey, and the first line that is drawn from it.
    #[must_use]
    pub fn layout(&self) -> Option<(&Layout, Range<usize>, usize)> {
        let laid = self.shown()?;
        Some((&laid.layout, laid.from..laid.layout.text().len(), laid.line))
    }

    /// Where the caret is drawn.
    #[must_use]
    pub fn caret(&self) -> Option<CaretBox> {
        let laid = self.shown()?;
        Some(laid.layout.caret(Caret { offset: laid.from, affinity: Affinity::Upstream }))
    }
}

/// What the words of a record can go on with, kept as long as what they are made from.
#[derive(Default)]
pub struct Offers {
    context: Option<Context>,
    /// In which manner phrases are offered.
    manner: Manner,
    stock: Index,
    names: Index,
    own: Index,
    /// Phrases about whoever speaks in a block, of the speaker asked for last.
    spoken: Option<(PersonId, Index)>,
    /// The people kept between meetings.
    pub people: Arc<Index>,
    /// The words of the record, counted when the hands rested last.
    pub record: Arc<Index>,
}

/// What phrases and names depend on.
#[derive(PartialEq)]
struct Context {
    output: Option<Output>,
    kind: OutputKind,
    meeting: Meeting,
    people: BTreeMap<PersonId, Person>,
    phrases: u64,
    manner: Manner,
}

impl Offers {
    /// Takes in what changed in the header and among the phrases of one's own; `version` is another after each change
    /// of those. Of the phrases of the program those in this manner are offered.
    pub fn renew(
        &mut self,
        document: &Document,
        kind: OutputKind,
        phrases: &Phrases,
        version: u64,
        manner: Manner,
    ) {
        let same = |context: &Context| {
            context.kind == kind
                && (context.phrases, context.manner) == (version, manner)
                && context.output.as_ref() == document.output(kind)
                && context.meeting == *document.meeting()
                && context.people == *document.people()
        };
        if self.context.as_ref().is_some_and(same) {
            return;
        }
        self.context = Some(Context {
            output: document.output(kind).cloned(),
            kind,
            meeting: document.meeting().clone(),
            people: document.people().clone(),
            phrases: version,
            manner,
        });
        self.manner = manner;
        self.stock = Index::of_stock(document, kind, None, manner);
        self.names = Index::of_names(document);
        self.own = Index::of_own(document, kind, phrases.kept(), phrases.learned());
        self.spoken = None;
    }

    /// How a paragraph of this kind goes on.
    #[must_use]
    pub fn offer(&mut self, document: &Document, kind: &Kind, typed: &Typed<'_>) -> Option<Offer> {
        let speaker = speaker_of(document, kind);
        if let Some(id) = speaker.filter(|id| self.spoken.as_ref().is_none_or(|(known, _)| known != id)) {
            self.spoken = Some((id, Index::of_stock(document, typed.output, Some(id), self.manner)));
        }
        let mut indexes = vec![&self.own, &*self.record];
        if let Some((_, spoken)) = self.spoken.as_ref().filter(|_| speaker.is_some()) {
            indexes.push(spoken);
        }
        indexes.extend([&self.stock, &self.names, &*self.people]);
        offer(&indexes, typed)
    }
}
