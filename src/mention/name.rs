//! Names: runs of capitalised words, with the title before them.

use std::ops::Range;

use super::casing::Casing;
use super::parts::{Determiner, Mention, MentionKind, NameKind};
use super::run::{end, is_organization_possessive};
use crate::document::Document;
use crate::lexicon::{Class, Gender, Setting, VerbForm};
use crate::token::Shape;

/// The name that starts at token `i`.
pub(super) fn at(document: &Document, casing: &Casing, i: usize) -> Option<Mention> {
    let token = document.tokens.get(i).filter(|token| token.is_capital())?;
    if !casing.is_name(document, i) || token.is(Class::Calendar) && !is_calendar_name(document, i) {
        return None;
    }
    let end = end(document, i);
    if is_uppercase_heading(document, i, end) || is_degree(document, i, end) {
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
    let complement = after_complement(document, i, end);
    if complement.is_none() && end > i + 1 && is_title_alone(document, casing, i, end) {
        return Some(title_alone(document, i, end));
    }
    let mut core = complement.unwrap_or_else(|| core_start(document, i, end)..end);
    if !document.token(core.start).is_capital() {
        core = after_complement(document, i, core.start).unwrap_or(core);
    }
    let end = core.end;
    if core.start > i && !document.token(core.start).is_capital() {
        // "CEO of the Harbour Bank": a role with its complement.
        return Some(Mention { head: core.start - 1, ..title_alone(document, i, end) });
    }
    let title = (core.start > i).then_some(i..core.start);
    let head = (core.clone().rev()).find(|&n| document.token(n).is_capital()).unwrap_or(i);
    let definite = follows_definite_article(document, i);
    let name_kind = name_kind(document, &core, title.is_some(), definite);
    let possessive = document.tokens.get(end).is_some_and(|next| next.is(Class::Clitic))
        || document.mark(end) == '’'
        || document.mark(end) == '\'' && document.ends(head, Setting::OwnerEndings);
    Some(Mention {
        gender: gender(document, &core, title.clone()),
        plural: name_kind == NameKind::People,
        core,
        title,
        name_kind,
        possessive,
        ..with_article(MentionKind::Name, definite, i..end, head)
    })
}

/// Whether the run `i..end` is the first part of an abbreviation behind a name: ", Ph.D.".
fn is_degree(document: &Document, i: usize, end: usize) -> bool {
    let token = document.token(i);
    let [dot, next] = [1, 2].map(|n| document.token(i + n));
    end == i + 1
        && token.span.end - token.span.start < 4
        && i.checked_sub(1).is_some_and(|n| document.mark(n) == ',')
        && document.mark(end) == '.'
        && next.is_capital()
        && dot.span.end == next.span.start
}

/// The organization whose name consists of the words `run`, after which the text abbreviates it.
pub(super) fn abbreviated(document: &Document, run: Range<usize>) -> Mention {
    let definite = follows_definite_article(document, run.start);
    let head = run.end - 1;
    Mention {
        core: run.clone(),
        name_kind: NameKind::Organization,
        ..with_article(MentionKind::Name, definite, run, head)
    }
}

/// A mention of the words `run` and, if it is `definite`, the article before them.
fn with_article(kind: MentionKind, definite: bool, run: Range<usize>, head: usize) -> Mention {
    let mention = Mention::new(kind, run.clone(), head);
    if !definite {
        return mention;
    }
    Mention { tokens: run.start - 1..run.end, determiner: Determiner::Definite, ..mention }
}

/// Whether "the" stands before token `i`.
fn follows_definite_article(document: &Document, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    document.token(before).is(Class::Article) && document.token(before).is(Class::Definite)
}

/// The name after a role in capitals, the run `i..end`, and its complement: "Ambassador to Velm Ann Lee".
fn after_complement(document: &Document, i: usize, title_end: usize) -> Option<Range<usize>> {
    let role = document.token(title_end - 1).is_any_of(Class::Title | Class::Role);
    let joins = document.token(title_end).is_lower(Class::Preposition);
    if !role || !joins || !is_title(document, title_end - 1) {
        return None;
    }
    let article = usize::from(document.token(title_end + 1).is(Class::Article));
    let start = title_end + 1 + article;
    if !document.tokens.get(start)?.is_capital() {
        return None;
    }
    let end = end(document, start);
    let place = (start..end).take_while(|&n| document.token(n).is(Class::Place)).count();
    let given = (start + 1..end).find(|&n| document.token(n).is(Class::GivenName));
    let name = given.unwrap_or(start + place);
    (name > start && name + 1 < end && i < title_end).then_some(name..end)
}

/// Whether the calendar word at token `i` starts a name: "the Evening Star", "June Novak", but not "in June
/// Novak said".
fn is_calendar_name(document: &Document, i: usize) -> bool {
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
    next.is_some() && (person || follows_definite_article(document, i))
}

/// Whether a run is part of a heading in capitals, not a name: "COUNCIL VOTES TODAY".
fn is_uppercase_heading(document: &Document, i: usize, end: usize) -> bool {
    let upper = |n: usize| document.tokens.get(n).is_some_and(|token| token.shape == Shape::Upper);
    upper(i) && (i + 1..end).all(upper) && (end - i >= 3 || upper(end))
}

/// Whether a run consists of a title or role without a name: "Northline CEO", "Harbour Office Chief".
fn is_title_alone(document: &Document, casing: &Casing, i: usize, end: usize) -> bool {
    let last = document.token(end - 1);
    if last.is(Class::GivenName) || casing.is_surname(document, end - 1) {
        return false;
    }
    last.is_any_of(Class::Title | Class::Role)
        || (i..end).all(|n| is_title(document, n) || !document.token(n).is_capital())
}

/// The person whom a title without a name mentions.
fn title_alone(document: &Document, i: usize, end: usize) -> Mention {
    let head = end - 1;
    let definite = follows_definite_article(document, i);
    Mention {
        gender: document.token(head).word.gender,
        plural: document.token(head).is(Class::Plural),
        possessive: document.tokens.get(end).is_some_and(|next| next.is(Class::Clitic)),
        ..with_article(MentionKind::Person, definite, i..end, head)
    }
}

/// The name in the label of a turn. A label is a name whatever its words are.
pub(super) fn in_label(document: &Document, tokens: Range<usize>) -> Option<Mention> {
    let head = tokens.clone().rev().find(|&n| document.token(n).is_word())?;
    // "Speaker 1", "THE WITNESS": the words that say what somebody is are all the name there is.
    let role = tokens.clone().any(|n| document.token(n).is(Class::LabelRole));
    let core =
        if role { tokens.clone() } else { core_start(document, tokens.start, head + 1)..head + 1 };
    Some(Mention {
        core,
        name_kind: NameKind::Person,
        gender: gender(document, &tokens, None),
        ..Mention::new(MentionKind::Name, tokens, head)
    })
}

/// Where the name without its title starts within the run `from..end`: after the last title or role
/// ("Northline CEO Ann Lee"), or at the first given name that follows other words ("Cellist Ann Lee").
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

/// Whether token `n` may be part of a title before a name: "Deputy", "Mayor", "Mr".
fn is_title(document: &Document, n: usize) -> bool {
    let token = document.token(n);
    token.is_any_of(Class::Title | Class::Role | Class::TitleModifier)
        && !token.is(Class::GivenName)
        && token.span.len() > 1
}

/// What the name with the words `core` stands for; `titled` says that a title precedes it, `definite` that an
/// article does.
fn name_kind(document: &Document, core: &Range<usize>, titled: bool, definite: bool) -> NameKind {
    let mut first = None;
    let mut more = 0;
    let (mut owned, mut organization, mut place) = (false, false, true);
    for n in core.clone() {
        let token = document.token(n);
        // "Alder Falls Teachers’ Union": though Alder may be a given name.
        owned |= is_organization_possessive(document, n);
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
        Some(only) if only.is(Class::GroupAdjective) => NameKind::People,
        _ if organization && !first_is_given => NameKind::Organization,
        _ if place => NameKind::Place,
        Some(only) if only.shape == Shape::Upper && only.span.len() > 1 => NameKind::Organization,
        _ if first_is_given => NameKind::Person,
        _ if definite => NameKind::Organization,
        _ if matches!(more, 1 | 2) => NameKind::Person,
        _ => NameKind::Unknown,
    }
}

/// The gender that the last title with a gender shows ("Mrs. Lee"), else the given name.
fn gender(document: &Document, core: &Range<usize>, title: Option<Range<usize>>) -> Option<Gender> {
    let titles = title.and_then(|title| document.tokens.get(title)).unwrap_or_default();
    let given = document.token(core.start);
    let shown = titles.iter().rev().find_map(|token| token.word.gender);
    shown.or_else(|| given.word.gender.filter(|_| given.is(Class::GivenName)))
}
