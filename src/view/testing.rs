//! Datasets and actions to test the view with.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{Action, Order, ScaleKind, ViewState};
use crate::dataset::{
    Category, CategoryIndex, Dataset, Dated, Estimate, EstimateIndex, Figure, Source, SourceIndex,
    read_json,
};

/// The bundled dataset.
pub(super) fn bundled() -> Dataset {
    read_json(include_str!("../../data/north-korea.en.json"))
        .dataset
        .unwrap()
}

/// A dataset of one source and one category with these figures.
pub(super) fn with_figures(figures: &[Figure]) -> Dataset {
    dataset(1, &[false], figures.iter().map(|&figure| (0, 0, figure)))
}

/// Any dataset of a few sources, categories and estimates.
pub(super) fn any_dataset() -> impl Strategy<Value = Dataset> {
    any_dataset_of(0..12)
}

/// Any with more estimates than the rows that it begins with.
pub(super) fn any_long_dataset() -> impl Strategy<Value = Dataset> {
    any_dataset_of(51..120)
}

fn any_dataset_of(estimates: std::ops::Range<usize>) -> impl Strategy<Value = Dataset> {
    (1_usize..5, vec(any::<bool>(), 1..5)).prop_flat_map(move |(sources, own_scales)| {
        let row = (0..sources, 0..own_scales.len(), any_figure(100));
        vec(row, estimates.clone()).prop_map(move |rows| dataset(sources, &own_scales, rows))
    })
}

/// Any figure with its ends in order.
pub(super) fn any_figure(largest: u64) -> impl Strategy<Value = Figure> {
    let given = (vec(0..=largest, 3), any::<[bool; 3]>(), any::<bool>());
    given.prop_map(|(mut counts, is_given, approximate)| {
        counts.sort_unstable();
        Figure {
            low: is_given[0].then_some(counts[0]),
            best: is_given[1].then_some(counts[1]),
            high: is_given[2].then_some(counts[2]),
            approximate,
        }
    })
}

/// Any action, also on what a small dataset does not have.
pub(super) fn any_action() -> impl Strategy<Value = Action> {
    let source = || (0_usize..6).prop_map(SourceIndex);
    prop_oneof![
        (source(), any::<bool>()).prop_map(|(source, shown)| Action::ShowSource(source, shown)),
        Just(Action::ShowAllSources),
        Just(Action::ShowNoSource),
        source().prop_map(Action::ShowOnlySource),
        option::of((0_usize..6).prop_map(CategoryIndex)).prop_map(Action::ChooseCategory),
        prop_oneof![Just(ScaleKind::Linear), Just(ScaleKind::Log)].prop_map(Action::ChooseScale),
        ((0_usize..14).prop_map(EstimateIndex), any::<bool>())
            .prop_map(|(estimate, open)| Action::Open(estimate, open)),
        proptest::sample::select(&Order::ALL).prop_map(Action::Sort),
        any::<bool>().prop_map(Action::Zoom),
        (0_usize..100).prop_map(Action::ShowFurtherRows),
    ]
}

/// What a reader of the dataset sees after these actions.
pub(super) fn after(actions: &[Action], dataset: &Dataset) -> ViewState {
    actions.iter().fold(ViewState::default(), |state, &action| {
        state.reduce(action, dataset)
    })
}

/// As many estimates of one source and one category, ascending.
pub(super) fn many(estimates: u64) -> Dataset {
    let figures = (0..estimates).map(|best| Figure {
        best: Some(best),
        ..Figure::default()
    });
    dataset(1, &[false], figures.map(|figure| (0, 0, figure)))
}

/// A dataset of as many sources, a category for each flag, and rows of source, category and figure.
fn dataset(
    sources: usize,
    own_scales: &[bool],
    rows: impl IntoIterator<Item = (usize, usize, Figure)>,
) -> Dataset {
    let rows = rows.into_iter().enumerate();
    Dataset {
        language: "en".into(),
        title: "How many?".into(),
        takeaway: None,
        as_of: Dated::default(),
        unit: "soldiers".into(),
        credit: None,
        sources: (0..sources).map(source).collect(),
        categories: own_scales
            .iter()
            .enumerate()
            .map(|(index, &own)| category(index, own))
            .collect(),
        estimates: rows
            .map(|(index, (source, category, figure))| estimate(index, source, category, figure))
            .collect(),
        references: Vec::new(),
        events: Vec::new(),
    }
}

fn source(index: usize) -> Source {
    let id = format!("s{index}");
    Source {
        name: id.clone(),
        id,
        name_rank: index,
        short_name: None,
        kind: None,
        url: None,
    }
}

fn category(index: usize, own_scale: bool) -> Category {
    let id = format!("c{index}");
    Category {
        label: id.clone(),
        id,
        short_label: None,
        note: None,
        own_scale,
    }
}

fn estimate(index: usize, source: usize, category: usize, figure: Figure) -> Estimate {
    Estimate {
        id: format!("e{index}"),
        source: SourceIndex(source),
        category: CategoryIndex(category),
        figure,
        passed_on_by: None,
        date: None,
        note: None,
        quote: None,
        url: None,
    }
}
