//! Texts that nobody writes and everybody pastes: each must give a report that keeps its contract.

mod support;

use std::iter;

use support::invariants::checked;

/// Every mark that may open or close a quotation.
const MARKS: &str = "\"'“”‘’«»‹›„‚‟‛「」『』—–-`";

/// A megabyte of `unit`.
fn megabyte(unit: &str) -> String {
    unit.repeat(1_000_000 / unit.len())
}

#[test]
fn texts_of_nothing_or_one_word() {
    for text in ["", " ", "\n", "\r\n\r\n", "\t \u{A0}\u{2003}\u{FEFF}", ".", "a", "A", ":", "said"]
    {
        assert!(checked(text).quotations.is_empty(), "{text:?}");
    }
}

#[test]
fn any_two_marks() {
    for mark in MARKS.chars() {
        checked(&mark.to_string());
        checked(&format!("{mark} "));
        checked(&format!("{mark}\n\n{mark}"));
        for other in MARKS.chars() {
            checked(&format!("{mark}{other}"));
            checked(&format!("{mark}a{other}"));
            checked(&format!("x {mark}Yes,{other} said Ann Lee. {mark}"));
        }
    }
}

#[test]
fn a_megabyte_of_each_mark() {
    for mark in MARKS.chars() {
        checked(&megabyte(&mark.to_string()));
    }
}

#[test]
fn a_megabyte_of_opening_marks_that_nothing_closes() {
    for unit in ["“a ", "\"a ", "‘a, said ", "«", "“Yes,\n\n", "— No.\n", "’a "] {
        checked(&megabyte(unit));
    }
}

#[test]
fn a_megabyte_of_what_the_stages_look_for() {
    for unit in [
        "said ",
        "according to ",
        "Ann Lee ",
        "she ",
        "that ",
        "Mr. ",
        "ANN: ",
        "Ann Lee said that ",
        "“Yes,” she said. ",
        "a",
        "A",
        ".",
        "é",
        "中",
        "😀",
        "\n",
        "- ",
        "> ",
        "word",
        "word\n",
        ">> ",
        ">> Yes?\n",
        "00:00:03\n",
        "00:00:03 --> 00:00:04\n",
        "Ann Lee:\n",
        "[Ann Lee] ",
        "- 12 -\n",
        "we\n12\n",
        "a.b.c_d: ",
        "(aside) ",
    ] {
        checked(&megabyte(unit));
    }
}

#[test]
fn deep_nesting() {
    for (open, close) in
        [("“", "”"), ("“‘", "’”"), ("«", "»"), ("(", ")"), ("\"'", "'\""), ("> ", "")]
    {
        checked(&format!("{}a{}", open.repeat(50_000), close.repeat(50_000)));
    }
}

#[test]
fn a_hundred_thousand_paragraphs() {
    checked(&"a\n\n".repeat(100_000));
    checked(&"“a\n\n".repeat(100_000));
    checked(&"“Yes,” said Ann.\n\n".repeat(100_000));
}

#[test]
fn control_characters() {
    let controls: String = (0..32).chain(127..160).filter_map(char::from_u32).collect();
    checked(&controls);
    for control in controls.chars() {
        checked(&format!(
            "“Yes,{control}” said {control}Ann{control} Lee{control}. {control}“No.”"
        ));
    }
}

#[test]
fn other_scripts_directions_and_combining_characters() {
    for text in [
        "قال أحمد: «لن نذهب». ثم قال: “نعم”",
        "\u{202E}“seY” dias nnA\u{202C} “Yes,” said Ann.",
        "\u{FEFF}“Yes,” said Ann.",
        "👩‍👩‍👧‍👦 “👍🏽,” said 🧑🏽‍🚀 Ann 😀.",
        "「はい」と彼女は言った。『いいえ』",
        "“e\u{301}\u{302}\u{303}” said \u{301}Ann.",
        "“𝔜𝔢𝔰,” said 𝔄𝔫𝔫 𝔏𝔢𝔢.",
        "“ǅ ß İ ı ﬁ,” SAID STRAẞE ŒUVRE.",
    ] {
        checked(text);
    }
}

#[test]
fn one_word_of_a_megabyte() {
    checked(&format!("“{}” said Ann.", "x".repeat(1_000_000)));
    checked(&format!("{} said “x”.", "X".repeat(1_000_000)));
}

#[test]
fn random_bytes() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut bytes = iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    });
    for length in [1, 10, 100, 1000, 10_000, 100_000] {
        let bytes: Vec<u8> = bytes.by_ref().take(length).collect();
        checked(&String::from_utf8_lossy(&bytes));
    }
}
