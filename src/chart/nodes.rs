//! The chart's drawings as Yew nodes, which fit every width.

use yew::Html;
use yew::virtual_dom::{Key, VNode};

use super::band::{Band, BandKind};
use super::band_label::{draw_band_label, labelled};
use super::canvas::Canvas;
use super::decimal::UNITS_PER_PX;
use super::draw::{
    RULE_LABEL_HEIGHT, draw_band, draw_gridline, draw_mark, draw_rule, draw_rule_labels,
    draw_tick_label,
};
use super::fluid::{FULL_HEIGHT, Nodes, drawn, element};
use super::marks::Mark;
use super::rule::Rule;
use super::scale::Scale;
use super::ticks::Tick;
use super::time::{TimeScale, TimeTick};
use super::timeline::{EVENT_HEIGHT, draw_event, draw_time_gridline, draw_time_label};
use crate::dataset::Date;
use crate::locale::Direction;

/// The drawing of one figure with its words, as wide as the page makes it.
///
/// `height` is set to [`Mark::height`]; the width is left to the stylesheet, and so is `overflow: visible`
/// for what reaches up to [`OVERHANG`](super::OVERHANG) beyond the sides.
///
/// ```
/// use troop_estimates::chart::nodes::strip;
/// use troop_estimates::chart::{Scale, mark};
/// use troop_estimates::dataset::Figure;
/// use troop_estimates::locale::Direction;
/// use troop_estimates::view::{Extent, ScaleKind};
/// use yew::virtual_dom::VNode;
///
/// let extent = Extent { largest: Some(30_000), smallest_positive: Some(1_000), ..Extent::default() };
/// let figure = Figure { best: Some(1_000), ..Figure::default() };
/// let mark = mark(&figure, &Scale::new(ScaleKind::Linear, &extent));
/// let VNode::VTag(svg) = strip(Direction::LeftToRight, &mark, "1,000") else { panic!("an element") };
/// assert_eq!(svg.tag(), "svg");
/// ```
pub fn strip(direction: Direction, mark: &Mark, label: &str) -> Html {
    part(direction, "te-strip", mark.height(), |canvas| {
        // It cannot fail: the surface is not in use yet, and neither pixels nor sizes of text are asked for.
        draw_mark(canvas, mark, label).ok();
    })
}

/// What stands behind the rows: gridlines from top to bottom, over them the gaps or the overlap, and over
/// these the rules.
///
/// Each gridline and band has a key, so that a gridline glides when the scale changes.
pub fn background(
    direction: Direction,
    scale: &Scale,
    ticks: &[Tick],
    bands: &[Band],
    rules: &[Rule],
) -> Html {
    let bands = bands.iter().map(|band| {
        group(direction, band_key(band), FULL_HEIGHT, |canvas| {
            draw_band(canvas, scale, band).ok();
        })
    });
    let ticks = ticks.iter().map(|tick| {
        group(direction, tick.value.into(), FULL_HEIGHT, |canvas| {
            draw_gridline(canvas, tick).ok();
        })
    });
    let rules = rules.iter().enumerate().map(|(place, rule)| {
        group(
            direction,
            ["rule ", &place.to_string()].concat().into(),
            FULL_HEIGHT,
            |canvas| {
                draw_rule(canvas, scale, rule).ok();
            },
        )
    });
    drawing("te-background", ticks.chain(bands).chain(rules).collect())
}

/// The labels of the ticks, in the same order. They stand above the top edge of a drawing without height:
/// the stylesheet leaves [`AXIS_HEIGHT`](super::AXIS_HEIGHT) free there.
pub fn axis(direction: Direction, ticks: &[Tick], labels: &[String]) -> Html {
    let labels = ticks.iter().zip(labels).map(|(tick, label)| {
        group(direction, tick.value.into(), 0, |canvas| {
            draw_tick_label(canvas, tick, label).ok();
        })
    });
    drawing("te-axis", labels.collect())
}

/// The words of the bands. They stand below the bottom edge of a drawing without height: the stylesheet
/// leaves [`AXIS_HEIGHT`](super::AXIS_HEIGHT) free there.
pub fn band_labels(direction: Direction, scale: &Scale, bands: &[Band]) -> Html {
    let labels = labelled(scale, bands).into_iter().map(|band| {
        group(direction, band_key(band), 0, |canvas| {
            draw_band_label(canvas, scale, band).ok();
        })
    });
    drawing("te-band-labels", labels.collect())
}

/// The words of the rules, a line for each. Below them the rows begin.
pub fn rule_labels(direction: Direction, scale: &Scale, rules: &[Rule]) -> Html {
    let lines = u32::try_from(rules.len()).unwrap_or_default();
    part(
        direction,
        "te-reference-labels",
        lines * RULE_LABEL_HEIGHT,
        |canvas| {
            draw_rule_labels(canvas, scale, rules).ok();
        },
    )
}

/// The strip of one event on a time line.
pub fn event_strip(direction: Direction, scale: &TimeScale, span: (Date, Date)) -> Html {
    part(direction, "te-event-strip", EVENT_HEIGHT, |canvas| {
        draw_event(canvas, scale, span).ok();
    })
}

/// What stands behind the events of a time line: gridlines from top to bottom.
pub fn time_background(direction: Direction, ticks: &[TimeTick]) -> Html {
    let lines = drawn(direction, FULL_HEIGHT, |canvas| {
        for tick in ticks {
            draw_time_gridline(canvas, tick).ok();
        }
    });
    drawing("te-time-background", lines)
}

/// The labels of the ticks of a time line, above the top edge of a drawing without height.
pub fn time_axis(direction: Direction, ticks: &[TimeTick]) -> Html {
    let labels = drawn(direction, 0, |canvas| {
        for tick in ticks {
            draw_time_label(canvas, tick).ok();
        }
    });
    drawing("te-time-axis", labels)
}

/// A drawing of its own height in CSS px.
fn part(
    direction: Direction,
    class: &'static str,
    height: u32,
    draw: impl FnOnce(&Canvas<Nodes>),
) -> Html {
    let values = [
        Some(class.into()),
        Some("true".into()),
        Some(height.to_string().into()),
    ];
    let nodes = drawn(direction, height * UNITS_PER_PX, draw);
    element("svg", &["class", "aria-hidden", "height"], values, nodes).into()
}

fn drawing(class: &'static str, children: Vec<VNode>) -> Html {
    let values = [Some(class.into()), Some("true".into())];
    element("svg", &["class", "aria-hidden"], values, children).into()
}

fn band_key(band: &Band) -> Key {
    let kind = match band.kind {
        BandKind::Gap => "gap",
        BandKind::Overlap => "overlap",
    };
    let [low, high] =
        [band.low, band.high].map(|end| end.map_or_else(String::new, |value| value.to_string()));
    [kind, &low, &high].join(" ").into()
}

/// What is drawn on a canvas of a height in units, as one child with a key.
fn group(direction: Direction, key: Key, height: u32, draw: impl FnOnce(&Canvas<Nodes>)) -> VNode {
    let nodes = drawn(direction, height, draw);
    let mut group = element("g", &[], [], nodes);
    group.key = Some(key);
    group.into()
}

#[cfg(test)]
mod tests {
    use super::super::testing::scales;
    use super::super::ticks;
    use super::*;

    fn keys(scale: &Scale, bands: &[Band]) -> Vec<String> {
        let ticks = ticks(scale);
        let VNode::VTag(svg) = background(Direction::LeftToRight, scale, &ticks, bands, &[]) else {
            panic!("expected an element");
        };
        let Some(VNode::VList(children)) = svg.children() else {
            panic!("expected children");
        };
        let keys = children.iter().map(|child| child.key());
        keys.map(|key| key.map(Key::to_string).unwrap_or_default())
            .collect()
    }

    #[test]
    fn gridlines_have_their_values_and_bands_their_ends_as_keys() {
        let band = Band {
            kind: BandKind::Gap,
            low: Some(20_000),
            high: None,
            label: String::new(),
        };
        let [(_, scale), ..] = scales();
        let lines = ["0", "10000", "20000", "30000"];
        assert_eq!(keys(&scale, &[]), lines);
        let [with_band @ .., band_key] = &keys(&scale, &[band])[..] else {
            panic!("expected children");
        };
        assert_eq!(band_key, "gap 20000 ");
        assert_eq!(with_band, lines);
    }
}
