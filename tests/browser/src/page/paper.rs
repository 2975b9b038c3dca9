//! What a browser prints: its text, and its pages as pictures.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, anyhow, bail, ensure};
use fantoccini::wd::{PrintConfigurationBuilder, PrintMargins, PrintSize};

use super::{Page, Pixels};
use crate::{browser, cleanup::Scratch, site};

/// The margin on each side of the sheet, in cm.
const MARGIN: f64 = 1.0;

/// The resolution of the pictures, in dots an inch: that of CSS pixels.
const RESOLUTION: &str = "96";

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// 21 × 29.7 cm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// A printed page.
#[derive(Debug)]
pub struct Paper {
    /// All text of the sheets, in the order of the page. Lines may break anywhere.
    pub text: String,
    /// Each sheet with a pixel for each CSS pixel.
    pub sheets: Vec<Pixels>,
}

impl Page {
    /// Prints the page with margins of 1 cm, as readers do who change no setting: without the
    /// backgrounds. Keeps the sheets as `screenshots/<engine>/<name>-….png`.
    ///
    /// # Errors
    /// When the browser does not print, which `WebKitGTK`'s driver has no command for, or its PDF cannot
    /// be read.
    pub fn print(&self, sheet: Sheet, name: &str) -> Result<Paper> {
        let settings = PrintConfigurationBuilder::default()
            .size(match sheet {
                Sheet::A4 => PrintSize::A4,
                Sheet::Letter => PrintSize::US_LETTER,
            })
            .margins(PrintMargins {
                top: MARGIN,
                bottom: MARGIN,
                left: MARGIN,
                right: MARGIN,
            })
            .build()
            .map_err(|error| anyhow!("{error}"))?;
        let driver = self.browser.driver()?;
        let pdf = driver.run(|client| async move { client.print(settings).await })?;
        let scratch = Scratch::new()?;
        let file = scratch.path().join("paper.pdf");
        fs::write(&file, pdf)?;
        let text = poppler("pdftotext", &["-enc", "UTF-8"], &file, Path::new("-"))?;
        let folder = site::screenshots(self.engine())?;
        let pictures = scratch.path().join("sheet");
        poppler("pdftoppm", &["-png", "-r", RESOLUTION], &file, &pictures)?;
        let mut sheets = Vec::new();
        for (place, picture) in pictures_in(scratch.path())?.iter().enumerate() {
            sheets.push(Pixels::decode(&fs::read(picture)?)?);
            fs::copy(picture, folder.join(format!("{name}-{}.png", place + 1)))?;
        }
        ensure!(!sheets.is_empty(), "nothing was printed");
        Ok(Paper { text, sheets })
    }
}

/// What one of Poppler's programs says about a PDF.
fn poppler(program: &str, options: &[&str], pdf: &Path, target: &Path) -> Result<String> {
    let program = browser::program(&program.to_uppercase(), &[program])?;
    let output = Command::new(program)
        .args(options)
        .args([pdf, target])
        .output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    String::from_utf8(output.stdout).context("the text is no UTF-8")
}

/// The pictures in a folder in the order of their names, which are numbered.
fn pictures_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pictures = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>>>()?;
    pictures.retain(|path| path.extension() == Some("png".as_ref()));
    pictures.sort();
    Ok(pictures)
}
