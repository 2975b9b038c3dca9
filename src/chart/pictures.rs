//! The same drawing functions on two backends, kept as snapshots: look at them after a change.

#![allow(clippy::unwrap_used, reason = "that is how a test fails")]

use std::cell::RefCell;
use std::rc::Rc;

use plotters_svg::SVGBackend;

use super::testing::{kinds, scales};
use super::*;
use crate::locale::Direction;

/// Units per px of the picture.
const UNITS_PER_PX: u32 = 10;

impl Surface for SVGBackend<'_> {
    fn units_per_px(&self) -> u32 {
        UNITS_PER_PX
    }
}

fn gap() -> Band {
    Band {
        kind: BandKind::Gap,
        low: Some(20_000),
        high: Some(25_000),
        label: String::from("named by nobody"),
    }
}

fn rules() -> [Rule; 3] {
    [
        (11_000, "already sent: about 11,000"),
        (0, "none"),
        (40_000, "40,000"),
    ]
    .map(|(value, label)| Rule {
        value,
        label: String::from(label),
    })
}

/// All kinds of figures below each other, with axis, band and rules, as a picture 600 px wide.
fn picture(direction: Direction, scale: &Scale) -> String {
    let marks: Vec<_> = kinds()
        .into_iter()
        .map(|(figure, words)| (mark(&figure, scale), words))
        .collect();
    let rows: u32 = marks.iter().map(|(mark, _)| mark.height()).sum();
    let words = 3 * RULE_LABEL_HEIGHT;
    let (width, height) = (600, rows + words + 48);
    let mut text = String::new();
    {
        let size = (width * UNITS_PER_PX, height * UNITS_PER_PX);
        let surface = Rc::new(RefCell::new(SVGBackend::with_string(&mut text, size)));
        let page = Canvas::new(&surface, direction);
        let column = f64::from(width) - 2.0 * OVERHANG;
        let below_words = AXIS_HEIGHT + f64::from(words);
        let above = page.part((OVERHANG, AXIS_HEIGHT), (column, f64::from(words)));
        let chart = page.part((OVERHANG, below_words), (column, f64::from(rows)));
        let ticks = ticks(scale);
        let labels: Vec<String> = ticks.iter().map(|tick| tick.value.to_string()).collect();
        for (tick, label) in ticks.iter().zip(&labels) {
            draw_gridline(&chart, tick).unwrap();
            draw_tick_label(&above, tick, label).unwrap();
        }
        draw_rule_labels(&above, scale, &rules()).unwrap();
        draw_band(&chart, scale, &gap()).unwrap();
        for rule in rules() {
            draw_rule(&chart, scale, &rule).unwrap();
        }
        draw_band_label(&chart, scale, &gap()).unwrap();
        let mut top = 0.0;
        for (mark, words) in marks {
            let height = f64::from(mark.height());
            let strip = chart.part((0.0, top), (column, height));
            draw_mark(&strip, &mark, words).unwrap();
            top += height;
        }
    }
    text
}

#[test]
fn standalone_pictures() {
    for (name, scale) in scales() {
        let picture = picture(Direction::LeftToRight, &scale);
        insta::assert_snapshot!(format!("picture_{name}"), picture);
    }
}

#[test]
fn a_standalone_picture_from_right_to_left() {
    let [(_, scale), ..] = scales();
    insta::assert_snapshot!("picture_mirrored", picture(Direction::RightToLeft, &scale));
}

#[cfg(feature = "ssr")]
mod nodes {
    use super::super::nodes::{
        axis, background, band_labels, event_strip, rule_labels, strip, time_axis, time_background,
    };
    use crate::dataset::Date;
    use yew::{Html, LocalServerRenderer, Properties, component};

    use super::*;

    #[derive(PartialEq, Properties)]
    struct Given {
        nodes: Html,
    }

    #[component]
    fn Holder(given: &Given) -> Html {
        given.nodes.clone()
    }

    /// The nodes as the native side writes them into a page, a line for each element.
    fn written(nodes: Html) -> String {
        let renderer = LocalServerRenderer::<Holder>::with_props(Given { nodes });
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        let html =
            tokio::task::LocalSet::new().block_on(&runtime, renderer.hydratable(false).render());
        html.replace("><", ">\n<")
    }

    fn strips(direction: Direction, scale: &Scale) -> String {
        let strips = kinds()
            .into_iter()
            .map(|(figure, words)| strip(direction, &mark(&figure, scale), words));
        written(strips.collect())
    }

    #[test]
    fn strips_from_left_to_right() {
        for (name, scale) in scales() {
            let strips = strips(Direction::LeftToRight, &scale);
            insta::assert_snapshot!(format!("strips_{name}"), strips);
        }
    }

    #[test]
    fn strips_from_right_to_left() {
        let [(_, scale), ..] = scales();
        insta::assert_snapshot!("strips_mirrored", strips(Direction::RightToLeft, &scale));
    }

    fn backgrounds(direction: Direction, scale: &Scale) -> String {
        let ticks = ticks(scale);
        let labels: Vec<String> = ticks.iter().map(|tick| tick.value.to_string()).collect();
        let parts = [
            axis(direction, &ticks, &labels),
            rule_labels(direction, scale, &rules()),
            background(direction, scale, &ticks, &[gap()], &rules()),
            band_labels(direction, scale, &[gap()]),
        ];
        written(parts.into_iter().collect())
    }

    #[test]
    fn backgrounds_from_left_to_right() {
        for (name, scale) in scales() {
            let backgrounds = backgrounds(Direction::LeftToRight, &scale);
            insta::assert_snapshot!(format!("background_{name}"), backgrounds);
        }
    }

    #[test]
    fn backgrounds_from_right_to_left() {
        let [(_, scale), ..] = scales();
        let backgrounds = backgrounds(Direction::RightToLeft, &scale);
        insta::assert_snapshot!("background_mirrored", backgrounds);
    }

    #[test]
    fn a_time_line() {
        let dates = [
            Date::Year(2024),
            Date::Month(2024, 11),
            Date::Day(2025, 5, 18),
        ];
        let summer = (Date::Month(2025, 7), Date::Month(2025, 8));
        let [year, month, day] = dates.map(|date| (date, date));
        let spans = [year, month, day, summer];
        let scale = TimeScale::around(spans.into_iter()).unwrap();
        let ticks = scale.ticks(|date| format!("{date:?}"));
        let direction = Direction::LeftToRight;
        let strips = spans.map(|span| event_strip(direction, &scale, span));
        let parts = [
            time_axis(direction, &ticks),
            time_background(direction, &ticks),
        ];
        let parts = parts.into_iter().chain(strips);
        insta::assert_snapshot!("time_line", written(parts.collect()));
    }

    #[test]
    fn words_are_text_and_never_markup() {
        let (figure, _) = kinds()[0];
        let (_, scale) = scales()[0];
        let html = written(strip(
            Direction::LeftToRight,
            &mark(&figure, &scale),
            "<img onerror=x>",
        ));
        assert!(html.contains("&lt;img onerror=x&gt;"), "{html}");
    }
}
