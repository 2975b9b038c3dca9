//! In every language each count has the form of words that goes with it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use browser_tests::{Page, Test};
use serde_json::json;
use troop_estimates::locale::Locale;

use super::sites::{Site, dataset_with};
use super::steps::open_slowly;
use super::stories::ENGLISH;

/// The languages of the promise, a tag a line.
const PROMISED: &str = include_str!("../../../promised_languages.txt");

/// How many estimates were not readable, for each plural form of each of these languages.
const UNREADABLE: [(&str, usize, &str); 23] = [
    (
        "en",
        1,
        "1 of 2 estimates could not be read and is not shown.",
    ),
    (
        "en",
        2,
        "2 of 3 estimates could not be read and are not shown.",
    ),
    (
        "de",
        1,
        "1 von 2 Schätzungen war nicht lesbar und fehlt hier.",
    ),
    (
        "de",
        2,
        "2 von 3 Schätzungen waren nicht lesbar und fehlen hier.",
    ),
    ("fr", 1, "1 estimation sur 2 n’a pas pu être lue"),
    ("fr", 2, "2 estimations sur 3 n’ont pas pu être lues"),
    ("es", 1, "1 de 2 estimaciones no se pudo leer"),
    ("es", 2, "2 de 3 estimaciones no se pudieron leer"),
    ("pl", 1, "Nie udało się odczytać 1 szacunku z 2"),
    ("pl", 2, "Nie udało się odczytać 2 szacunków z 3"),
    ("pl", 5, "Nie udało się odczytać 5 szacunków z 6"),
    ("pl", 22, "Nie udało się odczytać 22 szacunków z 23"),
    ("uk", 1, "Не вдалося прочитати й не показано 1 оцінку з 2."),
    ("uk", 2, "Не вдалося прочитати й не показано 2 оцінки з 3."),
    ("uk", 5, "Не вдалося прочитати й не показано 5 оцінок з 6."),
    (
        "uk",
        21,
        "Не вдалося прочитати й не показано 21 оцінку з 22.",
    ),
    (
        "uk",
        22,
        "Не вдалося прочитати й не показано 22 оцінки з 23.",
    ),
    ("ko", 1, "추정치 2건 중 1건을 읽을 수 없어"),
    (
        "ar",
        1,
        "تعذّرت قراءة 1 من أصل 2 من التقديرات، وهو غير معروض هنا.",
    ),
    (
        "ar",
        2,
        "تعذّرت قراءة 2 من أصل 3 من التقديرات، وهما غير معروضين هنا.",
    ),
    (
        "ar",
        3,
        "تعذّرت قراءة 3 من أصل 4 من التقديرات، وهي غير معروضة هنا.",
    ),
    (
        "ar",
        11,
        "تعذّرت قراءة 11 من أصل 12 من التقديرات، وهي غير معروضة هنا.",
    ),
    (
        "ar",
        100,
        "تعذّرت قراءة 100 من أصل 101 من التقديرات، وهي غير معروضة هنا.",
    ),
];

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "languages_plurals::plurals_are_chosen_as_the_browser_chooses_them",
            plurals_are_chosen_as_the_browser_chooses_them,
        ),
        Test::new(
            "languages_plurals::counts_on_the_page_have_the_plural_form_they_need",
            counts_on_the_page_have_the_plural_form_they_need,
        ),
    ]
}

fn plurals_are_chosen_as_the_browser_chooses_them(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    for ours in Locale::all() {
        let locale = ours.words().conventions();
        let theirs = page.run(
            "const rules = new Intl.PluralRules(arguments[0]);
             return [...Array(1001).keys()].map((count) => rules.select(count));",
            vec![json!(locale)],
        )?;
        let theirs: Vec<String> = serde_json::from_value(theirs)?;
        let mut forms: BTreeMap<&str, [String; 2]> = BTreeMap::new();
        for (count, category) in theirs.iter().enumerate() {
            let words = ours.words();
            let said = [
                words.sources_shown(count, "one", "all"),
                words.refused(count, "one", "all"),
            ];
            let form = forms.entry(category).or_insert_with(|| said.clone());
            ensure!(*form == said, "{locale}: {said:?} for {count}, {category}");
        }
        let different: BTreeSet<_> = forms.values().collect();
        ensure!(
            forms.len() == 1 || different.len() > 1,
            "{locale}: {different:?} is all there is"
        );
    }
    Ok(())
}

/// Before and after they are alive; no page tells of none, so that form is left to the native tests.
fn counts_on_the_page_have_the_plural_form_they_need(page: &mut Page) -> Result<()> {
    let site = Site::new()?;
    let mut places = String::new();
    for (language, count, _) in UNREADABLE {
        let name = format!("unreadable-{count}");
        site.add((&name, language, &with_unreadable(language, count)))?;
        places += &format!(
            "<div lang={language} class=troop-estimates data-loading=eager data-dataset={name}></div>"
        );
    }
    let html = site.prerender(&places, ("none", "en", ENGLISH.dataset))?;
    page.put("/plurals", &html);
    let hold = open_slowly(page, "/plurals")?;
    expect_counts(page)?;
    hold.release();
    page.wait_until("all are alive", |page| {
        Ok(page.elements(".te-alive")?.len() == UNREADABLE.len())
    })?;
    expect_counts(page)?;
    for tag in PROMISED.lines() {
        let locale = Locale::for_language(tag);
        let tried = UNREADABLE.iter().filter(|case| case.0 == tag);
        let counts: Vec<usize> = tried.map(|case| case.1).collect();
        let categories = page.run(
            "const [locale, counts] = arguments;
             const rules = new Intl.PluralRules(locale);
             const reached = (counts) => new Set(counts.map((count) => rules.select(count))).size;
             return [reached(counts), reached([...Array(201).keys()].slice(1))];",
            vec![json!(locale.words().conventions()), json!(counts)],
        )?;
        let [tried, there]: [usize; 2] = serde_json::from_value(categories)?;
        ensure!(tried == there, "{locale:?}: {tried} of {there} forms");
    }
    Ok(())
}

fn expect_counts(page: &Page) -> Result<()> {
    let said = page.run(
        "return [...document.querySelectorAll('.te-refusals summary')].map((line) => line.textContent)",
        Vec::new(),
    )?;
    let said: Vec<String> = serde_json::from_value(said)?;
    ensure!(said.len() == UNREADABLE.len());
    for (said, (language, count, expected)) in said.iter().zip(UNREADABLE) {
        ensure!(said.contains(expected), "{language}, {count}: {said}");
    }
    Ok(())
}

/// A dataset with one estimate and so many whose ends are the wrong way round.
fn with_unreadable(language: &str, count: usize) -> String {
    let wrong = json!({ "source": "one", "category": "sent", "low": 9, "high": 1 });
    let mut estimates = vec![wrong; count];
    estimates.push(json!({ "source": "one", "category": "sent", "best": 5 }));
    dataset_with(language, &json!(estimates))
}
