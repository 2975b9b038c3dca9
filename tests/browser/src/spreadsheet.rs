//! A table as `LibreOffice` opens it.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use roxmltree::{Document, Node};

use crate::{
    browser,
    cleanup::{Scratch, Started},
};

/// What it proposes to whoever opens a CSV file: commas, semicolons and tabs separate cells, quotation marks hold texts
/// together, the language is the system's, and only whole numbers and full dates are more than text.
const PROPOSAL: &str = "44/59/9,34,UTF8,1,,0,false,false";

const LIMIT: Duration = Duration::from_secs(120);
const POLL: Duration = Duration::from_millis(50);

const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

/// `LibreOffice` on a system with this language, with the settings that it has when new.
#[derive(Debug)]
pub struct Spreadsheet {
    scratch: Scratch,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number, as the spreadsheet writes it in its files.
    Number(String),
    /// A day, such as `2025-05-18`.
    Date(String),
    /// A text.
    Text(String),
    /// Something that the spreadsheet works out: no table of ours may have one.
    Formula(String),
}

impl Spreadsheet {
    /// One whose system has this language, for example `de-DE`.
    ///
    /// # Errors
    /// When its settings cannot be written.
    pub fn new(language: &str) -> Result<Self> {
        let scratch = Scratch::new()?;
        let settings = scratch.path().join("user");
        fs::create_dir(&settings)?;
        fs::write(
            settings.join("registrymodifications.xcu"),
            format!(
                r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{language}</value></prop></item></oor:items>"#
            ),
        )?;
        Ok(Self { scratch })
    }

    /// The rows of a CSV file.
    ///
    /// # Errors
    /// When it does not open.
    pub fn open(&self, csv: &[u8]) -> Result<Vec<Vec<Cell>>> {
        let folder = self.scratch.path();
        let (file, opened) = (folder.join("table.csv"), folder.join("table.fods"));
        fs::write(&file, csv)?;
        self.convert(&file, folder)?;
        let text = fs::read_to_string(&opened).context("the spreadsheet opens no table")?;
        fs::remove_file(&opened)?;
        rows(&text)
    }

    fn convert(&self, file: &Path, folder: &Path) -> Result<()> {
        let program = browser::program("SOFFICE", &["soffice"])?;
        let child = Command::new(program)
            .arg(format!("-env:UserInstallation=file://{}", folder.display()))
            .args(["--headless", "--norestore"])
            .arg(format!("--infilter=CSV:{PROPOSAL}"))
            .args(["--convert-to", "fods", "--outdir"])
            .args([folder, file])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("the spreadsheet cannot be started")?;
        let mut soffice = Started::new(child);
        let begin = Instant::now();
        loop {
            if let Some(status) = soffice.child().try_wait()? {
                ensure!(status.success(), "the spreadsheet ended with {status}");
                return Ok(());
            }
            if begin.elapsed() > LIMIT {
                bail!("the spreadsheet did not open the table within {LIMIT:?}");
            }
            thread::sleep(POLL);
        }
    }
}

/// The rows of a flat `OpenDocument` file, without the empty cells and rows at their ends.
fn rows(text: &str) -> Result<Vec<Vec<Cell>>> {
    let document = Document::parse(text).context("the spreadsheet writes no XML")?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for row in elements(document.root(), "table-row") {
        let mut cells: Vec<Cell> = Vec::new();
        for cell in elements(row, "table-cell") {
            let times = cell.attribute((TABLE, "number-columns-repeated"));
            let times = times.map_or(Ok(1), str::parse)?;
            cells.extend(std::iter::repeat_n(content(cell), times));
        }
        while cells.last() == Some(&Cell::Empty) {
            cells.pop();
        }
        rows.push(cells);
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    Ok(rows)
}

fn elements<'a>(parent: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    parent
        .descendants()
        .filter(move |node| node.has_tag_name((TABLE, name)))
}

fn content(cell: Node<'_, '_>) -> Cell {
    let text = || {
        let paragraphs = cell.children().filter(Node::is_element);
        let lines = paragraphs.map(|paragraph| {
            let texts = paragraph.descendants().filter(Node::is_text);
            texts.filter_map(|text| text.text()).collect::<String>()
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let value = |name| {
        cell.attribute((OFFICE, name))
            .unwrap_or_default()
            .to_owned()
    };
    if let Some(formula) = cell.attribute((TABLE, "formula")) {
        return Cell::Formula(formula.to_owned());
    }
    match cell.attribute((OFFICE, "value-type")) {
        None => Cell::Empty,
        Some("date") => Cell::Date(value("date-value")),
        Some("string") => Cell::Text(text()),
        Some(_) => Cell::Number(value("value")),
    }
}
