//! The report as JSON: the names of its fields, their order, and the form of numbers.
//!
//! The public types have no derives, so this is the one place that defines the JSON.

use serde::{Serialize, Serializer};

use crate::report::{Block, Quotation, Report, Speaker};
use crate::span::Span;

#[derive(Serialize)]
struct WireReport<'a> {
    lang: &'a str,
    reading: &'static str,
    form: &'static str,
    blocks: Vec<WireBlock>,
    quotations: Vec<WireQuotation<'a>>,
    speakers: Vec<WireSpeaker<'a>>,
}

#[derive(Serialize)]
struct WireBlock {
    start: usize,
    end: usize,
    kind: &'static str,
}

#[derive(Serialize)]
struct WireQuotation<'a> {
    kind: &'static str,
    text: &'a str,
    content: Vec<WireSpan>,
    verbatim: Vec<WireSpan>,
    cue: Option<WireSpan>,
    source: Option<WireSpan>,
    speaker: Option<usize>,
    confidence: f64,
    rule: &'static str,
    reason: String,
}

#[derive(Serialize)]
struct WireSpeaker<'a> {
    name: &'a str,
    role: Option<&'a str>,
    kind: &'static str,
    mentions: Vec<WireSpan>,
}

#[derive(Serialize)]
struct WireSpan {
    start: usize,
    end: usize,
}

impl<'a> From<&'a Report> for WireReport<'a> {
    fn from(report: &'a Report) -> Self {
        Self {
            lang: &report.lang,
            reading: report.reading.as_str(),
            form: report.form.as_str(),
            blocks: report.blocks.iter().map(WireBlock::from).collect(),
            quotations: report.quotations.iter().map(WireQuotation::from).collect(),
            speakers: report.speakers.iter().map(WireSpeaker::from).collect(),
        }
    }
}

impl From<&Block> for WireBlock {
    fn from(block: &Block) -> Self {
        Self { start: block.span.start, end: block.span.end, kind: block.kind.as_str() }
    }
}

impl<'a> From<&'a Quotation> for WireQuotation<'a> {
    fn from(quotation: &'a Quotation) -> Self {
        Self {
            kind: quotation.kind.as_str(),
            text: &quotation.text,
            content: spans(&quotation.content),
            verbatim: spans(&quotation.verbatim),
            cue: quotation.cue.map(WireSpan::from),
            source: quotation.source.map(WireSpan::from),
            speaker: quotation.speaker,
            confidence: f64::from(quotation.thousandths()) / 1000.0,
            rule: quotation.rule.as_str(),
            reason: quotation.reason.to_string(),
        }
    }
}

impl<'a> From<&'a Speaker> for WireSpeaker<'a> {
    fn from(speaker: &'a Speaker) -> Self {
        Self {
            name: &speaker.name,
            role: speaker.role.as_deref(),
            kind: speaker.kind.as_str(),
            mentions: spans(&speaker.mentions),
        }
    }
}

impl From<Span> for WireSpan {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

fn spans(spans: &[Span]) -> Vec<WireSpan> {
    spans.iter().copied().map(WireSpan::from).collect()
}

/// The report in the shape that the command line prints and JavaScript receives.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WireReport::from(self).serialize(serializer)
    }
}
