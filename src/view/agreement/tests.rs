//! Where figures overlap and where they leave gaps.

use proptest::prelude::*;

use super::*;
use crate::dataset::SourceIndex;
use crate::view::Action;
use crate::view::testing::{any_figure, bundled};

fn range(low: u64, high: u64) -> Figure {
    Figure {
        low: Some(low),
        high: Some(high),
        ..Figure::default()
    }
}

fn single(best: u64) -> Figure {
    Figure {
        best: Some(best),
        ..Figure::default()
    }
}

fn up_to(high: u64) -> Figure {
    Figure {
        high: Some(high),
        ..Figure::default()
    }
}

fn at_least(low: u64) -> Figure {
    Figure {
        low: Some(low),
        ..Figure::default()
    }
}

fn verdict_of(figures: &[Figure]) -> Verdict {
    agreement(figures).verdict
}

fn shared(low: impl Into<Option<u64>>, high: impl Into<Option<u64>>) -> Verdict {
    Verdict::Shared {
        low: low.into(),
        high: high.into(),
    }
}

#[test]
fn too_few_figures_to_compare() {
    let none = Figure::default();
    assert_eq!(
        agreement(&[]),
        Agreement {
            figures: 0,
            verdict: Verdict::NoFigure
        }
    );
    assert_eq!(
        agreement(&[none, none]),
        Agreement {
            figures: 0,
            verdict: Verdict::NoFigure
        }
    );
    let one = Agreement {
        figures: 1,
        verdict: Verdict::OneFigure,
    };
    assert_eq!(agreement(&[none, up_to(5)]), one);
}

#[test]
fn shared_values() {
    assert_eq!(verdict_of(&[range(1, 5), range(3, 9)]), shared(3, 5));
    assert_eq!(verdict_of(&[range(1, 5), range(5, 9)]), shared(5, 5));
    assert_eq!(verdict_of(&[single(4), single(4)]), shared(4, 4));
    assert_eq!(verdict_of(&[up_to(9), up_to(5)]), shared(None, 5));
    assert_eq!(verdict_of(&[at_least(3), at_least(7)]), shared(7, None));
    assert_eq!(verdict_of(&[up_to(9), at_least(3)]), shared(3, 9));
    assert_eq!(
        verdict_of(&[up_to(30_000), range(10_000, 20_000)]),
        shared(10_000, 20_000)
    );
}

#[test]
fn gaps_hold_at_least_one_whole_number() {
    let gap = |after, before| Gap { after, before };
    assert_eq!(
        verdict_of(&[range(7, 9), range(1, 5)]),
        Verdict::Gaps(vec![gap(5, 7)])
    );
    assert_eq!(
        verdict_of(&[single(9), up_to(2), at_least(20), range(4, 12)]),
        Verdict::Gaps(vec![gap(2, 4), gap(12, 20)])
    );
    let touching = Verdict::NoCommonValue {
        low: Some(1),
        high: Some(9),
    };
    assert_eq!(verdict_of(&[range(1, 5), range(6, 9)]), touching);
}

#[test]
fn of_many_gaps_the_widest_are_told() {
    let gap = |after, before| Gap { after, before };
    let gaps = [gap(0, 4), gap(5, 8), gap(9, 13), gap(14, 18), gap(20, 30)];
    assert_eq!(widest_gaps(&gaps), [gaps[0], gaps[2], gaps[4]]);
    assert_eq!(widest_gaps(&gaps[..3]), gaps[..3]);
    assert_eq!(widest_gaps(&[]), []);
}

#[test]
fn the_span_is_open_where_a_figure_is() {
    let open = Verdict::NoCommonValue {
        low: None,
        high: None,
    };
    assert_eq!(verdict_of(&[up_to(5), at_least(6)]), open);
    let chain = Verdict::NoCommonValue {
        low: Some(1),
        high: Some(9),
    };
    assert_eq!(verdict_of(&[range(1, 4), range(3, 6), range(5, 9)]), chain);
}

#[test]
fn nobody_names_a_figure_between_20_000_and_25_000() {
    let dataset = bundled();
    let planned = CategoryIndex(0);
    let all = ViewState::default();
    let agreement = category_agreement(&dataset, &all, planned);
    let gap = Gap {
        after: 20_000,
        before: 25_000,
    };
    assert_eq!(
        agreement,
        Agreement {
            figures: 2,
            verdict: Verdict::Gaps(vec![gap])
        }
    );
    let without_one = all.reduce(Action::ShowSource(SourceIndex(0), false), &dataset);
    let agreement = category_agreement(&dataset, &without_one, planned);
    assert_eq!(agreement.verdict, Verdict::OneFigure);
    let elsewhere = all.reduce(Action::ChooseCategory(Some(CategoryIndex(2))), &dataset);
    let agreement = category_agreement(&dataset, &elsewhere, planned);
    assert_eq!(agreement.verdict, Verdict::NoFigure);
}

#[test]
fn only_the_planned_soldiers_have_more_than_one_figure() {
    let dataset = bundled();
    let compared =
        (0..dataset.categories.len()).filter(|place| is_compared(&dataset, CategoryIndex(*place)));
    assert_eq!(compared.collect::<Vec<_>>(), [0]);
}

proptest! {
    #[test]
    fn it_agrees_with_trying_every_number(
        figures in proptest::collection::vec(any_figure(LARGEST), 0..6),
    ) {
        prop_assert_eq!(agreement(&figures), by_trying(&figures));
    }

    #[test]
    fn the_order_of_the_figures_does_not_matter(
        mut figures in proptest::collection::vec(any_figure(LARGEST), 0..6),
    ) {
        let forwards = agreement(&figures);
        figures.reverse();
        prop_assert_eq!(agreement(&figures), forwards);
    }
}

const LARGEST: u64 = 10;

/// Nothing changes beyond the largest figure, so two more stand for all above it.
const TRIED: std::ops::RangeInclusive<u64> = 0..=LARGEST + 2;

fn by_trying(figures: &[Figure]) -> Agreement {
    let given: Vec<&Figure> = figures
        .iter()
        .filter(|figure| figure.kind() != FigureKind::NotGiven)
        .collect();
    let common: Vec<u64> = TRIED
        .filter(|&count| given.iter().all(|figure| allows(figure, count)))
        .collect();
    let named: Vec<u64> = TRIED
        .filter(|&count| given.iter().any(|figure| allows(figure, count)))
        .collect();
    let is_open_below = |figure: &&Figure| matches!(figure.kind(), FigureKind::UpTo(_));
    let is_open_above = |figure: &&Figure| matches!(figure.kind(), FigureKind::AtLeast(_));
    let holes: Vec<Gap> = named
        .windows(2)
        .filter(|pair| pair[1] > pair[0] + 1)
        .map(|pair| Gap {
            after: pair[0],
            before: pair[1],
        })
        .collect();
    let verdict = if given.is_empty() {
        Verdict::NoFigure
    } else if given.len() == 1 {
        Verdict::OneFigure
    } else if !common.is_empty() {
        Verdict::Shared {
            low: common
                .first()
                .copied()
                .filter(|_| !given.iter().all(is_open_below)),
            high: common
                .last()
                .copied()
                .filter(|_| !given.iter().all(is_open_above)),
        }
    } else if !holes.is_empty() {
        Verdict::Gaps(holes)
    } else {
        Verdict::NoCommonValue {
            low: named
                .first()
                .copied()
                .filter(|_| !given.iter().any(is_open_below)),
            high: named
                .last()
                .copied()
                .filter(|_| !given.iter().any(is_open_above)),
        }
    };
    Agreement {
        figures: given.len(),
        verdict,
    }
}

fn allows(figure: &Figure, count: u64) -> bool {
    match figure.kind() {
        FigureKind::Range { low, high } => low <= count && count <= high,
        FigureKind::Single(only) => count == only,
        FigureKind::UpTo(high) => count <= high,
        FigureKind::AtLeast(low) => low <= count,
        FigureKind::NotGiven => false,
    }
}
