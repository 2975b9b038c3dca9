//! From whole numbers to shares of the width, and back.
//!
//! The domain is chosen here, from what the figures span, and depends on nothing else: neither on
//! the width of the screen nor, unless the reader zooms, on which sources are switched on.

use crate::view::{Extent, ScaleKind};

/// More intervals between labelled ticks than these make a linear axis busy.
pub(super) const MOST_INTERVALS: u64 = 5;

/// A map from whole numbers to shares of the width, 0 at the left end and 1 at the right.
///
/// ```
/// use troop_estimates::chart::{Position, Scale};
/// use troop_estimates::view::{Extent, ScaleKind};
///
/// let extent = Extent { largest: Some(30_000), smallest_positive: Some(10_000), ..Extent::default() };
/// let scale = Scale::new(ScaleKind::Linear, &extent);
/// assert_eq!(scale.domain(), (0, 30_000));
/// assert_eq!(scale.position(15_000), Position::Inside(0.5));
/// assert_eq!(scale.position(30_001), Position::Above);
/// assert_eq!(scale.value_at(0.5), 15_000.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    kind: ScaleKind,
    low: u64,
    high: u64,
}

/// Where a value lies on a scale. A value outside the domain is never moved to its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Position {
    /// Below the domain; zero on a logarithmic scale always is.
    Below,
    /// Inside the domain, as a share of the width from 0.0 to 1.0.
    Inside(f64),
    /// Above the domain.
    Above,
}

impl Scale {
    /// Chooses a domain around the figures, never of width zero.
    ///
    /// A linear one begins at zero and ends at the closest tick above the largest figure; zoomed, it leaves
    /// a little room on both sides of the figures and need not begin at zero. A logarithmic one covers at least
    /// a decade and begins below the smallest positive figure, so that this figure does not stick to the edge.
    pub fn new(kind: ScaleKind, extent: &Extent) -> Scale {
        let largest = extent.largest.unwrap_or(0);
        let (low, high) = match kind {
            ScaleKind::Linear => match extent.zoomed_from {
                Some(smallest) => zoomed_ends(smallest, largest),
                None => (0, linear_end(largest)),
            },
            ScaleKind::Log => log_ends(extent.smallest_positive.unwrap_or(largest), largest),
        };
        Scale { kind, low, high }
    }

    /// Linear or logarithmic.
    pub fn kind(&self) -> ScaleKind {
        self.kind
    }

    /// Whether a linear axis leaves out what lies between zero and its start, which readers do not expect.
    pub fn is_cut(&self) -> bool {
        self.kind == ScaleKind::Linear && self.low > 0
    }

    /// The values at the left and the right end.
    pub fn domain(&self) -> (u64, u64) {
        (self.low, self.high)
    }

    /// Where a value lies.
    pub fn position(&self, value: u64) -> Position {
        if value < self.low {
            return Position::Below;
        }
        if value > self.high {
            return Position::Above;
        }
        let along = |value: u64| match self.kind {
            ScaleKind::Linear => value as f64,
            ScaleKind::Log => libm::log(value as f64),
        };
        let start = along(self.low);
        Position::Inside((along(value) - start) / (along(self.high) - start))
    }

    /// The value at a share of the width: the inverse of [`Scale::position`].
    pub fn value_at(&self, share: f64) -> f64 {
        let (low, high) = (self.low as f64, self.high as f64);
        match self.kind {
            ScaleKind::Linear => low + share * (high - low),
            ScaleKind::Log => low * libm::pow(high / low, share),
        }
    }
}

/// The least end that a few equal round steps from zero reach.
fn linear_end(largest: u64) -> u64 {
    linear_steps()
        .map(|step| (largest.div_ceil(step), step))
        .filter(|(intervals, _)| (1..=MOST_INTERVALS).contains(intervals))
        .map(|(intervals, step)| intervals * step)
        .min()
        .unwrap_or(1)
}

/// The figures with a twentieth of their span on either side; of the figure where there is only one.
fn zoomed_ends(smallest: u64, largest: u64) -> (u64, u64) {
    let span = match largest - smallest {
        0 => largest,
        span => span,
    };
    let room = (span / 20).max(1);
    (smallest.saturating_sub(room), largest + room)
}

/// The ends of a logarithmic domain, both of the form 1, 2 or 5 times a power of ten.
fn log_ends(smallest: u64, largest: u64) -> (u64, u64) {
    let low = log_steps()
        .take_while(|step| *step < smallest)
        .last()
        .unwrap_or(1);
    let high = log_steps().find(|step| *step >= largest).unwrap_or(largest);
    (low, high.max(10 * low))
}

/// 1, 2, 5 and 25 times the powers of ten: the round steps of a linear axis, in no order.
pub(super) fn linear_steps() -> impl Iterator<Item = u64> {
    powers_of_ten().flat_map(|power| [power, 2 * power, 5 * power, 25 * power])
}

/// 1, 2 and 5 times the powers of ten, ascending: the round values of a logarithmic axis.
pub(super) fn log_steps() -> impl Iterator<Item = u64> {
    powers_of_ten().flat_map(|power| [power, 2 * power, 5 * power])
}

/// The powers of ten up to 10¹⁶, the first above the largest figure that there can be.
fn powers_of_ten() -> impl Iterator<Item = u64> {
    (0..=16).map(|exponent| 10_u64.pow(exponent))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{LARGEST_FIGURE, any_scale, extent_of, zoomed_extent_of};
    use super::*;

    fn domain(kind: ScaleKind, figures: &[u64]) -> (u64, u64) {
        Scale::new(kind, &extent_of(figures)).domain()
    }

    #[test]
    fn linear_domains_begin_at_zero_and_end_at_a_round_value() {
        let end = |largest| domain(ScaleKind::Linear, &[1, largest]);
        assert_eq!(end(30_000), (0, 30_000));
        assert_eq!(end(110_000), (0, 125_000));
        assert_eq!(end(61), (0, 75));
        assert_eq!(end(LARGEST_FIGURE), (0, 10_000_000_000_000_000));
    }

    #[test]
    fn logarithmic_domains_leave_room_below_and_cover_a_decade() {
        let ends = |figures: &[u64]| domain(ScaleKind::Log, figures);
        assert_eq!(ends(&[1_000, 110_000]), (500, 200_000));
        assert_eq!(ends(&[5_000, 5_000]), (2_000, 20_000));
        assert_eq!(ends(&[1]), (1, 10));
        assert_eq!(ends(&[0, 4_000, 30_000]), (2_000, 50_000));
    }

    #[test]
    fn without_figures_the_domain_still_has_a_width() {
        assert_eq!(domain(ScaleKind::Linear, &[]), (0, 1));
        assert_eq!(domain(ScaleKind::Linear, &[0, 0]), (0, 1));
        assert_eq!(domain(ScaleKind::Log, &[]), (1, 10));
        assert_eq!(domain(ScaleKind::Log, &[0]), (1, 10));
    }

    #[test]
    fn zero_is_off_a_logarithmic_scale_and_at_the_start_of_a_linear_one() {
        let extent = extent_of(&[0, 1_000]);
        let position = |kind| Scale::new(kind, &extent).position(0);
        assert_eq!(position(ScaleKind::Log), Position::Below);
        assert_eq!(position(ScaleKind::Linear), Position::Inside(0.0));
    }

    #[test]
    fn zoomed_linear_domains_leave_a_little_room_and_begin_at_zero_only_where_it_is_near() {
        let zoomed = |figures: &[u64]| Scale::new(ScaleKind::Linear, &zoomed_extent_of(figures));
        for (figures, domain, is_cut) in [
            (&[25_000, 30_000][..], (24_750, 30_250), true),
            (&[110_000, 110_000], (104_500, 115_500), true),
            (&[1_000, 30_000], (0, 31_450), false),
            (&[0, 30_000], (0, 31_500), false),
            (&[5], (4, 6), true),
            (&[0], (0, 1), false),
            (&[], (0, 1), false),
            (
                &[LARGEST_FIGURE],
                (8_556_839_292_003_942, 9_457_559_217_478_040),
                true,
            ),
        ] {
            let scale = zoomed(figures);
            assert_eq!(
                (scale.domain(), scale.is_cut()),
                (domain, is_cut),
                "{figures:?}"
            );
        }
        assert!(!Scale::new(ScaleKind::Log, &zoomed_extent_of(&[25_000, 30_000])).is_cut());
    }

    fn any_scale_and_value_inside() -> impl Strategy<Value = (Scale, u64)> {
        any_scale().prop_flat_map(|scale| {
            let (low, high) = scale.domain();
            (Just(scale), low..=high)
        })
    }

    proptest! {
        #[test]
        fn positions_lead_back_to_their_values((scale, value) in any_scale_and_value_inside()) {
            let Position::Inside(share) = scale.position(value) else {
                return Err(TestCaseError::fail("off the scale"));
            };
            let error = (scale.value_at(share) - value as f64).abs();
            prop_assert!(error <= value as f64 * 1e-12);
        }

        #[test]
        fn every_figure_lies_on_the_scale_made_for_it(
            figures in proptest::collection::vec(1..=LARGEST_FIGURE, 1..8),
            log: bool,
            zoomed: bool,
        ) {
            let kind = if log { ScaleKind::Log } else { ScaleKind::Linear };
            let extent = if zoomed { zoomed_extent_of(&figures) } else { extent_of(&figures) };
            let scale = Scale::new(kind, &extent);
            for figure in figures {
                let Position::Inside(share) = scale.position(figure) else {
                    return Err(TestCaseError::fail("off the scale"));
                };
                prop_assert!((0.0..=1.0).contains(&share));
            }
        }

        #[test]
        fn larger_values_never_lie_further_left(scale in any_scale(), a: u64, b: u64) {
            let rank = |value: u64| match scale.position(value) {
                Position::Below => -1.0,
                Position::Inside(share) => share,
                Position::Above => 2.0,
            };
            let (smaller, larger) = (a.min(b), a.max(b));
            prop_assert!(rank(smaller) <= rank(larger));
        }

        #[test]
        fn a_linear_domain_wastes_less_than_half(largest in 1..=LARGEST_FIGURE) {
            let (_, end) = domain(ScaleKind::Linear, &[largest]);
            prop_assert!(largest <= end && end <= 2 * largest);
        }
    }
}
