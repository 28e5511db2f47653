//! The source of a fragment, a few quoted words that no cue reports: "Lee's claim that the plan is “a
//! fraud”", "Lee backed what is “a fraud”".

use std::ops::Range;

use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::lexicon::{Class, Setting};
use crate::report::Rule;
use crate::token::Shape;

/// The subject is one of this many mentions at the start of the sentence.
const SUBJECT_MENTIONS: usize = 40;
/// A noun such as "claim" stands at most this many tokens before the fragment, and its owner at most as many
/// before the noun.
const NOUN_TOKENS: usize = 12;
/// The owner is one of this many mentions before the noun.
const OWNER_MENTIONS: usize = 2;

/// Names the source of a fragment in the sentence that starts at token `sentence`: the owner of a
/// noun such as "claim", the subject of `cue`, or the subject of the sentence.
pub(crate) fn name_source(
    findings: &Findings,
    statement: &mut Statement,
    sentence: usize,
    cue: Option<usize>,
) {
    let start = statement.tokens.start;
    if let Some(owner) = owner(findings, statement.tokens.clone(), sentence, cue) {
        statement.set_source(findings, owner, None, Rule::SentenceSubject);
        return;
    }
    if let Some(cue) = cue {
        let subject = findings.cues[cue].subject.as_ref().map(|subject| subject.tokens.clone());
        statement.cue = Some(cue);
        if let Some(mention) = subject.clone().and_then(|tokens| findings.mentions.leading(tokens))
        {
            statement.set_source(findings, mention, subject, Rule::SentenceSubject);
            return;
        }
    }
    let before = findings.mentions.starting_in(sentence..start).take(SUBJECT_MENTIONS);
    let may_say = |n: &usize| {
        let mention = &findings.mentions.all[*n];
        mention.is_free() && !mention.quoted
    };
    let clause = || before.clone().rev().find(|&n| may_say(&n) && opens_clause(findings, n));
    if let Some(mention) = clause().or_else(|| before.clone().find(may_say)) {
        statement.set_source(findings, mention, None, Rule::SentenceSubject);
    }
}

/// Whether mention `n` is the subject of a subordinate clause: "She nodded as *Lee* went on about “the system”".
fn opens_clause(findings: &Findings, n: usize) -> bool {
    let document = &findings.document;
    let mention = &findings.mentions.all[n];
    let before = document.token(mention.tokens.start.wrapping_sub(1));
    let next = document.token(mention.tokens.end);
    let verb = next.is(Class::Auxiliary)
        || next.word.verb.is_some()
        || next.shape == Shape::Lower
            && !next.word.is_function()
            && document.ends(mention.tokens.end, Setting::FiniteEndings);
    mention.may_be_subject()
        && before.is(Class::Subordinator)
        && !before.is(Class::Complementizer)
        && before.is_any_of(Class::Circumstance | Class::Relative)
        && verb
}

/// The owner of a noun for speech between `cue` and the fragment: "Lee's claim that", "a warning by Lee
/// that"; or of one right after the fragment: "Lee's “fraud” remark".
pub(crate) fn owner(
    findings: &Findings,
    fragment: Range<usize>,
    sentence: usize,
    cue: Option<usize>,
) -> Option<usize> {
    let from = cue.map_or(sentence, |cue| findings.cues[cue].tokens.end);
    let is_speech_noun =
        |n: usize| findings.document.tokens.get(n).is_some_and(|token| token.is(Class::SpeechNoun));
    if is_speech_noun(fragment.end) {
        return owner_before(findings, sentence, fragment.start);
    }
    let near = from.max(fragment.start.saturating_sub(NOUN_TOKENS))..fragment.start;
    let noun = near.rev().find(|&n| is_speech_noun(n))?;
    let agent = findings
        .document
        .token(noun + 1)
        .is_lower(Class::Agent)
        .then(|| findings.mentions.starting_in(noun + 2..noun + 3).next())
        .flatten()
        .filter(|&n| findings.mentions.all[n].tokens.end <= fragment.start);
    agent.or_else(|| owner_before(findings, sentence, noun))
}

/// The owner of the noun at token `noun`, with at most a few words between: "Lee's long awaited claim".
fn owner_before(findings: &Findings, sentence: usize, noun: usize) -> Option<usize> {
    let near = findings.mentions.starting_in(sentence.max(noun.saturating_sub(NOUN_TOKENS))..noun);
    near.rev().take(OWNER_MENTIONS).find(|&n| {
        let mention = &findings.mentions.all[n];
        mention.possessive && mention.tokens.end + 5 >= noun
    })
}
