//! Whose words a fragment is that no cue reports: "Lee's claim that the plan is “a fraud”", "The plan
//! is “a fraud” in the words of Lee", "Lee backed what is “a fraud”".

use std::ops::Range;

use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::lexicon::Class;
use crate::report::Rule;

/// So many mentions before a fragment are looked at, which keeps the whole linear.
const MENTIONS_BACK: usize = 40;

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
    let mut before = findings.mentions.starting_in(sentence..start).take(MENTIONS_BACK);
    if let Some(mention) = before.find(|&n| findings.mentions.all[n].is_free()) {
        statement.set_source(findings, mention, None, Rule::SentenceSubject);
    }
}

/// Whose speech a noun between `cue` and the fragment names: "Lee's claim that", "a warning by Lee
/// that"; or right behind the fragment: "Lee's “fraud” remark".
pub(crate) fn owner(
    findings: &Findings,
    fragment: Range<usize>,
    sentence: usize,
    cue: Option<usize>,
) -> Option<usize> {
    let from = cue.map_or(sentence, |cue| findings.cues[cue].tokens.end);
    let is_noun =
        |n: usize| findings.document.tokens.get(n).is_some_and(|token| token.is(Class::SpeechNoun));
    if is_noun(fragment.end) {
        return owner_before(findings, sentence, fragment.start);
    }
    let near = from.max(fragment.start.saturating_sub(12))..fragment.start;
    let noun = near.rev().find(|&n| is_noun(n))?;
    let agent = findings
        .document
        .token(noun + 1)
        .is_lower(Class::Agent)
        .then(|| findings.mentions.starting_in(noun + 2..noun + 3).next())
        .flatten()
        .filter(|&n| findings.mentions.all[n].tokens.end <= fragment.start);
    agent.or_else(|| owner_before(findings, sentence, noun))
}

/// The owner whom at most three words part from token `noun`: "Lee's long awaited".
fn owner_before(findings: &Findings, sentence: usize, noun: usize) -> Option<usize> {
    let near = findings.mentions.starting_in(sentence.max(noun.saturating_sub(12))..noun);
    near.rev().take(2).find(|&n| {
        let mention = &findings.mentions.all[n];
        mention.possessive && mention.tokens.end + 5 >= noun
    })
}
