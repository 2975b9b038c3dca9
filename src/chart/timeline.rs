//! The drawing of a time line: a strip for each event, gridlines behind them, labels above.

use super::canvas::{Canvas, Drawn, Surface, Vertical};
use super::draw::draw_axis_words;
use super::glyph::{BAR_HALF, END_WIDTH, HAIRLINE};
use super::role::Role;
use super::time::{TimeScale, TimeTick};
use crate::dataset::Date;

/// The height of the strip of an event in CSS px.
pub const EVENT_HEIGHT: u32 = 18;

/// The radius of the dot of a day, in CSS px.
const DAY_RADIUS: f64 = 5.0;
/// A shorter stretch than this share of the width might not be seen.
const SHORT: f64 = 0.02;

/// Draws a day as a dot; a month, a year or what lies between two dates, on any day of which it may have been, as a
/// bar of this length.
pub fn draw_event<S: Surface>(
    canvas: &Canvas<S>,
    scale: &TimeScale,
    span: (Date, Date),
) -> Drawn<S> {
    let middle = canvas.height() / 2.0;
    let (from, to) = scale.stretch(span);
    let at = f64::midpoint(from, to);
    if matches!(span, (Date::Day(..), until) if until == span.0) {
        return canvas.dot(Role::Dot, at, middle, DAY_RADIUS);
    }
    let vertical = Vertical::around(middle, BAR_HALF);
    canvas.stretch(Role::Bar, from, to, vertical)?;
    if to - from < SHORT {
        canvas.rule(Role::Bar, at, END_WIDTH, vertical)?;
    }
    Ok(())
}

/// Draws the gridline of a tick from top to bottom.
pub fn draw_time_gridline<S: Surface>(canvas: &Canvas<S>, tick: &TimeTick) -> Drawn<S> {
    let vertical = Vertical {
        top: 0.0,
        bottom: canvas.height(),
    };
    canvas.rule(Role::Gridline, tick.position, HAIRLINE, vertical)
}

/// Draws the label of a tick above the top edge.
pub fn draw_time_label<S: Surface>(canvas: &Canvas<S>, tick: &TimeTick) -> Drawn<S> {
    let role = Role::TickLabel { major: true };
    draw_axis_words(canvas, role, &tick.label, tick.position, tick.anchor())
}
