//! Packs the lists of each language, `src/lexicon/<language>/*.txt`, into one file, `packs/<language>.txt`, so that
//! the download has neither their comments nor what their lines share. `src/lexicon/format.rs` describes the form.
//!
//! A program that runs natively has all packs built in; `packs.rs` lists them. In the browser they are loaded.

#[path = "src/lexicon/format.rs"]
mod format;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use format::{FORMAT, FORMS, GROUP, LIST, LISTS, MAGIC, SETTINGS, SHARED};

/// The most bytes that are shared: a space is no start of a piece.
const MOST_SHARED: usize = (b' ' - SHARED - 1) as usize;

fn main() -> io::Result<()> {
    let from = Path::new("src/lexicon");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let packs = out.join("packs");
    println!("cargo::rerun-if-changed={}", from.display());
    // A language that is gone must leave no pack.
    if packs.exists() {
        fs::remove_dir_all(&packs)?;
    }
    fs::create_dir_all(&packs)?;
    let entries = fs::read_dir(from)?.collect::<io::Result<Vec<_>>>()?;
    let mut folders: Vec<_> =
        entries.iter().map(fs::DirEntry::path).filter(|path| path.is_dir()).collect();
    folders.sort();
    let mut table = "&[".to_owned();
    for folder in folders {
        let lang = folder.file_name().unwrap_or_default().to_string_lossy();
        fs::write(packs.join(format!("{lang}.txt")), pack_language(&folder, &lang)?)?;
        _ = write!(
            table,
            "(\"{lang}\", include_bytes!(concat!(env!(\"OUT_DIR\"), \"/packs/{lang}.txt\"))),"
        );
    }
    fs::write(out.join("packs.rs"), table + "]")
}

/// The pack of a language. It need not have every list, but it has no other file.
fn pack_language(folder: &Path, lang: &str) -> io::Result<String> {
    for file in fs::read_dir(folder)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        let is_list = name.strip_suffix(".txt").is_some_and(|name| LISTS.contains(&name));
        if !is_list {
            let problem = format!("{name} of {lang} is not among the lists in format.rs");
            return Err(io::Error::other(problem));
        }
    }
    let mut body = lang.to_owned();
    for name in LISTS {
        let path = folder.join(format!("{name}.txt"));
        body.push(LIST);
        if path.exists() {
            let text = fs::read_to_string(&path)?;
            let packed = match name {
                "grammar" => pack_grammar(&text),
                "paradigms" => number_forms(&text).map(|text| pack(&text)),
                _ => Ok(pack(&text)),
            };
            let described = |problem| format!("{}: {problem}", path.display());
            body.push_str(&packed.map_err(described).map_err(io::Error::other)?);
        }
    }
    Ok(format!("{MAGIC}{FORMAT} {} {body}", format::checksum(&body)))
}

/// The lines of a list without its comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// Packs the values of all settings, which stand in their order and are all there.
fn pack_grammar(text: &str) -> Result<String, String> {
    let mut packed = String::new();
    let mut lines = lines(text);
    for setting in SETTINGS {
        let line = lines.next().unwrap_or_default();
        let (name, values) = line.split_once(' ').unwrap_or((line, ""));
        if name != setting {
            return Err(format!("{name:?} stands where {setting:?} is expected"));
        }
        packed.push(char::from(GROUP));
        packed.push_str(values);
    }
    lines.next().map_or(Ok(packed), |line| Err(format!("{line:?} is no setting")))
}

/// The lines of paradigms with the number of each form for its name.
fn number_forms(text: &str) -> Result<String, String> {
    let number = |line: &str| {
        let (word, columns) = line.split_once(' ').unwrap_or((line, ""));
        let (name, ending) = word.split_once('/').unwrap_or((word, ""));
        let form = FORMS.iter().position(|form| *form == name);
        let form = form.ok_or_else(|| format!("{name:?} is no form"))?;
        Ok(format!("{form}{ending} {columns}\n"))
    };
    lines(text).map(number).collect()
}

/// Packs the lines of a list: the words with the same columns stand together, each without the letters that it
/// shares with the word before it.
fn pack(text: &str) -> String {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in lines(text) {
        let (word, columns) = line.split_once(' ').unwrap_or((line, ""));
        match groups.iter_mut().find(|(known, _)| *known == columns) {
            Some((_, words)) => words.push(word),
            None => groups.push((columns, vec![word])),
        }
    }
    let mut packed = String::new();
    for (columns, words) in groups {
        packed.push(char::from(GROUP));
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
