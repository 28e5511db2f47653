//! What markup said of the blocks.

use super::block::Draft;
use crate::numbered::Numbered;
use crate::options::Hint;
use crate::report::BlockKind;
use crate::sort::sorted_by_key;
use crate::token::Text;

/// Gives each block the kind of the innermost hint that holds it.
///
/// Each hint is looked at twice, so that many nested hints cost no more than many neighbours.
pub(super) fn apply(hints: &[Hint], text: &Text, drafts: &mut Numbered<Draft>) {
    if hints.is_empty() {
        return;
    }
    // A turn needs a label, which markup does not have.
    let hints: Vec<&Hint> = hints.iter().filter(|hint| hint.kind != BlockKind::Turn).collect();
    let outer_first = |hint: &&Hint| (hint.span.start, usize::MAX - hint.span.end);
    let mut rest = sorted_by_key(hints, outer_first).into_iter().peekable();
    let mut open: Vec<&Hint> = Vec::new();
    for draft in drafts {
        let span = text.span(draft.tokens.start, draft.tokens.end);
        while let Some(hint) = rest.next_if(|hint| hint.span.start <= span.start) {
            open.push(hint);
        }
        while open.pop_if(|hint| hint.span.end < span.end).is_some() {}
        if let Some(hint) = open.last() {
            draft.kind = hint.kind;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BlockKind::{Furniture, Heading, Item, Paragraph, Quote, Turn};
    use super::*;
    use crate::options::Options;
    use crate::span::Span;
    use crate::{layout, lexicon, token};

    const TEXT: &str = "It rained.\n\nIt froze.\n\nIt snowed.\n\nIt cleared.";

    /// The kinds of the four blocks of [`TEXT`], with hints from the start of one part to the end of another.
    fn kinds(hints: &[(&str, &str, BlockKind)]) -> Vec<BlockKind> {
        let hint = |&(first, last, kind): &(&str, &str, BlockKind)| {
            let start = TEXT.find(first).expect("the text has the first part");
            let end = TEXT.find(last).expect("the text has the last part") + last.len();
            Hint::new(Span::new(start, end), kind)
        };
        let hints: Vec<Hint> = hints.iter().map(hint).collect();
        let text = token::read(TEXT, lexicon::for_language("en"));
        let (_, layout) = layout::read(text, &Options::new().hints(hints));
        layout.all_blocks.iter().map(|block| block.kind).collect()
    }

    #[test]
    fn a_block_without_a_hint_keeps_its_kind() {
        assert_eq!(kinds(&[]), [Paragraph; 4]);
    }

    #[test]
    fn neighbouring_hints_apply_to_their_own_blocks() {
        let hints = [
            ("It rained.", "It rained.", Heading),
            ("It froze.", "It snowed.", Quote),
            ("It cleared.", "It cleared.", Furniture),
        ];
        assert_eq!(kinds(&hints), [Heading, Quote, Quote, Furniture]);
    }

    #[test]
    fn the_innermost_of_nested_hints_applies_in_any_order() {
        let mut hints = [
            ("It rained.", "It cleared.", Quote),
            ("It froze.", "It snowed.", Item),
            ("It snowed.", "It snowed.", Heading),
        ];
        assert_eq!(kinds(&hints), [Quote, Item, Heading, Quote]);
        hints.reverse();
        assert_eq!(kinds(&hints), [Quote, Item, Heading, Quote]);
    }

    #[test]
    fn the_shorter_of_two_hints_with_one_start_applies() {
        let mut hints = [("It rained.", "It froze.", Item), ("It rained.", "It snowed.", Quote)];
        assert_eq!(kinds(&hints), [Item, Item, Quote, Paragraph]);
        hints.reverse();
        assert_eq!(kinds(&hints), [Item, Item, Quote, Paragraph]);
    }

    #[test]
    fn the_later_of_crossing_hints_applies_where_both_contain_the_block() {
        let hints = [("It rained.", "It snowed.", Quote), ("It froze.", "It cleared.", Item)];
        assert_eq!(kinds(&hints), [Quote, Item, Item, Item]);
    }

    #[test]
    fn a_hint_that_contains_only_a_part_of_a_block_does_not_apply() {
        let hints = [("It rained.", "It", Heading), ("froze.", "snowed", Quote)];
        assert_eq!(kinds(&hints), [Paragraph; 4]);
        // It does not hide a hint around it either.
        let hints = [("It rained.", "It cleared.", Quote), ("It froze.", "It fr", Item)];
        assert_eq!(kinds(&hints), [Quote; 4]);
    }

    #[test]
    fn furniture_around_an_article_reaches_only_its_own_blocks() {
        let hints =
            [("It rained.", "It cleared.", Furniture), ("It froze.", "It snowed.", Paragraph)];
        assert_eq!(kinds(&hints), [Furniture, Paragraph, Paragraph, Furniture]);
    }

    #[test]
    fn a_hint_of_a_turn_is_ignored() {
        let hints = [("It rained.", "It cleared.", Quote), ("It froze.", "It froze.", Turn)];
        assert_eq!(kinds(&hints), [Quote; 4]);
    }
}
