//! The unit of offsets, and their conversion in one pass over the text.
//!
//! Inside the crate every offset counts bytes. JavaScript counts UTF-16 code units and Python
//! counts code points, so hints are converted before the first stage and a report after the last one.

use crate::names::named;
use crate::options::Options;
use crate::report::Report;
use crate::span::Span;

named! {
    /// What an offset counts.
    ///
    /// | | “ | é | 😀 |
    /// |---|---|---|---|
    /// | `Utf8` | 3 | 2 | 4 |
    /// | `Utf16` | 1 | 1 | 2 |
    /// | `Utf32` | 1 | 1 | 1 |
    ///
    /// ```
    /// use quote_extractor::PositionEncoding;
    ///
    /// assert_eq!(PositionEncoding::Utf16.as_str(), "utf-16");
    /// assert_eq!("utf-32".parse(), Ok(PositionEncoding::Utf32));
    /// assert!("latin-1".parse::<PositionEncoding>().is_err());
    /// ```
    #[derive(Default)]
    pub enum PositionEncoding {
        /// Bytes, as in Rust and Go.
        #[default]
        Utf8 "utf-8",
        /// UTF-16 code units, as in JavaScript, Java and C#.
        Utf16 "utf-16",
        /// Unicode code points, as in Python.
        Utf32 "utf-32",
    }
}

impl PositionEncoding {
    /// The number of units that characters take, given their UTF-8 bytes. Counts eight bytes at once without a
    /// branch: which bytes are ASCII is hard to predict in a text with a few quotation marks.
    pub(crate) fn units(self, bytes: &[u8]) -> usize {
        if self == Self::Utf8 {
            return bytes.len();
        }
        // A character of four bytes, and no other one, is a pair of surrogates.
        let pairs = if self == Self::Utf16 { HIGH } else { 0 };
        let mut units = bytes.len();
        for part in bytes.chunks(8) {
            let word = match part.try_into() {
                Ok(whole) => u64::from_le_bytes(whole),
                Err(_) => part.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)),
            };
            let (second, third, fourth) = (word << 1, word << 2, word << 3);
            // 10xxxxxx continues a character, 1111xxxx starts one of four bytes.
            units += count(word & second & third & fourth & pairs);
            units -= count(word & !second & HIGH);
        }
        units
    }
}

/// The high bit of each of eight bytes.
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// How many of the high bits are set in `bits`, which has no others.
fn count(bits: u64) -> usize {
    // Sums all bytes in the highest one.
    ((bits >> 7).wrapping_mul(HIGH >> 7) >> 56) as usize
}

/// Converts offsets of one text, in both directions.
struct Converter<'t> {
    text: &'t str,
    encoding: PositionEncoding,
    /// The number of units before each block of the text, and in the whole text.
    before: Vec<usize>,
}

/// Units are counted once for each block of this many bytes.
const BLOCK: usize = 32;

impl<'t> Converter<'t> {
    /// A converter for `text`; `None` if offsets in this encoding equal those in bytes.
    fn new(text: &'t str, encoding: PositionEncoding) -> Option<Self> {
        if encoding == PositionEncoding::Utf8 || text.is_ascii() {
            return None;
        }
        let mut before = Vec::with_capacity(text.len() / BLOCK + 2);
        let mut units = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            before.push(units);
            units += encoding.units(block);
        }
        before.push(units);
        Some(Self { text, encoding, before })
    }

    /// The number of units before byte `offset`; that of the whole text if the offset is past its end.
    fn units(&self, offset: usize) -> usize {
        let end = offset.min(self.text.len());
        let block = end / BLOCK;
        self.before[block] + self.encoding.units(&self.text.as_bytes()[block * BLOCK..end])
    }

    /// The byte at which the character at `units` starts, or the end of the text if there is none. An offset
    /// inside a character stands for the next one.
    fn bytes(&self, units: usize) -> usize {
        let block = self.before.partition_point(|&before| before <= units).saturating_sub(1);
        let mut at = (block * BLOCK).min(self.text.len());
        let mut count = self.before[block];
        for &byte in &self.text.as_bytes()[at..] {
            if count >= units && self.text.is_char_boundary(at) {
                break;
            }
            count += self.encoding.units(&[byte]);
            at += 1;
        }
        at
    }
}

impl Report {
    /// Converts the offsets of the report from bytes of `text` to `encoding`.
    ///
    /// `text` must be the text of the report. Ends stay exclusive. Call it once, because it expects bytes.
    ///
    /// ```
    /// use quote_extractor::{Options, PositionEncoding, Span, extract};
    ///
    /// let text = "😀 “Yes,” said Ann.";
    /// let report = extract(text, &Options::new());
    /// assert_eq!(report.quotations[0].content, [Span::new(8, 12)]);
    ///
    /// let report = report.encode(text, PositionEncoding::Utf16);
    /// assert_eq!(report.quotations[0].content, [Span::new(4, 8)]);
    /// ```
    #[must_use]
    pub fn encode(mut self, text: &str, encoding: PositionEncoding) -> Self {
        let Some(converter) = Converter::new(text, encoding) else { return self };
        let convert = |spans: &mut [Span]| {
            for span in spans {
                *span = Span::new(converter.units(span.start), converter.units(span.end));
            }
        };
        for block in &mut self.blocks {
            convert(std::slice::from_mut(&mut block.span));
        }
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

impl Options {
    /// Converts the spans of the hints from `encoding` to bytes of `text`.
    ///
    /// ```
    /// use quote_extractor::{BlockKind, Hint, Options, PositionEncoding, Span};
    ///
    /// let hint = Hint::new(Span::new(2, 4), BlockKind::Heading);
    /// let options = Options::new().hints([hint]).decode("é Yes", PositionEncoding::Utf16);
    /// assert_eq!(options.hints[0].span, Span::new(3, 5));
    /// ```
    #[must_use]
    pub fn decode(mut self, text: &str, encoding: PositionEncoding) -> Self {
        if self.hints.is_empty() {
            return self;
        }
        let Some(converter) = Converter::new(text, encoding) else { return self };
        for hint in &mut self.hints {
            let Span { start, end } = hint.span;
            hint.span = Span::new(converter.bytes(start), converter.bytes(end));
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
        let speakers = vec![Speaker { name, role: None, kind, mentions }];
        Report { speakers, ..Report::default() }
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
    fn offsets_in_bytes_come_back() {
        for text in TEXTS.map(|text| text.repeat(9)) {
            for encoding in [PositionEncoding::Utf16, PositionEncoding::Utf32] {
                let Some(converter) = Converter::new(&text, encoding) else { continue };
                for (at, _) in text.char_indices() {
                    assert_eq!(converter.bytes(converter.units(at)), at, "{text}");
                }
                assert_eq!(converter.bytes(usize::MAX), text.len());
            }
        }
    }

    #[test]
    fn an_offset_past_the_end_becomes_the_end() {
        let mut report = every_character("é");
        report.speakers[0].mentions[0].end = 99;
        assert_eq!(mentions(&report.encode("é", PositionEncoding::Utf16)), [Span::new(0, 1)]);
    }
}
