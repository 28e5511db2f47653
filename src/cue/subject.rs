//! The subject of a reporting verb: right before it, before an apposition or a relative pronoun, or in
//! another clause of the sentence.

use std::ops::Range;

use super::narration::Narration;
use super::parts::{Relation, Subject};
use super::phrase::{self, ends_phrase, is_boundary, is_subject_pronoun, starts_noun_phrase};
use crate::lexicon::{Class, Setting, VerbClass, VerbForm};
use crate::token::{DASHES, Shape};

/// The search for a subject covers at most this many tokens, which keeps the time linear.
const REACH: usize = 40;

/// A bracket after a name, such as "(D-Orr)", has at most this many tokens.
const BRACKET: usize = 8;

/// A few words in marks, such as a term or a title, have at most this many tokens with their marks.
const TERM: usize = 8;

/// The subject of the verb of form `form` whose group starts at token `group_start`.
pub(super) fn of(
    narration: Narration,
    group_start: usize,
    form: VerbForm,
    sentence: Range<usize>,
) -> Option<Subject> {
    let shared = |tokens| Subject { tokens, relation: Relation::Shared };
    // "Calling it a trap, Lee left", "After saying that it held, Lee left"
    let opens = group_start == sentence.start || {
        let first = narration.token(sentence.start);
        group_start == sentence.start + 1
            && first.is_any_of(Class::Preposition | Class::Circumstance)
    };
    if form == VerbForm::Ing && opens {
        return subject_after(narration, group_start, sentence.end).map(shared);
    }
    let from = sentence.start.max(group_start.saturating_sub(REACH));
    let previous = group_start.checked_sub(1)?;
    if narration.is_quoted(previous) {
        return if form == VerbForm::Ing {
            clause_subject(narration, from, previous).map(shared)
        } else {
            subject_before_title(narration, from, previous)
        };
    }
    if previous < from {
        return None;
    }
    if form != VerbForm::Ing {
        return finite_subject(narration, from, group_start);
    }
    // "Lee began by saying": the subject of the clause.
    let preposition = narration.token(previous);
    if preposition.is(Class::Preposition)
        && !preposition.is(Class::Subordinator)
        && (!preposition.is(Class::NameInner) || preposition.is(Class::Genitive))
    {
        return clause_subject(narration, from, previous).map(shared);
    }
    let verb = narration.token(group_start).word.verb;
    let judges = verb.is_some_and(|verb| verb.class == VerbClass::Judge);
    match participle_subject(narration, from, group_start) {
        Some(tokens) => Some(Subject { tokens, relation: Relation::Adjacent }),
        // "Holding a sign calling it “a trap,” Lee left"
        None => clause_subject(narration, from, previous)
            .or_else(|| {
                judges.then(|| subject_after(narration, group_start, sentence.end)).flatten()
            })
            .map(shared),
    }
}

/// The subject of a verb that is no participle. The word before the group, which starts at token
/// `group_start`, shows where to look for it; no token before `from` is looked at.
fn finite_subject(narration: Narration, from: usize, group_start: usize) -> Option<Subject> {
    let previous = group_start - 1;
    let token = narration.token(previous);
    let verb = narration.token(group_start).word.verb;
    // "A series, called “Low Tide”": a passive.
    let judges = verb.is_some_and(|verb| verb.class == VerbClass::Judge)
        && !narration.is_quoted(group_start + 1);
    // "Lee is ready to say": the subject of the verb before.
    let infinitive = token.is_lower(Class::Infinitive);
    let (tokens, relation) = if token.is(Class::Conjunction) || infinitive {
        (clause_subject(narration, from, previous)?, Relation::Shared)
    } else if token.is(Class::Relative) {
        let comma = previous
            .checked_sub(1)
            .filter(|&n| n >= from && !narration.is_quoted(n) && narration.mark(n) == ',');
        let end = before_bracket(narration, from, comma.unwrap_or(previous));
        let tokens = phrase::before(narration, from, end)?;
        (without_preposition(narration, tokens), Relation::Relative)
    } else if matches!(token.mark, ',' | ')' | '—' | '–' | DASHES) {
        let opening = if token.mark == ')' { '(' } else { token.mark };
        let apposed = apposition_start(narration, from, previous, opening)
            .and_then(|end| phrase::before(narration, from, before_bracket(narration, from, end)));
        match apposed {
            Some(tokens) => (tokens, Relation::Apposed),
            // "Lee left, then said", "Lee left, called it “a trap” and slept": the subject of the verb before.
            None if !narration.token(group_start).is(Class::Adverb) && !judges => return None,
            None => (clause_subject(narration, from, previous)?, Relation::Shared),
        }
    } else {
        let phrase = phrase::before(narration, from, group_start)?;
        let phrase = last_clause(narration, phrase);
        let described = described_by_clause(narration, from, phrase.clone())
            .or_else(|| described_by_participle(narration, from, phrase.clone()));
        (described.unwrap_or(phrase), Relation::Adjacent)
    };
    Some(Subject { tokens, relation })
}

/// Where the words before a bracket end that closes before token `end`: "Ann Lee (D-Orr), who said".
fn before_bracket(narration: Narration, from: usize, end: usize) -> usize {
    let closes = end.checked_sub(1).is_some_and(|n| narration.mark(n) == ')');
    let mut inside = end.saturating_sub(BRACKET).max(from)..end;
    let open = if closes { inside.rfind(|&n| narration.mark(n) == '(') } else { None };
    open.unwrap_or(end)
}

/// The subject before an apposition that ends with a quoted title, whose last token is `last`: "Lee, who
/// wrote the novel “Low Tide,” said". The comma that ends the apposition is inside the marks.
fn subject_before_title(narration: Narration, from: usize, last: usize) -> Option<Subject> {
    let title = narration.quotes.all[narration.quotes.around(last)?].tokens();
    if last == title.start || narration.mark(last - 1) != ',' {
        return None;
    }
    let end = apposition_start(narration, from, title.start, ',')?;
    let tokens = phrase::before(narration, from, end)?;
    (tokens.start == from).then_some(Subject { tokens, relation: Relation::Apposed })
}

/// The noun before a relative clause that ends with `phrase`: "*those* who left the town say".
fn described_by_clause(
    narration: Narration,
    from: usize,
    phrase: Range<usize>,
) -> Option<Range<usize>> {
    let verb = narration.tokens.get(phrase.start).filter(|first| !starts_noun_phrase(first))?;
    if verb.shape != Shape::Lower || verb.word.is_function() {
        return None;
    }
    let who = (from + 1..phrase.start)
        .rev()
        .take_while(|&n| narration.token(n).is_word() && !narration.is_quoted(n))
        // "a boat that locals call": after "that" and "which" comes another subject.
        .find(|&n| narration.token(n).is_lower(Class::PersonRelative))?;
    let noun = phrase::before(narration, from, who)?;
    starts_noun_phrase(narration.token(noun.start)).then_some(noun)
}

/// The part of `phrase` that is the subject of a subordinate clause: "Ann turned as *Lee*". The verb before may be in no
/// list. What no noun for somebody ends, "the mayor after the vote", is left whole.
fn last_clause(narration: Narration, phrase: Range<usize>) -> Range<usize> {
    let last = narration.token(phrase.end - 1);
    let somebody = last.word.is_person_noun()
        || last.is(Class::Group)
        || is_subject_pronoun(last)
        || last.is_capital() && !last.word.is_function() && !last.is(Class::Calendar);
    let opens = |n: &usize| {
        let token = narration.token(*n);
        token.shape == Shape::Lower
            && token.is(Class::Subordinator)
            && token.is(Class::Circumstance)
    };
    let start = phrase.clone().skip(1).rev().find(opens).map(|n| n + 1);
    let subject = start.filter(|&start| {
        // "A week after Lee said": no other subject.
        let front = narration.tokens.get(phrase.start..start - 1).unwrap_or_default();
        let another = front.len() > 1
            && front.iter().any(|token| {
                token.is_capital() && !token.word.is_function()
                    || token.word.is_person_noun()
                    || is_subject_pronoun(token)
            });
        somebody
            && another
            && start < phrase.end
            && starts_noun_phrase(narration.token(start))
            && !(start..phrase.end).any(|n| {
                let token = narration.token(n);
                token.is_lower(Class::Preposition)
                    && !token.is_any_of(Class::Genitive | Class::PhraseInner)
            })
    });
    subject.map_or(phrase.clone(), |start| start..phrase.end)
}

/// The noun before a passive participle that ends with `phrase`: "*two officials* briefed on the matter said".
fn described_by_participle(
    narration: Narration,
    from: usize,
    phrase: Range<usize>,
) -> Option<Range<usize>> {
    let participle = phrase.start.checked_sub(1).filter(|&n| n > from)?;
    let told = narration
        .token(participle)
        .word
        .verb
        .is_some_and(|verb| verb.class == VerbClass::Tell && verb.form == VerbForm::Past);
    if !told || !narration.token(phrase.start).is(Class::Preposition) {
        return None;
    }
    let noun = phrase::before(narration, from, participle)?;
    starts_noun_phrase(narration.token(noun.start)).then_some(noun)
}

/// The noun phrase that a preposition leads at the end of `tokens`, words without a subject: "rejected by *the
/// union*, which said".
fn without_preposition(narration: Narration, tokens: Range<usize>) -> Range<usize> {
    if starts_noun_phrase(narration.token(tokens.start)) {
        return tokens;
    }
    let leads = |n: &usize| {
        let token = narration.token(*n);
        token.is_lower(Class::Preposition)
            && !token.is_any_of(Class::Genitive | Class::PhraseInner | Class::Subordinator)
            && !token.is(Class::Infinitive)
    };
    match tokens.clone().rev().skip(1).find(leads) {
        Some(n) => n + 1..tokens.end,
        None => tokens,
    }
}

/// The subject of the main clause after a participle at token `start`: "Calling it “a trap,” *Lee* left".
fn subject_after(narration: Narration, start: usize, sentence_end: usize) -> Option<Range<usize>> {
    let unquoted = |n: usize| !narration.is_quoted(n);
    let limit = sentence_end.min(start + REACH);
    let comma = (start + 1..limit).find(|&n| {
        let closes = !unquoted(n) && unquoted(n + 1) && narration.mark(n - 1) == ',';
        (closes || unquoted(n) && narration.mark(n) == ',')
            && narration.tokens.get(n + 1).is_some_and(starts_noun_phrase)
    })?;
    let first = comma + 1;
    let end = (first + 1..limit).find(|&n| !unquoted(n) || ends_phrase(narration, n, first));
    Some(first..end.unwrap_or(limit))
}

/// The subject right before a participle, which ends before token `end`: "with *Lee* saying", "and *Lee*
/// saying".
fn participle_subject(narration: Narration, from: usize, end: usize) -> Option<Range<usize>> {
    let phrase = phrase::before(narration, from, end)?;
    let with = phrase.clone().rev().find(|&n| narration.token(n).is_lower(Class::Absolute));
    let start = with.map_or(phrase.start, |n| n + 1);
    let first = narration.tokens.get(start)?;
    (start < end && starts_noun_phrase(first)).then_some(start..end)
}

/// The start of the apposition that ends before token `close`: "Lee[, the mayor of Bern], said". It starts
/// with the mark `opening`.
fn apposition_start(
    narration: Narration,
    from: usize,
    close: usize,
    opening: char,
) -> Option<usize> {
    let floor = apposition_floor(narration, from, close);
    let starts = floor..close;
    let mut starts = starts.filter(|&n| narration.mark(n) == opening && !narration.is_quoted(n));
    // "Lee, 45, of Bern, N.C., said": the name that opens the sentence, or else the nearest one.
    let opens_sentence = |&n: &usize| {
        phrase::before(narration, from, n).is_some_and(|phrase| {
            let first = phrase.start == from || narration.is_quoted(phrase.start - 1);
            // "In July, Lee, the mayor, said": a phrase of time is no subject.
            // "Speaking in Bern, Lee, without a smile, said": a participle is none either.
            let nominal = starts_noun_phrase(narration.token(phrase.start))
                && !narration.ends(phrase.start, Setting::ParticipleEndings);
            let last = narration.token(n - 1);
            let name = last.is_capital() && !last.is(Class::Calendar);
            first && nominal && phrase.len() <= 6 && name
        })
    };
    let follows_name = |&n: &usize| narration.token(n - 1).is_capital();
    let found = starts.clone().find(opens_sentence);
    let found = found.or_else(|| starts.clone().rfind(follows_name)).or_else(|| starts.next());
    // "By his count, the mayor had “friends” in his party, said": no apposition.
    let found = found.filter(|&n| {
        let plain = || !narration.quotes.touch(n..close);
        let role = || {
            let first = narration.token(from);
            first.is_any_of(Class::Determiner | Class::Possessive)
                && phrase::before(narration, from, n).is_some_and(|phrase| phrase.start == from)
        };
        follows_name(&n) || plain() || role()
    });
    found.filter(|&n| narration.token(n + 1).shape != Shape::Punctuation)
}

/// The first token that may be in the apposition before token `close`. A quotation ends the search, but a few words in
/// marks do not: "Lee, one of the “River Guards” of Bern, said".
fn apposition_floor(narration: Narration, from: usize, close: usize) -> usize {
    let mut floor = close;
    while floor > from + 1 {
        let n = floor - 1;
        let Some(quote) = narration.quotes.around(n) else {
            floor = n;
            continue;
        };
        let tokens = narration.quotes.all[quote].tokens();
        let last = narration.mark(tokens.end.saturating_sub(2));
        let opens = tokens.start <= from + 1;
        if opens || tokens.len() > TERM || matches!(last, ',' | '.' | '!' | '?') {
            break;
        }
        floor = tokens.start;
    }
    floor
}

/// The subject of the clause before token `end`: the last pronoun or name that opens a clause there, or else
/// the first noun phrase that no preposition governs.
fn clause_subject(narration: Narration, from: usize, end: usize) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    let comma_from = |i| (i..end).find(|&n| narration.mark(n) == ',');
    let mut next_comma = comma_from(from);
    let mut i = from;
    while i < end {
        let token = narration.token(i);
        if next_comma.is_some_and(|comma| comma < i) {
            next_comma = comma_from(i);
        }
        if opens_adjunct(narration, i, from, next_comma) {
            // "In a letter, Lee": the phrase ends with its comma.
            let next = narration.tokens.get(i + 1);
            let clause = token.is(Class::Subordinator) && next.is_some_and(is_subject_pronoun);
            i = if clause { i + 1 } else { next_comma.map_or(i + 1, |comma| comma + 1) };
        } else if !narration.is_quoted(i) && starts_noun_phrase(token) {
            let stop = (i + 1..end).find(|&n| is_boundary(narration, n)).unwrap_or(end);
            let strong =
                is_subject_pronoun(token) || token.is_capital() && !token.word.is_function();
            let opens_clause = i == from
                || !narration.token(i - 1).is_word()
                || narration.token(i - 1).is(Class::Conjunction);
            if found.is_none() || strong && opens_clause && has_predicate(narration, i..stop, end) {
                found = Some(i..stop);
            }
            i = stop.max(i + 1);
        } else {
            i += 1;
        }
    }
    found
}

/// Whether token `i` opens a phrase or clause that does not contain the subject. The search starts at token
/// `from`, and `comma` is the next comma.
fn opens_adjunct(narration: Narration, i: usize, from: usize, comma: Option<usize>) -> bool {
    let token = narration.token(i);
    // "Speaking in Bern, Lee": a participle is no subject.
    let participle = i == from
        && (narration.ends(i, Setting::ParticipleEndings) && !token.word.is_person_noun()
            || token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past));
    token.is(Class::Preposition)
        || token.is(Class::Subordinator) && !token.is(Class::Relative)
        || participle && comma.is_some()
        || is_time(narration, i, comma)
}

/// Whether the words from token `i` to the comma are a phrase of time: "late last month,".
fn is_time(narration: Narration, i: usize, comma: Option<usize>) -> bool {
    let opens = narration.token(i).is_any_of(Class::Determiner | Class::Adverb | Class::Calendar);
    let near = comma.filter(|&comma| opens && comma > i && comma <= i + 5);
    near.is_some_and(|comma| narration.token(comma - 1).is(Class::Calendar))
}

/// Whether a verb follows the phrase `tokens`, which ends at a boundary or at token `end`: "Lee left". None
/// follows in "Lee, the mayor," or the place of "in Bern, Texas".
fn has_predicate(narration: Narration, tokens: Range<usize>, end: usize) -> bool {
    let is_verb = |n: usize| {
        let token = narration.token(n);
        token.word.verb.is_some() || token.is(Class::Auxiliary)
    };
    // "Ann Lee (D-Orr) left"
    let bracket = narration.mark(tokens.end) == '(';
    let close = |open: usize| (open..end.min(open + BRACKET)).find(|&n| narration.mark(n) == ')');
    if let Some(close) = if bracket { close(tokens.end) } else { None } {
        return close + 1 < end
            && (is_verb(close + 1) || narration.ends(close + 1, Setting::FiniteEndings));
    }
    tokens.end < end && is_verb(tokens.end)
        || tokens.clone().skip(1).any(|n| {
            let token = narration.token(n);
            token.shape == Shape::Lower
                && !token.word.is_function()
                && narration.ends(n, Setting::FiniteEndings)
        })
}
