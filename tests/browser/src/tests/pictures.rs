//! The saved picture in every language: what it says, and that it fits wherever it is opened.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Pixels, Test};
use serde_json::json;
use troop_estimates::chart::Poster;
use troop_estimates::dataset::{Dataset, read_json};
use troop_estimates::locale::Locale;
use troop_estimates::view::ViewState;

use super::exploring::open_whole;
use super::sites::{bundled, with_article};
use super::taking_along::{PART, download};
use super::taking_along_pictures::filled;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "pictures::title_sources_date_and_credit_stand_in_it_in_every_language",
            everything_stands_in_it,
        ),
        Test::new(
            "pictures::the_png_is_the_svg_at_twice_the_size_in_every_language",
            the_png_is_twice_the_svg,
        ),
        Test::new("pictures::the_arabic_one_is_mirrored", arabic_is_mirrored),
        Test::new(
            "pictures::its_texts_fit_in_narrow_and_wide_fonts",
            texts_fit,
        ),
    ]
}

/// Opens the article of a language and saves its picture.
fn save(page: &mut Page, language: &str, format: &str) -> Result<Vec<u8>> {
    for path in PART {
        page.expect_request(path);
    }
    let path = match language {
        "en" => "/".to_owned(),
        other => format!("/{other}.html"),
    };
    open_whole(page, &path)?;
    let name = format!("north-korea-{language}-2025.{}", format.to_lowercase());
    download(page, format, &name)
}

fn dataset(language: &str) -> Result<Dataset> {
    let reading = read_json(&bundled(language)?);
    reading.dataset.context("the dataset cannot be read")
}

/// The lines of text that are drawn.
fn drawn(svg: &str) -> String {
    let lines = svg.lines().filter(|line| line.starts_with("<text "));
    let words = lines.filter_map(|line| line.split_once('>')?.1.strip_suffix("</text>"));
    words.collect::<Vec<_>>().join(" ")
}

fn everything_stands_in_it(page: &mut Page) -> Result<()> {
    for locale in with_article() {
        let svg = String::from_utf8(save(page, locale.tag(), "SVG")?)?;
        let (drawn, dataset, words) = (drawn(&svg), dataset(locale.tag())?, locale.words());
        let mut texts = vec![
            dataset.title.clone(),
            words.as_of(&locale.dated(&dataset.as_of)),
            words.sources().to_owned(),
        ];
        texts.extend(
            [&dataset.takeaway, &dataset.credit]
                .into_iter()
                .flatten()
                .cloned(),
        );
        texts.extend(
            dataset
                .categories
                .iter()
                .map(|category| category.label.clone()),
        );
        for source in &dataset.sources {
            let rows = dataset.estimates.iter();
            let rows = rows
                .filter(|estimate| dataset.sources[estimate.source.0] == *source)
                .count();
            ensure!(
                drawn.matches(&source.name).count() > rows,
                "{} is not in {drawn}",
                source.name
            );
        }
        for estimate in &dataset.estimates {
            texts.push(locale.ends(&estimate.figure));
            texts.extend(
                estimate
                    .passed_on_by
                    .as_ref()
                    .map(|who| words.passed_on_by(who)),
            );
        }
        for text in texts {
            ensure!(drawn.contains(&text), "{text:?} is not in {drawn}");
        }
    }
    Ok(())
}

fn the_png_is_twice_the_svg(page: &mut Page) -> Result<()> {
    for locale in with_article() {
        let svg = picture(locale)?;
        let png = Pixels::decode(&save(page, locale.tag(), "PNG")?)?;
        let size = [attribute(&svg, "width")?, attribute(&svg, "height")?];
        let found = [png.width(), png.height()];
        ensure!(found == size.map(|px| px * 2), "{found:?} for {size:?}");
        for line in svg.lines() {
            if let Some(((x, y), colour)) = filled(line)? {
                ensure!(png.at(x, y) == Some(colour), "another colour for {line}");
            }
            if line.starts_with("<text ") {
                ensure!(ink(&png, line)? > 20, "nothing is written for {line}");
            }
        }
    }
    Ok(())
}

/// The picture at first view.
fn picture(locale: Locale) -> Result<String> {
    let dataset = dataset(locale.tag())?;
    Ok(Poster::new(&dataset, 0, &ViewState::default(), locale).svg())
}

fn attribute(element: &str, name: &str) -> Result<usize> {
    let (_, rest) = element
        .split_once(&format!(" {name}=\""))
        .with_context(|| name.to_owned())?;
    let number = rest.split(['"', '.']).next().unwrap_or_default();
    Ok(number.parse()?)
}

/// How many pixels are dark around the place where a text of the picture hangs.
fn ink(png: &Pixels, text: &str) -> Result<usize> {
    let [x, y, size] = ["x", "y", "font-size"].map(|name| attribute(text, name));
    let (x, y, size) = (x? * 2, y? * 2, size? * 2);
    let around = (y - size..y + size / 3)
        .flat_map(|y| (x.saturating_sub(size * 2)..x + size * 2).map(move |x| (x, y)));
    let dark = around.filter(|&(x, y)| {
        png.at(x, y)
            .is_some_and(|colour| colour.iter().all(|part| *part < 140))
    });
    Ok(dark.count())
}

fn arabic_is_mirrored(page: &mut Page) -> Result<()> {
    let arabic = String::from_utf8(save(page, "ar", "SVG")?)?;
    ensure!(arabic.contains(" direction=\"rtl\""));
    let english = picture(Locale::for_language("en"))?;
    let (ours, theirs) = (marks(&arabic)?, marks(&english)?);
    ensure!(ours.len() >= 12, "only {} marks", ours.len());
    ensure!(ours.len() == theirs.len());
    for (arabic, english) in ours.iter().zip(theirs) {
        let mirrored = 1600 - english;
        ensure!(
            arabic.abs_diff(mirrored) <= 2,
            "{arabic} instead of {mirrored}"
        );
    }
    Ok(())
}

/// Where the middles of the marks lie, in pixels from the left at twice the size.
fn marks(svg: &str) -> Result<Vec<usize>> {
    let marks = svg.lines().filter(|line| !line.contains("te-rule"));
    let marks = marks.filter_map(|line| filled(line).transpose());
    marks.map(|mark| Ok(mark?.0.0)).collect()
}

/// Opened elsewhere, the texts are set in whatever font is there.
fn texts_fit(page: &mut Page) -> Result<()> {
    for locale in with_article() {
        let svg = picture(locale)?;
        for (font, path) in [
            ("Liberation Sans", "/narrow.svg"),
            ("DejaVu Sans", "/wide.svg"),
        ] {
            let family = format!("font-family=\"'{font}', ");
            page.put(path, &svg.replacen("font-family=\"", &family, 1));
            page.open(path)?;
            let outside = page.run(
                "const [font] = arguments;
                 const picture = document.documentElement.getBoundingClientRect();
                 if (!getComputedStyle(document.querySelector('text')).fontFamily.includes(font)) return 'another font';
                 return [...document.querySelectorAll('text')].filter((text) => {
                     const { left, right } = text.getBoundingClientRect();
                     return left < picture.left + 8 || right > picture.right - 8;
                 }).map((text) => text.textContent);",
                vec![json!(font)],
            )?;
            ensure!(
                outside == json!([]),
                "{} in {font}: {outside}",
                locale.tag()
            );
        }
    }
    Ok(())
}
