//! Whom a turn addresses.

use super::query::Neighbour;
use crate::attribution::findings::Findings;
use crate::lexicon::{Class, Gender, Setting};
use crate::token::DASHES;

/// An address is looked for among this many tokens of a turn, which keeps the search linear.
const TURN_TOKENS: usize = 200;

/// The gender of the word by which a turn addresses somebody: "Yes, sir."
pub(super) fn addressed_gender(findings: &Findings, turn: &Neighbour) -> Option<Gender> {
    let document = &findings.document;
    turn.tokens.clone().take(TURN_TOKENS).find_map(|n| {
        let token = document.token(n);
        let gender = token.word.gender?;
        let addresses = token.is_any_of(Class::Title | Class::Kin) && !token.is(Class::GivenName);
        let is_closed =
            matches!(document.mark(n + 1), ',' | '.' | '!' | '?' | ';' | '—' | '”' | '"' | DASHES);
        let opens_address = |n: usize| {
            matches!(document.mark(n), ',' | '“' | '"' | '‘' | '\'')
                || document.lexicon.has(document.word(n), Setting::AddressOpeners)
        };
        (addresses && is_closed && n.checked_sub(1).is_some_and(opens_address)).then_some(gender)
    })
}
