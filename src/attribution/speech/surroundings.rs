//! What stands around a quoted stretch.

use crate::attribution::findings::Findings;
use crate::token::DASHES;

/// The cue before a stretch is one of this many, which keeps the search linear.
const CUES_BACK: usize = 16;
/// Narration between two stretches of interrupted speech has fewer tokens than this.
const NARRATION_TOKENS: usize = 40;

/// What stands around a quoted stretch.
pub(super) struct Surroundings {
    /// The mark before the stretch.
    pub before: char,
    /// First token of the sentence in which it starts.
    pub sentence: usize,
    pub starts_sentence: bool,
    /// Whether narration leads from an earlier quotation to it: "“A,” said Lee; “B.”".
    pub resumes: bool,
    /// Number of the last cue with a subject before it in the sentence.
    pub cue: Option<usize>,
}

impl Surroundings {
    pub(super) fn of(findings: &Findings, quote: usize) -> Self {
        let start = findings.quotes.all[quote].tokens().start;
        let sentence = findings.sentences.around(start).start;
        let last = start.wrapping_sub(1);
        let before = findings.document.mark(last);
        let separated = matches!(before, ',' | ';' | '—' | '–' | '-' | ')' | DASHES);
        let end = findings.cues.partition_point(|cue| cue.tokens.end <= start);
        let cue = (end.saturating_sub(CUES_BACK)..end).rev().find(|&n| {
            let cue = &findings.cues[n];
            cue.tokens.start >= sentence && cue.subject.is_some() && !cue.passive
        });
        Self {
            before,
            sentence,
            starts_sentence: sentence == start,
            resumes: separated && resumes_speech(findings, start, sentence),
            cue,
        }
    }
}

/// Whether a quotation stands before token `start` in its sentence, or ends the sentence before.
fn resumes_speech(findings: &Findings, start: usize, sentence: usize) -> bool {
    (sentence.max(start.saturating_sub(NARRATION_TOKENS))..start)
        .any(|n| findings.quotes.around(n).is_some())
        || sentence > 0 && findings.quotes.around(sentence - 1).is_some()
}
