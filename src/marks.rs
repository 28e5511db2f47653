//! Reading by marks alone, for a text in a language without a lexicon; takes the place of attribution.
//!
//! Words in quotation marks are speech, a title or a scare quote. Where no word is known, their place in the
//! sentence, their punctuation and their length tell them apart. Who speaks stays unknown.

mod stretch;

use crate::analysis::Analysis;
use crate::attribution::Statement;
use crate::report::{QuotationKind, Rule};
use crate::token::NO_MARK;
use stretch::Stretch;

/// How often words that stand as a sentence are speech: 0.87 of 3298 in annotated news and novels in six
/// languages, rounded.
const SENTENCE: f64 = 0.9;

/// How often many words within a sentence are speech by themselves: 0.46 of 231 in the same texts, rounded. Most
/// of the others are part of a reported clause.
const FRAGMENT: f64 = 0.5;

/// The quotations of a document, in text order.
#[inline(never)]
pub(crate) fn statements(analysis: &Analysis) -> Vec<Statement> {
    let mut statements = Vec::new();
    // The last mark of the stretch before, and the token after it.
    let mut previous = (NO_MARK, 0);
    for quoted in &analysis.quotes.all {
        let stretch = Stretch::of(&analysis.document, quoted, previous);
        let is_sentence = stretch.is_sentence();
        let tokens = quoted.tokens();
        previous = (stretch.last, tokens.end);
        if !is_sentence && !stretch.is_long() {
            continue;
        }
        let mut content = Vec::new();
        for part in &quoted.parts {
            content.push(part.inner);
        }
        statements.push(Statement {
            kind: QuotationKind::Direct,
            tokens,
            // A labelled turn has no marks around it.
            verbatim: if quoted.label.is_none() { content.clone() } else { Vec::new() },
            content,
            quotes: Vec::new(),
            cue: None,
            mention: None,
            source: None,
            entity: None,
            speaker_confidence: 0.0,
            speech_score: None,
            find_confidence: if is_sentence { SENTENCE } else { FRAGMENT },
            confidence: 0.0,
            clause_probability: None,
            rule: Rule::Unknown,
            evidence: None,
        });
    }
    statements
}
