//! A folder that the tool has published, of a release that is small enough to be compressed in no time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use sha2::{Digest, Sha384};
use tempfile::TempDir;

pub const BASE: &str = "https://charts.example/troops/";

/// A folder with a release, datasets, and what was published of them.
pub struct Published(TempDir);

impl Published {
    /// A release whose scripts are the true ones and whose wasm is none.
    pub fn new() -> Self {
        let published = Self(tempfile::tempdir().expect("a folder"));
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let release = published.path("release");
        fs::create_dir(&release).expect("a folder");
        for file in [
            "loader.js",
            "fill.js",
            "events.js",
            "life.js",
            "revision.js",
            "frame.js",
            "frame.css",
            "toggles.css",
            "favicon.svg",
        ] {
            fs::copy(project.join("embed").join(file), release.join(file)).expect("copies");
        }
        fs::copy(project.join("style.css"), release.join("style.css")).expect("copies");
        for part in ["widget", "keep", "table"] {
            fs::write(release.join(format!("{part}.js")), format!("// {part}")).expect("writes");
            fs::write(release.join(format!("{part}_bg.wasm")), b"\0asm\x01\0\0\0").expect("writes");
        }
        for language in ["en", "de"] {
            let name = format!("north-korea.{language}.json");
            fs::copy(project.join("data").join(&name), published.path(&name)).expect("copies");
        }
        published
    }

    /// A file beside the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn out(&self) -> PathBuf {
        self.path("out")
    }

    pub fn try_publish(&self, files: &[&str], arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_troop-estimates"));
        command.current_dir(&self.0).arg("publish").args(files);
        command.args(["--out", "out", "--assets", "release"]);
        if !arguments.contains(&"--base-url") {
            command.args(["--base-url", BASE]);
        }
        command.args(arguments).output().expect("the tool runs")
    }

    /// Publishes these datasets, and gives what the tool says.
    pub fn publish(&self, files: &[&str]) -> String {
        let published = self.try_publish(files, &[]);
        assert!(published.status.success(), "{published:?}");
        String::from_utf8(published.stdout).expect("text")
    }

    pub fn text(&self, path: &str) -> String {
        let file = self.out().join(path);
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// All files of the folder with their contents.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.out(), "", &mut files);
        files
    }

    /// A release of another version takes the place of the one beside the folder.
    pub fn another_release(&self) {
        let script = self.path("release/widget.js");
        let text = fs::read_to_string(&script).expect("reads");
        fs::write(script, text + "// another").expect("writes");
    }

    /// Changes a dataset beside the folder.
    pub fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.path(file);
        let text = fs::read_to_string(&path).expect("reads");
        assert!(text.contains(from), "{from}");
        fs::write(path, text.replacen(from, to, 1)).expect("writes");
    }
}

fn collect(root: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(root.join(below)).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("text");
        let path = if below.is_empty() {
            name
        } else {
            format!("{below}/{name}")
        };
        if entry.file_type().expect("a type").is_dir() {
            collect(root, &path, files);
        } else {
            files.insert(path, fs::read(entry.path()).expect("reads"));
        }
    }
}

/// The values of an attribute in a page, of all elements that the selector finds.
pub fn attributes(page: &str, selector: &str, attribute: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    let found = page
        .select(&selector)
        .filter_map(|element| element.attr(attribute));
    found.map(str::to_owned).collect()
}

/// The texts in a page, of all elements that the selector finds.
pub fn words(page: &str, selector: &str) -> String {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector)
        .flat_map(|element| element.text())
        .collect()
}

/// The hash of a file as browsers compare it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}
