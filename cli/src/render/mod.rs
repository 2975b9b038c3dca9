//! A chart as a file: a picture, a page or a table.

mod choice;
mod compact;
mod drawing;
mod fonts;
mod table;
mod theme;

use std::fs;
use std::io::{IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use troop_estimates::chart::Poster;
use troop_estimates::dataset::Packed;
use troop_estimates::locale::Locale;
use troop_estimates::view::ViewState;

pub use table::{plain_table, table};

use crate::chart_page::ChartPage;
use crate::file;
use choice::Choice;
use theme::Theme;

/// Render a dataset as a picture, a page or a table.
///
/// Pictures stand alone: their texts are outlines, and an SVG says in words what it shows. The page has the whole
/// widget in it and needs the files of a release beside it. The table goes into a CMS, where `loader.js` makes the
/// widget of it.
#[derive(clap::Args)]
pub struct Arguments {
    /// A dataset in JSON or CSV.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What to make of it.
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    format: Format,
    /// Where to write it; standard output where nothing is said.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The language of the words around the data; that of the data where nothing is said.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// What the picture or the page is to be looked at on.
    #[arg(long, value_enum)]
    theme: Option<Theme>,
    /// The width of a picture in px; its height follows.
    #[arg(long, value_name = "PX", value_parser = clap::value_parser!(u32).range(100..=8000))]
    width: Option<u32>,
    #[command(flatten)]
    choice: Choice,
}

/// What can be made of a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A picture that can be enlarged.
    Svg,
    /// A picture in pixels, 1,600 px wide if no width is given.
    Png,
    /// A page with the widget.
    Html,
    /// The bare table with its caption.
    Table,
    /// A picture of 1,200 by 630 px for social networks.
    Social,
}

/// The width of a PNG if nothing is said: twice that of the drawing.
const PNG_WIDTH: u32 = 1600;
/// The width of a card for social networks.
const SOCIAL_WIDTH: u32 = 1200;

/// Does what the arguments ask for.
///
/// # Errors
///
/// A dataset that cannot be used; a choice that it does not have or that the format does not know; characters that no
/// font has; a file that cannot be written.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    arguments.check()?;
    let packed = file::read_usable(&arguments.file)?;
    let locale = locale(arguments.language.as_deref(), &packed)?;
    let content = arguments.content(&packed, locale)?;
    match &arguments.output {
        Some(path) => {
            fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))?
        }
        None if arguments.format.is_binary() && stdout().is_terminal() => {
            bail!("a picture in pixels is nothing for a terminal: name a file with --output")
        }
        None => stdout().write_all(&content).context("cannot write")?,
    }
    Ok(ExitCode::SUCCESS)
}

impl Format {
    fn is_binary(self) -> bool {
        matches!(self, Self::Png | Self::Social)
    }

    fn has_width(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
    }

    fn has_theme(self) -> bool {
        self != Self::Table
    }

    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

impl Arguments {
    /// What is asked for is done or refused, never passed over.
    fn check(&self) -> Result<()> {
        let Self { format, choice, .. } = self;
        let name = format.name();
        if self.width.is_some() && !format.has_width() {
            bail!("--width is for svg and png; {name} has a width of its own");
        }
        if self.theme.is_some() && !format.has_theme() {
            bail!("--theme is not for {name}: the page around it decides");
        }
        if !choice.is_everything() && !format.has_width() {
            bail!("--sources, --category and --scale are for svg and png; {name} shows everything");
        }
        Ok(())
    }

    fn content(&self, packed: &Packed, locale: Locale) -> Result<Vec<u8>> {
        let theme = self.theme.unwrap_or_default();
        let poster = || -> Result<Poster> {
            let view = self.choice.view(&packed.dataset)?;
            Ok(Poster::new(&packed.dataset, packed.refused, &view, locale))
        };
        Ok(match self.format {
            Format::Svg => drawing::svg(&poster()?, theme, self.width)?.into_bytes(),
            Format::Png => drawing::png(&poster()?, theme, self.width.unwrap_or(PNG_WIDTH))?,
            Format::Social => card(packed, locale, theme)?,
            Format::Html => self.page(packed, locale)?.into_bytes(),
            Format::Table => {
                tell_what_tables_lack(packed);
                table(packed, Some(&stem(&self.file))).into_bytes()
            }
        })
    }

    fn page(&self, packed: &Packed, locale: Locale) -> Result<String> {
        let theme = self.theme.and_then(|theme| theme.to_possible_value());
        let page = ChartPage {
            name: &stem(&self.file),
            packed,
            locale,
            theme: theme.as_ref().map(|theme| theme.get_name()),
            attributes: &[],
            style: None,
            integrity: "",
            first: "",
            head: "",
            above: "",
            below: "",
        };
        page.html(|name| Ok(name.to_owned()))
    }
}

/// The picture of everything, with the colours of a white page.
///
/// # Errors
///
/// Characters that no font has.
pub fn svg(packed: &Packed) -> Result<String> {
    drawing::svg(&whole(packed), Theme::Light, None)
}

/// Width and height of that picture in px.
pub fn svg_size(packed: &Packed) -> (u32, u32) {
    whole(packed).size()
}

/// The picture for social networks, a PNG of 1,200 px by 630.
///
/// # Errors
///
/// Characters that no font has.
pub fn social(packed: &Packed) -> Result<Vec<u8>> {
    let locale = Locale::for_language(&packed.dataset.language);
    card(packed, locale, Theme::Light)
}

/// Everything in a dataset, in its own language.
fn whole(packed: &Packed) -> Poster {
    let locale = Locale::for_language(&packed.dataset.language);
    let view = ViewState::default();
    Poster::new(&packed.dataset, packed.refused, &view, locale)
}

fn card(packed: &Packed, locale: Locale, theme: Theme) -> Result<Vec<u8>> {
    let card = Poster::card(&packed.dataset, packed.refused, locale);
    drawing::png(&card, theme, SOCIAL_WIDTH)
}

/// The locale of the words around the data.
fn locale(language: Option<&str>, packed: &Packed) -> Result<Locale> {
    let Some(language) = language else {
        return Ok(Locale::for_language(&packed.dataset.language));
    };
    match Locale::all().find(|locale| locale.speaks(language)) {
        Some(locale) => Ok(locale),
        None => {
            let known: Vec<&str> = Locale::all().map(Locale::tag).collect();
            bail!(
                "--language: found {language}, expected one of {}",
                known.join(", ")
            )
        }
    }
}

fn tell_what_tables_lack(packed: &Packed) {
    let dataset = &packed.dataset;
    for (count, what) in [
        (dataset.references.len(), "values to compare with"),
        (dataset.events.len(), "events"),
    ] {
        if count > 0 {
            eprintln!("note: a table has no room for {what}: {count} left out");
        }
    }
}

/// The name of a file without its ending.
fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
