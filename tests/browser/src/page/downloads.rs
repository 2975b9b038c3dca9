//! Files that a page lets the reader save.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::Page;

/// Whether a file of this name has come to the end that files of its kind have.
fn is_whole(name: &str, content: &[u8]) -> bool {
    let end: &[u8] = match name.rsplit('.').next() {
        Some("svg") => b"</svg>",
        Some("png") => b"IEND\xaeB`\x82",
        Some("json") => b"}",
        _ => b"\n",
    };
    content.ends_with(end) || content.trim_ascii_end().ends_with(end)
}

impl Page {
    /// Waits for a file of this name, the only one there, and takes it out of the folder of downloads.
    ///
    /// # Errors
    /// When it does not arrive, or another one does.
    pub fn take_download(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.browser.downloads().join(name);
        let mut length = 0;
        self.wait_until("the file is saved", |page| {
            let names = page.downloads()?;
            ensure!(names == [name], "there are {names:?} instead of {name}");
            // Browsers write a file bit by bit under its own name.
            let content = fs::read(&path)?;
            let has_grown = content.len() != length;
            length = content.len();
            Ok(!has_grown && is_whole(name, &content))
        })?;
        let content = fs::read(&path).context("the file cannot be read")?;
        fs::remove_file(&path)?;
        Ok(content)
    }

    /// The names of all files saved, finished or not.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn downloads(&self) -> Result<Vec<String>> {
        let entries = fs::read_dir(self.browser.downloads())?;
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        names.collect()
    }
}
