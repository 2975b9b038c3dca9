//! What every message of every language must have.

use crate::locale::messages::SIGNATURES;
use crate::locale::{Locale, Words, direction_of, languages, plural};

#[test]
fn every_message_has_in_it_what_it_is_about() {
    for list in &languages::ALL {
        for (message, signature) in list.iter().zip(SIGNATURES) {
            for form in message.split('|') {
                let after_braces = form.split('{').skip(1);
                let mut values: Vec<&str> = after_braces
                    .map(|text| text.split_once('}').expect("a closed brace").0)
                    .collect();
                let mut expected = signature.values.to_vec();
                values.sort_unstable();
                expected.sort_unstable();
                assert_eq!(values, expected, "{}: {form}", signature.name);
            }
        }
    }
}

#[test]
fn every_message_can_stand_in_a_line_of_a_page() {
    for message in languages::ALL.iter().flatten() {
        assert!(!message.is_empty());
        assert!(!message.contains(['\n', '\r', '<']), "{message}");
    }
}

#[test]
fn every_count_has_a_form_of_its_own() {
    for list in &languages::ALL {
        let rule = Words(list).plural_rule();
        let messages = list.iter().zip(SIGNATURES);
        for (message, signature) in messages.filter(|(_, signature)| signature.counted) {
            let forms = message.split('|').count();
            assert_eq!(forms, plural::categories(rule), "{}", signature.name);
        }
    }
}

#[test]
fn every_year_has_twelve_months() {
    for locale in Locale::all() {
        let words = locale.words();
        for names in [words.months_with_day(), words.months_alone()] {
            assert_eq!(names.split('|').count(), 12, "{locale:?}");
        }
    }
}

#[test]
fn lines_begin_where_the_script_begins() {
    for locale in Locale::all() {
        let words = locale.words();
        let from_the_right = words
            .sources()
            .contains(|letter| ('\u{590}'..='\u{8ff}').contains(&letter));
        let expected = if from_the_right { "rtl" } else { "ltr" };
        assert_eq!(words.direction(), expected, "{locale:?}");
        assert_eq!(direction_of(locale.tag()), locale.direction());
    }
}

#[test]
fn every_language_is_found_by_its_own_tag() {
    for locale in Locale::all() {
        let tag = locale.tag();
        assert_eq!(Locale::for_language(tag), locale);
        assert!(locale.words().conventions().starts_with(tag));
    }
}

/// `qaa` to `qtz` are no languages, and never will be.
#[test]
fn an_unknown_language_falls_back_to_english() {
    for (tag, expected) in [
        ("qaa", "en"),
        ("qaa-Latn", "en"),
        ("qab-Hant-TW", "en"),
        ("x-de", "en"),
        ("deutsch", "en"),
        ("d", "en"),
        ("☃", "en"),
        ("-", "en"),
        ("", "en"),
        ("de-CH", "de"),
        ("DE_at", "de"),
        ("fr-Latn-CA-x-private", "fr"),
    ] {
        assert_eq!(Locale::for_language(tag).tag(), expected, "{tag}");
    }
}

#[test]
fn what_a_page_carries_is_made_once_for_each_language() {
    let made = |tag| Locale::from_lines(Locale::for_language(tag).lines()).map(Locale::words);
    let (german, english) = (made("de").unwrap(), made("en").unwrap());
    assert_eq!((german.tag(), english.tag()), ("de", "en"));
    for _ in 0..3 {
        assert!(std::ptr::eq(german.tag(), made("de").unwrap().tag()));
        assert!(std::ptr::eq(english.tag(), made("en").unwrap().tag()));
    }
}
