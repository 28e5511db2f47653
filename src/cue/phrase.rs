//! The phrases around a cue that may name its source.

use std::ops::Range;

use super::{Relation, Subject};
use crate::document::{Document, Shape, Token};
use crate::lexicon::{Case, Class, VerbForm};
use crate::quotation::Quotes;

/// A subject is looked for over at most so many tokens, which keeps the whole linear.
const REACH: usize = 40;

/// Where the words between a subject and the verb at token `i` begin: "Lee [on Monday also] said".
pub(super) fn group_start(document: &Document, quotes: &Quotes, i: usize, from: usize) -> usize {
    let mut start = i;
    let floor = from.max(i.saturating_sub(8));
    while start > floor {
        let n = start - 1;
        let date = start < i
            && document.tokens[n].is(Class::Preposition)
            && document.tokens[start].is(Class::Calendar);
        if quotes.around(n).is_some() || !date && !is_between(document, n) {
            break;
        }
        start = n;
    }
    start
}

/// Whether token `n` may stand between a subject and its verb.
fn is_between(document: &Document, n: usize) -> bool {
    let token = &document.tokens[n];
    let word = document.word(n);
    let manner = token.shape == Shape::Lower && word.len() > 4 && word.ends_with("ly");
    token.is_any_of(&[Class::Auxiliary, Class::Negation, Class::Calendar])
        || token.is(Class::Adverb) && !token.is_any_of(&[Class::Determiner, Class::Conjunction])
        || manner && !token.word.is_person_noun()
}

/// The subject of the verb whose group begins at token `group_start`.
pub(super) fn subject(
    document: &Document,
    quotes: &Quotes,
    group_start: usize,
    form: VerbForm,
    sentence: Range<usize>,
) -> Option<Subject> {
    let from = sentence.start.max(group_start.saturating_sub(REACH));
    let is_free = |n: usize| n >= from && quotes.around(n).is_none();
    let last = group_start.checked_sub(1)?;
    if let Some(title) = quotes.around(last) {
        // "Lee, who wrote the novel “Low Tide,” said": the comma stands inside the marks.
        let tokens = quotes.all[title].tokens();
        let comma = last > tokens.start && document.word(last - 1) == ",";
        let opened =
            apposition_start(document, quotes, from, tokens.start, ",").filter(|_| comma)?;
        let tokens = phrase_before(document, quotes, from, opened)?;
        return (tokens.start == from).then_some(Subject { tokens, relation: Relation::Apposed });
    }
    let previous = Some(last).filter(|&n| is_free(n))?;
    let token = &document.tokens[previous];
    let (tokens, relation) = if form == VerbForm::Ing || token.is(Class::Conjunction) {
        (clause_subject(document, quotes, from, previous)?, Relation::Shared)
    } else if document.word(previous) == "to" {
        // "Lee is ready to say": the subject of the verb before.
        (clause_subject(document, quotes, from, previous)?, Relation::Shared)
    } else if token.is(Class::Relative) {
        let comma = previous.checked_sub(1).filter(|&n| is_free(n) && document.word(n) == ",");
        let end = comma.unwrap_or(previous);
        (phrase_before(document, quotes, from, end)?, Relation::Relative)
    } else if matches!(document.word(previous), "," | ")" | "—" | "–" | "--") {
        let opening = match document.word(previous) {
            ")" => "(",
            mark => mark,
        };
        let end = apposition_start(document, quotes, from, previous, opening)?;
        (phrase_before(document, quotes, from, end)?, Relation::Apposed)
    } else {
        (phrase_before(document, quotes, from, group_start)?, Relation::Adjacent)
    };
    Some(Subject { tokens, relation })
}

/// Where the apposition that ends before token `close`, and starts with `opening`, begins: "Lee[, the mayor of Bern], said".
fn apposition_start(
    document: &Document,
    quotes: &Quotes,
    from: usize,
    close: usize,
    opening: &str,
) -> Option<usize> {
    let reach = (from + 1..close).rev().take_while(|&n| quotes.around(n).is_none());
    let commas: Vec<usize> = reach.filter(|&n| document.word(n) == opening).collect();
    // "Lee, 45, of Bern, N.C., said": the name that opens the sentence, or else the nearest one.
    let opens = |&n: &usize| {
        phrase_before(document, quotes, from, n).is_some_and(|phrase| {
            let first = phrase.start == from || quotes.around(phrase.start - 1).is_some();
            first && phrase.len() <= 6 && document.tokens[n - 1].is_capital()
        })
    };
    let after_name = |&n: &usize| document.tokens[n - 1].is_capital();
    let found = commas.iter().rev().copied().find(opens);
    let found =
        found.or_else(|| commas.iter().copied().find(after_name)).or(commas.last().copied());
    found.filter(|&n| document.tokens[n + 1].shape != Shape::Punctuation)
}

/// The noun phrase, with what hangs on it, that ends before token `end`.
fn phrase_before(
    document: &Document,
    quotes: &Quotes,
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let mut start = end;
    while start > from {
        let n = start - 1;
        let token = &document.tokens[n];
        let stop = quotes.around(n).is_some()
            || is_boundary(document, n)
            || token.is(Class::Conjunction) && !joins_nouns(document, n, from);
        if stop {
            break;
        }
        start = n;
        if is_subject_pronoun(token) {
            break;
        }
    }
    (start < end).then_some(start..end)
}

/// Whether no noun phrase reaches over token `n`.
fn is_boundary(document: &Document, n: usize) -> bool {
    let token = &document.tokens[n];
    if token.shape == Shape::Punctuation {
        let adjacent = n > 0 && document.tokens[n - 1].span.end == token.span.start;
        let abbreviation =
            document.word(n) == "." && adjacent && document.tokens[n - 1].is_capital();
        return !abbreviation
            && !matches!(document.word(n), "$" | "%" | "#" | "@" | "/" | "-" | "&");
    }
    let finite = token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
    finite
        || token.is_any_of(&[Class::Auxiliary, Class::Relative])
        || token.is(Class::Subordinator) && !token.is(Class::Preposition)
}

/// Whether "and" at token `n` joins two nouns of one subject: "Smith and Jones said".
fn joins_nouns(document: &Document, n: usize, from: usize) -> bool {
    let is_noun = |token: &Token| {
        token.is_capital() && !token.word.is_function() || token.word.is_person_noun()
    };
    let before = n.checked_sub(1).filter(|&b| b >= from).map(|b| &document.tokens[b]);
    let after = document.tokens.get(n + 1);
    document.word(n).eq_ignore_ascii_case("and")
        && before.is_some_and(is_noun)
        && after.is_some_and(|token| is_noun(token) || token.is(Class::Determiner))
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
    let mut i = from;
    while i < end {
        let token = &document.tokens[i];
        let opens_adjunct = token.is(Class::Preposition)
            || token.is(Class::Subordinator) && !token.is(Class::Relative);
        if opens_adjunct {
            // "In a letter, Lee": the phrase ends with its comma.
            let comma = (i..end).find(|&n| document.word(n) == ",");
            let next = document.tokens.get(i + 1);
            let clause = token.is(Class::Subordinator) && next.is_some_and(is_subject_pronoun);
            i = if clause { i + 1 } else { comma.map_or(i + 1, |n| n + 1) };
        } else if quotes.around(i).is_none() && starts_noun_phrase(token) {
            let stop = (i + 1..end).find(|&n| is_boundary(document, n)).unwrap_or(end);
            let strong =
                is_subject_pronoun(token) || token.is_capital() && !token.word.is_function();
            let opens = i == from
                || !document.tokens[i - 1].is_word()
                || document.tokens[i - 1].is(Class::Conjunction);
            if found.is_none() || strong && opens {
                found = Some(i..stop);
            }
            i = stop.max(i + 1);
        } else {
            i += 1;
        }
    }
    found
}

fn is_subject_pronoun(token: &Token) -> bool {
    token.word.pronoun.is_some_and(|p| p.case == Case::Subject)
}

/// The noun phrase that starts at token `start`, up to a comma, a verb or a preposition that does
/// not belong to a name or a function ("a spokesman *for* the agency").
pub(super) fn after(document: &Document, quotes: &Quotes, start: usize) -> Option<Range<usize>> {
    let is_adverb = |token: &Token| {
        token.is(Class::Adverb) && !token.is_any_of(&[Class::Determiner, Class::Preposition])
    };
    let first =
        (start..start + 2).find(|&n| document.tokens.get(n).is_some_and(|t| !is_adverb(t)))?;
    let token = &document.tokens[first];
    if quotes.around(first).is_some() {
        return None;
    }
    if let Some(pronoun) = token.word.pronoun {
        return (pronoun.case == Case::Subject).then_some(first..first + 1);
    }
    let bare_plural = token.shape == Shape::Lower
        && document.word(first).ends_with('s')
        && !token.word.is_function();
    // "said bridge engineer Peter Novak"
    let described = token.shape == Shape::Lower
        && !token.word.is_function()
        && (first + 1..first + 3)
            .any(|n| document.tokens.get(n).is_some_and(|t| t.word.is_person_noun()));
    if !starts_noun_phrase(token) && !bare_plural && !described {
        return None;
    }
    let limit = document.paragraph_end(first).min(first + 16);
    let end = (first + 1..limit)
        .find(|&n| quotes.around(n).is_some() || ends_phrase(document, n, first))
        .unwrap_or(limit);
    Some(first..end)
}

/// Whether a noun phrase may start with `token`.
fn starts_noun_phrase(token: &Token) -> bool {
    token.is_any_of(&[Class::Determiner, Class::Possessive, Class::Group, Class::SpeechNoun])
        || token.is_capital() && !token.word.is_function()
        || is_subject_pronoun(token)
        || token.word.is_person_noun()
}

fn ends_phrase(document: &Document, n: usize, first: usize) -> bool {
    let token = &document.tokens[n];
    let lower = token.shape == Shape::Lower;
    let inner = matches!(document.word(n), "of" | "for" | "with" | "from" | "at");
    is_boundary(document, n)
        || token.is(Class::Calendar)
        || token.is(Class::Conjunction) && !joins_nouns(document, n, first)
        || token.word.pronoun.is_some() && lower
        || token.is(Class::Preposition) && !inner
        || token.is(Class::Adverb)
            && lower
            && !token.is_any_of(&[Class::Determiner, Class::Preposition])
}
