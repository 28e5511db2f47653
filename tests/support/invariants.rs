//! What holds for the report on any text.

use quote_extractor::{Options, QuotationKind, Reading, Report, Span, extract};

/// Extracts with the default options and panics when the report breaks its contract. A text that is not told to
/// be English is read as English, too.
pub fn checked(text: &str) -> Report {
    let report = extract(text, &Options::default());
    if report.reading != Reading::Words {
        expect(text, &extract(text, &Options::new().lang("en")));
    }
    expect(text, &report);
    report
}

/// Panics when the report breaks its contract.
fn expect(text: &str, report: &Report) {
    if let Err(broken) = check(text, report) {
        let shown: String = text.chars().take(300).collect();
        panic!("{broken}\nin the report on {} bytes: {shown:?}", text.len());
    }
}

/// Says which part of the contract `report` breaks.
pub fn check(text: &str, report: &Report) -> Result<(), String> {
    for (index, quotation) in report.quotations.iter().enumerate() {
        let fail = |problem: String| Err(format!("quotation {index}: {problem}; {quotation:?}"));
        let (content, verbatim) = (&quotation.content, &quotation.verbatim);
        for span in content.iter().chain(verbatim).chain(&quotation.cue).chain(&quotation.source) {
            if let Err(problem) = inside(text, *span) {
                return fail(problem);
            }
        }
        if let Err(problem) = in_order(content).and_then(|()| in_order(verbatim)) {
            return fail(problem);
        }
        let (Some(first), Some(last)) = (content.first(), content.last()) else {
            return fail("no content".into());
        };
        let outer = Span::new(first.start, last.end);
        if !verbatim.iter().all(|span| outer.contains(*span)) {
            return fail(format!("verbatim words outside the content {outer:?}"));
        }
        let joined = content.iter().map(|span| &text[span.range()]).collect::<Vec<_>>().join(" ");
        if joined != quotation.text {
            return fail(format!("its text is not its segments joined by a space, {joined:?}"));
        }
        match quotation.kind {
            QuotationKind::Indirect if !verbatim.is_empty() => {
                return fail("indirect, with words in quotation marks".into());
            }
            QuotationKind::Mixed if verbatim.is_empty() => {
                return fail("mixed, without words in quotation marks".into());
            }
            _ => {}
        }
        if quotation.speaker.is_some_and(|speaker| speaker >= report.speakers.len()) {
            return fail(format!("there are only {} speakers", report.speakers.len()));
        }
        if !(0.0..=1.0).contains(&quotation.confidence) {
            return fail("confidence outside 0..=1".into());
        }
        let reason = quotation.reason.to_string();
        if !reason.starts_with(|c: char| !c.is_whitespace())
            || reason.contains("  ") && !text.contains("  ")
        {
            return fail(format!("a reason with a gap in it: {reason:?}"));
        }
    }
    let starts = report.quotations.iter().map(|quotation| quotation.content[0].start);
    if !starts.is_sorted() {
        return Err("quotations out of text order".into());
    }
    blocks(text, report)?;
    speakers(text, report)
}

/// Every block is a stretch of the text, and each quotation lies in blocks.
fn blocks(text: &str, report: &Report) -> Result<(), String> {
    let spans: Vec<Span> = report.blocks.iter().map(|block| block.span).collect();
    spans.iter().try_for_each(|span| inside(text, *span))?;
    in_order(&spans)?;
    for span in report.quotations.iter().flat_map(|quotation| &quotation.content) {
        let next = spans.partition_point(|block| block.end <= span.start);
        if spans.get(next).is_none_or(|block| block.start > span.start) {
            return Err(format!("{span:?} is quoted outside of every block"));
        }
    }
    Ok(())
}

fn speakers(text: &str, report: &Report) -> Result<(), String> {
    for (index, speaker) in report.speakers.iter().enumerate() {
        let fail = |problem: String| Err(format!("speaker {index}: {problem}; {speaker:?}"));
        for span in &speaker.mentions {
            if let Err(problem) = inside(text, *span) {
                return fail(problem);
            }
        }
        if let Err(problem) = in_order(&speaker.mentions) {
            return fail(problem);
        }
        if speaker.name.trim().is_empty() {
            return fail("no name".into());
        }
        if !report.quotations.iter().any(|quotation| quotation.speaker == Some(index)) {
            return fail("no quotation is theirs".into());
        }
    }
    Ok(())
}

/// Whether `span` is a stretch of characters of `text`.
fn inside(text: &str, span: Span) -> Result<(), String> {
    match text.get(span.range()) {
        Some("") => Err(format!("{span:?} is empty")),
        Some(_) => Ok(()),
        None => Err(format!("{span:?} is outside the text or splits a character")),
    }
}

/// Whether each span ends before the next one starts.
fn in_order(spans: &[Span]) -> Result<(), String> {
    match spans.windows(2).find(|pair| pair[0].end > pair[1].start) {
        Some(pair) => Err(format!("{pair:?} are out of order or overlap")),
        None => Ok(()),
    }
}
