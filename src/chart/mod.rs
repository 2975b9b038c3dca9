//! Scales, ticks, marks and their drawing.
//!
//! Everything here works with shares of the width, from 0.0 at the left to 1.0 at the right.

mod glyph;
mod label;
mod marks;
mod scale;
mod text;
mod ticks;

#[cfg(test)]
mod testing;

pub use label::{LabelPlace, Side};
pub use marks::{Edge, End, EndKind, Mark, Shape, Span, mark};
pub use scale::{Position, Scale};
pub use text::TextAnchor;
pub use ticks::{NARROW_STRIP, Tick, WIDE_STRIP, ticks};
