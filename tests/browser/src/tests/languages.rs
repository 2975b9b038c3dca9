//! In every language: the page says everything in the language of its readers, down to numbers and
//! dates.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde_json::{Value, json};
use troop_estimates::{dataset::Date, locale::Locale};

use super::drawing::{Axis, drawing};
use super::sites::{self, Site};
use super::steps::{
    articles, expect_complete, nth, open_alive, open_slowly, release, rows_in_sight,
};
use super::stories::{ENGLISH, GERMAN, STORIES, Story};

/// A place for the bundled dataset.
const PLACE: &str = "<div class=troop-estimates data-dataset=north-korea></div>";

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
            "languages::plurals_are_chosen_as_the_browser_chooses_them",
            plurals_are_chosen_as_the_browser_chooses_them,
        ),
        Test::new(
            "languages::counts_on_the_page_have_the_plural_form_they_need",
            counts_on_the_page_have_the_plural_form_they_need,
        ),
        Test::new(
            "languages::lists_are_joined_as_the_browser_joins_them",
            lists_are_joined_as_the_browser_joins_them,
        ),
        Test::new(
            "languages::dates_of_any_precision_reach_the_page",
            dates_of_any_precision_reach_the_page,
        ),
        Test::new(
            "languages::every_article_speaks_its_language_before_and_after_coming_alive",
            every_article_speaks_its_language,
        ),
        Test::new(
            "languages::a_language_that_is_not_there_is_told_in_english_and_says_so",
            a_language_that_is_not_there_is_told_in_english,
        ),
        Test::new(
            "languages::a_language_without_words_falls_back_to_english_and_each_part_says_what_it_is_in",
            a_language_without_words_falls_back_to_english,
        ),
        Test::new(
            "languages::texts_from_right_to_left_run_so_among_english_words",
            texts_from_right_to_left_run_so_among_english_words,
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

fn dataset_with(language: &str, estimates: &Value) -> String {
    json!({
        "format": 1,
        "language": language,
        "title": "Sent",
        "asOf": "2025-05-18",
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
fn expect_language(page: &Page, language: &str) -> Result<()> {
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

/// A place in an Arabic part of a page, and a dataset that is there in English alone.
fn a_language_that_is_not_there_is_told_in_english(page: &mut Page) -> Result<()> {
    for place in ["lang=sv", "lang=ar dir=rtl"] {
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
    for (language, name) in [("sv", "sv"), ("sr-Latn", "sr"), ("zh-Hant-TW", "zh")] {
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

/// Hebrew, even where a text begins with a name in Latin letters; such a name alone does not.
fn texts_from_right_to_left_run_so_among_english_words(page: &mut Page) -> Result<()> {
    let mut dataset: Value = serde_json::from_str(ENGLISH.dataset)?;
    dataset["language"] = json!("he");
    dataset["title"] = json!("כמה חיילים נוספים?");
    dataset["takeaway"] = json!("CNN: המקורות חלוקים ביניהם");
    let html = Site::new()?.fill(
        &sites::page("he", PLACE),
        ("north-korea", "he", &dataset.to_string()),
    )?;
    page.put("/hebrew", &html);
    let hold = open_slowly(page, "/hebrew")?;
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

/// How many estimates were not readable, for each plural form of each language.
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

/// Before and after they are alive; no page tells of none, so that form is left to the native tests.
fn counts_on_the_page_have_the_plural_form_they_need(page: &mut Page) -> Result<()> {
    let site = Site::new()?;
    let mut places = String::new();
    for (language, count, _) in UNREADABLE {
        let name = format!("unreadable-{count}");
        site.add((&name, language, &with_unreadable(language, count)))?;
        places += &format!("<div lang={language} class=troop-estimates data-dataset={name}></div>");
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
    for locale in Locale::all() {
        let tried = UNREADABLE.iter().filter(|case| case.0 == locale.tag());
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
