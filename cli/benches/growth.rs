//! How the work of the native tool grows with the number of estimates: `cargo bench --package troop-estimates-cli`.
//!
//! Each is measured from 6 to 10,000 estimates, in time and in estimates a second: where the latter stays, the work
//! grows as the file does.

use std::fmt::Write;
use std::fs;
use std::process::Command;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use troop_estimates::dataset::{CategoryIndex, Dataset, Packed, read_json};
use troop_estimates::spreadsheet::read_csv;
use troop_estimates::view::{ViewState, category_agreement, layout};
use troop_estimates_cli::{prerender, render};

/// Numbers of estimates.
const SIZES: [usize; 4] = [6, 100, 1_000, 10_000];
const SOURCES: usize = 12;
const CATEGORIES: usize = 3;

const PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>Page</title></head><body>\
    <div class=\"troop-estimates\" data-dataset=\"many\"></div></body></html>";

/// Low and high of an estimate: some overlap, some leave gaps.
fn figure(place: usize) -> (usize, usize) {
    let low = 1_000 * (1 + place * 7 % 90);
    (low, low + 1_000 * (1 + place % 13))
}

fn json(size: usize) -> String {
    let list = |count: usize, item: &dyn Fn(usize) -> String| {
        (0..count).map(item).collect::<Vec<_>>().join(",")
    };
    let sources = list(SOURCES, &|place| {
        format!("{{\"id\":\"s{place}\",\"name\":\"Source {place}\"}}")
    });
    let categories = list(CATEGORIES, &|place| {
        format!("{{\"id\":\"c{place}\",\"label\":\"Category {place}\"}}")
    });
    let estimates = list(size, &|place| {
        let (low, high) = figure(place);
        format!(
            "{{\"id\":\"e{place}\",\"source\":\"s{}\",\"category\":\"c{}\",\"low\":{low},\"high\":{high}}}",
            place % SOURCES,
            place % CATEGORIES
        )
    });
    format!(
        "{{\"format\":1,\"language\":\"en\",\"title\":\"Many\",\"asOf\":{{\"date\":\"2025\"}},\"unit\":\"soldiers\",\
         \"sources\":[{sources}],\"categories\":[{categories}],\"estimates\":[{estimates}]}}"
    )
}

fn csv(size: usize) -> String {
    let mut text =
        "Language,en\nTitle,Many\nAs of,2025\nUnit,soldiers\nSource,What is counted,Low,High\n"
            .to_owned();
    for place in 0..size {
        let (low, high) = figure(place);
        let (source, category) = (place % SOURCES, place % CATEGORIES);
        // Writing to a string does not fail.
        let _ = writeln!(text, "Source {source},Category {category},{low},{high}");
    }
    text
}

fn dataset(size: usize) -> Dataset {
    let reading = read_json(&json(size));
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    reading.dataset.expect("a dataset")
}

/// Measures one thing at each size; `prepare` makes what it is done with.
fn at_each_size<T>(
    criterion: &mut Criterion,
    name: &str,
    prepare: impl Fn(usize) -> T,
    work: impl Fn(&T),
) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    for size in SIZES {
        let input = prepare(size);
        group.throughput(Throughput::Elements(size as u64));
        group.bench_with_input(
            BenchmarkId::from_parameter(size),
            &input,
            |bencher, input| {
                bencher.iter(|| work(input));
            },
        );
    }
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    at_each_size(criterion, "parse and validate JSON", json, |text| {
        assert!(read_json(text).dataset.is_some());
    });
    at_each_size(criterion, "parse and validate CSV", csv, |text| {
        assert!(read_csv(text).dataset.is_some());
    });
}

fn view(criterion: &mut Criterion) {
    let everything = ViewState::default();
    at_each_size(criterion, "rows and axes", dataset, |dataset| {
        assert_eq!(layout(dataset, &everything).groups.len(), CATEGORIES);
    });
    at_each_size(criterion, "overlap", dataset, |dataset| {
        for category in 0..CATEGORIES {
            let agreement = category_agreement(dataset, &everything, CategoryIndex(category));
            assert!(agreement.figures > 0);
        }
    });
}

fn pages(criterion: &mut Criterion) {
    let folder = |size: usize| {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("many.en.json"), json(size)).expect("writes");
        folder
    };
    at_each_size(criterion, "prerender a page", folder, |folder| {
        fs::write(folder.path().join("page.html"), PAGE).expect("writes");
        prerender::folder(folder.path(), folder.path()).expect("prerenders");
    });
    let packed = |size: usize| Packed {
        dataset: dataset(size),
        refused: 0,
        problems: Vec::new(),
    };
    at_each_size(criterion, "draw a picture", packed, |packed| {
        assert!(render::svg(packed).is_ok());
    });
}

/// The commands as an editor calls them, with the start of the program.
fn commands(criterion: &mut Criterion) {
    let file = |size: usize| {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("many.en.json"), json(size)).expect("writes");
        folder
    };
    for arguments in [
        &["check", "many.en.json"][..],
        &[
            "render",
            "many.en.json",
            "--as",
            "svg",
            "--output",
            "many.svg",
        ],
    ] {
        at_each_size(
            criterion,
            &format!("command {}", arguments[0]),
            file,
            |folder| {
                let mut command = Command::new(env!("CARGO_BIN_EXE_troop-estimates"));
                let done = command
                    .args(arguments)
                    .current_dir(folder.path())
                    .output()
                    .expect("runs");
                assert!(done.status.success(), "{done:?}");
            },
        );
    }
}

criterion_group!(growth, reading, view, pages, commands);
criterion_main!(growth);
