//! Answers that stand in for a file.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use hyper::StatusCode;

/// What a path gives instead of the file of that name.
#[derive(Debug, Clone)]
pub enum Answer {
    /// This text or these bytes, with the content type of the path's ending (no ending: HTML).
    Body(Vec<u8>),
    /// The page of a host, whose policy lets it frame and read pages of this site under its other name.
    Host(Vec<u8>),
    /// A page under the policy that its own site promises for it.
    Promised {
        /// The policy.
        policy: String,
        /// The page.
        page: Vec<u8>,
    },
    /// A page for a sandboxed frame, which has no origin: its policy names the site in place of `'self'`.
    Sandboxed(Vec<u8>),
    /// An empty body with this status, for example 404 or 500.
    Status(StatusCode),
    /// This text or these bytes, which pages of other origins may not read.
    Unshared(Vec<u8>),
    /// The way to another address.
    Redirect(String),
    /// These bytes, said to be in this encoding.
    Encoded(&'static str, Vec<u8>),
    /// The first half of this; then the connection breaks.
    Cut(Vec<u8>),
    /// This, one byte a second.
    Trickle(Vec<u8>),
    /// Nothing: the connection breaks, as it does for a reader who is offline.
    HangUp,
    /// The file, but under another content type.
    ContentType(&'static str),
}

impl Answer {
    /// A page, script or stylesheet, by the ending of the path that it is put at.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Body(text.as_bytes().to_vec())
    }

    /// The page of a host with frames in it.
    #[must_use]
    pub fn host(page: &str) -> Self {
        Self::Host(page.as_bytes().to_vec())
    }

    /// A page for a sandboxed frame.
    #[must_use]
    pub fn sandboxed(page: &str) -> Self {
        Self::Sandboxed(page.as_bytes().to_vec())
    }

    /// An empty body with this status; 500 if the number is none.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::Status(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
    }
}

/// The answers that were given so far, by path.
#[derive(Debug, Default)]
pub(crate) struct Answers(Mutex<HashMap<String, Answer>>);

impl Answers {
    pub(crate) fn insert(&self, path: &str, answer: Answer) {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.insert(path.to_owned(), answer);
    }

    pub(crate) fn get(&self, path: &str) -> Option<Answer> {
        let answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.get(path).cloned()
    }
}
