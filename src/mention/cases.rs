//! How the words of a document are written, which tells a name from a word that starts a sentence.

use std::ops::Range;

use super::run;
use crate::document::Document;
use crate::lexicon::{Class, Setting, VerbForm};
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use crate::token::{DOTS, Shape, Token};

/// How the words of a document are written where a small letter was possible.
pub(super) struct Cases {
    /// By the number of the form.
    forms: Vec<Seen>,
    /// Whether a token with a capital may have it because a sentence starts there.
    initial: Vec<bool>,
    /// Whether a token stands in a headline that capitalises every word.
    headline: Vec<bool>,
}

/// How one form is met in the document.
#[derive(Clone, Default)]
struct Seen {
    /// With a small first letter.
    lower: bool,
    /// With a capital inside a sentence.
    capital: bool,
    /// Behind a given name: a surname, though it may be a noun elsewhere, as Weaver and King.
    surname: bool,
}

impl Cases {
    /// Reads the cases of all words of `document`.
    pub(super) fn of(document: &Document, quotes: &Quotes, sentences: &Sentences) -> Self {
        let mut cases = Self {
            forms: vec![Seen::default(); document.forms.len()],
            initial: vec![false; document.tokens.len()],
            headline: vec![false; document.tokens.len()],
        };
        let mut headlines = Vec::new();
        for sentence in sentences.all() {
            if cases.add_sentence(document, quotes, sentence.clone()) {
                headlines.push(sentence);
            }
        }
        for sentence in headlines {
            if cases.has_common_capital(document, sentence.clone()) {
                cases.headline[sentence].fill(true);
            }
        }
        cases
    }

    /// Adds the words of a sentence, and says whether it may be a headline that capitalises every word: no
    /// name can be told from its verb there.
    fn add_sentence(
        &mut self,
        document: &Document,
        quotes: &Quotes,
        sentence: Range<usize>,
    ) -> bool {
        let mut capitals = 0;
        let mut has_small = false;
        for (i, token) in sentence.clone().zip(&document.tokens[sentence.clone()]) {
            if token.is_capital() {
                capitals += 1;
                let opens = i == sentence.start || opens_behind_mark(document, quotes, i);
                self.add_capital(document, i, opens);
            } else if token.shape == Shape::Lower {
                self.forms[token.form as usize].lower = true;
                has_small = has_small || !token.word.is_function() && !token.is(Class::Particle);
            }
        }
        capitals >= 5 && !has_small
    }

    /// Adds the word at token `i`, which has a capital; `initial` says that a sentence may start there.
    fn add_capital(&mut self, document: &Document, i: usize, initial: bool) {
        let token = document.token(i);
        self.initial[i] = initial;
        self.forms[token.form as usize].capital |= !initial;
        if token.is(Class::GivenName) {
            let middle = run::is_single_letter(document, i + 1);
            let last = document.token(if middle { i + 3 } else { i + 1 });
            if last.shape == Shape::Capital {
                self.forms[last.form as usize].surname = true;
            }
        }
    }

    /// Whether one of `tokens` has a capital that no name would have.
    fn has_common_capital(&self, document: &Document, mut tokens: Range<usize>) -> bool {
        tokens.any(|n| {
            let token = document.token(n);
            token.is_capital()
                && !self.initial[n]
                && (token.word.is_function()
                    || token.word.verb.is_some()
                    || looks_common(document, token)
                    || self.is_seen_small(document, token))
        })
    }

    /// Whether the word at token `i` is a surname in this document.
    pub(super) fn is_surname(&self, document: &Document, i: usize) -> bool {
        document.tokens.get(i).is_some_and(|token| self.forms[token.form as usize].surname)
    }

    /// Whether the word of a token, which has a capital, is written with a small letter elsewhere.
    fn is_seen_small(&self, document: &Document, token: &Token) -> bool {
        self.forms[document.forms.lowercase(token.form) as usize].lower
    }

    /// Whether nothing in the document speaks against a name at token `i`, which has a capital.
    pub(super) fn may_be_name(&self, document: &Document, i: usize) -> bool {
        let Some(token) = document.tokens.get(i) else { return false };
        let initial = || self.initial.get(i).copied().unwrap_or(true);
        let common = || {
            token.word.verb.is_some()
                || self.is_seen_small(document, token)
                || looks_common(document, token)
        };
        token.is_capital() && !token.word.is_function() && (!initial() || !common())
    }

    /// Whether the capital that token `i` has marks a name, not the start of a sentence.
    pub(super) fn is_name(&self, document: &Document, i: usize) -> bool {
        let Some(token) = document.tokens.get(i) else { return false };
        if token.word.is_function() && !token.is(Class::GivenName) {
            return false;
        }
        if self.headline.get(i).copied().unwrap_or(false) {
            return false;
        }
        if !self.initial.get(i).copied().unwrap_or(true)
            || self.forms[token.form as usize].capital
            || self.is_surname(document, i)
        {
            return true;
        }
        let next = document.token(i + 1);
        let next_is_name = next.is_capital() && !next.word.is_function();
        let titled = token.is_any_of(Class::Title | Class::Role)
            && (next_is_name || run::end(document, i) > i + 1);
        if titled {
            return true;
        }
        if token.word.verb.is_some() || self.is_seen_small(document, token) {
            return false;
        }
        let known =
            token.is_any_of(Class::GivenName | Class::Title | Class::GroupAdjective | Class::Place);
        // "Hegseth told", "Hegseth’s": what follows shows that a noun stands here.
        let acts = next.is_any_of(Class::Auxiliary | Class::Clitic)
            || next.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
        let noun = acts && !token.word.is_person_noun() && !token.is(Class::Group);
        known || (next_is_name || noun) && !looks_common(document, token)
    }
}

/// Whether token `i` follows a mark behind which a sentence may start.
fn opens_behind_mark(document: &Document, quotes: &Quotes, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|n| document.tokens.get(n)) else { return false };
    if before.shape != Shape::Punctuation {
        return false;
    }
    let mark = before.mark;
    let opens = quotes.around(i) != quotes.around(i - 1)
        || quotes.around(i).is_some() && matches!(mark, '“' | '‘' | '"' | '\'' | '«');
    let ends = matches!(mark, ':' | '.' | '!' | '?' | '…' | '—' | '-' | '•' | '(' | DOTS);
    (opens || ends) && !run::is_initial(document, i.wrapping_sub(2))
}

/// Whether a word that only stands at the start of a sentence ends like a common word.
// Stands in three places, of which none asks it often.
#[inline(never)]
fn looks_common(document: &Document, token: &Token) -> bool {
    let lowercase = document.forms.text(document.forms.lowercase(token.form));
    document.lexicon.ends(lowercase, Setting::CommonEndings)
}
