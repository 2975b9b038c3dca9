//! From a request's path to a file and its content type.

use std::path::{Component, Path, PathBuf};

/// The file below `root` that `path` (as in the request, without query) names; a path that ends in
/// `/` names its `index.html`. `None` for a path that leads out of `root`, by `..` or otherwise.
pub(crate) fn locate(root: &Path, path: &str) -> Option<PathBuf> {
    let relative = path.strip_prefix('/')?;
    // The site has no file whose name needs an escape, and an escape could hide a `/` or a `..`.
    if relative.contains(['%', '\\', '\0']) {
        return None;
    }
    let plain = Path::new(relative)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !plain {
        return None;
    }
    let file = root.join(relative);
    Some(if relative.is_empty() || relative.ends_with('/') {
        file.join("index.html")
    } else {
        file
    })
}

/// The content type by the ending of `path`; a path without an ending is a page.
pub(crate) fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        None | Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some(_) => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_a_file_below_the_root() {
        let root = Path::new("site");
        assert_eq!(locate(root, "/"), Some(root.join("index.html")));
        assert_eq!(locate(root, "/a/b.css"), Some(root.join("a/b.css")));
        assert_eq!(locate(root, "/a/"), Some(root.join("a/index.html")));
    }

    #[test]
    fn no_path_leads_out_of_the_root() {
        let root = Path::new("site");
        for path in [
            "/../secret",
            "/a/../../secret",
            "//etc/passwd",
            "/%2e%2e/secret",
            "/a%2f..%2f..%2fsecret",
            "/..\\secret",
            "secret",
        ] {
            assert_eq!(locate(root, path), None, "{path}");
        }
    }

    #[test]
    fn content_types_follow_the_ending() {
        assert_eq!(content_type("/"), "text/html; charset=utf-8");
        assert_eq!(content_type("/a.b/page"), "text/html; charset=utf-8");
        assert_eq!(content_type("/x_bg.wasm"), "application/wasm");
        assert_eq!(content_type("/x.js"), "text/javascript; charset=utf-8");
        assert_eq!(content_type("/x.exe"), "application/octet-stream");
    }
}
