//! A value to compare with, as a rule across all rows of a group.

use super::text::small_width;
use super::ticks::NARROW_STRIP;
use crate::dataset::{CategoryIndex, Dataset};
use crate::locale::{Direction, Locale};

/// A reference value, drawn as a dashed rule with a few words on top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Where it lies.
    pub value: u64,
    /// A few words that stand above it, in one line.
    pub label: String,
}

impl Rule {
    /// A rule for each value that a category is compared with. Where the words are too long for a label,
    /// the figure stands there alone.
    pub fn all(dataset: &Dataset, category: CategoryIndex, locale: Locale) -> Vec<Rule> {
        let references = dataset.references_of(category);
        let rules = references.map(|reference| {
            let figure = locale.figure(&reference.figure());
            let label = set_apart(&reference.label, locale.direction());
            let label = locale.words().labelled(&label, &figure);
            Rule {
                value: reference.value,
                label: if Rule::has_room_for(&label) {
                    label
                } else {
                    figure
                },
            }
        });
        rules.collect()
    }

    /// Whether these words are short enough for a label: they fit into the narrowest strip.
    fn has_room_for(label: &str) -> bool {
        small_width(label) <= NARROW_STRIP
    }
}

/// Words between Unicode's marks for what has a direction of its own, where they may have another than the line:
/// else a number at their end and the figure after them would change places.
fn set_apart(words: &str, direction: Direction) -> String {
    match direction {
        Direction::LeftToRight => words.to_owned(),
        Direction::RightToLeft => ["\u{2068}", words, "\u{2069}"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_set_apart_where_lines_run_from_right_to_left() {
        let label = "CNN 2024";
        assert_eq!(set_apart(label, Direction::LeftToRight), label);
        let apart = set_apart(label, Direction::RightToLeft);
        assert_eq!(apart, "\u{2068}CNN 2024\u{2069}");
        assert!((small_width(&apart) - small_width(label)).abs() < f64::EPSILON);
    }
}
