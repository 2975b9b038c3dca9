//! Poppler's programs, by which the tests read what the browsers print.

use anyhow::Result;

use super::{Found, Step, apt};

/// pdftotext and pdftoppm.
pub(super) struct Poppler;

impl Step for Poppler {
    fn name(&self) -> String {
        "Poppler, a reader of PDF".to_owned()
    }

    fn duration(&self) -> &'static str {
        "a few seconds"
    }

    fn find(&self) -> Option<Found> {
        let programs = ["pdftotext", "pdftoppm"];
        programs
            .iter()
            .all(|program| apt::is_there(program))
            .then(Found::default)
    }

    fn install(&self) -> Result<()> {
        apt::install(&["poppler-utils"])
    }
}
