//! Packs the lists of the lexicon, `src/lexicon/<language>/*.txt`, so that the download has neither their comments
//! nor what their lines share. `src/lexicon/packed.rs` describes the packed form and reads it.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Starts a group.
const GROUP: char = '\n';

/// Starts a word that shares nothing with the word before it.
const SHARED: u8 = b'\n' + 1;

/// The most bytes that are shared: a space is no start of a piece.
const MOST_SHARED: usize = (b' ' - SHARED - 1) as usize;

fn main() -> io::Result<()> {
    let from = Path::new("src/lexicon");
    let to = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("lexicon");
    println!("cargo::rerun-if-changed={}", from.display());
    for language in fs::read_dir(from)? {
        let language = language?;
        if !language.file_type()?.is_dir() {
            continue;
        }
        let folder = to.join(language.file_name());
        fs::create_dir_all(&folder)?;
        for list in fs::read_dir(language.path())? {
            let list = list?;
            let packed = pack(&fs::read_to_string(list.path())?);
            fs::write(folder.join(list.file_name()), packed)?;
        }
    }
    Ok(())
}

/// Packs the lines of a list: the words with the same columns stand together, each without the letters that it
/// shares with the word before it.
fn pack(text: &str) -> String {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (word, columns) = line.split_once(' ').unwrap_or((line, ""));
        match groups.iter_mut().find(|(known, _)| *known == columns) {
            Some((_, words)) => words.push(word),
            None => groups.push((columns, vec![word])),
        }
    }
    let mut packed = String::new();
    for (columns, words) in groups {
        packed.push(GROUP);
        packed.push_str(columns);
        let mut before = "";
        for word in words {
            let shared = shared(before, word);
            packed.push(char::from(SHARED + shared as u8));
            packed.push_str(&word[shared..]);
            before = word;
        }
    }
    packed
}

/// How many bytes two words share at their start, in whole characters.
fn shared(before: &str, word: &str) -> usize {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.take_while(|&end| end <= MOST_SHARED && before.get(..end) == word.get(..end))
        .last()
        .unwrap_or(0)
}
