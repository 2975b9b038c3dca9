//! What a screen reader meets, as Chromium tells it: role, name, description and states of everything.

use std::collections::HashMap;
use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Page;
use crate::browser::{Difference, chromium};

/// Roles that a reader does not hear of, only of what is inside.
const SILENT: [&str; 6] = [
    "none",
    "generic",
    "LineBreak",
    "LabelText",
    "Legend",
    "caption",
];
/// Of these the words are heard as the name of something else.
const NAMING: [&str; 3] = ["LabelText", "Legend", "caption"];
/// What a reader hears of beside role, name and description, and when it goes without saying.
const STATES: [(&str, &str); 6] = [
    ("level", ""),
    ("checked", ""),
    ("expanded", ""),
    ("disabled", "false"),
    ("required", "false"),
    ("invalid", "false"),
];

#[derive(Deserialize)]
struct Tree {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    node_id: String,
    ignored: bool,
    role: Option<Text>,
    name: Option<Text>,
    description: Option<Text>,
    value: Option<Text>,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Text {
    #[serde(default)]
    value: Value,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Text,
}

impl Page {
    /// The accessibility tree from the first element of this role on: a line an element, indented, with
    /// role, name, value after a colon, states in square brackets and description after a dash. Only Chromium can tell it.
    ///
    /// # Errors
    /// In other engines, and when nothing has the role.
    pub fn transcript(&self, role: &str) -> Result<String> {
        ensure!(
            !self.differs(Difference::NoAccessibilityTree),
            "only Chromium tells its tree"
        );
        let driver = self.browser.driver()?;
        let tree = chromium::devtools(driver, "Accessibility.getFullAXTree", &json!({}))?;
        let Tree { nodes } = serde_json::from_value(tree)?;
        let first = nodes
            .iter()
            .find(|node| !node.ignored && node.role() == role);
        let first = first.with_context(|| format!("nothing has the role {role}"))?;
        let by_id = nodes
            .iter()
            .map(|node| (node.node_id.as_str(), node))
            .collect();
        let mut transcript = String::new();
        write(&by_id, first, Place::default(), &mut transcript)?;
        Ok(transcript)
    }
}

type Nodes<'a> = HashMap<&'a str, &'a Node>;

/// Where an element stands: how deep, and whether its words are heard as the name of something else.
#[derive(Clone, Copy, Default)]
struct Place {
    depth: usize,
    names: bool,
}

/// Writes a line for the element and then its content, but for words that only repeat a name.
fn write(nodes: &Nodes<'_>, node: &Node, place: Place, transcript: &mut String) -> Result<()> {
    let Place { depth, names } = place;
    let mut inside = Place {
        names: names || NAMING.contains(&node.role()),
        ..place
    };
    if !node.ignored && !SILENT.contains(&node.role()) {
        if names && node.role() == "StaticText" {
            return Ok(());
        }
        writeln!(transcript, "{}{}", "  ".repeat(depth), node.line())?;
        if node.role() == "button" || spoken(nodes, node) == Some(squeezed(node.name())) {
            return Ok(());
        }
        inside = Place {
            depth: depth + 1,
            names: false,
        };
    }
    for child in node.children(nodes) {
        write(nodes, child, inside, transcript)?;
    }
    Ok(())
}

/// The text inside, if there is nothing else.
fn spoken(nodes: &Nodes<'_>, node: &Node) -> Option<String> {
    let mut words = String::new();
    for child in node.children(nodes) {
        if child.role() == "StaticText" {
            words.push_str(child.name());
        } else if child.ignored || SILENT.contains(&child.role()) {
            words.push_str(&spoken(nodes, child)?);
        } else {
            return None;
        }
    }
    Some(squeezed(&words))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

impl Node {
    fn children<'a>(&self, nodes: &Nodes<'a>) -> Vec<&'a Node> {
        let children = self.child_ids.iter();
        let children = children.filter_map(|id| nodes.get(id.as_str()).copied());
        children
            .filter(|child| child.role() != "InlineTextBox")
            .collect()
    }

    fn role(&self) -> &str {
        text(self.role.as_ref())
    }

    fn name(&self) -> &str {
        text(self.name.as_ref())
    }

    fn line(&self) -> String {
        let mut line = match self.role() {
            "StaticText" => format!("\"{}\"", self.name()),
            role if self.name().is_empty() => role.to_owned(),
            role => format!("{role} \"{}\"", self.name()),
        };
        let value = text(self.value.as_ref());
        if !value.is_empty() {
            line.push_str(&format!(": \"{value}\""));
        }
        for Property { name, value } in &self.properties {
            let value = value.value.to_string();
            let value = value.trim_matches('"');
            let state = STATES.iter().find(|(state, _)| state == name);
            if state.is_some_and(|(_, unsaid)| value != *unsaid) {
                line.push_str(&format!(" [{name} {value}]"));
            }
        }
        match text(self.description.as_ref()) {
            "" => line,
            description => format!("{line} — \"{description}\""),
        }
    }
}

fn text(text: Option<&Text>) -> &str {
    text.and_then(|text| text.value.as_str())
        .unwrap_or_default()
}
