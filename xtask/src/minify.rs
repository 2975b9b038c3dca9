//! Scripts and style sheets in fewer bytes: the same without comments, blanks and long names.

use std::{ffi::OsStr, fmt::Display, fs, path::Path};

use anyhow::{Context, Result, anyhow, bail};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions},
    minifier::{Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};

/// Minifies every script and style sheet that lies directly in the folder.
pub(crate) fn folder(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let minified = match path.extension().and_then(OsStr::to_str) {
            Some("js") => script,
            Some("css") => style,
            _ => continue,
        };
        let about = || format!("cannot minify {}", path.display());
        let text = fs::read_to_string(&path).with_context(about)?;
        fs::write(&path, minified(&text).with_context(about)?)?;
    }
    Ok(())
}

fn style(text: &str) -> Result<String> {
    let problem = |problem: &dyn Display| anyhow!("{problem}");
    let mut sheet =
        StyleSheet::parse(text, ParserOptions::default()).map_err(|error| problem(&error))?;
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| problem(&error))?;
    let options = PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    };
    let printed = sheet.to_css(options).map_err(|error| problem(&error))?;
    Ok(printed.code)
}

fn script(script: &str) -> Result<String> {
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
        let minified = super::script(script).expect("a script");
        assert!(minified.contains("live") && minified.contains("[data-events]"));
        assert!(
            !minified.contains("Why") && !minified.contains("found"),
            "{minified}"
        );
    }

    #[test]
    fn rules_of_a_style_sheet_stay() {
        let sheet =
            "/* Why. */\n.te-row {\n  display: grid;\n  color: light-dark(#fff, #000);\n}\n";
        let minified = style(sheet).expect("a style sheet");
        assert_eq!(
            minified,
            ".te-row{color:light-dark(#fff,#000);display:grid}"
        );
    }

    #[test]
    fn what_is_no_script_is_refused() {
        assert!(script("export function {").is_err());
    }
}
