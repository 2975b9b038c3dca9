//! An object of a file, read field by field.

use super::near::near_match;
use super::place::{LIST, List, Place, TEXT};
use super::report::Report;
use super::scanner::Raw;
use super::text::quoted;
use super::value::Value;

/// The fields of an object that were not asked for yet.
///
/// Whoever reads an object asks for every field that the format has, and [`finish`](Self::finish)
/// reports what is left: so the code that reads is also the list of the known names.
pub(super) struct Fields<'a, 'r> {
    place: Place<'a>,
    left: Vec<(String, Raw<'a>)>,
    asked: Vec<&'static str>,
    pub(super) report: &'r mut Report,
}

impl<'a, 'r> Fields<'a, 'r> {
    /// Opens an object; anything else is a fault.
    pub(super) fn open(place: Place<'a>, report: &'r mut Report) -> Option<Self> {
        let Value::Object(mut left) = place.value() else {
            place.mismatch("an object", None, report);
            return None;
        };
        // For whoever writes the file.
        left.retain(|(name, _)| name != "$comment");
        Some(Self {
            place,
            left,
            asked: Vec::new(),
            report,
        })
    }

    /// The value of a field; none where the field is missing or null. A field that is there twice
    /// is a fault.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Place<'a>> {
        self.asked.push(name);
        let raw = self.take_next(name)?;
        while let Some(second) = self.take_next(name) {
            let found = format!("a second field \"{name}\"");
            self.report
                .fault(&self.place.part(second), found, "each field once", None);
        }
        Some(self.place.field(name, raw)).filter(|place| !place.is_null())
    }

    fn take_next(&mut self, name: &str) -> Option<Raw<'a>> {
        let index = self.left.iter().position(|(other, _)| other == name)?;
        Some(self.left.remove(index).1)
    }

    /// The value of a field that must be there.
    pub(super) fn need(&mut self, name: &'static str, expected: &str) -> Option<Place<'a>> {
        let place = self.take(name);
        if place.is_none() {
            self.fault(name, "nothing".into(), expected);
        }
        place
    }

    /// A text of any length; none where it is missing or blank.
    pub(super) fn text(&mut self, name: &'static str) -> Option<String> {
        self.take(name)?
            .text(self.report)
            .filter(|text| !is_blank(text))
    }

    /// A short text; none where it is missing or blank.
    pub(super) fn label(&mut self, name: &'static str) -> Option<String> {
        self.take(name)?
            .label(self.report)
            .filter(|label| !is_blank(label))
    }

    /// A short text that must be there and say something; empty after a fault.
    pub(super) fn needed_label(&mut self, name: &'static str) -> String {
        let label = self
            .need(name, TEXT)
            .and_then(|place| place.label(self.report));
        if label.as_deref().is_some_and(is_blank) {
            self.fault(name, "a blank text".into(), TEXT);
        }
        label.unwrap_or_default()
    }

    pub(super) fn link(&mut self, name: &'static str) -> Option<String> {
        self.take(name)?.link(self.report)
    }

    pub(super) fn count(&mut self, name: &'static str) -> Option<u64> {
        self.take(name)?.count(self.report)
    }

    /// Whether a field is true; it is not where it is missing.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        self.take(name)
            .and_then(|place| place.flag(self.report))
            .unwrap_or_default()
    }

    /// A list; an empty one where it is missing.
    pub(super) fn list(&mut self, name: &'static str, most: usize) -> List<'a> {
        self.take(name)
            .map_or_else(List::default, |place| place.list(most, self.report))
    }

    /// A list that must be there, though it may be empty.
    pub(super) fn needed_list(&mut self, name: &'static str, most: usize) -> List<'a> {
        self.need(name, LIST)
            .map_or_else(List::default, |place| place.list(most, self.report))
    }

    /// Reports a fault in a field that is missing, or that does not fit the rest of the file.
    pub(super) fn fault(&mut self, name: &str, found: String, expected: &str) {
        self.report
            .fault(&self.place.expected_field(name), found, expected, None);
    }

    /// Reports the fields that nobody asked for; `is_fault` tells whether they spoil the object.
    pub(super) fn finish(self, is_fault: bool) {
        for (name, raw) in &self.left {
            let suggestion = near_match(name, self.asked.iter().copied()).map(quoted);
            let (place, found) = (self.place.part(*raw), format!("a field {}", quoted(name)));
            let expected = "fields of the format alone";
            if is_fault {
                self.report.fault(&place, found, expected, suggestion);
            } else {
                self.report.remark(&place, found, expected, suggestion);
            }
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
