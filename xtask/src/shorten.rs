//! Short names between a program and its script.
//!
//! wasm-bindgen names each function with a hash, which no compression makes shorter, and each stands in both files.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, ensure};
use wasm_encoder::{
    ExportSection, ImportSection, Module, RawSection,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{Parser, Payload};

/// What the long names begin with; all others are the program's own.
const LONG: [&str; 3] = ["__wb", "__externref", "wasm_bindgen__"];

/// Long names and what they become.
type Names = BTreeMap<String, String>;

/// Shortens the names of each program `NAME_bg.wasm` that lies directly in the folder, and of its script.
pub(crate) fn folder(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(name) = name.and_then(|name| name.strip_suffix("_bg.wasm")) else {
            continue;
        };
        let about = || format!("cannot shorten the names in {}", path.display());
        let script_path = folder.join(format!("{name}.js"));
        let (program, names) = program(&fs::read(&path)?).with_context(about)?;
        let script = script(&fs::read_to_string(&script_path)?, &names).with_context(about)?;
        fs::write(&path, program)?;
        fs::write(&script_path, script)?;
    }
    Ok(())
}

/// The program with short names, and these.
fn program(wasm: &[u8]) -> Result<(Vec<u8>, Names)> {
    let mut names = Names::new();
    let mut shortened = |name: &str| {
        if !LONG.iter().any(|beginning| name.starts_with(beginning)) {
            return name.to_owned();
        }
        let next = short(names.len());
        names.entry(name.to_owned()).or_insert(next).clone()
    };
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for import in section {
                    let import = import?;
                    let kind = RoundtripReencoder.entity_type(import.ty)?;
                    imports.import(import.module, &shortened(import.name), kind);
                }
                module.section(&imports);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section {
                    let export = export?;
                    let kind = RoundtripReencoder.export_kind(export.kind)?;
                    exports.export(&shortened(export.name), kind, export.index);
                }
                module.section(&exports);
            }
            payload => {
                if let Some((id, range)) = payload.as_section() {
                    let data = &wasm[range];
                    module.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok((module.finish(), names))
}

/// The script that speaks of them by these names.
fn script(text: &str, names: &Names) -> Result<String> {
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let mut unused: BTreeSet<&str> = names.keys().map(String::as_str).collect();
    let mut shortened = String::with_capacity(text.len());
    for piece in text.split_inclusive(|character| !is_part(character)) {
        let word = piece.trim_end_matches(|character| !is_part(character));
        unused.remove(word);
        shortened += names.get(word).map_or(word, String::as_str);
        shortened += &piece[word.len()..];
    }
    // Else the program would not find what it imports.
    ensure!(unused.is_empty(), "the script does not speak of {unused:?}");
    Ok(shortened)
}

/// The shortest name that has not been given yet: a to z, then aa to az and so on.
fn short(mut place: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b"abcdefghijklmnopqrstuvwxyz"[place % 26]));
        if place < 26 {
            return name.into_iter().rev().collect();
        }
        place = place / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_counted_in_letters() {
        let names: Vec<_> = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(short).into();
        assert_eq!(names, ["a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa"]);
    }

    #[test]
    fn a_script_speaks_of_whole_names_only() {
        let names = Names::from([
            ("__wbg_a".to_owned(), "a".to_owned()),
            ("__wbg_ab".to_owned(), "b".to_owned()),
        ]);
        let shortened = script("{__wbg_ab:f,__wbg_a:`é__wbg_abc`}", &names).expect("a script");
        assert_eq!(shortened, "{b:f,a:`é__wbg_abc`}");
        assert!(script("{__wbg_ab:f}", &names).is_err());
    }

    #[test]
    fn a_program_keeps_all_but_its_long_names() {
        let mut imports = ImportSection::new();
        let memory = wasm_encoder::MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        imports.import("./widget_bg.js", "__wbg_memory_0123456789abcdef", memory);
        let mut exports = ExportSection::new();
        exports.export("memory", wasm_encoder::ExportKind::Memory, 0);
        let mut module = Module::new();
        module.section(&imports).section(&exports);
        module.section(&wasm_encoder::CustomSection {
            name: "note".into(),
            data: b"kept".into(),
        });
        let (shortened, names) = program(&module.finish()).expect("a program");
        assert_eq!(names["__wbg_memory_0123456789abcdef"], "a");
        let text = String::from_utf8_lossy(&shortened);
        for (part, stays) in [
            ("./widget_bg.js", true),
            ("memory", true),
            ("kept", true),
            ("0123456789abcdef", false),
        ] {
            assert_eq!(text.contains(part), stays, "{part}");
        }
        assert!(
            Parser::new(0)
                .parse_all(&shortened)
                .all(|part| part.is_ok())
        );
    }
}
