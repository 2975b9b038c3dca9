//! Texts without characters that hide or turn around what a reader sees.

/// The text with line breaks and tabs as blanks and without hidden characters, and how many of the
/// latter there were.
pub(crate) fn clean(text: &str) -> (String, usize) {
    let hidden = text
        .chars()
        .filter(|&character| is_hidden(character))
        .count();
    let visible = text.chars().filter(|&character| !is_hidden(character));
    (
        visible
            .map(|character| if is_break(character) { ' ' } else { character })
            .collect(),
        hidden,
    )
}

/// The text for a message: clean, in quotation marks, and cut where it is long.
pub(crate) fn quoted(text: &str) -> String {
    const MOST_CHARACTERS: usize = 60;
    let (text, _) = clean(text);
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("\"{}…\"", &text[..end]),
        None => format!("\"{text}\""),
    }
}

/// Whether the character controls something other than a line break, or turns the direction of the
/// text after it: such characters can make "1" and "2" appear as "21".
///
/// The marks that Arabic and Hebrew need (U+200E, U+200F, U+061C) turn nothing but themselves.
pub(super) fn is_hidden(character: char) -> bool {
    let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || character.is_control() && !is_break(character)
}

fn is_break(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_go_and_are_counted() {
        assert_eq!(clean("a\u{202e}b\u{0}c\u{2067}\u{9b}"), ("abc".into(), 4));
    }

    #[test]
    fn line_breaks_become_blanks_and_words_stay_apart() {
        assert_eq!(clean("one\ntwo\tthree"), ("one two three".into(), 0));
    }

    #[test]
    fn typographic_blanks_and_direction_marks_stay() {
        let text = "25\u{a0}000\u{202f}–\u{200f}30";
        assert_eq!(clean(text), (text.into(), 0));
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(quoted(&"ü".repeat(61)), format!("\"{}…\"", "ü".repeat(60)));
        assert_eq!(quoted(&"ü".repeat(60)), format!("\"{}\"", "ü".repeat(60)));
    }
}
