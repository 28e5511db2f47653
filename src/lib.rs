//! Who said what: finds the quotations of a text and names their speakers.
//!
//! ```
//! use quote_extractor::{Options, extract};
//!
//! let text = "“We won,” said Ann Lee, the mayor. “They lost.”";
//! let report = extract(text, &Options::default());
//!
//! let first = &report.quotations[0];
//! assert_eq!(first.text, "We won,");
//! assert_eq!(report.speakers[first.speaker.unwrap()].name, "Ann Lee");
//! ```
//!
//! The text runs through a pipeline of stages, each a module that sees only those before it:
//! document, quotation, cue, mention, speaker, reported, attribution, report. It is never
//! rewritten, so every span of the [`Report`] indexes the text that was given.

mod attribution;
mod cue;
mod document;
mod encoding;
mod lexicon;
mod mention;
mod order;
#[cfg(target_arch = "wasm32")]
mod packed;
mod quotation;
mod quote_mark;
mod report;
mod reported;
mod small;
mod span;
mod speaker;
#[cfg(feature = "bench")]
pub mod stages;
#[cfg(feature = "train")]
pub mod training;
#[cfg(target_arch = "wasm32")]
mod wasm;
#[cfg(feature = "serde")]
mod wire;
mod words;

use attribution::{Decisions, Findings, Statement};

pub use encoding::PositionEncoding;
pub use report::{Quotation, QuotationKind, Report, Speaker, SpeakerKind};
pub use span::Span;

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The kinds of quotation to report; all three by default.
    pub kinds: Vec<QuotationKind>,
    /// The language of the text as a BCP 47 tag; words of a language that is not built in are
    /// read as English.
    pub lang: String,
}

impl Default for Options {
    fn default() -> Self {
        use QuotationKind::{Direct, Indirect, Mixed};
        Self { kinds: vec![Direct, Mixed, Indirect], lang: "en".into() }
    }
}

/// Finds the quotations of `text` and their speakers.
///
/// Never fails: text that nothing is found in gives an empty report. Offsets are in bytes;
/// [`Report::encode`] counts them in another unit. Time and memory grow linearly with the text.
pub fn extract(text: &str, options: &Options) -> Report {
    analyse(text, &options.lang, attribution::Model::shipped(), |findings, mut statements, _| {
        statements.retain(|statement| options.kinds.contains(&statement.kind));
        report::build(findings, statements)
    })
}

/// Runs the pipeline up to the decisions and hands all that was found to `finish`.
///
/// The stages are `inline(never)`: as one function the pipeline would be slower by a tenth where
/// Node.js runs it.
fn analyse<T>(
    text: &str,
    lang: &str,
    model: &attribution::Model,
    finish: impl FnOnce(&Findings, Vec<Statement>, Decisions) -> T,
) -> T {
    let lexicon = lexicon::for_language(lang);
    let document = document::parse(text, lexicon);
    let quotes = quotation::find(&document);
    let sentences = document::Sentences::find(&document, |token| quotes.around(token).is_some());
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
        model,
        story: document.story,
    };
    let (statements, decisions) = attribution::link(&findings);
    finish(&findings, statements, decisions)
}
