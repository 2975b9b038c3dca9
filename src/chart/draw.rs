//! The drawing of marks, axes and bands: one function for each, whatever it is drawn on.
//!
//! A strip needs [`OVERHANG`] CSS px free on both sides: dots at the ends of the domain and arrows that
//! lead out of it stand there. Above the background the tick labels need [`AXIS_HEIGHT`] CSS px, and as
//! much below it the label of the band.

use plotters::style::text_anchor::VPos;

use super::band::{Band, BandKind};
use super::canvas::{Canvas, Drawn, Surface, Vertical, Words};
use super::glyph::{
    ARROW_HALF, ARROW_LENGTH, BAR_HALF, DOT_RADIUS, DOT_STROKE, END_HALF, END_RADIUS, END_WIDTH,
    HAIRLINE, LINE_HALF,
};
use super::label::Side;
use super::marks::{Edge, End, EndKind, Mark, Shape, Span};
use super::role::Role;
use super::rule::Rule;
use super::scale::{Position, Scale};
use super::text::{TextAnchor, small_width};
use super::ticks::Tick;

/// How far marks may reach beyond the sides of a strip, in CSS px.
pub const OVERHANG: f64 = 10.0;
/// The height of the tick labels above the background, and of the band's label below it, in CSS px.
pub const AXIS_HEIGHT: f64 = 24.0;

/// The height of the words of one rule, in CSS px.
pub const RULE_LABEL_HEIGHT: u32 = 18;

/// The size of the words of a figure, in CSS px.
const LABEL_SIZE: f64 = 14.0;
/// The size of tick labels and of the words of a band, in CSS px.
pub(super) const SMALL_SIZE: f64 = 12.0;
/// From the bottom of the strip to the middle of the mark, in CSS px.
const MIDDLE: f64 = 14.0;
/// From the middle of the mark to the middle of the words above it, in CSS px.
const LABEL_RISE: f64 = 19.0;

/// Draws one figure with its words; the canvas has the height of [`Mark::height`].
pub fn draw_mark<S: Surface>(canvas: &Canvas<S>, mark: &Mark, label: &str) -> Drawn<S> {
    let middle = canvas.height() - MIDDLE;
    match mark.shape {
        Shape::Span(span) => draw_span(canvas, &span, mark.approximate, middle)?,
        Shape::Dot(at) if mark.approximate => draw_hollow(canvas, at, middle, DOT_RADIUS)?,
        Shape::Dot(at) => canvas.dot(Role::Dot, at, middle, DOT_RADIUS)?,
        Shape::OffScale(edge) => draw_outward(canvas, Role::Continuation, edge, middle)?,
        Shape::Words => {}
    }
    if let Some(at) = mark.best {
        canvas.dot(Role::Best, at, middle, END_RADIUS)?;
    }
    draw_label(canvas, mark, label, middle)
}

/// Draws one gridline from top to bottom.
pub fn draw_gridline<S: Surface>(canvas: &Canvas<S>, tick: &Tick) -> Drawn<S> {
    let role = match tick.value {
        0 => Role::Baseline,
        _ => Role::Gridline,
    };
    canvas.rule(role, tick.position, HAIRLINE, whole_height(canvas))
}

/// Draws the label of a tick above the top edge.
pub fn draw_tick_label<S: Surface>(canvas: &Canvas<S>, tick: &Tick, label: &str) -> Drawn<S> {
    let role = Role::TickLabel { major: tick.major };
    draw_axis_words(canvas, role, label, tick.position, tick.anchor())
}

/// Draws a few words above the top edge.
pub(super) fn draw_axis_words<S: Surface>(
    canvas: &Canvas<S>,
    role: Role,
    text: &str,
    position: f64,
    anchor: TextAnchor,
) -> Drawn<S> {
    let words = Words {
        text,
        size: SMALL_SIZE,
        position,
        offset: 0.0,
        anchor,
        y: -8.0,
        vertical: VPos::Bottom,
        bold: false,
    };
    canvas.words(role, &words)
}

/// Draws a gap or an overlap from top to bottom with hairline edges.
///
/// An open end, or one outside the domain, has no edge; a band wholly outside the domain is not drawn.
pub fn draw_band<S: Surface>(canvas: &Canvas<S>, scale: &Scale, band: &Band) -> Drawn<S> {
    let Some(Region { from, to, edges }) = region(scale, band) else {
        return Ok(());
    };
    let role = match band.kind {
        BandKind::Gap => Role::BandGap,
        BandKind::Overlap => Role::BandOverlap,
    };
    canvas.stretch(role, from, to, whole_height(canvas))?;
    for edge in edges.into_iter().flatten() {
        canvas.rule(
            Role::BandEdge(band.kind),
            edge,
            HAIRLINE,
            whole_height(canvas),
        )?;
    }
    Ok(())
}

/// Draws a value to compare with from top to bottom; one outside the domain has nothing but its label.
pub fn draw_rule<S: Surface>(canvas: &Canvas<S>, scale: &Scale, rule: &Rule) -> Drawn<S> {
    match scale.position(rule.value) {
        Position::Inside(at) => canvas.dashes(Role::Reference, at, whole_height(canvas)),
        Position::Below | Position::Above => Ok(()),
    }
}

/// Draws the words of all rules that cross the same rows, each in a line of [`RULE_LABEL_HEIGHT`], from the
/// top of the canvas. Each rule begins beneath its words and leads down to the bottom of the canvas.
pub fn draw_rule_labels<S: Surface>(canvas: &Canvas<S>, scale: &Scale, rules: &[Rule]) -> Drawn<S> {
    let lines = || (1..).map(|line| f64::from(line * RULE_LABEL_HEIGHT));
    for (rule, bottom) in rules.iter().zip(lines()) {
        if let Position::Inside(at) = scale.position(rule.value) {
            let vertical = Vertical {
                top: bottom - 2.0,
                bottom: canvas.height(),
            };
            canvas.dashes(Role::Reference, at, vertical)?;
        }
    }
    for (rule, bottom) in rules.iter().zip(lines()) {
        draw_rule_label(canvas, scale, rule, bottom)?;
    }
    Ok(())
}

/// Off the scale, the words stand at the edge with an arrow that leads out.
fn draw_rule_label<S: Surface>(
    canvas: &Canvas<S>,
    scale: &Scale,
    rule: &Rule,
    bottom: f64,
) -> Drawn<S> {
    let edge = match scale.position(rule.value) {
        Position::Inside(at) => return draw_rule_words(canvas, &rule.label, at, bottom),
        Position::Below => Edge::Left,
        Position::Above => Edge::Right,
    };
    draw_outward(canvas, Role::Continuation, edge, bottom - 9.0)?;
    draw_rule_words(canvas, &rule.label, edge.position(), bottom)
}

/// The words slide along with their rule: flush with the strip at its ends, over the rule at its middle. So
/// they stand at their rule and inside the strip wherever they are narrower than it.
fn draw_rule_words<S: Surface>(canvas: &Canvas<S>, text: &str, at: f64, bottom: f64) -> Drawn<S> {
    let (anchor, share) = if at < 1.0 / 3.0 {
        (TextAnchor::Start, 0.0)
    } else if at < 2.0 / 3.0 {
        (TextAnchor::Middle, 0.5)
    } else {
        (TextAnchor::End, 1.0)
    };
    let words = Words {
        text,
        size: SMALL_SIZE,
        position: at,
        offset: (share - at) * small_width(text),
        anchor,
        y: bottom - 5.0,
        vertical: VPos::Bottom,
        bold: false,
    };
    canvas.words(Role::ReferenceLabel, &words)
}

/// Where a band lies, in shares of the width.
pub(super) struct Region {
    pub(super) from: f64,
    pub(super) to: f64,
    /// The ends that are given and lie inside the domain.
    edges: [Option<f64>; 2],
}

/// `None` for a band wholly outside the domain.
pub(super) fn region(scale: &Scale, band: &Band) -> Option<Region> {
    let position = |value: u64| scale.position(value);
    let (low, high) = (band.low.map(position), band.high.map(position));
    if low == Some(Position::Above) || high == Some(Position::Below) {
        return None;
    }
    let edges = [inside(low), inside(high)];
    Some(Region {
        from: edges[0].unwrap_or(0.0),
        to: edges[1].unwrap_or(1.0),
        edges,
    })
}

fn draw_span<S: Surface>(
    canvas: &Canvas<S>,
    span: &Span,
    approximate: bool,
    middle: f64,
) -> Drawn<S> {
    let (role, half) = match (span.is_open(), approximate) {
        (true, _) => (Role::OpenLine, LINE_HALF),
        (false, true) => (Role::BarSoft, BAR_HALF),
        (false, false) => (Role::Bar, BAR_HALF),
    };
    let vertical = Vertical::around(middle, half);
    canvas.stretch(role, span.low.position, span.high.position, vertical)?;
    for (end, edge) in [(span.low, Edge::Left), (span.high, Edge::Right)] {
        draw_end(canvas, end, edge, span.is_short(), approximate, middle)?;
    }
    Ok(())
}

fn draw_end<S: Surface>(
    canvas: &Canvas<S>,
    end: End,
    edge: Edge,
    short: bool,
    approximate: bool,
    middle: f64,
) -> Drawn<S> {
    match end.kind {
        EndKind::Given if approximate => draw_hollow(canvas, end.position, middle, END_RADIUS),
        EndKind::Given => {
            let vertical = Vertical::around(middle, END_HALF);
            canvas.rule(Role::BarEnd, end.position, END_WIDTH, vertical)
        }
        EndKind::Clipped => draw_outward(canvas, Role::Continuation, edge, middle),
        EndKind::Open if short => draw_outward(canvas, Role::Arrow, edge, middle),
        EndKind::Open => draw_arrow(canvas, Role::Arrow, edge, 0.0, middle),
    }
}

fn draw_hollow<S: Surface>(canvas: &Canvas<S>, at: f64, middle: f64, radius: f64) -> Drawn<S> {
    canvas.ring(Role::DotHollow, at, middle, radius, DOT_STROKE)
}

/// An arrow head outside the strip, its base on the edge: the domain ends, the mark does not.
fn draw_outward<S: Surface>(canvas: &Canvas<S>, role: Role, edge: Edge, middle: f64) -> Drawn<S> {
    draw_arrow(canvas, role, edge, ARROW_LENGTH, middle)
}

/// An arrow head that points out of the strip, its tip some CSS px beyond the edge.
fn draw_arrow<S: Surface>(
    canvas: &Canvas<S>,
    role: Role,
    edge: Edge,
    beyond: f64,
    middle: f64,
) -> Drawn<S> {
    let outwards = match edge {
        Edge::Left => -1.0,
        Edge::Right => 1.0,
    };
    let tip = outwards * beyond;
    let base = outwards * (beyond - ARROW_LENGTH);
    let corners = [
        (base, middle - ARROW_HALF),
        (tip, middle),
        (base, middle + ARROW_HALF),
    ];
    canvas.polygon(role, edge.position(), corners)
}

fn draw_label<S: Surface>(canvas: &Canvas<S>, mark: &Mark, text: &str, middle: f64) -> Drawn<S> {
    let role = match mark.shape {
        Shape::Words => Role::Words,
        Shape::Span(_) | Shape::Dot(_) | Shape::OffScale(_) => Role::Label,
    };
    let y = match mark.label.side {
        Side::Left | Side::Right => middle,
        Side::Above => middle - LABEL_RISE,
    };
    let words = Words {
        text,
        size: LABEL_SIZE,
        position: mark.label.position,
        offset: mark.label.offset,
        anchor: mark.label.anchor,
        y,
        vertical: VPos::Center,
        bold: false,
    };
    canvas.words(role, &words)
}

fn inside(position: Option<Position>) -> Option<f64> {
    match position? {
        Position::Inside(share) => Some(share),
        Position::Below | Position::Above => None,
    }
}

fn whole_height<S: Surface>(canvas: &Canvas<S>) -> Vertical {
    Vertical {
        top: 0.0,
        bottom: canvas.height(),
    }
}
