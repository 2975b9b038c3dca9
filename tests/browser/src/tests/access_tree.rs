//! Everyone can use it: what the accessibility tree says of the page, the figure, the controls and the table.

use std::{env, fs, path::Path};

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Element, Page, Test};

use super::right_to_left::ARABIC;
use super::steps::{articles, nth, open_alive, open_details, summary};
use super::stories::{STORIES, Story};

/// Set to anything, it writes the transcripts anew instead of comparing them.
const RENEW: &str = "RENEW_TRANSCRIPTS";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_tree::a_page_has_a_title_and_the_language_of_the_dataset",
            a_page_has_a_title_and_a_language,
        ),
        Test::new(
            "access_tree::one_figure_is_labelled_by_its_title_and_described_by_takeaway_and_date",
            one_figure_is_labelled_and_described,
        ),
        Test::new(
            "access_tree::controls_are_native_and_named_by_their_visible_labels",
            controls_are_native,
        ),
        Test::new(
            "access_tree::every_button_link_and_figure_has_its_words_in_its_name",
            names_contain_labels,
        ),
        Test::new(
            "access_tree::the_chart_reads_as_a_table_at_every_width",
            reads_as_a_table,
        ),
        Test::new(
            "access_tree::without_scripts_the_chart_reads_as_a_table_at_every_width",
            reads_as_a_table,
        )
        .without_scripts(),
        Test::new(
            "access_tree::a_row_is_named_by_its_source_with_pauses",
            a_row_is_named_with_pauses,
        ),
        Test::new(
            "access_tree::details_are_named_by_the_figure",
            details_are_named_by_the_figure,
        ),
        Test::new(
            "access_tree::the_first_view_reads_as_the_transcript",
            reads_as_the_transcript,
        ),
        Test::new(
            "access_tree::a_heading_has_a_pause_before_its_note",
            a_heading_has_a_pause,
        ),
    ]
}

/// Opens an article, and waits until it is alive if its scripts run.
fn open(page: &mut Page, story: &Story) -> Result<()> {
    if page.settings().scripts {
        open_alive(page, story.path)
    } else {
        page.open(story.path)
    }
}

/// Looks at both articles.
pub(crate) fn in_both_languages(
    page: &mut Page,
    look: fn(&Page, &Story) -> Result<()>,
) -> Result<()> {
    page.set_viewport(1024, 2400)?;
    for story in STORIES {
        open(page, &story)?;
        look(page, &story).with_context(|| format!("on {}", story.path))?;
    }
    Ok(())
}

/// The document speaks the language of the dataset in it.
pub(crate) fn expect_language(page: &Page, story: &Story) -> Result<()> {
    for element in ["html", "figure"] {
        let language = page.element(element)?.attribute("lang")?;
        ensure!(
            language.as_deref() == Some(story.language),
            "{element}: {language:?}"
        );
    }
    Ok(())
}

fn a_page_has_a_title_and_a_language(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        let title = page.run("return document.title", Vec::new())?;
        let headline = page.element("h1")?.text()?;
        ensure!(
            title == headline && !headline.is_empty(),
            "{title} over {headline:?}"
        );
        expect_language(page, story)
    })
}

fn one_figure_is_labelled_and_described(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        let figures = page.elements("figure, [role=figure]")?;
        ensure!(figures.len() == 1, "{} figures", figures.len());
        let figure = &figures[0];
        ensure!(figure.role()? == "figure" && figure.name()? == story.title);
        let title = page.element("figure h2")?;
        ensure!(title.is_displayed()? && title.text()? == story.title);
        let ids = figure.attribute("aria-describedby")?.unwrap_or_default();
        let mut described = Vec::new();
        for id in ids.split_whitespace() {
            let part = page.element(&format!("#{id}"))?;
            ensure!(part.is_displayed()?, "{id} is not in sight");
            described.push(part.text()?);
        }
        ensure!(
            described == [story.takeaway, story.as_of],
            "described by {described:?}"
        );
        Ok(())
    })
}

/// The words of an element that is in sight.
fn seen(element: &Element<'_>) -> Result<String> {
    ensure!(element.is_displayed()?);
    let words = element.script("return arguments[0].textContent")?;
    serde_json::from_value(words).context("no words")
}

fn controls_are_native(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        for fieldset in page.elements(".te-controls > :not(.te-order, .te-zoom)")? {
            let legend =
                fieldset.script("return arguments[0].querySelector('legend').textContent")?;
            ensure!(fieldset.script("return arguments[0].localName")? == "fieldset");
            ensure!(
                fieldset.role()? == "group" && legend == fieldset.name()?,
                "{legend}"
            );
        }
        let controls = page.elements(".te-controls :is(input, select, button)")?;
        let others = page.elements(".te-controls :is([role], [tabindex], a, [contenteditable])")?;
        ensure!(
            others.is_empty(),
            "{} controls are not native",
            others.len()
        );
        let mut labels = 0;
        for control in &controls {
            let kind = control.script("return arguments[0].type")?;
            let role = control.role()?;
            let name = control.name()?;
            if kind == "button" {
                let words = seen(control)?;
                ensure!(
                    role == "button" && !words.is_empty() && name.contains(&words),
                    "{name:?} is {words:?}"
                );
            } else {
                let kind = kind.as_str().unwrap_or_default();
                let roles = [
                    ("radio", "radio"),
                    ("checkbox", "checkbox"),
                    ("select-one", "combobox"),
                    // So WebKit calls a button that opens a list of choices.
                    ("select-one", "button"),
                ];
                ensure!(roles.contains(&(kind, &role)), "{kind} is a {role}");
                let label = nth(page, ".te-controls label", labels)?;
                ensure!(
                    name == seen(&label)?,
                    "{name:?} is labelled {:?}",
                    seen(&label)?
                );
                labels += 1;
            }
        }
        // Categories and all of them, two scales, order and zoom, and sources.
        ensure!(labels == story.categories().len() + 1 + 2 + 2 + story.toggles().len());
        Ok(())
    })
}

/// Whoever speaks to a browser says what is to be seen.
fn names_contain_labels(page: &mut Page) -> Result<()> {
    for [_, path] in articles(page)? {
        open_alive(page, &path)?;
        summary(page, 0)?.click()?;
        page.wait_until(
            "its details are open",
            |page| Ok(open_details(page)? == [0]),
        )?;
        let mut found = 0;
        for element in page.elements(".te-figure :is(button, a, summary)")? {
            let is_seen = "return arguments[0].checkVisibility({ visibilityProperty: true })";
            if element.script(is_seen)? == true {
                // The summary's picture is of its words.
                let words = element.script(
                    "return (arguments[0].querySelector('.te-spoken') ?? arguments[0]).textContent.trim()",
                )?;
                let words = words.as_str().unwrap_or_default();
                let name = element.name()?;
                ensure!(
                    !words.is_empty() && name.contains(words),
                    "{name:?} is {words:?} on {path}"
                );
                found += 1;
            }
        }
        ensure!(
            found > 20,
            "only {found} buttons, links and figures on {path}"
        );
    }
    Ok(())
}

fn reads_as_a_table(page: &mut Page) -> Result<()> {
    for width in [280, 700] {
        page.set_viewport(width, 3000)?;
        for story in STORIES {
            open(page, &story)?;
            expect_table(page, &story).with_context(|| format!("{} at {width} px", story.path))?;
        }
    }
    Ok(())
}

fn expect_table(page: &Page, story: &Story) -> Result<()> {
    let table = page.element(".te-table")?;
    let caption = table.script("return arguments[0].caption.textContent")?;
    ensure!(
        table.role()? == "table" && caption == table.name()?,
        "{caption}"
    );
    let heads = page.elements(".te-table thead th")?;
    ensure!(heads.len() == 2);
    for head in heads {
        ensure!(
            head.role()? == "columnheader" && head.attribute("scope")?.as_deref() == Some("col")
        );
    }
    for group in page.elements(".te-table :is(thead, tbody)")? {
        ensure!(group.role()? == "rowgroup");
    }
    let groups = page.elements(".te-heading th")?;
    ensure!(groups.len() == story.categories().len());
    for group in groups {
        ensure!(
            group.role()? == "rowheader"
                && group.attribute("scope")?.as_deref() == Some("rowgroup")
        );
    }
    expect_roles_of_all_rows(page)?;
    let rows = page.elements(".te-row")?;
    ensure!(rows.len() == story.facts.len(), "{} rows", rows.len());
    for (place, fact) in story.facts.iter().enumerate() {
        let row = &rows[place];
        let cells = row.script("return arguments[0].children.length")?;
        ensure!(row.role()? == "row" && cells == 2);
        let header = nth(page, ".te-row > th", place)?;
        ensure!(
            header.role()? == "rowheader" && header.attribute("scope")?.as_deref() == Some("row")
        );
        let cell = nth(page, ".te-row > td", place)?;
        ensure!(cell.role()? == "cell", "{} is in no cell", fact.figure);
        let figure = nth(page, ".te-row summary > :first-child", place)?;
        ensure!(figure.script("return arguments[0].textContent")? == fact.figure);
    }
    Ok(())
}

/// Headings, references, estimates and agreements: each is a row, and all that stands in it a cell or a header.
fn expect_roles_of_all_rows(page: &Page) -> Result<()> {
    for (kind, cells) in [
        (".te-heading", "rowheader"),
        (".te-references", "cell"),
        (".te-row", "rowheader cell"),
        (".te-agreement", "cell"),
    ] {
        let rows = page.elements(&format!(".te-table > tbody > {kind}"))?;
        ensure!(!rows.is_empty(), "there is no {kind}");
        for row in rows {
            ensure!(row.role()? == "row", "{kind} is a {}", row.role()?);
        }
        let children = page.elements(&format!(".te-table > tbody > {kind} > *"))?;
        for (place, cell) in children.iter().enumerate() {
            let expected = cells.split(' ').cycle().nth(place);
            let role = cell.role()?;
            ensure!(Some(role.as_str()) == expected, "a {role} stands in {kind}");
        }
    }
    let others = page.elements(
        ".te-table > :not(caption, thead, tbody), .te-table tr:not(thead *, .te-heading, .te-references, .te-row, .te-agreement)",
    )?;
    ensure!(others.is_empty(), "{} other parts", others.len());
    Ok(())
}

fn a_row_is_named_with_pauses(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        for (place, fact) in story.facts.iter().enumerate() {
            let header = nth(page, ".te-row > th", place)?;
            let name = match page.differs(Difference::RowHeadersHaveNoNames) {
                true => header.script("return arguments[0].textContent")?,
                false => header.name()?.into(),
            };
            let name = name.as_str().unwrap_or_default();
            let rest = name.strip_prefix(fact.source);
            let rest = rest.with_context(|| format!("{name:?} is not {}", fact.source))?;
            let passed_on = fact
                .passed_on
                .map(|who| format!(", {} {who}", story.passed_on_by));
            let ends_well = passed_on
                .as_ref()
                .is_none_or(|passed_on| rest.ends_with(passed_on));
            ensure!(ends_well, "{name:?} has no pause before {passed_on:?}");
            ensure!(
                rest.is_empty() || rest.starts_with(", "),
                "{name:?} runs together"
            );
        }
        Ok(())
    })
}

fn a_heading_has_a_pause(page: &mut Page) -> Result<()> {
    page.set_viewport(1024, 2400)?;
    open_alive(page, "/?te=zoom")?;
    let headings = page.run(
        "return [...document.querySelectorAll('.te-category')].map((heading) => heading.textContent)",
        Vec::new(),
    )?;
    let headings: Vec<String> = serde_json::from_value(headings)?;
    for (start, rest) in [
        ("Soldiers already sent", "0"),
        (
            "Russian soldiers massed near Pokrovsk, These are not North Korean soldiers.",
            "The axis does not begin at zero.",
        ),
    ] {
        let reads_so = |heading: &String| {
            heading
                .strip_prefix(start)
                .is_some_and(|heading| heading.starts_with(rest))
        };
        ensure!(
            headings.iter().any(reads_so),
            "{start:?} not in {headings:?}"
        );
    }
    Ok(())
}

fn details_are_named_by_the_figure(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        for (place, fact) in story.facts.iter().enumerate() {
            let name = nth(page, ".te-row summary", place)?.name()?;
            ensure!(name == fact.figure, "{name:?} instead of {:?}", fact.figure);
        }
        Ok(())
    })
}

fn reads_as_the_transcript(page: &mut Page) -> Result<()> {
    if page.differs(Difference::NoAccessibilityTree) {
        return Ok(());
    }
    page.set_viewport(1024, 2400)?;
    let stories = STORIES.map(|story| (story.language, story.path));
    for (language, path) in stories.into_iter().chain([("ar", ARABIC)]) {
        open_alive(page, path)?;
        let transcript = page.transcript("figure")? + &page.transcript("region")?;
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/transcripts"));
        let file = folder.join(format!("{language}.txt"));
        if env::var_os(RENEW).is_some() {
            fs::write(&file, &transcript)?;
        }
        let expected = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
        let differing = expected
            .lines()
            .zip(transcript.lines())
            .find(|(one, other)| one != other);
        ensure!(
            transcript == expected,
            "{} reads otherwise (set {RENEW} to renew it), first {differing:?}:\n{transcript}",
            file.display()
        );
    }
    Ok(())
}
