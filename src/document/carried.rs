//! The words a block carries beside its text, each by its place.

use super::block::{Annex, Decision, Kind, Matter, Speaker};

/// A place for words in what a block carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Carried {
    /// Several who speak as one.
    Speaker,
    /// To whom a recommendation is addressed.
    Addressee,
    /// Who is to carry it out.
    Responsible,
    /// The post of an appointment.
    Post,
    /// The name of a committee.
    Committee,
    /// The name of a plan.
    Plan,
    /// The file of an annex.
    File,
}

impl Carried {
    /// The words a block of this kind carries.
    #[must_use]
    pub fn of(kind: &Kind) -> Vec<(Self, &str)> {
        match kind {
            Kind::Intervention(speaker) | Kind::Quote(speaker) => named(speaker),
            Kind::Note(note) => named(&note.speaker),
            Kind::Decision(decision) => match &decision.matter {
                Matter::Appointment { post, .. } => vec![(Self::Post, post)],
                Matter::Committee { name, .. } => vec![(Self::Committee, name)],
                Matter::Plan(plan) => vec![(Self::Plan, plan)],
                Matter::General | Matter::Date(_) => Vec::new(),
            },
            Kind::Recommendation(own) => {
                vec![(Self::Addressee, &own.addressee), (Self::Responsible, &own.responsible)]
            }
            Kind::Annex(annex) => vec![(Self::File, &annex.file)],
            Kind::Paragraph(_) | Kind::Heading(_) | Kind::AgendaItem(_) | Kind::Signatures(_) => Vec::new(),
        }
    }

    /// This kind with other words in this place; nothing where it has no such place now.
    #[must_use]
    pub fn put(self, kind: &Kind, words: String) -> Option<Kind> {
        let mut kind = kind.clone();
        let place = match (self, &mut kind) {
            (
                Self::Speaker,
                Kind::Intervention(Speaker::Collective(name)) | Kind::Quote(Speaker::Collective(name)),
            ) => name,
            (Self::Speaker, Kind::Note(note)) => match &mut note.speaker {
                Speaker::Collective(name) => name,
                Speaker::Unnamed | Speaker::Person(_) => return None,
            },
            (Self::Addressee, Kind::Recommendation(own)) => &mut own.addressee,
            (Self::Responsible, Kind::Recommendation(own)) => &mut own.responsible,
            (Self::Post, Kind::Decision(Decision { matter: Matter::Appointment { post, .. }, .. })) => post,
            (Self::Committee, Kind::Decision(Decision { matter: Matter::Committee { name, .. }, .. })) => {
                name
            }
            (Self::Plan, Kind::Decision(Decision { matter: Matter::Plan(plan), .. })) => plan,
            (Self::File, Kind::Annex(Annex { file })) => file,
            _ => return None,
        };
        *place = words;
        Some(kind)
    }
}

fn named(speaker: &Speaker) -> Vec<(Carried, &str)> {
    match speaker {
        Speaker::Collective(name) => vec![(Carried::Speaker, name)],
        Speaker::Unnamed | Speaker::Person(_) => Vec::new(),
    }
}
