//! Where the words of a figure stand.
//!
//! Beside the mark: right of its high end where the strip leaves room, else left of its low end, else
//! above. The choice follows from the figure alone, for the narrowest strip there is, so it is the same
//! at every width and nothing has to be measured.

use super::glyph::{ARROW_LENGTH, DOT_RADIUS, END_RADIUS};
use super::marks::{Edge, EndKind, Shape, Span};
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

/// What a mark covers: shares of the width, and how many CSS px its glyphs reach beyond them.
#[derive(Clone, Copy, Debug)]
struct Footprint {
    low: f64,
    reach_left: f64,
    high: f64,
    reach_right: f64,
}

impl LabelPlace {
    /// The place of the words of a figure whose mark has this shape.
    pub(super) fn beside(shape: &Shape, figure: &Figure) -> LabelPlace {
        let footprint = match shape {
            Shape::Words => return LabelPlace::right_of(0.0, GAP),
            Shape::OffScale(Edge::Left) => return LabelPlace::right_of(0.0, GAP),
            Shape::OffScale(Edge::Right) => return LabelPlace::left_of(1.0, GAP),
            Shape::Dot(share) => Footprint::of_dot(*share),
            Shape::Span(span) => Footprint::of_span(span),
        };
        let width = label_width(figure);
        if footprint.room_right() >= width {
            LabelPlace::right_of(footprint.high, footprint.reach_right + GAP)
        } else if footprint.room_left() >= width {
            LabelPlace::left_of(footprint.low, footprint.reach_left + GAP)
        } else {
            LabelPlace::above(&footprint, figure.low.is_some(), width)
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

    /// Above the mark, flush with an end that the source gave, if the strip has room on that side; else as
    /// far right as it stays inside the narrowest strip.
    fn above(footprint: &Footprint, low_is_given: bool, width: f64) -> LabelPlace {
        let from_low = (TextAnchor::Start, footprint.low);
        let to_high = (TextAnchor::End, footprint.high);
        let choices = if low_is_given {
            [from_low, to_high]
        } else {
            [to_high, from_low]
        };
        let fits = |(anchor, position): &(TextAnchor, f64)| {
            let (left, right) = anchor.interval(position * NARROWEST_STRIP, width);
            left >= 0.0 && right <= NARROWEST_STRIP
        };
        let pushed_in = (TextAnchor::Start, (1.0 - width / NARROWEST_STRIP).max(0.0));
        let (anchor, position) = choices.into_iter().find(fits).unwrap_or(pushed_in);
        LabelPlace {
            side: Side::Above,
            anchor,
            position,
            offset: 0.0,
        }
    }
}

impl Footprint {
    fn of_dot(share: f64) -> Footprint {
        Footprint {
            low: share,
            reach_left: DOT_RADIUS,
            high: share,
            reach_right: DOT_RADIUS,
        }
    }

    fn of_span(span: &Span) -> Footprint {
        let reach = |kind| match kind {
            EndKind::Given => END_RADIUS,
            EndKind::Clipped => ARROW_LENGTH,
            EndKind::Open if span.is_short() => ARROW_LENGTH,
            EndKind::Open => 0.0,
        };
        Footprint {
            low: span.low.position,
            reach_left: reach(span.low.kind),
            high: span.high.position,
            reach_right: reach(span.high.kind),
        }
    }

    fn room_right(&self) -> f64 {
        (1.0 - self.high) * NARROWEST_STRIP - self.reach_right - GAP
    }

    fn room_left(&self) -> f64 {
        self.low * NARROWEST_STRIP - self.reach_left - GAP
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
    fn words_stand_right_of_the_mark_where_there_is_room() {
        assert_eq!(side(single(11_000)), Side::Right);
        assert_eq!(side(range(0, 10_000)), Side::Right);
    }

    #[test]
    fn words_stand_left_of_a_mark_in_the_right_part() {
        assert_eq!(side(single(30_000)), Side::Left);
        assert_eq!(side(range(25_000, 30_000)), Side::Left);
    }

    #[test]
    fn words_stand_above_a_mark_that_leaves_no_room() {
        assert_eq!(side(range(10_000, 20_000)), Side::Above);
        assert_eq!(side(up_to(30_000)), Side::Above);
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
            let footprint = match mark.shape {
                Shape::Dot(share) => Footprint::of_dot(share),
                Shape::Span(span) => Footprint::of_span(&span),
                Shape::OffScale(_) | Shape::Words => return Ok(()),
            };
            let width = label_width(&figure);
            let place = mark.label;
            let (left, right) = place.anchor.interval(place.position * strip + place.offset, width);
            if width <= NARROWEST_STRIP {
                prop_assert!(left >= -1e-6 && right <= strip + 1e-6, "{left} to {right}");
            }
            match place.side {
                Side::Right => prop_assert!(left > footprint.high * strip + footprint.reach_right),
                Side::Left => prop_assert!(right < footprint.low * strip - footprint.reach_left),
                Side::Above => prop_assert!(mark.height() > 28),
            }
        }
    }
}
