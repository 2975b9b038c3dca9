//! Scales, ticks, marks and their drawing.
//!
//! A figure becomes a [`Mark`] on a [`Scale`], and a mark is drawn on any [`Surface`]: nodes for the page,
//! or a picture. Positions are shares of the width, from 0.0 at the left to 1.0 at the right.

mod band;
mod canvas;
mod draw;
#[cfg(feature = "components")]
mod fluid;
mod glyph;
mod label;
mod marks;
#[cfg(feature = "components")]
pub mod nodes;
mod role;
mod scale;
mod text;
mod ticks;

#[cfg(test)]
mod pictures;
#[cfg(test)]
mod recording;
#[cfg(test)]
mod testing;

pub use band::{Band, BandKind};
pub use canvas::{Canvas, Drawn, Surface};
pub use draw::{
    AXIS_HEIGHT, OVERHANG, draw_band, draw_band_label, draw_gridline, draw_mark, draw_tick_label,
};
pub use label::{LabelPlace, Side};
pub use marks::{Edge, End, EndKind, Mark, Shape, Span, mark};
pub use role::Role;
pub use scale::{Position, Scale};
pub use text::TextAnchor;
pub use ticks::{NARROW_STRIP, Tick, WIDE_STRIP, ticks};
