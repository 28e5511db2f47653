//! `cargo xtask language-accuracy`: how often the language of a text is told right.
//!
//! Reads files of JSON lines, `{"text", "lang"}`; a line without `lang` is in English. It measures the texts as a
//! whole, and the pieces of 30 words that they are cut into, because a paragraph is harder to tell than a text.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use quote_extractor::{Options, extract};
use serde_json::Value;

/// The length of a piece, in words.
const PIECE: usize = 30;

/// How many pieces of a text are measured: long novels do not count more than that.
const PIECES: usize = 40;

/// How many texts or pieces there are, and how many of them are told right.
#[derive(Clone, Copy, Default)]
struct Share {
    right: usize,
    all: usize,
}

/// Runs the command.
pub fn command(files: &[String]) -> Result<()> {
    ensure!(!files.is_empty(), "name at least one file of {{\"text\", \"lang\"}} lines");
    let mut texts: BTreeMap<String, Share> = BTreeMap::new();
    let mut pieces = texts.clone();
    for file in files {
        let content = fs::read_to_string(file).with_context(|| file.to_owned())?;
        for line in content.lines().filter(|line| !line.trim().is_empty()) {
            let value: Value = serde_json::from_str(line).with_context(|| file.to_owned())?;
            let text = value["text"].as_str().context("a line has no \"text\"")?;
            let language = value["lang"].as_str().unwrap_or("en");
            texts.entry(language.to_owned()).or_default().count(language, text);
            let words: Vec<&str> = text.split_whitespace().collect();
            let shares = pieces.entry(language.to_owned()).or_default();
            for piece in words.chunks_exact(PIECE).take(PIECES) {
                shares.count(language, &piece.join(" "));
            }
        }
    }
    print("texts", &texts);
    print(&format!("pieces of {PIECE} words"), &pieces);
    Ok(())
}

impl Share {
    fn count(&mut self, language: &str, text: &str) {
        self.all += 1;
        self.right += usize::from(extract(text, &Options::new()).lang == language);
    }

    fn percent(self) -> f64 {
        100.0 * self.right as f64 / self.all as f64
    }
}

fn print(name: &str, shares: &BTreeMap<String, Share>) {
    let mut total = Share::default();
    println!("{name}");
    for (language, share) in shares.iter().filter(|(_, share)| share.all > 0) {
        println!("  {language:<5} {:6.2} % of {}", share.percent(), share.all);
        total.right += share.right;
        total.all += share.all;
    }
    println!("  all   {:6.2} % of {}", total.percent(), total.all);
}
