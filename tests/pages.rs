//! Reads whole invented pages: an article with an embedded interview and comments, among menus, credits
//! and footers. `tests/fixtures/README.md` describes the pages.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fmt, fs};

use quote_extractor::{BlockKind, Options, Quotation, QuotationKind, Report, extract};

/// The least that each figure may be, in per cent.
const TURNS: f64 = 90.0;
const FURNITURE: f64 = 95.0;

/// A line of a page: what it is, and its bytes in the text.
struct Line {
    kind: char,
    start: usize,
    end: usize,
}

/// A turn of the interview: its speaker's names, and its words without the label.
struct Turn {
    names: Vec<String>,
    words: String,
}

/// A page, its mark-up taken off.
#[derive(Default)]
struct Page {
    text: String,
    lines: Vec<Line>,
    turns: Vec<Turn>,
}

impl Page {
    fn read(marked: &str) -> Self {
        let mut page = Self::default();
        for line in marked.lines() {
            if let Some((mark, line)) = line.split_once("| ") {
                page.push(mark, line);
            }
            page.text.push('\n');
        }
        page
    }

    fn push(&mut self, mark: &str, line: &str) {
        let (label, words) = line.split_once('¦').unwrap_or(("", line));
        if let Some(names) = mark.strip_prefix("T ") {
            let names = names.split('/').map(str::to_owned).collect();
            self.turns.push(Turn { names, words: letters(words) });
        } else if mark == "T" {
            self.turns.last_mut().expect("a turn starts with its speaker").words += &letters(words);
        }
        let start = self.text.len();
        self.text += label;
        self.text += words;
        self.lines.push(Line { kind: mark.chars().next().unwrap(), start, end: self.text.len() });
    }

    /// The quoted stretches of four words and more in lines of these kinds.
    fn quoted(&self, kinds: &[char]) -> Vec<(usize, usize)> {
        let mut quoted = Vec::new();
        for line in self.lines.iter().filter(|line| kinds.contains(&line.kind)) {
            let mut marks = self.text[line.start..line.end].match_indices(['"', '“', '”']);
            while let (Some((open, _)), Some((close, _))) = (marks.next(), marks.next()) {
                let (start, end) = (line.start + open, line.start + close);
                if self.text[start..end].split_whitespace().count() >= 4 {
                    quoted.push((start, end));
                }
            }
        }
        quoted
    }
}

/// How often something was expected, found, and rightly found.
#[derive(Clone, Copy, Default)]
struct Counts {
    expected: usize,
    found: usize,
    right: usize,
}

impl Counts {
    fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.expected.max(1) as f64
    }

    fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.expected).max(1) as f64
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (precision, recall) = (self.precision(), self.recall());
        write!(f, "precision {precision:.1} recall {recall:.1} F1 {:.1}", self.f1())
    }
}

/// The figures of one or more pages, and each mistake in words.
#[derive(Default)]
struct Figures {
    turns: Counts,
    furniture: Counts,
    /// Quotations reported out of the furniture.
    furniture_quoted: usize,
    /// Quotations of the article and of the comments.
    quoted: Counts,
    mistakes: Vec<String>,
}

impl Figures {
    fn add(&mut self, name: &str, page: &Page) {
        let report = extract(&page.text, &Options::new());
        self.add_turns(name, page, &report);
        self.add_furniture(name, page, &report);
        self.add_quoted(name, page, &report);
    }

    fn add_turns(&mut self, name: &str, page: &Page, report: &Report) {
        let mut used = BTreeSet::new();
        self.turns.expected += page.turns.len();
        for found in report.quotations.iter().filter(|found| is_turn(found)) {
            self.turns.found += 1;
            let speaker = found.speaker.map(|speaker| report.speakers[speaker].name.as_str());
            let words = letters(&found.text);
            let right = page.turns.iter().enumerate().find(|(index, turn)| {
                turn.words == words && !used.contains(index) && turn.is_by(speaker)
            });
            if let Some((index, _)) = right {
                used.insert(index);
            } else {
                self.mistakes.push(format!("{name}: no turn of {speaker:?}: {}", found.text));
            }
        }
        self.turns.right += used.len();
        for (index, turn) in
            page.turns.iter().enumerate().filter(|(index, _)| !used.contains(index))
        {
            self.mistakes
                .push(format!("{name}: turn {index} missed: {:?} {}", turn.names, turn.words));
        }
    }

    fn add_furniture(&mut self, name: &str, page: &Page, report: &Report) {
        for line in page.lines.iter().filter(|line| line.kind != '.') {
            let block = report.blocks.iter().find(|block| block.span.end > line.start);
            let found = block.is_some_and(|block| block.kind == BlockKind::Furniture);
            let expected = line.kind == 'F';
            self.furniture.expected += usize::from(expected);
            self.furniture.found += usize::from(found);
            self.furniture.right += usize::from(found && expected);
            if found != expected {
                let wrong = if found { "read as furniture" } else { "is furniture" };
                let text = &page.text[line.start..line.end];
                self.mistakes.push(format!("{name}: {wrong}: {text}"));
            }
        }
    }

    fn add_quoted(&mut self, name: &str, page: &Page, report: &Report) {
        for quotation in &report.quotations {
            let start = quotation.content[0].start;
            if page
                .lines
                .iter()
                .any(|line| line.kind == 'F' && (line.start..line.end).contains(&start))
            {
                self.furniture_quoted += 1;
                self.mistakes.push(format!("{name}: quoted in furniture: {}", quotation.text));
            }
        }
        for (start, end) in page.quoted(&['P', 'C']) {
            self.quoted.expected += 1;
            let spans = report
                .quotations
                .iter()
                .filter(|found| !is_turn(found))
                .flat_map(|found| &found.content);
            if spans.into_iter().any(|span| span.start < end && start < span.end) {
                self.quoted.right += 1;
            } else {
                self.mistakes.push(format!("{name}: not quoted: {}", &page.text[start..end]));
            }
        }
    }

    fn print(&self, title: &str) {
        println!("{title}: turns {}; furniture by line {}", self.turns, self.furniture);
        let (quoted, all) = (self.quoted.right, self.quoted.expected);
        println!(
            "  quoted: {quoted} of {all} in articles and comments, {} in furniture",
            self.furniture_quoted
        );
    }
}

impl Turn {
    /// Whether a speaker's name is one of the turn's. Who asks under a mere "Q", or without any label, need
    /// not be a speaker.
    fn is_by(&self, speaker: Option<&str>) -> bool {
        let Some(speaker) = speaker else { return self.names[0] == "Q" || self.names[0] == "-" };
        let words = |name: &str| {
            name.to_lowercase().split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>()
        };
        let speaker = words(speaker);
        let is_same =
            |name: &String| words(name).is_superset(&speaker) || words(name).is_subset(&speaker);
        self.names.iter().any(is_same)
    }
}

/// Whether a quotation is a turn: word for word, and without a quotation mark.
fn is_turn(quotation: &Quotation) -> bool {
    quotation.kind == QuotationKind::Direct && quotation.verbatim.is_empty()
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[test]
fn whole_pages_are_read_by_their_parts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut all = Figures::default();
    let (mut learned, mut checked) = (Figures::default(), Figures::default());
    for file in &files {
        let name = file.file_stem().unwrap().to_string_lossy();
        let page = Page::read(&fs::read_to_string(file).unwrap());
        all.add(&name, &page);
        let batch = if name.starts_with('a') { &mut learned } else { &mut checked };
        batch.add(&name, &page);
    }
    learned.print("batch a");
    checked.print("batch b");
    all.print("all pages");
    println!("{}", all.mistakes.join("\n"));
    assert_eq!(files.len(), 20);
    assert!(all.turns.f1() >= TURNS, "turns: {}", all.turns);
    assert!(all.furniture.precision() >= FURNITURE, "furniture: {}", all.furniture);
    assert!(all.furniture.recall() >= FURNITURE, "furniture: {}", all.furniture);
    assert_eq!(all.furniture_quoted, 0);
    assert_eq!(all.quoted.right, all.quoted.expected);
}
