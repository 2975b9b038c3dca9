//! Take it along: the present view as a picture.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Pixels, Test};
use troop_estimates::chart::Poster;
use troop_estimates::dataset::SourceIndex;
use troop_estimates::locale::Locale;
use troop_estimates::view::{Action, ScaleKind, ViewState};

use super::exploring::{button, eventually, open_whole};
use super::many_rows;
use super::places::put_dataset;
use super::steps::{choose, rows_in_sight};
use super::stories::{ENGLISH, Story};
use super::taking_along::{PART, dataset, download, open};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "taking_along_pictures::the_present_view_as_svg",
            the_present_view_as_svg,
        ),
        Test::new(
            "taking_along_pictures::the_present_view_as_png_at_twice_the_size",
            the_present_view_as_png,
        ),
        Test::new(
            "taking_along_pictures::of_many_estimates_the_picture_has_the_rows_shown_and_says_how_many_there_are",
            the_picture_has_the_rows_shown,
        ),
    ]
}

fn the_present_view_as_svg(page: &mut Page) -> Result<()> {
    open(page, &ENGLISH)?;
    let saved = download(page, "SVG", "north-korea-en-2025.svg")?;
    let whole = String::from_utf8(saved)?;
    ensure!(whole == poster(&ENGLISH, &[])?.svg());
    for words in [
        ENGLISH.title,
        ENGLISH.as_of,
        ENGLISH.credit,
        "Number of soldiers",
    ] {
        ensure!(whole.contains(words), "{words} is not in {whole}");
    }
    choose(page, "Town")?;
    choose(page, "Logarithmic")?;
    let saved = download(page, "SVG", "north-korea-en-2025.svg")?;
    let actions = [
        Action::ShowSource(SourceIndex(1), false),
        Action::ChooseScale(ScaleKind::Log),
    ];
    let changed = String::from_utf8(saved)?;
    ensure!(changed == poster(&ENGLISH, &actions)?.svg());
    for words in ["Not shown: Jenny Town", "Logarithmic scale"] {
        ensure!(changed.contains(words), "{words} is not in {changed}");
    }
    ensure!(!changed.contains(">10,000 to 20,000<"));
    Ok(())
}

fn the_picture_has_the_rows_shown(page: &mut Page) -> Result<()> {
    for path in PART {
        page.expect_request(path);
    }
    put_dataset(page, "/many.html", &many_rows::dataset(120))?;
    open_whole(page, "/many.html")?;
    for (rows, more) in [
        (50, Some("Show 50 more")),
        (100, Some("Show 20 more")),
        (120, None),
    ] {
        eventually(page, "the rows are there", |page| {
            ensure!(rows_in_sight(page)?.len() == rows);
            Ok(())
        })?;
        let svg = String::from_utf8(download(page, "SVG", "own-en-2025.svg")?)?;
        let dots = svg.matches("class=\"te-dot\"").count();
        ensure!(dots == rows, "{dots} figures are drawn instead of {rows}");
        let count = format!(">{rows} of 120 shown.<");
        ensure!(svg.contains(&count), "{count} is not in {svg}");
        if let Some(more) = more {
            button(page, more)?.click()?;
        }
    }
    // All of both sources, then all that is shown of one of them.
    choose(page, "Odd")?;
    eventually(page, "the rows of one source are there", |page| {
        ensure!(rows_in_sight(page)?.len() == 60);
        Ok(())
    })?;
    let svg = String::from_utf8(download(page, "SVG", "own-en-2025.svg")?)?;
    ensure!(svg.matches("class=\"te-dot\"").count() == 60, "{svg}");
    Ok(())
}

fn the_present_view_as_png(page: &mut Page) -> Result<()> {
    open(page, &ENGLISH)?;
    choose(page, "NIS")?;
    let svg = download(page, "SVG", "north-korea-en-2025.svg")?;
    let svg = String::from_utf8(svg)?;
    let png = Pixels::decode(&download(page, "PNG", "north-korea-en-2025.png")?)?;
    let (width, height) = poster(&ENGLISH, &[Action::ShowSource(SourceIndex(2), false)])?.size();
    let size = (usize::try_from(width)? * 2, usize::try_from(height)? * 2);
    ensure!(
        (png.width(), png.height()) == size,
        "{} × {}",
        png.width(),
        png.height()
    );
    ensure!(png.at(2, 2) == Some([255; 3]), "the corner is not paper");
    let mut marks = 0;
    for line in svg.lines() {
        if let Some((middle, colour)) = filled(line)? {
            let found = png.at(middle.0, middle.1);
            ensure!(
                found == Some(colour),
                "{found:?} instead of {colour:?} for {line}"
            );
            marks += 1;
        }
    }
    ensure!(marks >= 12, "only {marks} shapes were compared");
    let title = (0..size.0).flat_map(|x| (50..110).map(move |y| (x, y)));
    let ink = title.filter(|&(x, y)| png.at(x, y).is_some_and(|[red, ..]| red < 60));
    let ink = ink.count();
    ensure!(ink > 2_000, "the title is set in {ink} pixels");
    Ok(())
}

/// The picture as the native side makes it.
fn poster(story: &Story, actions: &[Action]) -> Result<Poster> {
    let dataset = dataset(story)?;
    let first = ViewState::default();
    let actions = actions.iter();
    let view = actions.fold(first, |view, &action| view.reduce(action, &dataset));
    Ok(Poster::new(
        &dataset,
        0,
        &view,
        Locale::for_language(story.language),
    ))
}

/// A pixel and the colour it should have.
pub(super) type Sample = ((usize, usize), [u8; 3]);

/// Where the middle of a bar or dot lies in the picture at twice the size, and its colour there.
pub(super) fn filled(element: &str) -> Result<Option<Sample>> {
    let attribute = |name: &str| -> Result<&str> {
        let (_, rest) = element
            .split_once(&format!(" {name}=\""))
            .with_context(|| name.to_owned())?;
        Ok(rest.split('"').next().unwrap_or_default())
    };
    let number = |name: &str| -> Result<f64> { Ok(attribute(name)?.parse()?) };
    if ![
        "te-bar",
        "te-bar-end",
        "te-dot",
        "te-dot te-hollow",
        "te-rule",
    ]
    .iter()
    .any(|class| attribute("class").is_ok_and(|found| found == *class))
    {
        return Ok(None);
    }
    let (x, y) = if element.starts_with("<rect") {
        let middle =
            |from: &str, length: &str| -> Result<f64> { Ok(number(from)? + number(length)? / 2.0) };
        (middle("x", "width")?, middle("y", "height")?)
    } else {
        (number("cx")?, number("cy")?)
    };
    let fill = attribute("fill")?;
    let part = |from: usize| u8::from_str_radix(&fill[from..from + 2], 16);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in the picture"
    )]
    let place = ((x * 2.0) as usize, (y * 2.0) as usize);
    Ok(Some((place, [part(1)?, part(3)?, part(5)?])))
}
