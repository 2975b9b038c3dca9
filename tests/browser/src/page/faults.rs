//! What no reader's browser should ever see, whatever a test is about.

use std::path::Path;

use anyhow::{Context, Result};
use page_server::ReportKind;
use serde_json::Value;

use super::Page;

/// The files of the site that every page may load, beside its stylesheets. Browsers ask for
/// `favicon.ico` by themselves.
const ASSETS: [&str; 6] = [
    "/loader.js",
    "/life.js",
    "/widget.js",
    "/widget_bg.wasm",
    "/favicon.ico",
    "/favicon.svg",
];

impl Page {
    /// Leaves the page and gives everything that was wrong, but for what the test
    /// [allows](Self::allow_fault). Each test ends with this; only tests of the harness call it.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn finish(&mut self) -> Result<Vec<String>> {
        let mut faults = self.stored()?;
        self.leave()?;
        for message in self.browser.take_messages()? {
            faults.push(format!("on the console: {message}"));
        }
        for report in self.server.take_reports() {
            faults.push(match report.kind {
                ReportKind::Console => format!("on the console: {}", report.text),
                ReportKind::Violation => format!("against the policy: {}", report.text),
            });
        }
        faults.extend(self.unexpected_requests());
        faults.retain(|fault| !self.allowed_faults.iter().any(|part| fault.contains(part)));
        Ok(faults)
    }

    /// What the page keeps in the browser.
    fn stored(&self) -> Result<Vec<String>> {
        let stored = self
            .run(
                "const kept = Object.entries({
                     'a cookie': document.cookie,
                     'local storage': Object.keys(localStorage).join(),
                     'session storage': Object.keys(sessionStorage).join(),
                 });
                 return kept.filter(([, value]) => value).map((entry) => entry.join(': '));",
                Vec::new(),
            )
            .context("cannot see what the page stored")?;
        let stored = stored.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(stored
            .iter()
            .filter_map(Value::as_str)
            .map(|what| format!("stored: {what}"))
            .collect())
    }

    fn unexpected_requests(&mut self) -> Vec<String> {
        let requests = self.server.requests();
        let new = requests.iter().skip(self.judged_requests);
        self.judged_requests = requests.len();
        new.filter(|request| request.method != "GET" || !self.is_expected(&request.path))
            .map(|request| format!("unexpected request: {} {}", request.method, request.path))
            .collect()
    }

    fn is_expected(&self, path: &str) -> bool {
        ASSETS.contains(&path)
            || Path::new(path).extension() == Some("css".as_ref())
            || self.expected_requests.contains(path)
    }
}
