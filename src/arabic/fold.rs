//! Search folding: what two spellings of one word have in common, for comparison only, never stored.

use unicode_normalization::UnicodeNormalization;

use super::is_nfc;

/// Folds a text for search: marks and tatweel dropped, letter variants merged, Western digits, lowercase.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if is_nfc(text) {
        text.chars().for_each(|letter| fold_into(letter, &mut folded));
    } else {
        text.nfc().for_each(|letter| fold_into(letter, &mut folded));
    }
    folded
}

/// Adds what search sees of one letter, lowercase. Arabic letters have no case: the tables need not be asked.
pub fn fold_into(letter: char, folded: &mut String) {
    match letter {
        '\0'..='\u{7f}' => folded.push(letter.to_ascii_lowercase()),
        '\u{621}'..='\u{63f}' | '\u{641}'..='\u{64a}' => folded.push(fold_arabic(letter)),
        '\u{600}'..='\u{6ff}' => folded.extend(fold_char(letter)),
        _ => folded.extend(letter.to_lowercase().filter_map(fold_char)),
    }
}

/// Whether a character is a letter; those of our texts are known without asking the tables.
#[must_use]
pub fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphabetic(),
        '\u{620}'..='\u{64a}' => true,
        _ => letter.is_alphabetic(),
    }
}

/// A letter of Arabic as search sees it.
fn fold_arabic(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' | '\u{671}' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' | 'گ' | 'ڭ' => 'ك',
        'ڤ' => 'ف',
        other => other,
    }
}

/// Folds one letter as search sees it; nothing for a mark, a tatweel or an invisible joiner.
#[must_use]
pub fn fold_char(letter: char) -> Option<char> {
    Some(match letter {
        '\u{660}'..='\u{669}' => digit(letter, 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(letter, 0x6f0),
        '\u{a0}' | '\u{202f}' => ' ',
        '’' => '\'',
        '\u{640}' | '\u{200c}' | '\u{200d}' => return None,
        other if is_mark(other) => return None,
        other => fold_arabic(other),
    })
}

/// Whether a character is an Arabic combining mark (harakat, Quranic signs, superscript alef).
#[must_use]
pub fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}'
            | '\u{6e7}'..='\u{6e8}'
            | '\u{6ea}'..='\u{6ed}'
            | '\u{898}'..='\u{89f}'
            | '\u{8ca}'..='\u{8e1}'
            | '\u{8e3}'..='\u{8ff}'
    )
}

fn digit(letter: char, zero: u32) -> char {
    char::from_digit(u32::from(letter).saturating_sub(zero), 10).unwrap_or(letter)
}
