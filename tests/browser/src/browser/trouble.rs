//! What goes wrong with a browser itself, not with the page in it.

use std::{error::Error, fmt};

/// A browser that does not answer, or does not do what every window does. A test that meets it has found out
/// nothing yet.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) String);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Trouble {}
