//! Runs each case of `tests/spec/*.md` as a test of its own; `tests/spec/README.md` describes them.
//!
//! A test is named after its case, such as `transcripts.md:6 Names in capitals`, and part of a name
//! runs it: `cargo test --test spec -- "Names in capitals"`. A known gap is run, too. While it fails, it
//! is listed as ignored with the reason of its note; once it passes, it fails until the note is removed.

mod support;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use quote_extractor::{Options, extract};
use support::case::{self, Case, Outcome};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // All cases take milliseconds; on one thread they are listed in the order of their files.
    arguments.test_threads.get_or_insert(1);
    let tests = case::files().iter().flat_map(|file| tests_of(file)).collect();
    let done = libtest_mimic::run(&arguments, tests);
    if !arguments.list {
        let (passed, gaps, failed) = (done.num_passed, done.num_ignored, done.num_failed);
        eprintln!("specs: {passed} passed, {gaps} known gaps, {failed} failed");
    }
    done.exit_code()
}

/// The tests of one file: its cases, or a test that fails if they cannot be read.
fn tests_of(file: &Path) -> Vec<Trial> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let markdown = fs::read_to_string(file).map_err(|error| format!("1: {error}"));
    match markdown.and_then(|markdown| case::read(&markdown)) {
        Ok(cases) => cases.into_iter().map(|case| test(&name, case)).collect(),
        Err(problem) => {
            let problem = format!("tests/spec/{name}:{problem}");
            vec![Trial::test(format!("{name} can be read"), || Err(problem.into()))]
        }
    }
}

fn test(file: &str, case: Case) -> Trial {
    let name = format!("{file}:{} {}", case.line, case.heading);
    let kind = if case.known_gap.is_some() { "gap" } else { "" };
    Trial::ignorable_test(name, move || run(&case)).with_kind(kind)
}

fn run(case: &Case) -> Result<Completion, Failed> {
    let lang = case.lang.clone().unwrap_or_else(|| Options::default().lang);
    let report = extract(&case.text, &Options::new().lang(lang));
    match case.judge(&report) {
        Outcome::Passed => Ok(Completion::Completed),
        Outcome::KnownGap(reason) => Ok(Completion::ignored_with(reason)),
        Outcome::Failed(problem) => Err(problem.into()),
    }
}
