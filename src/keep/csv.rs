//! The data as a table for spreadsheets: CSV.

use crate::dataset::{Dataset, Date, Dated, Estimate};
use crate::locale::Locale;

/// Tells spreadsheets that the file is in UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// With these a cell begins that a spreadsheet would work out instead of showing it.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Where a cell may begin inside a text: a spreadsheet that was told another separator than the file's sees no
/// quotation marks.
const SEPARATORS: [char; 5] = [',', ';', '\t', '\r', '\n'];

/// All estimates of a dataset, a row each, with the column heads and the separator of the language.
///
/// Figures are digits alone. What a spreadsheet would take for a formula is preceded by an apostrophe. There is no
/// line `sep=;` above the heads: Excel then takes no notice of the byte-order mark.
///
/// ```
/// use troop_estimates::dataset::read_json;
/// use troop_estimates::keep::csv;
/// use troop_estimates::locale::Locale;
///
/// let dataset = read_json(include_str!("../../data/north-korea.en.json")).dataset.unwrap();
/// let csv = csv(&dataset, Locale::for_language("en"));
/// assert_eq!(csv.lines().count(), 10);
/// assert!(csv.contains(r#""Jenny Town","Stimson Center","Further soldiers planned for dispatch",10000,,20000,"no""#));
/// ```
pub fn csv(dataset: &Dataset, locale: Locale) -> String {
    let words = locale.words();
    let mut table = Table {
        separator: words.column_separator(),
        text: BYTE_ORDER_MARK.to_string(),
        begun: false,
    };
    for head in words.columns().split('|') {
        table.text(head);
    }
    table.end_row();
    for estimate in &dataset.estimates {
        table.estimate(dataset, estimate, locale);
        table.end_row();
    }
    table.text
}

struct Table {
    separator: &'static str,
    text: String,
    /// Whether the present row has a cell already.
    begun: bool,
}

impl Table {
    fn estimate(&mut self, dataset: &Dataset, estimate: &Estimate, locale: Locale) {
        let words = locale.words();
        let source = &dataset.sources[estimate.source.0];
        let category = &dataset.categories[estimate.category.0];
        let figure = &estimate.figure;
        let dated = estimate.date.as_ref();
        self.text(&estimate.id);
        self.text(&source.name);
        self.optional(source.kind.as_ref());
        self.text(&category.label);
        for count in [figure.low, figure.best, figure.high] {
            self.number(count);
        }
        self.text(if figure.approximate {
            words.yes()
        } else {
            words.no()
        });
        self.optional(estimate.passed_on_by.as_ref());
        // Two full days: of a month, or its name and a year, spreadsheets make the first day of it.
        let (first, last) = dated.and_then(Dated::days).unzip();
        self.optional(first.map(Date::iso).as_ref());
        self.optional(last.map(Date::iso).as_ref());
        self.optional(dated.and_then(|dated| dated.label.as_ref()));
        self.optional(estimate.note.as_ref());
        self.optional(estimate.quote.as_ref());
        self.optional(estimate.url.as_ref());
    }

    fn optional(&mut self, text: Option<&String>) {
        self.text(text.map_or("", String::as_str));
    }

    /// A text is always quoted: some spreadsheets separate at other characters than ours too.
    fn text(&mut self, text: &str) {
        self.begin_cell();
        if text.is_empty() {
            return;
        }
        self.text.push('"');
        self.text.push_str(&defused(text).replace('"', "\"\""));
        self.text.push('"');
    }

    fn number(&mut self, number: Option<u64>) {
        self.begin_cell();
        if let Some(number) = number {
            self.text.push_str(&number.to_string());
        }
    }

    fn begin_cell(&mut self) {
        if self.begun {
            self.text.push_str(self.separator);
        }
        self.begun = true;
    }

    fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.begun = false;
    }
}

/// The text with an apostrophe before each formula that a cell could begin with.
fn defused(text: &str) -> String {
    let mut defused = String::new();
    let mut begins_cell = true;
    for character in text.chars() {
        if begins_cell && FORMULA.contains(&character) {
            defused.push('\'');
        }
        defused.push(character);
        // A spreadsheet may take a quotation mark there for the beginning of a quoted cell.
        begins_cell = SEPARATORS.contains(&character) || begins_cell && character == '"';
    }
    defused
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::{Figure, read_json};

    fn bundled() -> Dataset {
        let text = include_str!("../../data/north-korea.en.json");
        read_json(text).dataset.unwrap()
    }

    /// The rows below the heads, as another program reads them.
    fn read(csv: &str, separator: u8) -> Vec<Vec<String>> {
        let text = csv.strip_prefix('\u{feff}').expect("a byte-order mark");
        let mut reader = ::csv::ReaderBuilder::new();
        let mut reader = reader.delimiter(separator).from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 15);
        let records = reader.records().map(Result::unwrap);
        let rows = records.map(|record| record.iter().map(str::to_owned).collect());
        rows.collect()
    }

    #[test]
    fn heads_and_separator_are_those_of_the_language() {
        let english = csv(&bundled(), Locale::for_language("en"));
        assert!(english.starts_with(
            "\u{feff}\"ID\",\"Source\",\"What the source is\",\"What is counted\",\"Low\","
        ));
        let german = csv(&bundled(), Locale::for_language("de"));
        assert!(german.starts_with(
            "\u{feff}\"ID\";\"Quelle\";\"Was die Quelle ist\";\"Was gezählt wird\";\"Untergrenze\";"
        ));
        assert_eq!(read(&german, b';').len(), 9);
    }

    #[test]
    fn each_estimate_is_a_row_with_all_that_is_known_of_it() {
        let rows = read(&csv(&bundled(), Locale::for_language("en")), b',');
        assert_eq!(rows.len(), 9);
        assert_eq!(
            rows[0][..12],
            [
                "hur-planned",
                "HUR",
                "Ukrainian military intelligence",
                "Further soldiers planned for dispatch",
                "25000",
                "",
                "30000",
                "no",
                "CNN, from an intelligence document",
                "2025-01-01",
                "2025-12-31",
                "the coming months, seen from summer 2025",
            ]
        );
        assert_eq!(
            rows[4][4..12],
            ["", "11000", "", "yes", "", "2024-11-01", "2024-11-30", ""]
        );
    }

    #[test]
    fn rows_end_as_the_standard_says() {
        let csv = csv(&bundled(), Locale::for_language("en"));
        assert_eq!(csv.matches("\r\n").count(), 10);
        assert_eq!(csv.matches('\n').count(), 10);
        assert!(csv.ends_with("\r\n"));
    }

    /// The cells of a row as LibreOffice proposes to separate them, whatever the language: at each of comma,
    /// semicolon and tab that stands in no quotation marks.
    fn cells_at_any_separator(row: &str) -> Vec<String> {
        let mut is_quoted = false;
        let cells = row.split(|character| {
            is_quoted ^= character == '"';
            !is_quoted && matches!(character, ',' | ';' | '\t')
        });
        let cells = cells.map(|cell| match cell.strip_prefix('"') {
            Some(text) => text.strip_suffix('"').unwrap().replace("\"\"", "\""),
            None => cell.to_owned(),
        });
        cells.collect()
    }

    #[test]
    fn spreadsheets_that_separate_at_all_usual_characters_find_the_same_cells() {
        let mut dataset = bundled();
        dataset.estimates[0].note = Some("One; \"two\", =three\tfour;=five".to_owned());
        for (language, separator) in [("en", b','), ("de", b';')] {
            let csv = csv(&dataset, Locale::for_language(language));
            let rows = csv.trim_end().split("\r\n").skip(1);
            let rows: Vec<_> = rows.map(cells_at_any_separator).collect();
            assert_eq!(rows, read(&csv, separator));
        }
    }

    #[test]
    fn the_first_bytes_are_the_mark_of_utf_8_and_the_first_head() {
        // A line "sep=;" before them would have Excel take the file for one without the mark, in its old encoding.
        let csv = csv(&bundled(), Locale::for_language("de"));
        assert!(csv.as_bytes().starts_with(b"\xef\xbb\xbf\"ID\";\"Quelle\""));
    }

    /// As in a spreadsheet that was told another separator than the file's, and so sees no quotation marks.
    #[test]
    fn formulas_are_defused_wherever_a_cell_may_begin() {
        let mut dataset = bundled();
        dataset.estimates[0].note = Some("One,=two;+three\n-four;\"=five\"".to_owned());
        for language in ["en", "de"] {
            let csv = csv(&dataset, Locale::for_language(language));
            let cells = csv.split([',', ';', '\t', '\r', '\n']);
            let formulas: Vec<_> = cells
                .filter(|cell| cell.starts_with(['=', '+', '-', '@']))
                .collect();
            assert_eq!(formulas, [""; 0]);
        }
    }

    #[test]
    fn formulas_are_defused_and_negative_looking_texts_too() {
        for (text, cell) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("＝1", "'＝1"),
            ("1 = 1", "1 = 1"),
            ("a; =1", "a; =1"),
            ("a;=1", "a;'=1"),
            ("a;\"=1;b", "a;\"'=1;b"),
        ] {
            let mut dataset = bundled();
            dataset.sources[0].name = text.to_owned();
            let rows = read(&csv(&dataset, Locale::for_language("en")), b',');
            assert_eq!(rows[0][1], cell);
        }
    }

    proptest! {
        #[test]
        fn no_piece_of_a_cell_is_a_formula(
            text in "[=+@ab,;\"\r\n\t＝-]{0,12}",
            one in proptest::sample::select(&SEPARATORS),
        ) {
            let mut table = Table { separator: ",", text: String::new(), begun: false };
            table.text(&text);
            let split_at_one = table.text.split(one);
            for piece in split_at_one.chain(table.text.split(SEPARATORS)) {
                for stripped in [piece, piece.trim_start_matches('"'), &piece.replace('"', "")] {
                    prop_assert!(!stripped.starts_with(FORMULA), "{piece:?} of {:?}", table.text);
                }
            }
        }

        #[test]
        fn another_program_reads_every_value(
            texts in proptest::collection::vec("(?s)[=+@,;\"'\r\n\t-]{0,2}.{0,20}", 8),
            counts in proptest::array::uniform3(proptest::option::of(0_u64..1 << 53)),
            approximate: bool,
            german: bool,
        ) {
            let mut dataset = bundled();
            let estimate = &mut dataset.estimates[0];
            let [low, best, high] = counts;
            estimate.figure = Figure { low, best, high, approximate };
            estimate.id.clone_from(&texts[0]);
            estimate.passed_on_by = Some(texts[1].clone());
            estimate.date = Some(Dated { date: Some(Date::Day(987, 6, 5)), until: Some(Date::Day(987, 6, 7)), label: Some(texts[2].clone()) });
            estimate.note = Some(texts[3].clone());
            estimate.quote = Some(texts[4].clone());
            estimate.url = Some(texts[5].clone());
            dataset.sources[0].name.clone_from(&texts[6]);
            dataset.sources[0].kind = None;
            dataset.categories[0].label.clone_from(&texts[7]);
            let language = if german { "de" } else { "en" };
            let csv = csv(&dataset, Locale::for_language(language));
            let rows = read(&csv, if german { b';' } else { b',' });
            prop_assert_eq!(rows.len(), 9);
            let given = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
            let flag = match (german, approximate) {
                (true, true) => "ja",
                (true, false) => "nein",
                (false, true) => "yes",
                (false, false) => "no",
            };
            let expected = [
                defused(&texts[0]), defused(&texts[6]), String::new(), defused(&texts[7]),
                given(low), given(best), given(high), flag.to_owned(), defused(&texts[1]),
                "0987-06-05".to_owned(), "0987-06-07".to_owned(), defused(&texts[2]),
                defused(&texts[3]), defused(&texts[4]), defused(&texts[5]),
            ];
            prop_assert_eq!(&rows[0][..], &expected[..]);
        }
    }
}
