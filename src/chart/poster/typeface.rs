//! The sizes and weights of the texts around the marks: those of the stylesheet.

use super::super::role::Role;

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Typeface {
    /// The size of the font in px.
    pub size: f64,
    /// From one line to the next in px.
    pub line: f64,
    pub bold: bool,
    pub role: Role,
}

pub(super) const TITLE: Typeface = Typeface {
    size: 22.0,
    line: 27.0,
    bold: true,
    role: Role::Text,
};
pub(super) const TAKEAWAY: Typeface = Typeface {
    role: Role::Note,
    ..TEXT
};
pub(super) const HEADING: Typeface = Typeface { bold: true, ..TEXT };
pub(super) const TEXT: Typeface = Typeface {
    size: 15.0,
    line: 21.0,
    bold: false,
    role: Role::Text,
};
pub(super) const SMALL: Typeface = Typeface {
    size: 13.0,
    line: 17.0,
    bold: false,
    role: Role::Note,
};
