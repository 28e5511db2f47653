//! Markdown tables: read from a spec, made from a report, printed for comparison.

use quote_extractor::{Quotation, Report, Span};

/// Stands in a cell for no value.
const NONE: &str = "—";
/// Stands between the segments of a content.
const SEGMENT: &str = " // ";

/// The columns of a table of quotations.
pub const QUOTATION_COLUMNS: [&str; 9] =
    ["kind", "content", "verbatim", "cue", "source", "speaker", "role", "speaker kind", "rule"];
/// The columns of a table of speakers; `name` comes first.
pub const SPEAKER_COLUMNS: [&str; 4] = ["name", "role", "kind", "mentions"];

/// A header and rows, each with a cell for every column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The quotations of `report`, with the columns of `header`.
    pub fn of_quotations(header: &[String], text: &str, report: &Report) -> Self {
        let row = |quotation: &Quotation| {
            header.iter().map(|column| quotation_cell(column, text, report, quotation)).collect()
        };
        Self { header: header.to_vec(), rows: report.quotations.iter().map(row).collect() }
    }

    /// The speakers of `report`, with the columns of `header`.
    pub fn of_speakers(header: &[String], text: &str, report: &Report) -> Self {
        let cell = |speaker: &quote_extractor::Speaker, column: &String| match column.as_str() {
            "name" => shown(&speaker.name),
            "role" => optional(speaker.role.as_deref()),
            "kind" => speaker.kind.as_str().into(),
            _ => words(text, &speaker.mentions),
        };
        let rows = report.speakers.iter();
        let rows = rows.map(|s| header.iter().map(|column| cell(s, column)).collect()).collect();
        Self { header: header.to_vec(), rows }
    }

    /// Whether `line` belongs to a table.
    pub fn is_row(line: &str) -> bool {
        line.trim_start().starts_with('|')
    }

    /// Reads consecutive rows: header, rule, body.
    pub fn read(lines: &[&str]) -> Result<Self, String> {
        let mut rows: Vec<Vec<String>> = lines.iter().map(|line| cells(line)).collect();
        let is_rule = |row: &Vec<String>| {
            row.iter().all(|cell| {
                cell.trim_matches(':').len() >= 3 && cell.chars().all(|c| "-:".contains(c))
            })
        };
        if rows.len() < 3 || !is_rule(&rows[1]) {
            return Err("a table needs a header, a line |---|---| and at least one row; for none \
                        write `No quotations.`"
                .into());
        }
        let header = rows.remove(0);
        rows.remove(0);
        let known: &[&str] =
            if header[0] == "name" { &SPEAKER_COLUMNS } else { &QUOTATION_COLUMNS };
        if let Some(column) = header.iter().find(|column| !known.contains(&column.as_str())) {
            return Err(format!("there is no column `{column}`; use {}", known.join(", ")));
        }
        if let Some(row) = rows.iter().find(|row| row.len() != header.len()) {
            return Err(format!("{} cells under {} columns: {row:?}", row.len(), header.len()));
        }
        Ok(Self { header, rows })
    }

    /// The table in Markdown, ready to be pasted into a spec.
    pub fn show(&self) -> String {
        if self.rows.is_empty() {
            return "    No quotations.\n".into();
        }
        let rows = [&self.header].into_iter().chain(&self.rows);
        let mut rows: Vec<Vec<String>> =
            rows.map(|row| row.iter().map(|cell| cell.replace('|', "\\|")).collect()).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
        let widths: Vec<_> = (0..self.header.len()).map(|c| width(c).unwrap_or(0).max(3)).collect();
        rows.insert(1, widths.iter().map(|width| "-".repeat(*width)).collect());
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!(" {cell:width$} |"));
            format!("    |{}\n", cells.collect::<String>())
        };
        rows.iter().map(line).collect()
    }
}

fn quotation_cell(column: &str, text: &str, report: &Report, quotation: &Quotation) -> String {
    let speaker = quotation.speaker.and_then(|index| report.speakers.get(index));
    match column {
        "kind" => quotation.kind.as_str().into(),
        "content" => words(text, &quotation.content),
        "verbatim" => words(text, &quotation.verbatim),
        "cue" => words(text, quotation.cue.as_slice()),
        "source" => words(text, quotation.source.as_slice()),
        "speaker" => optional(speaker.map(|speaker| speaker.name.as_str())),
        "role" => optional(speaker.and_then(|speaker| speaker.role.as_deref())),
        "speaker kind" => optional(speaker.map(|speaker| speaker.kind.as_str())),
        _ => optional(Some(quotation.rule.as_str())),
    }
}

/// The words of the spans, or [`NONE`].
fn words(text: &str, spans: &[Span]) -> String {
    let words: Vec<_> =
        spans.iter().map(|span| shown(text.get(span.range()).unwrap_or("⚠"))).collect();
    optional(Some(words.join(SEGMENT).as_str()))
}

fn optional(words: Option<&str>) -> String {
    words.filter(|words| !words.is_empty()).unwrap_or(NONE).into()
}

/// `words` as a cell has them: on one line, with blanks at the ends made visible.
fn shown(words: &str) -> String {
    let line = words.split('\n').map(str::trim_end).collect::<Vec<_>>().join(" ");
    let inner = line.trim();
    let (start, end) = (words.len() - words.trim_start().len(), words.trim_end().len());
    let blank = |is: bool| if is { "␣" } else { "" };
    format!("{}{inner}{}", blank(start > 0), blank(end < words.len()))
}

/// The cells of a row; `\|` is a vertical bar inside one.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches('|');
    let mut cells = vec![String::new()];
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' if characters.next_if_eq(&'|').is_some() => push(&mut cells, '|'),
            '|' => cells.push(String::new()),
            c => push(&mut cells, c),
        }
    }
    if cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn push(cells: &mut [String], c: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(c);
    }
}
