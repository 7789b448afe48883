//! What every format is written from: the composed text, its head, and what is said of it as a whole.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::picture::Picture;
use super::units::annexed;
use super::{Format, Options, run};
use crate::arabic::numerals::to_western;
use crate::arabic::{Date, Phrase, phrases};
use crate::document::{Comment, CommentId, Document, Language, Mark, OutputKind, RichText};
use crate::template::{Composed, Composition, Head, Numbered, Part, Reading, View, head};

/// A picture the record names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Image<'a> {
    /// Its name in the record.
    pub name: &'a str,
    /// Its file: PNG or JPEG.
    pub bytes: &'a [u8],
}

/// A text ready to be written in any format.
pub(super) struct Sheet<'a> {
    pub(super) document: &'a Document,
    pub(super) composition: &'a Composition,
    pub(super) view: View,
    pub(super) options: Options<'a>,
    pub(super) head: Head<'a>,
    /// The pictures it shows, by their names; nothing for one that is no picture, or not whole.
    pub(super) pictures: Vec<(&'a str, Option<Picture>)>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        document: &'a Document,
        composition: &'a Composition,
        view: View,
        options: Options<'a>,
        format: Format,
    ) -> Self {
        let head = head(document, composition);
        let mut sheet = Self { document, composition, view, options, head, pictures: Vec::new() };
        if format.shows_pictures() {
            let given = |name: &str| options.images.iter().find(|image| image.name == name);
            let names = sheet.picture_names().into_iter();
            sheet.pictures =
                names.filter_map(|name| Some((name, Picture::read(given(name)?.bytes)))).collect();
        }
        sheet
    }

    /// The names of the pictures this text shows: the logo, then its photos in their order.
    pub(super) fn picture_names(&self) -> Vec<&'a str> {
        let photos = self.composition.paragraphs.iter().filter_map(|text| annexed(self.document, text));
        let logo = Some(self.head.logo).filter(|name| !name.trim().is_empty());
        let mut names: Vec<&str> = Vec::new();
        for name in logo.into_iter().chain(photos) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The title and the paragraphs, but those without words.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'a Arc<Composed>> + use<'_, 'a> {
        let all = std::iter::once(&self.composition.title).chain(&self.composition.paragraphs);
        all.filter(|text| self.is_seen(text))
    }

    /// Whether a paragraph has words, or is a photo that is there: one without a caption is seen too.
    fn is_seen(&self, text: &Composed) -> bool {
        let is_photo = || annexed(self.document, text).and_then(|name| self.picture(name)).is_some();
        !text.text.trim().is_empty() || text.row.is_some() || is_photo()
    }

    /// The paragraphs below the head: without the title, and without the number where the head says it.
    pub(super) fn body(&self) -> impl Iterator<Item = &'a Arc<Composed>> + use<'_, 'a> {
        let number = match self.head.number {
            Numbered::Given(at) => Some(at),
            Numbered::Missing { .. } | Numbered::None => None,
        };
        let all = self.composition.paragraphs.iter().enumerate();
        all.filter(move |(at, text)| Some(*at) != number && self.is_seen(text)).map(|(_, text)| text)
    }

    /// The paragraphs below the title, for formats without a head.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &'a Arc<Composed>> + use<'_, 'a> {
        self.composition.paragraphs.iter().filter(|text| self.is_seen(text))
    }

    /// What is told of a photo to who does not see it: its caption, or that it is one.
    pub(super) fn depicted(&self, text: &Composed) -> String {
        let caption = run::one_line(&text.accepted());
        if caption.is_empty() { self.phrase(Phrase::Photo).to_owned() } else { caption }
    }

    /// The lines of the letterhead before a text that has no sheet: where the record has one of its own. The few lines for
    /// social networks are no letter.
    pub(super) fn letterhead(&self) -> impl Iterator<Item = String> + use<'_, 'a> {
        let own = self.document.letterhead();
        let is_own = own.lines.iter().chain([&own.address]).any(|line| !line.trim().is_empty());
        let is_letter = is_own && self.composition.output != OutputKind::Short;
        let lines = self.head.lines.iter().filter(move |_| is_letter);
        lines.map(|line| run::one_line(line)).filter(|line| !line.is_empty())
    }

    /// The line of the outgoing number, where the head says it.
    pub(super) fn number(&self) -> Option<&'a Arc<Composed>> {
        match self.head.number {
            Numbered::Given(at) => self.composition.paragraphs.get(at),
            Numbered::Missing { .. } | Numbered::None => None,
        }
    }

    /// Whether it is read from right to left.
    pub(super) fn is_rtl(&self) -> bool {
        self.document.language() == Language::Arabic
    }

    /// A fixed word in its language.
    pub(super) fn phrase(&self, phrase: Phrase) -> &'static str {
        match self.document.language() {
            Language::Arabic => phrase.arabic(),
            Language::French => phrase.french(),
            Language::English => phrase.english(),
        }
    }

    /// Its language, as BCP 47 writes it.
    pub(super) fn language(&self) -> &'static str {
        tag(self.document.language())
    }

    /// Its name for a library: the title, else the body's.
    pub(super) fn name(&self) -> Cow<'a, str> {
        let title = self.composition.title.accepted();
        let title = title.trim();
        if title.is_empty() { self.author().into() } else { title.to_owned().into() }
    }

    /// Whose text it is: the body's.
    pub(super) fn author(&self) -> &'a str {
        let body = &self.document.meeting().body;
        if body.name.trim().is_empty() { body.organisation.trim() } else { body.name.trim() }
    }

    /// The day it is about: the last of the meeting.
    pub(super) fn day(&self) -> Option<Date> {
        self.document.meeting().dates.last()
    }

    /// The rank of each heading below the title, from 1, so that none is passed over: axes rank with headings of the
    /// second level.
    pub(super) fn ranks(&self) -> impl Fn(Part) -> Option<u8> + use<> {
        let mut levels: Vec<u8> = self.body().filter_map(|text| level(text.part)).collect();
        levels.sort_unstable();
        levels.dedup();
        move |part| {
            let own = level(part)?;
            let at = levels.iter().position(|level| *level == own)?;
            u8::try_from(at + 1).ok()
        }
    }

    /// Whom the press may ask, where the text is for it.
    pub(super) fn contact(&self) -> Option<String> {
        let contact = run::one_line(&self.document.letterhead().contact);
        let is_for_press = match self.composition.output {
            OutputKind::Communique
            | OutputKind::PressCommunique
            | OutputKind::News
            | OutputKind::Recommendations
            | OutputKind::Statement
            | OutputKind::Short => true,
            OutputKind::Minutes | OutputKind::Invitation | OutputKind::AttendanceSheet => false,
        };
        // Whichever digits the text is written with.
        let own = to_western(&contact);
        let is_told = || self.composition.paragraphs.iter().any(|text| to_western(&text.text).contains(&own));
        (is_for_press && !contact.is_empty() && !is_told())
            .then(|| format!("{} {contact}", self.phrase(Phrase::Contact)))
    }

    /// The remarks whose words are gone from the record, with what they were on: where remarks are shown.
    pub(super) fn loose(&self) -> Vec<CommentId> {
        let is_shown = self.view.reading == Reading::Markup;
        let comments = self.document.comments();
        if !is_shown || comments.is_empty() {
            return Vec::new();
        }
        let titles = self.document.outputs().iter().map(|output| &output.title);
        let texts = titles.chain(self.document.blocks().iter().map(|block| &block.text));
        let placed: BTreeSet<CommentId> = texts
            .flat_map(RichText::marks)
            .filter_map(|marked| match marked.mark {
                Mark::Remark(id) => Some(id),
                _ => None,
            })
            .collect();
        let loose = comments.iter().filter(|(id, remark)| remark.answers.is_none() && !placed.contains(id));
        loose.map(|(id, _)| *id).collect()
    }

    /// The picture of this name, if it was found and can be shown.
    pub(super) fn picture(&self, name: &str) -> Option<&Picture> {
        self.pictures.iter().find(|(own, _)| *own == name)?.1.as_ref()
    }
}

/// What a remark says, behind the words it was on where these are gone.
pub(super) fn said_of_lost(comment: &Comment) -> String {
    let quoted = run::one_line(&comment.quoted);
    if quoted.is_empty() { comment.text.clone() } else { phrases::on_words(&quoted, &comment.text) }
}

/// The level of what heads others.
fn level(part: Part) -> Option<u8> {
    match part {
        Part::Heading(level) => Some(level),
        Part::Outline(0) => Some(2),
        Part::Title
        | Part::Fact
        | Part::Paragraph(_)
        | Part::AgendaItem
        | Part::Intervention
        | Part::Quote
        | Part::Decision
        | Part::Outline(_)
        | Part::Attendee
        | Part::Note
        | Part::Signature
        | Part::Annex => None,
    }
}

/// A language as BCP 47 writes it.
pub(super) fn tag(language: Language) -> &'static str {
    match language {
        Language::Arabic => "ar-MA",
        Language::French => "fr-MA",
        Language::English => "en",
    }
}
