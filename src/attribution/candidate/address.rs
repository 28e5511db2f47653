//! Whom a turn addresses.

use std::ops::Range;

use crate::attribution::findings::Findings;
use crate::lexicon::{Class, Gender, Setting};
use crate::mention::{Mention, MentionKind};
use crate::token::DASHES;

/// An address is looked for among this many tokens of a turn, which keeps the search linear.
const TURN_TOKENS: usize = 200;

/// The gender of the word by which quoted words address somebody: "Yes, sir."
pub(crate) fn addressed_gender(findings: &Findings, quoted: Range<usize>) -> Option<Gender> {
    let document = &findings.document;
    quoted.take(TURN_TOKENS).find_map(|n| {
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

/// A name is looked at with at most this many words before it: "oh my dear Ann".
const WORDS_BEFORE: usize = 3;

/// Whether a quoted mention addresses somebody: as a vocative between marks, or after words for one, "my dear Ann".
pub(crate) fn is_addressed(findings: &Findings, mention: &Mention) -> bool {
    let document = &findings.document;
    let closed = || {
        let after = document.mark(mention.tokens.end);
        matches!(after, ',' | '.' | '!' | '?' | ';' | '—' | '”' | '"' | '’' | '\'' | DASHES)
    };
    let is_opener = |n: usize| {
        let token = document.token(n);
        let word = document.forms.text(document.forms.lowercase(token.form));
        document.lexicon.has(word, Setting::AddressOpeners) || token.is(Class::Interjection)
    };
    mention.vocative
        || mention.quoted && mention.kind == MentionKind::Name && closed() && {
            let start = mention.core.start;
            let first = (start.saturating_sub(WORDS_BEFORE)..start)
                .rev()
                .take_while(|&n| is_opener(n))
                .last();
            first.and_then(|first| first.checked_sub(1)).is_some_and(|n| {
                matches!(
                    document.mark(n),
                    ',' | '“' | '"' | '‘' | '\'' | '—' | '.' | '!' | '?' | ';' | DASHES
                )
            })
        }
}
