//! Names: runs of capitalised words, with the title before them.

use std::ops::Range;

use super::cases::Cases;
use super::parts::{Article, Mention, MentionKind, NameKind};
use super::run::{end, owns_organization};
use crate::document::Document;
use crate::lexicon::{Class, Gender, Setting, VerbForm};
use crate::token::Shape;

/// The name that starts at token `i`.
pub(super) fn at(document: &Document, cases: &Cases, i: usize) -> Option<Mention> {
    let token = document.tokens.get(i).filter(|token| token.is_capital())?;
    if !cases.is_name(document, i) || token.is(Class::Calendar) && !is_named_after_time(document, i)
    {
        return None;
    }
    let end = end(document, i);
    if is_shouted(document, i, end) {
        return None;
    }
    // "Democratic voters": an adjective.
    let describes = end == i + 1
        && token.is(Class::GroupAdjective)
        && !document.ends(i, Setting::PluralEndings)
        && document.tokens.get(end).is_some_and(|next| {
            next.shape == Shape::Lower
                && !next.word.is_function()
                && next.word.verb.is_none_or(|verb| verb.form != VerbForm::Past)
        });
    if describes {
        return None;
    }
    if end > i + 1 && is_nameless(document, cases, i, end) {
        return Some(described(document, i, end));
    }
    let core = core_start(document, i, end)..end;
    let title = (core.start > i).then_some(i..core.start);
    let head = (core.clone().rev()).find(|&n| document.token(n).is_capital()).unwrap_or(i);
    let determiner = follows_the(document, i);
    let name_kind = kind(document, &core, title.is_some(), determiner);
    let possessive = document.tokens.get(end).is_some_and(|next| next.is(Class::Clitic))
        || document.mark(end) == '’'
        || document.mark(end) == '\'' && document.ends(head, Setting::OwnerEndings);
    Some(Mention {
        kind: MentionKind::Name,
        tokens: if determiner { i - 1..end } else { i..end },
        gender: gender(document, &core, title.clone()),
        plural: name_kind == NameKind::People,
        head,
        core,
        title,
        name_kind,
        article: if determiner { Article::Definite } else { Article::None },
        possessive,
        governed: false,
        quoted: false,
        addressed: false,
        cued: false,
        speaks: false,
    })
}

/// Whether "the" stands before token `i`.
fn follows_the(document: &Document, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    // The one article that is definite.
    document.token(before).is(Class::Article) && document.token(before).is(Class::Definite)
}

/// Whether the words of a run say what somebody is, and not who.
fn is_nameless(document: &Document, cases: &Cases, i: usize, end: usize) -> bool {
    let last = document.token(end - 1);
    if last.is(Class::GivenName) || cases.is_surname(document, end - 1) {
        return false;
    }
    last.is_any_of(Class::Title | Class::Role)
        || (i..end).all(|n| is_title(document, n) || !document.token(n).is_capital())
}

/// Whether a name starts with the word for a time at token `i`: "the Evening Star", "June Novak",
/// but not "in June Novak said".
fn is_named_after_time(document: &Document, i: usize) -> bool {
    let before = i.checked_sub(1).map(|n| document.token(n));
    let person = document.token(i).is(Class::GivenName)
        && before.is_none_or(|before| {
            !before.is_any_of(Class::Preposition | Class::Calendar | Class::Adverb)
                && before.shape != Shape::Number
        });
    let next = document.tokens.get(i + 1).filter(|next| {
        next.is_capital()
            && !next.word.is_function()
            && !next.is_any_of(Class::Calendar | Class::GroupAdjective)
    });
    next.is_some() && (person || follows_the(document, i))
}

/// The mention that a run of capitals without a name makes: "Anthropic CEO", "White House Chief".
fn described(document: &Document, i: usize, end: usize) -> Mention {
    let determiner = follows_the(document, i);
    Mention {
        kind: MentionKind::Person,
        tokens: if determiner { i - 1..end } else { i..end },
        core: i..end,
        head: end - 1,
        title: None,
        name_kind: NameKind::Unknown,
        article: if determiner { Article::Definite } else { Article::None },
        gender: document.token(end - 1).word.gender,
        plural: document.token(end - 1).is(Class::Plural),
        possessive: document.tokens.get(end).is_some_and(|next| next.is(Class::Clitic)),
        governed: false,
        quoted: false,
        addressed: false,
        cued: false,
        speaks: false,
    }
}

/// The mention that a speaker's label makes, whatever its words are.
pub(super) fn label(document: &Document, tokens: Range<usize>) -> Option<Mention> {
    let head = tokens.clone().rev().find(|&n| document.token(n).is_word())?;
    // "Speaker 1", "THE WITNESS": the words that say what somebody is are all the name there is.
    let role = tokens.clone().any(|n| document.token(n).is(Class::LabelRole));
    let core =
        if role { tokens.clone() } else { core_start(document, tokens.start, head + 1)..head + 1 };
    Some(Mention {
        kind: MentionKind::Name,
        core,
        head,
        title: None,
        name_kind: NameKind::Person,
        article: Article::None,
        gender: gender(document, &tokens, None),
        plural: false,
        possessive: false,
        governed: false,
        quoted: false,
        addressed: false,
        cued: false,
        speaks: false,
        tokens,
    })
}

/// Whether a run of words is a headline in capitals, not a name: three words or more without a
/// small letter.
fn is_shouted(document: &Document, i: usize, end: usize) -> bool {
    let upper = |n: usize| document.tokens.get(n).is_some_and(|token| token.shape == Shape::Upper);
    upper(i) && (i + 1..end).all(upper) && (end - i >= 3 || upper(end))
}

/// Where the name proper starts within the run `from..end`: behind the last title or role, or
/// before the first given name that follows other words ("Anthropic CEO Dario Amodei").
fn core_start(document: &Document, from: usize, end: usize) -> usize {
    if end == from + 1 {
        return from;
    }
    let last_word = (from..end).rev().find(|&n| document.token(n).is_capital()).unwrap_or(from);
    if let Some(title) = (from..last_word).rev().find(|&n| is_title(document, n)) {
        // "Attorney General's Office": a title inside an organization's name is part of it.
        let organization = (title + 1..end).any(|n| document.token(n).is(Class::OrganizationWord));
        if !organization {
            let start = title + 1;
            return if document.mark(start) == '.' { start + 1 } else { start };
        }
    }
    if document.token(from).is(Class::GivenName) {
        return from;
    }
    (from + 1..last_word)
        .find(|&n| document.token(n).is(Class::GivenName) && document.token(n - 1).is_capital())
        .filter(|_| !(from..end).any(|n| document.token(n).is(Class::OrganizationWord)))
        .unwrap_or(from)
}

/// Whether token `n` may be part of a title before a name.
fn is_title(document: &Document, n: usize) -> bool {
    let token = document.token(n);
    token.is_any_of(Class::Title | Class::Role | Class::TitleModifier)
        && !token.is(Class::GivenName)
        && token.span.len() > 1
}

fn kind(document: &Document, core: &Range<usize>, titled: bool, determiner: bool) -> NameKind {
    let mut first = None;
    let mut more = 0;
    let (mut owned, mut organization, mut place) = (false, false, true);
    for n in core.clone() {
        let token = document.token(n);
        // "Alder Falls Teachers’ Union": though Alder may be a given name.
        owned |= owns_organization(document, n);
        if token.is_word() {
            organization |= token.is(Class::OrganizationWord);
            place &= token.is(Class::Place);
            more += usize::from(first.is_some());
            first = first.or(Some(token));
        }
    }
    let first_is_given = first.is_some_and(|token| token.is(Class::GivenName));
    match first.filter(|_| more == 0) {
        _ if owned => NameKind::Organization,
        _ if titled => NameKind::Person,
        Some(one) if one.is(Class::GroupAdjective) => NameKind::People,
        _ if organization && !first_is_given => NameKind::Organization,
        _ if place => NameKind::Place,
        Some(one) if one.shape == Shape::Upper && one.span.len() > 1 => NameKind::Organization,
        _ if first_is_given => NameKind::Person,
        _ if determiner => NameKind::Organization,
        _ if matches!(more, 1 | 2) => NameKind::Person,
        _ => NameKind::Unknown,
    }
}

fn gender(document: &Document, core: &Range<usize>, title: Option<Range<usize>>) -> Option<Gender> {
    let titles = title.and_then(|title| document.tokens.get(title)).unwrap_or_default();
    let given = document.token(core.start);
    let shown = titles.iter().rev().find_map(|token| token.word.gender);
    shown.or_else(|| given.word.gender.filter(|_| given.is(Class::GivenName)))
}
