//! The data as a dataset's file: JSON in format version 1.

use crate::dataset::{Dataset, Dated, Estimate};

/// A dataset's file, from which the same dataset is read; see `data/README.md` for the format.
///
/// ```
/// use troop_estimates::dataset::read_json;
/// use troop_estimates::keep::json;
///
/// let dataset = read_json(include_str!("../../data/north-korea.en.json")).dataset.unwrap();
/// assert_eq!(read_json(&json(&dataset)).dataset, Some(dataset));
/// ```
pub fn json(dataset: &Dataset) -> String {
    let sources = dataset.sources.iter().map(|source| {
        let object = Object::default().text("id", &source.id);
        let object = object.text("name", &source.name);
        let object = object.optional("shortName", source.short_name.as_ref());
        let object = object.optional("kind", source.kind.as_ref());
        object.optional("url", source.url.as_ref()).line()
    });
    let categories = dataset.categories.iter().map(|category| {
        let object = Object::default().text("id", &category.id);
        let object = object.text("label", &category.label);
        let object = object.optional("shortLabel", category.short_label.as_ref());
        let object = object.optional("note", category.note.as_ref());
        object.flag("ownScale", category.own_scale).line()
    });
    let estimates = dataset.estimates.iter();
    let estimates = estimates.map(|estimate| self::estimate(dataset, estimate));
    let references = dataset.references.iter().map(|reference| {
        let category = reference
            .category
            .map(|index| &dataset.categories[index.0].id);
        let object = Object::default().text("label", &reference.label);
        let object = object.number("value", Some(reference.value));
        let object = object.flag("approximate", reference.approximate);
        object.optional("category", category).line()
    });
    let events = dataset.events.iter().map(|event| {
        let object = Object::default().text("label", &event.label);
        let object = object.date("date", event.date.as_ref());
        object.optional("source", event.source.as_ref()).line()
    });
    Object::default()
        .number("format", Some(1))
        .text("language", &dataset.language)
        .text("title", &dataset.title)
        .optional("takeaway", dataset.takeaway.as_ref())
        .date("asOf", Some(&dataset.as_of))
        .text("unit", &dataset.unit)
        .optional("credit", dataset.credit.as_ref())
        .list("sources", sources.collect())
        .list("categories", categories.collect())
        .list("estimates", estimates.collect())
        .list("references", references.collect())
        .list("events", events.collect())
        .file()
}

fn estimate(dataset: &Dataset, estimate: &Estimate) -> String {
    let figure = &estimate.figure;
    Object::default()
        .text("id", &estimate.id)
        .text("source", &dataset.sources[estimate.source.0].id)
        .text("category", &dataset.categories[estimate.category.0].id)
        .number("low", figure.low)
        .number("best", figure.best)
        .number("high", figure.high)
        .flag("approximate", figure.approximate)
        .optional("passedOnBy", estimate.passed_on_by.as_ref())
        .date("date", estimate.date.as_ref())
        .optional("note", estimate.note.as_ref())
        .optional("quote", estimate.quote.as_ref())
        .optional("url", estimate.url.as_ref())
        .line()
}

/// The fields of an object, each as it is written; what is not there has none.
#[derive(Default)]
pub(crate) struct Object(Vec<String>);

impl Object {
    /// A field whose value is JSON already.
    pub(crate) fn field(mut self, name: &str, value: &str) -> Self {
        self.0.push([&quoted(name), ": ", value].concat());
        self
    }

    fn text(self, name: &str, text: &str) -> Self {
        self.field(name, &quoted(text))
    }

    fn optional(self, name: &str, text: Option<&String>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    fn number(self, name: &str, number: Option<u64>) -> Self {
        match number {
            Some(number) => self.field(name, &number.to_string()),
            None => self,
        }
    }

    fn flag(self, name: &str, flag: bool) -> Self {
        if flag { self.field(name, "true") } else { self }
    }

    fn date(self, name: &str, dated: Option<&Dated>) -> Self {
        let Some(dated) = dated else {
            return self;
        };
        let (date, label) = (dated.iso(), dated.label.as_ref());
        match (&date, label) {
            (Some(date), None) => self.text(name, date),
            _ => {
                let object = Object::default().optional("date", date.as_ref());
                self.field(name, &object.optional("label", label).line())
            }
        }
    }

    /// A list with a line for each item.
    pub(crate) fn list(self, name: &str, items: Vec<String>) -> Self {
        self.field(name, &["[\n    ", &items.join(",\n    "), "\n  ]"].concat())
    }

    /// The object in one line.
    pub(crate) fn line(self) -> String {
        ["{", &self.0.join(", "), "}"].concat()
    }

    /// The object with a line for each field.
    pub(crate) fn file(self) -> String {
        ["{\n  ", &self.0.join(",\n  "), "\n}\n"].concat()
    }
}

/// A text in quotation marks. No text of a dataset has control characters in it.
pub(crate) fn quoted(text: &str) -> String {
    ["\"", &text.replace('\\', "\\\\").replace('"', "\\\""), "\""].concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::any::any_dataset;
    use crate::dataset::read_json;

    fn bundled(text: &str) -> Dataset {
        read_json(text).dataset.unwrap()
    }

    #[test]
    fn both_bundled_files_are_read_back_equal() {
        for text in [
            include_str!("../../data/north-korea.en.json"),
            include_str!("../../data/north-korea.de.json"),
        ] {
            let reading = read_json(&json(&bundled(text)));
            assert_eq!(reading.problems, []);
            assert_eq!(reading.dataset, Some(bundled(text)));
        }
    }

    #[test]
    fn other_programs_read_it_too() {
        let json = json(&bundled(include_str!("../../data/north-korea.en.json")));
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["format"], 1);
        assert_eq!(value["estimates"].as_array().map(Vec::len), Some(9));
    }

    proptest! {
        #[test]
        fn any_dataset_is_read_back_equal(dataset in any_dataset()) {
            let reading = read_json(&json(&dataset));
            prop_assert_eq!(reading.problems, []);
            prop_assert_eq!(reading.dataset, Some(dataset));
        }
    }
}
