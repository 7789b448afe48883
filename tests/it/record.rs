//! Records for tests, written as people see them: one block a line, the caret and the selection in the text.
//!
//! `|` is the caret and `[` where the selection began; `*…*` is bold; `{chair}` is a field. A line may begin
//! with its kind and a colon, after `m/` (minutes only) or `c/` (communiqué only): `m/item: …`.
use std::sync::Arc;

use mahdar::document::{
    AgendaItem, Atom, Audience, Block, BlockId, DateForm, Decision, Document, Entry, Field, Id, Kind, Mark,
    Note, Output, OutputKind, Person, PersonForm, PersonId, Piece, Place, RecordId, RichText, Role, Speaker,
    Step, Target, VenueForm,
};
use mahdar::edit::{Command, Editor, Moment, Selection};

/// The kinds by the words of the notation.
pub(crate) fn kinds() -> [(&'static str, Kind); 17] {
    [
        ("p", Kind::default()),
        ("lead", Kind::Paragraph(Role::Lead)),
        ("context", Kind::Paragraph(Role::Context)),
        ("recital", Kind::Paragraph(Role::Recital)),
        ("enacting", Kind::Paragraph(Role::Enacting)),
        ("closing", Kind::Paragraph(Role::Closing)),
        ("heading", Kind::Heading(2)),
        ("agenda", Kind::AgendaItem(AgendaItem::default())),
        ("said", Kind::Intervention(Speaker::Unnamed)),
        ("quote", Kind::Quote(Speaker::Unnamed)),
        ("decision", Kind::Decision(Decision::default())),
        ("note", Kind::Note(Note::default())),
        ("signatures", Kind::Signatures(mahdar::document::Signatures::default())),
        ("axis", Kind::recommendation(0)),
        ("section", Kind::recommendation(1)),
        ("item", Kind::recommendation(2)),
        ("sub", Kind::recommendation(3)),
    ]
}

fn fields() -> [(&'static str, Atom); 3] {
    [
        ("chair", Atom::Chair(PersonForm::Full)),
        ("dates", Atom::Dates(DateForm::WithDay)),
        ("venue", Atom::Venue(VenueForm::At)),
    ]
}

pub(crate) fn block_id(counter: u32) -> BlockId {
    BlockId(Id { session: 1, counter })
}

pub(crate) fn person_id(counter: u32) -> PersonId {
    PersonId(Id { session: 2, counter })
}

/// An empty record that knows two people and has a communiqué.
pub(crate) fn blank() -> Document {
    let mut document = Document::new(RecordId(1));
    let mut step = |step| {
        document.apply(step).expect("a step of the fixture fits");
    };
    for (counter, name) in [(1, "ليلى المرابط"), (2, "سعيد العلوي")] {
        let person = Person { name: name.into(), ..Person::default() };
        step(Step::Put(Entry::Person(person_id(counter), Some(person))));
    }
    let kind = OutputKind::Communique;
    step(Step::SetField(Field::Output { kind, at: 0, entry: Some(Box::new(Output::new(kind))) }));
    document
}

struct Line {
    kind: Kind,
    audience: Audience,
    title: bool,
    text: RichText,
    anchor: Option<usize>,
    head: Option<usize>,
}

fn line(line: &str) -> Line {
    let (mut kind, mut audience, mut title, mut words) = (Kind::default(), Audience::Both, false, line);
    if let Some((prefix, rest)) = line.split_once(':') {
        let (readers, name) = match prefix.split_once('/') {
            Some(("m", name)) => (Audience::MinutesOnly, name),
            Some(("c", name)) => (Audience::CommuniqueOnly, name),
            _ => (Audience::Both, prefix),
        };
        if let Some((_, known)) = kinds().into_iter().find(|(word, _)| *word == name) {
            (kind, audience, words) = (known, readers, rest.strip_prefix(' ').unwrap_or(rest));
        } else if name == "title" {
            (title, words) = (true, rest.strip_prefix(' ').unwrap_or(rest));
        }
    }
    let (mut pieces, mut run, mut bold) = (Vec::new(), String::new(), false);
    let (mut at, mut anchor, mut head) = (0, None, None);
    let mut letters = words.chars();
    let flush = |run: &mut String, pieces: &mut Vec<Piece>, bold: bool| {
        let words = std::mem::take(run);
        if !words.is_empty() {
            pieces.push(if bold { Piece::Marked(vec![Mark::Bold], words) } else { Piece::Text(words) });
        }
    };
    while let Some(c) = letters.next() {
        match c {
            '|' => head = Some(at),
            '[' => anchor = Some(at),
            '*' => {
                flush(&mut run, &mut pieces, bold);
                bold = !bold;
            }
            '{' => {
                flush(&mut run, &mut pieces, bold);
                let name: String = letters.by_ref().take_while(|c| *c != '}').collect();
                let (_, atom) = fields().into_iter().find(|(word, _)| *word == name).expect("a known field");
                pieces.push(if bold {
                    Piece::MarkedField(vec![Mark::Bold], atom)
                } else {
                    Piece::Field(atom)
                });
                at += mahdar::document::ATOM.len_utf8();
            }
            other => {
                run.push(other);
                at += other.len_utf8();
            }
        }
    }
    flush(&mut run, &mut pieces, bold);
    let text = RichText::from_pieces(pieces).expect("a text of the fixture fits");
    Line { kind, audience, title, text, anchor, head }
}

/// The record of this notation being edited, with the caret where it says.
pub(crate) fn open(notation: &str) -> Editor {
    let mut document = blank();
    let (mut anchor, mut head, mut after) = (None, None, None);
    for (index, row) in notation.split('\n').enumerate() {
        let row = line(row);
        let target = if row.title {
            let at = Target::Title(OutputKind::Communique);
            document
                .apply(Step::Splice { at: at.clone(), start: 0, end: 0, insert: row.text })
                .expect("a title");
            at
        } else {
            let id = block_id(u32::try_from(index).expect("few lines") + 1);
            let block = Block { audience: row.audience, ..Block::new(id, row.kind, row.text) };
            document.apply(Step::Insert { after, block: Arc::new(block) }).expect("a block");
            after = Some(id);
            Target::Block(id)
        };
        anchor = row.anchor.map(|at| Place::new(target.clone(), at)).or(anchor);
        head = row.head.map(|at| Place::new(target.clone(), at)).or(head);
    }
    let mut editor = Editor::new(document, 7);
    if let Some(head) = head {
        let anchor = anchor.unwrap_or_else(|| head.clone());
        editor.run(Command::Select(Selection::new(anchor, head)), &Moment::default()).expect("a place");
    }
    editor
}

/// The notation of what an editor holds.
pub(crate) fn show(editor: &Editor) -> String {
    let document = editor.document();
    let mut rows = Vec::new();
    if let Some(output) = document.output(OutputKind::Communique)
        && !output.title.is_empty()
    {
        let title = Target::Title(OutputKind::Communique);
        rows.push(format!("title: {}", words(editor, &title, &output.title)));
    }
    for block in document.blocks() {
        let (_, name) = kinds()
            .into_iter()
            .map(|(name, kind)| (kind, name))
            .find(|(kind, _)| match (kind, &block.kind) {
                (Kind::Recommendation(a), Kind::Recommendation(b)) => a.depth == b.depth,
                (Kind::Paragraph(a), Kind::Paragraph(b)) => a == b,
                (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
            })
            .expect("a kind of the notation");
        let text = words(editor, &Target::Block(block.id), &block.text);
        rows.push(match (block.audience, name) {
            (Audience::Both, "p") => text,
            (Audience::Both, name) => format!("{name}: {text}"),
            (Audience::MinutesOnly, name) => format!("m/{name}: {text}"),
            (Audience::CommuniqueOnly, name) => format!("c/{name}: {text}"),
        });
    }
    rows.join("\n")
}

fn words(editor: &Editor, target: &Target, rich: &RichText) -> String {
    let selection = editor.selection();
    let stands = |place: &Place, at: usize| place.target == *target && place.offset == at;
    let bold = |at: usize| rich.coverage(Mark::Bold, at..rich.len()).first().is_some_and(|s| s.start == at);
    let mut out = String::new();
    let mut was = false;
    let ends = rich.text().char_indices().map(|(at, c)| (at, Some(c))).chain([(rich.len(), None)]);
    for (at, c) in ends {
        let is = bold(at);
        if was && !is {
            out.push('*');
        }
        if stands(&selection.anchor, at) && !selection.is_caret() {
            out.push('[');
        }
        if stands(&selection.head, at) {
            out.push('|');
        }
        if is && !was {
            out.push('*');
        }
        was = is;
        match (c, rich.atom_at(at)) {
            (Some(_), Some(atom)) => {
                let known = fields().into_iter().find(|(_, known)| known == atom);
                out.push_str(&format!("{{{}}}", known.map_or("field", |(name, _)| name)));
            }
            (Some(c), None) => out.push(c),
            (None, _) => {}
        }
    }
    out
}

/// What the notation becomes by these commands, a second apart.
pub(crate) fn after(notation: &str, commands: impl IntoIterator<Item = Command>) -> String {
    let mut editor = open(notation);
    for (turn, command) in commands.into_iter().enumerate() {
        editor.run(command, &at(1000 * turn as u64)).expect("a command that fits");
    }
    assert_eq!(editor.document().check(), [], "after {notation}");
    show(&editor)
}

/// A moment so many milliseconds in.
pub(crate) fn at(millis: u64) -> Moment {
    Moment { millis, ..Moment::default() }
}
