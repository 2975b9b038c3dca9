//! The words for a count, in the languages of the promise.

use std::collections::BTreeSet;

use crate::locale::{Locale, plural};

/// A tag a line.
const PROMISED: &str = include_str!("../../../tests/promised_languages.txt");

/// For each language a count for every form, as a reader should find it.
#[test]
fn every_plural_form_is_worded() {
    let cases = [
        ("en", 1, "in 1 further gap", "1 of 1 source shown."),
        ("en", 2, "in 2 further gaps", "2 of 2 sources shown."),
        ("de", 1, "in 1 weiteren Lücke", "1 von 1 Quelle gezeigt."),
        ("de", 2, "in 2 weiteren Lücken", "2 von 2 Quellen gezeigt."),
        (
            "fr",
            0,
            "dans 0 autre écart",
            "Source affichée\u{a0}: 0 sur 0.",
        ),
        (
            "fr",
            1,
            "dans 1 autre écart",
            "Source affichée\u{a0}: 1 sur 1.",
        ),
        (
            "fr",
            2,
            "dans 2 autres écarts",
            "Sources affichées\u{a0}: 2 sur 2.",
        ),
        ("es", 1, "en 1 hueco más", "Fuente mostrada: 1 de 1."),
        ("es", 2, "en 2 huecos más", "Fuentes mostradas: 2 de 2."),
        ("pl", 1, "w 1 innej luce", "Pokazano 1 z 1 źródła."),
        ("pl", 2, "w 2 innych lukach", "Pokazano 2 z 2 źródeł."),
        ("pl", 5, "w 5 innych lukach", "Pokazano 5 z 5 źródeł."),
        ("pl", 21, "w 21 innych lukach", "Pokazano 21 z 21 źródeł."),
        ("pl", 22, "w 22 innych lukach", "Pokazano 22 z 22 źródeł."),
        ("uk", 1, "ще в 1 прогалині", "Показано 1 з 1 джерела."),
        ("uk", 2, "ще в 2 прогалинах", "Показано 2 з 2 джерел."),
        ("uk", 5, "ще в 5 прогалинах", "Показано 5 з 5 джерел."),
        ("uk", 11, "ще в 11 прогалинах", "Показано 11 з 11 джерел."),
        ("uk", 21, "ще в 21 прогалині", "Показано 21 з 21 джерела."),
        ("ko", 1, "그 밖의 빈 구간 1곳", "출처 1곳 중 1곳 표시."),
        ("ko", 2, "그 밖의 빈 구간 2곳", "출처 2곳 중 2곳 표시."),
        ("ar", 0, "في 0 فجوة أخرى", "معروض 0 من أصل 0 من المصادر."),
        ("ar", 1, "في فجوة أخرى (1)", "معروض 1 من أصل 1 من المصادر."),
        (
            "ar",
            2,
            "في فجوتين أخريين (2)",
            "معروض 2 من أصل 2 من المصادر.",
        ),
        ("ar", 3, "في 3 فجوات أخرى", "معروض 3 من أصل 3 مصادر."),
        ("ar", 11, "في 11 فجوة أخرى", "معروض 11 من أصل 11 مصدرًا."),
        ("ar", 100, "في 100 فجوة أخرى", "معروض 100 من أصل 100 مصدر."),
        (
            "ar",
            103,
            "في 103 فجوات أخرى",
            "معروض 103 من أصل 103 مصادر.",
        ),
    ];
    for (tag, count, gaps, sources) in cases {
        let locale = Locale::for_language(tag);
        let (words, number) = (locale.words(), locale.number(count as u64));
        assert_eq!(words.further_gaps(count, &number), gaps);
        assert_eq!(words.sources_shown(count, &number, &number), sources);
    }
    for tag in PROMISED.lines() {
        let rule = Locale::for_language(tag).words().plural_rule();
        let tried = cases.iter().filter(|case| case.0 == tag);
        let forms: BTreeSet<&str> = tried
            .map(|case| plural::form("0|1|2|3|4|5", rule, case.1))
            .collect();
        assert_eq!(forms.len(), plural::categories(rule), "{tag}");
    }
}
