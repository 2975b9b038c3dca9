//! `troop-estimates check` on files as they arrive.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Checks files of the project.
fn check(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_troop-estimates"));
    let checked = command.current_dir(project()).arg("check").args(arguments);
    checked.output().expect("the tool runs")
}

/// The files of a folder of tests/data, in the order of their names.
fn files(folder: &str) -> Vec<String> {
    let folder = format!("tests/data/{folder}");
    let entries = project().join(&folder).read_dir().expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut files: Vec<_> = names
        .map(|name| format!("{folder}/{}", name.to_string_lossy()))
        .collect();
    files.sort();
    assert!(files.len() > 2);
    files
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

#[test]
fn good_files_have_no_problem() {
    for file in files("good") {
        let checked = check(&[&file]);
        assert!(text(&checked.stdout).contains("no problems"), "{checked:?}");
        assert_eq!(checked.status.code(), Some(0));
    }
}

#[test]
fn everything_that_is_wrong_in_bad_files_is_told() {
    let mut told = String::new();
    for file in files("bad") {
        let checked = check(&[&file]);
        let code = checked.status.code().expect("an exit code");
        assert_ne!(code, 0, "{file}");
        told += text(&checked.stdout);
        told += text(&checked.stderr);
        told += &format!("exit code {code}\n\n");
    }
    insta::assert_snapshot!(told);
}

#[test]
fn the_worst_file_decides_the_exit_code_and_all_are_checked() {
    let good = "tests/data/good/tabs.tsv";
    let bad = "tests/data/bad/ragged.csv";
    let missing = "tests/data/there-is-none.csv";
    assert_eq!(check(&[good, bad]).status.code(), Some(1));
    let checked = check(&[missing, bad, good]);
    assert_eq!(checked.status.code(), Some(2));
    assert!(text(&checked.stderr).contains(missing));
    assert!(text(&checked.stdout).contains(good));
}

#[test]
fn other_programs_get_each_problem_in_parts() {
    let checked = check(&[
        "--format",
        "json",
        "tests/data/bad/figures.csv",
        "tests/data/bad/utf-16.csv",
    ]);
    let files: Value = serde_json::from_slice(&checked.stdout).expect("JSON");
    assert_eq!(files[0]["estimates"], 1);
    assert_eq!(files[0]["refused"], 7);
    let problem = &files[0]["problems"][0];
    assert_eq!(problem["row"], 6);
    assert_eq!(problem["column"], "Low");
    assert_eq!(problem["found"], "\"1,000\"");
    assert_eq!(problem["suggestion"], "1000");
    assert_eq!(files[1]["usable"], false);
    assert!(
        files[1]["error"]
            .as_str()
            .is_some_and(|error| error.contains("UTF-16"))
    );
    assert_eq!(checked.status.code(), Some(2));
}

/// What is piped into a file has no colours in it; a terminal that wants them gets them.
/// Larger than any memory: no more of it is read than tells so.
#[test]
fn a_file_without_end_is_refused_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, begin) in [("endless.csv", "Title,é"), ("endless.json", "{")] {
        let path = folder.path().join(name);
        let mut file = File::create(&path).expect("a file");
        file.write_all(begin.as_bytes()).expect("writes");
        file.set_len(1 << 40).expect("a file with holes");
        let checked = check(&[path.to_str().expect("text")]);
        assert_eq!(checked.status.code(), Some(1), "{checked:?}");
        let said = [text(&checked.stdout), text(&checked.stderr)].concat();
        assert!(said.contains("at most 2097152"), "{said}");
    }
}

#[test]
fn colours_are_for_terminals() {
    let plain = check(&["tests/data/bad/ragged.csv"]);
    assert!(!text(&plain.stdout).contains('\u{1b}'));
    let mut command = Command::new(env!("CARGO_BIN_EXE_troop-estimates"));
    let command = command.current_dir(project()).env("CLICOLOR_FORCE", "1");
    let coloured = command
        .args(["check", "tests/data/bad/ragged.csv"])
        .output();
    assert!(text(&coloured.expect("runs").stdout).contains('\u{1b}'));
}
