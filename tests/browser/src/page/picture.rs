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
        self.keep_picture(&format!("{name}.png"), &picture)
    }

    /// Keeps a picture that the page has made as `screenshots/<engine>/<name>` in the project.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_picture(&self, name: &str, picture: &[u8]) -> Result<()> {
        let folder = site::screenshots(self.engine())?;
        fs::write(folder.join(name), picture)
            .with_context(|| format!("cannot write the picture {name}"))
    }

    /// Like [`Self::screenshot`], with the viewport [just as high](Self::fit_viewport) as the page.
    ///
    /// # Errors
    /// As [`Self::screenshot`].
    pub fn screenshot_whole(&mut self, name: &str) -> Result<()> {
        self.fit_viewport()?;
        self.screenshot(name)
    }

    /// Makes the viewport just as high as the whole page, up to 4,000 CSS pixels; it stays so.
    ///
    /// # Errors
    /// When the browser does not take this size.
    pub fn fit_viewport(&mut self) -> Result<()> {
        let size = self.run(
            "return [innerWidth, Math.min(4000, document.documentElement.offsetHeight)]",
            Vec::new(),
        )?;
        let (width, height) = serde_json::from_value(size).context("the page has no size")?;
        self.set_viewport(width, height)
    }
}
