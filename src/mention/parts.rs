//! What the stage finds: mentions.

use std::ops::Range;

use crate::lexicon::{Case, Gender, Pronoun};
use crate::numbered::Numbered;
use crate::sort::sorted_by_key;

/// What kind of words make the mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MentionKind {
    Name,
    /// A common noun for a person: the mayor, a senior official, her mother.
    Person,
    /// A common noun for an organization or a publication: the company, a report.
    Organization,
    Pronoun(Pronoun),
    /// Two mentions joined by "and" that speak together: "Novak and Lee said".
    Coordination,
    /// The words beside a cue whose noun is in no list: "critics said", "the lawsuit alleges", "some say".
    Other,
}

/// The determiner of a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Determiner {
    /// The, this.
    Definite,
    /// A, another, some, two.
    Indefinite,
    /// His, Lee's.
    Possessive,
    None,
}

/// What a name stands for, as far as its words show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    Person,
    Organization,
    /// Republicans, Germans.
    People,
    Place,
    Unknown,
}

/// Words that name or describe somebody, or refer to them.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub kind: MentionKind,
    /// The whole phrase: "Harbour Secretary Ann Lee", "a senior official".
    pub tokens: Range<usize>,
    /// The name without title and role, or the noun with the words that describe it.
    pub core: Range<usize>,
    /// The head: the last word of a name, the noun, the pronoun.
    pub head: usize,
    /// Title or role before a name: "Harbour Secretary", "Mrs.".
    pub title: Option<Range<usize>>,
    pub name_kind: NameKind,
    pub determiner: Determiner,
    pub gender: Option<Gender>,
    pub plural: bool,
    /// A possessive, as in "Lee's answer": the owner of what follows, not the subject.
    pub possessive: bool,
    /// Follows a preposition, and so is not a subject.
    pub after_preposition: bool,
    /// Inside quotation marks.
    pub quoted: bool,
    /// A vocative, the name by which a speaker addresses somebody: "Well, Tom, …", "Go, Tom!".
    pub vocative: bool,
    /// Leads the phrase beside a cue: "Lee" in "Lee said", "the mayor" in "according to the mayor".
    pub beside_cue: bool,
    /// Leads the phrase beside a cue, and a quotation touches the two: "“…,” said the ferryman".
    pub speaks: bool,
}

impl Mention {
    /// A mention whose core is the whole phrase `tokens`. Nothing is known yet of what its words show and of
    /// where it stands; a finder sets the fields that differ.
    pub(super) fn new(kind: MentionKind, tokens: Range<usize>, head: usize) -> Self {
        Self {
            kind,
            core: tokens.clone(),
            tokens,
            head,
            title: None,
            name_kind: NameKind::Unknown,
            determiner: Determiner::None,
            gender: None,
            plural: false,
            possessive: false,
            after_preposition: false,
            quoted: false,
            vocative: false,
            beside_cue: false,
            speaks: false,
        }
    }

    /// Whether the mention is neither a possessive nor follows a preposition, as subjects and objects are.
    pub(crate) fn is_free(&self) -> bool {
        !self.possessive && !self.after_preposition
    }

    /// Whether the mention may be the subject of its clause: "Lee" or "she", but not "her" or "for Lee".
    pub(crate) fn may_be_subject(&self) -> bool {
        let object =
            matches!(self.kind, MentionKind::Pronoun(pronoun) if pronoun.case != Case::Subject);
        self.is_free() && !object
    }
}

/// All mentions in text order.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    pub all: Numbered<Mention>,
}

impl Mentions {
    /// The numbers of the mentions whose phrase starts within `tokens`.
    pub(crate) fn starting_in(&self, tokens: Range<usize>) -> Range<usize> {
        let at = |token| self.all.partition_point(|mention| mention.tokens.start < token);
        at(tokens.start)..at(tokens.end.max(tokens.start))
    }

    /// Inserts each mention of `added`, unless there is one of the same tokens.
    pub(super) fn insert(&mut self, added: Vec<Mention>) {
        if added.is_empty() {
            return;
        }
        // Of those that start together the longest comes first.
        let position = |mention: &Mention| (mention.tokens.start, usize::MAX - mention.tokens.end);
        let mut found = std::mem::take(&mut *self.all).into_iter();
        self.all.reserve(found.len() + added.len());
        for other in sorted_by_key(added, position) {
            let before = |mention: &Mention| position(mention) <= position(&other);
            let count = found.as_slice().partition_point(before);
            self.all.extend(found.by_ref().take(count));
            if self.all.last().is_none_or(|last| last.tokens != other.tokens) {
                self.all.push(other);
            }
        }
        self.all.extend(found);
    }

    /// The last free mention of the phrase `tokens`; if there is none, the one that leads the phrase.
    pub(crate) fn last_free(&self, tokens: Range<usize>) -> Option<usize> {
        let free = |n: &usize| self.all[*n].is_free();
        self.starting_in(tokens.clone()).rev().find(free).or_else(|| self.leading(tokens))
    }

    /// The mention that leads the phrase `tokens`: the first free one, or one right at its start that is no
    /// possessive ("according to Lee").
    pub(crate) fn leading(&self, tokens: Range<usize>) -> Option<usize> {
        let starting = self.starting_in(tokens.clone());
        // The marks of a nickname end the phrase, but not the name: Ann “Duke” Lee.
        let around = starting.start.checked_sub(1).filter(|&n| {
            let mention = &self.all[n];
            mention.kind == MentionKind::Name
                && !mention.possessive
                && tokens.start < mention.tokens.end
                && mention.tokens.end <= tokens.end
        });
        around.or_else(|| {
            starting.clone().find(|&n| {
                let mention = &self.all[n];
                !mention.possessive
                    && (!mention.after_preposition || mention.tokens.start == tokens.start)
            })
        })
    }
}
