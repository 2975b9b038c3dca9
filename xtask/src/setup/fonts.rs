//! The fonts of the tests: browsers bring none, and what fits where depends on them.

use std::path::Path;

use anyhow::Result;

use super::{Found, Step, apt};

/// Liberation, which stands in for the fonts of most newsrooms' pages.
pub(super) struct Fonts;

impl Step for Fonts {
    fn name(&self) -> String {
        "fonts for the pages".to_owned()
    }

    fn duration(&self) -> &'static str {
        "a few seconds"
    }

    fn find(&self) -> Option<Found> {
        let folder = Path::new("/usr/share/fonts/truetype/liberation");
        folder.is_dir().then(Found::default)
    }

    fn install(&self) -> Result<()> {
        apt::install(&["fonts-liberation"])
    }
}
