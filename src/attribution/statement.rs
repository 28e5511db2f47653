//! A quotation on its way to the report.

use std::ops::Range;

use super::findings::Findings;
use super::source_kind::SourceKind;
use crate::lexicon::Class;
use crate::report::{Evidence, QuotationKind, Rule};
use crate::span::Span;

/// A quotation with the decision on who said it, as attribution builds it.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub kind: QuotationKind,
    /// From the first token of the content to past the last.
    pub tokens: Range<usize>,
    pub content: Vec<Span>,
    pub verbatim: Vec<Span>,
    /// Numbers of the quoted stretches inside.
    pub quotes: Vec<usize>,
    /// Number of the cue.
    pub cue: Option<usize>,
    /// Number of the mention that names the source beside the quotation.
    pub mention: Option<usize>,
    pub source: Option<Span>,
    /// Number of the entity that is the speaker.
    pub entity: Option<usize>,
    /// How likely the speaker is right.
    pub speaker_confidence: f64,
    /// The lowest score of its stretches as speech, if the model judged one.
    pub speech_score: Option<f64>,
    /// How likely it is a quotation with the right extent.
    pub find_confidence: f64,
    /// How likely all of that is right.
    pub confidence: f64,
    /// How likely the words beside its cue are reported speech, if a model decided that.
    pub clause_probability: Option<f64>,
    pub rule: Rule,
    /// The strongest evidence for the speaker, if the model chose between candidates.
    pub evidence: Option<Evidence>,
}

impl Statement {
    /// The statement whose content is these ranges of tokens.
    pub(super) fn of_content(findings: &Findings, ranges: &[Range<usize>]) -> Self {
        let mut statement = Self::empty(ranges);
        let mut only_quotes = true;
        for range in ranges {
            let first = statement.quotes.len();
            let mut words = false;
            let mut n = range.start;
            while n < range.end {
                match findings.quotes.around(n) {
                    Some(quote) => {
                        if statement.quotes.is_empty() {
                            // Few ranges contain more than one stretch.
                            statement.quotes = Vec::with_capacity(ranges.len());
                            statement.verbatim = Vec::with_capacity(ranges.len());
                        }
                        statement.quotes.push(quote);
                        n = findings.quotes.all[quote].tokens().end.max(n + 1);
                    }
                    None => {
                        words = words || findings.document.token(n).is_word();
                        n += 1;
                    }
                }
            }
            let quotes = &statement.quotes[first..];
            let clause = findings.document.span(range.start, range.end);
            let is_clause = words || quotes.is_empty();
            if is_clause {
                only_quotes = false;
                statement.content.push(clause);
            }
            for part in quotes.iter().flat_map(|&quote| &findings.quotes.all[quote].parts) {
                if !is_clause {
                    statement.content.push(part.inner);
                }
                if !is_clause || clause.contains(part.inner) {
                    statement.verbatim.push(part.inner);
                }
            }
        }
        statement.kind = match (statement.verbatim.is_empty(), only_quotes) {
            (true, _) => QuotationKind::Indirect,
            (false, true) => QuotationKind::Direct,
            (false, false) => QuotationKind::Mixed,
        };
        statement
    }

    /// The statement whose content is one quoted stretch.
    pub(super) fn of_quote(findings: &Findings, quote: usize, kind: QuotationKind) -> Self {
        let tokens = findings.quotes.all[quote].tokens();
        Self { kind, ..Self::of_content(findings, std::slice::from_ref(&tokens)) }
    }

    /// A statement that spans `ranges` and has no content yet.
    fn empty(ranges: &[Range<usize>]) -> Self {
        let start = ranges.first().map_or(0, |range| range.start);
        Self {
            kind: QuotationKind::Indirect,
            tokens: start..ranges.last().map_or(start, |range| range.end),
            content: Vec::with_capacity(ranges.len()),
            verbatim: Vec::new(),
            quotes: Vec::new(),
            cue: None,
            mention: None,
            source: None,
            entity: None,
            speaker_confidence: 0.0,
            speech_score: None,
            find_confidence: 0.0,
            confidence: 0.0,
            clause_probability: None,
            rule: Rule::Unknown,
            evidence: None,
        }
    }

    /// Makes `mention` the source, which `rule` found; `phrase` is the whole phrase that it leads.
    pub(super) fn set_source(
        &mut self,
        findings: &Findings,
        mention: usize,
        phrase: Option<Range<usize>>,
        rule: Rule,
    ) {
        let tokens = findings.mentions.all[mention].tokens.clone();
        // "a spokesman for the agency": what a preposition adds belongs to the source.
        let modified =
            findings.document.tokens.get(tokens.end).is_some_and(|t| t.is(Class::Preposition));
        let end =
            phrase.filter(|_| modified).map_or(tokens.end, |phrase| phrase.end.max(tokens.end));
        self.mention = Some(mention);
        self.source = Some(findings.document.span(tokens.start, end));
        self.entity = findings.speakers.of[mention];
        let source = &findings.mentions.all[mention];
        let kind = SourceKind::of(findings.document.is_story(source.head), source.kind);
        self.speaker_confidence = findings.model.speaker_confidence(rule, kind);
        self.rule = rule;
        self.evidence = None;
    }
}
