//! Finds reporting cues outside quotation marks: verbs that report, and phrases such as "according to".
//!
//! A word such as "claims" or "reports" is a cue only if it is a verb; the words around it show that. Each
//! cue comes with the phrases that may be its source: the subject before it and the phrase after it, where an
//! inverted verb has its subject.

mod narration;
mod parts;
mod phrase;
mod subject;
mod verb;

use std::ops::Range;

use self::narration::Narration;
use self::parts::Subject;
use self::verb::VerbGroup;
use crate::document::Document;
use crate::lexicon::{Class, Setting, Verb, VerbClass, VerbForm};
use crate::quotation::Quotes;
use crate::sentence::Sentences;

pub(crate) use parts::{Cue, CueKind, Relation};

/// Finds the cues of the document in text order.
#[inline(never)]
pub(crate) fn find(document: &Document, quotes: &Quotes, sentences: &Sentences) -> Vec<Cue> {
    let narration = Narration { document, quotes };
    let mut cues: Vec<Cue> = Vec::new();
    for (i, token) in document.tokens.iter().enumerate() {
        // Most words are neither, so this is checked first.
        let is_verb = token.word.verb.is_some();
        if !is_verb && !token.is(Class::SourcePhrase) || narration.is_quoted(i) {
            continue;
        }
        if is_verb {
            cues.extend(verb_cue(narration, i, sentences.around(i)));
        } else if let Some(count) = document.phrase_at(i, Setting::SourcePhrases) {
            cues.push(source_phrase(narration, i..i + count));
        }
    }
    cues
}

/// The cue that the phrase `tokens` makes: "according to".
fn source_phrase(narration: Narration, tokens: Range<usize>) -> Cue {
    let end = tokens.end;
    Cue {
        kind: CueKind::SourcePhrase,
        group_start: tokens.start,
        tokens,
        form: VerbForm::Base,
        passive: false,
        negated: false,
        subject: None,
        following: phrase::after(narration, end)
            .or_else(|| phrase::after_preposition(narration, end))
            .map(|tokens| phrase::author(narration, tokens)),
    }
}

/// The cue that token `i` makes, a reporting verb by its form, if it is a verb in its sentence.
fn verb_cue(narration: Narration, i: usize, sentence: Range<usize>) -> Option<Cue> {
    let Verb { class, form } = narration.token(i).word.verb?;
    let group = VerbGroup::of(narration, i, sentence.start);
    if !verb::is_verb(narration, &group, sentence.start) {
        return None;
    }
    let mut subject = subject::of(narration, group.start, form, sentence.clone());
    // After what was said, "a statement from" would seem to belong to it.
    if let Some(subject) = subject.as_mut().filter(|s| s.tokens.start == sentence.start) {
        subject.tokens = phrase::author(narration, subject.tokens.clone());
    }
    let gives_name = class == VerbClass::Judge
        && subject.as_ref().is_some_and(|subject| gives_name(narration, subject, form));
    if gives_name {
        return None;
    }
    let rarely_perfect =
        matches!(class, VerbClass::Tell | VerbClass::Ask | VerbClass::Judge | VerbClass::Think);
    let be = group.auxiliary.is_some_and(|n| {
        // "She's told" is a passive, "she's said" is none.
        let auxiliary = narration.token(n);
        auxiliary.is(Class::Be) || auxiliary.is(Class::Clitic) && rarely_perfect
    });
    let passive = matches!(form, VerbForm::Past | VerbForm::Participle)
        && (be || verb::is_reduced_passive(narration, &group, sentence.start));
    let agent = passive.then(|| agent(narration, i + 1));
    Some(Cue {
        kind: CueKind::Verb(class),
        tokens: group.auxiliary.unwrap_or(i)..i + 1,
        group_start: group.start,
        form,
        passive,
        negated: (group.start..i).any(|n| narration.token(n).is(Class::Negation))
            || subject.as_ref().is_some_and(|subject| {
                // "Nobody said"
                narration.token(subject.tokens.start).is(Class::Negation)
            }),
        subject,
        following: agent.unwrap_or_else(|| phrase::after(narration, i + 1)),
    })
}

/// Who does what a passive verb before token `i` says: "was asked *by Ann Lee*".
fn agent(narration: Narration, i: usize) -> Option<Range<usize>> {
    let names = narration.tokens.get(i)?.is_lower(Class::Agent) && !narration.is_quoted(i);
    if names { phrase::after_preposition(narration, i + 1) } else { None }
}

/// Whether a verb of judgement with this subject and form only gives the usual name of something: "a boat
/// that locals call “the kettle”". It judges in "a vote that Lee called “a fraud”".
fn gives_name(narration: Narration, subject: &Subject, form: VerbForm) -> bool {
    let start = subject.tokens.start;
    let judges = form == VerbForm::Past && narration.token(start).is_capital();
    start > 0 && narration.token(start - 1).is(Class::Relative) && !judges
}
