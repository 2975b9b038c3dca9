//! How the folder is to be served: settings for several hosts.

use anyhow::Result;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::folder::Files;
use super::site::Site;

/// What a page may do, as a content policy (Content Security Policy Level 3, W3C). Of what stands in the page itself only
/// the style sheets of the release are styles, by their hash.
pub(super) fn policy(site: &Site<'_>) -> Result<String> {
    let hash = STANDARD.encode(Sha256::digest(site.assets.style()?));
    Ok(policy_with(site, &format!("'sha256-{hash}'")))
}

/// What hosts say of all pages. Which style may stand in a page only the page itself says, as its policy holds beside
/// this one: settings that were copied to a server outlive a release.
fn served_policy(site: &Site<'_>) -> String {
    policy_with(site, "'unsafe-inline'")
}

/// A page in a sandboxed frame has no origin of its own, and WebKit then takes nothing for 'self': so the origin has its
/// name.
fn policy_with(site: &Site<'_>, style: &str) -> String {
    let origin = site.base.origin();
    format!(
        "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval'; style-src 'self' {origin} {style}; \
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
pub(super) fn files(site: &Site<'_>) -> Files {
    let files = TEMPLATES.iter().map(|(path, template)| {
        let text = template
            .replace("POLICY", &served_policy(site))
            .replace("PATH/", site.base.path());
        ((*path).to_owned(), text.into_bytes())
    });
    files.collect()
}
