//! The stages one by one, for `cargo bench --features bench`.

use std::hint::black_box;

use crate::attribution::{self, Model};
use crate::{analyse, cue, document, lexicon, mention, quotation, report, reported, speaker};

/// The names of the stages in their order.
pub const NAMES: [&str; 9] = [
    "document",
    "quotation",
    "sentences",
    "cue",
    "mention",
    "speaker",
    "reported",
    "attribution",
    "report",
];

/// Runs the pipeline on `text`, and hands the stage of that name, as a function that runs it again
/// on what the stages before it have found, to `measure`.
pub fn stage(name: &str, text: &str, measure: impl FnOnce(&dyn Fn())) {
    const LANGUAGE: &str = "en";
    let lexicon = lexicon::for_language(LANGUAGE);
    analyse(text, LANGUAGE, Model::shipped(), |findings, statements, _| {
        let &attribution::Findings { document, quotes, sentences, cues, mentions, .. } = findings;
        let quoted = |token| quotes.around(token).is_some();
        match name {
            "document" => measure(&|| drop(black_box(document::parse(text, lexicon)))),
            "quotation" => measure(&|| drop(black_box(quotation::find(document)))),
            "sentences" => {
                measure(&|| drop(black_box(document::Sentences::find(document, quoted))));
            }
            "cue" => measure(&|| drop(black_box(cue::find(document, quotes, sentences)))),
            "mention" => {
                measure(&|| drop(black_box(mention::find(document, quotes, sentences, cues))));
            }
            "speaker" => measure(&|| {
                drop(black_box(speaker::resolve(document, sentences, mentions, lexicon)));
            }),
            "reported" => {
                measure(&|| drop(black_box(reported::find(document, quotes, sentences, cues))));
            }
            "attribution" => measure(&|| drop(black_box(attribution::link(findings)))),
            _ => measure(&|| drop(black_box(report::build(findings, statements.clone())))),
        }
    });
}
