//! The two real texts of the measure drafted in the window from a template, key by key, and set against themselves.
//!
//! The texts are read where they lie and nothing of them is kept here. What is to be typed is what the importer makes of
//! them: the facts of the header, the groups, the kinds and levels, who speaks. What comes out must be the text again, word
//! for word in its order: what differs by design is said and held too.

use mahdar::arabic::{self, Gender, When};
use mahdar::document::{
    Block, Document, Honorific, Kind, OutputKind, PersonField, RecordId, Role, Session, Speaker, Stamp,
};
use mahdar::import;

use eframe::egui::Key;

use crate::hand::{Hand, SHIFT, Took, alike};
use crate::screen::CTRL;

/// A real text and the record the importer makes of it; nothing where the texts are not there.
pub fn seed(name: &str) -> Option<(String, Document)> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds/").to_owned() + name;
    let Ok(bytes) = std::fs::read(file) else {
        println!("skipped: no {name}");
        return None;
    };
    let read = import::read(&bytes, None).unwrap();
    let fresh = import::Fresh { id: RecordId(1), session: 1, at: Stamp(0), author: String::new() };
    let document = import::record(&read, name, &fresh).unwrap();
    Some((String::from_utf8(bytes).unwrap(), document))
}

/// The words and figures of a text, without what stands between them.
fn words(text: &str) -> Vec<String> {
    let between = |c: char| !c.is_alphanumeric() && !('\u{64B}'..='\u{652}').contains(&c);
    text.split(between).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What the second has that the first has not, and the other way round: the fewest words.
fn differences(one: &[String], other: &[String]) -> (Vec<String>, Vec<String>) {
    let (rows, columns) = (one.len() + 1, other.len() + 1);
    let mut common = vec![0_u16; rows * columns];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            common[a * columns + b] = if one[a] == other[b] {
                common[(a + 1) * columns + b + 1] + 1
            } else {
                common[(a + 1) * columns + b].max(common[a * columns + b + 1])
            };
        }
    }
    let (mut added, mut lost, mut a, mut b) = (Vec::new(), Vec::new(), 0, 0);
    while a < one.len() || b < other.len() {
        if a < one.len() && b < other.len() && one[a] == other[b] {
            (a, b) = (a + 1, b + 1);
        } else if b == other.len()
            || a < one.len() && common[(a + 1) * columns + b] >= common[a * columns + b + 1]
        {
            lost.push(one[a].clone());
            a += 1;
        } else {
            added.push(other[b].clone());
            b += 1;
        }
    }
    (added, lost)
}

/// What is left of an imported record once the rest of its web page is struck.
fn kept(real: &Document) -> Vec<&Block> {
    let stays = |block: &&Block| block.review.removed.is_none() && !block.text.text().trim().is_empty();
    real.blocks().iter().map(AsRef::as_ref).filter(stays).collect()
}

/// A day as people type it; several as they are written.
fn typed(dates: &When) -> String {
    match dates.first() {
        Some(day) if *dates == When::day(day) => format!("{}/{}/{}", day.day(), day.month(), day.year()),
        _ => arabic::write(dates, arabic::Style::Plain),
    }
}

/// Fills in the header and the groups as the importer reads them in the text.
fn header(hand: &mut Hand, real: &Document) {
    hand.purpose("header");
    let meeting = real.meeting();
    hand.fill("field-body", &meeting.body.name);
    if !meeting.body.organisation.is_empty() {
        hand.fill("field-organisation", &meeting.body.organisation);
    }
    let (now, wanted): (Session, &Session) =
        (hand.screen.document().meeting().session.clone(), &meeting.session);
    assert_eq!((now.noun, now.ordinal), (wanted.noun, wanted.ordinal), "the template says so already");
    if now.nature != wanted.nature {
        hand.refill("field-session-nature", &wanted.nature);
    }
    hand.fill("field-date", &typed(&meeting.dates));
    hand.fill("field-place", &meeting.venue);
    if let Some(chair) = meeting.chairs.first().and_then(|id| real.person(*id)) {
        hand.fill("field-name", &chair.name);
        hand.fill("field-role", &chair.role);
        hand.press(Key::Tab);
        match chair.gender {
            Gender::Female => hand.press(Key::Space),
            Gender::Male => hand.press(Key::ArrowLeft),
            Gender::Unknown => {}
        }
        if chair.honorific != Honorific::Mr {
            // Back over role and name to the title before them.
            for _ in 0..3 {
                hand.chord(SHIFT, Key::Tab);
            }
            let name = hand.word("field-chair");
            assert!(hand.screen.focused().is_some_and(|focused| focused.starts_with(&name)));
            hand.press(Key::Enter);
            let titles = Honorific::ALL.iter().position(|title| *title == chair.honorific).unwrap();
            for _ in 0..titles {
                hand.press(Key::ArrowDown);
            }
            hand.press(Key::Enter);
        }
    }
    hand.purpose("groups");
    let groups = &meeting.attendance.groups;
    let groups: Vec<(String, String)> =
        groups.iter().map(|group| (group.nominative.clone(), group.oblique.clone())).collect();
    hand.groups(&groups);
}

/// Drafts all of it.
fn draft(hand: &mut Hand, real: &Document) {
    header(hand, real);
    for (depth, label) in (0..).zip([
        real.style().labels.axis,
        real.style().labels.section,
        real.style().labels.item,
        real.style().labels.sub_item,
    ]) {
        if real.blocks().iter().any(|block| block.kind.depth() == Some(depth)) {
            hand.label(depth, label);
        }
    }
    hand.purpose("title");
    hand.chord(CTRL, Key::Num4);
    hand.title(real.outputs()[0].title.text());
    for (at, block) in kept(real).into_iter().enumerate() {
        if at > 0 {
            hand.go_on(&block.kind);
        }
        hand.purpose("text");
        // What the template says already is left as it is.
        if words(&hand.paragraph()) != words(block.text.text()) {
            hand.rewrite(block.text.text());
        }
        if let Kind::Intervention(Speaker::Collective(several)) = &block.kind {
            hand.spoken_by(several);
        }
    }
}

/// Holds the record that was drafted to the one that was read: facts, groups, kinds, levels, speakers.
fn holds(drafted: &Document, real: &Document) {
    let (own, read) = (drafted.meeting(), real.meeting());
    assert_eq!((&own.body.name, &own.body.organisation), (&read.body.name, &read.body.organisation));
    assert_eq!((&own.session, &own.dates, &own.venue), (&read.session, &read.dates, &read.venue));
    let person = |document: &Document| {
        let chair = document.meeting().chairs.first().and_then(|id| document.person(*id));
        chair.map(|person| {
            [PersonField::Name, PersonField::Role, PersonField::Gender, PersonField::Honorific]
                .map(|field| field.read(person))
        })
    };
    assert_eq!(person(drafted), person(real));
    let groups = |document: &Document| {
        let all = document.meeting().attendance.groups.iter();
        let oblique = |nominative: &str| arabic::oblique(nominative).unwrap_or_default();
        all.map(
            |group| if group.oblique.is_empty() { oblique(&group.nominative) } else { group.oblique.clone() },
        )
        .collect::<Vec<_>>()
    };
    assert_eq!(groups(drafted), groups(real));
    let (own, read) = (kept(drafted), kept(real));
    assert_eq!(own.len(), read.len());
    for (own, read) in own.into_iter().zip(read) {
        assert!(alike(&own.kind, &read.kind), "{:?}, not {:?}: {}", own.kind, read.kind, read.text.text());
        if let (Kind::Intervention(own), Kind::Intervention(read)) = (&own.kind, &read.kind) {
            assert_eq!(own, read);
        }
    }
}

/// Holds what came out to the text: all words in their order, but for those that are added or left out by design.
fn told(name: &str, hand: &Hand, real: &Document, text: &str, adds: &[&str], leaves: &[String]) -> Took {
    holds(hand.screen.document(), real);
    let (added, lost) = differences(&words(text), &words(&hand.exported()));
    println!("{name}: {} words; by design added {added:?}, left out {lost:?}", words(text).len());
    assert_eq!(added, adds);
    assert_eq!(lost, leaves);
    hand.report(name)
}

#[test]
fn the_news_of_a_regional_meeting_is_drafted_word_for_word() {
    let name = "001_regional_secretariat_meeting.txt";
    let Some((text, real)) = seed(name) else { return };
    assert_eq!(real.outputs()[0].kind, OutputKind::News);
    let mut hand = Hand::begin("news-item");
    draft(&mut hand, &real);
    let took = told("seed 001", &hand, &real, &text, &[], &[]);
    assert_eq!(real.meeting().attendance.groups.len(), 5);
    assert!(took.ratio <= 1.05, "{}", took.ratio);
    assert!(took.away <= 3.0, "{}", took.away);
}

#[test]
fn the_recommendations_of_a_council_are_drafted_word_for_word() {
    let name = "000_national_council_recommendations.txt";
    let Some((text, real)) = seed(name) else { return };
    assert_eq!(real.outputs()[0].kind, OutputKind::Recommendations);
    let mut hand = Hand::begin("council-recommendations");
    draft(&mut hand, &real);
    // The first axis of the text has no number, the window gives it one. The form for comments is no part of the text.
    let residue: Vec<String> = real
        .blocks()
        .iter()
        .filter(|block| block.review.removed.is_some())
        .flat_map(|block| words(block.text.text()))
        .collect();
    let took = told("seed 000", &hand, &real, &text, &["1"], &residue);
    assert!(real.blocks().iter().any(|block| block.kind == Kind::Paragraph(Role::Recital)));
    assert!(took.ratio <= 1.05, "{}", took.ratio);
    assert!(took.away <= 3.0, "{}", took.away);
}
