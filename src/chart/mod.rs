//! Scales, ticks, marks and their drawing.
