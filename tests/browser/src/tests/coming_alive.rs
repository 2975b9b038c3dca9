//! Alive when the scripts arrive: the widget takes over what the reader sees and has chosen.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Key, Page, Test, built_file};
use page_server::Answer;
use serde_json::{Value, json};

use super::failures::notices;
use super::sites::Site;
use super::steps::{
    WASM, choose, control, expect_complete, expect_usable, expect_words, is_alive, nth, open_alive,
    open_details, open_slowly, release, requests_for, rows_in_sight, summary, tab_to,
    wait_for_rows, wait_until_alive,
};
use super::stories::{ENGLISH, GERMAN, STORIES};

/// The widths that the widget is made for, in CSS pixels.
pub(crate) const WIDTHS: [u32; 7] = [280, 320, 480, 560, 700, 1100, 1200];

/// High enough for the whole article at most widths.
const TALL: u32 = 3000;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "coming_alive::before_it_the_chart_is_complete",
            before_it_the_chart_is_complete,
        ),
        Test::new(
            "coming_alive::the_very_same_nodes_stay",
            the_very_same_nodes_stay,
        ),
        Test::new(
            "coming_alive::rows_stay_as_they_stand",
            rows_stay_as_they_stand,
        ),
        Test::new(
            "coming_alive::toggle_category_and_open_details_are_kept",
            choices_are_kept,
        ),
        Test::new(
            "coming_alive::the_focus_stays_on_a_source",
            the_focus_stays_on_a_source,
        ),
        Test::new(
            "coming_alive::the_focus_stays_on_a_figure",
            the_focus_stays_on_a_figure,
        ),
        Test::new(
            "coming_alive::toggles_made_before_can_be_taken_back",
            toggles_made_before_can_be_taken_back,
        ),
        Test::new("coming_alive::nothing_moves", nothing_moves),
        Test::new(
            "coming_alive::a_form_that_the_browser_restores_is_adopted",
            a_restored_form_is_adopted,
        ),
        Test::new(
            "coming_alive::without_the_wasm_file_the_page_stays_usable",
            a_missing_file_leaves_the_page_usable,
        ),
        Test::new(
            "coming_alive::with_half_the_wasm_file_the_page_stays_usable",
            half_a_file_leaves_the_page_usable,
        ),
        Test::new(
            "coming_alive::with_a_page_in_place_of_the_wasm_file_the_page_stays_usable",
            another_file_leaves_the_page_usable,
        ),
        Test::new(
            "coming_alive::a_wrong_type_of_the_wasm_file_does_no_harm",
            a_wrong_type_does_no_harm,
        ),
        Test::new(
            "coming_alive::nothing_is_loaded_before_the_widget_is_near",
            nothing_is_loaded_before_the_widget_is_near,
        ),
        Test::new(
            "coming_alive::each_widget_of_a_page_has_a_task_of_its_own",
            a_task_for_each,
        ),
    ]
}

fn before_it_the_chart_is_complete(page: &mut Page) -> Result<()> {
    for story in STORIES {
        let hold = open_slowly(page, story.path)?;
        expect_usable(page, &story)?;
        ensure!(!is_alive(page)?);
        release(page, hold)?;
    }
    Ok(())
}

/// What the browser may have replaced: a row, a bar in it, a toggle, what opens the details.
const KEPT: &str = "const kept = ['.te-row', '.te-bar', '.te-sources input', 'summary', '.te-tick']
    .map((selector) => document.querySelector(selector));";

fn the_very_same_nodes_stay(page: &mut Page) -> Result<()> {
    let hold = open_slowly(page, ENGLISH.path)?;
    page.run(&format!("{KEPT} window.kept = kept;"), Vec::new())?;
    release(page, hold)?;
    let same = page.run(
        &format!(
            "{KEPT} return kept.map((node, place) => node.isConnected && node === window.kept[place]);"
        ),
        Vec::new(),
    )?;
    let same: Vec<bool> = serde_json::from_value(same)?;
    ensure!(
        same == [true; 5],
        "row, bar, toggle, summary, tick: {same:?}"
    );
    Ok(())
}

/// Nothing is done to the rows but that one of them becomes a stop of the Tab key; their drawings may come to life.
fn rows_stay_as_they_stand(page: &mut Page) -> Result<()> {
    let hold = open_slowly(page, ENGLISH.path)?;
    page.run(
        "window.changes = new Set();
         const note = (records) => records.forEach(({ target, type, attributeName }) => {
           const drawing = target.parentElement.closest('summary') || target.localName === 'summary';
           if (attributeName === 'tabindex' || !drawing) changes.add(attributeName ?? type);
         });
         const all = { subtree: true, childList: true, characterData: true, attributes: true };
         for (const row of document.querySelectorAll('.te-row')) new MutationObserver(note).observe(row, all);",
        Vec::new(),
    )?;
    release(page, hold)?;
    let changes = page.run("return [...changes]", Vec::new())?;
    ensure!(changes == json!(["tabindex"]), "the rows change: {changes}");
    Ok(())
}

fn choices_are_kept(page: &mut Page) -> Result<()> {
    for story in STORIES {
        let hold = open_slowly(page, story.path)?;
        let [kept, off] = [&story.facts[0], &story.facts[1]];
        choose(page, off.toggle)?;
        choose(page, kept.category)?;
        summary(page, 0)?.click()?;
        let rows = story.rows(|fact| fact.category == kept.category && fact.toggle != off.toggle);
        let expect_kept = |page: &Page| {
            wait_for_rows(page, &rows)?;
            ensure!(open_details(page)? == [0], "the details are not open");
            ensure!(!control(page, off.toggle)?.is_checked()?);
            ensure!(control(page, kept.toggle)?.is_checked()?);
            ensure!(control(page, kept.category)?.is_checked()?);
            Ok(())
        };
        expect_kept(page)?;
        release(page, hold)?;
        expect_kept(page).context("once alive")?;
    }
    Ok(())
}

fn the_focus_stays_on_a_source(page: &mut Page) -> Result<()> {
    let hold = open_slowly(page, ENGLISH.path)?;
    let source = control(page, "NIS")?;
    tab_to(page, &source)?;
    release(page, hold)?;
    ensure!(source.is_focused()?, "the focus is elsewhere");
    page.press(Key::Space)?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "NIS"))
}

fn the_focus_stays_on_a_figure(page: &mut Page) -> Result<()> {
    let hold = open_slowly(page, ENGLISH.path)?;
    let figure = summary(page, 4)?;
    tab_to(page, &figure)?;
    release(page, hold)?;
    ensure!(figure.is_focused()?, "the focus is elsewhere");
    page.press(Key::Enter)?;
    page.wait_until(
        "the details are open",
        |page| Ok(open_details(page)? == [4]),
    )
}

fn toggles_made_before_can_be_taken_back(page: &mut Page) -> Result<()> {
    for story in STORIES {
        let hold = open_slowly(page, story.path)?;
        let fact = &story.facts[1];
        choose(page, fact.toggle)?;
        release(page, hold)?;
        page.wait_until("the sentence speaks of the sources shown", |page| {
            Ok(!page.element(".te-table")?.text()?.contains(story.agreement))
        })?;
        ensure!(
            page.elements(".te-band")?.is_empty(),
            "the band is still there"
        );
        choose(page, fact.toggle)?;
        wait_for_rows(page, &story.rows(|_| true))?;
        expect_complete(page, &story)?;
        ensure!(
            page.element(".te-band")?.is_displayed()?,
            "the band does not return"
        );
        expect_words(page, ".te-band-labels", story.gap)?;
    }
    Ok(())
}

fn nothing_moves(page: &mut Page) -> Result<()> {
    for path in [ENGLISH.path, GERMAN.path, "/ko.html", "/ar.html"] {
        for width in WIDTHS {
            page.set_viewport(width, TALL)?;
            let hold = open_slowly(page, path)?;
            let before = places(page)?;
            release(page, hold)?;
            let after = places(page)?;
            let at = format!("{path} at {width} px");
            for (before, after) in before.iter().zip(&after) {
                ensure!(before == after, "{at}: {before} moves to {after}");
            }
            ensure!(
                before.len() == after.len(),
                "{at}: something appears or goes"
            );
            if !page.differs(Difference::NoLayoutShifts) {
                let shifts = layout_shifts(page)?;
                ensure!(shifts.is_empty(), "{at}: the layout shifts: {shifts:?}");
            }
        }
    }
    Ok(())
}

/// Where title, controls, rows and everything else of the widget stands, and how large it is.
fn places(page: &Page) -> Result<Vec<Value>> {
    let places = page.run(
        "const parts = document.querySelectorAll(`.te-figure :is(h2, p, legend, label, button, th, td, tr,
             summary, svg, rect, circle, text, span), article > *`);
         return [...parts].filter((part) => !part.matches('[role=status]')).map((part) => {
             const { x, y, width, height } = part.getBoundingClientRect();
             return [part.localName, part.textContent.slice(0, 40), x, y + scrollY, width, height];
         });",
        Vec::new(),
    )?;
    serde_json::from_value(places).context("no places")
}

/// What has shifted since the page began to load, by the browser's own measure.
pub(super) fn layout_shifts(page: &Page) -> Result<Vec<String>> {
    let shifts = page.run(
        "return new Promise((done) => {
             const shifts = [];
             const box = ({ x, y, width, height }) => `${x} ${y} ${width} × ${height}`;
             const moved = ({ node, previousRect, currentRect }) =>
                 `${node?.nodeName} ${node?.className ?? ''} from ${box(previousRect)} to ${box(currentRect)}`;
             const add = (entries) => {
                 for (const { value, sources } of entries) shifts.push(`${value}: ${sources.map(moved).join(', ')}`);
             };
             const observer = new PerformanceObserver((list) => add(list.getEntries()));
             observer.observe({ type: 'layout-shift', buffered: true });
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
                 add(observer.takeRecords());
                 done(shifts);
             })));
         });",
        Vec::new(),
    )?;
    serde_json::from_value(shifts).context("the browser does not measure shifts")
}

/// The reader leaves and comes back, and the browser fills the form in again before the widget has
/// arrived.
fn a_restored_form_is_adopted(page: &mut Page) -> Result<()> {
    open_alive(page, ENGLISH.path)?;
    choose(page, "Town")?;
    choose(page, "Planned")?;
    // A page with such a listener is loaded again, not kept alive.
    page.run("addEventListener('unload', () => {})", Vec::new())?;
    page.expect_request(GERMAN.path);
    page.element("nav a")?.click()?;
    page.wait_until("the other page is alive", |page| {
        Ok(!page.elements(".te-alive[lang=de]")?.is_empty())
    })?;
    let hold = page.server().hold(WASM);
    page.back()?;
    page.wait_until("the first page is back with its form", |page| {
        let language = page.element("figure")?.attribute("lang")?;
        Ok(language.as_deref() == Some("en") && !control(page, "Town")?.is_checked()?)
    })?;
    ensure!(is_alive(page)? == page.differs(Difference::PagesComeBackAlive));
    release(page, hold)?;
    wait_for_rows(
        page,
        &ENGLISH.rows(|fact| fact.toggle == "HUR" || fact.toggle == "NIS"),
    )?;
    ensure!(!control(page, "Town")?.is_checked()? && control(page, "Planned")?.is_checked()?);
    choose(page, "All")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "Town"))
}

fn a_missing_file_leaves_the_page_usable(page: &mut Page) -> Result<()> {
    page.server().answer(WASM, Answer::status(404));
    // No page can keep Chromium from telling of a failed request.
    page.allow_fault(
        "widget_bg.wasm - Failed to load resource: the server responded with a status of 404",
    );
    stays_usable(page)
}

fn half_a_file_leaves_the_page_usable(page: &mut Page) -> Result<()> {
    let whole = built_file("widget_bg.wasm")?;
    let half = whole[..whole.len() / 2].to_vec();
    page.server().answer(WASM, Answer::Body(half));
    stays_usable(page)
}

/// Hosts that send their home page instead of a 404.
fn another_file_leaves_the_page_usable(page: &mut Page) -> Result<()> {
    page.server()
        .answer(WASM, Answer::text("<!doctype html><title>Home</title>"));
    stays_usable(page)
}

fn a_wrong_type_does_no_harm(page: &mut Page) -> Result<()> {
    page.server()
        .answer(WASM, Answer::ContentType("application/octet-stream"));
    open_alive(page, ENGLISH.path)?;
    expect_usable(page, &ENGLISH)
}

/// After the widget has given up, the page does what it did before, and promises no more.
fn stays_usable(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    page.wait_until("the widget has given up", |page| {
        Ok(!page
            .elements(".troop-estimates[data-state=still]")?
            .is_empty())
    })?;
    ensure!(!is_alive(page)?);
    let told = notices(page)?;
    ensure!(
        told.len() == 1 && told[0].starts_with("Order, scale and downloads did not load."),
        "{told:?}"
    );
    expect_usable(page, &ENGLISH)?;
    for button in page.elements("figure button")? {
        ensure!(
            !button.is_displayed()?,
            "a button that does nothing is in sight"
        );
    }
    Ok(())
}

fn nothing_is_loaded_before_the_widget_is_near(page: &mut Page) -> Result<()> {
    let article = String::from_utf8(built_file("index.html")?)?;
    let style = "<link rel=stylesheet href=/far.css></head>";
    page.put("/far", &article.replace("</head>", style));
    page.put("/far.css", "main { padding-top: 5000px; }");
    page.put("/mark.txt", "");
    page.open("/far")?;
    // An observer of the test's own reports after the loader's; the request for the mark comes last.
    page.run(
        "const place = document.querySelector('.troop-estimates');
         return new Promise((seen) => new IntersectionObserver(seen).observe(place))
             .then(() => fetch('/mark.txt')).then(() => null);",
        Vec::new(),
    )?;
    ensure!(requests_for(page, "/mark.txt") == 1);
    let files = ["/widget.js", WASM];
    for file in files {
        ensure!(requests_for(page, file) == 0, "{file} is loaded too early");
    }
    ensure!(rows_in_sight(page)?.len() == ENGLISH.facts.len());
    nth(page, ".te-row", 0)?.scroll_to()?;
    wait_until_alive(page)?;
    expect_usable(page, &ENGLISH)?;
    for file in files {
        ensure!(requests_for(page, file) == 1, "{file} is not loaded once");
    }
    Ok(())
}

/// Notes how many widgets come alive in each task: an observer hears at once of all that has happened in one.
const TASKS: &str = "
    window.tasks = [];
    new MutationObserver((changes) => {
        const alive = new Set(changes.map(({ target }) => target).filter((figure) => figure.matches('.te-alive')));
        if (alive.size > 0) tasks.push(alive.size);
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['class'] });";

fn a_task_for_each(page: &mut Page) -> Result<()> {
    let place = "<div class=troop-estimates data-dataset=north-korea></div>".repeat(3);
    let dataset = ("north-korea", "en", ENGLISH.dataset);
    let widgets = Site::new()?.prerender(&place, dataset)?;
    page.put("/tasks.js", TASKS);
    page.expect_request("/tasks.js");
    let head = "<script src=/tasks.js></script></head>";
    page.put("/three.html", &widgets.replace("</head>", head));
    page.set_viewport(1024, 5000)?;
    page.open("/three.html")?;
    page.wait_until("all are alive", |page| {
        Ok(page.elements(".te-alive")?.len() == 3)
    })?;
    let tasks = page.run("return window.tasks", Vec::new())?;
    ensure!(tasks == json!([1, 1, 1]), "{tasks}");
    Ok(())
}
