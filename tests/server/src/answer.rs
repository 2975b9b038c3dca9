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
    /// An empty body with this status, for example 404 or 500.
    Status(StatusCode),
    /// The file, but under another content type.
    ContentType(&'static str),
}

impl Answer {
    /// A page, script or stylesheet, by the ending of the path that it is put at.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Body(text.as_bytes().to_vec())
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
