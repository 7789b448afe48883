//! The oblique wording of a group from its nominative: «المنسقون الجهويون» → «المنسقين الجهويين».

use super::lexicon::is_sound_plural;

/// Words that end like the plural of an adjective in «ـي» and are none.
const SINGULAR: [&str; 2] = ["تلفزيون", "تريليون"];

/// The same words after a preposition. Only sound masculine plurals change, alone or leaning on the noun after them:
/// those of the lexicon, of adjectives in «ـي», and those beside their feminine («مؤطرات ومؤطرو»). What is not known
/// stays as it is.
#[must_use]
pub fn oblique(nominative: &str) -> String {
    let mut before = "";
    let mut words = Vec::new();
    for word in nominative.split(' ') {
        words.push(turned(word, before));
        before = word;
    }
    words.join(" ")
}

fn turned(word: &str, before: &str) -> String {
    let letters = word.trim_end_matches(['،', '؛', '.', ')', '»']);
    let tail = word.get(letters.len()..).unwrap_or_default();
    for (ending, instead) in [("ون", "ين"), ("و", "ي")] {
        if let Some(stem) = letters.strip_suffix(ending).filter(|stem| is_plural(stem, before)) {
            return format!("{stem}{instead}{tail}");
        }
    }
    word.to_owned()
}

/// Whether this stem with «ون» is a plural, with or without «و» and the article before it.
fn is_plural(stem: &str, before: &str) -> bool {
    let bare = |text: &str| text.strip_prefix("ال").unwrap_or(text).to_owned();
    let forms = [Some(bare(stem)), stem.strip_prefix('و').map(bare)];
    let women = before.strip_suffix("ات").map(bare);
    let is_known =
        |form: &&String| SINGULAR.iter().any(|word| word.strip_suffix("ون") == Some(form.as_str()));
    !forms.iter().flatten().any(|form| is_known(&form))
        && forms.iter().flatten().filter(|form| form.chars().count() > 2).any(|form| {
            let relative = form.ends_with('ي') && form.chars().count() > 3;
            relative || women.as_ref() == Some(form) || is_sound_plural(&format!("{form}ون"))
        })
}
