//! English.

use super::{Counted, Words};

/// The words in English.
pub struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Words for English {
    fn tag(&self) -> &'static str {
        "en"
    }
    fn group_separator(&self) -> char {
        ','
    }
    fn month(&self, month: u8) -> &'static str {
        usize::from(month)
            .checked_sub(1)
            .and_then(|place| MONTHS.get(place))
            .copied()
            .unwrap_or("")
    }
    fn day(&self, day: u8, month: &str, year: u16) -> String {
        format!("{day} {month} {year}")
    }

    fn range(&self, low: &str, high: &str) -> String {
        format!("{low} to {high}")
    }
    fn about(&self, figure: &str) -> String {
        format!("about {figure}")
    }
    fn up_to(&self, high: &str) -> String {
        format!("up to {high}")
    }
    fn at_least(&self, low: &str) -> String {
        format!("at least {low}")
    }
    fn most_likely(&self, best: &str) -> String {
        format!(", most likely {best}")
    }
    fn no_figure(&self) -> &'static str {
        "no figure given"
    }

    fn kind_range(&self) -> &'static str {
        "a range"
    }
    fn kind_single(&self) -> &'static str {
        "a single figure"
    }
    fn kind_approximate(&self) -> &'static str {
        "given as approximate"
    }
    fn kind_up_to(&self) -> &'static str {
        "an upper bound, no lower figure"
    }
    fn kind_at_least(&self) -> &'static str {
        "a lower bound, no upper figure"
    }
    fn kind_none(&self) -> &'static str {
        "the source gives no number"
    }

    fn passed_on_by(&self, who: &str) -> String {
        format!("passed on by {who}")
    }
    fn as_of(&self, when: &str) -> String {
        format!("As of {when}")
    }
    fn table_caption(&self, unit: &str) -> String {
        format!("Estimates by source, number of {unit}")
    }
    fn axis_linear(&self, unit: &str) -> String {
        format!("Number of {unit}")
    }
    fn axis_log(&self, unit: &str) -> String {
        format!(
            "Number of {unit}. Logarithmic scale: equal distances mean equal multiples, not equal numbers"
        )
    }

    fn source(&self) -> &'static str {
        "Source"
    }
    fn sources(&self) -> &'static str {
        "Sources"
    }
    fn all(&self) -> &'static str {
        "All"
    }
    fn none(&self) -> &'static str {
        "None"
    }
    fn only(&self) -> &'static str {
        "only"
    }
    fn only_source(&self, source: &str) -> String {
        format!("{source} only")
    }
    fn category(&self) -> &'static str {
        "What is counted"
    }
    fn everything(&self) -> &'static str {
        "All"
    }
    fn scale(&self) -> &'static str {
        "Scale"
    }
    fn linear(&self) -> &'static str {
        "Linear"
    }
    fn logarithmic(&self) -> &'static str {
        "Logarithmic"
    }

    fn figure(&self) -> &'static str {
        "Figure"
    }
    fn passed_on(&self) -> &'static str {
        "Passed on by"
    }
    fn date(&self) -> &'static str {
        "Date"
    }
    fn remark(&self) -> &'static str {
        "Remark"
    }
    fn quote(&self) -> &'static str {
        "In the source’s words"
    }
    fn link(&self) -> &'static str {
        "Read it at"
    }

    fn all_sources_together(&self) -> &'static str {
        "All sources together:"
    }
    fn sources_shown_together(&self) -> &'static str {
        "The sources shown:"
    }
    fn overlap(&self, values: &str) -> String {
        format!("every estimate includes {values}.")
    }
    fn gaps(&self, between: &str) -> String {
        format!("no overlap; nobody names a figure {between}.")
    }
    fn between(&self, after: &str, before: &str) -> String {
        format!("between {after} and {before}")
    }
    fn or(&self) -> &'static str {
        " or "
    }
    fn no_common_value(&self, span: &str) -> String {
        format!("no figure fits every estimate; together they cover {span} without a gap.")
    }
    fn or_more(&self, low: &str) -> String {
        format!("{low} and more")
    }
    fn or_less(&self, high: &str) -> String {
        format!("{high} and less")
    }
    fn every_number(&self) -> &'static str {
        "every number"
    }
    fn one_figure(&self) -> &'static str {
        "only one gives a figure here, so there is nothing to compare."
    }
    fn no_figures(&self) -> &'static str {
        "none gives a figure here."
    }
    fn gap_label(&self) -> &'static str {
        "gap"
    }
    fn overlap_label(&self) -> &'static str {
        "overlap"
    }

    fn sources_shown(&self, counted: Counted) -> String {
        format!("{} of {} sources shown.", counted.shown, counted.all)
    }
    fn no_source_on(&self) -> &'static str {
        "No source is switched on."
    }
    fn nothing_shown(&self) -> &'static str {
        "The sources shown give no estimate here."
    }
    fn no_data(&self) -> &'static str {
        "There are no estimates in this dataset."
    }
    fn refused(&self, counted: Counted) -> String {
        format!(
            "{} of {} estimates could not be read and are not shown:",
            counted.shown, counted.all
        )
    }
    fn scale_is(&self, scale: &str) -> String {
        format!("{scale} scale.")
    }
    fn category_is(&self, category: &str) -> String {
        format!("What is counted: {category}.")
    }
}
