//! The painter that writes SVG: elements with plain attributes, which any program can open.

use plotters_backend::BackendCoord;

use super::decimal::px;
use super::picture::{FONT_FAMILY, Paint, Painter, Setting, colour};
use super::text::TextAnchor;

/// A document that stands alone, with what is to be said about the picture as a whole.
pub(super) struct Document<'a> {
    /// In px.
    pub size: (u32, u32),
    /// The BCP 47 tag of the language of all texts.
    pub language: &'a str,
    /// Where a line begins: "ltr" at the left, "rtl" at the right.
    pub direction: &'a str,
    pub title: &'a str,
    pub description: &'a str,
}

impl Document<'_> {
    /// The whole text of the file around what was painted.
    pub(super) fn text(&self, painted: &Svg) -> String {
        let (width, height) = (self.size.0.to_string(), self.size.1.to_string());
        let view_box = ["0 0 ", &width, " ", &height].concat();
        let mut text = String::new();
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view_box),
            ("role", "img"),
            ("lang", self.language),
            ("xml:lang", self.language),
            ("direction", self.direction),
            ("font-family", FONT_FAMILY),
        ];
        open(&mut text, "svg", &attributes);
        text.push_str(">\n");
        for (name, content) in [("title", self.title), ("desc", self.description)] {
            element(&mut text, name, &[], content);
        }
        text.push_str(&painted.0);
        text.push_str("</svg>\n");
        text
    }
}

/// The elements painted so far, a line each.
#[derive(Default)]
pub(super) struct Svg(String);

impl Svg {
    fn shape(&mut self, name: &str, attributes: &[(&str, &str)], paint: &Paint) {
        open(&mut self.0, name, attributes);
        write_paint(&mut self.0, paint);
        self.0.push_str("/>\n");
    }
}

impl Painter for Svg {
    fn rectangle(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        paint: &Paint,
    ) {
        let attributes = [
            ("x", &*px(left)),
            ("y", &*px(top)),
            ("width", &*px(right - left)),
            ("height", &*px(bottom - top)),
        ];
        self.shape("rect", &attributes, paint);
    }

    fn circle(&mut self, (x, y): BackendCoord, radius: i32, paint: &Paint) {
        let attributes = [("cx", &*px(x)), ("cy", &*px(y)), ("r", &*px(radius))];
        self.shape("circle", &attributes, paint);
    }

    fn polygon(&mut self, corners: &[BackendCoord], paint: &Paint) {
        let corners = corners.iter().map(|&(x, y)| [px(x), px(y)].join(","));
        let points = corners.collect::<Vec<_>>().join(" ");
        self.shape("polygon", &[("points", &points)], paint);
    }

    fn text(&mut self, text: &str, setting: &Setting, paint: &Paint) {
        let (x, y) = setting.at;
        let (x, y, size) = (px(x), px(y), px(setting.size));
        let mut attributes = vec![("x", &*x), ("y", &*y), ("font-size", &*size)];
        match setting.anchor {
            TextAnchor::Start => {}
            TextAnchor::Middle => attributes.push(("text-anchor", "middle")),
            TextAnchor::End => attributes.push(("text-anchor", "end")),
        }
        if setting.bold {
            attributes.push(("font-weight", "600"));
        }
        if paint.outline.is_some() {
            attributes.push(("paint-order", "stroke"));
            attributes.push(("stroke-linejoin", "round"));
        }
        open(&mut self.0, "text", &attributes);
        write_paint(&mut self.0, paint);
        close(&mut self.0, "text", text);
    }
}

fn element(text: &mut String, name: &str, attributes: &[(&str, &str)], content: &str) {
    open(text, name, attributes);
    close(text, name, content);
}

/// Begins an element; its start tag is still open.
fn open(text: &mut String, name: &str, attributes: &[(&str, &str)]) {
    text.push('<');
    text.push_str(name);
    for (name, value) in attributes {
        write_attribute(text, name, value);
    }
}

/// Ends an element whose start tag is open.
fn close(text: &mut String, name: &str, content: &str) {
    text.push('>');
    escape(text, content);
    text.push_str("</");
    text.push_str(name);
    text.push_str(">\n");
}

fn write_paint(text: &mut String, paint: &Paint) {
    write_attribute(text, "class", paint.class);
    write_attribute(text, "fill", &colour(paint.fill));
    if let Some((stroke, width)) = paint.outline {
        write_attribute(text, "stroke", &colour(stroke));
        write_attribute(text, "stroke-width", &px(width));
    }
}

fn write_attribute(text: &mut String, name: &str, value: &str) {
    text.push(' ');
    text.push_str(name);
    text.push_str("=\"");
    escape(text, value);
    text.push('"');
}

/// Writes a text so that it is nothing but text; characters that XML does not know are left out.
fn escape(text: &mut String, content: &str) {
    for character in content.chars() {
        match character {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            '"' => text.push_str("&quot;"),
            '\t' | '\n' | '\r' => text.push(character),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {}
            _ => text.push(character),
        }
    }
}
