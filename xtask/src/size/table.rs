//! The table of sizes.

use std::fmt::Write;

/// Bytes in a KB, as the budgets count them.
const KB: usize = 1024;

/// One budget.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) what: &'static str,
    /// The size measured, in bytes.
    pub(super) bytes: usize,
    /// What must not be passed, in KB.
    pub(super) limit: usize,
    /// What is strived for, in KB.
    pub(super) aim: usize,
}

impl Row {
    pub(super) fn is_over(&self) -> bool {
        self.bytes > self.limit * KB
    }

    fn verdict(&self) -> &'static str {
        if self.is_over() {
            "past the limit"
        } else if self.bytes > self.aim * KB {
            "ok"
        } else {
            "ok, within the aim"
        }
    }
}

/// The table, a line a budget, with aligned columns.
pub(super) fn text(rows: &[Row]) -> String {
    let heading = "brotli";
    let names = rows.iter().map(|row| row.what.len());
    let width = names.chain([heading.len()]).max().unwrap_or_default();
    let mut text = format!(
        "{:width$}  {:>9}  {:>7}  {:>7}\n",
        heading, "measured", "limit", "aim"
    );
    for row in rows {
        // Tenths, rounded up: a size past its limit must not look as if it were at it.
        let tenths = (row.bytes * 10).div_ceil(KB);
        let measured = format!("{}.{} KB", tenths / 10, tenths % 10);
        let limit = format!("{} KB", row.limit);
        let aim = format!("{} KB", row.aim);
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "{:width$}  {measured:>9}  {limit:>7}  {aim:>7}  {}",
            row.what,
            row.verdict()
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(bytes: usize) -> Row {
        Row {
            what: "page",
            bytes,
            limit: 14,
            aim: 8,
        }
    }

    #[test]
    fn a_limit_may_be_reached_but_not_passed() {
        assert!(!row(14 * KB).is_over());
        assert!(row(14 * KB + 1).is_over());
    }

    #[test]
    fn the_table_says_how_each_row_stands() {
        let table = text(&[row(8 * KB), row(8 * KB + 1), row(14 * KB + 1)]);
        let expected = "\
brotli   measured    limit      aim
page       8.0 KB    14 KB     8 KB  ok, within the aim
page       8.1 KB    14 KB     8 KB  ok
page      14.1 KB    14 KB     8 KB  past the limit
";
        assert_eq!(table, expected);
    }
}
