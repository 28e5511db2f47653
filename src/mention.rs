//! Mentions: names, role phrases, organizations, unnamed sources and pronouns, as they stand in the text. The
//! next stage decides which of them refer to one speaker.

mod acronym;
mod casing;
mod name;
mod noun_phrase;
mod parts;
mod run;
mod unlisted;

use std::ops::Range;

use self::casing::Casing;
use crate::cue::{Cue, CueKind};
use crate::document::Document;
use crate::lexicon::{Case, Class};
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use crate::token::{DASHES, Token};

pub(crate) use parts::{Determiner, Mention, MentionKind, Mentions, NameKind};

/// Finds the mentions of a document.
#[inline(never)]
pub(crate) fn find(
    document: &Document,
    quotes: &Quotes,
    sentences: &Sentences,
    cues: &[Cue],
) -> Mentions {
    let mut is_cue = vec![false; document.tokens.len()];
    for cue in cues {
        is_cue[cue.tokens.clone()].fill(true);
    }
    let casing = Casing::of(document, quotes, sentences);
    let possible_starts = noun_phrase::possible_starts(document);
    // News has a mention every eight tokens.
    let mut mentions = Mentions { all: Vec::with_capacity(document.tokens.len() / 8).into() };
    let mut i = 0;
    let labels = document.layout.turns.iter().map(|turn| turn.label.clone());
    let mut labels = labels.filter(|label| !label.is_empty()).peekable();
    let mut abbreviated = acronym::abbreviated(document).into_iter().peekable();
    while let Some(token) = document.tokens.get(i) {
        while abbreviated.next_if(|name| name.start < i).is_some() {}
        if let Some(label) = labels.next_if(|label| label.start <= i) {
            // A label is one mention, whatever its words are.
            mentions.all.extend(name::in_label(document, label.clone()));
            i = label.end.max(i + 1);
            continue;
        }
        let noun = possible_starts[i];
        let name = abbreviated
            .next_if(|name| name.start == i || name.start == i + 1 && token.is(Class::Article));
        let found = if let Some(name) = name {
            Some(name::abbreviated(document, name))
        } else if !noun && !token.is_capital() && token.word.pronoun.is_none() || is_cue[i] {
            None
        } else {
            pronoun(token, i)
                .or_else(|| noun.then(|| noun_phrase::at(document, &casing, &is_cue, i)).flatten())
                .or_else(|| name::at(document, &casing, i))
        };
        let Some(mut mention) = found else {
            i += 1;
            continue;
        };
        mention.quoted = quotes.around(i).is_some();
        mention.after_preposition = follows_preposition(document, mention.tokens.start);
        mention.vocative = mention.quoted && is_vocative(document, &mention);
        i = mention.tokens.end.max(i + 1);
        mentions.all.push(mention);
    }
    let added = read_cues(document, quotes, cues, &casing, &mut mentions);
    mentions.insert(added);
    mentions
}

/// The pronoun at token `i`; none if it is reflexive, as its antecedent is in the same clause.
fn pronoun(token: &Token, i: usize) -> Option<Mention> {
    let pronoun = token.word.pronoun.filter(|p| p.case != Case::Reflexive)?;
    Some(Mention {
        gender: token.word.gender,
        plural: pronoun.plural,
        ..Mention::new(MentionKind::Pronoun(pronoun), i..i + 1, i)
    })
}

/// Whether a quoted mention is a name that stands between marks, as a vocative does: "Well, Tom, …".
fn is_vocative(document: &Document, mention: &Mention) -> bool {
    let before = document.mark(mention.tokens.start.wrapping_sub(1));
    let after = document.mark(mention.tokens.end);
    let opens = matches!(before, ',' | '“' | '"' | '‘' | '\'' | '—' | '.' | '!' | '?');
    let closes =
        matches!(after, ',' | '.' | '!' | '?' | ';' | '—' | '”' | '"' | '’' | '\'' | DASHES);
    mention.kind == MentionKind::Name && opens && closes && (before == ',' || after != '.')
}

/// Whether a preposition stands before token `i`: "for Lee".
fn follows_preposition(document: &Document, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|n| {
        let before = document.token(n);
        before.is(Class::Preposition) && !before.is(Class::Subordinator)
    })
}

/// Marks the mentions that lead the phrases beside cues. Returns further mentions for phrases without one,
/// whose nouns are in no list, and for coordinations.
fn read_cues(
    document: &Document,
    quotes: &Quotes,
    cues: &[Cue],
    casing: &Casing,
    mentions: &mut Mentions,
) -> Vec<Mention> {
    let mut added = Vec::new();
    for cue in cues {
        let subject = cue.subject.as_ref().map(|subject| subject.tokens.clone());
        let following = cue.following.clone().filter(|_| {
            cue.kind == CueKind::SourcePhrase
                || subject.is_none() && document.token(cue.tokens.end - 1).word.verb.is_some()
        });
        for phrase in subject.into_iter().chain(following) {
            let speaks = is_beside_quotation(document, quotes, cue, &phrase);
            if let Some(first) = mentions.leading(phrase.clone()) {
                mentions.all[first].beside_cue = true;
                mentions.all[first].speaks |= speaks;
                added.extend(coordination(document, mentions, first, phrase));
                continue;
            }
            let story = document.is_story(phrase.start);
            // In a story, "her answer thanked him" has no speaker.
            let found = unlisted::in_phrase(document, casing, phrase, speaks || !story);
            let Some(mut mention) = found else { continue };
            // A speaker in a story is a person, whatever the noun.
            if story && speaks && !mention.plural {
                mention.kind = MentionKind::Person;
            }
            added.push(mention);
        }
    }
    added
}

/// Whether a quotation touches `cue` with its source `phrase`: "“…,” said the ferryman".
fn is_beside_quotation(
    document: &Document,
    quotes: &Quotes,
    cue: &Cue,
    phrase: &Range<usize>,
) -> bool {
    let start = cue.tokens.start.min(phrase.start);
    let end = cue.tokens.end.max(phrase.end);
    let skipped = usize::from(matches!(document.mark(end), ',' | ':'));
    start.checked_sub(1).is_some_and(|n| quotes.around(n).is_some())
        || quotes.around(end + skipped).is_some()
}

/// The mention of both if "and" and another mention follow `first` in the same phrase: "Novak and Lee".
fn coordination(
    document: &Document,
    mentions: &Mentions,
    first: usize,
    phrase: Range<usize>,
) -> Option<Mention> {
    let one = &mentions.all[first];
    let and = one.tokens.end;
    let other = mentions.all.get(first + 1).filter(|other| other.tokens.start == and + 1)?;
    let joins = document.token(and).is_lower(Class::Joining)
        && other.tokens.end <= phrase.end
        && !other.possessive;
    let tokens = one.tokens.start..other.tokens.end;
    joins.then(|| Mention {
        plural: true,
        after_preposition: one.after_preposition,
        quoted: one.quoted,
        beside_cue: one.beside_cue,
        speaks: one.speaks,
        ..Mention::new(MentionKind::Coordination, tokens, other.head)
    })
}
