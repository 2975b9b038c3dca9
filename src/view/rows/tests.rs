//! Which rows and axes there are, whatever the reader does.

use proptest::prelude::*;

use super::*;
use crate::dataset::{Reference, SourceIndex};
use crate::view::testing::{
    after, any_action, any_dataset, any_long_dataset, bundled, many, with_figures,
};
use crate::view::{Action, Order};

fn extent(smallest: u64, largest: u64) -> Extent {
    Extent {
        largest: Some(largest),
        smallest_positive: Some(smallest),
        zoomed_from: None,
    }
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
    let hide = Action::ShowSource(SourceIndex(story), false);
    assert_eq!(leaders(&layout(&dataset, &after(&[hide], &dataset))), [0]);
    let only = Action::ShowOnlySource(SourceIndex(5));
    assert_eq!(leaders(&layout(&dataset, &after(&[only], &dataset))), [4]);
}

#[test]
fn an_axis_holds_the_values_that_its_categories_are_compared_with() {
    let mut dataset = bundled();
    let compared_with = |value, category| Reference {
        label: "sent before".into(),
        value,
        approximate: false,
        category,
    };
    dataset.references = vec![compared_with(40_000, Some(CategoryIndex(3)))];
    let axes = |dataset: &Dataset, state: &ViewState| layout(dataset, state).axes;
    let first = ViewState::default();
    assert_eq!(
        axes(&dataset, &first),
        [extent(1_000, 40_000), extent(110_000, 110_000)]
    );
    let choice = |category| Action::ChooseCategory(Some(CategoryIndex(category)));
    let alone = after(&[choice(0)], &dataset);
    assert_eq!(axes(&dataset, &alone)[0], extent(10_000, 30_000));
    dataset.references = vec![compared_with(500, None)];
    assert_eq!(
        axes(&dataset, &first),
        [extent(500, 30_000), extent(500, 110_000)]
    );
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
                ..Extent::default()
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

#[test]
fn zoomed_an_axis_spans_what_is_shown() {
    let dataset = bundled();
    let zoomed = |from, largest| Extent {
        zoomed_from: Some(from),
        ..extent(from, largest)
    };
    let only = Action::ShowOnlySource(SourceIndex(0));
    let axes = |actions: &[Action]| layout(&dataset, &after(actions, &dataset)).axes;
    assert_eq!(
        axes(&[Action::Zoom(true)]),
        [zoomed(1_000, 30_000), zoomed(110_000, 110_000)]
    );
    assert_eq!(
        axes(&[Action::Zoom(true), only]),
        // From the value to compare with.
        [zoomed(11_000, 30_000), Extent::default()]
    );
    assert_eq!(
        axes(&[Action::Zoom(true), only, Action::Zoom(false)]),
        [extent(1_000, 30_000), extent(110_000, 110_000)]
    );
}

#[test]
fn of_many_estimates_the_first_shown_in_the_chosen_order_are_rows() {
    let dataset = many(1_000);
    let rows = |state: &ViewState| {
        let layout = layout(&dataset, state);
        assert_eq!(layout.groups[0].estimates.len(), 1_000);
        assert_eq!(layout.rows, layout.groups[0].rows.len());
        (layout.groups[0].rows.clone(), layout.all_rows)
    };
    let indices = |places: std::ops::Range<usize>| places.map(EstimateIndex).collect::<Vec<_>>();
    let first = ViewState::default();
    assert_eq!(rows(&first), (indices(0..50), 1_000));
    let more = first.reduce(Action::ShowFurtherRows(50), &dataset);
    assert_eq!(rows(&more), (indices(0..100), 1_000));
    let highest = first.reduce(Action::Sort(Order::Highest), &dataset);
    let (mut reversed, _) = rows(&highest);
    reversed.reverse();
    assert_eq!(reversed, indices(950..1_000));
}

#[test]
fn what_was_first_keeps_its_row_while_it_is_hidden() {
    let mut dataset = many(1_000);
    dataset.sources.push(dataset.sources[0].clone());
    for (place, estimate) in dataset.estimates.iter_mut().enumerate() {
        estimate.source = SourceIndex(place % 2);
    }
    let rows = |action: Action| {
        let layout = layout(&dataset, &after(&[action], &dataset));
        let rows = layout.groups[0].rows.iter().map(|index| index.0);
        (rows.collect::<Vec<_>>(), layout.rows, layout.all_rows)
    };
    let first = 0..50;
    assert_eq!(rows(Action::ShowNoSource), (first.clone().collect(), 0, 0));
    let others = (50..100).filter(|place| place % 2 == 1);
    assert_eq!(
        rows(Action::ShowSource(SourceIndex(0), false)),
        (first.chain(others).collect(), 50, 500)
    );
}

#[test]
fn open_details_keep_their_row_wherever_it_stands() {
    let dataset = many(1_000);
    let state = after(&[Action::Open(EstimateIndex(700), true)], &dataset);
    let layout = layout(&dataset, &state);
    assert_eq!((layout.rows, layout.all_rows), (51, 1_000));
    assert_eq!(layout.groups[0].rows.last(), Some(&EstimateIndex(700)));
}

#[test]
fn as_many_more_as_there_are_at_first_are_added_whatever_is_open() {
    let dataset = many(200);
    // Some rows, and none, of those that would be the next.
    for open in [0..0, 70..71, 50..100, 40..60] {
        let places = open.clone();
        let mut state = places.fold(ViewState::default(), |state, place| {
            state.reduce(Action::Open(EstimateIndex(place), true), &dataset)
        });
        loop {
            let before = layout(&dataset, &state);
            let missing = before.all_rows - before.rows;
            if missing == 0 {
                break;
            }
            state = state.reduce(Action::ShowFurtherRows(before.further_rows), &dataset);
            let added = layout(&dataset, &state).rows - before.rows;
            assert_eq!(added, missing.min(FIRST_ROWS), "{open:?}");
        }
    }
}

#[test]
fn with_fifty_estimates_all_are_rows_whatever_is_hidden() {
    let dataset = many(50);
    let state = after(&[Action::ShowNoSource], &dataset);
    let layout = layout(&dataset, &state);
    assert_eq!((layout.rows, layout.all_rows), (50, 50));
}

proptest! {
    #[test]
    fn zoomed_axes_hold_all_that_is_shown_and_nothing_else(
        dataset in any_dataset(),
        actions in proptest::collection::vec(any_action(), 0..6),
    ) {
        let state = after(&actions, &dataset).reduce(Action::Zoom(true), &dataset);
        let layout = layout(&dataset, &state);
        for (axis, extent) in layout.axes.iter().enumerate() {
            let groups = layout.groups.iter().filter(|group| group.axis == axis);
            let shown = groups
                .flat_map(|group| &group.estimates)
                .map(|index| &dataset.estimates[index.0])
                .filter(|estimate| state.shows(estimate));
            let figures = shown.map(|estimate| estimate.figure);
            let counts = || figures.clone().flat_map(|figure| [figure.low, figure.best, figure.high]).flatten();
            prop_assert_eq!(extent.largest, counts().max());
            prop_assert_eq!(extent.zoomed_from, counts().min());
            prop_assert_eq!(extent.smallest_positive, counts().filter(|&count| count > 0).min());
        }
    }

    #[test]
    fn no_heading_stands_without_rows(
        dataset in any_long_dataset(),
        hidden in proptest::collection::vec(0_usize..5, 0..4),
    ) {
        let hide = |source| Action::ShowSource(SourceIndex(source), false);
        let state = after(&hidden.into_iter().map(hide).collect::<Vec<_>>(), &dataset);
        for group in layout(&dataset, &state).groups {
            let mut rows = group.rows.iter().map(|index| &dataset.estimates[index.0]);
            prop_assert!(!group.shown || group.rows.is_empty() || rows.any(|estimate| state.shows(estimate)));
        }
    }

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
            prop_assert!(!group.estimates.is_empty());
            prop_assert!(group.estimates.is_sorted() || state.order != Order::Given);
            prop_assert_eq!(&group.rows, &group.estimates, "a short dataset has all its rows");
            prop_assert!(estimates().all(|estimate| estimate.category == group.category));
            prop_assert_eq!(group.shown, estimates().any(|estimate| state.shows(estimate)));
            prop_assert!(group.axis < layout.axes.len());
        }
    }

    #[test]
    fn switching_sources_moves_no_axis(dataset in any_dataset(), actions in proptest::collection::vec(any_action(), 0..6)) {
        let state = after(&actions, &dataset).reduce(Action::Zoom(false), &dataset);
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
