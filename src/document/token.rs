//! Words, numbers, clitics and marks.

use super::Token;
use super::forms::{Form, Forms};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// Cuts `text` into tokens, with the forms that they have; white space is left out.
pub(super) fn tokenize(text: &str, lexicon: &Lexicon) -> (Vec<Token>, Forms) {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut forms = Forms::with_room(text.len());
    let mut rest = text.trim_start_matches(is_blank);
    while let Some(first) = rest.chars().next() {
        let word = first.is_alphanumeric();
        let length = if word { word_length(rest) } else { punctuation_length(rest, first) };
        let start = text.len() - rest.len();
        let Some((written, behind)) = rest.split_at_checked(length) else { break };
        rest = behind.trim_start_matches(is_blank);
        let number = forms.number(written, lexicon);
        let mut push = |start, end, number| {
            let &Form { shape, word, mark, .. } = forms.form(number);
            tokens.push(Token { span: Span::new(start, end), shape, word, mark, form: number });
        };
        match forms.form(number).parts {
            Some((length, [one, other])) => {
                push(start, start + length, one);
                push(start + length, start + written.len(), other);
            }
            None => push(start, start + written.len(), number),
        }
    }
    (tokens, forms)
}

fn is_blank(c: char) -> bool {
    c == ' ' || c.is_whitespace() || c.is_control()
}

/// The length of the word or number that `rest` starts with. Apostrophes, hyphens and the periods of
/// "U.S." and "3.5" belong to it where a letter or digit follows.
fn word_length(rest: &str) -> usize {
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match rest.as_bytes().get(plain) {
        // Most words have no other letters, and nothing else has to be asked of these.
        None | Some(b' ' | b'\n') => plain,
        _ => compound_length(rest, plain),
    }
}

/// The length of the word that `rest` starts with, of which `plain` bytes are letters and digits.
fn compound_length(rest: &str, plain: usize) -> usize {
    let word = |end: usize| rest.get(..end).unwrap_or_default();
    let mut end = plain;
    let mut before = word(end).chars().next_back().unwrap_or(' ');
    let mut chars = rest.get(end..).unwrap_or_default().chars().peekable();
    let mut periods = false;
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let next_is = |test: fn(char) -> bool| next.is_some_and(test);
        let inside = match c {
            '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '&' => next_is(char::is_alphanumeric),
            '.' => {
                before.is_ascii_digit() && next_is(|c| c.is_ascii_digit())
                    || before.is_alphabetic()
                        && next_is(char::is_alphabetic)
                        && is_initials(word(end))
            }
            ',' => before.is_ascii_digit() && next_is(|c| c.is_ascii_digit()),
            '_' => false,
            c => c.is_alphanumeric() || is_combining(c),
        };
        if !inside {
            break;
        }
        periods |= c == '.';
        end += c.len_utf8();
        before = c;
    }
    // "U.S." keeps its last period, so that it is not taken for the end of a sentence.
    let stops = periods && is_initials(word(end));
    end + usize::from(stops && rest.as_bytes().get(end) == Some(&b'.'))
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

/// The length of the mark that `rest` starts with: a run of periods or dashes is one, everything else
/// stands alone.
fn punctuation_length(rest: &str, first: char) -> usize {
    if !matches!(first, '.' | '-' | '–' | '—' | '_' | '*' | '=') {
        return first.len_utf8();
    }
    rest.chars().take_while(|&c| c == first).count() * first.len_utf8()
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
