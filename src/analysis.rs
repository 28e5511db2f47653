//! The results of all stages before attribution, in one value.

use crate::cue::{self, Cue};
use crate::document::Document;
use crate::mention::{self, Mentions};
use crate::numbered::Numbered;
use crate::options::Options;
use crate::quotation::{self, Quotes};
use crate::reported::{self, Reported};
use crate::sentence::{self, Sentences};
use crate::speaker::{self, Speakers};
use crate::{language, layout, lexicon, token};

/// The results of the stages in their order. Later results refer to tokens, cues and mentions by number.
#[derive(Debug)]
pub(crate) struct Analysis<'t> {
    /// The language of the text, as a BCP 47 tag.
    pub lang: String,
    pub document: Document<'t>,
    pub quotes: Quotes,
    pub sentences: Sentences,
    pub cues: Numbered<Cue>,
    pub mentions: Mentions,
    pub speakers: Speakers,
    pub reported: Vec<Reported>,
}

impl<'t> Analysis<'t> {
    /// Runs the stages on `text`. The stages that read words do not run if its language has no lexicon.
    ///
    /// The stages are `inline(never)`: compiled as one function they are a tenth slower in Node.js.
    pub(crate) fn of(text: &'t str, options: &Options) -> Self {
        let lang = language::of(text, &options.lang).to_owned();
        let text = token::read(text, lexicon::for_language(&lang));
        let (text, layout) = layout::read(text, options);
        let document = Document { text, layout };
        let quotes = quotation::find(&document);
        if document.lexicon.is_empty() {
            return Self {
                lang,
                document,
                quotes,
                sentences: Sentences::default(),
                cues: Numbered::default(),
                mentions: Mentions::default(),
                speakers: Speakers::default(),
                reported: Vec::new(),
            };
        }
        let sentences = sentence::find(&document, &quotes);
        let cues = Numbered::from(cue::find(&document, &quotes, &sentences));
        let mentions = mention::find(&document, &quotes, &sentences, &cues);
        let speakers = speaker::resolve(&document, &sentences, &mentions);
        let reported = reported::find(&document, &quotes, &sentences, &cues, None);
        Self { lang, document, quotes, sentences, cues, mentions, speakers, reported }
    }
}
