//! What stands around a quoted stretch.

use crate::attribution::findings::Findings;
use crate::token::DASHES;

/// So many cues before a stretch are looked at, which keeps the whole linear.
const CUES_BACK: usize = 16;

/// What stands around a quoted stretch.
pub(super) struct Surroundings {
    /// The mark before it.
    pub before: char,
    /// First token of its sentence.
    pub sentence: usize,
    pub starts_sentence: bool,
    /// Narration leads from an earlier quotation to it.
    pub resumes: bool,
    /// The last cue with a subject before it in the sentence.
    pub cue: Option<usize>,
}

impl Surroundings {
    pub(super) fn of(findings: &Findings, quote: usize) -> Self {
        let start = findings.quotes.all[quote].tokens().start;
        let sentence = findings.sentences.around(start).start;
        let last = start.wrapping_sub(1);
        let before = findings.document.mark(last);
        let parted = matches!(before, ',' | ';' | '—' | '–' | '-' | ')' | DASHES);
        let end = findings.cues.partition_point(|cue| cue.tokens.end <= start);
        let cue = (end.saturating_sub(CUES_BACK)..end).rev().find(|&n| {
            let cue = &findings.cues[n];
            cue.tokens.start >= sentence && cue.subject.is_some() && !cue.passive
        });
        Self {
            before,
            sentence,
            starts_sentence: sentence == start,
            resumes: parted && resumes_speech(findings, start, sentence),
            cue,
        }
    }
}

/// Whether narration that started behind a quotation leads into the stretch at token `start`:
/// "“A,” said Lee; “B.”".
fn resumes_speech(findings: &Findings, start: usize, sentence: usize) -> bool {
    (sentence.max(start.saturating_sub(40))..start).any(|n| findings.quotes.around(n).is_some())
        || sentence > 0 && findings.quotes.around(sentence - 1).is_some()
}
