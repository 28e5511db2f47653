//! The features of a quoted stretch.

use super::surroundings::Surroundings;
use crate::attribution::features::{Features, SpeechFeature as Feature};
use crate::attribution::findings::Findings;
use crate::attribution::source;
use crate::cue::Cue;
use crate::lexicon::{Class, VerbClass};
use crate::quotation::is_single;
use crate::token::{DASHES, DOTS, NO_MARK, Shape, Token};

/// An auxiliary, and "I" or "you", count among this many tokens at the start of a stretch.
const STRETCH_TOKENS: usize = 200;
/// A word for a work or a label is one of this many tokens before the stretch: "the novel “…”".
const LEAD_TOKENS: usize = 3;
/// The mark that ends the words is one of the last tokens, closing marks included, or the one after them.
const LAST_TOKENS: usize = 3;
/// A judgement stands at most this many tokens before the stretch: "called the plan “a fraud”".
const JUDGEMENT_TOKENS: usize = 8;

/// The features of the stretch `quote`, by its words and its surroundings.
pub(super) fn features(
    findings: &Findings,
    quote: usize,
    around: &Surroundings,
) -> Features<Feature> {
    let document = &findings.document;
    let tokens = findings.quotes.all[quote].tokens();
    let before = tokens.start.checked_sub(1).map(|n| document.token(n));
    let next = document.tokens.get(tokens.end);
    let within = document.tokens.get(tokens.clone()).unwrap_or_default();
    let words = Words::of(within);
    let Words { count, first, .. } = words;
    let last_marks = tokens.clone().rev().take(LAST_TOKENS).chain([tokens.end]);
    let ends = |marks: &[char]| last_marks.clone().any(|n| marks.contains(&document.mark(n)));
    let lead = (tokens.start.saturating_sub(LEAD_TOKENS).max(around.sentence)..tokens.start)
        .filter(|&n| findings.quotes.around(n).is_none());
    let led_by = |class| lead.clone().any(|n| document.token(n).is(class));
    let cue = around.cue.map(|cue| &findings.cues[cue]);
    let cue_within = |count: usize| cue.filter(|cue| cue.tokens.end + count >= tokens.start);
    let sentence_end = findings.sentences.around(tokens.end.saturating_sub(1)).end;
    let next_cue = findings.cues.partition_point(|cue| cue.tokens.start < tokens.end);

    let mut features = Features::default();
    features.add(Feature::Quoted);
    features.add_count(Feature::Length, count);
    features.add_if(count <= 1, Feature::OneWord);
    features.add_if(matches!(count, 2 | 3), Feature::FewWords);
    let paragraph = document.block_of(tokens.start);
    features.add_if(
        document.blocks()[paragraph].tokens.start == tokens.start,
        Feature::StartsParagraph,
    );
    features.add_if(around.starts_sentence, Feature::StartsSentence);
    let (stops, pauses) = (ends(&['.', '!', '?', '…', DOTS]), ends(&[',', '—', DASHES]));
    features.add_if(stops, Feature::EndsSentence);
    features.add_if(pauses, Feature::EndsComma);
    let lowercase = first.is_some_and(|first| first.shape == Shape::Lower);
    // Around a sentence single marks show nothing, if all speech of the text stands in them.
    let separate = (stops || pauses) && (around.starts_sentence || around.before != NO_MARK);
    let usual = findings.quotes.single_marks && separate && !lowercase;
    features.add_if(is_single(document.mark(tokens.start)) && !usual, Feature::SingleMarks);
    features.add_if(lowercase, Feature::StartsLowercase);
    features.add_if(words.are_title_case(), Feature::TitleCase);
    features.add_if(led_by(Class::Work), Feature::AfterWork);
    features.add_if(led_by(Class::Label), Feature::AfterLabel);
    features.add_if(around.before == ':', Feature::AfterColon);
    features.add_if(around.before == ',', Feature::AfterComma);
    features.add_if(matches!(around.before, '(' | '['), Feature::AfterBracket);
    let before_is = |class: Class| before.is_some_and(|token| token.is(class));
    // "said that “we will go”": the word after a cue opens what was said.
    let opens = before_is(Class::Complementizer) && cue_within(1).is_some();
    let after_determiner = !opens && before_is(Class::Determiner)
        || before_is(Class::Possessive)
        || before_is(Class::Clitic);
    features.add_if(after_determiner, Feature::AfterDeterminer);
    features.add_if(before_is(Class::Preposition), Feature::AfterPreposition);
    let judges = |cue: &Cue| cue.is(VerbClass::Judge);
    let after_judgement = cue_within(JUDGEMENT_TOKENS).is_some_and(judges);
    features.add_if(after_judgement, Feature::AfterJudgement);
    features.add_if(cue_within(1).is_some_and(|cue| !judges(cue)), Feature::AfterCue);
    let owner = source::owner(findings, tokens.clone(), around.sentence, around.cue);
    features.add_if(cue.is_some() || owner.is_some(), Feature::CueBefore);
    features.add_if(cue.is_some_and(|cue| cue.is(VerbClass::Think)), Feature::ThoughtBefore);
    let next_cue = findings.cues.get(next_cue);
    let cue_after = next_cue.is_some_and(|cue| cue.tokens.start < sentence_end);
    features.add_if(cue_after, Feature::CueAfter);
    features.add_if(around.resumes, Feature::Resumes);
    let before_lowercase =
        next.is_some_and(|token| token.shape == Shape::Lower && !token.is(Class::Conjunction));
    features.add_if(before_lowercase, Feature::BeforeNoun);
    let short = count <= 3;
    features.add_if(short && cue.is_none(), Feature::ShortUncued);
    features.add_if(short && after_determiner, Feature::ShortDetermined);
    let before_noun = before_lowercase && next.is_some_and(|token| !token.word.is_function());
    features.add_if(short && before_noun, Feature::ShortBeforeNoun);
    let capital = first.is_some_and(Token::is_capital);
    features.add_if(short && capital && !around.starts_sentence, Feature::ShortName);
    features.add_if(short && before_is(Class::Preposition), Feature::ShortGoverned);
    // "“Fresh” meant Tuesday": a term, about which the sentence says something.
    let goes_on = tokens.end < sentence_end && !stops && !pauses;
    let tagged = next_cue.is_some_and(|cue| cue.group_start.min(cue.tokens.start) == tokens.end);
    features.add_if(short && around.starts_sentence && goes_on && !tagged, Feature::ShortSubject);
    // "told “The Morning Tide”", "on Harbour Radio's “The Morning Tide”".
    let governed = before_is(Class::Preposition) || before_is(Class::Clitic);
    features.add_if(governed && words.are_title_case(), Feature::TitleGoverned);
    features.add_if(before_is(Class::Be), Feature::BeBefore);
    features.add_if(words.speak_of_self, Feature::SpeaksOfSelf);
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
    /// Whether a lowercase word is no function word.
    has_lowercase_content: bool,
    speak_of_self: bool,
    has_verb: bool,
}

impl<'a> Words<'a> {
    fn of(tokens: &'a [Token]) -> Self {
        let mut words = Self::default();
        for (n, token) in tokens.iter().enumerate() {
            if n < STRETCH_TOKENS {
                words.speak_of_self |= token.word.pronoun.is_some_and(|pronoun| pronoun.person < 3);
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
                words.has_lowercase_content |= !token.word.is_function();
            }
        }
        words
    }

    /// Whether all words but function words start with capitals, at least two.
    fn are_title_case(&self) -> bool {
        !self.has_lowercase_content && self.capitals >= 2
    }
}
