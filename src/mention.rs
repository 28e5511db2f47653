//! Who could be meant: names, role phrases, organizations, unnamed sources and pronouns, as they
//! stand in the text. Which of them are one speaker is decided by the next stage.

mod cases;
mod name;
mod noun_phrase;

use std::ops::Range;

use self::cases::Cases;
use crate::cue::{Cue, CueKind};
use crate::document::{DASHES, Document, Sentences, Token};
use crate::lexicon::{Case, Class, Gender, Pronoun};
use crate::order::sorted_by_key;
use crate::quotation::Quotes;

/// What kind of words make the mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MentionKind {
    Name,
    /// A common noun for somebody: the mayor, a senior official, her mother.
    Person,
    /// A common noun for a body: the company, a report.
    Group,
    Pronoun(Pronoun),
    /// Several who speak together: "Smith and Jones said".
    Joint,
    /// Subject of a cue that no list knows: "critics said", "the lawsuit alleges", "some say".
    Other,
}

/// How a noun phrase opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Article {
    /// The, this.
    Definite,
    /// A, another, some, two.
    Indefinite,
    /// His, Lee's.
    Owned,
    None,
}

/// What a name is the name of, as far as its words show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    Person,
    Organization,
    /// Republicans, Germans.
    People,
    Place,
    Unknown,
}

/// A place in the text that names somebody or refers to them.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub kind: MentionKind,
    /// The whole phrase: "Defense Secretary Pete Hegseth", "a senior official".
    pub tokens: Range<usize>,
    /// The name without title and role, or the noun with the words that describe it.
    pub core: Range<usize>,
    /// The token that carries the meaning: the last of the name, the noun, the pronoun.
    pub head: usize,
    /// Title or function before a name: "Defense Secretary", "Mrs.".
    pub title: Option<Range<usize>>,
    pub name_kind: NameKind,
    pub article: Article,
    pub gender: Option<Gender>,
    pub plural: bool,
    /// Followed by 's: the owner, not the actor.
    pub possessive: bool,
    /// Behind a preposition: not a subject.
    pub governed: bool,
    /// Inside quotation marks.
    pub quoted: bool,
    /// A name that a speaker calls: "Well, Tom, …", "Go, Tom!".
    pub addressed: bool,
    /// Leads the phrase beside a cue.
    pub cued: bool,
    /// The same with a quotation beside the two: "“…,” said the Hatter".
    pub speaks: bool,
}

/// All mentions in text order.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    pub all: Vec<Mention>,
}

impl Mentions {
    /// The numbers of the mentions whose phrase starts within `tokens`.
    pub(crate) fn starting_in(&self, tokens: Range<usize>) -> Range<usize> {
        let at = |token| self.all.partition_point(|mention| mention.tokens.start < token);
        at(tokens.start)..at(tokens.end.max(tokens.start))
    }

    /// Puts in those of `added` whose tokens no mention has.
    fn add(&mut self, added: Vec<Mention>) {
        if added.is_empty() {
            return;
        }
        // Of those that start together the longest comes first.
        let place = |mention: &Mention| (mention.tokens.start, usize::MAX - mention.tokens.end);
        let mut found = std::mem::take(&mut self.all).into_iter();
        self.all.reserve(found.len() + added.len());
        for other in sorted_by_key(added, place) {
            let before = |mention: &Mention| place(mention) <= place(&other);
            let count = found.as_slice().partition_point(before);
            self.all.extend(found.by_ref().take(count));
            if self.all.last().is_none_or(|last| last.tokens != other.tokens) {
                self.all.push(other);
            }
        }
        self.all.extend(found);
    }

    /// The last mention of the phrase `tokens` that is neither owner nor governed, else its leader.
    pub(crate) fn last_free(&self, tokens: Range<usize>) -> Option<usize> {
        let free = |n: &usize| !self.all[*n].possessive && !self.all[*n].governed;
        self.starting_in(tokens.clone()).rev().find(free).or_else(|| self.leading(tokens))
    }

    /// The mention that leads the phrase `tokens`: the first that is neither owner nor governed.
    pub(crate) fn leading(&self, tokens: Range<usize>) -> Option<usize> {
        self.starting_in(tokens.clone()).find(|&n| {
            let mention = &self.all[n];
            !mention.possessive && (!mention.governed || mention.tokens.start == tokens.start)
        })
    }
}

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
    while let Some(token) = document.tokens.get(i) {
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
    let story = document.story;
    let mut added = Vec::new();
    for cue in cues {
        let subject = cue.subject.as_ref().map(|subject| subject.tokens.clone());
        let following = cue.following.clone().filter(|_| {
            cue.kind == CueKind::AccordingTo
                || subject.is_none() && document.token(cue.tokens.end - 1).word.verb.is_some()
        });
        for phrase in subject.into_iter().chain(following) {
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
    for turn in &document.turns {
        if mentions.starting_in(turn.label.clone()).is_empty() {
            added.extend(name::label(document, turn.label.clone()));
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
    let joins = document.word(and) == "and" && other.tokens.end <= phrase.end && !other.possessive;
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
