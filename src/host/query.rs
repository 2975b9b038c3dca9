//! One parameter in the query of an address; everything else in the address stays to the letter.

/// The values of a parameter as they stand there, with `;` between them: parts of one link.
pub fn value(address: &str, name: &str) -> String {
    let (_, query, _) = parts(address);
    let parameters = query.split('&');
    let values = parameters.filter_map(|parameter| value_of(parameter, name));
    values.collect::<Vec<_>>().join(";")
}

/// The address with a value that needs no escapes for the parameter; without it where the value is empty.
pub fn with(address: &str, name: &str, value: &str) -> String {
    let (page, query, fragment) = parts(address);
    let mut changed = page.to_owned();
    let mut before = '?';
    let mut add = |parameter: &str| {
        changed.push(before);
        changed.push_str(parameter);
        before = '&';
    };
    let others = query
        .split('&')
        .filter(|parameter| value_of(parameter, name).is_none());
    for parameter in others.filter(|parameter| !parameter.is_empty()) {
        add(parameter);
    }
    if !value.is_empty() {
        add(&[name, "=", value].concat());
    }
    changed + fragment
}

/// The value of this parameter if it has the name.
fn value_of<'a>(parameter: &'a str, name: &str) -> Option<&'a str> {
    parameter.strip_prefix(name)?.strip_prefix('=')
}

/// What stands before the query, the query, and the fragment with its `#`.
fn parts(address: &str) -> (&str, &str, &str) {
    let (before, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
    let (page, query) = before.split_once('?').unwrap_or((before, ""));
    (page, query, fragment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_values_are_found_among_others_and_not_in_the_fragment() {
        for (address, expected) in [
            ("https://example.org/", ""),
            ("https://example.org/?te=log", "log"),
            (
                "https://example.org/?a=te&te=in%3Aplanned%3Blog&te=zoom#?te=none",
                "in%3Aplanned%3Blog;zoom",
            ),
            ("https://example.org/?te2=zoom&ate=log#?te=none", ""),
            ("https://example.org/?te", ""),
            ("https://example.org/#?secret=x", ""),
        ] {
            assert_eq!(value(address, "te"), expected, "{address}");
        }
        assert_eq!(value("?te=log&te2=zoom", "te2"), "zoom");
    }

    #[test]
    fn all_else_in_the_address_stays() {
        for (address, expected) in [
            ("https://example.org/a", "https://example.org/a?te=log"),
            ("https://example.org/a?", "https://example.org/a?te=log"),
            (
                "https://example.org/?te=zoom&te=none",
                "https://example.org/?te=log",
            ),
            (
                "https://example.org/?b=%20+x&te=zoom&c#?secret=x",
                "https://example.org/?b=%20+x&c&te=log#?secret=x",
            ),
            ("file:///a.html#b", "file:///a.html?te=log#b"),
        ] {
            assert_eq!(with(address, "te", "log"), expected);
        }
        assert_eq!(
            with("https://example.org/?te=log#a", "te", ""),
            "https://example.org/#a"
        );
        assert_eq!(
            with("https://example.org/?te2=log", "te", ""),
            "https://example.org/?te2=log"
        );
    }
}
