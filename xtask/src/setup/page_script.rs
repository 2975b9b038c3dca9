//! Scripts of others that the tests run inside a page; no reader gets them.

use anyhow::Result;

use super::{Found, Step, npm};

/// An npm package of scripts.
#[derive(Debug)]
pub(super) struct PageScript {
    package: npm::Package,
    /// The environment variable that tells the tests where its folder is.
    variable: &'static str,
}

/// Checks pages for accessibility. Licence: MPL-2.0.
pub(super) const AXE_CORE: PageScript = PageScript {
    package: npm::Package {
        name: "axe-core",
        version: "4.14.1",
    },
    variable: "AXE_CORE",
};

/// Makes the reader mode of Firefox out of a page. Licence: Apache-2.0.
pub(super) const READABILITY: PageScript = PageScript {
    package: npm::Package {
        name: "@mozilla/readability",
        version: "0.6.0",
    },
    variable: "READABILITY",
};

/// Fits a frame to the height that the page in it tells. Licence: MIT.
pub(super) const PYM: PageScript = PageScript {
    package: npm::Package {
        name: "pym.js",
        version: "1.3.2",
    },
    variable: "PYM",
};

/// Fits a frame as AMP does. Licence: MIT.
pub(super) const FRAMES: PageScript = PageScript {
    package: npm::Package {
        name: "@newswire/frames",
        version: "1.0.0",
    },
    variable: "FRAMES",
};

impl Step for PageScript {
    fn name(&self) -> String {
        format!("{} {}", self.package.name, self.package.version)
    }

    fn duration(&self) -> &'static str {
        "a few seconds"
    }

    fn find(&self) -> Option<Found> {
        let modules = self.package.modules().ok()?;
        let folder = modules.join(self.package.name);
        folder.join("package.json").is_file().then(|| Found {
            variable: Some((self.variable, folder)),
            ..Found::default()
        })
    }

    fn install(&self) -> Result<()> {
        self.package.install()
    }
}
