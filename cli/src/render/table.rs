//! The bare table: for a CMS that strips everything else, and for whoever cannot see a picture.
//!
//! With the figures as attributes the loader makes a chart of it, see `troop_estimates::table`. All of its elements and
//! attributes are such that WordPress keeps.

use std::collections::HashSet;

use troop_estimates::dataset::{CategoryIndex, Dataset, Estimate, Packed};
use troop_estimates::locale::Locale;

use crate::html::escaped;

/// A figure with the table, for the loader to make a chart of; `id` becomes the name of its data.
pub fn table(packed: &Packed, id: Option<&str>) -> String {
    let dataset = &packed.dataset;
    let locale = Locale::for_language(&dataset.language);
    let mut attributes = attribute("class", "troop-estimates");
    if let Some(id) = id {
        attributes += &attribute("id", id);
    }
    attributes += &attribute("lang", &dataset.language);
    attributes += &optional("data-as-of", dataset.as_of.iso().as_deref());
    attributes += &optional("data-as-of-label", dataset.as_of.label.as_deref());
    attributes += &attribute("data-unit", &dataset.unit);
    attributes += &optional("data-takeaway", dataset.takeaway.as_deref());
    attributes += &optional("data-credit", dataset.credit.as_deref());
    let table = Table::new(packed, locale, true).html();
    format!(
        "<figure{attributes}>\n{table}{}</figure>",
        below(packed, locale)
    )
}

/// The table alone, with nothing in it for scripts.
pub fn plain_table(packed: &Packed) -> String {
    let locale = Locale::for_language(&packed.dataset.language);
    Table::new(packed, locale, false).html()
}

/// What the figures must not be read without.
fn below(packed: &Packed, locale: Locale) -> String {
    let dataset = &packed.dataset;
    let as_of = locale.words().as_of(&locale.dated(&dataset.as_of));
    let refused = locale.refused(packed.refused, dataset);
    let lines = [
        dataset.takeaway.clone(),
        Some(as_of),
        dataset.credit.clone(),
        refused,
    ];
    let lines = lines.iter().flatten();
    let lines: String = lines
        .map(|line| format!("<div>{}</div>", escaped(line)))
        .collect();
    format!("<figcaption>{lines}</figcaption>\n")
}

/// A column: its head, and what stands in it.
struct Column {
    head: String,
    cell: fn(&Dataset, &Estimate, Locale) -> Option<String>,
}

struct Table<'a> {
    packed: &'a Packed,
    locale: Locale,
    /// Whether it has attributes for the loader.
    is_data: bool,
    /// The columns beyond source and figure that have anything in them.
    columns: Vec<Column>,
}

impl<'a> Table<'a> {
    fn new(packed: &'a Packed, locale: Locale, is_data: bool) -> Self {
        let words = locale.words();
        let column = |head: &str, cell| Column {
            head: head.to_owned(),
            cell,
        };
        let mut columns = vec![
            column(words.passed_on(), |_, estimate, _| {
                estimate.passed_on_by.as_deref().map(escaped)
            }),
            column(words.date(), |_, estimate, locale| {
                let dated = estimate.date.as_ref();
                dated.map(|dated| escaped(&locale.dated(dated)))
            }),
            column(words.remark(), |_, estimate, _| {
                estimate.note.as_deref().map(escaped)
            }),
            column(words.quote(), |_, estimate, _| {
                estimate.quote.as_deref().map(escaped)
            }),
            column(words.link(), |_, estimate, _| {
                estimate.url.as_deref().map(|url| link(url, host(url)))
            }),
        ];
        let dataset = &packed.dataset;
        columns.retain(|column| {
            let mut estimates = dataset.estimates.iter();
            estimates.any(|estimate| (column.cell)(dataset, estimate, locale).is_some())
        });
        Self {
            packed,
            locale,
            is_data,
            columns,
        }
    }

    fn html(&self) -> String {
        let dataset = &self.packed.dataset;
        let words = self.locale.words();
        let unit = words.axis_linear(&dataset.unit);
        let heads = [words.source(), unit.as_str()].into_iter();
        let heads = heads.chain(self.columns.iter().map(|column| column.head.as_str()));
        let heads: String = heads
            .map(|head| format!("<th scope=\"col\">{}</th>", escaped(head)))
            .collect();
        let mut told = HashSet::new();
        let mut rows = String::new();
        for (place, category) in dataset.categories.iter().enumerate() {
            let estimates = dataset.estimates.iter();
            let mut estimates = estimates
                .filter(|estimate| estimate.category == CategoryIndex(place))
                .peekable();
            if estimates.peek().is_none() {
                continue;
            }
            let columns = self.columns.len() + 2;
            let note = category.note.as_deref();
            let note =
                note.map_or_else(String::new, |note| format!("<div>{}</div>", escaped(note)));
            rows += &format!(
                "<tr><th scope=\"colgroup\" colspan=\"{columns}\">{}{note}</th></tr>\n",
                escaped(&category.label)
            );
            for estimate in estimates {
                rows += &self.row(estimate, &mut told);
            }
        }
        format!(
            "<table>\n<caption>{}</caption>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
            escaped(&dataset.title)
        )
    }

    /// `told` are the sources and categories that an earlier row has told all of.
    fn row(&self, estimate: &Estimate, told: &mut HashSet<String>) -> String {
        let dataset = &self.packed.dataset;
        let source = &dataset.sources[estimate.source.0];
        let name = escaped(&self.locale.source(source));
        let name = source
            .url
            .as_deref()
            .map_or(name.clone(), |url| link(url, &name));
        let figure = escaped(&self.locale.figure(&estimate.figure));
        let cells = self.columns.iter();
        let cells =
            cells.map(|column| (column.cell)(dataset, estimate, self.locale).unwrap_or_default());
        let cells: String = cells.map(|cell| format!("<td>{cell}</td>")).collect();
        let data = if self.is_data {
            data(dataset, estimate, told)
        } else {
            String::new()
        };
        format!("<tr{data}><th scope=\"row\">{name}</th><td>{figure}</td>{cells}</tr>\n")
    }
}

/// All that the words of a row leave open, as attributes.
fn data(dataset: &Dataset, estimate: &Estimate, told: &mut HashSet<String>) -> String {
    let source = &dataset.sources[estimate.source.0];
    let category = &dataset.categories[estimate.category.0];
    let figure = &estimate.figure;
    let number = |count: Option<u64>| count.map(|count| count.to_string());
    let flag = |flag: bool| flag.then_some("yes");
    let mut data = attribute("data-id", &estimate.id);
    for (name, count) in [
        ("low", figure.low),
        ("best", figure.best),
        ("high", figure.high),
    ] {
        data += &optional(&format!("data-{name}"), number(count).as_deref());
    }
    data += &optional("data-approximate", flag(figure.approximate));
    let date = estimate.date.as_ref().and_then(|dated| dated.iso());
    data += &optional("data-date", date.as_deref());
    data += &optional("data-url", estimate.url.as_deref());
    data += &attribute("data-source", &source.name);
    data += &attribute("data-category", &category.label);
    if told.insert(format!("source {}", source.id)) {
        data += &attribute("data-source-id", &source.id);
        data += &optional("data-short-name", source.short_name.as_deref());
        data += &optional("data-kind", source.kind.as_deref());
    }
    if told.insert(format!("category {}", category.id)) {
        data += &attribute("data-category-id", &category.id);
        data += &optional("data-category-short-label", category.short_label.as_deref());
        data += &optional("data-category-note", category.note.as_deref());
        data += &optional("data-own-scale", flag(category.own_scale));
    }
    data
}

fn attribute(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", escaped(value))
}

fn optional(name: &str, value: Option<&str>) -> String {
    value.map_or_else(String::new, |value| attribute(name, value))
}

/// `text` is HTML.
fn link(url: &str, text: &str) -> String {
    format!("<a href=\"{}\">{text}</a>", escaped(url))
}

/// The host of a web address, as the words of its link.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}
