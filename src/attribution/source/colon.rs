//! The source that a colon before the quotation shows.

use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::report::Rule;

/// Names the source that a colon before the quotation shows: "Lee: “…”", or the subject of a
/// sentence that ends with the colon.
pub(crate) fn name_source(findings: &Findings, statement: &mut Statement) {
    // A block quote shows it as well: "Lee wrote:", and then "> “…”".
    let mut back = (0..statement.tokens.start).rev().take(2);
    let Some(before) = back.find(|&n| findings.document.mark(n) != '>') else { return };
    if statement.mention.is_some() || findings.document.mark(before) != ':' {
        return;
    }
    let sentence = findings.sentences.around(before);
    let first = findings.cues.partition_point(|cue| cue.tokens.start < sentence.start);
    let mut cues =
        findings.cues[first..].iter().take(16).take_while(|cue| cue.tokens.start < before);
    if cues.any(|cue| cue.passive) {
        return;
    }
    let all = findings.mentions.starting_in(sentence.start..before);
    let adjacent =
        all.clone().rev().take(4).find(|&n| findings.mentions.all[n].tokens.end == before);
    let subject = || all.clone().take(40).find(|&n| findings.mentions.all[n].may_be_subject());
    if let Some(mention) = adjacent.or_else(subject) {
        statement.set_source(findings, mention, None, Rule::Colon);
    }
}
