//! `troop-estimates render --as table`: a table that survives a CMS, and is the data afterwards.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use ammonia::{Builder, UrlRelative};
use assert_cmd::Command;
use scraper::{ElementRef, Html, Selector};
use troop_estimates::dataset::{Dataset, Figure, read_json};
use troop_estimates::locale::Locale;
use troop_estimates::table::{Cell, Row, Table, read};

/// What WordPress keeps of a post by an author without `unfiltered_html`, as its rules for post content say.
fn wordpress() -> Builder<'static> {
    let tags = "figure figcaption table caption thead tbody tr th td details summary button img section div span a";
    let mut rules = Builder::empty();
    rules
        .tags(tags.split(' ').collect())
        .generic_attributes(HashSet::from(["class", "id", "style"]))
        .generic_attribute_prefixes(HashSet::from(["data-"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("th", HashSet::from(["scope"])),
        ]))
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(None);
    rules
}

fn rendered(file: &str) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_troop-estimates"));
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let rendered = command
        .current_dir(project)
        .args(["render", file, "--as", "table"])
        .output();
    let rendered = rendered.expect("runs");
    assert!(rendered.status.success(), "{rendered:?}");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (text(rendered.stdout), text(rendered.stderr))
}

fn all<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element
        .select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn data(element: ElementRef<'_>) -> Vec<(String, String)> {
    let attributes = element.value().attrs();
    attributes
        .filter_map(|(name, value)| {
            Some((name.strip_prefix("data-")?.to_owned(), value.to_owned()))
        })
        .collect()
}

/// The table as the loader's part reads it from the page.
fn table(html: &str) -> Table {
    let document = Html::parse_fragment(html);
    let figure = all(document.root_element(), "figure.troop-estimates")[0];
    let below = all(figure, "figcaption")[0]
        .inner_html()
        .replace("</div>", "</div>\n");
    Table {
        caption: words(all(figure, "caption")[0]),
        remark: words(Html::parse_fragment(&below).root_element()),
        data: data(figure),
        rows: all(figure, "tr")
            .into_iter()
            .map(|row| Row {
                cells: all(row, "th, td")
                    .into_iter()
                    .map(|cell| Cell {
                        text: words(cell),
                        link: all(cell, "a[href]")
                            .first()
                            .and_then(|link| link.attr("href"))
                            .map(str::to_owned),
                    })
                    .collect(),
                data: data(row),
            })
            .collect(),
    }
}

/// What must not be lost on the way, in an order that does not depend on that of the rows.
fn told(dataset: &Dataset) -> Vec<String> {
    let locale = Locale::for_language(&dataset.language);
    let estimates = dataset.estimates.iter();
    let mut told: Vec<String> = estimates
        .map(|estimate| {
            let source = &dataset.sources[estimate.source.0];
            let category = &dataset.categories[estimate.category.0];
            // Of a figure that is not given nobody can say that it is about right.
            let figure = match estimate.figure {
                Figure {
                    low: None,
                    best: None,
                    high: None,
                    ..
                } => Figure::default(),
                figure => figure,
            };
            let date = estimate
                .date
                .as_ref()
                .map(|dated| (dated.iso(), locale.dated(dated)));
            format!(
                "{} {figure:?} {date:?} {:?} {:?} {:?} {:?} {:?} {:?}",
                estimate.id,
                (
                    &source.id,
                    &source.name,
                    &source.short_name,
                    &source.kind,
                    &source.url
                ),
                (
                    &category.id,
                    &category.label,
                    &category.short_label,
                    &category.note,
                    category.own_scale
                ),
                estimate.passed_on_by,
                estimate.note,
                estimate.quote,
                estimate.url,
            )
        })
        .collect();
    told.sort();
    told.push(format!(
        "{:?} {:?} {:?} {} {:?}",
        dataset.title, dataset.takeaway, dataset.as_of, dataset.unit, dataset.credit
    ));
    told
}

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    std::fs::read_to_string(path).expect("reads")
}

#[test]
fn what_wordpress_keeps_of_a_table_is_still_all_of_the_data() {
    let languages = ["en", "de", "fr", "es", "pl", "uk", "ko", "ar"];
    let files = languages.map(|language| format!("data/north-korea.{language}.json"));
    for name in files
        .iter()
        .map(String::as_str)
        .chain(["tests/data/good/everything.json"])
    {
        let (html, _) = rendered(name);
        let kept = wordpress().clean(&html).to_string();
        let dataset = read_json(&file(name)).dataset.expect("a dataset");
        let locale = Locale::for_language(&dataset.language);
        let reading =
            read(&table(&kept), locale).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        assert_eq!(
            told(&reading.dataset.expect("a dataset")),
            told(&dataset),
            "{name}"
        );
    }
}

/// The language of the figure, which the page says too, and how wide a heading is: nothing else is lost.
#[test]
fn wordpress_strips_nothing_but_two_attributes() {
    let (html, _) = rendered("data/north-korea.en.json");
    let mut rules = wordpress();
    rules
        .add_tag_attributes("figure", ["lang"])
        .add_tag_attributes("th", ["colspan"]);
    let words = |html: &str| Html::parse_fragment(html).root_element().html();
    assert_eq!(words(&rules.clean(&html).to_string()), words(&html));
    assert!(!html.contains("<script") && !html.contains("style="));
}

#[test]
fn it_reads_well_with_no_script_at_all() {
    let (html, _) = rendered("data/north-korea.de.json");
    let text = words(Html::parse_fragment(&html).root_element());
    for part in [
        "Wie viele Soldaten noch aus Nordkorea?",
        "Zahl der Soldaten",
        "HUR (ukrainischer Militärgeheimdienst)",
        "25.000 bis 30.000",
        "keine Zahl genannt",
        "Das sind keine nordkoreanischen Soldaten.",
        "Stand: Sommer 2025",
        "Zusammengestellt aus einem Nachrichtenbericht",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_has_no_room_in_a_table_is_told() {
    let (_, note) = rendered("tests/data/good/everything.json");
    assert!(
        note.contains("values to compare with: 2 left out"),
        "{note}"
    );
    assert!(note.contains("events: 2 left out"), "{note}");
}
