//! The fonts of pictures: the tool brings those for Latin, Greek and Cyrillic letters; for others it asks the machine.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use anyhow::{Result, bail};
use resvg::usvg::FontResolver;
use resvg::usvg::fontdb::{Database, FaceInfo, ID};
use skrifa::{FontRef, MetadataProvider};

/// The family of the fonts that the tool brings.
pub(super) const FAMILY: &str = "Liberation Sans";

const OWN: [&[u8]; 2] = [
    include_bytes!("../../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSans-Bold.ttf"),
];

/// The fonts that have all characters of a text.
///
/// # Errors
///
/// Characters that no font has: names them, and what to install.
pub(super) fn for_text(text: &str) -> Result<Arc<Database>> {
    static BUNDLED: OnceLock<Arc<Database>> = OnceLock::new();
    static ALL: OnceLock<Arc<Database>> = OnceLock::new();
    let bundled = BUNDLED.get_or_init(|| Arc::new(bundled()));
    if missing(text, bundled).is_empty() {
        return Ok(bundled.clone());
    }
    let all = ALL.get_or_init(|| {
        let mut fonts = bundled.as_ref().clone();
        fonts.load_system_fonts();
        Arc::new(fonts)
    });
    let missing = missing(text, all);
    if missing.is_empty() {
        return Ok(all.clone());
    }
    let characters: String = missing.iter().collect();
    let package = package(&missing);
    bail!(
        "no font has the characters {characters}: install one that does; in Debian's package {package} there are some"
    )
}

/// How a font is found for a character that the text's own does not have: as heavy as that, upright, without serifs.
pub(super) fn resolver() -> FontResolver<'static> {
    FontResolver {
        select_fallback: Box::new(|character, tried, fonts| {
            let own = fonts.face(*tried.first()?)?;
            let others = fonts.faces().filter(|face| !tried.contains(&face.id));
            let mut others: Vec<&FaceInfo> = others.collect();
            others.sort_by_key(|face| unlikeness(face, own));
            let others = others.into_iter();
            others
                .map(|face| face.id)
                .find(|id| has(fonts, *id, character))
        }),
        ..FontResolver::default()
    }
}

/// The smaller, the better a font stands in for another.
fn unlikeness(face: &FaceInfo, own: &FaceInfo) -> (bool, bool, u16, String) {
    let name = face
        .families
        .first()
        .map_or_else(String::new, |(name, _)| name.clone());
    let is_plain = ["Sans", "Gothic", "Kufi"]
        .iter()
        .any(|kind| name.contains(kind));
    (
        face.style != own.style || face.monospaced,
        !is_plain,
        face.weight.0.abs_diff(own.weight.0),
        name,
    )
}

fn has(fonts: &Database, id: ID, character: char) -> bool {
    let has = fonts.with_face_data(id, |data, index| {
        let font = FontRef::from_index(data, index).ok()?;
        font.charmap().map(character)
    });
    has.flatten().is_some()
}

fn bundled() -> Database {
    let mut fonts = Database::new();
    for font in OWN {
        fonts.load_font_data(font.to_vec());
    }
    fonts
}

/// The visible characters that none of the fonts has.
fn missing(text: &str, fonts: &Database) -> BTreeSet<char> {
    let mut missing: BTreeSet<char> = text
        .chars()
        .filter(|character| is_drawn(*character))
        .collect();
    for face in fonts.faces() {
        missing.retain(|character| !has(fonts, face.id, *character));
    }
    missing
}

/// Blanks and marks of direction have no shape.
fn is_drawn(character: char) -> bool {
    let is_mark = matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}');
    !character.is_whitespace() && !character.is_control() && !is_mark
}

/// The package with fonts for these characters.
fn package(characters: &BTreeSet<char>) -> &'static str {
    let is_east_asian = |character: &char| matches!(character, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..);
    if characters.iter().any(is_east_asian) {
        "fonts-noto-cjk"
    } else {
        "fonts-noto-core"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_europe_need_no_font_of_the_machine() {
        let fonts =
            for_text("Ünïcødé Ελληνικά Українська “quoted” 25 000–30 000 …").expect("fonts");
        assert_eq!(fonts.len(), 2);
    }

    #[test]
    fn what_no_font_has_is_named() {
        let error = for_text("a\u{e000}b")
            .expect_err("a private character")
            .to_string();
        assert!(
            error.contains('\u{e000}') && error.contains("fonts-noto-core"),
            "{error}"
        );
        assert_eq!(package(&BTreeSet::from(['한'])), "fonts-noto-cjk");
    }
}
