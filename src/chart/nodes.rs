//! The chart's drawings as Yew nodes, which fit every width.

use yew::Html;
use yew::virtual_dom::{Key, VNode};

use super::band::{Band, BandKind};
use super::canvas::Canvas;
use super::draw::{draw_band, draw_band_label, draw_gridline, draw_mark, draw_tick_label};
use super::fluid::{FULL_HEIGHT, Nodes, UNITS_PER_PX, drawn, element};
use super::marks::Mark;
use super::scale::Scale;
use super::ticks::Tick;

/// The drawing of one figure with its words, as wide as the page makes it.
///
/// `height` is set to [`Mark::height`]; the width is left to the stylesheet, and so is `overflow: visible`
/// for what reaches up to [`OVERHANG`](super::OVERHANG) beyond the sides.
///
/// ```
/// use troop_estimates::chart::nodes::strip;
/// use troop_estimates::chart::{Scale, mark};
/// use troop_estimates::dataset::Figure;
/// use troop_estimates::view::{Extent, ScaleKind};
/// use yew::virtual_dom::VNode;
///
/// let extent = Extent { largest: Some(30_000), smallest_positive: Some(1_000) };
/// let figure = Figure { best: Some(1_000), ..Figure::default() };
/// let mark = mark(&figure, &Scale::new(ScaleKind::Linear, &extent));
/// let VNode::VTag(svg) = strip(&mark, "1,000") else { panic!("an element") };
/// assert_eq!(svg.tag(), "svg");
/// ```
pub fn strip(mark: &Mark, label: &str) -> Html {
    let height = mark.height();
    let nodes = drawn(height * UNITS_PER_PX, |canvas| {
        // It cannot fail: the surface is not in use yet, and neither pixels nor sizes of text are asked for.
        draw_mark(canvas, mark, label).ok();
    });
    let names = &["class", "aria-hidden", "height"];
    let values = [
        Some("te-strip".into()),
        Some("true".into()),
        Some(height.to_string().into()),
    ];
    element("svg", names, values, nodes).into()
}

/// What stands behind the rows: gridlines from top to bottom, and over them the gaps or the overlap.
///
/// Each child has a key, so that a gridline glides when the scale changes.
pub fn background(scale: &Scale, ticks: &[Tick], bands: &[Band]) -> Html {
    let bands = bands.iter().map(|band| {
        group(band_key(band), FULL_HEIGHT, |canvas| {
            draw_band(canvas, scale, band).ok();
        })
    });
    let ticks = ticks.iter().map(|tick| {
        group(tick.value.into(), FULL_HEIGHT, |canvas| {
            draw_gridline(canvas, tick).ok();
        })
    });
    drawing("te-background", ticks.chain(bands).collect())
}

/// The labels of the ticks, in the same order. They stand above the top edge of a drawing without height:
/// the stylesheet leaves [`AXIS_HEIGHT`](super::AXIS_HEIGHT) free there.
pub fn axis(ticks: &[Tick], labels: &[String]) -> Html {
    let labels = ticks.iter().zip(labels).map(|(tick, label)| {
        group(tick.value.into(), 0, |canvas| {
            draw_tick_label(canvas, tick, label).ok();
        })
    });
    drawing("te-axis", labels.collect())
}

/// The words of the bands. They stand below the bottom edge of a drawing without height: the stylesheet
/// leaves [`AXIS_HEIGHT`](super::AXIS_HEIGHT) free there.
pub fn band_labels(scale: &Scale, bands: &[Band]) -> Html {
    let labels = bands.iter().map(|band| {
        group(band_key(band), 0, |canvas| {
            draw_band_label(canvas, scale, band).ok();
        })
    });
    drawing("te-band-labels", labels.collect())
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
    format!("{kind} {:?} {:?}", band.low, band.high).into()
}

/// What is drawn on a canvas of a height in units, as one child with a key.
fn group(key: Key, height: u32, draw: impl FnOnce(&Canvas<Nodes>)) -> VNode {
    let nodes = drawn(height, draw);
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
        let VNode::VTag(svg) = background(scale, &ticks(scale), bands) else {
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
        assert_eq!(band_key, "gap Some(20000) None");
        assert_eq!(with_band, lines);
    }
}
