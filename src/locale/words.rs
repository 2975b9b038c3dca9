//! What every language must be able to say: a missing message does not compile.

/// How many of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How many are meant.
    pub shown: usize,
    /// How many there are.
    pub all: usize,
}

/// Everything the widget says, in one language. Numbers arrive formatted.
pub trait Words: Sync {
    /// The BCP 47 tag.
    fn tag(&self) -> &'static str;
    /// What stands between groups of three digits.
    fn group_separator(&self) -> char;
    /// The name of a month (1 to 12) inside a date; empty outside.
    fn month(&self, month: u8) -> &'static str;
    /// A full date.
    fn day(&self, day: u8, month: &str, year: u16) -> String;

    /// A figure with both ends.
    fn range(&self, low: &str, high: &str) -> String;
    /// A figure the source gave as approximate.
    fn about(&self, figure: &str) -> String;
    /// A figure without a lower end.
    fn up_to(&self, high: &str) -> String;
    /// A figure without an upper end.
    fn at_least(&self, low: &str) -> String;
    /// What follows a range that names a most likely figure.
    fn most_likely(&self, best: &str) -> String;
    /// An estimate without a figure.
    fn no_figure(&self) -> &'static str;

    /// How a range was put.
    fn kind_range(&self) -> &'static str;
    /// How a single figure was put.
    fn kind_single(&self) -> &'static str;
    /// How an approximate figure was put.
    fn kind_approximate(&self) -> &'static str;
    /// How "up to" was put.
    fn kind_up_to(&self) -> &'static str;
    /// How "at least" was put.
    fn kind_at_least(&self) -> &'static str;
    /// How a missing figure was put.
    fn kind_none(&self) -> &'static str;

    /// Who passed a figure on, beneath the source's name.
    fn passed_on_by(&self, who: &str) -> String;
    /// When the figures stood so.
    fn as_of(&self, when: &str) -> String;
    /// The name of the table, before its title.
    fn table_caption(&self, unit: &str) -> String;
    /// What the rows of the chart are measured in, on its axis.
    fn axis_linear(&self, unit: &str) -> String;
    /// The same for a logarithmic axis, which must say what it is.
    fn axis_log(&self, unit: &str) -> String;

    /// Label of the source toggles, column head and term in the details.
    fn source(&self) -> &'static str;
    /// Legend of the source toggles.
    fn sources(&self) -> &'static str;
    /// Button: all sources on.
    fn all(&self) -> &'static str;
    /// Button: all sources off.
    fn none(&self) -> &'static str;
    /// Button beside a source: this one alone.
    fn only(&self) -> &'static str;
    /// The accessible name of that button.
    fn only_source(&self, source: &str) -> String;
    /// Legend of the category choice.
    fn category(&self) -> &'static str;
    /// The choice of all categories.
    fn everything(&self) -> &'static str;
    /// Legend of the choice of a scale.
    fn scale(&self) -> &'static str;
    /// The linear scale.
    fn linear(&self) -> &'static str;
    /// The logarithmic scale.
    fn logarithmic(&self) -> &'static str;

    /// Column head and term: the figure.
    fn figure(&self) -> &'static str;
    /// Term: who passed it on.
    fn passed_on(&self) -> &'static str;
    /// Term: the date.
    fn date(&self) -> &'static str;
    /// Term: the remark.
    fn remark(&self) -> &'static str;
    /// Term: the source's words.
    fn quote(&self) -> &'static str;
    /// Term: where to read it.
    fn link(&self) -> &'static str;

    /// What the agreement sentence speaks of when every source is on.
    fn all_sources_together(&self) -> &'static str;
    /// What it speaks of otherwise.
    fn sources_shown_together(&self) -> &'static str;
    /// Values that every estimate includes.
    fn overlap(&self, values: &str) -> String;
    /// No common value and holes between; each hole as [`Words::between`].
    fn gaps(&self, between: &str) -> String;
    /// One hole.
    fn between(&self, after: &str, before: &str) -> String;
    /// The word between two holes.
    fn or(&self) -> &'static str;
    /// No common value, but no hole either.
    fn no_common_value(&self, span: &str) -> String;
    /// A span without an upper end.
    fn or_more(&self, low: &str) -> String;
    /// A span without a lower end.
    fn or_less(&self, high: &str) -> String;
    /// A span without ends.
    fn every_number(&self) -> &'static str;
    /// Only one estimate gives a figure.
    fn one_figure(&self) -> &'static str;
    /// No estimate gives a figure.
    fn no_figures(&self) -> &'static str;
    /// Label at the gap's band.
    fn gap_label(&self) -> &'static str;
    /// Label at the overlap's band.
    fn overlap_label(&self) -> &'static str;

    /// Status: how many sources are shown.
    fn sources_shown(&self, counted: Counted) -> String;
    /// Status and notice: nothing is on.
    fn no_source_on(&self) -> &'static str;
    /// Where sources are switched on, but none of them gives an estimate of what is chosen.
    fn nothing_shown(&self) -> &'static str;
    /// Notice: the file holds no estimate.
    fn no_data(&self) -> &'static str;
    /// Notice: estimates that were not read.
    fn refused(&self, counted: Counted) -> String;
    /// Status: which scale it is now.
    fn scale_is(&self, scale: &str) -> String;
    /// Status: which category is shown.
    fn category_is(&self, category: &str) -> String;
}
