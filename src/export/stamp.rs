//! Who suggested or remarked what, and when, as files of word processors say it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::arabic::Date;
use crate::document::{BlockId, BlockReview, ChangeId, Comment, CommentId, Id, Mark, Pending, Stamp, Target};
use crate::export::run::one_line;
use crate::export::sheet::Sheet;
use crate::template::{Composed, Part, Reading, View, compose};

/// A remark that stands in the text, with its answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Talk {
    pub(super) id: CommentId,
    /// On how many stretches of the text it stands.
    pub(super) stretches: usize,
    pub(super) answers: Vec<CommentId>,
    /// The words it was on are gone: it is about the text as a whole.
    pub(super) is_loose: bool,
}

/// Whether suggestions are shown.
pub(super) fn is_shown(sheet: &Sheet<'_>) -> bool {
    sheet.view.reading == Reading::Markup
}

/// The remarks that stand in the text, in its order.
pub(super) fn talks(sheet: &Sheet<'_>) -> Vec<Talk> {
    let mut talks: Vec<Talk> = Vec::new();
    if !is_shown(sheet) || sheet.document.comments().is_empty() {
        return talks;
    }
    let comments = sheet.document.comments();
    for text in sheet.texts().filter(|text| has_remarks(text)) {
        for id in super::run::runs(text).into_iter().flat_map(|run| run.remarks) {
            if let Some(talk) = talks.iter_mut().find(|talk| talk.id == id) {
                talk.stretches += 1;
            } else if comments.contains_key(&id) {
                talks.push(Talk { id, stretches: 1, answers: Vec::new(), is_loose: false });
            }
        }
    }
    // They stand at the first paragraph.
    let has_paragraph = sheet
        .texts()
        .any(|text| text.row.is_none() && (text.part != Part::Signature || text.target.is_some()));
    let loose = sheet.loose().into_iter().filter(|_| has_paragraph);
    talks.extend(loose.map(|id| Talk { id, stretches: 1, answers: Vec::new(), is_loose: true }));
    for (id, comment) in comments {
        let root = root(comments, comment).filter(|root| root != id);
        let talk = root.and_then(|root| talks.iter_mut().find(|talk| talk.id == root));
        if let Some(talk) = talk {
            talk.answers.push(*id);
        }
    }
    for talk in &mut talks {
        talk.answers.sort_by_key(|id| (comments.get(id).map(|comment| comment.at), *id));
    }
    talks
}

/// The paragraphs that would be joined, by the names of their blocks.
#[derive(Default)]
pub(super) struct Joins {
    /// Those that would lose their end: the change, and whether the words that meet there stand apart.
    pub(super) ends: BTreeMap<BlockId, (ChangeId, bool)>,
    /// Those that would be joined to one before.
    pub(super) starts: BTreeMap<BlockId, ChangeId>,
}

/// A piece of a label, with the change that puts it in and the one that drops it.
pub(super) type Piece = (String, Option<ChangeId>, Option<ChangeId>);

/// The labels of the paragraphs as they were and as they would be, where suggestions are shown: what comes, goes and moves
/// gives other numbers to what stays.
#[derive(Default)]
pub(super) struct Labels {
    were: BTreeMap<BlockId, String>,
    would_be: BTreeMap<BlockId, String>,
}

impl Labels {
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        if !is_shown(sheet) || sheet.document.changes().is_empty() {
            return Self::default();
        }
        let read = |reading: Reading| {
            let composition = compose(sheet.document, &View { reading, ..sheet.view });
            let labelled = composition.paragraphs.iter().filter_map(|text| match text.target {
                Some(Target::Block(id)) => Some((id, text.label.trim().to_owned())),
                _ => None,
            });
            labelled.collect()
        };
        Self { were: read(Reading::Original), would_be: read(Reading::Final) }
    }

    /// The label of a paragraph; `joined` is the change that would take it away.
    pub(super) fn pieces(&self, sheet: &Sheet<'_>, text: &Composed, joined: Option<ChangeId>) -> Vec<Piece> {
        // Nobody has suggested another number: the body says it.
        const NOBODY: Option<ChangeId> = Some(ChangeId(Id { session: 0, counter: 0 }));
        let shown = || text.label.trim().to_owned();
        let Some(Target::Block(id)) = text.target else { return vec![(shown(), None, None)] };
        let review = whole(sheet, text);
        let was = self.were.get(&id).cloned().unwrap_or_else(shown);
        let would_be = self.would_be.get(&id).cloned().unwrap_or_else(shown);
        match (review.inserted, review.removed.or(joined)) {
            (None, None) if was == would_be => vec![(was, None, None)],
            (None, None) => vec![(was, None, NOBODY), (would_be, NOBODY, None)],
            (inserted, None) => vec![(would_be, inserted, None)],
            (None, removed) => vec![(was, None, removed)],
            (inserted, removed) => vec![(shown(), inserted, removed)],
        }
    }
}

/// What is suggested about a paragraph as a whole, where suggestions are shown: one of which no word would stay goes, and
/// one of which no word was there was not there.
pub(super) fn whole(sheet: &Sheet<'_>, text: &Composed) -> BlockReview {
    if !is_shown(sheet) || !matches!(text.target, Some(Target::Block(_))) {
        return BlockReview::default();
    }
    let all = |is: fn(&Mark) -> Option<ChangeId>| {
        let mut marked = text.marks.iter().filter_map(|shown| Some((&shown.range, is(&shown.mark)?)));
        let (mut end, mut last) = (0, None);
        let bare = |range: Range<usize>| text.text.get(range).is_none_or(|words| words.trim().is_empty());
        if !marked.all(|(range, id)| {
            let reaches = range.start <= end || bare(end..range.start);
            (end, last) = (end.max(range.end), Some(id));
            reaches
        }) {
            return None;
        }
        last.filter(|_| bare(end..text.text.len()))
    };
    let inserted = all(|mark| if let Mark::Inserted(id) = mark { Some(*id) } else { None });
    let removed = all(|mark| if let Mark::Deleted(id) = mark { Some(*id) } else { None });
    let own = text.review;
    BlockReview { inserted: own.inserted.or(inserted), removed: own.removed.or(removed), joined: own.joined }
}

/// The paragraphs that would be joined: each to the one before it that stays.
pub(super) fn joins(sheet: &Sheet<'_>) -> Joins {
    let mut joins = Joins::default();
    let mut before: Option<&Composed> = None;
    for text in sheet.body().filter(|text| is_shown(sheet) && text.review.removed.is_none()) {
        if whole(sheet, text).removed.is_some() {
            // Nothing is joined to one of which no word stays, but to what that is joined to.
            before = before.filter(|_| text.review.joined.is_some());
            continue;
        }
        if let (Some(change), Some(before)) = (text.review.joined, before)
            && let (Some(Target::Block(id)), Some(Target::Block(own))) = (&before.target, &text.target)
        {
            let (ends, starts) = (before.accepted(), text.accepted());
            let apart = ends.ends_with(char::is_whitespace) || starts.starts_with(char::is_whitespace);
            joins.ends.insert(*id, (change, apart));
            joins.starts.insert(*own, change);
        }
        before = Some(text);
    }
    joins
}

/// Whether this is the old place of a block that would be moved.
pub(super) fn is_left(sheet: &Sheet<'_>, text: &Composed) -> bool {
    let change = text.review.removed.and_then(|id| sheet.document.changes().get(&id));
    change.is_some_and(|change| matches!(change.pending, Pending::Order(..)))
}

/// The remark that began what this one answers: an answer to an answer stands below it.
pub(super) fn root(comments: &BTreeMap<CommentId, Comment>, comment: &Comment) -> Option<CommentId> {
    let mut root = comment.answers;
    for _ in 0..comments.len() {
        match root.and_then(|id| comments.get(&id)).and_then(|comment| comment.answers) {
            Some(above) => root = Some(above),
            None => break,
        }
    }
    root
}

/// Whether there is a remark on its words.
pub(super) fn has_remarks(text: &Composed) -> bool {
    text.marks.iter().any(|shown| matches!(shown.mark, Mark::Remark(_)))
}

/// Who made a change and when; the body, and no day, where nobody is known to have.
pub(super) fn of_change(sheet: &Sheet<'_>, id: ChangeId) -> (String, Option<String>) {
    match sheet.document.changes().get(&id) {
        Some(change) => (named(&change.author), moment(change.at)),
        None => (named(sheet.author()), None),
    }
}

/// A name; a stroke where there is none, as a file must say one.
pub(super) fn named(author: &str) -> String {
    let name = one_line(author);
    if name.is_empty() { "–".to_owned() } else { name }
}

/// The first letters of a name.
pub(super) fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(3).collect()
}

/// A moment as XML writes it.
pub(super) fn moment(at: Stamp) -> Option<String> {
    const DAY: i64 = 86_400;
    let day = Date::new(1970, 1, 1)?.plus_days(at.0.div_euclid(DAY))?;
    let second = at.0.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    (1..=9999).contains(&day.year()).then(|| format!("{day}T{hour:02}:{minute:02}:{second:02}Z"))
}
