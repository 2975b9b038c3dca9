//! Drawings that stand alone: their texts are outlines, so they need no font where they are looked at.

use std::sync::Arc;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree, WriteOptions};
use troop_estimates::chart::{FONT_FAMILY, Poster};

use super::compact::compact;
use super::fonts;
use super::theme::Theme;
use crate::html::escaped;

/// A drawing with its texts as outlines. It still says in words what it shows, for those who do not see it.
pub(super) fn svg(poster: &Poster, theme: Theme, width: Option<u32>) -> Result<String> {
    let outlined = compact(&tree(poster, theme)?.to_string(&WriteOptions::default()));
    let (_, outlined) = outlined.split_once('>').context("no drawing")?;
    let (size, view_box) = (poster.size(), poster.size());
    let size = width.map_or(size, |width| (width, scaled_height(size, width)));
    let (title, description) = poster.words();
    let language = escaped(poster.language());
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" \
         lang=\"{language}\" xml:lang=\"{language}\">\n<title>{}</title>\n<desc>{}</desc>{outlined}",
        size.0,
        size.1,
        view_box.0,
        view_box.1,
        escaped(title),
        escaped(description),
    ))
}

/// A drawing in pixels.
pub(super) fn png(poster: &Poster, theme: Theme, width: u32) -> Result<Vec<u8>> {
    let tree = tree(poster, theme)?;
    let height = scaled_height(poster.size(), width);
    let mut pixels = Pixmap::new(width, height).context("the picture is too large")?;
    let scale = |to: u32, from: f32| f64::from(to) / f64::from(from);
    let (x, y) = (
        scale(width, tree.size().width()),
        scale(height, tree.size().height()),
    );
    #[expect(clippy::cast_possible_truncation, reason = "a ratio of lengths")]
    resvg::render(
        &tree,
        Transform::from_scale(x as f32, y as f32),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().context("cannot encode the picture")
}

fn scaled_height((width, height): (u32, u32), to: u32) -> u32 {
    let scaled = (u64::from(height) * u64::from(to)).div_ceil(u64::from(width));
    u32::try_from(scaled).unwrap_or(u32::MAX)
}

fn tree(poster: &Poster, theme: Theme) -> Result<Tree> {
    let mut svg = theme.of(poster.svg());
    let fonts: Arc<Database> = fonts::for_text(&svg)?;
    svg = svg.replace(&escaped(FONT_FAMILY), fonts::FAMILY);
    if poster.direction() == "rtl" {
        svg = anchored_from_the_left(&svg);
    }
    let options = Options {
        fontdb: fonts,
        font_family: fonts::FAMILY.to_owned(),
        font_resolver: fonts::resolver(),
        ..Options::default()
    };
    Tree::from_str(&svg, &options).context("cannot draw")
}

/// A drawing for a program that takes all lines for ones that run to the right: the start of a text is its right end, and
/// the text as a whole runs to the left, which marks around it say.
fn anchored_from_the_left(svg: &str) -> String {
    /// Of Unicode: right-to-left isolate, and its end.
    const TO_THE_LEFT: char = '\u{2067}';
    const END_OF_IT: char = '\u{2069}';
    const END: &str = " text-anchor=\"end\"";
    let svg = svg.replace(" direction=\"rtl\"", "");
    let mut pieces = svg.split("<text");
    let mut turned = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (attributes, content) = piece.split_once('>').unwrap_or((piece, ""));
        let attributes = match attributes {
            ended if ended.contains(END) => ended.replace(END, ""),
            middle if middle.contains(" text-anchor=") => middle.to_owned(),
            begun => format!("{begun}{END}"),
        };
        let (text, rest) = content.split_once('<').unwrap_or((content, ""));
        turned += &format!("<text{attributes}>{TO_THE_LEFT}{text}{END_OF_IT}<{rest}");
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_begin_at_the_right_end_there() {
        let svg = "<svg direction=\"rtl\"><text x=\"1\">a</text><text x=\"1\" text-anchor=\"middle\">b</text>\
            <text text-anchor=\"end\" x=\"1\">c</text></svg>";
        let turned = anchored_from_the_left(svg)
            .replace('\u{2067}', "[")
            .replace('\u{2069}', "]");
        assert_eq!(
            turned,
            "<svg><text x=\"1\" text-anchor=\"end\">[a]</text><text x=\"1\" text-anchor=\"middle\">[b]</text>\
             <text x=\"1\">[c]</text></svg>"
        );
    }
}
