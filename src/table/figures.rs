//! A figure from its words, where these leave no doubt.

use crate::dataset::Figure;
use crate::locale::Locale;

/// What stands between the ends of a range beside words.
const DASHES: [char; 3] = ['–', '-', '‑'];

/// The figure that the widget would write so, or a range of two numbers with a dash; nothing where the text says more.
pub(super) fn read(text: &str, locale: Locale) -> Option<Figure> {
    let text = plain(text);
    if text.is_empty() {
        return Some(Figure::default());
    }
    let (template, numbers) = numbers(&text, locale)?;
    let mut candidates = candidates(&numbers).into_iter();
    candidates.find(|figure| {
        plain(&locale.figure(figure)) == template || is_range(&template, figure, locale)
    })
}

/// A whole number as a cell of its own holds it: digits alone, or grouped as the language does it.
pub(super) fn number(text: &str, locale: Locale) -> Option<u64> {
    let text = plain(text);
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits {
        return text.parse().ok();
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = digits.parse().ok()?;
    (plain(&locale.number(number)) == text).then_some(number)
}

/// A text as it is compared: in small letters, with one kind of blank.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The text with all its numbers grouped, and the numbers; none where one of them is written in another way.
fn numbers(text: &str, locale: Locale) -> Option<(String, Vec<u64>)> {
    let separator = plain(locale.words().group_separator());
    // A blank between groups would be lost as a text without others.
    let separator = if separator.is_empty() {
        " "
    } else {
        &separator
    };
    let mut template = String::new();
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(begin) = rest.find(|character: char| character.is_ascii_digit()) {
        template.push_str(&rest[..begin]);
        rest = &rest[begin..];
        let end = end_of_number(rest, separator);
        let number = number(&rest[..end], locale)?;
        template.push_str(&plain(&locale.number(number)));
        numbers.push(number);
        rest = &rest[end..];
    }
    template.push_str(rest);
    Some((template, numbers))
}

/// Where the number ends that a text begins with: its separators stand between digits.
fn end_of_number(text: &str, separator: &str) -> usize {
    let mut end = 0;
    loop {
        let digits = text[end..].bytes().take_while(u8::is_ascii_digit).count();
        end += digits;
        let after = text[end..].strip_prefix(separator);
        match after {
            Some(after) if after.starts_with(|next: char| next.is_ascii_digit()) => {
                end += separator.len();
            }
            _ => return end,
        }
    }
}

/// All that so many numbers could be.
fn candidates(numbers: &[u64]) -> Vec<Figure> {
    let given = |low, best, high| {
        [false, true].map(|approximate| Figure {
            low,
            best,
            high,
            approximate,
        })
    };
    let candidates = match *numbers {
        [] => return vec![Figure::default()],
        [one] => vec![
            given(None, Some(one), None),
            given(None, None, Some(one)),
            given(Some(one), None, None),
        ],
        [first, second] => vec![
            given(Some(first), None, Some(second)),
            given(Some(first), Some(second), None),
            given(None, Some(second), Some(first)),
        ],
        [low, high, best] => vec![given(Some(low), Some(best), Some(high))],
        _ => Vec::new(),
    };
    candidates.into_iter().flatten().collect()
}

/// Whether the text is the ends of the range with a dash between them.
fn is_range(text: &str, figure: &Figure, locale: Locale) -> bool {
    let (Some(low), Some(high), None, false) =
        (figure.low, figure.high, figure.best, figure.approximate)
    else {
        return false;
    };
    let ends = text.split_once(DASHES);
    let number = |value| plain(&locale.number(value));
    ends.is_some_and(|(first, last)| first.trim() == number(low) && last.trim() == number(high))
}
