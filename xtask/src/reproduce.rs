//! Whether a release depends on nothing but the sources: another checkout at another place gives the same bytes.

use std::{collections::BTreeMap, env, fs, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::{build, project, run, setup};

/// Builds the last commit here and in a checkout of its own, and compares every file.
pub(crate) fn reproduce() -> Result<()> {
    let tools = setup::for_building()?;
    let project = project();
    let here = env::temp_dir().join(format!("troop-estimates-reproduce-{}", std::process::id()));
    let compared = (|| {
        let [one, two] = ["one", "another-place/two"].map(|name| here.join(name));
        let mut releases = Vec::new();
        for checkout in [one, two] {
            let mut clone = Command::new("git");
            clone
                .args(["clone", "--quiet"])
                .arg(&project)
                .arg(&checkout);
            run::run(&mut clone, "it takes a checkout with git")?;
            build::build_in(&checkout, &tools)?;
            releases.push(files(&checkout.join("dist"))?);
        }
        let [one, two] = &releases[..] else {
            bail!("no two releases")
        };
        let differing: Vec<&String> = one
            .iter()
            .filter(|(name, content)| two.get(*name) != Some(*content))
            .map(|(name, _)| name)
            .collect();
        if one.len() != two.len() || !differing.is_empty() {
            bail!("two builds of one commit differ in {differing:?}");
        }
        println!(
            "two builds of one commit at two places: {} files, byte for byte the same",
            one.len()
        );
        Ok(())
    })();
    // It is in the way of nobody if it stays.
    let _ = fs::remove_dir_all(&here);
    compared
}

fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    entries
        .map(|entry| {
            let entry = entry?;
            Ok((
                entry.file_name().to_string_lossy().into_owned(),
                fs::read(entry.path())?,
            ))
        })
        .collect()
}
