//! Noun phrases around a common noun for a person or a body: "a senior Defense official".

use std::ops::Range;

use super::cases::Cases;
use super::name;
use super::parts::{Article, Mention, MentionKind, NameKind};
use super::run;
use crate::document::Document;
use crate::lexicon::{Class, Setting, VerbForm};
use crate::token::{Shape, Token};

/// A phrase reaches over at most so many tokens up to its noun.
const LONGEST: usize = 8;

/// For each token whether it is a noun for a person or a body or may open the words that describe one,
/// as few tokens do: this is asked before anything else.
pub(super) fn leads_to_noun(document: &Document) -> Vec<bool> {
    let mut leads = vec![false; document.tokens.len()];
    for (noun, token) in document.tokens.iter().enumerate() {
        if !is_noun(token) {
            continue;
        }
        let floor = noun.saturating_sub(LONGEST - 1);
        let mut start = noun;
        while start > floor && is_inside(document, start) {
            start -= 1;
        }
        if start > floor && is_second_determiner(document, start) {
            start -= 1;
        }
        leads[start..=noun].fill(true);
    }
    leads
}

/// The phrase that starts at token `i`, if its noun is one that the lexicon knows; where a name
/// follows the noun ("spokesman John Smith"), the mention is that name with its role.
pub(super) fn at(document: &Document, cases: &Cases, is_cue: &[bool], i: usize) -> Option<Mention> {
    if !starts_phrase(document, i) {
        return None;
    }
    let head = head(document, cases, is_cue, i)?;
    let end = complement_end(document, head);
    if run::owns_organization(document, end) {
        return None;
    }
    let article = article(document, i, head);
    let described =
        i + usize::from(document.token(i).is_any_of(Class::Determiner | Class::Possessive));
    if let Some(name) = name::at(document, cases, end).filter(|name| {
        // "the statement Mr. Lee made": two phrases.
        let person = document.token(head).word.is_person_noun();
        name.article == Article::None && (person || name.title.is_none())
    }) {
        let title = described.min(head)..name.core.start;
        let gender = name.gender.or(document.token(head).word.gender);
        let name_kind =
            if document.token(head).is(Class::Group) { name.name_kind } else { NameKind::Person };
        return Some(Mention {
            tokens: i..name.tokens.end,
            title: Some(title),
            gender,
            name_kind,
            ..name
        });
    }
    let noun = document.token(head);
    let person = noun.word.is_person_noun();
    let next = document.tokens.get(end);
    Some(Mention {
        kind: if person { MentionKind::Person } else { MentionKind::Group },
        tokens: i..end,
        core: described.min(head)..end,
        head,
        title: None,
        name_kind: NameKind::Unknown,
        article,
        gender: noun.word.gender,
        plural: noun.is(Class::Plural),
        possessive: next.is_some_and(|next| next.is(Class::Clitic))
            || noun.is(Class::Plural) && matches!(document.mark(end), '\'' | '’'),
        governed: false,
        quoted: false,
        addressed: false,
        cued: false,
        speaks: false,
    })
}

/// Where the function around token `head` ends: behind a complement without an article, as in
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
    let closed = matches!(document.mark(head + 2 + words), ',' | '.' | ')');
    match words {
        0 => head + 1,
        // "A professor of law smiled": no list has every verb.
        _ if !closed => head + 3,
        _ => head + 2 + words,
    }
}

/// A mention made of the words of `phrase`, whose noun is in no list. `speaks` says that a quotation
/// stands beside it; in a story only speakers are owned: "her answer thanked him" has none.
pub(super) fn unknown(
    document: &Document,
    cases: &Cases,
    phrase: Range<usize>,
    speaks: bool,
) -> Option<Mention> {
    let opens_late =
        |n: &usize| is_manner(document, *n) || document.token(*n).is(Class::Conjunction);
    let start = phrase.clone().find(|n| !opens_late(n))?;
    // The noun stands before the first preposition: "supporters of the plan".
    let inner = start + 1..phrase.end;
    let limit = inner.clone().find(|&n| document.token(n).is(Class::Preposition));
    let limit = limit.unwrap_or(phrase.end);
    let end = (inner.start..=limit).rev().find(|&end| !is_manner(document, end - 1))?;
    let head = end - 1;
    let first = document.tokens.get(start)?;
    let article = article(document, start, head);
    if !is_nominal(document, cases, start, head) || article == Article::Owned && !speaks {
        return None;
    }
    // What hangs on it belongs to the source, a preposition left alone does not.
    let mut last = if end == limit { phrase.end } else { end };
    while last > end && document.token(last - 1).is(Class::Preposition) {
        last -= 1;
    }
    let determined = first.is(Class::Determiner) && start < head;
    Some(Mention {
        kind: MentionKind::Other,
        core: start + usize::from(determined)..last,
        article,
        plural: document.ends(head, Setting::PluralEndings),
        tokens: start..last,
        head,
        title: None,
        name_kind: NameKind::Unknown,
        gender: None,
        possessive: false,
        governed: false,
        quoted: false,
        addressed: false,
        cued: false,
        speaks: false,
    })
}

/// Whether the words from token `start` to the noun `head` can be a noun phrase, as far as the
/// lexicon tells: verbs that it does not know would pass for nouns.
fn is_nominal(document: &Document, cases: &Cases, start: usize, head: usize) -> bool {
    let first = document.token(start);
    let determined = first.is(Class::Determiner);
    let describes = |n: usize| {
        let token = document.token(n);
        let more = token.is_any_of(Class::Determiner | Class::Number) && !is_article(document, n);
        let order = determined && n == start + 1 && token.is(Class::Adverb);
        let joins = matches!(document.mark(n), '-' | '%')
            || token.is(Class::Clitic)
            || token.shape == Shape::Number;
        token.is_word() && (!token.word.is_function() || more || order) || joins
    };
    if !(start + 1..=head).all(describes) {
        return false;
    }
    let owned = (start..head).any(|n| document.token(n).is(Class::Clitic));
    // "Nothing seemed": a verb, but "the accused" is a noun.
    let verbal =
        document.token(head).shape == Shape::Lower && document.ends(head, Setting::PastEndings);
    if verbal && !(head == start + 1 && is_article(document, start)) {
        return false;
    }
    if determined || first.shape == Shape::Number || first.is(Class::Number) {
        // "Many said", "the other said", but no article alone.
        return head > start || !is_article(document, start);
    }
    if first.is(Class::Possessive) || owned {
        return head > start;
    }
    if (start..=head).all(|n| cases.may_be_name(document, n)) {
        return true;
    }
    is_bare_plural(document, start, head)
}

/// Whether the words are a plural noun without an article: "Critics said", "exit polls showed", but
/// not "who helps", "took steps".
fn is_bare_plural(document: &Document, start: usize, head: usize) -> bool {
    let first = document.token(start);
    let opens = start.checked_sub(1).map(|n| document.token(n)).is_none_or(|before| {
        // "that helps": a verb as well as a noun.
        let clause = before.is_any_of(Class::Conjunction | Class::Subordinator);
        let sourced = document.follows_phrase(start, Setting::SourcePhrases);
        !before.is_word() || sourced || clause && (start < head || !before.is(Class::Relative))
    });
    let verbal = first.word.verb.is_some()
        || document.ends(start, Setting::ParticipleEndings)
        || document.ends(start, Setting::PastEndings);
    let word = document.word(head);
    let many = word.len() > 3
        && document.lexicon.ends(word, Setting::PluralEndings)
        && !document.lexicon.ends(word, Setting::SingularEndings);
    opens && many && head <= start + 1 && !first.word.is_function() && (start == head || !verbal)
}

/// Whether token `n` opens a phrase and can be none by itself.
fn is_article(document: &Document, n: usize) -> bool {
    document.token(n).is_any_of(Class::Article | Class::Demonstrative)
}

/// Whether token `n` is an adverb beside a noun phrase: "then", "eagerly".
fn is_manner(document: &Document, n: usize) -> bool {
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

fn starts_phrase(document: &Document, i: usize) -> bool {
    let token = document.token(i);
    // "ask senator Lee": the verb is no part of the phrase.
    let verb = || token.word.verb.is_some() && !is_noun(token);
    let described = token.is_word() && !token.word.is_function();
    described && !(token.shape == Shape::Lower && (verb() || is_manner(document, i)))
        || token.is_any_of(Class::Determiner | Class::Possessive | Class::Number)
            && !token.is(Class::Preposition)
            && !is_whose(token)
}

/// The noun of the phrase that starts at token `i`: the last of a run of describing words that is
/// a noun for a person or a body.
fn head(document: &Document, cases: &Cases, is_cue: &[bool], i: usize) -> Option<usize> {
    let mut head = None;
    let limit = document.block_end(i).min(i + LONGEST);
    for (n, &is_cue) in (i..).zip(&is_cue[i..limit]) {
        let token = document.token(n);
        let goes_on = if n == i {
            !is_past(token)
        } else {
            is_inside(document, n) || n == i + 1 && is_second_determiner(document, n)
        };
        if is_cue || !goes_on {
            break;
        }
        if is_noun(token) && (token.shape == Shape::Lower || is_common(document, cases, i, n)) {
            head = Some(n);
        } else if token.is_capital() && head.is_some() {
            break;
        }
    }
    head.filter(|&head| {
        // "Lee's": the phrase is the owned one, which starts at the owner.
        let capital_start = document.token(i).is_capital() && !document.token(i).word.is_function();
        !capital_start || (i..head).all(|n| describes_role(document.token(n))) || i == head
    })
}

/// Whether a token is a noun for a person or a body.
fn is_noun(token: &Token) -> bool {
    token.word.is_person_noun() || token.is(Class::Group)
}

fn is_past(token: &Token) -> bool {
    token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
}

/// Whether token `n` may stand in a phrase that has begun before it: a word that describes the noun, the
/// noun, a number, the 's of an owner.
fn is_inside(document: &Document, n: usize) -> bool {
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

/// Whether a capitalised noun is still a common one: "the President", "Defense officials".
fn is_common(document: &Document, cases: &Cases, i: usize, n: usize) -> bool {
    // "the Workers’ Union": the apostrophe does not end the name.
    let behind = if matches!(document.mark(n + 1), '\'' | '’') { n + 2 } else { n + 1 };
    if document.token(behind).is_capital() {
        return false;
    }
    let determined = document.token(i).is_any_of(Class::Determiner | Class::Possessive) && n > i;
    let longer = run::end(document, n) > n + 1;
    // "Weaver said" of somebody called Joe Weaver; "Secretary of State Joe Weaver".
    let alone = n == i && !cases.is_surname(document, n) && !longer;
    // "the Harbour Board", "the Department of Harbours": names.
    let before = n.checked_sub(1).map(|before| document.token(before));
    let named = !document.token(n).word.is_person_noun()
        && (longer || before.is_some_and(|t| t.is_capital() && !t.word.is_function()));
    determined && !named || alone
}

/// Whether a capitalised word before a role noun belongs to the phrase: "Pentagon officials",
/// "Lee's lawyer".
fn describes_role(token: &Token) -> bool {
    token.is_word() || token.shape == Shape::Clitic || token.shape == Shape::Number
}

/// Whether the token is "whose", which belongs to the clause and not to the phrase.
fn is_whose(token: &Token) -> bool {
    token.is(Class::Possessive) && token.is(Class::Relative)
}

fn article(document: &Document, i: usize, head: usize) -> Article {
    let first = document.token(i);
    let whose = i.checked_sub(1).is_some_and(|n| is_whose(document.token(n)));
    if whose
        || first.is(Class::Possessive)
        || (i..head).any(|n| document.token(n).is(Class::Clitic))
    {
        Article::Owned
    } else if first.is(Class::Determiner) && first.is(Class::Definite) {
        Article::Definite
    } else if first.is_any_of(Class::Determiner | Class::Number) || first.shape == Shape::Number {
        Article::Indefinite
    } else {
        Article::None
    }
}
