//! What the columns hold, by their heads.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cells::Line;
use crate::dataset::near_match;
use crate::locale::Locale;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Kind,
    Id,
    Source,
    SourceId,
    SourceShortName,
    SourceKind,
    SourceUrl,
    Category,
    CategoryId,
    CategoryShortLabel,
    CategoryNote,
    OwnScale,
    Label,
    Low,
    Best,
    High,
    Approximate,
    PassedOnBy,
    Date,
    FirstDate,
    LastDate,
    DateInWords,
    Note,
    Quote,
    Url,
}

/// The columns of the table that readers can take along, in its order, with the words of each language.
const TAKEN_ALONG: [Column; 15] = [
    Column::Id,
    Column::Source,
    Column::SourceKind,
    Column::Category,
    Column::Low,
    Column::Best,
    Column::High,
    Column::Approximate,
    Column::PassedOnBy,
    Column::FirstDate,
    Column::LastDate,
    Column::DateInWords,
    Column::Note,
    Column::Quote,
    Column::Url,
];

/// Among so many rows the heads are looked for.
const MOST_ABOVE: usize = 100;
/// So many columns say all that there is to say, and much that is not known.
const MOST_COLUMNS: usize = 256;

/// What else an editor may want to say, in English and in German.
const FURTHER: [(Column, &str, &str); 10] = [
    (Column::Kind, "Row is", "Zeile ist"),
    (Column::SourceId, "Source ID", "Quellen-ID"),
    (Column::SourceShortName, "Source in short", "Quelle kurz"),
    (
        Column::SourceUrl,
        "Address of the source",
        "Adresse der Quelle",
    ),
    (Column::CategoryId, "Category ID", "Kategorie-ID"),
    (
        Column::CategoryShortLabel,
        "Counted in short",
        "Gezählt kurz",
    ),
    (
        Column::CategoryNote,
        "Remark on what is counted",
        "Anmerkung zum Gezählten",
    ),
    (Column::OwnScale, "Own scale", "Eigene Skala"),
    (Column::Label, "Label", "Bezeichnung"),
    (Column::Date, "Date", "Datum"),
];

/// All heads that are known, the English and German ones first.
fn known_heads() -> impl Iterator<Item = (Column, &'static str)> {
    let further = FURTHER.iter();
    let further =
        further.flat_map(|&(column, english, german)| [(column, english), (column, german)]);
    let taken_along = Locale::all().flat_map(|locale| {
        let heads = locale.words().columns().split('|');
        TAKEN_ALONG.into_iter().zip(heads)
    });
    further.chain(taken_along)
}

/// A head as it is compared: few keyboards have the apostrophe of print.
fn plain(head: &str) -> String {
    head.trim_end_matches(':').to_lowercase().replace('’', "'")
}

fn column(head: &str) -> Option<Column> {
    // Every cell above the heads is looked up.
    static COLUMNS: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
        let mut columns = HashMap::new();
        for (column, head) in known_heads() {
            columns.entry(plain(head)).or_insert(column);
        }
        columns
    });
    COLUMNS.get(&plain(head)).copied()
}

/// The known head that was probably meant.
pub(super) fn near_head(head: &str) -> Option<&'static str> {
    near_match(head, known_heads().map(|(_, head)| head))
}

/// The row with the heads.
#[derive(Clone, Debug)]
pub(super) struct Heads {
    /// Its place among the lines of the file.
    pub(super) line: usize,
    /// What each column holds, as far as it is known, and its head as it stands in the file.
    pub(super) columns: Vec<(Option<Column>, String)>,
}

impl Heads {
    /// The first row with two known heads, one of which names the sources.
    pub(super) fn find(lines: &[Line]) -> Option<Self> {
        let lines = lines.iter().take(MOST_ABOVE).enumerate();
        let mut lines = lines.filter(|(_, line)| line.cells.len() <= MOST_COLUMNS);
        lines.find_map(|(line, Line { cells, .. })| {
            let columns = cells.iter().map(|head| (column(head), head.clone()));
            let heads = Self {
                line,
                columns: columns.collect(),
            };
            (heads.known() > 1 && heads.place(Column::Source).is_some()).then_some(heads)
        })
    }

    /// How many heads are known.
    pub(super) fn known(&self) -> usize {
        let columns = self.columns.iter();
        columns.filter(|(column, _)| column.is_some()).count()
    }

    /// The place of a column in each row.
    pub(super) fn place(&self, wanted: Column) -> Option<usize> {
        let mut columns = self.columns.iter();
        columns.position(|(column, _)| *column == Some(wanted))
    }

    /// The head of a column; where the file has none, the one that it would have.
    pub(super) fn name(&self, column: Column) -> String {
        if let Some(place) = self.place(column) {
            return self.columns[place].1.clone();
        }
        let further = FURTHER.iter().find(|(other, ..)| *other == column);
        if let Some((_, english, german)) = further {
            return if self.is_german() { german } else { english }.to_string();
        }
        let language = if self.is_german() { "de" } else { "en" };
        let heads = Locale::for_language(language).words().columns();
        let mut heads = TAKEN_ALONG.into_iter().zip(heads.split('|'));
        let head = heads.find(|(other, _)| *other == column);
        head.map_or_else(String::new, |(_, head)| head.to_owned())
    }

    /// Whether the heads are German.
    pub(super) fn is_german(&self) -> bool {
        self.name_of_sources()
            .is_some_and(|head| plain(head) == plain(Locale::for_language("de").words().source()))
    }

    fn name_of_sources(&self) -> Option<&str> {
        let place = self.place(Column::Source)?;
        Some(&self.columns[place].1)
    }
}
