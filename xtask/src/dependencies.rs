//! Everything that is in the widget's program: how large it is there, and why it is there. Written to
//! docs/dependencies.md; a test sees that nothing is missing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    process::Command,
};

use anyhow::{Context, Result, bail};
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::{project, run, setup::Tools};

/// The program as the compiler leaves it: it still has the names of its functions.
const PROGRAM: &str = "target/wasm32-unknown-unknown/release/widget.wasm";
const PAGE: &str = "docs/dependencies.md";

/// Why the widget itself asks for a package.
const ASKED_FOR: [(&str, &str); 10] = [
    ("gloo-events", "listeners that go with what listens"),
    ("gloo-timers", "timers that do"),
    (
        "libm",
        "the logarithm, equal to the last bit on the native side and in the browser",
    ),
    (
        "plotters",
        "the drawing, in pixel space, without its fonts and series",
    ),
    (
        "plotters-backend",
        "the backend that makes nodes of what plotters draws",
    ),
    ("rlsf", "an allocator of a third of the standard one's code"),
    (
        "wasm-bindgen",
        "what the browser calls, and what it is asked for",
    ),
    (
        "wasm-bindgen-futures",
        "waits for what the browser promises",
    ),
    ("web-sys", "names of what a browser can do"),
    ("yew", "the components: nodes, state, hydration"),
];

const HEAD: &str = "# What is in the widget's program

Written by `cargo xtask dependencies`. Bytes are those of a package's functions before `wasm-opt`, as the compiler names
them: what is made of a generic function counts for the package that wrote it, what was put into another function for
that one. A package without bytes is needed to build, or all of it was put into others, or nothing of it is used. What
only builds, such as macros, is not in the list.

| package | bytes | why |
|---|---:|---|
";

/// Measures the program and writes the page.
pub(crate) fn write(tools: &Tools) -> Result<()> {
    let program = project().join(PROGRAM);
    let program = fs::read(&program)
        .with_context(|| format!("{PROGRAM} is missing: run `cargo xtask build`"))?;
    let mut bytes = bytes_by_package(&program)?;
    let asked = asked_by(tools)?;
    let mut page = HEAD.to_owned();
    let mut rows: Vec<_> = asked
        .iter()
        .map(|(package, by)| {
            (
                bytes.remove(&package.replace('-', "_")).unwrap_or_default(),
                package,
                by,
            )
        })
        .collect();
    rows.sort_by_key(|(bytes, package, _)| (std::cmp::Reverse(*bytes), *package));
    for (bytes, package, by) in rows {
        let why = why(package, by)?;
        writeln!(page, "| {package} | {bytes} | {why} |")?;
    }
    let rest: usize = bytes.values().sum();
    writeln!(
        page,
        "| the standard library, and glue | {rest} | Rust's own |"
    )?;
    fs::write(project().join(PAGE), page)?;
    println!("written: {PAGE}");
    Ok(())
}

fn why(package: &str, by: &BTreeSet<String>) -> Result<String> {
    let reason = ASKED_FOR.iter().find(|(asked, _)| *asked == package);
    let others: Vec<_> = by
        .iter()
        .filter(|other| *other != OWN)
        .map(String::as_str)
        .collect();
    match reason {
        Some((_, reason)) => Ok((*reason).to_owned()),
        None if package == OWN => Ok("this project".to_owned()),
        None if by.contains(OWN) => bail!("say in {} why {package} is there", file!()),
        None => Ok(format!("for {}", others.join(", "))),
    }
}

const OWN: &str = "troop-estimates";

/// Each package of the program with those that ask for it.
fn asked_by(tools: &Tools) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut tree = Command::new("cargo");
    tools.apply(&mut tree);
    tree.current_dir(project()).args([
        "tree",
        "--locked",
        "--package",
        OWN,
        "--target",
        "wasm32-unknown-unknown",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "depth",
        "--no-dedupe",
        "--format",
        " {p}",
    ]);
    let tree = run::output(&mut tree).context("`cargo tree` failed")?;
    let mut asked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut path: Vec<String> = Vec::new();
    for line in tree.lines() {
        let (depth, package) = line.split_once(' ').context("a line without a depth")?;
        let name = package.split_whitespace().next().unwrap_or_default();
        path.truncate(depth.parse()?);
        let by = asked.entry(name.to_owned()).or_default();
        by.extend(path.last().cloned());
        path.push(name.to_owned());
    }
    Ok(asked)
}

/// The bytes of the functions of each package, by its name in code.
fn bytes_by_package(program: &[u8]) -> Result<BTreeMap<String, usize>> {
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(imports) => {
                imported = imports
                    .into_iter()
                    .filter(|import| {
                        import
                            .as_ref()
                            .is_ok_and(|import| matches!(import.ty, wasmparser::TypeRef::Func(_)))
                    })
                    .count();
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(map) = subsection? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(usize::try_from(naming.index)?, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut bytes = BTreeMap::new();
    for (place, size) in sizes.iter().enumerate() {
        let name = names.get(&(imported + place)).copied().unwrap_or_default();
        // Only wasm-bindgen reads these, and takes them out.
        if !name.contains("describe") {
            *bytes.entry(package_of(name)).or_default() += size;
        }
    }
    Ok(bytes)
}

/// The package that a function's name begins with: `<yew::html::Key as core::fmt::Debug>::fmt` is yew's.
fn package_of(name: &str) -> String {
    let demangled = rustc_demangle::demangle(name).to_string();
    let begin = demangled.trim_start_matches(|character: char| !character.is_ascii_alphabetic());
    let begin = begin.strip_prefix("dyn ").unwrap_or(begin);
    begin
        .split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_package_that_its_name_begins_with() {
        for (name, package) in [
            ("_ZN3yew4html3key3Key3new17h0123456789abcdefE", "yew"),
            (
                "_ZN51_$LT$yew..html..Key$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE",
                "yew",
            ),
            ("_ZN4core3ptr13drop_in_place17h0123456789abcdefE", "core"),
            ("memcpy", "memcpy"),
            ("", ""),
        ] {
            assert_eq!(package_of(name), package, "{name}");
        }
    }

    #[test]
    fn the_page_names_every_package_of_the_program() {
        let page = fs::read_to_string(project().join(PAGE)).expect("the page");
        let rows = page
            .lines()
            .filter_map(|line| Some(line.strip_prefix("| ")?.split_once(" | ")?.0));
        let told: BTreeSet<_> = rows
            .filter(|name| !name.contains(' ') && *name != "package")
            .collect();
        let asked = asked_by(&Tools::default()).expect("a tree");
        assert_eq!(
            told,
            asked.keys().map(String::as_str).collect(),
            "run `cargo xtask dependencies`"
        );
        for (package, by) in &asked {
            assert!(
                why(package, by).is_ok_and(|why| page.contains(&why)),
                "{package}"
            );
        }
    }
}
