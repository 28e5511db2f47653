//! The time of an extraction grows with the length of the text, and no faster.

use std::time::{Duration, Instant};

use quote_extractor::{Options, extract};

/// Texts that repeat what one stage or another has to look at again and again.
const UNITS: [&str; 18] = [
    "“Yes,” said Ann Lee. ",
    "“Yes,” she said.\n\n",
    "Ann Lee said that “it rained” on Monday. ",
    "“Yes,” said the old man.\n\n“No.”\n\n",
    "“We waited,” she said, “and nothing came.” ",
    "ANN: Yes.\n",
    "“a “b ",
    "\"'\"' ",
    "— No, said Ann.\n",
    "According to Ann Lee, it rained. ",
    "Lee liked “a b c d” and said so and ",
    "they believe that we think ",
    "the plan, she thinks, ",
    "Smith said: “Go” ",
    "Ann Lee, the mayor, and Bob Ray, the clerk, met. ",
    "While Lee said that it rained and rained ",
    "Lee’s claim of “a” ",
    "those who left with Lee saying ",
];

/// The growth of the text, and what the time may grow by; a quadratic stage takes 16 times as long.
const GROWTH: usize = 4;
const ALLOWED: u32 = 9;

#[test]
fn four_times_the_text_takes_about_four_times_as_long() {
    for unit in UNITS {
        let short = unit.repeat(100_000 / unit.len());
        let long = short.repeat(GROWTH);
        // The best of several, since a busy machine only ever makes a run longer.
        let grown = || best_of(3, &long) > best_of(3, &short) * ALLOWED;
        assert!(
            !(grown() && grown() && grown()),
            "{unit:?}: {:?} for {} bytes, {:?} for {} bytes",
            best_of(1, &short),
            short.len(),
            best_of(1, &long),
            long.len()
        );
    }
}

fn best_of(runs: usize, text: &str) -> Duration {
    let run = || {
        let began = Instant::now();
        extract(text, &Options::default());
        began.elapsed()
    };
    (0..runs).map(|_| run()).min().unwrap_or_default()
}
