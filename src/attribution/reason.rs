//! The strongest feature of a decision in words.

use super::candidate::Candidate;
use super::features::{Feature, Situation};
use super::model::Model;
use super::rule::Rule;

/// Why a speaker was chosen; put into a sentence when speaker and source are known by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The rule that found the source says it all.
    Rule,
    /// The model chose: by this feature most of all.
    Feature(Feature),
}

/// The rule and reason of a choice: the feature that set the best candidate apart most from the
/// next one.
pub(super) fn of_choice(
    model: &Model,
    situation: Situation,
    candidates: &[Candidate],
    best: usize,
) -> (Rule, Reason) {
    let score = |candidate: &Candidate| model.score(situation, &candidate.features);
    let next = (0..candidates.len())
        .filter(|&n| n != best)
        .max_by(|&a, &b| score(&candidates[a]).total_cmp(&score(&candidates[b])));
    let advantage = |feature: Feature| {
        let own = candidates[best].features.value(feature);
        let other = next.map_or(0.0, |next| candidates[next].features.value(feature));
        model.weight(situation, feature) * (own - other)
    };
    let told = Feature::ALL.into_iter().filter(|&feature| {
        candidates[best].features.value(feature) > 0.0 && sentence(feature).is_some()
    });
    let strongest = told.max_by(|&a, &b| advantage(a).total_cmp(&advantage(b)));
    let feature = strongest.unwrap_or(Feature::Latest);
    (rule_of(feature), Reason::Feature(feature))
}

/// The rule that a feature stands for where nothing names the source.
fn rule_of(feature: Feature) -> Rule {
    use Feature::{
        ActsAfter, ActsBefore, AddressedLast, FirstAfter, ListenerLast, SentenceSubject,
        SpeaksAfterNext, SpokeBeforeLast, SpokeFourth, SpokeLast, SpokeLastApart,
    };
    match feature {
        SpokeLast | SpokeLastApart => Rule::Continued,
        SpokeBeforeLast | SpokeFourth | SpeaksAfterNext | AddressedLast | ListenerLast => {
            Rule::TurnTaking
        }
        ActsAfter | ActsBefore | FirstAfter | SentenceSubject => Rule::ActionBeat,
        _ => Rule::LastNamed,
    }
}

/// What a feature says of the speaker; none for those that explain nothing to a reader.
fn sentence(feature: Feature) -> Option<&'static str> {
    Some(match feature {
        Feature::Itself => "is whom these words most likely mean",
        Feature::Latest => "is the last one mentioned before",
        Feature::SecondLatest => "is one of the last two mentioned before",
        Feature::SentenceSubject => "acts in the same sentence",
        Feature::ActsBefore => "acts in the same paragraph, just before",
        Feature::ActsAfter | Feature::FirstAfter => "acts in the same paragraph, just after",
        Feature::PreviousSubject => "acts in the paragraph before",
        Feature::SpokeLast => "was quoted just before, and nobody else takes over",
        Feature::SpokeLastApart => "was the last one quoted",
        Feature::SpokeBeforeLast | Feature::SpokeFourth | Feature::SpeaksAfterNext => {
            "takes turns with the other speaker"
        }
        Feature::AddressedLast | Feature::ListenerLast => "was spoken to just before",
        Feature::Mentioned => "is the one mentioned most around here",
        Feature::GenderKnown => "is the one that the pronoun fits",
        _ => return None,
    })
}

impl Reason {
    /// The reason in one sentence or two; `cue` and `source` are words of the text, `speaker` is
    /// empty where nobody is sure enough.
    pub(crate) fn sentence(self, rule: Rule, cue: &str, source: &str, speaker: &str) -> String {
        let by_rule = || match rule {
            _ if !rule.names_speaker() => rule.reason(cue, source, speaker),
            _ if speaker.is_empty() => format!("The words beside it name “{source}”."),
            _ => rule.reason(cue, source, speaker),
        };
        match self {
            _ if speaker.is_empty() && source.is_empty() => {
                Rule::Unknown.reason(cue, source, speaker)
            }
            _ if speaker.is_empty() => format!("{} Who that is stays open.", by_rule()),
            Self::Rule => by_rule(),
            Self::Feature(feature) => {
                let what = sentence(feature).unwrap_or("fits best");
                if source.is_empty() {
                    format!("{speaker} {what}.")
                } else {
                    format!("{} {speaker} {what}.", by_rule())
                }
            }
        }
    }
}
