//! Words, numbers, clitics and marks.

use super::{Shape, Token};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// Cuts `text` into tokens; white space is left out.
pub(super) fn tokenize(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let start = at;
        if first.is_whitespace() || first.is_control() {
            at += first.len_utf8();
            continue;
        }
        at = if first.is_alphanumeric() {
            word_end(text, start)
        } else {
            punctuation_end(text, start, first)
        };
        let mut push = |start, end, shape| {
            let word = lexicon.get(&text[start..end]);
            tokens.push(Token { span: Span::new(start, end), shape, word });
        };
        if !first.is_alphanumeric() {
            push(start, at, Shape::Punctuation);
        } else if let Some(clitic) = clitic_start(&text[start..at]) {
            push(start, start + clitic, shape(&text[start..start + clitic]));
            push(start + clitic, at, Shape::Clitic);
        } else {
            push(start, at, shape(&text[start..at]));
        }
    }
    tokens
}

/// The end of the word or number that starts at `start`. Apostrophes, hyphens and the periods of
/// "U.S." and "3.5" belong to it where a letter or digit follows.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut before = ' ';
    let mut chars = text[start..].chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let next_is = |test: fn(char) -> bool| next.is_some_and(test);
        let inside = match c {
            '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '&' => next_is(char::is_alphanumeric),
            '.' => {
                let letters = end - start;
                before.is_ascii_digit() && next_is(|c| c.is_ascii_digit())
                    || before.is_alphabetic()
                        && next_is(char::is_alphabetic)
                        && is_initials(&text[start..start + letters])
            }
            ',' => before.is_ascii_digit() && next_is(|c| c.is_ascii_digit()),
            '_' => false,
            c => c.is_alphanumeric() || is_combining(c),
        };
        if !inside {
            break;
        }
        end += c.len_utf8();
        before = c;
    }
    // "U.S." keeps its last period, so that it is not taken for the end of a sentence.
    let word = &text[start..end];
    if word.contains('.') && is_initials(word) && text[end..].starts_with('.') {
        end += 1;
    }
    end
}

/// Whether `word`, or what stands behind its hyphen, is single letters parted by periods: U.S, e.g,
/// D-N.Y.
fn is_initials(word: &str) -> bool {
    word.rsplit('-').next().unwrap_or_default().split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    })
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe0f}')
}

/// The end of a mark: a run of periods or dashes is one, everything else stands alone.
fn punctuation_end(text: &str, start: usize, first: char) -> usize {
    let runs = matches!(first, '.' | '-' | '–' | '—' | '_' | '*' | '=');
    let run = text[start..].chars().take_while(|&c| c == first);
    let count = if runs { run.count() } else { 1 };
    start + count * first.len_utf8()
}

/// Where the clitic of "Lee's" or "she'd" starts within the word.
fn clitic_start(word: &str) -> Option<usize> {
    let (at, apostrophe) = word.char_indices().rev().find(|(_, c)| matches!(c, '\'' | '’'))?;
    let ending = &word[at + apostrophe.len_utf8()..];
    let is_clitic =
        ["s", "d", "m", "ll", "re", "ve"].iter().any(|c| ending.eq_ignore_ascii_case(c));
    (is_clitic && at > 0).then_some(at)
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Number };
    if !first.is_uppercase() || !word.starts_with(first) {
        let starts_with_digit = word.starts_with(|c: char| c.is_numeric());
        return if starts_with_digit { Shape::Number } else { Shape::Lower };
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(char::is_uppercase) {
        Shape::Upper
    } else {
        Shape::Capital
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    fn words(text: &str) -> Vec<&str> {
        let tokens = tokenize(text, lexicon::for_language("en"));
        tokens.iter().map(|token| &text[token.span.range()]).collect()
    }

    #[test]
    fn clitics_are_cut_off() {
        assert_eq!(words("Lee’s plan, she'd say"), ["Lee", "’s", "plan", ",", "she", "'d", "say"]);
        assert_eq!(words("O'Brien won't"), ["O'Brien", "won't"]);
    }

    #[test]
    fn numbers_initials_and_runs_are_one_token() {
        assert_eq!(
            words("U.S. $1,000.50 -- J. Ray..."),
            ["U.S.", "$", "1,000.50", "--", "J", ".", "Ray", "..."]
        );
    }
}
