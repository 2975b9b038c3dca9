//! The order of names, by the rules of a language.

use anyhow::{Context, Result};
use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use troop_estimates::dataset::Dataset;
use troop_estimates::locale::Locale;

/// Ranks the sources of a dataset by their names, as Unicode's data sorts them in the language.
///
/// # Errors
///
/// A language that Unicode's data does not know.
pub fn rank(dataset: &mut Dataset, locale: Locale) -> Result<()> {
    let conventions = locale.words().conventions();
    let language: icu_locale_core::Locale = conventions.parse().context(conventions)?;
    let collator = CollatorBorrowed::try_new((&language).into(), CollatorOptions::default());
    let collator = collator.context("no rules to sort names by")?;
    dataset.rank_names(|name, other| collator.compare(name, other));
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use troop_estimates::dataset::{Source, read_json};

    use super::*;

    fn ranked(language: &str, names: &[String]) -> Dataset {
        let text = include_str!("../../data/north-korea.en.json");
        let mut dataset = read_json(text).dataset.expect("a dataset");
        let first = dataset.sources[0].clone();
        let source = |name: &String| Source {
            name: name.clone(),
            ..first.clone()
        };
        dataset.sources = names.iter().map(source).collect();
        rank(&mut dataset, Locale::for_language(language)).expect("ranks");
        dataset
    }

    /// In every language that there are such names in.
    #[test]
    fn names_are_sorted_by_the_rules_of_their_language() {
        let names = include_str!("../../tests/datasets/names.json");
        let names: BTreeMap<&str, Vec<String>> = serde_json::from_str(names).expect("names");
        for (language, expected) in names {
            let mut given = expected.clone();
            given.reverse();
            let mut sources = ranked(language, &given).sources;
            sources.sort_by_key(|source| source.name_rank);
            let sorted: Vec<String> = sources.into_iter().map(|source| source.name).collect();
            assert_eq!(sorted, expected, "{language}");
        }
    }

    /// A language is one file: what its names are sorted by is not part of it.
    #[test]
    fn every_language_has_rules_to_sort_names_by() {
        for locale in Locale::all() {
            let names = ["b", "a"].map(str::to_owned);
            let sources = ranked(locale.tag(), &names).sources;
            assert!(sources[1].name_rank < sources[0].name_rank, "{locale:?}");
        }
    }

    #[test]
    fn what_reads_the_same_has_the_same_rank_however_it_is_encoded() {
        let names = ["Zo\u{e9}", "Ann", "Zoe\u{301}"].map(str::to_owned);
        let ranks = ranked("fr", &names).sources;
        let ranks: Vec<usize> = ranks.iter().map(|source| source.name_rank).collect();
        assert_eq!(ranks, [1, 0, 1]);
    }
}
