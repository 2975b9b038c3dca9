//! What is drawn for a figure: shapes, in shares of the width.
//!
//! Each kind of figure has a shape of its own, so that none depends on colour: a bar for a range, a dot for
//! a single figure, a thin line with an arrow for an open end. What the source called approximate is
//! hollow. What lies outside the domain is cut at the edge and says so. Nothing marks the middle of a
//! range: a source that names a best figure gets a dot there, any other gets none.

use super::label::{LabelPlace, Side};
use super::scale::{Position, Scale};
use crate::dataset::{Figure, FigureKind};

/// The height of a strip in CSS px.
const STRIP_HEIGHT: u32 = 28;
/// The height of a strip whose label stands above its mark, in CSS px.
const TALL_STRIP_HEIGHT: u32 = 44;

/// The share of the width below which an arrow does not fit inside a span.
const SHORT: f64 = 0.06;

/// What is drawn for one figure.
///
/// All positions are shares of the width from 0.0 to 1.0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The shape that tells the kind of figure.
    pub shape: Shape,
    /// Whether the source said "about": known ends and dots are hollow.
    pub approximate: bool,
    /// The figure that the source called the most likely one, within a span.
    pub best: Option<f64>,
    /// Where the figure stands in words.
    pub label: LabelPlace,
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A range, or one that is open at one end.
    Span(Span),
    /// A single figure.
    Dot(f64),
    /// A figure that lies outside the domain as a whole, beyond this edge.
    OffScale(Edge),
    /// No figure: nothing but words.
    Words,
}

/// All values between two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The left end.
    pub low: End,
    /// The right end, never left of the other.
    pub high: End,
}

/// One end of a span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Where the drawing ends.
    pub position: f64,
    /// Why it ends there.
    pub kind: EndKind,
}

/// Why a span ends where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndKind {
    /// The source gave this value.
    Given,
    /// The source gave a value outside the domain: the drawing stops at the edge, the span does not.
    Clipped,
    /// The source gave no value here: the span is open.
    Open,
}

/// An edge of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The low end of the domain.
    Left,
    /// The high end of the domain.
    Right,
}

/// What to draw for a figure on a scale.
///
/// ```
/// use troop_estimates::chart::{EndKind, Scale, Shape, mark};
/// use troop_estimates::dataset::Figure;
/// use troop_estimates::view::{Extent, ScaleKind};
///
/// let extent = Extent { largest: Some(30_000), smallest_positive: Some(10_000), ..Extent::default() };
/// let scale = Scale::new(ScaleKind::Linear, &extent);
///
/// let up_to = Figure { high: Some(15_000), ..Figure::default() };
/// let Shape::Span(span) = mark(&up_to, &scale).shape else { panic!("a span") };
/// assert_eq!((span.low.position, span.low.kind), (0.0, EndKind::Open));
/// assert_eq!((span.high.position, span.high.kind), (0.5, EndKind::Given));
/// ```
pub fn mark(figure: &Figure, scale: &Scale) -> Mark {
    let shape = shape(figure.kind(), scale);
    Mark {
        shape,
        approximate: figure.approximate,
        best: best(figure, scale, shape),
        label: LabelPlace::of(&shape, figure),
    }
}

impl Mark {
    /// The height in CSS px of a strip that holds the mark and its label.
    pub fn height(&self) -> u32 {
        match self.label.side {
            Side::Left | Side::Right => STRIP_HEIGHT,
            Side::Above => TALL_STRIP_HEIGHT,
        }
    }
}

impl Span {
    /// Whether the source left one end open.
    pub fn is_open(&self) -> bool {
        self.low.kind == EndKind::Open || self.high.kind == EndKind::Open
    }

    /// Whether an arrow at an open end has to point out of the strip, for want of room inside.
    pub fn is_short(&self) -> bool {
        self.high.position - self.low.position < SHORT
    }
}

impl Edge {
    /// The share of the width where the edge lies.
    pub fn position(self) -> f64 {
        match self {
            Edge::Left => 0.0,
            Edge::Right => 1.0,
        }
    }
}

fn shape(kind: FigureKind, scale: &Scale) -> Shape {
    match kind {
        FigureKind::Range { low, high } => span(scale, Some(low), Some(high)),
        FigureKind::UpTo(high) => span(scale, None, Some(high)),
        FigureKind::AtLeast(low) => span(scale, Some(low), None),
        FigureKind::Single(value) => match scale.position(value) {
            Position::Below => Shape::OffScale(Edge::Left),
            Position::Inside(share) => Shape::Dot(share),
            Position::Above => Shape::OffScale(Edge::Right),
        },
        FigureKind::NotGiven => Shape::Words,
    }
}

fn span(scale: &Scale, low: Option<u64>, high: Option<u64>) -> Shape {
    let low = low.map(|value| scale.position(value));
    let high = high.map(|value| scale.position(value));
    match (low, high) {
        (_, Some(Position::Below)) => Shape::OffScale(Edge::Left),
        (Some(Position::Above), _) => Shape::OffScale(Edge::Right),
        _ => Shape::Span(Span {
            low: end(low, Edge::Left),
            high: end(high, Edge::Right),
        }),
    }
}

/// The end of a span on the side of an edge; `None` where the source gave no value.
fn end(position: Option<Position>, edge: Edge) -> End {
    let (position, kind) = match position {
        Some(Position::Inside(share)) => (share, EndKind::Given),
        Some(Position::Below | Position::Above) => (edge.position(), EndKind::Clipped),
        None => (edge.position(), EndKind::Open),
    };
    End { position, kind }
}

/// The best figure inside a span; where it is off the scale, so is one end, and that one says so.
fn best(figure: &Figure, scale: &Scale, shape: Shape) -> Option<f64> {
    match (shape, scale.position(figure.best?)) {
        (Shape::Span(_), Position::Inside(share)) => Some(share),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{
        any_figure_on_any_scale, any_scale, at_least, extent_of, range, single,
    };
    use super::*;
    use crate::view::ScaleKind;

    fn linear(largest: u64) -> Scale {
        Scale::new(ScaleKind::Linear, &extent_of(&[largest]))
    }

    fn log(figures: &[u64]) -> Scale {
        Scale::new(ScaleKind::Log, &extent_of(figures))
    }

    fn ends(figure: &Figure, scale: &Scale) -> [(f64, EndKind); 2] {
        match mark(figure, scale).shape {
            Shape::Span(span) => [span.low, span.high].map(|end| (end.position, end.kind)),
            other => panic!("expected a span, found {other:?}"),
        }
    }

    #[test]
    fn a_range_ends_at_its_values() {
        let ends = ends(&range(15_000, 30_000), &linear(30_000));
        assert_eq!(ends, [(0.5, EndKind::Given), (1.0, EndKind::Given)]);
    }

    #[test]
    fn a_range_has_a_dot_only_where_its_source_names_a_best_figure() {
        let scale = linear(30_000);
        let plain = range(0, 30_000);
        assert_eq!(mark(&plain, &scale).best, None);
        let best = Figure {
            best: Some(6_000),
            ..plain
        };
        assert_eq!(mark(&best, &scale).best, Some(0.2));
    }

    #[test]
    fn open_ends_reach_to_the_edge() {
        let scale = linear(30_000);
        assert_eq!(
            ends(&at_least(15_000), &scale),
            [(0.5, EndKind::Given), (1.0, EndKind::Open)]
        );
    }

    #[test]
    fn what_leaves_the_domain_is_clipped_and_says_so() {
        assert_eq!(
            ends(&range(15_000, 110_000), &linear(30_000)),
            [(0.5, EndKind::Given), (1.0, EndKind::Clipped)]
        );
        let [low, _] = ends(&range(0, 2_000), &log(&[1_000, 110_000]));
        assert_eq!(low, (0.0, EndKind::Clipped));
    }

    #[test]
    fn what_lies_outside_the_domain_is_off_the_scale() {
        let off = |figure, scale: &Scale| mark(&figure, scale).shape;
        let log = log(&[1_000]);
        assert_eq!(off(single(0), &log), Shape::OffScale(Edge::Left));
        assert_eq!(off(range(0, 1), &log), Shape::OffScale(Edge::Left));
        assert_eq!(off(single(9), &linear(5)), Shape::OffScale(Edge::Right));
        assert_eq!(off(range(8, 9), &linear(5)), Shape::OffScale(Edge::Right));
    }

    #[test]
    fn equal_ends_are_a_single_figure() {
        let equal = mark(&range(15_000, 15_000), &linear(30_000));
        assert_eq!(equal.shape, Shape::Dot(0.5));
    }

    #[test]
    fn no_figure_is_words() {
        let words = mark(&Figure::default(), &linear(30_000));
        assert_eq!(words.shape, Shape::Words);
    }

    proptest! {
        #[test]
        fn marks_never_leave_the_strip((figure, scale) in any_figure_on_any_scale()) {
            let mark = mark(&figure, &scale);
            let mut positions = vec![mark.label.position];
            positions.extend(mark.best);
            match mark.shape {
                Shape::Span(span) => {
                    prop_assert!(span.low.position <= span.high.position);
                    positions.extend([span.low.position, span.high.position]);
                }
                Shape::Dot(share) => positions.push(share),
                Shape::OffScale(_) | Shape::Words => {}
            }
            // Not a number lies in no range.
            prop_assert!(positions.iter().all(|share| (0.0..=1.0).contains(share)));
        }

        #[test]
        fn given_ends_lie_at_their_values_and_all_others_are_marked(
            low in any::<u32>(), width in any::<u32>(), scale in any_scale(),
        ) {
            let (low, high) = (u64::from(low), u64::from(low) + u64::from(width) + 1);
            let Shape::Span(span) = mark(&range(low, high), &scale).shape else {
                return Ok(());
            };
            for (end, value) in [(span.low, low), (span.high, high)] {
                match scale.position(value) {
                    Position::Inside(share) => {
                        prop_assert_eq!(end, End { position: share, kind: EndKind::Given });
                    }
                    Position::Below | Position::Above => {
                        prop_assert_eq!(end.kind, EndKind::Clipped);
                    }
                }
            }
        }
    }
}
