//! The present view as one whole picture: title, rows, axes, and what must stand beside figures wherever
//! they go: what is hidden, as of when, from whom.

mod card;
mod compose;
mod typeface;
mod wrap;

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::rc::Rc;

use plotters::style::text_anchor::VPos;

use super::band::Band;
use super::band_label::{draw_band_label, labelled};
use super::canvas::{Canvas, Drawn, Surface, Vertical, Words};
use super::draw::{draw_band, draw_gridline, draw_mark, draw_rule_labels, draw_tick_label};
use super::marks::Mark;
use super::picture::{Painter, Picture};
use super::role::Role;
use super::rule::Rule;
use super::scale::Scale;
use super::svg::{Document, Svg};
use super::text::TextAnchor;
use super::ticks::Tick;
use crate::dataset::Dataset;
use crate::locale::{Direction, Locale};
use crate::view::ViewState;
use typeface::Typeface;

/// A picture that says all that it shows; 800 px wide and as high as it needs, or a [card](Self::card).
pub struct Poster {
    language: String,
    direction: Direction,
    title: String,
    description: String,
    /// Width and height in px.
    size: (u32, u32),
    /// Left and right of everything, in px.
    margin: f64,
    /// Where the column of the marks begins and how wide it is, in px.
    strip: (f64, f64),
    /// From the back to the front.
    pieces: Vec<Piece>,
}

/// A part of the picture. All lengths are px from the upper left corner.
enum Piece {
    /// One line of text.
    Line {
        left: f64,
        baseline: f64,
        text: String,
        typeface: Typeface,
    },
    /// A line across.
    Rule { top: f64, height: f64, role: Role },
    /// What lies behind the rows of a group.
    Background(Background),
    /// A figure.
    Strip {
        top: f64,
        mark: Box<Mark>,
        label: String,
    },
}

struct Background {
    top: f64,
    height: f64,
    scale: Scale,
    ticks: Vec<(Tick, String)>,
    /// Whether the ticks are labelled here.
    labelled: bool,
    bands: Vec<Band>,
    rules: Vec<Rule>,
}

impl Poster {
    /// Composes the picture of a view; `refused` estimates of the file are not in the dataset.
    ///
    /// ```
    /// use troop_estimates::chart::Poster;
    /// use troop_estimates::dataset::read_json;
    /// use troop_estimates::locale::Locale;
    /// use troop_estimates::view::ViewState;
    ///
    /// let dataset = read_json(include_str!("../../../data/north-korea.en.json")).dataset.unwrap();
    /// let poster = Poster::new(&dataset, 0, &ViewState::default(), Locale::for_language("en"));
    /// assert!(poster.svg().contains("25,000 to 30,000"));
    /// ```
    pub fn new(dataset: &Dataset, refused: usize, view: &ViewState, locale: Locale) -> Poster {
        compose::compose(dataset, refused, view, locale)
    }

    /// Composes a card for those who meet the chart elsewhere, of 480 px by 252: the title, and as many figures of the
    /// first category as there is room for. It says how many estimates it does not show.
    pub fn card(dataset: &Dataset, refused: usize, locale: Locale) -> Poster {
        card::compose(dataset, refused, locale)
    }

    /// Width and height in px.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// Where a line begins: "ltr" at the left, "rtl" at the right. Then the whole picture is mirrored.
    pub fn direction(&self) -> &'static str {
        match self.direction {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }

    /// The title, and the picture in words.
    pub fn words(&self) -> (&str, &str) {
        (&self.title, &self.description)
    }

    /// The BCP 47 tag of the language of all texts.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The picture as an SVG file that stands alone.
    pub fn svg(&self) -> String {
        let document = Document {
            size: self.size(),
            language: &self.language,
            direction: self.direction(),
            title: &self.title,
            description: &self.description,
        };
        let mut svg = Svg::default();
        self.paint(&mut svg);
        document.text(&svg)
    }

    /// Paints the picture.
    pub fn paint(&self, painter: &mut dyn Painter) {
        let surface = Rc::new(RefCell::new(Picture::new(self.size(), painter)));
        let drawn = self.draw(&Canvas::new(&surface, self.direction));
        debug_assert!(drawn.is_ok(), "painting cannot fail");
    }

    /// Draws the picture on a canvas of its [size](Self::size).
    pub fn draw<S: Surface>(&self, canvas: &Canvas<S>) -> Drawn<S> {
        for piece in &self.pieces {
            match piece {
                Piece::Line {
                    left,
                    baseline,
                    text,
                    typeface,
                } => draw_line(canvas, (*left, *baseline), text, typeface)?,
                Piece::Rule { top, height, role } => {
                    let width = f64::from(self.size.0) - 2.0 * self.margin;
                    let part = canvas.part((self.margin, *top), (width, *height));
                    let vertical = Vertical {
                        top: 0.0,
                        bottom: *height,
                    };
                    part.stretch(*role, 0.0, 1.0, vertical)?;
                }
                Piece::Background(background) => {
                    background.draw(&self.strip(canvas, background.top, background.height))?;
                }
                Piece::Strip { top, mark, label } => {
                    let strip = self.strip(canvas, *top, f64::from(mark.height()));
                    draw_mark(&strip, mark, label)?;
                }
            }
        }
        Ok(())
    }

    /// The column of the marks, from a distance below the top.
    fn strip<S: Surface>(&self, canvas: &Canvas<S>, top: f64, height: f64) -> Canvas<S> {
        let (left, width) = self.strip;
        canvas.part((left, top), (width, height))
    }
}

impl Background {
    fn draw<S: Surface>(&self, strip: &Canvas<S>) -> Drawn<S> {
        for (tick, label) in &self.ticks {
            draw_gridline(strip, tick)?;
            if self.labelled {
                draw_tick_label(strip, tick, label)?;
            }
        }
        for band in &self.bands {
            draw_band(strip, &self.scale, band)?;
        }
        for band in labelled(&self.scale, &self.bands) {
            draw_band_label(strip, &self.scale, band)?;
        }
        draw_rule_labels(strip, &self.scale, &self.rules)
    }
}

fn draw_line<S: Surface>(
    canvas: &Canvas<S>,
    corner: (f64, f64),
    text: &str,
    typeface: &Typeface,
) -> Drawn<S> {
    let words = Words {
        text,
        size: typeface.size,
        position: 0.0,
        offset: 0.0,
        anchor: TextAnchor::Start,
        y: 0.0,
        vertical: VPos::Bottom,
        bold: typeface.bold,
    };
    canvas.part(corner, (0.0, 0.0)).words(typeface.role, &words)
}
