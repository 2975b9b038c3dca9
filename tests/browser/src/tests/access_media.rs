//! Forced colours, dark, reduced motion and print each have rules of their own, and are obeyed when they
//! change while the page is open. `WebKitGTK` takes them from the desktop, where no test can change them.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Media, Page, Scheme, Test};
use serde_json::json;

use super::everything;
use super::exploring::{eventually, open_whole};
use super::steps::{control, open_details, tab_to};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("access_media::each_has_rules_of_its_own", each_has_rules),
        Test::new(
            "access_media::a_change_to_dark_and_back_is_obeyed",
            obeys_dark,
        ),
        Test::new(
            "access_media::a_change_to_forced_colours_and_back_is_obeyed",
            obeys_forced_colours,
        ),
        Test::new(
            "access_media::forced_colours_leave_marks_bands_choices_and_focus_in_sight",
            forced_colours_leave_all_in_sight,
        ),
        Test::new(
            "access_media::a_change_to_print_and_back_is_obeyed",
            obeys_print,
        ),
    ]
}

fn each_has_rules(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let conditions = page.run(
        "const sheet = [...document.styleSheets].find(({ href }) => href.endsWith('/style.css'));
         const isCondition = (rule) => rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule;
         return [...sheet.cssRules].filter(isCondition)
             .map((rule) => rule.conditionText ?? rule.media.mediaText).join(' ');",
        Vec::new(),
    )?;
    let conditions = conditions.as_str().context("no conditions")?;
    for condition in [
        "light-dark",
        "prefers-reduced-motion",
        "forced-colors",
        "print",
    ] {
        ensure!(conditions.contains(condition), "{condition} has no rule");
    }
    Ok(())
}

/// Opens the article whole, and changes media in it; whether the engine can.
fn open_with(page: &mut Page, media: Media) -> Result<bool> {
    if page.differs(Difference::MediaAreTheDesktops) {
        return Ok(false);
    }
    open_whole(page, ENGLISH.path)?;
    page.set_media(media)?;
    Ok(true)
}

/// How light a colour of an element is, from 0 to 255.
fn lightness(page: &Page, selector: &str, property: &str) -> Result<u32> {
    let colour = page.element(selector)?.style(property)?;
    let parts = colour.split(|mark: char| !mark.is_ascii_digit());
    let parts: Vec<u32> = parts.filter_map(|part| part.parse().ok()).collect();
    let [red, green, blue, ..] = parts.as_slice() else {
        anyhow::bail!("{colour} is no colour");
    };
    Ok((red + green + blue) / 3)
}

/// Waits until a colour is light or dark.
fn wait_for(page: &Page, light: bool, selector: &str, property: &str) -> Result<()> {
    eventually(page, "the colour has changed", |page| {
        let lightness = lightness(page, selector, property)?;
        ensure!((lightness > 127) == light, "{selector} {lightness}");
        Ok(())
    })
}

fn obeys_dark(page: &mut Page) -> Result<()> {
    let dark = Media {
        scheme: Scheme::Dark,
        ..Media::default()
    };
    if !open_with(page, dark)? {
        return Ok(());
    }
    wait_for(page, false, ".te-source", "background-color")?;
    wait_for(page, true, ".te-source", "color")?;
    wait_for(page, true, ".te-bar-end", "fill")?;
    page.set_media(Media::default())?;
    wait_for(page, true, ".te-source", "background-color")?;
    wait_for(page, false, ".te-bar-end", "fill")
}

const FORCED: Media = Media {
    scheme: Scheme::Light,
    forced_colours: true,
    reduced_motion: false,
    print: false,
};

/// The colour that a system colour stands for just now.
fn system(page: &Page, name: &str) -> Result<String> {
    let colour = page.run(
        "const probe = document.createElement('i');
         document.body.append(probe);
         probe.style.color = arguments[0];
         const { color } = getComputedStyle(probe);
         probe.remove();
         return color;",
        vec![json!(name)],
    )?;
    serde_json::from_value(colour).context("no colour")
}

fn expect_colour(page: &Page, selector: &str, property: &str, name: &str) -> Result<()> {
    let expected = system(page, name)?;
    eventually(page, "the colour is the system's", |page| {
        let colour = page.element(selector)?.style(property)?;
        ensure!(
            colour == expected,
            "{property} of {selector} is {colour} instead of {expected} ({name})"
        );
        Ok(())
    })
}

fn obeys_forced_colours(page: &mut Page) -> Result<()> {
    if !open_with(page, FORCED)? {
        return Ok(());
    }
    expect_colour(page, ".te-bar", "fill", "CanvasText")?;
    page.set_media(Media::default())?;
    eventually(page, "the accent is back", |page| {
        let bar = page.element(".te-bar")?.style("fill")?;
        ensure!(bar == "rgb(43, 108, 153)", "the bar is {bar}");
        Ok(())
    })
}

fn forced_colours_leave_all_in_sight(page: &mut Page) -> Result<()> {
    if !open_with(page, FORCED)? {
        return Ok(());
    }
    for (selector, property, name) in [
        (".te-source", "color", "CanvasText"),
        (".te-kind", "color", "CanvasText"),
        (".te-label", "fill", "CanvasText"),
        (".te-tick", "fill", "CanvasText"),
        (".te-bar-end", "fill", "CanvasText"),
        (".te-dot:not(.te-hollow)", "fill", "CanvasText"),
        (".te-hollow", "stroke", "CanvasText"),
        (".te-hollow", "fill", "Canvas"),
        (".te-gridline:not(.te-baseline)", "fill", "GrayText"),
        (".te-band-edge", "fill", "CanvasText"),
        (".te-reference", "stroke", "CanvasText"),
        (".te-arrow", "fill", "CanvasText"),
        (".te-event-strip .te-dot", "fill", "CanvasText"),
        (".te-event-strip .te-bar", "fill", "CanvasText"),
        (".te-chip", "border-top-color", "ButtonBorder"),
        (".te-segment:has(:checked)", "background-color", "Highlight"),
        (".te-segment:has(:checked)", "color", "HighlightText"),
    ] {
        expect_colour(page, selector, property, name)?;
    }
    let chip = control(page, "HUR")?;
    tab_to(page, &chip)?;
    let [style, width] = [chip.style("outline-style")?, chip.style("outline-width")?];
    ensure!(style == "solid" && width == "2px", "{style} {width}");
    page.screenshot_whole("forced-colours")?;
    // No range of the article is approximate.
    everything::open(page, 1024)?;
    expect_colour(page, ".te-soft", "fill", "Canvas")?;
    expect_colour(page, ".te-soft", "stroke", "CanvasText")?;
    page.set_media(Media::default())
}

fn obeys_print(page: &mut Page) -> Result<()> {
    let paper = Media {
        print: true,
        ..Media::default()
    };
    if !open_with(page, paper)? {
        return Ok(());
    }
    eventually(
        page,
        "the controls are gone, all details are open",
        |page| {
            ensure!(!page.element(".te-controls label")?.is_displayed()?);
            ensure!(open_details(page)?.len() == ENGLISH.facts.len());
            let after = "return getComputedStyle(arguments[0], '::after').display";
            let chevron = page.element(".te-summary")?.script(after)?;
            ensure!(chevron == "none", "the chevron is {chevron}");
            Ok(())
        },
    )?;
    page.set_media(Media::default())?;
    eventually(page, "the page is as it was", |page| {
        ensure!(page.element(".te-controls label")?.is_displayed()?);
        ensure!(open_details(page)?.is_empty());
        Ok(())
    })
}
