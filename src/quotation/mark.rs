//! What each glyph may be where it stands: an opening mark, a closing mark, either, or none at all
//! because it is an apostrophe or a prime.

use std::cell::OnceCell;

use crate::document::Document;
use crate::lexicon::{Class, Setting};
use crate::token::NO_MARK;

/// Marks that close each other.
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
    /// How many families there are.
    pub(super) const COUNT: usize = 6;
}

/// What a mark may do here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Opening,
    Closing,
    /// A closing mark if one of its family is open, otherwise an opening one.
    Either,
    /// A closing mark or, after a letter, the apostrophe of "dogs'" or "goin'".
    ClosingOrApostrophe,
}

/// A quotation mark in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Number of its token.
    pub token: usize,
    pub family: Family,
    pub role: Role,
}

/// Which way » and « point in this document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guillemets {
    /// «…» as in French.
    Outward,
    /// »…« as in German.
    Inward,
}

impl Guillemets {
    /// The direction that the first guillemet of the document shows.
    fn of(text: &str) -> Self {
        match text.chars().find(|c| matches!(c, '«' | '»')) {
            Some('»') => Self::Inward,
            _ => Self::Outward,
        }
    }
}

/// The quotation marks of the document, in text order.
pub(super) fn all(document: &Document) -> Vec<Mark> {
    // Read from the whole text, which most texts have no need of.
    let guillemets = OnceCell::new();
    let tokens = document.tokens.iter().enumerate();
    let marks = tokens.filter(|(_, token)| token.mark != NO_MARK);
    marks.filter_map(|(i, token)| mark(document, i, token.mark, &guillemets)).collect()
}

/// The mark at token `i`, whose character is `glyph`; none where that is no quotation mark.
fn mark(
    document: &Document,
    i: usize,
    glyph: char,
    guillemets: &OnceCell<Guillemets>,
) -> Option<Mark> {
    let around = || Around::of(document, i);
    let guillemet = |outward: bool| {
        let direction = *guillemets.get_or_init(|| Guillemets::of(document.raw));
        if outward == (direction == Guillemets::Outward) { Role::Opening } else { Role::Closing }
    };
    let (family, role) = match glyph {
        '„' | '‟' => (Family::Double, Role::Opening),
        // Closes a „ in German; the pairing knows whether one is open.
        '“' if around().closes() => (Family::Double, Role::Either),
        '“' => (Family::Double, Role::Opening),
        '”' if around().opens() => (Family::Double, Role::Either),
        '”' => (Family::Double, Role::Closing),
        '"' | '＂' => (Family::Double, around().straight_role()),
        '«' | '»' => (Family::Guillemet, guillemet(glyph == '«')),
        '‹' | '›' => (Family::SingleGuillemet, guillemet(glyph == '‹')),
        '「' => (Family::Corner, Role::Opening),
        '」' => (Family::Corner, Role::Closing),
        '『' => (Family::WhiteCorner, Role::Opening),
        '』' => (Family::WhiteCorner, Role::Closing),
        '‚' => (Family::Single, Role::Opening),
        '‘' | '\'' | '’' | '`' => (Family::Single, single_role(document, i, glyph, around())?),
        _ => return None,
    };
    Some(Mark { token: i, family, role })
}

/// The characters on both sides of a mark.
#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

impl Around {
    fn of(document: &Document, i: usize) -> Self {
        let span = document.token(i).span;
        Self {
            before: document.before(span.start).chars().next_back(),
            after: document.after(span.end).chars().next(),
        }
    }

    fn opens(self) -> bool {
        self.before.is_none_or(is_open_boundary) && self.after.is_some_and(|c| !c.is_whitespace())
    }

    fn closes(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace() && !is_bracket(c))
            && self.after.is_none_or(|c| !c.is_alphanumeric())
    }

    fn straight_role(self) -> Role {
        match (self.opens(), self.closes()) {
            (true, false) => Role::Opening,
            (false, true) => Role::Closing,
            _ => Role::Either,
        }
    }
}

fn is_open_boundary(c: char) -> bool {
    c.is_whitespace()
        || is_bracket(c)
        || matches!(c, '—' | '–' | '-' | '/' | '‘' | '“' | '"' | '\'')
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

/// The role of a single mark; none for an apostrophe.
fn single_role(document: &Document, i: usize, glyph: char, around: Around) -> Option<Role> {
    let next = document.tokens.get(i + 1);
    let drops_letters = next.is_some_and(|next| {
        next.span.start == document.token(i).span.end
            && (next.is(Class::Elision) || is_decade(document, document.slice(next.span)))
    });
    match around.before {
        _ if glyph == '‘' || glyph == '`' => (!drops_letters).then_some(Role::Opening),
        None => (!drops_letters && glyph == '\'').then_some(Role::Opening),
        Some(before) if around.opens() && !matches!(before, '—' | '–' | '-') => {
            (!drops_letters && glyph == '\'').then_some(Role::Opening)
        }
        Some(before) if before.is_whitespace() => None,
        // A prime: 6'2".
        Some(before)
            if before.is_ascii_digit() && around.after.is_some_and(char::is_alphanumeric) =>
        {
            None
        }
        Some(before) if before.is_alphanumeric() => Some(Role::ClosingOrApostrophe),
        Some('—' | '–' | '-') if around.after.is_some_and(char::is_alphanumeric) => {
            Some(Role::Either)
        }
        Some(_) => Some(Role::Closing),
    }
}

/// '90s, '08: digits after an apostrophe that stands for the century.
fn is_decade(document: &Document, word: &str) -> bool {
    let endings = document.lexicon.values(Setting::DecadeEndings);
    let digits = endings.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())
}
