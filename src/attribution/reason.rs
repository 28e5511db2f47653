//! The strongest feature of a decision in words.

use super::Decision;
use super::features::Feature;
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
/// next one. `before` are the speakers of the last turn and the one before it.
pub(super) fn of_choice(
    model: &Model,
    decision: &Decision,
    best: usize,
    before: [Option<usize>; 2],
) -> (Rule, Reason) {
    let spoke =
        |n: usize| before.map(|turn| turn.is_some() && turn == decision.candidates[n].entity);
    let [last, before_last, both] = model.links(decision);
    let score = |n: usize| {
        let link = match spoke(n) {
            [true, true] => both,
            [true, false] => last,
            [false, true] => before_last,
            [false, false] => 0.0,
        };
        decision.candidates[n].score + link
    };
    // A candidate's own features and those of its turns before, with their weights.
    let weighed = |n: usize| {
        let [last, before] = spoke(n);
        let holds = [last, before, last && before];
        let links = decision.links.iter().filter(|(feature, _)| holds[feature.link()]);
        let mut weighed = [0.0; Feature::OF_SPEAKERS];
        for (feature, value) in links.chain(decision.candidates[n].features.iter()) {
            weighed[feature as usize] = model.weight(decision.situation, feature) * value;
        }
        weighed
    };
    let known = (0..decision.candidates.len()).filter(|&n| decision.candidates[n].entity.is_some());
    let others = known.filter(|&n| n != best);
    let next = others.max_by(|&a, &b| score(a).total_cmp(&score(b))).map(weighed);
    let (best, next) = (weighed(best), next.unwrap_or([0.0; Feature::OF_SPEAKERS]));
    let advantage = |feature: Feature| best[feature as usize] - next[feature as usize];
    let told = Feature::ALL[..Feature::OF_SPEAKERS]
        .iter()
        .copied()
        .filter(|&feature| best[feature as usize] != 0.0 && sentence(feature).is_some());
    let strongest = told.max_by(|&a, &b| advantage(a).total_cmp(&advantage(b)));
    let feature = strongest.unwrap_or(Feature::Latest);
    (rule_of(feature), Reason::Feature(feature))
}

/// The rule that a feature stands for where nothing names the source.
fn rule_of(feature: Feature) -> Rule {
    use Feature::{
        ActsAfter, ActsBefore, AddressedLast, AddressedNext, FirstAfter, ListenerLast,
        SentenceSubject, SpokeBeforeLast, SpokeBeforeLastNear, SpokeLast, SpokeLastHere,
        SpokeLastNear,
    };
    match feature {
        SpokeLast | SpokeLastNear | SpokeLastHere => Rule::Continued,
        SpokeBeforeLast | SpokeBeforeLastNear | AddressedLast | AddressedNext | ListenerLast => {
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
        Feature::SpokeLastNear | Feature::SpokeLastHere => {
            "was quoted just before, and nobody else takes over"
        }
        Feature::SpokeLast => "was the last one quoted",
        Feature::SpokeBeforeLast | Feature::SpokeBeforeLastNear => {
            "takes turns with the other speaker"
        }
        Feature::SpeaksNear => "is quoted again and again around here",
        Feature::AddressedNext => "is spoken to in the answer",
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
        let by_rule = if !rule.names_speaker() || !speaker.is_empty() {
            rule.reason(cue, source, speaker)
        } else {
            ["The words beside it name “", source, "”.", "", ""]
        };
        let [a, b, c, d, e] = by_rule;
        match self {
            _ if speaker.is_empty() && source.is_empty() => {
                Rule::Unknown.reason(cue, source, speaker).concat()
            }
            _ if speaker.is_empty() => [a, b, c, d, e, " Who that is stays open."].concat(),
            Self::Rule => by_rule.concat(),
            Self::Feature(feature) => {
                let what = sentence(feature).unwrap_or("fits best");
                if source.is_empty() {
                    [speaker, " ", what, "."].concat()
                } else {
                    [a, b, c, d, e, " ", speaker, " ", what, "."].concat()
                }
            }
        }
    }
}
