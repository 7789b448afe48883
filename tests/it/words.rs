//! The interface's words: three languages that say the same things.

use std::collections::{BTreeMap, BTreeSet};

use mahdar::arabic::{Phrase, fold};
use mahdar::document::{Annex, Decision, Document, Kind, Matter, RecordId, Vote};
use mahdar::ui::facts;
use mahdar::words::{Language, Value, Words};

const FILES: [(Language, &str); 3] = [
    (Language::Arabic, include_str!("../../assets/i18n/ar.ftl")),
    (Language::French, include_str!("../../assets/i18n/fr.ftl")),
    (Language::English, include_str!("../../assets/i18n/en.ftl")),
];

#[test]
fn an_arabic_name_keeps_to_itself_in_a_line_that_is_read_from_the_left() {
    let matter = Matter::Appointment { person: None, post: "أمين المال".into() };
    let counted = Vote::Counted { yes: 21, no: 0, abstained: 0 };
    let line = |vote, language| {
        let kind = Kind::Decision(Decision { matter: matter.clone(), vote: Some(vote) });
        facts::line(&Document::new(RecordId(1)), &kind, Words::new(language))
    };
    assert_eq!(
        line(counted, Language::English),
        "Appointment: \u{2068}أمين المال\u{2069} · 21 in favour, none against"
    );
    assert!(line(counted, Language::French).contains("\u{2068}أمين المال\u{2069} · 21"));
    assert!(!line(counted, Language::Arabic).contains('\u{2068}'));
    let alone = Kind::Decision(Decision { matter: Matter::General, vote: Some(Vote::Unanimous) });
    let said = [(Language::English, "Unanimously"), (Language::French, "À l’unanimité")];
    for (language, said) in said {
        assert_eq!(facts::line(&Document::new(RecordId(1)), &alone, Words::new(language)), said);
    }
    assert!(line(Vote::Unanimous, Language::English).ends_with("· unanimously"));
    let annex = Kind::Annex(Annex { file: "photo.jpg".into() });
    assert_eq!(facts::line(&Document::new(RecordId(1)), &annex, Words::new(Language::English)), "photo.jpg");
}

/// Each message of a file with the variables it uses.
fn messages(file: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found = BTreeMap::<&str, BTreeSet<&str>>::new();
    let mut key = "";
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once('=')
            && !line.starts_with([' ', '['])
        {
            key = name.trim();
            assert!(found.insert(key, BTreeSet::new()).is_none(), "{key} is written twice");
        }
        for part in line.split('$').skip(1) {
            let name = part.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap();
            found.get_mut(key).unwrap().insert(name);
        }
    }
    found
}

fn arabic() -> Words {
    Words::new(Language::Arabic)
}

#[test]
fn three_languages_have_the_same_messages_with_the_same_variables() {
    let [arabic, french, english] = FILES.map(|(_, file)| messages(file));
    assert!(arabic.len() > 500);
    assert_eq!(arabic, english);
    assert_eq!(french, english);
}

#[test]
fn every_message_formats_and_leaves_nothing_unfilled() {
    for (language, file) in FILES {
        let words = Words::new(language);
        for (key, variables) in messages(file) {
            assert!(words.has(key), "{language:?} does not parse {key}");
            for number in [0, 1, 2, 3, 11, 100] {
                let values: Vec<_> = variables.iter().map(|name| (*name, Value::Number(number))).collect();
                let text = words.with(key, &values);
                assert!(!text.contains(['{', '}', '\u{2068}', '\u{2069}']), "{key}: {text}");
                assert!(!text.trim().is_empty(), "{key} is empty");
            }
        }
    }
}

#[test]
fn a_message_without_its_value_shows_which_one_is_missing() {
    assert_eq!(arabic().get("status-saved"), "محفوظ {$time}");
}

#[test]
fn text_values_are_put_in_as_they_are() {
    assert_eq!(arabic().with("status-saved", &[("time", "14:32".into())]), "محفوظ 14:32");
    assert_eq!(arabic().with("window-title", &[("name", "بلاغ".into())]), "بلاغ — محضر");
}

#[test]
fn arabic_counts_words_in_six_forms() {
    let count = |n: usize| arabic().with("status-words", &[("count", n.into())]);
    assert_eq!(count(0), "لا كلمات");
    assert_eq!(count(1), "كلمة واحدة");
    assert_eq!(count(2), "كلمتان");
    assert_eq!(count(7), "7 كلمات");
    assert_eq!(count(18), "18 كلمة");
    assert_eq!(count(100), "100 كلمة");
    assert_eq!(count(103), "103 كلمات");
    let letters = |n: usize| arabic().with("status-characters", &[("count", n.into())]);
    assert_eq!(letters(1102), "1102 حرف");
    assert_eq!(letters(1111), "1111 حرفا");
    assert_eq!(letters(1205), "1205 حروف");
}

#[test]
fn what_was_cleaned_out_of_a_text_is_counted_by_kind_in_each_language() {
    let all = [("hygiene-invisible", 3), ("hygiene-tatweel", 2), ("hygiene-no-break", 11)];
    let said = |language| Words::new(language).counted(&all);
    assert_eq!(said(Language::Arabic), "حذف 3 رموز خفية، وحذف تطويلين، وتحويل 11 مسافة غير فاصلة إلى عادية");
    assert_eq!(
        said(Language::French),
        "3 caractères invisibles retirés, 2 tatweels retirés, 11 espaces insécables rendues ordinaires"
    );
    assert_eq!(
        said(Language::English),
        "3 invisible characters removed, 2 tatweels removed, 11 no-break spaces made ordinary"
    );
    assert_eq!(arabic().counted(&[("hygiene-directions", 1)]), "حذف رمز اتجاه واحد");
    assert_eq!(arabic().counted(&[]), "");
}

#[test]
fn arabic_never_chooses_a_plural_by_the_stock_rules() {
    for line in FILES[0].1.lines().filter(|line| line.contains("->")) {
        // A gender or a noun is a word and chooses by itself.
        assert!(
            line.contains("PLURAL(") || line.contains("{ $gender ->") || line.contains("{ $noun ->"),
            "{line}"
        );
    }
}

#[test]
fn a_language_names_itself() {
    assert_eq!(Language::ALL.map(Language::own_name), ["العربية", "Français", "English"]);
}

#[test]
fn french_and_english_say_none_one_and_many() {
    let count = |language, n: usize| Words::new(language).with("status-words", &[("count", n.into())]);
    assert_eq!(count(Language::French, 0), "Aucun mot");
    assert_eq!(count(Language::French, 1), "1 mot");
    assert_eq!(count(Language::English, 2), "2 words");
}

#[test]
fn an_unknown_key_answers_with_its_own_name() {
    assert_eq!(arabic().get("no-such.key_here"), "no-such.key_here");
}

#[test]
fn the_keys_of_the_glossary_serve_as_they_are() {
    assert_eq!(arabic().get("cmd.save_as"), arabic().get("cmd-save-as"));
    assert_eq!(arabic().get("cmd.save_as"), "حفظ باسم");
}

#[test]
fn a_locale_names_a_language_or_none() {
    assert_eq!(Language::from_locale("ar_MA.UTF-8"), Some(Language::Arabic));
    assert_eq!(Language::from_locale("fr-FR"), Some(Language::French));
    assert_eq!(Language::from_locale("C.UTF-8"), Some(Language::English));
    assert_eq!(Language::from_locale("de_DE"), None);
    assert_eq!(Language::from_locale(""), None);
}

#[test]
fn arabic_messages_hold_no_invisible_letter_and_no_eastern_digit() {
    for (key, line) in FILES[0].1.lines().filter_map(|line| line.split_once('=')) {
        let hidden =
            line.chars().any(|c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{a0}'));
        assert!(!hidden, "{key}");
        let eastern = line.chars().any(|c| matches!(c, '\u{660}'..='\u{669}'));
        assert!(!eastern || key.trim() == "digits-arabic", "{key}");
    }
}

/// The first sign of a text that a keyboard gives where French or English print another, with what stands before it.
fn typed_sign(language: Language, text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let at = (0..letters.len()).find(|&at| {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(at + 1).copied();
        let digit = |beside: Option<char>| beside.is_some_and(|c| c.is_ascii_digit());
        match (language, letters[at]) {
            (Language::French | Language::English, '\'') => true,
            (Language::French, ':') => before != Some('\u{a0}') && !(digit(before) && digit(after)),
            (Language::French, ';' | '?' | '!' | '%') => before != Some('\u{202f}'),
            (Language::French, '»') => before != Some('\u{a0}'),
            (Language::French, '«') => after != Some('\u{a0}'),
            _ => false,
        }
    })?;
    Some(letters[at.saturating_sub(1)..=at].iter().collect())
}

#[test]
fn french_signs_keep_their_spaces_and_apostrophes_are_those_of_print() {
    for (language, file) in FILES {
        for (number, line) in file.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let text = line.split_once(" = ").map_or(line, |(_, text)| text);
            let found = typed_sign(language, text);
            assert_eq!(found, None, "{language:?}, line {}: {line}", number + 1);
        }
    }
    for phrase in [
        Phrase::Number,
        Phrase::Missing,
        Phrase::Draft,
        Phrase::Contact,
        Phrase::Added,
        Phrase::Dropped,
        Phrase::DraftMinutes,
        Phrase::ReviewCopy,
        Phrase::Version,
        Phrase::ParagraphMark,
        Phrase::Logo,
        Phrase::Photo,
        Phrase::Remarks,
    ] {
        assert_eq!(typed_sign(Language::French, phrase.french()), None, "{phrase:?}");
        assert_eq!(typed_sign(Language::English, phrase.english()), None, "{phrase:?}");
    }
    let french = |text| typed_sign(Language::French, text);
    for wrong in
        ["Titre :", "l'heure", "« mot\u{a0}»", "«\u{a0}mot »", "Quoi\u{a0}?", "fin ;", "100 %", "Titre:"]
    {
        assert!(french(wrong).is_some(), "{wrong}");
    }
    for right in ["Titre\u{a0}:", "l’heure", "«\u{a0}mot\u{a0}»", "Quoi\u{202f}?", "100\u{202f}%", "10:00"]
    {
        assert_eq!(french(right), None, "{right}");
    }
    assert!(typed_sign(Language::English, "the body's name").is_some());
}

#[test]
fn french_words_are_found_as_a_keyboard_types_them() {
    let shown = Words::new(Language::French).with("cmd-export-to", &[("format", "PDF".into())]);
    assert!(fold(&shown).contains("exporter en pdf"));
    let shown = Words::new(Language::French).get("cmd-edit-header");
    assert_eq!(shown, "Modifier l’en-tête");
    assert!(fold(&shown).contains(&fold("l'en-tête")), "an apostrophe of a keyboard finds that of print");
    let shown = Words::new(Language::French).get("home-question");
    assert!(fold(&shown).contains(&fold("préparez-vous ?")), "a space finds the narrow one");
}

#[test]
fn every_error_says_what_happened_what_was_kept_and_what_to_do() {
    let mut short = Vec::new();
    for (language, file) in FILES {
        for key in messages(file).into_keys().filter(|key| key.starts_with("error-")) {
            let text = Words::new(language).get(key);
            let sentences = text.split(". ").count();
            if sentences < 3 {
                short.push(format!("{language:?} {key}: {text}"));
            }
        }
    }
    assert!(short.is_empty(), "{short:#?}");
}

#[test]
fn every_word_of_the_glossary_is_in_the_interface_with_its_own_wording() {
    let glossary = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/glossary.tsv");
    let Ok(glossary) = std::fs::read_to_string(glossary) else {
        println!("skipped: no glossary");
        return;
    };
    for row in glossary.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        for (language, wording) in Language::ALL.into_iter().zip(&cells[2..5]) {
            // The glossary is typed with the apostrophe of a keyboard.
            assert_eq!(Words::new(language).get(cells[0]), wording.replace('\'', "’"), "{}", cells[0]);
        }
    }
}
