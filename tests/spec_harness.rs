//! Tests of the harness that runs the specs: what it passes, fails and refuses.

mod support;

use quote_extractor::{Options, QuotationKind, Report, Span, extract};
use support::case::{self, Outcome};

/// A case that expects one quotation.
const MARKDOWN: &str = "\
## Yes

```text
“Yes,”
said Ann. “No.”
```

| kind   | content     | cue |
|--------|-------------|-----|
| direct | Yes, // No. | —   |
";

/// A report that meets the case, whatever the extractor makes of its text.
fn report() -> Report {
    let text = &case::read(MARKDOWN).unwrap()[0].text;
    let mut report = extract(text, &Options::default());
    report.quotations.truncate(1);
    let quotation = &mut report.quotations[0];
    quotation.kind = QuotationKind::Direct;
    quotation.content = vec![Span::new(3, 7), Span::new(24, 27)];
    quotation.cue = None;
    report
}

#[test]
fn a_report_passes_only_if_it_meets_the_case() {
    let case = case::read(MARKDOWN).unwrap().remove(0);
    assert_eq!((case.line, case.heading.as_str()), (1, "Yes"));
    assert_eq!(case.judge(&report()), Outcome::Passed);

    let mut other_cue = report();
    other_cue.quotations[0].cue = Some(Span::new(11, 15));
    let Outcome::Failed(problem) = case.judge(&other_cue) else { panic!("a wrong cue passed") };
    assert!(problem.contains("| direct | Yes, // No. | said |"), "{problem}");

    let mut blank_at_the_edge = report();
    blank_at_the_edge.quotations[0].content[1].start -= 4;
    assert!(matches!(case.judge(&blank_at_the_edge), Outcome::Failed(_)), "a wrong span passed");
    assert!(matches!(case.judge(&Report::default()), Outcome::Failed(_)), "no quotation passed");

    let mut twice = report();
    twice.quotations.extend(report().quotations);
    assert!(matches!(case.judge(&twice), Outcome::Failed(_)), "a false positive passed");
}

#[test]
fn a_report_passes_only_in_the_language_of_the_case() {
    let case = |line: &str| case::read(&format!("{MARKDOWN}\n{line}\n")).unwrap().remove(0);
    assert_eq!(case("Language: en, by words.").judge(&report()), Outcome::Passed);
    for line in ["Language: de, by words.", "Language: en, by marks."] {
        let Outcome::Failed(problem) = case(line).judge(&report()) else { panic!("{line} passed") };
        assert!(problem.contains("got en, by words"), "{problem}");
    }
}

#[test]
fn a_known_gap_fails_once_it_is_closed() {
    let case = case::read(&format!("{MARKDOWN}\nKnown gap: too hard.\n")).unwrap().remove(0);
    assert_eq!(case.judge(&Report::default()), Outcome::KnownGap("too hard.".into()));
    let Outcome::Failed(problem) = case.judge(&report()) else { panic!("a closed gap passed") };
    assert!(problem.contains("remove its note"), "{problem}");
}

#[test]
fn a_case_that_checks_nothing_is_refused() {
    for (markdown, problem) in [
        ("# A title\n\nand no case\n".to_owned(), "1: there is no case"),
        ("## A\n\n```text\nx\n```\n".to_owned(), "1: `A` needs a text and a table"),
        ("## A\n\nNo quotations.\n".to_owned(), "1: `A` needs a text and a table"),
        ("## A\n```text\nx\n".to_owned(), "2: the fence is never closed"),
        (MARKDOWN.replace("cue", "queue"), "8: there is no column `queue`"),
        (MARKDOWN.replace("| —   |", "|"), "8: 2 cells under 3 columns"),
        (MARKDOWN.replace("|--------|-------------|-----|\n", ""), "8: a table needs a header"),
        (format!("{MARKDOWN}\nLanguage: en\n"), "12: write `Language: TAG, by words.`"),
        (format!("{MARKDOWN}\nKnown gap:\n"), "1: `Known gap:` needs a reason"),
    ] {
        let error = case::read(&markdown).unwrap_err();
        assert!(error.starts_with(problem), "{error}");
    }
}

#[test]
fn a_case_may_expect_no_quotations_and_name_its_language() {
    let markdown = "## A\n```text de\nx\n```\nNo quotations.\n";
    let case = case::read(markdown).unwrap().remove(0);
    assert_eq!(case.lang.as_deref(), Some("de"));
    assert_eq!(case.judge(&Report::default()), Outcome::Passed);
    assert!(matches!(case.judge(&report()), Outcome::Failed(_)));
}
