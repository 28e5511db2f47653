//! Where speech after a dash of dialogue ends.

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{Case, VerbForm};

/// The number of the token where narration follows the speech of `block`, or the end of the block. Narration
/// starts with a cue and its subject, after a comma, another dash or a sentence: "— Yes, said Ann Lee."
pub(super) fn narration_start(document: &Document, block: Range<usize>) -> usize {
    let mut tokens = block.clone().skip(1);
    tokens
        .find(|&i| {
            let separates = matches!(document.mark(i), ',' | '—' | '–' | '?' | '!' | '…' | '.');
            separates && starts_narration(document, i + 1, block.end)
        })
        .map_or(block.end, |i| {
            let ends_sentence = matches!(document.mark(i), '?' | '!' | '…' | '.');
            if ends_sentence { i + 1 } else { i }
        })
}

/// Whether a phrase such as "said Ann", "he said" or "Ann Lee said" starts at token `i`, before token `end`.
fn starts_narration(document: &Document, i: usize, end: usize) -> bool {
    let is_verb = |n: usize| {
        let token = document.token(n);
        let past = token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
        n < end && past && !token.is_capital()
    };
    let is_subject = |n: usize| {
        let token = document.token(n);
        let name = token.is_capital() && !token.word.is_function();
        let pronoun = token.word.pronoun.is_some_and(|p| p.case == Case::Subject && p.person == 3);
        n < end && (name || pronoun)
    };
    is_verb(i) || is_subject(i) && (is_verb(i + 1) || is_subject(i + 1) && is_verb(i + 2))
}
