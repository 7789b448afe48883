//! Every format there ever was, each with the reader that makes today's record of it.
//!
//! A released format keeps a reader of its own here once a newer one takes its place. Where the newer one only adds,
//! that is today's, refusing what was added; where a type changes, it has the old one. Frozen files hold what each reads.

use super::OpenError;
use super::format::{self, FORMAT};
use crate::document::Document;

/// What makes a record of a file's text.
type Reader = fn(&str) -> Result<Document, OpenError>;

/// The formats that are read, each by its number.
const READERS: [(u32, Reader); 3] = [(0, zero::read), (1, one::read), (FORMAT, format::value::<Document>)];

/// Today's record of a text in the format of this number.
pub(super) fn read(number: u32, text: &str) -> Result<Document, OpenError> {
    match READERS.iter().find(|(known, _)| *known == number) {
        Some((_, reader)) => reader(text),
        None => Err(OpenError::WrongFormat { found: number.to_string() }),
    }
}

/// Format 1: all but what was guessed of an imported text.
mod one {
    use super::super::{OpenError, format};
    use crate::document::{Document, Field, Pending};

    pub(super) fn read(text: &str) -> Result<Document, OpenError> {
        let document: Document = format::value(text)?;
        let has_guesses = |source: Option<&crate::document::Source>| {
            source.is_some_and(|source| !source.guesses.is_empty())
        };
        let suggests = document.changes().values().any(|change| match &change.pending {
            Pending::Field(Field::Guesses(_)) => true,
            Pending::Field(Field::Source(source)) => has_guesses(source.as_ref()),
            _ => false,
        });
        if suggests || has_guesses(document.source()) {
            let line = text.lines().position(|line| line.contains("guesses") || line.contains("Guesses"));
            let name = "guesses".to_owned();
            return Err(OpenError::Unknown { line: line.map_or(1, |line| line + 1), column: 1, name });
        }
        Ok(document)
    }
}

/// Format 0, invented so that this way is walked before it is needed: no release ever wrote it.
mod zero {
    use std::sync::Arc;

    use serde::Deserialize;

    use super::super::{Digest, OpenError, format};
    use crate::arabic::{Date, When, nfc};
    use crate::document::{
        Block, BlockId, Body, Document, Entry, Field, Id, Kind, Output, OutputKind, Person, PersonId,
        RecordId, RichText, Step, StepError,
    };

    /// A communiqué and what is known of its meeting, all in one list of fields.
    #[derive(Deserialize)]
    #[serde(default, deny_unknown_fields)]
    #[derive(Default)]
    struct Flat {
        title: String,
        number: String,
        body: String,
        date: Option<Date>,
        place: String,
        chair: String,
        paragraphs: Vec<String>,
        recommendations: Vec<String>,
    }

    pub(super) fn read(text: &str) -> Result<Document, OpenError> {
        let flat: Flat = format::value(text)?;
        // A file of format 0 has no name of its own: it gets the same one each time it is opened.
        let digest = Digest::of(text.as_bytes());
        made(flat, digest.record()).map_err(|error| match error {
            StepError::Beyond(limit) => OpenError::Beyond(limit),
            other => OpenError::Syntax { line: 1, column: 1, what: other.to_string() },
        })
    }

    fn made(flat: Flat, id: RecordId) -> Result<Document, StepError> {
        let mut document = Document::new(id);
        let title = RichText::plain(&nfc(&flat.title));
        let output = Output { title, number: flat.number, ..Output::new(OutputKind::Communique) };
        let kind = output.kind;
        let mut fields = vec![
            Field::Output { kind, at: 0, entry: Some(Box::new(output)) },
            Field::Body(Body { name: flat.body, ..Body::default() }),
            Field::Dates(flat.date.map_or(When::Unset, When::day)),
            Field::Venue(flat.place),
        ];
        if !flat.chair.is_empty() {
            let id = PersonId(Id { session: 0, counter: 1 });
            let person = Person { name: flat.chair, ..Person::default() };
            document.apply(Step::Put(Entry::Person(id, Some(person))))?;
            fields.push(Field::Chairs(vec![id]));
        }
        for field in fields {
            document.apply(Step::SetField(field))?;
        }
        let paragraphs = flat.paragraphs.into_iter().map(|words| (Kind::default(), words));
        let items = flat.recommendations.into_iter().map(|words| (Kind::recommendation(2), words));
        let (mut after, mut counter) = (None, 1);
        for (kind, words) in paragraphs.chain(items) {
            counter += 1;
            let id = BlockId(Id { session: 0, counter });
            let block = Block::new(id, kind, RichText::plain(&nfc(&words)));
            document.apply(Step::Insert { after, block: Arc::new(block) })?;
            after = Some(id);
        }
        Ok(document)
    }
}
