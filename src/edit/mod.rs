//! How a record changes, with no window: commands in, steps and a selection out, everything undoable.

mod adopt;
mod attendance;
mod blocks;
mod command;
pub mod compare;
mod draft;
mod dress;
mod fields;
mod find;
mod foreign;
mod guesses;
pub mod headings;
mod history;
mod insert;
mod items;
mod kinds;
mod lists;
mod marking;
mod merge;
pub mod motion;
pub mod notes;
mod selection;
mod text;
pub mod voice;

pub use blocks::{chosen, unit_end, unit_holds};
pub use command::{
    Command, Done, Dress, EditError, FieldError, FollowUp, Fragment, Moment, Noted, Noting, Order, Part,
    Post, Roll, Said, Seat, Shift, Swap, Toward, Unit, Verdict, Who,
};
pub use compare::{Comparison, Summary, compare};
pub use history::Change;
pub use lists::{differing, followed, is_fused, items};
pub use selection::{Selection, Stretch};

use draft::{Draft, Ids};
use headings::Wording;
use history::{History, Sort};

use crate::arabic::{Removed, Source, clean};
use crate::document::{
    Document, FieldPath, Limit, Mark, OutputKind, Person, PersonId, Place, Step, StepError, Target,
};

/// A record being edited: the record, what is selected in it, and how it came to be so.
#[derive(Clone, Debug)]
pub struct Editor {
    document: Document,
    selection: Selection,
    history: History,
    ids: Ids,
    saved: u64,
    /// Marks that were asked for where there is no word: what is typed there next has them, or has them no more.
    awaited: Vec<Mark>,
    /// How many bytes may still come before the whole record is weighed again.
    room: usize,
    /// The agenda item that is being worded, with its heading.
    wording: Option<Wording>,
    /// Who is being written over in a field for a name, as they were when that began.
    over: Option<(FieldPath, PersonId, Person)>,
}

impl Editor {
    /// Begins to edit a record. `session` is drawn anew at each opening and goes into every new name.
    #[must_use]
    pub fn new(document: Document, session: u32) -> Self {
        let ids = Ids::new(&document, session);
        let selection = Selection::caret(opening(&document));
        let (history, awaited) = (History::new(), Vec::new());
        Self { document, selection, history, ids, saved: 0, awaited, room: 0, wording: None, over: None }
    }

    /// The record as it is now.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Whether the record differs from what was saved.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.history.state() != self.saved
    }

    /// A number for the state of the record: another after each change, the earlier one after undo.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.history.state()
    }

    /// Says that the record was saved as it was in this state.
    pub fn mark_saved(&mut self, state: u64) {
        self.saved = state;
        self.history.seal();
    }

    /// Says that what was saved last is none of the states of this session: the record was brought back.
    pub fn mark_changed(&mut self) {
        self.saved = u64::MAX;
    }

    /// Puts another record in this one's place: what its file holds now. It is saved as it is, and nothing is left to
    /// undo. `session` is drawn anew.
    pub fn begin_anew(&mut self, document: Document, session: u32) {
        self.ids = Ids::new(&document, session);
        self.selection = Selection::caret(opening(&document));
        self.document = document;
        self.history.begin_anew();
        self.room = 0;
        self.wording = None;
        self.saved = self.history.state();
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// What would be taken back.
    #[must_use]
    pub fn undoes(&self) -> Option<Change> {
        self.history.undoes().map(Sort::change)
    }

    /// What would be done again.
    #[must_use]
    pub fn redoes(&self) -> Option<Change> {
        self.history.redoes().map(Sort::change)
    }

    /// Does what is asked.
    ///
    /// # Errors
    /// A value that does not fit its field, or a place that is not in the record; nothing is changed then.
    pub fn run(&mut self, command: Command, at: &Moment) -> Result<Done, EditError> {
        if let Command::Select(selection) = command {
            self.select(&selection);
            return Ok(Done::default());
        }
        if let Command::Toggle(mark) = command
            && marking::waits(&self.document, &self.selection, mark)
        {
            marking::flip(&mut self.awaited, mark);
            return Ok(Done::default());
        }
        let awaited = std::mem::take(&mut self.awaited);
        let before = self.selection.clone();
        let keeps = matches!(command, Command::Note(Noting::Keep { .. }));
        let corrects = matches!(command, Command::Note(Noting::Correct { .. }));
        let sort = sort(&command, &before);
        let over = attendance::written_over(&self.document, &command, self.over.take());
        let was = over.as_ref().map(|(_, id, person)| (*id, person.clone()));
        let mut removed = Removed::default();
        let mut draft = Draft::new(&mut self.document, &mut self.ids);
        // Words go where the caret is, not into what is chosen beside it.
        let own = if is_for_caret(&command) { &before.alone() } else { &before };
        let performed = perform(&mut draft, own, command, &awaited, was, &mut removed);
        let wording = &mut self.wording;
        let performed = performed.and_then(|after| headings::follow(&mut draft, wording).map(|()| after));
        let performed = performed.and_then(|after| guesses::follow(&mut draft).map(|()| after));
        let performed = performed.and_then(|after| {
            self.room = room(draft.document, &draft.steps, self.room)?;
            Ok(after)
        });
        let after = match performed {
            Ok(after) => after,
            Err(error) => {
                draft.abandon();
                return Err(error);
            }
        };
        let Draft { steps, inverse, .. } = draft;
        self.over = over;
        let after = self.settled(after);
        self.selection = after.clone();
        let sort = if keeps { notes::kept(&steps).map_or(sort, Sort::Note) } else { sort };
        if corrects {
            // What was written of the note before stays when its correction is taken back.
            self.history.seal();
        }
        if !steps.is_empty() {
            self.history.record(inverse, sort, before, after, at.millis);
        }
        Ok(Done { steps, removed })
    }

    /// Takes back the last change. Says which steps did so.
    pub fn undo(&mut self) -> Done {
        let Some((turn, pending)) = self.history.undo() else { return Done::default() };
        let (done, inverse) = self.turn(turn);
        self.history.undone(inverse, pending);
        done
    }

    /// Does the last change taken back again. Says which steps did so.
    pub fn redo(&mut self) -> Done {
        let Some((turn, pending)) = self.history.redo() else { return Done::default() };
        let (done, inverse) = self.turn(turn);
        self.history.redone(inverse, pending);
        done
    }

    fn turn(&mut self, turn: history::Turn) -> (Done, Vec<crate::document::Step>) {
        let mut draft = Draft::new(&mut self.document, &mut self.ids);
        for step in turn.steps {
            let applied = draft.step(step);
            debug_assert!(applied.is_ok(), "history does not fit the record: {applied:?}");
        }
        let Draft { steps, inverse, .. } = draft;
        self.selection = turn.selection;
        self.awaited.clear();
        self.wording = None;
        (Done { steps, removed: Removed::default() }, inverse)
    }

    /// The selection with both ends on grapheme boundaries of the texts as they are now. Where a text has gone, the
    /// caret is where it would be had the record just been opened; a title is made once something is typed into it.
    fn settled(&self, mut selection: Selection) -> Selection {
        selection.also.retain(|stretch| stretch.range(&self.document).is_some());
        for place in [&mut selection.anchor, &mut selection.head] {
            match self.document.rich(&place.target) {
                Some(rich) => place.offset = motion::grapheme_at_or_after(rich.text(), place.offset),
                None if matches!(place.target, Target::Title(_)) => {}
                None => return Selection::caret(opening(&self.document)),
            }
        }
        selection
    }

    fn select(&mut self, selection: &Selection) {
        let known = |place: &Place| {
            let rich = self.document.rich(&place.target)?;
            let offset = motion::grapheme_at_or_after(rich.text(), place.offset);
            Some(Place { offset, ..place.clone() })
        };
        if let (Some(anchor), Some(head)) = (known(&selection.anchor), known(&selection.head)) {
            let mut also = selection.also.clone();
            also.retain(|stretch| stretch.range(&self.document).is_some());
            let moved = Selection { anchor, head, also };
            if moved != self.selection {
                self.selection = moved;
                self.awaited.clear();
                self.wording = None;
                self.history.seal();
            }
        }
    }

    /// Whether all the words that [`Command::Toggle`] would mark have the mark, or what is typed next will have it;
    /// nothing where there is no text to mark.
    #[must_use]
    pub fn has_mark(&self, mark: Mark) -> Option<bool> {
        if marking::waits(&self.document, &self.selection, mark) {
            let head = &self.selection.head;
            let mut marks = text::marks_here(self.document.rich(&head.target)?, head.offset);
            for awaited in &self.awaited {
                marking::flip(&mut marks, *awaited);
            }
            return Some(marks.contains(&mark));
        }
        let words = marking::reach(&self.document, &self.selection, mark);
        (!words.is_empty()).then(|| marking::lies(&self.document, &words, mark))
    }

    /// What is selected, without the marks of the review: what a copy takes.
    #[must_use]
    pub fn copied(&self) -> Fragment {
        text::fragment(&self.document, &self.selection, text::Review::Left)
    }

    /// What is selected, with the marks of the review: what a cut takes.
    #[must_use]
    pub fn cut(&self) -> Fragment {
        text::fragment(&self.document, &self.selection, text::Review::Taken)
    }
}

/// What room is left after these steps. The record is weighed only when what came might not fit any more.
fn room(document: &Document, steps: &[Step], room: usize) -> Result<usize, EditError> {
    let came: usize = steps.iter().map(Step::weight).sum();
    if let Some(left) = room.checked_sub(came) {
        return Ok(left);
    }
    let left = Limit::Record.most().checked_sub(document.weight());
    left.ok_or(EditError::Step(StepError::Beyond(Limit::Record)))
}

/// Where the caret is when a record is opened: in the text, at the end of what is written first.
fn opening(document: &Document) -> Place {
    let first = document.blocks().iter().find(|block| block.text.is_empty());
    match first.or_else(|| document.blocks().first()) {
        Some(block) => Place::new(Target::Block(block.id), block.text.len()),
        None => {
            let kind = document.outputs().first().map_or(OutputKind::Communique, |output| output.kind);
            Place::new(Target::Title(kind), 0)
        }
    }
}

/// The selection, or in a record that has no such text yet a caret in one made for it.
fn ground(draft: &mut Draft<'_>, selection: &Selection) -> Result<Selection, EditError> {
    let target = &selection.head.target;
    if draft.document.rich(target).is_some() {
        return Ok(selection.clone());
    }
    match target {
        Target::Title(kind) => {
            fields::add_output(draft, *kind)?;
            Ok(Selection::caret(Place::new(target.clone(), 0)))
        }
        Target::Block(_) | Target::Field(_) | Target::Comment(_) => {
            Ok(blocks::append(draft, crate::document::Kind::default())?)
        }
    }
}

fn sort(command: &Command, selection: &Selection) -> Sort {
    match command {
        Command::Type(words) if !words.contains('\n') => Sort::Typing(selection.head.target.clone()),
        Command::Delete(..) if selection.is_caret() => Sort::Deleting(selection.head.target.clone()),
        Command::SetField { path, .. } => Sort::Field(*path),
        Command::Roll(Roll::Person { person, field, .. }) => Sort::Person(*person, *field),
        Command::SetBlockKind(id, _) => Sort::Facts(*id),
        Command::FollowUp(_) => match selection.head.target {
            Target::Block(id) => Sort::Facts(id),
            Target::Title(_) | Target::Field(_) | Target::Comment(_) => Sort::Single,
        },
        Command::SetBlockWords(id, _) => Sort::Words(*id),
        Command::Swap(_) => Sort::Replacing,
        Command::Note(Noting::Correct { note, .. } | Noting::Draft { note, .. }) => Sort::Note(*note),
        _ => Sort::Single,
    }
}

/// Whether a command is about the text at the caret and what is selected there, not about blocks.
fn is_for_caret(command: &Command) -> bool {
    matches!(
        command,
        Command::Type(_)
            | Command::PasteText(_)
            | Command::Paste(_)
            | Command::Delete(..)
            | Command::Enter
            | Command::InsertField(_)
            | Command::InsertPerson { .. }
            | Command::Complete { .. }
    )
}

fn perform(
    draft: &mut Draft<'_>,
    selection: &Selection,
    command: Command,
    awaited: &[Mark],
    over: Option<(PersonId, Person)>,
    removed: &mut Removed,
) -> Result<Selection, EditError> {
    let kept = || Ok(selection.clone());
    let grounded;
    let selection = match &command {
        Command::Type(_)
        | Command::PasteText(_)
        | Command::Paste(_)
        | Command::InsertField(_)
        | Command::InsertPerson { .. }
        | Command::Enter => {
            grounded = ground(draft, selection)?;
            &grounded
        }
        _ => selection,
    };
    match command {
        Command::Select(other) => Ok(other),
        Command::SelectAll => Ok(text::everything(draft.document, selection)),
        Command::Type(words) => {
            let cleaned = clean(&words, Source::Typed);
            *removed = cleaned.removed;
            Ok(text::type_words(draft, selection, &cleaned.text, awaited)?)
        }
        Command::PasteText(words) => {
            let cleaned = clean(&words, Source::Pasted);
            *removed = cleaned.removed;
            Ok(text::paste(draft, selection, text::lines(&cleaned.text))?)
        }
        Command::Paste(mut fragment) => {
            for part in &mut fragment.parts {
                if let Some((clean, gone)) = part.text.tidied(Source::Typed) {
                    removed.add(&gone);
                    part.text = clean;
                }
            }
            Ok(text::paste(draft, selection, fragment)?)
        }
        Command::Delete(unit, toward) => Ok(text::delete(draft, selection, unit, toward)?),
        Command::Enter => Ok(text::enter(draft, selection)?),
        Command::Depth(shift) => {
            blocks::depth(draft, selection, shift)?;
            kept()
        }
        Command::SetKind(kind) => {
            blocks::set_kind(draft, selection, &kind)?;
            kept()
        }
        Command::SetAudience(audience) => {
            blocks::set_audience(draft, selection, audience)?;
            kept()
        }
        Command::SetBlockKind(id, kind) => {
            kinds::set_kind(draft, id, kind)?;
            kept()
        }
        Command::SetBlockAudience(id, audience) => {
            kinds::set_audience(draft, id, audience)?;
            kept()
        }
        Command::SetBlockPerson { block, seat, name } => {
            kinds::seat(draft, block, seat, &name)?;
            kept()
        }
        Command::Appoint { post, who, was } => {
            attendance::appoint(draft, post, who, was.map(|was| (was, over)))?;
            kept()
        }
        Command::Move(shift) => {
            blocks::move_blocks(draft, selection, shift)?;
            kept()
        }
        Command::Toggle(mark) => {
            marking::toggle(draft, selection, mark)?;
            kept()
        }
        Command::InsertField(atom) => Ok(text::insert_field(draft, selection, atom)?),
        Command::InsertPerson { who, form } => Ok(insert::person(draft, selection, who, form)?),
        Command::Complete { target, range, phrase } => {
            Ok(insert::complete(draft, &target, range, phrase, awaited)?)
        }
        Command::Freeze { target, words } => Ok(insert::freeze(draft, selection, &target, words)?),
        Command::SetField { path, value } => {
            fields::set(draft, path, &value)?;
            kept()
        }
        Command::Dress(body) => {
            dress::dress(draft, &body)?;
            kept()
        }
        Command::RemoveChair(index) => {
            fields::remove_chair(draft, index)?;
            kept()
        }
        Command::RemoveGroup(index) => {
            fields::remove_group(draft, index)?;
            kept()
        }
        Command::Roll(roll) => {
            attendance::roll(draft, roll)?;
            kept()
        }
        Command::Replace { target, range, text } => Ok(text::replace(draft, &target, range, &text)?),
        Command::Swap(swaps) => find::swap(draft, selection, swaps),
        Command::Tidy => {
            let (steps, gone) = draft.document.tidied(Source::Typed);
            *removed = gone;
            for step in steps {
                draft.step(step)?;
            }
            kept()
        }
        Command::Adopt(from) => Ok(adopt::adopt(draft, &from)?),
        Command::Settle { guesses, answer } => guesses::settle(draft, selection, &guesses, &answer),
        Command::DismissSource => guesses::dismiss(draft, selection),
        Command::SetOffer { name, about } => {
            items::offer(draft, &name, &about)?;
            kept()
        }
        Command::SetPrompt(id, prompt) => {
            items::ask(draft, id, &prompt)?;
            kept()
        }
        Command::AddOutput(kind) => {
            fields::add_output(draft, kind)?;
            kept()
        }
        Command::Append(kind) => Ok(blocks::append(draft, kind)?),
        Command::InsertBlock { after, kind, words } => {
            items::insert(draft, after, kind, &words)?;
            kept()
        }
        Command::SetBlockWords(id, words) => {
            items::word(draft, id, &words)?;
            kept()
        }
        Command::MoveBlock(id, shift) => {
            items::shift(draft, id, shift)?;
            kept()
        }
        Command::MoveBefore { block, before } => {
            blocks::move_before(draft, block, before)?;
            kept()
        }
        Command::Put { before, depth } => {
            blocks::put(draft, selection, before, depth)?;
            kept()
        }
        Command::RemoveSelected => Ok(lists::remove(draft, selection)?),
        Command::ToItems => Ok(lists::to_items(draft, selection)?),
        Command::ToParagraphs => {
            lists::to_paragraphs(draft, selection)?;
            kept()
        }
        Command::SplitItems(id) => lists::split(draft, selection, id),
        Command::FollowUp(what) => {
            lists::follow_up(draft, selection, &what)?;
            kept()
        }
        Command::RemoveBlock(id) => Ok(items::remove(draft, selection, id)?),
        Command::Note(noting) => notes::note(draft, selection, noting),
        Command::SetVerb { block, masculine, feminine } => {
            voice::set_verb(draft, block, &masculine, &feminine)?;
            kept()
        }
        Command::Proceedings => {
            items::proceedings(draft)?;
            kept()
        }
    }
}
