//! The same text gives the same report in every process.
//!
//! The hashing of words has a seed of its own in each process (`src/interner.rs`), so what depends on the
//! place of a word in a hash table differs between processes and never within one.

#![cfg(feature = "cli")]

mod support;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::{fs, thread};

use serde_json::json;
use support::case;

const PROCESSES: usize = 8;

/// How many different made-up words there are in a text: the tables of words have to grow for them.
const WORDS: usize = 5000;

#[test]
fn every_process_prints_the_same_reports() {
    let input = input();
    let printed: Vec<Vec<u8>> = thread::scope(|scope| {
        let runs: Vec<_> = (0..PROCESSES).map(|_| scope.spawn(|| run(&input))).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    let first = str::from_utf8(&printed[0]).unwrap();
    assert_eq!(first.lines().count(), input.lines().count());
    assert!(first.matches(r#""rule":"#).count() > WORDS, "too few quotations to compare");
    for other in &printed[1..] {
        assert!(*other == printed[0], "two processes differ:\n{}", difference(&printed[0], other));
    }
}

/// The surroundings of the first difference.
fn difference(one: &[u8], other: &[u8]) -> String {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let around = |text: &[u8]| {
        let end = text.len().min(same + 100);
        String::from_utf8_lossy(&text[same.saturating_sub(100).min(end)..end]).into_owned()
    };
    format!("{}\n{}", around(one), around(other))
}

/// A line for the text of each spec, one for all of them together, and texts of many different words.
fn input() -> String {
    let mut texts: Vec<String> = Vec::new();
    for file in case::files() {
        let cases = case::read(&fs::read_to_string(file).unwrap()).unwrap();
        texts.extend(cases.into_iter().map(|case| case.text));
    }
    texts.push(texts.join("\n\n"));
    // Words of up to eight bytes are found by their letters, longer ones by a hash.
    texts.extend(["", "stone"].map(news));
    texts.iter().map(|text| format!("{}\n", json!({ "text": text }))).collect()
}

/// News by many people about many things; the made-up words for them end in `ending`.
fn news(ending: &str) -> String {
    let mut text = String::new();
    for sentence in 0..WORDS / 3 {
        let [given, family, thing] =
            [0, 1, 2].map(|n| format!("{}{ending}", made_up(3 * sentence + n)));
        let (given, family) = (capitalized(&given), capitalized(&family));
        _ = match sentence % 3 {
            0 => write!(text, "“The {thing} fell,” said {given} {family}. "),
            1 => write!(text, "Mr. {family} told {given} that the {thing} “fell”. “It did.”\n\n"),
            _ => write!(text, "According to {given} {family}, the {thing} fell. He left.\n\n"),
        };
    }
    text
}

/// A word of four letters, a different one for each number below [`WORDS`].
fn made_up(number: usize) -> String {
    const CONSONANTS: &[u8] = b"bcdfghklmnprstvz";
    const VOWELS: &[u8] = b"aeiou";
    let syllables = CONSONANTS.len() * VOWELS.len();
    let syllable = |n: usize| [CONSONANTS[n / VOWELS.len()], VOWELS[n % VOWELS.len()]];
    let letters = [number / syllables, number % syllables].map(syllable);
    letters.as_flattened().iter().copied().map(char::from).collect()
}

fn capitalized(word: &str) -> String {
    word[..1].to_ascii_uppercase() + &word[1..]
}

/// What a process of its own prints for `input`.
fn run(input: &str) -> Vec<u8> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_quote-extractor"))
        .args(["--jsonl", "--threads", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let output = thread::scope(|scope| {
        // From a thread of its own: the process answers while it still reads.
        scope.spawn(move || stdin.write_all(input.as_bytes()).unwrap());
        child.wait_with_output().unwrap()
    });
    assert!(output.status.success());
    output.stdout
}
