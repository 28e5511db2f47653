//! The words that the stages know, read from `lexicon/<language>/*.txt`.
//!
//! A stage asks one question of a word: does it belong to this [`Class`]? A class says what a word may do in
//! a sentence, such as open a noun phrase, or what it means, such as an occupation. A word may belong to
//! several classes. All lists of a language are merged into one table when the first text is read, so that
//! each word form is looked up once. What differs between languages and is no class of words is a [`Setting`]
//! of `grammar.txt`.
//!
//! **To add a word**, add a line to the list whose comment describes it, in byte order (`LC_ALL=C sort`). The
//! comment explains the columns. `inflection` makes the regular forms of a lemma.
//!
//! **To add a class**, add it to [`Class`]. Its words get its name in a column, which a function of `columns`
//! reads, or a list of their own in `files`.
//!
//! **A second language** needs a folder with the same lists, its `Files`, a branch in [`for_language`], and
//! rules of its own in `inflection`. The stages know classes and settings and no word.

mod columns;
mod files;
mod grammar;
mod inflection;
mod packed;
mod table;
mod word;

use std::sync::OnceLock;

pub(crate) use grammar::Setting;
pub(crate) use table::Lexicon;
pub(crate) use word::{
    Body, Case, Class, Classes, Gender, Pronoun, Verb, VerbClass, VerbForm, Word,
};

/// The lexicon for a BCP 47 language tag; one without words if the language is not built in.
pub(crate) fn for_language(tag: &str) -> &'static Lexicon {
    static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
    static EMPTY: OnceLock<Lexicon> = OnceLock::new();
    let is_english = names(tag, files::ENGLISH.lang);
    let (lexicon, files) =
        if is_english { (&ENGLISH, &files::ENGLISH) } else { (&EMPTY, &files::NONE) };
    lexicon.get_or_init(|| Lexicon::new(files))
}

/// Whether a BCP 47 tag names `language`, as `en-GB` names `en`. Some programs write `en_GB`.
fn names(tag: &str, language: &str) -> bool {
    let start = tag.get(..language.len()).unwrap_or_default();
    let next = tag.as_bytes().get(language.len());
    start.eq_ignore_ascii_case(language) && !next.is_some_and(u8::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name of each file of the English folder, with its text.
    pub(super) fn lists() -> Vec<(String, String)> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/en");
        let files = std::fs::read_dir(folder).expect("the lists are there").flatten();
        let read = |path: std::path::PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("a list is UTF-8"))
        };
        files.map(|file| read(file.path())).collect()
    }

    #[test]
    fn every_list_says_what_belongs_there_and_is_sorted() {
        let lists = lists();
        assert!(lists.len() > 10);
        for (name, text) in lists {
            assert!(text.starts_with("# "), "{name} opens with a comment");
            let words: Vec<&str> = text
                .lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| line.split(' ').next().unwrap_or_default())
                .collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {} comes before {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn every_list_is_built_in() {
        for (name, _) in lists() {
            let line = format!("list!(\"en/{name}\")");
            assert!(include_str!("lexicon/files.rs").contains(&line), "{name} is not in files.rs");
        }
    }

    #[test]
    fn words_are_known_in_every_form() {
        let lexicon = for_language("en");
        let class = |word: &str| lexicon.get(word).verb.map(|verb| verb.class);
        assert_eq!(class("said"), Some(VerbClass::Say));
        assert_eq!(class("replied"), Some(VerbClass::Say));
        assert_eq!(class("assuring"), Some(VerbClass::Tell));
        assert_eq!(class("table"), None);
        assert!(lexicon.get("won’t").is(Class::Auxiliary));
        assert!(lexicon.get("officials").is(Class::Plural));
        assert_eq!(lexicon.full_names("abby"), "Abigail");
        assert_eq!(lexicon.full_names("robert"), "");
        assert_eq!(lexicon.title_noun("dr"), Some("doctor"));
    }
}
