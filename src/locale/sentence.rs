//! Sentences worked out: where the estimates agree, and how many of them were refused.

use super::Locale;
use crate::dataset::Dataset;
use crate::view::{Agreement, Gap, Verdict, ViewState, widest_gaps};

/// What a sentence about agreement speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every source of the dataset, whatever is shown.
    AllSources,
    /// The sources that are switched on.
    SourcesShown,
}

impl Scope {
    /// The scope of what is said about a view.
    pub fn of(view: &ViewState) -> Self {
        if view.hidden.is_empty() {
            Self::AllSources
        } else {
            Self::SourcesShown
        }
    }
}

impl Locale {
    /// Where the estimates of a category overlap or leave a gap, in one sentence.
    pub fn agreement(self, agreement: &Agreement, scope: Scope) -> String {
        let words = self.words();
        let subject = match scope {
            Scope::AllSources => words.all_sources_together(),
            Scope::SourcesShown => words.sources_shown_together(),
        };
        let finding = match &agreement.verdict {
            Verdict::NoFigure => words.no_figures().to_owned(),
            Verdict::OneFigure => words.one_figure().to_owned(),
            Verdict::Shared { low, high } => words.overlap(&self.span(*low, *high)),
            Verdict::Gaps(gaps) => words.gaps(&self.gaps(gaps)),
            Verdict::NoCommonValue { low, high } => words.no_common_value(&self.span(*low, *high)),
        };
        [subject, &finding].join(" ")
    }

    /// How many estimates of the file were refused beside those of the dataset; `None` where none was.
    pub fn refused(self, refused: usize, dataset: &Dataset) -> Option<String> {
        let number = |count: usize| self.number(count as u64);
        let all = number(dataset.estimates.len() + refused);
        (refused > 0).then(|| self.words().refused(refused, &number(refused), &all))
    }

    fn gaps(self, gaps: &[Gap]) -> String {
        let words = self.words();
        let widest = widest_gaps(gaps);
        let mut holes: Vec<String> = widest
            .iter()
            .map(|gap| words.between(&self.number(gap.after), &self.number(gap.before)))
            .collect();
        let further = gaps.len() - widest.len();
        if further > 0 {
            holes.push(words.further_gaps(further, &self.number(further as u64)));
        }
        self.or(&holes)
    }

    /// From the lowest to the highest value; an end that is `None` is open.
    fn span(self, low: Option<u64>, high: Option<u64>) -> String {
        let words = self.words();
        match (low, high) {
            (Some(low), Some(high)) if low == high => self.number(low),
            (Some(low), Some(high)) => words.range(&self.number(low), &self.number(high)),
            (Some(low), None) => words.or_more(&self.number(low)),
            (None, Some(high)) => words.or_less(&self.number(high)),
            (None, None) => words.every_number().to_owned(),
        }
    }
}
