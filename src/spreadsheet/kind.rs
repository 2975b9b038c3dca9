//! What a row is.

use crate::dataset::near_match;

/// What a row tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Estimate,
    /// A source without an estimate.
    Source,
    /// A category without an estimate.
    Category,
    Reference,
    Event,
}

/// In English and in German.
const NAMES: [(Kind, &str, &str); 5] = [
    (Kind::Estimate, "estimate", "Schätzung"),
    (Kind::Source, "source", "Quelle"),
    (Kind::Category, "category", "Kategorie"),
    (Kind::Reference, "reference", "Vergleichswert"),
    (Kind::Event, "event", "Ereignis"),
];

impl Kind {
    pub(super) fn of(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let mut names = NAMES.iter();
        let known = names.find(|(_, english, german)| {
            [*english, *german]
                .iter()
                .any(|name| name.to_lowercase() == word)
        });
        known.map(|(kind, ..)| *kind)
    }

    /// All of them in words.
    pub(super) fn names(is_german: bool) -> String {
        let names = NAMES.map(|(_, english, german)| if is_german { german } else { english });
        names.join(", ")
    }

    pub(super) fn near(word: &str) -> Option<&'static str> {
        near_match(
            word,
            NAMES
                .iter()
                .flat_map(|(_, english, german)| [*english, *german]),
        )
    }
}
