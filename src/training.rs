//! The decisions of the model, as `cargo xtask train` needs them to estimate weights.

mod expectation;

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
    Feature, Features, Situation, SpeakerFeature, SpeechFeature, SpeechSituation,
};
pub use crate::attribution::source_kind::SourceKind;
pub use expectation::{Expectation, expectations};

/// The decisions of the model on one document.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// On quoted stretches: whether they are speech.
    pub speech: Vec<SpeechDecision>,
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
        name: candidate.entity.map_or("", |entity| assemble::name(findings, entity)).to_owned(),
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
