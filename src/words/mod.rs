//! The interface's words in Arabic, French and English, as Fluent messages embedded in the program.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A language of the interface; the language of a record is its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// Arabic, as Morocco uses it.
    #[default]
    Arabic,
    /// French.
    French,
    /// English, which answers for messages that another language lacks.
    English,
}

impl Language {
    /// The three languages, in the order a menu offers them.
    pub const ALL: [Self; 3] = [Self::Arabic, Self::French, Self::English];

    /// The language that a locale names, such as `ar_MA.UTF-8` in `LANG`; nothing for one we do not speak.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        match language.as_str() {
            "ar" => Some(Self::Arabic),
            "fr" => Some(Self::French),
            "en" | "c" | "posix" => Some(Self::English),
            _ => None,
        }
    }

    /// The two-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub fn own_name(self) -> String {
        Words::new(self).get("language-name")
    }

    /// Whether the interface reads from right to left.
    #[must_use]
    pub fn is_right_to_left(self) -> bool {
        self == Self::Arabic
    }

    fn source(self) -> &'static str {
        match self {
            Self::Arabic => include_str!("../../assets/i18n/ar.ftl"),
            Self::French => include_str!("../../assets/i18n/fr.ftl"),
            Self::English => include_str!("../../assets/i18n/en.ftl"),
        }
    }

    /// The locale whose plural rules apply: Moroccan Arabic and French.
    fn identifier(self) -> LanguageIdentifier {
        let locale = match self {
            Self::Arabic => "ar-MA",
            Self::French => "fr-MA",
            Self::English => "en-GB",
        };
        locale.parse().unwrap_or_default()
    }
}

/// A value put into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'v> {
    /// Words, put in as they are.
    Text(Cow<'v, str>),
    /// A count, which also chooses the plural form.
    Number(i64),
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

type Bundle = FluentBundle<FluentResource>;

static ARABIC: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Arabic));
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::French));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English));

fn bundle(language: Language) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Isolates are put by whoever shows the text; plain text carries none.
    bundle.set_use_isolating(false);
    // The name is free in a new bundle, so adding it cannot fail.
    let _ = bundle.add_function("PLURAL", |positional, _| match positional {
        [FluentValue::Number(count), ..] => FluentValue::from(arabic_plural(count.value)),
        _ => FluentValue::Error,
    });
    // A line that does not parse is left out, and then falls back to English; a test keeps all three files whole.
    let resource = match FluentResource::try_new(language.source().to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

/// The plural category of a count in Arabic (CLDR). `intl_pluralrules` 7.0 looks at the whole number where CLDR looks
/// at its last two digits, and so writes 103 and 111 wrong.
fn arabic_plural(count: f64) -> &'static str {
    let last_two = count.rem_euclid(100.0);
    match count {
        ..1.0 => "zero",
        1.0..2.0 => "one",
        2.0..3.0 => "two",
        _ if (3.0..=10.0).contains(&last_two) => "few",
        _ if last_two > 10.0 => "many",
        _ => "other",
    }
}

/// The words of one language. Cheap to make and to copy: the messages are read once for the whole program.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language spoken.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// The message of a key. A key missing here is answered in English, and one missing there by its own name. `.`
    /// and `_` in a key are read as `-`, so that the keys of the glossary serve as they are.
    #[must_use]
    pub fn get(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message of a key with values in it.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let name = key.replace(['.', '_'], "-");
        let found = format(self.bundle(), &name, values).or_else(|| format(&ENGLISH, &name, values));
        found.unwrap_or_else(|| key.to_owned())
    }

    /// Messages of one count each, by their keys, as one list: «حذف 3 محارف خفية، وحذف تطويلين».
    #[must_use]
    pub fn counted(self, all: &[(&str, usize)]) -> String {
        let one = |(key, count): &(&str, usize)| self.with(key, &[("count", (*count).into())]);
        let both = |before: String, next: String| {
            self.with("list-and", &[("before", before.into()), ("next", next.into())])
        };
        all.iter().map(one).reduce(both).unwrap_or_default()
    }

    /// A vote that was counted, or nothing where all agreed.
    #[must_use]
    pub fn vote(self, counted: Option<(u32, u32, u32)>) -> String {
        let Some((yes, no, abstained)) = counted else { return self.get("detail-unanimous") };
        self.with("vote-counted", &[("yes", yes.into()), ("no", no.into()), ("abstained", abstained.into())])
    }

    /// Fields by name with what they hold: the first of them, and how many there are where that is not all.
    #[must_use]
    pub fn fields(self, all: impl ExactSizeIterator<Item = (String, String)>) -> String {
        const TOLD: usize = 3;
        let count = all.len();
        let told = all
            .take(TOLD)
            .map(|(field, held)| self.with("guess-held", &[("field", field.into()), ("held", held.into())]));
        let told = told.collect::<Vec<_>>().join(&format!("{} ", self.get("detail-comma")));
        if count <= TOLD {
            return told;
        }
        self.with("guess-held-more", &[("told", told.into()), ("count", count.into())])
    }

    /// Whether this language itself has a message for the key.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        self.bundle().has_message(&key.replace(['.', '_'], "-"))
    }

    fn bundle(self) -> &'static Bundle {
        match self.language {
            Language::Arabic => &ARABIC,
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
        }
    }
}

fn format(bundle: &Bundle, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        let value = match value {
            Value::Text(text) => FluentValue::String(Cow::Borrowed(text.as_ref())),
            Value::Number(number) => FluentValue::from(*number),
        };
        args.set(*name, value);
    }
    // What cannot be filled in stays visible as {$name}; there is nobody to tell.
    let mut unfilled = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&args), &mut unfilled).into_owned())
}
