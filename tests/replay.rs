//! Runs the checks of the fuzz targets on the inputs that fuzzing has saved; `cargo xtask fuzz` finds
//! more.

#[cfg(feature = "cli")]
#[path = "support/jsonl.rs"]
mod jsonl;
#[cfg(feature = "bench")]
#[path = "support/pack.rs"]
mod pack;
mod support;

use std::path::Path;
use std::{fs, panic};

/// Runs `check` on every file of the target's corpus and on each of its crashes.
fn replay(target: &str, check: fn(&[u8])) {
    let mut files = Vec::new();
    for folder in ["corpus", "crashes"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder).join(target);
        // A target without crashes has no folder for them.
        for entry in fs::read_dir(folder).into_iter().flatten() {
            files.push(entry.unwrap().path());
        }
    }
    files.sort();
    assert!(!files.is_empty(), "fuzz/corpus/{target} is missing");
    let failed = files.iter().filter(|file| {
        let data = fs::read(file).unwrap();
        panic::catch_unwind(|| check(&data)).is_err()
    });
    let failed: Vec<_> = failed.map(|file| file.display().to_string()).collect();
    assert!(failed.is_empty(), "{} of {}:\n{}", failed.len(), files.len(), failed.join("\n"));
}

#[test]
fn saved_texts_pass_their_checks() {
    replay("extract", support::fuzzed::text);
}

#[test]
fn saved_offsets_pass_their_checks() {
    replay("offsets", support::fuzzed::offsets);
}

#[test]
#[cfg(feature = "cli")]
fn saved_lines_pass_their_checks() {
    replay("jsonl", jsonl::lines);
}

#[test]
#[cfg(feature = "bench")]
fn saved_packs_are_read_or_refused() {
    replay("pack", pack::bytes);
}
