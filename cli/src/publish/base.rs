//! The address at which a folder is served.

use std::fmt;
use std::str::FromStr;

use anyhow::{Context, Result, bail};
use url::Url;

/// An http or https address of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base(Url);

impl FromStr for Base {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        const EXPECTED: &str = "expected an address such as https://charts.example/troops/";
        let mut url = Url::parse(text).context(EXPECTED)?;
        let is_plain =
            url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        if !matches!(url.scheme(), "http" | "https") || !is_plain {
            bail!(EXPECTED);
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        Ok(Self(url))
    }
}

impl Base {
    /// The address of a file in the folder.
    pub(super) fn join(&self, path: &str) -> String {
        let mut url = self.0.clone();
        let whole = format!("{}{path}", self.0.path());
        url.set_path(&whole);
        url.to_string()
    }

    /// Scheme, host and port, as a content policy names them.
    pub(super) fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// The path of the folder, with a slash at both ends.
    pub(super) fn path(&self) -> &str {
        self.0.path()
    }
}

impl fmt::Display for Base {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stand_below_the_address() {
        for text in [
            "https://charts.example/troops",
            "https://charts.example/troops/",
        ] {
            let base: Base = text.parse().expect("an address");
            assert_eq!(
                base.join("a.en.html"),
                "https://charts.example/troops/a.en.html"
            );
            assert_eq!(base.origin(), "https://charts.example");
        }
        let base: Base = "http://localhost:8080".parse().expect("an address");
        assert_eq!(base.join("a b.html"), "http://localhost:8080/a%20b.html");
        assert_eq!(base.origin(), "http://localhost:8080");
    }

    #[test]
    fn anything_else_is_no_address_of_a_folder() {
        for text in [
            "",
            "charts.example",
            "ftp://charts.example/",
            "https://u@charts.example/",
            "https://charts.example/?a",
        ] {
            assert!(text.parse::<Base>().is_err(), "{text}");
        }
    }
}
