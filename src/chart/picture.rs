//! The surface for pictures of fixed size: a plotters backend before any [`Painter`].
//!
//! It decides how each [`Role`] looks where there is no stylesheet; a painter knows only shapes.

use std::convert::Infallible;

use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::canvas::{FONT_LINE, Surface};
use super::decimal::UNITS_PER_PX;
use super::role::{PAPER, Role};
use super::text::TextAnchor;

/// The fonts of standalone pictures: each system has one of them, and nothing is loaded.
pub const FONT_FAMILY: &str = "'Helvetica Neue', Helvetica, Arial, 'Noto Sans', sans-serif";

/// The width of the outline that keeps words apart from what they lie on, in units.
const HALO: i32 = 40;
/// The width of the outline of a best figure, in units.
const BEST_OUTLINE: i32 = 15;

/// How a shape or a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// The class it would have in the stylesheet.
    pub class: &'static str,
    /// Inside.
    pub fill: RGBColor,
    /// The outline, if there is one: its colour and its width in units.
    pub outline: Option<(RGBColor, i32)>,
}

/// How and where a line of text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// Where the baseline is anchored, in units.
    pub at: BackendCoord,
    /// Which part of the text stands there.
    pub anchor: TextAnchor,
    /// The size of the font in units.
    pub size: i32,
    /// Whether the font is heavier than usual.
    pub bold: bool,
}

/// Something that shapes and texts can be painted on. All lengths are units, from the left and from the top.
///
/// Where lines begin at the right, so do texts: their start is their right end then.
pub trait Painter {
    /// A rectangle from its upper left to its lower right corner.
    fn rectangle(&mut self, upper_left: BackendCoord, lower_right: BackendCoord, paint: &Paint);
    /// A circle.
    fn circle(&mut self, centre: BackendCoord, radius: i32, paint: &Paint);
    /// A polygon.
    fn polygon(&mut self, corners: &[BackendCoord], paint: &Paint);
    /// One line of text; an outline lies beneath it.
    fn text(&mut self, text: &str, setting: &Setting, paint: &Paint);
}

/// A surface of a size in units that hands everything to a painter.
pub(super) struct Picture<'a> {
    size: (u32, u32),
    role: Role,
    painter: &'a mut dyn Painter,
}

type Result = std::result::Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Picture<'a> {
    /// A picture of a size in px, still blank: the colour of paper.
    pub(super) fn new((width, height): (u32, u32), painter: &'a mut dyn Painter) -> Picture<'a> {
        let size = (width * UNITS_PER_PX, height * UNITS_PER_PX);
        let paper = Paint {
            class: "te-paper",
            fill: PAPER,
            outline: None,
        };
        let corner = (size.0.cast_signed(), size.1.cast_signed());
        painter.rectangle((0, 0), corner, &paper);
        Picture {
            size,
            role: Role::Text,
            painter,
        }
    }

    fn rectangle(&mut self, upper_left: BackendCoord, lower_right: BackendCoord) {
        let paint = self.paint();
        self.painter.rectangle(upper_left, lower_right, &paint);
    }

    fn paint(&self) -> Paint {
        let colour = self.role.colour();
        let (fill, outline) = match self.role {
            Role::Best => (colour, Some((PAPER, BEST_OUTLINE))),
            Role::Label | Role::Words | Role::BandLabel | Role::ReferenceLabel => {
                (colour, Some((PAPER, HALO)))
            }
            _ => (colour, None),
        };
        Paint {
            class: self.role.class(),
            fill,
            outline,
        }
    }
}

impl Surface for Picture<'_> {
    const HAS_DIRECTION: bool = true;

    fn units_per_px(&self) -> u32 {
        UNITS_PER_PX
    }

    fn role(&mut self, role: Role) {
        self.role = role;
    }
}

impl DrawingBackend for Picture<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result {
        Ok(())
    }

    fn present(&mut self) -> Result {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, _color: BackendColor) -> Result {
        self.rectangle((x, y), (x + 1, y + 1));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        _style: &S,
        _fill: bool,
    ) -> Result {
        self.rectangle(upper_left, lower_right);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result {
        let mut paint = self.paint();
        if !fill {
            let width = style.stroke_width().cast_signed();
            paint.outline = Some((paint.fill, width));
            paint.fill = PAPER;
        }
        self.painter.circle(centre, radius.cast_signed(), &paint);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        _style: &S,
    ) -> Result {
        let (corners, paint) = (Vec::from_iter(corners), self.paint());
        self.painter.polygon(&corners, &paint);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Result {
        let size = to_units(style.size() / FONT_LINE);
        // In hundredths of the size, from the place asked for down to the baseline.
        let drop = match style.anchor().v_pos {
            VPos::Top => 76,
            VPos::Center => 35,
            VPos::Bottom => 0,
        };
        let setting = Setting {
            at: (x, y + size * drop / 100),
            anchor: match style.anchor().h_pos {
                HPos::Left => TextAnchor::Start,
                HPos::Center => TextAnchor::Middle,
                HPos::Right => TextAnchor::End,
            },
            size,
            bold: matches!(style.style(), FontStyle::Bold),
        };
        let paint = self.paint();
        self.painter.text(text, &setting, &paint);
        Ok(())
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the size of a font, a few hundred units"
)]
fn to_units(size: f64) -> i32 {
    size.round() as i32
}

/// A colour as `#rrggbb`.
pub fn colour(RGBColor(red, green, blue): RGBColor) -> String {
    let mut text = String::from("#");
    for part in [red, green, blue] {
        for digit in [part >> 4, part & 15] {
            text.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    text
}
