//! The schema says the same as the reader.

use std::collections::BTreeSet;
use std::path::Path;

use assert_cmd::Command;
use jsonschema::Validator;
use serde_json::{Value, json};
use troop_estimates::dataset::read_json;

fn schema() -> Value {
    let printed = Command::new(env!("CARGO_BIN_EXE_troop-estimates"))
        .arg("schema")
        .output();
    serde_json::from_slice(&printed.expect("runs").stdout).expect("JSON")
}

fn validator() -> Validator {
    jsonschema::validator_for(&schema()).expect("a schema")
}

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn value(path: &str) -> Value {
    serde_json::from_str(&file(path)).expect("JSON")
}

/// The names of all fields in a value, wherever they stand.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.insert(name.clone());
                names(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

/// The names of all fields in the schema.
fn properties(schema: &Value, found: &mut BTreeSet<String>) {
    if let Some(fields) = schema.get("properties").and_then(Value::as_object) {
        found.extend(fields.keys().cloned());
    }
    match schema {
        Value::Object(fields) => fields.values().for_each(|value| properties(value, found)),
        Value::Array(items) => items.iter().for_each(|item| properties(item, found)),
        _ => {}
    }
}

/// The file has every field that the reader knows, and no other; see the next test.
const EVERYTHING: &str = "tests/data/good/everything.json";

#[test]
fn every_field_of_the_schema_is_known_to_the_reader() {
    let (mut given, mut known) = (BTreeSet::new(), BTreeSet::new());
    names(&value(EVERYTHING), &mut given);
    properties(&schema(), &mut known);
    assert_eq!(given, known);
    assert_eq!(read_json(&file(EVERYTHING)).problems, []);
}

#[test]
fn what_the_reader_takes_the_schema_takes() {
    let mut files = vec![EVERYTHING.to_owned()];
    for language in ["en", "de", "fr", "es", "pl", "uk", "ko", "ar"] {
        files.push(format!("data/north-korea.{language}.json"));
    }
    files.extend(["cli/src/new/example.en.json", "cli/src/new/example.de.json"].map(str::to_owned));
    let validator = validator();
    for file in files {
        let errors: Vec<String> = validator
            .iter_errors(&value(&file))
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, [""; 0], "{file}");
    }
}

#[test]
fn what_the_reader_refuses_for_its_shape_the_schema_refuses() {
    let validator = validator();
    for (pointer, wrong) in [
        ("/format", json!(2)),
        ("/language", json!("English please")),
        ("/title", json!(7)),
        ("/asOf", json!("June")),
        ("/sources/0/id", json!(7)),
        ("/sources/0/url", json!("javascript:x")),
        ("/categories/0/ownScale", json!("yes")),
        ("/estimates/0/low", json!(-5)),
        ("/estimates/0/low", json!("1,000")),
        ("/estimates/0/high", json!(9_007_199_254_740_992_u64)),
        ("/estimates/0/best", json!(1.5)),
        ("/estimates/0/date", json!("mid-June")),
        ("/references/0/value", json!(null)),
        ("/events/0/label", json!("")),
    ] {
        let mut file = value(EVERYTHING);
        *file.pointer_mut(pointer).expect("a field") = wrong;
        assert!(!validator.is_valid(&file), "{pointer}: {file}");
        assert_ne!(read_json(&file.to_string()).problems, [], "{pointer}");
    }
}

#[test]
fn a_field_that_is_not_known_is_refused_by_both() {
    let validator = validator();
    for pointer in [
        "",
        "/sources/0",
        "/categories/0",
        "/estimates/0",
        "/references/0",
        "/events/0",
        "/asOf",
    ] {
        let mut file = value(EVERYTHING);
        file.pointer_mut(pointer).expect("an object")["hihg"] = json!(1);
        assert!(!validator.is_valid(&file), "{pointer}");
        assert_eq!(read_json(&file.to_string()).problems.len(), 1, "{pointer}");
    }
}
