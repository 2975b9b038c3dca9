//! Adding a language is one file, and one in which a message is missing fails the build.
//!
//! For the build the languages alone are built, by the project's own `build.rs`, from a copy of their folder. For the tests
//! it is a copy of the project, and those tests that go through all languages.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");
const FOLDER: &str = "src/locale/languages";

/// A program that prints the tag of every language.
const PROGRAM: &str = r#"
mod locale {
    #[path = "PROJECT/src/locale/fill.rs"]
    mod fill;
    #[path = "PROJECT/src/locale/languages/mod.rs"]
    pub mod languages;
    #[path = "PROJECT/src/locale/messages.rs"]
    mod messages;
    #[path = "PROJECT/src/locale/plural.rs"]
    mod plural;

    use fill::fill;
    pub use messages::{Messages, Words};
    pub(crate) use plural::plural_rule;
}

fn main() {
    for list in &locale::languages::ALL {
        println!("{}", list[0]);
    }
}
"#;

/// What Italian writes otherwise than English; its words do not matter here.
const ITALIAN: [(&str, &str); 10] = [
    ("tag", "it"),
    ("conventions", "it"),
    ("group_separator", "."),
    ("smallest_grouped", "10000"),
    ("months_with_day", MONTHS),
    ("months_alone", MONTHS),
    ("or_two", "{first} o {last}"),
    ("or_last", "{first} o {last}"),
    ("column_separator", ";"),
    ("sources", "Fonti"),
];
const MONTHS: &str =
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre";

/// English with other words for some messages.
fn language(messages: &[(&str, &str)]) -> String {
    let english = Path::new(PROJECT).join(FOLDER).join("en.rs");
    let english = fs::read_to_string(english).expect("English");
    let lines = english.lines().map(|line| {
        let name = line.trim().split(':').next();
        let other = messages.iter().find(|(message, _)| Some(*message) == name);
        match other {
            Some((message, words)) => format!("    {message}: {words:?},\n"),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

/// Copies a folder without what builds and tests leave behind. The copies are as old as what they are of, so that cargo
/// builds them anew only after a change.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for file in fs::read_dir(from).expect("a folder") {
        let path = file.expect("a file").path();
        let name = path.file_name().expect("a name");
        if [".git", "target", "dist", "screenshots"]
            .iter()
            .any(|other| name == *other)
        {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).expect("a copy");
            make_as_old(&to.join(name), &path);
        }
    }
}

fn make_as_old(file: &Path, other: &Path) {
    let modified = fs::metadata(other).and_then(|other| other.modified());
    let file = fs::File::options().append(true).open(file).expect("a file");
    file.set_modified(modified.expect("a time"))
        .expect("a time");
}

/// A folder with a copy of the languages.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let copy = Self(folder);
        fs::remove_dir_all(&copy.0).ok();
        fs::create_dir_all(copy.0.join(FOLDER)).expect("a folder");
        for file in fs::read_dir(Path::new(PROJECT).join(FOLDER)).expect("the languages") {
            let file = file.expect("a file");
            let copied = copy.0.join(FOLDER).join(file.file_name());
            fs::copy(file.path(), copied).expect("a copy");
        }
        let program = PROGRAM.replace("PROJECT", PROJECT);
        fs::write(copy.0.join("main.rs"), program).expect("the program");
        copy
    }

    fn language(&self, tag: &str) -> PathBuf {
        self.0.join(FOLDER).join(format!("{tag}.rs"))
    }

    fn tags(&self) -> Vec<String> {
        let files = fs::read_dir(self.0.join(FOLDER)).expect("the languages");
        let names = files.map(|file| file.expect("a file").file_name());
        let names = names.filter_map(|name| Some(name.to_str()?.strip_suffix(".rs")?.to_owned()));
        let mut tags: Vec<String> = names.filter(|name| name != "mod").collect();
        tags.sort();
        tags
    }

    fn compile(&self, source: &Path, program: &str) -> Output {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut rustc = Command::new(rustc);
        rustc.args(["--edition", "2024", "--cap-lints", "allow", "-o"]);
        rustc.arg(self.0.join(program)).arg(source);
        rustc.env("OUT_DIR", &self.0).output().expect("rustc")
    }

    /// Builds as cargo does: first the build script, which finds the languages.
    fn build(&self) -> Output {
        let built = self.compile(&Path::new(PROJECT).join("build.rs"), "build");
        assert!(built.status.success(), "{built:?}");
        let mut build = Command::new(self.0.join("build"));
        let build = build
            .env("CARGO_MANIFEST_DIR", &self.0)
            .env("OUT_DIR", &self.0);
        assert!(build.output().expect("the build script").status.success());
        self.compile(&self.0.join("main.rs"), "main")
    }
}

#[test]
fn a_language_is_one_file_and_is_found() {
    let copy = Copy::new("another-language");
    fs::write(copy.language("it"), language(&ITALIAN)).expect("a file");
    let built = copy.build();
    assert!(built.status.success(), "{built:?}");
    let output = Command::new(copy.0.join("main")).output().expect("runs");
    let said = String::from_utf8(output.stdout).expect("text");
    assert_eq!(said.lines().collect::<Vec<_>>(), copy.tags());
    assert!(said.contains("it\n"));
}

/// Gives the packages of the copy another version: to cargo two of one version are one, and what is built of the copy
/// would take the place of what is built of the project.
fn name_otherwise(manifest: &Path) {
    let text = fs::read_to_string(manifest).expect("a manifest");
    let version = concat!("version = \"", env!("CARGO_PKG_VERSION"), "\"");
    let other = concat!("version = \"", env!("CARGO_PKG_VERSION"), "-copy\"");
    assert!(text.contains(version), "no {version}");
    fs::write(manifest, text.replacen(version, other, 1)).expect("a manifest");
    make_as_old(manifest, &Path::new(PROJECT).join("Cargo.toml"));
}

/// Nothing but the file is added: no dataset, no article, no line in a test.
#[test]
fn with_another_language_all_tests_that_go_through_languages_pass() {
    let project = Path::new(env!("CARGO_TARGET_TMPDIR")).join("project-with-another-language");
    fs::remove_dir_all(&project).ok();
    copy(Path::new(PROJECT), &project);
    let file = project.join(FOLDER).join("it.rs");
    fs::write(&file, language(&ITALIAN)).expect("a file");
    make_as_old(
        &file,
        &Path::new(PROJECT).join("tests/adding_a_language.rs"),
    );
    name_otherwise(&project.join("Cargo.toml"));
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut tests = Command::new(cargo);
    tests.args(["test", "--offline", "--lib", "--target-dir"]);
    // What both are built of is built once.
    tests.arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."));
    tests.args(["--package=troop-estimates", "--package=troop-estimates-cli"]);
    tests.args(["--", "locale::", "names::"]);
    let output = tests.current_dir(project).output().expect("cargo");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_message_that_is_missing_fails_the_build_and_is_named_with_its_file() {
    let copy = Copy::new("missing-message");
    let messages = ["order_name", "up_to", "further_gaps", "tag"];
    for (tag, message) in copy.tags().into_iter().zip(messages.into_iter().cycle()) {
        let path = copy.language(&tag);
        let whole = fs::read_to_string(&path).expect("a language");
        let begins = format!("    {message}: ");
        let lines = whole.split_inclusive('\n');
        let lines: String = lines.filter(|line| !line.starts_with(&begins)).collect();
        assert!(lines.len() < whole.len(), "{tag} has no {message}");
        fs::write(&path, lines).expect("a file");
        let built = copy.build();
        let said = String::from_utf8_lossy(&built.stderr);
        assert!(!built.status.success(), "{tag} without {message} compiles");
        for expected in [
            &format!("missing field `{message}`"),
            &format!("languages/{tag}.rs"),
        ] {
            assert!(
                said.contains(expected.as_str()),
                "{expected} is not in {said}"
            );
        }
        fs::write(&path, whole).expect("a file");
    }
}
