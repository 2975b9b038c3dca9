//! The lines above the heads: what is said of the whole.

use super::cells::Line;
use super::problem;
use crate::dataset::{Problem, near_match, quoted};

/// The names of such lines in English and in German, beside those of the same fields in JSON.
const NAMES: [(Field, &str, &str); 7] = [
    (Field::Language, "Language", "Sprache"),
    (Field::Title, "Title", "Titel"),
    (Field::Takeaway, "Takeaway", "Kernaussage"),
    (Field::AsOf, "As of", "Stand"),
    (Field::AsOfInWords, "As of in words", "Stand in Worten"),
    (Field::Unit, "Unit", "Einheit"),
    (Field::Credit, "Credit", "Nachweis"),
];

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Language,
    Title,
    Takeaway,
    AsOf,
    AsOfInWords,
    Unit,
    Credit,
}

impl Field {
    /// The field of the file in JSON.
    pub(super) fn json(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Title => "title",
            Self::Takeaway => "takeaway",
            Self::AsOf | Self::AsOfInWords => "asOf",
            Self::Unit => "unit",
            Self::Credit => "credit",
        }
    }

    /// The line for the field of that name in JSON.
    pub(super) fn of_json(path: &str) -> Option<Self> {
        if path == "asOf.label" {
            return Some(Self::AsOfInWords);
        }
        let name = path.split('.').next().unwrap_or_default();
        let mut names = NAMES.iter();
        let (field, ..) = names.find(|(field, ..)| field.json() == name)?;
        Some(*field)
    }

    /// The name of its line.
    pub(super) fn name(self, is_german: bool) -> &'static str {
        let mut names = NAMES.iter().filter(|(field, ..)| *field == self);
        names.next().map_or(
            "",
            |(_, english, german)| if is_german { german } else { english },
        )
    }
}

/// What stands above the heads.
#[derive(Default)]
pub(super) struct Lines {
    /// Each field once, with its row.
    pub(super) fields: Vec<(Field, String, usize)>,
    pub(super) problems: Vec<Problem>,
    /// Whether one of the problems spoils the file.
    pub(super) is_faulty: bool,
}

impl Lines {
    pub(super) fn read(lines: &[Line]) -> Self {
        let mut read = Self::default();
        for line in lines {
            let name = line.cells[0].trim_end_matches(':');
            // Remarks for whoever fills in the table; and what tells Excel the separator.
            let is_remark = name.starts_with('#') || name.to_lowercase().starts_with("sep=");
            if !is_remark {
                read.line(line, name);
            }
        }
        read
    }

    /// The text of a line; empty where there is none.
    pub(super) fn text(&self, wanted: Field) -> &str {
        let mut fields = self.fields.iter();
        let field = fields.find(|(field, ..)| *field == wanted);
        field.map_or("", |(_, text, _)| text)
    }

    fn line(&mut self, line: &Line, name: &str) {
        let names = || {
            NAMES
                .iter()
                .flat_map(|(_, english, german)| [*english, *german])
        };
        let mut known = NAMES.iter();
        let known = known.find(|(_, english, german)| {
            [*english, *german]
                .iter()
                .any(|other| other.eq_ignore_ascii_case(name))
        });
        let Some((field, ..)) = known else {
            let found = format!("a line {}", quoted(name));
            let expected = "the name of a field, the heads of the columns, or # and a remark";
            let mut problem = problem(line.row, None, found, expected.to_owned());
            problem.suggestion = near_match(name, names()).map(quoted);
            return self.problems.push(problem);
        };
        if self.fields.iter().any(|(other, ..)| other == field) {
            let found = format!("a second line {}", quoted(name));
            return self.fault(problem(
                line.row,
                None,
                found,
                "each of them once".to_owned(),
            ));
        }
        if line.cells.iter().skip(2).any(|cell| !cell.is_empty()) {
            let found = format!("{} cells", line.cells.len());
            let expected =
                "two, a name and a text (in quotation marks if it has a separator in it)";
            return self.fault(problem(line.row, None, found, expected.to_owned()));
        }
        let text = line.cells.get(1).cloned().unwrap_or_default();
        if !text.is_empty() {
            self.fields.push((*field, text, line.row));
        }
    }

    fn fault(&mut self, problem: Problem) {
        self.problems.push(problem);
        self.is_faulty = true;
    }
}
