//! The features of a quoted stretch.

use super::surroundings::Surroundings;
use crate::attribution::features::{Features, SpeechFeature as Feature};
use crate::attribution::findings::Findings;
use crate::attribution::source;
use crate::lexicon::{Class, VerbClass};
use crate::token::{DASHES, DOTS, Shape, Token};

/// What the words of the stretch `quote` and their surroundings show.
pub(super) fn features(
    findings: &Findings,
    quote: usize,
    around: &Surroundings,
) -> Features<Feature> {
    let document = &findings.document;
    let tokens = findings.quotes.all[quote].tokens();
    let before = tokens.start.checked_sub(1).map(|n| document.token(n));
    let behind = document.tokens.get(tokens.end);
    let within = document.tokens.get(tokens.clone()).unwrap_or_default();
    let words = Words::of(within);
    let Words { count, first, .. } = words;
    let last_marks = tokens.clone().rev().take(3).chain([tokens.end]);
    let ends = |marks: &[char]| last_marks.clone().any(|n| marks.contains(&document.mark(n)));
    let lead = (tokens.start.saturating_sub(3).max(around.sentence)..tokens.start)
        .filter(|&n| findings.quotes.around(n).is_none());
    let led_by = |class| lead.clone().any(|n| document.token(n).is(class));
    let cue = around.cue.map(|cue| &findings.cues[cue]);
    let adjacent = |reach: usize| cue.filter(|cue| cue.tokens.end + reach >= tokens.start);
    let sentence_end = findings.sentences.around(tokens.end.saturating_sub(1)).end;
    let first_behind = findings.cues.partition_point(|cue| cue.tokens.start < tokens.end);

    let mut features = Features::default();
    features.add(Feature::Quoted);
    features.add_count(Feature::Length, count);
    features.add_if(count <= 1, Feature::OneWord);
    features.add_if(matches!(count, 2 | 3), Feature::FewWords);
    features.add_if(matches!(document.mark(tokens.start), '\'' | '‘'), Feature::SingleMarks);
    let paragraph = document.block_of(tokens.start);
    features.add_if(
        document.blocks()[paragraph].tokens.start == tokens.start,
        Feature::StartsParagraph,
    );
    features.add_if(around.starts_sentence, Feature::StartsSentence);
    features.add_if(ends(&['.', '!', '?', '…', DOTS]), Feature::EndsSentence);
    features.add_if(ends(&[',', '—', DASHES]), Feature::EndsComma);
    let small = first.is_some_and(|first| first.shape == Shape::Lower);
    features.add_if(small, Feature::StartsLowercase);
    features.add_if(words.are_title_case(), Feature::TitleCase);
    features.add_if(led_by(Class::Work), Feature::AfterWork);
    features.add_if(led_by(Class::Label), Feature::AfterLabel);
    features.add_if(around.before == ':', Feature::AfterColon);
    features.add_if(around.before == ',', Feature::AfterComma);
    features.add_if(matches!(around.before, '(' | '['), Feature::AfterBracket);
    let before_is = |class: Class| before.is_some_and(|token| token.is(class));
    let determined =
        before_is(Class::Determiner) || before_is(Class::Possessive) || before_is(Class::Clitic);
    features.add_if(determined, Feature::AfterDeterminer);
    features.add_if(before_is(Class::Preposition), Feature::AfterPreposition);
    let judges = adjacent(8).is_some_and(|cue| cue.is(VerbClass::Judge));
    features.add_if(judges, Feature::AfterJudgement);
    features.add_if(adjacent(1).is_some_and(|cue| !cue.is(VerbClass::Judge)), Feature::AfterCue);
    let owned = source::owner(findings, tokens.clone(), around.sentence, around.cue).is_some();
    features.add_if(cue.is_some() || owned, Feature::CueBefore);
    features.add_if(cue.is_some_and(|cue| cue.is(VerbClass::Think)), Feature::ThoughtBefore);
    let cue_behind =
        findings.cues.get(first_behind).is_some_and(|cue| cue.tokens.start < sentence_end);
    features.add_if(cue_behind, Feature::CueAfter);
    features.add_if(around.resumes, Feature::Resumes);
    features.add_if(behind.is_some_and(|token| token.shape == Shape::Lower), Feature::BeforeNoun);
    let short = count <= 3;
    let named = first.is_some_and(Token::is_capital);
    features.add_if(short && cue.is_none(), Feature::ShortUncued);
    features.add_if(short && determined, Feature::ShortDetermined);
    let noun = behind.is_some_and(|token| token.shape == Shape::Lower && !token.word.is_function());
    features.add_if(short && noun, Feature::ShortBeforeNoun);
    features.add_if(short && named && !around.starts_sentence, Feature::ShortName);
    features.add_if(short && before_is(Class::Preposition), Feature::ShortGoverned);
    features.add_if(before_is(Class::Be), Feature::BeBefore);
    features.add_if(words.of_self, Feature::SpeaksOfSelf);
    features.add_if(words.has_verb, Feature::HasVerb);
    features.add_if(findings.quotes.all[quote].parts.len() > 1, Feature::SeveralParagraphs);
    features
}

/// What the words of a stretch show.
#[derive(Default)]
struct Words<'a> {
    count: usize,
    first: Option<&'a Token>,
    capitals: usize,
    /// Whether a word in small letters is no function word.
    small: bool,
    of_self: bool,
    has_verb: bool,
}

impl<'a> Words<'a> {
    fn of(tokens: &'a [Token]) -> Self {
        let mut words = Self::default();
        for (n, token) in tokens.iter().enumerate() {
            if n < 200 {
                words.of_self |= token.word.pronoun.is_some_and(|pronoun| pronoun.person < 3);
                words.has_verb |= token.is(Class::Auxiliary);
            }
            if !token.is_word() {
                continue;
            }
            words.first = words.first.or(Some(token));
            words.count += 1;
            if token.is_capital() {
                words.capitals += 1;
            } else {
                words.small = words.small || !token.word.is_function();
            }
        }
        words
    }

    /// Whether all words but function words start with capitals, two at least.
    fn are_title_case(&self) -> bool {
        !self.small && self.capitals >= 2
    }
}
