//! Where the words or the dataset of a language are missing, English stands in, and says so.

use anyhow::{Result, ensure};
use browser_tests::{Page, Test};
use serde_json::{Value, json};

use super::drawing::{Axis, drawing};
use super::languages::{all_text, expect_language};
use super::sites::{self, Site};
use super::steps::{expect_complete, open_slowly, release};
use super::stories::ENGLISH;

/// A place for the bundled dataset.
const PLACE: &str = "<div class=troop-estimates data-dataset=north-korea></div>";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "languages_missing::a_language_that_is_not_there_is_told_in_english_and_says_so",
            a_language_that_is_not_there_is_told_in_english,
        ),
        Test::new(
            "languages_missing::a_language_without_words_falls_back_to_english_and_each_part_says_what_it_is_in",
            a_language_without_words_falls_back_to_english,
        ),
        Test::new(
            "languages_missing::texts_from_right_to_left_run_so_among_english_words",
            texts_from_right_to_left_run_so_among_english_words,
        ),
    ]
}

/// A place in an Arabic part of a page, and a dataset that is there in English alone.
fn a_language_that_is_not_there_is_told_in_english(page: &mut Page) -> Result<()> {
    for place in ["lang=qaa", "lang=ar dir=rtl"] {
        let place = format!(
            "<section {place}><div class=troop-estimates data-dataset=north-korea></div></section>"
        );
        let html = Site::new()?.prerender(&place, ("north-korea", "en", ENGLISH.dataset))?;
        page.put("/fallback", &html);
        let hold = open_slowly(page, "/fallback")?;
        expect_complete(page, &ENGLISH)?;
        release(page, hold)?;
        expect_complete(page, &ENGLISH)?;
        expect_language(page, "en")?;
        drawing(page)?.expect_true_to(Axis::Linear)?;
    }
    Ok(())
}

/// In an article of that language, before and after the widget comes alive.
fn a_language_without_words_falls_back_to_english(page: &mut Page) -> Result<()> {
    for (language, name) in [("qaa", "qaa"), ("qaa-Latn", "qaa"), ("qab-Hant-TW", "qab")] {
        let tag = format!("\"language\": \"{language}\"");
        let dataset = ENGLISH.dataset.replace("\"language\": \"en\"", &tag);
        let article = sites::page(language, PLACE);
        let html = Site::new()?.fill(&article, ("north-korea", name, &dataset))?;
        page.put("/fallback", &html);
        let hold = open_slowly(page, "/fallback")?;
        expect_languages(page, language)?;
        let before = all_text(page)?;
        release(page, hold)?;
        ensure!(before == all_text(page)?, "coming alive changed the text");
        expect_languages(page, language)?;
        expect_complete(page, &ENGLISH)?;
    }
    Ok(())
}

/// The article and the texts of the data are in this language, the words of the widget in English.
fn expect_languages(page: &Page, language: &str) -> Result<()> {
    let article = page.element("html")?.attribute("lang")?;
    ensure!(article.as_deref() == Some(language));
    expect_language(page, "en")?;
    let fact = &ENGLISH.facts[0];
    for (text, expected) in [
        (ENGLISH.title, language),
        (fact.source, language),
        (fact.remark, language),
        ("North Korean soldiers land in the port", language),
        (fact.kind, "en"),
        (ENGLISH.agreement, "en"),
        ("Evidence without a figure", "en"),
    ] {
        let spoken = of_text(page, text, "node.parentElement.closest('[lang]').lang")?;
        ensure!(
            spoken == expected,
            "{text:?} is said to be in {spoken}, not {expected}"
        );
    }
    Ok(())
}

/// What an expression gives for the `node` of a text in the place.
fn of_text(page: &Page, text: &str, expression: &str) -> Result<Value> {
    let script = format!(
        "const place = document.querySelector('.te-root').parentElement;
         const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
         while (walker.nextNode()) {{
             const node = walker.currentNode;
             if (node.data.includes(arguments[0])) return {expression};
         }}"
    );
    page.run(&script, vec![json!(text)])
}

/// Words in Hebrew letters, even where a text begins with a name in Latin letters; such a name alone does not.
fn texts_from_right_to_left_run_so_among_english_words(page: &mut Page) -> Result<()> {
    let mut dataset: Value = serde_json::from_str(ENGLISH.dataset)?;
    dataset["language"] = json!("yi");
    dataset["title"] = json!("כמה חיילים נוספים?");
    dataset["takeaway"] = json!("CNN: המקורות חלוקים ביניהם");
    let html = Site::new()?.fill(
        &sites::page("yi", PLACE),
        ("north-korea", "yi", &dataset.to_string()),
    )?;
    page.put("/yiddish", &html);
    let hold = open_slowly(page, "/yiddish")?;
    expect_directions(page)?;
    release(page, hold)?;
    expect_directions(page)
}

fn expect_directions(page: &Page) -> Result<()> {
    expect_language(page, "en")?;
    for (text, expected) in [
        ("כמה חיילים", "rtl"),
        ("המקורות חלוקים", "rtl"),
        ("Jenny Town", "ltr"),
        (ENGLISH.agreement, "ltr"),
    ] {
        let direction = of_text(page, text, "getComputedStyle(node.parentElement).direction")?;
        ensure!(direction == expected, "{text:?} runs {direction}");
    }
    Ok(())
}
