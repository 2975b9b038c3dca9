//! Where figures overlap, and where nobody names one.

use super::ViewState;
use super::sorted::sorted;
use crate::dataset::{CategoryIndex, Dataset, Figure, FigureKind};

/// How far figures about the same thing agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// How many figures take part; those that are not given do not.
    pub figures: usize,
    /// What can be said about them.
    pub verdict: Verdict,
}

/// What can be said about figures taken together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No figure is given.
    NoFigure,
    /// Only one figure is given: it has nothing to agree with.
    OneFigure,
    /// All figures allow these values; an end is none where all of them are open on that side.
    Shared {
        /// The lowest value that all allow.
        low: Option<u64>,
        /// The highest value that all allow.
        high: Option<u64>,
    },
    /// Nothing is common to all, and between the lowest and the highest figure there are values
    /// that nobody names: all such gaps, in ascending order.
    Gaps(Vec<Gap>),
    /// Nothing is common to all, though together they leave no gap.
    NoCommonValue {
        /// The lowest value that anybody names; none where somebody says "up to".
        low: Option<u64>,
        /// The highest value that anybody names; none where somebody says "at least".
        high: Option<u64>,
    },
}

/// Values that nobody names: "between 20,000 and 25,000".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The highest value named below it; not itself in the gap.
    pub after: u64,
    /// The lowest value named above it; not itself in the gap. At least 2 more than `after`.
    pub before: u64,
}

/// Says how far figures agree. They must be about the same thing.
///
/// "Up to" reaches down to zero and "at least" up without end; "about" counts as the figure named.
///
/// ```
/// use troop_estimates::dataset::Figure;
/// use troop_estimates::view::{Gap, Verdict, agreement};
/// let range = |low, high| Figure { low: Some(low), high: Some(high), ..Figure::default() };
/// let figures = [range(25_000, 30_000), range(10_000, 20_000)];
/// let gap = Gap { after: 20_000, before: 25_000 };
/// assert_eq!(agreement(&figures).verdict, Verdict::Gaps(vec![gap]));
/// ```
pub fn agreement<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Agreement {
    let spans: Vec<Span> = figures.into_iter().filter_map(Span::of).collect();
    Agreement {
        figures: spans.len(),
        verdict: verdict(spans),
    }
}

/// How far the estimates of one category that are shown agree.
pub fn category_agreement(
    dataset: &Dataset,
    state: &ViewState,
    category: CategoryIndex,
) -> Agreement {
    let estimates = dataset.estimates.iter();
    let shown = estimates.filter(|estimate| estimate.category == category && state.shows(estimate));
    agreement(shown.map(|estimate| &estimate.figure))
}

/// Whether the estimates of a category have something to compare: at least two figures, shown or not.
pub fn is_compared(dataset: &Dataset, category: CategoryIndex) -> bool {
    category_agreement(dataset, &ViewState::default(), category).figures > 1
}

/// More gaps than these are not told one by one.
const TOLD_GAPS: usize = 3;

/// The gaps that are told one by one, the widest, in the order given.
pub fn widest_gaps(gaps: &[Gap]) -> Vec<Gap> {
    let key = |(gap, place): (&Gap, u64)| (gap.before - gap.after, u64::MAX - place);
    let keys = sorted(gaps.iter().zip(0..).map(key).collect());
    let least = keys.get(keys.len().saturating_sub(TOLD_GAPS));
    let told = gaps.iter().zip(0..).filter(|&gap| Some(&key(gap)) >= least);
    told.map(|(gap, _)| *gap).collect()
}

/// The values that a figure allows, ends included; an end is none where it is open.
#[derive(Clone, Copy)]
struct Span {
    low: Option<u64>,
    high: Option<u64>,
}

impl Span {
    fn of(figure: &Figure) -> Option<Self> {
        let (low, high) = match figure.kind() {
            FigureKind::Range { low, high } => (Some(low), Some(high)),
            FigureKind::Single(count) => (Some(count), Some(count)),
            FigureKind::UpTo(high) => (None, Some(high)),
            FigureKind::AtLeast(low) => (Some(low), None),
            FigureKind::NotGiven => return None,
        };
        Some(Self { low, high })
    }

    /// The lowest value: nobody counts below zero.
    fn start(&self) -> u64 {
        self.low.unwrap_or(0)
    }

    /// The highest value, as far as figures go.
    fn end(&self) -> u64 {
        self.high.unwrap_or(u64::MAX)
    }
}

fn verdict(spans: Vec<Span>) -> Verdict {
    match spans[..] {
        [] => return Verdict::NoFigure,
        [_] => return Verdict::OneFigure,
        _ => {}
    }
    if let Some(Span { low, high }) = shared(&spans) {
        return Verdict::Shared { low, high };
    }
    let gaps = gaps(&spans);
    if !gaps.is_empty() {
        return Verdict::Gaps(gaps);
    }
    Verdict::NoCommonValue {
        low: lowest(&spans),
        high: highest(&spans),
    }
}

/// What all spans have in common.
fn shared(spans: &[Span]) -> Option<Span> {
    let low = spans.iter().filter_map(|span| span.low).max();
    let high = spans.iter().filter_map(|span| span.high).min();
    let shared = Span { low, high };
    (shared.start() <= shared.end()).then_some(shared)
}

/// The holes in the union of spans: taken by where they start, a hole opens wherever the next one
/// starts beyond everything that the ones before it reach.
fn gaps(spans: &[Span]) -> Vec<Gap> {
    let ends = spans.iter().map(|span| (span.start(), span.end()));
    let ends = sorted(ends.collect());
    let mut gaps = Vec::new();
    let mut reached = ends.first().map_or(0, |&(_, end)| end);
    for (start, end) in ends {
        if start > reached && start - reached > 1 {
            gaps.push(Gap {
                after: reached,
                before: start,
            });
        }
        reached = reached.max(end);
    }
    gaps
}

fn lowest(spans: &[Span]) -> Option<u64> {
    spans
        .iter()
        .try_fold(u64::MAX, |lowest, span| Some(lowest.min(span.low?)))
}

fn highest(spans: &[Span]) -> Option<u64> {
    spans
        .iter()
        .try_fold(0, |highest, span| Some(highest.max(span.high?)))
}

#[cfg(test)]
mod tests {
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
        let compared = (0..dataset.categories.len())
            .filter(|place| is_compared(&dataset, CategoryIndex(*place)));
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
}
