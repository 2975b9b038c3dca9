//! Everything the widget says: the list of messages, which every language must have whole.

use super::{fill, plural};

/// Makes of a list of messages the record that a language fills in, and a method for each message.
///
/// `name;` is a fixed text. `name(a, b);` takes texts that stand in it as `{a}` and `{b}`. `name[a, b];` takes
/// a count besides, and has a form for each plural category of the language, separated by `|`.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident $(($($argument:ident),+))? $([$($counted:ident),+])?;)+) => {
        /// All messages of one language; one that is missing does not compile.
        #[derive(Clone, Copy, Debug)]
        pub struct Messages {
            $($(#[$doc])* pub $name: &'static str,)+
        }

        #[expect(non_camel_case_types, reason = "the names of the messages")]
        enum Place {
            $($name,)+
        }

        /// How many messages there are.
        pub(super) const COUNT: usize = [$(stringify!($name)),+].len();

        /// How many of them a page carries: those after it are said by the native side alone.
        pub(super) const CARRIED: usize = Place::citation_from as usize + 1;

        impl Messages {
            /// The messages in the order of the list.
            pub const fn list(&self) -> List {
                [$(self.$name,)+]
            }
        }

        impl Words {
            $(messages! { @method $(#[$doc])* $name $(($($argument),+))? $([$($counted),+])? })+
        }

        /// What each message is about.
        #[cfg(test)]
        pub(super) const SIGNATURES: [Signature; COUNT] = [
            $(Signature {
                name: stringify!($name),
                values: &[$($(stringify!($argument),)+)? $($(stringify!($counted),)+)?],
                counted: matches!(&[$($(stringify!($counted),)+)?] as &[&str], [_, ..]),
            },)+
        ];
    };
    (@method $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub fn $name(self) -> &'static str {
            self.0[Place::$name as usize]
        }
    };
    (@method $(#[$doc:meta])* $name:ident ($($argument:ident),+)) => {
        $(#[$doc])*
        pub fn $name(self, $($argument: &str),+) -> String {
            fill(self.0[Place::$name as usize], &[$((stringify!($argument), $argument)),+])
        }
    };
    (@method $(#[$doc:meta])* $name:ident [$($counted:ident),+]) => {
        $(#[$doc])*
        pub fn $name(self, count: usize, $($counted: &str),+) -> String {
            let form = plural::form(self.0[Place::$name as usize], self.plural_rule(), count);
            fill(form, &[$((stringify!($counted), $counted)),+])
        }
    };
}

/// All messages in the order of the list.
pub(super) type List = [&'static str; COUNT];

/// The messages of one language, ready to be said. Numbers arrive formatted.
#[derive(Clone, Copy)]
pub struct Words(pub(super) &'static List);

/// A message as the list has it.
#[cfg(test)]
pub(super) struct Signature {
    pub name: &'static str,
    /// What stands in it.
    pub values: &'static [&'static str],
    /// Whether it has plural forms.
    pub counted: bool,
}

messages! {
    /// The BCP 47 tag of the language.
    tag;
    /// The locale in which ICU and `Intl` write numbers, dates and lists in this way.
    conventions;
    /// Where a line begins: "ltr" at the left, "rtl" at the right.
    direction;
    /// What stands between groups of three digits.
    group_separator;
    /// The smallest power of ten whose digits are grouped, without separators: "1000" or "10000".
    smallest_grouped;
    /// Which plural form goes with a count, see `plural.rs`.
    plural_rule;
    /// The names of the twelve months inside a date with a day, separated by `|`.
    months_with_day;
    /// The names of the twelve months before a year alone, separated by `|`.
    months_alone;
    /// A full date.
    day(day, month, year);
    /// A month and its year.
    month(month, year);
    /// A year.
    year(year);
    /// A stretch of time between two dates, both as they are written alone.
    time_span(first, last);
    /// The last two of a list of which one item holds, where it has no others.
    or_two(first, last);
    /// The last two of a longer list of which one item holds; `first` is all but the last.
    or_last(first, last);
    /// Items of such a list before its last.
    or_next(first, next);
    /// Items that follow each other.
    list_more(first, next);
    /// A text with its label before it.
    labelled(label, text);
    /// A text with an addition in brackets.
    bracketed(text, addition);

    /// A figure with both ends.
    range(low, high);
    /// A figure the source gave as approximate.
    about(figure);
    /// A figure without a lower end.
    up_to(high);
    /// A figure without an upper end.
    at_least(low);
    /// What follows a range that names a most likely figure.
    most_likely(best);
    /// An estimate without a figure.
    no_figure;
    /// How a range was put.
    kind_range;
    /// How a single figure was put.
    kind_single;
    /// How an approximate figure was put.
    kind_approximate;
    /// How "up to" was put.
    kind_up_to;
    /// How "at least" was put.
    kind_at_least;
    /// How a missing figure was put.
    kind_none;
    /// Who passed a figure on, beneath the source's name.
    passed_on_by(who);
    /// A value to compare with.
    for_comparison(label, figure);
    /// Heading of what is reported without a figure.
    evidence;
    /// In place of a date.
    undated;
    /// When the figures stood so.
    as_of(when);
    /// The name of the table, before its title.
    table_caption(unit);
    /// What the rows of the chart are measured in, on its axis.
    axis_linear(unit);
    /// The same for a logarithmic axis, which must say what it is.
    axis_log(unit);
    /// Label of the source toggles, column head and term in the details.
    source;
    /// Legend of the source toggles.
    sources;
    /// On paper and beneath a picture, before the names of the sources that are switched off.
    not_shown;
    /// Button: all sources on.
    all;
    /// Button: all sources off.
    none;
    /// Button beside a source: this one alone.
    only;
    /// The accessible name of that button.
    only_source(source);
    /// Legend of the category choice.
    category;
    /// The choice of all categories.
    everything;
    /// Legend of the choice of a scale.
    scale;
    /// The linear scale.
    linear;
    /// The logarithmic scale.
    logarithmic;
    /// Label of the choice of an order of the rows.
    order;
    /// The order of the file.
    order_given;
    /// The lowest figures first.
    order_lowest;
    /// The highest figures first.
    order_highest;
    /// The widest ranges first.
    order_widest;
    /// The newest figures first.
    order_newest;
    /// By the names of the sources.
    order_name;
    /// Label of the choice to let the axes span what is shown.
    zoom;
    /// At an axis: zero is not on it.
    cut_axis;
    /// Beneath the first rows of many, before the scripts are there.
    first_rows(shown, all);
    /// Notice without scripts: of the category that is chosen no estimate is among the first.
    not_among_first;
    /// Beneath them and in the status: how many rows there are now.
    rows_shown(shown, all);
    /// Button: so many more rows.
    more_rows(count);
    /// Button: copy or pass on a link to what is shown.
    copy_link;
    /// Status and answer to it: the link is on the clipboard.
    link_copied;
    /// Status and answer to it: the link was passed on.
    link_shared;
    /// Status and label of the field that holds the link where it cannot be copied.
    link_here;
    /// Notice and status: parts of the link that led here mean nothing, or contradict others.
    link_ignored(parts);
    /// Column head and term: the figure.
    figure;
    /// Term: who passed it on.
    passed_on;
    /// Term: the date.
    date;
    /// Term: the remark.
    remark;
    /// Term: the source's words.
    quote;
    /// Term: where to read it.
    link;
    /// What the agreement sentence speaks of when every source is on.
    all_sources_together;
    /// What it speaks of otherwise.
    sources_shown_together;
    /// Values that every estimate includes.
    overlap(values);
    /// No common value and holes between; each hole as [`Words::between`].
    gaps(between);
    /// One hole.
    between(after, before);
    /// The last of a list of holes, for those not told one by one.
    further_gaps[count];
    /// No common value, but no hole either.
    no_common_value(span);
    /// A span without an upper end.
    or_more(low);
    /// A span without a lower end.
    or_less(high);
    /// A span without ends.
    every_number;
    /// Only one estimate gives a figure.
    one_figure;
    /// No estimate gives a figure.
    no_figures;
    /// Label at the gap's band.
    gap_label;
    /// Label at the overlap's band.
    overlap_label;
    /// Status: how many sources are shown.
    sources_shown[shown, all];
    /// Status: which source is the only one shown.
    source_is(source);
    /// Status and notice: nothing is on.
    no_source_on;
    /// Where sources are switched on, but none of them gives an estimate of what is chosen.
    nothing_shown;
    /// Notice: the file holds no estimate.
    no_data;
    /// Notice, also in a picture and after a download: estimates that were not read.
    refused[shown, all];
    /// Notice: something else was not read.
    file_has_faults;
    /// Status: which scale it is now.
    scale_is(scale);
    /// Status: which order it is now.
    order_is(order);
    /// Status: the axes span what is shown.
    zoomed;
    /// Status: they do so no longer.
    not_zoomed;
    /// Status: which category is shown.
    category_is(category);
    /// What can be downloaded: the figures.
    data;
    /// What can be downloaded: the view.
    picture;
    /// Button: copy a figure with its source.
    copy;
    /// While the part that does this is loaded.
    loading;
    /// The browser has been given this file to save; no page learns whether it did.
    handed_over(file);
    /// The same in a frame that may not be allowed to save files; the address is that of the page in it.
    handed_over_in_frame(file, address);
    /// It has been copied.
    copied;
    /// It could not be copied by itself; the text follows.
    copy_this;
    /// It could not be done, but may be tried again.
    not_done;
    /// The browser cannot make so large a picture.
    too_large;
    /// What separates columns of a table in spreadsheets of the language: `;` where it has a decimal comma.
    column_separator;
    /// The heads of the columns in a table of the data, separated by `|`: id, source, what the source is, category, low, best and high figure, whether it is approximate, who passed it on, earliest date, latest date, date in words, remark, quote, address.
    columns;
    /// In a column: it is so.
    yes;
    /// In a column: it is not so.
    no;
    /// A figure with what is counted.
    counted(figure, unit);
    /// A figure that is copied into another text.
    citation(who, figure, category);
    /// The same with where it stands, and as of when. The last message that a page carries for its scripts.
    citation_from(citation, title, when);
    /// The state of the data in a few letters.
    revision(revision);
    /// On the page of an earlier state.
    revision_is_earlier(revision);
    /// Link from there.
    show_present;
    /// How many estimates are not any more as they were when a link was made.
    changed_since[count];
    /// Link to how they were.
    show_then;
    /// A link was made from data that is not known.
    state_not_kept;
    /// The scripts of the widget did not come; the prerendered page stays.
    not_alive;
    /// A chart that stands elsewhere did not come.
    not_loaded;
    /// Button after either of them.
    try_again;
}
