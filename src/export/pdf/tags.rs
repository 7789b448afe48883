//! The tags of a text for those who do not see its pages, and its outline: a paragraph is one tag on however many pages.

use std::num::NonZeroU16;
use std::sync::Arc;

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::paint::heading;
use crate::template::{Composed, Part};

/// A picture that was drawn.
pub(super) struct Picture {
    pub(super) alt: String,
    pub(super) id: Identifier,
    pub(super) bounds: Option<BBox>,
}

/// What was drawn, in reading order.
enum Entry {
    /// The logo, and the lines of the letterhead, the number and the day.
    Logo(Picture),
    Head(Vec<Identifier>),
    Body(Body),
    /// A row of a table: its cells.
    Row {
        head: bool,
        cells: Vec<Vec<Identifier>>,
    },
}

struct Body {
    composed: Arc<Composed>,
    number: Vec<Identifier>,
    label: Vec<Identifier>,
    ids: Vec<Identifier>,
    photo: Option<Picture>,
    /// The page it begins on, from 0, and how far down.
    at: (usize, f32),
}

#[derive(Default)]
pub(super) struct Tags {
    entries: Vec<Entry>,
    /// What was drawn of the paragraph that comes next.
    number: Vec<Identifier>,
    label: Vec<Identifier>,
    photo: Option<Picture>,
    /// The last entry is a row whose cells are being drawn.
    in_row: bool,
}

impl Tags {
    pub(super) fn head(&mut self, ids: &[Identifier]) {
        self.entries.push(Entry::Head(ids.to_vec()));
    }

    pub(super) fn picture(&mut self, picture: Picture, is_logo: bool) {
        if is_logo {
            self.entries.push(Entry::Logo(picture));
        } else {
            self.photo = Some(picture);
        }
    }

    pub(super) fn number(&mut self, ids: &[Identifier]) {
        self.number = ids.to_vec();
    }

    pub(super) fn label(&mut self, ids: &[Identifier]) {
        self.label = ids.to_vec();
    }

    /// Lines of a paragraph: a new one, or one that goes on. Names side by side go on past each other.
    pub(super) fn body(
        &mut self,
        composed: &Arc<Composed>,
        ids: &[Identifier],
        at: (usize, f32),
        goes_on: bool,
    ) {
        let begun = self.entries.iter_mut().rev().filter(|_| goes_on).find_map(|entry| match entry {
            Entry::Body(body) if Arc::ptr_eq(&body.composed, composed) => Some(body),
            _ => None,
        });
        if let Some(body) = begun {
            body.ids.extend(ids);
            return;
        }
        self.entries.push(Entry::Body(Body {
            composed: Arc::clone(composed),
            number: std::mem::take(&mut self.number),
            label: std::mem::take(&mut self.label),
            ids: ids.to_vec(),
            photo: self.photo.take(),
            at,
        }));
    }

    pub(super) fn row(&mut self, head: bool, cells: usize) {
        self.entries.push(Entry::Row { head, cells: vec![Vec::new(); cells] });
        self.in_row = true;
    }

    pub(super) fn cell(&mut self, column: usize, ids: &[Identifier]) {
        if let Some(Entry::Row { cells, .. }) = self.entries.last_mut()
            && let Some(cell) = cells.get_mut(column)
        {
            cell.extend(ids);
        }
    }

    /// The cells of the row just drawn that nothing was written in; the row is over.
    pub(super) fn blank_cells(&mut self) -> Vec<usize> {
        if !std::mem::take(&mut self.in_row) {
            return Vec::new();
        }
        let Some(Entry::Row { cells, .. }) = self.entries.last() else { return Vec::new() };
        cells.iter().enumerate().filter(|(_, cell)| cell.is_empty()).map(|(column, _)| column).collect()
    }

    pub(super) fn finish(self, language: &str, name: &str) -> (TagTree, Outline) {
        let mut tree = Tree::default();
        let mut root = TagTree::new().with_lang(Some(language.to_owned()));
        let mut entries = self.entries.into_iter().peekable();
        while let Some(entry) = entries.next() {
            match entry {
                Entry::Logo(_) | Entry::Head(_) => {
                    let mut section = TagGroup::new(Tag::Section);
                    section.push(head(entry));
                    while let Some(next) =
                        entries.next_if(|next| matches!(next, Entry::Logo(_) | Entry::Head(_)))
                    {
                        section.push(head(next));
                    }
                    root.push(section);
                }
                Entry::Row { head, cells } => {
                    let mut table = TagGroup::new(Tag::Table);
                    table.push(row(head, cells));
                    while let Some(Entry::Row { head, cells }) =
                        entries.next_if(|next| matches!(next, Entry::Row { .. }))
                    {
                        table.push(row(head, cells));
                    }
                    root.push(table);
                }
                Entry::Body(body) => match level(&body.composed) {
                    None => root.push(tree.block(body)),
                    Some(depth) => {
                        let mut items = vec![body];
                        let family = family(items.first().map(|body| body.composed.part));
                        while let Some(Entry::Body(next)) = entries.next_if(|next| match next {
                            Entry::Body(next) => {
                                level(&next.composed).is_some_and(|level| level >= depth)
                                    && self::family(Some(next.composed.part)) == family
                            }
                            _ => false,
                        }) {
                            items.push(next);
                        }
                        root.push(list(&mut items.into_iter().peekable(), depth));
                    }
                },
            }
        }
        (root, outline(tree.headings, name))
    }
}

/// Lists are of recommendations, agenda items, people or annexes; one kind does not go on with another.
fn family(part: Option<Part>) -> u8 {
    match part {
        Some(Part::Outline(_)) => 1,
        Some(Part::AgendaItem) => 2,
        Some(Part::Attendee) => 3,
        Some(Part::Annex) => 4,
        _ => 0,
    }
}

/// How deep in a list a paragraph is; nothing where it is in none.
fn level(composed: &Composed) -> Option<u8> {
    match composed.part {
        Part::Outline(depth) if depth > 0 => Some(depth),
        Part::AgendaItem | Part::Attendee | Part::Annex => Some(1),
        _ => None,
    }
}

fn head(entry: Entry) -> TagGroup {
    match entry {
        Entry::Logo(picture) => figure(picture),
        Entry::Head(ids) => group(Tag::P, &ids),
        Entry::Body(_) | Entry::Row { .. } => TagGroup::new(Tag::NonStruct),
    }
}

fn figure(picture: Picture) -> TagGroup {
    let tag = Tag::Figure(Some(picture.alt)).with_bbox(picture.bounds);
    group(tag, &[picture.id])
}

fn group(tag: impl Into<TagKind>, ids: &[Identifier]) -> TagGroup {
    TagGroup::with_children(tag, ids.iter().map(|id| Node::Leaf(*id)).collect())
}

fn row(head: bool, cells: Vec<Vec<Identifier>>) -> TagGroup {
    let mut row = TagGroup::new(Tag::TR);
    for cell in cells {
        row.push(if head { group(Tag::TH(TableHeaderScope::Column), &cell) } else { group(Tag::TD, &cell) });
    }
    row
}

/// The items of one depth, those below inside the item they follow.
fn list(items: &mut std::iter::Peekable<std::vec::IntoIter<Body>>, depth: u8) -> TagGroup {
    let numbering = items.peek().map_or(ListNumbering::None, |body| numbering(&body.composed.label));
    let mut list = TagGroup::new(Tag::L(numbering));
    while let Some(mut body) = items.next_if(|body| level(&body.composed).is_some_and(|own| own >= depth)) {
        let own = level(&body.composed).unwrap_or(depth);
        let mut item = TagGroup::new(Tag::LI);
        let number = std::mem::take(&mut body.number);
        if !(number.is_empty() && body.label.is_empty()) {
            let label: Vec<Identifier> = number.into_iter().chain(body.label).collect();
            item.push(group(Tag::Lbl, &label));
        }
        let mut words = TagGroup::new(Tag::LBody);
        if let Some(photo) = body.photo {
            words.push(figure(photo));
        }
        body.ids.iter().for_each(|id| words.push(*id));
        let deeper = items.peek().and_then(|next| level(&next.composed)).filter(|next| *next > own);
        if let Some(deeper) = deeper {
            words.push(self::list(items, deeper));
        }
        item.push(words);
        list.push(item);
    }
    list
}

fn numbering(label: &str) -> ListNumbering {
    match label.trim().chars().next() {
        None => ListNumbering::None,
        Some('-' | '–' | '—' | '•' | '*') => ListNumbering::Disc,
        Some(_) => ListNumbering::Decimal,
    }
}

/// A heading for the outline: its level, its words, where it stands.
struct Head {
    level: u16,
    words: String,
    at: (usize, f32),
}

#[derive(Default)]
struct Tree {
    /// The level of the last heading.
    last: u16,
    headings: Vec<Head>,
}

impl Tree {
    fn block(&mut self, body: Body) -> TagGroup {
        let wanted = match body.composed.part {
            Part::Title => Some(1),
            Part::Outline(0) => Some(2),
            Part::Heading(level) => Some(u16::from(level) + 1),
            _ => None,
        };
        let leaves: Vec<Identifier> =
            body.number.iter().chain(&body.label).chain(&body.ids).copied().collect();
        if let Some(wanted) = wanted {
            // No level is left out (PDF/UA-1, 7.4.2).
            let level = wanted.clamp(1, self.last + 1);
            self.last = level;
            let words = heading(&body.composed);
            self.headings.push(Head { level, words: words.clone(), at: body.at });
            return group(Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(words)), &leaves);
        }
        let paragraph = group(Tag::P, &leaves);
        let mut whole = match body.composed.part {
            Part::Quote => TagGroup::new(Tag::BlockQuote),
            _ if body.photo.is_some() => TagGroup::new(Tag::Section),
            _ => return paragraph,
        };
        if let Some(photo) = body.photo {
            whole.push(figure(photo));
        }
        whole.push(paragraph);
        whole
    }
}

/// The headings as an outline; the text's own name where it has none.
fn outline(headings: Vec<Head>, name: &str) -> Outline {
    let mut outline = Outline::new();
    let to = |(page, top): (usize, f32)| XyzDestination::new(page, Point::from_xy(0.0, (top - 8.0).max(0.0)));
    // The nodes that are still open, from the highest.
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    let close = |open: &mut Vec<(u16, OutlineNode)>, outline: &mut Outline, level: u16| {
        while let Some((_, node)) = open.pop_if(|(own, _)| *own >= level) {
            match open.last_mut() {
                Some((_, parent)) => parent.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    if headings.is_empty() {
        outline.push_child(OutlineNode::new(name.to_owned(), to((0, 0.0))));
    }
    for head in headings {
        close(&mut open, &mut outline, head.level);
        open.push((head.level, OutlineNode::new(head.words, to(head.at)).with_open(true)));
    }
    close(&mut open, &mut outline, 0);
    outline
}
