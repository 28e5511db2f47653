//! Cuts a text into tokens.

use super::form::{Letters, Occurrence, WordForm, WordForms};
use super::shape::is_alphanumeric;
use super::text::Token;
use super::typed;
use crate::interner::Key;
use crate::lexicon::Lexicon;
use crate::span::Span;

/// The kind of token that a character starts or belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    /// A word; the character is a lowercase letter.
    Lowercase,
    /// A word or a number; the character is another letter or a digit.
    Word,
    Mark,
    /// A byte outside ASCII: the whole character decides.
    Wide,
}

/// The kind of each byte: for most characters one look-up replaces several comparisons.
const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = match byte as u8 {
            b' ' | 0x7F => Kind::Blank,
            c if c.is_ascii_control() => Kind::Blank,
            c if c.is_ascii_lowercase() => Kind::Lowercase,
            c if c.is_ascii_alphanumeric() => Kind::Word,
            _ => Kind::Mark,
        };
        byte += 1;
    }
    kinds
};

/// Whether a letter before the byte is the last one of its word, whatever follows.
const ENDS: [bool; 256] = {
    let mut ends = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let joins = matches!(byte as u8, b'\'' | b'-' | b'&' | b'.');
        ends[byte] = matches!(KINDS[byte], Kind::Blank | Kind::Mark) && !joins;
        byte += 1;
    }
    ends
};

/// The tokens of `text`, and their word forms. White space is in no token.
pub(super) fn tokenize(text: &str, lexicon: &Lexicon) -> (Vec<Token>, WordForms) {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut forms = WordForms::with_capacity(text.len());
    let mut start = 0;
    let mut doubled_open = false;
    while let Some(rest) = text.get(start..)
        && let Some(&byte) = rest.as_bytes().first()
    {
        let kind = match KINDS[usize::from(byte)] {
            Kind::Wide => wide_kind(rest),
            kind => kind,
        };
        let occurrence = match kind {
            Kind::Blank => {
                start += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            Kind::Lowercase | Kind::Word => word(rest),
            Kind::Mark | Kind::Wide => mark(text, start, &mut doubled_open),
        };
        let end = start + occurrence.text.len();
        let number = forms.intern(occurrence, lexicon);
        let mut push = |start, end, form: &WordForm, number| {
            let &WordForm { shape, word, mark, .. } = form;
            tokens.push(Token { span: Span::new(start, end), shape, word, mark, form: number });
        };
        let form = forms.form(number);
        match form.parts {
            Some((length, [host, clitic])) => {
                push(start, start + length, forms.form(host), host);
                push(start + length, end, forms.form(clitic), clitic);
            }
            None => push(start, end, form, number),
        }
        // Most tokens are before a space.
        start = end + usize::from(text.as_bytes().get(end) == Some(&b' '));
    }
    (tokens, forms)
}

/// The kind of the character outside ASCII that `rest` starts with.
fn wide_kind(rest: &str) -> Kind {
    match rest.chars().next() {
        Some(wide) if is_alphanumeric(wide) => Kind::Word,
        Some(wide) if wide.is_whitespace() || wide.is_control() => Kind::Blank,
        _ => Kind::Mark,
    }
}

/// The word or number that `rest` starts with. Apostrophes, hyphens and the periods of "U.S." and "3.5"
/// belong to it if a letter or digit follows.
fn word(rest: &str) -> Occurrence<'_> {
    if let Some(word) = short_word(rest) {
        return word;
    }
    let (mut plain, mut key, mut lowercase) = (0, Key::EMPTY, true);
    for &byte in rest.as_bytes() {
        let kind = KINDS[usize::from(byte)];
        if !matches!(kind, Kind::Lowercase | Kind::Word) {
            break;
        }
        plain += 1;
        key = key.push(byte);
        lowercase &= kind == Kind::Lowercase;
    }
    let length = match rest.as_bytes().get(plain) {
        // Most words end here, so this is checked first.
        None | Some(b' ' | b'\n') => plain,
        _ => compound_length(rest, plain),
    };
    let text = rest.get(..length).unwrap_or_default();
    let letters = match lowercase {
        _ if length > plain => Letters::Any,
        true => Letters::Lowercase,
        false => Letters::Ascii,
    };
    let key = if length <= Key::SHORT && length == plain { key } else { Key::of(text) };
    Occurrence { text, key, letters }
}

/// The word that `rest` starts with, if it is fewer than eight ASCII letters before a space or a mark that ends it,
/// as most words are. Looks at eight bytes at once, without a branch for each.
fn short_word(rest: &str) -> Option<Occurrence<'_>> {
    const EACH: u64 = u64::from_be_bytes([1; Key::SHORT]);
    const HIGH: u64 = 0x80 * EACH;
    let bytes = u64::from_be_bytes(*rest.as_bytes().first_chunk()?);
    // The high bit of each byte says whether the byte is a lowercase letter, 0x61 to 0x7A. No sum carries into the
    // next byte.
    let lowercase = |bytes: u64| {
        let ascii = bytes & !HIGH;
        let from_a = ascii + (0x80 - 0x61) * EACH;
        let after_z = ascii + (0x7F - 0x7A) * EACH;
        from_a & !after_z & !bytes & HIGH
    };
    // A capital differs from its lowercase letter in one bit.
    let letters = lowercase(bytes | (0x20 * EACH));
    let length = (!letters & HIGH).leading_zeros() / 8;
    let after = bytes.checked_shl(8 * length)? >> (64 - 8);
    // No word of several letters goes on after a period; see `compound_length`.
    let ends = ENDS[after as usize & 0xFF] || after as u8 == b'.' && length > 1;
    if length == 0 || !ends {
        return None;
    }
    let unused = 64 - 8 * length;
    let all_lowercase = lowercase(bytes) >> unused == HIGH >> unused;
    let letters = if all_lowercase { Letters::Lowercase } else { Letters::Ascii };
    let text = rest.get(..length as usize)?;
    Some(Occurrence { text, key: Key::packed(bytes >> unused), letters })
}

/// The length in bytes of the word that `rest` starts with. Its first `plain` bytes are ASCII letters and
/// digits.
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
            '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' => next_is(char::is_alphanumeric),
            // "AT&T", but not "left&quot;".
            '&' => {
                next_is(char::is_alphanumeric) && rest.get(end..).and_then(typed::escaped).is_none()
            }
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
    // "U.S." keeps its last period, so that the period does not end a sentence.
    let initials = periods && is_initials(word(end));
    end + usize::from(initials && rest.as_bytes().get(end) == Some(&b'.'))
}

/// Whether `word`, or its part after a hyphen, is single letters separated by periods: U.S, e.g, D-N.Y.
fn is_initials(word: &str) -> bool {
    word.rsplit('-').next().unwrap_or_default().split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    })
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe0f}')
}

/// The mark that stands at the byte `start`. A run of periods or dashes is one mark, and so is a quotation mark
/// that is escaped or doubled; every other mark is one character. `doubled_open` says whether a doubled one is
/// open.
fn mark<'t>(text: &'t str, start: usize, doubled_open: &mut bool) -> Occurrence<'t> {
    let rest = text.get(start..).unwrap_or_default();
    let first = rest.chars().next().unwrap_or_default();
    let typed = match first {
        '&' | '\\' => typed::escaped(rest),
        '\'' | '`' | '‘' | '’' | '"' | '“' | '”' => {
            typed::doubled(text, start, doubled_open)
        }
        _ => None,
    };
    let runs = matches!(first, '.' | '-' | '–' | '—' | '_' | '*' | '=');
    let count = if runs { rest.chars().take_while(|&c| c == first).count() } else { 1 };
    let length = typed.map_or(count * first.len_utf8(), |(_, length)| length);
    Occurrence::of(rest.get(..length).unwrap_or_default())
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
    fn short_words_are_read_at_once() {
        for (word, letters) in [
            ("a", Letters::Lowercase),
            ("zigzags", Letters::Lowercase),
            ("Lee", Letters::Ascii),
            ("AZaz", Letters::Ascii),
        ] {
            for end in [" ", "\n", ",", "?", "\"", ". "] {
                // An initial takes its period.
                if word.len() == 1 && end.starts_with('.') {
                    continue;
                }
                let text = format!("{word}{end}“1” 2 3");
                let found = short_word(&text).expect("the word is short");
                assert_eq!(found.text, word);
                assert!(found.key == Key::of(word) && found.letters == letters, "{word}");
            }
        }
        for text in [
            "zigzagged on",
            "it",
            "it’s so here",
            "a1 b2 c3 d4",
            "né en 1900",
            "[ab] c d e",
            "@ home now",
            "U.S. law is",
            "on-site now",
            "Q&A at six",
        ] {
            assert!(short_word(text).is_none(), "{text}");
        }
    }

    #[test]
    fn numbers_initials_and_runs_are_one_token() {
        assert_eq!(
            words("U.S. $1,000.50 -- J. Ray..."),
            ["U.S.", "$", "1,000.50", "--", "J", ".", "Ray", "..."]
        );
    }
}
