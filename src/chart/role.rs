//! What a drawn thing is: a class for nodes, a colour for standalone pictures.

use plotters::style::RGBColor;

use super::band::BandKind;

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
    BandEdge(BandKind),
    /// The words of a band.
    BandLabel,
    /// A dashed rule at a value to compare with.
    Reference,
    /// The words of such a rule.
    ReferenceLabel,
    /// The figure in words, beside its mark.
    Label,
    /// The words where there is no figure.
    Words,
    /// What is read first around the marks of a standalone picture.
    Text,
    /// What explains it.
    Note,
    /// The rule above a standalone picture.
    Rule,
}

// The colours of the light page, as they stand in the stylesheet.

/// What a picture lies on.
pub(super) const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);
const INK: RGBColor = RGBColor(0x1b, 0x1b, 0x1a);
const MUTED: RGBColor = RGBColor(0x5d, 0x5b, 0x56);
const HAIRLINE: RGBColor = RGBColor(0xde, 0xdb, 0xd3);
const CONTROL: RGBColor = RGBColor(0x85, 0x82, 0x7a);
const ACCENT: RGBColor = RGBColor(0x2b, 0x6c, 0x99);
const ACCENT_DARK: RGBColor = RGBColor(0x14, 0x4a, 0x70);
/// Mixed of accent and paper.
const ACCENT_PALE: RGBColor = RGBColor(0x8a, 0xae, 0xc7);
const GAP: RGBColor = RGBColor(0xf8, 0xef, 0xdc);
const GAP_EDGE: RGBColor = RGBColor(0xa8, 0x81, 0x3a);
const OVERLAP: RGBColor = RGBColor(0xe2, 0xee, 0xf6);

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
            Role::BandEdge(_) => "te-band-edge",
            Role::BandLabel => "te-band-label",
            Role::Reference => "te-reference",
            Role::ReferenceLabel => "te-reference-label",
            Role::Label => "te-label",
            Role::Words => "te-label te-words",
            Role::Text => "te-text",
            Role::Note => "te-note",
            Role::Rule => "te-rule",
        }
    }

    /// The colour on white, where there is no stylesheet.
    pub fn colour(self) -> RGBColor {
        match self {
            Role::Gridline => HAIRLINE,
            Role::Baseline => CONTROL,
            Role::Bar | Role::BandEdge(BandKind::Overlap) => ACCENT,
            Role::BarSoft => ACCENT_PALE,
            Role::BarEnd
            | Role::OpenLine
            | Role::Arrow
            | Role::Continuation
            | Role::Dot
            | Role::DotHollow
            | Role::Best => ACCENT_DARK,
            Role::BandGap => GAP,
            Role::BandOverlap => OVERLAP,
            Role::BandEdge(BandKind::Gap) => GAP_EDGE,
            Role::Label | Role::Reference | Role::ReferenceLabel | Role::Text | Role::Rule => INK,
            Role::TickLabel { .. } | Role::BandLabel | Role::Words | Role::Note => MUTED,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the stylesheet says a property is on a light page: its first value there.
    fn in_stylesheet(property: &str) -> String {
        let style = include_str!("../../style.css");
        let (_, rest) = style
            .split_once(&format!("--{property}: var(--te-{property}, "))
            .unwrap();
        let (value, _) = rest.split_once(')').unwrap();
        match value.strip_prefix('#').unwrap() {
            short if short.len() == 3 => short.chars().flat_map(|digit| [digit, digit]).collect(),
            whole => whole.to_owned(),
        }
    }

    #[test]
    fn pictures_have_the_colours_of_the_light_page() {
        let colours = [
            ("paper", PAPER),
            ("ink", INK),
            ("muted", MUTED),
            ("hairline", HAIRLINE),
            ("control", CONTROL),
            ("accent", ACCENT),
            ("accent-dark", ACCENT_DARK),
            ("gap", GAP),
            ("gap-edge", GAP_EDGE),
            ("overlap", OVERLAP),
        ];
        for (property, RGBColor(red, green, blue)) in colours {
            let colour = format!("{red:02x}{green:02x}{blue:02x}");
            assert_eq!(colour, in_stylesheet(property), "{property}");
        }
    }
}
