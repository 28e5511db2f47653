//! How the words of a document are written, which tells a name from a word that starts a sentence.

use std::collections::HashSet;
use std::ops::Range;

use super::name;
use crate::document::{Document, Sentences, Shape};
use crate::lexicon::{Class, VerbForm};
use crate::quotation::Quotes;

/// How the words of a document are written where a small letter was possible.
pub(super) struct Cases<'a> {
    /// Words seen with a small first letter.
    lower: HashSet<&'a str>,
    /// Words seen with a capital inside a sentence.
    capital: HashSet<&'a str>,
    /// Words behind a given name: surnames, though they may be nouns elsewhere, as Weaver and King.
    surnames: HashSet<&'a str>,
    /// Whether a token has a capital because a sentence starts there.
    initial: Vec<bool>,
    /// Whether a token stands in a headline that capitalises every word.
    headline: Vec<bool>,
}

impl<'a> Cases<'a> {
    /// Reads the cases of all words of `document`.
    pub(super) fn of(document: &Document<'a>, quotes: &Quotes, sentences: &Sentences) -> Self {
        let mut cases = Self {
            lower: HashSet::new(),
            capital: HashSet::new(),
            surnames: HashSet::new(),
            initial: vec![false; document.tokens.len()],
            headline: vec![false; document.tokens.len()],
        };
        for (i, token) in document.tokens.iter().enumerate() {
            let first = sentences.around(i).start == i;
            let after_mark = i > 0 && {
                let before = document.word(i - 1);
                let opens = quotes.around(i) != quotes.around(i - 1)
                    || quotes.around(i).is_some() && matches!(before, "“" | "‘" | "\"" | "'" | "«");
                document.tokens[i - 1].shape == Shape::Punctuation
                    && (opens
                        || matches!(
                            before,
                            ":" | "." | "!" | "?" | "…" | "..." | "—" | "-" | "•" | "("
                        ))
                    && !name::is_initial(document, i.wrapping_sub(2))
            };
            cases.initial[i] = first || after_mark;
            let word = document.word(i);
            match token.shape {
                Shape::Lower => _ = cases.lower.insert(word),
                Shape::Capital | Shape::Upper if !cases.initial[i] => {
                    _ = cases.capital.insert(word)
                }
                _ => {}
            }
            if token.is(Class::GivenName) && token.is_capital() {
                let middle = name::is_single_letter(document, i + 1);
                let last = if middle { i + 3 } else { i + 1 };
                if document.tokens.get(last).is_some_and(|last| last.shape == Shape::Capital) {
                    cases.surnames.insert(document.word(last));
                }
            }
        }
        cases.mark_headlines(document, sentences);
        cases
    }

    /// Marks the sentences in which all words have capitals: no name can be told from its verb there.
    fn mark_headlines(&mut self, document: &Document, sentences: &Sentences) {
        let mut start = 0;
        while start < document.tokens.len() {
            let sentence = sentences.around(start);
            let end = sentence.end.max(start + 1);
            if self.is_headline(document, start..end) {
                self.headline[start..end].fill(true);
            }
            start = end;
        }
    }

    fn is_headline(&self, document: &Document, tokens: Range<usize>) -> bool {
        let mut capitals = 0;
        let mut common = false;
        for n in tokens {
            let token = &document.tokens[n];
            let content = !token.word.is_function();
            if token.shape == Shape::Lower && content && !token.is(Class::Particle) {
                return false;
            }
            if token.is_capital() {
                let lower = document.word(n).to_lowercase();
                capitals += 1;
                common |= !self.initial[n]
                    && (!content
                        || token.word.verb.is_some()
                        || looks_common(&lower)
                        || self.lower.contains(lower.as_str()));
            }
        }
        capitals >= 5 && common
    }

    /// Whether `word` is a surname in this document.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// Whether nothing in the document speaks against a name at token `i`, which has a capital.
    pub(super) fn may_be_name(&self, document: &Document, i: usize) -> bool {
        let Some(token) = document.tokens.get(i) else { return false };
        let lower = document.word(i).to_lowercase();
        let initial = self.initial.get(i).copied().unwrap_or(true);
        let common = token.word.verb.is_some() || self.lower.contains(lower.as_str());
        token.is_capital()
            && !token.word.is_function()
            && (!initial || !common && !looks_common(&lower))
    }

    /// Whether the capital of token `i` marks a name, not the start of a sentence.
    pub(super) fn is_name(&self, document: &Document, i: usize) -> bool {
        let Some(token) = document.tokens.get(i) else { return false };
        if !token.is_capital() || token.word.is_function() && !token.is(Class::GivenName) {
            return false;
        }
        if self.headline.get(i).copied().unwrap_or(false) {
            return false;
        }
        if !self.initial.get(i).copied().unwrap_or(true) {
            return true;
        }
        let word = document.word(i);
        let lower = word.to_lowercase();
        let next_is_name = document.tokens.get(i + 1).is_some_and(|next| {
            next.is_capital() && !next.word.is_function() && next.shape != Shape::Punctuation
        });
        let known =
            token.is_any_of(&[Class::GivenName, Class::Title, Class::GroupAdjective, Class::Place]);
        let common = self.lower.contains(lower.as_str()) || token.word.verb.is_some();
        let next = document.tokens.get(i + 1);
        // "Hegseth told", "Hegseth’s": what follows shows that a noun stands here.
        let acts = next.is_some_and(|next| {
            next.is_any_of(&[Class::Auxiliary, Class::Clitic])
                || next.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
        });
        let noun = acts && !token.word.is_person_noun() && !token.is(Class::Group);
        let titled = token.is_any_of(&[Class::Title, Class::Role])
            && (next_is_name || name::end(document, i) > i + 1);
        self.capital.contains(word)
            || self.is_surname(word)
            || titled
            || !common && known
            || !common && !looks_common(&lower) && (next_is_name || noun)
    }
}

/// Whether a word that only stands at the start of a sentence ends like a common word.
fn looks_common(lower: &str) -> bool {
    ["ing", "ed", "ly", "tion", "ments", "ness", "ies"].iter().any(|end| lower.ends_with(end))
}
