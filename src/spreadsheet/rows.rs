//! The rows below the heads, each as what it says in JSON.

use std::collections::BTreeMap;

use super::cells::Line;
use super::dates;
use super::heads::{Column, Heads, near_head};
use super::lines::{Field, Lines};
use super::named::{Conflict, List, Named};
use super::{Kind, json_text, problem};
use crate::dataset::{Problem, quoted};
use crate::keep::Object;
use crate::locale::Locale;

/// A row that stands in a list of the format.
pub(super) struct Part {
    pub(super) row: usize,
    pub(super) json: String,
    /// The column that its date was read from.
    pub(super) date: Column,
}

/// What the whole file says.
pub(super) struct Rows {
    pub(super) heads: Heads,
    pub(super) lines: Lines,
    pub(super) sources: List,
    pub(super) categories: List,
    pub(super) estimates: Vec<Part>,
    pub(super) references: Vec<Part>,
    pub(super) events: Vec<Part>,
    /// What is wrong with the heads: then no row can be trusted.
    pub(super) faulty_heads: Vec<Problem>,
    /// Problems that are better told here than by the reader of JSON, by the path that it finds a fault at.
    pub(super) own: BTreeMap<String, Problem>,
}

impl Rows {
    /// Reads the rows of a file in which there are heads.
    pub(super) fn read(lines: &[Line], heads: Heads) -> Self {
        let (above, below) = lines.split_at(heads.line);
        let mut rows = Self {
            faulty_heads: faulty_heads(&heads, below),
            lines: Lines::read(above),
            heads,
            sources: List::default(),
            categories: List::default(),
            estimates: Vec::new(),
            references: Vec::new(),
            events: Vec::new(),
            own: BTreeMap::new(),
        };
        for line in below.iter().skip(1) {
            rows.row(line);
        }
        rows
    }

    /// The dataset in JSON.
    pub(super) fn json(&self) -> String {
        let parts = |parts: &[Part]| parts.iter().map(|part| part.json.clone()).collect();
        let named = |list: &List| list.items.iter().map(|item| item.json(flag)).collect();
        let mut file = Object::default().field("format", "1");
        for (field, text, _) in &self.lines.fields {
            if !matches!(field, Field::AsOf | Field::AsOfInWords) {
                file = file.field(field.json(), &json_text(text));
            }
        }
        let line = |wanted| self.lines.text(wanted);
        if let Some(date) = dated(&dates::iso(line(Field::AsOf)), line(Field::AsOfInWords)) {
            file = file.field("asOf", &date);
        }
        file.list("sources", named(&self.sources))
            .list("categories", named(&self.categories))
            .list("estimates", parts(&self.estimates))
            .list("references", parts(&self.references))
            .list("events", parts(&self.events))
            .file()
    }

    fn row(&mut self, line: &Line) {
        let kind = match Row::new(&self.heads, line).text(Column::Kind) {
            "" => Some(Kind::Estimate),
            word => Kind::of(word),
        };
        match kind {
            None => self.unknown_kind(line),
            Some(Kind::Source) => self.alone(line, Kind::Source),
            Some(Kind::Category) => self.alone(line, Kind::Category),
            Some(Kind::Estimate) => {
                let part = self.estimate(line);
                self.estimates.push(part);
            }
            Some(Kind::Reference) => {
                let part = self.reference(line);
                self.references.push(part);
            }
            Some(Kind::Event) => {
                let part = self.event(line);
                self.events.push(part);
            }
        }
    }

    /// It may be an estimate, so it is counted as one.
    fn unknown_kind(&mut self, line: &Line) {
        let path = format!("estimates[{}]", self.estimates.len());
        let word = Row::new(&self.heads, line).text(Column::Kind).to_owned();
        let head = self.heads.name(Column::Kind);
        let names = Kind::names(self.heads.is_german());
        let mut problem = problem(
            line.row,
            Some(&head),
            quoted(&word),
            format!("one of {names}"),
        );
        problem.suggestion = Kind::near(&word).map(quoted);
        self.own.insert(path, problem);
        self.estimates.push(Part::refused(line.row));
    }

    /// A row that only tells of a source or a category. What it cannot say spoils the file, as the figures of others
    /// rest on it.
    fn alone(&mut self, line: &Line, kind: Kind) {
        // No list of the format has it.
        let path = format!("row {}", line.row);
        if self.is_misshapen(line, kind, &path) || self.named(line, kind, &path) != "null" {
            return;
        }
        let column = if kind == Kind::Source {
            Column::Source
        } else {
            Column::Category
        };
        let head = self.heads.name(column);
        let problem = problem(
            line.row,
            Some(&head),
            "nothing".to_owned(),
            "a name".to_owned(),
        );
        self.own.insert(path, problem);
    }

    fn estimate(&mut self, line: &Line) -> Part {
        let path = format!("estimates[{}]", self.estimates.len());
        if self.is_misshapen(line, Kind::Estimate, &path) {
            return Part::refused(line.row);
        }
        let source = self.named(line, Kind::Source, &format!("{path}.source"));
        let category = self.named(line, Kind::Category, &format!("{path}.category"));
        let row = Row::new(&self.heads, line);
        let (date, date_column) = row.date();
        let object = row.optional(Object::default(), "id", Column::Id);
        let object = object.field("source", &source).field("category", &category);
        let object = row.count(object, "low", Column::Low);
        let object = row.count(object, "best", Column::Best);
        let object = row.count(object, "high", Column::High);
        let object = row.flag(object, "approximate", Column::Approximate);
        let object = row.optional(object, "passedOnBy", Column::PassedOnBy);
        let object = with_date(object, date);
        let object = row.optional(object, "note", Column::Note);
        let object = row.optional(object, "quote", Column::Quote);
        let object = row.optional(object, "url", Column::Url);
        Part {
            row: line.row,
            json: object.line(),
            date: date_column,
        }
    }

    fn reference(&mut self, line: &Line) -> Part {
        let path = format!("references[{}]", self.references.len());
        if self.is_misshapen(line, Kind::Reference, &path) {
            return Part::refused(line.row);
        }
        let category = self.named(line, Kind::Category, &format!("{path}.category"));
        let row = Row::new(&self.heads, line);
        let object = row.optional(Object::default(), "label", Column::Label);
        let object = row.count(object, "value", Column::Best);
        let object = row.flag(object, "approximate", Column::Approximate);
        Part {
            row: line.row,
            json: object.field("category", &category).line(),
            date: Column::Date,
        }
    }

    fn event(&mut self, line: &Line) -> Part {
        let path = format!("events[{}]", self.events.len());
        if self.is_misshapen(line, Kind::Event, &path) {
            return Part::refused(line.row);
        }
        let row = Row::new(&self.heads, line);
        let (date, date_column) = row.date();
        let object = row.optional(Object::default(), "label", Column::Label);
        let object = with_date(object, date);
        Part {
            row: line.row,
            json: row.optional(object, "source", Column::Source).line(),
            date: date_column,
        }
    }

    /// Whether a row has more or fewer cells than there are heads, or something where a row of its kind has nothing.
    fn is_misshapen(&mut self, line: &Line, kind: Kind, path: &str) -> bool {
        let (found, expected) = (line.cells.len(), self.heads.columns.len());
        let problem = if found == expected {
            let cells = self.heads.columns.iter().zip(&line.cells);
            let stray = cells.filter(|((column, _), cell)| {
                !cell.is_empty() && column.is_some_and(|column| !kind.has(column))
            });
            stray
                .map(|((_, head), cell)| {
                    let expected = format!(
                        "nothing, as the row is {}",
                        kind.name(self.heads.is_german())
                    );
                    problem(line.row, Some(head), quoted(cell), expected)
                })
                .next()
        } else {
            let expected = format!("{expected}, as many as there are heads");
            Some(problem(line.row, None, format!("{found} cells"), expected))
        };
        let is_misshapen = problem.is_some();
        self.own
            .extend(problem.map(|problem| (path.to_owned(), problem)));
        is_misshapen
    }

    /// The id of the source or category that a row names, in JSON. What contradicts another row is a fault there.
    fn named(&mut self, line: &Line, kind: Kind, path: &str) -> String {
        let row = Row::new(&self.heads, line);
        let (list, id, columns) = match kind {
            Kind::Source => (&mut self.sources, Column::SourceId, Named::SOURCE),
            _ => (&mut self.categories, Column::CategoryId, Named::CATEGORY),
        };
        let fields = columns.iter();
        let fields: Vec<_> = fields
            .map(|&(name, column)| (name, row.text(column)))
            .collect();
        match list.refer(row.text(id), &fields, line.row) {
            Ok(Some(id)) => json_text(&id),
            Ok(None) => "null".to_owned(),
            Err(conflict) => {
                let problem = self.conflict(line.row, &columns, &conflict);
                self.own.insert(path.to_owned(), problem);
                // No id is one.
                "false".to_owned()
            }
        }
    }

    fn conflict(&self, row: usize, columns: &[(&str, Column)], conflict: &Conflict) -> Problem {
        let column = columns.iter().find(|(name, _)| *name == conflict.field);
        let head = column.map(|(_, column)| self.heads.name(*column));
        let expected = format!("{}, as in row {}", quoted(&conflict.expected), conflict.row);
        problem(row, head.as_deref(), quoted(&conflict.found), expected)
    }
}

impl Part {
    /// In the place of a row that cannot be read, so that it is counted.
    fn refused(row: usize) -> Self {
        Self {
            row,
            json: "null".to_owned(),
            date: Column::Date,
        }
    }
}

/// The cells of a row by what they hold.
struct Row<'a> {
    heads: &'a Heads,
    line: &'a Line,
}

impl<'a> Row<'a> {
    fn new(heads: &'a Heads, line: &'a Line) -> Self {
        Self { heads, line }
    }

    /// Empty where there is no such column.
    fn text(&self, column: Column) -> &'a str {
        let place = self.heads.place(column);
        let cell = place.and_then(|place| self.line.cells.get(place));
        cell.map_or("", String::as_str)
    }

    fn optional(&self, object: Object, name: &str, column: Column) -> Object {
        match self.text(column) {
            "" => object,
            text => object.field(name, &json_text(text)),
        }
    }

    /// Digits alone become a number; anything else stays a text and is refused.
    fn count(&self, object: Object, name: &str, column: Column) -> Object {
        let text = self.text(column);
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        let has_zeros = text.len() > 1 && text.starts_with('0');
        match text {
            "" => object,
            _ if is_number && !has_zeros => object.field(name, text),
            _ => object.field(name, &json_text(text)),
        }
    }

    fn flag(&self, object: Object, name: &str, column: Column) -> Object {
        match (self.text(column), flag(self.text(column))) {
            ("", _) => object,
            (_, Some(flag)) => object.field(name, if flag { "true" } else { "false" }),
            (text, None) => object.field(name, &json_text(text)),
        }
    }

    /// The date in JSON, and the column that it was read from.
    fn date(&self) -> (Option<String>, Column) {
        let label = self.text(Column::DateInWords);
        let [date, first, last] = [Column::Date, Column::FirstDate, Column::LastDate]
            .map(|column| dates::iso(self.text(column)));
        let (date, column) = match (date.as_str(), first.as_str(), last.as_str()) {
            ("", first, "") => (first.to_owned(), Column::FirstDate),
            ("", first, last) => (dates::stretch(first, last), Column::FirstDate),
            (date, "", "") => (date.to_owned(), Column::Date),
            // Both: what they say together is no date.
            (date, first, last) => ([date, first, last].join(" "), Column::Date),
        };
        (dated(&date, label), column)
    }
}

fn with_date(object: Object, date: Option<String>) -> Object {
    match date {
        Some(date) => object.field("date", &date),
        None => object,
    }
}

/// A date, a label or both in JSON.
fn dated(date: &str, label: &str) -> Option<String> {
    match (date, label) {
        ("", "") => None,
        (date, "") => Some(json_text(date)),
        ("", label) => Some(Object::default().field("label", &json_text(label)).line()),
        (date, label) => {
            let object = Object::default().field("date", &json_text(date));
            Some(object.field("label", &json_text(label)).line())
        }
    }
}

/// Yes or no in any language that the widget speaks.
fn flag(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    let says = |word: &str| text == word.to_lowercase();
    let mut locales = Locale::all();
    match text.as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => locales.find_map(|locale| {
            let words = locale.words();
            says(words.yes())
                .then_some(true)
                .or(says(words.no()).then_some(false))
        }),
    }
}

/// Columns without a known head that hold something, and heads that are there twice.
fn faulty_heads(heads: &Heads, lines: &[Line]) -> Vec<Problem> {
    let Some((head, rows)) = lines.split_first() else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    for (place, (column, name)) in heads.columns.iter().enumerate() {
        let earlier = &heads.columns[..place];
        if column.is_some() && earlier.iter().any(|(other, _)| other == column) {
            let found = format!("a second column {}", quoted(name));
            problems.push(problem(
                head.row,
                Some(name),
                found,
                "each column once".to_owned(),
            ));
        }
        let mut cells = rows.iter().filter_map(|row| row.cells.get(place));
        if column.is_none() && cells.any(|cell| !cell.is_empty()) {
            let found = format!("a head {}", quoted(name));
            let expected =
                "a head of the format, as the column may hold figures (or leave the column out)";
            let mut problem = problem(head.row, None, found, expected.to_owned());
            problem.suggestion = near_head(name).map(quoted);
            problems.push(problem);
        }
    }
    problems
}
