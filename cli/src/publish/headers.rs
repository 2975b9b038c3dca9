//! How the folder is to be served: settings for several hosts.

use super::base::Base;
use super::folder::Files;

/// What a page may do, as a content policy. A page in a sandboxed frame has no origin of its own, and WebKit then takes
/// nothing for 'self': so the origin has its name.
pub(super) fn policy(base: &Base) -> String {
    let origin = base.origin();
    format!(
        "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval'; style-src 'self' {origin}; \
         connect-src 'self' {origin}; img-src 'self' {origin}; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// Assets have names that change with the content; whatever else has one that stays is looked at again soon.
const TEMPLATES: [(&str, &str); 5] = [
    ("_headers", include_str!("headers/_headers")),
    (".htaccess", include_str!("headers/htaccess")),
    ("vercel.json", include_str!("headers/vercel.json")),
    ("servers/nginx.conf", include_str!("headers/nginx.conf")),
    ("servers/Caddyfile", include_str!("headers/Caddyfile")),
];

/// The settings of all hosts.
pub(super) fn files(base: &Base) -> Files {
    let files = TEMPLATES.iter().map(|(path, template)| {
        let text = template
            .replace("POLICY", &policy(base))
            .replace("PATH/", base.path());
        ((*path).to_owned(), text.into_bytes())
    });
    files.collect()
}
