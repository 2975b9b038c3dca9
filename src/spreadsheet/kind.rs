//! What a row is.

use super::heads::Column;
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

    /// Whether a column means anything in such a row: in another one a figure would be lost without a word.
    pub(super) fn has(self, column: Column) -> bool {
        use Column::{
            Approximate, Best, Category, CategoryId, CategoryNote, CategoryShortLabel, Date,
            DateInWords, FirstDate, Label, LastDate, OwnScale, Source, SourceId, SourceKind,
            SourceShortName, SourceUrl,
        };
        let of_category = matches!(
            column,
            Category | CategoryId | CategoryShortLabel | CategoryNote | OwnScale
        );
        column == Column::Kind
            || match self {
                Self::Estimate => column != Label,
                Self::Source => matches!(
                    column,
                    Source | SourceId | SourceShortName | SourceKind | SourceUrl
                ),
                Self::Category => of_category,
                Self::Reference => of_category || matches!(column, Label | Best | Approximate),
                Self::Event => matches!(
                    column,
                    Label | Source | Date | FirstDate | LastDate | DateInWords
                ),
            }
    }

    /// All of them in words.
    pub(super) fn names(is_german: bool) -> String {
        let names = NAMES.map(|(_, english, german)| if is_german { german } else { english });
        names.join(", ")
    }

    pub(super) fn name(self, is_german: bool) -> &'static str {
        let names = NAMES.iter().find(|(kind, ..)| *kind == self);
        names.map_or(
            "",
            |(_, english, german)| if is_german { german } else { english },
        )
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
