//! docs/accessibility.md and SECURITY.md promise nothing that no test shows.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

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
    let security = names(&read("SECURITY.md"), '`');
    let missing: Vec<_> = named
        .iter()
        .chain(&excuses)
        .chain(&security)
        .filter(|name| !tests.contains(*name))
        .collect();
    assert!(missing.is_empty(), "there are no such tests: {missing:#?}");
}

/// The functions that SECURITY.md names as native tests stand somewhere in the code.
#[test]
fn every_native_test_that_security_names_exists() {
    let page = read("SECURITY.md");
    let is_name = |part: &&str| {
        part.contains('_')
            && !part.starts_with('_')
            && part
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '_')
    };
    let named: Vec<&str> = page.split('`').filter(is_name).collect();
    assert!(named.len() > 8, "{named:?}");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut code = String::new();
    for folder in ["src", "cli/src", "cli/tests", "tests/fuzzed", "xtask"] {
        gather(&root.join(folder), &mut code);
    }
    for name in named {
        assert!(
            code.contains(&format!("fn {name}(")),
            "there is no test {name}"
        );
    }
}

/// Where engines differ is said in one list, and each entry of it is asked for.
#[test]
fn every_exception_for_an_engine_stands_in_the_list() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/browser/src");
    let mut tests = String::new();
    gather(&root.join("tests"), &mut tests);
    for other in [
        "Engine::",
        ".engine()",
        "\"webkit\"",
        "\"firefox\"",
        "\"chromium\"",
    ] {
        assert!(
            !tests.contains(other),
            "a test asks for its engine by {other}"
        );
    }
    gather(&root.join("page"), &mut tests);
    let list = read("tests/browser/src/browser/differences.rs");
    let (_, all) = list.split_once("ALL: ").expect("the list");
    let (all, _) = all.split_once("];").expect("its end");
    let entries: Vec<&str> = all
        .split("Self::")
        .skip(1)
        .filter_map(|entry| entry.split(',').next())
        .collect();
    assert!(entries.len() > 10);
    for entry in entries {
        assert!(
            tests.contains(&format!("Difference::{entry}")),
            "no test asks for {entry}"
        );
    }
}

/// Adds the text of every Rust file below a folder.
fn gather(folder: &Path, code: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, code);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            code.push_str(&fs::read_to_string(&path).expect("text"));
        }
    }
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
