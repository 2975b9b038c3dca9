//! Every state of the widget, reached as readers reach it, fit to be read, and kept as a picture for a person to
//! look at.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Media, Page, Test};
use page_server::Answer;

use super::access_checker::of_64_sources;
use super::everything::refuse_to_copy;
use super::exploring::{button, eventually, in_sight, let_it_render, open_whole, strip};
use super::many_rows::dataset;
use super::places::put_dataset;
use super::right_to_left::ARABIC;
use super::steps::{choose, open_alive, summary, wait_for_rows, wait_until_alive};
use super::stories::ENGLISH;
use super::widths::expect_readable;

/// The widths that a person looks at.
const WIDTHS: &[u32] = &[320, 700, 1100];

/// High enough for most of it: nothing scrolls while a state is being reached.
const HEIGHT: u32 = 4000;

/// Around the body of a page without a style sheet.
const MARGIN: u32 = 8;

pub(crate) fn tests() -> Vec<Test> {
    let test = |name, run| Test::new(name, run).without_motion();
    vec![
        test("states::each_is_reached_and_fit_to_be_read", light),
        test("states::each_is_reached_and_fit_to_be_read_in_dark", dark).dark(),
        test(
            "states::each_is_reached_and_fit_to_be_read_without_scripts",
            light,
        )
        .without_scripts(),
        test(
            "states::each_is_reached_and_fit_to_be_read_in_dark_without_scripts",
            dark,
        )
        .dark()
        .without_scripts(),
        test("states::each_saved_picture_is_fit_to_be_read", saved),
    ]
}

/// What a person should look at: a name, how it is reached, what shows that it is — where words are in sight, and the
/// words, which nothing else shows there — and how often it is looked at.
type State = (&'static str, Reach, &'static str, &'static str, Looks);

/// How a state is reached.
enum Reach {
    /// By opening an address.
    At(&'static str),
    /// By opening a page and doing what the reader does.
    By(fn(&mut Page) -> Result<()>),
}
use Reach::{At, By};

/// How often a state is looked at.
#[derive(Clone, Copy)]
struct Looks {
    widths: &'static [u32],
    /// Not in Chromium alone.
    in_every_engine: bool,
    /// In dark, too.
    in_dark: bool,
    /// Without scripts, too.
    without_scripts: bool,
    /// With the colours that the reader has set in the system.
    forced_colours: bool,
}

const ONCE: Looks = Looks {
    widths: WIDTHS,
    in_every_engine: false,
    in_dark: false,
    without_scripts: false,
    forced_colours: false,
};
const BARE: Looks = Looks {
    without_scripts: true,
    ..ONCE
};
const OFTEN: Looks = Looks {
    in_every_engine: true,
    in_dark: true,
    ..ONCE
};
const ALWAYS: Looks = Looks {
    without_scripts: true,
    ..OFTEN
};
/// In a window that a frame of 280 px fits into.
const SMALL: Looks = Looks {
    widths: &[320],
    in_every_engine: true,
    ..ONCE
};
/// In a window that a frame of 320 px fits into.
const MIDDLING: Looks = Looks {
    widths: &[700],
    ..ONCE
};
const FORCED: Looks = Looks {
    in_every_engine: true,
    forced_colours: true,
    ..ONCE
};

const AGREEMENT: &str = ".te-agreement p";
const GAP: &str = "nobody names a figure between 20,000 and 25,000";
const FIRST_SOURCE: &str = ".te-references + .te-row .te-source";
const SECOND_DETAILS: &str = ".te-row:has([open]) ~ .te-row [open] .te-provenance";

#[rustfmt::skip]
const STATES: &[State] = &[
    ("first-view", At("/"), AGREEMENT, GAP, ALWAYS),
    ("all-off", By(all_off), ".te-no-source", "No source is switched on.", ONCE),
    ("nothing-shown", At("/?te=in:losses;only:hur"), ".te-nothing", "give no estimate here.", ONCE),
    ("one-source", At("/?te=only:town"), AGREEMENT, "only one gives a figure here", ONCE),
    ("one-category", By(one_category), ".te-segment:has(:checked)", "Losses", BARE),
    ("64-sources", By(many_sources), ".te-many .te-chip", "Institute 63", ONCE),
    ("details-pinned", By(details_pinned), SECOND_DETAILS, "10,000 to 20,000", ALWAYS),
    ("tip-on-hover", By(tip_on_hover), "[data-tip] > .te-provenance", "about 11,000", OFTEN),
    ("tip-on-focus", By(tip_on_focus), ".te-row:focus-within [data-tip] > .te-provenance", "10,000 to 20,000", ONCE),
    ("logarithmic", At("/?te=log"), ".te-axis-title", "Logarithmic scale", OFTEN),
    ("zoomed", At("/?te=zoom"), ".te-cut-axis", "The axis does not begin at zero.", ONCE),
    ("widest-first", At("/?te=by:widest"), FIRST_SOURCE, "Jenny Town", ONCE),
    ("newest-first", At("/?te=by:newest"), FIRST_SOURCE, "NIS", ONCE),
    ("stale-link", At("/?te=without:nobody"), ".te-ignored", "nobody", ONCE),
    ("address-shown", By(address_shown), ".te-share:has(.te-address)", "The link to this view:", ONCE),
    ("more-rows", By(more_rows), ".te-more", "100 of 120 shown.", ONCE),
    ("every-kind-of-figure", By(every_kind), ".te-band-label", "overlap", ALWAYS),
    ("estimate-refused", By(estimate_refused), ".te-refusals li", "high", ONCE),
    ("much-evidence", By(much_evidence), ".te-event:last-child .te-what", "Seen from the air", ONCE),
    ("german", At("/de.html"), ":lang(de) .te-tick", "30.000", ONCE),
    ("french", At("/fr.html"), ":lang(fr) .te-tick", "30\u{202f}000", ONCE),
    ("spanish", At("/es.html"), ":lang(es) .te-tick", "30.000", ONCE),
    ("polish", At("/pl.html"), ":lang(pl) .te-tick", "30 000", ONCE),
    ("ukrainian", At("/uk.html"), ":lang(uk) .te-tick", "30 000", ONCE),
    ("korean", At("/ko.html"), ":lang(ko) .te-tick", "30,000", ONCE),
    ("arabic", At(ARABIC), ":dir(rtl):lang(ar) .te-tick", "30,000", ALWAYS),
    ("arabic-tip", By(arabic_tip), ":dir(rtl) [data-tip] > .te-provenance", "30,000", OFTEN),
    ("arabic-logarithmic-with-details-pinned", By(arabic_details), SECOND_DETAILS, "20,000", ONCE),
    ("frame-of-280-px", By(|page| open_in_frame(page, 280)), AGREEMENT, GAP, SMALL),
    ("frame-of-320-px", By(|page| open_in_frame(page, 320)), AGREEMENT, GAP, MIDDLING),
    ("forced-colours", At("/"), AGREEMENT, GAP, FORCED),
];

fn all_off(page: &mut Page) -> Result<()> {
    open(page, "/")?;
    button(page, "None")?.click()
}

fn one_category(page: &mut Page) -> Result<()> {
    open(page, "/")?;
    choose(page, "Losses")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == "Losses"))
}

fn many_sources(page: &mut Page) -> Result<()> {
    put_dataset(page, "/sources.html", &of_64_sources())?;
    open(page, "/sources.html")
}

fn details_pinned(page: &mut Page) -> Result<()> {
    open(page, "/")?;
    strip(page, "25,000 to 30,000")?.click()?;
    strip(page, "10,000 to 20,000")?.click()
}

fn tip_on_hover(page: &mut Page) -> Result<()> {
    open(page, "/")?;
    // Where the mouse is already, it does not arrive.
    page.element(".te-title")?.hover()?;
    strip(page, "about 11,000")?.hover()
}

fn tip_on_focus(page: &mut Page) -> Result<()> {
    open(page, "/")?;
    strip(page, "10,000 to 20,000")?.script("arguments[0].focus()")?;
    Ok(())
}

fn address_shown(page: &mut Page) -> Result<()> {
    open(page, "/")?;
    refuse_to_copy(page)?;
    button(page, "Copy link")?.click()
}

fn more_rows(page: &mut Page) -> Result<()> {
    put_dataset(page, "/many.html", &dataset(120))?;
    open(page, "/many.html")?;
    button(page, "Show 50 more")?.click()
}

/// Marks of every kind, an estimate that cannot be read, and many events.
fn every_kind(page: &mut Page) -> Result<()> {
    put_dataset(page, "/kinds.html", include_str!("kinds.json"))?;
    open(page, "/kinds.html")
}

fn estimate_refused(page: &mut Page) -> Result<()> {
    every_kind(page)?;
    page.element(".te-refusals summary")?.click()
}

fn much_evidence(page: &mut Page) -> Result<()> {
    every_kind(page)?;
    page.element(".te-evidence summary")?.click()
}

fn arabic_tip(page: &mut Page) -> Result<()> {
    open(page, ARABIC)?;
    page.element(".te-title")?.hover()?;
    summary(page, 0)?.hover()
}

fn arabic_details(page: &mut Page) -> Result<()> {
    open(
        page,
        &format!("{ARABIC}?te=log;open:hur-planned.town-planned"),
    )
}

/// Opens a page, alive if its scripts run.
fn open(page: &mut Page, path: &str) -> Result<()> {
    if page.settings().scripts {
        open_alive(page, path)
    } else {
        page.open(path)
    }
}

/// Opens the article in a frame on somebody else's page, and goes into it.
fn open_in_frame(page: &mut Page, width: u32) -> Result<()> {
    let host = format!(
        "<!doctype html><meta name=viewport content='width=device-width'><title>Host</title>
         <iframe width={width} height=3500 src='/'></iframe>"
    );
    page.server().answer("/host.html", Answer::host(&host));
    page.expect_request("/");
    page.open("/host.html")?;
    page.enter_frame("iframe")?;
    wait_until_alive(page)
}

fn light(page: &mut Page) -> Result<()> {
    pictures(page, "light", |_| true)
}

fn dark(page: &mut Page) -> Result<()> {
    pictures(page, "dark", |looks| looks.in_dark)
}

/// Reaches the states that are wanted and keeps a picture of each.
fn pictures(page: &mut Page, scheme: &str, wanted: fn(&Looks) -> bool) -> Result<()> {
    let scripts = page.settings().scripts;
    let kind = if scripts { "" } else { "-without-scripts" };
    for state in STATES {
        let (name, .., looks) = state;
        let here = (scripts || looks.without_scripts)
            && (looks.in_every_engine || !page.differs(Difference::PicturesElsewhere))
            && (!looks.forced_colours || !page.differs(Difference::MediaAreTheDesktops));
        if !here || !wanted(looks) {
            continue;
        }
        for width in looks.widths {
            let name = format!("{name}-{width}-{scheme}{kind}");
            page.set_viewport(*width, HEIGHT)?;
            picture(page, state, &name).with_context(|| name.clone())?;
        }
    }
    Ok(())
}

fn picture(page: &mut Page, state: &State, name: &str) -> Result<()> {
    let (_, reach, place, words, looks) = state;
    if looks.forced_colours {
        page.set_media(Media {
            forced_colours: true,
            ..Media::default()
        })?;
    }
    match reach {
        At(path) => open(page, path)?,
        By(reach) => reach(page)?,
    }
    eventually(page, "the state is reached", |page| {
        let mut seen = Vec::new();
        for element in in_sight(page, place)? {
            seen.push(element.text()?);
        }
        let reached = seen.iter().any(|text| text.contains(words));
        ensure!(reached, "{words:?} is not at {place}, but {seen:?}");
        Ok(())
    })?;
    expect_readable(page)?;
    page.leave_frame()?;
    page.fit_viewport()?;
    if page.differs(Difference::PicturesAreLate) {
        let_it_render(page)?;
    }
    page.screenshot(name)?;
    if looks.forced_colours {
        page.set_media(Media::default())?;
    }
    Ok(())
}

/// Views that are saved as pictures: a name, an address and what the files are called.
const SAVED: [(&str, &str, &str); 4] = [
    ("first-view", "/", "north-korea-en-2025"),
    (
        "changed",
        "/?te=without:nis;log;by:widest",
        "north-korea-en-2025",
    ),
    (
        "german-zoomed",
        "/de.html?te=in:planned;zoom",
        "north-korea-de-2025",
    ),
    ("arabic", ARABIC, "north-korea-ar-2025"),
];

/// As wide as the pictures are.
const POSTER: u32 = 800;

/// A saved picture is looked at as a page would show it.
fn saved(page: &mut Page) -> Result<()> {
    for path in ["/keep.js", "/keep_bg.wasm"] {
        page.expect_request(path);
    }
    for (name, path, file) in SAVED {
        open_whole(page, path)?;
        let [svg, png] = ["svg", "png"].map(|format| {
            button(page, &format.to_uppercase())?.click()?;
            page.take_download(&format!("{file}.{format}"))
        });
        page.keep_picture(&format!("saved-{name}.png"), &png?)?;
        let svg = String::from_utf8(svg?)?;
        page.keep_picture(&format!("saved-{name}.svg"), svg.as_bytes())?;
        page.put("/saved.html", &format!(
            "<!doctype html><meta charset=utf-8><title>Saved</title><body class=troop-estimates>{svg}"
        ));
        page.set_viewport(POSTER + 2 * MARGIN, HEIGHT)?;
        page.open("/saved.html")?;
        expect_readable(page).context(name)?;
    }
    Ok(())
}
