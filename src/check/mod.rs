//! Findings about a record: each says where it is, how sure it is, and what would put it right.

mod agreement;
mod fused;
mod guesses;
mod letters;
mod members;
mod missing;
mod parts;
mod proxies;
mod region;
pub mod votes;
mod weekday;
mod what;

pub use parts::{Axis, Fill, Part, PartState, Parts, parts};
pub use what::{Arg, What, field_key};

use crate::document::{Document, OutputKind, Place, Target};
use crate::edit::Command;
use crate::template::{Composed, How, View, compose, dispensable};

/// Something a reader should look at.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// Where it is.
    pub place: Place,
    /// How sure it is.
    pub certainty: Certainty,
    /// What it is.
    pub what: What,
    /// What would put it right, the likeliest first.
    pub fixes: Vec<Fix>,
}

/// How sure a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Certainty {
    /// It is wrong.
    Error,
    /// It is probably wrong, or the text cannot go out like this.
    Warning,
    /// It would be better otherwise.
    Style,
}

impl Certainty {
    /// The word of the command line.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Style => "style",
        }
    }
}

/// One way to put a finding right.
#[derive(Clone, PartialEq, Debug)]
pub struct Fix {
    /// The message that names it, with [`What::args`] of its finding; and of a number that is given, that `number`.
    pub key: &'static str,
    /// What it does.
    pub command: Command,
}

/// Everything there is to say about a record: the header first, then the text from its start to its end.
#[must_use]
pub fn findings(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    missing::find(document, &mut found);
    region::find(document, &mut found);
    agreement::find(document, &mut found);
    proxies::find(document, &mut found);
    members::find(document, &mut found);
    votes::find(document, &mut found);
    unresolved(document, &mut found);
    weekday::find(document, &mut found);
    letters::find(document, &mut found);
    fused::find(document, &mut found);
    guesses::find(document, &mut found);
    let rank = |finding: &Finding| match &finding.place.target {
        Target::Field(path) => (0, None, Some(*path), 0),
        Target::Title(_) => (1, None, None, finding.place.offset),
        Target::Block(id) => (2, document.blocks().index(*id), None, finding.place.offset),
        Target::Comment(_) => (3, None, None, finding.place.offset),
    };
    found.sort_by_cached_key(rank);
    found
}

/// Fields in titles and texts that the record has no value for.
fn unresolved(document: &Document, found: &mut Vec<Finding>) {
    let first = document.outputs().first().map_or(OutputKind::Communique, |output| output.kind);
    let page = compose(document, &View::page(first));
    for paragraph in &page.paragraphs {
        unresolved_in(document, paragraph, found);
    }
    for output in document.outputs().iter().filter(|output| output.title.atoms().next().is_some()) {
        unresolved_in(document, &compose(document, &View::of(output.kind)).title, found);
    }
}

/// A chair, an hour or a place that the printed sentence does without is no lack, for no text must have one: it is told
/// of as what is seen on the page alone.
fn unresolved_in(document: &Document, text: &Composed, found: &mut Vec<Finding>) {
    let Some(target) = &text.target else { return };
    let lacks = text.segments.iter().any(|segment| matches!(segment.how, How::Unresolved(_)));
    let Some(stored) = document.rich(target).filter(|_| lacks) else { return };
    let is_block = matches!(target, Target::Block(_));
    let dispensable = if is_block { dispensable(document, stored) } else { Vec::new() };
    for segment in &text.segments {
        if let How::Unresolved(atom) = &segment.how {
            let is_spared = dispensable.contains(&segment.source.start);
            let (certainty, what) = if is_spared {
                (Certainty::Style, What::Spared(atom.clone()))
            } else {
                (Certainty::Warning, What::Unresolved(atom.clone()))
            };
            let place = Place::new(target.clone(), segment.source.start);
            found.push(Finding { place, certainty, what, fixes: Vec::new() });
        }
    }
}
