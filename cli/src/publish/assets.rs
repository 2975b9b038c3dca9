//! What the pages need, under names that change with the content: so browsers may keep them for ever.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

use crate::chart_page::SHEETS;

/// The folder of the assets in a published one.
const FOLDER: &str = "assets";

/// Files of a release that need no other.
const LEAVES: [&str; 14] = [
    "events.js",
    "favicon.svg",
    "frame.css",
    "frame.js",
    "keep.js",
    "keep_bg.wasm",
    "life.js",
    "revision.js",
    "style.css",
    "table.js",
    "table_bg.wasm",
    "toggles.css",
    "widget.js",
    "widget_bg.wasm",
];

/// What embed.html needs beside them.
const OWN: [(&str, &str); 2] = [
    ("embed.css", include_str!("embed.css")),
    ("embed.js", include_str!("embed.js")),
];

/// What stands around names in scripts.
const QUOTES: [&str; 3] = ["'", "\"", "`"];

/// The assets of a release.
pub(super) struct Assets {
    /// The names in the published folder, by those in the release.
    names: BTreeMap<String, String>,
    /// Path and content of every file, the loader among them.
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

impl Assets {
    /// Reads a release.
    pub(super) fn read(release: &Path) -> Result<Self> {
        let mut assets = Self {
            names: BTreeMap::new(),
            files: BTreeMap::new(),
        };
        for name in LEAVES {
            assets.add(name, file(release, name)?);
        }
        for (name, content) in OWN {
            assets.add(name, content.into());
        }
        let fill = text(release, "fill.js")?;
        let fill = assets.renamed(fill, &["style.css"], "")?;
        assets.add("fill.js", fill.into());
        let loaded = [
            "widget.js",
            "widget_bg.wasm",
            "keep.js",
            "keep_bg.wasm",
            "table.js",
            "table_bg.wasm",
            "life.js",
            "fill.js",
            "events.js",
            "revision.js",
        ];
        let loader = assets.renamed(text(release, "loader.js")?, &loaded, "")?;
        assets.add("loader.js", loader.into());
        // At an address that stays, for articles that want each new version.
        let stays = format!("import './{FOLDER}/{}';\n", assets.names["loader.js"]);
        assets.files.insert("loader.js".to_owned(), stays.into());
        Ok(assets)
    }

    /// The loader: its path and its hash, for articles that want this version and no other.
    pub(super) fn loader(&self) -> Result<(String, String)> {
        let path = self.path("loader.js").context("no loader")?;
        let integrity = integrity(&self.files[&path]);
        Ok((path, integrity))
    }

    /// The style sheets of a chart's page as one.
    pub(super) fn style(&self) -> Result<String> {
        Ok(self.styles()?.concat())
    }

    /// The style sheets of a chart's page, in their order there.
    pub(super) fn styles(&self) -> Result<[&str; SHEETS.len()]> {
        let mut styles = [""; SHEETS.len()];
        for (style, name) in styles.iter_mut().zip(SHEETS) {
            let path = self.path(name).context("no style sheet")?;
            *style = str::from_utf8(&self.files[&path])?;
            // In a page it would end there, or the comment around it.
            ensure!(
                !style.contains("</") && !style.contains("-->"),
                "{name} has a tag in it"
            );
        }
        Ok(styles)
    }

    /// Tells the program that comes with this release from those of others.
    pub(super) fn program(&self) -> &str {
        let name = self.names["widget_bg.wasm"].as_str();
        let hash = name.rsplit('.').nth(1);
        hash.unwrap_or(name)
    }

    /// The path of an asset in the published folder.
    pub(super) fn path(&self, name: &str) -> Option<String> {
        let name = self.names.get(name)?;
        Some(format!("{FOLDER}/{name}"))
    }

    fn add(&mut self, name: &str, content: Vec<u8>) {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let hashed = format!("{stem}.{}.{ending}", short_hash(&content));
        self.files.insert(format!("{FOLDER}/{hashed}"), content);
        self.names.insert(name.to_owned(), hashed);
    }

    /// A script with the published names of the files that it names.
    fn renamed(&self, mut script: String, files: &[&str], folder: &str) -> Result<String> {
        for name in files {
            // However the release quotes them.
            let quoted = QUOTES.map(|quote| format!("{quote}{name}{quote}"));
            let counts = quoted
                .each_ref()
                .map(|quoted| script.matches(quoted).count());
            let count: usize = counts.iter().sum();
            ensure!(
                count == 1,
                "a script of the release names {name} {count} times, expected once: is it of another version?"
            );
            for quoted in &quoted {
                let published = quoted.replace(name, &format!("{folder}{}", self.names[*name]));
                script = script.replace(quoted, &published);
            }
        }
        Ok(script)
    }
}

/// The hash of a file, as browsers compare it (Subresource Integrity, W3C).
pub(super) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// Whether a path is one of the assets, of this release or one before.
pub(super) fn is_asset(path: &str) -> bool {
    path == "loader.js" || path.starts_with(FOLDER)
}

/// Enough of a hash to tell contents apart: 48 bits.
pub(super) fn short_hash(content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    hash[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn file(release: &Path, name: &str) -> Result<Vec<u8>> {
    let path = release.join(name);
    fs::read(&path).with_context(|| {
        format!(
            "cannot read {}: `cargo xtask build` makes a release in dist/, --assets names its folder",
            path.display()
        )
    })
}

fn text(release: &Path, name: &str) -> Result<String> {
    let text = String::from_utf8(file(release, name)?);
    text.with_context(|| format!("{name} is no text"))
}
