//! Pages with places for widgets in them.

use std::cell::RefCell;
use std::rc::Rc;

use anyhow::{Result, anyhow};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, end_tag, rewrite_str};

/// Gives every place of `html` the content that `content(dataset, language)` makes for it.
///
/// # Errors
///
/// What `content` gives, or HTML that cannot be rewritten.
pub fn fill(html: &str, mut content: impl FnMut(&str, &str) -> Result<String>) -> Result<String> {
    // The languages of the elements around the present one, the nearest last.
    let languages = Rc::new(RefCell::new(Vec::<String>::new()));
    let nearest = Rc::clone(&languages);
    let language = element!("[lang]", move |element| {
        let language = element.get_attribute("lang").unwrap_or_default();
        // An element without an end has nothing inside that could speak its language.
        if let Some(handlers) = element.end_tag_handlers() {
            languages.borrow_mut().push(language);
            let languages = Rc::clone(&languages);
            handlers.push(end_tag!(move |_| {
                languages.borrow_mut().pop();
                Ok(())
            }));
        }
        Ok(())
    });
    let place = element!(".troop-estimates[data-dataset]", |element| {
        let dataset = element.get_attribute("data-dataset").unwrap_or_default();
        let language = nearest.borrow().last().cloned().unwrap_or_default();
        element.set_inner_content(&content(&dataset, &language)?, ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(language)
        .append_element_content_handler(place);
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(html: &str) -> String {
        fill(html, |dataset, language| {
            Ok(format!("{dataset} in {language}"))
        })
        .expect("fills")
    }

    #[test]
    fn a_place_speaks_the_language_of_the_nearest_element_that_has_one() {
        let html = r#"<html lang="en"><p lang="fr">x</p><div lang="de"><div class="troop-estimates" data-dataset="a"></div></div><div class="troop-estimates" data-dataset="b" lang="de-AT"></div><div class="troop-estimates" data-dataset="c"></div></html>"#;
        let filled = filled(html);
        for expected in [">a in de<", ">b in de-AT<", ">c in en<"] {
            assert!(filled.contains(expected), "{expected} is not in {filled}");
        }
    }

    #[test]
    fn filling_twice_changes_nothing() {
        let once = filled(
            r#"<html lang="en"><div class="troop-estimates" data-dataset="a"></div></html>"#,
        );
        assert_eq!(filled(&once), once);
    }

    #[test]
    fn a_missing_dataset_is_an_error_and_not_an_empty_place() {
        let html = r#"<div class="troop-estimates" data-dataset="a"></div>"#;
        let error = fill(html, |_, _| Err(anyhow!("there is no dataset"))).expect_err("fails");
        assert!(error.to_string().contains("there is no dataset"));
    }
}
