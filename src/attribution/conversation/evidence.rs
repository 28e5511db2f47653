//! The strongest evidence for the candidate that was chosen.

use crate::attribution::decision::Decision;
use crate::attribution::features::SpeakerFeature as Feature;
use crate::attribution::model::Model;
use crate::report::{Evidence, Rule};

/// The rule and the evidence of a decision: the feature that gives the best candidate its greatest advantage
/// over the runner-up. `before` are the speakers of the previous turn and of the one before.
pub(super) fn strongest(
    model: &Model,
    decision: &Decision,
    best: usize,
    before: [Option<usize>; 2],
) -> (Rule, Evidence) {
    let spoke =
        |n: usize| before.map(|turn| turn.is_some() && turn == decision.candidates[n].entity);
    let [last, before_last, both] = decision.link_scores(model);
    let score = |n: usize| {
        let link = match spoke(n) {
            [true, true] => both,
            [true, false] => last,
            [false, true] => before_last,
            [false, false] => 0.0,
        };
        decision.candidates[n].score + link
    };
    // What each feature contributes to the score of a candidate, its links included.
    let contributions = |n: usize| {
        let [last, before_last] = spoke(n);
        let applies = [last, before_last, last && before_last];
        let links = decision.links.iter().filter(|(feature, _)| applies[feature.link()]);
        let mut contributions = [0.0; Feature::COUNT];
        for (feature, value) in links.chain(decision.candidates[n].features.iter()) {
            contributions[feature as usize] = model.weight(decision.situation, feature) * value;
        }
        contributions
    };
    let known = (0..decision.candidates.len()).filter(|&n| decision.candidates[n].entity.is_some());
    let others = known.filter(|&n| n != best);
    let next = others.max_by(|&a, &b| score(a).total_cmp(&score(b))).map(contributions);
    let (best, next) = (contributions(best), next.unwrap_or([0.0; Feature::COUNT]));
    let advantage = |feature: Feature| best[feature as usize] - next[feature as usize];
    let explained = Feature::ALL.iter().filter(|&&feature| best[feature as usize] != 0.0);
    let explained =
        explained.filter_map(|&feature| Some((feature, evidence(feature)?, advantage(feature))));
    let strongest = explained.max_by(|a, b| a.2.total_cmp(&b.2));
    strongest.map_or((Rule::LastNamed, Evidence::MentionedLast), |(feature, evidence, _)| {
        (rule(feature), evidence)
    })
}

/// The rule of a decision whose strongest evidence is `feature`, if nothing names the source.
fn rule(feature: Feature) -> Rule {
    match feature {
        Feature::SpokeLast | Feature::SpokeLastNear | Feature::SpokeLastHere => Rule::Continued,
        Feature::SpokeBeforeLast
        | Feature::SpokeBeforeLastNear
        | Feature::AddressedLast
        | Feature::AddressedNext
        | Feature::ListenerLast => Rule::TurnTaking,
        Feature::ActsAfter
        | Feature::ActsBefore
        | Feature::FirstAfter
        | Feature::SentenceSubject => Rule::ActionBeat,
        _ => Rule::LastNamed,
    }
}

/// The evidence that a feature is; `None` if it would explain nothing to a reader.
fn evidence(feature: Feature) -> Option<Evidence> {
    Some(match feature {
        Feature::Itself => Evidence::Antecedent,
        Feature::Latest => Evidence::MentionedLast,
        Feature::SecondLatest => Evidence::MentionedRecently,
        Feature::SentenceSubject => Evidence::ActsInSentence,
        Feature::ActsBefore => Evidence::ActsBefore,
        Feature::ActsAfter | Feature::FirstAfter => Evidence::ActsAfter,
        Feature::PreviousSubject => Evidence::ActsInPreviousParagraph,
        Feature::SpokeLastNear | Feature::SpokeLastHere => Evidence::GoesOn,
        Feature::SpokeLast => Evidence::QuotedLast,
        Feature::SpokeBeforeLast | Feature::SpokeBeforeLastNear => Evidence::TakesTurns,
        Feature::SpeaksNear => Evidence::QuotedNearby,
        Feature::AddressedNext => Evidence::AddressedInAnswer,
        Feature::AddressedLast | Feature::ListenerLast => Evidence::AddressedBefore,
        Feature::Mentioned => Evidence::MentionedMost,
        Feature::GenderKnown => Evidence::Agrees,
        _ => return None,
    })
}
