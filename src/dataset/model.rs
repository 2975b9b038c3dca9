//! The types of a checked dataset.
//!
//! All figures are whole numbers up to 2⁵³ − 1, the largest that JavaScript holds exactly.

use std::cmp::Ordering;

use super::calendar::{days_in, parse_date};

/// The place of a source in [`Dataset::sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIndex(pub usize);

/// The place of a category in [`Dataset::categories`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CategoryIndex(pub usize);

/// The place of an estimate in [`Dataset::estimates`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EstimateIndex(pub usize);

/// Everything one chart shows, checked: every index in it points to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// The language of all texts, as a BCP 47 tag such as `de` or `en-GB`.
    pub language: String,
    /// One line that says the disagreement.
    pub title: String,
    /// One sentence that says what to take away.
    pub takeaway: Option<String>,
    /// When the figures stood as they are given here.
    pub as_of: Dated,
    /// What is counted, in the plural: "soldiers".
    pub unit: String,
    /// Who made the chart or the report behind it.
    pub credit: Option<String>,
    /// Who gives figures, in the order of the file.
    pub sources: Vec<Source>,
    /// What is counted apart, in the order of the file.
    pub categories: Vec<Category>,
    /// The estimates, in the order of the file.
    pub estimates: Vec<Estimate>,
    /// Values to compare with, drawn as rules.
    pub references: Vec<Reference>,
    /// Dated evidence without a figure.
    pub events: Vec<Event>,
}

impl Dataset {
    /// Notes how the names of the sources stand to each other, see [`Source::name_rank`]. Each language has
    /// rules of its own, with more data than everything else that a reader downloads: so whoever has them
    /// compares, before the dataset goes into a page.
    ///
    /// ```
    /// # use troop_estimates::dataset::read_json;
    /// # let text = include_str!("../../data/north-korea.en.json");
    /// let mut dataset = read_json(text).dataset.unwrap();
    /// dataset.rank_names(|name, other| name.len().cmp(&other.len()));
    /// let (hur, nis) = (&dataset.sources[0], &dataset.sources[2]);
    /// assert_eq!(hur.name_rank, nis.name_rank);
    /// ```
    pub fn rank_names(&mut self, compare: impl Fn(&str, &str) -> Ordering) {
        let sources = self.sources.iter();
        let names: Vec<String> = sources.map(|source| source.name.clone()).collect();
        for source in &mut self.sources {
            let before = |other: &&String| compare(other, &source.name).is_lt();
            source.name_rank = names.iter().filter(before).count();
        }
    }

    /// The values to compare the estimates of a category with, in the order of the file.
    pub fn references_of(&self, category: CategoryIndex) -> impl Iterator<Item = &Reference> {
        self.references.iter().filter(move |reference| {
            reference
                .category
                .is_none_or(|compared| compared == category)
        })
    }
}

/// Who gives a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Unique name within the file, for links and keys.
    pub id: String,
    /// The name as it stands beside a figure: "Jenny Town".
    pub name: String,
    /// How many names of other sources stand before it in the order of names; the same for names that are
    /// equal there. As letters are numbered in Unicode, until [`Dataset::rank_names`] is told better.
    pub name_rank: usize,
    /// A shorter name for controls; the name where there is none.
    pub short_name: Option<String>,
    /// What the source is: "Stimson Center", "Ukrainian military intelligence".
    pub kind: Option<String>,
    /// A page about the source (http or https).
    pub url: Option<String>,
}

impl Source {
    /// The short name, or the name where there is none.
    pub fn name_for_controls(&self) -> &str {
        self.short_name.as_ref().unwrap_or(&self.name)
    }
}

/// What is counted: planned, sent and lost soldiers are different things and are never pooled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Unique name within the file.
    pub id: String,
    /// The heading above its rows: "Further soldiers planned for dispatch".
    pub label: String,
    /// A shorter label for controls: "Planned"; the label where there is none.
    pub short_label: Option<String>,
    /// A remark below the heading.
    pub note: Option<String>,
    /// Whether it is so different that it gets a linear axis of its own (another army, say).
    pub own_scale: bool,
}

/// One figure by one source about one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Unique name within the file.
    pub id: String,
    /// Who said it.
    pub source: SourceIndex,
    /// What it counts.
    pub category: CategoryIndex,
    /// How many.
    pub figure: Figure,
    /// Who passed it on: "CNN, from an intelligence document".
    pub passed_on_by: Option<String>,
    /// When it was said, or what time it speaks of.
    pub date: Option<Dated>,
    /// What else the source said about it.
    pub note: Option<String>,
    /// The source's own words.
    pub quote: Option<String>,
    /// Where to read it (http or https).
    pub url: Option<String>,
}

/// A figure as its source gave it: what is missing stays missing.
///
/// Never both `low` above `high`, nor `best` outside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The lower end.
    pub low: Option<u64>,
    /// The single or most likely figure.
    pub best: Option<u64>,
    /// The upper end.
    pub high: Option<u64>,
    /// Whether the source said "about".
    pub approximate: bool,
}

/// What a reader must be able to tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// Both ends are given and differ.
    Range {
        /// The lower end.
        low: u64,
        /// The upper end.
        high: u64,
    },
    /// One figure.
    Single(u64),
    /// No lower end: "up to".
    UpTo(u64),
    /// No upper end: "at least".
    AtLeast(u64),
    /// The source speaks of it, but gives no figure.
    NotGiven,
}

impl Figure {
    /// The kind of the figure; `best` inside a range or beside an open end does not change it.
    ///
    /// ```
    /// use troop_estimates::dataset::{Figure, FigureKind};
    /// let figure = Figure { high: Some(30_000), ..Figure::default() };
    /// assert_eq!(figure.kind(), FigureKind::UpTo(30_000));
    /// ```
    pub fn kind(&self) -> FigureKind {
        match (self.low, self.best, self.high) {
            (Some(low), _, Some(high)) if low == high => FigureKind::Single(low),
            (Some(low), _, Some(high)) => FigureKind::Range { low, high },
            (Some(low), _, None) => FigureKind::AtLeast(low),
            (None, _, Some(high)) => FigureKind::UpTo(high),
            (None, Some(best), None) => FigureKind::Single(best),
            (None, None, None) => FigureKind::NotGiven,
        }
    }
}

/// A date as exact as the source gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Date {
    /// Only the year is known.
    Year(u16),
    /// Year and month (1 to 12).
    Month(u16, u8),
    /// Year, month (1 to 12) and day of the month (1 to 31).
    Day(u16, u8, u8),
}

impl Date {
    /// Reads what [`iso`](Self::iso) writes; none where the calendar has no such date.
    pub fn parse(text: &str) -> Option<Self> {
        parse_date(text)
    }

    /// The year of it.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month(year, _) | Self::Day(year, ..) => year,
        }
    }

    /// As it is written in a file (ISO 8601): "2025", "2025-06" or "2025-05-18". It sorts, and every program knows it.
    pub fn iso(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// The first and the last day of it.
    ///
    /// ```
    /// use troop_estimates::dataset::Date;
    ///
    /// let february = Date::Month(2024, 2);
    /// assert_eq!(february.days(), (Date::Day(2024, 2, 1), Date::Day(2024, 2, 29)));
    /// ```
    pub fn days(self) -> (Date, Date) {
        match self {
            Self::Year(year) => (Self::Day(year, 1, 1), Self::Day(year, 12, 31)),
            Self::Month(year, month) => {
                let last = days_in(year, month);
                (Self::Day(year, month, 1), Self::Day(year, month, last))
            }
            Self::Day(..) => (self, self),
        }
    }
}

/// A date, or the words for it where the source was vaguer ("mid-June 2025"), or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// For sorting, and for showing where there is no label; the beginning where the source named a stretch of time.
    pub date: Option<Date>,
    /// The end of a stretch of time ("July or August"), as exact as its beginning and after it.
    pub until: Option<Date>,
    /// Shown instead of the date.
    pub label: Option<String>,
}

impl Dated {
    /// Both as they are written in a file: "2025", "2025-06", "2025-05-18", "2025-07/2025-08".
    pub fn iso(&self) -> Option<String> {
        let until = self.until.map(|until| ["/", &until.iso()].concat());
        Some([self.date?.iso(), until.unwrap_or_default()].concat())
    }

    /// The first and the last date that it may mean, which are one unless the source named a stretch of time.
    pub fn span(&self) -> Option<(Date, Date)> {
        self.date.map(|date| (date, self.until.unwrap_or(date)))
    }

    /// The first and the last day that it may mean.
    pub fn days(&self) -> Option<(Date, Date)> {
        let (first, last) = self.span()?;
        Some((first.days().0, last.days().1))
    }
}

/// A value to compare the estimates of a category with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it is: "already sent".
    pub label: String,
    /// How many.
    pub value: u64,
    /// Whether it is only about right.
    pub approximate: bool,
    /// The category it is drawn across; all of them where there is none.
    pub category: Option<CategoryIndex>,
}

impl Reference {
    /// The value as a figure, for its words.
    pub fn figure(&self) -> Figure {
        Figure {
            best: Some(self.value),
            approximate: self.approximate,
            ..Figure::default()
        }
    }
}

/// Dated evidence without a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub label: String,
    /// When; undated where there is none.
    pub date: Option<Dated>,
    /// Who says so.
    pub source: Option<String>,
}
