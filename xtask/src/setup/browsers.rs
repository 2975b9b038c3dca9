//! The browsers that the tests run in, with their drivers.

use anyhow::Result;
use clap::ValueEnum;

use super::{
    Found, Step,
    apt::{self, Program},
};

/// A browser to test in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Browser {
    /// Chromium.
    Chromium,
    /// Firefox ESR.
    Firefox,
    /// `WebKitGTK`.
    #[value(name = "webkit")]
    WebKit,
}

impl Browser {
    /// The name in the tests.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn programs(self) -> &'static [Program] {
        match self {
            Self::Chromium => &[
                ("chromium", "chromium"),
                ("chromedriver", "chromium-driver"),
            ],
            Self::Firefox => &[("firefox-esr", "firefox-esr")],
            Self::WebKit => &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")],
        }
    }
}

impl Step for Browser {
    fn name(&self) -> String {
        match self {
            Self::Chromium => "Chromium and its driver",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK, its driver and a display for it",
        }
        .to_owned()
    }

    fn duration(&self) -> &'static str {
        "a minute or two"
    }

    fn find(&self) -> Option<Found> {
        let mut programs = self.programs().iter();
        programs
            .all(|(program, _)| apt::is_there(program))
            .then(Found::default)
    }

    fn install(&self) -> Result<()> {
        apt::ensure(self.programs())
    }
}
