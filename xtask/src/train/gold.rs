//! Annotated documents, and whether an answer of the extractor agrees with them.
//!
//! A file of annotated documents has one JSON object per line. This is a line, broken to be read:
//!
//! ```json
//! {"id": "harbour/002", "lang": "en", "genre": "fiction",
//!  "text": "“No,” said Ann Lee. She called the “kettle” a wreck.",
//!  "quotes": [{"start": 1, "end": 4, "kind": "direct",
//!              "speaker": {"start": 11, "end": 18}, "speaker_mentions": [[11, 18], [20, 23]],
//!              "speaker_name": "Ann Lee", "speaker_aliases": ["Ann"],
//!              "speaker_unannotated": false}],
//!  "ignore": [[36, 42]]}
//! ```
//!
//! All offsets count Unicode code points of `text` from 0; an end is exclusive. Fields that are not
//! listed here are ignored. A document has the fields:
//!
//! - `text` (string, required).
//! - `quotes` (array of objects, required): the annotated quotations in any order; it may be empty.
//! - `id` (string): names the document. The passages of a work have the name of the work, a slash and a
//!   number, such as `harbour/002`; cross-validation keeps them together.
//! - `lang` (string): the language as a BCP 47 tag; `en` if it is missing.
//! - `genre` (string): `fiction` for stories. Anything else counts as a report.
//! - `ignore` (array of `[start, end]`): where the annotation does not say whether quoted words are
//!   speech.
//!
//! A quotation has the fields:
//!
//! - `start`, `end` (numbers, required): what was said, without quotation marks. A quotation whose
//!   offsets lie outside of the text is skipped.
//! - `kind` (string): `direct`, `mixed` or `indirect`.
//! - `speaker` (object with `start` and `end`, or null): the words beside the quotation that name its
//!   source.
//! - `speaker_mentions` (array of `[start, end]`): where else the text mentions the speaker.
//! - `speaker_name` (string or null): if a name or an alias is annotated, it decides whether an answer is
//!   right; otherwise the mentions do.
//! - `speaker_aliases` (array of strings): other names of the speaker.
//! - `speaker_unannotated` (boolean): whether nobody annotated who speaks. The quotation is then only an
//!   example of speech. `false` if it is missing.
//!
//! Which quoted words are speech is learned from the documents whose quotations are all `direct`, or
//! that have none. Their annotation is taken to be complete for words in quotation marks: those that
//! are neither annotated nor in `ignore` are not speech.

mod join;

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Result};
use quote_extractor::{Quotation, QuotationKind, Report, Span};
use serde_json::Value;

pub use join::join;

/// One annotated document, its offsets turned into bytes.
#[derive(Clone)]
pub struct Document {
    pub id: String,
    /// What stays together in cross-validation: the passages of a novel, or the document alone.
    pub group: String,
    pub text: String,
    pub lang: String,
    pub is_fiction: bool,
    /// Whether the annotation names speakers.
    has_names: bool,
    /// Whether the annotation is complete for words in quotation marks.
    pub judges_marks: bool,
    quotes: Vec<Quote>,
    ignored: Vec<Span>,
    /// The units of the annotated quotations, see [`units`].
    units: HashSet<Span>,
}

/// One annotated quotation.
#[derive(Clone)]
pub struct Quote {
    span: Span,
    /// The source and the other mentions of the speaker.
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
    let all = value["quotes"].as_array().into_iter().flatten();
    let annotated = all.filter_map(|quote| Some((span(quote)?, quote["kind"] == "direct")));
    let units = annotated.flat_map(|(span, direct)| units(&text, span, direct)).collect();
    name_narrator(&text, &mut quotes);
    let id = value["id"].as_str().unwrap_or_default();
    let group = match id.rsplit_once('/') {
        // The passages of a work are numbered.
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
    let has_names = quotes.iter().any(Quote::is_named);
    Ok(Document {
        id,
        has_names,
        judges_marks,
        ignored,
        group,
        lang,
        is_fiction,
        quotes,
        units,
        text,
    })
}

/// Adds "I" and "me" to the names of the narrator: the speaker whose source is "I" somewhere.
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
    /// Where the annotated quotations stand.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.quotes.iter().map(|quote| quote.span)
    }

    /// Whether the annotation does not say if the words at `span` are speech.
    pub fn is_ignored(&self, span: Span) -> bool {
        self.ignored.iter().any(|ignored| ignored.overlaps(span))
    }

    /// For each unit of a find with this `content` whether exactly the same words are annotated. Units that the annotation does not
    /// judge are left out.
    pub fn are_exact(&self, kind: QuotationKind, content: &[Span]) -> Vec<bool> {
        let direct = kind == QuotationKind::Direct;
        if self.judges_marks && !direct {
            return Vec::new();
        }
        let all = content.iter().flat_map(|&span| units(&self.text, span, direct));
        all.filter_map(|unit| {
            let exact = self.units.contains(&unit);
            let judged = exact || self.quote_at(unit).is_some() || !self.is_ignored(unit);
            judged.then_some(exact)
        })
        .collect()
    }

    /// Whether the speaker of `quotation` is right; `None` if the annotation does not say.
    pub fn speaker_is_right(&self, report: &Report, quotation: &Quotation) -> Option<bool> {
        let speaker = report.speakers.get(quotation.speaker?)?;
        // Without a name the annotation says only which words name the source, not whom a pronoun means.
        let source = quotation.source.map(|source| &self.text[source.range()]);
        let is_name = source.is_some_and(|source| source.starts_with(char::is_uppercase));
        if !self.has_names && !is_name {
            return None;
        }
        let Some(quote) = quotation.content.first().and_then(|&span| self.quote_at(span)) else {
            return Some(false);
        };
        quote.is_attributed().then(|| quote.is_speaker(&speaker.name, &speaker.mentions))
    }

    /// The annotated quotation that covers more than half of `span`.
    pub fn quote_at(&self, span: Span) -> Option<&Quote> {
        let shared = |quote: &Quote| {
            quote.span.end.min(span.end).saturating_sub(quote.span.start.max(span.start))
        };
        let best = self.quotes.iter().max_by_key(|quote| shared(quote))?;
        (shared(best) * 2 > span.len()).then_some(best)
    }
}

impl Quote {
    /// Whether the annotation says who speaks.
    pub fn is_attributed(&self) -> bool {
        !self.unannotated && (!self.names.is_empty() || !self.mentions.is_empty())
    }

    /// Whether the annotation names the speaker.
    pub fn is_named(&self) -> bool {
        !self.names.is_empty()
    }

    /// Whether the speaker has this name, or is mentioned at one of these places if no name is annotated.
    pub fn is_speaker(&self, name: &str, mentions: &[Span]) -> bool {
        if self.names.is_empty() {
            return self
                .mentions
                .iter()
                .any(|own| mentions.iter().any(|other| own.overlaps(*other)));
        }
        self.names.iter().any(|own| same_name(own, name))
    }

    /// Whether one of `mentions` is the annotated source.
    pub fn is_described(&self, mentions: &[Span]) -> bool {
        self.source.is_some_and(|source| mentions.iter().any(|span| span.overlaps(source)))
    }

    /// Whether `span` names the source; `None` if no source is annotated.
    pub fn is_source(&self, span: Span) -> Option<bool> {
        self.source?;
        Some(self.mentions.iter().any(|own| own.overlaps(span)))
    }
}

/// The units in which a quotation is compared: what stands between the breaks of paragraphs, without marks and spaces
/// at its edges, and without the complementizer at the start of reported words.
fn units(text: &str, span: Span, direct: bool) -> Vec<Span> {
    let is_edge = |c: char| !c.is_alphanumeric() && !"%$€£#@&+=/<>°".contains(c);
    let mut units = Vec::new();
    let mut start = span.start;
    for paragraph in text[span.range()].split("\n\n") {
        let mut words = paragraph.trim_start_matches(is_edge);
        if !direct
            && let Some((first, rest)) = words.split_at_checked(4)
            && first.eq_ignore_ascii_case("that")
            && rest.starts_with(is_edge)
        {
            words = rest.trim_start_matches(is_edge);
        }
        let from = start + (paragraph.len() - words.len());
        let words = words.trim_end_matches(is_edge);
        if !words.is_empty() {
            units.push(Span::new(from, from + words.len()));
        }
        start += paragraph.len() + 2;
    }
    units
}

/// Whether two names may be of one person: the longer has all words of the shorter, apart from titles,
/// and the titles are not of two genders, such as "Mr." and "Mrs.".
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The line in the documentation of this module.
    fn example() -> Document {
        let source = include_str!("gold.rs").lines();
        let documentation = source.map_while(|line| line.strip_prefix("//!"));
        let example = documentation.skip_while(|line| !line.contains("```json")).skip(1);
        let line: String = example.take_while(|line| !line.contains("```")).collect();
        document(&line).unwrap()
    }

    #[test]
    fn the_documented_example_is_read_as_it_says() {
        let document = example();
        let find = |words: &str| {
            let start = document.text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        assert_eq!((document.group.as_str(), document.lang.as_str()), ("harbour", "en"));
        assert!(document.is_fiction && document.judges_marks);
        assert!(document.is_ignored(find("kettle")) && !document.is_ignored(find("wreck")));
        assert!(document.quote_at(find("kettle")).is_none());

        let quote = document.quote_at(find("No,")).unwrap();
        assert!(quote.is_attributed() && quote.is_named());
        assert_eq!(quote.is_source(find("Ann Lee")), Some(true));
        assert_eq!(quote.is_source(find("She")), Some(true));
        assert_eq!(quote.is_source(find("wreck")), Some(false));
        assert!(quote.is_speaker("Ann", &[]) && quote.is_speaker("Mrs. Lee", &[]));
        assert!(!quote.is_speaker("Bob Lee", &[find("She")]));
    }

    #[test]
    fn a_document_without_text_or_quotations_is_refused() {
        assert!(document(r#"{"quotes": []}"#).is_err());
        assert!(document(r#"{"text": "No."}"#).is_err());
        let document = document(r#"{"text": "No.", "quotes": [{"start": 0, "end": 9}]}"#).unwrap();
        assert!(document.quotes.is_empty());
    }

    #[test]
    fn a_find_is_exact_if_its_units_are_annotated() {
        let line = r#"{"text": "Lee says that it rained.\n\nIt may, he said. It is green.",
            "quotes": [{"start": 9, "end": 23, "kind": "indirect"}, {"start": 26, "end": 32, "kind": "direct"}],
            "ignore": [[43, 55]]}"#;
        let document = document(&line.replace('\n', " ")).unwrap();
        let are_exact = |kind, words: &[&str]| {
            let content = words.iter().map(|words| {
                let start = document.text.find(words).unwrap();
                Span::new(start, start + words.len())
            });
            document.are_exact(kind, &content.collect::<Vec<_>>())
        };
        let indirect = QuotationKind::Indirect;
        assert_eq!(are_exact(indirect, &["it rained."]), [true]);
        assert_eq!(are_exact(indirect, &["rained", "It may"]), [false, true]);
        assert_eq!(are_exact(indirect, &["it rained.\n\nIt may,"]), [true, true]);
        assert!(are_exact(indirect, &["It is green"]).is_empty());
    }

    #[test]
    fn names_agree_unless_their_titles_differ() {
        assert!(same_name("Mr. Lee", "Tom Lee") && same_name("the Lees", "Lees"));
        assert!(!same_name("Mr. Lee", "Mrs. Lee") && !same_name("Ann Lee", "Tom Lee"));
        assert!(!same_name("Mr.", "Sir"));
    }
}
