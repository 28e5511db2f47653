//! Noun phrases around a common noun for a person or a body: "a senior Defense official".

use std::ops::Range;

use super::name::{self, Cases};
use super::{Article, Mention, MentionKind, NameKind};
use crate::document::{Document, Shape, Token};
use crate::lexicon::{Class, VerbForm};

/// The phrase that starts at token `i`, if its noun is one that the lexicon knows; where a name
/// follows the noun ("spokesman John Smith"), the mention is that name with its role.
pub(super) fn at(document: &Document, cases: &Cases, is_cue: &[bool], i: usize) -> Option<Mention> {
    if !starts_phrase(&document.tokens[i]) {
        return None;
    }
    let head = head(document, is_cue, i)?;
    let article = article(document, i, head);
    let described =
        i + usize::from(document.tokens[i].is_any_of(&[Class::Determiner, Class::Possessive]));
    if let Some(name) = name::at(document, cases, head + 1).filter(|name| {
        // "the statement Mr. Lee made": two phrases.
        let person = document.tokens[head].word.is_person_noun();
        name.article == Article::None && (person || name.title.is_none())
    }) {
        let title = described.min(head)..name.core.start;
        let gender = name.gender.or(document.tokens[head].word.gender);
        let name_kind =
            if document.tokens[head].is(Class::Group) { name.name_kind } else { NameKind::Person };
        return Some(Mention {
            tokens: i..name.tokens.end,
            title: Some(title),
            gender,
            name_kind,
            ..name
        });
    }
    let noun = &document.tokens[head];
    let person = noun.word.is_person_noun();
    let next = document.tokens.get(head + 1);
    Some(Mention {
        kind: if person { MentionKind::Person } else { MentionKind::Group },
        tokens: i..head + 1,
        core: described.min(head)..head + 1,
        head,
        title: None,
        name_kind: NameKind::Unknown,
        article,
        gender: noun.word.gender,
        plural: noun.is(Class::Plural),
        possessive: next.is_some_and(|next| next.is(Class::Clitic))
            || noun.is(Class::Plural) && matches!(document.word(head + 1), "'" | "’"),
        governed: false,
        quoted: false,
    })
}

/// A mention made of all words of `phrase`, whose noun is in no list.
pub(super) fn unknown(document: &Document, phrase: Range<usize>) -> Option<Mention> {
    let first = document.tokens.get(phrase.start)?;
    let nominal = phrase.clone().any(|n| {
        let token = &document.tokens[n];
        token.is_word() && (!token.word.is_function() || token.is(Class::Determiner))
    });
    let out_of_place =
        first.is_any_of(&[Class::Preposition, Class::Auxiliary, Class::Subordinator])
            && !first.is(Class::Determiner);
    // "run by Lee", "paying Lee": a verb, and no noun, leads.
    let word = document.word(phrase.start);
    let verbal = first.shape == Shape::Lower
        && (first.word.verb.is_some() || word.ends_with("ing") || word.ends_with("ed"));
    if !nominal || out_of_place || verbal {
        return None;
    }
    // The noun stands before the first preposition: "supporters of the plan".
    let end = phrase
        .clone()
        .skip(1)
        .find(|&n| document.tokens[n].is(Class::Preposition))
        .unwrap_or(phrase.end);
    // What hangs on it belongs to the source, a preposition left alone does not.
    let mut phrase = phrase;
    while phrase.end > end && document.tokens[phrase.end - 1].is(Class::Preposition) {
        phrase.end -= 1;
    }
    let head = end - 1;
    let determined = first.is(Class::Determiner) && phrase.start < head;
    Some(Mention {
        kind: MentionKind::Other,
        core: phrase.start + usize::from(determined)..phrase.end,
        article: article(document, phrase.start, head),
        plural: document.word(head).ends_with('s'),
        tokens: phrase,
        head,
        title: None,
        name_kind: NameKind::Unknown,
        gender: None,
        possessive: false,
        governed: false,
        quoted: false,
    })
}

fn starts_phrase(token: &Token) -> bool {
    // "ask senator Lee": the verb is no part of the phrase.
    let verb = token.shape == Shape::Lower
        && token.word.verb.is_some()
        && !token.word.is_person_noun()
        && !token.is(Class::Group);
    token.is_word() && !token.word.is_function() && !verb
        || token.is_any_of(&[Class::Determiner, Class::Possessive, Class::Number])
            && !token.is_any_of(&[Class::Preposition])
}

/// The noun of the phrase that starts at token `i`: the last of a run of describing words that is
/// a noun for a person or a body.
fn head(document: &Document, is_cue: &[bool], i: usize) -> Option<usize> {
    let mut head = None;
    let limit = document.paragraph_end(i).min(i + 8);
    for (n, &is_cue) in is_cue.iter().enumerate().take(limit).skip(i) {
        let token = &document.tokens[n];
        let opens = n == i
            || token.is_any_of(&[Class::Number])
            || n == i + 1 && token.is(Class::Determiner);
        let describes = token.is_word() && !token.word.is_function();
        let owner = token.is(Class::Clitic) && n > i;
        let finite = token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
            && !(n > i && document.tokens[n - 1].is(Class::Determiner));
        if is_cue || finite || !(opens || describes || owner) {
            break;
        }
        let noun = token.word.is_person_noun() || token.is(Class::Group);
        if noun && (token.shape == Shape::Lower || is_common(document, i, n)) {
            head = Some(n);
        } else if token.is_capital() && head.is_some() {
            break;
        }
    }
    head.filter(|&head| {
        // "Lee's": the phrase is the owned one, which starts at the owner.
        let capital_start =
            document.tokens[i].is_capital() && !document.tokens[i].word.is_function();
        !capital_start || (i..head).all(|n| describes_role(&document.tokens[n])) || i == head
    })
}

/// Whether a capitalised noun is still a common one: "the President", "Defense officials".
fn is_common(document: &Document, i: usize, n: usize) -> bool {
    // "the Workers’ Union": the apostrophe does not end the name.
    let behind = if matches!(document.word(n + 1), "'" | "’") { n + 2 } else { n + 1 };
    let next_is_capital = document.tokens.get(behind).is_some_and(|next| next.is_capital());
    let determined = document.tokens[i].is_any_of(&[Class::Determiner, Class::Possessive]) && n > i;
    !next_is_capital && (determined || n == i)
}

/// Whether a capitalised word before a role noun belongs to the phrase: "Pentagon officials",
/// "Lee's lawyer".
fn describes_role(token: &Token) -> bool {
    token.is_word() || token.shape == Shape::Clitic || token.shape == Shape::Number
}

fn article(document: &Document, i: usize, head: usize) -> Article {
    let first = &document.tokens[i];
    let word = document.word(i).to_ascii_lowercase();
    if first.is(Class::Possessive) || (i..head).any(|n| document.tokens[n].is(Class::Clitic)) {
        Article::Owned
    } else if matches!(word.as_str(), "the" | "this" | "that" | "these" | "those" | "both") {
        Article::Definite
    } else if first.is_any_of(&[Class::Determiner, Class::Number]) || first.shape == Shape::Number {
        Article::Indefinite
    } else {
        Article::None
    }
}
