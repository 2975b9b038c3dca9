//! Every state of the widget, reached as readers reach it, fit to be read, and kept as a picture for a person to
//! look at.

use anyhow::{Context, Result, ensure};
use browser_tests::{Engine, Media, Page, Scheme, Test};
use page_server::Answer;

use super::exploring::{button, eventually, in_sight, let_it_render, open_whole, strip};
use super::many_rows::dataset;
use super::places::put_dataset;
use super::right_to_left::ARABIC;
use super::steps::{choose, open_alive, wait_for_rows, wait_until_alive};
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

/// What a person should look at.
struct State {
    name: &'static str,
    /// Opens a page, and does what the reader does.
    reach: fn(&mut Page) -> Result<()>,
    /// What shows that it is reached: where these words are in sight, and nothing else shows them.
    sign: (&'static str, &'static str),
    widths: &'static [u32],
    /// Not in Chromium alone.
    in_every_engine: bool,
    /// In dark, too.
    in_dark: bool,
    /// Without scripts, too.
    without_scripts: bool,
    /// What the reader has set in the system.
    media: Media,
}

/// The article as it is opened; other states are told by how they differ.
const FIRST: State = State {
    name: "first-view",
    reach: |page| open(page, "/"),
    sign: (
        ".te-agreement p",
        "nobody names a figure between 20,000 and 25,000",
    ),
    widths: WIDTHS,
    in_every_engine: false,
    in_dark: false,
    without_scripts: false,
    media: Media {
        scheme: Scheme::Light,
        forced_colours: false,
        reduced_motion: false,
        print: false,
    },
};

const STATES: &[State] = &[
    State {
        in_every_engine: true,
        in_dark: true,
        without_scripts: true,
        ..FIRST
    },
    State {
        name: "all-off",
        reach: |page| {
            open(page, "/")?;
            button(page, "None")?.click()
        },
        sign: (".te-no-source", "No source is switched on."),
        ..FIRST
    },
    State {
        name: "one-source",
        reach: |page| open(page, "/?te=only:town"),
        sign: (".te-agreement p", "only one gives a figure here"),
        ..FIRST
    },
    State {
        name: "one-category",
        reach: |page| {
            open(page, "/")?;
            choose(page, "Losses")?;
            wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == "Losses"))
        },
        sign: (".te-segment:has(:checked)", "Losses"),
        without_scripts: true,
        ..FIRST
    },
    State {
        name: "details-pinned",
        reach: |page| {
            open(page, "/")?;
            strip(page, "25,000 to 30,000")?.click()?;
            strip(page, "10,000 to 20,000")?.click()
        },
        sign: (
            ".te-row:has([open]) ~ .te-row [open] .te-provenance",
            "10,000 to 20,000",
        ),
        in_every_engine: true,
        in_dark: true,
        without_scripts: true,
        ..FIRST
    },
    State {
        name: "tip-on-hover",
        reach: |page| {
            open(page, "/")?;
            // Where the mouse is already, it does not arrive.
            page.element(".te-title")?.hover()?;
            strip(page, "about 11,000")?.hover()
        },
        sign: (".te-tip", "about 11,000"),
        in_every_engine: true,
        in_dark: true,
        ..FIRST
    },
    State {
        name: "tip-on-focus",
        reach: |page| {
            open(page, "/")?;
            strip(page, "10,000 to 20,000")?.script("arguments[0].focus()")?;
            Ok(())
        },
        sign: (".te-row:focus-within .te-tip", "10,000 to 20,000"),
        ..FIRST
    },
    State {
        name: "logarithmic",
        reach: |page| open(page, "/?te=log"),
        sign: (".te-axis-title", "Logarithmic scale"),
        in_every_engine: true,
        in_dark: true,
        ..FIRST
    },
    State {
        name: "zoomed",
        reach: |page| open(page, "/?te=zoom"),
        sign: (".te-cut-axis", "The axis does not begin at zero."),
        ..FIRST
    },
    State {
        name: "widest-first",
        reach: |page| open(page, "/?te=by:widest"),
        sign: (".te-references + .te-row .te-source", "Jenny Town"),
        ..FIRST
    },
    State {
        name: "newest-first",
        reach: |page| open(page, "/?te=by:newest"),
        sign: (".te-references + .te-row .te-source", "NIS"),
        ..FIRST
    },
    State {
        name: "stale-link",
        reach: |page| open(page, "/?te=without:nobody"),
        sign: (".te-ignored", "nobody"),
        ..FIRST
    },
    State {
        name: "address-shown",
        reach: |page| {
            open(page, "/")?;
            page.run(
                "Object.defineProperty(navigator, 'share', { value: undefined });
                 Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
                Vec::new(),
            )?;
            button(page, "Copy link")?.click()
        },
        sign: (".te-share:has(.te-address)", "The link to this view:"),
        ..FIRST
    },
    State {
        name: "more-rows",
        reach: |page| {
            put_dataset(page, "/many.html", &dataset(120))?;
            open(page, "/many.html")?;
            button(page, "Show 50 more")?.click()
        },
        sign: (".te-more", "100 of 120 shown."),
        ..FIRST
    },
    State {
        name: "every-kind-of-figure",
        reach: open_every_kind,
        sign: (".te-band-label", "overlap"),
        in_every_engine: true,
        in_dark: true,
        without_scripts: true,
        ..FIRST
    },
    State {
        name: "estimate-refused",
        reach: |page| {
            open_every_kind(page)?;
            page.element(".te-refusals summary")?.click()
        },
        sign: (".te-refusals li", "high"),
        ..FIRST
    },
    State {
        name: "much-evidence",
        reach: |page| {
            open_every_kind(page)?;
            page.element(".te-evidence summary")?.click()
        },
        sign: (".te-event:last-child .te-what", "Seen from the air"),
        ..FIRST
    },
    State {
        name: "german",
        reach: |page| open(page, "/de.html"),
        sign: (":lang(de) .te-tick", "30.000"),
        ..FIRST
    },
    State {
        name: "ukrainian",
        reach: |page| open(page, "/uk.html"),
        sign: (":lang(uk) .te-tick", "30 000"),
        ..FIRST
    },
    State {
        name: "korean",
        reach: |page| open(page, "/ko.html"),
        sign: (":lang(ko) .te-tick", "30,000"),
        ..FIRST
    },
    State {
        name: "arabic",
        reach: |page| open(page, ARABIC),
        sign: (":dir(rtl):lang(ar) .te-tick", "30,000"),
        in_every_engine: true,
        in_dark: true,
        without_scripts: true,
        ..FIRST
    },
    State {
        name: "arabic-logarithmic-with-details-pinned",
        reach: |page| {
            open(
                page,
                &format!("{ARABIC}?te=log;open:hur-planned.town-planned"),
            )
        },
        sign: (
            ":dir(rtl) .te-row:has([open]) ~ .te-row [open] .te-provenance",
            "20,000",
        ),
        ..FIRST
    },
    State {
        name: "frame-of-280-px",
        reach: |page| open_in_frame(page, 280),
        widths: &[320],
        in_every_engine: true,
        ..FIRST
    },
    State {
        name: "frame-of-320-px",
        reach: |page| open_in_frame(page, 320),
        widths: &[700],
        ..FIRST
    },
    State {
        name: "forced-colours",
        media: Media {
            forced_colours: true,
            ..FIRST.media
        },
        in_every_engine: true,
        ..FIRST
    },
];

/// Opens a page, alive if its scripts run.
fn open(page: &mut Page, path: &str) -> Result<()> {
    if page.settings().scripts {
        open_alive(page, path)
    } else {
        page.open(path)
    }
}

/// Opens a page with marks of every kind, an estimate that cannot be read, and many events.
fn open_every_kind(page: &mut Page) -> Result<()> {
    put_dataset(page, "/kinds.html", include_str!("kinds.json"))?;
    open(page, "/kinds.html")
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
    pictures(page, "dark", |state| state.in_dark)
}

/// Reaches the states that are wanted and keeps a picture of each.
fn pictures(page: &mut Page, scheme: &str, wanted: fn(&State) -> bool) -> Result<()> {
    let scripts = page.settings().scripts;
    let engine = page.engine();
    let states = STATES
        .iter()
        .filter(|state| scripts || state.without_scripts)
        .filter(|state| state.in_every_engine || engine == Engine::Chromium)
        .filter(|state| state.media == FIRST.media || engine.changes_media());
    let kind = if scripts { "" } else { "-without-scripts" };
    for state in states.filter(|state| wanted(state)) {
        for width in state.widths {
            let name = format!("{}-{width}-{scheme}{kind}", state.name);
            page.set_viewport(*width, HEIGHT)?;
            picture(page, state, &name).with_context(|| name.clone())?;
        }
    }
    Ok(())
}

fn picture(page: &mut Page, state: &State, name: &str) -> Result<()> {
    if state.media != FIRST.media {
        page.set_media(state.media)?;
    }
    (state.reach)(page)?;
    let (place, words) = state.sign;
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
    // Else it takes a picture of what it showed before.
    if page.engine() == Engine::WebKit {
        let_it_render(page)?;
    }
    page.screenshot(name)?;
    if state.media != FIRST.media {
        page.set_media(FIRST.media)?;
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
