//! Whether the words beside a cue are reported speech: "added *that it held*", not "added *seats*".

use std::ops::Range;

use super::clauses::Clauses;
use super::features::{ClauseFeature as F, Decision, FeatureSet};
use super::reporting::ReportingClause;
use crate::cue::{CueKind, Relation};
use crate::lexicon::{Case, Class, Gender, Setting, VerbClass, VerbForm};
use crate::token::Shape;

/// The verb of a clause is looked for among this many of its first tokens.
const FIRST_TOKENS: usize = 14;
/// A subject is described by this many of its first tokens.
const SUBJECT_TOKENS: usize = 12;
/// Words are counted among this many tokens.
const WORDS: usize = 24;
/// Words in quotation marks are near if they start within this many tokens.
const NEAR_TOKENS: usize = 3;

impl Clauses<'_> {
    /// How likely it is that `content`, the words beside the cue of `reporting`, is reported speech. Where a rule
    /// shows that it is ("that", "according to", "…, Lee has learned"), it is at least doubtful.
    pub(super) fn probability(&self, reporting: &ReportingClause, content: &[Range<usize>]) -> f64 {
        let features = self.describe(reporting, content);
        if let Some(record) = self.record {
            record.borrow_mut().push(Decision { content: content.to_vec(), features });
        }
        let probability = features.probability();
        if features.takes_thing() {
            0.0
        } else if features.has(F::That)
            || features.has(F::Phrase)
            || features.has(F::Think) && features.has(F::Before)
        {
            probability.max(0.5)
        } else {
            probability
        }
    }

    /// The properties of `content`, the words that `reporting` may report.
    fn describe(&self, reporting: &ReportingClause, content: &[Range<usize>]) -> FeatureSet {
        let mut features = FeatureSet::default();
        features.add_if(true, F::Always);
        let (Some(first), Some(last)) = (content.first(), content.last()) else { return features };
        self.describe_cue(reporting, &mut features);
        self.describe_subject(reporting, &mut features);
        let cue = reporting.cue;
        let before = first.start < cue.tokens.start;
        features.add_if(before && content.len() == 1, F::Before);
        features.add_if(content.len() > 1, F::BeforeAndAfter);
        if !before {
            self.describe_opening(reporting, first.start, &mut features);
        }
        self.describe_words(first.clone(), &mut features);
        let has_clause = [
            F::That,
            F::Subordinator,
            F::OpensInfinitive,
            F::OpensQuote,
            F::Finite,
            F::MayBeFinite,
        ]
        .into_iter()
        .chain([F::QuoteNear, F::QuoteLater, F::AfterColon])
        .any(|feature| features.has(feature));
        let says = self.complement(cue).is_none() && !features.has(F::OpensPronoun);
        features.add_if(!before && !has_clause && says, F::NoVerb);
        let sentence = self.sentences.around(cue.tokens.start);
        let is_end = |n: usize| n + 1 >= sentence.end || self.document.mark(n) == '.';
        features.add_if(is_end(last.end), F::EndsSentence);
        features.add_if(reporting.tokens.start <= sentence.start + 1, F::StartsSentence);
        features.add_if(self.document.is_story(cue.tokens.start), F::Story);
        let question = (sentence.end.saturating_sub(2)..sentence.end)
            .any(|n| self.document.mark(n) == '?' && self.quotes.around(n).is_none());
        features.add_if(question, F::Question);
        features
    }

    fn describe_cue(&self, reporting: &ReportingClause, features: &mut FeatureSet) {
        let cue = reporting.cue;
        let class = match cue.kind {
            CueKind::SourcePhrase => Some(F::Phrase),
            CueKind::Verb(class) => match class {
                VerbClass::Say => None,
                VerbClass::Tell => Some(F::Tell),
                VerbClass::Ask => Some(F::Ask),
                VerbClass::Commit => Some(F::Commit),
                VerbClass::Think => Some(F::Think),
                VerbClass::Manner => Some(F::Manner),
                VerbClass::Judge => Some(F::Judge),
            },
        };
        if let Some(class) = class {
            features.add_if(true, class);
            if cue.kind == CueKind::SourcePhrase {
                return;
            }
        }
        let verb = self.document.token(cue.tokens.end - 1);
        let before = self.document.token(cue.group_start.wrapping_sub(1));
        let first = self.document.token(cue.tokens.start);
        let auxiliary = cue.tokens.len() > 1;
        features.add_if(verb.is(Class::GoesOn), F::GoesOn);
        features.add_if(cue.form == VerbForm::Ing, F::Participle);
        features.add_if(cue.form == VerbForm::Past && !auxiliary, F::Past);
        features.add_if(cue.form == VerbForm::Base, F::Base);
        features.add_if(
            cue.form == VerbForm::Base && before.is_lower(Class::Infinitive),
            F::Infinitive,
        );
        features.add_if(auxiliary && cue.form == VerbForm::Base && !first.is(Class::Be), F::Modal);
        features.add_if(cue.negated, F::Negated);
        features.add_if(reporting.inverted, F::Inverted);
        let start = reporting.tokens.start;
        let opener = self.document.token(start.wrapping_sub(1));
        let outside = start > 0 && self.quotes.around(start - 1).is_none();
        features.add_if(outside && opener.is(Class::Subordinator), F::InClause);
        features.add_if(outside && opener.is(Class::Relative), F::InRelative);
    }

    fn describe_subject(&self, reporting: &ReportingClause, features: &mut FeatureSet) {
        let cue = reporting.cue;
        let relation = cue.subject.as_ref().map(|subject| subject.relation);
        features.add_if(relation == Some(Relation::Shared), F::SubjectShared);
        features.add_if(relation == Some(Relation::Relative), F::SubjectRelative);
        let tokens = if reporting.inverted {
            cue.following.clone()
        } else {
            cue.subject.as_ref().map(|subject| subject.tokens.clone())
        };
        let Some(tokens) = tokens else {
            features.add_if(true, F::NoSubject);
            return;
        };
        let first = self.document.token(tokens.start);
        if first.word.pronoun.is_some() {
            let thing = first.word.gender == Some(Gender::Neuter);
            features.add_if(true, if thing { F::SubjectImpersonal } else { F::SubjectPronoun });
            return;
        }
        let any = |is: &dyn Fn(usize) -> bool| tokens.clone().take(SUBJECT_TOKENS).any(is);
        let token = |n: usize| self.document.token(n);
        let name = |n: usize| token(n).is_capital() && !token(n).word.is_function();
        features.add_if(any(&name), F::SubjectName);
        let person = |n: usize| {
            token(n).word.is_person_noun() || token(n).is_any_of(Class::Group | Class::Role)
        };
        features.add_if(any(&person), F::SubjectPerson);
        features.add_if(any(&|n| token(n).is(Class::SpeechNoun)), F::SubjectSpeech);
    }

    fn describe_opening(
        &self,
        reporting: &ReportingClause,
        start: usize,
        features: &mut FeatureSet,
    ) {
        let before = self.document.token(start.wrapping_sub(1));
        let that = before.is_lower(Class::Complementizer) && start > reporting.cue.tokens.end;
        features.add_if(that, F::That);
        let mark = self.document.mark(start.wrapping_sub(if that { 2 } else { 1 }));
        features.add_if(mark == ',', F::AfterComma);
        features.add_if(mark == ':', F::AfterColon);
        features.add_if(start > reporting.tokens.end + 2, F::AfterAdjunct);
        if self.quotes.around(start).is_some() {
            features.add_if(true, F::OpensQuote);
            return;
        }
        let token = self.document.token(start);
        let subject = token.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Subject);
        let opening = if self.is_infinitive(start) {
            F::OpensInfinitive
        } else if subject {
            F::OpensPronoun
        } else if token.word.pronoun.is_some() {
            F::OpensObject
        } else if token.is(Class::Subordinator) && !token.is(Class::Preposition) {
            F::Subordinator
        } else if token.is_any_of(Class::Determiner | Class::Possessive) {
            F::OpensDeterminer
        } else if token.is(Class::Preposition) {
            F::OpensPreposition
        } else if token.is_capital() {
            F::OpensName
        } else if token.shape == Shape::Number || token.is(Class::Number) {
            F::OpensNumber
        } else if self.document.ends(start, Setting::ParticipleEndings) {
            F::OpensParticiple
        } else {
            return;
        };
        features.add_if(true, opening);
    }

    fn describe_words(&self, tokens: Range<usize>, features: &mut FeatureSet) {
        let words = self.words_of_first(WORDS, tokens.clone());
        features.add_if(words <= 3, F::Short);
        features.add_if((4..=7).contains(&words), F::FewWords);
        let first = tokens.start..tokens.end.min(tokens.start + FIRST_TOKENS);
        let outside = |n: &usize| self.quotes.around(*n).is_none();
        let finite = first.clone().filter(outside).any(|n| {
            let token = self.document.token(n);
            let before = self.document.token(n.wrapping_sub(1));
            token.is(Class::Auxiliary)
                || token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
                || token.is(Class::Clitic) && before.word.is_function()
        });
        let may_be_finite = self.may_have_verb(first.clone());
        features.add_if(finite, F::Finite);
        features.add_if(may_be_finite, F::MayBeFinite);
        let Some(quote) = first.clone().find(|&n| self.quotes.around(n).is_some()) else {
            features.add_if(self.quotes.touch(tokens), F::QuoteLater);
            return;
        };
        if quote == tokens.start {
            return;
        }
        let near = quote <= tokens.start + NEAR_TOKENS;
        features.add_if(near, F::QuoteNear);
        features.add_if(!near, F::QuoteLater);
        let before = self.document.token(quote - 1);
        features.add_if(before.is(Class::Preposition), F::QuoteAfterPreposition);
        let inside = self.quotes.around(quote).map(|n| self.quotes.all[n].tokens());
        let title = inside.is_some_and(|quoted| {
            let last = quoted.end.saturating_sub(2);
            self.document.token(quoted.start + 1).is_capital()
                && (last > quoted.start + 1 && self.document.token(last).is_capital()
                    || self.document.token(last.saturating_sub(1)).is_capital())
        });
        features.add_if(title, F::QuoteIsTitle);
        let work = (first.start..quote)
            .any(|n| self.document.token(n).is_any_of(Class::Work | Class::Label));
        features.add_if(work, F::Work);
    }

    /// Whether a word in no list among `tokens` may be the verb of a clause, because it stands after its subject:
    /// "the soup tasted", "he wants".
    fn may_have_verb(&self, tokens: Range<usize>) -> bool {
        tokens.skip(1).take(FIRST_TOKENS).any(|n| {
            let (before, token) = (self.document.token(n - 1), self.document.token(n));
            let subject = before.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Subject);
            token.shape == Shape::Lower
                && self.quotes.around(n).is_none()
                && !token.word.is_function()
                && self.document.ends(n, Setting::FiniteEndings)
                && before.is_word()
                && (subject || !before.word.is_function())
                && (self.document.ends(n, Setting::PastEndings) || subject || before.is_capital())
        })
    }
}
