//! The decisions of the model, as `cargo xtask train` needs them to estimate weights.

mod expectation;
mod reported;

use crate::analysis::Analysis;
use crate::assemble;
use crate::attribution::decision::Decision;
use crate::attribution::{self, Findings, Recorder, Statement};
use crate::options::Options;
use crate::report::{Report, Rule};
use crate::span::Span;

pub use crate::attribution::Model;
pub use crate::attribution::crf::Variable;
pub use crate::attribution::features::{
    Feature, Features, FindFeature, FindSituation, Situation, SpeakerFeature, SpeechFeature,
    SpeechSituation,
};
pub use crate::attribution::source_kind::SourceKind;
pub use expectation::{Expectation, expectations};
pub use reported::{CLAUSE, ClauseDecision, ClauseFeature, FeatureSet, clause_decisions};

/// The decisions of the model on one document.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// On quoted stretches: whether they are speech.
    pub speech: Vec<SpeechDecision>,
    /// On finds: whether they are quotations with the right extent.
    pub finds: Vec<FindDecision>,
    /// On speakers: chains of turns that are decided together.
    pub chains: Vec<Vec<SpeakerDecision>>,
}

/// The decision whether a quoted stretch is speech.
#[derive(Clone, Debug)]
pub struct SpeechDecision {
    /// The kind of text it stands in.
    pub situation: SpeechSituation,
    /// The quoted words, in bytes.
    pub content: Vec<Span>,
    /// What the model decides by.
    pub features: Features<SpeechFeature>,
}

/// How likely a find is a quotation with the right extent.
#[derive(Clone, Debug)]
pub struct FindDecision {
    /// Number of the quotation in the report.
    pub quotation: usize,
    /// The kind of text it stands in.
    pub situation: FindSituation,
    /// What the model judges by.
    pub features: Features<FindFeature>,
}

/// The decision on the speaker of a quotation.
#[derive(Clone, Debug)]
pub struct SpeakerDecision {
    /// What the text shows of the source.
    pub situation: Situation,
    /// The content of the quotation, in bytes.
    pub content: Vec<Span>,
    /// The rule that found the source and the kind of its words, if a source stands beside the quotation.
    pub source: Option<(Rule, SourceKind)>,
    /// Those who may be the speaker; one if the decision is not open.
    pub candidates: Vec<Candidate>,
    /// The features of a candidate who spoke in the previous turn, in the one before, in both.
    pub links: [Features<SpeakerFeature>; 3],
}

/// An entity that may be the speaker, or somebody unknown.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Number of the entity; `None` for somebody unknown.
    pub speaker: Option<usize>,
    /// Identifies the candidate across the turns of a chain.
    pub identity: Option<usize>,
    /// The fullest name in the text.
    pub name: String,
    /// Where the text mentions the candidate, in bytes.
    pub mentions: Vec<Span>,
    /// What the model decides by.
    pub features: Features<SpeakerFeature>,
}

/// The report that `model` gives for `text`, and its decisions.
pub fn observe(text: &str, lang: &str, model: &Model) -> (Report, Decisions) {
    let options = Options::new().lang(lang);
    let analysis = Analysis::of(text, &options);
    let findings = Findings { analysis: &analysis, model };
    let mut observer = Observer { findings: &findings, decisions: Decisions::default() };
    let statements = attribution::attribute(&findings, &mut observer);
    let decisions = observer.decisions;
    (assemble::report(&findings, statements, &options), decisions)
}

/// Records every decision.
struct Observer<'a> {
    findings: &'a Findings<'a>,
    decisions: Decisions,
}

impl Recorder for Observer<'_> {
    /// The accuracy of a source beside a quotation is measured on the turns that are not open.
    const EVERY_TURN: bool = true;

    fn speech(
        &mut self,
        quote: usize,
        situation: SpeechSituation,
        features: Features<SpeechFeature>,
    ) {
        let parts = self.findings.quotes.all[quote].parts.iter();
        let content = parts.map(|part| part.inner).collect();
        self.decisions.speech.push(SpeechDecision { situation, content, features });
    }

    fn find(
        &mut self,
        quotation: usize,
        situation: FindSituation,
        features: Features<FindFeature>,
    ) {
        self.decisions.finds.push(FindDecision { quotation, situation, features });
    }

    fn chain(&mut self, _: &Findings, statements: &[Statement], chain: Vec<Decision>) {
        let decisions = chain.into_iter().map(|decision| {
            let statement = &statements[decision.statement];
            speaker_decision(self.findings, statement, decision)
        });
        self.decisions.chains.push(decisions.collect());
    }
}

fn speaker_decision(
    findings: &Findings,
    statement: &Statement,
    decision: Decision,
) -> SpeakerDecision {
    let candidates = decision.candidates.into_iter().map(|candidate| Candidate {
        speaker: candidate.entity,
        identity: candidate.identity(),
        name: candidate.entity.map(|entity| assemble::name(findings, entity)).unwrap_or_default(),
        mentions: candidate.entity.map(|entity| mentions(findings, entity)).unwrap_or_default(),
        features: candidate.features,
    });
    let mut links: [Features<SpeakerFeature>; 3] = Default::default();
    for (feature, _) in decision.links.iter() {
        links[feature.link()].add(feature);
    }
    let source = statement.mention.map(|mention| {
        let mention = &findings.mentions.all[mention];
        let story = findings.document.is_story(mention.head);
        (statement.rule, SourceKind::of(story, mention.kind))
    });
    SpeakerDecision {
        situation: decision.situation,
        content: statement.content.clone(),
        source,
        candidates: candidates.collect(),
        links,
    }
}

/// Where the text mentions an entity, in bytes.
fn mentions(findings: &Findings, entity: usize) -> Vec<Span> {
    let of = findings.speakers.of.iter().zip(&findings.mentions.all);
    of.filter(|(of, _)| **of == Some(entity))
        .map(|(_, mention)| findings.document.span(mention.tokens.start, mention.tokens.end))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;

    /// Ann Lee is named twice. Open are a pronoun, a turn without a source, a noun, and what "She" said, which
    /// is no turn of the conversation. “I am cold.” and “Sit down.” share the speaker of their paragraph.
    const STORY: &str = "“Who is there?” asked Ann Lee.\n\n\
        Tom Hale stood at the door. “Me,” he said. “I am cold.”\n\n\
        “Come in.”\n\n\
        She said that the fire was out.\n\n\
        “Thank you,” said the old man.\n\n\
        “It is late,” said Ann Lee. “Sit down.”";

    fn observed() -> (Report, Decisions) {
        observe(STORY, "en", Model::shipped())
    }

    fn words(content: &[Span]) -> &'static str {
        &STORY[content[0].range()]
    }

    #[test]
    fn each_turn_is_observed_once() {
        let (_, choices) = observed();
        let chain = |chain: &Vec<SpeakerDecision>| -> Vec<_> {
            chain.iter().map(|choice| (choice.situation, words(&choice.content))).collect()
        };
        let chains: Vec<_> = choices.chains.iter().map(chain).collect();
        let conversation = vec![
            (Situation::Named, "Who is there?"),
            (Situation::Pronoun, "Me,"),
            (Situation::Dialogue, "Come in."),
            (Situation::Noun, "Thank you,"),
            (Situation::Named, "It is late,"),
        ];
        let narrated = vec![(Situation::Pronoun, "the fire was out")];
        assert_eq!(chains, [conversation, narrated]);
    }

    #[test]
    fn a_named_turn_is_observed_even_if_nothing_is_open() {
        let (_, choices) = observe("“It rained,” said Ann Lee.", "en", Model::shipped());
        let choice = &choices.chains[0][0];
        assert_eq!(choice.situation, Situation::Named);
        assert_eq!(choice.source, Some((Rule::CueThenSource, SourceKind::StoryName)));
        assert_eq!(choice.candidates[0].name, "Ann Lee");
    }

    #[test]
    fn each_quoted_stretch_is_observed_once() {
        let (report, choices) = observed();
        let mut observed: Vec<_> =
            choices.speech.iter().map(|choice| choice.content.clone()).collect();
        observed.sort_by_key(|content| content[0].start);
        let quoted = report.quotations.into_iter().map(|quotation| quotation.verbatim);
        let quoted: Vec<_> = quoted.filter(|verbatim| !verbatim.is_empty()).collect();
        assert_eq!(observed, quoted);
    }

    #[test]
    fn candidates_are_told_by_name_and_mentions() {
        let (_, choices) = observed();
        let candidates = &choices.chains[0][1].candidates;
        let hale = candidates.iter().find(|candidate| candidate.name == "Tom Hale").unwrap();
        let mentions: Vec<_> = hale.mentions.iter().map(|span| &STORY[span.range()]).collect();
        assert_eq!(mentions[..2], ["Tom Hale", "he"]);
        assert!(hale.features.iter().any(|(feature, _)| feature == SpeakerFeature::Itself));
        assert_eq!(candidates.iter().filter(|candidate| candidate.speaker.is_none()).count(), 1);
    }

    #[test]
    fn observation_does_not_change_the_report() {
        assert_eq!(observed().0, extract(STORY, &Options::new()));
    }
}
