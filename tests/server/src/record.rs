//! What happened: requests that came in, and what browsers reported.

use std::sync::{Mutex, PoisonError};

/// One request that a browser made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path without the query.
    pub path: String,
}

/// Where a report comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// The page did something that the policy forbids.
    Violation,
    /// The page wrote to the console, or an error was not caught.
    Console,
}

/// Something that a browser sent to the server's own paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Where it comes from.
    pub kind: ReportKind,
    /// The text as the browser sent it.
    pub text: String,
}

/// Everything that happened so far.
#[derive(Debug, Default)]
pub(crate) struct Record {
    requests: Mutex<Vec<Request>>,
    reports: Mutex<Vec<Report>>,
}

impl Record {
    pub(crate) fn add_request(&self, request: Request) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.push(request);
    }

    pub(crate) fn add_report(&self, report: Report) {
        let mut reports = self.reports.lock().unwrap_or_else(PoisonError::into_inner);
        reports.push(report);
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.clone()
    }

    pub(crate) fn take_reports(&self) -> Vec<Report> {
        let mut reports = self.reports.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *reports)
    }
}
