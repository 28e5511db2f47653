//! The source of a quotation in a line of attribution: "— Ann Lee, baker" below it or after its closing mark, or a
//! line with nothing but a name.

use std::ops::Range;

use crate::attribution::findings::Findings;
use crate::lexicon::Class;
use crate::mention::{MentionKind, NameKind};
use crate::token::{DASHES, Shape};

/// A line of attribution has at most this many tokens.
const LINE_TOKENS: usize = 16;

/// The mention that names the source of the stretch `quote` in a line of attribution.
pub(crate) fn source(findings: &Findings, quote: usize) -> Option<usize> {
    let document = &findings.document;
    let tokens = findings.quotes.all[quote].tokens();
    let number = document.block_of(tokens.end - 1);
    let block = &document.blocks()[number].tokens;
    let stop = usize::from(document.mark(tokens.end) == '.');
    let end = tokens.end + stop;
    let start = document.blocks()[document.block_of(tokens.start)].content;
    // A bullet may stand before it.
    let alone = (start..tokens.start).len() <= 1
        && (start..tokens.start).all(|n| document.token(n).shape == Shape::Punctuation);
    if end < block.end {
        // “We go.” — Ann Lee
        let separated = is_dash(findings, end) || document.mark(end) == ':';
        return (separated && alone).then(|| named(findings, end + 1..block.end, false)).flatten();
    }
    let line = document.blocks().get(number + 1)?.tokens.clone();
    if is_dash(findings, line.start) {
        return named(findings, line.start + 1..line.end, false);
    }
    let below = document.blocks().get(number + 2).map_or(line.end..line.end, |b| b.tokens.clone());
    let own_line = breaks_between(findings, line.start) == 1
        && (ends_entry(findings, line.end)
            || is_description(findings, &below) && ends_entry(findings, below.end));
    (alone && own_line).then(|| named(findings, line, true)).flatten()
}

/// Whether token `n` starts something new: after a blank line, with a quotation, or past the end of the text.
fn ends_entry(findings: &Findings, n: usize) -> bool {
    n >= findings.document.tokens.len()
        || breaks_between(findings, n) > 1
        || findings.quotes.around(n).is_some()
}

/// Whether a line below a name only describes whom it names: "Baker, Bergen".
fn is_description(findings: &Findings, line: &Range<usize>) -> bool {
    let last = findings.document.token(line.end.saturating_sub(1));
    (1..=LINE_TOKENS / 2).contains(&line.len()) && last.shape != Shape::Punctuation
}

/// The mention at the start of `line`, if the rest only describes whom it names; `person` says that it has to be
/// the name of a person.
fn named(findings: &Findings, line: Range<usize>, person: bool) -> Option<usize> {
    let document = &findings.document;
    if line.is_empty() || line.len() > LINE_TOKENS || findings.quotes.touch(line.clone()) {
        return None;
    }
    // "the baker": the article may belong to the mention.
    let first = findings.mentions.starting_in(line.start..line.start + 2).next()?;
    let mention = &findings.mentions.all[first];
    let article = mention.tokens.start == line.start + 1
        && document.token(line.start).is_any_of(Class::Article | Class::Title);
    let starts = mention.tokens.start == line.start || article;
    let pronoun = matches!(mention.kind, MentionKind::Pronoun(_));
    let name = mention.kind == MentionKind::Name
        && matches!(mention.name_kind, NameKind::Person | NameKind::Unknown);
    let rest = mention.tokens.end..line.end;
    let describes = rest.is_empty()
        || matches!(document.mark(rest.start), ',' | '(' | '[' | '/' | '|' | '.' | ';')
        || is_dash(findings, rest.start)
        || document.token(rest.start).is_any_of(Class::Genitive | Class::Preposition);
    let tells = rest.clone().any(|n| {
        let token = document.token(n);
        token.is(Class::Auxiliary) || token.word.pronoun.is_some()
    });
    let full_stop = person && document.mark(line.end - 1) == '.';
    let found = starts && !pronoun && (name || !person) && describes && !tells && !full_stop;
    found.then_some(first)
}

fn is_dash(findings: &Findings, n: usize) -> bool {
    matches!(findings.document.mark(n), '—' | '–' | '―' | '-' | '~' | DASHES)
}

/// How many lines end between token `n` and the one before it.
fn breaks_between(findings: &Findings, n: usize) -> usize {
    let document = &findings.document;
    let Some(before) = n.checked_sub(1) else { return 0 };
    let between = document.raw.get(document.token(before).span.end..document.token(n).span.start);
    between.map_or(0, |between| between.matches('\n').count())
}
