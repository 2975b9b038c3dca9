//! The sizes of what is drawn at a position, in CSS px: they do not grow with the width.

/// The radius of the dot of a single figure.
pub(super) const DOT_RADIUS: f64 = 6.0;
/// The radius of a dot at an approximate end or at a best figure.
pub(super) const END_RADIUS: f64 = 4.0;
/// From the base of an arrow head to its tip.
pub(super) const ARROW_LENGTH: f64 = 8.0;
