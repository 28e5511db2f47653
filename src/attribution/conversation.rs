//! The decisions that need the whole document: whom "he" means, and who speaks if no cue says so.
//!
//! A turn is a statement in a conversation. The turns of a document are decided together, because each
//! depends on the speakers before and after it.

mod evidence;
mod inference;
mod shared;
mod situation;
mod turns;

use super::features::Situation;
use super::findings::Findings;
use super::recorder::Recorder;
use super::source;
use super::statement::Statement;
use crate::numbered::Numbered;
use crate::report::QuotationKind;
use turns::Turns;

/// Decides who speaks in the statements whose speaker is open: the turns together in one chain, and each
/// statement that is no turn in a chain of its own.
pub(super) fn decide(
    findings: &Findings,
    statements: &mut Numbered<Statement>,
    recorder: &mut impl Recorder,
) {
    for statement in statements.iter_mut() {
        source::name_colon_source(findings, statement);
    }
    let shared = shared::find(findings, statements);
    let mut turns = Vec::with_capacity(statements.len());
    let mut narrated = Vec::new();
    for (n, statement) in statements.iter().enumerate().filter(|(n, _)| shared[*n].is_none()) {
        // What the narrator of a story reports is no turn of the conversation, nor are a few quoted words in a
        // sentence of the narration.
        let story = findings.document.is_story(statement.tokens.start);
        let is_narrated = story
            && match statement.kind {
                QuotationKind::Direct => false,
                QuotationKind::Mixed => statement.mention.is_none(),
                QuotationKind::Indirect => true,
            };
        if is_narrated { narrated.push(n) } else { turns.push(n) }
    }
    let mut turns = Turns::new(findings, statements, &turns);
    let mut chains = vec![turns.chain(recorder)];
    for n in narrated {
        let decision = turns.standalone(n);
        if decision.situation != Situation::Named {
            chains.push(vec![decision]);
        }
    }
    for chain in &chains {
        inference::assign_speakers(findings, statements, chain);
    }
    for (n, shared) in shared.into_iter().enumerate() {
        if let Some(shared) = shared {
            shared.copy_to(findings, statements, n);
        }
    }
    for chain in chains {
        recorder.chain(findings, statements, chain);
    }
}
