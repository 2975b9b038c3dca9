//! Where the words of a figure stand.
//!
//! Above a range: beside it they would lie in the gap that begins or ends with it. Beside a dot, right of it
//! where the strip leaves room, else left, else above. The choice follows from the figure alone, for the
//! narrowest strip there is, so it is the same at every width and nothing has to be measured.

use super::glyph::DOT_RADIUS;
use super::marks::{Edge, Shape};
use super::text::{NARROWEST_STRIP, TextAnchor, number_length};
use crate::dataset::{Figure, FigureKind};

/// The width of a character of a label, which is set in 14 px.
const CHARACTER: f64 = 7.5;
/// The space between a mark and its label, in CSS px.
const GAP: f64 = 5.0;
/// Room for the words between two numbers, in characters.
const BETWEEN: u32 = 6;
/// Room for a word such as "about" or "environ" before a number, in characters.
const ABOUT: u32 = 8;
/// Room for words such as "at least" or "mindestens" before a number, in characters.
const BOUND: u32 = 11;

/// Where the words of a figure stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// On which side of the mark.
    pub side: Side,
    /// Which part of the words stands at the position.
    pub anchor: TextAnchor,
    /// The position as a share of the width, from 0.0 to 1.0.
    pub position: f64,
    /// How far the words stand right of the position (left where negative), in CSS px.
    pub offset: f64,
}

/// A side of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Right of its high end.
    Right,
    /// Left of its low end.
    Left,
    /// Above it.
    Above,
}

impl LabelPlace {
    /// The place of the words of a figure whose mark has this shape.
    pub(super) fn of(shape: &Shape, figure: &Figure) -> LabelPlace {
        let width = label_width(figure);
        match *shape {
            Shape::Words | Shape::OffScale(Edge::Left) => LabelPlace::right_of(0.0, GAP),
            Shape::OffScale(Edge::Right) => LabelPlace::left_of(1.0, GAP),
            Shape::Dot(at) => LabelPlace::beside_dot(at, width),
            Shape::Span(span) => {
                let ends = [span.low.position, span.high.position];
                LabelPlace::above(ends, figure.low.is_some(), width)
            }
        }
    }

    fn beside_dot(at: f64, width: f64) -> LabelPlace {
        let distance = DOT_RADIUS + GAP;
        let needed = (distance + width) / NARROWEST_STRIP;
        if at + needed <= 1.0 {
            LabelPlace::right_of(at, distance)
        } else if at - needed >= 0.0 {
            LabelPlace::left_of(at, distance)
        } else {
            LabelPlace::above([at, at], true, width)
        }
    }

    fn right_of(position: f64, offset: f64) -> LabelPlace {
        LabelPlace {
            side: Side::Right,
            anchor: TextAnchor::Start,
            position,
            offset,
        }
    }

    fn left_of(position: f64, offset: f64) -> LabelPlace {
        LabelPlace {
            side: Side::Left,
            anchor: TextAnchor::End,
            position,
            offset: -offset,
        }
    }

    /// Above the mark, flush with an end that the source gave, if the strip has room on that side; else over
    /// its middle, as far as it stays inside the narrowest strip.
    fn above([low, high]: [f64; 2], low_is_given: bool, width: f64) -> LabelPlace {
        let from_low = (TextAnchor::Start, low);
        let to_high = (TextAnchor::End, high);
        let choices = if low_is_given {
            [from_low, to_high]
        } else {
            [to_high, from_low]
        };
        let fits = |(anchor, position): &(TextAnchor, f64)| {
            let (left, right) = anchor.interval(position * NARROWEST_STRIP, width);
            left >= 0.0 && right <= NARROWEST_STRIP
        };
        let half = (width / 2.0 / NARROWEST_STRIP).min(0.5);
        // Not `clamp`: its panic would bring the formatting of floating-point numbers, 8 KB of wasm.
        let middle = f64::midpoint(low, high).min(1.0 - half).max(half);
        let over_it = (TextAnchor::Middle, middle);
        let (anchor, position) = choices.into_iter().find(fits).unwrap_or(over_it);
        LabelPlace {
            side: Side::Above,
            anchor,
            position,
            offset: 0.0,
        }
    }
}

/// How wide the words of a figure will be, in CSS px: rather too wide, as languages differ.
fn label_width(figure: &Figure) -> f64 {
    let about = if figure.approximate { ABOUT } else { 0 };
    let characters = match figure.kind() {
        FigureKind::Range { low, high } => number_length(low) + BETWEEN + number_length(high),
        FigureKind::Single(value) => number_length(value),
        FigureKind::UpTo(value) | FigureKind::AtLeast(value) => BOUND + number_length(value),
        FigureKind::NotGiven => 0,
    };
    f64::from(about + characters) * CHARACTER
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{any_figure_on_any_scale, extent_of, range, single, up_to};
    use super::super::{Scale, mark};
    use super::*;
    use crate::view::ScaleKind;

    fn side(figure: Figure) -> Side {
        let scale = Scale::new(ScaleKind::Linear, &extent_of(&[30_000]));
        mark(&figure, &scale).label.side
    }

    #[test]
    fn words_stand_right_of_a_dot_where_there_is_room() {
        assert_eq!(side(single(11_000)), Side::Right);
    }

    #[test]
    fn words_stand_left_of_a_dot_in_the_right_part() {
        assert_eq!(side(single(30_000)), Side::Left);
    }

    #[test]
    fn words_stand_above_every_range() {
        for figure in [
            range(0, 10_000),
            range(10_000, 20_000),
            range(25_000, 30_000),
            up_to(30_000),
        ] {
            assert_eq!(side(figure), Side::Above);
        }
    }

    #[test]
    fn words_above_are_flush_with_a_given_end() {
        let scale = Scale::new(ScaleKind::Linear, &extent_of(&[30_000]));
        let anchor = |figure| mark(&figure, &scale).label.anchor;
        assert_eq!(anchor(range(10_000, 20_000)), TextAnchor::Start);
        assert_eq!(anchor(up_to(30_000)), TextAnchor::End);
    }

    proptest! {
        #[test]
        fn words_never_lie_over_their_mark_nor_leave_the_strip(
            (figure, scale) in any_figure_on_any_scale(), strip in 250.0..1200.0,
        ) {
            let mark = mark(&figure, &scale);
            if matches!(mark.shape, Shape::OffScale(_) | Shape::Words) {
                return Ok(());
            }
            let width = label_width(&figure);
            let place = mark.label;
            let (left, right) = place.anchor.interval(place.position * strip + place.offset, width);
            if width <= NARROWEST_STRIP {
                prop_assert!(left >= -1e-6 && right <= strip + 1e-6, "{left} to {right}");
            }
            match (mark.shape, place.side) {
                (Shape::Dot(at), Side::Right) => prop_assert!(left > at * strip + DOT_RADIUS),
                (Shape::Dot(at), Side::Left) => prop_assert!(right < at * strip - DOT_RADIUS),
                (_, side) => {
                    prop_assert_eq!(side, Side::Above);
                    prop_assert!(mark.height() > 28);
                }
            }
        }
    }
}
