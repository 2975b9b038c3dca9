//! In every language numbers, dates and lists are written as the browser itself writes them.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde_json::{Value, json};
use troop_estimates::{dataset::Date, locale::Locale};

use super::languages::all_text;
use super::sites::{Site, dataset_with};
use super::steps::{nth, open_alive};
use super::stories::{ENGLISH, STORIES};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "languages_spelling::numbers_are_written_as_the_browser_writes_them",
            numbers_are_written_as_the_browser_writes_them,
        ),
        Test::new(
            "languages_spelling::dates_are_written_as_the_browser_writes_them",
            dates_are_written_as_the_browser_writes_them,
        ),
        Test::new(
            "languages_spelling::lists_are_joined_as_the_browser_joins_them",
            lists_are_joined_as_the_browser_joins_them,
        ),
        Test::new(
            "languages_spelling::dates_of_any_precision_reach_the_page",
            dates_of_any_precision_reach_the_page,
        ),
    ]
}

fn numbers_are_written_as_the_browser_writes_them(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    let values = [
        0_u64, 7, 999, 1_000, 1_234, 4_000, 9_999, 10_000, 11_000, 25_000, 99_999,
    ];
    let large = [110_000, 1_000_000, 123_456_789, (1 << 53) - 1];
    for ours in Locale::all() {
        let locale = ours.words().conventions();
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
    let written: String = serde_json::from_value(written).context("the browser writes no dates")?;
    Ok(spaced(&written))
}

/// With plain spaces: which kind of space stands in a date differs from one version of Unicode's data
/// to the next.
fn spaced(date: &str) -> String {
    date.replace(['\u{a0}', '\u{202f}'], " ")
}

fn dates_are_written_as_the_browser_writes_them(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    for ours in Locale::all() {
        let locale = ours.words().conventions();
        let months =
            (1..=12).flat_map(|month| [Date::Month(2024, month), Date::Day(2025, month, 4)]);
        for date in months.chain([Date::Year(2025), Date::Day(2025, 5, 18)]) {
            let theirs = browsers_date(page, locale, date)?;
            let ours = spaced(&ours.date(date));
            ensure!(theirs == ours, "{locale}: {theirs} for {date:?}");
        }
    }
    Ok(())
}

fn lists_are_joined_as_the_browser_joins_them(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    let items = ["A", "B", "C", "D"].map(str::to_owned);
    for ours in Locale::all() {
        let locale = ours.words().conventions();
        for length in 1..=items.len() {
            let items = &items[..length];
            let theirs = page.run(
                "const [locale, items] = arguments;
                 return new Intl.ListFormat(locale, { type: 'disjunction' }).format(items);",
                vec![json!(locale), json!(items)],
            )?;
            ensure!(theirs == ours.or(items), "{locale}: {theirs}");
        }
        // Browsers have no list with commas alone: the comma is that of a list which ends with a word.
        let theirs = page.run(
            "return ['conjunction', 'unit'].map((type) =>
                 new Intl.ListFormat(arguments[0], { type }).format(['A', 'B', 'C', 'D']));",
            vec![json!(locale)],
        )?;
        let theirs: [String; 2] = serde_json::from_value(theirs)?;
        let comma = ours.words().list_more("A", "");
        ensure!(
            theirs.iter().any(|list| list.starts_with(&comma)),
            "{locale}: {theirs:?} have no {comma:?}"
        );
    }
    Ok(())
}

fn dates_of_any_precision_reach_the_page(page: &mut Page) -> Result<()> {
    let dates = [
        ("2025", Date::Year(2025)),
        ("2025-03", Date::Month(2025, 3)),
        ("2025-05-18", Date::Day(2025, 5, 18)),
    ];
    for ours in Locale::all() {
        let (language, locale) = (ours.tag(), ours.words().conventions());
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
                details.iter().any(|entry| spaced(entry) == theirs),
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
    dataset_with(language, &json!(estimates))
}
