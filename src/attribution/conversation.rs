//! The decisions that need the whole document: whom "he" means, and who speaks if no cue says so.
//!
//! The turns of a document are decided together, because each depends on the speakers before and after it.

mod choice;
mod evidence;
mod shared;
mod situation;
mod turns;

use super::features::Situation;
use super::findings::Findings;
use super::recorder::Recorder;
use super::source;
use super::statement::Statement;
use crate::report::QuotationKind;
use turns::Turns;

/// Decides who speaks in the statements for which that is open: in one chain for all turns, and one for
/// each statement outside of it.
pub(super) fn decide(
    findings: &Findings,
    statements: &mut [Statement],
    recorder: &mut impl Recorder,
) {
    for statement in statements.iter_mut() {
        source::name_colon_source(findings, statement);
    }
    let shared = shared::find(findings, statements);
    let mut turns = Vec::with_capacity(statements.len());
    let mut narrated = Vec::new();
    for (n, statement) in statements.iter().enumerate().filter(|(n, _)| shared[*n].is_none()) {
        // What a story reports in its own words is no turn of the conversation.
        let story = findings.document.is_story(statement.tokens.start);
        let is_narrated = story && statement.kind == QuotationKind::Indirect;
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
        choice::choose(findings, statements, chain);
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
