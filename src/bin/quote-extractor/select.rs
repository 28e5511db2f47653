//! `--speaker`: the part of a report that belongs to some of its speakers.

use quote_extractor::Report;
use regex::Regex;

/// Keeps the speakers whose name matches, and their quotations.
pub fn speakers(mut report: Report, pattern: &Regex) -> Report {
    let mut new_index = Vec::with_capacity(report.speakers.len());
    let mut speakers = Vec::new();
    for speaker in report.speakers {
        let kept = pattern.is_match(&speaker.name);
        new_index.push(kept.then_some(speakers.len()));
        if kept {
            speakers.push(speaker);
        }
    }
    report.speakers = speakers;
    report.quotations.retain_mut(|quotation| {
        let old = quotation.speaker;
        quotation.speaker = old.and_then(|index| new_index.get(index).copied().flatten());
        quotation.speaker.is_some()
    });
    report
}
