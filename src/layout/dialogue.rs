//! Lines that start with a dash: dialogue, items of a list, or the attribution of what stands above.
//!
//! Lines near each other are judged together. What speaks for dialogue are tags ("said Ann Lee"), questions, and
//! "I" and "you"; a list has a colon before it, or items that are no sentences.

use std::ops::Range;

use super::block::Draft;
use super::line::Line;
use super::tag;
use crate::lexicon::{Class, VerbClass, VerbForm};
use crate::numbered::Numbered;
use crate::report::BlockKind;
use crate::token::{DASHES, DOTS, Text};

/// Lines belong together if at most this many other blocks stand between them.
const BLOCKS_BETWEEN: usize = 6;
/// A line of attribution has at most this many tokens.
const ATTRIBUTION_TOKENS: usize = 14;
/// More hyphens than this draw a line.
const RULE: usize = 2;
/// So many lines with a dash are seldom a list.
const MANY_LINES: usize = 6;
/// Signs of dialogue are looked for among this many tokens of a line.
const LINE_TOKENS: usize = 200;

/// Gives lines that start with a dash their kind.
pub(super) fn mark(text: &Text, lines: &Numbered<Line>, drafts: &mut Numbered<Draft>) {
    let looks = drafts.iter().enumerate();
    let looks: Vec<(usize, Look)> =
        looks.filter_map(|(n, draft)| Some((n, Look::of(text, lines, draft)?))).collect();
    for group in looks.chunk_by(|(last, _), (next, _)| *next <= last + BLOCKS_BETWEEN) {
        let (&[(first, _), ..], &[.., (last, _)]) = (group, group) else { continue };
        let from = first.saturating_sub(BLOCKS_BETWEEN);
        let near = &drafts[from..drafts.len().min(last + BLOCKS_BETWEEN)];
        let quoted = near.iter().any(|draft| has_marks(text, draft.tokens.clone()));
        let together = last - first < group.len();
        let announced =
            together && first > 0 && announces_list(text, drafts[first - 1].tokens.clone());
        let dialogue = is_dialogue(group, quoted, announced);
        for (n, look) in group {
            drafts[*n].kind = match dialogue {
                _ if look.attribution => BlockKind::Paragraph,
                true => BlockKind::Dialogue,
                false => BlockKind::Item,
            };
        }
    }
}

/// What a line shows that starts with a dash and has no quotation marks.
struct Look {
    dash: char,
    /// It names somebody and says nothing else: "— Ann Lee, baker".
    attribution: bool,
    tagged: bool,
    ends_sentence: bool,
    /// It asks, exclaims or says "I" or "you".
    speaks: bool,
}

impl Look {
    fn of(text: &Text, lines: &Numbered<Line>, draft: &Draft) -> Option<Self> {
        let content = |n: usize| Some(draft.content(lines, n)).filter(|part| !part.is_empty());
        let start = draft.lines.clone().find_map(content)?.start;
        let dash = text.mark(start);
        if !matches!(dash, '—' | '–' | '―' | '-' | DASHES) {
            return None;
        }
        let tokens = start..draft.lines.clone().rev().find_map(content)?.end;
        // "-----" is a rule.
        let is_rule = dash == DASHES && text.token(tokens.start).span.len() > RULE;
        let other = matches!(draft.kind, BlockKind::Turn | BlockKind::Furniture | BlockKind::Quote);
        if is_rule || other || tokens.len() < 2 || has_marks(text, tokens.clone()) {
            return None;
        }
        let words = tokens.start + 1..tokens.end.min(tokens.start + LINE_TOKENS);
        let speaks = words.clone().any(|n| {
            let token = text.token(n);
            let person = token.word.pronoun.is_some_and(|pronoun| pronoun.person < 3);
            person || token.is(Class::Interjection) || matches!(token.mark, '?' | '!')
        });
        let tagged = words.clone().any(|n| {
            let separated =
                matches!(text.mark(n), ',' | '?' | '!' | '…' | '—' | '–' | '-' | DASHES);
            separated && tag::end(text, n + 1, words.end).is_some() || tag::opens_narration(text, n)
        });
        let last = text.mark(tokens.end - 1);
        let ends_sentence = matches!(last, '.' | '?' | '!' | '…' | '—' | DOTS);
        let attribution = !ends_sentence && !tagged && is_attribution(text, words);
        Some(Self { dash, attribution, tagged, ends_sentence, speaks })
    }
}

/// Whether the lines `group` are dialogue; `quoted` says that quotation marks stand near them, `announced` that a
/// line before them announces a list.
fn is_dialogue(group: &[(usize, Look)], quoted: bool, announced: bool) -> bool {
    let lines = || group.iter().map(|(_, look)| look).filter(|look| !look.attribution);
    let share_of = |holds: fn(&Look) -> bool| {
        lines().filter(|look| holds(look)).count() as f64 / lines().count().max(1) as f64
    };
    let (tagged, ends) = (share_of(|look| look.tagged), share_of(|look| look.ends_sentence));
    let speaks = share_of(|look| look.speaks);
    let usual = share_of(|look| matches!(look.dash, '—' | '―' | DASHES)) > 0.5;
    let many = lines().count() >= MANY_LINES;
    if announced || quoted && !(usual && many) {
        return tagged > 0.5 && speaks > 0.0 && ends >= 0.5;
    }
    if tagged > 0.0 {
        return ends >= 0.5;
    }
    let hyphens = share_of(|look| look.dash == '-') > 0.0;
    let least = match (usual, many) {
        (true, true) => 0.1,
        (true, false) => 0.3,
        (false, _) => 0.5,
    };
    !hyphens && ends >= 0.8 && speaks >= least && (usual || lines().count() > 1)
}

/// Whether `tokens` have double quotation marks.
fn has_marks(text: &Text, tokens: Range<usize>) -> bool {
    tokens.take(LINE_TOKENS).any(|n| matches!(text.mark(n), '“' | '”' | '"' | '„' | '«' | '»'))
}

/// Whether a block announces the lines below it as a list: "Bring the following:", but not "Ann said:".
fn announces_list(text: &Text, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.end.checked_sub(1) else { return false };
    let said = |n: usize| {
        text.token(n).word.verb.is_some_and(|verb| {
            verb.form == VerbForm::Past
                && matches!(verb.class, VerbClass::Say | VerbClass::Ask | VerbClass::Manner)
        })
    };
    text.mark(last) == ':' && !tokens.rev().take(4).any(said)
}

/// Whether a block is a line of attribution: a dash, a name, and what describes it.
pub(crate) fn is_attribution_line(text: &Text, tokens: Range<usize>) -> bool {
    let dash = matches!(text.mark(tokens.start), '—' | '–' | '―' | '-' | DASHES);
    dash && is_attribution(text, tokens.start + 1..tokens.end)
}

/// Whether `tokens` name somebody: a name, and after a comma or in brackets what else is to say.
fn is_attribution(text: &Text, tokens: Range<usize>) -> bool {
    let end = tokens.clone().find(|&n| matches!(text.mark(n), ',' | '(')).unwrap_or(tokens.end);
    let mut name = tokens.start..end;
    let is_name = |n: usize| {
        let token = text.token(n);
        token.is_capital() && (n > tokens.start || !token.word.is_function())
            || token.is_any_of(Class::Particle | Class::Genitive | Class::Clitic)
            || matches!(token.mark, '.' | '-' | '&' | '’' | '\'')
    };
    tokens.len() <= ATTRIBUTION_TOKENS && !name.is_empty() && name.all(is_name)
}
