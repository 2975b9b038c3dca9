//! The folder that is written: as a whole or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use super::assets::is_asset;
use super::manifest::{self, Manifest};
use super::progress::Progress;

/// Paths below the folder, with what stands in the files.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// What is worth to be sent in fewer bytes; pictures are compressed already.
const COMPRESSED: [&str; 7] = ["css", "csv", "html", "js", "json", "svg", "wasm"];

/// A folder that may be written.
pub(super) struct Folder {
    path: PathBuf,
    /// What is in it, but for the compressed twins of files.
    before: Files,
}

impl Folder {
    /// Reads a folder.
    ///
    /// # Errors
    ///
    /// A folder with something else in it, which would be lost.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let mut before = Files::new();
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                return Err(error).with_context(|| format!("cannot look at {}", path.display()));
            }
            Ok(found) if !found.is_dir() => bail!("{} is no folder", path.display()),
            Ok(_) => read_below(path, "", &mut before)
                .with_context(|| format!("cannot read the folder {}", path.display()))?,
        }
        if !before.is_empty() && !before.contains_key(manifest::NAME) {
            bail!(
                "{} has files in it, but no {} that would tell that this command has written them: choose another folder",
                path.display(),
                manifest::NAME
            );
        }
        Ok(Self {
            path: path.to_owned(),
            before,
        })
    }

    /// What it says of itself; nothing where it is new.
    pub(super) fn manifest(&self) -> Result<Option<Manifest>> {
        let text = self.before.get(manifest::NAME);
        text.map(|text| Manifest::parse(text)).transpose()
    }

    /// The assets in it, which articles from before may still name.
    pub(super) fn assets(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.before.iter().filter(|(path, _)| is_asset(path))
    }

    /// A file of it.
    pub(super) fn text(&self, path: &str) -> Result<String> {
        let content = self.before.get(path);
        let content =
            content.with_context(|| format!("{path} is missing in {}", self.path.display()))?;
        String::from_utf8(content.clone()).with_context(|| format!("{path} is no text"))
    }

    /// Puts these files in the place of those that have their names; all others stay. Gives how many are new or have
    /// changed.
    pub(super) fn replace(self, files: Files, progress: &Progress) -> Result<usize> {
        let before = self.before.clone();
        let mut all = before;
        all.extend(files);
        let is_changed =
            |(path, content): &(&String, &Vec<u8>)| self.before.get(*path) != Some(*content);
        let changed = all.iter().filter(is_changed).count();
        if changed == 0 {
            return Ok(0);
        }
        let parent = match self.path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        fs::create_dir_all(parent)?;
        let new = tempfile::Builder::new()
            .prefix(".troop-estimates-")
            .tempdir_in(parent)?;
        make_readable(new.path())?;
        progress.each(
            "writing and compressing",
            &all.iter().collect::<Vec<_>>(),
            |(path, content)| {
                self.write(new.path(), path, content)
                    .with_context(|| format!("cannot write {path}"))
            },
        )?;
        self.exchange(new)?;
        Ok(changed)
    }

    /// Writes a file and its compressed twins. What has not changed stays the same file: so it keeps its time, by
    /// which servers tell browsers that they have it already.
    fn write(&self, new: &Path, path: &str, content: &[u8]) -> Result<()> {
        let target = new.join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        let is_same = self
            .before
            .get(path)
            .is_some_and(|before| before == content);
        let place = |path: &str, make: &dyn Fn() -> Result<Vec<u8>>| -> Result<()> {
            let target = new.join(path);
            if is_same && fs::hard_link(self.path.join(path), &target).is_ok() {
                return Ok(());
            }
            fs::write(&target, make()?)?;
            Ok(())
        };
        place(path, &|| Ok(content.to_vec()))?;
        if is_compressed(path) {
            place(&format!("{path}.br"), &|| brotli(content))?;
            place(&format!("{path}.gz"), &|| gzip(content))?;
        }
        Ok(())
    }

    /// Lets the new folder take the old one's place in one step.
    fn exchange(&self, new: TempDir) -> Result<()> {
        if !self.path.exists() {
            fs::rename(new.path(), &self.path)?;
            // Nothing is there any more that could be removed.
            let _ = new.keep();
            return Ok(());
        }
        exchange(new.path(), &self.path)?;
        // Now the old one.
        new.close()
            .context("the old files are left in a hidden folder beside it")
    }
}

/// Twins are made of the files themselves.
fn is_compressed(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    COMPRESSED.contains(&ending)
}

fn read_below(root: &Path, below: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().context("a file whose name is no text")?;
        let path = if below.is_empty() {
            name.to_owned()
        } else {
            format!("{below}/{name}")
        };
        if entry.file_type()?.is_dir() {
            read_below(root, &path, files)?;
            continue;
        }
        let is_twin = [".br", ".gz"]
            .iter()
            .any(|twin| path.strip_suffix(twin).is_some_and(is_compressed));
        if !is_twin {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Temporary folders are for nobody else; a server is somebody else.
#[cfg(unix)]
fn make_readable(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(
        folder,
        fs::Permissions::from_mode(0o755),
    )?)
}

#[cfg(not(unix))]
fn make_readable(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // A file system that cannot do it at once.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => exchange_in_steps(new, old),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(new: &Path, old: &Path) -> Result<()> {
    exchange_in_steps(new, old)
}

/// Where it cannot be done at once, there is no folder for a moment; if the second step fails the old one comes back.
fn exchange_in_steps(new: &Path, old: &Path) -> Result<()> {
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error.into());
    }
    Ok(fs::rename(&aside, new)?)
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    // The best quality and the largest window: each file is compressed once and sent often.
    brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22).write_all(content)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
