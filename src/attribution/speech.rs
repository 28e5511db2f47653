//! Speech told apart from scare quotes, titles of works and labels.

use super::features::{Feature, Features, Situation};
use super::{Findings, SpeechDecision, Statement, fragment};
use crate::document::{DASHES, DOTS, Shape, Token};
use crate::lexicon::{Class, VerbClass};
use crate::report::QuotationKind;

/// The statement that a quoted stretch without a cue of its own makes, if it is speech.
pub(super) fn uncued(
    findings: &Findings,
    quote: usize,
    near: bool,
    decisions: &mut Vec<SpeechDecision>,
) -> Option<Statement> {
    let context = near.then_some(Feature::SpeechNear);
    let place = Place::of(findings, quote);
    if !is_speech_at(findings, quote, &place, context, decisions) {
        return None;
    }
    let whole =
        place.starts_sentence || place.resumes || matches!(place.before, ':' | '-' | '•' | '*');
    let kind = if whole || is_sentence(findings, quote) {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    };
    let mut statement = Statement::of_quote(findings, quote, kind);
    if !whole {
        fragment::name_source(findings, &mut statement, place.sentence, place.cue);
        // A label: “the kettle” that nobody in the sentence says.
        if kind == QuotationKind::Mixed && statement.mention.is_none() {
            return None;
        }
    }
    Some(statement)
}

/// Whether the words in marks are a sentence of their own: “Go!”, not “to go” or “The Times”.
fn is_sentence(findings: &Findings, quote: usize) -> bool {
    let tokens = findings.quotes.all[quote].tokens();
    let mark = |n: usize| findings.document.mark(n);
    let ends = tokens.clone().rev().take(2).any(|n| matches!(mark(n), '.' | '!' | '?' | '…'));
    ends && findings.document.tokens.get(tokens.start + 1).is_some_and(|first| first.is_capital())
}

/// Whether a quoted stretch is speech; `context` is a feature that the stages before know of.
pub(super) fn is_speech(
    findings: &Findings,
    quote: usize,
    context: Option<Feature>,
    decisions: &mut Vec<SpeechDecision>,
) -> bool {
    is_speech_at(findings, quote, &Place::of(findings, quote), context, decisions)
}

/// The same where `place` is known.
fn is_speech_at(
    findings: &Findings,
    quote: usize,
    place: &Place,
    context: Option<Feature>,
    decisions: &mut Vec<SpeechDecision>,
) -> bool {
    let mut features = features(findings, quote, place);
    if let Some(context) = context {
        features.add(context);
    }
    let situation = if findings.story { Situation::StorySpeech } else { Situation::Speech };
    // "She was blunt: “Nobody believes that.”": the colon hands over to speech.
    let announced = features.has(Feature::AfterColon)
        && features.has(Feature::EndsSentence)
        && !features.has(Feature::StartsSmall)
        && !features.has(Feature::TitleCase)
        && !features.has(Feature::OneWord);
    // "‘We will not go,’ said Lee": a sentence with a cue is speech in whatever marks.
    let tagged = features.has(Feature::Cued)
        && (features.has(Feature::EndsComma) || features.has(Feature::EndsSentence))
        && !features.has(Feature::OneWord)
        && !features.has(Feature::FewWords);
    // "wrote the book “The Last Cat,” said": what the work is called.
    let title = features.has(Feature::AfterWork) && features.has(Feature::TitleCase);
    let speech =
        !title && (announced || tagged || findings.model.score(situation, &features) > 0.0);
    decisions.push(SpeechDecision { quote, situation, features });
    speech
}

/// So many cues before a stretch are looked at, which keeps the whole linear.
const CUES_BACK: usize = 16;

/// What stands around a quoted stretch.
struct Place {
    /// The mark before it.
    before: char,
    /// First token of its sentence.
    sentence: usize,
    starts_sentence: bool,
    /// Narration leads from an earlier quotation to it.
    resumes: bool,
    /// The last cue with a subject before it in the sentence.
    cue: Option<usize>,
}

impl Place {
    fn of(findings: &Findings, quote: usize) -> Self {
        let start = findings.quotes.all[quote].tokens().start;
        let sentence = findings.sentences.around(start).start;
        let last = start.wrapping_sub(1);
        let before = findings.document.mark(last);
        let parted = matches!(before, ',' | ';' | '—' | '–' | '-' | ')' | DASHES);
        let end = findings.cues.partition_point(|cue| cue.tokens.end <= start);
        let cue = (end.saturating_sub(CUES_BACK)..end).rev().find(|&n| {
            let cue = &findings.cues[n];
            cue.tokens.start >= sentence && cue.subject.is_some() && !cue.passive
        });
        Self {
            before,
            sentence,
            starts_sentence: sentence == start,
            resumes: parted && resumes_speech(findings, start, sentence),
            cue,
        }
    }
}

/// Whether narration that started behind a quotation leads into the stretch at token `start`:
/// "“A,” said Lee; “B.”".
fn resumes_speech(findings: &Findings, start: usize, sentence: usize) -> bool {
    (sentence.max(start.saturating_sub(40))..start).any(|n| findings.quotes.around(n).is_some())
        || sentence > 0 && findings.quotes.around(sentence - 1).is_some()
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

fn features(findings: &Findings, quote: usize, place: &Place) -> Features {
    let document = findings.document;
    let tokens = findings.quotes.all[quote].tokens();
    let before = tokens.start.checked_sub(1).map(|n| document.token(n));
    let behind = document.tokens.get(tokens.end);
    let within = document.tokens.get(tokens.clone()).unwrap_or_default();
    let words = Words::of(within);
    let Words { count, first, .. } = words;
    let last_marks = tokens.clone().rev().take(3).chain([tokens.end]);
    let ends = |marks: &[char]| last_marks.clone().any(|n| marks.contains(&document.mark(n)));
    let lead = (tokens.start.saturating_sub(3).max(place.sentence)..tokens.start)
        .filter(|&n| findings.quotes.around(n).is_none());
    let led_by = |class| lead.clone().any(|n| document.token(n).is(class));
    let cue = place.cue.map(|cue| &findings.cues[cue]);
    let adjacent = |reach: usize| cue.filter(|cue| cue.tokens.end + reach >= tokens.start);
    let sentence_end = findings.sentences.around(tokens.end.saturating_sub(1)).end;
    let first_behind = findings.cues.partition_point(|cue| cue.tokens.start < tokens.end);

    let mut features = Features::default();
    features.add(Feature::Quoted);
    features.add_count(Feature::Length, count);
    features.add_if(count <= 1, Feature::OneWord);
    features.add_if(matches!(count, 2 | 3), Feature::FewWords);
    features.add_if(matches!(document.mark(tokens.start), '\'' | '‘'), Feature::SingleMarks);
    let paragraph = document.paragraph_of(tokens.start);
    features.add_if(
        document.paragraphs[paragraph].tokens.start == tokens.start,
        Feature::StartsParagraph,
    );
    features.add_if(place.starts_sentence, Feature::StartsSentence);
    features.add_if(ends(&['.', '!', '?', '…', DOTS]), Feature::EndsSentence);
    features.add_if(ends(&[',', '—', DASHES]), Feature::EndsComma);
    let small = first.is_some_and(|first| first.shape == Shape::Lower);
    features.add_if(small, Feature::StartsSmall);
    features.add_if(words.are_title_case(), Feature::TitleCase);
    features.add_if(led_by(Class::Work), Feature::AfterWork);
    features.add_if(led_by(Class::Label), Feature::AfterLabel);
    features.add_if(place.before == ':', Feature::AfterColon);
    features.add_if(place.before == ',', Feature::AfterComma);
    features.add_if(matches!(place.before, '(' | '['), Feature::AfterBracket);
    let before_is = |class: Class| before.is_some_and(|token| token.is(class));
    let determined =
        before_is(Class::Determiner) || before_is(Class::Possessive) || before_is(Class::Clitic);
    features.add_if(determined, Feature::AfterDeterminer);
    features.add_if(before_is(Class::Preposition), Feature::AfterPreposition);
    let judges = adjacent(8).is_some_and(|cue| cue.is(VerbClass::Judge));
    features.add_if(judges, Feature::AfterJudgement);
    features.add_if(adjacent(1).is_some_and(|cue| !cue.is(VerbClass::Judge)), Feature::AfterCue);
    let owned = fragment::owner(findings, tokens.clone(), place.sentence, place.cue).is_some();
    features.add_if(cue.is_some() || owned, Feature::CueBefore);
    features.add_if(cue.is_some_and(|cue| cue.is(VerbClass::Think)), Feature::ThoughtBefore);
    let cue_behind =
        findings.cues.get(first_behind).is_some_and(|cue| cue.tokens.start < sentence_end);
    features.add_if(cue_behind, Feature::CueBehind);
    features.add_if(place.resumes, Feature::Resumes);
    features.add_if(behind.is_some_and(|token| token.shape == Shape::Lower), Feature::BeforeNoun);
    let short = count <= 3;
    let named = first.is_some_and(Token::is_capital);
    features.add_if(short && cue.is_none(), Feature::ShortUncued);
    features.add_if(short && determined, Feature::ShortDetermined);
    let noun = behind.is_some_and(|token| token.shape == Shape::Lower && !token.word.is_function());
    features.add_if(short && noun, Feature::ShortBeforeNoun);
    features.add_if(short && named && !place.starts_sentence, Feature::ShortName);
    features.add_if(short && before_is(Class::Preposition), Feature::ShortGoverned);
    features.add_if(before_is(Class::Be), Feature::BeBefore);
    features.add_if(words.of_self, Feature::SpeaksOfSelf);
    features.add_if(words.has_verb, Feature::HasVerb);
    features.add_if(findings.quotes.all[quote].parts.len() > 1, Feature::SeveralParagraphs);
    features
}
