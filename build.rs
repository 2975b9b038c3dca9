//! Finds the languages: every file in `src/locale/languages` is one.

use std::path::PathBuf;
use std::{env, fs, io};

const FOLDER: &str = "src/locale/languages";

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    println!("cargo::rerun-if-changed={FOLDER}");
    fs::write(out.join("languages.rs"), modules(&languages()?))
}

/// The files in the order of their names.
fn languages() -> io::Result<Vec<PathBuf>> {
    // Not where this program was built: a copy of the project has its own.
    let project = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let folder = PathBuf::from(project).join(FOLDER);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        if is_rust && path.file_stem().is_some_and(|stem| stem != "mod") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A module for each file, named after it, and the list of what is in them.
fn modules(files: &[PathBuf]) -> String {
    let mut modules = String::new();
    let mut lists = String::new();
    for path in files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        modules += &format!("#[path = {path:?}]\nmod {name};\n");
        lists += &format!("    {name}::MESSAGES.list(),\n");
    }
    let count = files.len();
    format!("{modules}\n/// All languages.\npub static ALL: [List; {count}] = [\n{lists}];\n")
}
