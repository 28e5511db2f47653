//! The table of words that show a language, `table.txt`, which the compiler reads.

/// The languages in the order of the columns. The first one is the default.
pub(super) const LANGUAGES: [&str; 7] = ["en", "de", "es", "fr", "it", "nl", "pt"];

/// The most bytes that a word has.
pub(super) const LONGEST: i32 = 4;

/// The bit that a lowercase letter has and its capital lacks, in ASCII and in the second byte of a letter of
/// Latin-1. All bytes of the table have it.
pub(super) const LOWERCASE: u8 = 0x20;

/// How many bits a weight takes.
const WEIGHT_BITS: usize = 4;

const TEXT: &[u8] = include_bytes!("table.txt");

/// How many words there are.
pub(super) const COUNT: usize = read(&mut [], &mut []);

/// The bytes of each word, the last one lowest; the words are ordered by length, then by bytes.
static WORDS: [u32; COUNT] = {
    let mut words = [0; COUNT];
    read(&mut words, &mut []);
    words
};

/// The weights of each word, that for the first language lowest.
static WEIGHTS: [u32; COUNT] = {
    let mut weights = [0; COUNT];
    read(&mut [], &mut weights);
    weights
};

/// Reads the lines, a digit for each language, a space and a word, and returns how many there are.
const fn read(words: &mut [u32], weights: &mut [u32]) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < TEXT.len() {
        let is_comment = TEXT[at] == b'#';
        let (mut column, mut word, mut weight) = (0, 0, 0);
        while TEXT[at] != b'\n' {
            if column < LANGUAGES.len() && !is_comment {
                weight |= ((TEXT[at] - b'0') as u32) << (WEIGHT_BITS * column);
            } else if column > LANGUAGES.len() {
                word = word << 8 | (TEXT[at] | LOWERCASE) as u32;
            }
            column += 1;
            at += 1;
        }
        if !is_comment {
            if count < words.len() {
                words[count] = word;
            }
            if count < weights.len() {
                weights[count] = weight;
            }
            count += 1;
        }
        at += 1;
    }
    count
}

/// The number of the word with these bytes, the last one lowest.
pub(super) fn find(word: u32) -> Option<usize> {
    WORDS.binary_search(&word).ok()
}

/// What the word with that number weighs for a language.
pub(super) fn weight(word: usize, language: usize) -> i32 {
    let weights = WEIGHTS.get(word).copied().unwrap_or_default();
    (weights >> (WEIGHT_BITS * language)) as i32 & ((1 << WEIGHT_BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_every_language_has_words() {
        let text = str::from_utf8(TEXT).unwrap();
        let columns = format!("#   {} WORD", LANGUAGES.join(" "));
        assert!(text.lines().any(|line| line == columns), "the columns are not {columns}");
        let mut lines = 0;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (digits, word) = line.split_once(' ').unwrap();
            assert!(word.len() <= LONGEST as usize, "{word} is too long");
            let bytes =
                word.bytes().fold(0, |bytes, byte| bytes << 8 | u32::from(byte | LOWERCASE));
            assert_eq!(find(bytes), Some(lines), "{word} is out of order");
            for (language, digit) in digits.bytes().enumerate() {
                assert_eq!(weight(lines, language), i32::from(digit - b'0'), "{word}");
            }
            lines += 1;
        }
        assert_eq!(lines, COUNT);
        for (language, tag) in LANGUAGES.into_iter().enumerate() {
            let known = (0..COUNT).filter(|&word| weight(word, language) > 0);
            assert!(known.count() >= 30, "{tag} has too few words");
        }
    }
}
