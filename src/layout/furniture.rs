//! Site furniture: menus, captions, credits, share lines, related links.

use super::block::Draft;
use super::line::Line;
use crate::token::Text;

/// Gives the kind `furniture` to the blocks that stand around a text on its page.
pub(super) fn mark(_text: &Text, _lines: &[Line], _drafts: &mut [Draft]) {}
