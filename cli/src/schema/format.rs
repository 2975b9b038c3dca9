//! The types of a file in format version 1, as `data/README.md` tells them.
//!
//! Nothing reads with them: a reader made of them would stop at the first fault, and round or drop what it does not
//! know. That they say the same as the reader is tested.

use schemars::JsonSchema;

/// A chart of estimates by source.
#[derive(JsonSchema)]
#[schemars(
    title = "Troop estimates",
    deny_unknown_fields,
    rename_all = "camelCase"
)]
#[expect(dead_code, reason = "only its shape matters")]
pub(super) struct Dataset {
    /// Where this schema is, for editors.
    #[schemars(rename = "$schema")]
    schema: Option<String>,
    #[schemars(rename = "$comment")]
    comment: Option<String>,
    /// The version of the format.
    #[schemars(range(min = 1, max = 1))]
    format: u8,
    /// The language of all texts, as a BCP 47 tag: en, de-AT.
    #[schemars(regex(pattern = r"^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$"))]
    language: String,
    /// One line that says the disagreement.
    #[schemars(length(min = 1))]
    title: String,
    /// One sentence that says what to take away.
    takeaway: Option<String>,
    /// When the figures stood as they are given here.
    as_of: Dated,
    /// What is counted, in the plural: soldiers.
    #[schemars(length(min = 1))]
    unit: String,
    /// Who made the chart or the report behind it.
    credit: Option<String>,
    /// Who gives figures.
    #[schemars(length(max = 256))]
    sources: Vec<Source>,
    /// What is counted apart: planned, sent, lost.
    #[schemars(length(max = 256))]
    categories: Vec<Category>,
    /// A row of the chart each.
    #[schemars(length(max = 10_000))]
    estimates: Vec<Estimate>,
    /// Values to compare with, drawn as rules.
    #[schemars(length(max = 256))]
    references: Option<Vec<Reference>>,
    /// Dated evidence without a figure.
    #[schemars(length(max = 256))]
    events: Option<Vec<Event>>,
}

/// Who gives a figure.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
#[expect(dead_code, reason = "only its shape matters")]
struct Source {
    #[schemars(rename = "$comment")]
    comment: Option<String>,
    /// A name that no other source has, for estimates to refer to.
    #[schemars(length(min = 1))]
    id: String,
    /// The name as it stands beside a figure.
    #[schemars(length(min = 1))]
    name: String,
    /// A shorter name for buttons.
    short_name: Option<String>,
    /// What the source is: research institute.
    kind: Option<String>,
    /// A page about the source.
    #[schemars(regex(pattern = "^[Hh][Tt][Tt][Pp][Ss]?://"))]
    url: Option<String>,
}

/// What is counted.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
#[expect(dead_code, reason = "only its shape matters")]
struct Category {
    #[schemars(rename = "$comment")]
    comment: Option<String>,
    /// A name that no other category has, for estimates to refer to.
    #[schemars(length(min = 1))]
    id: String,
    /// The heading above its rows.
    #[schemars(length(min = 1))]
    label: String,
    /// A shorter label for buttons.
    short_label: Option<String>,
    /// A remark below the heading.
    note: Option<String>,
    /// Whether it is so different that it gets an axis of its own.
    own_scale: Option<bool>,
}

/// What a source said: both ends of a range, one figure, one open end, or nothing.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
#[expect(dead_code, reason = "only its shape matters")]
struct Estimate {
    #[schemars(rename = "$comment")]
    comment: Option<String>,
    /// A name that no other estimate has; links to it survive new rows.
    id: Option<String>,
    /// The id of a source.
    source: String,
    /// The id of a category.
    category: String,
    /// The lower end.
    low: Option<Count>,
    /// The single or most likely figure.
    best: Option<Count>,
    /// The upper end.
    high: Option<Count>,
    /// Whether the source said "about".
    approximate: Option<bool>,
    /// Who passed it on.
    passed_on_by: Option<String>,
    /// When it was said, or what time it speaks of.
    date: Option<Dated>,
    /// What else the source said about it.
    note: Option<String>,
    /// The source's own words.
    quote: Option<String>,
    /// Where to read it.
    #[schemars(regex(pattern = "^[Hh][Tt][Tt][Pp][Ss]?://"))]
    url: Option<String>,
}

/// A value to compare the estimates of a category with, or of all of them.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
#[expect(dead_code, reason = "only its shape matters")]
struct Reference {
    #[schemars(rename = "$comment")]
    comment: Option<String>,
    /// What it is: already sent.
    #[schemars(length(min = 1))]
    label: String,
    /// How many.
    value: Count,
    /// Whether it is only about right.
    approximate: Option<bool>,
    /// The id of a category; all of them where there is none.
    category: Option<String>,
}

/// Dated evidence without a figure.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
#[expect(dead_code, reason = "only its shape matters")]
struct Event {
    #[schemars(rename = "$comment")]
    comment: Option<String>,
    /// What happened.
    #[schemars(length(min = 1))]
    label: String,
    /// When.
    date: Option<Dated>,
    /// Who says so.
    source: Option<String>,
}

/// A whole number that every program holds exactly.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
struct Count(#[schemars(range(min = 0, max = 9_007_199_254_740_991_u64))] u64);

/// A date, or the words for it where the source was vaguer, or both.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape matters")]
enum Dated {
    Date(Date),
    Labelled(Labelled),
}

/// A date with the source's words for it, which are shown instead.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape matters")]
struct Labelled {
    #[schemars(rename = "$comment")]
    comment: Option<String>,
    /// For sorting.
    date: Option<Date>,
    /// mid-June 2025
    label: Option<String>,
}

/// 2025, 2025-06, 2025-05-18, or from one to another of the same kind: 2025-07/2025-08.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
struct Date(
    #[schemars(regex(pattern = r"^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$"))] String,
);
