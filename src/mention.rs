//! Who could be meant: names, role phrases, organizations, unnamed sources and pronouns, as they
//! stand in the text. Which of them are one speaker is decided by the next stage.

mod cases;
mod name;
mod noun_phrase;
mod parts;
mod run;

use std::ops::Range;

use self::cases::Cases;
use crate::cue::{Cue, CueKind};
use crate::document::Document;
use crate::lexicon::{Case, Class};
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use crate::token::{DASHES, Token};

pub(crate) use parts::{Article, Mention, MentionKind, Mentions, NameKind};

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
    let cases = Cases::of(document, quotes, sentences);
    let leads_to_noun = noun_phrase::leads_to_noun(document);
    // News has a mention every eight tokens.
    let mut mentions = Mentions { all: Vec::with_capacity(document.tokens.len() / 8) };
    let mut i = 0;
    let mut labels = document.layout.turns.iter().map(|turn| turn.label.clone()).peekable();
    while let Some(token) = document.tokens.get(i) {
        if let Some(label) = labels.next_if(|label| label.start <= i) {
            // A label is one mention, whatever its words are.
            mentions.all.extend(name::label(document, label.clone()));
            i = label.end.max(i + 1);
            continue;
        }
        let noun = leads_to_noun[i];
        let found = if !noun && !token.is_capital() && token.word.pronoun.is_none() || is_cue[i] {
            None
        } else {
            pronoun(token, i)
                .or_else(|| noun.then(|| noun_phrase::at(document, &cases, &is_cue, i)).flatten())
                .or_else(|| name::at(document, &cases, i))
        };
        let Some(mut mention) = found else {
            i += 1;
            continue;
        };
        mention.quoted = quotes.around(i).is_some();
        mention.governed = governed(document, mention.tokens.start);
        mention.addressed = mention.quoted && is_addressed(document, &mention);
        i = mention.tokens.end.max(i + 1);
        mentions.all.push(mention);
    }
    add_unknown_sources(document, quotes, cues, &cases, &mut mentions);
    mentions
}

fn pronoun(token: &Token, i: usize) -> Option<Mention> {
    let pronoun = token.word.pronoun.filter(|p| p.case != Case::Reflexive)?;
    Some(Mention {
        kind: MentionKind::Pronoun(pronoun),
        tokens: i..i + 1,
        core: i..i + 1,
        head: i,
        title: None,
        name_kind: NameKind::Unknown,
        article: Article::None,
        gender: token.word.gender,
        plural: pronoun.plural,
        possessive: false,
        governed: false,
        quoted: false,
        addressed: false,
        cued: false,
        speaks: false,
    })
}

/// Whether marks set a name apart, as they do where somebody is called by it.
fn is_addressed(document: &Document, mention: &Mention) -> bool {
    let before = document.mark(mention.tokens.start.wrapping_sub(1));
    let after = document.mark(mention.tokens.end);
    let opens = matches!(before, ',' | '“' | '"' | '‘' | '\'' | '—' | '.' | '!' | '?');
    let closes =
        matches!(after, ',' | '.' | '!' | '?' | ';' | '—' | '”' | '"' | '’' | '\'' | DASHES);
    mention.kind == MentionKind::Name && opens && closes && (before == ',' || after != '.')
}

/// Whether a preposition stands before token `i`.
fn governed(document: &Document, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|n| {
        let before = document.token(n);
        before.is(Class::Preposition) && !before.is(Class::Subordinator)
    })
}

/// Makes mentions of the phrases beside cues that hold none: their words are in no list, but their
/// place says that they speak.
fn add_unknown_sources(
    document: &Document,
    quotes: &Quotes,
    cues: &[Cue],
    cases: &Cases,
    mentions: &mut Mentions,
) {
    let mut added = Vec::new();
    for cue in cues {
        let subject = cue.subject.as_ref().map(|subject| subject.tokens.clone());
        let following = cue.following.clone().filter(|_| {
            cue.kind == CueKind::SourcePhrase
                || subject.is_none() && document.token(cue.tokens.end - 1).word.verb.is_some()
        });
        for phrase in subject.into_iter().chain(following) {
            let story = document.is_story(phrase.start);
            let speaks = is_beside_quotation(document, quotes, cue, &phrase);
            let leading = mentions.leading(phrase.clone());
            if let Some(first) = leading {
                mentions.all[first].cued = true;
                mentions.all[first].speaks |= speaks;
            }
            match leading {
                None => {
                    let found = noun_phrase::unknown(document, cases, phrase, speaks || !story);
                    // What speaks in a story is somebody, whatever the noun.
                    let person = story && speaks;
                    added.extend(found.map(|mention| match mention.plural {
                        false if person => Mention { kind: MentionKind::Person, ..mention },
                        _ => mention,
                    }));
                }
                Some(first) => added.extend(joint(document, mentions, first, phrase)),
            }
        }
    }
    mentions.add(added);
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

/// The mention of both where another follows `first` behind "and" in the same phrase.
fn joint(
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
    joins.then(|| Mention {
        kind: MentionKind::Joint,
        tokens: one.tokens.start..other.tokens.end,
        core: one.tokens.start..other.tokens.end,
        head: other.head,
        title: None,
        name_kind: NameKind::Unknown,
        gender: None,
        plural: true,
        ..one.clone()
    })
}
