//! The order of the rows within a category.

use super::sorted::sorted;
use crate::dataset::{Dataset, Date, Estimate, EstimateIndex, Figure, FigureKind};

/// What rows are sorted by. Rows that are equal in it stay in the order of the file.
///
/// Only what a source gave counts: a range has no middle, and an end that is open has no value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As the file gives them.
    #[default]
    Given,
    /// By the lower end or the single figure, ascending. "Up to" names no lower end and comes after all
    /// that do, unless it comes with a most likely figure, which then counts; "no figure" comes last.
    Lowest,
    /// By the upper end or the single figure, descending. "At least" names no upper end and comes after
    /// all that do, unless it comes with a most likely figure; "no figure" comes last.
    Highest,
    /// By the distance between both ends, descending; single figures have none. How wide a range with an
    /// open end is, nobody says: it comes after them, and "no figure" last.
    Widest,
    /// By date, descending. A month comes after its days, a year after its months; what has no date,
    /// whether or not in words, comes last.
    Newest,
    /// By the name of the source, as [`Dataset::rank_names`] was told: in a page by the rules of its
    /// language.
    Name,
}

impl Order {
    /// All orders, as a reader is offered them.
    pub const ALL: [Self; 6] = [
        Self::Given,
        Self::Lowest,
        Self::Highest,
        Self::Widest,
        Self::Newest,
        Self::Name,
    ];
}

/// Sorts estimates that are in the order of the file.
pub(super) fn sort(
    estimates: Vec<EstimateIndex>,
    order: Order,
    dataset: &Dataset,
) -> Vec<EstimateIndex> {
    if order == Order::Given {
        return estimates;
    }
    let keys = estimates.iter().zip(0..).map(|(index, place)| {
        let estimate = &dataset.estimates[index.0];
        (key(estimate, order, dataset), place)
    });
    sorted(keys.collect())
        .into_iter()
        .filter_map(|(_, place)| estimates.get(usize::try_from(place).ok()?).copied())
        .collect()
}

/// For what is not given.
const LAST: u64 = u64::MAX;
/// For what is given, but has no value to sort by.
const BEFORE_LAST: u64 = u64::MAX - 1;

/// What comes first has the smallest key.
fn key(estimate: &Estimate, order: Order, dataset: &Dataset) -> u64 {
    let figure = &estimate.figure;
    match order {
        Order::Given => 0,
        Order::Lowest => figure
            .low
            .or(figure.best)
            .unwrap_or_else(|| without_value(figure)),
        Order::Highest => figure
            .high
            .or(figure.best)
            .map_or_else(|| without_value(figure), descending),
        Order::Widest => match figure.kind() {
            FigureKind::Range { low, high } => descending(high - low),
            FigureKind::Single(_) => descending(0),
            FigureKind::UpTo(_) | FigureKind::AtLeast(_) | FigureKind::NotGiven => {
                without_value(figure)
            }
        },
        Order::Newest => {
            let date = estimate.date.as_ref().and_then(|dated| dated.date);
            date.map_or(LAST, |date| descending(chronological(date)))
        }
        Order::Name => dataset.sources[estimate.source.0].name_rank as u64,
    }
}

fn without_value(figure: &Figure) -> u64 {
    match figure.kind() {
        FigureKind::NotGiven => LAST,
        _ => BEFORE_LAST,
    }
}

/// Figures and dates are far smaller than this.
fn descending(value: u64) -> u64 {
    (1 << 60) - value
}

fn chronological(date: Date) -> u64 {
    let (year, month, day) = match date {
        Date::Year(year) => (year, 0, 0),
        Date::Month(year, month) => (year, month, 0),
        Date::Day(year, month, day) => (year, month, day),
    };
    u64::from(year) * 10_000 + u64::from(month) * 100 + u64::from(day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::{Dated, Source, SourceIndex, read_json};
    use crate::view::testing::{any_dataset, with_figures};

    fn figure(low: Option<u64>, best: Option<u64>, high: Option<u64>) -> Figure {
        Figure {
            low,
            best,
            high,
            approximate: false,
        }
    }

    /// A range, "up to", "at least", none, zero, a range around a best figure, "up to" with a best figure.
    fn figures() -> Vec<Figure> {
        vec![
            figure(Some(20), None, Some(30)),
            figure(None, None, Some(5)),
            figure(Some(25), None, None),
            Figure::default(),
            figure(None, Some(0), None),
            figure(Some(10), Some(11), Some(40)),
            figure(None, Some(22), Some(50)),
        ]
    }

    fn all(dataset: &Dataset) -> Vec<EstimateIndex> {
        (0..dataset.estimates.len()).map(EstimateIndex).collect()
    }

    fn places(dataset: &Dataset, order: Order) -> Vec<usize> {
        let sorted = sort(all(dataset), order, dataset);
        sorted.into_iter().map(|index| index.0).collect()
    }

    #[test]
    fn lowest_goes_by_the_lower_end_and_what_has_none_comes_after() {
        let dataset = with_figures(&figures());
        assert_eq!(places(&dataset, Order::Lowest), [4, 5, 0, 6, 2, 1, 3]);
    }

    #[test]
    fn highest_goes_by_the_upper_end_and_what_has_none_comes_after() {
        let dataset = with_figures(&figures());
        assert_eq!(places(&dataset, Order::Highest), [6, 5, 0, 1, 4, 2, 3]);
    }

    #[test]
    fn widest_puts_open_ranges_after_single_figures() {
        let dataset = with_figures(&figures());
        assert_eq!(places(&dataset, Order::Widest), [5, 0, 4, 1, 2, 6, 3]);
    }

    #[test]
    fn newest_puts_vaguer_dates_after_those_within_them_and_missing_ones_last() {
        let dates = [
            None,
            Some(Date::Year(2025)),
            Some(Date::Day(2024, 11, 3)),
            Some(Date::Month(2025, 6)),
            Some(Date::Day(2025, 6, 2)),
        ];
        let mut dataset = with_figures(&[Figure::default(); 6]);
        for (estimate, date) in dataset.estimates.iter_mut().zip(dates) {
            estimate.date = Some(Dated {
                until: None,
                date,
                label: Some("once".into()),
            });
        }
        assert_eq!(places(&dataset, Order::Newest), [4, 3, 1, 2, 0, 5]);
    }

    /// The names of the sources, from top to bottom.
    fn names(dataset: &Dataset, order: Order) -> Vec<&str> {
        let sorted = sort(all(dataset), order, dataset).into_iter();
        let sources = sorted.map(|index| dataset.estimates[index.0].source.0);
        sources
            .map(|source| &*dataset.sources[source].name)
            .collect()
    }

    #[test]
    fn six_orders_give_six_sequences() {
        let text = include_str!("../../tests/datasets/orders.json");
        let dataset = read_json(text).dataset.unwrap();
        for (order, expected) in [
            (Order::Given, ["Eve", "Bob", "Dan", "Ann", "Cid", "Gus"]),
            (Order::Lowest, ["Cid", "Eve", "Gus", "Dan", "Bob", "Ann"]),
            (Order::Highest, ["Bob", "Cid", "Dan", "Eve", "Gus", "Ann"]),
            (Order::Widest, ["Cid", "Eve", "Dan", "Bob", "Gus", "Ann"]),
            (Order::Newest, ["Bob", "Eve", "Gus", "Ann", "Cid", "Dan"]),
            (Order::Name, ["Ann", "Bob", "Cid", "Dan", "Eve", "Gus"]),
        ] {
            assert_eq!(names(&dataset, order), expected, "{order:?}");
        }
    }

    #[test]
    fn equal_rows_stay_in_the_order_of_the_file() {
        let mut dataset = with_figures(&[
            figure(Some(10), None, Some(30)),
            figure(Some(10), Some(20), Some(30)),
            figure(None, None, Some(30)),
            figure(Some(10), None, None),
            figure(None, None, Some(30)),
            figure(Some(10), None, None),
            Figure::default(),
            Figure::default(),
        ]);
        for (order, expected) in [
            (Order::Lowest, [0, 1, 3, 5, 2, 4, 6, 7]),
            (Order::Highest, [0, 1, 2, 4, 3, 5, 6, 7]),
            (Order::Widest, [0, 1, 2, 3, 4, 5, 6, 7]),
            (Order::Newest, [0, 1, 2, 3, 4, 5, 6, 7]),
        ] {
            assert_eq!(places(&dataset, order), expected, "{order:?}");
        }
        // One source is named twice, and another one is equal to it.
        dataset.sources = ["Zoé", "Ann", "zoé"]
            .map(|name| Source {
                name: name.into(),
                ..dataset.sources[0].clone()
            })
            .into();
        for (estimate, source) in dataset.estimates.iter_mut().zip([2, 0, 1, 2, 0, 1, 0, 0]) {
            estimate.source = SourceIndex(source);
        }
        dataset.rank_names(|name, other| name.to_lowercase().cmp(&other.to_lowercase()));
        assert_eq!(places(&dataset, Order::Name), [2, 5, 0, 1, 3, 4, 6, 7]);
    }

    proptest! {
        #[test]
        fn it_is_stable_and_loses_nothing(dataset in any_dataset(), order in proptest::sample::select(&Order::ALL)) {
            let sorted = sort(all(&dataset), order, &dataset);
            let keys: Vec<_> = sorted
                .iter()
                .map(|index| (key(&dataset.estimates[index.0], order, &dataset), index.0))
                .collect();
            prop_assert_eq!(keys.len(), dataset.estimates.len());
            prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", keys);
        }
    }
}
