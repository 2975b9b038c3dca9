//! Scales, ticks, marks and their drawing.
//!
//! A figure becomes a [`Mark`] on a [`Scale`], and a mark is drawn on any [`Surface`]: nodes for the page,
//! or a picture. Positions are shares of the width, from 0.0 at the left to 1.0 at the right: where lines run
//! from right to left, the [`Canvas`] mirrors all that is drawn, and nothing else knows of it.

mod band;
mod band_label;
mod canvas;
mod decimal;
mod draw;
#[cfg(feature = "components")]
mod fluid;
mod glyph;
mod label;
mod marks;
#[cfg(feature = "components")]
pub mod nodes;
mod picture;
mod poster;
mod role;
mod rule;
mod scale;
mod svg;
mod text;
mod ticks;
mod time;
mod timeline;

#[cfg(test)]
mod pictures;
#[cfg(test)]
mod recording;
#[cfg(test)]
mod testing;

pub use band::{Band, BandKind};
pub use band_label::{draw_band_label, labelled};
pub use canvas::{Canvas, Drawn, Surface};
pub use decimal::{UNITS_PER_PX, px};
pub use draw::{
    AXIS_HEIGHT, OVERHANG, RULE_LABEL_HEIGHT, draw_band, draw_gridline, draw_mark, draw_rule,
    draw_rule_labels, draw_tick_label,
};
pub use label::{LabelPlace, Side};
pub use marks::{Edge, End, EndKind, Mark, Shape, Span, mark};
pub use picture::{FONT_FAMILY, Paint, Painter, Setting, colour};
pub use poster::Poster;
pub use role::Role;
pub use rule::Rule;
pub use scale::{Position, Scale};
pub use text::TextAnchor;
pub use ticks::{NARROW_STRIP, Tick, WIDE_STRIP, ticks};
pub use time::{TimeScale, TimeTick, middle_day};
pub use timeline::{EVENT_HEIGHT, draw_event, draw_time_gridline, draw_time_label};
