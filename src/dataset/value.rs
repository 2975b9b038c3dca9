//! JSON values, opened one level at a time.
//!
//! Readers of JSON commonly sort the fields, keep only the last of two equal names and round numbers, each
//! a silent change. Here every value keeps the file's own text; and since these are slices of it, they
//! also tell the order of the file.

use super::escape::unescaped;
use super::scanner::Raw;

/// A value whose parts are still closed.
pub(super) enum Value<'a> {
    Null,
    Flag(bool),
    /// The number as it is written.
    Number(&'a str),
    Text(String),
    List(Vec<Raw<'a>>),
    /// All fields in the order of the file, equal names included.
    Object(Vec<(String, Raw<'a>)>),
    /// A text or a field name with an escape that stands for no character, such as `"\ud800"`.
    Unreadable,
}

impl<'a> Value<'a> {
    /// Opens a raw value; its first character tells its kind, because its grammar was checked when
    /// it became a raw value.
    pub(super) fn open(raw: Raw<'a>) -> Self {
        let text = raw.text();
        match text.as_bytes().first() {
            Some(b'{') => fields(raw).map_or(Self::Unreadable, Self::Object),
            Some(b'[') => Self::List(raw.parts()),
            Some(b'"') => unescaped(text).map_or(Self::Unreadable, Self::Text),
            Some(b't' | b'f') => Self::Flag(text == "true"),
            Some(b'n') => Self::Null,
            _ => Self::Number(text),
        }
    }
}

/// The fields of an object; none where one of their names is unreadable.
fn fields(object: Raw<'_>) -> Option<Vec<(String, Raw<'_>)>> {
    let parts = object.parts();
    let pairs = parts.chunks_exact(2);
    pairs
        .map(|pair| Some((unescaped(pair[0].text())?, pair[1])))
        .collect()
}
