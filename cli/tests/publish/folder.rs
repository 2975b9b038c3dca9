//! The folder is whole, and stays so.

use std::fs;
use std::io::Read;
use std::time::SystemTime;

use serde_json::Value;

use crate::published::{BASE, Published, attributes, integrity, words};

const BOTH: [&str; 2] = ["north-korea.en.json", "north-korea.de.json"];

fn time(published: &Published, path: &str) -> SystemTime {
    let file = fs::metadata(published.out().join(path)).expect("a file");
    file.modified().expect("a time")
}

#[test]
fn each_page_finds_all_that_it_needs() {
    let published = Published::new();
    published.publish(&BOTH);
    let files = published.files();
    for language in ["en", "de"] {
        let page = published.text(&format!("north-korea.{language}.html"));
        assert_eq!(attributes(&page, "html", "lang"), [language]);
        // As who reads it without scripts.
        let page = page.replace("noscript>", "div>");
        assert!(words(&page, "style").is_empty());
        let mut needed = attributes(&page, "link[rel=stylesheet], link[rel=icon]", "href");
        needed.extend(attributes(&page, "script[src]", "src"));
        assert_eq!(needed.len(), 6);
        for path in needed {
            assert!(files.contains_key(&path), "{path}");
            assert!(path.starts_with("assets/"), "{path}");
        }
        assert!(page.contains("class=\"te-data\""));
    }
    // What the scripts load later.
    for (script, folder) in [("assets/loader.", "assets/"), ("assets/fill.", "assets/")] {
        let path = files
            .keys()
            .find(|path| path.starts_with(script) && path.ends_with(".js"));
        let text = published.text(path.expect("the script"));
        let quoted: Vec<&str> = text.split('\'').skip(1).step_by(2).collect();
        let named = quoted.iter().filter(|name| {
            [".js", ".css", ".wasm"]
                .iter()
                .any(|ending| name.ends_with(ending))
        });
        let mut count = 0;
        for name in named {
            count += 1;
            assert!(
                files.contains_key(&format!("{folder}{name}")),
                "{script} names {name}"
            );
        }
        assert_eq!(count, if script == "assets/loader." { 10 } else { 1 });
    }
}

#[test]
fn compressed_twins_are_the_files() {
    let published = Published::new();
    published.publish(&BOTH[..1]);
    let files = published.files();
    let (mut brotli, mut gzip) = (0, 0);
    for (path, content) in &files {
        if let Some(twin) = files.get(&format!("{path}.br")) {
            let mut whole = Vec::new();
            brotli::Decompressor::new(&twin[..], 4096)
                .read_to_end(&mut whole)
                .expect("brotli");
            assert!(whole == *content, "{path}");
            brotli += 1;
        }
        if let Some(twin) = files.get(&format!("{path}.gz")) {
            let mut whole = Vec::new();
            flate2::read::GzDecoder::new(&twin[..])
                .read_to_end(&mut whole)
                .expect("gzip");
            assert!(whole == *content, "{path}");
            gzip += 1;
        }
        let ending = path.rsplit('.').next().expect("an ending");
        let is_compressed = ["css", "html", "js", "json", "svg", "wasm"].contains(&ending);
        assert_eq!(
            is_compressed,
            files.contains_key(&format!("{path}.br")),
            "{path}"
        );
    }
    assert_eq!(brotli, gzip);
}

#[test]
fn doing_it_twice_changes_nothing() {
    let published = Published::new();
    assert!(published.publish(&BOTH).contains("files are new"));
    let before = published.files();
    let page = time(&published, "north-korea.en.html");
    assert!(published.publish(&BOTH).contains("nothing has changed"));
    // In another order, and one of them alone: the other is there already.
    assert!(
        published
            .publish(&[BOTH[1], BOTH[0]])
            .contains("nothing has changed")
    );
    assert!(
        published
            .publish(&BOTH[..1])
            .contains("nothing has changed")
    );
    assert!(published.files() == before);
    assert_eq!(time(&published, "north-korea.en.html"), page);
}

/// By it servers tell browsers that they have a file already.
#[test]
fn what_has_not_changed_keeps_its_time() {
    let published = Published::new();
    published.publish(&BOTH);
    let times = || {
        [
            "north-korea.de.html",
            "north-korea.de.html.br",
            "north-korea.en.html",
        ]
        .map(|path| time(&published, path))
    };
    let before = times();
    published.change("north-korea.en.json", "\"low\": 25000", "\"low\": 24000");
    published.publish(&BOTH);
    let after = times();
    assert_eq!(after[..2], before[..2]);
    assert_ne!(after[2], before[2]);
}

#[test]
fn a_new_state_keeps_the_one_before_and_tells_how_many_have_changed() {
    let published = Published::new();
    published.publish(&BOTH);
    let before = published.files();
    let old: Value = serde_json::from_slice(&before["troop-estimates.json"]).expect("JSON");
    let old = old["charts"][1]["states"][0]["revision"]
        .as_str()
        .expect("a revision");
    published.change("north-korea.en.json", "\"low\": 25000", "\"low\": 24000");
    published.change("north-korea.en.json", "\"best\": 11000", "\"best\": 12000");
    published.publish(&BOTH[..1]);
    let page = published.text("north-korea.en.html");
    let present = attributes(&page, ".troop-estimates", "data-revision").remove(0);
    assert_ne!(present, old);
    assert_eq!(
        words(&page, ".te-revision"),
        format!("Data revision {present}")
    );
    // Known states first, what is said of all others last.
    assert_eq!(
        attributes(&page, "template[data-revision]", "data-revision"),
        [old, ""]
    );
    // What stands in a template is no part of the page before it is asked for.
    let told = page
        .replace("<template", "<div")
        .replace("</template", "</div");
    let (told, links) = (
        words(&told, ".te-earlier"),
        attributes(&told, ".te-earlier a", "href"),
    );
    assert!(told.contains("2 estimates have changed."), "{told}");
    let then = format!("{BASE}revisions/north-korea.en.{old}.html");
    assert_eq!(links, [then]);
    let then = published.text(&format!("revisions/north-korea.en.{old}.html"));
    assert!(then.contains("25,000 to 30,000") && !page.contains("25,000 to 30,000 </"));
    assert!(words(&then, ".te-earlier").contains("an earlier state of the data"));
    assert_eq!(
        attributes(&then, ".te-earlier a", "href"),
        [format!("{BASE}north-korea.en.html")]
    );
    // Whatever was there is there still, and the data to the byte.
    let after = published.files();
    for (path, content) in &before {
        assert!(after.contains_key(path), "{path}");
        if path.starts_with("assets/")
            || path.starts_with("revisions/") && path.ends_with(".json")
            || path.contains(".de.")
        {
            assert!(after[path] == *content, "{path}");
        }
    }
    // And back again: that state is the present one, the other is an earlier one.
    published.change("north-korea.en.json", "\"low\": 24000", "\"low\": 25000");
    published.change("north-korea.en.json", "\"best\": 12000", "\"best\": 11000");
    published.publish(&BOTH[..1]);
    let page = published.text("north-korea.en.html");
    assert_eq!(
        attributes(&page, ".troop-estimates", "data-revision"),
        [old]
    );
    assert_eq!(
        attributes(&page, "template[data-revision]", "data-revision"),
        [&present, ""]
    );
}

#[test]
fn what_was_refused_is_still_told_when_another_dataset_is_published() {
    let published = Published::new();
    published.change(
        "north-korea.en.json",
        "\"best\": 11000",
        "\"best\": \"11,000\"",
    );
    published.publish(&BOTH[..1]);
    let refused = "1 of 9 estimates could not be read";
    let before = published.text("north-korea.en.html");
    assert!(before.contains(refused), "{}", words(&before, ".te-figure"));
    published.publish(&BOTH[1..]);
    assert!(
        published.text("north-korea.en.html") == before
            || published.text("north-korea.en.html").contains(refused)
    );
}

#[test]
fn nothing_is_lost_when_it_fails() {
    let published = Published::new();
    published.publish(&BOTH);
    let before = published.files();
    fs::write(published.path("broken.en.json"), "{").expect("writes");
    for (files, arguments, told) in [
        (
            &["broken.en.json"][..],
            &[][..],
            "broken.en.json cannot be used",
        ),
        (&["missing.json"], &[], "cannot read missing.json"),
        (&BOTH, &["--assets", "nowhere"], "cargo xtask build"),
        (
            &BOTH,
            &["--base-url", "charts.example"],
            "https://charts.example/troops/",
        ),
        (
            &["north-korea.en.json", "./north-korea.en.json"],
            &[],
            "a second dataset called north-korea.en",
        ),
    ] {
        let mut arguments = arguments.to_vec();
        if arguments.contains(&"--assets") {
            fs::rename(published.path("release"), published.path("away")).expect("moves");
            arguments.clear();
        }
        let failed = published.try_publish(files, &arguments);
        let said = String::from_utf8_lossy(&failed.stderr).into_owned();
        assert_eq!(failed.status.code(), Some(2), "{said}");
        assert!(said.contains(told), "{said}");
        assert!(published.files() == before, "{told}");
        let _ = fs::rename(published.path("away"), published.path("release"));
    }
    let beside = fs::read_dir(published.path(".")).expect("a folder");
    let left = beside.filter(|entry| {
        let name = entry.as_ref().expect("an entry").file_name();
        name.to_string_lossy().starts_with(".troop")
    });
    assert_eq!(left.count(), 0);
}

#[test]
fn a_folder_of_somebody_else_stays_as_it_is() {
    let published = Published::new();
    fs::create_dir(published.out()).expect("a folder");
    fs::write(published.out().join("mine.txt"), "mine").expect("writes");
    let refused = published.try_publish(&BOTH, &[]);
    assert_eq!(refused.status.code(), Some(2));
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("choose another folder"), "{told}");
    assert_eq!(published.files().len(), 1);
    // An empty one may be written, and what is put beside the files later stays.
    fs::remove_file(published.out().join("mine.txt")).expect("removes");
    published.publish(&BOTH);
    fs::write(published.out().join("CNAME"), "charts.example").expect("writes");
    published.change("north-korea.en.json", "25000", "24000");
    published.publish(&BOTH);
    assert_eq!(published.text("CNAME"), "charts.example");
}

#[test]
fn the_hash_of_every_asset_is_told_also_of_those_from_before() {
    let published = Published::new();
    published.publish(&BOTH);
    let before = published.files();
    published.another_release();
    published.publish(&BOTH);
    let files = published.files();
    let manifest: Value =
        serde_json::from_str(&published.text("troop-estimates.json")).expect("JSON");
    let told = manifest["integrity"].as_object().expect("hashes");
    let is_asset = |path: &&String| {
        let is_twin = path.ends_with(".br") || path.ends_with(".gz");
        !is_twin && (path.starts_with("assets/") || *path == "loader.js")
    };
    let assets: Vec<_> = files.keys().filter(is_asset).collect();
    assert_eq!(told.keys().collect::<Vec<_>>(), assets);
    for path in assets {
        assert_eq!(told[path], integrity(&files[path]), "{path}");
    }
    let stay = before.keys().filter(is_asset);
    assert!(stay.clone().all(|path| files.contains_key(path)));
    assert!(stay.count() < told.len(), "nothing is new");
    let page = published.text("north-korea.en.html");
    let loader = attributes(&page, "script[type=module]", "src").remove(0);
    let hash = integrity(&files[&loader]);
    assert_eq!(
        attributes(&page, "script[type=module]", "integrity"),
        [hash]
    );
}
