//! The word that opens what is reported, "that", at a distance from its cue or beside a noun.

use super::clauses::Clauses;
use super::reporting::ReportingClause;
use crate::lexicon::{Class, Setting, VerbClass, VerbForm};
use crate::token::Shape;

/// A complementizer after several phrases stands within this many tokens.
const DISTANT_TOKENS: usize = 24;

impl Clauses<'_> {
    /// The complementizer after several phrases that start at token `from`: "said Monday at a stop in Bern, Texas,
    /// *that*".
    pub(super) fn distant_complementizer(
        &self,
        from: usize,
        reporting: &ReportingClause,
    ) -> Option<usize> {
        let cue = reporting.cue;
        // "said, in a letter, that"
        let comma = self.document.mark(reporting.tokens.end) == ',';
        let first = self.document.token(reporting.tokens.end + usize::from(comma));
        let phrases = cue.is(VerbClass::Tell)
            || first.is_any_of(Class::Preposition | Class::Calendar | Class::Adverb)
                && !first.is(Class::Determiner);
        let sentence = self.sentences.around(cue.tokens.start).end;
        let next_cue = self.cues.get(reporting.number + 1).map_or(sentence, |cue| cue.group_start);
        let limit = sentence.min(next_cue).min(from + DISTANT_TOKENS);
        let found = (from..limit).find(|&n| {
            self.quotes.around(n).is_some() || self.document.token(n).is(Class::Complementizer)
        })?;
        // "said on her podcast, “Low Tide,” that": a title.
        let quote = self.quotes.around(found).map(|quote| self.quotes.all[quote].tokens());
        let that = quote
            .filter(|_| self.document.token(found + 1).is_capital())
            .map_or(found, |it| it.end);
        let before = self.document.token(that.checked_sub(1)?);
        let closes = that > found
            || before.mark == ','
            || before.is(Class::Calendar)
            || before.is_capital()
            || before.shape == Shape::Number;
        (phrases
            && !reporting.inverted
            && that > from
            && closes
            && self.document.token(that).is_lower(Class::Complementizer)
            && !self.is_relative(that, reporting))
        .then_some(that)
    }

    /// Whether the complementizer at token `that` opens a clause about the noun before it: "said in a film that
    /// *showed*".
    pub(super) fn is_relative(&self, that: usize, reporting: &ReportingClause) -> bool {
        let before = self.document.token(that - 1);
        let next = self.document.token(that + 1);
        let finite = next.is(Class::Auxiliary)
            || next.shape == Shape::Lower
                && !next.word.is_function()
                && (next.word.verb.is_some_and(|verb| verb.form != VerbForm::Base)
                    || self.document.ends(that + 1, Setting::PastEndings));
        that > reporting.tokens.end
            && before.is_word()
            && !before.is_any_of(Class::Calendar | Class::Adverb)
            && before.word.pronoun.is_none()
            && finite
    }
}
