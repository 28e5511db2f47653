//! Speech told apart from scare quotes, titles of works and clauses that report nothing.

use super::{Findings, Rule, Statement};
use crate::document::Shape;
use crate::lexicon::{Class, VerbClass};
use crate::report::QuotationKind;

/// The statement that a quoted stretch without a cue makes, if it is one.
pub(super) fn uncued(findings: &Findings, quote: usize) -> Option<Statement> {
    let document = findings.document;
    let tokens = findings.quotes.all[quote].tokens();
    let words = tokens.clone().filter(|&n| document.tokens[n].is_word()).count();
    let sentence = findings.sentences.around(tokens.start);
    let starts_sentence = sentence.start == tokens.start;
    let ends = tokens.clone().rev().find(|&n| document.tokens[n].shape != Shape::Punctuation);
    let ends_sentence = ends.is_some_and(|n| {
        (n + 1..tokens.end + 1)
            .any(|m| matches!(document.word(m), "." | "!" | "?" | "…" | "..." | "," | "—" | "--"))
    });
    let before = tokens.start.checked_sub(1).map_or("", |n| document.word(n));
    if is_title(findings, quote)
        || is_label(findings, tokens.start) && !is_named(findings, tokens.start)
    {
        return None;
    }
    let resumes = matches!(before, "," | ";" | "—" | "--" | "–" | "-" | ")")
        && resumes_speech(findings, tokens.start, sentence.start);
    if starts_sentence || resumes || matches!(before, ":" | "-" | "•" | "*") {
        let speech = words >= 3 || ends_sentence || findings.quotes.all[quote].parts.len() > 1;
        return speech.then(|| Statement::of_quote(findings, quote, QuotationKind::Direct));
    }
    fragment(findings, quote, words)
}

/// A stretch within a sentence of the narration: speech if the sentence says whose words they are.
fn fragment(findings: &Findings, quote: usize, words: usize) -> Option<Statement> {
    let tokens = findings.quotes.all[quote].tokens();
    let sentence = findings.sentences.around(tokens.start);
    let first = findings.cues.partition_point(|cue| cue.tokens.start < sentence.start);
    let cue = findings.cues[first..]
        .iter()
        .take_while(|cue| cue.tokens.end <= tokens.start)
        .enumerate()
        .filter(|(_, cue)| cue.subject.is_some() && !cue.passive)
        .last();
    let kind = QuotationKind::Mixed;
    if let Some((n, cue)) = cue {
        let mut statement = Statement::of_quote(findings, quote, kind);
        statement.cue = Some(first + n);
        let phrase = cue.subject.as_ref().map(|subject| subject.tokens.clone());
        if let Some(mention) = phrase.clone().and_then(|tokens| findings.mentions.leading(tokens)) {
            statement.set_source(findings, mention, phrase, Rule::SentenceSubject);
        }
        return Some(statement);
    }
    if words < 4 {
        return None;
    }
    let mut statement = Statement::of_quote(findings, quote, kind);
    let subject = findings.mentions.starting_in(sentence.start..tokens.start).find(|&n| {
        let mention = &findings.mentions.all[n];
        !mention.governed && !mention.possessive
    });
    if let Some(mention) = subject {
        statement.set_source(findings, mention, None, Rule::SentenceSubject);
    }
    Some(statement)
}

/// Whether narration that started behind a quotation leads into the stretch at token `start`:
/// "“A,” said Lee; “B.”".
fn resumes_speech(findings: &Findings, start: usize, sentence: usize) -> bool {
    (sentence.max(start.saturating_sub(40))..start).any(|n| findings.quotes.around(n).is_some())
        || sentence > 0 && findings.quotes.around(sentence - 1).is_some()
}

/// Whether the word that announces a label is a verb with a subject: "Lee called it “a disaster”".
fn is_named(findings: &Findings, start: usize) -> bool {
    let first = findings.cues.partition_point(|cue| cue.tokens.end + 2 < start);
    findings.cues[first..]
        .iter()
        .take_while(|cue| cue.tokens.end <= start)
        .any(|cue| cue.is(VerbClass::Judge) && !cue.passive && cue.subject.is_some())
}

/// Whether the words before a stretch announce a title or a label: "the novel", "so-called".
fn is_label(findings: &Findings, start: usize) -> bool {
    let sentence = findings.sentences.around(start).start;
    (start.saturating_sub(2).max(sentence)..start).any(|n| {
        let token = &findings.document.tokens[n];
        token.is_any_of(&[Class::Work, Class::Label]) && findings.quotes.around(n).is_none()
    })
}

/// Whether a stretch is written like a title: at least two words, the longer ones capital, and no
/// mark that ends a sentence.
fn is_title(findings: &Findings, quote: usize) -> bool {
    let tokens = findings.quotes.all[quote].tokens();
    let document = findings.document;
    let words: Vec<usize> = tokens.clone().filter(|&n| document.tokens[n].is_word()).collect();
    let small = words.iter().any(|&n| {
        document.tokens[n].shape == Shape::Lower && !document.tokens[n].word.is_function()
    });
    let ends = tokens.rev().take(3).any(|n| matches!(document.word(n), "!" | "?" | "…"));
    words.len() >= 2
        && words.len() <= 10
        && !small
        && !ends
        && words
            .iter()
            .all(|&n| document.tokens[n].is_capital() || document.tokens[n].word.is_function())
        && words.iter().filter(|&&n| document.tokens[n].is_capital()).count() >= 2
}
