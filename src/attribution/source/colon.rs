//! The source of a quotation after a colon.

use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::lexicon::Class;
use crate::mention::MentionKind;
use crate::report::Rule;

/// A passive cue is looked for among this many cues of the sentence, which keeps the search linear.
const CUES: usize = 16;
/// The subject is one of this many mentions at the start of the sentence.
const SUBJECT_MENTIONS: usize = 40;
/// The mention right before the colon is one of the last few: phrases may overlap.
const LAST_MENTIONS: usize = 4;

/// Names the source of a quotation after a colon: the mention right before the colon, "Lee: “…”", or the
/// subject of the sentence that ends with it.
pub(crate) fn name_source(findings: &Findings, statement: &mut Statement) {
    // The mark of a block quote may stand between: "Lee wrote:", and then "> “…”".
    let mut back = (0..statement.tokens.start).rev().take(2);
    let Some(before) = back.find(|&n| findings.document.mark(n) != '>') else { return };
    if statement.mention.is_some() || findings.document.mark(before) != ':' {
        return;
    }
    let sentence = findings.sentences.around(before);
    let first = findings.cues.partition_point(|cue| cue.tokens.start < sentence.start);
    let mut cues =
        findings.cues[first..].iter().take(CUES).take_while(|cue| cue.tokens.start < before);
    if cues.any(|cue| cue.passive) {
        return;
    }
    let all = findings.mentions.starting_in(sentence.start..before);
    let may_say = |n: &usize| {
        let mention = &findings.mentions.all[*n];
        mention.may_be_subject() && !mention.quoted
    };
    let subject = || all.clone().take(SUBJECT_MENTIONS).find(may_say);
    let adjacent = all.clone().rev().take(LAST_MENTIONS).find(|&n| {
        let mention = &findings.mentions.all[n];
        // "Lee put it to them: “…”"
        let object = matches!(mention.kind, MentionKind::Pronoun(_))
            && mention.tokens.start > sentence.start;
        // "Lee had one word for voters: “…”", but "A word from Lee: “…”".
        let preposition = findings.document.token(mention.tokens.start.wrapping_sub(1));
        let listener = mention.after_preposition && !preposition.is(Class::Agent);
        mention.tokens.end == before && !object && !(listener && subject().is_some())
    });
    if let Some(mention) = adjacent.or_else(subject) {
        statement.set_source(findings, mention, None, Rule::Colon);
    }
}
