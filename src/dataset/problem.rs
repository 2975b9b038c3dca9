//! What is wrong in a file, and where.

use std::fmt;

/// Something in a file that could not be taken as it stands.
///
/// ```
/// use troop_estimates::dataset::Problem;
/// let problem = Problem {
///     path: "estimates[3].low".into(),
///     found: "\"1,000\" (text)".into(),
///     expected: "a whole number".into(),
///     suggestion: Some("1000".into()),
///     ..Problem::default()
/// };
/// assert_eq!(
///     problem.to_string(),
///     "estimates[3].low: found \"1,000\" (text), expected a whole number; did you mean 1000?"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Where: `estimates[3].low` (counted from 0), `file` for the whole of it, or
    /// `line 3, column 7` (counted from 1) where it is not JSON; `row 7, column "High"` in a table.
    pub path: String,
    /// Where, in a table.
    pub cell: Option<Cell>,
    /// What stands there, shortened and without hidden characters.
    pub found: String,
    /// What may stand there.
    pub expected: String,
    /// What was probably meant, as it would be written in the file. It is never taken unasked.
    pub suggestion: Option<String>,
}

/// A cell of a table, or a whole row of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// As spreadsheets count it, from 1.
    pub row: usize,
    /// The head of its column.
    pub column: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            found,
            expected,
            suggestion,
            ..
        } = self;
        write!(formatter, "{path}: found {found}, expected {expected}")?;
        match suggestion {
            Some(suggestion) => write!(formatter, "; did you mean {suggestion}?"),
            None => Ok(()),
        }
    }
}
