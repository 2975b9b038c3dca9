//! On paper in every language: all that the dataset tells, in greys, within the margins.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Page, Paper, Sheet, Test};
use icu_normalizer::ComposingNormalizerBorrowed;
use troop_estimates::dataset::CategoryIndex;
use troop_estimates::dataset::{Dataset, Estimate, Event, read_json};
use troop_estimates::locale::{Direction, Locale, Scope};
use troop_estimates::view::{ViewState, category_agreement, is_compared};

use super::paper::{SHEETS, expect_grey, open};
use super::sites::{article_with_addresses, bundled, with_article};
use super::steps::choose;

/// The ticks of the axis that all categories share but the last, and of that one's.
const TICKS: [u64; 9] = [
    0, 10_000, 20_000, 30_000, 25_000, 50_000, 75_000, 100_000, 125_000,
];

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "paper_languages::everything_is_printed_in_grey_within_the_margins",
            everything_is_printed,
        ),
        Test::new(
            "paper_languages::hidden_sources_are_named_as_hidden",
            names_hidden,
        ),
    ]
}

fn everything_is_printed(page: &mut Page) -> Result<()> {
    for locale in with_article() {
        let language = locale.tag();
        let (article, addresses) = article_with_addresses(language)?;
        if !open(page, &article)? {
            return Ok(());
        }
        let dataset = dataset(language)?;
        let mut texts = texts(&dataset, locale);
        texts.extend(addresses);
        for (sheet, name) in SHEETS {
            let paper = page.print(sheet, &format!("paper-{language}-{name}"))?;
            if can_be_read(page, locale) {
                expect_all(&paper, &texts, locale)
                    .with_context(|| format!("in {language} on {name}"))?;
            }
            for sheet in &paper.sheets {
                expect_grey(sheet).with_context(|| format!("in {language} on {name}"))?;
            }
        }
    }
    Ok(())
}

fn can_be_read(page: &Page, locale: Locale) -> bool {
    !page.differs(Difference::ArabicPrintsInPieces) || locale.direction() == Direction::LeftToRight
}

fn expect_all(paper: &Paper, texts: &[String], locale: Locale) -> Result<()> {
    let printed = letters(&paper.text);
    let words = wordings(&paper.text);
    let there =
        |text: &&String| printed.contains(&letters(text)) || words.contains(&wordings(text));
    let missing: Vec<_> = texts.iter().filter(|text| !there(text)).collect();
    ensure!(missing.is_empty(), "{missing:#?} are not in {}", paper.text);
    let lines: Vec<String> = paper.text.lines().map(letters).collect();
    for tick in TICKS {
        let label = letters(&locale.number(tick));
        ensure!(lines.contains(&label), "no tick {tick} in {}", paper.text);
    }
    Ok(())
}

/// Letters and digits alone: where lines break depends on the sheet, and marks of direction and the sides of full
/// stops on the PDF reader. Arabic has no alef and no vowel signs here, because lam and alef, one glyph, come in
/// the order of the eye.
fn letters(text: &str) -> String {
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let letters = text.chars().filter(|letter| {
        letter.is_alphanumeric() && !matches!(letter, 'آ' | 'أ' | 'إ' | 'ا' | '\u{64b}'..='\u{652}')
    });
    letters.collect()
}

/// Letters alone: the digits of a Korean date are set in another font, and come after its words.
fn wordings(text: &str) -> String {
    letters(text).replace(|letter: char| letter.is_numeric(), "")
}

fn dataset(language: &str) -> Result<Dataset> {
    let reading = read_json(&bundled(language)?);
    reading.dataset.context("the dataset cannot be read")
}

/// All that is told in a language, but for the ticks.
fn texts(dataset: &Dataset, locale: Locale) -> Vec<String> {
    let words = locale.words();
    let mut texts = vec![
        dataset.title.clone(),
        words.as_of(&locale.dated(&dataset.as_of)),
        words.axis_linear(&dataset.unit),
        words.gap_label().to_owned(),
        words.evidence().to_owned(),
    ];
    texts.extend(
        [&dataset.takeaway, &dataset.credit]
            .into_iter()
            .flatten()
            .cloned(),
    );
    for (place, category) in dataset.categories.iter().enumerate() {
        texts.push(category.label.clone());
        texts.extend(category.note.clone());
        let index = CategoryIndex(place);
        if is_compared(dataset, index) {
            let agreement = category_agreement(dataset, &ViewState::default(), index);
            texts.push(locale.agreement(&agreement, Scope::AllSources));
        }
    }
    for reference in &dataset.references {
        texts.push(reference.label.clone());
        texts.push(locale.figure(&reference.figure()));
    }
    texts.extend(
        dataset
            .estimates
            .iter()
            .flat_map(|estimate| row(dataset, estimate, locale)),
    );
    texts.extend(
        dataset
            .events
            .iter()
            .flat_map(|event| report(event, locale)),
    );
    texts
}

/// Who gives an estimate, what it is, and its evidence.
fn row(dataset: &Dataset, estimate: &Estimate, locale: Locale) -> Vec<String> {
    let source = &dataset.sources[estimate.source.0];
    let who = &estimate.passed_on_by;
    let mut texts = vec![source.name.clone(), locale.ends(&estimate.figure)];
    texts.extend(who.as_ref().map(|who| locale.words().passed_on_by(who)));
    texts.extend(estimate.date.as_ref().map(|date| locale.dated(date)));
    texts.extend(
        [&source.kind, &estimate.note]
            .into_iter()
            .flatten()
            .cloned(),
    );
    texts
}

/// An event with its date and who reports it.
fn report(event: &Event, locale: Locale) -> Vec<String> {
    let undated = || locale.words().undated().to_owned();
    let when = event
        .date
        .as_ref()
        .map_or_else(undated, |date| locale.dated(date));
    let mut texts = vec![[&*when, &event.label].concat()];
    texts.extend(event.source.clone());
    texts
}

fn names_hidden(page: &mut Page) -> Result<()> {
    for locale in with_article() {
        let language = locale.tag();
        let (article, _) = article_with_addresses(language)?;
        if !open(page, &article)? {
            return Ok(());
        }
        let dataset = dataset(language)?;
        let names = [0, 2].map(|place| {
            let source = &dataset.sources[place];
            source.short_name.as_ref().unwrap_or(&source.name).clone()
        });
        for name in &names {
            choose(page, name)?;
        }
        let paper = page.print(Sheet::A4, &format!("paper-hidden-{language}"))?;
        let sentence = [locale.words().not_shown(), &names.concat()].concat();
        let printed = letters(&paper.text);
        ensure!(
            printed.contains(&letters(&sentence)),
            "{sentence:?} is not in {}",
            paper.text
        );
        for estimate in &dataset.estimates {
            let note = estimate.note.as_ref().context("no remark")?;
            let hidden = [0, 2].contains(&estimate.source.0);
            ensure!(
                printed.contains(&letters(note)) != hidden,
                "{language}: {note:?}"
            );
        }
    }
    Ok(())
}
