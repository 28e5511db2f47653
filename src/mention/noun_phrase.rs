//! Noun phrases whose head is a common noun for a person or an organization: "a senior Defense official".

use super::casing::Casing;
use super::name;
use super::parts::{Determiner, Mention, MentionKind, NameKind};
use super::run;
use crate::document::Document;
use crate::lexicon::{Class, Setting, VerbForm};
use crate::token::{Shape, Token};

/// Maximum number of tokens of a phrase up to its head. This keeps the whole linear.
const MAX_TOKENS: usize = 8;

/// For each token, whether a noun phrase may start there: whether it is a noun for a person or an
/// organization, or belongs to the words that may describe one. Few tokens do, so this is checked first.
pub(super) fn possible_starts(document: &Document) -> Vec<bool> {
    let mut possible = vec![false; document.tokens.len()];
    for (noun, token) in document.tokens.iter().enumerate() {
        if !is_noun(token) {
            continue;
        }
        let floor = noun.saturating_sub(MAX_TOKENS - 1);
        let mut start = noun;
        while start > floor && continues_phrase(document, start) {
            start -= 1;
        }
        if start > floor && is_second_determiner(document, start) {
            start -= 1;
        }
        possible[start..=noun].fill(true);
    }
    possible
}

/// The phrase that starts at token `i`, if its head is in the lexicon. If a name follows the head ("spokesman
/// John Novak"), the mention is that name with its role.
pub(super) fn at(
    document: &Document,
    casing: &Casing,
    is_cue: &[bool],
    i: usize,
) -> Option<Mention> {
    if !starts_phrase(document, i) {
        return None;
    }
    let head = find_head(document, casing, is_cue, i)?;
    let end = complement_end(document, head);
    if run::is_organization_possessive(document, end) {
        return None;
    }
    let determined = document.token(i).is_any_of(Class::Determiner | Class::Possessive);
    let described = (i + usize::from(determined)).min(head);
    let noun = document.token(head);
    let person = noun.word.is_person_noun();
    if let Some(name) = name::at(document, casing, end).filter(|name| {
        // "the statement Mr. Lee made": two phrases.
        name.determiner == Determiner::None && (person || name.title.is_none())
    }) {
        return Some(Mention {
            tokens: i..name.tokens.end,
            title: Some(described..name.core.start),
            gender: name.gender.or(noun.word.gender),
            name_kind: match name.name_kind {
                _ if !noun.is(Class::Group) => NameKind::Person,
                // "Pump maker Northpump": the noun says more than a name of which nothing is known.
                NameKind::Unknown => NameKind::Organization,
                // "Newspaper Orrville Nyheter": a noun for a company or paper stands before no person.
                NameKind::Person
                    if name.gender.is_none()
                        && (name.core.len() == 1 || noun.word.body.is_some()) =>
                {
                    NameKind::Organization
                }
                shown => shown,
            },
            ..name
        });
    }
    let next = document.tokens.get(end);
    let kind = if person { MentionKind::Person } else { MentionKind::Organization };
    Some(Mention {
        core: described..end,
        determiner: determiner(document, i, head),
        gender: noun.word.gender,
        plural: noun.is(Class::Plural),
        possessive: next.is_some_and(|next| next.is(Class::Clitic))
            || noun.is(Class::Plural) && matches!(document.mark(end), '\'' | '’'),
        ..Mention::new(kind, i..end, head)
    })
}

/// The end of the phrase around the noun at token `head`: after its complement, if that has no article, as in
/// "secretary of state", "professor of political science".
fn complement_end(document: &Document, head: usize) -> usize {
    let bare = |n: &usize| {
        let token = document.tokens.get(*n);
        token.is_some_and(|token| {
            token.shape == Shape::Lower && !token.word.is_function() && token.word.verb.is_none()
        })
    };
    let noun = document.token(head);
    if !document.token(head + 1).is_lower(Class::Genitive)
        || !noun.is(Class::Role)
        || noun.is(Class::Plural)
    {
        return head + 1;
    }
    let words = (head + 2..head + 5).take_while(bare).count();
    let after = head + 2 + words;
    // "Director of sewer research Ann Lee": the name closes the complement as a mark does.
    let closed = matches!(document.mark(after), ',' | '.' | ')')
        || document.tokens.get(after).is_some_and(|next| {
            next.is_capital() && !next.word.is_function() && next.shape == Shape::Capital
        });
    match words {
        0 => head + 1,
        // "A professor of law smiled": no list has every verb.
        _ if !closed => head + 3,
        _ => head + 2 + words,
    }
}

/// Whether token `n` is an adverb beside a noun phrase: "then", "eagerly".
pub(super) fn is_adverb(document: &Document, n: usize) -> bool {
    let Some(token) = document.tokens.get(n) else { return false };
    let noun = token.word.is_person_noun()
        || token.is_any_of(Class::Group | Class::Determiner | Class::Number);
    let manner = || {
        token.shape == Shape::Lower
            && token.span.len() > 4
            && document.ends(n, Setting::AdverbEndings)
    };
    !noun && (token.is(Class::Adverb) && !token.is(Class::Preposition) || manner())
}

/// Whether token `i` may be the first of a noun phrase: "the", "his", "two", "senior".
fn starts_phrase(document: &Document, i: usize) -> bool {
    let token = document.token(i);
    // "ask senator Lee": the verb is no part of the phrase.
    let verb = || token.word.verb.is_some() && !is_noun(token);
    let described = token.is_word() && !token.word.is_function();
    described && !(token.shape == Shape::Lower && (verb() || is_adverb(document, i)))
        || token.is_any_of(Class::Determiner | Class::Possessive | Class::Number)
            && !token.is(Class::Preposition)
            && !is_whose(token)
}

/// The head of the phrase that starts at token `i`: the last noun for a person or an organization in a run of
/// words that describe one.
fn find_head(document: &Document, casing: &Casing, is_cue: &[bool], i: usize) -> Option<usize> {
    let mut head = None;
    let limit = document.block_end(i).min(i + MAX_TOKENS);
    for (n, &is_cue) in (i..).zip(&is_cue[i..limit]) {
        let token = document.token(n);
        let goes_on = if n == i {
            !is_past(token)
        } else {
            continues_phrase(document, n) || n == i + 1 && is_second_determiner(document, n)
        };
        if is_cue || !goes_on {
            break;
        }
        if is_noun(token) && (token.shape == Shape::Lower || is_common(document, casing, i, n)) {
            head = Some(n);
        } else if token.is_capital() && head.is_some() {
            break;
        }
    }
    head.filter(|&head| {
        // "Lee's": the phrase is the owned one, which starts at the owner.
        let capital_start = document.token(i).is_capital() && !document.token(i).word.is_function();
        !capital_start || (i..head).all(|n| may_describe_noun(document.token(n))) || i == head
    })
}

/// Whether a token is a noun for a person or an organization: "official", "company".
fn is_noun(token: &Token) -> bool {
    token.word.is_person_noun() || token.is(Class::Group)
}

/// Whether a token is the past form of a reporting verb: "said".
fn is_past(token: &Token) -> bool {
    token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
}

/// Whether token `n` may belong to a phrase that starts before it: a word that describes the noun, the noun
/// itself, a number, the clitic of a possessive.
fn continues_phrase(document: &Document, n: usize) -> bool {
    let token = document.token(n);
    let finite = is_past(token)
        && !n.checked_sub(1).is_some_and(|before| document.token(before).is(Class::Determiner));
    let describes = token.is_word() && !token.word.is_function()
        || token.is_any_of(Class::Number | Class::Clitic);
    describes && !finite
}

/// Whether token `n` is the second word of "all the men", "the other man", "the first man".
fn is_second_determiner(document: &Document, n: usize) -> bool {
    n.checked_sub(1).is_some_and(|first| document.token(first).is(Class::Determiner))
        && document.token(n).is_any_of(Class::Determiner | Class::Adverb)
}

/// Whether the capitalised noun at token `n` is a common noun all the same: "the President", "Defense
/// officials". Its phrase starts at token `i`.
fn is_common(document: &Document, casing: &Casing, i: usize, n: usize) -> bool {
    // "the Workers’ Union": the apostrophe does not end the name.
    let after = if matches!(document.mark(n + 1), '\'' | '’') { n + 2 } else { n + 1 };
    if document.token(after).is_capital() {
        return false;
    }
    let determined = document.token(i).is_any_of(Class::Determiner | Class::Possessive) && n > i;
    let longer = run::end(document, n) > n + 1;
    // "Weaver said" of somebody called Joe Weaver; "Secretary of State Joe Weaver".
    let alone = n == i && !casing.is_surname(document, n) && !longer;
    // "the Harbour Board", "the Department of Harbours": names.
    let before = n.checked_sub(1).map(|before| document.token(before));
    let named = !document.token(n).word.is_person_noun()
        && (longer || before.is_some_and(|t| t.is_capital() && !t.word.is_function()));
    determined && !named || alone
}

/// Whether a token between the capitalised start of a phrase and its noun may describe the noun: "Pentagon
/// officials", "Lee's lawyer".
fn may_describe_noun(token: &Token) -> bool {
    token.is_word() || token.shape == Shape::Clitic || token.shape == Shape::Number
}

/// Whether the token is "whose", which belongs to the clause and not to the phrase.
fn is_whose(token: &Token) -> bool {
    token.is(Class::Possessive) && token.is(Class::Relative)
}

/// The determiner of the phrase that starts at token `i` and has its head at token `head`.
pub(super) fn determiner(document: &Document, i: usize, head: usize) -> Determiner {
    let first = document.token(i);
    let whose = i.checked_sub(1).is_some_and(|n| is_whose(document.token(n)));
    if whose
        || first.is(Class::Possessive)
        || (i..head).any(|n| document.token(n).is(Class::Clitic))
    {
        Determiner::Possessive
    } else if first.is(Class::Determiner) && first.is(Class::Definite) {
        Determiner::Definite
    } else if first.is_any_of(Class::Determiner | Class::Number) || first.shape == Shape::Number {
        Determiner::Indefinite
    } else {
        Determiner::None
    }
}
