//! The words of the page, in every language.

use std::fs;

use super::*;

#[test]
fn every_figure_stands_in_words_in_both_languages() {
    let english = [
        "25,000 to 30,000",
        "10,000 to 20,000",
        "up to 30,000",
        "no figure given",
        "about 11,000",
        "about 4,000",
        ">1,000<",
        ">5,000<",
        ">110,000<",
        "passed on by TASS",
        "As of summer 2025",
        "nobody names a figure between 20,000 and 25,000",
    ];
    let german = [
        "25.000 bis 30.000",
        "10.000 bis 20.000",
        "bis zu 30.000",
        "keine Zahl genannt",
        "etwa 11.000",
        "etwa 4.000",
        ">1.000<",
        ">5.000<",
        ">110.000<",
        "verbreitet von TASS",
        "Stand: Sommer 2025",
        "niemand nennt eine Zahl zwischen 20.000 und 25.000",
    ];
    for (json, expected) in [(ENGLISH, english), (GERMAN, german)] {
        let html = prerendered(json);
        assert_eq!(rows(&html), 9);
        for text in expected {
            assert!(html.contains(text), "{text} is missing");
        }
    }
}

#[test]
fn what_the_planned_soldiers_are_compared_with_stands_in_words_once() {
    for (json, words) in [
        (ENGLISH, "For comparison: already sent, about 11,000"),
        (GERMAN, "Zum Vergleich: bereits entsandt, etwa 11.000"),
    ] {
        assert_eq!(prerendered(json).matches(words).count(), 1, "{words}");
    }
}

/// In the row and the controls; the details have it whole.
#[test]
fn a_label_without_end_is_shown_shortened() {
    let long = ["The ministry"; 60].join(" of ");
    let begin = &long[..400];
    let shown = |html: &str| (html.matches(begin).count(), html.matches(&long).count());
    let same = |name: &str| ENGLISH.replacen("\"name\": \"", &format!("\"name\": \"{name}"), 1);
    let html = prerendered(&same(&long));
    let (all, whole) = shown(&html);
    assert!(whole > 0 && all > whole, "{all} times, {whole} times whole");
    assert!(html.contains("…<"), "no sign that there is more");
    assert_eq!(rows(&html), 9);
}

/// The bundled dataset in each of its languages.
fn bundled() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let files = fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    paths
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn every_language_of_the_bundled_dataset_says_all_of_it_in_words_of_its_own() {
    for json in bundled() {
        let dataset = read_json(&json).dataset.unwrap();
        let locale = Locale::for_language(&dataset.language);
        assert_eq!(locale.tag(), dataset.language);
        let html = prerendered(&json);
        let words = locale.words();
        let between = words.between(&locale.number(20_000), &locale.number(25_000));
        assert!(html.contains(&words.gaps(&between)), "{locale:?}");
        for estimate in dataset.estimates {
            let figure = locale.figure(&estimate.figure);
            assert!(html.contains(&format!(">{figure}<")), "{figure} is missing");
        }
    }
}

/// Whether a character that divides sentences is not the one of the language, or not set off as it is there.
fn is_foreign_point(language: &str, before: char, point: char, after: char) -> bool {
    match language {
        "fr" if after != ' ' => false,
        "fr" => ":;?!".contains(point) && !matches!(before, '\u{a0}' | '\u{202f}'),
        "ar" => ",;?".contains(point) && !(before.is_ascii_digit() && after.is_ascii_digit()),
        "ko" => point == '(' && before == ' ',
        _ => ":;?!,".contains(point) && before.is_whitespace(),
    }
}

#[test]
fn points_are_those_of_the_language_and_set_off_as_there() {
    for json in bundled() {
        let language = read_json(&json).dataset.unwrap().language;
        let page = prerendered(&json) + &evidence(&json);
        let texts = page
            .split('<')
            .filter_map(|tag| tag.split_once('>').map(|(_, text)| text));
        let messages = Locale::for_language(&language).lines();
        for text in texts.chain(messages.lines()) {
            let letters: Vec<char> = format!("{text} ").chars().collect();
            for part in letters.windows(3) {
                let foreign = is_foreign_point(&language, part[0], part[1], part[2]);
                // A message may be a separator alone.
                assert!(
                    !foreign || !text.contains(char::is_alphabetic),
                    "{language}: {text}"
                );
            }
        }
    }
}

#[test]
fn what_the_style_sheet_writes_comes_from_the_language_but_for_dots() {
    for line in include_str!("../../../style.css").lines() {
        if let Some(content) = line.trim().strip_prefix("content:") {
            let mut written = content.split('"').skip(1).step_by(2);
            assert!(
                written.all(|text| ["", " ", " · "].contains(&text)),
                "{line}"
            );
        }
    }
}

#[test]
fn a_long_name_of_a_reference_is_no_label_but_a_line_to_read() {
    let long = "x".repeat(120);
    let dataset = with_estimates(r#"{"source": "a", "category": "c", "best": 5}"#);
    let references = format!(r#""references": [{{"label": "{long}", "value": 7}}], "estimates""#);
    let html = prerendered(&dataset.replace(r#""estimates""#, &references));
    let sentence = format!(r#"<p class="te-comparison">For comparison: {long}, 7</p>"#);
    assert!(html.contains(&sentence), "{html}");
    assert_eq!(html.matches(&long).count(), 1);
}
