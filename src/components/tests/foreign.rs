//! Texts in a language that the page has no words in.

use super::*;

#[test]
fn texts_in_a_language_without_words_say_so_and_the_words_around_them_are_english() {
    let english = with_estimates(r#"{"source": "b", "category": "c", "passedOnBy": "X"}"#);
    let html = prerendered(&english.replace(r#""language": "en""#, r#""language": "qaa-BE""#));
    let figure = html.split_once("<figure").unwrap().1;
    let figure = figure.split_once('>').unwrap().0;
    assert!(figure.contains(r#"lang="en""#) && figure.contains(r#"dir="ltr""#));
    for text in ["How many?", "soldiers", "B", "Sent", "X"] {
        let marked = format!(r#"<bdi lang="qaa-BE">{text}</bdi>"#);
        assert!(html.contains(&marked), "{marked} is missing");
        let plain = html.replace(&marked, "");
        assert!(!plain.contains(&format!(">{text}<")), "{text} is unmarked");
    }
    assert!(html.contains("Number of <bdi"));
}

#[test]
fn texts_in_a_language_without_words_run_as_they_do_there() {
    let english = with_estimates(r#"{"source": "b", "category": "c", "passedOnBy": "CNN: אב"}"#);
    for (language, from_the_right) in [
        ("yi", true),
        ("ckb-IQ", true),
        ("qaa", false),
        ("qaa-Latn", false),
        ("qab-Hant", false),
    ] {
        let tag = format!(r#""language": "{language}""#);
        let html = prerendered(&english.replace(r#""language": "en""#, &tag));
        let direction = if from_the_right { r#" dir="rtl""# } else { "" };
        let marked = format!(r#"<bdi lang="{language}"{direction}>CNN: אב</bdi>"#);
        assert!(html.contains(&marked), "{marked} is not in {html}");
        // Names, and texts in foreign letters alone, run in their own direction everywhere.
        for text in ["How many?", "soldiers", "Sent"] {
            let marked = format!(r#"<bdi lang="{language}">{text}</bdi>"#);
            assert!(html.contains(&marked), "{marked} is not in {html}");
        }
        assert!(html.contains(&format!(r#"<bdi lang="{language}">B</bdi>"#)));
    }
}

#[test]
fn a_text_that_begins_with_foreign_letters_runs_as_its_language() {
    let arabic = include_str!("../../../data/north-korea.ar.json");
    let html = prerendered(&arabic.replace("سي إن إن، عن", "CNN، عن"));
    assert!(html.contains(r#"<bdi dir="rtl">CNN، عن"#));
}

#[test]
fn texts_in_a_region_of_the_language_are_in_the_language_of_the_figure() {
    let english = with_estimates(r#"{"source": "b", "category": "c"}"#);
    let html = prerendered(&english.replace(r#""language": "en""#, r#""language": "en-AU""#));
    assert_eq!(html.matches("lang=").count(), 1);
    assert!(html.contains(r#"lang="en-AU""#));
}
