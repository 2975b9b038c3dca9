//! The rows of a table, as what they say.

use super::heads::{Column, HOLE, columns, inside};
use super::{Refusal, Row, Table, figures, value};
use crate::dataset::{
    Category, CategoryIndex, Date, Dated, Estimate, Figure, Source, SourceIndex, clean,
};
use crate::locale::Locale;

/// What all rows say together.
pub(super) struct Rows {
    columns: Vec<Column>,
    pub(super) sources: Vec<Source>,
    pub(super) categories: Vec<Category>,
    pub(super) estimates: Vec<Estimate>,
}

impl Rows {
    /// Reads all rows; a row with a single cell heads the category of those below it.
    pub(super) fn read(table: &Table, locale: Locale) -> Result<Self, Refusal> {
        let (heads, rows) = table.rows.split_first().ok_or("the table has no row")?;
        let (headings, data): (Vec<_>, Vec<_>) =
            rows.iter().partition(|row| is_heading(row, heads));
        let data: Vec<Row> = data.into_iter().cloned().collect();
        let mut read = Self {
            columns: columns(heads, &data, locale)?,
            sources: Vec::new(),
            categories: Vec::new(),
            estimates: Vec::new(),
        };
        if data.is_empty() {
            return Err("the table has no row below its heads".to_owned());
        }
        // Without headings all rows count the same, which the head of their figures names.
        let mut heading = match headings.is_empty() {
            true => Some(locale.words().axis_linear(&read.unit(table, locale)?)),
            false => None,
        };
        for row in rows {
            if is_heading(row, heads) {
                heading = row.cells.first().map(|cell| clean(&cell.text).0);
                continue;
            }
            let place = read.estimates.len() + 1;
            let estimate = read.estimate(row, heading.as_deref(), locale);
            let estimate = estimate.map_err(|reason| format!("row {place}: {reason}"))?;
            read.estimates.push(estimate);
        }
        Ok(read)
    }

    /// The unit that the figure around the table names, or the head of the figures.
    pub(super) fn unit(&self, table: &Table, locale: Locale) -> Result<String, Refusal> {
        if let Some(unit) = value(&table.data, "unit") {
            return Ok(unit);
        }
        let mut columns = self.columns.iter();
        let named = columns.find_map(|column| match column {
            Column::Figure(unit) => unit.clone(),
            _ => None,
        });
        named.ok_or_else(|| {
            let head = locale.words().axis_linear("…");
            format!("neither data-unit nor the head of the figures ({head:?}) names the unit")
        })
    }

    fn estimate(
        &mut self,
        row: &Row,
        heading: Option<&str>,
        locale: Locale,
    ) -> Result<Estimate, Refusal> {
        if row.cells.len() != self.columns.len() {
            let (found, expected) = (row.cells.len(), self.columns.len());
            return Err(format!("{found} cells, expected {expected}"));
        }
        let figure = self.figure(row, locale)?;
        let source = self.source(row)?;
        let label = self.text(row, &Column::Category);
        let label = value(&row.data, "category").or(label);
        let label = label.or_else(|| heading.map(str::to_owned));
        let category = self.category(label.ok_or("it stands below no category")?, row);
        let link = |column| self.cell(row, column)?.link.clone();
        Ok(Estimate {
            id: value(&row.data, "id").unwrap_or_else(|| format!("e{}", self.estimates.len() + 1)),
            source,
            category,
            figure,
            passed_on_by: self.text(row, &Column::PassedOnBy),
            date: self.date(row)?,
            note: self.text(row, &Column::Note),
            quote: self.text(row, &Column::Quote),
            url: value(&row.data, "url").or_else(|| link(&Column::Link)),
        })
    }

    /// The cell of a column; a figure's column is the same whatever its unit.
    fn cell<'a>(&self, row: &'a Row, column: &Column) -> Option<&'a super::Cell> {
        let mut columns = self.columns.iter();
        let place = columns
            .position(|other| std::mem::discriminant(other) == std::mem::discriminant(column))?;
        row.cells.get(place)
    }

    fn text(&self, row: &Row, column: &Column) -> Option<String> {
        let text = clean(&self.cell(row, column)?.text).0;
        (!text.is_empty()).then_some(text)
    }

    fn figure(&self, row: &Row, locale: Locale) -> Result<Figure, Refusal> {
        let attributes = ["low", "best", "high"].map(|name| value(&row.data, name));
        if attributes.iter().any(Option::is_some) {
            let [low, best, high] = attributes.map(|text| text.map(|text| digits(&text)));
            return Ok(Figure {
                low: low.transpose()?,
                best: best.transpose()?,
                high: high.transpose()?,
                approximate: value(&row.data, "approximate").is_some(),
            });
        }
        if let Some(text) = self.text(row, &Column::Figure(None)) {
            let refusal = format!("{text:?} leaves in doubt what the figure is");
            return figures::read(&text, locale).ok_or(refusal);
        }
        let number = |column| match self.text(row, &column) {
            Some(text) => figures::number(&text, locale)
                .map(Some)
                .ok_or(format!("{text:?} is no whole number")),
            None => Ok(None),
        };
        Ok(Figure {
            low: number(Column::Low)?,
            best: number(Column::Best)?,
            high: number(Column::High)?,
            approximate: self.is_approximate(row, locale)?,
        })
    }

    fn is_approximate(&self, row: &Row, locale: Locale) -> Result<bool, Refusal> {
        let words = locale.words();
        match self.text(row, &Column::Approximate) {
            None => Ok(false),
            Some(text) if text.eq_ignore_ascii_case(words.no()) => Ok(false),
            Some(text) if text.eq_ignore_ascii_case(words.yes()) => Ok(true),
            Some(text) => Err(format!(
                "{text:?} is neither {:?} nor {:?}",
                words.yes(),
                words.no()
            )),
        }
    }

    fn source(&mut self, row: &Row) -> Result<SourceIndex, Refusal> {
        let name = value(&row.data, "source").or_else(|| self.text(row, &Column::Source));
        let name = name.ok_or("it names no source")?;
        let known = self.sources.iter().position(|source| source.name == name);
        if let Some(place) = known {
            return Ok(SourceIndex(place));
        }
        let place = self.sources.len();
        let link = self
            .cell(row, &Column::Source)
            .and_then(|cell| cell.link.clone());
        self.sources.push(Source {
            id: value(&row.data, "source-id").unwrap_or_else(|| format!("s{}", place + 1)),
            name,
            name_rank: 0,
            short_name: value(&row.data, "short-name"),
            kind: value(&row.data, "kind").or_else(|| self.text(row, &Column::Kind)),
            url: link,
        });
        Ok(SourceIndex(place))
    }

    fn category(&mut self, label: String, row: &Row) -> CategoryIndex {
        let mut categories = self.categories.iter();
        if let Some(place) = categories.position(|category| category.label == label) {
            return CategoryIndex(place);
        }
        let place = self.categories.len();
        self.categories.push(Category {
            id: value(&row.data, "category-id").unwrap_or_else(|| format!("c{}", place + 1)),
            label,
            short_label: value(&row.data, "category-short-label"),
            note: value(&row.data, "category-note"),
            own_scale: value(&row.data, "own-scale").is_some(),
        });
        CategoryIndex(place)
    }

    fn date(&self, row: &Row) -> Result<Option<Dated>, Refusal> {
        let label = self.text(row, &Column::Date);
        let Some(iso) = value(&row.data, "date") else {
            return Ok(label.map(|label| Dated {
                label: Some(label),
                ..Dated::default()
            }));
        };
        dated(&iso, label).map(Some)
    }
}

/// Whether a row is a heading over others: one cell, where the table has more columns.
fn is_heading(row: &Row, heads: &Row) -> bool {
    row.cells.len() == 1 && heads.cells.len() > 1
}

/// The date of the figures: the attribute, or what the text below the table says as the widget does.
pub(super) fn as_of(table: &Table, locale: Locale) -> Result<Dated, Refusal> {
    if let Some(iso) = value(&table.data, "as-of") {
        return dated(&iso, value(&table.data, "as-of-label"));
    }
    let message = locale.words().as_of(HOLE);
    let mut remarks = table.remark.split(['\n', '·']);
    let stated = remarks.find_map(|remark| {
        let remark = clean(remark).0;
        Some(inside(remark.trim_end_matches('.'), &message)?.to_owned())
    });
    let Some(label) = stated else {
        let example = locale.words().as_of("…");
        return Err(format!(
            "neither data-as-of nor a line {example:?} below the table names the date of the figures"
        ));
    };
    Ok(Dated {
        label: Some(label),
        ..Dated::default()
    })
}

/// A date or a stretch of time as a file has it, with the words for it.
fn dated(iso: &str, label: Option<String>) -> Result<Dated, Refusal> {
    let date = |text: &str| date(text).ok_or(format!("{text:?} is no date such as 2025-05-18"));
    let (first, last) = match iso.split_once('/') {
        Some((first, last)) => (date(first)?, Some(date(last)?)),
        None => (date(iso)?, None),
    };
    Ok(Dated {
        date: Some(first),
        until: last,
        label,
    })
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('-').map(str::parse::<u16>);
    let year = parts.next()?.ok()?;
    let mut next = || {
        parts
            .next()
            .map(|part| part.ok().and_then(|part| u8::try_from(part).ok()))
    };
    match (next(), next(), next()) {
        (None, ..) => Some(Date::Year(year)),
        (Some(month), None, _) => Some(Date::Month(year, month?)),
        (Some(month), Some(day), None) => Some(Date::Day(year, month?, day?)),
        _ => None,
    }
}

/// The number in an attribute, which has digits alone.
fn digits(text: &str) -> Result<u64, Refusal> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| is_digits);
    number.ok_or_else(|| format!("{text:?} is no whole number in digits alone"))
}
