//! Texts that others wrote, at a length that leaves room for everything else.

use std::borrow::Cow;

/// No label in the chart has more characters; the details have it whole.
pub const LONGEST_LABEL: usize = 500;

/// A text with at most so many characters: where it has more, as many words as fit, and a sign that there are more.
pub fn shortened(text: &str, longest: usize) -> Cow<'_, str> {
    if text.chars().nth(longest).is_none() {
        return Cow::Borrowed(text);
    }
    let sign = 1;
    let end = text.char_indices().nth(longest - sign);
    let part = &text[..end.map_or(text.len(), |(end, _)| end)];
    let words = part.rsplit_once(' ').map_or(part, |(words, _)| words);
    Cow::Owned([words.trim_end_matches(','), "…"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_and_what_does_not_ends_with_a_word() {
        assert_eq!(shortened("one two", 7), "one two");
        assert_eq!(shortened("one two three", 7), "one…");
        assert_eq!(shortened("one two three", 9), "one two…");
        assert_eq!(shortened("one, two, three", 11), "one, two…");
        assert_eq!(shortened("eineinziges", 4), "ein…");
        assert_eq!(shortened("Москва", 3), "Мо…");
        assert_eq!(shortened("", 3), "");
    }
}
