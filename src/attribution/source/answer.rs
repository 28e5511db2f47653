//! The source of a quotation after a sentence in which somebody answers: "The mayor disagreed. “…”".

use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::cue::Relation;
use crate::lexicon::Class;
use crate::report::Rule;

/// The verb of the answer is one of the last few tokens of its sentence: "agreed at once."
const LAST_TOKENS: usize = 4;

/// Names the source of a quotation that starts its sentence: the subject of a verb of answering that ends the sentence
/// before it. In a story others may go on after such a sentence.
pub(crate) fn name_source(findings: &Findings, statement: &mut Statement) {
    let document = &findings.document;
    let start = statement.tokens.start;
    let Some(stop) = start.checked_sub(1).filter(|_| statement.mention.is_none()) else { return };
    let follows = !document.is_story(start)
        && document.mark(stop) == '.'
        && findings.quotes.around(stop).is_none()
        && document.block_of(stop) == document.block_of(start);
    let last = findings.cues.partition_point(|cue| cue.tokens.start < stop).checked_sub(1);
    let Some(number) = last.filter(|_| follows) else { return };
    let cue = &findings.cues[number];
    let answers = document.token(cue.tokens.end - 1).is(Class::Answers)
        && !cue.negated
        && !cue.passive
        && cue.tokens.end + LAST_TOKENS > stop
        && cue.tokens.start >= findings.sentences.around(stop).start;
    let subject = cue.subject.as_ref().filter(|subject| subject.relation == Relation::Adjacent);
    let Some(subject) = subject.filter(|_| answers) else { return };
    if let Some(mention) = findings.mentions.leading(subject.tokens.clone()) {
        statement.set_source(findings, mention, Some(subject.tokens.clone()), Rule::SourceThenCue);
        statement.cue = Some(number);
    }
}
