//! The words that the stages know, read from `lexicon/<language>/*.txt`.
//!
//! A stage asks one question of a word: does it belong to this [`Class`]? A class says what a word may do in
//! a sentence, such as open a noun phrase, or what it means, such as an occupation. A word may belong to
//! several classes. All lists of a language are merged into one table when the first text is read, so that
//! each word form is looked up once. What differs between languages and is no class of words is a [`Setting`]
//! of `grammar.txt`.
//!
//! **To add a word**, add a line to the list whose comment describes it, in byte order (`LC_ALL=C sort`). The
//! comment explains the columns. `paradigms.txt` has the rules that make the regular forms of a lemma.
//!
//! **To add a class**, add it to [`Class`]. Its words get its name in a column, which a function of `columns`
//! reads, or a list of their own in `format`.
//!
//! **To add a language**, add a folder with its lists: `build.rs` makes a pack of each folder. All packs are
//! built in, except in WebAssembly, where the caller `add`s them. The stages know classes and settings, no word
//! and no language.

mod columns;
mod format;
mod grammar;
mod pack;
mod packed;
mod paradigm;
mod table;
mod word;

use std::sync::OnceLock;

use pack::Pack;

pub(crate) use grammar::Setting;
pub(crate) use word::{
    Body, Case, Class, Classes, Gender, Pronoun, Verb, VerbClass, VerbForm, Word,
};

/// The lexicon of a language. It stays until the program ends or the page closes.
pub(crate) type Lexicon = table::Lexicon<'static>;

/// The tag and the pack of each language that is built in.
#[cfg(not(target_arch = "wasm32"))]
static BUILT_IN: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// None: whoever loads the core loads the packs that are needed.
#[cfg(target_arch = "wasm32")]
static BUILT_IN: &[(&str, &[u8])] = &[];

/// More languages than there will be.
const MOST: usize = 32;

/// The lexicons that were read so far: those that are built in, in their order, then those that were added.
static LEXICONS: [OnceLock<Lexicon>; MOST] = [const { OnceLock::new() }; MOST];

/// The lexicon for a BCP 47 language tag; one without words if no pack of the language is there.
pub(crate) fn for_language(tag: &str) -> &'static Lexicon {
    static EMPTY: OnceLock<Lexicon> = OnceLock::new();
    for (lexicon, (lang, bytes)) in LEXICONS.iter().zip(BUILT_IN) {
        if names(tag, lang) {
            return lexicon.get_or_init(|| Lexicon::new(&Pack::read(bytes).unwrap_or_default()));
        }
    }
    let mut added = LEXICONS.iter().skip(BUILT_IN.len()).map_while(OnceLock::get);
    added
        .find(|lexicon| names(tag, lexicon.lang))
        .unwrap_or_else(|| EMPTY.get_or_init(|| Lexicon::new(&Pack::default())))
}

/// Adds the pack of a language. It is kept for good, unless it is refused or its language is there already.
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) fn add(bytes: Vec<u8>) -> Result<(), pack::PackError> {
    let lang = Pack::read(&bytes)?.lang;
    let mut places = LEXICONS.iter().skip(BUILT_IN.len());
    let is_place = |place: &&OnceLock<Lexicon>| place.get().is_none_or(|other| other.lang == lang);
    if let Some(place) = places.find(is_place).filter(|place| place.get().is_none()) {
        _ = place.set(Lexicon::new(&Pack::read(bytes.leak())?));
    }
    Ok(())
}

/// Reads any bytes as a pack, and as the body of a pack whose header is right. Returns how many word forms either has.
#[cfg(feature = "bench")]
pub(crate) fn try_pack(bytes: &[u8]) -> [usize; 2] {
    let count = |bytes: &[u8]| Pack::read(bytes).map_or(0, |pack| table::Lexicon::new(&pack).len());
    [count(bytes), count(Pack::seal(&String::from_utf8_lossy(bytes)).as_bytes())]
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

    /// The tags of all languages.
    pub(super) fn languages() -> Vec<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
        let entries = std::fs::read_dir(folder).expect("the languages are there").flatten();
        let folders = entries.filter(|entry| entry.path().is_dir());
        folders.map(|folder| folder.file_name().to_string_lossy().into_owned()).collect()
    }

    /// The pack of a language.
    pub(super) fn pack(lang: &str) -> Pack<'static> {
        let built_in = BUILT_IN.iter().find(|(known, _)| *known == lang);
        let (_, bytes) = built_in.expect("it is built in");
        Pack::read(bytes).expect("it is a pack")
    }

    /// The name of each file of a language, with its text.
    pub(super) fn lists(lang: &str) -> Vec<(String, String)> {
        let folder =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon").join(lang);
        let files = std::fs::read_dir(folder).expect("the lists are there").flatten();
        let read = |path: std::path::PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("a list is UTF-8"))
        };
        files.map(|file| read(file.path())).collect()
    }

    #[test]
    fn every_list_says_what_belongs_there_and_is_sorted() {
        for lang in languages() {
            let lists = lists(&lang);
            assert!(lists.len() > 10);
            for (name, text) in lists {
                assert!(text.starts_with("# "), "{lang}/{name} opens with a comment");
                let words: Vec<&str> = text
                    .lines()
                    .filter(|line| !line.starts_with('#'))
                    .map(|line| line.split(' ').next().unwrap_or_default())
                    .collect();
                for pair in words.windows(2) {
                    assert!(
                        pair[0] < pair[1],
                        "{lang}/{name}: {} comes before {}",
                        pair[0],
                        pair[1]
                    );
                }
            }
        }
    }

    #[test]
    fn every_language_is_built_in() {
        let mut languages = languages();
        languages.sort();
        let built_in: Vec<&str> = BUILT_IN.iter().map(|(lang, _)| *lang).collect();
        assert_eq!(built_in, languages);
        for lang in languages {
            assert_eq!(pack(&lang).lang, lang);
            assert!(!for_language(&format!("{lang}-AQ")).is_empty());
        }
        assert!(for_language("xx").is_empty());
    }

    #[test]
    fn a_pack_is_added_once_and_a_bad_one_never() {
        let bytes = |lang: &str, noun: &str| {
            let mut body = lang.to_owned();
            for list in format::LISTS {
                body.push(format::LIST);
                if list == "speech_nouns" {
                    body.push_str("\n\u{b}");
                    body.push_str(noun);
                }
            }
            Pack::seal(&body).into_bytes()
        };
        let is_noun = |noun: &str| for_language("qaa-x-boat").get(noun).is(Class::SpeechNoun);
        assert!(!is_noun("sail"));
        let mut damaged = bytes("qaa", "sail");
        damaged.pop();
        assert_eq!(add(damaged), Err(pack::PackError::Damaged));
        assert!(!is_noun("sail"));
        assert_eq!(add(bytes("qaa", "sail")), Ok(()));
        assert!(is_noun("sail"));
        assert_eq!(add(bytes("qaa", "oar")), Ok(()));
        assert!(is_noun("sail") && !is_noun("oar"));
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
