//! What each fuzz target asserts of its input; `tests/replay.rs` asserts it of the saved inputs.

use std::collections::BTreeMap;

use quote_extractor::{Options, PositionEncoding, Report, Span, extract};

use super::invariants::checked;

/// Any text: the report keeps its contract.
pub fn text(data: &[u8]) {
    checked(&String::from_utf8_lossy(data));
}

/// Any offsets in any text: they count the same characters in every encoding.
///
/// The first byte says how many offsets follow, two bytes each; the rest is the text.
pub fn offsets(data: &[u8]) {
    let Some((count, data)) = data.split_first() else { return };
    let (places, data) = data.split_at(data.len().min(usize::from(count % 32) * 2));
    let text = String::from_utf8_lossy(data);
    let places = places.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    // Some offsets lie past the end.
    let places = places.map(|place| usize::from(place) % (text.len() + 3));
    arbitrary_report(&text, &places.collect::<Vec<_>>());
    lone_surrogates(data);
}

/// Converts offsets that no extraction would give, in every place that a report has for one.
fn arbitrary_report(text: &str, places: &[usize]) {
    let spans: Vec<_> = places.windows(2).map(|pair| Span::new(pair[0], pair[1])).collect();
    let report = with_spans(spans);
    assert_eq!(report.clone().encode(text, PositionEncoding::Utf8), report);
    for encoding in [PositionEncoding::Utf16, PositionEncoding::Utf32] {
        let units = units_before(text, encoding);
        let encoded = report.clone().encode(text, encoding);
        for (bytes, converted) in all_spans(&report).into_iter().zip(all_spans(&encoded)) {
            for (byte, unit) in [(bytes.start, converted.start), (bytes.end, converted.end)] {
                // Past the end there is no character to point at, so any result will do.
                if byte > text.len() {
                    continue;
                }
                // Inside a character it may be either edge of it.
                let low = units.range(..=byte).next_back().map_or(0, |(_, units)| *units);
                let high = units.range(byte..).next().map_or(low, |(_, units)| *units);
                assert!(
                    (low..=high).contains(&unit),
                    "byte {byte} of {text:?} became {encoding:?} {unit}, not {low}..={high}"
                );
            }
        }
    }
}

/// A text with lone surrogates keeps its length in UTF-16 code units, so the offsets of its report hold
/// for the string that JavaScript has.
fn lone_surrogates(data: &[u8]) {
    let pairs = data.chunks_exact(2);
    let units: Vec<u16> = pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let text = String::from_utf16_lossy(&units);
    let report = extract(&text, &Options::default());
    let encoded = report.clone().encode(&text, PositionEncoding::Utf16);
    for (bytes, converted) in all_spans(&report).into_iter().zip(all_spans(&encoded)) {
        let words = units.get(converted.range()).map(String::from_utf16_lossy);
        assert_eq!(words.as_deref(), text.get(bytes.range()), "{converted:?} in {units:?}");
    }
}

/// How many units stand before each character of `text` and before its end, by its byte offset.
fn units_before(text: &str, encoding: PositionEncoding) -> BTreeMap<usize, usize> {
    let mut units = 0;
    let mut before = BTreeMap::new();
    for (at, c) in text.char_indices() {
        before.insert(at, units);
        units += if encoding == PositionEncoding::Utf16 { c.len_utf16() } else { 1 };
    }
    before.insert(text.len(), units);
    before
}

/// A report with `spans` in every place that has spans: that of a short text, with its spans replaced.
fn with_spans(spans: Vec<Span>) -> Report {
    let mut report = extract("“It rained,” said Ann Lee.", &Options::new());
    let mut block = report.blocks[0];
    report.blocks.clear();
    for &span in &spans {
        block.span = span;
        report.blocks.push(block);
    }
    let quotation = &mut report.quotations[0];
    quotation.content = spans.clone();
    quotation.verbatim = spans.iter().rev().copied().collect();
    quotation.cue = spans.first().copied();
    quotation.source = spans.last().copied();
    report.speakers[0].mentions = spans;
    report
}

/// Every span of a report, in a fixed order.
fn all_spans(report: &Report) -> Vec<Span> {
    let quoted = report.quotations.iter().flat_map(|quotation| {
        let spans = quotation.content.iter().chain(&quotation.verbatim);
        spans.chain(&quotation.cue).chain(&quotation.source)
    });
    let blocks = report.blocks.iter().map(|block| &block.span);
    let mentioned = report.speakers.iter().flat_map(|speaker| &speaker.mentions);
    blocks.chain(quoted).chain(mentioned).copied().collect()
}
