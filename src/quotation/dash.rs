//! Speech after a dash of dialogue.

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{Case, VerbForm};

/// Where speech after a dash ends: before an inverted cue (", said Ann") or at a second dash.
pub(super) fn narration_start(document: &Document, paragraph: Range<usize>) -> usize {
    let mut tokens = paragraph.clone().skip(1);
    tokens
        .find(|&i| {
            let parted = matches!(document.mark(i), ',' | '—' | '–' | '?' | '!' | '…' | '.');
            parted && starts_narration(document, i + 1, paragraph.end)
        })
        .map_or(paragraph.end, |i| {
            if matches!(document.mark(i), '?' | '!' | '…' | '.') { i + 1 } else { i }
        })
}

/// Whether token `i` starts "said Ann", "he said" or "Buck Mulligan said".
fn starts_narration(document: &Document, i: usize, end: usize) -> bool {
    let is_verb = |n: usize| {
        n < end
            && document.token(n).word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
            && !document.token(n).is_capital()
    };
    let is_subject = |n: usize| {
        n < end
            && (document.token(n).is_capital() && !document.token(n).word.is_function()
                || document
                    .token(n)
                    .word
                    .pronoun
                    .is_some_and(|p| p.case == Case::Subject && p.person == 3))
    };
    is_verb(i) || is_subject(i) && (is_verb(i + 1) || is_subject(i + 1) && is_verb(i + 2))
}
