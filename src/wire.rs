//! The report as JSON and JavaScript see it: its names, their order and its figures.
//!
//! The public types stay free of derives, so what goes over a boundary is written down here and
//! nowhere else.

use serde::{Serialize, Serializer};

use crate::report::{Quotation, Report, Speaker};
use crate::span::Span;

/// How a report is written: with what was said, or with its offsets alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Texts {
    /// Each quotation carries what was said.
    Included,
    /// The receiver has the text and slices it.
    #[cfg(target_arch = "wasm32")]
    Sliced,
}

#[derive(Serialize)]
pub(crate) struct WireReport<'a> {
    quotations: Vec<WireQuotation<'a>>,
    speakers: Vec<WireSpeaker<'a>>,
}

#[derive(Serialize)]
struct WireQuotation<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    content: Vec<WireSpan>,
    verbatim: Vec<WireSpan>,
    cue: Option<WireSpan>,
    source: Option<WireSpan>,
    speaker: Option<usize>,
    confidence: f64,
    rule: &'static str,
    reason: &'a str,
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

impl<'a> WireReport<'a> {
    /// The report as it is written.
    pub(crate) fn new(report: &'a Report, texts: Texts) -> Self {
        Self {
            quotations: report.quotations.iter().map(|q| WireQuotation::new(q, texts)).collect(),
            speakers: report.speakers.iter().map(WireSpeaker::from).collect(),
        }
    }
}

impl<'a> WireQuotation<'a> {
    fn new(quotation: &'a Quotation, texts: Texts) -> Self {
        Self {
            kind: quotation.kind.name(),
            text: (texts == Texts::Included).then_some(&quotation.text),
            content: spans(&quotation.content),
            verbatim: spans(&quotation.verbatim),
            cue: quotation.cue.map(WireSpan::from),
            source: quotation.source.map(WireSpan::from),
            speaker: quotation.speaker,
            // More digits than the estimate deserves would differ between machines.
            confidence: (quotation.confidence * 1000.0).round() / 1000.0,
            rule: quotation.rule,
            reason: &quotation.reason,
        }
    }
}

impl<'a> From<&'a Speaker> for WireSpeaker<'a> {
    fn from(speaker: &'a Speaker) -> Self {
        Self {
            name: &speaker.name,
            role: speaker.role.as_deref(),
            kind: speaker.kind.name(),
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

/// The report in the shape that the command line and JavaScript give it.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WireReport::new(self, Texts::Included).serialize(serializer)
    }
}
