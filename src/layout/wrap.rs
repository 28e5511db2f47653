//! Soft line ends, which only come from the width of the page.

use super::line::Line;
use super::turn::Turns;
use crate::token::Text;

/// For each line whether it goes on with the line before.
pub(super) fn soft_ends(text: &Text, lines: &[Line], turns: &Turns) -> Vec<bool> {
    let wrapped = is_wrapped(text.source);
    let goes_on = |n: usize| {
        let starts = turns.starts[n].is_some() || starts_block(text.slice(lines[n].span));
        wrapped && n > 0 && lines[n].blank_before == 0 && !starts
    };
    (0..lines.len()).map(goes_on).collect()
}

/// Whether single line ends only come from the width of the page: blank lines separate the paragraphs, and
/// most lines that are followed by another one are about as long as the longest.
fn is_wrapped(text: &str) -> bool {
    let lines: Vec<usize> = text.lines().map(|line| line.trim().len()).collect();
    let followed = || lines.windows(2).filter(|pair| pair[0] > 0 && pair[1] > 0);
    let blank = lines.iter().filter(|&&length| length == 0).count();
    let count = followed().count();
    let full = followed().filter(|pair| (45..=100).contains(&pair[0])).count();
    blank > 0 && count >= 3 && full * 10 >= count * 7
}

/// Whether a line starts a block of its own even in wrapped text.
fn starts_block(line: &str) -> bool {
    line.starts_with(['>', '•', '*', '—']) || line.starts_with("- ")
}
