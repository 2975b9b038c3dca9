//! The surface that makes Yew nodes: fluid, so that the same nodes fit every width.
//!
//! Positions become percentages and glyphs keep their size in px (see `canvas.rs` for the two kinds
//! of lengths). How each primitive does this:
//!
//! - a rectangle or circle has `x`, `width` or `cx` in percent: these animate when the scale changes;
//! - a rectangle that hangs on a position is moved by a `transform`, a text by `dx`;
//! - a rule that is to be dashed is a line, with `x1` and `x2` in percent;
//! - a polygon knows no percentages, so it stands in an `<svg>` of its own whose `x` is in percent.
//!
//! Numbers are written from whole units, see `decimal.rs`.

use std::cell::RefCell;
use std::fmt;
use std::mem;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use yew::AttrValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag, VText};

use super::canvas::{Canvas, Surface};
use super::decimal::{UNITS_PER_PX, decimal, px};
use super::role::Role;
use crate::locale::Direction;

/// The width of the canvas in units: a hundredth of a percent each.
const WIDTH: u32 = 10_000;
/// The room around the canvas for what overhangs, in units: glyphs and words at the ends.
const MARGIN: u32 = 1_000;
/// The height in units that stands for 100%: more than any px on a background.
pub(super) const FULL_HEIGHT: u32 = 1_000_000;
/// From here down, vertical lengths count from the bottom.
const LOWER_HALF: i32 = 500_000;

/// The nodes that a drawing leaves on a canvas of a height in units, amid the margin.
pub(super) fn drawn(
    direction: Direction,
    height: u32,
    draw: impl FnOnce(&Canvas<Nodes>),
) -> Vec<VNode> {
    let surface = Rc::new(RefCell::new(Nodes {
        height,
        role: Role::Gridline,
        anchor: None,
        nodes: Vec::new(),
    }));
    let px = |units| f64::from(units) / f64::from(UNITS_PER_PX);
    let corner = (px(MARGIN), px(MARGIN));
    draw(&Canvas::new(&surface, direction).part(corner, (px(WIDTH), px(height))));
    mem::take(&mut surface.borrow_mut().nodes)
}

/// A surface that keeps what is drawn on it as nodes.
pub(super) struct Nodes {
    /// Of the canvas amid the margin, in units.
    height: u32,
    role: Role,
    anchor: Option<i32>,
    nodes: Vec<VNode>,
}

/// Pixels are not made into nodes, and only the browser knows how large a text will be.
#[derive(Debug)]
pub(super) struct NotANode;

impl fmt::Display for NotANode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("pixels and sizes of text are left to the browser")
    }
}

impl std::error::Error for NotANode {}

type Result = std::result::Result<(), DrawingErrorKind<NotANode>>;

impl Surface for Nodes {
    const DASHES: bool = true;
    const HAS_DIRECTION: bool = true;

    fn units_per_px(&self) -> u32 {
        UNITS_PER_PX
    }

    fn role(&mut self, role: Role) {
        self.role = role;
    }

    fn anchor(&mut self, x: Option<i32>) {
        self.anchor = x.map(within_margin);
    }
}

impl Nodes {
    fn class(&self) -> Option<AttrValue> {
        Some(self.role.class().into())
    }

    fn push(&mut self, tag: VTag) -> Result {
        self.nodes.push(tag.into());
        Ok(())
    }

    /// A vertical line, which a stylesheet can dash; a rectangle it cannot.
    fn push_line(&mut self, x: i32, top: i32, bottom: i32) -> Result {
        let x = AttrValue::from(percent(x));
        let values = [
            self.class(),
            Some(x.clone()),
            Some(x),
            (top != 0).then(|| px(top).into()),
            Some(px_or_full(bottom, 0).into()),
        ];
        let names = &["class", "x1", "x2", "y1", "y2"];
        self.push(element("line", names, values, Vec::new()))
    }

    /// A path through points, in an `<svg>` of its own that hangs on the anchor.
    fn push_path(&mut self, points: impl IntoIterator<Item = BackendCoord>, end: &str) -> Result {
        let mut points = points.into_iter().map(point_within_margin).peekable();
        let first = points.peek().map_or(0, |(x, _)| *x);
        let anchor = self.anchor.unwrap_or(first);
        let mut outline = String::from("M");
        for (index, (x, y)) in points.enumerate() {
            if index > 0 {
                outline.push('L');
            }
            outline += &px(x - anchor);
            outline.push(' ');
            outline += &px(y);
        }
        outline += end;
        let values = [self.class(), Some(outline.into())];
        let path = element("path", &["class", "d"], values, Vec::new());
        let values = [Some(percent(anchor).into()), Some("visible".into())];
        self.push(element(
            "svg",
            &["x", "overflow"],
            values,
            vec![path.into()],
        ))
    }
}

impl DrawingBackend for Nodes {
    type ErrorType = NotANode;

    fn get_size(&self) -> (u32, u32) {
        (WIDTH + 2 * MARGIN, self.height + 2 * MARGIN)
    }

    fn ensure_prepared(&mut self) -> Result {
        Ok(())
    }

    fn present(&mut self) -> Result {
        Ok(())
    }

    fn draw_pixel(&mut self, _point: BackendCoord, _color: BackendColor) -> Result {
        Err(DrawingErrorKind::DrawingError(NotANode))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        _style: &S,
        _fill: bool,
    ) -> Result {
        let (left, top) = point_within_margin(upper_left);
        let (right, bottom) = point_within_margin(lower_right);
        let (x, width, shift) = match self.anchor {
            None => (left, percent(right - left), 0),
            Some(anchor) => (anchor, px(right - left), left - anchor),
        };
        if self.role == Role::Reference {
            return self.push_line(x, top, bottom);
        }
        let height = px_or_full(bottom, top);
        let values = [
            self.class(),
            Some(percent(x).into()),
            (top != 0).then(|| px(top).into()),
            Some(width.into()),
            Some(height.into()),
            (shift != 0).then(|| ["translate(", &px(shift), ")"].concat().into()),
        ];
        let names = &["class", "x", "y", "width", "height", "transform"];
        self.push(element("rect", names, values, Vec::new()))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        _style: &S,
        _fill: bool,
    ) -> Result {
        let (x, y) = point_within_margin(centre);
        let values = [
            self.class(),
            Some(percent(x).into()),
            Some(px(y).into()),
            Some(px(radius.cast_signed()).into()),
        ];
        let names = &["class", "cx", "cy", "r"];
        self.push(element("circle", names, values, Vec::new()))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        _style: &S,
    ) -> Result {
        self.push_path(corners, "Z")
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _style: &S,
    ) -> Result {
        self.push_path(path, "")
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _style: &S,
    ) -> Result {
        self.push_path([from, to], "")
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result {
        let (x, y) = point_within_margin(at);
        let anchor = self.anchor.unwrap_or(x);
        let (y, dy) = match (y >= LOWER_HALF, style.anchor().v_pos) {
            (true, _) => (
                "100%".into(),
                Some(px(y - self.height.cast_signed()).into()),
            ),
            (false, VPos::Top) => (px(y), Some(".76em".into())),
            (false, VPos::Center) => (px(y), Some(".35em".into())),
            (false, VPos::Bottom) => (px(y), None),
        };
        let text_anchor = match style.anchor().h_pos {
            HPos::Left => None,
            HPos::Center => Some("middle".into()),
            HPos::Right => Some("end".into()),
        };
        let values = [
            self.class(),
            Some(percent(anchor).into()),
            (x != anchor).then(|| px(x - anchor).into()),
            Some(y.into()),
            dy,
            text_anchor,
        ];
        let names = &["class", "x", "dx", "y", "dy", "text-anchor"];
        let text = VText::new(text.to_owned()).into();
        self.push(element("text", names, values, vec![text]))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        _text: &str,
        _style: &S,
    ) -> std::result::Result<(u32, u32), DrawingErrorKind<NotANode>> {
        Err(DrawingErrorKind::DrawingError(NotANode))
    }

    fn blit_bitmap(&mut self, _at: BackendCoord, _size: (u32, u32), _source: &[u8]) -> Result {
        Err(DrawingErrorKind::DrawingError(NotANode))
    }
}

/// From the corner of the surface to that of the canvas.
fn within_margin(units: i32) -> i32 {
    units - MARGIN.cast_signed()
}

fn point_within_margin((x, y): BackendCoord) -> BackendCoord {
    (within_margin(x), within_margin(y))
}

/// An element whose attributes have names known beforehand; those without a value are left out.
pub(super) fn element<const COUNT: usize>(
    tag: &'static str,
    names: &'static [&'static str; COUNT],
    values: [Option<AttrValue>; COUNT],
    children: Vec<VNode>,
) -> VTag {
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic {
        keys: names,
        values: values
            .into_iter()
            .map(|value| value.map(AttributeOrProperty::Attribute))
            .collect(),
    });
    element.add_children(children);
    element
}

/// How far down a place lies from another in px, or all the way.
fn px_or_full(bottom: i32, top: i32) -> String {
    if bottom >= LOWER_HALF {
        String::from("100%")
    } else {
        px(bottom - top)
    }
}

/// Units of the width as a percentage: 2,341 units are "23.41%".
fn percent(units: i32) -> String {
    let mut percent = decimal(units, 100);
    percent.push('%');
    percent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_exactly_and_short() {
        let percents = [0, 5, 10, 2_341, 10_000, -150].map(percent);
        assert_eq!(percents, ["0%", "0.05%", "0.1%", "23.41%", "100%", "-1.5%"]);
        assert_eq!([15, -5, 140].map(px), ["1.5", "-0.5", "14"]);
    }
}
