//! Nicknames in quotation marks inside a name: Ann “Duke” Lee.

use crate::document::Document;
use crate::lexicon::Class;
use crate::token::Shape;

/// Maximum number of words of a nickname. This keeps the whole linear.
const NICKNAME_WORDS: usize = 3;

/// The mark that closes the nickname which the mark at token `open` opens, if one stands there: capitalised words
/// between two other words of a name.
pub(crate) fn close(document: &Document, open: usize) -> Option<usize> {
    if !matches!(document.mark(open), '“' | '"' | '‘' | '\'' | '„' | '«') {
        return None;
    }
    let in_name = |n: usize| {
        document.tokens.get(n).is_some_and(|token| {
            token.shape == Shape::Capital && !token.word.is_function() && !token.is(Class::Calendar)
        })
    };
    // Ann “the Duke” Lee
    let first = open + 1 + usize::from(document.token(open + 1).is(Class::Article));
    let words = (first..).take(NICKNAME_WORDS).take_while(|&n| document.token(n).is_capital());
    let close = first + words.count();
    let closes = matches!(document.mark(close), '”' | '"' | '’' | '\'' | '“' | '»');
    let around = in_name(open.checked_sub(1)?) && in_name(close + 1);
    let spaced = || {
        let ends = [open - 1, open, close].map(|n| document.token(n).span.end);
        ends[0] < document.token(open).span.start
            && ends[1] == document.token(open + 1).span.start
            && ends[2] < document.token(close + 1).span.start
    };
    let block = document.block_of(open) == document.block_of(close + 1);
    (close > first && closes && around && block && spaced()).then_some(close)
}
