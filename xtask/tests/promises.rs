//! docs/accessibility.md promises nothing that no browser test shows.

use std::{collections::BTreeSet, fs, path::PathBuf};

/// The promises that the page makes.
const PROMISES: usize = 16;

fn read(path: &str) -> String {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The names of tests, as in `subject::sentence`, that stand between these marks.
fn names(text: &str, mark: char) -> BTreeSet<String> {
    let is_name = |part: &&str| {
        part.split_once("::").is_some_and(|(subject, sentence)| {
            let is_word = |text: &str| {
                !text.is_empty()
                    && text
                        .chars()
                        .all(|character| character.is_ascii_alphanumeric() || character == '_')
            };
            is_word(subject) && is_word(sentence)
        })
    };
    text.split(mark)
        .filter(is_name)
        .map(str::to_owned)
        .collect()
}

/// The names of all browser tests: each stands in the file of its subject.
fn tests() -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/browser/src/tests");
    let files = fs::read_dir(folder).expect("there are browser tests");
    files
        .flat_map(|file| {
            let path = file.expect("a file").path();
            let subject = path.file_stem().and_then(|stem| stem.to_str());
            let subject = format!("{}::", subject.unwrap_or_default());
            let text = fs::read_to_string(&path).expect("text");
            let own = names(&text, '"').into_iter();
            own.filter(move |name| name.starts_with(&subject))
        })
        .collect()
}

/// The rows of the table, each with its tests.
fn promises() -> Vec<BTreeSet<String>> {
    let page = read("docs/accessibility.md");
    let rows = page.lines().filter_map(|line| {
        let (number, promise) = line.strip_prefix("| ")?.split_once(" |")?;
        number.parse::<usize>().ok()?;
        Some(names(promise, '`'))
    });
    rows.collect()
}

#[test]
fn every_test_that_the_page_names_exists() {
    let tests = tests();
    let named = names(&read("docs/accessibility.md"), '`');
    let excuses = names(&read("tests/browser/src/tests/checker.rs"), '"');
    let missing: Vec<_> = named
        .union(&excuses)
        .filter(|name| !tests.contains(*name))
        .collect();
    assert!(missing.is_empty(), "there are no such tests: {missing:#?}");
}

#[test]
fn every_promise_has_a_test_of_its_own() {
    let promises = promises();
    assert_eq!(promises.len(), PROMISES);
    for (place, own) in promises.iter().enumerate() {
        let shared = |name: &String| {
            let others = promises
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != place);
            others.into_iter().any(|(_, tests)| tests.contains(name))
        };
        assert!(
            !own.iter().all(shared),
            "{} has no test of its own",
            place + 1
        );
    }
}

#[test]
fn every_test_of_accessibility_is_named_on_the_page() {
    let named = names(&read("docs/accessibility.md"), '`');
    let tests = tests();
    let about_it = |name: &&String| {
        ["access_", "right_to_left", "explore_status"]
            .iter()
            .any(|subject| name.starts_with(subject))
            && !name.starts_with("access_checker::")
            && !["_in_dark", "_without_scripts"]
                .iter()
                .any(|variant| name.ends_with(variant))
            && !name.contains("::without_scripts_")
    };
    let unnamed: Vec<_> = tests
        .iter()
        .filter(about_it)
        .filter(|name| !named.contains(*name))
        .collect();
    assert!(unnamed.is_empty(), "the page does not name {unnamed:#?}");
}
