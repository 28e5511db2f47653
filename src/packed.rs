//! The report as it crosses to JavaScript: all its numbers in a row, and all its words.
//!
//! Each value that crosses is a call, and the objects of a report would be hundreds of them, so two
//! values cross and `completeReport` in `www/core.js` reads the objects from them. The order is that
//! of the fields there. A list is its length and then its items, what may be missing is a list of
//! none or one, a word is its length in `words`, and a kind is its place in the declaration.

use js_sys::Uint32Array;
use serde::Serialize;

use crate::PositionEncoding::Utf16;
use crate::report::{Quotation, Report, Speaker};
use crate::span::Span;

/// What crosses, an array of two for JavaScript.
#[derive(Serialize)]
pub(crate) struct PackedReport(
    #[serde(serialize_with = "serde_wasm_bindgen::preserve::serialize")] Uint32Array,
    String,
);

impl PackedReport {
    /// Packs a report whose offsets count UTF-16 code units.
    pub(crate) fn new(report: &Report) -> Self {
        let mut packer = Packer::default();
        packer.list(&report.quotations, Packer::quotation);
        packer.list(&report.speakers, Packer::speaker);
        Self(Uint32Array::from(packer.numbers.as_slice()), packer.words)
    }
}

#[derive(Default)]
struct Packer {
    numbers: Vec<u32>,
    words: String,
}

impl Packer {
    fn quotation(&mut self, quotation: &Quotation) {
        self.number(quotation.kind as usize);
        self.list(&quotation.content, Self::span);
        self.list(&quotation.verbatim, Self::span);
        self.list(quotation.cue.as_slice(), Self::span);
        self.list(quotation.source.as_slice(), Self::span);
        self.list(quotation.speaker.as_slice(), |packer, &number| packer.number(number));
        self.numbers.push(quotation.thousandths());
        self.word(quotation.rule);
        self.word(&quotation.reason);
    }

    fn speaker(&mut self, speaker: &Speaker) {
        self.word(&speaker.name);
        self.list(speaker.role.as_slice(), |packer, role| packer.word(role));
        self.number(speaker.kind as usize);
        self.list(&speaker.mentions, Self::span);
    }

    fn list<T>(&mut self, items: &[T], pack: impl Fn(&mut Self, &T)) {
        self.number(items.len());
        for item in items {
            pack(self, item);
        }
    }

    fn span(&mut self, span: &Span) {
        self.number(span.start);
        self.number(span.end);
    }

    fn word(&mut self, word: &str) {
        self.number(Utf16.units(word.as_bytes()));
        self.words.push_str(word);
    }

    /// A number of this machine's memory, which has 32 bits.
    fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }
}
