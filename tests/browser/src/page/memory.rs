//! What a page keeps, as Chromium counts it.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use super::Page;
use crate::browser::{Difference, chromium};

/// What is left when all garbage has been collected, of this page and the ones kept beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    /// Nodes, on the page or not.
    pub nodes: usize,
    /// Listeners that scripts have added.
    pub js_event_listeners: usize,
    /// Of scripts, in bytes; memory of programs in wasm is not in it.
    #[serde(default)]
    pub heap: usize,
}

impl Page {
    /// Collects all garbage and counts what is left.
    ///
    /// # Errors
    /// In engines that do not count it, see [`Difference::NothingKeptIsCounted`].
    pub fn kept(&self) -> Result<Kept> {
        ensure!(
            !self.differs(Difference::NothingKeptIsCounted),
            "this browser does not count it"
        );
        let driver = self.browser.driver()?;
        // Some objects are free only once what held them is gone.
        for _ in 0..3 {
            chromium::devtools(driver, "HeapProfiler.collectGarbage", &json!({}))?;
        }
        let counted = chromium::devtools(driver, "Memory.getDOMCounters", &json!({}))?;
        let kept: Kept = serde_json::from_value(counted).context("nothing is counted")?;
        let heap = chromium::devtools(driver, "Runtime.getHeapUsage", &json!({}))?;
        let heap =
            serde_json::from_value(heap["usedSize"].clone()).context("no heap is counted")?;
        Ok(Kept { heap, ..kept })
    }
}
