//! A checked dataset as the text that a page carries, so that a browser need not check it again.
//!
//! Every value has a line of its own, in the order of the types' fields; a list begins with its length. What
//! is missing is an empty line. No text has a line break in it, because none that was read has one. A
//! `<` could end the script around it and stands as a tab, which no text that was read has either.

use std::str::Split;

use super::calendar::parse_span;
use super::{
    Category, CategoryIndex, Dataset, Dated, Estimate, Event, Figure, Reference, Source,
    SourceIndex,
};

/// The last line: what was cut off has none.
const END: &str = "end";
/// A line that says yes; no is an empty one.
const YES: &str = "yes";

/// A dataset, and what was refused when its file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The dataset, with texts as [`read_json`](super::read_json) leaves them.
    pub dataset: Dataset,
    /// How many estimates were refused.
    pub refused: usize,
    /// What was wrong in the file, in words.
    pub problems: Vec<String>,
}

impl Packed {
    /// The text for a page.
    ///
    /// ```
    /// use troop_estimates::dataset::{Packed, read_json};
    /// # let text = include_str!("../../data/north-korea.en.json");
    /// let dataset = read_json(text).dataset.unwrap();
    /// let packed = Packed { dataset, refused: 0, problems: Vec::new() };
    /// assert_eq!(Packed::from_text(&packed.to_text()), Some(packed));
    /// ```
    pub fn to_text(&self) -> String {
        let mut lines = Writer::default();
        lines.dataset(&self.dataset);
        lines.count(Some(self.refused as u64));
        lines.list(&self.problems, |lines, problem| lines.text(problem));
        lines.0 + END
    }

    /// Reads the text; `None` if it is not as [`to_text`](Self::to_text) wrote it.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = Reader {
            lines: text.split('\n'),
            broken: false,
        };
        let packed = Self {
            dataset: lines.dataset(),
            refused: lines.length(),
            problems: lines.list(Reader::text),
        };
        let ends = lines.line() == END && lines.lines.next().is_none();
        (ends && !lines.broken && points_to_something(&packed.dataset)).then_some(packed)
    }
}

/// Whether every index of the dataset is the place of something.
fn points_to_something(dataset: &Dataset) -> bool {
    let has_source = |source: SourceIndex| source.0 < dataset.sources.len();
    let has_category = |category: CategoryIndex| category.0 < dataset.categories.len();
    let estimates = dataset.estimates.iter();
    let references = dataset.references.iter();
    estimates
        .map(|estimate| has_source(estimate.source) && has_category(estimate.category))
        .chain(references.map(|reference| reference.category.is_none_or(has_category)))
        .all(|exists| exists)
}

/// Writes lines.
#[derive(Default)]
struct Writer(String);

impl Writer {
    fn text(&mut self, text: &str) {
        self.0.push_str(&text.replace('<', "\t"));
        self.0.push('\n');
    }

    fn optional(&mut self, text: Option<&String>) {
        self.text(text.map_or("", String::as_str));
    }

    fn count(&mut self, count: Option<u64>) {
        self.optional(count.map(|count| count.to_string()).as_ref());
    }

    fn flag(&mut self, flag: bool) {
        self.text(if flag { YES } else { "" });
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.count(Some(items.len() as u64));
        for item in items {
            write(self, item);
        }
    }

    fn dated(&mut self, dated: &Dated) {
        self.optional(dated.iso().as_ref());
        self.optional(dated.label.as_ref());
    }

    fn dataset(&mut self, dataset: &Dataset) {
        self.text(&dataset.language);
        self.text(&dataset.title);
        self.optional(dataset.takeaway.as_ref());
        self.dated(&dataset.as_of);
        self.text(&dataset.unit);
        self.optional(dataset.credit.as_ref());
        self.list(&dataset.sources, |lines, source| {
            lines.text(&source.id);
            lines.text(&source.name);
            lines.count(Some(source.name_rank as u64));
            lines.optional(source.short_name.as_ref());
            lines.optional(source.kind.as_ref());
            lines.optional(source.url.as_ref());
        });
        self.list(&dataset.categories, |lines, category| {
            lines.text(&category.id);
            lines.text(&category.label);
            lines.optional(category.short_label.as_ref());
            lines.optional(category.note.as_ref());
            lines.flag(category.own_scale);
        });
        self.list(&dataset.estimates, Self::estimate);
        self.list(&dataset.references, |lines, reference| {
            lines.text(&reference.label);
            lines.count(Some(reference.value));
            lines.flag(reference.approximate);
            lines.count(reference.category.map(|category| category.0 as u64));
        });
        self.list(&dataset.events, |lines, event| {
            lines.text(&event.label);
            lines.flag(event.date.is_some());
            lines.dated(event.date.as_ref().unwrap_or(&Dated::default()));
            lines.optional(event.source.as_ref());
        });
    }

    fn estimate(&mut self, estimate: &Estimate) {
        self.text(&estimate.id);
        self.count(Some(estimate.source.0 as u64));
        self.count(Some(estimate.category.0 as u64));
        self.count(estimate.figure.low);
        self.count(estimate.figure.best);
        self.count(estimate.figure.high);
        self.flag(estimate.figure.approximate);
        self.optional(estimate.passed_on_by.as_ref());
        self.flag(estimate.date.is_some());
        self.dated(estimate.date.as_ref().unwrap_or(&Dated::default()));
        self.optional(estimate.note.as_ref());
        self.optional(estimate.quote.as_ref());
        self.optional(estimate.url.as_ref());
    }
}

/// Reads lines; past the last there are empty ones.
struct Reader<'a> {
    lines: Split<'a, char>,
    /// Whether a line was not what it should be.
    broken: bool,
}

impl Reader<'_> {
    fn line(&mut self) -> &str {
        self.lines.next().unwrap_or_default()
    }

    fn text(&mut self) -> String {
        self.line().replace('\t', "<")
    }

    fn optional(&mut self) -> Option<String> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    fn count(&mut self) -> Option<u64> {
        let line = self.line();
        if line.is_empty() {
            return None;
        }
        let count = line.parse().ok();
        self.broken |= count.is_none();
        count
    }

    /// A number that has to be there.
    fn number(&mut self) -> u64 {
        let count = self.count();
        self.broken |= count.is_none();
        count.unwrap_or_default()
    }

    fn length(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or(usize::MAX)
    }

    fn flag(&mut self) -> bool {
        self.line() == YES
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut items = Vec::new();
        for _ in 0..self.length() {
            // A length that is none must not make endless lists of nothing.
            if self.broken || self.lines.clone().next().is_none() {
                break;
            }
            items.push(read(self));
        }
        items
    }

    fn dated(&mut self) -> Dated {
        let text = self.optional();
        let span = text.as_deref().and_then(parse_span);
        self.broken |= text.is_some() && span.is_none();
        let (date, until) = span.unzip();
        Dated {
            date,
            until: until.flatten(),
            label: self.optional(),
        }
    }

    fn optional_dated(&mut self) -> Option<Dated> {
        let is_there = self.flag();
        let dated = self.dated();
        is_there.then_some(dated)
    }

    fn dataset(&mut self) -> Dataset {
        Dataset {
            language: self.text(),
            title: self.text(),
            takeaway: self.optional(),
            as_of: self.dated(),
            unit: self.text(),
            credit: self.optional(),
            sources: self.list(|lines| Source {
                id: lines.text(),
                name: lines.text(),
                name_rank: lines.length(),
                short_name: lines.optional(),
                kind: lines.optional(),
                url: lines.optional(),
            }),
            categories: self.list(|lines| Category {
                id: lines.text(),
                label: lines.text(),
                short_label: lines.optional(),
                note: lines.optional(),
                own_scale: lines.flag(),
            }),
            estimates: self.list(Self::estimate),
            references: self.list(|lines| Reference {
                label: lines.text(),
                value: lines.number(),
                approximate: lines.flag(),
                category: lines
                    .count()
                    .map(|index| CategoryIndex(usize::try_from(index).unwrap_or(usize::MAX))),
            }),
            events: self.list(|lines| Event {
                label: lines.text(),
                date: lines.optional_dated(),
                source: lines.optional(),
            }),
        }
    }

    fn estimate(&mut self) -> Estimate {
        Estimate {
            id: self.text(),
            source: SourceIndex(self.length()),
            category: CategoryIndex(self.length()),
            figure: Figure {
                low: self.count(),
                best: self.count(),
                high: self.count(),
                approximate: self.flag(),
            },
            passed_on_by: self.optional(),
            date: self.optional_dated(),
            note: self.optional(),
            quote: self.optional(),
            url: self.optional(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::read_json;

    fn bundled() -> Packed {
        let dataset = read_json(include_str!("../../data/north-korea.de.json")).dataset;
        Packed {
            dataset: dataset.unwrap(),
            refused: 2,
            problems: vec!["estimates[3].low: found \"<b>\"".into()],
        }
    }

    #[test]
    fn all_of_it_comes_back_and_nothing_ends_a_script() {
        let mut packed = bundled();
        packed.dataset.title = "</script><img onerror=x> <!--".into();
        let text = packed.to_text();
        assert!(!text.contains('<'));
        assert_eq!(Packed::from_text(&text), Some(packed));
    }

    #[test]
    fn what_was_cut_off_or_belongs_to_nothing_is_no_dataset() {
        let text = bundled().to_text();
        for (place, _) in text.match_indices('\n') {
            assert_eq!(Packed::from_text(&text[..place]), None);
        }
        assert_eq!(Packed::from_text(&format!("{text}\n")), None);
        let mut stray = bundled();
        stray.dataset.estimates[0].source = SourceIndex(7);
        assert_eq!(Packed::from_text(&stray.to_text()), None);
    }

    #[test]
    fn a_line_that_is_no_number_is_no_dataset() {
        let text = bundled().to_text().replace("\n25000\n", "\n25.000\n");
        assert_eq!(Packed::from_text(&text), None);
    }

    proptest! {
        #[test]
        fn whatever_a_page_carries_does_no_harm(text: String, cut: prop::sample::Index, line: String) {
            Packed::from_text(&text);
            let packed = bundled().to_text();
            let mut lines: Vec<&str> = packed.split('\n').collect();
            let place = cut.index(lines.len());
            lines[place] = &line;
            if let Some(read) = Packed::from_text(&lines.join("\n")) {
                prop_assert!(points_to_something(&read.dataset));
            }
        }
    }
}
