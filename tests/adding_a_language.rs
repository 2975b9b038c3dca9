//! Adding a language is one file, and one in which a message is missing fails the build.
//!
//! Built here are the languages alone, by the project's own `build.rs`, from a copy of their folder.

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
    let english = fs::read_to_string(copy.language("en")).expect("English");
    let other = english.replace("tag: \"en\"", "tag: \"tlh\"");
    fs::write(copy.language("tlh"), other).expect("a file");
    let built = copy.build();
    assert!(built.status.success(), "{built:?}");
    let output = Command::new(copy.0.join("main")).output().expect("runs");
    let said = String::from_utf8(output.stdout).expect("text");
    assert_eq!(said.lines().collect::<Vec<_>>(), copy.tags());
    assert!(said.contains("tlh"));
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
