//! Sources and categories, which follow from the rows that name them.

use std::collections::BTreeMap;

use super::heads::Column;
use super::json_text;
use crate::dataset::clean;
use crate::keep::Object;

/// One of them, as far as rows have told.
pub(super) struct Named {
    pub(super) id: String,
    /// Each field of the format that a row gives: the name in JSON, the text, the row.
    pub(super) fields: Vec<(&'static str, String, usize)>,
    /// The row that names it first.
    pub(super) row: usize,
}

impl Named {
    /// The columns that tell of a source, its name first, with the fields of the format.
    pub(super) const SOURCE: [(&'static str, Column); 4] = [
        ("name", Column::Source),
        ("shortName", Column::SourceShortName),
        ("kind", Column::SourceKind),
        ("url", Column::SourceUrl),
    ];

    /// The columns that tell of a category, its label first.
    pub(super) const CATEGORY: [(&'static str, Column); 4] = [
        ("label", Column::Category),
        ("shortLabel", Column::CategoryShortLabel),
        ("note", Column::CategoryNote),
        ("ownScale", Column::OwnScale),
    ];

    pub(super) fn field(&self, name: &str) -> Option<&(&'static str, String, usize)> {
        self.fields.iter().find(|(other, ..)| *other == name)
    }

    /// The object in JSON; flags are written as such where they are understood.
    pub(super) fn json(&self, flag: impl Fn(&str) -> Option<bool>) -> String {
        let mut object = Object::default().field("id", &json_text(&self.id));
        for (name, text, _) in &self.fields {
            object = match (*name, flag(text)) {
                ("ownScale", Some(flag)) => object.field(name, if flag { "true" } else { "false" }),
                _ => object.field(name, &json_text(text)),
            };
        }
        object.line()
    }
}

/// What one row says of another field than the row that named the source or category before.
pub(super) struct Conflict {
    /// The name of the field in JSON.
    pub(super) field: &'static str,
    pub(super) found: String,
    pub(super) expected: String,
    /// The row that it was taken from.
    pub(super) row: usize,
}

/// All sources, or all categories, in the order in which the file names them.
#[derive(Default)]
pub(super) struct List {
    pub(super) items: Vec<Named>,
    /// The places of the ids, and of the names of those that have no id of their own.
    by_id: BTreeMap<String, usize>,
    by_name: BTreeMap<String, usize>,
}

impl List {
    /// Notes what a row says, and gives the id to refer to; none where the row names nothing.
    ///
    /// `fields` are the fields of the format that are not blank in this row, the name first.
    pub(super) fn refer(
        &mut self,
        id: &str,
        fields: &[(&'static str, &str)],
        row: usize,
    ) -> Result<Option<String>, Conflict> {
        let [(_, name), ..] = fields else {
            return Ok(None);
        };
        // What cannot be seen makes no other source.
        let [id, name] = [id, *name].map(|text| clean(text).0);
        if id.is_empty() && name.is_empty() {
            return Ok(None);
        }
        let known = match id.is_empty() {
            false => self.by_id.get(&id),
            true => self.by_name.get(&name),
        };
        let place = known.copied().unwrap_or_else(|| self.add(&id, &name, row));
        let item = &mut self.items[place];
        for (field, text) in fields.iter().filter(|(_, text)| !text.is_empty()) {
            match item.field(field) {
                Some((_, known, first)) if clean(known) != clean(text) => {
                    return Err(Conflict {
                        field,
                        found: (*text).to_owned(),
                        expected: known.clone(),
                        row: *first,
                    });
                }
                Some(_) => {}
                None => item.fields.push((field, (*text).to_owned(), row)),
            }
        }
        Ok(Some(item.id.clone()))
    }

    fn add(&mut self, id: &str, name: &str, row: usize) -> usize {
        let place = self.items.len();
        let id = if id.is_empty() { name } else { id };
        self.by_id.insert(id.to_owned(), place);
        self.by_name.entry(name.to_owned()).or_insert(place);
        self.items.push(Named {
            id: id.to_owned(),
            fields: Vec::new(),
            row,
        });
        place
    }
}
