//! Programs of a release that end quietly: whatever stops one of them, no script of the page sees an exception of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

/// Make the programs of a release end without a word to the scripts of a page.
///
/// The browser calls a program through functions that wasm-bindgen writes. After a panic each of them would throw into
/// the page, and go on in a program whose state is anybody's guess. This lets the first exception end the program, and
/// `stopped` say so.
#[derive(clap::Args)]
#[command(hide = true)]
pub struct Arguments {
    /// The folder with the release, whose scripts are changed in place.
    #[arg(env = "TRUNK_STAGING_DIR")]
    folder: PathBuf,
}

/// How wasm-bindgen lets the browser into a program…
const ENTRY: &str = ", ...args);\n        } finally {";
/// … in functions that are made in these.
const MAKER: &str = "Closure(arg0, arg1, f) {";

const GUARDED: &str = ", ...args);\n        } catch (reason) {\n            stopped.abort(reason);\n        } finally {";

/// What a program says of itself: when it has `stopped`, after which nothing gets into it any more; and how to free a
/// listener that Yew has given away for ever, as it does with those of its roots.
const MORE: &str = "
export const stopped = new AbortController();
stopped.signal.addEventListener('abort', () => {
    wasm = new Proxy({}, { get: () => () => {} });
});
export function free(listener) {
    listener._wbg_cb_unref();
    const held = wasm.__wbindgen_externrefs;
    for (let place = 0; place < held.length; place += 1) {
        if (held.get(place) === listener) wasm.__externref_table_dealloc(place);
    }
}
";

/// Does what the arguments ask for.
///
/// # Errors
///
/// As [`folder`].
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    folder(&arguments.folder)?;
    Ok(ExitCode::SUCCESS)
}

/// Guards each script `NAME.js` that has a `NAME_bg.wasm` beside it.
///
/// # Errors
///
/// A script that is unreadable, or is written otherwise than wasm-bindgen writes it now.
pub fn folder(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let wasm = entry?.path();
        let name = wasm.file_name().and_then(|name| name.to_str());
        let Some(name) = name.and_then(|name| name.strip_suffix("_bg.wasm")) else {
            continue;
        };
        let path = folder.join(format!("{name}.js"));
        let about = || format!("cannot guard {}", path.display());
        let script = fs::read_to_string(&path).with_context(about)?;
        fs::write(&path, guarded(&script).with_context(about)?)?;
    }
    Ok(())
}

fn guarded(script: &str) -> Result<String> {
    let (entries, makers) = (script.matches(ENTRY).count(), script.matches(MAKER).count());
    ensure!(
        entries > 0
            && entries == makers
            && script.contains("\nlet wasmModule, wasmInstance, wasm;"),
        "found {entries} guarded calls in {makers} makers of functions, expected one in each: \
         does another version of wasm-bindgen write them otherwise?"
    );
    Ok([&script.replace(ENTRY, GUARDED), MORE].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_otherwise_is_refused() {
        let script = "\nlet wasmModule, wasmInstance, wasm;\nfunction makeClosure(arg0, arg1, f) {\n\
             return f(state.a, ...args);\n        } finally {\n}";
        let guarded_once = guarded(script).expect("as it is written now");
        assert!(
            guarded_once.contains("catch (reason)")
                && guarded_once.contains("export const stopped")
        );
        for otherwise in [
            script.replace("finally", "otherwise"),
            script.replace("wasmInstance, wasm", "program"),
            [script, "function makeMutClosure(arg0, arg1, f) {"].concat(),
        ] {
            assert!(guarded(&otherwise).is_err(), "{otherwise}");
        }
        assert!(guarded(&guarded_once).is_err(), "it would be guarded twice");
    }
}
