//! `--format`: a report as JSON, as a table for a spreadsheet, or as a document to read.

use std::io::{self, Write};

use quote_extractor::{PositionEncoding, Quotation, Report, Span};
use serde::Serialize;

use super::arguments::Format;

/// A text, the report on it with byte offsets, and its place among the other texts.
pub struct Document<'a> {
    /// The name of the file, or `standard input`.
    pub name: &'a str,
    pub text: &'a str,
    pub report: Report,
    /// Whether it is the first that is printed.
    pub first: bool,
    /// Whether no other was asked for.
    pub only: bool,
}

/// The columns: the name of the file, those that the page exports, and the words of cue and source.
const COLUMNS: [&str; 14] = [
    "file",
    "number",
    "kind",
    "speaker",
    "role",
    "speaker_kind",
    "text",
    "start",
    "end",
    "confidence",
    "rule",
    "reason",
    "cue",
    "source",
];

#[derive(Serialize)]
struct ReportWithId<'a> {
    id: &'a str,
    #[serde(flatten)]
    report: Report,
}

impl Document<'_> {
    /// Prints the report. If there are several, each is a line of JSON with the file's name as `id`.
    pub fn write(
        self,
        out: &mut impl Write,
        format: Format,
        offsets: PositionEncoding,
    ) -> io::Result<()> {
        match format {
            Format::Json => self.write_json(out, offsets),
            Format::Csv => self.write_csv(out, offsets),
            Format::Markdown => self.write_markdown(out),
        }
    }

    fn write_json(self, out: &mut impl Write, offsets: PositionEncoding) -> io::Result<()> {
        let report = self.report.encode(self.text, offsets);
        if self.only {
            serde_json::to_writer(&mut *out, &report)?;
        } else {
            serde_json::to_writer(&mut *out, &ReportWithId { id: self.name, report })?;
        }
        out.write_all(b"\n")
    }

    fn write_csv(self, out: &mut impl Write, offsets: PositionEncoding) -> io::Result<()> {
        if self.first {
            write_row(out, COLUMNS)?;
        }
        let encoded = self.report.clone().encode(self.text, offsets);
        for (index, quotation) in self.report.quotations.iter().enumerate() {
            let speaker = quotation.speaker.and_then(|index| self.report.speakers.get(index));
            let content = &encoded.quotations[index].content;
            let start = content.first().map(|span| span.start.to_string());
            let end = content.last().map(|span| span.end.to_string());
            let row = [
                self.name,
                &(index + 1).to_string(),
                quotation.kind.as_str(),
                speaker.map_or("", |speaker| &speaker.name),
                speaker.and_then(|speaker| speaker.role.as_deref()).unwrap_or(""),
                speaker.map_or("", |speaker| speaker.kind.as_str()),
                &quotation.text,
                &start.unwrap_or_default(),
                &end.unwrap_or_default(),
                &((quotation.confidence * 1000.0).round() / 1000.0).to_string(),
                quotation.rule.as_str(),
                &quotation.reason.to_string(),
                self.words(quotation.cue),
                self.words(quotation.source),
            ];
            write_row(out, row)?;
        }
        Ok(())
    }

    fn write_markdown(self, out: &mut impl Write) -> io::Result<()> {
        if !self.first {
            writeln!(out)?;
        }
        if !self.only {
            writeln!(out, "# {}\n", escape_markdown(self.name))?;
        }
        if self.report.quotations.is_empty() {
            return writeln!(out, "No quotations.");
        }
        for (index, quotation) in self.report.quotations.iter().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            let kind = quotation.kind.as_str();
            writeln!(out, "> {}\n>", escape_markdown(&quotation.text))?;
            writeln!(out, "> — {} ({kind})", self.attribution(quotation))?;
        }
        Ok(())
    }

    /// The speaker and the role in Markdown.
    fn attribution(&self, quotation: &Quotation) -> String {
        match quotation.speaker.and_then(|index| self.report.speakers.get(index)) {
            None => "Speaker unknown".into(),
            Some(speaker) => match &speaker.role {
                None => escape_markdown(&speaker.name),
                Some(role) => {
                    format!("{}, {}", escape_markdown(&speaker.name), escape_markdown(role))
                }
            },
        }
    }

    fn words(&self, span: Option<Span>) -> &str {
        span.and_then(|span| self.text.get(span.range())).unwrap_or("")
    }
}

/// Writes a record as RFC 4180 describes it.
fn write_row<'a>(
    out: &mut impl Write,
    fields: impl IntoIterator<Item = &'a str>,
) -> io::Result<()> {
    for (index, field) in fields.into_iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        let apostrophe = if is_run(field) { "'" } else { "" };
        if field.contains(['"', ',', '\r', '\n']) {
            write!(out, "{comma}\"{apostrophe}{}\"", field.replace('"', "\"\""))?;
        } else {
            write!(out, "{comma}{apostrophe}{field}")?;
        }
    }
    out.write_all(b"\r\n")
}

/// Whether a spreadsheet might run `field` as a formula, which the text of a stranger must not do.
///
/// An apostrophe before it makes it text. Some spreadsheets ignore white space in front and take
/// the full-width forms of the signs for the signs. The page decides the same in `csv.js`, and
/// `tests/fixtures/csv-cells.json` holds both to it, so white space is that of JavaScript.
fn is_run(field: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() && c != '\u{85}' || c == '\u{FEFF}';
    let (blanks, rest) = field.split_at(field.len() - field.trim_start_matches(is_blank).len());
    blanks.contains(['\t', '\r', '\n'])
        || rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// `text` on one line, with everything escaped that Markdown would read as markup.
fn escape_markdown(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // At the start of a line, what would open a heading or a list is escaped too: `-` or `1.`
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let opens = words[digits..].starts_with(if digits > 0 {
        &['.', ')'][..]
    } else {
        &['#', '+', '-', '='][..]
    });
    let mut escaped = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        if r"\`*_[]<>&~|".contains(c) || (opens && at == digits) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_can_be_read_back_and_is_never_run() {
        let cells = include_str!("../../../tests/fixtures/csv-cells.json");
        let cells: Vec<serde_json::Value> = serde_json::from_str(cells).unwrap();
        assert!(!cells.is_empty());
        for cell in cells {
            let [about, text, expected] =
                ["about", "text", "cell"].map(|key| cell[key].as_str().unwrap());
            let mut row = Vec::new();
            write_row(&mut row, ["before", text, "after"]).unwrap();
            let expected = format!("before,{expected},after\r\n");
            assert_eq!(String::from_utf8(row).unwrap(), expected, "{about}");
        }
    }

    #[test]
    fn markdown_shows_the_words_as_they_are() {
        for (text, escaped) in [
            ("well-known, 5.5 % (no!)", "well-known, 5.5 % (no!)"),
            ("a_b *c* <d> [e](f) `g` h\\i", r"a\_b \*c\* \<d\> \[e\](f) \`g\` h\\i"),
            ("two\n\nlines", "two lines"),
            ("# no heading", r"\# no heading"),
            ("- no list", r"\- no list"),
            ("1984. No list", r"1984\. No list"),
            ("1984 was", "1984 was"),
            ("", ""),
        ] {
            assert_eq!(escape_markdown(text), escaped);
        }
    }
}
