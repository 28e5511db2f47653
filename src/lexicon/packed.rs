//! Reads a list as `build.rs` packs it; `format` describes the form. Compressed, the lists of English are 3.8 KB
//! smaller than as lines.

use super::format::{GROUP, SHARED};

/// Hands each word of a packed list to `add`, with the columns of its line, separated by a space.
///
/// One function for all lists: a copy for each would be a larger download.
#[inline(never)]
pub(super) fn read<'p>(list: &'p str, add: &mut dyn FnMut(&str, &'p str)) {
    let (mut rest, mut columns, mut word) = (list, "", String::new());
    while let Some(mark) = rest.bytes().next() {
        let length = rest.bytes().skip(1).take_while(|&byte| byte >= b' ').count();
        let text = rest.get(1..=length).unwrap_or_default();
        if mark == GROUP {
            columns = text;
        } else {
            let shared = usize::from(mark.saturating_sub(SHARED));
            // Of a list that was packed wrongly, the end of a word may be no end of a character.
            if word.is_char_boundary(shared) {
                word.truncate(shared);
            }
            word.push_str(text);
            add(&word, columns);
        }
        rest = rest.get(1 + length..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::tests::{languages, lists};
    use crate::lexicon::{format::LISTS, tests::pack};

    #[test]
    fn every_line_is_packed_as_it_is_written() {
        for lang in languages() {
            let pack = pack(&lang);
            // Tests of their own read the other two.
            let same = |name: &str| !matches!(name, "grammar.txt" | "paradigms.txt");
            for (name, text) in lists(&lang).into_iter().filter(|(name, _)| same(name)) {
                let number = LISTS.iter().position(|list| name == format!("{list}.txt")).unwrap();
                let mut written: Vec<&str> =
                    text.lines().filter(|line| !line.starts_with('#')).collect();
                let mut lines = Vec::new();
                read(pack.lists[number], &mut |word, columns| {
                    lines.push(format!("{word} {columns}").trim().to_owned());
                });
                written.sort_unstable();
                lines.sort_unstable();
                assert_eq!(lines, written, "{lang}/{name}");
            }
        }
    }

    #[test]
    fn any_list_has_an_end() {
        for list in ["a", "é", "\u{b}é\u{c}x", "\u{b}é\u{c}", "\n", "\u{1f}", "\u{1f}é\u{b}"] {
            let mut words = 0;
            read(list, &mut |word, _| words += word.len());
            assert!(words <= 2 * list.len());
        }
    }
}
