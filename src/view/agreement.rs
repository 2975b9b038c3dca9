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
mod tests;
