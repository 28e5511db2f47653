//! What is measured and fuzzed from outside and is no part of the interface: the stages of the pipeline one by one,
//! and the reading of language packs.

use std::hint::black_box;

use crate::analysis::Analysis;
use crate::attribution::{self, Findings, Model, Unrecorded};
use crate::options::Options;
use crate::{
    assemble, cue, language, layout, lexicon, mention, quotation, reported, sentence, speaker,
    token,
};

/// The names of the stages in their order.
pub const NAMES: [&str; 11] = [
    "language",
    "token",
    "layout",
    "quotation",
    "sentence",
    "cue",
    "mention",
    "speaker",
    "reported",
    "attribution",
    "assemble",
];

/// Runs the pipeline on `text`. Then calls `measure` with a function that runs the stage `name` once more, on
/// the results of the stages before it.
pub fn stage(name: &str, text: &str, measure: impl FnOnce(&dyn Fn())) {
    let options = Options::new();
    let analysis = Analysis::of(text, &options);
    let findings = Findings { analysis: &analysis, model: Model::shipped() };
    let statements = attribution::attribute(&findings, &mut Unrecorded);
    let Analysis { document, quotes, sentences, cues, mentions, .. } = &analysis;
    match name {
        "language" => measure(&|| _ = black_box(language::of(text, &options.lang))),
        "token" => measure(&|| drop(black_box(token::read(text, document.lexicon)))),
        "layout" => measure(&|| {
            let text = token::read(text, document.lexicon);
            drop(black_box(layout::read(text, &options)));
        }),
        "quotation" => measure(&|| drop(black_box(quotation::find(document)))),
        "sentence" => measure(&|| drop(black_box(sentence::find(document, quotes)))),
        "cue" => measure(&|| drop(black_box(cue::find(document, quotes, sentences)))),
        "mention" => {
            measure(&|| drop(black_box(mention::find(document, quotes, sentences, cues))));
        }
        "speaker" => measure(&|| drop(black_box(speaker::resolve(document, sentences, mentions)))),
        "reported" => {
            measure(&|| drop(black_box(reported::find(document, quotes, sentences, cues, None))));
        }
        "attribution" => measure(&|| {
            drop(black_box(attribution::attribute(&findings, &mut Unrecorded)));
        }),
        _ => measure(&|| {
            drop(black_box(assemble::report(&findings, statements.clone(), &options)));
        }),
    }
}

/// Reads any bytes as a language pack, and as the lists of a pack whose checksum is right. Returns how many word forms
/// were read in each case.
pub fn language_pack(bytes: &[u8]) -> [usize; 2] {
    lexicon::try_pack(bytes)
}
