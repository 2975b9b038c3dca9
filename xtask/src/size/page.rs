//! Which stylesheets a page loads.

/// The paths of all `<link rel="stylesheet">`, relative to the page's folder.
pub(super) fn stylesheets(page: &str) -> Vec<String> {
    page.split("<link")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .filter(|link| attribute(link, "rel").is_some_and(|rel| rel == "stylesheet"))
        .filter_map(|link| attribute(link, "href"))
        .map(|path| {
            path.trim_start_matches("./")
                .trim_start_matches('/')
                .to_owned()
        })
        .collect()
}

/// An attribute's value, quoted or not.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = format!(" {name}=");
    let value = tag.split_once(&start)?.1;
    match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
        _ => value.split_whitespace().next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stylesheets_are_found_however_they_are_written() {
        let page = r#"<link rel="stylesheet" href="/style.css"><link href=./b.css rel=stylesheet>
            <link rel="preload" href="c.css"><link rel='stylesheet' href='d/e.css' />"#;
        assert_eq!(stylesheets(page), ["style.css", "b.css", "d/e.css"]);
    }
}
