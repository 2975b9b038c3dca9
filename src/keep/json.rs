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
struct Object(Vec<String>);

impl Object {
    fn field(mut self, name: &str, value: &str) -> Self {
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
    fn list(self, name: &str, items: Vec<String>) -> Self {
        self.field(name, &["[\n    ", &items.join(",\n    "), "\n  ]"].concat())
    }

    /// The object in one line.
    fn line(self) -> String {
        ["{", &self.0.join(", "), "}"].concat()
    }

    /// The object with a line for each field.
    fn file(self) -> String {
        ["{\n  ", &self.0.join(",\n  "), "\n}\n"].concat()
    }
}

/// A text in quotation marks. No text of a dataset has control characters in it.
fn quoted(text: &str) -> String {
    ["\"", &text.replace('\\', "\\\\").replace('"', "\\\""), "\""].concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::{CategoryIndex, Date, Event, Figure, Reference, read_json};

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

    fn any_text() -> impl Strategy<Value = String> {
        "[!-~äß한é“](.{0,20}[!-~äß한é“])?".prop_filter("not a text of a dataset", |text| {
            let hidden = |character: char| {
                character.is_control() || character.is_whitespace() && character != ' '
            };
            !text.contains(hidden)
                && !text.contains("  ")
                && text
                    .chars()
                    .all(|character| character.is_ascii() || character.is_alphanumeric())
        })
    }

    fn any_texts() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec(any_text(), 12)
    }

    proptest! {
        #[test]
        fn any_dataset_is_read_back_equal(
            texts in any_texts(),
            given in proptest::array::uniform8(any::<bool>()),
            mut counts in proptest::array::uniform3(0_u64..1 << 53),
            own_scale: bool,
        ) {
            let mut dataset = bundled(include_str!("../../data/north-korea.en.json"));
            counts.sort_unstable();
            let optional = |place: usize| given[place % 8].then(|| texts[place].clone());
            let date = given[7].then_some(Date::Day(987, 2, 28));
            dataset.title.clone_from(&texts[0]);
            dataset.takeaway = optional(1);
            dataset.credit = optional(2);
            dataset.sources[0].name.clone_from(&texts[3]);
            dataset.sources[0].kind = optional(4);
            dataset.categories[0].note = optional(5);
            dataset.categories[0].own_scale = own_scale;
            dataset.references.push(Reference { label: texts[6].clone(), value: counts[0], approximate: own_scale, category: given[0].then_some(CategoryIndex(1)) });
            dataset.events = given[1].then(|| Event { label: texts[7].clone(), date: None, source: optional(8) }).into_iter().collect();
            let estimate = &mut dataset.estimates[0];
            estimate.figure = Figure {
                low: given[2].then_some(counts[0]),
                best: given[3].then_some(counts[1]),
                high: given[4].then_some(counts[2]),
                approximate: given[5],
            };
            estimate.id.clone_from(&texts[9]);
            estimate.date = Some(Dated { date, until: date.filter(|_| given[3]).map(|_| Date::Day(987, 3, 1)), label: (given[6] || date.is_none()).then(|| texts[10].clone()) });
            estimate.quote = optional(11);
            estimate.url = given[0].then(|| "https://example.org/?a=\"b\"".to_owned());
            dataset.rank_names(str::cmp);
            let reading = read_json(&json(&dataset));
            prop_assert_eq!(reading.problems, []);
            prop_assert_eq!(reading.dataset, Some(dataset));
        }
    }
}
