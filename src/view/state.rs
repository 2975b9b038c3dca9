//! What a reader has chosen, and how each action changes it.

use super::{Order, SmallSet};
use crate::dataset::{CategoryIndex, Dataset, Estimate, EstimateIndex, SourceIndex};

/// How figures are placed along an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ScaleKind {
    /// Equal steps are equal distances, from zero.
    #[default]
    Linear,
    /// Equal ratios are equal distances; zero is off the scale.
    Log,
}

/// What a reader has chosen; at first everything is shown.
///
/// All indices point into the dataset, as long as every change goes through
/// [`reduce`](Self::reduce).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The sources that are switched off.
    pub hidden: SmallSet<SourceIndex>,
    /// The one category to show; all of them where there is none.
    pub category: Option<CategoryIndex>,
    /// How figures are placed along the axes.
    pub scale: ScaleKind,
    /// The estimates whose details are open.
    pub open: SmallSet<EstimateIndex>,
    /// What the rows of each category are sorted by.
    pub order: Order,
    /// Whether each axis spans no more than what is shown.
    pub zoomed: bool,
    /// How many rows the reader asked for beyond the first [`FIRST_ROWS`](super::FIRST_ROWS). Open ones among them were
    /// there before.
    pub further_rows: usize,
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Switch a source on (true) or off.
    ShowSource(SourceIndex, bool),
    /// Switch all sources on.
    ShowAllSources,
    /// Switch all sources off.
    ShowNoSource,
    /// Switch all sources off but one.
    ShowOnlySource(SourceIndex),
    /// Show one category, or all of them.
    ChooseCategory(Option<CategoryIndex>),
    /// Place figures otherwise.
    ChooseScale(ScaleKind),
    /// Open (true) or close the details of an estimate.
    Open(EstimateIndex, bool),
    /// Sort the rows otherwise.
    Sort(Order),
    /// Let the axes span no more than what is shown (true), or all there is.
    Zoom(bool),
    /// Show so many rows beyond the first.
    ShowFurtherRows(usize),
}

impl ViewState {
    /// The state after an action. An action on something that the dataset does not have, from an old
    /// link perhaps, changes nothing.
    ///
    /// ```
    /// # use troop_estimates::dataset::{SourceIndex, read_json};
    /// # use troop_estimates::view::{Action, ViewState};
    /// # let text = include_str!("../../data/north-korea.en.json");
    /// let dataset = read_json(text).dataset.unwrap();
    /// let state = ViewState::default().reduce(Action::ShowSource(SourceIndex(0), false), &dataset);
    /// assert_eq!(state.sources_shown(&dataset), dataset.sources.len() - 1);
    /// ```
    pub fn reduce(&self, action: Action, dataset: &Dataset) -> Self {
        let mut next = self.clone();
        match action {
            Action::ShowSource(source, shown) if source.0 < dataset.sources.len() => {
                next.hidden.include(source, !shown);
            }
            Action::ShowAllSources => next.hidden = SmallSet::default(),
            Action::ShowNoSource => next.hidden = sources(dataset).collect(),
            Action::ShowOnlySource(only) if only.0 < dataset.sources.len() => {
                next.hidden = sources(dataset).collect();
                next.hidden.include(only, false);
            }
            Action::ChooseCategory(category)
                if category.is_none_or(|category| category.0 < dataset.categories.len()) =>
            {
                next.category = category;
            }
            Action::ChooseScale(scale) => next.scale = scale,
            Action::Open(estimate, open) if estimate.0 < dataset.estimates.len() => {
                next.open.include(estimate, open);
            }
            Action::Sort(order) => next.order = order,
            Action::Zoom(zoomed) => next.zoomed = zoomed,
            Action::ShowFurtherRows(rows) => next.further_rows = rows.min(dataset.estimates.len()),
            Action::ShowSource(..)
            | Action::ShowOnlySource(_)
            | Action::ChooseCategory(_)
            | Action::Open(..) => {}
        }
        next
    }

    /// Whether a source is switched on.
    pub fn shows_source(&self, source: SourceIndex) -> bool {
        !self.hidden.contains(&source)
    }

    /// Whether a category is the chosen one, or all are shown.
    pub fn shows_category(&self, category: CategoryIndex) -> bool {
        self.category.is_none_or(|chosen| chosen == category)
    }

    /// Whether an estimate is shown: its source is switched on and its category chosen.
    pub fn shows(&self, estimate: &Estimate) -> bool {
        self.shows_source(estimate.source) && self.shows_category(estimate.category)
    }

    /// Whether any estimate of the dataset is shown.
    pub fn shows_any(&self, dataset: &Dataset) -> bool {
        dataset
            .estimates
            .iter()
            .any(|estimate| self.shows(estimate))
    }

    /// How many sources of the dataset are switched on.
    pub fn sources_shown(&self, dataset: &Dataset) -> usize {
        sources(dataset)
            .filter(|&source| self.shows_source(source))
            .count()
    }
}

fn sources(dataset: &Dataset) -> impl Iterator<Item = SourceIndex> {
    (0..dataset.sources.len()).map(SourceIndex)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view::testing::{any_action, any_dataset, bundled};

    #[test]
    fn at_first_everything_is_shown() {
        let (dataset, state) = (bundled(), ViewState::default());
        assert!(
            dataset
                .estimates
                .iter()
                .all(|estimate| state.shows(estimate))
        );
        assert_eq!(state.sources_shown(&dataset), 7);
        assert_eq!(state.scale, ScaleKind::Linear);
    }

    #[test]
    fn all_none_and_only_one() {
        let dataset = bundled();
        let none = ViewState::default().reduce(Action::ShowNoSource, &dataset);
        assert_eq!(none.sources_shown(&dataset), 0);
        assert!(!none.shows_any(&dataset));
        let only = none.reduce(Action::ShowOnlySource(SourceIndex(1)), &dataset);
        assert!(only.shows_any(&dataset));
        let shown = dataset
            .estimates
            .iter()
            .filter(|estimate| only.shows(estimate));
        assert_eq!(
            shown.map(|estimate| &estimate.id).collect::<Vec<_>>(),
            ["town-planned", "town-possible"]
        );
        let all = only.reduce(Action::ShowAllSources, &dataset);
        assert_eq!(all, ViewState::default());
    }

    #[test]
    fn a_category_and_the_sources_are_chosen_apart() {
        let dataset = bundled();
        let state = ViewState::default()
            .reduce(Action::ChooseCategory(Some(CategoryIndex(0))), &dataset)
            .reduce(Action::ShowSource(SourceIndex(0), false), &dataset);
        let shown = dataset
            .estimates
            .iter()
            .filter(|estimate| state.shows(estimate));
        assert_eq!(
            shown.map(|estimate| &estimate.id).collect::<Vec<_>>(),
            ["town-planned", "nis-planned"]
        );
        let all = state.reduce(Action::ChooseCategory(None), &dataset);
        assert!(
            !all.shows_source(SourceIndex(0)),
            "the sources stay as they are"
        );
    }

    proptest! {
        #[test]
        fn actions_keep_the_state_within_the_dataset(
            dataset in any_dataset(),
            actions in proptest::collection::vec(any_action(), 0..20),
        ) {
            let mut state = ViewState::default();
            for action in actions {
                let before = state.clone();
                state = state.reduce(action, &dataset);
                prop_assert!(state.hidden.iter().all(|source| source.0 < dataset.sources.len()));
                prop_assert!(state.open.iter().all(|estimate| estimate.0 < dataset.estimates.len()));
                prop_assert!(state.further_rows <= dataset.estimates.len());
                prop_assert!(state.category.is_none_or(|category| category.0 < dataset.categories.len()));
                prop_assert_eq!(state.sources_shown(&dataset), dataset.sources.len() - state.hidden.len());
                prop_assert_eq!(state.reduce(action, &dataset), state.clone(), "doing it twice is doing it once");
                assert_done(action, &before, &state, &dataset);
            }
        }
    }

    /// The action did what it says, and nothing else.
    fn assert_done(action: Action, before: &ViewState, after: &ViewState, dataset: &Dataset) {
        let is_about_sources = match action {
            Action::ShowSource(source, shown) => {
                let exists = source.0 < dataset.sources.len();
                assert!(!exists || after.shows_source(source) == shown);
                for other in sources(dataset).filter(|&other| other != source) {
                    assert_eq!(after.shows_source(other), before.shows_source(other));
                }
                true
            }
            Action::ShowAllSources | Action::ShowNoSource | Action::ShowOnlySource(_) => true,
            _ => false,
        };
        assert!(is_about_sources || after.hidden == before.hidden);
        assert!(matches!(action, Action::ChooseCategory(_)) || after.category == before.category);
        assert!(matches!(action, Action::ChooseScale(_)) || after.scale == before.scale);
        assert!(matches!(action, Action::Open(..)) || after.open == before.open);
        assert!(matches!(action, Action::Sort(_)) || after.order == before.order);
        assert!(matches!(action, Action::Zoom(_)) || after.zoomed == before.zoomed);
        let is_about_rows = matches!(action, Action::ShowFurtherRows(_));
        assert!(is_about_rows || after.further_rows == before.further_rows);
    }
}
