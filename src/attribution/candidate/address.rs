//! Whom a turn addresses.

use super::query::Neighbour;
use crate::attribution::findings::Findings;
use crate::lexicon::{Class, Gender, Setting};
use crate::token::DASHES;

/// At most this many tokens of a turn are searched for whom it addresses.
const SPOKEN: usize = 200;

/// The gender of the words that a turn addresses somebody with: "Yes, sir."
pub(super) fn addressed_gender(findings: &Findings, turn: &Neighbour) -> Option<Gender> {
    let document = &findings.document;
    turn.tokens.clone().take(SPOKEN).find_map(|n| {
        let token = document.token(n);
        let gender = token.word.gender?;
        let addresses = token.is_any_of(Class::Title | Class::Kin) && !token.is(Class::GivenName);
        let closed =
            matches!(document.mark(n + 1), ',' | '.' | '!' | '?' | ';' | '—' | '”' | '"' | DASHES);
        let parted = |n: usize| {
            matches!(document.mark(n), ',' | '“' | '"' | '‘' | '\'')
                || document.lexicon.has(document.word(n), Setting::AddressOpeners)
        };
        (addresses && closed && n.checked_sub(1).is_some_and(parted)).then_some(gender)
    })
}
