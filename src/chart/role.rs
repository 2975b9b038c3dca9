//! What a drawn thing is: a class for nodes, a colour for standalone pictures.

use plotters::style::RGBColor;

/// What a drawn thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The rule of a tick.
    Gridline,
    /// The rule at zero.
    Baseline,
    /// The number of a tick; those that are not major vanish on narrow strips.
    TickLabel {
        /// Whether it is shown at every width.
        major: bool,
    },
    /// The body of a range.
    Bar,
    /// The body of an approximate range.
    BarSoft,
    /// The squared end of a bar or line at a value that the source gave.
    BarEnd,
    /// The line of a span that is open at one end.
    OpenLine,
    /// The arrow head at an open end.
    Arrow,
    /// The arrow head at the edge, where a mark goes on outside the domain.
    Continuation,
    /// A single exact figure.
    Dot,
    /// A single approximate figure, or an approximate end.
    DotHollow,
    /// The best figure within a range.
    Best,
    /// Values that no source names.
    BandGap,
    /// Values that all sources name.
    BandOverlap,
    /// The hairline at the end of a band.
    BandEdge,
    /// The words of a band.
    BandLabel,
    /// The figure in words, beside its mark.
    Label,
    /// The words where there is no figure.
    Words,
}

/// The accent of standalone pictures, and its darker and paler neighbours.
const ACCENT: RGBColor = RGBColor(58, 124, 168);
const ACCENT_DARK: RGBColor = RGBColor(19, 66, 99);
const ACCENT_PALE: RGBColor = RGBColor(121, 165, 195);
/// The colour of words that matter, and of those that only explain.
const INK: RGBColor = RGBColor(26, 26, 26);
const INK_MUTED: RGBColor = RGBColor(95, 99, 104);

impl Role {
    /// The classes in the stylesheet.
    pub fn class(self) -> &'static str {
        match self {
            Role::Gridline => "te-gridline",
            Role::Baseline => "te-gridline te-baseline",
            Role::TickLabel { major: true } => "te-tick",
            Role::TickLabel { major: false } => "te-tick te-minor",
            Role::Bar => "te-bar",
            Role::BarSoft => "te-bar te-soft",
            Role::BarEnd => "te-bar-end",
            Role::OpenLine => "te-open-line",
            Role::Arrow => "te-arrow",
            Role::Continuation => "te-arrow te-continuation",
            Role::Dot => "te-dot",
            Role::DotHollow => "te-dot te-hollow",
            Role::Best => "te-best",
            Role::BandGap => "te-band te-gap",
            Role::BandOverlap => "te-band te-overlap",
            Role::BandEdge => "te-band-edge",
            Role::BandLabel => "te-band-label",
            Role::Label => "te-label",
            Role::Words => "te-label te-words",
        }
    }

    /// The colour on white, where there is no stylesheet.
    pub fn colour(self) -> RGBColor {
        match self {
            Role::Gridline => RGBColor(226, 228, 230),
            Role::Baseline => RGBColor(150, 154, 158),
            Role::Bar => ACCENT,
            Role::BarSoft => ACCENT_PALE,
            Role::BarEnd
            | Role::OpenLine
            | Role::Arrow
            | Role::Continuation
            | Role::Dot
            | Role::DotHollow
            | Role::Best => ACCENT_DARK,
            Role::BandGap => RGBColor(250, 243, 229),
            Role::BandOverlap => RGBColor(228, 239, 246),
            Role::BandEdge => RGBColor(201, 188, 160),
            Role::Label => INK,
            Role::TickLabel { .. } | Role::BandLabel | Role::Words => INK_MUTED,
        }
    }
}
