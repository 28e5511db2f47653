//! The last stage: builds the public report from the findings.

mod description;

use crate::attribution::{Findings, Statement};
use crate::mention::MentionKind;
use crate::numbered::Numbered;
use crate::options::Options;
use crate::report::{Quotation, Reading, Reason, Report, Rule, Speaker};
use crate::span::Span;

/// Attributions with a lower confidence are reported without a speaker, unless words beside the quotation describe one.
const THRESHOLD: f64 = 0.2;

/// Builds the report of a document from its statements.
#[inline(never)]
pub(crate) fn report(
    findings: &Findings,
    statements: Numbered<Statement>,
    options: &Options,
) -> Report {
    let reads_words = !findings.document.lexicon.is_empty();
    let speakers = SpeakerList::of(findings, &statements);
    let quotations =
        statements.into_iter().map(|statement| speakers.quotation(findings, statement)).collect();
    Report {
        lang: findings.lang.clone(),
        reading: if reads_words { Reading::Words } else { Reading::Marks },
        form: options.form.unwrap_or_else(|| findings.document.layout.form()),
        blocks: findings.document.layout.all_blocks.clone(),
        quotations,
        speakers: speakers.all,
    }
}

/// The speakers of a report.
struct SpeakerList {
    all: Vec<Speaker>,
    /// For each entity its index among the speakers, if it is one.
    numbers: Numbered<Option<u32>>,
}

impl SpeakerList {
    /// The speakers that the statements refer to, in order of first appearance.
    fn of(findings: &Findings, statements: &Numbered<Statement>) -> Self {
        // The entities that are speakers, each at the number of its first mention.
        let mut first = Numbered::from(vec![None; findings.mentions.all.len()]);
        for entity in statements.iter().filter_map(|statement| known_speaker(findings, statement)) {
            first[findings.speakers.entities[entity].first] = Some(entity as u32);
        }
        let entities: Vec<usize> =
            first.into_iter().flatten().map(|entity: u32| entity as usize).collect();
        let mut numbers = Numbered::from(vec![None; findings.speakers.entities.len()]);
        for (number, &entity) in entities.iter().enumerate() {
            numbers[entity] = Some(number as u32);
        }
        let mentions = mentions(findings, statements, &numbers, entities.len());
        let all = entities
            .iter()
            .zip(mentions)
            .map(|(&entity, mentions)| speaker(findings, entity, mentions))
            .collect();
        Self { all, numbers }
    }

    /// The quotation of the report that `statement` becomes.
    fn quotation(&self, findings: &Findings, statement: Statement) -> Quotation {
        let document = &findings.document;
        let number = known_speaker(findings, &statement).and_then(|entity| self.numbers[entity]);
        let speaker = number.map(|number| number as usize);
        let cue = statement.cue.map(|cue| {
            let tokens = &findings.cues[cue].tokens;
            document.span(tokens.start, tokens.end)
        });
        let content = document.layout.without_gaps(statement.content);
        let verbatim = document.layout.without_gaps(statement.verbatim);
        let mut text = String::with_capacity(content.iter().map(|span| span.len() + 1).sum());
        for (n, &span) in content.iter().enumerate() {
            text.push_str(if n > 0 { " " } else { "" });
            text.push_str(document.slice(span));
        }
        let shown = speaker.is_some() || statement.source.is_some();
        let rule = if shown { statement.rule } else { Rule::Unknown };
        let words = |span: Option<Span>| span.map_or("", |span| document.slice(span)).to_owned();
        Quotation {
            kind: statement.kind,
            text,
            content,
            verbatim,
            cue,
            source: statement.source,
            speaker,
            confidence: match speaker {
                Some(_) => statement.confidence,
                None => statement.find_confidence,
            },
            rule,
            reason: Reason {
                rule,
                evidence: statement.evidence.filter(|_| speaker.is_some()),
                cue: words(cue),
                source: words(statement.source),
                speaker: speaker.map_or(String::new(), |number| self.all[number].name.clone()),
            },
        }
    }
}

/// For each of the `count` speakers its mentions in text order; `numbers` has the speaker of each entity.
fn mentions(
    findings: &Findings,
    statements: &Numbered<Statement>,
    numbers: &Numbered<Option<u32>>,
    count: usize,
) -> Numbered<Vec<Span>> {
    let number_of = |entity: Option<usize>| entity.and_then(|entity| numbers[entity]);
    let mut refers_to: Numbered<Option<u32>> =
        findings.speakers.of.iter().map(|&entity| number_of(entity)).collect();
    for statement in statements {
        if let Some(mention) = statement.mention {
            refers_to[mention] = number_of(known_speaker(findings, statement));
        }
    }
    let mut counts = Numbered::from(vec![0; count]);
    for &number in refers_to.iter().flatten() {
        counts[number as usize] += 1;
    }
    let mut mentions: Numbered<Vec<Span>> = counts.into_iter().map(Vec::with_capacity).collect();
    for (mention, number) in findings.mentions.all.iter().zip(refers_to) {
        if let Some(number) = number {
            let span = findings.document.span(mention.tokens.start, mention.tokens.end);
            let before = mentions[number as usize].last();
            // "Edmund's brother", if both refer to Edmund, is one mention and not two.
            if before.is_none_or(|before| before.end <= span.start) {
                mentions[number as usize].push(span);
            }
        }
    }
    mentions
}

/// The entity that the report names as the speaker. If the attribution is not certain enough, it is the one that the
/// source describes: "her brother" is at least that.
fn known_speaker(findings: &Findings, statement: &Statement) -> Option<usize> {
    let likely = statement.entity.filter(|_| statement.speaker_confidence >= THRESHOLD);
    likely.or_else(|| {
        let number = statement.mention?;
        let mention = &findings.mentions.all[number];
        // "The other" describes nobody.
        let describes = matches!(mention.kind, MentionKind::Person | MentionKind::Organization)
            && !findings.document.token(mention.head).word.is_function();
        findings.speakers.of[number]
            .filter(|&entity| describes && !findings.speakers.entities[entity].is_named())
    })
}

/// The speaker of the report that an entity becomes.
fn speaker(findings: &Findings, entity: usize, mentions: Vec<Span>) -> Speaker {
    let document = &findings.document;
    let role = findings.speakers.entities[entity].role.map(|mention| {
        let mention = &findings.mentions.all[mention];
        let tokens = mention.title.clone().unwrap_or_else(|| mention.core.clone());
        on_one_line(findings, document.span(tokens.start, tokens.end))
    });
    let kind = findings.speakers.entities[entity].kind;
    Speaker { name: name(findings, entity), role, kind, mentions }
}

/// The fullest name of an entity, or the words that describe it.
pub(crate) fn name(findings: &Findings, entity: usize) -> String {
    let entity = &findings.speakers.entities[entity];
    let best = &findings.mentions.all[entity.best];
    let mut core = best.core.clone();
    // "Mr. Lee" keeps its title if no fuller name is known.
    if best.kind == MentionKind::Name && core.len() == 1 && entity.role.is_none() {
        core.start = best.title.clone().map_or(core.start, |title| title.start);
    }
    if !entity.is_named() && matches!(best.kind, MentionKind::Person | MentionKind::Organization) {
        core.end = core.end.max(description::end(findings, best));
    }
    on_one_line(findings, findings.document.span(core.start, core.end))
}

/// The words of a span on one line, whatever line ends and prefixes of lines the text has there.
fn on_one_line(findings: &Findings, span: Span) -> String {
    let mut line = String::with_capacity(span.len());
    for part in findings.document.layout.without_gaps(vec![span]) {
        for word in findings.document.slice(part).split([' ', '\t', '\n', '\r', '\u{2029}']) {
            line.push_str(if line.is_empty() || word.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    line
}
