//! How wide a text will be, guessed from its characters.
//!
//! Nothing is measured: the first picture is drawn before any font is loaded, and the same on the
//! native side. The guesses are those of a wide sans-serif font and rather too large than too small.

/// The narrowest strip that a row is drawn in, in CSS px.
pub(super) const NARROWEST_STRIP: f64 = 250.0;

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextAnchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl TextAnchor {
    /// Where a text begins and ends.
    pub(super) fn interval(self, position: f64, width: f64) -> (f64, f64) {
        let left = match self {
            TextAnchor::Start => position,
            TextAnchor::Middle => position - width / 2.0,
            TextAnchor::End => position - width,
        };
        (left, left + width)
    }

    /// The anchor that keeps a text inside a strip: in the middle wherever that is possible.
    pub(super) fn within(strip: f64, position: f64, width: f64) -> TextAnchor {
        if position < width / 2.0 {
            TextAnchor::Start
        } else if strip - position < width / 2.0 {
            TextAnchor::End
        } else {
            TextAnchor::Middle
        }
    }
}

/// How wide a text of 12 px will be, in CSS px.
pub(super) fn small_width(text: &str) -> f64 {
    text.chars().map(small_character).sum()
}

/// From the Hangul letters on, most characters are as wide as they are high; marks of direction are not seen.
fn small_character(character: char) -> f64 {
    match character {
        ..'\u{1100}' => 6.5,
        '\u{2066}'..='\u{2069}' => 0.0,
        _ => 12.0,
    }
}

/// How many characters a number takes, with a separator after every third digit.
pub(super) fn number_length(value: u64) -> u32 {
    let digits = value.checked_ilog10().unwrap_or(0) + 1;
    digits + (digits - 1) / 3
}

/// How wide a text in a font of this size will be, in the unit of the size.
pub(super) fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let weight = if bold { 1.08 } else { 1.0 };
    text.chars().map(character_width).sum::<f64>() * size * weight
}

/// The width of a character, as a share of the font's size: between Arial's and that of the wider fonts.
fn character_width(character: char) -> f64 {
    match character {
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.33,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 1.0,
        '0'..='9' | 'a'..='z' => 0.58,
        _ if is_combining(character) => 0.0,
        '\u{590}'..='\u{6ff}' => 0.58,
        // Latin with accents, Greek, Cyrillic.
        '!'..='\u{58f}' | '\u{2000}'..='\u{206f}' => 0.72,
        // Syllables, ideographs, pictures.
        _ => 1.0,
    }
}

/// Whether the character is written onto the one before it.
pub(super) fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_long_as_written() {
        let lengths = [0, 9, 10, 999, 1_000, 110_000, 1_000_000].map(number_length);
        assert_eq!(lengths, [1, 1, 2, 3, 5, 7, 9]);
    }

    #[test]
    fn texts_near_an_edge_are_turned_inwards() {
        let anchors = [0.0, 100.0, 200.0].map(|position| TextAnchor::within(200.0, position, 50.0));
        assert_eq!(
            anchors,
            [TextAnchor::Start, TextAnchor::Middle, TextAnchor::End]
        );
    }
}
