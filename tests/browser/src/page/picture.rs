//! Pictures for a person to look at.

use std::fs;

use anyhow::{Context, Result};

use super::Page;
use crate::site;

impl Page {
    /// Keeps a picture of the viewport as `screenshots/<engine>/<name>.png` in the project.
    ///
    /// # Errors
    /// When the browser takes none or the file cannot be written.
    pub fn screenshot(&self, name: &str) -> Result<()> {
        let picture = self
            .browser
            .driver()?
            .run(|client| async move { client.screenshot().await })?;
        let folder = site::project().join(format!("screenshots/{}", self.engine()));
        fs::create_dir_all(&folder).context("cannot make the folder of screenshots")?;
        fs::write(folder.join(format!("{name}.png")), picture)
            .with_context(|| format!("cannot write the screenshot {name}"))
    }

    /// Like [`Self::screenshot`], with the viewport as high as the whole page, up to 4,000 CSS
    /// pixels; it stays so.
    ///
    /// # Errors
    /// As [`Self::screenshot`].
    pub fn screenshot_whole(&mut self, name: &str) -> Result<()> {
        let size = self.run(
            "return [innerWidth, Math.min(4000, document.documentElement.scrollHeight)]",
            Vec::new(),
        )?;
        let (width, height) = serde_json::from_value(size).context("the page has no size")?;
        self.set_viewport(width, height)?;
        self.screenshot(name)
    }
}
