//! The stages one by one, for `cargo bench --features bench`.

use std::hint::black_box;

use crate::attribution::{self, Findings, Model};
use crate::{cue, document, lexicon, mention, quotation, report, reported, speaker};

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
    let lexicon = lexicon::for_language("en");
    let document = document::parse(text, lexicon);
    let quotes = quotation::find(&document);
    let find_sentences =
        || document::Sentences::find(&document, |token| quotes.around(token).is_some());
    let sentences = find_sentences();
    let cues = cue::find(&document, &quotes, &sentences);
    let mentions = mention::find(&document, &quotes, &sentences, &cues);
    let speakers = speaker::resolve(&document, &sentences, &mentions, lexicon);
    let reported = reported::find(&document, &quotes, &sentences, &cues);
    let findings = Findings {
        document: &document,
        quotes: &quotes,
        sentences: &sentences,
        cues: &cues,
        mentions: &mentions,
        speakers: &speakers,
        reported: &reported,
        model: Model::shipped(),
        story: document.is_story(),
    };
    let (statements, _) = attribution::link(&findings);
    match name {
        "document" => measure(&|| drop(black_box(document::parse(text, lexicon)))),
        "quotation" => measure(&|| drop(black_box(quotation::find(&document)))),
        "sentences" => measure(&|| drop(black_box(find_sentences()))),
        "cue" => measure(&|| drop(black_box(cue::find(&document, &quotes, &sentences)))),
        "mention" => {
            measure(&|| drop(black_box(mention::find(&document, &quotes, &sentences, &cues))));
        }
        "speaker" => measure(&|| {
            drop(black_box(speaker::resolve(&document, &sentences, &mentions, lexicon)));
        }),
        "reported" => {
            measure(&|| drop(black_box(reported::find(&document, &quotes, &sentences, &cues))));
        }
        "attribution" => measure(&|| drop(black_box(attribution::link(&findings)))),
        _ => measure(&|| drop(black_box(report::build(&findings, &statements)))),
    }
}
