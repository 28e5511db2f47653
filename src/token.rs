//! Words, numbers, clitics and marks: the first stage cuts the text into tokens.
//!
//! Nothing is rewritten: a token is a span of the text with what the lexicon knows of its word. White
//! space is in no token.

mod form;
mod shape;
mod text;
mod tokenize;

use crate::lexicon::Lexicon;

pub(crate) use form::Forms;
pub(crate) use shape::{DASHES, DOTS, NONE, Shape};
pub(crate) use text::{Text, Token};

/// Cuts `source` into tokens.
#[inline(never)]
pub(crate) fn read<'t>(source: &'t str, lexicon: &'static Lexicon) -> Text<'t> {
    let (tokens, forms) = tokenize::tokenize(source, lexicon);
    Text { source, lexicon, tokens, forms }
}
