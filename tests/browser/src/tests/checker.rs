//! axe-core, the automatic checker, on whatever state a page is in.

use anyhow::{Result, ensure};
use browser_tests::{Page, page_script};
use serde::Deserialize;
use serde_json::json;

/// All rules of WCAG 2.2 AA and the best practices, also those that axe-core leaves off. What it cannot decide
/// counts as found, unless it is excused.
const RUN: &str = "
    window.checked = null;
    const excuses = arguments[0];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const rules = Object.fromEntries(axe.getRules(tags).map(({ ruleId }) => [ruleId, { enabled: true }]));
    const options = { runOnly: tags, rules, resultTypes: ['violations', 'incomplete'], elementRef: true };
    const each = (results, look) => results.flatMap(({ id, nodes }) => nodes.flatMap((node) => look(id, node)));
    axe.run(document, options).then(
        ({ violations, incomplete, passes }) => {
            const excused = [];
            const found = each(violations, (id, { target, failureSummary }) => [`${id} at ${target}: ${failureSummary}`]);
            const undecided = each(incomplete, (id, { target, element, any, all, none }) => {
                const why = [...any, ...all, ...none].map(({ data }) => data?.messageKey).filter(Boolean).join();
                const excuse = excuses.findIndex(([rule, reasons, selector]) => rule === id && reasons.split(' ').includes(why) && element.matches(selector));
                if (excuse >= 0) {
                    excused.push(excuse);
                    return [];
                }
                return [`${id} cannot be decided at ${target}: ${why}`];
            });
            window.checked = { passes: passes.length, found: [...found, ...undecided], excused };
        },
        (error) => { window.checked = { passes: 0, found: [`it failed: ${error}`], excused: [] }; },
    );";

/// What axe-core cannot decide, and who does.
pub(crate) struct Excuse {
    rule: &'static str,
    /// Why it cannot, in its own words, any of these; it does not always say.
    reasons: &'static str,
    place: &'static str,
    /// The test that decides it.
    decided_by: &'static str,
}

const EVERY_WORD: &str = "access_colours::every_word_stands_out";

/// `access_checker::every_excuse_is_needed` takes care that none of them stays for nothing.
pub(crate) const EXCUSES: [Excuse; 4] = [
    Excuse {
        rule: "color-contrast",
        reasons: "bgGradient bgImage",
        place: ".te-select",
        decided_by: EVERY_WORD,
    },
    // Gridlines, bands and time line lie behind words, labels beside each other; a tick is one digit. What is set
    // apart in Arabic reaches into the lines around it, as Firefox measures it.
    Excuse {
        rule: "color-contrast",
        reasons: "bgOverlap imgNode elmPartiallyObscuring elmPartiallyObscured shortTextContent",
        place: ".te-table *, .te-evidence *, .te-figure bdi[dir]",
        decided_by: EVERY_WORD,
    },
    // What is hidden in one state is looked at in another.
    Excuse {
        rule: "hidden-content",
        reasons: "",
        place: ".te-figure [hidden], .te-notice, .te-group, .te-row, .te-axis, .te-axis *, .te-axis-title, \
            .te-band-labels, .te-strip, .te-label, .te-reference-label, .te-needs-script",
        decided_by: "access_checker::everything_at_once",
    },
    // The cells of the first column are headers themselves.
    Excuse {
        rule: "th-has-data-cells",
        reasons: "",
        place: ".te-table",
        decided_by: "access_tree::the_chart_reads_as_a_table_at_every_width",
    },
];

impl Excuse {
    /// What is excused, in words.
    pub(crate) fn text(&self) -> String {
        let Self {
            rule,
            place,
            decided_by,
            ..
        } = self;
        format!("{rule} at {place}, left to {decided_by}")
    }
}

/// So many rules apply to every page with the widget.
const APPLICABLE: u64 = 30;

/// What axe-core has to say of a page.
#[derive(Deserialize)]
pub(crate) struct Checked {
    passes: u64,
    /// What is wrong, a sentence a place.
    pub(crate) found: Vec<String>,
    /// The places of [`EXCUSES`] that were needed.
    pub(crate) excused: Vec<usize>,
}

/// axe-core finds nothing wrong with the page as it is now, and has found enough to look at.
pub(crate) fn expect_no_violations(page: &Page) -> Result<()> {
    let found = check(page)?.found;
    ensure!(
        found.is_empty(),
        "axe-core finds:\n- {}",
        found.join("\n- ")
    );
    Ok(())
}

/// Lets axe-core look at the page as it is now.
pub(crate) fn check(page: &Page) -> Result<Checked> {
    if page.run("return !window.axe", Vec::new())? == true {
        page.run(&page_script("AXE_CORE", "axe.min.js")?, Vec::new())?;
    }
    let excuses = EXCUSES.map(|excuse| [excuse.rule, excuse.reasons, excuse.place]);
    page.run(RUN, vec![json!(excuses)])?;
    page.wait_until("the check is done", |page| {
        Ok(page.run("return window.checked", Vec::new())? != json!(null))
    })?;
    let checked = page.run("return window.checked", Vec::new())?;
    let checked: Checked = serde_json::from_value(checked)?;
    ensure!(
        checked.passes >= APPLICABLE || !checked.found.is_empty(),
        "only {} rules applied",
        checked.passes
    );
    Ok(checked)
}
