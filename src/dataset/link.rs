//! Which addresses may become links.
//!
//! Browsers are lenient: they skip blanks, tabs and line breaks around and inside a scheme and
//! read `\` as `/`. So nothing is repaired here; what is not plainly a web address is none.

use super::text::is_hidden;

/// Whether the text is an http or https address with a host and without user info.
///
/// The host may be in any script, but not an IPv6 address.
pub(super) fn is_web_address(text: &str) -> bool {
    let misleads = |c: char| c.is_whitespace() || c == '\\' || is_hidden(c);
    let Some(rest) = after_scheme(text) else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    !text.contains(misleads) && is_host(host) && port.is_none_or(is_port)
}

/// The address that was probably meant by one without a scheme, such as `www.example.org/page`.
pub(super) fn with_scheme(text: &str) -> Option<String> {
    let rest = text.trim().trim_start_matches('/');
    let (host, _) = rest.split_once('/').unwrap_or((rest, ""));
    let address = format!("https://{rest}");
    (host.contains('.') && is_web_address(&address)).then_some(address)
}

fn after_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once(':')?;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    rest.strip_prefix("//").filter(|_| is_web)
}

fn is_host(host: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(is_host_character);
    host.split('.').all(is_part)
}

fn is_host_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_') || !character.is_ascii()
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_may_become_links() {
        for address in [
            "https://example.org",
            "http://example.org:8080/a?b=c#d",
            "HTTPS://Example.org/@someone/a:b",
            "https://bücher.example/",
            "https://localhost/",
        ] {
            assert!(is_web_address(address), "{address}");
        }
    }

    #[test]
    fn anything_else_may_not() {
        for address in [
            "",
            "javascript:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "JavaScript://example.org/%0aalert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "blob:https://example.org/x",
            "file:///etc/passwd",
            "//example.org",
            "/page",
            "https:example.org",
            "https:/example.org",
            "https:\\\\example.org",
            "https://example.org\\@other.example",
            "https://",
            "https:///page",
            "https://?a",
            "https://user@example.org",
            "https://user:word@example.org/",
            "https://example.org:port/",
            "https://example.org:99999/",
            "https://example.org:/",
            "https://exam ple.org",
            "https://example..org",
            " https://example.org",
            "https://example.org\n",
            "https://example.org/\u{202e}gpj.exe",
        ] {
            assert!(!is_web_address(address), "{address:?}");
        }
    }

    #[test]
    fn a_missing_scheme_is_suggested_but_a_hostile_one_is_not() {
        assert_eq!(
            with_scheme("www.cnn.com/a").as_deref(),
            Some("https://www.cnn.com/a")
        );
        assert_eq!(
            with_scheme("//example.org").as_deref(),
            Some("https://example.org")
        );
        assert_eq!(with_scheme("javascript:alert(1.5)"), None);
        assert_eq!(with_scheme("a note"), None);
    }
}
