//! The unit of a report's offsets, and its conversion in one pass over the text.
//!
//! Inside the crate every offset counts bytes. JavaScript counts UTF-16 code units and Python
//! counts code points, so a report is converted once, after the last stage of the pipeline.

use crate::report::Report;
use crate::span::Span;

/// What an offset counts.
///
/// | | “ | é | 😀 |
/// |---|---|---|---|
/// | `Utf8` | 3 | 2 | 4 |
/// | `Utf16` | 1 | 1 | 2 |
/// | `Utf32` | 1 | 1 | 1 |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PositionEncoding {
    /// Bytes, as in Rust and Go.
    #[default]
    Utf8,
    /// UTF-16 code units, as in JavaScript, Java and C#.
    Utf16,
    /// Unicode code points, as in Python.
    Utf32,
}

/// Units are counted once for so many bytes.
const BLOCK: usize = 64;

impl PositionEncoding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Utf8, Self::Utf16, Self::Utf32];

    /// The name used on the command line: `utf-8`, `utf-16` or `utf-32`.
    ///
    /// ```
    /// assert_eq!(quote_extractor::PositionEncoding::Utf16.name(), "utf-16");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Utf32 => "utf-32",
        }
    }

    /// The encoding with that name.
    ///
    /// ```
    /// use quote_extractor::PositionEncoding;
    ///
    /// assert_eq!(PositionEncoding::from_name("utf-32"), Some(PositionEncoding::Utf32));
    /// assert_eq!(PositionEncoding::from_name("latin-1"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name() == name)
    }

    /// How many units the characters take whose UTF-8 bytes these are.
    pub(crate) fn units(self, bytes: &[u8]) -> usize {
        if bytes.is_ascii() {
            return bytes.len();
        }
        let units = |byte: u8| match self {
            Self::Utf8 => 1,
            // A character of four bytes, and no other one, is a pair of surrogates.
            Self::Utf16 if byte >= 0xF0 => 2,
            _ => usize::from(byte & 0b1100_0000 != 0b1000_0000),
        };
        bytes.iter().map(|&byte| units(byte)).sum()
    }
}

impl Report {
    /// The same report with its offsets, bytes of `text` before, counted in `encoding`.
    ///
    /// `text` must be the text that the report was made from. Ends stay exclusive. Call it once:
    /// the result no longer says where in the bytes anything is.
    ///
    /// ```
    /// use quote_extractor::{Options, PositionEncoding, Quotation, QuotationKind, Report, Span};
    ///
    /// let text = "😀 “Yes,” said Ann.";
    /// let spans = |start, end| Report {
    ///     speakers: vec![],
    ///     quotations: vec![Quotation {
    ///         kind: QuotationKind::Direct,
    ///         text: "Yes,".into(),
    ///         content: vec![Span::new(start, end)],
    ///         verbatim: vec![Span::new(start, end)],
    ///         cue: None,
    ///         source: None,
    ///         speaker: None,
    ///         confidence: 0.0,
    ///         rule: "none",
    ///         reason: String::new(),
    ///     }],
    /// };
    /// assert_eq!(spans(8, 12).encode(text, PositionEncoding::Utf16), spans(4, 8));
    /// assert_eq!(spans(8, 12).encode(text, PositionEncoding::Utf32), spans(3, 7));
    /// ```
    #[must_use]
    pub fn encode(mut self, text: &str, encoding: PositionEncoding) -> Self {
        if encoding == PositionEncoding::Utf8 || text.is_ascii() {
            return self;
        }
        // How many units stand before each block of the text.
        let mut before = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut units = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            before.push(units);
            units += encoding.units(block);
        }
        before.push(units);
        let count = |offset: usize| {
            let end = offset.min(text.len());
            let block = end / BLOCK;
            before[block] + encoding.units(&text.as_bytes()[block * BLOCK..end])
        };
        let convert = |spans: &mut [Span]| {
            for span in spans {
                *span = Span::new(count(span.start), count(span.end));
            }
        };
        for quotation in &mut self.quotations {
            convert(&mut quotation.content);
            convert(&mut quotation.verbatim);
            convert(quotation.cue.as_mut_slice());
            convert(quotation.source.as_mut_slice());
        }
        for speaker in &mut self.speakers {
            convert(&mut speaker.mentions);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Speaker, SpeakerKind};

    /// A report whose only speaker is mentioned at each character of `text`.
    fn every_character(text: &str) -> Report {
        let mentions =
            text.char_indices().map(|(at, c)| Span::new(at, at + c.len_utf8())).collect();
        let (name, kind) = ("Ann".into(), SpeakerKind::Person);
        Report { quotations: vec![], speakers: vec![Speaker { name, role: None, kind, mentions }] }
    }

    fn mentions(report: &Report) -> &[Span] {
        &report.speakers[0].mentions
    }

    const TEXTS: [&str; 5] =
        ["", "plain", "“Où?” 😀 né", "👩‍👩‍👧 𝔘𝔫𝔦", "\u{FEFF}\u{10FFFF}e\u{301}中\u{7F}\u{80}"];

    #[test]
    fn utf_16_offsets_slice_the_same_characters() {
        for text in TEXTS {
            let units: Vec<u16> = text.encode_utf16().collect();
            let report = every_character(text).encode(text, PositionEncoding::Utf16);
            let decoded: String = mentions(&report)
                .iter()
                .map(|span| String::from_utf16(&units[span.range()]).unwrap())
                .collect();
            assert_eq!(decoded, text);
        }
    }

    #[test]
    fn utf_32_offsets_count_characters() {
        for text in TEXTS {
            let report = every_character(text).encode(text, PositionEncoding::Utf32);
            let expected: Vec<Span> =
                (0..text.chars().count()).map(|n| Span::new(n, n + 1)).collect();
            assert_eq!(mentions(&report), expected);
        }
    }

    #[test]
    fn utf_8_changes_nothing() {
        for text in TEXTS {
            let report = every_character(text);
            assert_eq!(report.clone().encode(text, PositionEncoding::Utf8), report);
        }
    }

    #[test]
    fn an_offset_past_the_end_becomes_the_end() {
        let mut report = every_character("é");
        report.speakers[0].mentions[0].end = 99;
        assert_eq!(mentions(&report.encode("é", PositionEncoding::Utf16)), [Span::new(0, 1)]);
    }
}
