//! The seeds of the fuzzer, and every input that anything has ever failed for.

use std::fs;
use std::path::Path;

/// The inputs in a folder; none where there is no such folder.
fn inputs(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let inputs = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        (path.display().to_string(), fs::read(&path).expect("reads"))
    });
    inputs.collect()
}

#[test]
fn no_input_breaks_what_must_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, check) in fuzzed::ALL {
        let seeds = inputs(&folder.join("seeds").join(name));
        assert!(seeds.len() > 2, "{name} has no seeds");
        for (path, input) in seeds
            .into_iter()
            .chain(inputs(&folder.join("regressions").join(name)))
        {
            // Seen when it fails.
            eprintln!("{path}");
            check(&input);
            // Cut off anywhere, as on a bad line.
            for end in (0..input.len()).step_by(1 + input.len() / 64) {
                check(&input[..end]);
            }
        }
    }
}
