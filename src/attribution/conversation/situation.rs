//! What the text shows of the source of a statement.

use crate::attribution::features::Situation;
use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::lexicon::Pronoun;
use crate::mention::{Determiner, MentionKind};
use crate::report::QuotationKind;

/// The decision that a statement still needs; `Named` if it needs none.
pub(super) fn situation(findings: &Findings, statement: &Statement) -> Situation {
    let story = findings.document.is_story(statement.tokens.start);
    let Some(mention) = statement.mention.map(|mention| &findings.mentions.all[mention]) else {
        return match statement.kind {
            QuotationKind::Direct if story => Situation::Dialogue,
            QuotationKind::Direct => Situation::Report,
            _ => Situation::Named,
        };
    };
    match mention.kind {
        MentionKind::Pronoun(Pronoun { person: 3, .. }) if story => Situation::Pronoun,
        MentionKind::Pronoun(Pronoun { person: 3, .. }) => Situation::ReportPronoun,
        MentionKind::Person
            if story && !mention.plural && mention.determiner != Determiner::Indefinite =>
        {
            Situation::Noun
        }
        _ => Situation::Named,
    }
}
