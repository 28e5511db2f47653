//! What markup said of the blocks.

use super::block::Draft;
use super::line::Line;
use crate::options::Hint;
use crate::report::BlockKind;
use crate::sort::sorted_by_key;
use crate::token::Text;

/// Gives each block the kind of the innermost hint that holds it.
///
/// Each hint is looked at twice, so that many nested hints cost no more than many neighbours.
pub(super) fn apply(hints: &[Hint], text: &Text, lines: &[Line], drafts: &mut [Draft]) {
    // A turn needs a label, which markup does not have.
    let hints: Vec<&Hint> = hints.iter().filter(|hint| hint.kind != BlockKind::Turn).collect();
    let outer_first = |hint: &&Hint| (hint.span.start, usize::MAX - hint.span.end);
    let mut rest = sorted_by_key(hints, outer_first).into_iter().peekable();
    let mut open: Vec<&Hint> = Vec::new();
    for draft in drafts {
        let tokens = draft.tokens(lines);
        let span = text.span(tokens.start, tokens.end);
        while let Some(hint) = rest.next_if(|hint| hint.span.start <= span.start) {
            open.push(hint);
        }
        while open.pop_if(|hint| hint.span.end < span.end).is_some() {}
        if let Some(hint) = open.last() {
            draft.kind = hint.kind;
        }
    }
}
