//! What the estimation of weights sees of the decisions, for `cargo xtask train`.

mod expectation;

use crate::analysis::Analysis;
use crate::assemble;
use crate::attribution::decision::Decision;
use crate::attribution::{self, Findings, Recorder, Statement};
use crate::options::Options;
use crate::report::{Report, Rule};
use crate::span::Span;

pub use crate::attribution::Model;
pub use crate::attribution::crf::Turn;
pub use crate::attribution::features::{
    Feature, Features, Situation, SpeakerFeature, SpeechFeature, SpeechSituation,
};
pub use crate::attribution::source_kind::SourceKind;
pub use expectation::{Expectation, expectations};

/// The choices that the model met in one document.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Whether words in quotation marks are speech.
    pub speech: Vec<SpeechChoice>,
    /// Who speaks: chains of turns that were decided together.
    pub chains: Vec<Vec<Choice>>,
}

/// Whether a quoted stretch is speech, as the model met the question.
#[derive(Clone, Debug)]
pub struct SpeechChoice {
    /// The kind of text it stands in.
    pub situation: SpeechSituation,
    /// The quoted words, in bytes.
    pub content: Vec<Span>,
    /// What speaks for and against.
    pub features: Features<SpeechFeature>,
}

/// A choice between candidates, as the model met it.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the text shows of the source.
    pub situation: Situation,
    /// The content of the quotation, in bytes.
    pub content: Vec<Span>,
    /// The rule that found the source and what kind of words it is, if it stands beside the quotation.
    pub source: Option<(Rule, SourceKind)>,
    /// Those it chose from.
    pub candidates: Vec<Candidate>,
    /// The features of a candidate who spoke in the previous turn, in the one before that, in both.
    pub links: [Features<SpeakerFeature>; 3],
}

/// A candidate for the speaker.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Number of the speaker; none for somebody who is not among the known speakers.
    pub speaker: Option<usize>,
    /// Identifies the candidate across the turns of a chain.
    pub identity: Option<usize>,
    /// The fullest name in the text.
    pub name: String,
    /// Where the text mentions the candidate, in bytes.
    pub mentions: Vec<Span>,
    /// What speaks for and against.
    pub features: Features<SpeakerFeature>,
}

/// The report that `model` gives for `text`, and the choices it took.
pub fn observe(text: &str, lang: &str, model: &Model) -> (Report, Choices) {
    let options = Options::new().lang(lang);
    let analysis = Analysis::of(text, &options);
    let findings = Findings { analysis: &analysis, model };
    let mut observer = Observer { findings: &findings, choices: Choices::default() };
    let statements = attribution::attribute(&findings, &mut observer);
    let choices = observer.choices;
    (assemble::report(&findings, statements, &options), choices)
}

/// Records every decision.
struct Observer<'a> {
    findings: &'a Findings<'a>,
    choices: Choices,
}

impl Recorder for Observer<'_> {
    /// How often the words beside a quotation are right is counted on the turns that are not open.
    const EVERY_TURN: bool = true;

    fn speech(
        &mut self,
        quote: usize,
        situation: SpeechSituation,
        features: Features<SpeechFeature>,
    ) {
        let parts = self.findings.quotes.all[quote].parts.iter();
        let content = parts.map(|part| part.inner).collect();
        self.choices.speech.push(SpeechChoice { situation, content, features });
    }

    fn chain(&mut self, _: &Findings, statements: &[Statement], chain: Vec<Decision>) {
        let choices = chain.into_iter().map(|decision| {
            let statement = &statements[decision.statement];
            choice(self.findings, statement, decision)
        });
        self.choices.chains.push(choices.collect());
    }
}

fn choice(findings: &Findings, statement: &Statement, decision: Decision) -> Choice {
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
    Choice {
        situation: decision.situation,
        content: statement.content.clone(),
        source,
        candidates: candidates.collect(),
        links,
    }
}

fn mentions(findings: &Findings, entity: usize) -> Vec<Span> {
    let of = findings.speakers.of.iter().zip(&findings.mentions.all);
    of.filter(|(of, _)| **of == Some(entity))
        .map(|(_, mention)| findings.document.span(mention.tokens.start, mention.tokens.end))
        .collect()
}
