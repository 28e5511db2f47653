//! Verb groups, and whether a word with the form of a reporting verb is a verb in its sentence.

use std::ops::Range;

use super::narration::Narration;
use crate::lexicon::{Case, Class, Setting, Verb, VerbClass, VerbForm, Word};
use crate::token::{DASHES, Shape, Token};

/// A verb is in a headline if the words with a meaning among this many tokens around it have capitals.
const HEADLINE_TOKENS: usize = 12;

/// A verb with the words between its subject and it: "Lee [on Monday also has said]".
pub(super) struct VerbGroup {
    /// The number of its first token.
    pub start: usize,
    /// The number of its verb, the last token.
    pub verb: usize,
    /// The number of the last auxiliary before the verb.
    pub auxiliary: Option<usize>,
}

impl VerbGroup {
    /// The group of the verb at token `verb`. It starts at token `from` at the earliest.
    pub(super) fn of(narration: Narration, verb: usize, from: usize) -> Self {
        let mut start = verb;
        let floor = from.max(verb.saturating_sub(8));
        while start > floor {
            let n = start - 1;
            let opens_date = start < verb
                && narration.token(n).is(Class::Preposition)
                && narration.token(start).is(Class::Calendar);
            // "Has long insisted": no list has every adverb.
            let split = start > floor + 1
                && start == verb
                && narration.token(n).shape == Shape::Lower
                && narration.token(n).word == Word::UNKNOWN
                && narration.token(n - 1).is(Class::Auxiliary)
                && !narration.token(n - 1).is(Class::Be);
            if narration.is_quoted(n) || !opens_date && !split && !may_precede_verb(narration, n) {
                break;
            }
            start = n;
        }
        let auxiliary = (start..verb)
            .rev()
            .find(|&n| narration.token(n).is(Class::Auxiliary) || is_contraction(narration, n));
        Self { start, verb, auxiliary }
    }
}

/// Whether token `n` may be between a subject and its verb.
fn may_precede_verb(narration: Narration, n: usize) -> bool {
    let token = narration.token(n);
    let is_manner = || {
        token.shape == Shape::Lower
            && token.span.len() > 4
            && narration.ends(n, Setting::AdverbEndings)
    };
    token.is_any_of(Class::Auxiliary | Class::Negation | Class::Calendar)
        || is_contraction(narration, n)
        || token.is(Class::Adverb) && !token.is_any_of(Class::Determiner | Class::Conjunction)
        || !token.word.is_person_noun() && is_manner()
}

/// Whether token `n` is short for an auxiliary: "she*'s* telling", "who*'s* said".
fn is_contraction(narration: Narration, n: usize) -> bool {
    let before = narration.token(n.wrapping_sub(1));
    let subject = before.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Subject);
    narration.token(n).is(Class::Clitic) && (subject || before.is(Class::PersonRelative))
}

/// Whether the verb of `group`, a reporting verb by its form, is a verb in its sentence.
pub(super) fn is_verb(narration: Narration, group: &VerbGroup, sentence_start: usize) -> bool {
    let token = narration.token(group.verb);
    let Some(Verb { class, form }) = token.word.verb else { return false };
    let before = group.start.checked_sub(1);
    let after_quote = before.is_some_and(|n| narration.is_quoted(n));
    let is_name = token.is_capital() && group.verb != sentence_start && !after_quote;
    if is_name && !is_in_headline(narration, group.verb) {
        return false;
    }
    // “…,” Read said: a name.
    let speaks = |n: usize| {
        let verb = narration.token(n).word.verb;
        verb.is_some_and(|verb| verb.form == VerbForm::Past)
            && narration.token(n).shape == Shape::Lower
    };
    if token.is_capital() && after_quote && speaks(group.verb + 1) {
        return false;
    }
    let previous = before.filter(|&n| n >= sentence_start && !after_quote);
    if is_reduced_passive(narration, group, sentence_start) {
        return true;
    }
    let Some(previous) = previous.map(|n| narration.token(n)) else {
        // First in its sentence or right after a quotation: "…," said Ann Lee.
        return after_quote && form != VerbForm::Base
            || form == VerbForm::Ing && group.verb == sentence_start;
    };
    let next = group.verb + 1;
    // "his claims", "the report"
    let counted = previous.is(Class::Number) && !may_be_noun(token);
    let in_noun_phrase = group.auxiliary.is_none() && opens_noun_phrase(previous) && !counted;
    // "a culture called “The Way”": a label, and no subject gives it.
    let label = class == VerbClass::Judge
        && form == VerbForm::Past
        && is_common_noun(previous)
        && narration.is_quoted(next);
    // "The rules were", "The comments start": a noun, because its own verb follows.
    let before_verb =
        form == VerbForm::Third && may_be_noun(token) && is_finite_verb(narration, next);
    if in_noun_phrase || label || before_verb {
        return false;
    }
    group.auxiliary.is_some() || may_follow(narration, group.verb, previous)
}

/// Whether the verb of `group` is a passive without its auxiliary: "*Asked* whether he knew, Lee laughed", "when
/// *told* that …".
pub(super) fn is_reduced_passive(
    narration: Narration,
    group: &VerbGroup,
    sentence_start: usize,
) -> bool {
    let Some(Verb { class, form }) = narration.token(group.verb).word.verb else { return false };
    let next = narration.token(group.verb + 1);
    let opens = group.start == sentence_start || {
        let previous = narration.token(group.start.wrapping_sub(1));
        previous.is_any_of(Class::Circumstance | Class::Contrast)
            && !narration.is_quoted(group.start - 1)
    };
    matches!(class, VerbClass::Ask | VerbClass::Tell)
        && matches!(form, VerbForm::Past | VerbForm::Participle)
        && group.auxiliary.is_none()
        && opens
        && next.is_any_of(Class::Subordinator | Class::Agent)
}

/// Whether the verb at token `i`, which has no auxiliary, may follow the word `previous`.
fn may_follow(narration: Narration, i: usize, previous: &Token) -> bool {
    let token = narration.token(i);
    let Some(Verb { form, .. }) = token.word.verb else { return false };
    let after_comma = matches!(previous.mark, ',' | '—' | '–' | ')' | ']' | DASHES);
    match form {
        VerbForm::Past | VerbForm::Participle => {
            !previous.is(Class::Preposition) || previous.is(Class::Subordinator)
        }
        VerbForm::Third => {
            after_comma
                || !may_be_noun(token) && is_unknown_noun(previous)
                || is_singular_subject(previous)
                || is_clause_after(narration, i)
        }
        // "heard Ann say, “Go!”"
        VerbForm::Base => {
            is_plural_subject(narration, previous) && !after_comma
                || !may_be_noun(token)
                    && (is_unknown_noun(previous)
                        || previous.is_capital()
                        || after_comma
                        || may_end_subject(previous))
                    && is_clause_after(narration, i)
                || opens_quote(narration, i + 1)
        }
        // "with Lee saying", "… and his lawyer calling it"
        VerbForm::Ing => {
            let name = previous.is_capital() && !previous.word.is_function();
            after_comma
                || name
                || previous.word.is_person_noun()
                || previous.is_any_of(
                    Class::Preposition | Class::SpeechNoun | Class::Group | Class::Joining,
                )
                || (previous.is_any_of(Class::Conjunction | Class::Contrast)
                    || is_unknown_noun(previous)
                        && !may_be_noun(token)
                        && !is_predicate(narration, i))
                    && is_clause_after(narration, i)
        }
    }
}

/// Whether the word before token `i` follows a form of "to be": "it is worth *saying*".
fn is_predicate(narration: Narration, i: usize) -> bool {
    let verb = narration.token(i.wrapping_sub(2));
    verb.is_any_of(Class::Be | Class::Clitic)
}

/// Whether a word that is no noun may end a subject, or stand between two verbs of one subject: "one in 10 *say*",
/// "those around him *say*", "people here *say*", "and *say*".
fn may_end_subject(token: &Token) -> bool {
    let object = token.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Object);
    object
        || token.shape == Shape::Number
        || token.is_any_of(Class::Number | Class::Adverb | Class::Conjunction)
}

/// Whether the verb at token `i` stands in a headline, where each noun and verb has a capital: "Ferry Owner Says Mill
/// Must Close".
fn is_in_headline(narration: Narration, i: usize) -> bool {
    // "in United States District Court": the words before the name show that it is none.
    let near = i.saturating_sub(HEADLINE_TOKENS)..narration.block_end(i).min(i + HEADLINE_TOKENS);
    let start = near.clone().rev().find(|&n| narration.block_of(n) != narration.block_of(i));
    let words = |tokens: Range<usize>| {
        let with_meaning = |token: &&Token| {
            token.is_word() && !token.word.is_function() && !token.is(Class::Clitic)
        };
        narration.tokens.get(tokens).unwrap_or_default().iter().filter(with_meaning)
    };
    let all = start.map_or(near.start, |n| n + 1)..near.end;
    words(i + 1..near.end).count() > 1 && words(all).all(Token::is_capital)
}

/// Whether the word after `token` belongs to its noun phrase: "the", "his", "Lee's". Determiners that can be
/// subjects do not show that: "some say", "another said".
fn opens_noun_phrase(token: &Token) -> bool {
    let pronominal =
        token.is(Class::Determiner) && !token.is_any_of(Class::Article | Class::Attributive);
    let opens = token.is_any_of(Class::Determiner | Class::Possessive | Class::Number)
        || token.is(Class::Clitic);
    opens && !pronominal
}

/// Whether a word in lowercase may be a noun that is no subject of a reporting verb.
fn is_common_noun(token: &Token) -> bool {
    token.shape == Shape::Lower && !token.word.is_function() && !is_singular_subject(token)
}

/// Whether a reporting verb may also be a noun: "claims", "reports".
fn may_be_noun(token: &Token) -> bool {
    token.is_any_of(Class::SpeechNoun | Class::Group | Class::Role)
}

/// Whether token `i` is an auxiliary or a past form: a verb with a subject.
fn is_finite_verb(narration: Narration, i: usize) -> bool {
    narration.tokens.get(i).is_some_and(|token| {
        token.is(Class::Auxiliary)
            || token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
    })
}

/// Whether a quotation starts at token `i`, or after the comma or colon there.
fn opens_quote(narration: Narration, i: usize) -> bool {
    narration.is_quoted(i) || matches!(narration.mark(i), ',' | ':') && narration.is_quoted(i + 1)
}

/// Whether a word in lowercase may be a noun because it is no function word and no reporting verb.
fn is_unknown_noun(token: &Token) -> bool {
    token.shape == Shape::Lower && !token.word.is_function() && token.word.verb.is_none()
}

/// Whether a word may end the subject of a verb in the singular.
fn is_singular_subject(token: &Token) -> bool {
    let subject_pronoun = token.word.pronoun.is_some_and(|p| p.case == Case::Subject && !p.plural);
    let noun = token.word.is_person_noun() || token.is(Class::Group) || token.is(Class::SpeechNoun);
    let name = token.is_capital() && (!token.word.is_function() || subject_pronoun);
    let conjunction = token.is(Class::Conjunction);
    subject_pronoun || noun || name || conjunction || token.is(Class::Relative)
}

/// Whether a word may end the subject of a verb in the plural, or come before an infinitive.
fn is_plural_subject(narration: Narration, token: &Token) -> bool {
    let pronoun =
        token.word.pronoun.is_some_and(|p| p.case == Case::Subject && (p.plural || p.person < 3));
    let word = narration.slice(token.span);
    let plural_noun = token.is_word()
        && !token.word.is_function()
        && word.len() > 3
        && narration.lexicon.ends(word, Setting::PluralEndings);
    pronoun
        || plural_noun
        || token.is(Class::Plural)
        || token.is(Class::Relative)
        || token.is(Class::Determiner)
        || token.is(Class::GroupAdjective)
        || token.is(Class::Infinitive)
}

/// Whether a clause starts after token `i`: "claims that", "notes the".
fn is_clause_after(narration: Narration, i: usize) -> bool {
    narration.tokens.get(i + 1).is_some_and(|next| {
        next.shape != Shape::Punctuation
            && (next.is_any_of(Class::Subordinator | Class::Determiner | Class::Possessive)
                || next.is_capital() && !may_be_noun(narration.token(i))
                || narration.token(i + 2).is(Class::Auxiliary)
                || next.word.pronoun.is_some_and(|p| p.case == Case::Subject))
    })
}
