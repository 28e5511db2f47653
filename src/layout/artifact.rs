//! What stands in lines and is no text: time codes, line numbers, prefixes of mail.

use super::line::Line;
use crate::token::Text;

/// Takes what is no text out of the content of each line. A line may have none left.
pub(super) fn mark(_text: &Text, _lines: &mut [Line]) {}
