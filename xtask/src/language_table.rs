//! `cargo xtask language-table`: chooses the words that show the language of a text.
//!
//! The frequencies are read from `FOLDER/LANGUAGE/language_words.tsv`. Its columns are a word, its frequency in
//! that language, and its frequency in each language, all per 10,000 words. The same files give the same table.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::{project, sh, size};

/// The language that a text has if it is too short to tell; it comes first.
const DEFAULT: &str = "en";

/// How many words are chosen for each language. More of them make the table larger and hardly better.
const WORDS: usize = 36;

/// The frequency, per 10,000 words, that is assumed for a word that a language does not have. Texts quote
/// other languages, and titles and names are made of their words.
const FLOOR: f64 = 3.0;

/// The longest word that the core looks up, in bytes.
const LONGEST: usize = 4;

/// The maximum size of the table in the download, compressed.
const BUDGET: usize = 1500;

/// A word with its frequency in each language.
type Frequencies = BTreeMap<String, Vec<f64>>;

/// Runs `cargo xtask language-table`.
pub fn command(arguments: &[String]) -> Result<()> {
    let [folder] = arguments else { bail!("name the folder with the frequencies: FOLDER") };
    let (languages, frequencies) = read(Path::new(folder))?;
    let table = table(&languages, &frequencies);
    let compressed = size::of(table.as_bytes())?.gzip;
    ensure!(compressed <= BUDGET, "the table has {compressed} bytes (gzip) of {BUDGET}");
    let file = project::path("src/language/table.txt");
    fs::write(&file, heading(&languages)? + &table)?;
    println!("written to {}, {compressed} bytes (gzip)", file.display());
    Ok(())
}

/// Reads the languages of `folder`, the default one first, and the frequencies of all words.
fn read(folder: &Path) -> Result<(Vec<String>, Frequencies)> {
    let mut languages = vec![];
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        if entry.path().join("language_words.tsv").is_file() {
            languages.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    ensure!(languages.iter().any(|language| language == DEFAULT), "there is no {DEFAULT}");
    languages.sort_by_key(|language| (language != DEFAULT, language.clone()));
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut frequencies = Frequencies::new();
    for language in &languages {
        let file = folder.join(language).join("language_words.tsv");
        let text = fs::read_to_string(&file)?;
        let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let head = lines.next().unwrap_or_default();
        let column = |language: &String| head.iter().skip(2).position(|name| name == language);
        let columns: Option<Vec<usize>> = languages.iter().map(column).collect();
        let columns = columns.with_context(|| format!("{} lacks a language", file.display()))?;
        for line in lines {
            let (Some(word), Some(values)) = (line.first(), line.get(2..)) else { continue };
            // Each file has the frequencies in all languages, so a word counts once.
            if !known.insert((*word).to_owned()) {
                continue;
            }
            // The core cuts words at apostrophes.
            for part in word.split(['\'', '’']).filter(|part| is_kept(part)) {
                let sums = frequencies.entry(part.to_owned()).or_default();
                sums.resize(languages.len(), 0.0);
                for (sum, column) in sums.iter_mut().zip(&columns) {
                    *sum += values.get(*column).unwrap_or(&"").parse::<f64>()?;
                }
            }
        }
    }
    Ok((languages, frequencies))
}

/// Whether the core can look `word` up.
fn is_kept(word: &str) -> bool {
    // Of the letters outside of ASCII, the core reads those that differ from their capitals in one bit.
    let is_read = |c: char| c.is_ascii_alphabetic() || ('à'..='þ').contains(&c);
    (1..=LONGEST).contains(&word.len()) && word.chars().all(is_read)
}

/// The table: for each word a digit for each language, which is its weight, and the word. The core searches it
/// by length, then by letters.
fn table(languages: &[String], frequencies: &Frequencies) -> String {
    let words: BTreeSet<(usize, &str)> = (0..languages.len())
        .flat_map(|language| chosen(language, frequencies))
        .map(|word| (word.len(), word))
        .collect();
    let mut table = String::new();
    for (_, word) in words {
        for frequency in &frequencies[word] {
            _ = write!(table, "{}", weight(*frequency));
        }
        _ = writeln!(table, " {word}");
    }
    table
}

/// The words that best tell `language` from each of the others: those that add most to the divergence of the
/// two, which is the difference of the frequencies times the logarithm of their ratio.
fn chosen(language: usize, frequencies: &Frequencies) -> Vec<&str> {
    let power = |all: &Vec<f64>| -> f64 {
        let own = all[language].max(FLOOR);
        let others = all.iter().enumerate().filter(|(number, _)| *number != language);
        others.map(|(_, other)| (own - other.max(FLOOR)) * (own / other.max(FLOOR)).ln()).sum()
    };
    let own = frequencies.iter().filter(|(_, all)| all[language] > FLOOR);
    let mut words: Vec<(f64, &str)> = own.map(|(word, all)| (power(all), word.as_str())).collect();
    words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    words.into_iter().take(WORDS).map(|(_, word)| word).collect()
}

/// How much a word speaks for a language where it has this frequency: the logarithm of the ratio to the
/// frequency that is assumed elsewhere.
fn weight(frequency: f64) -> u32 {
    (frequency.max(FLOOR) / FLOOR).ln().round() as u32
}

/// The comment at the head of the table.
fn heading(languages: &[String]) -> Result<String> {
    let date = sh::output(sh::command("git log -1 --format=%cs"))?;
    Ok(format!(
        "# Words that show the language of a text, generated on {} by\n\
         #   cargo xtask language-table FOLDER\n\
         # from the frequencies of words in published treebanks of seven languages: the treebanks GSD and PUD of\n\
         # Universal Dependencies, for French Sequoia and ParTUT, for Portuguese Bosque and Porttinari, for Italian\n\
         # ISDT, VIT, ParTUT and MarkIT, for Dutch Alpino and LassySmall, for English EWT and GUM.\n\
         # Columns, without a space between those of the languages:\n\
         #   {} WORD\n\
         # The digit of a language is the weight of the word: the logarithm of its frequency over {FLOOR} in 10,000\n\
         # words, rounded. The first language is that of texts that are too short to tell. Words are ordered by\n\
         # length, then by bytes. xtask/src/language_table.rs says how they are chosen.\n",
        date.trim(),
        languages.join(" "),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_language_are_chosen_before_shared_ones() {
        let frequencies = Frequencies::from([
            ("und".to_owned(), vec![0.0, 280.0]),
            ("in".to_owned(), vec![200.0, 190.0]),
            ("the".to_owned(), vec![570.0, 2.0]),
        ]);
        assert_eq!(chosen(0, &frequencies), ["the", "in"]);
        assert_eq!(chosen(1, &frequencies), ["und", "in"]);
        let languages = ["en".to_owned(), "de".to_owned()];
        assert_eq!(table(&languages, &frequencies), "44 in\n50 the\n05 und\n");
    }

    #[test]
    fn words_are_those_that_the_core_looks_up() {
        assert!(is_kept("à") && is_kept("with") && is_kept("für"));
        assert!(
            !is_kept("")
                && !is_kept("pelo(s)")
                && !is_kept("cœur")
                && !is_kept("d'une")
                && !is_kept("which")
        );
    }
}
