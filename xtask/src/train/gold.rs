//! Annotated documents and the question whether an answer is right.

use std::path::Path;

use anyhow::{Context, Result};
use quote_extractor::Span;
use serde_json::Value;

/// One annotated document, its offsets turned into bytes.
#[derive(Clone)]
pub struct Document {
    pub id: String,
    /// What has to stay together in cross-validation: a novel, else the document.
    pub group: String,
    pub text: String,
    pub lang: String,
    pub is_fiction: bool,
    /// Whether the annotation holds every quoted stretch that is speech and no clause around one.
    pub judges_marks: bool,
    quotes: Vec<Quote>,
    ignored: Vec<Span>,
}

/// One annotated quotation.
#[derive(Clone)]
pub struct Quote {
    span: Span,
    /// Where its source or another mention of the speaker stands.
    mentions: Vec<Span>,
    source: Option<Span>,
    names: Vec<String>,
    unannotated: bool,
}

/// Reads the documents of a file.
pub fn read(path: &Path) -> Result<Vec<Document>> {
    let text = std::fs::read_to_string(path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(n, line)| document(line).with_context(|| format!("line {}", n + 1))).collect()
}

fn document(line: &str) -> Result<Document> {
    let value: Value = serde_json::from_str(line)?;
    let text = value["text"].as_str().context("no \"text\"")?.to_owned();
    let mut bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(text.len());
    let at = |offset: &Value| bytes.get(offset.as_u64()? as usize).copied();
    let span = |value: &Value| Some(Span::new(at(&value["start"])?, at(&value["end"])?));
    let strings = |value: &Value| -> Vec<String> {
        value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| Some(name.as_str()?.to_owned()))
            .collect()
    };
    let quotes = value["quotes"].as_array().context("no \"quotes\"")?;
    let quotes = quotes.iter().filter_map(|quote| {
        let source = span(&quote["speaker"]);
        let others = quote["speaker_mentions"].as_array().into_iter().flatten();
        let others = others.filter_map(|pair| Some(Span::new(at(&pair[0])?, at(&pair[1])?)));
        let mut names = strings(&quote["speaker_aliases"]);
        names.extend(quote["speaker_name"].as_str().map(str::to_owned));
        Some(Quote {
            span: span(quote)?,
            mentions: source.into_iter().chain(others).collect(),
            source,
            names,
            unannotated: quote["speaker_unannotated"].as_bool().unwrap_or(false),
        })
    });
    let mut quotes: Vec<Quote> = quotes.collect();
    name_narrator(&text, &mut quotes);
    let id = value["id"].as_str().unwrap_or_default();
    let group = match id.rsplit_once('/') {
        // Passages of one work are numbered.
        Some((work, part)) if part.bytes().all(|byte| byte.is_ascii_digit()) => work,
        _ => id,
    };
    let (id, group) = (id.to_owned(), group.to_owned());
    let lang = value["lang"].as_str().unwrap_or("en").to_owned();
    let is_fiction = value["genre"] == "fiction";
    let judges_marks =
        value["quotes"].as_array().into_iter().flatten().all(|quote| quote["kind"] == "direct");
    let ignored = value["ignore"].as_array().into_iter().flatten();
    let ignored =
        ignored.filter_map(|pair| Some(Span::new(at(&pair[0])?, at(&pair[1])?))).collect();
    Ok(Document { id, judges_marks, ignored, group, lang, is_fiction, quotes, text })
}

/// Who says "I" in the narration may be called so.
fn name_narrator(text: &str, quotes: &mut [Quote]) {
    let says_i = |quote: &Quote| quote.source.is_some_and(|source| &text[source.range()] == "I");
    let Some(names) = quotes.iter().find(|quote| says_i(quote)).map(|quote| quote.names.clone())
    else {
        return;
    };
    for quote in quotes.iter_mut().filter(|quote| !names.is_empty() && quote.names == names) {
        quote.names.extend(["I", "me"].map(str::to_owned));
    }
}

impl Document {
    /// Whether the annotation leaves open what stands at `span`.
    pub fn is_ignored(&self, span: Span) -> bool {
        self.ignored.iter().any(|ignored| ignored.overlaps(span))
    }

    /// The annotated quotation that shares most of `span`.
    pub fn quote_at(&self, span: Span) -> Option<&Quote> {
        let shared = |quote: &Quote| {
            quote.span.end.min(span.end).saturating_sub(quote.span.start.max(span.start))
        };
        let best = self.quotes.iter().max_by_key(|quote| shared(quote))?;
        (shared(best) * 2 > span.len()).then_some(best)
    }
}

impl Quote {
    /// Whether it is known who speaks.
    pub fn is_attributed(&self) -> bool {
        !self.unannotated && (!self.names.is_empty() || !self.mentions.is_empty())
    }

    /// Whether the speaker is known by name.
    pub fn is_named(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether somebody of this name, mentioned at these places, is the speaker.
    pub fn is_speaker(&self, name: &str, mentions: &[Span]) -> bool {
        if self.names.is_empty() {
            return self
                .mentions
                .iter()
                .any(|own| mentions.iter().any(|other| own.overlaps(*other)));
        }
        self.names.iter().any(|own| same_name(own, name))
    }

    /// Whether `span` names the source; none where that is not annotated.
    pub fn is_source(&self, span: Span) -> Option<bool> {
        self.source?;
        Some(self.mentions.iter().any(|own| own.overlaps(span)))
    }
}

/// Whether two names may be of one person: all words of the shorter in the longer, or the last
/// word shared where one has no other, "Mr." never being "Mrs.".
fn same_name(a: &str, b: &str) -> bool {
    const TITLES: [(&str, char); 8] = [
        ("mr", 'm'),
        ("sir", 'm'),
        ("lord", 'm'),
        ("mrs", 'f'),
        ("miss", 'f'),
        ("lady", 'f'),
        ("ms", 'f'),
        ("madame", 'f'),
    ];
    let words = |name: &str| -> Vec<String> {
        name.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !matches!(*word, "the" | "a" | "an" | "s" | "dr"))
            .map(str::to_owned)
            .collect()
    };
    let gender = |words: &[String]| {
        TITLES.iter().find(|(title, _)| words.iter().any(|w| w == title)).map(|t| t.1)
    };
    let core = |words: Vec<String>| -> Vec<String> {
        words.into_iter().filter(|word| !TITLES.iter().any(|(title, _)| word == title)).collect()
    };
    let (a, b) = (words(a), words(b));
    if matches!((gender(&a), gender(&b)), (Some(x), Some(y)) if x != y) {
        return false;
    }
    let (a, b) = (core(a), core(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}
