//! The first stage cuts the text into tokens: words, numbers, clitics and marks.
//!
//! It rewrites nothing: a token is a span of the text with what the lexicon knows of its word. White space
//! is in no token.

mod form;
mod shape;
mod text;
mod tokenize;
mod typed;

use crate::lexicon::Lexicon;

pub(crate) use form::WordForms;
pub(crate) use shape::{DASHES, DOTS, NO_MARK, Shape};
pub(crate) use text::{Text, Token};

/// Cuts the text `raw` into tokens.
#[inline(never)]
pub(crate) fn read<'t>(raw: &'t str, lexicon: &'static Lexicon) -> Text<'t> {
    let (tokens, forms) = tokenize::tokenize(raw, lexicon);
    Text { raw, lexicon, tokens: tokens.into(), forms }
}
