//! Page numbers and running heads, which stand between two halves of a sentence in the text of a PDF file.

use super::line::Line;
use super::time;
use super::wrap::{breaks_sentence, first_word};
use crate::interner::Interner;
use crate::numbered::Numbered;
use crate::token::{DASHES, DOTS, Shape, Text};

/// A running head or the line of a page number has at most this many tokens.
const HEAD_TOKENS: usize = 12;
/// At most this many lines stand between two pages.
const HEAD_LINES: usize = 4;
/// A word fits a line if so many columns are left beside it.
const SPACE: usize = 4;
/// A page number has at most this many digits.
const DIGITS: usize = 4;

/// What a line shows of a page.
struct Head {
    /// Whether the line is short and no sentence.
    possible: bool,
    number: Option<Number>,
    /// Whether it only belongs to the page.
    certain: bool,
}

/// Empties the lines that only belong to the page, and marks the lines that go on after them.
pub(super) fn mark(text: &Text, lines: &mut Numbered<Line>) {
    let mut heads: Vec<Head> = lines.iter().map(|line| Head::of(text, line)).collect();
    if heads.iter().all(|head| head.number.is_none()) {
        return;
    }
    count(text, lines, &mut heads);
    let mut n = 0;
    while n < lines.len() {
        let start = n;
        while n < lines.len() && heads[n].possible && n < start + HEAD_LINES {
            n += 1;
        }
        if start > 0
            && n < lines.len()
            && stands_apart(text, &lines[start - 1..=n], &heads[start..n])
        {
            let before = &lines[start - 1];
            let broken = breaks_sentence(text, before, &lines[n]);
            let counted = heads[start..n].iter().any(|head| head.certain) && is_open(text, before);
            if before.content.len() > 3 && (broken || counted) {
                heads[start..n].iter_mut().for_each(|head| head.certain = true);
                lines[n].after_page = true;
            }
        }
        n = n.max(start + 1);
    }
    for (line, head) in lines.iter_mut().zip(heads) {
        if head.certain {
            line.content.start = line.content.end;
        }
    }
}

/// Whether the lines `heads` have a page number and are no lines of the paragraph around them: the number is alone
/// or counts, blank lines stand there, or the word after them would have fitted the line before. `lines` are theirs
/// with those before and after.
fn stands_apart(text: &Text, lines: &[Line], heads: &[Head]) -> bool {
    let [before, first, ..] = lines else { return false };
    let [.., last, after] = lines else { return false };
    let numbers = || heads.iter().filter_map(|head| head.number.as_ref());
    if heads.iter().any(|head| head.certain) || numbers().any(|number| number.alone) {
        return true;
    }
    numbers().next().is_some() && {
        let separate = first.blank_before > 0 && after.blank_before > 0;
        let end = last.end_column(text) + first_word(text, after);
        separate || end + SPACE < before.end_column(text)
    }
}

impl Head {
    fn of(text: &Text, line: &Line) -> Self {
        let possible = is_possible(text, line);
        let number = if possible { Number::of(text, line) } else { None };
        Self { possible, number, certain: false }
    }
}

/// Whether a line may be one of the page: short, and no sentence.
fn is_possible(text: &Text, line: &Line) -> bool {
    let content = &line.content;
    !content.is_empty()
        && content.len() <= HEAD_TOKENS
        && text.token(content.start).shape != Shape::Lower
        && is_open(text, line)
}

/// Whether no sentence ends with the line.
fn is_open(text: &Text, line: &Line) -> bool {
    let last = line.content.end.saturating_sub(1);
    !line.content.is_empty()
        && !matches!(
            text.mark(last),
            '.' | '?' | '!' | '…' | ':' | '”' | '"' | '’' | '\'' | ')' | ']' | DOTS
        )
}

/// The number in a line that may be a page number.
struct Number {
    value: u32,
    /// Its token.
    token: usize,
    /// The number of the form of its line: the words beside it.
    form: usize,
    /// Whether only dashes stand beside it.
    alone: bool,
}

impl Number {
    fn of(text: &Text, line: &Line) -> Option<Self> {
        let content = line.content.clone();
        let token = content.clone().find(|&n| text.token(n).shape == Shape::Number)?;
        // "12 The Lock", "Page 12", "Page 12 of 30"
        let of = token + 3 == content.end && text.mark(token + 1) != ',';
        let dash = |n: usize| matches!(text.mark(n), '-' | '–' | '—' | '|' | DASHES);
        let alone = content.clone().all(|n| n == token || dash(n));
        let inside = token > content.start && token + 1 < content.end;
        let is_time = time::end(text, token, content.end).is_some();
        if inside && !of && !alone || is_time {
            return None;
        }
        let digits = text.word(token);
        let value = digits.parse().ok().filter(|_| digits.len() <= DIGITS)?;
        Some(Self { value, token, form: 0, alone })
    }
}

/// Marks the lines whose number counts pages: the same line comes again with the next number.
fn count(text: &Text, lines: &Numbered<Line>, heads: &mut [Head]) {
    let mut known = Interner::default();
    // For each form the last line of it with its value, and whether all of them so far count.
    let mut forms: Vec<(usize, u32, bool)> = Vec::new();
    for (n, head) in heads.iter_mut().enumerate() {
        let Some(number) = &mut head.number else { continue };
        let before = text.slice(text.span(lines[n].content.start, number.token));
        let after = text.slice(text.span(number.token + 1, lines[n].content.end));
        let mut around = before.to_owned();
        around.push('\n');
        around.push_str(after);
        number.form = known.intern(&around);
        let Some((last, value, counts)) = forms.get_mut(number.form) else {
            forms.push((n, number.value, true));
            continue;
        };
        let next = (*value + 1..=*value + 2).contains(&number.value);
        *counts &= next && n > *last + HEAD_LINES;
        (*last, *value) = (n, number.value);
        let numbered_lines = lines.get(n + 1).is_some_and(|line| line.content != line.tokens);
        head.certain =
            *counts && (number.alone || numbered_lines || is_open_between(text, lines, n));
    }
    for (n, head) in heads.iter_mut().enumerate() {
        if let Some(number) = &head.number {
            let (last, _, counts) = forms[number.form];
            head.certain = counts && (head.certain || last != n);
        }
    }
}

/// Whether the line before line `n` ends no sentence.
fn is_open_between(text: &Text, lines: &Numbered<Line>, n: usize) -> bool {
    n > 0 && is_open(text, &lines[n - 1]) && lines[n - 1].content.len() > 3
}
