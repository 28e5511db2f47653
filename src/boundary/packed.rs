//! The report as it crosses to JavaScript: all its numbers in one array, and all its strings in one.
//!
//! Each value that crosses costs a call, and the objects of a report would cost hundreds. So two values
//! cross, and `www/core/packed-report.js` makes the objects. It reads the fields in the order in which they
//! are written here. A list is its length and then its items; an optional value is a list of none or one;
//! a string is its length; an enum is the index of its variant, in the order of the declaration. The
//! sentence of a reason does not cross: its code does, and JavaScript has the other parts.

use js_sys::{Array, JsString, Uint32Array};

use super::encoding::PositionEncoding::Utf16;
use crate::report::{Block, Quotation, Report, Speaker};
use crate::span::Span;

/// Packs a report whose offsets count UTF-16 code units.
pub(super) fn pack(report: &Report) -> Array {
    let mut packer = Packer::default();
    packer.word(&report.lang);
    packer.number(report.reading as usize);
    packer.number(report.form as usize);
    packer.list(&report.blocks, Packer::block);
    packer.list(&report.quotations, Packer::quotation);
    packer.list(&report.speakers, Packer::speaker);
    let numbers = Uint32Array::from(packer.numbers.as_slice());
    Array::of2(&numbers, &JsString::from(packer.words))
}

#[derive(Default)]
struct Packer {
    numbers: Vec<u32>,
    words: String,
}

impl Packer {
    fn block(&mut self, block: &Block) {
        self.span(&block.span);
        self.number(block.kind as usize);
    }

    fn quotation(&mut self, quotation: &Quotation) {
        self.number(quotation.kind as usize);
        self.list(&quotation.content, Self::span);
        self.list(&quotation.verbatim, Self::span);
        self.list(quotation.cue.as_slice(), Self::span);
        self.list(quotation.source.as_slice(), Self::span);
        self.list(quotation.speaker.as_slice(), |packer, &number| packer.number(number));
        self.numbers.push(quotation.thousandths());
        self.number(quotation.rule as usize);
        let evidence = quotation.reason.evidence.as_slice();
        self.list(evidence, |packer, &evidence| packer.number(evidence as usize));
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

    /// The memory of WebAssembly has 32 bits, and so do the numbers of a report.
    fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }
}
