//! What files may get wrong, and what is said about it.

mod anything;
mod estimates;
mod file;
mod texts;

use serde_json::{Value, json};

use super::*;

/// A file without a fault; the tests change it.
fn file() -> Value {
    json!({
        "format": 1,
        "language": "en",
        "title": "How many?",
        "asOf": "2025",
        "unit": "soldiers",
        "sources": [{"id": "hur", "name": "HUR"}, {"id": "nis", "name": "NIS"}],
        "categories": [{"id": "planned", "label": "Planned"}, {"id": "sent", "label": "Sent"}],
        "estimates": [
            {"source": "hur", "category": "planned", "low": 1000, "high": 2000},
            {"source": "nis", "category": "sent"}
        ]
    })
}

/// Reads the file after a change to the value at a JSON pointer.
fn changed(pointer: &str, name: &str, value: Value) -> Reading {
    let mut file = file();
    let object = file.pointer_mut(pointer).unwrap();
    object.as_object_mut().unwrap().insert(name.into(), value);
    read_json(&file.to_string())
}

fn without(pointer: &str, name: &str) -> Reading {
    let mut file = file();
    file.pointer_mut(pointer)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove(name);
    read_json(&file.to_string())
}

fn messages(reading: &Reading) -> Vec<String> {
    reading.problems.iter().map(Problem::to_string).collect()
}

/// Reads the file with a field of its first estimate written as given, JSON or not quite.
fn first_estimate_with(field: &str) -> Reading {
    let text = file().to_string();
    let (start, rest) = text.split_once("\"estimates\":[{").unwrap();
    read_json(&format!("{start}\"estimates\":[{{{field},{rest}"))
}

#[track_caller]
fn assert_refused_alone(reading: &Reading, message: &str) {
    assert_eq!(messages(reading), [message]);
    assert_eq!(reading.refused, 1);
    let dataset = reading.dataset.as_ref().unwrap();
    assert_eq!(dataset.estimates.len(), 1);
    assert_eq!(dataset.estimates[0].source, SourceIndex(1));
}

#[track_caller]
fn assert_file_refused(reading: &Reading, message: &str) {
    assert_eq!(messages(reading), [message]);
    assert_eq!(reading.dataset, None);
}

#[track_caller]
fn assert_all_kept(reading: &Reading, message: &str) -> Dataset {
    assert_eq!(messages(reading), [message]);
    assert_eq!(reading.refused, 0);
    reading.dataset.clone().unwrap()
}
