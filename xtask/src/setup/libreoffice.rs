//! LibreOffice, in which the tests open the tables that readers save.

use anyhow::Result;

use super::{Found, Step, apt};

/// soffice with its spreadsheets, without a screen.
pub(super) struct LibreOffice;

impl Step for LibreOffice {
    fn name(&self) -> String {
        "LibreOffice's spreadsheets".to_owned()
    }

    fn duration(&self) -> &'static str {
        "about a minute"
    }

    fn find(&self) -> Option<Found> {
        apt::is_there("soffice").then(Found::default)
    }

    fn install(&self) -> Result<()> {
        apt::install(&["libreoffice-calc-nogui"])
    }
}
