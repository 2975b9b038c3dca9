//! The fonts of the tests: browsers bring none, and what fits where depends on them.
//!
//! Liberation stands in for the fonts of most newsrooms' pages, in Latin and Cyrillic letters. DejaVu has
//! Arabic ones, Nanum Korean ones.

use std::path::Path;

use anyhow::Result;

use super::{Found, Step, apt};

/// The fonts of Debian's packages.
const FONTS: [(&str, &str); 3] = [
    ("liberation", "fonts-liberation"),
    ("dejavu", "fonts-dejavu-core"),
    ("nanum", "fonts-nanum"),
];

/// A font for each script that the sample articles are written in.
pub(super) struct Fonts;

impl Step for Fonts {
    fn name(&self) -> String {
        "fonts for the pages".to_owned()
    }

    fn duration(&self) -> &'static str {
        "less than a minute"
    }

    fn find(&self) -> Option<Found> {
        let root = Path::new("/usr/share/fonts/truetype");
        let all = FONTS.iter().all(|(folder, _)| root.join(folder).is_dir());
        all.then(Found::default)
    }

    fn install(&self) -> Result<()> {
        apt::install(&FONTS.map(|(_, package)| package))
    }
}
