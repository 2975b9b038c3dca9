//! Take it along: data and picture as files, a figure as text.

use anyhow::{Context, Result, ensure};
use browser_tests::{Engine, Page, Pixels, Test, built_file};
use page_server::Answer;
use troop_estimates::chart::Poster;
use troop_estimates::dataset::{Dataset, SourceIndex, read_json};
use troop_estimates::keep::csv;
use troop_estimates::locale::Locale;
use troop_estimates::view::{Action, ScaleKind, ViewState};

use super::exploring::{button, eventually, open_whole};
use super::many_rows;
use super::places::put_dataset;
use super::steps::{choose, expect_usable, requests_for, rows_in_sight, summary, wait_until_alive};
use super::stories::{ENGLISH, GERMAN, Story};

pub(super) const PART: [&str; 2] = ["/keep.js", "/keep_bg.wasm"];

pub(crate) fn tests() -> Vec<Test> {
    let test = |name, run| Test::new(name, run);
    vec![
        test(
            "taking_along::nothing_is_loaded_before_the_first_click_and_everything_once",
            nothing_is_loaded_before_the_first_click,
        ),
        test(
            "taking_along::the_data_as_csv_whatever_is_shown",
            the_data_as_csv,
        ),
        test(
            "taking_along::the_data_as_json_is_the_dataset",
            the_data_as_json,
        ),
        test(
            "taking_along::the_present_view_as_svg",
            the_present_view_as_svg,
        ),
        test(
            "taking_along::the_present_view_as_png_at_twice_the_size",
            the_present_view_as_png,
        ),
        test(
            "taking_along::of_many_estimates_the_picture_has_the_rows_shown_and_says_how_many_there_are",
            the_picture_has_the_rows_shown,
        ),
        test(
            "taking_along::refused_estimates_are_told_with_every_file",
            refused_estimates_are_told,
        ),
        test(
            "taking_along::the_status_says_that_the_part_is_loading",
            the_status_says_that_it_loads,
        ),
        test(
            "taking_along::a_missing_part_is_told_and_can_be_tried_again",
            a_missing_part_can_be_tried_again,
        ),
        test(
            "taking_along::a_missing_program_is_told_and_can_be_tried_again",
            a_missing_program_can_be_tried_again,
        ),
        test(
            "taking_along::in_a_sandboxed_frame_it_says_what_to_do_if_no_file_arrives",
            a_sandboxed_frame_may_save_nothing,
        ),
        test(
            "taking_along::a_figure_with_its_source_is_copied_as_text",
            a_figure_is_copied,
        ),
        test(
            "taking_along::where_the_clipboard_is_refused_the_text_is_there_to_select",
            a_refused_clipboard_leaves_the_text,
        ),
    ]
}

fn nothing_is_loaded_before_the_first_click(page: &mut Page) -> Result<()> {
    open(page, &ENGLISH)?;
    summary(page, 0)?.click()?;
    choose(page, "Logarithmic")?;
    for path in PART {
        ensure!(requests_for(page, path) == 0, "{path} is loaded too early");
    }
    for (format, name) in [
        ("CSV", "north-korea-en-2025.csv"),
        ("SVG", "north-korea-en-2025.svg"),
    ] {
        button(page, format)?.click()?;
        page.take_download(name)?;
    }
    for path in PART {
        ensure!(requests_for(page, path) == 1, "{path} is not loaded once");
    }
    Ok(())
}

fn the_data_as_csv(page: &mut Page) -> Result<()> {
    for (story, name) in [
        (ENGLISH, "north-korea-en-2025.csv"),
        (GERMAN, "north-korea-de-2025.csv"),
    ] {
        open(page, &story)?;
        choose(page, story.facts[0].toggle)?;
        choose(page, story.facts[4].category)?;
        let saved = String::from_utf8(download(page, "CSV", name)?)?;
        let dataset = dataset(&story)?;
        ensure!(saved == csv(&dataset, Locale::for_language(story.language)));
        for fact in &story.facts {
            let source = format!("\"{}\"", fact.source);
            ensure!(saved.contains(&source), "{source} is not in {saved}");
        }
        let separator = if story.language == "de" { ';' } else { ',' };
        let range = format!("25000{separator}{separator}30000");
        ensure!(
            saved.starts_with('\u{feff}') && saved.contains(&range),
            "{saved}"
        );
    }
    Ok(())
}

fn the_data_as_json(page: &mut Page) -> Result<()> {
    open(page, &GERMAN)?;
    choose(page, GERMAN.facts[0].toggle)?;
    let saved = download(page, "JSON", "north-korea-de-2025.json")?;
    let reading = read_json(&String::from_utf8(saved)?);
    ensure!(reading.problems.is_empty(), "{:?}", reading.problems);
    ensure!(reading.dataset == Some(dataset(&GERMAN)?));
    Ok(())
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

fn refused_estimates_are_told(page: &mut Page) -> Result<()> {
    for path in PART {
        page.expect_request(path);
    }
    let wrong = r#""estimates": [{"source": "odd", "category": "sent", "low": 9, "high": 1}, "#;
    let json = many_rows::dataset(3).replace(r#""estimates": ["#, wrong);
    put_dataset(page, "/refused.html", &json)?;
    open_whole(page, "/refused.html")?;
    let refused = "1 of 4 estimates could not be read and is not shown.";
    for (format, name) in [
        ("CSV", "own-en-2025.csv"),
        ("JSON", "own-en-2025.json"),
        ("SVG", "own-en-2025.svg"),
    ] {
        let saved = String::from_utf8(download(page, format, name)?)?;
        status_becomes(
            page,
            &format!("{refused} Handed to the browser to save: {name}"),
        )?;
        let is_picture = format == "SVG";
        ensure!(
            saved.contains(&format!(">{refused}<")) == is_picture,
            "{saved}"
        );
        // A table stays one: a row of heads, and one for each estimate.
        ensure!(format != "CSV" || saved.lines().count() == 4, "{saved}");
    }
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

fn the_status_says_that_it_loads(page: &mut Page) -> Result<()> {
    open(page, &GERMAN)?;
    let hold = page.server().hold(PART[1]);
    button(page, "CSV")?.click()?;
    status_becomes(page, "Wird geladen …")?;
    hold.release();
    page.take_download("north-korea-de-2025.csv")?;
    status_becomes(
        page,
        "Dem Browser zum Speichern übergeben: north-korea-de-2025.csv",
    )
}

fn a_missing_part_can_be_tried_again(page: &mut Page) -> Result<()> {
    can_be_tried_again(page, PART[1])
}

fn a_missing_program_can_be_tried_again(page: &mut Page) -> Result<()> {
    can_be_tried_again(page, PART[0])
}

fn can_be_tried_again(page: &mut Page, path: &str) -> Result<()> {
    open(page, &ENGLISH)?;
    // No page can keep engines from telling of a failed request.
    page.allow_fault(path.trim_start_matches('/'));
    page.server().answer(path, Answer::status(404));
    button(page, "CSV")?.click()?;
    status_becomes(page, "That did not work. Please try again.")?;
    expect_usable(page, &ENGLISH)?;
    ensure!(page.downloads()?.is_empty());
    let file = built_file(path.trim_start_matches("/"))?;
    page.server().answer(path, Answer::Body(file));
    button(page, "CSV")?.click()?;
    page.take_download("north-korea-en-2025.csv")?;
    status_becomes(
        page,
        "Handed to the browser to save: north-korea-en-2025.csv",
    )
}

/// `WebKitGTK` lets a policy of `'self'` allow nothing in such a frame, so the widget does not come alive there.
fn a_sandboxed_frame_may_save_nothing(page: &mut Page) -> Result<()> {
    if page.engine() == Engine::WebKit {
        return Ok(());
    }
    for path in PART {
        page.expect_request(path);
    }
    for language in ["en", "de", "ar"] {
        let (path, locale) = (path(language), Locale::for_language(language));
        page.expect_request(&path);
        let frame = format!(
            "<!doctype html><title>Host</title>\
             <iframe width=900 height=2000 sandbox=allow-scripts src='{path}'></iframe>"
        );
        page.server().answer("/host.html", Answer::host(&frame));
        // Chromium says that it refuses; Firefox takes it for a page that the host's policy does not let into the frame.
        page.allow_fault("download");
        page.allow_fault("blob");
        page.set_viewport(1024, 2100)?;
        page.open("/host.html")?;
        page.enter_frame("iframe")?;
        wait_until_alive(page)?;
        // In such a frame Chromium's driver computes no names.
        page.element("[data-keep=csv]")?.click()?;
        let name = format!("north-korea-{language}-2025.csv");
        let address = page.server().url(&path);
        status_becomes(page, &locale.words().handed_over_in_frame(&name, &address))?;
        ensure!(page.element(".te-told")?.is_displayed()?);
        page.leave_frame()?;
        ensure!(
            page.downloads()?.is_empty(),
            "the file was saved all the same"
        );
    }
    Ok(())
}

/// The article in a language.
fn path(language: &str) -> String {
    match language {
        "en" => "/".to_owned(),
        other => format!("/{other}.html"),
    }
}

/// The first figure with its source and the address that opens it.
fn citation(address: &str) -> String {
    format!(
        "HUR (Ukrainian military intelligence), passed on by CNN, from an intelligence document: 25,000 to \
         30,000 soldiers – Further soldiers planned for dispatch (the coming months, seen from summer 2025). \
         How many more troops from North Korea? Sources disagree, as of summer 2025. {address}?te=open:hur-planned"
    )
}

fn a_figure_is_copied(page: &mut Page) -> Result<()> {
    open(page, &ENGLISH)?;
    copy_first(page)?;
    status_becomes(page, "Copied.")?;
    let beside = page.run(
        "const copy = document.querySelector('.te-copy');
         return getComputedStyle(copy, '::after').content === 'none' ? null : copy.dataset.said",
        Vec::new(),
    )?;
    ensure!(beside == "Copied.", "beside the button stands {beside}");
    page.run(
        "const field = document.createElement('textarea');
         document.body.prepend(field);
         field.focus();",
        Vec::new(),
    )?;
    page.paste()?;
    let expected = citation(&page.server().url(ENGLISH.path));
    eventually(page, "the text is pasted", |page| {
        let pasted = page.run(
            "return document.querySelector('textarea').value",
            Vec::new(),
        )?;
        ensure!(pasted == expected.as_str(), "{pasted}");
        Ok(())
    })
}

fn a_refused_clipboard_leaves_the_text(page: &mut Page) -> Result<()> {
    let article = String::from_utf8(built_file("index.html")?)?;
    let script = "<script src=refusing.js></script></head>";
    page.put("/refusing.html", &article.replace("</head>", script));
    page.put(
        "/refusing.js",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });",
    );
    for path in PART {
        page.expect_request(path);
    }
    open_whole(page, "/refusing.html")?;
    copy_first(page)?;
    let text = citation(&page.server().url("/refusing.html"));
    status_becomes(page, &format!("Please copy it from here: {text}"))?;
    ensure!(page.element(".te-told")?.is_displayed()?);
    let selected = page.run("return getSelection().toString().trim()", Vec::new())?;
    let selected = selected.as_str().context("nothing is selected")?;
    ensure!(selected.contains(&text), "{selected}");
    Ok(())
}

fn copy_first(page: &Page) -> Result<()> {
    summary(page, 0)?.click()?;
    let copy = page.element(".te-row details[open] .te-copy button")?;
    ensure!(copy.name()? == "Copy" && copy.role()? == "button");
    copy.click()
}

fn open(page: &mut Page, story: &Story) -> Result<()> {
    for path in PART {
        page.expect_request(path);
    }
    open_whole(page, story.path)
}

pub(super) fn download(page: &Page, format: &str, name: &str) -> Result<Vec<u8>> {
    button(page, format)?.click()?;
    page.take_download(name)
}

/// Waits until the status says this, and nothing but what is said of views.
fn status_becomes(page: &Page, expected: &str) -> Result<()> {
    eventually(page, "the status says it", |page| {
        let said = page.run(
            "return document.querySelector('[role=status] .te-told').textContent",
            Vec::new(),
        )?;
        ensure!(said == expected, "it says {said}");
        Ok(())
    })
}

fn dataset(story: &Story) -> Result<Dataset> {
    read_json(story.dataset)
        .dataset
        .context("the dataset cannot be read")
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
