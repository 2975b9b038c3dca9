//! The languages of the promise have all that a language can have: words, the bundled dataset, a sample article and
//! names to sort.

use std::path::Path;
use std::{collections::BTreeMap, fs};

use troop_estimates::dataset::read_json;
use troop_estimates::locale::Locale;

/// A tag a line.
const PROMISED: &str = include_str!("promised_languages.txt");

fn file(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn they_are_the_eight_of_the_readme() {
    assert!(file("README.md").contains("**In eight languages**"));
    assert_eq!(PROMISED.lines().count(), 8);
}

#[test]
fn each_has_words() {
    for tag in PROMISED.lines() {
        assert_eq!(Locale::for_language(tag).tag(), tag);
    }
}

#[test]
fn each_has_the_bundled_dataset() {
    for tag in PROMISED.lines() {
        let reading = read_json(&file(&format!("data/north-korea.{tag}.json")));
        assert_eq!(reading.problems, [], "{tag}");
        assert_eq!(reading.dataset.expect("a dataset").language, tag);
    }
}

#[test]
fn each_has_a_sample_article_that_is_published_and_led_to() {
    let first = file("index.html");
    assert!(first.contains("<html lang=\"en\">"));
    for tag in PROMISED.lines().filter(|tag| *tag != "en") {
        let article = file(&format!("embed/{tag}.html"));
        assert!(article.contains(&format!("<html lang=\"{tag}\"")), "{tag}");
        assert!(article.contains("data-dataset=\"north-korea\""), "{tag}");
        for there in [
            format!("href=\"embed/{tag}.html\""),
            format!("<a href=\"{tag}.html\" lang=\"{tag}\" hreflang=\"{tag}\">"),
        ] {
            assert!(first.contains(&there), "no {there}");
        }
    }
}

#[test]
fn each_has_names_to_sort() {
    let names: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&file("tests/datasets/names.json")).expect("names");
    assert!(names.keys().map(String::as_str).eq(PROMISED.lines()));
}
