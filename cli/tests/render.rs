//! `troop-estimates render`: files that stand alone.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

const LANGUAGES: [&str; 8] = ["en", "de", "fr", "es", "pl", "uk", "ko", "ar"];

/// Renders a dataset of the project.
fn render(file: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_troop-estimates"));
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let rendered = command
        .current_dir(project)
        .arg("render")
        .arg(file)
        .args(arguments);
    rendered.output().expect("the tool runs")
}

fn bytes(file: &str, arguments: &[&str]) -> Vec<u8> {
    let rendered = render(file, arguments);
    assert!(rendered.status.success(), "{rendered:?}");
    rendered.stdout
}

fn text(file: &str, arguments: &[&str]) -> String {
    String::from_utf8(bytes(file, arguments)).expect("text")
}

fn refusal(file: &str, arguments: &[&str]) -> String {
    let rendered = render(file, arguments);
    assert_eq!(rendered.status.code(), Some(2), "{rendered:?}");
    assert!(rendered.stdout.is_empty());
    String::from_utf8(rendered.stderr).expect("text")
}

fn bundled(language: &str) -> String {
    format!("data/north-korea.{language}.json")
}

/// Width and height as the head of a PNG has them.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn a_drawing_needs_no_font_and_says_what_it_shows() {
    for language in LANGUAGES {
        let svg = text(&bundled(language), &["--as", "svg"]);
        let document = roxmltree::Document::parse(&svg).expect("XML");
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(root.attribute("lang"), Some(language));
        assert_eq!(root.attribute("width"), Some("800"));
        let names: Vec<&str> = document
            .descendants()
            .map(|node| node.tag_name().name())
            .collect();
        assert!(
            !names.contains(&"text") && !names.contains(&"image"),
            "{language}"
        );
        assert!(names.iter().filter(|name| **name == "path").count() > 50);
        let described = root
            .children()
            .find(|node| node.has_tag_name("desc"))
            .and_then(|node| node.text());
        let described = described.expect("a description");
        for number in ["110", "25", "30"] {
            assert!(described.contains(number), "{number}: {described}");
        }
        assert!(root.children().any(|node| node.has_tag_name("title")));
    }
}

#[test]
fn a_drawing_shows_what_is_asked_for() {
    let all = text(&bundled("en"), &["--as", "svg"]);
    let dark = text(&bundled("en"), &["--as", "svg", "--theme", "dark"]);
    assert!(all.contains("#ffffff") && !dark.contains("#ffffff") && dark.contains("#16171a"));
    let some = text(
        &bundled("en"),
        &["--as", "svg", "--sources", "hur,town", "--width", "400"],
    );
    assert!(all.contains("Sergei Shoigu (adviser to Putin): 1,000") || all.contains("Shoigu"));
    assert!(!some.contains("adviser to Putin"));
    assert!(some.contains("Not shown: "));
    assert!(some.contains("width=\"400\"") && some.contains("viewBox=\"0 0 800 "));
    let sent = text(
        &bundled("en"),
        &["--as", "svg", "--category", "sent", "--scale", "log"],
    );
    assert!(sent.contains("about 11,000") && !sent.contains("up to 30,000"));
    let german = text(&bundled("en"), &["--as", "svg", "--language", "de"]);
    assert!(german.contains("25.000 bis 30.000"));
}

#[test]
fn pictures_have_the_size_asked_for() {
    assert_eq!(size(&bytes(&bundled("en"), &["--as", "png"])).0, 1600);
    let narrow = size(&bytes(&bundled("de"), &["--as", "png", "--width", "320"]));
    assert_eq!(narrow.0, 320);
    assert!(narrow.1 > narrow.0);
    for language in LANGUAGES {
        let card = bytes(&bundled(language), &["--as", "social", "--theme", "dark"]);
        assert_eq!(size(&card), (1200, 630), "{language}");
    }
}

#[test]
fn a_card_is_made_of_whatever_there_is() {
    for file in [
        "tests/data/good/everything.csv",
        "tests/data/bad/contradiction.csv",
        "tests/data/good/german-excel.csv",
    ] {
        assert_eq!(size(&bytes(file, &["--as", "social"])), (1200, 630));
    }
}

#[test]
fn the_page_has_the_whole_widget_in_it() {
    let page = text(&bundled("ar"), &["--as", "html", "--theme", "dark"]);
    for part in [
        "<html lang=\"ar\" dir=\"rtl\" data-theme=\"dark\">",
        "data-dataset=\"north-korea.ar\"",
        "class=\"te-data\"",
        "src=\"loader.js\"",
        "href=\"style.css\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("How many more troops"));
}

#[test]
fn what_cannot_be_done_is_refused_with_what_can() {
    let file = bundled("en");
    for (arguments, told) in [
        (
            &["--as", "svg", "--sources", "hur,tonw"][..],
            "no source has the id tonw, there are: hur, town, nis, story, western, shoigu, syrskyi; did you mean town?",
        ),
        (
            &["--as", "png", "--category", "snet"],
            "no category has the id snet",
        ),
        (
            &["--as", "table", "--width", "300"],
            "--width is for svg and png",
        ),
        (
            &["--as", "html", "--scale", "log"],
            "--sources, --category and --scale are for svg and png",
        ),
        (
            &["--as", "table", "--theme", "dark"],
            "--theme is not for table",
        ),
        (
            &["--as", "svg", "--language", "xx"],
            "--language: found xx, expected one of ar, de, en, es, fr, ko, pl, uk",
        ),
    ] {
        let refusal = refusal(&file, arguments);
        assert!(refusal.contains(told), "{refusal}");
    }
    let unusable = refusal("tests/data/bad/heads.csv", &["--as", "svg"]);
    assert!(
        unusable.contains("did you mean \"Low\"?") && unusable.contains("cannot be used"),
        "{unusable}"
    );
}

#[test]
fn a_file_is_written_where_it_is_wanted() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("chart.svg");
    let written = bytes(
        &bundled("en"),
        &["--as", "svg", "--output", file.to_str().expect("text")],
    );
    assert!(written.is_empty());
    assert_eq!(
        std::fs::read_to_string(file).expect("reads"),
        text(&bundled("en"), &["--as", "svg"])
    );
}
