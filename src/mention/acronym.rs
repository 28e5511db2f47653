//! Names that the text abbreviates in brackets: "Harbours, Rivers and Canals Orr (HRCO)".

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::Class;
use crate::token::Shape;

/// Maximum number of tokens of a name before its acronym. This keeps the whole linear.
const NAME_TOKENS: usize = 14;

/// The tokens of all names that an acronym in brackets follows, in text order. The initials of their capitalised words
/// are the letters of the acronym, so that commas and "and" inside such a name do not end it.
pub(super) fn abbreviated(document: &Document) -> Vec<Range<usize>> {
    let tokens = document.tokens.iter().enumerate();
    let acronyms = tokens.filter(|(n, token)| {
        token.shape == Shape::Upper
            && document.mark(n + 1) == ')'
            && document.mark(n.wrapping_sub(1)) == '('
    });
    acronyms.filter_map(|(n, _)| name_before(document, n)).collect()
}

/// The name before the bracket whose initials make the acronym at token `n`.
fn name_before(document: &Document, n: usize) -> Option<Range<usize>> {
    let end = n.checked_sub(1)?;
    let mut letters = document.word(n).chars().rev().peekable();
    let mut start = end;
    for i in (end.saturating_sub(NAME_TOKENS)..end).rev() {
        let token = document.token(i);
        if token.is_capital() {
            let initial = document.slice(token.span).chars().next();
            if initial == letters.peek().copied() {
                letters.next();
                start = i;
            } else {
                return None;
            }
        } else if start == end
            || !(token.shape == Shape::Lower && token.word.is_function()
                || matches!(token.mark, ',' | '&'))
        {
            return None;
        }
        if letters.peek().is_none() {
            break;
        }
    }
    let place = (start..end).all(|i| document.token(i).is(Class::Place));
    (letters.peek().is_none() && end > start + 1 && !place).then_some(start..end)
}
