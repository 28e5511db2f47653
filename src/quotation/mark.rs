//! Finds the quotation marks and the role that each may have at its place: opening, closing or either.
//! Apostrophes and primes are no quotation marks.

use std::cell::OnceCell;

use crate::document::Document;
use crate::lexicon::{Class, Setting};
use crate::token::NO_MARK;

/// Marks that form pairs with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// “ ” „ ‟ "
    Double,
    /// ‘ ’ ‚ '
    Single,
    /// « »
    Guillemet,
    /// ‹ ›
    SingleGuillemet,
    /// 「 」
    Corner,
    /// 『 』
    WhiteCorner,
}

impl Family {
    /// The number of families.
    pub(super) const COUNT: usize = 6;
}

/// What a mark may do at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Opening,
    Closing,
    /// A closing mark if a mark of its family is open, otherwise an opening one.
    Either,
    /// After a letter: a closing mark, or the apostrophe of "dogs'" or "goin'".
    ClosingOrApostrophe,
    /// Before a word with dropped letters where speech may start: the apostrophe of "'tis" or "'07", or an opening
    /// mark that stands for both.
    OpeningOrApostrophe,
}

/// A quotation mark in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The number of its token.
    pub token: usize,
    pub family: Family,
    pub role: Role,
}

/// The direction in which the guillemets of a document point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guillemets {
    /// «…» as in French.
    Outward,
    /// »…« as in German.
    Inward,
}

impl Guillemets {
    /// The direction that the first guillemet of `text` shows.
    fn of(text: &str) -> Self {
        match text.chars().find(|c| matches!(c, '«' | '»')) {
            Some('»') => Self::Inward,
            _ => Self::Outward,
        }
    }
}

/// The quotation marks of the document, in text order.
pub(super) fn all(document: &Document) -> Vec<Mark> {
    // Finding the direction reads the whole text, and most texts have no guillemets.
    let guillemets = OnceCell::new();
    let tokens = document.tokens.iter().enumerate();
    let marks = tokens.filter(|(_, token)| token.mark != NO_MARK);
    marks.filter_map(|(i, token)| mark(document, i, token.mark, &guillemets)).collect()
}

/// The mark at token `i`, whose character is `glyph`, if it is a quotation mark.
fn mark(
    document: &Document,
    i: usize,
    glyph: char,
    guillemets: &OnceCell<Guillemets>,
) -> Option<Mark> {
    let neighbours = || Neighbours::of(document, i);
    let guillemet = |outward: bool| {
        let direction = *guillemets.get_or_init(|| Guillemets::of(document.raw));
        if outward == (direction == Guillemets::Outward) { Role::Opening } else { Role::Closing }
    };
    let (family, role) = match glyph {
        '„' | '‟' => (Family::Double, Role::Opening),
        // In German it closes a „; the pairing knows whether one is open.
        '“' if neighbours().may_close() => (Family::Double, Role::Either),
        '“' => (Family::Double, Role::Opening),
        '”' if neighbours().may_open() => (Family::Double, Role::Either),
        '”' => (Family::Double, Role::Closing),
        '"' | '＂' => (Family::Double, neighbours().straight_role()),
        '«' | '»' => (Family::Guillemet, guillemet(glyph == '«')),
        '‹' | '›' => (Family::SingleGuillemet, guillemet(glyph == '‹')),
        '「' => (Family::Corner, Role::Opening),
        '」' => (Family::Corner, Role::Closing),
        '『' => (Family::WhiteCorner, Role::Opening),
        '』' => (Family::WhiteCorner, Role::Closing),
        '‚' => (Family::Single, Role::Opening),
        '‘' | '\'' | '’' | '`' => {
            (Family::Single, single_role(document, i, glyph, neighbours())?)
        }
        _ => return None,
    };
    Some(Mark { token: i, family, role })
}

/// The characters on both sides of a mark.
#[derive(Clone, Copy)]
struct Neighbours {
    before: Option<char>,
    after: Option<char>,
}

impl Neighbours {
    fn of(document: &Document, i: usize) -> Self {
        let span = document.token(i).span;
        Self {
            before: document.before(span.start).chars().next_back(),
            after: document.after(span.end).chars().next(),
        }
    }

    /// Whether a mark between these characters may open a pair.
    fn may_open(self) -> bool {
        self.before.is_none_or(may_precede_opening)
            && self.after.is_some_and(|c| !c.is_whitespace())
    }

    /// Whether a mark between these characters may close a pair.
    fn may_close(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace() && !is_bracket(c))
            && self.after.is_none_or(|c| !c.is_alphanumeric())
    }

    /// The role of a straight mark, which shows no direction by itself.
    fn straight_role(self) -> Role {
        match (self.may_open(), self.may_close()) {
            (true, false) => Role::Opening,
            (false, true) => Role::Closing,
            _ => Role::Either,
        }
    }
}

fn may_precede_opening(c: char) -> bool {
    c.is_whitespace()
        || is_bracket(c)
        || matches!(c, '—' | '–' | '-' | '/' | '‘' | '“' | '"' | '\'')
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

/// The role of a single mark; `None` for an apostrophe or a prime.
fn single_role(document: &Document, i: usize, glyph: char, neighbours: Neighbours) -> Option<Role> {
    let next = document.tokens.get(i + 1);
    let drops_letters = next.is_some_and(|next| {
        next.span.start == document.token(i).span.end
            && (next.is(Class::Elision) || is_decade(document, document.slice(next.span)))
    });
    let opening = || match drops_letters {
        false => Some(Role::Opening),
        true => speech_may_start(document, i).then_some(Role::OpeningOrApostrophe),
    };
    match neighbours.before {
        _ if glyph == '‘' || glyph == '`' => opening(),
        None => opening().filter(|_| glyph == '\''),
        Some(before) if neighbours.may_open() && !matches!(before, '—' | '–' | '-') => {
            opening().filter(|_| glyph == '\'')
        }
        // A mark with spaces around it is no apostrophe.
        Some(before) if before.is_whitespace() => (glyph == '\''
            && neighbours.after.is_none_or(char::is_whitespace))
        .then_some(Role::Either),
        // A prime: 6'2", or the apostrophe of "don&#39;t".
        Some(before)
            if before.is_alphanumeric() && neighbours.after.is_some_and(char::is_alphanumeric) =>
        {
            None
        }
        Some(before) if before.is_alphanumeric() => Some(Role::ClosingOrApostrophe),
        Some('—' | '–' | '-') if neighbours.after.is_some_and(char::is_alphanumeric) => {
            Some(Role::Either)
        }
        Some(_) => Some(Role::Closing),
    }
}

/// Whether speech may start at token `i`: at the start of a block, or after a sentence, a comma or a colon.
fn speech_may_start(document: &Document, i: usize) -> bool {
    let block = &document.blocks()[document.block_of(i)];
    i == block.content
        || matches!(
            document.mark(i.wrapping_sub(1)),
            '.' | '!' | '?' | '…' | ',' | ':' | ';' | '—' | '–'
        )
}

/// Whether `word` is the decade or year after an apostrophe: '90s, '08.
fn is_decade(document: &Document, word: &str) -> bool {
    let endings = document.lexicon.values(Setting::DecadeEndings);
    let digits = endings.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())
}
