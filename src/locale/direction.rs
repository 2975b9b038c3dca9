//! Which way lines run, and with them everything that lies beside each other.

use super::{Locale, primary};

/// Which way lines run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    #[default]
    LeftToRight,
    /// From right to left, as in Arabic.
    RightToLeft,
}

/// The languages of news whose lines run from right to left in the script they are usually written in.
const FROM_RIGHT_TO_LEFT: [&str; 10] =
    ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Which way the lines of any language run, by its BCP 47 tag.
pub fn direction_of(tag: &str) -> Direction {
    let is_primary = |language: &&str| language.eq_ignore_ascii_case(primary(tag));
    if FROM_RIGHT_TO_LEFT.iter().any(is_primary) {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

/// Whether a text has a letter that runs from right to left (of Unicode's blocks from Hebrew to Arabic Extended-A, or of
/// their presentation forms).
pub fn runs_to_left(text: &str) -> bool {
    let is_to_left = |letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    text.contains(is_to_left)
}

impl Locale {
    /// Which way the lines of the language run.
    pub fn direction(self) -> Direction {
        match self.words().direction() {
            "rtl" => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }
}
