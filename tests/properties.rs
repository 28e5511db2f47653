//! What holds for the report on any text, tried on generated texts.
//!
//! Every run tries the same texts, so a failure comes from the change at hand.
//! `PROPTEST_RNG_SEED=7 PROPTEST_CASES=100000 cargo test --test properties` looks further; what it
//! finds becomes a case of its own.

mod support;

use std::env;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed};
use quote_extractor::{Options, PositionEncoding, QuotationKind, Reading, Report, Rule, extract};
use support::invariants::{check, checked};

/// Marks and blanks, which make pairing hard.
const MARKS: [&str; 34] = [
    "“", "”", "‘", "’", "\"", "'", "«", "»", "‹", "›", "„", "‚", "‟", "‛", "「", "」", "『", "』",
    "—", "–", "-", "''", "``", ":", ",", ".", "?", "!", "…", "(", ")", "\n", "\n\n", " ",
];

/// Words that the stages look for, and some that they do not know.
const WORDS: [&str; 44] = [
    "Ann Lee",
    "Dr. Bob O’Neil",
    "Mr. Smith",
    "the mayor",
    "a senior official",
    "The White House",
    "Smith and Jones",
    "she",
    "He",
    "they",
    "it",
    "who",
    "I",
    "we",
    "said",
    "told",
    "asks",
    "replied",
    "announced",
    "according to",
    "that",
    "the",
    "not",
    "to",
    "by",
    "U.S.",
    "No. 5",
    "10 Downing Street",
    "reporters",
    "bridge",
    "rain",
    "Monday",
    "5'10\"",
    "rock ’n’ roll",
    "dogs’",
    "> ",
    "- ",
    "# ",
    "* ",
    "ANN:",
    "Q:",
    "😀",
    "e\u{301}",
    "中文",
];

/// Language tags of several forms; the last one names no language.
const TAGS: [&str; 10] =
    ["en", "EN", "en-GB", "en_US", "de", "de-AT", "sv", "zh-Hant-TW", "und", ""];

/// Any characters; those that matter here come more often than by chance.
fn unicode_soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        2 => select(&MARKS[..]).prop_map(String::from),
        1 => "[ -~]{1,8}",
        1 => select(vec!["\r\n", "\u{2028}", "\u{0}", "\u{FEFF}", "\u{200D}", "\u{202E}", "\u{A0}"])
            .prop_map(String::from),
    ];
    vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

/// Marks and words in any order.
fn mark_soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![select(&MARKS[..]), select(&WORDS[..]), Just(" ")];
    vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

/// Sentences as a newspaper or a novel prints them, from a small grammar.
fn news() -> impl Strategy<Value = String> {
    let clause = vec(select(&WORDS[..]), 1..8).prop_map(|words| words.join(" "));
    let pair = select(vec![("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»"), ("„", "“"), ("", "")]);
    let name = select(&WORDS[..14]);
    let cue = select(&WORDS[14..20]);
    let sentence = (pair, clause.clone(), clause, name, cue, 0..7u8).prop_map(
        |((open, close), one, two, name, cue, form)| match form {
            0 => format!("{open}{one},{close} {cue} {name}. "),
            1 => format!("{name} {cue} that {one}. "),
            2 => format!("{name} {cue} {one} {open}{two}{close}. "),
            3 => format!("{open}{one},{close} {name} {cue}, {open}{two}.{close}\n\n"),
            4 => format!("{name}: {one}.\n"),
            5 => format!("{open}{one}.\n\n{open}{two}.{close}\n\n"),
            _ => format!("{one}. According to {name}, {two}.\n\n"),
        },
    );
    vec(sentence, 0..12).prop_map(|sentences| sentences.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![unicode_soup(), mark_soup(), news()]
}

fn any_tag() -> impl Strategy<Value = String> {
    prop_oneof![select(&TAGS[..]).prop_map(String::from), "[a-zA-Z-]{0,8}", "\\PC{0,4}"]
}

/// What people say in a transcript: some of it has no sign of speech.
const SAID: [&str; 10] = [
    "When did you hear the bell?",
    "At two, and again at four.",
    "I did not hear it.",
    "The rope was new.",
    "Who rang it?",
    "Nobody knows.",
    "We found the door open and the lamp still warm.",
    "Yes.",
    "Then you came down?",
    "My brother called me.",
];

/// The people of a transcript.
const PEOPLE: [&str; 3] = ["Nora Velt", "Amos Birk", "Della Fane"];

/// The turns of a transcript: who speaks, as a number, and the words.
fn turns() -> impl Strategy<Value = Vec<(usize, &'static str)>> {
    vec((1..3usize, select(&SAID[..])), 12..24).prop_map(|turns| {
        let mut last = 0;
        let turn = |(step, said)| {
            last = (last + step) % PEOPLE.len();
            (last, said)
        };
        turns.into_iter().map(turn).collect()
    })
}

/// One turn in one of several layouts; a turn `without` a label has its words alone.
fn turn(layout: u8, name: &str, said: &str, without: bool) -> String {
    match layout {
        _ if without => format!("{said}\n\n"),
        0 => format!("{name}: {said}\n\n"),
        1 => format!("[00:12:07] {name}: {said}\n\n"),
        2 => format!("**{name}:** {said}\n\n"),
        3 => format!("{name}  0:03\n{said}\n\n"),
        4 => format!("{}. {said}\n\n", name.to_uppercase()),
        5 => format!("- {name} – {said}\n\n"),
        _ => format!("{name}\n{said}\n\n"),
    }
}

/// The words of every span, in a fixed order; `slice` cuts them out.
fn words(report: &Report, slice: impl Fn(usize, usize) -> String) -> Vec<String> {
    let quoted = report.quotations.iter().flat_map(|quotation| {
        let spans = quotation.content.iter().chain(&quotation.verbatim);
        spans.chain(&quotation.cue).chain(&quotation.source)
    });
    let mentioned = report.speakers.iter().flat_map(|speaker| &speaker.mentions);
    quoted.chain(mentioned).map(|span| slice(span.start, span.end)).collect()
}

/// Fixed settings, unless the environment has others.
fn config() -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 2000;
    }
    if env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(1);
    }
    config
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_report_keeps_its_contract(text in any_text()) {
        checked(&text);
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in any_text()) {
        let options = Options::default();
        prop_assert_eq!(extract(&text, &options), extract(&text, &options));
    }

    #[test]
    fn only_the_kinds_asked_for_are_reported(text in any_text(), which in 0..8u8) {
        use QuotationKind::{Direct, Indirect, Mixed};
        let kinds = [Direct, Mixed, Indirect].into_iter().enumerate();
        let kinds: Vec<_> = kinds.filter(|(bit, _)| which >> bit & 1 == 1).map(|(_, k)| k).collect();
        let report = extract(&text, &Options::new().kinds(kinds.clone()));
        prop_assert_eq!(check(&text, &report), Ok(()));
        prop_assert!(report.quotations.iter().all(|quotation| kinds.contains(&quotation.kind)));
    }

    #[test]
    fn any_language_tag_gives_a_report_that_keeps_its_contract(text in any_text(), lang in any_tag()) {
        let report = extract(&text, &Options::new().lang(lang.as_str()));
        prop_assert_eq!(check(&text, &report), Ok(()));
        prop_assert!(!report.lang.is_empty());
        if report.reading == Reading::Marks {
            prop_assert!(report.speakers.is_empty());
            for quotation in report.quotations {
                prop_assert_eq!(quotation.kind, QuotationKind::Direct);
                prop_assert_eq!((quotation.cue, quotation.source, quotation.speaker), (None, None, None));
                prop_assert_eq!(quotation.rule, Rule::Unknown);
            }
        }
    }

    #[test]
    fn a_tag_is_kept_and_decides_what_is_read(text in any_text(), tag in select(&TAGS[..])) {
        let report = extract(&text, &Options::new().lang(tag));
        prop_assert!(tag.is_empty() || report.lang == tag);
        let is_english = tag[..tag.len().min(2)].eq_ignore_ascii_case("en");
        prop_assert!(tag.is_empty() || (report.reading == Reading::Words) == is_english);
    }

    #[test]
    fn tags_that_are_read_alike_give_the_same_quotations(text in any_text()) {
        let found = |tag: &str| {
            let report = extract(&text, &Options::new().lang(tag));
            (report.blocks, report.quotations, report.speakers)
        };
        prop_assert_eq!(found("en"), found("EN_us"));
        prop_assert_eq!(found("de"), found("sv-FI"));
    }

    #[test]
    fn every_encoding_points_at_the_same_words(text in any_text()) {
        let report = extract(&text, &Options::default());
        let bytes = words(&report, |start, end| text[start..end].to_owned());

        let units: Vec<u16> = text.encode_utf16().collect();
        let encoded = report.clone().encode(&text, PositionEncoding::Utf16);
        prop_assert_eq!(&bytes, &words(&encoded, |start, end| String::from_utf16_lossy(&units[start..end])));

        let points: Vec<char> = text.chars().collect();
        let encoded = report.encode(&text, PositionEncoding::Utf32);
        prop_assert_eq!(&bytes, &words(&encoded, |start, end| points[start..end].iter().collect()));
    }

    #[test]
    fn a_label_that_is_missing_changes_no_turn_but_its_own(turns in turns(), layout in 0..7u8, at in 2..10usize) {
        let read = |missing: Option<usize>| {
            let mut text = String::new();
            let mut places = Vec::new();
            for (n, &(who, said)) in turns.iter().enumerate() {
                let turn = turn(layout, PEOPLE[who], said, missing == Some(n));
                places.push(text.len() + turn.find(said).unwrap_or(0));
                text.push_str(&turn);
            }
            let report = extract(&text, &Options::new().lang("en"));
            // For each turn who says it, if quoted words start there.
            let said_by = |&place: &usize| {
                let quotation = report.quotations.iter().find(|quotation| {
                    quotation.content.iter().any(|part| part.start == place)
                })?;
                Some(report.speakers[quotation.speaker?].name.to_uppercase())
            };
            places.iter().map(said_by).collect::<Vec<_>>()
        };
        let (whole, mut less) = (read(None), read(Some(at)));
        for (n, &(who, _)) in turns.iter().enumerate() {
            prop_assert_eq!(&whole[n], &Some(PEOPLE[who].to_uppercase()));
        }
        less[at].clone_from(&whole[at]);
        prop_assert_eq!(less, whole);
    }
}
