//! What the reader of JSON found, told by row and column.

use super::heads::Column;
use super::lines::Field;
use super::named::{List, Named};
use super::problem;
use super::rows::{Part, Rows};
use crate::dataset::{Problem, Reading};

impl Rows {
    /// The reading with the places of the file; a file with a fault in its heads or above them is refused.
    pub(super) fn told(mut self, reading: Reading) -> Reading {
        let mut problems = std::mem::take(&mut self.faulty_heads);
        let is_faulty = !problems.is_empty() || self.lines.is_faulty;
        problems.append(&mut self.lines.problems);
        for found in reading.problems {
            let own = self.own.remove(&found.path);
            problems.push(own.unwrap_or_else(|| self.placed(found)));
        }
        // What no estimate runs into: rows of sources and categories alone.
        let is_contradictory = !self.own.is_empty();
        problems.extend(self.own.into_values());
        problems.sort_by_key(|problem| problem.cell.as_ref().map(|cell| cell.row));
        let is_usable = !is_faulty && !is_contradictory;
        let dataset = reading.dataset.filter(|_| is_usable);
        let kept = dataset
            .as_ref()
            .map_or(0, |dataset| dataset.estimates.len());
        Reading {
            dataset,
            problems,
            refused: self.estimates.len() - kept,
        }
    }

    /// The problem at its place in the table.
    fn placed(&self, found: Problem) -> Problem {
        let (list, index, field) = parts(&found.path);
        let item = |parts: &[Part], column: fn(&str, Column) -> Column| {
            let part = &parts[index.unwrap_or_default()];
            (Some(part.row), field.map(|field| column(field, part.date)))
        };
        let named = |list: &List, columns: &[(&str, Column)], id: Column| {
            let item = &list.items[index.unwrap_or_default()];
            let row = field.and_then(|field| item.field(field));
            let column = columns.iter().find(|(name, _)| Some(*name) == field);
            let row = row.map_or(item.row, |(_, _, row)| *row);
            (Some(row), Some(column.map_or(id, |(_, column)| *column)))
        };
        let (row, column) = match (list, index) {
            ("estimates", Some(_)) => item(&self.estimates, of_estimate),
            ("references", Some(_)) => item(&self.references, of_reference),
            ("events", Some(_)) => item(&self.events, of_event),
            ("sources", Some(_)) => named(&self.sources, &Named::SOURCE, Column::SourceId),
            ("categories", Some(_)) => {
                named(&self.categories, &Named::CATEGORY, Column::CategoryId)
            }
            _ => (None, None),
        };
        let Some(row) = row else {
            return self.of_file(found);
        };
        let head = column.map(|column| self.heads.name(column));
        let mut placed = problem(row, head.as_deref(), untyped(found.found), found.expected);
        placed.suggestion = found.suggestion;
        self.in_words_of_tables(&mut placed, column);
        placed
    }

    /// A problem in what is said of the whole.
    fn of_file(&self, mut found: Problem) -> Problem {
        let Some(field) = Field::of_json(&found.path) else {
            return found;
        };
        let name = field.name(self.heads.is_german());
        let lines = self.lines.fields.iter();
        let row = lines
            .clone()
            .find(|(other, ..)| *other == field)
            .map(|(_, _, row)| *row);
        let Some(row) = row else {
            found.path = format!("line \"{name}\"");
            found.expected = format!(
                "{} beside that name, above the heads of the columns",
                found.expected
            );
            return found;
        };
        let mut placed = problem(row, None, untyped(found.found), found.expected);
        placed.path = format!("row {row}, \"{name}\"");
        placed.suggestion = found.suggestion.filter(|_| field != Field::AsOf);
        placed
    }

    /// What is expected, as it is written in a table.
    fn in_words_of_tables(&self, problem: &mut Problem, column: Option<Column>) {
        match column {
            Some(Column::Approximate | Column::OwnScale) => {
                problem.expected = "yes or no".to_owned()
            }
            Some(Column::Date | Column::FirstDate) => {
                let words = self.heads.name(Column::DateInWords);
                problem.expected += &format!("; words stand in the column \"{words}\"");
                problem.suggestion = None;
            }
            Some(Column::Source | Column::Category) if problem.found == "nothing" => {
                problem.expected = "a name".to_owned();
            }
            _ => {}
        }
    }
}

/// A cell has no type.
fn untyped(found: String) -> String {
    found
        .strip_suffix(" (text)")
        .map_or(found.clone(), str::to_owned)
}

/// The list, the place in it and the field of a path such as `estimates[3].date.label`.
fn parts(path: &str) -> (&str, Option<usize>, Option<&str>) {
    let Some((list, rest)) = path.split_once('[') else {
        return (path, None, None);
    };
    let (index, rest) = rest.split_once(']').unwrap_or((rest, ""));
    (list, index.parse().ok(), rest.strip_prefix('.'))
}

fn of_estimate(field: &str, date: Column) -> Column {
    match field {
        "id" => Column::Id,
        "source" => Column::Source,
        "category" => Column::Category,
        "low" => Column::Low,
        "best" => Column::Best,
        "high" => Column::High,
        "approximate" => Column::Approximate,
        "passedOnBy" => Column::PassedOnBy,
        "note" => Column::Note,
        "quote" => Column::Quote,
        "url" => Column::Url,
        _ => of_date(field, date),
    }
}

fn of_reference(field: &str, date: Column) -> Column {
    match field {
        "label" => Column::Label,
        "value" => Column::Best,
        "approximate" => Column::Approximate,
        "category" => Column::Category,
        _ => of_date(field, date),
    }
}

fn of_event(field: &str, date: Column) -> Column {
    match field {
        "label" => Column::Label,
        "source" => Column::Source,
        _ => of_date(field, date),
    }
}

fn of_date(field: &str, date: Column) -> Column {
    if field == "date.label" {
        Column::DateInWords
    } else {
        date
    }
}
