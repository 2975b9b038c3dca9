//! Pictures for dark pages.

use clap::ValueEnum;

/// What a picture is to be looked at on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// A white page.
    #[default]
    Light,
    /// A dark page.
    Dark,
}

/// The colours of a picture on white, and those in their place on a dark page, as in the stylesheet. No two things
/// have one colour on white, so each is known by it.
const DARK: [(&str, &str); 11] = [
    ("#ffffff", "#16171a"),
    ("#1b1b1a", "#ecebe7"),
    ("#5d5b56", "#a7a59f"),
    ("#dedbd3", "#34363b"),
    ("#85827a", "#83817b"),
    ("#2b6c99", "#6aaeda"),
    ("#144a70", "#a5d3f0"),
    ("#8aaec7", "#467293"),
    ("#f8efdc", "#2f2918"),
    ("#a8813a", "#b08d4c"),
    ("#e2eef6", "#172c3a"),
];

impl Theme {
    /// A picture with the colours of the theme.
    pub(super) fn of(self, svg: String) -> String {
        match self {
            Self::Light => svg,
            Self::Dark => DARK.iter().fold(svg, |svg, (light, dark)| {
                svg.replace(&format!("=\"{light}\""), &format!("=\"{dark}\""))
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_stylesheet() {
        let style = include_str!("../../../style.css");
        for (light, dark) in DARK {
            let short = |colour: &str| {
                if colour == "#ffffff" {
                    "#fff".to_owned()
                } else {
                    colour.to_owned()
                }
            };
            let pair = format!("light-dark({}, {dark})", short(light));
            // Mixed of accent and paper there.
            assert!(light == "#8aaec7" || style.contains(&pair), "{pair}");
        }
    }
}
