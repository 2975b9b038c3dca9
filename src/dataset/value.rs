//! JSON values, opened one level at a time.
//!
//! `serde_json::Value` would sort the fields, keep only the last of two equal names and round
//! numbers, each a silent change. Raw values keep the file's own text; and since they are slices of
//! it, they also tell the order of the file.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A value whose parts are still closed.
pub(super) enum Value<'a> {
    Null,
    Flag(bool),
    /// The number as it is written.
    Number(&'a str),
    Text(String),
    List(Vec<&'a RawValue>),
    /// All fields in the order of the file, equal names included.
    Object(Vec<(String, &'a RawValue)>),
    /// A text or a field name with an escape that stands for no character, such as `"\ud800"`.
    Unreadable,
}

impl<'a> Value<'a> {
    /// Opens a raw value; its first character tells its kind, because its grammar was checked when
    /// it became a raw value.
    pub(super) fn open(raw: &'a RawValue) -> Self {
        let text = raw.get();
        let opened = match text.as_bytes().first() {
            Some(b'{') => serde_json::from_str(text).map(|Entries(entries)| Self::Object(entries)),
            Some(b'[') => serde_json::from_str(text).map(Self::List),
            Some(b'"') => serde_json::from_str(text).map(Self::Text),
            Some(b't' | b'f') => Ok(Self::Flag(text == "true")),
            Some(b'n') => Ok(Self::Null),
            _ => Ok(Self::Number(text)),
        };
        opened.unwrap_or(Self::Unreadable)
    }
}

/// The fields of an object.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
