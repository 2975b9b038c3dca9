//! In every language: the page says everything in the language of its readers.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use troop_estimates::locale::Locale;

use super::sites::Site;
use super::steps::{articles, expect_complete, open_slowly, release, rows_in_sight};
use super::stories::{GERMAN, STORIES, Story};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "languages::page_and_widget_say_which_language_they_speak",
            say_which_language_they_speak,
        ),
        Test::new(
            "languages::everything_is_said_in_the_language_of_the_page",
            everything_is_said_in_the_language_of_the_page,
        ),
        Test::new(
            "languages::coming_alive_changes_no_letter",
            coming_alive_changes_no_letter,
        ),
        Test::new(
            "languages::every_article_speaks_its_language_before_and_after_coming_alive",
            every_article_speaks_its_language,
        ),
        Test::new(
            "languages::a_german_place_in_an_english_page_speaks_german",
            a_german_place_in_an_english_page_speaks_german,
        ),
    ]
}

fn say_which_language_they_speak(page: &mut Page) -> Result<()> {
    before_and_after(page, |page, story| {
        for element in ["html", "figure"] {
            let language = page.element(element)?.attribute("lang")?;
            ensure!(
                language.as_deref() == Some(story.language),
                "{element}: {language:?}"
            );
        }
        Ok(())
    })
}

/// Looks at both articles before they come alive and once they are alive.
fn before_and_after(page: &mut Page, look: fn(&Page, &Story) -> Result<()>) -> Result<()> {
    for story in STORIES {
        let hold = open_slowly(page, story.path)?;
        look(page, &story).with_context(|| format!("on {}", story.path))?;
        release(page, hold)?;
        look(page, &story).with_context(|| format!("on {}, alive", story.path))?;
    }
    Ok(())
}

fn everything_is_said_in_the_language_of_the_page(page: &mut Page) -> Result<()> {
    before_and_after(page, |page, story| {
        expect_complete(page, story)?;
        let everything = all_text(page)?;
        for fact in &story.facts {
            let details = format!("{} ({})", fact.figure, fact.kind);
            ensure!(everything.contains(&details), "{details:?} is missing");
        }
        for word in story.scripted {
            ensure!(everything.contains(word), "{word:?} is missing");
        }
        Ok(())
    })
}

fn coming_alive_changes_no_letter(page: &mut Page) -> Result<()> {
    for story in STORIES {
        let hold = open_slowly(page, story.path)?;
        let before = all_text(page)?;
        release(page, hold)?;
        let after = all_text(page)?;
        ensure!(before == after, "{before:?} has become {after:?}");
    }
    Ok(())
}

/// Every letter of the widget, in sight or not.
pub(crate) fn all_text(page: &Page) -> Result<String> {
    let text = page.run(
        "return document.querySelector('figure').textContent",
        Vec::new(),
    )?;
    serde_json::from_value(text).context("the widget has no text")
}

fn a_german_place_in_an_english_page_speaks_german(page: &mut Page) -> Result<()> {
    let place =
        "<section lang=de><div class=troop-estimates data-dataset=north-korea></div></section>";
    let html = Site::new()?.prerender(place, ("north-korea", "de", GERMAN.dataset))?;
    page.put("/german", &html);
    let hold = open_slowly(page, "/german")?;
    expect_complete(page, &GERMAN)?;
    release(page, hold)?;
    expect_complete(page, &GERMAN)?;
    for (element, language) in [("html", "en"), ("figure", "de")] {
        ensure!(page.element(element)?.attribute("lang")?.as_deref() == Some(language));
    }
    Ok(())
}

fn every_article_speaks_its_language(page: &mut Page) -> Result<()> {
    let articles = articles(page)?;
    for [language, path] in &articles {
        let hold = open_slowly(page, path)?;
        let before = all_text(page)?;
        release(page, hold)?;
        ensure!(before == all_text(page)?, "{path} has changed");
        expect_language(page, language)?;
        ensure!(page.element("html")?.attribute("lang")?.as_ref() == Some(language));
        for [other, other_path] in articles.iter().filter(|other| other[0] != *language) {
            let link = page.element(&format!(".masthead a[hreflang={other}]"))?;
            ensure!(link.attribute("lang")?.as_ref() == Some(other));
            let href = link.attribute("href")?.unwrap_or_default();
            ensure!(href.ends_with(&other_path[1..]), "{path} leads to {href:?}");
        }
    }
    Ok(())
}

/// The figure says that it is in this language, runs in its direction and tells the figures in its words.
pub(crate) fn expect_language(page: &Page, language: &str) -> Result<()> {
    let locale = Locale::for_language(language);
    let figure = page.element("figure")?;
    for (attribute, expected) in [("lang", language), ("dir", locale.words().direction())] {
        let found = figure.attribute(attribute)?;
        ensure!(found.as_deref() == Some(expected), "{attribute}: {found:?}");
    }
    let range = locale
        .words()
        .range(&locale.number(10_000), &locale.number(20_000));
    let rows = rows_in_sight(page)?;
    let found = rows.iter().any(|[_, figure]| *figure == range);
    ensure!(found, "{range:?} is not in {rows:?}");
    Ok(())
}
