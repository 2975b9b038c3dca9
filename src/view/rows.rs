//! Which rows there are, in which groups, and what each axis must hold.

use super::{ScaleKind, ViewState};
use crate::dataset::{Category, CategoryIndex, Dataset, EstimateIndex, Figure};

/// All rows of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// One group for each category that has estimates, in the order of the file.
    pub groups: Vec<Group>,
    /// What each axis must hold; [`Group::axis`] points here.
    pub axes: Vec<Extent>,
}

/// The estimates of one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they count.
    pub category: CategoryIndex,
    /// All of them in the order of the file, whether their sources are switched on or not: rows are
    /// hidden, never taken away, so that what a reader does to them lasts.
    pub estimates: Vec<EstimateIndex>,
    /// Whether the category is chosen and at least one of its estimates is shown.
    pub shown: bool,
    /// The place of its axis in [`Layout::axes`].
    pub axis: usize,
    /// Whether it is the first of consecutive shown groups with the same axis, and so carries the
    /// labels of the ticks.
    pub leads_axis: bool,
}

/// The figures that an axis must hold.
///
/// They are all figures of its categories, those of hidden sources too: an axis that moved when a
/// source is switched off would make the other bars jump.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The largest figure; none where no figure is given.
    pub largest: Option<u64>,
    /// The smallest figure above zero, where a log scale may begin.
    pub smallest_positive: Option<u64>,
}

/// Arranges the rows of a dataset in the given state.
///
/// Categories share an axis so that they can be compared, except in two cases: on the linear scale a
/// category with [`own_scale`](Category::own_scale) would squeeze the others, and a category that
/// is chosen alone has the whole width for itself.
pub fn layout(dataset: &Dataset, state: &ViewState) -> Layout {
    let mut layout = Layout::default();
    let mut shared_axis = None;
    let mut axis_above = None;
    for (category, estimates) in by_category(dataset) {
        let shares = shares_axis(&dataset.categories[category.0], state);
        let axis = match shared_axis.filter(|_| shares) {
            Some(axis) => axis,
            None => {
                layout.axes.push(Extent::default());
                layout.axes.len() - 1
            }
        };
        if shares {
            shared_axis = Some(axis);
        }
        for estimate in &estimates {
            layout.axes[axis].include(&dataset.estimates[estimate.0].figure);
        }
        let shown = estimates
            .iter()
            .any(|estimate| state.shows(&dataset.estimates[estimate.0]));
        let leads_axis = shown && axis_above != Some(axis);
        if shown {
            axis_above = Some(axis);
        }
        layout.groups.push(Group {
            category,
            estimates,
            shown,
            axis,
            leads_axis,
        });
    }
    layout
}

/// The categories that have estimates, and these.
fn by_category(dataset: &Dataset) -> impl Iterator<Item = (CategoryIndex, Vec<EstimateIndex>)> {
    let mut groups = vec![Vec::new(); dataset.categories.len()];
    for (index, estimate) in dataset.estimates.iter().enumerate() {
        groups[estimate.category.0].push(EstimateIndex(index));
    }
    let groups = groups.into_iter().enumerate();
    groups
        .filter(|(_, estimates)| !estimates.is_empty())
        .map(|(category, estimates)| (CategoryIndex(category), estimates))
}

fn shares_axis(category: &Category, state: &ViewState) -> bool {
    match (state.category, state.scale) {
        (Some(_), _) => false,
        (None, ScaleKind::Linear) => !category.own_scale,
        (None, ScaleKind::Log) => true,
    }
}

impl Extent {
    /// Widens the extent to all that is given of a figure.
    fn include(&mut self, figure: &Figure) {
        for count in [figure.low, figure.best, figure.high].into_iter().flatten() {
            self.largest = self.largest.max(Some(count));
            if count > 0 {
                let smallest = self.smallest_positive.unwrap_or(count);
                self.smallest_positive = Some(smallest.min(count));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view::Action;
    use crate::view::testing::{any_action, any_dataset, bundled, with_figures};

    fn extent(smallest: u64, largest: u64) -> Extent {
        Extent {
            largest: Some(largest),
            smallest_positive: Some(smallest),
        }
    }

    fn after(actions: &[Action], dataset: &Dataset) -> ViewState {
        let start = ViewState::default();
        actions
            .iter()
            .fold(start, |state, &action| state.reduce(action, dataset))
    }

    fn axes(layout: &Layout) -> Vec<usize> {
        layout.groups.iter().map(|group| group.axis).collect()
    }

    fn leaders(layout: &Layout) -> Vec<usize> {
        let leads = layout
            .groups
            .iter()
            .enumerate()
            .filter(|(_, group)| group.leads_axis);
        leads.map(|(index, _)| index).collect()
    }

    #[test]
    fn the_other_army_has_a_linear_axis_of_its_own() {
        let layout = layout(&bundled(), &ViewState::default());
        assert_eq!(axes(&layout), [0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(
            layout.axes,
            [extent(1_000, 30_000), extent(110_000, 110_000)]
        );
        assert_eq!(leaders(&layout), [0, 6]);
    }

    #[test]
    fn all_share_the_log_axis() {
        let dataset = bundled();
        let layout = layout(
            &dataset,
            &after(&[Action::ChooseScale(ScaleKind::Log)], &dataset),
        );
        assert_eq!(axes(&layout), [0; 7]);
        assert_eq!(layout.axes, [extent(1_000, 110_000)]);
        assert_eq!(leaders(&layout), [0]);
    }

    #[test]
    fn a_category_alone_has_the_axis_for_itself() {
        let dataset = bundled();
        for scale in [ScaleKind::Linear, ScaleKind::Log] {
            let choice = Action::ChooseCategory(Some(CategoryIndex(3)));
            let layout = layout(
                &dataset,
                &after(&[choice, Action::ChooseScale(scale)], &dataset),
            );
            let shown: Vec<_> = layout.groups.iter().filter(|group| group.shown).collect();
            assert_eq!(shown.len(), 1);
            assert_eq!(shown[0].category, CategoryIndex(3));
            assert_eq!(layout.axes[shown[0].axis], extent(4_000, 4_000));
            assert_eq!(leaders(&layout), [3]);
        }
    }

    #[test]
    fn the_first_shown_group_leads_and_each_after_another_axis() {
        let mut dataset = bundled();
        dataset.categories[6].own_scale = false;
        dataset.categories[2].own_scale = true;
        let leading = layout(&dataset, &ViewState::default());
        assert_eq!(leaders(&leading), [0, 2, 3]);
        // Without the story's figure the groups on either side of it are neighbours.
        let story = dataset
            .sources
            .iter()
            .position(|source| source.id == "story")
            .unwrap();
        let hide = Action::ShowSource(crate::dataset::SourceIndex(story), false);
        assert_eq!(leaders(&layout(&dataset, &after(&[hide], &dataset))), [0]);
        let only = Action::ShowOnlySource(crate::dataset::SourceIndex(5));
        assert_eq!(leaders(&layout(&dataset, &after(&[only], &dataset))), [4]);
    }

    #[test]
    fn an_extent_speaks_of_low_best_and_high_and_of_zero_apart() {
        let figure = |low, best, high| Figure {
            low,
            best,
            high,
            approximate: false,
        };
        for (figures, expected) in [
            (vec![], None),
            (vec![figure(None, None, None)], Some(Extent::default())),
            (
                vec![figure(Some(0), None, None)],
                Some(Extent {
                    largest: Some(0),
                    smallest_positive: None,
                }),
            ),
            (vec![figure(Some(3), Some(5), None)], Some(extent(3, 5))),
            (vec![figure(None, Some(7), Some(9))], Some(extent(7, 9))),
            (
                vec![figure(Some(0), None, Some(9)), figure(Some(4), None, None)],
                Some(extent(4, 9)),
            ),
        ] {
            let layout = layout(&with_figures(&figures), &ViewState::default());
            assert_eq!(layout.axes.first().copied(), expected, "{figures:?}");
        }
    }

    proptest! {
        #[test]
        fn every_estimate_is_in_exactly_one_group(
            dataset in any_dataset(),
            actions in proptest::collection::vec(any_action(), 0..6),
        ) {
            let state = after(&actions, &dataset);
            let layout = layout(&dataset, &state);
            let mut rows: Vec<_> = layout.groups.iter().flat_map(|group| &group.estimates).collect();
            rows.sort();
            prop_assert!(rows.into_iter().copied().eq((0..dataset.estimates.len()).map(EstimateIndex)));
            prop_assert!(layout.groups.is_sorted_by(|one, next| one.category < next.category));
            for group in &layout.groups {
                let estimates = || group.estimates.iter().map(|index| &dataset.estimates[index.0]);
                prop_assert!(group.estimates.is_sorted() && !group.estimates.is_empty());
                prop_assert!(estimates().all(|estimate| estimate.category == group.category));
                prop_assert_eq!(group.shown, estimates().any(|estimate| state.shows(estimate)));
                prop_assert!(group.axis < layout.axes.len());
            }
        }

        #[test]
        fn switching_sources_moves_no_axis(dataset in any_dataset(), actions in proptest::collection::vec(any_action(), 0..6)) {
            let state = after(&actions, &dataset);
            let none = state.reduce(Action::ShowNoSource, &dataset);
            let (with, without) = (layout(&dataset, &state), layout(&dataset, &none));
            prop_assert_eq!(axes(&with), axes(&without));
            prop_assert_eq!(with.axes, without.axes);
            prop_assert!(without.groups.iter().all(|group| !group.shown && !group.leads_axis));
        }

        #[test]
        fn every_run_of_shown_groups_has_one_leader(
            dataset in any_dataset(),
            actions in proptest::collection::vec(any_action(), 0..6),
        ) {
            let layout = layout(&dataset, &after(&actions, &dataset));
            let shown: Vec<_> = layout.groups.iter().filter(|group| group.shown).collect();
            for (index, group) in shown.iter().enumerate() {
                let begins_run = index == 0 || shown[index - 1].axis != group.axis;
                prop_assert_eq!(group.leads_axis, begins_run);
            }
        }
    }
}
