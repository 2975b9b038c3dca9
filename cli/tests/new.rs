//! `troop-estimates new`, and what it writes.

use assert_cmd::Command;

fn tool() -> Command {
    Command::new(env!("CARGO_BIN_EXE_troop-estimates"))
}

#[test]
fn what_is_new_has_no_problem_and_says_the_same_in_either_format() {
    let folder = tempfile::tempdir().expect("a folder");
    for language in ["en", "de"] {
        let mut figures = Vec::new();
        for name in ["one.csv", "one.json"] {
            let name = format!("{language}-{name}");
            let mut new = tool();
            new.current_dir(&folder)
                .args(["new", &name, "--language", language]);
            new.assert().success();
            let mut check = tool();
            check.current_dir(&folder).args(["check", &name]);
            check.assert().success();
            let bytes = std::fs::read(folder.path().join(&name)).expect("a file");
            let text = String::from_utf8(bytes).expect("text");
            let reading = match name.ends_with("json") {
                true => troop_estimates::dataset::read_json(&text),
                false => troop_estimates::spreadsheet::read_csv(&text),
            };
            let mut dataset = reading.dataset.expect("a dataset");
            // The names take the place of ids in a spreadsheet without any.
            dataset
                .sources
                .iter_mut()
                .for_each(|source| source.id.clone_from(&source.name));
            dataset
                .categories
                .iter_mut()
                .for_each(|category| category.id.clone_from(&category.label));
            figures.push(dataset);
        }
        assert_eq!(figures[0], figures[1]);
        assert_eq!(figures[0].language, language);
    }
}

#[test]
fn a_file_that_is_there_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("estimates.csv");
    std::fs::write(&file, "mine").expect("writes");
    let mut new = tool();
    let refused = new.current_dir(&folder).arg("new").assert().code(2);
    let told = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(told.contains("estimates.csv is there already"), "{told}");
    assert_eq!(std::fs::read_to_string(file).expect("reads"), "mine");
}

#[test]
fn an_ending_that_is_neither_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut new = tool();
    new.current_dir(&folder)
        .args(["new", "data.xlsx"])
        .assert()
        .code(2);
    assert!(!folder.path().join("data.xlsx").exists());
}
