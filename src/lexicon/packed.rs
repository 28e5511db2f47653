//! Reads the lists as `build.rs` packs them. Compressed, the lists of English are 3.8 KB smaller than as lines.
//!
//! A packed list is a sequence of pieces. A piece is a control character and the text after it. [`GROUP`] comes
//! before the columns of a group of words. The other control characters come before the rest of a word:
//! [`SHARED`] and the number of bytes that the word shares with the start of the word before it (front coding).

/// Starts a group.
const GROUP: u8 = b'\n';

/// Starts a word that shares nothing with the word before it.
const SHARED: u8 = GROUP + 1;

/// Hands each word of a packed list to `add`, with the columns of its line, separated by a space.
pub(super) fn read(list: &'static str, mut add: impl FnMut(&str, &'static str)) {
    let (mut rest, mut columns, mut word) = (list, "", String::new());
    while let Some(mark) = rest.bytes().next() {
        let length = rest.bytes().skip(1).take_while(|&byte| byte >= b' ').count();
        let text = rest.get(1..=length).unwrap_or_default();
        if mark == GROUP {
            columns = text;
        } else {
            word.truncate(usize::from(mark.saturating_sub(SHARED)));
            word.push_str(text);
            add(&word, columns);
        }
        rest = rest.get(1 + length..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{files, tests::lists};

    #[test]
    fn every_line_is_packed_as_it_is_written() {
        let packed = [
            ("given_names.txt", files::ENGLISH.given_names),
            ("person_nouns.txt", files::ENGLISH.person_nouns),
            ("function_words.txt", files::ENGLISH.function_words),
            ("grammar.txt", files::ENGLISH.grammar),
        ];
        let lists = lists();
        for (name, list) in packed {
            let (_, text) = lists.iter().find(|(known, _)| known == name).expect("it has a file");
            let mut written: Vec<&str> =
                text.lines().filter(|line| !line.starts_with('#')).collect();
            let mut lines = Vec::new();
            read(list, |word, columns| lines.push(format!("{word} {columns}").trim().to_owned()));
            written.sort_unstable();
            lines.sort_unstable();
            assert_eq!(lines, written, "{name}");
        }
    }
}
