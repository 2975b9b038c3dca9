//! On paper: the whole chart in greys, with who, when and where to read it, on A4 and Letter.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Page, Paper, Pixels, Sheet, Test};
use icu_normalizer::ComposingNormalizerBorrowed;
use serde_json::{Value, json};

use super::exploring::open_whole;
use super::many_rows::dataset;
use super::places::put_dataset;
use super::right_to_left::ARABIC;
use super::sites::{Site, article_with_addresses};
use super::steps::{choose, summary, wait_until_alive};
use super::stories::{ENGLISH, GERMAN, STORIES, Story};

pub(super) const SHEETS: [(Sheet, &str); 2] = [(Sheet::A4, "a4"), (Sheet::Letter, "letter")];

/// The margin that browsers are told to leave, in CSS px: 1 cm, but for the soft edges of what begins there.
const MARGIN: usize = 36;

/// How far the article itself stays from the margin, in CSS px.
const INSET: usize = 8;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("paper::everything_is_in_the_text", everything_is_there),
        Test::new(
            "paper::everything_is_in_the_text_without_scripts",
            everything_is_there,
        )
        .without_scripts(),
        Test::new("paper::it_is_grey_and_keeps_its_margins", is_grey),
        Test::new("paper::it_is_grey_and_light_in_dark_mode", is_grey).dark(),
        Test::new("paper::hidden_sources_are_named_as_hidden", names_hidden),
        Test::new(
            "paper::hidden_sources_are_named_as_hidden_without_scripts",
            names_hidden,
        )
        .without_scripts(),
        Test::new(
            "paper::hidden_sources_are_listed_with_the_comma_of_their_language",
            lists_hidden_in_arabic,
        ),
        Test::new(
            "paper::of_many_rows_it_says_how_many_there_are",
            counts_rows,
        ),
        Test::new(
            "paper::of_many_rows_it_says_how_many_there_are_without_scripts",
            counts_rows,
        )
        .without_scripts(),
        Test::new("paper::there_are_no_controls", has_no_controls),
        Test::new("paper::a_tip_is_not_printed", prints_no_tip),
        Test::new("paper::rows_stay_whole_on_their_sheets", rows_stay_whole),
    ]
}

/// Opens a page made by the test, alive where scripts run; whether its engine can print.
pub(super) fn open(page: &mut Page, html: &str) -> Result<bool> {
    if page.differs(Difference::NoPrinting) {
        return Ok(false);
    }
    page.put("/paper", html);
    page.set_viewport(1024, 2400)?;
    page.open("/paper")?;
    if page.settings().scripts {
        wait_until_alive(page)?;
    }
    Ok(true)
}

/// A text without blanks, hyphens and marks of direction: where lines break depends on the sheet, a hyphen at
/// the end of one is taken for a hyphenation, and the marks are the PDF reader's own. Firefox writes joined letters
/// as the ligatures and forms that Unicode has for them.
pub(super) fn solid(text: &str) -> String {
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let text: String = text.split_whitespace().collect();
    text.replace(['-', '\u{202a}', '\u{202b}', '\u{202c}'], "")
}

fn expect_printed(paper: &Paper, expected: &str) -> Result<()> {
    let there = solid(&paper.text).contains(&solid(expected));
    ensure!(there, "{expected:?} is not in {}", paper.text);
    Ok(())
}

fn expect_unprinted(paper: &Paper, unexpected: &str) -> Result<()> {
    let there = solid(&paper.text).contains(&solid(unexpected));
    ensure!(!there, "{unexpected:?} is in {}", paper.text);
    Ok(())
}

fn everything_is_there(page: &mut Page) -> Result<()> {
    for story in STORIES {
        let (article, addresses) = article_with_addresses(story.language)?;
        if !open(page, &article)? {
            return Ok(());
        }
        for (sheet, name) in SHEETS {
            let paper = page.print(sheet, &format!("paper-{}-{name}", story.language))?;
            expect_story(&paper, &story)?;
            for address in &addresses {
                expect_printed(&paper, address)?;
            }
        }
    }
    Ok(())
}

fn expect_story(paper: &Paper, story: &Story) -> Result<()> {
    for expected in [
        story.title,
        story.takeaway,
        story.as_of,
        story.credit,
        story.agreement,
        story.gap,
    ] {
        expect_printed(paper, expected)?;
    }
    for fact in &story.facts {
        for expected in [fact.source, fact.figure, fact.date, fact.remark] {
            expect_printed(paper, expected)?;
        }
        if let Some(who) = fact.passed_on {
            expect_printed(paper, &format!("{} {who}", story.passed_on_by))?;
        }
    }
    Ok(())
}

fn is_grey(page: &mut Page) -> Result<()> {
    let (article, _) = article_with_addresses(ENGLISH.language)?;
    if !open(page, &article)? {
        return Ok(());
    }
    for (sheet, name) in SHEETS {
        let scheme = page.settings().scheme;
        let paper = page.print(sheet, &format!("paper-{scheme:?}-{name}"))?;
        for (place, sheet) in paper.sheets.iter().enumerate() {
            expect_grey(sheet).with_context(|| format!("on sheet {} of {name}", place + 1))?;
        }
    }
    Ok(())
}

/// No pixel has a colour, most of the sheet is white, and the margins are free.
pub(super) fn expect_grey(sheet: &Pixels) -> Result<()> {
    let (width, height) = (sheet.width(), sheet.height());
    let mut inked = 0;
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        let colour = sheet.at(x, y).context("outside")?;
        let (least, most) = (colour.iter().min(), colour.iter().max());
        let spread = most.zip(least).map_or(0, |(most, least)| most - least);
        ensure!(spread <= 2, "{colour:?} at {x}, {y} is no grey");
        if colour.iter().any(|part| *part < 250) {
            inked += 1;
            let beside = x.min(width - 1 - x);
            ensure!(beside >= MARGIN + INSET, "ink in the margin at {x}, {y}");
            ensure!(
                y.min(height - 1 - y) >= MARGIN,
                "ink in the margin at {x}, {y}"
            );
        }
    }
    ensure!(inked > 0, "the sheet is blank");
    ensure!(inked * 5 < width * height, "{inked} px are inked");
    Ok(())
}

fn names_hidden(page: &mut Page) -> Result<()> {
    for (story, words) in [(ENGLISH, "Not shown:"), (GERMAN, "Nicht gezeigt:")] {
        let (article, _) = article_with_addresses(story.language)?;
        if !open(page, &article)? {
            return Ok(());
        }
        expect_unprinted(&page.print(Sheet::A4, "paper-all")?, words)?;
        choose(page, "NIS")?;
        expect_hidden(page, &story, words, &[2])?;
        choose(page, "HUR")?;
        expect_hidden(page, &story, words, &[0, 2])?;
    }
    Ok(())
}

/// Just these sources are named as hidden, and their figures are not there.
fn expect_hidden(page: &Page, story: &Story, words: &str, hidden: &[usize]) -> Result<()> {
    let paper = page.print(Sheet::A4, &format!("paper-hidden-{}", story.language))?;
    let names: Vec<&str> = hidden
        .iter()
        .map(|&place| story.facts[place].toggle)
        .collect();
    let sentence = format!("{words} {}", names.join(", "));
    expect_printed(&paper, &sentence)?;
    expect_unprinted(&paper, &format!("{sentence},"))?;
    for (place, fact) in story.facts.iter().enumerate() {
        if hidden.contains(&place) {
            expect_unprinted(&paper, fact.remark)?;
        } else {
            expect_printed(&paper, fact.remark)?;
        }
    }
    Ok(())
}

fn lists_hidden_in_arabic(page: &mut Page) -> Result<()> {
    if page.differs(Difference::NoPrinting) {
        return Ok(());
    }
    open_whole(page, &format!("{ARABIC}?te=without:town.shoigu"))?;
    let names = page.run(
        "return [...document.querySelectorAll('.te-chip:has([data-source]:not(:checked)) bdi')].map((name) => name.textContent)",
        Vec::new(),
    )?;
    let names: Vec<String> = serde_json::from_value(names)?;
    ensure!(names.len() == 2, "{names:?}");
    let paper = page.print(Sheet::A4, "paper-hidden-ar")?;
    expect_printed(&paper, &names.join("، "))
}

fn counts_rows(page: &mut Page) -> Result<()> {
    if page.differs(Difference::NoPrinting) {
        return Ok(());
    }
    put_dataset(page, "/many.html", &dataset(120))?;
    page.open("/many.html")?;
    let mut count = "The first 50 of 120 estimates are on this page.";
    if page.settings().scripts {
        wait_until_alive(page)?;
        count = "50 of 120 shown.";
    }
    let paper = page.print(Sheet::A4, "paper-first-rows")?;
    expect_printed(&paper, count)?;
    expect_unprinted(&paper, "Show 50 more")
}

fn has_no_controls(page: &mut Page) -> Result<()> {
    let (article, _) = article_with_addresses(ENGLISH.language)?;
    if !open(page, &article)? {
        return Ok(());
    }
    choose(page, "Logarithmic")?;
    let paper = page.print(Sheet::A4, "paper-log")?;
    let words: Vec<&str> = paper.text.split_whitespace().collect();
    for word in [
        "Scale", "Linear", "only", "All", "None", "Sources", "Deutsch", "Order",
    ] {
        // Sentences of the page may begin with one of them.
        let alone = paper.text.lines().any(|line| line.trim() == word);
        ensure!(!alone, "{word} stands alone in {words:?}");
    }
    for words in ["Construction workers Scale", "Zoom to", "Copy link"] {
        expect_unprinted(&paper, words)?;
    }
    expect_unprinted(&paper, "AllPlannedAt most")
}

fn prints_no_tip(page: &mut Page) -> Result<()> {
    let (article, _) = article_with_addresses(ENGLISH.language)?;
    if !open(page, &article)? {
        return Ok(());
    }
    let before = page.print(Sheet::A4, "paper-before-tip")?;
    summary(page, 1)?.hover()?;
    page.wait_until("the tip is in sight", |page| {
        Ok(!page.elements("[data-tip] > .te-provenance")?.is_empty())
    })?;
    let after = page.print(Sheet::A4, "paper-with-tip")?;
    ensure!(before.text == after.text, "the tip was printed");
    Ok(())
}

/// More rows than one sheet holds.
const MANY: usize = 40;

fn rows_stay_whole(page: &mut Page) -> Result<()> {
    let place = "<div class=troop-estimates data-dataset=many></div>";
    let html = Site::new()?.prerender(place, ("many", "en", &many_rows()))?;
    if !open(page, &html)? {
        return Ok(());
    }
    for (sheet, name) in SHEETS {
        let paper = page.print(sheet, &format!("paper-many-{name}"))?;
        let sheets: Vec<String> = paper.text.split('\u{c}').map(solid).collect();
        ensure!(sheets.len() > 2, "all rows stand on one sheet");
        for row in 0..MANY {
            expect_together(&sheets, &row_texts(row))?;
        }
        for category in 0..MANY / 4 {
            expect_together(
                &sheets,
                &[heading(category), row_texts(category * 4)[0].clone()],
            )?;
        }
    }
    Ok(())
}

/// All of the texts stand on one sheet.
pub(super) fn expect_together(sheets: &[String], texts: &[impl AsRef<str>]) -> Result<()> {
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    let together = sheets
        .iter()
        .any(|sheet| texts.iter().all(|text| sheet.contains(&solid(text))));
    ensure!(together, "{texts:?} do not stand on one sheet");
    Ok(())
}

fn heading(category: usize) -> String {
    format!("Category {category} of all")
}

/// Source, figure and address of a row.
fn row_texts(row: usize) -> [String; 3] {
    [
        format!("Institute {row} for counting"),
        format!("{},111", 10 + row),
        format!("https://papers.example/{row}/read"),
    ]
}

/// Ten categories of four estimates each.
fn many_rows() -> String {
    let each = |make: &dyn Fn(usize) -> Value, count| (0..count).map(make).collect::<Vec<_>>();
    json!({
        "format": 1,
        "language": "en",
        "title": "Many",
        "asOf": "2025",
        "unit": "soldiers",
        "sources": each(&|row| json!({ "id": format!("s{row}"), "name": row_texts(row)[0] }), MANY),
        "categories": each(&|place| json!({ "id": format!("c{place}"), "label": heading(place) }), MANY / 4),
        "estimates": each(&|row| json!({
            "source": format!("s{row}"),
            "category": format!("c{}", row / 4),
            "best": (10 + row) * 1000 + 111,
            "url": row_texts(row)[2],
        }), MANY),
    })
    .to_string()
}
