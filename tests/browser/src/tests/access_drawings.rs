//! Drawings are hidden from assistive technology, and say nothing that the text does not.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde::Deserialize;

use super::access_tree::in_both_languages;
use super::stories::Story;

/// Each drawing with what is written around it: words drawn, and words written.
const DRAWINGS: &str = "
    const drawings = [...document.querySelectorAll('.troop-estimates svg:not(svg svg)')];
    return drawings.map((drawing) => {
        const around = drawing.closest('.te-row, .te-references, tbody, .te-evidence');
        const written = around.cloneNode(true);
        written.querySelectorAll('svg').forEach((other) => other.remove());
        return {
            kind: drawing.getAttribute('class'),
            hidden: drawing.closest('[aria-hidden=true]') === drawing,
            stops: drawing.querySelectorAll('a, [tabindex], [role], title, desc').length,
            drawn: [...drawing.querySelectorAll('text')].map((text) => text.textContent),
            written: written.textContent,
        };
    });";

/// All kinds of drawing.
const KINDS: [&str; 8] = [
    "te-axis",
    "te-background",
    "te-reference-labels",
    "te-strip",
    "te-band-labels",
    "te-time-axis",
    "te-time-background",
    "te-event-strip",
];

pub(crate) fn tests() -> Vec<Test> {
    vec![Test::new(
        "access_drawings::drawings_are_hidden_and_say_nothing_that_is_not_in_the_text",
        drawings_are_hidden,
    )]
}

#[derive(Deserialize)]
struct Drawn {
    kind: String,
    hidden: bool,
    stops: usize,
    drawn: Vec<String>,
    written: String,
}

fn drawings_are_hidden(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        let others = page.elements(".troop-estimates :is(canvas, img, object, picture, video)")?;
        ensure!(others.is_empty(), "{} pictures", others.len());
        let drawings = page.run(DRAWINGS, Vec::new())?;
        let drawings: Vec<Drawn> = serde_json::from_value(drawings)?;
        for drawing in &drawings {
            let kind = &drawing.kind;
            ensure!(drawing.hidden, "{kind} is in the tree");
            ensure!(drawing.stops == 0, "{kind} holds more than a drawing");
            for words in &drawing.drawn {
                expect_written(words, drawing, story).with_context(|| kind.clone())?;
            }
        }
        for kind in KINDS {
            ensure!(
                drawings.iter().any(|drawing| drawing.kind == kind),
                "no {kind}"
            );
        }
        Ok(())
    })
}

/// Drawn words are written beside the drawing as well. A tick is no figure of anybody's: it is a number alone, by
/// which to read the drawing, and who hears the table needs none.
fn expect_written(words: &str, drawing: &Drawn, story: &Story) -> Result<()> {
    let Drawn { kind, written, .. } = drawing;
    let is_there = match kind.as_str() {
        "te-axis" => words
            .chars()
            .all(|character| character.is_ascii_digit() || ".,".contains(character)),
        // “already sent: about 11,000” is “already sent, about 11,000” in the sentence.
        "te-reference-labels" => words.split(": ").all(|part| written.contains(part)),
        // The gap has a name; where it lies stands in the sentence.
        "te-band-labels" => words == story.gap,
        _ => written.contains(words),
    };
    ensure!(is_there, "{words:?} is drawn but not in {written:?}");
    Ok(())
}
