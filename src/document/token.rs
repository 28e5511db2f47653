//! Words, numbers, clitics and marks.

use super::Token;
use super::forms::{Form, Forms};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// Cuts `text` into tokens, with the forms that they have; white space is left out.
pub(super) fn tokenize(text: &str, lexicon: &Lexicon) -> (Vec<Token>, Forms) {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut forms = Forms::default();
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
        let mut push = |start, end, form: u32, Form { shape, word, mark, .. }| {
            tokens.push(Token { span: Span::new(start, end), shape, word, mark, form });
        };
        let (number, form) = forms.find(&text[start..at], lexicon);
        match form.parts {
            Some((length, [one, other])) => {
                push(start, start + length, one, forms.form(one));
                push(start + length, at, other, forms.form(other));
            }
            None => push(start, at, number, form),
        }
    }
    (tokens, forms)
}

/// The end of the word or number that starts at `start`. Apostrophes, hyphens and the periods of
/// "U.S." and "3.5" belong to it where a letter or digit follows.
fn word_end(text: &str, start: usize) -> usize {
    // Most words have no other letters, and nothing else has to be asked of these.
    let plain = text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric());
    let mut end = start + plain.count();
    let mut before = text[start..end].chars().next_back().unwrap_or(' ');
    let mut chars = text[end..].chars().peekable();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    fn words(text: &str) -> Vec<&str> {
        let (tokens, _) = tokenize(text, lexicon::for_language("en"));
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
