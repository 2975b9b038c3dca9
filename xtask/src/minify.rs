//! Scripts in fewer bytes: the same programs without comments, blanks and long names.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions},
    minifier::{Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};

/// Minifies every script that lies directly in the folder.
pub(crate) fn scripts(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension() != Some("js".as_ref()) {
            continue;
        }
        let about = || format!("cannot minify {}", path.display());
        let script = fs::read_to_string(&path).with_context(about)?;
        fs::write(&path, minified(&script).with_context(about)?)?;
    }
    Ok(())
}

fn minified(script: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        bail!("{error}");
    }
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let codegen = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(minified.scoping);
    Ok(codegen.build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_names_go_and_exports_stay() {
        let script = "// Why.\nexport function live(place) {\n  const found = place.closest('[data-events]');\n  return found;\n}\n";
        let minified = minified(script).expect("a script");
        assert!(minified.contains("live") && minified.contains("[data-events]"));
        assert!(
            !minified.contains("Why") && !minified.contains("found"),
            "{minified}"
        );
    }

    #[test]
    fn what_is_no_script_is_refused() {
        assert!(minified("export function {").is_err());
    }
}
