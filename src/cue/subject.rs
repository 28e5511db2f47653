//! The subject of a verb that reports: beside it, in front of what describes it, or in another
//! clause of the sentence.

use std::ops::Range;

use super::parts::{Relation, Subject};
use super::phrase::{
    ends_phrase, is_boundary, is_subject_pronoun, phrase_before, starts_noun_phrase,
};
use crate::document::Document;
use crate::lexicon::{Class, Setting, VerbForm};
use crate::quotation::Quotes;
use crate::token::{DASHES, Shape};

/// A subject is looked for over at most so many tokens, which keeps the whole linear.
const REACH: usize = 40;

/// The subject of the verb whose group begins at token `group_start`.
pub(super) fn of(
    document: &Document,
    quotes: &Quotes,
    group_start: usize,
    form: VerbForm,
    sentence: Range<usize>,
) -> Option<Subject> {
    if form == VerbForm::Ing && group_start == sentence.start {
        let tokens = subject_behind(document, quotes, group_start, sentence.end)?;
        return Some(Subject { tokens, relation: Relation::Shared });
    }
    let from = sentence.start.max(group_start.saturating_sub(REACH));
    let is_free = |n: usize| n >= from && quotes.around(n).is_none();
    let last = group_start.checked_sub(1)?;
    if form == VerbForm::Ing && quotes.around(last).is_some() {
        let tokens = clause_subject(document, quotes, from, last)?;
        return Some(Subject { tokens, relation: Relation::Shared });
    }
    if let Some(title) = quotes.around(last) {
        // "Lee, who wrote the novel “Low Tide,” said": the comma stands inside the marks.
        let tokens = quotes.all[title].tokens();
        let comma = last > tokens.start && document.mark(last - 1) == ',';
        let opened =
            apposition_start(document, quotes, from, tokens.start, ',').filter(|_| comma)?;
        let tokens = phrase_before(document, quotes, from, opened)?;
        return (tokens.start == from).then_some(Subject { tokens, relation: Relation::Apposed });
    }
    let previous = Some(last).filter(|&n| is_free(n))?;
    let token = document.token(previous);
    let (tokens, relation) = if let Some(tokens) =
        participle_subject(document, quotes, from, group_start).filter(|_| form == VerbForm::Ing)
    {
        (tokens, Relation::Adjacent)
    } else if form == VerbForm::Ing || token.is(Class::Conjunction) {
        (clause_subject(document, quotes, from, previous)?, Relation::Shared)
    } else if token.is_lower(Class::Infinitive) {
        // "Lee is ready to say": the subject of the verb before.
        (clause_subject(document, quotes, from, previous)?, Relation::Shared)
    } else if token.is(Class::Relative) {
        let comma = previous.checked_sub(1).filter(|&n| is_free(n) && document.mark(n) == ',');
        let end = comma.unwrap_or(previous);
        (phrase_before(document, quotes, from, end)?, Relation::Relative)
    } else if matches!(document.mark(previous), ',' | ')' | '—' | '–' | DASHES) {
        let opening = match document.mark(previous) {
            ')' => '(',
            mark => mark,
        };
        let end = apposition_start(document, quotes, from, previous, opening)?;
        (phrase_before(document, quotes, from, end)?, Relation::Apposed)
    } else {
        let phrase = phrase_before(document, quotes, from, group_start)?;
        let described = described_by_clause(document, quotes, from, phrase.clone());
        (described.unwrap_or(phrase), Relation::Adjacent)
    };
    Some(Subject { tokens, relation })
}

/// The noun that a relative clause describes whose last words are `phrase`: "*those* who left the
/// town say".
fn described_by_clause(
    document: &Document,
    quotes: &Quotes,
    from: usize,
    phrase: Range<usize>,
) -> Option<Range<usize>> {
    let verb = document.tokens.get(phrase.start).filter(|first| !starts_noun_phrase(first))?;
    if verb.shape != Shape::Lower || verb.word.is_function() {
        return None;
    }
    let who = (from + 1..phrase.start)
        .rev()
        .take_while(|&n| document.token(n).is_word() && quotes.around(n).is_none())
        // "a boat that locals call": behind "that" and "which" stands another subject.
        .find(|&n| document.token(n).is_lower(Class::PersonRelative))?;
    let noun = phrase_before(document, quotes, from, who)?;
    starts_noun_phrase(document.token(noun.start)).then_some(noun)
}

/// The subject of the main clause behind a participle: "Calling it “a trap,” *Lee* left".
fn subject_behind(
    document: &Document,
    quotes: &Quotes,
    start: usize,
    sentence_end: usize,
) -> Option<Range<usize>> {
    let outside = |n: usize| quotes.around(n).is_none();
    let limit = sentence_end.min(start + REACH);
    let comma = (start + 1..limit).find(|&n| {
        let closes = !outside(n) && outside(n + 1) && document.mark(n - 1) == ',';
        (closes || outside(n) && document.mark(n) == ',')
            && document.tokens.get(n + 1).is_some_and(starts_noun_phrase)
    })?;
    let end = (comma + 2..limit).find(|&n| !outside(n) || ends_phrase(document, n, comma + 1));
    Some(comma + 1..end.unwrap_or(limit))
}

/// The subject that stands right before a participle: "with *Lee* saying", "and *Lee* saying".
fn participle_subject(
    document: &Document,
    quotes: &Quotes,
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let phrase = phrase_before(document, quotes, from, end)?;
    let with = phrase.clone().rev().find(|&n| document.token(n).is_lower(Class::Absolute));
    let start = with.map_or(phrase.start, |n| n + 1);
    let first = document.tokens.get(start)?;
    (start < end && starts_noun_phrase(first)).then_some(start..end)
}

/// Where the apposition that ends before token `close`, and starts with `opening`, begins: "Lee[, the mayor of Bern], said".
fn apposition_start(
    document: &Document,
    quotes: &Quotes,
    from: usize,
    close: usize,
    opening: char,
) -> Option<usize> {
    let free = (from + 1..close).rev().take_while(|&n| quotes.around(n).is_none()).count();
    let mut commas = (close - free..close).filter(|&n| document.mark(n) == opening);
    // "Lee, 45, of Bern, N.C., said": the name that opens the sentence, or else the nearest one.
    let opens = |&n: &usize| {
        phrase_before(document, quotes, from, n).is_some_and(|phrase| {
            let first = phrase.start == from || quotes.around(phrase.start - 1).is_some();
            // "In July, Lee, the mayor, said": no phrase of time opens a subject.
            let nominal = starts_noun_phrase(document.token(phrase.start));
            first && nominal && phrase.len() <= 6 && document.token(n - 1).is_capital()
        })
    };
    let after_name = |&n: &usize| document.token(n - 1).is_capital();
    let found = commas.clone().find(opens);
    let found = found.or_else(|| commas.clone().rfind(after_name)).or_else(|| commas.next());
    found.filter(|&n| document.token(n + 1).shape != Shape::Punctuation)
}

/// The subject of the clause before token `end`: the last pronoun or name that opens a clause
/// there, else the first noun phrase that no preposition governs.
fn clause_subject(
    document: &Document,
    quotes: &Quotes,
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    let comma_behind = |i| (i..end).find(|&n| document.mark(n) == ',');
    let mut comma = comma_behind(from);
    let mut i = from;
    while i < end {
        let token = document.token(i);
        if comma.is_some_and(|comma| comma < i) {
            comma = comma_behind(i);
        }
        // "Speaking in Bern, Lee": a participle opens no subject.
        let participle = i == from
            && (document.ends(i, Setting::ParticipleEndings) && !token.word.is_person_noun()
                || token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past));
        let opens_adjunct = token.is(Class::Preposition)
            || token.is(Class::Subordinator) && !token.is(Class::Relative)
            || participle && comma.is_some()
            || is_time(document, i, comma);
        if opens_adjunct {
            // "In a letter, Lee": the phrase ends with its comma.
            let next = document.tokens.get(i + 1);
            let clause = token.is(Class::Subordinator) && next.is_some_and(is_subject_pronoun);
            i = if clause { i + 1 } else { comma.map_or(i + 1, |n| n + 1) };
        } else if quotes.around(i).is_none() && starts_noun_phrase(token) {
            let stop = (i + 1..end).find(|&n| is_boundary(document, n)).unwrap_or(end);
            let strong =
                is_subject_pronoun(token) || token.is_capital() && !token.word.is_function();
            let opens = i == from
                || !document.token(i - 1).is_word()
                || document.token(i - 1).is(Class::Conjunction);
            if found.is_none() || strong && opens && has_predicate(document, i..stop, end) {
                found = Some(i..stop);
            }
            i = stop.max(i + 1);
        } else {
            i += 1;
        }
    }
    found
}

/// Whether a phrase of time reaches from token `i` to the comma: "late last month,".
fn is_time(document: &Document, i: usize, comma: Option<usize>) -> bool {
    let opens = document.token(i).is_any_of(Class::Determiner | Class::Adverb | Class::Calendar);
    let near = comma.filter(|&comma| opens && comma > i && comma <= i + 5);
    near.is_some_and(|comma| document.token(comma - 1).is(Class::Calendar))
}

/// Whether the phrase `tokens`, up to a boundary or to token `end`, goes on to a verb, as "Lee left"
/// does; "Lee, the mayor," and the place in "in Bern, Texas" do not.
fn has_predicate(document: &Document, tokens: Range<usize>, end: usize) -> bool {
    let verb = |n: usize| {
        let token = document.token(n);
        token.word.verb.is_some() || token.is(Class::Auxiliary)
    };
    tokens.end < end && verb(tokens.end)
        || tokens.clone().skip(1).any(|n| {
            let token = document.token(n);
            token.shape == Shape::Lower
                && !token.word.is_function()
                && document.ends(n, Setting::FiniteEndings)
        })
}
