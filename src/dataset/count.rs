//! Figures as they are written in a file.

/// The largest figure, which JavaScript and JSON tools everywhere still hold exactly: 2⁵³ − 1.
const LARGEST_COUNT: u64 = 9_007_199_254_740_991;

/// What is expected of a figure.
pub(super) const COUNT: &str = "a whole number from 0 to 9007199254740991";

/// Reads digits alone; JSON already knows no numbers with a leading plus or zero.
pub(super) fn parse_count(text: &str) -> Option<u64> {
    text.parse().ok().filter(|&count| count <= LARGEST_COUNT)
}

/// The figure that was probably meant by "25000", "25,000", "25.000" or "25 000".
pub(super) fn without_separators(text: &str) -> Option<String> {
    let text = text.trim();
    let separator = text.chars().find(|character| !character.is_ascii_digit());
    let digits = match separator {
        Some(separator @ (',' | '.' | '\'' | '’' | '_' | ' ' | '\u{a0}' | '\u{202f}')) => {
            let mut groups = text.split(separator);
            let first = groups.next()?;
            let is_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
            is_grouped.then(|| text.replace(separator, ""))?
        }
        _ => text.into(),
    };
    parse_count(&digits).map(|count| count.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_of_thousands_are_recognised() {
        for text in [
            "25000",
            "25,000",
            "25.000",
            "25 000",
            "25\u{a0}000",
            "25\u{202f}000",
            " 25’000 ",
        ] {
            assert_eq!(
                without_separators(text).as_deref(),
                Some("25000"),
                "{text:?}"
            );
        }
        assert_eq!(without_separators("1.250.000").as_deref(), Some("1250000"));
    }

    #[test]
    fn other_separators_are_not() {
        for text in [
            "",
            "1.5",
            "25000.0",
            "1,00",
            "1.250,000",
            "-5",
            "1e3",
            "about 5",
            "2500,000",
            ",000",
        ] {
            assert_eq!(without_separators(text), None, "{text:?}");
        }
    }
}
