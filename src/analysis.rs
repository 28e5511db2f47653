//! The results of all stages before attribution, in one value.

use crate::cue::{self, Cue};
use crate::document::Document;
use crate::lexicon;
use crate::mention::{self, Mentions};
use crate::options::Options;
use crate::quotation::{self, Quotes};
use crate::reported::{self, Reported};
use crate::sentence::{self, Sentences};
use crate::speaker::{self, Speakers};
use crate::{layout, token};

/// The results of the stages in their order. Later results refer to tokens, cues and mentions by number.
#[derive(Debug)]
pub(crate) struct Analysis<'t> {
    pub document: Document<'t>,
    pub quotes: Quotes,
    pub sentences: Sentences,
    pub cues: Vec<Cue>,
    pub mentions: Mentions,
    pub speakers: Speakers,
    pub reported: Vec<Reported>,
}

impl<'t> Analysis<'t> {
    /// Runs the stages on `text`.
    ///
    /// The stages are `inline(never)`: compiled as one function they are a tenth slower in Node.js.
    pub(crate) fn of(text: &'t str, options: &Options) -> Self {
        let text = token::read(text, lexicon::for_language(&options.lang));
        let (text, layout) = layout::read(text, options);
        let document = Document { text, layout };
        let quotes = quotation::find(&document);
        let sentences = sentence::find(&document, &quotes);
        let cues = cue::find(&document, &quotes, &sentences);
        let mentions = mention::find(&document, &quotes, &sentences, &cues);
        let speakers = speaker::resolve(&document, &sentences, &mentions);
        let reported = reported::find(&document, &quotes, &sentences, &cues);
        Self { document, quotes, sentences, cues, mentions, speakers, reported }
    }
}
