//! Texts broken into lines.

use super::super::text::{is_combining, text_width};
use super::typeface::Typeface;

/// How exactly lines are balanced, in px.
const STEP: f64 = 20.0;

/// Whether a line may end here.
fn breaks(character: char) -> bool {
    let keeps = matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}');
    character.is_whitespace() && !keeps
}

/// The lines of a text that fit a width in px, by estimate. They break at spaces that allow it, and inside a word only
/// where it is longer than a line.
pub(super) fn wrap(text: &str, typeface: &Typeface, width: f64) -> Vec<String> {
    let fits = |line: &str| text_width(line, typeface.size, typeface.bold) <= width;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(breaks).filter(|word| !word.is_empty()) {
        let before = line.len();
        if before > 0 {
            line.push(' ');
        }
        line.push_str(word);
        if fits(&line) {
            continue;
        }
        line.truncate(before);
        if before > 0 {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if !fits(&line) && !is_combining(character) && line.chars().nth(1).is_some() {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(character);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The lines of a text that fit a width in px, as few as possible and about equally long.
pub(super) fn balance(text: &str, typeface: &Typeface, width: f64) -> Vec<String> {
    let mut balanced = wrap(text, typeface, width);
    let mut narrower = width;
    while balanced.len() > 1 && narrower > STEP {
        narrower -= STEP;
        let lines = wrap(text, typeface, narrower);
        if lines.len() > balanced.len() {
            break;
        }
        balanced = lines;
    }
    balanced
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chart::poster::typeface::SMALL;

    #[test]
    fn lines_break_at_spaces() {
        let lines = wrap("who passed it on, and when", &SMALL, 100.0);
        assert_eq!(lines, ["who passed it", "on, and when"]);
    }

    #[test]
    fn what_a_language_holds_together_stays_on_a_line() {
        let lines = wrap("Sources\u{a0}: about 25\u{202f}000 and more", &SMALL, 100.0);
        assert_eq!(lines, ["Sources\u{a0}:", "about 25\u{202f}000", "and more"]);
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let text = "who passed it on, and when they did";
        assert_eq!(
            wrap(text, &SMALL, 215.0),
            ["who passed it on, and when they", "did"]
        );
        assert_eq!(
            balance(text, &SMALL, 215.0),
            ["who passed it on,", "and when they did"]
        );
    }

    #[test]
    fn a_text_of_nothing_has_no_line() {
        assert!(wrap(" ", &SMALL, 100.0).is_empty());
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in ".{0,200}", width in 20.0..600.0) {
            let lines = wrap(&text, &SMALL, width);
            for line in &lines {
                prop_assert!(text_width(line, SMALL.size, SMALL.bold) <= width);
            }
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
