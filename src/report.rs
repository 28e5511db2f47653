//! The public result of an extraction, the last stage of the pipeline.

use crate::attribution::{Findings, Rule, Statement};
use crate::mention::MentionKind;
use crate::span::Span;

/// Everything found in one text: its quotations in text order, and their speakers in order of
/// first appearance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The quotations, ordered by where their content starts.
    pub quotations: Vec<Quotation>,
    /// The speakers that the quotations refer to.
    pub speakers: Vec<Speaker>,
}

/// How much of what was said is word for word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// All of it, in quotation marks or after a speaker's label.
    Direct,
    /// A reported clause with some words in quotation marks.
    Mixed,
    /// A reported clause without any quotation mark.
    Indirect,
}

/// One quotation and the decision on who said it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Direct, mixed or indirect.
    pub kind: QuotationKind,
    /// What was said, the segments joined by a space.
    pub text: String,
    /// What was said, in text order; several spans when narration interrupts or paragraphs end.
    pub content: Vec<Span>,
    /// The parts of the content inside quotation marks, the marks left out.
    pub verbatim: Vec<Span>,
    /// The words that report: said, told, according to.
    pub cue: Option<Span>,
    /// The words that name the source at this place.
    pub source: Option<Span>,
    /// Index into [`Report::speakers`]; none where no attribution is certain enough.
    pub speaker: Option<usize>,
    /// How often an attribution like this one is right, from 0 to 1.
    pub confidence: f64,
    /// The name of the rule that decided, such as `cue-then-source`.
    pub rule: &'static str,
    /// The decision in one plain sentence.
    pub reason: String,
}

#[cfg(any(feature = "serde", target_arch = "wasm32"))]
impl Quotation {
    /// The confidence in thousandths, as it is passed on: more digits than the estimate deserves
    /// would differ between machines.
    pub(crate) fn thousandths(&self) -> u32 {
        (self.confidence * 1000.0).round() as u32
    }
}

/// What kind of speaker stands behind a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeakerKind {
    /// One person with a name, or one that the text always calls by the same words.
    Person,
    /// A company, agency, party or publication.
    Organization,
    /// Several people together.
    Group,
    /// Somebody whose name the text keeps back: "a senior official".
    Unnamed,
}

/// A person or body that is quoted.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The fullest name found in the text.
    pub name: String,
    /// Title or function, as the text puts it.
    pub role: Option<String>,
    /// Person, organization, group or unnamed.
    pub kind: SpeakerKind,
    /// Every place that names or refers to the speaker, in text order.
    pub mentions: Vec<Span>,
}

impl QuotationKind {
    /// The name used in reports: `direct`, `mixed` or `indirect`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }

    /// The kind with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Direct, Self::Mixed, Self::Indirect].into_iter().find(|kind| kind.name() == name)
    }
}

impl SpeakerKind {
    /// The name used in reports: `person`, `organization`, `group` or `unnamed`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Group => "group",
            Self::Unnamed => "unnamed",
        }
    }
}

/// Attributions less sure than this are reported without a speaker.
const THRESHOLD: f64 = 0.2;

/// Turns the statements of a document into its report.
#[inline(never)]
pub(crate) fn build(findings: &Findings, statements: Vec<Statement>) -> Report {
    // Whom the statements refer to, at the mention where each comes first.
    let mut first: Vec<Option<u32>> = vec![None; findings.mentions.all.len()];
    for entity in statements.iter().filter_map(known_speaker) {
        first[findings.speakers.entities[entity].first] = Some(entity as u32);
    }
    let entities: Vec<usize> = first.into_iter().flatten().map(|entity| entity as usize).collect();
    let mut numbers: Vec<Option<u32>> = vec![None; findings.speakers.entities.len()];
    for (number, &entity) in entities.iter().enumerate() {
        numbers[entity] = Some(number as u32);
    }
    let number_of = |entity: Option<usize>| entity.and_then(|entity| numbers[entity]);
    // For each mention the number of the speaker.
    let mut refers_to: Vec<Option<u32>> =
        findings.speakers.of.iter().map(|&entity| number_of(entity)).collect();
    for statement in &statements {
        if let Some(mention) = statement.mention {
            refers_to[mention] = number_of(known_speaker(statement));
        }
    }
    let mut counts = vec![0; entities.len()];
    for &number in refers_to.iter().flatten() {
        counts[number as usize] += 1;
    }
    let mut mentions: Vec<Vec<Span>> = counts.into_iter().map(Vec::with_capacity).collect();
    for (mention, number) in findings.mentions.all.iter().zip(refers_to) {
        if let Some(number) = number {
            let span = findings.document.span(mention.tokens.start, mention.tokens.end);
            let before = mentions[number as usize].last();
            // "Edmund's brother", if it is Edmund: one mention, not two.
            if before.is_none_or(|before| before.end <= span.start) {
                mentions[number as usize].push(span);
            }
        }
    }
    let speakers: Vec<Speaker> = entities
        .iter()
        .zip(mentions)
        .map(|(&entity, mentions)| speaker(findings, entity, mentions))
        .collect();
    let quotations = statements
        .into_iter()
        .map(|statement| {
            let number = number_of(known_speaker(&statement)).map(|number| number as usize);
            let name = number.map_or("", |number| speakers[number].name.as_str());
            quotation(findings, statement, number, name)
        })
        .collect();
    Report { quotations, speakers }
}

fn known_speaker(statement: &Statement) -> Option<usize> {
    statement.entity.filter(|_| statement.confidence >= THRESHOLD)
}

fn quotation(
    findings: &Findings,
    statement: Statement,
    speaker: Option<usize>,
    name: &str,
) -> Quotation {
    let document = findings.document;
    let cue = statement.cue.map(|cue| {
        let tokens = &findings.cues[cue].tokens;
        document.span(tokens.start, tokens.end)
    });
    let mut text = String::with_capacity(statement.content.iter().map(|span| span.len() + 1).sum());
    for (n, &span) in statement.content.iter().enumerate() {
        text.push_str(if n > 0 { " " } else { "" });
        text.push_str(document.slice(span));
    }
    let rule = if speaker.is_some() || statement.source.is_some() {
        statement.rule
    } else {
        Rule::Unknown
    };
    let words = |span: Option<Span>| span.map_or("", |span| document.slice(span));
    Quotation {
        kind: statement.kind,
        text,
        content: statement.content,
        verbatim: statement.verbatim,
        cue,
        source: statement.source,
        speaker,
        confidence: statement.confidence,
        rule: rule.name(),
        reason: statement.reason.sentence(rule, words(cue), words(statement.source), name),
    }
}

fn speaker(findings: &Findings, entity: usize, mentions: Vec<Span>) -> Speaker {
    let document = findings.document;
    let role = findings.speakers.entities[entity].role.map(|mention| {
        let mention = &findings.mentions.all[mention];
        let tokens = mention.title.clone().unwrap_or_else(|| mention.core.clone());
        document.slice(document.span(tokens.start, tokens.end)).to_owned()
    });
    let kind = findings.speakers.entities[entity].kind;
    Speaker { name: name(findings, entity).to_owned(), role, kind, mentions }
}

/// The fullest name of an entity, or the words that describe it.
pub(crate) fn name<'a>(findings: &Findings<'a>, entity: usize) -> &'a str {
    let entity = &findings.speakers.entities[entity];
    let best = &findings.mentions.all[entity.best];
    let mut core = best.core.clone();
    // "Mr. Darcy" keeps its title where no fuller name is known.
    if best.kind == MentionKind::Name && core.len() == 1 && entity.role.is_none() {
        core.start = best.title.clone().map_or(core.start, |title| title.start);
    }
    findings.document.slice(findings.document.span(core.start, core.end))
}
