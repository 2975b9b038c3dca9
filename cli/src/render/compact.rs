//! Outlines in few bytes.
//!
//! Written from point to point, the outline of a letter is the same text wherever the letter stands: what compresses a
//! file then finds it again.

use svgtypes::{PathParser, PathSegment};

/// A drawing in which each outline is written from point to point, in hundredths of a px.
pub(super) fn compact(svg: &str) -> String {
    const BEGIN: &str = " d=\"";
    let mut pieces = svg.split(BEGIN);
    let mut compact = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (outline, rest) = piece.split_once('"').unwrap_or((piece, ""));
        compact += &format!("{BEGIN}{}\"{rest}", relative(outline));
    }
    compact
}

/// An outline, each of whose parts begins at an exact place; the steps are rounded, each for itself.
fn relative(outline: &str) -> String {
    let mut written = Written::default();
    for segment in PathParser::from(outline).filter_map(Result::ok) {
        match segment {
            PathSegment::MoveTo { x, y, .. } => written.begin(x, y),
            PathSegment::LineTo { x, y, .. } => written.step('l', &[(x, y)]),
            PathSegment::Quadratic { x1, y1, x, y, .. } => written.step('q', &[(x1, y1), (x, y)]),
            PathSegment::CurveTo {
                x1,
                y1,
                x2,
                y2,
                x,
                y,
                ..
            } => {
                written.step('c', &[(x1, y1), (x2, y2), (x, y)]);
            }
            PathSegment::ClosePath { .. } => written.text.push('z'),
            // Outlines of letters and of plain shapes have no others.
            _ => return outline.to_owned(),
        }
    }
    written.text
}

#[derive(Default)]
struct Written {
    text: String,
    /// Where the pen is.
    at: (f64, f64),
}

impl Written {
    fn begin(&mut self, x: f64, y: f64) {
        self.text += &format!("M{} {}", hundredths(x), hundredths(y));
        self.at = (x, y);
    }

    fn step(&mut self, kind: char, points: &[(f64, f64)]) {
        self.text.push(kind);
        for (place, (x, y)) in points.iter().enumerate() {
            let blank = if place == 0 { "" } else { " " };
            let (across, down) = (x - self.at.0, y - self.at.1);
            self.text += &format!("{blank}{} {}", hundredths(across), hundredths(down));
        }
        self.at = points.last().copied().unwrap_or(self.at);
    }
}

/// A length without needless digits.
fn hundredths(length: f64) -> String {
    let rounded = (length * 100.0).round() / 100.0;
    // Minus zero is zero.
    let text = (rounded + 0.0).to_string();
    let short = text.strip_prefix("0.").map(|digits| format!(".{digits}"));
    let negative = text.strip_prefix("-0.").map(|digits| format!("-.{digits}"));
    short.or(negative).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_the_same_text_wherever_it_stands() {
        let here = relative("M 10 10 L 20.123 10 Q 15 15.5 10 20 Z");
        let there = relative("M 110.4 10 L 120.523 10 Q 115.4 15.5 110.4 20 Z");
        assert_eq!(here, "M10 10l10.12 0q-5.12 5.5 -10.12 10z");
        assert_eq!(there.replace("M110.4 10", "M10 10"), here);
    }

    #[test]
    fn all_else_of_a_drawing_stays() {
        let svg = "<svg id=\"a\"><path fill=\"#fff\" d=\"M 0 0 L 800 0 Z\"/><g/></svg>";
        assert_eq!(
            compact(svg),
            "<svg id=\"a\"><path fill=\"#fff\" d=\"M0 0l800 0z\"/><g/></svg>"
        );
    }
}
