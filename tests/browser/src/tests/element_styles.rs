//! The styles of the element `<troop-estimates>`: what gets in and out, light and dark.

use anyhow::{Result, ensure};
use browser_tests::{Page, Test};

use super::element::{element, inside, open_host, wait_until_alive_inside, wait_until_shown};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("element_styles::no_style_leaks_in", no_style_leaks_in),
        Test::new("element_styles::no_style_leaks_out", no_style_leaks_out),
        Test::new(
            "element_styles::its_parts_can_be_styled",
            parts_can_be_styled,
        ),
        Test::new(
            "element_styles::its_theme_is_obeyed_live",
            its_theme_is_obeyed,
        ),
        Test::new(
            "element_styles::without_a_theme_it_agrees_with_the_page",
            it_agrees_with_the_page,
        )
        .dark(),
    ]
}

/// A style of a host that would ruin any widget without a shadow root, and what it would do to others.
const HOSTILE: &str = "
    table, tr, td, th { border: 9px solid red; padding: 40px; }
    h2, p { color: rgb(255, 0, 0); font-size: 99px; margin: 50px; }
    .te-row, .te-root { display: none; }
    body { text-transform: uppercase; font-style: italic; text-indent: 3em; white-space: nowrap; text-align: right; }";

fn style_inside(page: &Page, selector: &str, property: &str) -> Result<String> {
    inside(page, selector)?.style(property)
}

/// What a reader sees of a few parts, as computed.
fn looks(page: &Page) -> Result<Vec<String>> {
    let mut looks = Vec::new();
    for selector in [
        ".te-title",
        ".te-takeaway",
        ".te-row",
        ".te-source",
        "table",
        "caption",
    ] {
        for property in [
            "color",
            "font-size",
            "margin-top",
            "padding-left",
            "border-top-width",
            "display",
            "font-style",
            "text-transform",
            "text-indent",
            "white-space-collapse",
            "text-wrap-mode",
            "text-align",
        ] {
            looks.push(format!(
                "{selector} {property}: {}",
                style_inside(page, selector, property)?
            ));
        }
    }
    Ok(looks)
}

fn parts_can_be_styled(page: &mut Page) -> Result<()> {
    let parts = ["figure", "title", "takeaway", "controls", "chart", "footer"];
    let styles = parts
        .map(|part| format!("troop-estimates::part({part}) {{ outline: 1px solid rgb(1, 2, 3) }}"));
    page.put("/parts.css", &styles.concat());
    page.expect_request("/parts.css");
    open_host(page, "<link rel=stylesheet href=/parts.css>", &element(""))?;
    wait_until_alive_inside(page)?;
    let classes = [
        "te-figure",
        "te-title",
        "te-takeaway",
        "te-controls",
        "te-table",
        "te-colophon",
    ];
    for class in classes {
        let colour = inside(page, &format!(".{class}"))?.style("outline-color")?;
        ensure!(colour == "rgb(1, 2, 3)", "{class} has {colour}");
    }
    Ok(())
}

fn no_style_leaks_in(page: &mut Page) -> Result<()> {
    open_host(page, "", &element(""))?;
    wait_until_alive_inside(page)?;
    let expected = looks(page)?;
    page.put("/hostile.css", HOSTILE);
    open_host(
        page,
        "<link rel=stylesheet href=/hostile.css>",
        &element(""),
    )?;
    wait_until_alive_inside(page)?;
    let found = looks(page)?;
    ensure!(found == expected, "{found:#?} instead of {expected:#?}");
    Ok(())
}

fn no_style_leaks_out(page: &mut Page) -> Result<()> {
    let own = "<figure class=te-figure id=own><h2 class=te-title>Own</h2><p class=te-row>Row</p></figure>";
    let look = |page: &Page| -> Result<Vec<String>> {
        ["#own", "#own h2", "#own p"]
            .iter()
            .flat_map(|selector| {
                ["margin-top", "font-size", "color", "display"].map(|property| (selector, property))
            })
            .map(|(selector, property)| page.element(selector)?.style(property))
            .collect()
    };
    open_host(page, "", own)?;
    let expected = look(page)?;
    open_host(page, "", &format!("{own}{}", element("")))?;
    wait_until_alive_inside(page)?;
    ensure!(
        look(page)? == expected,
        "{:?} instead of {expected:?}",
        look(page)?
    );
    Ok(())
}

/// How light the title is, from 0 to 255.
fn lightness(page: &Page) -> Result<u32> {
    let colour = style_inside(page, ".te-title", "color")?;
    let parts = colour.split(|mark: char| !mark.is_ascii_digit());
    let parts: Vec<u32> = parts.filter_map(|part| part.parse().ok()).collect();
    Ok(parts.iter().take(3).sum::<u32>() / 3)
}

fn its_theme_is_obeyed(page: &mut Page) -> Result<()> {
    open_host(page, "", &element("theme=dark"))?;
    wait_until_shown(page)?;
    ensure!(lightness(page)? > 127, "ink is dark in the dark theme");
    page.run(
        "document.querySelector('troop-estimates').setAttribute('theme', 'light')",
        Vec::new(),
    )?;
    ensure!(lightness(page)? < 127, "ink is light in the light theme");
    Ok(())
}

fn it_agrees_with_the_page(page: &mut Page) -> Result<()> {
    open_host(page, "", &element(""))?;
    wait_until_shown(page)?;
    ensure!(
        lightness(page)? < 127,
        "light ink on a page that knows no dark"
    );
    page.put("/both.css", ":root { color-scheme: light dark; }");
    open_host(page, "<link rel=stylesheet href=/both.css>", &element(""))?;
    wait_until_shown(page)?;
    ensure!(lightness(page)? > 127, "dark ink on a dark page");
    page.run(
        "document.documentElement.style.colorScheme = 'light'",
        Vec::new(),
    )?;
    ensure!(lightness(page)? < 127, "it does not follow the page");
    let ground = inside(page, ".te-figure")?.style("background-color")?;
    ensure!(ground == "rgba(0, 0, 0, 0)", "its ground is {ground}");
    Ok(())
}
