//! The canvas: where shares of the width and CSS px meet.
//!
//! A chart for a page must fit any width without being drawn again. So what is drawn has two kinds of
//! horizontal lengths. *Positions* are shares of the width: a bar from 40% to 80% stays there whatever the
//! width. *Glyphs* (dots, arrow heads, squared ends, hairlines, words) hang on a position but keep their
//! size in CSS px. Vertical lengths are always CSS px.
//!
//! plotters knows one unit only, whole pixels of the backend. The canvas turns both kinds of lengths into
//! it: a position is its share of the backend's width, a px is [`Surface::units_per_px`] units. On a
//! picture of fixed size this is all there is to it. A backend that emits percentages must know which kind
//! a length is, so the canvas announces it before it draws: [`Surface::role`] says what comes next, and
//! [`Surface::anchor`] on which position it hangs, if it is a glyph. Such a backend emits the anchor in
//! percent and everything else as its distance from the anchor in px.
//!
//! Whoever draws speaks of left and right. Where lines run from right to left, the canvas is the mirror:
//! it turns around positions, distances and the sides of texts, but no letter.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

use super::glyph::{DASH, DASH_GAP, HAIRLINE};
use super::role::Role;
use super::text::TextAnchor;
use crate::locale::Direction;

/// plotters gives a font's size with its line height: a font of 1 px has the size 1.24.
pub(super) const FONT_LINE: f64 = 1.24;

/// Unicode's marks around a text that runs from right to left whatever surrounds it.
const RIGHT_TO_LEFT: &str = "\u{2067}";
const END_OF_DIRECTION: &str = "\u{2069}";

/// A plotters backend that a chart can be drawn on.
///
/// One that paints pixels implements [`Surface::units_per_px`] alone.
pub trait Surface: DrawingBackend {
    /// Whether it has a direction, in which a text runs, starts and ends, as on a page. On any other surface
    /// a text starts at the left, and one that runs from right to left says so itself.
    const HAS_DIRECTION: bool = false;

    /// How many of the backend's units make a CSS px; at least 1, and more make finer positions.
    fn units_per_px(&self) -> u32;

    /// Whether it dashes a [`Role::Reference`] itself, as a stylesheet does.
    const DASHES: bool = false;

    /// Announces what is drawn next.
    fn role(&mut self, _role: Role) {}

    /// Announces where the glyph that is drawn next hangs, in units from the left; `None` if what is drawn
    /// next stretches between positions.
    fn anchor(&mut self, _x: Option<i32>) {}
}

/// What drawing on a surface may fail with.
pub type Drawn<S> = Result<(), DrawingAreaErrorKind<<S as DrawingBackend>::ErrorType>>;

/// A surface, or a rectangle on it, that one strip or one background is drawn on.
///
/// It bounds nothing: arrows lead out of it, tick labels stand above it. plotters however moves every point
/// outside a drawing area onto its border, so the area is always the whole surface, and the surface must
/// have room for what overhangs.
pub struct Canvas<S: Surface> {
    surface: Rc<RefCell<S>>,
    area: DrawingArea<S, Shift>,
    direction: Direction,
    units_per_px: f64,
    /// The upper left corner on the surface, in units.
    corner: (i32, i32),
    /// In units.
    width: i32,
    /// In units.
    height: i32,
}

/// A vertical stretch in CSS px from the top.
#[derive(Clone, Copy)]
pub(super) struct Vertical {
    pub top: f64,
    pub bottom: f64,
}

/// Words at a position.
pub(super) struct Words<'a> {
    pub text: &'a str,
    /// In CSS px.
    pub size: f64,
    /// The share of the width that the anchor hangs on.
    pub position: f64,
    /// In CSS px to the right.
    pub offset: f64,
    pub anchor: TextAnchor,
    /// In CSS px from the top.
    pub y: f64,
    pub vertical: VPos,
    pub bold: bool,
}

impl Vertical {
    pub(super) fn around(middle: f64, half: f64) -> Vertical {
        Vertical {
            top: middle - half,
            bottom: middle + half,
        }
    }
}

impl<S: Surface> Canvas<S> {
    /// The whole surface.
    pub fn new(surface: &Rc<RefCell<S>>, direction: Direction) -> Canvas<S> {
        let area = DrawingArea::from(surface);
        let (width, height) = area.dim_in_pixel();
        Canvas {
            surface: Rc::clone(surface),
            area,
            direction,
            units_per_px: f64::from(surface.borrow().units_per_px()),
            corner: (0, 0),
            width: width.cast_signed(),
            height: height.cast_signed(),
        }
    }

    /// A rectangle on this canvas: left and top, width and height, in CSS px.
    pub fn part(&self, (left, top): (f64, f64), (width, height): (f64, f64)) -> Canvas<S> {
        let (x, y) = self.corner;
        let left = match self.direction {
            Direction::LeftToRight => self.units(left),
            Direction::RightToLeft => self.width - self.units(left) - self.units(width),
        };
        Canvas {
            surface: Rc::clone(&self.surface),
            area: self.area.clone(),
            direction: self.direction,
            units_per_px: self.units_per_px,
            corner: (x + left, y + self.units(top)),
            width: self.units(width),
            height: self.units(height),
        }
    }

    /// The height in CSS px.
    pub(super) fn height(&self) -> f64 {
        f64::from(self.height) / self.units_per_px
    }

    /// A filled rectangle between two shares of the width.
    pub(super) fn stretch(&self, role: Role, from: f64, to: f64, vertical: Vertical) -> Drawn<S> {
        self.announce(role, None);
        let (from, to) = (self.x(from), self.x(to));
        self.fill_rectangle(role, from.min(to), from.max(to), vertical)
    }

    /// A filled rectangle of a width in CSS px, its middle at a share of the width of the canvas.
    pub(super) fn rule(&self, role: Role, at: f64, width: f64, vertical: Vertical) -> Drawn<S> {
        self.announce(role, Some(at));
        let (middle, width) = (self.x(at), self.units(width));
        let left = middle - width / 2;
        self.fill_rectangle(role, left, left + width, vertical)
    }

    /// A dashed vertical hairline at a share of the width. plotters knows no dashes, so these are pieces of
    /// a rule, but for a surface that has a way of its own.
    pub(super) fn dashes(&self, role: Role, at: f64, vertical: Vertical) -> Drawn<S> {
        if S::DASHES {
            return self.rule(role, at, HAIRLINE, vertical);
        }
        let mut top = vertical.top;
        while top < vertical.bottom {
            let bottom = vertical.bottom.min(top + DASH);
            self.rule(role, at, HAIRLINE, Vertical { top, bottom })?;
            top += DASH + DASH_GAP;
        }
        Ok(())
    }

    /// A filled dot.
    pub(super) fn dot(&self, role: Role, at: f64, y: f64, radius: f64) -> Drawn<S> {
        self.announce(role, Some(at));
        let style = role.colour().filled();
        let centre = (self.x(at), self.y(y));
        self.area
            .draw(&Circle::new(centre, self.units(radius), style))
    }

    /// A dot of which only the outline is drawn.
    pub(super) fn ring(&self, role: Role, at: f64, y: f64, radius: f64, stroke: f64) -> Drawn<S> {
        self.announce(role, Some(at));
        let style: ShapeStyle = role
            .colour()
            .stroke_width(self.units(stroke).unsigned_abs());
        let centre = (self.x(at), self.y(y));
        self.area
            .draw(&Circle::new(centre, self.units(radius), style))
    }

    /// A filled polygon; its corners in CSS px right of the position and down from the top.
    pub(super) fn polygon(&self, role: Role, at: f64, corners: [(f64, f64); 3]) -> Drawn<S> {
        self.announce(role, Some(at));
        let corners =
            corners.map(|(right, down)| (self.x(at) + self.distance(right), self.y(down)));
        self.area
            .draw(&Polygon::new(corners, role.colour().filled()))
    }

    /// One line of text.
    pub(super) fn words(&self, role: Role, words: &Words) -> Drawn<S> {
        self.announce(role, Some(words.position));
        let at = (
            self.x(words.position) + self.distance(words.offset),
            self.y(words.y),
        );
        let style = self.text_style(role.colour(), words);
        if self.turns_text() {
            let text = [RIGHT_TO_LEFT, words.text, END_OF_DIRECTION].concat();
            return self.area.draw(&Text::new(text, at, style));
        }
        self.area.draw(&Text::new(words.text, at, style))
    }

    fn text_style(&self, colour: RGBColor, words: &Words) -> TextStyle<'static> {
        let horizontal = match (words.anchor, self.turns_text()) {
            (TextAnchor::Middle, _) => HPos::Center,
            (TextAnchor::Start, false) | (TextAnchor::End, true) => HPos::Left,
            (TextAnchor::End, false) | (TextAnchor::Start, true) => HPos::Right,
        };
        let size = words.size * self.units_per_px * FONT_LINE;
        let weight = if words.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, size, weight),
            color: colour.to_backend_color(),
            pos: Pos::new(horizontal, words.vertical),
        }
    }

    fn fill_rectangle(&self, role: Role, left: i32, right: i32, vertical: Vertical) -> Drawn<S> {
        let corners = [
            (left, self.y(vertical.top)),
            (right, self.y(vertical.bottom)),
        ];
        self.area
            .draw(&Rectangle::new(corners, role.colour().filled()))
    }

    fn announce(&self, role: Role, anchor: Option<f64>) {
        let anchor = anchor.map(|share| self.x(share));
        let mut surface = self.surface.borrow_mut();
        surface.role(role);
        surface.anchor(anchor);
    }

    /// Where a share of the width lies on the surface.
    fn x(&self, share: f64) -> i32 {
        let from_start = to_units(share * f64::from(self.width));
        match self.direction {
            Direction::LeftToRight => self.corner.0 + from_start,
            Direction::RightToLeft => self.corner.0 + self.width - from_start,
        }
    }

    /// Whether a text has to be turned around here, because the surface will not do it.
    fn turns_text(&self) -> bool {
        !S::HAS_DIRECTION && self.direction == Direction::RightToLeft
    }

    /// A distance to the right in CSS px in units.
    fn distance(&self, px: f64) -> i32 {
        match self.direction {
            Direction::LeftToRight => self.units(px),
            Direction::RightToLeft => -self.units(px),
        }
    }

    /// Where a distance from the top in CSS px lies on the surface.
    fn y(&self, px: f64) -> i32 {
        self.corner.1 + self.units(px)
    }

    /// A length in CSS px in units.
    fn units(&self, px: f64) -> i32 {
        to_units(px * self.units_per_px)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on the canvas, at most a few times its size"
)]
fn to_units(length: f64) -> i32 {
    length.round() as i32
}
