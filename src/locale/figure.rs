//! Figures in words.

use super::Locale;
use crate::dataset::{Figure, FigureKind};

impl Locale {
    /// A figure in words: "25,000 to 30,000, most likely 26,000", "about 11,000", "no figure given".
    pub fn figure(self, figure: &Figure) -> String {
        let ends = self.ends(figure);
        match (figure.kind(), figure.best) {
            (FigureKind::NotGiven | FigureKind::Single(_), _) | (_, None) => ends,
            (_, Some(best)) => ends + &self.words().most_likely(&self.number(best)),
        }
    }

    /// The ends of a figure in words, as they stand beside its mark, which shows the rest.
    pub fn ends(self, figure: &Figure) -> String {
        let words = self.words();
        let number = |value| {
            let text = self.number(value);
            if figure.approximate {
                words.about(&text)
            } else {
                text
            }
        };
        match figure.kind() {
            FigureKind::NotGiven => words.no_figure().to_owned(),
            FigureKind::Single(value) => number(value),
            FigureKind::UpTo(high) => words.up_to(&number(high)),
            FigureKind::AtLeast(low) => words.at_least(&number(low)),
            FigureKind::Range { low, high } => words.range(&number(low), &self.number(high)),
        }
    }

    /// How the figure was put, in words: "a range", "an upper bound, no lower figure".
    pub fn kind(self, figure: &Figure) -> &'static str {
        let words = self.words();
        match figure.kind() {
            FigureKind::NotGiven => words.kind_none(),
            FigureKind::Single(_) if figure.approximate => words.kind_approximate(),
            FigureKind::Single(_) => words.kind_single(),
            FigureKind::UpTo(_) => words.kind_up_to(),
            FigureKind::AtLeast(_) => words.kind_at_least(),
            FigureKind::Range { .. } => words.kind_range(),
        }
    }
}
