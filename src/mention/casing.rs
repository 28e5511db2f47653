//! How the words of a document are capitalised, which distinguishes a name from a word that starts a
//! sentence.

use std::ops::Range;

use super::run;
use crate::document::Document;
use crate::layout::is_attribution_line;
use crate::lexicon::{Class, Setting, VerbForm, Word};
use crate::numbered::Numbered;
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use crate::token::{DOTS, Shape, Token};

/// An acronym has at most this many letters; longer words in capitals are emphasised.
const ACRONYM_BYTES: usize = 5;

/// How the words of a document are capitalised.
pub(super) struct Casing {
    /// By the number of the form.
    forms: Numbered<FormCasing>,
    /// For each capitalised token, whether a sentence may start there.
    sentence_start: Numbered<bool>,
    /// Whether a token stands in a headline that capitalises every word.
    headline: Numbered<bool>,
}

/// How one form occurs in the document.
#[derive(Clone, Default)]
struct FormCasing {
    /// In lowercase.
    lowercase: bool,
    /// Capitalised where no sentence starts.
    capitalised: bool,
    /// After a given name: a surname, though it may be a noun elsewhere, as Weaver and King.
    surname: bool,
}

impl Casing {
    /// Reads the casing of all words of `document`.
    pub(super) fn of(document: &Document, quotes: &Quotes, sentences: &Sentences) -> Self {
        let mut casing = Self {
            forms: vec![FormCasing::default(); document.forms.len()].into(),
            sentence_start: vec![false; document.tokens.len()].into(),
            headline: vec![false; document.tokens.len()].into(),
        };
        let mut headlines = Vec::new();
        for sentence in sentences.all() {
            let headline = casing.read_sentence(document, quotes, sentence.clone());
            // "— Ann Lee, The Low Road" is no headline either.
            if headline && !is_attribution_line(document, sentence.clone()) {
                headlines.push(sentence);
            }
        }
        for sentence in headlines {
            if casing.has_capitalised_common_word(document, sentence.clone()) {
                casing.headline[sentence].fill(true);
            }
        }
        casing
    }

    /// Reads the words of a sentence. Returns whether it may be a headline that capitalises every word, where
    /// names and verbs look alike: "Northline Votes Against Lee Today".
    fn read_sentence(
        &mut self,
        document: &Document,
        quotes: &Quotes,
        sentence: Range<usize>,
    ) -> bool {
        let mut capitals = 0;
        let mut has_lowercase = false;
        for (i, token) in sentence.clone().zip(&document.tokens[sentence.clone()]) {
            if token.is_capital() {
                capitals += 1;
                let starts = i == sentence.start || starts_after_mark(document, quotes, i);
                self.read_capitalised(document, i, starts);
            } else if token.shape == Shape::Lower {
                self.forms[token.form as usize].lowercase = true;
                has_lowercase =
                    has_lowercase || !token.word.is_function() && !token.is(Class::Particle);
            }
        }
        capitals >= 5 && !has_lowercase
    }

    /// Reads the capitalised word at token `i`; `sentence_start` says that a sentence may start there.
    fn read_capitalised(&mut self, document: &Document, i: usize, sentence_start: bool) {
        let token = document.token(i);
        self.sentence_start[i] = sentence_start;
        self.forms[token.form as usize].capitalised |= !sentence_start;
        if token.is(Class::GivenName) {
            let middle = run::is_initial(document, i + 1);
            let last = document.token(if middle { i + 3 } else { i + 1 });
            if last.shape == Shape::Capital {
                self.forms[last.form as usize].surname = true;
            }
        }
    }

    /// Whether one of `tokens` is capitalised, starts no sentence and yet is no name: "Lee Is Late".
    fn has_capitalised_common_word(&self, document: &Document, mut tokens: Range<usize>) -> bool {
        tokens.any(|n| {
            let token = document.token(n);
            token.is_capital()
                && !self.sentence_start[n]
                && (token.word.is_function()
                    || token.word.verb.is_some()
                    || has_common_ending(document, token)
                    || self.occurs_in_lowercase(document, token))
        })
    }

    /// Whether the word at token `i` is a surname in this document.
    pub(super) fn is_surname(&self, document: &Document, i: usize) -> bool {
        document.tokens.get(i).is_some_and(|token| self.forms[token.form as usize].surname)
    }

    /// Whether the word of a capitalised token occurs elsewhere in lowercase.
    fn occurs_in_lowercase(&self, document: &Document, token: &Token) -> bool {
        self.forms[document.forms.lowercase(token.form) as usize].lowercase
    }

    /// Whether token `i` is capitalised and may be a name, though it may stand at the start of a sentence.
    pub(super) fn may_be_name(&self, document: &Document, i: usize) -> bool {
        let Some(token) = document.tokens.get(i) else { return false };
        let sentence_start = || self.sentence_start.get(i).copied().unwrap_or(true);
        let common = || {
            token.word.verb.is_some()
                || self.occurs_in_lowercase(document, token)
                || has_common_ending(document, token)
        };
        token.is_capital() && !token.word.is_function() && (!sentence_start() || !common())
    }

    /// Whether the capitalised token `i` is a name, not merely the start of a sentence.
    pub(super) fn is_name(&self, document: &Document, i: usize) -> bool {
        let Some(token) = document.tokens.get(i) else { return false };
        if token.word.is_function() && !token.is(Class::GivenName) {
            return false;
        }
        if self.headline.get(i).copied().unwrap_or(false) {
            return false;
        }
        if !self.sentence_start.get(i).copied().unwrap_or(true)
            || self.forms[token.form as usize].capitalised
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
        // "NRQ" and "Northjet said": no list has the word, and capitals or a verb of speech show a name, although the
        // text may write it in lowercase elsewhere.
        let unlisted = token.word == Word::UNKNOWN && next.shape == Shape::Lower;
        let in_capitals = token.shape == Shape::Upper && token.span.len() <= ACRONYM_BYTES;
        let speaks = next.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
            && !document.ends(i, Setting::PluralEndings)
            && !has_common_ending(document, token);
        if unlisted && (in_capitals || speaks) {
            return true;
        }
        if token.word.verb.is_some() || self.occurs_in_lowercase(document, token) {
            return false;
        }
        let known =
            token.is_any_of(Class::GivenName | Class::Title | Class::GroupAdjective | Class::Place);
        // "Novak told", "Novak’s": what follows shows that a noun stands here.
        let acts = next.is_any_of(Class::Auxiliary | Class::Clitic)
            || next.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
        let noun = acts && !token.word.is_person_noun() && !token.is(Class::Group);
        let shown = next_is_name || noun || opens_scene(document, i);
        known || shown && !has_common_ending(document, token)
    }
}

/// Whether a word in no list acts at the start of a paragraph of a story, as a name does: "Hanlon sat by the fire."
fn opens_scene(document: &Document, i: usize) -> bool {
    let (next, after) = (document.token(i + 1), document.token(i + 2));
    next.shape == Shape::Lower
        && !next.word.is_function()
        && document.token(i).word == Word::UNKNOWN
        && (document.ends(i + 1, Setting::PastEndings)
            || after.is_any_of(Class::Possessive | Class::Article | Class::Preposition))
        && document.blocks()[document.block_of(i)].content == i
        && document.is_story(i)
}

/// Whether a sentence may start at token `i`, after the mark before it: "He left. “We", "The plan: Nobody", or a dash
/// at the start of a line.
fn starts_after_mark(document: &Document, quotes: &Quotes, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|n| document.tokens.get(n)) else { return false };
    if before.shape != Shape::Punctuation {
        return false;
    }
    let mark = before.mark;
    let opens = quotes.around(i) != quotes.around(i - 1)
        || quotes.around(i).is_some() && matches!(mark, '“' | '‘' | '"' | '\'' | '«');
    let ends = matches!(mark, ':' | '.' | '!' | '?' | '…' | '—' | '-' | '•' | '(' | DOTS);
    let dash = document.blocks()[document.block_of(i)].content == i - 1;
    (opens || ends || dash) && !run::is_abbreviation(document, i.wrapping_sub(2))
}

/// Whether the word of a capitalised token ends like a common word: "Waiting", "Quickly".
// It is called in three places, in each of them rarely: inlining would only make the download larger.
#[inline(never)]
fn has_common_ending(document: &Document, token: &Token) -> bool {
    let lowercase = document.forms.text(document.forms.lowercase(token.form));
    document.lexicon.ends(lowercase, Setting::CommonEndings)
}
