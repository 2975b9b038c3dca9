//! What the pages tell other programs, editors and hosts.

use std::fs;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use scraper::{Html, Selector};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::published::{BASE, Published, attributes, integrity, words};

const BOTH: [&str; 2] = ["north-korea.en.json", "north-korea.de.json"];

#[test]
fn other_programs_find_what_a_page_is_about() {
    let published = Published::new();
    let done = published.try_publish(&BOTH, &["--provider", "The <Sample>"]);
    assert!(done.status.success(), "{done:?}");
    let page = published.text("north-korea.de.html");
    let address = format!("{BASE}north-korea.de.html");
    assert_eq!(
        attributes(&page, "head link[rel=canonical]", "href"),
        [address.as_str()]
    );
    assert_eq!(
        attributes(&page, "head link[hreflang]", "hreflang"),
        ["de", "en"]
    );
    let meta = |name: &str| {
        attributes(&page, &format!("head meta[property='{name}']"), "content").remove(0)
    };
    assert_eq!(meta("og:url"), address);
    assert_eq!(
        meta("og:title"),
        "Wie viele Soldaten noch aus Nordkorea? Quellen sind uneins"
    );
    assert_eq!(meta("og:site_name"), "The <Sample>");
    assert_eq!(meta("og:image"), format!("{BASE}north-korea.de.png"));
    assert_eq!(
        (meta("og:image:width"), meta("og:image:height")),
        ("1200".to_owned(), "630".to_owned())
    );
    assert!(published.out().join("north-korea.de.png").is_file());

    let discovery = "head link[rel=alternate][type='application/json+oembed']";
    assert_eq!(
        attributes(&page, discovery, "href"),
        [format!("{BASE}north-korea.de.oembed.json")]
    );
    assert_eq!(attributes(&page, discovery, "title"), [meta("og:title")]);
    let place = page.find("json+oembed").expect("the link");
    assert!(place < 150_000, "WordPress reads no further");
    let oembed: Value =
        serde_json::from_str(&published.text("north-korea.de.oembed.json")).expect("JSON");
    assert_eq!(
        (&oembed["version"], &oembed["type"]),
        (&"1.0".into(), &"rich".into())
    );
    assert_eq!(oembed["provider_name"], "The <Sample>");
    assert_eq!(oembed["thumbnail_url"], meta("og:image"));
    for number in [
        "width",
        "height",
        "thumbnail_width",
        "thumbnail_height",
        "cache_age",
    ] {
        assert!(oembed[number].is_u64(), "{number}");
    }
    let html = oembed["html"].as_str().expect("HTML");
    assert_eq!(attributes(html, "iframe", "src"), [address.as_str()]);
    assert_eq!(attributes(html, "iframe", "title"), [meta("og:title")]);
}

#[test]
fn there_is_a_snippet_for_each_way_to_embed() {
    let published = Published::new();
    published.publish(&BOTH);
    let page = published.text("embed.html");
    let document = Html::parse_document(&page);
    let selector = Selector::parse("article textarea").expect("a selector");
    let snippets: Vec<String> = document
        .select(&selector)
        .map(|code| code.text().collect())
        .collect();
    assert_eq!(snippets.len(), 10);
    let [element, with_chart, table, frame, picture] = &snippets[5..] else {
        panic!("five")
    };
    let address = format!("{BASE}north-korea.en.html");
    assert_eq!(
        attributes(element, "troop-estimates", "src"),
        [address.as_str()]
    );
    for snippet in [element, with_chart, table] {
        let loader = attributes(snippet, "script", "src").remove(0);
        let path = loader.strip_prefix(BASE).expect("below the address");
        assert!(path.starts_with("assets/loader."), "{path}");
        let hash = integrity(&published.files()[path]);
        assert_eq!(
            attributes(snippet, "script[crossorigin]", "integrity"),
            [hash]
        );
    }
    assert!(words(element, "troop-estimates").contains("25,000 to 30,000"));
    // Nothing but the chart is more in the other: it is what stands on the page.
    let (before, chart) = with_chart.split_once("<template").expect("a template");
    let (chart, after) = chart.rsplit_once("</template>\n").expect("its end");
    assert_eq!(&[before, after].concat(), element);
    let (_, chart) = chart.split_once("</style><div").expect("a place");
    assert!(published.text("north-korea.en.html").contains(chart));
    assert_eq!(
        attributes(table, "figure.troop-estimates", "data-as-of"),
        ["2025"]
    );
    assert_eq!(attributes(frame, "iframe", "src"), [address.as_str()]);
    assert_eq!(
        attributes(picture, "figure > a", "href"),
        [address.as_str()]
    );
    assert_eq!(
        attributes(picture, "img", "src"),
        [format!("{BASE}north-korea.en.svg")]
    );
    assert!(words(picture, "details table").contains("25,000 to 30,000"));
    // The loader makes no chart of what belongs to the picture.
    assert!(!picture.contains("troop-estimates\""));
    assert_eq!(
        attributes(&page, "article button[hidden]", "type").len(),
        10
    );
}

#[test]
fn a_long_chart_is_not_offered_to_be_pasted_whole() {
    let published = Published::new();
    let file = published.path(BOTH[0]);
    let text = fs::read_to_string(&file).expect("reads");
    let mut dataset: Value = serde_json::from_str(&text).expect("JSON");
    let estimates = dataset["estimates"].as_array_mut().expect("estimates");
    let first = estimates[0].clone();
    for number in estimates.len()..51 {
        let mut estimate = first.clone();
        estimate["id"] = format!("estimate-{number}").into();
        estimates.push(estimate);
    }
    fs::write(file, dataset.to_string()).expect("writes");
    published.publish(&BOTH[..1]);
    let page = published.text("embed.html");
    assert_eq!(attributes(&page, "article textarea", "rows").len(), 4);
    assert!(!page.contains("shadowrootmode"));
}

#[test]
fn each_host_is_told_policy_caching_and_types() {
    let published = Published::new();
    published.publish(&BOTH);
    let policy = attributes(
        &published.text("north-korea.en.html"),
        "meta[http-equiv]",
        "content",
    )
    .remove(0);
    assert!(
        policy.contains("script-src 'self' https://charts.example 'wasm-unsafe-eval'"),
        "{policy}"
    );
    // Exactly the style that stands in the page; the files are for elements, and for readers without scripts.
    let page = published.text("north-korea.en.html");
    let (_, style) = page.split_once("<style>").expect("a style");
    let (style, rest) = style.split_once("</style>").expect("an end");
    let hash = STANDARD.encode(Sha256::digest(style));
    let expected = format!("style-src 'self' https://charts.example 'sha256-{hash}';");
    assert!(policy.contains(&expected), "{policy}");
    assert!(
        style.contains(".te-row") && style.contains(".te-revision"),
        "{style}"
    );
    assert!(!rest.contains("<style"));
    // Hosts need not know the release: the page's own policy holds beside theirs.
    let policy = policy.replace(&format!("'sha256-{hash}'"), "'unsafe-inline'");
    for path in [
        "_headers",
        ".htaccess",
        "vercel.json",
        "servers/nginx.conf",
        "servers/Caddyfile",
    ] {
        let text = published.text(path);
        for part in [
            policy.as_str(),
            "max-age=31536000, immutable",
            "Access-Control-Allow-Origin",
            "nosniff",
        ] {
            assert!(text.contains(part), "{path}: {part}");
        }
        assert!(
            !text.contains("POLICY") && !text.contains("PATH/"),
            "{path}"
        );
    }
    assert!(published.text("_headers").contains("/troops/assets/*"));
    serde_json::from_str::<Value>(&published.text("vercel.json")).expect("JSON");
}
