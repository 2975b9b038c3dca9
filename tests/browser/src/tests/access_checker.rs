//! axe-core finds nothing wrong in any state of the page.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Media, Page, Test, built_file};

use super::checker::{EXCUSES, check, expect_no_violations};
use super::everything::{self, refuse_to_copy};
use super::exploring::{button, eventually, is_in_sight, open_whole, sort_by, strip};
use super::right_to_left::ARABIC;
use super::sites::{Site, article_with_addresses};
use super::steps::{articles, choose, open_alive, open_details, summary, wait_until_alive};
use super::stories::{ENGLISH, GERMAN, STORIES};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("access_checker::it_can_find_something", finds_something),
        Test::new("access_checker::first_view", first_view),
        Test::new("access_checker::first_view_in_dark", first_view).dark(),
        Test::new("access_checker::first_view_on_a_phone", on_a_phone),
        Test::new("access_checker::before_any_script", before_scripts),
        Test::new("access_checker::all_toggled_off", all_off),
        Test::new("access_checker::all_toggled_off_in_dark", all_off).dark(),
        Test::new("access_checker::nothing_of_a_category", nothing_shown),
        Test::new("access_checker::details_pinned", details_pinned),
        Test::new("access_checker::details_pinned_in_dark", details_pinned).dark(),
        Test::new("access_checker::tip_open", tip_open),
        Test::new("access_checker::logarithmic", logarithmic),
        Test::new("access_checker::logarithmic_in_dark", logarithmic).dark(),
        Test::new("access_checker::one_category", one_category),
        Test::new("access_checker::problems_shown", problems_shown),
        Test::new("access_checker::many_sources", many_sources),
        Test::new("access_checker::no_estimate", no_estimate),
        Test::new("access_checker::right_to_left", right_to_left),
        Test::new("access_checker::right_to_left_in_dark", right_to_left).dark(),
        Test::new(
            "access_checker::right_to_left_on_a_phone",
            right_to_left_on_a_phone,
        ),
        Test::new("access_checker::sorted_and_zoomed", sorted_and_zoomed),
        Test::new("access_checker::a_part_of_the_link_ignored", part_ignored),
        Test::new("access_checker::more_rows_than_shown", more_rows),
        Test::new("access_checker::much_evidence_opened", much_evidence),
        Test::new("access_checker::the_address_shown", address_shown),
        Test::new(
            "access_checker::every_excuse_is_needed",
            every_excuse_is_needed,
        ),
        Test::new("access_checker::forced_colours", forced_colours),
        Test::new("access_checker::everything_at_once", everything_at_once),
        Test::new(
            "access_checker::everything_at_once_in_dark",
            everything_at_once,
        )
        .dark(),
        Test::new(
            "access_checker::everything_at_once_on_a_phone",
            everything_on_a_phone,
        ),
    ]
}

/// A name taken away, a role and a language that are none, weak text: each is found.
fn finds_something(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    expect_no_violations(page)?;
    page.run(
        "document.querySelector('.te-only').setAttribute('aria-label', '');
         document.querySelector('.te-only').textContent = '';
         document.querySelector('.te-table').setAttribute('role', 'chart');
         const sheet = [...document.styleSheets].find(({ href }) => href.endsWith('/style.css'));
         sheet.insertRule('.te-takeaway { color: #bbb !important; }', sheet.cssRules.length);
         document.querySelector('figure').lang = 'xx-none';",
        Vec::new(),
    )?;
    let found = check(page)?.found;
    for rule in ["button-name", "aria-roles", "color-contrast", "valid-lang"] {
        let caught = found.iter().any(|sentence| sentence.starts_with(rule));
        ensure!(caught, "{rule} is not among {found:?}");
    }
    Ok(())
}

fn first_view(page: &mut Page) -> Result<()> {
    for [language, path] in articles(page)? {
        open_whole(page, &path)?;
        expect_no_violations(page).context(language)?;
    }
    Ok(())
}

fn on_a_phone(page: &mut Page) -> Result<()> {
    page.set_viewport(320, 3000)?;
    for story in STORIES {
        open_alive(page, story.path)?;
        expect_no_violations(page).context(story.language)?;
    }
    Ok(())
}

/// The prerendered pages, whose loader is taken away: where a browser runs no scripts at all, the checker's
/// own do not run to their end.
fn before_scripts(page: &mut Page) -> Result<()> {
    page.set_viewport(1024, 2400)?;
    for (story, name) in STORIES.iter().zip(["index.html", "de.html"]) {
        let article = String::from_utf8(built_file(name)?)?;
        let (head, rest) = article.split_once("<script").context("no loader")?;
        ensure!(
            rest.split('>')
                .next()
                .is_some_and(|tag| tag.contains("loader.js")),
            "{name} has another script"
        );
        let (_, rest) = rest.split_once("</script>").context("no end")?;
        page.put("/bare", &format!("{head}{rest}"));
        page.open("/bare")?;
        expect_no_violations(page).context(story.language)?;
        summary(page, 1)?.click()?;
        choose(page, story.facts[0].toggle)?;
        expect_no_violations(page).context("with details open and a source hidden")?;
    }
    Ok(())
}

fn all_off(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    button(page, "None")?.click()?;
    page.wait_until("no row is in sight", |page| {
        Ok(!is_in_sight(page, ".te-row")?)
    })?;
    expect_no_violations(page)
}

fn nothing_shown(page: &mut Page) -> Result<()> {
    open_whole(page, GERMAN.path)?;
    choose(page, GERMAN.facts[4].category)?;
    choose(page, GERMAN.facts[4].toggle)?;
    page.wait_until("no row is in sight", |page| {
        Ok(!is_in_sight(page, ".te-row")?)
    })?;
    expect_no_violations(page)
}

fn details_pinned(page: &mut Page) -> Result<()> {
    let (article, _) = article_with_addresses(ENGLISH.language)?;
    page.put("/addresses", &article);
    open_whole(page, "/addresses")?;
    for place in 0..ENGLISH.facts.len() {
        summary(page, place)?.click()?;
    }
    eventually(page, "all details are open", |page| {
        ensure!(open_details(page)?.len() == ENGLISH.facts.len());
        Ok(())
    })?;
    expect_no_violations(page)
}

fn tip_open(page: &mut Page) -> Result<()> {
    let (article, _) = article_with_addresses(ENGLISH.language)?;
    page.put("/addresses", &article);
    open_whole(page, "/addresses")?;
    strip(page, "10,000 to 20,000")?.hover()?;
    page.wait_until("the tip is in sight", |page| {
        is_in_sight(page, "[data-tip] > .te-provenance")
    })?;
    expect_no_violations(page)
}

fn logarithmic(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Logarithmic")?;
    eventually(page, "the axis says so", |page| {
        let title = page.element(".te-axis-title")?.text()?;
        ensure!(title.contains("Logarithmic"));
        Ok(())
    })?;
    expect_no_violations(page)
}

fn one_category(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for category in ENGLISH.categories() {
        choose(page, category)?;
        expect_no_violations(page).context(category)?;
    }
    Ok(())
}

/// A dataset in English with these sources and estimates of one category.
fn dataset(sources: &str, estimates: &str) -> String {
    format!(
        r#"{{"format": 1, "language": "en", "title": "How many?", "asOf": "2025", "unit": "soldiers",
            "takeaway": "It depends.", "credit": "A test.", "sources": [{sources}],
            "categories": [{{"id": "c", "label": "Sent"}}], "estimates": [{estimates}]}}"#
    )
}

/// Checks a page made of a dataset, alive.
fn expect_clean(page: &mut Page, text: &str, prepare: fn(&Page) -> Result<()>) -> Result<()> {
    let body = "<main><h1>Page</h1><div class=troop-estimates data-dataset=own></div></main>";
    let html = Site::new()?.prerender(body, ("own", "en", text))?;
    page.put("/own", &html);
    page.set_viewport(1024, 3000)?;
    page.open("/own")?;
    wait_until_alive(page)?;
    prepare(page)?;
    expect_no_violations(page)
}

fn problems_shown(page: &mut Page) -> Result<()> {
    let text = dataset(
        r#"{"id": "a", "name": "A"}"#,
        r#"{"source": "a", "category": "c", "best": 5}, {"source": "a", "category": "c", "low": 9, "high": 1}"#,
    );
    expect_clean(page, &text, |page| {
        page.element(".te-refusals summary")?.click()?;
        page.wait_until("the problem is in sight", |page| {
            page.element(".te-refusals li")?.is_displayed()
        })
    })
}

/// So many that their toggles scroll in a box of their own.
pub(crate) fn of_64_sources() -> String {
    let each = |make: fn(usize) -> String| (0..64).map(make).collect::<Vec<_>>().join(",");
    dataset(
        &each(|place| {
            format!(r#"{{"id": "s{place}", "name": "Institute {place}", "kind": "institute"}}"#)
        }),
        &each(|place| format!(r#"{{"source": "s{place}", "category": "c", "best": 1{place}000}}"#)),
    )
}

fn many_sources(page: &mut Page) -> Result<()> {
    expect_clean(page, &of_64_sources(), |_| Ok(()))
}

fn no_estimate(page: &mut Page) -> Result<()> {
    let text = dataset(r#"{"id": "a", "name": "A"}"#, "");
    expect_clean(page, &text, |_| Ok(()))
}

/// The first view, details, the other scale, another order and zoom.
fn right_to_left(page: &mut Page) -> Result<()> {
    open_whole(page, ARABIC)?;
    expect_no_violations(page)?;
    for place in 0..ENGLISH.facts.len() {
        summary(page, place)?.click()?;
    }
    eventually(page, "all details are open", |page| {
        ensure!(open_details(page)?.len() == ENGLISH.facts.len());
        Ok(())
    })?;
    expect_no_violations(page).context("with all details open")?;
    open_whole(page, &format!("{ARABIC}?te=log"))?;
    expect_no_violations(page).context("logarithmic")?;
    open_whole(page, &format!("{ARABIC}?te=by:lowest;zoom"))?;
    ensure!(is_in_sight(page, ".te-cut-axis")?, "it is not zoomed");
    expect_no_violations(page).context("sorted and zoomed")
}

fn right_to_left_on_a_phone(page: &mut Page) -> Result<()> {
    page.set_viewport(320, 3000)?;
    open_alive(page, ARABIC)?;
    expect_no_violations(page)
}

fn sorted_and_zoomed(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    sort_by(page, "Widest first")?;
    choose(page, "Zoom to what is shown")?;
    page.wait_until("the axis is cut", |page| is_in_sight(page, ".te-cut-axis"))?;
    expect_no_violations(page)
}

fn part_ignored(page: &mut Page) -> Result<()> {
    open_whole(page, "/?te=without:nobody")?;
    page.wait_until("it is said", |page| is_in_sight(page, ".te-ignored"))?;
    expect_no_violations(page)
}

fn more_rows(page: &mut Page) -> Result<()> {
    let estimates: Vec<_> = (1..=120)
        .map(|best| format!(r#"{{"source": "a", "category": "c", "best": {best}}}"#))
        .collect();
    let text = dataset(r#"{"id": "a", "name": "A"}"#, &estimates.join(","));
    expect_clean(page, &text, |page| {
        button(page, "Show 50 more")?.click()?;
        page.wait_until("there are more", |page| {
            Ok(page.elements(".te-row")?.len() == 100)
        })
    })
}

/// So many events that they are closed at first.
fn much_evidence(page: &mut Page) -> Result<()> {
    let events: Vec<_> = (1..=20)
        .map(|day| {
            format!(
                r#"{{"label": "Seen on the {day}th", "date": "2025-05-{day:02}", "source": "a"}}"#
            )
        })
        .collect();
    let text = dataset(r#"{"id": "a", "name": "A"}"#, "");
    let end = text.rfind('}').context("no end")?;
    let text = format!("{}, \"events\": [{}]}}", &text[..end], events.join(","));
    expect_clean(page, &text, |page| {
        page.element(".te-evidence summary")?.click()?;
        page.wait_until("the list is in sight", |page| {
            is_in_sight(page, ".te-event")
        })
    })
}

fn address_shown(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    refuse_to_copy(page)?;
    button(page, "Copy link")?.click()?;
    page.wait_until("the address is in sight", |page| {
        is_in_sight(page, ".te-address")
    })?;
    expect_no_violations(page)
}

fn forced_colours(page: &mut Page) -> Result<()> {
    if page.differs(Difference::NoForcedColours) {
        return Ok(());
    }
    for story in STORIES {
        open_whole(page, story.path)?;
        page.set_media(Media {
            forced_colours: true,
            ..Media::default()
        })?;
        expect_no_violations(page).context(story.language)?;
        summary(page, 1)?.click()?;
        expect_no_violations(page).context("with details open")?;
        page.set_media(Media::default())?;
    }
    Ok(())
}

/// A cut axis, details, a tip, a notice, an address, more rows, problems and evidence.
fn everything_at_once(page: &mut Page) -> Result<()> {
    everything::open(page, 1024)?;
    expect_no_violations(page)
}

fn everything_on_a_phone(page: &mut Page) -> Result<()> {
    everything::open(page, 320)?;
    expect_no_violations(page)
}

/// What axe-core has learnt to decide, or no longer meets, needs no excuse any more.
fn every_excuse_is_needed(page: &mut Page) -> Result<()> {
    let mut needed = Vec::new();
    open_whole(page, ENGLISH.path)?;
    needed.extend(check(page)?.excused);
    page.set_viewport(320, 3000)?;
    needed.extend(check(page)?.excused);
    for width in [1024, 320] {
        everything::open(page, width)?;
        needed.extend(check(page)?.excused);
    }
    let idle: Vec<String> = (0..EXCUSES.len())
        .filter(|place| !needed.contains(place))
        .map(|place| EXCUSES[place].text())
        .collect();
    ensure!(idle.is_empty(), "not needed:\n- {}", idle.join("\n- "));
    Ok(())
}
