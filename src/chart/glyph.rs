//! The sizes of what is drawn at a position, in CSS px: they do not grow with the width.

/// The radius of the dot of a single figure.
pub(super) const DOT_RADIUS: f64 = 6.0;
/// The radius of a dot at an approximate end or at a best figure.
pub(super) const END_RADIUS: f64 = 4.0;
/// The stroke of a hollow dot, half of it inside and half of it outside the radius.
pub(super) const DOT_STROKE: f64 = 2.0;
/// Half the height of a bar.
pub(super) const BAR_HALF: f64 = 5.0;
/// Half the height of the squared end of a bar.
pub(super) const END_HALF: f64 = 7.0;
/// The width of the squared end of a bar.
pub(super) const END_WIDTH: f64 = 3.0;
/// Half the height of the line of an open span.
pub(super) const LINE_HALF: f64 = 1.0;
/// From the base of an arrow head to its tip.
pub(super) const ARROW_LENGTH: f64 = 8.0;
/// Half the height of an arrow head at its base.
pub(super) const ARROW_HALF: f64 = 6.0;
/// The width of gridlines and of the edges of a band.
pub(super) const HAIRLINE: f64 = 1.0;
/// The length of a dash of a dashed rule, and of the gap after it.
pub(super) const DASH: f64 = 4.0;
pub(super) const DASH_GAP: f64 = 3.0;
