//! The same drawing functions on two backends, kept as snapshots: look at them after a change.

#![allow(clippy::unwrap_used, reason = "that is how a test fails")]

use std::cell::RefCell;
use std::rc::Rc;

use plotters_svg::SVGBackend;

use super::testing::{kinds, scales};
use super::*;

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

/// All kinds of figures below each other, with axis and band, as a picture 600 px wide.
fn picture(scale: &Scale) -> String {
    let marks: Vec<_> = kinds()
        .into_iter()
        .map(|(figure, words)| (mark(&figure, scale), words))
        .collect();
    let rows: u32 = marks.iter().map(|(mark, _)| mark.height()).sum();
    let (width, height) = (600, rows + 48);
    let mut text = String::new();
    {
        let size = (width * UNITS_PER_PX, height * UNITS_PER_PX);
        let surface = Rc::new(RefCell::new(SVGBackend::with_string(&mut text, size)));
        let page = Canvas::new(&surface);
        let column = f64::from(width) - 2.0 * OVERHANG;
        let chart = page.part((OVERHANG, AXIS_HEIGHT), (column, f64::from(rows)));
        let ticks = ticks(scale);
        let labels: Vec<String> = ticks.iter().map(|tick| tick.value.to_string()).collect();
        for (tick, label) in ticks.iter().zip(&labels) {
            draw_gridline(&chart, tick).unwrap();
            draw_tick_label(&chart, tick, label).unwrap();
        }
        draw_band(&chart, scale, &gap()).unwrap();
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
        insta::assert_snapshot!(format!("picture_{name}"), picture(&scale));
    }
}

#[cfg(feature = "ssr")]
mod nodes {
    use super::super::nodes::{axis, background, band_labels, strip};
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

    #[test]
    fn strips() {
        for (name, scale) in scales() {
            let strips = kinds()
                .into_iter()
                .map(|(figure, words)| strip(&mark(&figure, &scale), words));
            let strips: Html = strips.collect();
            insta::assert_snapshot!(format!("strips_{name}"), written(strips));
        }
    }

    #[test]
    fn backgrounds() {
        for (name, scale) in scales() {
            let ticks = ticks(&scale);
            let labels: Vec<String> = ticks.iter().map(|tick| tick.value.to_string()).collect();
            let parts = [
                axis(&ticks, &labels),
                background(&scale, &ticks, &[gap()]),
                band_labels(&scale, &[gap()]),
            ];
            insta::assert_snapshot!(
                format!("background_{name}"),
                written(parts.into_iter().collect())
            );
        }
    }

    #[test]
    fn words_are_text_and_never_markup() {
        let (figure, _) = kinds()[0];
        let (_, scale) = scales()[0];
        let html = written(strip(&mark(&figure, &scale), "<img onerror=x>"));
        assert!(html.contains("&lt;img onerror=x&gt;"), "{html}");
    }
}
