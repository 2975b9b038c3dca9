//! Words, numbers and dates in the reader's language, one module a language.
//!
//! Both sides, the native one that prerenders and the browser, format with the same tables, so that
//! the first client render equals the prerendered page to the letter.

mod english;
mod figure;
mod german;
mod number;
mod sentence;
mod words;

pub use english::English;
pub use german::German;
pub use sentence::Scope;
pub use words::{Counted, Words};

use crate::dataset::{Date, Dated};

/// A language with everything the widget says in it.
#[derive(Clone, Copy)]
pub struct Locale(&'static dyn Words);

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
    /// assert_eq!(Locale::for_language("tlh").tag(), "en");
    /// ```
    pub fn for_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("de") {
            Self(&German)
        } else {
            Self(&English)
        }
    }

    /// The BCP 47 tag of the language the words are in.
    pub fn tag(self) -> &'static str {
        self.0.tag()
    }

    /// The fixed words.
    pub fn words(self) -> &'static dyn Words {
        self.0
    }

    /// A whole number with the language's group separators: "25,000".
    pub fn number(self, value: u64) -> String {
        number::grouped(value, self.0.group_separator())
    }

    /// A date as exact as it is known: "18 May 2025", "May 2025", "2025".
    pub fn date(self, date: Date) -> String {
        match date {
            Date::Year(year) => year.to_string(),
            Date::Month(year, month) => format!("{} {year}", self.0.month(month)),
            Date::Day(year, month, day) => self.0.day(day, self.0.month(month), year),
        }
    }

    /// The label of a date, or the date where it has none; empty where neither is known.
    pub fn dated(self, dated: &Dated) -> String {
        match (&dated.label, dated.date) {
            (Some(label), _) => label.clone(),
            (None, Some(date)) => self.date(date),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests;
