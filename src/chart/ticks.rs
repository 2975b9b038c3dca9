//! The ticks of an axis: round values, as many as their labels leave room for.
//!
//! Labels are fitted to two widths. From [`WIDE_STRIP`] on every tick shows its label. Below, a container
//! query hides the labels of all but the major ticks, and these fit down to [`NARROW_STRIP`]. Both sets
//! are found in the same way: of several regular patterns, from fine to coarse, the first that fits.

use super::scale::{MOST_INTERVALS, Position, Scale, linear_steps, log_steps};
use super::text::{TextAnchor, number_length};
use crate::view::ScaleKind;

/// The width in CSS px from which all ticks show their labels.
pub const WIDE_STRIP: f64 = 480.0;
/// The width in CSS px down to which the major ticks show their labels.
pub const NARROW_STRIP: f64 = 240.0;

/// The width of a character of a tick label, which is set in 12 px.
const CHARACTER: f64 = 7.0;
/// The least space between two tick labels, in CSS px.
const GAP: f64 = 12.0;

/// A round value with a gridline and a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The value that the label names.
    pub value: u64,
    /// Where it lies, as a share of the width from 0.0 to 1.0.
    pub position: f64,
    /// Whether its label is shown on narrow strips too.
    pub major: bool,
}

impl Tick {
    /// Which part of the label stands at the gridline: its middle, but near an edge its outer end.
    pub fn anchor(&self) -> TextAnchor {
        TextAnchor::within(
            NARROW_STRIP,
            self.position * NARROW_STRIP,
            label_width(self.value),
        )
    }

    /// Where the label begins and ends on a strip of the given width, by estimate; in CSS px.
    fn label_interval(&self, strip: f64) -> (f64, f64) {
        self.anchor()
            .interval(self.position * strip, label_width(self.value))
    }
}

/// The ticks of a scale, ascending, all of them inside its domain.
///
/// ```
/// use troop_estimates::chart::{Scale, ticks};
/// use troop_estimates::view::{Extent, ScaleKind};
///
/// let extent = Extent { largest: Some(30_000), smallest_positive: Some(10_000), ..Extent::default() };
/// let ticks = ticks(&Scale::new(ScaleKind::Linear, &extent));
/// let major: Vec<u64> = ticks.iter().filter(|tick| tick.major).map(|tick| tick.value).collect();
/// assert_eq!(ticks.len(), 4);
/// assert_eq!(major, [0, 10_000, 20_000, 30_000]);
/// ```
pub fn ticks(scale: &Scale) -> Vec<Tick> {
    let mut ticks = first_that_fits(patterns(scale), WIDE_STRIP);
    for major in first_that_fits(coarser(scale, &ticks), NARROW_STRIP) {
        for tick in &mut ticks {
            tick.major |= tick.value == major.value;
        }
    }
    ticks
}

fn label_width(value: u64) -> f64 {
    f64::from(number_length(value)) * CHARACTER
}

fn first_that_fits(patterns: Vec<Vec<Tick>>, strip: f64) -> Vec<Tick> {
    patterns
        .into_iter()
        .find(|ticks| fit(ticks, strip))
        .unwrap_or_default()
}

fn fit(ticks: &[Tick], strip: f64) -> bool {
    ticks.windows(2).all(|pair| {
        let (_, end) = pair[0].label_interval(strip);
        let (start, _) = pair[1].label_interval(strip);
        end + GAP <= start
    })
}

/// All regular patterns of ticks, from fine to coarse.
fn patterns(scale: &Scale) -> Vec<Vec<Tick>> {
    match scale.kind() {
        ScaleKind::Linear => every_nth(&linear_steps_of(scale)),
        ScaleKind::Log => log_patterns(scale),
    }
}

/// The patterns that are left when some of these ticks lose their labels.
fn coarser(scale: &Scale, ticks: &[Tick]) -> Vec<Vec<Tick>> {
    match scale.kind() {
        ScaleKind::Linear => every_nth(ticks),
        ScaleKind::Log => log_patterns(scale)
            .into_iter()
            .filter(|pattern| pattern.iter().all(|tick| ticks.contains(tick)))
            .chain([ticks.iter().copied().take(1).collect()])
            .collect(),
    }
}

/// All ticks, then every second, every third and so on, always from the first.
fn every_nth(ticks: &[Tick]) -> Vec<Vec<Tick>> {
    (1..=ticks.len())
        .map(|stride| ticks.iter().copied().step_by(stride).collect())
        .collect()
}

/// The finest equal round steps that lead from one end of the domain to the other, or else, where a
/// zoomed domain has no round ends, those that lie in it; never more than a few.
fn linear_steps_of(scale: &Scale) -> Vec<Tick> {
    let (low, high) = scale.domain();
    let intervals = |step: u64| (high / step).saturating_sub(low.div_ceil(step));
    let few = || linear_steps().filter(|&step| intervals(step) <= MOST_INTERVALS);
    let step = few()
        .filter(|step| low % step == 0 && high % step == 0)
        .min()
        .or_else(|| few().min())
        .unwrap_or(high);
    on_scale(
        scale,
        (low.div_ceil(step)..=high / step).map(|index| index * step),
    )
}

/// 1-2-5, then 1-5, then every decade, every second decade and so on, at last the two ends alone.
fn log_patterns(scale: &Scale) -> Vec<Vec<Tick>> {
    let all = on_scale(scale, log_steps());
    let keep = |kept: &dyn Fn(u64) -> bool| -> Vec<Tick> {
        let kept = all.iter().filter(|tick| kept(tick.value));
        kept.copied().collect()
    };
    let one_five = keep(&|value| leading_digit(value) != 2);
    let decades = (1..=16)
        .map(|stride| keep(&|value| leading_digit(value) == 1 && value.ilog10() % stride == 0));
    let ends = all.first().into_iter().chain(all.last()).copied().collect();
    [all.clone(), one_five]
        .into_iter()
        .chain(decades)
        .filter(|pattern| pattern.len() > 1)
        .chain([ends])
        .collect()
}

fn leading_digit(value: u64) -> u64 {
    value / 10_u64.pow(value.ilog10())
}

fn on_scale(scale: &Scale, values: impl Iterator<Item = u64>) -> Vec<Tick> {
    values
        .filter_map(|value| match scale.position(value) {
            Position::Inside(position) => Some(Tick {
                value,
                position,
                major: false,
            }),
            Position::Below | Position::Above => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{any_scale, extent_of, zoomed_extent_of};
    use super::*;

    /// The values of the ticks, the major ones and all.
    fn values(kind: ScaleKind, figures: &[u64]) -> (Vec<u64>, Vec<u64>) {
        let ticks = ticks(&Scale::new(kind, &extent_of(figures)));
        let major = ticks.iter().filter(|tick| tick.major);
        let major = major.map(|tick| tick.value).collect();
        (major, ticks.iter().map(|tick| tick.value).collect())
    }

    #[test]
    fn a_linear_axis_has_round_ticks() {
        let (major, all) = values(ScaleKind::Linear, &[110_000]);
        assert_eq!(major, [0, 50_000, 100_000]);
        assert_eq!(all, [0, 25_000, 50_000, 75_000, 100_000, 125_000]);
    }

    #[test]
    fn a_logarithmic_axis_names_its_decades_at_every_width() {
        let (major, all) = values(ScaleKind::Log, &[1_000, 110_000]);
        assert_eq!(major, [1_000, 10_000, 100_000]);
        assert_eq!(all, [1_000, 10_000, 100_000]);
    }

    #[test]
    fn a_logarithmic_axis_of_one_decade_shows_steps_in_between() {
        let (major, all) = values(ScaleKind::Log, &[6_000, 40_000]);
        assert_eq!(major, all);
        assert_eq!(all, [5_000, 10_000, 20_000, 50_000]);
    }

    #[test]
    fn an_axis_without_figures_has_ticks() {
        assert_eq!(values(ScaleKind::Linear, &[]).1, [0, 1]);
        assert_eq!(values(ScaleKind::Log, &[]).1, [1, 2, 5, 10]);
    }

    #[test]
    fn a_zoomed_axis_has_round_ticks_inside() {
        let ticks = ticks(&Scale::new(
            ScaleKind::Linear,
            &zoomed_extent_of(&[25_000, 30_000]),
        ));
        let values: Vec<u64> = ticks.iter().map(|tick| tick.value).collect();
        assert_eq!(values, [25_000, 26_000, 27_000, 28_000, 29_000, 30_000]);
    }

    #[test]
    fn the_labels_at_the_ends_stay_inside() {
        let ticks = ticks(&Scale::new(ScaleKind::Linear, &extent_of(&[30_000])));
        let anchors = [0, 1, 3].map(|index: usize| ticks[index].anchor());
        assert_eq!(
            anchors,
            [TextAnchor::Start, TextAnchor::Middle, TextAnchor::End]
        );
    }

    proptest! {
        #[test]
        fn ticks_ascend_inside_the_domain(scale in any_scale()) {
            let ticks = ticks(&scale);
            let (low, high) = scale.domain();
            prop_assert!(ticks.iter().any(|tick| tick.major));
            prop_assert!(ticks.windows(2).all(|pair| pair[0].value < pair[1].value));
            for tick in ticks {
                prop_assert!((low..=high).contains(&tick.value));
                prop_assert_eq!(scale.position(tick.value), Position::Inside(tick.position));
            }
        }

        #[test]
        fn a_linear_axis_has_few_ticks(figures in proptest::collection::vec(3_u64..500_000, 1..4)) {
            let count = |extent| ticks(&Scale::new(ScaleKind::Linear, &extent)).len();
            prop_assert!((4..=6).contains(&count(extent_of(&figures))));
            prop_assert!((2..=6).contains(&count(zoomed_extent_of(&figures))));
        }

        #[test]
        fn labels_never_collide_nor_leave_the_strip(scale in any_scale(), wider in 1.0..4.0) {
            let ticks = ticks(&scale);
            let major = ticks.iter().copied().filter(|tick| tick.major).collect();
            for (shown, strip) in [(ticks, WIDE_STRIP * wider), (major, NARROW_STRIP * wider)] {
                let labels: Vec<_> = shown.iter().map(|tick| tick.label_interval(strip)).collect();
                prop_assert!(labels.windows(2).all(|pair| pair[0].1 + 11.99 <= pair[1].0));
                prop_assert!(labels.iter().all(|(start, end)| *start >= 0.0 && *end <= strip));
            }
        }
    }
}
