//! Cross-validation: what models say of documents that they were not estimated on.

use quote_extractor::training::Model;

use super::examples::{Examples, Outcome};
use super::gold::Document;
use super::{accuracy, file};

/// The number of parts for cross-validation.
pub const FOLDS: usize = 5;

/// The part that a group of documents belongs to.
pub fn fold_of(group: &str) -> usize {
    group.bytes().fold(7usize, |hash, byte| hash * 31 % 9973 + byte as usize) % FOLDS
}

/// What is judged by models that were estimated without the document.
pub struct Folds {
    /// For each part the answers of the model that was estimated without it.
    outcomes: Vec<Vec<Outcome>>,
    /// The finds of all parts: whether they are quotations with the right extent.
    pub finds: Examples,
    /// The same finds: whether they are wholly right.
    pub wholes: Examples,
    /// For each part the weights that were estimated without it, those for [`Self::wholes`] not yet among them.
    weights: Vec<String>,
}

impl Folds {
    /// Estimates weights without each part of `documents`; `examples` are all of them.
    pub fn of(documents: &[Document], examples: &Examples) -> Self {
        let mut folds = Self {
            outcomes: Vec::new(),
            finds: Examples::default(),
            wholes: Examples::default(),
            weights: Vec::new(),
        };
        for fold in 0..FOLDS {
            let weights = examples.fit(|group| fold_of(group) != fold);
            folds.outcomes.push(examples.outcomes(&weights, |group| fold_of(group) == fold));
            folds.weights.push(file::weights(&weights));
            let model = Model::parse(&folds.weights[fold]);
            folds.finds.add(Examples::of_finds(documents, &model, |group| fold_of(group) == fold));
        }
        for fold in 0..FOLDS {
            let others = (0..FOLDS).filter(|&other| other != fold);
            let outcomes = others.flat_map(|other| &folds.outcomes[other]);
            let own = &mut folds.weights[fold];
            *own += &file::weights(&folds.finds.fit(|group| fold_of(group) != fold));
            *own += &file::calibration(&outcomes.collect::<Vec<_>>());
            let train = documents.iter().filter(|document| fold_of(&document.group) != fold);
            let train: Vec<Document> = train.cloned().collect();
            *own += &file::accuracies(&accuracy::measure(&train, &Model::parse(own)));
            let model = Model::parse(own);
            folds
                .wholes
                .add(Examples::of_wholes(documents, &model, |group| fold_of(group) == fold));
        }
        folds
    }

    /// The answers of all parts.
    pub fn outcomes(&self) -> Vec<&Outcome> {
        self.outcomes.iter().flatten().collect()
    }

    /// The model that was estimated without part `fold`.
    pub fn model(&self, fold: usize) -> Model {
        let wholes = self.wholes.fit(|group| fold_of(group) != fold);
        Model::parse(&(self.weights[fold].clone() + &file::weights(&wholes)))
    }
}
