//! One case of a spec: how it is read from Markdown, and whether a report meets it.

use std::fs;
use std::path::{Path, PathBuf};

use quote_extractor::Report;

use super::table::Table;

/// A heading, a text and what is expected of the report on it.
#[derive(Clone, Debug, Default)]
pub struct Case {
    pub heading: String,
    /// The line of the heading, counted from 1.
    pub line: usize,
    /// The language after ```` ```text ````, if one is named.
    pub lang: Option<String>,
    pub text: String,
    /// The language that the report names, and whether words or marks were read.
    pub read_as: Option<(String, String)>,
    /// A table without rows stands for `No quotations.`
    pub quotations: Option<Table>,
    pub speakers: Option<Table>,
    /// Why the case is known to fail.
    pub known_gap: Option<String>,
}

/// How a case ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    /// It failed, as its note says; this is the reason that the note gives.
    KnownGap(String),
    Failed(String),
}

impl Case {
    /// Compares `report` with what the case expects.
    pub fn judge(&self, report: &Report) -> Outcome {
        let mut problems = String::new();
        if let Some((lang, reading)) = &self.read_as
            && (report.lang != *lang || report.reading.as_str() != reading)
        {
            let got = format!("{}, by {}", report.lang, report.reading.as_str());
            problems += &format!("  expected the language {lang}, by {reading}; got {got}\n");
        }
        let mut compare = |expected: &Table, got: Table| {
            if expected.rows != got.rows {
                problems += &format!("  expected\n{}  got\n{}", expected.show(), got.show());
            }
        };
        if let Some(expected) = &self.quotations {
            let mut header = expected.header.clone();
            if header.is_empty() {
                header = ["kind", "content", "speaker"].map(String::from).to_vec();
            }
            compare(expected, Table::of_quotations(&header, &self.text, report));
        }
        if let Some(expected) = &self.speakers {
            compare(expected, Table::of_speakers(&expected.header, &self.text, report));
        }
        match (problems.is_empty(), &self.known_gap) {
            (true, None) => Outcome::Passed,
            (false, Some(reason)) => Outcome::KnownGap(reason.clone()),
            (false, None) => Outcome::Failed(problems),
            (true, Some(reason)) => {
                Outcome::Failed(format!("  it passes now: remove its note, Known gap: {reason}\n"))
            }
        }
    }
}

/// The files of cases, in the order of their names.
pub fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let entries = fs::read_dir(folder).expect("the folder tests/spec");
    let paths = entries.map(|entry| entry.expect("an entry of tests/spec").path());
    let is_spec = |path: &PathBuf| {
        path.extension().is_some_and(|e| e == "md") && !path.ends_with("README.md")
    };
    let mut files: Vec<_> = paths.filter(is_spec).collect();
    files.sort();
    assert!(!files.is_empty(), "there is no spec in tests/spec");
    files
}

/// Reads the cases of a Markdown file; the error starts with the line it is about.
pub fn read(markdown: &str) -> Result<Vec<Case>, String> {
    let lines: Vec<&str> = markdown.lines().collect();
    let mut cases: Vec<Case> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        at += 1;
        let number = at;
        let fail = |problem: String| Err(format!("{number}: {problem}"));
        if let Some(heading) = line.strip_prefix("## ") {
            let heading = heading.trim().to_owned();
            cases.push(Case { heading, line: at, ..Case::default() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(info) = line.strip_prefix("```") {
            let Some(length) = lines[at..].iter().position(|line| *line == "```") else {
                return fail("the fence is never closed".into());
            };
            if let Some(lang) = info.strip_prefix("text") {
                if !case.text.is_empty() {
                    return fail("a second text; start a case of its own with `##`".into());
                }
                case.text = lines[at..at + length].join("\n");
                case.lang = Some(lang.trim().to_owned()).filter(|lang| !lang.is_empty());
            }
            at += length + 1;
        } else if Table::is_row(line) {
            let length = lines[at..].iter().take_while(|line| Table::is_row(line)).count();
            let table = match Table::read(&lines[at - 1..at + length]) {
                Ok(table) => table,
                Err(problem) => return fail(problem),
            };
            let place =
                if table.header[0] == "name" { &mut case.speakers } else { &mut case.quotations };
            if place.replace(table).is_some() {
                return fail("a second table of the same kind".into());
            }
            at += length;
        } else if line.trim() == "No quotations." {
            if case.quotations.replace(Table::default()).is_some() {
                return fail("`No quotations.` beside a table".into());
            }
        } else if let Some(read_as) = line.strip_prefix("Language: ") {
            let Some((lang, reading)) = read_as.trim_end_matches('.').split_once(", by ") else {
                return fail(
                    "write `Language: TAG, by words.` or `Language: TAG, by marks.`".into(),
                );
            };
            case.read_as = Some((lang.to_owned(), reading.to_owned()));
        } else if let Some(reason) = line.strip_prefix("Known gap:") {
            case.known_gap = Some(reason.trim().to_owned());
        }
    }
    if cases.is_empty() {
        return Err("1: there is no case; start one with `## HEADING`".into());
    }
    for case in &cases {
        if case.text.is_empty() || (case.quotations.is_none() && case.speakers.is_none()) {
            return Err(format!("{}: `{}` needs a text and a table", case.line, case.heading));
        }
        if case.known_gap.as_deref() == Some("") {
            return Err(format!("{}: `Known gap:` needs a reason", case.line));
        }
    }
    Ok(cases)
}
