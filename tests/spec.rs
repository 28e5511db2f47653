//! Runs every case of `tests/spec/*.md`; `tests/spec/README.md` describes their form.
//!
//! `SPEC="part of a heading or file name" cargo test --test spec` runs some of them.

mod support;

use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

use quote_extractor::{Options, Quotation, QuotationKind, Report, Span, extract};
use support::case::{self, Outcome};

#[test]
fn every_case_of_the_specs() {
    let filter = env::var("SPEC").unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let (mut passed, mut gaps, mut failures) = (0, 0, Vec::new());
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".md") || name == "README.md" {
            continue;
        }
        let cases = match case::read(&fs::read_to_string(&path).unwrap()) {
            Ok(cases) => cases,
            Err(problem) => {
                failures.push(format!("tests/spec/{name}:{problem}\n"));
                continue;
            }
        };
        for case in cases {
            if !case.heading.contains(&filter) && !name.contains(&filter) {
                continue;
            }
            let lang = case.lang.clone().unwrap_or_else(|| Options::default().lang);
            let report = extract(&case.text, &Options { lang, ..Options::default() });
            match case.judge(&report) {
                Outcome::Passed => passed += 1,
                Outcome::KnownGap => gaps += 1,
                Outcome::Failed(problem) => failures
                    .push(format!("tests/spec/{name}:{}: {}\n{problem}", case.line, case.heading)),
            }
        }
    }
    let failed = failures.len();
    // Past the capture of test output: the figures are of interest when all is well, too.
    let summary = format!("specs: {passed} passed, {gaps} known gaps, {failed} failed\n");
    io::stderr().write_all(summary.as_bytes()).unwrap();
    assert!(failures.is_empty(), "\n\n{}\n{summary}", failures.join("\n"));
    assert!(passed + gaps > 0, "no case matches {filter:?}");
}

/// A case as the harness tests below use it, with one quotation expected.
const YES: &str = "\
## Yes

```text
“Yes,”
said Ann. “No.”
```

| kind   | content    | cue |
|--------|------------|-----|
| direct | Yes, // No. | —  |
";

/// The report that meets it.
fn report() -> Report {
    let content = vec![Span::new(3, 7), Span::new(24, 27)];
    let quotation = Quotation {
        kind: QuotationKind::Direct,
        text: "Yes, No.".into(),
        verbatim: content.clone(),
        content,
        cue: None,
        source: None,
        speaker: None,
        confidence: 0.5,
        rule: "none",
        reason: "none".into(),
    };
    Report { quotations: vec![quotation], speakers: vec![] }
}

#[test]
fn the_harness_passes_what_is_met_and_fails_what_is_not() {
    let case = case::read(YES).unwrap().remove(0);
    assert_eq!((case.line, case.heading.as_str()), (1, "Yes"));
    assert_eq!(case.judge(&report()), Outcome::Passed);

    let mut other = report();
    other.quotations[0].cue = Some(Span::new(11, 15));
    let Outcome::Failed(problem) = case.judge(&other) else { panic!("a wrong cue passed") };
    assert!(problem.contains("| direct | Yes, // No. | said |"), "{problem}");

    let mut blank = report();
    blank.quotations[0].content[1].start -= 4;
    assert!(matches!(case.judge(&blank), Outcome::Failed(_)), "a wrong span passed");
    assert!(matches!(case.judge(&Report::default()), Outcome::Failed(_)), "no quotation passed");
    let twice =
        Report { quotations: [report().quotations, report().quotations].concat(), ..report() };
    assert!(matches!(case.judge(&twice), Outcome::Failed(_)), "one too many passed");
}

#[test]
fn the_harness_fails_a_known_gap_that_is_closed() {
    let case = case::read(&format!("{YES}\nKnown gap: too hard.\n")).unwrap().remove(0);
    assert_eq!(case.judge(&Report::default()), Outcome::KnownGap);
    let Outcome::Failed(problem) = case.judge(&report()) else { panic!("a closed gap passed") };
    assert!(problem.contains("remove its note"), "{problem}");
}

#[test]
fn the_harness_refuses_a_case_that_checks_nothing() {
    for (broken, problem) in [
        ("## A\n\n```text\nx\n```\n".to_owned(), "1: `A` needs a text and a table"),
        ("## A\n\nNo quotations.\n".to_owned(), "1: `A` needs a text and a table"),
        ("## A\n```text\nx\n".to_owned(), "2: the fence is never closed"),
        (YES.replace("cue", "queue"), "8: there is no column `queue`"),
        (YES.replace("| —  |", "|"), "8: 2 cells under 3 columns"),
        (YES.replace("|--------|------------|-----|\n", ""), "8: a table needs a header"),
        (format!("{YES}\nKnown gap:\n"), "1: `Known gap:` needs a reason"),
    ] {
        let error = case::read(&broken).unwrap_err();
        assert!(error.starts_with(problem), "{error}");
    }
    let none = "## A\n```text de\nx\n```\nNo quotations.\n";
    let case = case::read(none).unwrap().remove(0);
    assert_eq!(case.lang.as_deref(), Some("de"));
    assert_eq!(case.judge(&Report::default()), Outcome::Passed);
    assert!(matches!(case.judge(&report()), Outcome::Failed(_)));
}
