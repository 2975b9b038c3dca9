//! Read before any script runs: the built pages in a browser whose reader has switched scripts off.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Key, Page, Pixels, Test};

use super::steps::{
    choose, control, expect_complete, expect_rows, expect_words, nth, open_details, summary, tab_to,
};
use super::stories::{ENGLISH, STORIES, Story};

pub(crate) fn tests() -> Vec<Test> {
    [
        Test::new(
            "without_scripts::the_page_holds_title_takeaway_date_and_credit",
            holds_title_takeaway_date_and_credit,
        ),
        Test::new(
            "without_scripts::all_nine_figures_stand_in_a_table_beside_who_says_so",
            all_nine_figures_stand_in_a_table,
        ),
        Test::new(
            "without_scripts::each_kind_of_figure_has_a_shape_of_its_own",
            each_kind_of_figure_has_a_shape_of_its_own,
        ),
        Test::new(
            "without_scripts::gridlines_with_labelled_ticks_are_in_sight",
            gridlines_with_labelled_ticks_are_in_sight,
        ),
        Test::new(
            "without_scripts::each_source_toggle_takes_its_rows_and_brings_them_back",
            each_source_toggle_takes_its_rows,
        ),
        Test::new(
            "without_scripts::one_category_can_be_chosen_and_all_again",
            one_category_can_be_chosen_and_all_again,
        ),
        Test::new(
            "without_scripts::the_details_of_every_figure_open_by_click",
            details_open_by_click,
        ),
        Test::new(
            "without_scripts::the_details_of_every_figure_open_by_key",
            details_open_by_key,
        ),
        Test::new(
            "without_scripts::what_needs_scripts_is_not_shown",
            what_needs_scripts_is_not_shown,
        ),
        Test::new(
            "without_scripts::it_asks_for_the_page_style_and_icon_only",
            asks_for_the_page_style_and_icon_only,
        ),
    ]
    .map(Test::without_scripts)
    .to_vec()
}

/// Higher than the article.
const WHOLE_PAGE: u32 = 2400;

/// Looks at the English and at the German article.
fn in_both_languages(page: &mut Page, look: fn(&Page, &Story) -> Result<()>) -> Result<()> {
    page.set_viewport(1024, WHOLE_PAGE)?;
    for story in STORIES {
        page.open(story.path)?;
        look(page, &story).with_context(|| format!("on {}", story.path))?;
    }
    Ok(())
}

fn holds_title_takeaway_date_and_credit(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        expect_complete(page, story)?;
        let figure = page.element("figure")?;
        ensure!(figure.role()? == "figure" && figure.name()? == story.title);
        let title = page.element("figure h2")?;
        ensure!(title.role()? == "heading" && title.text()? == story.title);
        Ok(())
    })
}

fn all_nine_figures_stand_in_a_table(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        ensure!(page.element(".te-table")?.role()? == "table");
        for (place, fact) in story.facts.iter().enumerate() {
            let row = nth(page, ".te-row", place)?;
            ensure!(row.role()? == "row", "{} is in no row", fact.figure);
            let header = nth(page, ".te-row > :first-child", place)?;
            ensure!(
                header.role()? == "rowheader",
                "{} has no header",
                fact.figure
            );
            let who = header.text()?;
            ensure!(
                who.starts_with(fact.source),
                "{who:?} is not {}",
                fact.source
            );
            let passed_on = fact
                .passed_on
                .map(|name| format!("{} {name}", story.passed_on_by));
            ensure!(
                passed_on.is_none_or(|words| who.ends_with(&words)),
                "{who:?} does not tell that it was {:?} who passed it on",
                fact.passed_on
            );
            let cell = nth(page, ".te-row > :last-child", place)?;
            ensure!(cell.role()? == "cell", "{} is in no cell", fact.figure);
            let drawn = nth(page, ".te-row summary text", place)?;
            ensure!(drawn.text()? == fact.figure && drawn.is_displayed()?);
        }
        Ok(())
    })
}

/// What a person sees of a figure's drawing.
#[derive(Debug, PartialEq, Eq)]
enum Shape {
    Nothing,
    FilledDot,
    HollowDot,
    /// As high at its left end as anywhere.
    Bar,
    /// Pointed at its left end.
    ArrowToTheLeft,
}

/// The largest dot, from edge to edge.
const LARGEST_DOT: usize = 16;

fn each_kind_of_figure_has_a_shape_of_its_own(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        let expected = [
            Shape::Bar,
            Shape::Bar,
            Shape::Nothing,
            Shape::ArrowToTheLeft,
            Shape::HollowDot,
            Shape::HollowDot,
            Shape::FilledDot,
            Shape::FilledDot,
            Shape::FilledDot,
        ];
        for (place, expected) in expected.iter().enumerate() {
            let strip = nth(page, ".te-row", place)?;
            let shape = shape(&strip.pixels()?);
            let figure = story.facts[place].figure;
            ensure!(shape == *expected, "{figure} is drawn as {shape:?}");
        }
        Ok(())
    })
}

/// Marks are the one thing in a row that is blue; words and gridlines are grey.
fn is_mark([red, _, blue]: [u8; 3]) -> bool {
    blue.saturating_sub(red) >= 60
}

fn shape(picture: &Pixels) -> Shape {
    let marked = |x, y| picture.at(x, y).is_some_and(is_mark);
    let columns: Vec<(usize, Vec<usize>)> = (0..picture.width())
        .map(|x| {
            (
                x,
                (0..picture.height())
                    .filter(|&y| marked(x, y))
                    .collect::<Vec<_>>(),
            )
        })
        .filter(|(_, column)| !column.is_empty())
        .collect();
    let (Some((left, first)), Some((right, _))) = (columns.first(), columns.last()) else {
        return Shape::Nothing;
    };
    let tallest = columns.iter().map(|(_, column)| column.len()).max();
    if right - left < LARGEST_DOT {
        let middle = (first[0] + first[first.len() - 1]) / 2;
        return if marked((left + right) / 2, middle) {
            Shape::FilledDot
        } else {
            Shape::HollowDot
        };
    }
    if Some(first.len()) == tallest {
        Shape::Bar
    } else {
        Shape::ArrowToTheLeft
    }
}

fn gridlines_with_labelled_ticks_are_in_sight(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        let labels = page.elements(".te-group:first-of-type .te-tick")?;
        let lines = page.elements(".te-group:first-of-type .te-gridline")?;
        ensure!(labels.len() == story.ticks.len() && lines.len() == labels.len());
        let row = page.element(".te-row")?;
        let pixels = row.pixels()?;
        let [row_left, row_top, _, row_height] = row.bounds()?;
        for ((label, line), expected) in labels.iter().zip(&lines).zip(story.ticks) {
            ensure!(label.text()? == expected && label.is_displayed()?);
            let [left, top, width, _] = label.bounds()?;
            let [x, line_top, _, height] = line.bounds()?;
            ensure!(
                (left - 1.0..=left + width + 1.0).contains(&x),
                "the label {expected} stands from {left} on for {width} px, its line at {x}"
            );
            ensure!(top < line_top + height && line_top <= row_top);
            ensure!(
                line_top + height >= row_top + row_height,
                "the line {expected} is short"
            );
            ensure!(
                is_drawn(&pixels, x - row_left),
                "the line {expected} is not seen"
            );
        }
        Ok(())
    })
}

/// Whether a line stands out at `x` in the free space at the top of a row.
fn is_drawn(row: &Pixels, x: f64) -> bool {
    // Lines lie between pixels at some widths, so that two columns are tinted.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a pixel's place"
    )]
    let x = x.round() as usize;
    let at = |x: usize| row.at(x, 3);
    let beside = [x.checked_sub(5).and_then(at), at(x + 5)];
    [x.saturating_sub(1), x, x + 1]
        .into_iter()
        .filter_map(at)
        .any(|colour| beside.iter().all(|other| *other != Some(colour)))
}

fn each_source_toggle_takes_its_rows(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        for toggle in story.toggles() {
            let checkbox = control(page, toggle)?;
            ensure!(checkbox.role()? == "checkbox" && checkbox.name()? == toggle);
            ensure!(checkbox.is_checked()?);
            choose(page, toggle)?;
            expect_rows(page, &story.rows(|fact| fact.toggle != toggle))?;
            choose(page, toggle)?;
            expect_rows(page, &story.rows(|_| true))?;
        }
        Ok(())
    })
}

fn one_category_can_be_chosen_and_all_again(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        for category in story.categories() {
            let radio = control(page, category)?;
            ensure!(radio.role()? == "radio" && radio.name()? == category);
            choose(page, category)?;
            expect_rows(page, &story.rows(|fact| fact.category == category))?;
            let ticks = page.elements(".te-table .te-tick")?;
            let shown = ticks
                .iter()
                .map(Element::is_displayed)
                .collect::<Result<Vec<_>>>()?;
            ensure!(shown.contains(&true), "{category} alone has no axis");
        }
        choose(page, story.everything)?;
        expect_rows(page, &story.rows(|_| true))
    })
}

fn details_open_by_click(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        for place in 0..story.facts.len() {
            ensure!(open_details(page)?.is_empty());
            summary(page, place)?.click()?;
            expect_details(page, story, place)?;
            summary(page, place)?.click()?;
        }
        ensure!(open_details(page)?.is_empty());
        Ok(())
    })
}

fn details_open_by_key(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    for place in 0..ENGLISH.facts.len() {
        tab_to(page, &summary(page, place)?)?;
        page.press(if place % 2 == 0 {
            Key::Enter
        } else {
            Key::Space
        })?;
        expect_details(page, &ENGLISH, place)?;
        page.press(Key::Enter)?;
        ensure!(open_details(page)?.is_empty(), "Enter does not close them");
    }
    Ok(())
}

/// The details of this figure alone are open, and tell everything about it.
fn expect_details(page: &Page, story: &Story, place: usize) -> Result<()> {
    let fact = &story.facts[place];
    page.wait_until("the details are open", |page| {
        Ok(open_details(page)? == [place])
    })?;
    let figure = format!("{} ({})", fact.figure, fact.kind);
    for expected in [&*figure, fact.source, fact.date, fact.remark] {
        expect_words(page, ".te-row details[open] dl", expected)?;
    }
    if let Some(passed_on) = fact.passed_on {
        expect_words(page, ".te-row details[open] dl", passed_on)?;
    }
    Ok(())
}

fn what_needs_scripts_is_not_shown(page: &mut Page) -> Result<()> {
    in_both_languages(page, |page, story| {
        let text = page.element(".te-controls")?.text()?;
        let words: Vec<&str> = text.split_whitespace().collect();
        for word in story.scripted {
            ensure!(!words.contains(word), "{word:?} is promised in {text:?}");
        }
        for button in page.elements("figure button")? {
            ensure!(
                !button.is_displayed()?,
                "a button that does nothing is in sight"
            );
        }
        Ok(())
    })
}

fn asks_for_the_page_style_and_icon_only(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    choose(page, "HUR")?;
    summary(page, 1)?.click()?;
    // Some engines fetch the loader ahead, and do not run it.
    let expected = ["/", "/favicon.ico", "/favicon.svg", "/loader.js"];
    for request in page.server().requests() {
        let path = request.path.as_str();
        ensure!(
            expected.contains(&path) || path.ends_with(".css"),
            "it asks for {path}"
        );
    }
    Ok(())
}
