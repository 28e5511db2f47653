//! What the stage finds: mentions.

use std::ops::Range;

use crate::lexicon::{Case, Gender, Pronoun};
use crate::sort::sorted_by_key;

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

impl Mention {
    /// Whether the mention may be the subject of its clause.
    pub(crate) fn may_be_subject(&self) -> bool {
        let object =
            matches!(self.kind, MentionKind::Pronoun(pronoun) if pronoun.case != Case::Subject);
        !self.governed && !self.possessive && !object
    }
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
    pub(super) fn add(&mut self, added: Vec<Mention>) {
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
