//! The examples to learn from: the decisions of the extractor whose right answer is annotated.

use quote_extractor::Report;
use quote_extractor::training::{
    Candidate, FindDecision, FindSituation, Model, Situation, SpeakerDecision, SpeechDecision,
    observe,
};

use super::chain::{CandidateExample, ChainExample, TurnExample};
use super::fit;
use super::gold::Document;
use super::parallel::flat_map;
use super::weights::{Question, Table, Values};

/// The examples for all kinds of questions.
#[derive(Default)]
pub struct Examples {
    binary: Vec<BinaryExample>,
    chains: Vec<ChainExample>,
}

/// A question that has the answers yes and no.
pub struct BinaryExample {
    pub question: Question,
    /// The group of documents that they come from.
    pub group: String,
    pub features: Values,
    pub is_yes: bool,
}

/// An answer of the model, compared with the annotation.
pub struct Outcome {
    pub question: Question,
    /// How likely the model finds its answer.
    pub probability: f64,
    pub right: bool,
}

impl Examples {
    /// All decisions that the extractor makes with `model` and whose right answer is annotated.
    pub fn collect(documents: &[Document], model: &Model) -> Self {
        let found = flat_map(documents, |document| {
            let (_, choices) = observe(&document.text, &document.lang, model);
            let speech = choices.speech.iter().filter_map(|choice| speech(document, choice));
            let chains = choices.chains.iter().map(|chain| ChainExample {
                group: document.group.clone(),
                turns: chain.iter().map(|choice| turn(document, choice)).collect(),
            });
            let teaches = |chain: &ChainExample| chain.turns.iter().any(|turn| turn.judged);
            vec![(speech.collect::<Vec<_>>(), chains.filter(teaches).collect::<Vec<_>>())]
        });
        let mut examples = Self::default();
        for (speech, chains) in found {
            examples.binary.extend(speech);
            examples.chains.extend(chains);
        }
        examples
    }

    /// Whether the finds of `model` are quotations with the right extent, in the documents whose group `is_counted`.
    pub fn of_finds(
        documents: &[Document],
        model: &Model,
        is_counted: impl Fn(&str) -> bool,
    ) -> Self {
        Self::judged(documents, model, is_counted, |question| !is_whole(question))
    }

    /// Whether they are wholly right, the speaker too.
    pub fn of_wholes(
        documents: &[Document],
        model: &Model,
        is_counted: impl Fn(&str) -> bool,
    ) -> Self {
        Self::judged(documents, model, is_counted, is_whole)
    }

    fn judged(
        documents: &[Document],
        model: &Model,
        is_counted: impl Fn(&str) -> bool,
        is_asked: impl Fn(FindSituation) -> bool + Sync,
    ) -> Self {
        let counted: Vec<Document> =
            documents.iter().filter(|document| is_counted(&document.group)).cloned().collect();
        let binary = flat_map(&counted, |document| {
            let (report, decisions) = observe(&document.text, &document.lang, model);
            let asked = decisions.finds.iter().filter(|find| is_asked(find.situation));
            asked.flat_map(|find| finds(document, &report, find)).collect()
        });
        Self { binary, chains: Vec::new() }
    }

    /// Adds the examples of `other`.
    pub fn add(&mut self, other: Self) {
        self.binary.extend(other.binary);
        self.chains.extend(other.chains);
    }

    /// The weights estimated from the groups that `is_counted` selects.
    pub fn fit(&self, is_counted: impl Fn(&str) -> bool) -> Table {
        let binary = self.binary.iter().filter(|example| is_counted(&example.group));
        let chains = self.chains.iter().filter(|chain| is_counted(&chain.group));
        fit::weights(&binary.collect::<Vec<_>>(), &chains.collect::<Vec<_>>())
    }

    /// What the model answers with `weights`, in the groups that `is_counted` selects.
    pub fn outcomes(&self, weights: &Table, is_counted: impl Fn(&str) -> bool) -> Vec<Outcome> {
        let binary = self.binary.iter().filter(|example| is_counted(&example.group));
        let binary = binary.map(|example| {
            let p = example.probability(weights);
            let right = (p > 0.5) == example.is_yes;
            Outcome { question: example.question, probability: p.max(1.0 - p), right }
        });
        let chains = self.chains.iter().filter(|chain| is_counted(&chain.group));
        binary.chain(chains.flat_map(|chain| chain.outcomes(weights))).collect()
    }

    /// For each decision on a speaker, whether the right one is among the candidates: the outcome for a
    /// model without mistakes.
    pub fn possible(&self) -> Vec<Outcome> {
        let judged = self.chains.iter().flat_map(|chain| &chain.turns).filter(|turn| turn.judged);
        let outcomes = judged.map(|turn| Outcome {
            question: turn.question(),
            probability: 1.0,
            right: turn.candidates.iter().any(|candidate| candidate.right && candidate.known),
        });
        outcomes.collect()
    }
}

impl BinaryExample {
    /// The probability of yes.
    pub fn probability(&self, weights: &Table) -> f64 {
        1.0 / (1.0 + (-self.features.score(&weights[self.question])).exp())
    }
}

/// The example of whether quoted words are speech; `None` if the annotation does not say.
fn speech(document: &Document, choice: &SpeechDecision) -> Option<BinaryExample> {
    let span = *choice.content.first()?;
    if !document.judges_marks || document.is_ignored(span) {
        return None;
    }
    Some(BinaryExample {
        question: Question::Speech(choice.situation),
        group: document.group.clone(),
        features: Values::of(&choice.features),
        is_yes: document.quote_at(span).is_some(),
    })
}

/// Whether the speaker is judged, too.
fn is_whole(situation: FindSituation) -> bool {
    matches!(situation, FindSituation::WholeReport | FindSituation::WholeStory)
}

/// The examples of whether a find is right, one for each of its units.
fn finds(document: &Document, report: &Report, find: &FindDecision) -> Vec<BinaryExample> {
    let quotation = &report.quotations[find.quotation];
    let speaker = if is_whole(find.situation) {
        document.speaker_is_right(report, quotation)
    } else {
        Some(true)
    };
    let Some(speaker) = speaker else { return Vec::new() };
    let examples =
        document.are_exact(quotation.kind, &quotation.content).into_iter().map(|exact| {
            BinaryExample {
                question: Question::Find(find.situation),
                group: document.group.clone(),
                features: Values::of(&find.features),
                is_yes: exact && speaker,
            }
        });
    examples.collect()
}

/// The example of who speaks in a turn.
fn turn(document: &Document, choice: &SpeakerDecision) -> TurnExample {
    let quote = choice.content.first().and_then(|&span| document.quote_at(span));
    let quote = quote.filter(|quote| quote.is_attributed());
    // A novel that was read as a report teaches nothing about reports, nor a report that was read as
    // a novel. Whom a pronoun means is only known if the speaker is annotated by name.
    let judged = quote.filter(|quote| match choice.situation {
        Situation::Report => !document.is_fiction,
        Situation::Named => false,
        // They learn from stories, see `file::weight`; the few in reports would only add noise to those.
        Situation::ReportPronoun => document.is_fiction && quote.is_named(),
        _ => quote.is_named(),
    });
    let is_speaker = |candidate: &Candidate| {
        candidate.speaker.is_some()
            && judged.is_some_and(|quote| quote.is_speaker(&candidate.name, &candidate.mentions))
    };
    // "His wife" may be all that the text calls her: if no candidate has the annotated name, the one whom only the
    // annotated words describe is right.
    let named = choice.candidates.iter().any(is_speaker);
    let is_speaker = |candidate: &Candidate| {
        is_speaker(candidate)
            || !named
                && candidate.speaker.is_some()
                && candidate.name.starts_with(char::is_lowercase)
                && judged.is_some_and(|quote| quote.is_described(&candidate.mentions))
    };
    // If none of the known speakers is right, somebody unknown is.
    let unknown = !choice.candidates.iter().any(is_speaker);
    let candidates = choice.candidates.iter().map(|candidate| CandidateExample {
        identity: candidate.identity,
        known: candidate.speaker.is_some(),
        features: Values::of(&candidate.features),
        right: is_speaker(candidate) || unknown && candidate.speaker.is_none(),
    });
    TurnExample {
        situation: match choice.situation {
            // Pronouns in reports get the weights of pronouns in stories, see `file::weight`.
            Situation::ReportPronoun => Situation::Pronoun,
            situation => situation,
        },
        candidates: candidates.collect(),
        links: choice.links.each_ref().map(Values::of),
        judged: judged.is_some(),
    }
}
