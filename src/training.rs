//! What the estimation of weights needs to see of the decisions, for `cargo xtask train`.

use crate::attribution::{Decision, Findings, SpeechDecision};
use crate::report::{Report, build, name};
use crate::{Span, analyse};

pub use crate::attribution::{
    Belief, Feature, Features, Model, Situation, SourceKind, Turn, weigh,
};

/// The choices that the model met in one document.
#[derive(Clone, Debug)]
pub struct Choices {
    /// Whether words in quotation marks are speech: one candidate, weighed against nothing.
    pub speech: Vec<Choice>,
    /// Who speaks: chains of turns, each chain weighed as a whole.
    pub chains: Vec<Vec<Choice>>,
}

/// A choice between candidates, as the model met it.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the text shows of the source.
    pub situation: Situation,
    /// The content of the quotation, in bytes.
    pub content: Vec<Span>,
    /// The rule that found the source and what its words are, where they stand beside the quotation.
    pub source: Option<(&'static str, SourceKind)>,
    /// Those it chose from.
    pub candidates: Vec<Candidate>,
    /// What holds for the candidate who spoke in the turn before, in the one before that, in both.
    pub links: [Features; 3],
}

/// One of those who may be the speaker.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Number of the speaker; none for somebody else than all who are known.
    pub speaker: Option<usize>,
    /// What the chain compares the candidate by.
    pub identity: Option<usize>,
    /// The fullest name in the text.
    pub name: String,
    /// Where the text mentions the candidate, in bytes.
    pub mentions: Vec<Span>,
    /// What speaks for and against.
    pub features: Features,
}

/// The report that `model` gives for `text`, and the choices it took.
pub fn observe(text: &str, lang: &str, model: &Model) -> (Report, Choices) {
    analyse(text, lang, model, |findings, statements, decisions| {
        let all = |chain: Vec<Decision>| -> Vec<Choice> {
            let choices = chain.into_iter().map(|decision| {
                let content = statements[decision.statement].content.clone();
                choice(findings, decision, content)
            });
            choices.collect()
        };
        let speech = decisions.speech.into_iter().map(|decision| of_speech(findings, decision));
        let choices = Choices {
            speech: speech.collect(),
            chains: decisions.chains.into_iter().map(all).collect(),
        };
        (build(findings, statements), choices)
    })
}

fn of_speech(findings: &Findings, decision: SpeechDecision) -> Choice {
    let parts = findings.quotes.all[decision.quote].parts.iter();
    let candidate = Candidate {
        speaker: None,
        identity: None,
        name: String::new(),
        mentions: Vec::new(),
        features: decision.features,
    };
    Choice {
        situation: decision.situation,
        content: parts.map(|part| part.inner).collect(),
        source: None,
        candidates: vec![candidate],
        links: Default::default(),
    }
}

fn choice(findings: &Findings, decision: Decision, content: Vec<Span>) -> Choice {
    let candidates = decision.candidates.into_iter().map(|candidate| Candidate {
        speaker: candidate.entity,
        identity: candidate.identity(),
        name: candidate.entity.map_or("", |entity| name(findings, entity)).to_owned(),
        mentions: candidate.entity.map(|entity| mentions(findings, entity)).unwrap_or_default(),
        features: candidate.features,
    });
    let mut links: [Features; 3] = Default::default();
    for (feature, _) in decision.links.iter() {
        links[feature.link()].add(feature);
    }
    Choice {
        situation: decision.situation,
        content,
        source: decision.source.map(|(rule, kind)| (rule.name(), kind)),
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
