//! A record, its findings and its templates as JSON, for scripts.

use serde_json::{Value as Json, json};

use super::say;
use crate::arabic::{self, Date, When};
use crate::check::Finding;
use crate::document::{Document, Kind, Output, Person, PersonField, Role, Seal, Stamp, Target};
use crate::store::FORMAT;
use crate::template::{Composition, Reading, Scope, TemplateInfo, View, compose};
use crate::words::Words;

pub(super) fn templates(list: &[TemplateInfo]) -> Json {
    let one = |info: &TemplateInfo| {
        let outputs: Vec<&str> = info.outputs.iter().map(|kind| kind.keyword()).collect();
        json!({ "id": info.id, "name": info.name, "outputs": outputs })
    };
    list.iter().map(one).collect()
}

pub(super) fn record(document: &Document, found: &[Finding], words: Words) -> Json {
    let meeting = document.meeting();
    let person = |id| document.person(id).map(person);
    let outputs: Vec<Json> = document.outputs().iter().map(|one| output(document, one)).collect();
    let people: Vec<Json> = document
        .people()
        .iter()
        .map(|(id, one)| {
            let mut value = self::person(one);
            if let Some(map) = value.as_object_mut() {
                map.insert("id".into(), json!(id.to_string()));
            }
            value
        })
        .collect();
    json!({
        "format": FORMAT,
        "id": document.id().to_string(),
        "language": document.read(crate::document::FieldPath::Language),
        "template": document.template().id,
        "title": title(document),
        "outputs": outputs,
        "dates": when(&meeting.dates),
        "start": meeting.start.map(|time| time.to_string()),
        "end": meeting.end.map(|time| time.to_string()),
        "venue": meeting.venue,
        "body": { "name": meeting.body.name, "organisation": meeting.body.organisation,
            "level": meeting.body.level.keyword(), "region": meeting.body.region, "province": meeting.body.province },
        "session": { "noun": meeting.session.noun.keyword(), "nature": meeting.session.nature,
            "ordinal": meeting.session.ordinal, "theme": meeting.session.theme },
        "chairs": meeting.chairs.iter().map(|id| person(*id)).collect::<Vec<_>>(),
        "rapporteur": meeting.rapporteur.and_then(person),
        "next": { "dates": when(&meeting.next.dates), "venue": meeting.next.venue },
        "people": people,
        "counts": counts(document),
        "findings": findings(document, found, words),
        "seal": document.outputs().iter().find_map(|output| output.seal.as_ref()).map(seal),
    })
}

fn output(document: &Document, output: &Output) -> Json {
    json!({
        "kind": output.kind.keyword(),
        "title": compose(document, &View::of(output.kind)).title.text,
        "number": output.number,
        "reference": output.reference,
        "state": output.state.keyword(),
        "approval": output.approval.as_ref().map(|one| json!({ "by": one.by, "at": stamp(one.at) })),
        "seal": output.seal.as_ref().map(seal),
        "embargo": output.embargo.map(stamp),
    })
}

/// The title of the record's first output.
pub(super) fn title(document: &Document) -> String {
    compose(document, &View::main(document)).title.text.clone()
}

fn seal(seal: &Seal) -> Json {
    json!({ "digest": seal.digest, "at": stamp(seal.at) })
}

/// What is printed of a person. Telephone and identity are personal and stay in the record.
fn person(person: &Person) -> Json {
    json!({
        "name": person.name,
        "latin": person.latin,
        "gender": PersonField::Gender.read(person),
        "honorific": person.honorific.keyword(),
        "role": person.role,
        "body": person.body,
    })
}

fn when(when: &When) -> Json {
    json!({
        "iso": arabic::write(when, arabic::Style::Iso),
        "written": arabic::write(when, arabic::Style::WithDay),
    })
}

/// How much there is of everything.
pub(super) struct Counts {
    pub(super) words: usize,
    pub(super) blocks: usize,
    pub(super) recommendations: usize,
    pub(super) decisions: usize,
    pub(super) people: usize,
}

/// Counts the text as it reads with every suggestion accepted. Axes and empty blocks are no recommendations.
pub(super) fn count(document: &Document) -> Counts {
    use crate::document::Kind;
    let view =
        View { scope: Scope::Everything, reading: Reading::Final, ..View::page(View::main(document).output) };
    let text: Composition = compose(document, &view);
    let texts = std::iter::once(&text.title).chain(&text.paragraphs);
    let written = |block: &&std::sync::Arc<crate::document::Block>| !block.text.text().trim().is_empty();
    let kinds = || document.blocks().iter().filter(written).map(|block| &block.kind);
    Counts {
        words: texts.map(|one| one.text.split_whitespace().count()).sum(),
        blocks: document.blocks().len(),
        recommendations: kinds().filter(|kind| kind.depth().is_some_and(|depth| depth > 0)).count(),
        decisions: kinds().filter(|kind| matches!(kind, Kind::Decision(_))).count(),
        people: document.people().len(),
    }
}

fn counts(document: &Document) -> Json {
    let count = count(document);
    json!({
        "words": count.words,
        "blocks": count.blocks,
        "recommendations": count.recommendations,
        "decisions": count.decisions,
        "people": count.people,
        "comments": document.comments().len(),
        "changes": document.changes().len(),
        "revisions": document.revisions().len(),
    })
}

pub(super) fn findings(document: &Document, found: &[Finding], words: Words) -> Json {
    found.iter().map(|one| finding(document, one, words)).collect()
}

fn finding(document: &Document, finding: &Finding, words: Words) -> Json {
    let values = say::values(words, finding.what.args());
    let fixes: Vec<String> = finding.fixes.iter().map(|fix| words.with(fix.key, &values)).collect();
    let block = match &finding.place.target {
        Target::Block(id) => Some(id.to_string()),
        Target::Title(_) | Target::Field(_) | Target::Comment(_) => None,
    };
    let key = finding.what.key();
    json!({
        "place": say::place(document, &finding.place),
        "block": block,
        "offset": finding.place.offset,
        "certainty": finding.certainty.keyword(),
        "kind": key.strip_prefix("finding-").unwrap_or(key),
        "message": words.with(key, &values),
        "fixes": fixes,
    })
}

/// A moment as ISO 8601 writes it, in UTC.
pub(super) fn stamp(stamp: Stamp) -> String {
    let (days, seconds) = (stamp.0.div_euclid(86_400), stamp.0.rem_euclid(86_400));
    let day = Date::new(1970, 1, 1).and_then(|first| first.plus_days(days));
    let Some(day) = day else { return stamp.0.to_string() };
    format!("{day}T{:02}:{:02}:{:02}Z", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The word for a part of a record.
pub(super) fn part(kind: &Kind) -> String {
    match kind {
        Kind::Paragraph(Role::Plain) => "paragraph".to_owned(),
        Kind::Paragraph(Role::Lead) => "lead".to_owned(),
        Kind::Paragraph(Role::Context) => "context".to_owned(),
        Kind::Paragraph(Role::Recital) => "recital".to_owned(),
        Kind::Paragraph(Role::Enacting) => "enacting".to_owned(),
        Kind::Paragraph(Role::Closing) => "closing".to_owned(),
        Kind::Heading(level) => format!("heading-{level}"),
        Kind::AgendaItem(_) => "agenda".to_owned(),
        Kind::Intervention(_) => "intervention".to_owned(),
        Kind::Quote(_) => "quote".to_owned(),
        Kind::Decision(_) => "decision".to_owned(),
        Kind::Recommendation(item) => match item.depth {
            0 => "axis".to_owned(),
            1 => "section".to_owned(),
            2 => "item".to_owned(),
            _ => "subitem".to_owned(),
        },
        Kind::Note(_) => "note".to_owned(),
        Kind::Signatures(_) => "signatures".to_owned(),
        Kind::Annex(_) => "annex".to_owned(),
    }
}
