//! A spreadsheet of a dataset, with everything in it that a file can say.

use crate::dataset::{Dataset, Dated};

/// How a spreadsheet program writes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habits {
    pub(super) separator: char,
    pub(super) line_end: &'static str,
    pub(super) has_mark: bool,
    pub(super) is_german: bool,
    /// By how many places the columns are moved.
    pub(super) turn: usize,
}

const HEADS: [(&str, &str); 23] = [
    ("Row is", "Zeile ist"),
    ("ID", "ID"),
    ("Source ID", "Quellen-ID"),
    ("Source", "Quelle"),
    ("Source in short", "Quelle kurz"),
    ("What the source is", "Was die Quelle ist"),
    ("Address of the source", "Adresse der Quelle"),
    ("Category ID", "Kategorie-ID"),
    ("What is counted", "Was gezählt wird"),
    ("Counted in short", "Gezählt kurz"),
    ("Remark on what is counted", "Anmerkung zum Gezählten"),
    ("Own scale", "Eigene Skala"),
    ("Label", "Bezeichnung"),
    ("Low", "Untergrenze"),
    ("Most likely", "Am ehesten"),
    ("High", "Obergrenze"),
    ("Approximate", "Ungefähr"),
    ("Passed on by", "Verbreitet von"),
    ("Date", "Datum"),
    ("Date in words", "Datum in Worten"),
    ("Remark", "Anmerkung"),
    ("In the source’s words", "Im Wortlaut"),
    ("Address", "Adresse"),
];

/// The texts of a row by the English heads of their columns.
type Cells = Vec<(&'static str, String)>;

pub(super) fn written(dataset: &Dataset, habits: Habits) -> String {
    let mut rows = lines(dataset, habits);
    let heads = HEADS.map(|(english, german)| if habits.is_german { german } else { english });
    rows.push(heads.map(str::to_owned).to_vec());
    for cells in rows_of(dataset, habits) {
        let cell = |head: &str| cells.iter().find(|(name, _)| *name == head);
        let row = HEADS
            .iter()
            .map(|(head, _)| cell(head).map_or(String::new(), |(_, text)| text.clone()));
        rows.push(row.collect());
    }
    let mut text = if habits.has_mark {
        "\u{feff}".to_owned()
    } else {
        String::new()
    };
    for mut row in rows {
        if row.len() == HEADS.len() {
            row.rotate_left(habits.turn % HEADS.len());
        }
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text += &cells.join(&habits.separator.to_string());
        text += habits.line_end;
    }
    text
}

/// As a cautious program does it: a text that would be a formula has an apostrophe before it.
fn quoted(text: &str) -> String {
    let is_formula = text
        .trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn lines(dataset: &Dataset, habits: Habits) -> Vec<Vec<String>> {
    let as_of = &dataset.as_of;
    let lines = [
        ("Language", "Sprache", Some(dataset.language.clone())),
        ("Title", "Titel", Some(dataset.title.clone())),
        ("Takeaway", "Kernaussage", dataset.takeaway.clone()),
        ("As of", "Stand", as_of.iso()),
        ("As of in words", "Stand in Worten", as_of.label.clone()),
        ("Unit", "Einheit", Some(dataset.unit.clone())),
        ("Credit", "Nachweis", dataset.credit.clone()),
    ];
    let lines = lines.into_iter().map(|(english, german, text)| {
        let name = if habits.is_german { german } else { english };
        vec![name.to_owned(), text.unwrap_or_default()]
    });
    lines.collect()
}

fn rows_of(dataset: &Dataset, habits: Habits) -> Vec<Cells> {
    let word =
        |english: &str, german: &str| if habits.is_german { german } else { english }.to_owned();
    let yes = |flag: bool| {
        if flag {
            word("yes", "ja")
        } else {
            String::new()
        }
    };
    let number = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut rows = Vec::new();
    for source in &dataset.sources {
        rows.push(vec![
            ("Row is", word("source", "Quelle")),
            ("Source ID", source.id.clone()),
            ("Source", source.name.clone()),
            ("Source in short", given(&source.short_name)),
            ("What the source is", given(&source.kind)),
            ("Address of the source", given(&source.url)),
        ]);
    }
    for category in &dataset.categories {
        rows.push(vec![
            ("Row is", word("Category", "Kategorie")),
            ("Category ID", category.id.clone()),
            ("What is counted", category.label.clone()),
            ("Counted in short", given(&category.short_label)),
            ("Remark on what is counted", given(&category.note)),
            ("Own scale", yes(category.own_scale)),
        ]);
    }
    for estimate in &dataset.estimates {
        let source = &dataset.sources[estimate.source.0];
        let category = &dataset.categories[estimate.category.0];
        let mut cells = vec![
            ("ID", estimate.id.clone()),
            ("Source ID", source.id.clone()),
            ("Source", source.name.clone()),
            ("Category ID", category.id.clone()),
            ("Low", number(estimate.figure.low)),
            ("Most likely", number(estimate.figure.best)),
            ("High", number(estimate.figure.high)),
            ("Approximate", yes(estimate.figure.approximate)),
            ("Passed on by", given(&estimate.passed_on_by)),
            ("Remark", given(&estimate.note)),
            ("In the source’s words", given(&estimate.quote)),
            ("Address", given(&estimate.url)),
        ];
        cells.extend(date(estimate.date.as_ref()));
        rows.push(cells);
    }
    for reference in &dataset.references {
        let category = reference
            .category
            .map(|index| dataset.categories[index.0].id.clone());
        rows.push(vec![
            ("Row is", word("reference", "Vergleichswert")),
            ("Label", reference.label.clone()),
            ("Most likely", reference.value.to_string()),
            ("Approximate", yes(reference.approximate)),
            ("Category ID", category.unwrap_or_default()),
        ]);
    }
    for event in &dataset.events {
        let mut cells = vec![
            ("Row is", word("event", "Ereignis")),
            ("Label", event.label.clone()),
            ("Source", given(&event.source)),
        ];
        cells.extend(date(event.date.as_ref()));
        rows.push(cells);
    }
    rows
}

fn date(date: Option<&Dated>) -> Cells {
    let Some(dated) = date else {
        return Vec::new();
    };
    vec![
        ("Date", dated.iso().unwrap_or_default()),
        ("Date in words", dated.label.clone().unwrap_or_default()),
    ]
}
