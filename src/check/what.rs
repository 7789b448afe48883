//! What a finding says: a closed set, each with the key of its message and the values in it.

use crate::arabic::{Date, Weekday};
use crate::document::{Atom, OutputKind, Subject, Sureness, Vote};

/// What a finding says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// The text names a weekday that is not that of its date.
    Weekday {
        /// The day that is written.
        said: Weekday,
        /// The day it is.
        right: Weekday,
        /// The date.
        date: Date,
    },
    /// A text without a title.
    MissingTitle(OutputKind),
    /// The days of the meeting are not known.
    MissingDates,
    /// Nobody is in the chair.
    MissingChair,
    /// The body that met is not named.
    MissingBody,
    /// An invitation that does not say where to.
    MissingVenue,
    /// A text that was approved and has no outgoing number.
    MissingNumber(OutputKind),
    /// A text of recommendations without any.
    NoRecommendation,
    /// A person whose gender the text needs is not stated as either.
    GenderUnknown {
        /// Who.
        name: String,
    },
    /// People on the attendance list whose gender is not stated, beside those told of one by one.
    GendersUnknown {
        /// How many.
        count: usize,
    },
    /// Somebody stands in for more than one member.
    HoldsSeveral {
        /// Who.
        name: String,
        /// For how many.
        count: usize,
    },
    /// Somebody stands in for a member and is not there themselves.
    ProxyAway {
        /// Who.
        name: String,
    },
    /// More members are there than the body has.
    OverMembers {
        /// Members there or represented.
        present: u32,
        /// Members of the body.
        members: u32,
        /// Members on the attendance list.
        listed: u32,
    },
    /// The gender of the body's name, which the text needs, is not stated.
    BodyGenderUnknown,
    /// The region is none of the twelve.
    UnknownRegion {
        /// As it is written.
        name: String,
    },
    /// The province is on no list of provinces and prefectures.
    UnknownProvince {
        /// As it is written.
        name: String,
    },
    /// Letters that no face writes.
    Unwritten {
        /// Their code points: «U+1F600».
        codes: String,
        /// The same in letters that can be written; empty where there are none.
        plain: String,
    },
    /// More votes than people there.
    VoteOver {
        /// The votes.
        sum: u32,
        /// Those there.
        present: u32,
    },
    /// Fewer votes than people there.
    VoteUnder {
        /// The votes.
        sum: u32,
        /// Those there.
        present: u32,
    },
    /// The words tell another vote than is recorded.
    VoteDiffers {
        /// What the words tell.
        said: Vote,
        /// What is recorded.
        kept: Vote,
    },
    /// A field in the text that the record has no value for.
    Unresolved(Atom),
    /// A field without a value that the printed sentence does without.
    Spared(Atom),
    /// A recommendation in which several numbered ones were run together.
    Fused {
        /// How many begin inside it.
        count: usize,
    },
    /// Something an import took for what it may not be.
    Guess {
        /// The message that says what.
        key: &'static str,
        /// How sure it is.
        how: Sureness,
        /// How many blocks or fields it is about.
        count: usize,
        /// The message that names what it was taken for.
        kind: &'static str,
        /// Words of the source; empty where none are told.
        words: String,
        /// Fields of the header, and what each of them was given; empty where it is about none.
        fields: Vec<(Arg, Arg)>,
    },
    /// The text the record was imported from is still kept with it.
    SourceKept {
        /// The file it came from.
        name: String,
    },
}

/// A value in a finding's message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Arg {
    /// Words of the record, as they are.
    Text(String),
    /// The key of a message.
    Key(&'static str),
    /// A date, to be written as the reader's language does.
    Date(Date),
    /// A vote, to be told as the reader's language does: for, against, abstaining; nothing where all agreed.
    Vote(Option<(u32, u32, u32)>),
    /// Names of fields, and what each holds.
    Fields(Vec<(Arg, Arg)>),
}

impl What {
    /// The key of its message. One kind of finding has one key, so that it can also serve to tell them apart.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Weekday { .. } => "finding-weekday",
            Self::MissingTitle(_) => "finding-missing-title",
            Self::MissingDates => "finding-missing-date",
            Self::MissingChair => "finding-missing-chair",
            Self::MissingBody => "finding-missing-body",
            Self::MissingVenue => "finding-missing-venue",
            Self::MissingNumber(_) => "finding-missing-number",
            Self::NoRecommendation => "finding-no-recommendation",
            Self::GenderUnknown { .. } => "finding-gender-unknown",
            Self::GendersUnknown { .. } => "finding-genders-unknown",
            Self::HoldsSeveral { .. } => "finding-holds-several",
            Self::ProxyAway { .. } => "finding-proxy-away",
            Self::OverMembers { .. } => "finding-over-members",
            Self::BodyGenderUnknown => "finding-gender-body",
            Self::UnknownRegion { .. } => "finding-unknown-region",
            Self::UnknownProvince { .. } => "finding-unknown-province",
            Self::Unwritten { .. } => "finding-unwritten",
            Self::VoteOver { .. } => "finding-vote-over",
            Self::VoteUnder { .. } => "finding-vote-under",
            Self::VoteDiffers { .. } => "finding-vote-differs",
            Self::Unresolved(_) => "finding-unresolved",
            Self::Spared(_) => "finding-spared",
            Self::Fused { .. } => "finding-fused",
            Self::Guess { key, .. } => key,
            Self::SourceKept { .. } => "finding-source-kept",
        }
    }

    /// The values in its message and in those of its fixes.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Weekday { said, right, date } => vec![
                ("said", Arg::Key(weekday_key(*said))),
                ("true", Arg::Key(weekday_key(*right))),
                ("date", Arg::Date(*date)),
            ],
            Self::GenderUnknown { name }
            | Self::ProxyAway { name }
            | Self::UnknownRegion { name }
            | Self::UnknownProvince { name } => vec![("name", Arg::Text(name.clone()))],
            Self::GendersUnknown { count } | Self::Fused { count } => {
                vec![("count", Arg::Text(count.to_string()))]
            }
            Self::HoldsSeveral { name, count } => {
                vec![("name", Arg::Text(name.clone())), ("count", Arg::Text(count.to_string()))]
            }
            Self::Unwritten { codes, plain } => {
                vec![("codes", Arg::Text(codes.clone())), ("plain", Arg::Text(plain.clone()))]
            }
            Self::VoteOver { sum, present } | Self::VoteUnder { sum, present } => vec![
                ("sum", Arg::Text(sum.to_string())),
                ("present", Arg::Text(present.to_string())),
                ("rest", Arg::Text(present.saturating_sub(*sum).to_string())),
            ],
            Self::OverMembers { present, members, listed } => vec![
                ("present", Arg::Text(present.to_string())),
                ("members", Arg::Text(members.to_string())),
                ("listed", Arg::Text(listed.to_string())),
            ],
            Self::VoteDiffers { said, kept } => {
                vec![("said", Arg::Vote(counts(*said))), ("kept", Arg::Vote(counts(*kept)))]
            }
            Self::Unresolved(atom) | Self::Spared(atom) => vec![("field", Arg::Key(field_key(atom)))],
            Self::Guess { key: _, how, count, kind, words, fields } => vec![
                ("how", Arg::Key(how_key(*how))),
                ("count", Arg::Text(count.to_string())),
                ("kind", Arg::Key(kind)),
                ("words", Arg::Text(words.clone())),
                ("fields", Arg::Fields(fields.clone())),
            ],
            Self::SourceKept { name } => vec![("name", Arg::Text(name.clone()))],
            Self::MissingTitle(_)
            | Self::MissingDates
            | Self::MissingChair
            | Self::MissingBody
            | Self::MissingVenue
            | Self::MissingNumber(_)
            | Self::NoRecommendation
            | Self::BodyGenderUnknown => Vec::new(),
        }
    }
}

fn counts(vote: Vote) -> Option<(u32, u32, u32)> {
    match vote {
        Vote::Unanimous => None,
        Vote::Counted { yes, no, abstained } => Some((yes, no, abstained)),
    }
}

fn how_key(how: Sureness) -> &'static str {
    match how {
        Sureness::Certain => "guess-certain",
        Sureness::Likely => "guess-likely",
        Sureness::Unsure => "guess-unsure",
    }
}

fn weekday_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

/// The message that names a field, for people.
#[must_use]
pub fn field_key(atom: &Atom) -> &'static str {
    match atom {
        Atom::Chair(_) | Atom::Verb { of: Subject::Chair, .. } => "field-chair",
        Atom::Rapporteur(_) | Atom::Verb { of: Subject::Rapporteur, .. } => "field-rapporteur",
        Atom::Person(..) | Atom::Verb { of: Subject::Person(_), .. } => "field-name",
        Atom::Dates(_) => "field-dates",
        Atom::Start => "field-start",
        Atom::End => "field-end",
        Atom::Venue(_) => "field-venue",
        Atom::Body(_) | Atom::Verb { of: Subject::Body, .. } => "field-body",
        Atom::Session(_) => "field-session",
        Atom::Attendance(_) => "field-attendees",
        Atom::Count { .. } => "field-group-count",
        Atom::NextDates(_) => "field-next-dates",
        Atom::NextVenue(_) => "field-next-venue",
        Atom::Number => "field-outgoing",
        Atom::Reference => "field-reference",
    }
}
