//! A value, where it stands, and the simple things it can be read as.

use super::count::{COUNT, parse_count, without_separators};
use super::link::{is_web_address, with_scheme};
use super::report::Report;
use super::scanner::Raw;
use super::text::{clean, quoted};
use super::value::Value;

/// What is expected of a text.
pub(super) const TEXT: &str = "a text";

/// What still fits into a few lines; longer labels are shown whole all the same.
const MOST_CHARACTERS: usize = 500;

/// What is expected of a list.
pub(super) const LIST: &str = "a list";

/// The items of a list.
#[derive(Default)]
pub(super) struct List<'a> {
    /// How many there are in the file.
    pub(super) length: usize,
    /// All of them, or none where there are too many.
    pub(super) items: Vec<Place<'a>>,
}

/// A value of a file and the path to it.
pub(super) struct Place<'a> {
    path: String,
    raw: Raw<'a>,
}

impl<'a> Place<'a> {
    /// The file as a whole.
    pub(super) fn file(raw: Raw<'a>) -> Self {
        Self {
            path: String::new(),
            raw,
        }
    }

    /// A field of the object that stands here.
    pub(super) fn field(&self, name: &str, raw: Raw<'a>) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            path: format!("{}{dot}{name}", self.path),
            raw,
        }
    }

    /// A field that the object that stands here should have, or should have otherwise.
    pub(super) fn expected_field(&self, name: &str) -> Self {
        self.field(name, self.raw)
    }

    /// A part of the object that stands here, under the object's own path.
    pub(super) fn part(&self, raw: Raw<'a>) -> Self {
        Self {
            path: self.path.clone(),
            raw,
        }
    }

    /// The path as it stands in a problem.
    pub(super) fn name(&self) -> &str {
        if self.path.is_empty() {
            "file"
        } else {
            &self.path
        }
    }

    /// Raw values are slices of the file's text: the later in memory, the later in the file.
    pub(super) fn offset(&self) -> usize {
        self.raw.text().as_ptr().addr()
    }

    pub(super) fn value(&self) -> Value<'a> {
        Value::open(self.raw)
    }

    pub(super) fn is_null(&self) -> bool {
        self.raw.text() == "null"
    }

    /// Reports that something of another kind is expected here.
    pub(super) fn mismatch(&self, expected: &str, suggestion: Option<String>, report: &mut Report) {
        report.fault(self, described(&self.value()), expected, suggestion);
    }

    /// Reads a text of any length, without hidden characters.
    pub(super) fn text(&self, report: &mut Report) -> Option<String> {
        let Value::Text(text) = self.value() else {
            self.mismatch(TEXT, None, report);
            return None;
        };
        let (text, hidden) = clean(&text);
        if hidden > 0 {
            let found = format!("{hidden} control or direction characters");
            report.remark(self, found, "visible text (they were left out)", None);
        }
        Some(text)
    }

    /// Reads a text that should be short; a longer one is kept and reported.
    pub(super) fn label(&self, report: &mut Report) -> Option<String> {
        let label = self.text(report)?;
        let length = label.chars().count();
        if length > MOST_CHARACTERS {
            let expected = format!("at most {MOST_CHARACTERS} (it was kept whole)");
            report.remark(self, format!("{length} characters"), &expected, None);
        }
        Some(label)
    }

    /// Reads an address; one that may not become a link is left out and reported.
    pub(super) fn link(&self, report: &mut Report) -> Option<String> {
        let Value::Text(address) = self.value() else {
            self.mismatch("an http or https address", None, report);
            return None;
        };
        if is_web_address(&address) {
            return Some(address);
        }
        let suggestion = with_scheme(&address).map(|address| quoted(&address));
        let expected = "an http or https address with a host (the link was left out)";
        report.remark(self, quoted(&address), expected, suggestion);
        None
    }

    /// Reads a figure, written in digits alone: `25.000` is not taken for 25, nor for 25,000.
    pub(super) fn count(&self, report: &mut Report) -> Option<u64> {
        let (count, suggestion) = match self.value() {
            Value::Number(number) => (parse_count(number), without_separators(number)),
            Value::Text(text) => (None, without_separators(&text)),
            _ => (None, None),
        };
        if count.is_none() {
            self.mismatch(COUNT, suggestion, report);
        }
        count
    }

    /// Reads a list; one with too many items is a fault, and then none of them is looked at.
    pub(super) fn list(&self, most: usize, report: &mut Report) -> List<'a> {
        let Value::List(items) = self.value() else {
            self.mismatch(LIST, None, report);
            return List::default();
        };
        let length = items.len();
        if length > most {
            report.fault(
                self,
                format!("{length} items"),
                &format!("at most {most}"),
                None,
            );
            return List {
                length,
                items: Vec::new(),
            };
        }
        let place = |(index, raw)| Self {
            path: format!("{}[{index}]", self.path),
            raw,
        };
        List {
            length,
            items: items.into_iter().enumerate().map(place).collect(),
        }
    }

    pub(super) fn flag(&self, report: &mut Report) -> Option<bool> {
        match self.value() {
            Value::Flag(flag) => Some(flag),
            _ => {
                self.mismatch("true or false", None, report);
                None
            }
        }
    }
}

fn described(value: &Value<'_>) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(digits) => digits.chars().take(40).collect(),
        Value::Text(text) => format!("{} (text)", quoted(text)),
        Value::List(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
        Value::Unreadable => "an escape that stands for no character".into(),
    }
}
