//! A surface that writes down what is drawn on it, and what must hold of every drawing.

#![allow(clippy::unwrap_used, reason = "that is how a test fails")]

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use proptest::prelude::*;

use super::testing::{about, any_figure_on_any_scale, at_least, range, scales, single, up_to};
use super::*;
use crate::dataset::Figure;
use crate::locale::Direction;

/// One thing drawn: what it is, where it hangs, and how far it reaches in units.
#[derive(Clone, Debug)]
struct Thing {
    role: Role,
    anchor: Option<i32>,
    left: i32,
    right: i32,
}

/// Units per px.
const PX: i32 = 20;
/// The room around the canvas in units.
const MARGIN: i32 = 50 * PX;

/// Around a canvas of 10,000 units (500 px) by 28 px, as narrow a strip as most.
struct Recording {
    role: Role,
    anchor: Option<i32>,
    things: Vec<Thing>,
}

type Result = std::result::Result<(), DrawingErrorKind<Infallible>>;

impl Recording {
    fn record(&mut self, left: i32, right: i32) -> Result {
        self.things.push(Thing {
            role: self.role,
            anchor: self.anchor.map(|x| x - MARGIN),
            left: left - MARGIN,
            right: right - MARGIN,
        });
        Ok(())
    }
}

impl Surface for Recording {
    fn units_per_px(&self) -> u32 {
        PX.unsigned_abs()
    }

    fn role(&mut self, role: Role) {
        self.role = role;
    }

    fn anchor(&mut self, x: Option<i32>) {
        self.anchor = x;
    }
}

impl DrawingBackend for Recording {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (10_000 + 2 * MARGIN.unsigned_abs(), 5_000)
    }

    fn ensure_prepared(&mut self) -> Result {
        Ok(())
    }

    fn present(&mut self) -> Result {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Result {
        panic!("a pixel is drawn: something is rasterised")
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, _): BackendCoord,
        (right, _): BackendCoord,
        _: &S,
        _: bool,
    ) -> Result {
        self.record(left, right)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, _): BackendCoord,
        radius: u32,
        _: &S,
        _: bool,
    ) -> Result {
        self.record(x - radius.cast_signed(), x + radius.cast_signed())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        _: &S,
    ) -> Result {
        let across: Vec<i32> = corners.into_iter().map(|(x, _)| x).collect();
        let (left, right) = (across.iter().min(), across.iter().max());
        self.record(*left.unwrap(), *right.unwrap())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, _: &str, _: &S, (x, _): BackendCoord) -> Result {
        self.record(x, x)
    }
}

fn record(draw: impl FnOnce(&Canvas<Recording>)) -> Vec<Thing> {
    record_in(Direction::LeftToRight, draw)
}

fn record_in(direction: Direction, draw: impl FnOnce(&Canvas<Recording>)) -> Vec<Thing> {
    let surface = Rc::new(RefCell::new(Recording {
        role: Role::Words,
        anchor: None,
        things: Vec::new(),
    }));
    draw(&Canvas::new(&surface, direction).part((50.0, 50.0), (500.0, 28.0)));
    std::mem::take(&mut surface.borrow_mut().things)
}

fn drawn(figure: &Figure, scale: &Scale) -> Vec<Thing> {
    record(|canvas| draw_mark(canvas, &mark(figure, scale), "words").unwrap())
}

fn roles(figure: &Figure, scale: &Scale) -> Vec<Role> {
    drawn(figure, scale)
        .iter()
        .map(|thing| thing.role)
        .collect()
}

#[test]
fn every_kind_of_figure_has_a_drawing_of_its_own() {
    let [(_, scale), ..] = scales();
    let kinds = [
        range(10_000, 20_000),
        about(range(10_000, 20_000)),
        single(10_000),
        about(single(10_000)),
        up_to(20_000),
        at_least(10_000),
        Figure::default(),
    ];
    let mut drawings = kinds.map(|figure| format!("{:?}", drawn(&figure, &scale)));
    drawings.sort();
    assert!(drawings.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn a_plain_range_is_a_bar_with_two_ends_and_nothing_in_between() {
    let [(_, scale), ..] = scales();
    let things = drawn(&range(15_000, 30_000), &scale);
    let [bar, low, high, _label] = &things[..] else {
        panic!("expected bar, two ends and label: {things:?}");
    };
    assert_eq!((bar.role, bar.left, bar.right), (Role::Bar, 5_000, 10_000));
    assert_eq!((low.role, low.anchor), (Role::BarEnd, Some(5_000)));
    assert_eq!((high.role, high.anchor), (Role::BarEnd, Some(10_000)));
}

#[test]
fn the_smallest_range_is_wide_enough_to_see() {
    let [(_, scale), ..] = scales();
    let bars = drawn(&range(7_000, 7_001), &scale);
    let ends = bars.iter().filter(|thing| thing.role == Role::BarEnd);
    assert!(
        ends.map(|end| end.right - end.left)
            .all(|units| units >= 2 * PX)
    );
}

#[test]
fn zero_on_a_logarithmic_scale_is_a_marker_at_the_edge_with_its_words() {
    let [.., (_, log)] = scales();
    assert_eq!(roles(&single(0), &log), [Role::Continuation, Role::Label]);
}

#[test]
fn no_figure_is_nothing_but_words() {
    let [(_, scale), ..] = scales();
    assert_eq!(roles(&Figure::default(), &scale), [Role::Words]);
}

#[test]
fn a_band_has_an_edge_where_it_ends_inside_the_domain() {
    let [(_, scale), ..] = scales();
    let edges = |low, high| {
        let band = Band {
            kind: BandKind::Gap,
            low,
            high,
            label: String::from("gap"),
        };
        let things = record(|canvas| {
            draw_band(canvas, &scale, &band).unwrap();
            draw_band_label(canvas, &scale, &band).unwrap();
        });
        let edges = things
            .iter()
            .filter(|thing| matches!(thing.role, Role::BandEdge(_)));
        (
            things.len(),
            edges.map(|edge| edge.anchor).collect::<Vec<_>>(),
        )
    };
    let (low, high) = (Some(15_000), Some(30_000));
    assert_eq!(edges(low, high), (4, vec![Some(5_000), Some(10_000)]));
    assert_eq!(edges(low, None), (3, vec![Some(5_000)]));
    assert_eq!(edges(Some(30_001), None), (0, vec![]));
}

fn rule(value: u64) -> Rule {
    Rule {
        value,
        label: String::from("sent before"),
    }
}

#[test]
fn a_rule_is_dashed_where_no_stylesheet_does_it() {
    let [(_, scale), ..] = scales();
    let things = record(|canvas| draw_rule(canvas, &scale, &rule(15_000)).unwrap());
    assert_eq!(things.len(), 4, "28 px of 4 px and a gap of 3 px");
    assert!(
        things
            .iter()
            .all(|dash| (dash.role, dash.anchor) == (Role::Reference, Some(5_000)))
    );
}

#[test]
fn rules_of_the_same_value_have_a_label_each() {
    let [(_, scale), ..] = scales();
    let rules = [rule(11_000), rule(11_000)];
    let things = record(|canvas| draw_rule_labels(canvas, &scale, &rules).unwrap());
    let labels = things
        .iter()
        .filter(|thing| thing.role == Role::ReferenceLabel);
    assert_eq!(labels.count(), 2);
}

#[test]
fn a_rule_off_the_scale_is_an_arrow_at_the_edge_beside_its_label() {
    let [(_, linear), _, (_, log)] = scales();
    for (scale, value, edge) in [(linear, 30_001, 10_000), (log, 0, 0)] {
        let rules = [rule(value)];
        let drawn = record(|canvas| draw_rule(canvas, &scale, &rules[0]).unwrap());
        assert!(drawn.is_empty(), "{drawn:?}");
        let things = record(|canvas| draw_rule_labels(canvas, &scale, &rules).unwrap());
        let roles: Vec<_> = things
            .iter()
            .map(|thing| (thing.role, thing.anchor))
            .collect();
        let at = Some(edge);
        assert_eq!(
            roles,
            [(Role::Continuation, at), (Role::ReferenceLabel, at)]
        );
    }
}

#[test]
fn a_gridline_at_zero_is_the_baseline() {
    let [(_, scale), ..] = scales();
    let ticks = ticks(&scale);
    let lines = ticks.iter().map(|tick| {
        let things = record(|canvas| draw_gridline(canvas, tick).unwrap());
        things.iter().map(|thing| thing.role).collect::<Vec<_>>()
    });
    let lines: Vec<_> = lines.collect();
    assert_eq!(lines[0], [Role::Baseline]);
    assert!(lines[1..].iter().all(|roles| roles == &[Role::Gridline]));
}

proptest! {
    #[test]
    fn nothing_is_drawn_outside_the_strip_and_its_overhang(
        (figure, scale) in any_figure_on_any_scale(),
    ) {
        let overhang = 10 * PX;
        for thing in drawn(&figure, &scale) {
            if let Some(anchor) = thing.anchor {
                prop_assert!((0..=10_000).contains(&anchor));
            } else {
                prop_assert!(0 <= thing.left && thing.right <= 10_000);
            }
            prop_assert!(-overhang <= thing.left && thing.right <= 10_000 + overhang);
        }
    }

    #[test]
    fn where_lines_run_from_right_to_left_everything_is_drawn_mirrored(
        (figure, scale) in any_figure_on_any_scale(),
    ) {
        let draw = |canvas: &Canvas<Recording>| {
            draw_mark(canvas, &mark(&figure, &scale), "words").unwrap();
            for tick in ticks(&scale) {
                draw_gridline(canvas, &tick).unwrap();
                draw_tick_label(canvas, &tick, "words").unwrap();
            }
        };
        let things = record(draw);
        let mirrored = record_in(Direction::RightToLeft, draw);
        prop_assert_eq!(things.len(), mirrored.len());
        for (thing, mirrored) in things.iter().zip(mirrored) {
            let is_mirrored = |ours: i32, theirs: i32| (10_000 - ours - theirs).abs() <= 1;
            prop_assert_eq!(thing.role, mirrored.role);
            prop_assert!(is_mirrored(thing.left, mirrored.right));
            prop_assert!(is_mirrored(thing.right, mirrored.left));
            prop_assert_eq!(thing.anchor.is_some(), mirrored.anchor.is_some());
            let anchors = thing.anchor.zip(mirrored.anchor);
            prop_assert!(anchors.is_none_or(|(ours, theirs)| is_mirrored(ours, theirs)));
        }
    }

    #[test]
    fn every_clipped_end_has_an_arrow_that_leads_out((figure, scale) in any_figure_on_any_scale()) {
        let clipped = match mark(&figure, &scale).shape {
            Shape::Span(span) => [span.low, span.high]
                .iter()
                .filter(|end| end.kind == EndKind::Clipped)
                .count(),
            Shape::OffScale(_) => 1,
            Shape::Dot(_) | Shape::Words => 0,
        };
        let things = drawn(&figure, &scale);
        let arrows = things.iter().filter(|thing| thing.role == Role::Continuation);
        prop_assert!(arrows.clone().all(|arrow| arrow.left < 0 || arrow.right > 10_000));
        prop_assert_eq!(arrows.count(), clipped);
    }

    #[test]
    fn a_dot_stands_only_at_a_value_that_the_source_gave(
        (figure, scale) in any_figure_on_any_scale(),
    ) {
        let given: Vec<f64> = [figure.low, figure.best, figure.high]
            .into_iter()
            .flatten()
            .filter_map(|value| match scale.position(value) {
                Position::Inside(share) => Some(share),
                Position::Below | Position::Above => None,
            })
            .collect();
        for thing in drawn(&figure, &scale) {
            if matches!(thing.role, Role::Dot | Role::DotHollow | Role::Best | Role::BarEnd) {
                let at = f64::from(thing.anchor.unwrap()) / 10_000.0;
                prop_assert!(given.iter().any(|share| (share - at).abs() <= 1e-4));
            }
        }
    }
}
