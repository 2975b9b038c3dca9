//! A figure with its source as text, to be put into another text.

use crate::dataset::{Dataset, EstimateIndex, FigureKind};
use crate::locale::Locale;

/// A figure with who said it, who passed it on, what it counts, when, and where all this stands; the address
/// is the estimate's own, or else that of the page, if it has one.
///
/// ```
/// use troop_estimates::dataset::{EstimateIndex, read_json};
/// use troop_estimates::keep::citation;
/// use troop_estimates::locale::Locale;
///
/// let dataset = read_json(include_str!("../../data/north-korea.en.json")).dataset.unwrap();
/// let text = citation(&dataset, EstimateIndex(0), Some("https://example.org/"), Locale::for_language("en"));
/// assert_eq!(
///     text,
///     "HUR (Ukrainian military intelligence), passed on by CNN, from an intelligence document: \
///      25,000 to 30,000 soldiers – Further soldiers planned for dispatch (the coming months, seen from \
///      summer 2025). How many more troops from North Korea? Sources disagree, as of summer 2025. \
///      https://example.org/"
/// );
/// ```
pub fn citation(
    dataset: &Dataset,
    index: EstimateIndex,
    page: Option<&str>,
    locale: Locale,
) -> String {
    let words = locale.words();
    let estimate = &dataset.estimates[index.0];
    let source = &dataset.sources[estimate.source.0];
    let mut who = locale.source(source);
    if let Some(passed_on_by) = &estimate.passed_on_by {
        who = words.list_more(&who, &words.passed_on_by(passed_on_by));
    }
    let mut figure = locale.figure(&estimate.figure);
    // The unit is in the plural; what one is, the category says.
    if !matches!(
        estimate.figure.kind(),
        FigureKind::NotGiven | FigureKind::Single(1) | FigureKind::UpTo(1) | FigureKind::AtLeast(1)
    ) {
        figure = words.counted(&figure, &dataset.unit);
    }
    let category = &dataset.categories[estimate.category.0].label;
    let mut said = words.citation(&who, &figure, category);
    if let Some(date) = &estimate.date {
        said = words.bracketed(&said, &locale.dated(date));
    }
    let when = locale.dated(&dataset.as_of);
    let text = words.citation_from(&said, &dataset.title, &when);
    match estimate.url.as_deref().or(page) {
        Some(address) => [&text, " ", address].concat(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::read_json;

    fn cited(text: &str, estimate: usize) -> String {
        let dataset = read_json(text).dataset.unwrap();
        let locale = Locale::for_language(&dataset.language);
        citation(
            &dataset,
            EstimateIndex(estimate),
            Some("https://example.org/page"),
            locale,
        )
    }

    #[test]
    fn a_figure_that_is_not_given_has_no_unit() {
        assert_eq!(
            cited(include_str!("../../data/north-korea.en.json"), 3),
            "NIS (South Korea’s intelligence service): no figure given – Further soldiers planned for \
             dispatch (possible as early as July or August 2025). How many more troops from North Korea? \
             Sources disagree, as of summer 2025. https://example.org/page"
        );
    }

    #[test]
    fn one_has_no_unit_which_is_in_the_plural() {
        let text = include_str!("../../data/north-korea.en.json");
        for (figure, expected) in [
            (r#""best": 1,"#, ": 1 – "),
            (r#""high": 1,"#, ": up to 1 – "),
            (r#""low": 1,"#, ": at least 1 – "),
            (r#""low": 0, "high": 1,"#, ": 0 to 1 soldiers – "),
            (r#""best": 0,"#, ": 0 soldiers – "),
        ] {
            let cited = cited(&text.replace(r#""best": 1000,"#, figure), 6);
            assert!(cited.contains(expected), "{expected} is not in {cited}");
        }
    }

    #[test]
    fn it_speaks_the_language_of_the_dataset() {
        assert_eq!(
            cited(include_str!("../../data/north-korea.de.json"), 4),
            "Der Nachrichtenbericht (ohne Angabe einer Quelle): etwa 11.000 Soldaten – Bereits entsandte \
             Soldaten (November 2024). Wie viele Soldaten noch aus Nordkorea? Quellen sind uneins, Stand: \
             Sommer 2025. https://example.org/page"
        );
    }

    #[test]
    fn points_are_those_of_the_language() {
        for (text, points) in [
            (
                include_str!("../../data/north-korea.fr.json"),
                [" (renseignement", "\u{a0}: 25", "\u{a0}: été 2025. "],
            ),
            (
                include_str!("../../data/north-korea.ko.json"),
                ["HUR(우크라이나", ": ", " 군인(2025년 여름에서"],
            ),
        ] {
            let cited = cited(text, 0);
            for expected in points {
                assert!(cited.contains(expected), "{expected} is not in {cited}");
            }
        }
    }

    #[test]
    fn where_a_page_has_no_address_none_is_named() {
        let text = include_str!("../../data/north-korea.en.json");
        let dataset = read_json(text).dataset.unwrap();
        let cited = citation(&dataset, EstimateIndex(0), None, Locale::for_language("en"));
        assert!(cited.ends_with(", as of summer 2025."), "{cited}");
    }

    #[test]
    fn an_estimate_with_an_address_of_its_own_names_that() {
        let text = include_str!("../../data/north-korea.en.json");
        let mut dataset = read_json(text).dataset.unwrap();
        dataset.estimates[0].url = Some("https://example.com/report".to_owned());
        let text = citation(
            &dataset,
            EstimateIndex(0),
            Some("https://example.org/"),
            Locale::for_language("en"),
        );
        assert!(text.ends_with(" https://example.com/report"), "{text}");
    }
}
