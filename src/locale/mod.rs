//! Words, numbers and dates in the reader's language, one file a language.
//!
//! The native side has all languages; a page carries the messages of its own, so that a browser
//! downloads no other, and says what the prerendered page says to the letter.

mod direction;
mod figure;
mod fill;
mod languages;
mod list;
mod messages;
mod number;
mod plural;
mod sentence;

use std::cell::RefCell;
use std::fmt;

pub use direction::{Direction, direction_of, runs_to_left};
use fill::fill;
use messages::{CARRIED, COUNT};
pub use messages::{Messages, Words};
pub(crate) use plural::plural_rule;
pub use sentence::Scope;

use crate::dataset::{Date, Dated, Source};

/// A language with everything the widget says in it.
#[derive(Clone, Copy)]
pub struct Locale(Words);

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Locale {
    /// The locale for a BCP 47 language tag; English where the language is not there.
    ///
    /// ```
    /// use troop_estimates::locale::Locale;
    /// assert_eq!(Locale::for_language("de-AT").number(25_000), "25.000");
    /// assert_eq!(Locale::for_language("qaa").tag(), "en");
    /// ```
    pub fn for_language(tag: &str) -> Self {
        Self::all()
            .find(|locale| locale.speaks(tag))
            .unwrap_or(Self(Words(&languages::ENGLISH)))
    }

    /// Whether a BCP 47 language tag names this language, of whatever region.
    pub fn speaks(self, tag: &str) -> bool {
        self.tag().eq_ignore_ascii_case(primary(tag))
    }

    /// Every locale there is.
    pub fn all() -> impl Iterator<Item = Self> {
        languages::ALL.iter().map(|list| Self(Words(list)))
    }

    /// The locale whose messages a page carries, as [`lines`](Self::lines) wrote them; `None` if they are not
    /// those that this version knows. They stay in memory, as they would be in a program that had them, once for each
    /// language.
    ///
    /// ```
    /// use troop_estimates::locale::Locale;
    /// let german = Locale::for_language("de");
    /// assert_eq!(Locale::from_lines(german.lines()).unwrap().tag(), "de");
    /// assert!(Locale::from_lines("of another version".to_owned()).is_none());
    /// ```
    pub fn from_lines(lines: String) -> Option<Self> {
        thread_local!(static MADE: RefCell<Vec<Locale>> = const { RefCell::new(Vec::new()) });
        MADE.with_borrow_mut(|made| {
            let before = made.iter().find(|locale| locale.lines() == lines);
            before
                .copied()
                .or_else(|| Self::leaked(lines).inspect(|new| made.push(*new)))
        })
    }

    fn leaked(lines: String) -> Option<Self> {
        let mut list: Vec<&'static str> = lines.leak().split('\n').collect();
        if list.len() != CARRIED {
            return None;
        }
        list.resize(COUNT, "");
        let list: Box<messages::List> = list.try_into().ok()?;
        Some(Self(Words(Box::leak(list))))
    }

    /// The messages that a page carries, one a line.
    pub fn lines(self) -> String {
        self.0.0[..CARRIED].join("\n")
    }

    /// The BCP 47 tag of the language the words are in.
    pub fn tag(self) -> &'static str {
        self.0.tag()
    }

    /// What is said in the language.
    pub fn words(self) -> Words {
        self.0
    }

    /// A whole number with the language's group separators: "25,000".
    pub fn number(self, value: u64) -> String {
        number::grouped(
            value,
            self.0.group_separator(),
            self.0.smallest_grouped().len(),
        )
    }

    /// A date as exact as it is known: "18 May 2025", "May 2025", "2025".
    pub fn date(self, date: Date) -> String {
        let words = self.0;
        let month = |names: &'static str, month: u8| {
            let place = usize::from(month).wrapping_sub(1);
            names.split('|').nth(place).unwrap_or_default()
        };
        match date {
            Date::Year(year) => words.year(&year.to_string()),
            Date::Month(year, number) => {
                words.month(month(words.months_alone(), number), &year.to_string())
            }
            Date::Day(year, number, day) => words.day(
                &day.to_string(),
                month(words.months_with_day(), number),
                &year.to_string(),
            ),
        }
    }

    /// A source with what it is: "HUR (Ukrainian military intelligence)".
    pub fn source(self, source: &Source) -> String {
        match &source.kind {
            Some(kind) => self.0.bracketed(&source.name, kind),
            None => source.name.clone(),
        }
    }

    /// The label of a date, or the date where it has none; empty where neither is known.
    pub fn dated(self, dated: &Dated) -> String {
        match (&dated.label, dated.date, dated.until) {
            (Some(label), ..) => label.clone(),
            (None, Some(date), Some(until)) => {
                self.0.time_span(&self.date(date), &self.date(until))
            }
            (None, Some(date), None) => self.date(date),
            (None, None, _) => String::new(),
        }
    }
}

/// The language of a BCP 47 language tag, without script and region.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests;
