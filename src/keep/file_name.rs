//! Names of files that every system takes.

use crate::dataset::{Dataset, Date};

/// A name of ASCII letters, digits and hyphens: that of the dataset on the page, its language and, where it
/// is known, as of when; with an ending such as "csv".
///
/// ```
/// use troop_estimates::dataset::read_json;
/// use troop_estimates::keep::file_name;
///
/// let dataset = read_json(include_str!("../../data/north-korea.en.json")).dataset.unwrap();
/// assert_eq!(file_name(&dataset, "north-korea", "csv"), "north-korea-en-2025.csv");
/// ```
pub fn file_name(dataset: &Dataset, name: &str, ending: &str) -> String {
    let as_of = dataset.as_of.date.map(Date::iso).unwrap_or_default();
    let parts = [name, &dataset.language, &as_of].map(plain);
    let known: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let name = if known.is_empty() {
        "troop-estimates".to_owned()
    } else {
        known.join("-")
    };
    [&name, ".", ending].concat()
}

/// The letters and digits of a text in ASCII; a hyphen for all that stands between them.
fn plain(text: &str) -> String {
    let words = text.split(|character: char| !character.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::read_json;

    fn bundled() -> Dataset {
        let text = include_str!("../../data/north-korea.de.json");
        read_json(text).dataset.unwrap()
    }

    #[test]
    fn a_date_that_is_not_known_is_left_out() {
        let mut dataset = bundled();
        dataset.as_of.date = None;
        assert_eq!(
            file_name(&dataset, "North Korea", "svg"),
            "north-korea-de.svg"
        );
    }

    proptest! {
        #[test]
        fn any_system_takes_the_name(name in ".{0,30}", language in ".{0,5}") {
            let mut dataset = bundled();
            dataset.language = language;
            let name = file_name(&dataset, &name, "png");
            let stem = name.strip_suffix(".png").unwrap();
            prop_assert!(!stem.is_empty() && !stem.starts_with('-') && !stem.ends_with('-'));
            prop_assert!(stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
        }
    }
}
