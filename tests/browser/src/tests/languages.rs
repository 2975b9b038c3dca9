//! In German and English: the page says everything in the language of its readers, down to numbers
//! and dates.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde_json::{Value, json};
use troop_estimates::{dataset::Date, locale::Locale};

use super::steps::{expect_complete, nth, open_alive, open_slowly, release};
use super::stories::{ENGLISH, GERMAN, STORIES, Story};

/// Our languages, and the locale that browsers are asked for: British English, where the day comes
/// first.
const LOCALES: [(&str, &str); 2] = [("en", "en-GB"), ("de", "de")];

const NORTH_KOREA: &str = include_str!("../../../../data/north-korea.de.json");

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
            "languages::numbers_are_written_as_the_browser_writes_them",
            numbers_are_written_as_the_browser_writes_them,
        ),
        Test::new(
            "languages::dates_are_written_as_the_browser_writes_them",
            dates_are_written_as_the_browser_writes_them,
        ),
        Test::new(
            "languages::dates_of_any_precision_reach_the_page",
            dates_of_any_precision_reach_the_page,
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
fn all_text(page: &Page) -> Result<String> {
    let text = page.run(
        "return document.querySelector('figure').textContent",
        Vec::new(),
    )?;
    serde_json::from_value(text).context("the widget has no text")
}

fn numbers_are_written_as_the_browser_writes_them(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    let values = [
        0_u64, 7, 999, 1_000, 4_000, 5_000, 10_000, 11_000, 20_000, 25_000, 30_000,
    ];
    let large = [110_000, 1_000_000, 123_456_789, (1 << 53) - 1];
    for (language, locale) in LOCALES {
        let ours = Locale::for_language(language);
        for value in values.into_iter().chain(large) {
            let theirs = page.run(
                "return new Intl.NumberFormat(arguments[0]).format(arguments[1])",
                vec![json!(locale), json!(value)],
            )?;
            ensure!(
                theirs == ours.number(value),
                "{locale}: {theirs} for {value}"
            );
        }
    }
    // The same on the page: no figure in it is written otherwise.
    for story in STORIES {
        page.open(story.path)?;
        let everything = all_text(page)?;
        for value in [
            1_000, 4_000, 5_000, 10_000, 11_000, 20_000, 25_000, 30_000, 110_000,
        ] {
            let ours = Locale::for_language(story.language).number(value);
            ensure!(everything.contains(&ours), "{ours} is missing");
            ensure!(
                !everything.contains(&value.to_string()),
                "{value} is not grouped"
            );
        }
    }
    Ok(())
}

/// How much of a date is known, as `Intl.DateTimeFormat` is told.
fn precision(date: Date) -> Value {
    match date {
        Date::Year(_) => json!({ "year": "numeric" }),
        Date::Month(..) => json!({ "year": "numeric", "month": "long" }),
        Date::Day(..) => json!({ "year": "numeric", "month": "long", "day": "numeric" }),
    }
}

/// A date as the browser itself writes it.
fn browsers_date(page: &Page, locale: &str, date: Date) -> Result<String> {
    let (year, month, day) = match date {
        Date::Year(year) => (year, 1, 1),
        Date::Month(year, month) => (year, month, 1),
        Date::Day(year, month, day) => (year, month, day),
    };
    let written = page.run(
        "const [locale, options, year, month, day] = arguments;
         return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
             .format(new Date(Date.UTC(year, month - 1, day)));",
        vec![
            json!(locale),
            precision(date),
            json!(year),
            json!(month),
            json!(day),
        ],
    )?;
    serde_json::from_value(written).context("the browser writes no dates")
}

fn dates_are_written_as_the_browser_writes_them(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    for (language, locale) in LOCALES {
        let ours = Locale::for_language(language);
        let months =
            (1..=12).flat_map(|month| [Date::Month(2024, month), Date::Day(2025, month, 4)]);
        for date in months.chain([Date::Year(2025), Date::Day(2025, 5, 18)]) {
            let theirs = browsers_date(page, locale, date)?;
            ensure!(theirs == ours.date(date), "{locale}: {theirs} for {date:?}");
        }
    }
    Ok(())
}

fn dates_of_any_precision_reach_the_page(page: &mut Page) -> Result<()> {
    let dates = [
        ("2025", Date::Year(2025)),
        ("2025-03", Date::Month(2025, 3)),
        ("2025-05-18", Date::Day(2025, 5, 18)),
    ];
    for (language, locale) in LOCALES {
        let site = Site::new()?;
        let place = format!("<div lang={language} class=troop-estimates data-dataset=dates></div>");
        let dataset = dataset_with_dates(language, dates.map(|(date, _)| date));
        let html = site.prerender(&place, ("dates", language, &dataset))?;
        page.put("/dates", &html);
        open_alive(page, "/dates")?;
        for (place, (_, date)) in dates.into_iter().enumerate() {
            let theirs = browsers_date(page, locale, date)?;
            let details = nth(page, ".te-row dl", place)?.script(
                "return [...arguments[0].querySelectorAll('dd')].map((entry) => entry.textContent)",
            )?;
            let details: Vec<String> = serde_json::from_value(details)?;
            ensure!(
                details.contains(&theirs),
                "{theirs:?} is not in {details:?}"
            );
        }
    }
    Ok(())
}

/// A dataset with an estimate for each date.
fn dataset_with_dates(language: &str, dates: [&str; 3]) -> String {
    let estimates: Vec<Value> = dates
        .into_iter()
        .map(|date| json!({ "id": date, "source": "one", "category": "sent", "best": 1, "date": date }))
        .collect();
    json!({
        "format": 1,
        "language": language,
        "title": "Dates",
        "asOf": dates[2],
        "unit": "soldiers",
        "sources": [{ "id": "one", "name": "One" }],
        "categories": [{ "id": "sent", "label": "Sent" }],
        "estimates": estimates,
    })
    .to_string()
}

fn a_german_place_in_an_english_page_speaks_german(page: &mut Page) -> Result<()> {
    let place =
        "<section lang=de><div class=troop-estimates data-dataset=north-korea></div></section>";
    let html = Site::new()?.prerender(place, ("north-korea", "de", NORTH_KOREA))?;
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

/// A folder for a page of a test's own, with datasets.
struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Result<Self> {
        Ok(Self(tempfile::tempdir()?))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// An English page with this in it, its places filled as newsrooms do it, from one dataset:
    /// name, language and text.
    fn prerender(&self, body: &str, dataset: (&str, &str, &str)) -> Result<String> {
        let (name, language, text) = dataset;
        fs::write(self.file(&format!("{name}.{language}.json")), text)?;
        let page = format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Page</title>\
             <meta name=viewport content='width=device-width'>\
             <link rel=stylesheet href=/style.css><link rel=stylesheet href=/toggles.css>\
             <script type=module src=/loader.js></script></head><body>{body}</body></html>"
        );
        fs::write(self.file("page.html"), page)?;
        troop_estimates_cli::prerender(self.0.path(), self.0.path())?;
        Ok(fs::read_to_string(self.file("page.html"))?)
    }
}
