//! Reporting cues outside quotation marks: the verbs that report, and "according to".
//!
//! A word such as "claims" or "reports" is a cue only where it is a verb; that is read from the
//! words around it. With each cue come the phrases that may be its source: the subject before it
//! and, after an inverted verb, the phrase behind it.

mod parts;
mod phrase;
mod subject;

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{Case, Class, Setting, Verb, VerbClass, VerbForm};
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use crate::token::{DASHES, Shape, Token};

pub(crate) use parts::{Cue, CueKind, Relation};

/// Finds the cues of the document in text order.
#[inline(never)]
pub(crate) fn find(document: &Document, quotes: &Quotes, sentences: &Sentences) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for (i, token) in document.tokens.iter().enumerate() {
        // Most words are neither, and nothing else has to be asked of these.
        let verb = token.word.verb.is_some();
        if !verb && !token.is(Class::SourcePhrase) || quotes.around(i).is_some() {
            continue;
        }
        if verb {
            cues.extend(verb_cue(document, quotes, i, sentences.around(i)));
        } else if let Some(count) = document.phrase_at(i, Setting::SourcePhrases) {
            cues.push(source_phrase(document, quotes, i..i + count));
        }
    }
    cues
}

/// The cue that the phrase `tokens` makes: "according to".
fn source_phrase(document: &Document, quotes: &Quotes, tokens: Range<usize>) -> Cue {
    let end = tokens.end;
    Cue {
        kind: CueKind::SourcePhrase,
        group_start: tokens.start,
        tokens,
        form: VerbForm::Base,
        passive: false,
        negated: false,
        subject: None,
        following: phrase::after(document, quotes, end)
            .or_else(|| phrase::after_preposition(document, quotes, end)),
    }
}

/// The cue that the verb at token `i` makes, if it is one there.
fn verb_cue(document: &Document, quotes: &Quotes, i: usize, sentence: Range<usize>) -> Option<Cue> {
    let Verb { class, form } = document.token(i).word.verb?;
    let group_start = phrase::group_start(document, quotes, i, sentence.start);
    let group = group_start..i;
    let helper = group.clone().rev().find(|&n| document.token(n).is(Class::Auxiliary));
    if !is_verb(document, quotes, i, sentence.start, group_start, helper) {
        return None;
    }
    let subject = subject::of(document, quotes, group_start, form, sentence);
    // "a boat that locals call “the kettle”": a name, not a judgement as in "a vote that Lee called “a
    // fraud”".
    let names = class == VerbClass::Judge
        && subject.as_ref().is_some_and(|subject| {
            let start = subject.tokens.start;
            let event = form == VerbForm::Past && document.token(start).is_capital();
            start > 0 && document.token(start - 1).is(Class::Relative) && !event
        });
    if names {
        return None;
    }
    let be = helper.is_some_and(|n| document.token(n).is(Class::Be));
    Some(Cue {
        kind: CueKind::Verb(class),
        tokens: helper.unwrap_or(i)..i + 1,
        group_start,
        form,
        passive: be && matches!(form, VerbForm::Past | VerbForm::Participle),
        negated: group.clone().any(|n| is_negation(document, n)),
        subject,
        following: phrase::after(document, quotes, i + 1),
    })
}

/// "not", "never", "didn't".
fn is_negation(document: &Document, i: usize) -> bool {
    document.token(i).is(Class::Negation)
}

/// Whether the word at token `i`, which may be a reporting verb by its form, is one here. Its group
/// begins at `group_start` and may have an auxiliary, the `helper`.
fn is_verb(
    document: &Document,
    quotes: &Quotes,
    i: usize,
    sentence_start: usize,
    group_start: usize,
    helper: Option<usize>,
) -> bool {
    let token = document.token(i);
    let Some(Verb { class, form }) = token.word.verb else { return false };
    let before = group_start.checked_sub(1);
    let after_quote = before.is_some_and(|n| quotes.around(n).is_some());
    if token.is_capital() && i != sentence_start && !after_quote {
        return false;
    }
    let previous = before.filter(|&n| n >= sentence_start && !after_quote);
    let Some(previous) = previous.map(|n| document.token(n)) else {
        // First in its sentence or right after a quotation: "…," said Ann Lee.
        return after_quote && form != VerbForm::Base
            || form == VerbForm::Ing && i == sentence_start;
    };
    let helped = helper.is_some();
    let opens_noun = previous.is_any_of(Class::Determiner | Class::Possessive | Class::Number)
        || previous.is(Class::Clitic);
    let quantifier = previous.is(Class::Determiner) && is_pronominal(previous);
    if opens_noun && !quantifier && !helped {
        return false;
    }
    // "a culture called “The Way”": a label, not what somebody called something.
    let common_noun = previous.shape == Shape::Lower
        && !previous.word.is_function()
        && !is_singular_subject(previous);
    if class == VerbClass::Judge
        && form == VerbForm::Past
        && common_noun
        && quotes.around(i + 1).is_some()
    {
        return false;
    }
    let may_be_noun = token.is_any_of(Class::SpeechNoun | Class::Group | Class::Role);
    // "The rules were", "The comments start": a noun, for a verb of its own follows.
    let verb_behind = document.tokens.get(i + 1).is_some_and(|next| {
        next.is(Class::Auxiliary) || next.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
    });
    if form == VerbForm::Third && may_be_noun && verb_behind {
        return false;
    }
    let comma = matches!(previous.mark, ',' | '—' | '–' | ')' | ']' | DASHES);
    match form {
        _ if helped => true,
        VerbForm::Past | VerbForm::Participle => {
            !previous.is(Class::Preposition) || previous.is(Class::Subordinator)
        }
        VerbForm::Third => {
            comma
                || !may_be_noun && is_noun(previous)
                || is_singular_subject(previous)
                || is_clause_after(document, i)
        }
        // "heard Ann say, “Go!”"
        VerbForm::Base => {
            is_plural_subject(document, previous) && !comma
                || !may_be_noun
                    && (is_noun(previous) || previous.is_capital() || comma)
                    && is_clause_after(document, i)
                || opens_quote(document, quotes, i + 1)
        }
        // "with Lee saying", "… and his lawyer calling it"
        VerbForm::Ing => {
            let name = previous.is_capital() && !previous.word.is_function();
            comma
                || name
                || previous.word.is_person_noun()
                || previous.is_any_of(Class::Preposition | Class::SpeechNoun | Class::Group)
        }
    }
}

/// Whether a quotation starts at token `i` or behind the comma or colon there.
fn opens_quote(document: &Document, quotes: &Quotes, i: usize) -> bool {
    quotes.around(i).is_some()
        || matches!(document.mark(i), ',' | ':') && quotes.around(i + 1).is_some()
}

/// Whether a determiner can be a subject by itself: "some say", "another said".
fn is_pronominal(token: &Token) -> bool {
    !token.is_any_of(Class::Article | Class::Attributive)
}

/// Whether a word in small letters may be a noun.
fn is_noun(token: &Token) -> bool {
    token.shape == Shape::Lower && !token.word.is_function() && token.word.verb.is_none()
}

fn is_singular_subject(token: &Token) -> bool {
    let subject_pronoun = token.word.pronoun.is_some_and(|p| p.case == Case::Subject && !p.plural);
    let noun = token.word.is_person_noun() || token.is(Class::Group) || token.is(Class::SpeechNoun);
    let name = token.is_capital() && (!token.word.is_function() || subject_pronoun);
    let conjunction = token.is(Class::Conjunction);
    subject_pronoun || noun || name || conjunction || token.is(Class::Relative)
}

fn is_plural_subject(document: &Document, token: &Token) -> bool {
    let pronoun =
        token.word.pronoun.is_some_and(|p| p.case == Case::Subject && (p.plural || p.person < 3));
    let word = document.slice(token.span);
    let plural_noun = token.is_word()
        && !token.word.is_function()
        && word.len() > 3
        && document.lexicon.ends(word, Setting::PluralEndings);
    pronoun
        || plural_noun
        || token.is(Class::Plural)
        || token.is(Class::Relative)
        || token.is(Class::Determiner)
        || token.is(Class::GroupAdjective)
        || token.is(Class::Infinitive)
}

/// Whether a clause opens after token `i`: "claims that", "notes the".
fn is_clause_after(document: &Document, i: usize) -> bool {
    document.tokens.get(i + 1).is_some_and(|next| {
        next.shape != Shape::Punctuation
            && (next.is_any_of(Class::Subordinator | Class::Determiner | Class::Possessive)
                || next.word.pronoun.is_some_and(|p| p.case == Case::Subject))
    })
}
