//! The cells of a file, and what separates them.

use super::heads::Heads;

/// What may separate cells.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A text that no file ends with, in a row of its own: where it is not found there, a quotation mark is open.
const END: &str = "\u{0}end";

/// One row of a file that is not blank.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// As spreadsheets count it, from 1.
    pub(super) row: usize,
    /// Without blanks around them, and without the apostrophe that keeps a spreadsheet from working a text out.
    pub(super) cells: Vec<String>,
}

/// All rows of a file.
pub(super) struct Sheet {
    pub(super) lines: Vec<Line>,
    /// The line of the file on which a row begins that has a quotation mark without an end.
    pub(super) open_quote: Option<usize>,
}

/// The rows as the separator gives them that finds the most heads.
pub(super) fn sheet(text: &str) -> Sheet {
    let [comma, others @ ..] = SEPARATORS.map(|separator| separated(text, separator));
    others.into_iter().fold(comma, |best, sheet| {
        if known_heads(&sheet) > known_heads(&best) {
            sheet
        } else {
            best
        }
    })
}

fn known_heads(sheet: &Sheet) -> usize {
    Heads::find(&sheet.lines).map_or(0, |heads| heads.known())
}

fn separated(text: &str, separator: u8) -> Sheet {
    let ended = [text, "\n", END].concat();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(ended.as_bytes());
    let mut sheet = Sheet {
        lines: Vec::new(),
        open_quote: None,
    };
    let mut place = Place::default();
    for record in reader.records().filter_map(Result::ok) {
        let begin = record.position().map_or(0, |position| position.byte());
        place.go_to(&ended, usize::try_from(begin).unwrap_or_default());
        let is_end = record.len() == 1 && &record[0] == END;
        if !is_end && record.iter().any(|cell| cell.ends_with(END)) {
            sheet.open_quote = Some(place.line);
        }
        let cells: Vec<String> = record.iter().map(plain).collect();
        if !is_end && cells.iter().any(|cell| !cell.is_empty()) {
            let row = place.line - place.inside_cells;
            sheet.lines.push(Line { row, cells });
        }
        place.inside_cells += record.iter().map(line_ends).sum::<usize>();
    }
    sheet
}

/// How far a file is read.
struct Place {
    byte: usize,
    /// Counted from 1.
    line: usize,
    /// The line ends inside of cells so far, which begin no row.
    inside_cells: usize,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            byte: 0,
            line: 1,
            inside_cells: 0,
        }
    }
}

impl Place {
    /// Goes on to the record that begins at a byte, or after the blank lines there.
    fn go_to(&mut self, text: &str, begin: usize) {
        let blank = text[begin..]
            .bytes()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let begin = begin + blank.count();
        self.line += line_ends(&text[self.byte..begin]);
        self.byte = begin;
    }
}

fn line_ends(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

/// What a cell says. A spreadsheet takes what begins with these signs for a formula, so an apostrophe is put before it.
fn plain(cell: &str) -> String {
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let cell = cell.trim().replace("\r\n", "\n");
    let is_formula = cell.trim_start_matches('\'').starts_with(FORMULA);
    match cell.strip_prefix('\'') {
        Some(text) if is_formula => text.to_owned(),
        _ => cell,
    }
}
