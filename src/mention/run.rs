//! Runs of capitalised words, of which names consist.

use crate::document::Document;
use crate::lexicon::{Class, Setting};
use crate::quotation::nickname;
use crate::token::{NO_MARK, Shape};

/// Maximum number of tokens of a run. This keeps the whole linear.
const MAX_TOKENS: usize = 12;

/// Whether a period after token `i` belongs to an abbreviation and ends no sentence: "A.", "Dr.".
pub(super) fn is_abbreviation(document: &Document, i: usize) -> bool {
    document.tokens.get(i).is_some_and(|token| {
        token.is_capital()
            && (token.span.len() == 1 || token.is_any_of(Class::Title | Class::AbbreviationInside))
    })
}

/// Whether token `i` is an initial, a capital letter with a period: "A.".
pub(super) fn is_initial(document: &Document, i: usize) -> bool {
    document.tokens.get(i).is_some_and(|token| {
        token.is_capital()
            && token.span.len() == 1
            && document.mark(i + 1) == '.'
            && document.tokens.get(i + 1).is_some_and(|dot| dot.span.start == token.span.end)
    })
}

/// The end of the run of name words that starts at token `i`.
pub(super) fn end(document: &Document, i: usize) -> usize {
    let mut end = i + 1;
    let limit = document.block_end(i).min(i + MAX_TOKENS);
    let is_name_word = |n: usize| {
        let token = document.token(n);
        token.is_capital()
            && (!token.word.is_function() && !token.is(Class::Calendar) || is_initial(document, n))
    };
    while end < limit {
        let token = document.token(end);
        // Most names end here: before a lowercase word that joins nothing.
        let joins = Class::Particle | Class::Preposition;
        if token.shape == Shape::Lower && !token.is_any_of(joins) {
            break;
        }
        if is_name_word(end) {
            end += 1;
            continue;
        }
        let before = document.token(end - 1);
        let organization = || before.is_any_of(Class::OrganizationWord | Class::Title);
        let is_the = |n: usize| {
            let token = document.token(n);
            token.is_lower(Class::Article) && token.is(Class::Definite)
        };
        // The number of tokens between two words of a name.
        let between = match token.mark {
            '.' if token.span.start == before.span.end && is_abbreviation(document, end - 1) => 1,
            ',' if document.lexicon.has(document.word(end + 1), Setting::CommaSuffixes) => 1,
            '&' => 1,
            NO_MARK if organization() && token.is_lower(Class::Genitive) && is_the(end + 1) => 2,
            NO_MARK if organization() && token.is_lower(Class::NameInner) => 1,
            NO_MARK if token.is(Class::Particle) && token.shape == Shape::Lower => 1,
            _ if is_organization_possessive(document, end) => {
                end += 2;
                continue;
            }
            _ => match nickname::close(document, end) {
                Some(close) => close + 1 - end,
                None => break,
            },
        };
        if !is_name_word(end + between) {
            break;
        }
        end += between + 1;
    }
    end.min(limit)
}

/// Whether the apostrophe or clitic at token `i` is a possessive inside the name of an organization: "the
/// Farmers’ Union", "the Children’s Hospital", but not "Lee’s Office".
pub(super) fn is_organization_possessive(document: &Document, i: usize) -> bool {
    let token = document.token(i);
    let apostrophe = matches!(token.mark, '\'' | '’');
    if i == 0 || !apostrophe && !token.is(Class::Clitic) {
        return false;
    }
    let (owners, organization) = (document.token(i - 1), document.token(i + 1));
    owners.is_capital()
        && (apostrophe || owners.is(Class::Plural))
        && organization.is_capital()
        && organization.is(Class::OrganizationWord)
}
