//! A record fit to be published: built up from nothing, so that what is not named here cannot slip out.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::arabic::Source;
use crate::document::{
    AgendaItem, Annex, Answer, Atom, Attendee, Block, BlockReview, Counted, Decision, Digits, Document,
    Entry, Field, Kind, Letterhead, Mark, Matter, Output, OutputKind, Person, PersonId, Piece, Presence,
    Quorum, RecordId, RichText, Speaker, Step, StepError, Subject,
};
use crate::template::{Readers, View, accepted, kept_inside_both, quorum, said_in};

/// The record under a new name, for anybody to read: all suggestions accepted; without blocks for the minutes only,
/// notes, remarks, suggestions, versions, the imported text, the template, the minutes and the attendance sheet
/// themselves (unless asked for), who approved, who did not come and why (a text that counts them has the words of it),
/// who came late or left early, what a block carries for the follow-up, telephone and identity numbers, other spellings of names, people nobody mentions, and
/// folders in names of files.
///
/// # Errors
/// [`StepError`] where the record contradicts itself; a record that was opened does not.
pub fn public_record(document: &Document, output: OutputKind, id: RecordId) -> Result<Document, StepError> {
    let accepted = accepted(document);
    let mut public = Document::new(id);
    let blocks = blocks(document, &accepted, output);
    for field in fields(&accepted, output) {
        public.apply(Step::SetField(field))?;
    }
    let mut last = None;
    for block in blocks {
        let next = block.id;
        public.apply(Step::Insert { after: last, block: Arc::new(block) })?;
        last = Some(next);
    }
    for id in mentioned(&public) {
        if let Some(person) = accepted.person(id) {
            // Taken apart by name, so that a new field does not compile until it is decided who sees it.
            let Person { name, latin, gender, honorific, role, body, aliases: _, phone: _, identity: _ } =
                person.clone();
            let (aliases, phone, identity) = (Vec::new(), String::new(), String::new());
            let person = Person { name, latin, gender, honorific, role, body, aliases, phone, identity };
            public.apply(Step::Put(Entry::Person(id, Some(person))))?;
        }
    }
    // The last guard: what shows nothing does not go out, whoever put it there.
    let (steps, _) = public.tidied(Source::Published);
    for step in steps {
        public.apply(step)?;
    }
    Ok(public)
}

fn fields(document: &Document, asked: OutputKind) -> Vec<Field> {
    let meeting = document.meeting();
    let letterhead = document.letterhead().clone();
    let letterhead = Letterhead { logo: own_name(&letterhead.logo), ..letterhead };
    let mut fields = vec![
        Field::Language(document.language()),
        Field::Style(document.style().clone()),
        Field::Letterhead(letterhead),
    ];
    fields.extend(meeting.fields());
    let public = |output: &&Output| output.kind == asked || !output.kind.is_internal();
    for (at, output) in document.outputs().iter().filter(public).enumerate() {
        let title = counted(document, output.kind, accepted_text(&output.title));
        let entry = Output { title, approval: None, ..output.clone() };
        fields.push(Field::Output { kind: output.kind, at, entry: Some(Box::new(entry)) });
    }
    let came = |attendee: &&Attendee| match attendee.presence {
        Presence::Present | Presence::Guest => true,
        // Who stands in for whom is told there alone.
        Presence::Proxy(_) => matches!(asked, OutputKind::Minutes | OutputKind::AttendanceSheet),
        // Before the meeting nobody has failed to come.
        Presence::Unknown => asked == OutputKind::AttendanceSheet,
        Presence::Excused | Presence::Absent => false,
    };
    // How many members there are is counted on the whole list, of which a part stays behind.
    if let Some(counted) = quorum(document).filter(|_| asked == OutputKind::Minutes) {
        let rule = meeting.attendance.quorum.rule;
        fields.push(Field::Quorum(Quorum { members: Some(counted.members), rule }));
    }
    for (at, attendee) in meeting.attendance.people.iter().filter(came).enumerate() {
        // Taken apart by name, as people are.
        let Attendee { person, presence, answer: _, arrived: _, left: _, reason: _ } = attendee.clone();
        let (answer, reason) = (Answer::None, String::new());
        let entry = Attendee { person, presence, answer, arrived: None, left: None, reason };
        fields.push(Field::Attendee { person: attendee.person, at, entry: Some(entry) });
    }
    for (at, group) in meeting.attendance.groups.iter().enumerate() {
        fields.push(Field::Group { id: group.id, at, entry: Some(group.clone()) });
    }
    fields
}

/// The text with the words of what it counts on the whole list, of which a part stays behind.
fn counted(document: &Document, output: OutputKind, text: RichText) -> RichText {
    let is_counted = |atom: &Atom| match atom {
        Atom::Count { of, .. } => matches!(of, Counted::Excused | Counted::Absent | Counted::Members),
        _ => false,
    };
    if !text.atoms().any(|(_, atom)| is_counted(atom)) {
        return text;
    }
    let view = View { readers: Readers::Public, digits: Some(Digits::Latin), ..View::of(output) };
    let words = |atom: Atom| {
        let field = RichText::from_pieces([Piece::Field(atom)]).unwrap_or_default();
        said_in(document, &view, &field).text
    };
    let pieces = text.pieces().into_iter().map(|piece| match piece {
        Piece::Field(atom) if is_counted(&atom) => Piece::Text(words(atom)),
        Piece::MarkedField(marks, atom) if is_counted(&atom) => Piece::Marked(marks, words(atom)),
        other => other,
    });
    // Words in the place of a field fit where it did.
    RichText::from_pieces(pieces).unwrap_or_default()
}

/// The name of a file, without the folders it lies in on this machine.
fn own_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

/// What a public text is printed from, without what a block carries for the house: votes, follow-up, who spoke, and who
/// presents an item, whom an invitation alone tells.
fn bare(kind: &Kind, asked: OutputKind) -> Kind {
    match kind {
        Kind::Paragraph(_) | Kind::Heading(_) | Kind::Signatures(_) | Kind::Note(_) => kind.clone(),
        Kind::AgendaItem(item) => {
            let presenter = item.presenter.filter(|_| asked == OutputKind::Invitation);
            Kind::AgendaItem(AgendaItem { presenter, ..AgendaItem::default() })
        }
        Kind::Intervention(_) => Kind::Intervention(Speaker::Unnamed),
        Kind::Quote(_) => Kind::Quote(Speaker::Unnamed),
        Kind::Decision(_) => Kind::Decision(Decision::default()),
        Kind::Recommendation(recommendation) => Kind::recommendation(recommendation.depth),
        Kind::Annex(annex) => Kind::Annex(Annex { file: own_name(&annex.file) }),
    }
}

/// The blocks anybody may read, in the order the record has and in the one that is suggested.
fn blocks(document: &Document, accepted: &Document, asked: OutputKind) -> Vec<Block> {
    let inside = kept_inside_both(document, accepted);
    let mut blocks: Vec<Block> = Vec::new();
    for block in accepted.blocks() {
        if block.review.removed.is_some() || inside.contains(&block.id) {
            continue;
        }
        let joins = block.review.joined.is_some();
        let text = counted(accepted, asked, accepted_text(&block.text));
        match blocks.last_mut() {
            Some(before) if joins => {
                let end = before.text.len();
                // The end of a text is always a place in it.
                let _ = before.text.splice(end..end, &text);
            }
            _ => blocks.push(Block {
                kind: bare(&block.kind, asked),
                text,
                review: BlockReview::default(),
                prompt: String::new(),
                ..Block::clone(block)
            }),
        }
    }
    blocks
}

/// The words with every suggestion accepted, and without remarks.
fn accepted_text(text: &RichText) -> RichText {
    if text.marks().iter().all(|marked| !marked.mark.is_review()) {
        return text.clone();
    }
    let kept = text.pieces().into_iter().filter_map(|piece| match piece {
        Piece::Text(_) | Piece::Field(_) => Some(piece),
        Piece::Marked(marks, words) => {
            let marks = accepted_marks(marks)?;
            Some(if marks.is_empty() { Piece::Text(words) } else { Piece::Marked(marks, words) })
        }
        Piece::MarkedField(marks, atom) => {
            let marks = accepted_marks(marks)?;
            Some(if marks.is_empty() { Piece::Field(atom) } else { Piece::MarkedField(marks, atom) })
        }
    });
    // Pieces that came out of a text fit into one.
    RichText::from_pieces(kept).unwrap_or_default()
}

/// The marks that stay; nothing where the words go.
fn accepted_marks(marks: Vec<Mark>) -> Option<Vec<Mark>> {
    let dropped = marks.iter().any(|mark| matches!(mark, Mark::Deleted(_)));
    (!dropped).then(|| marks.into_iter().filter(|mark| !mark.is_review()).collect())
}

/// Everybody this record names.
fn mentioned(document: &Document) -> BTreeSet<PersonId> {
    let meeting = document.meeting();
    let mut people: BTreeSet<PersonId> = meeting.chairs.iter().copied().chain(meeting.rapporteur).collect();
    for attendee in &meeting.attendance.people {
        people.insert(attendee.person);
        match attendee.presence {
            Presence::Proxy(by) => people.extend(by),
            Presence::Unknown
            | Presence::Present
            | Presence::Excused
            | Presence::Absent
            | Presence::Guest => {}
        }
    }
    let titles = document.outputs().iter().map(|output| &output.title);
    let texts = document.blocks().iter().map(|block| &block.text);
    for (_, atom) in titles.chain(texts).flat_map(RichText::atoms) {
        if let Atom::Person(id, _) | Atom::Verb { of: Subject::Person(id), .. } = atom {
            people.insert(*id);
        }
    }
    for block in document.blocks() {
        match &block.kind {
            Kind::AgendaItem(item) => people.extend(item.presenter),
            Kind::Intervention(Speaker::Person(id)) | Kind::Quote(Speaker::Person(id)) => {
                people.insert(*id);
            }
            Kind::Signatures(list) => people.extend(&list.signatories),
            Kind::Decision(decision) => match &decision.matter {
                Matter::Appointment { person, .. } => people.extend(*person),
                Matter::Committee { members, .. } => people.extend(members),
                Matter::General | Matter::Date(_) | Matter::Plan(_) => {}
            },
            Kind::Note(note) => {
                if let Speaker::Person(id) = note.speaker {
                    people.insert(id);
                }
            }
            Kind::Intervention(_)
            | Kind::Quote(_)
            | Kind::Paragraph(_)
            | Kind::Heading(_)
            | Kind::Recommendation(_)
            | Kind::Annex(_) => {}
        }
    }
    people
}
