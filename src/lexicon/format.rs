//! The form of a language pack: all lists of a language in one file. `build.rs` includes this module and writes
//! packs; `pack` and `packed` read them.
//!
//! A pack is text in UTF-8. Its first line is [`MAGIC`], [`FORMAT`] and the [`checksum`] of all that comes after
//! these, then the tag of the language. After that come the lists in the order of [`LISTS`], each behind [`LIST`].
//!
//! A list is a sequence of pieces. A piece is a control character and the text after it. [`GROUP`] comes before the
//! columns of a group of words. The other control characters come before the rest of a word: [`SHARED`] and the
//! number of bytes that the word shares with the start of the word before it (front coding).
//!
//! What the code knows by a number has no name in a pack. `grammar` is the values of each of [`SETTINGS`], in this order
//! and each after [`GROUP`]. In `paradigms` the number of a form in [`FORMS`] stands for its name and the slash.

/// What a pack starts with.
pub(crate) const MAGIC: &str = "quote-extractor-pack ";

/// The version of this form and of [`LISTS`]. It changes with each change of either, so that a core refuses a pack
/// that it would misread.
pub(crate) const FORMAT: u32 = 1;

/// Starts a list.
pub(crate) const LIST: char = '\t';

/// Starts a group of words with the same columns.
pub(crate) const GROUP: u8 = b'\n';

/// Starts a word that shares nothing with the word before it.
pub(crate) const SHARED: u8 = GROUP + 1;

/// The files of a language without `.txt`, in the order in which they are packed. Names stand together, so that
/// compression finds what they share.
pub(crate) const LISTS: [&str; 23] = [
    "grammar",
    "paradigms",
    "nicknames",
    "given_names",
    "places",
    "group_adjectives",
    "calendar",
    "organization_words",
    "title_modifiers",
    "household",
    "furniture",
    "label_roles",
    "elisions",
    "function_words",
    "pronouns",
    "reporting_verbs",
    "turn_verbs",
    "titles",
    "person_nouns",
    "group_nouns",
    "speech_nouns",
    "abbreviations",
    "quoted_works",
];

/// The settings of `grammar.txt`, in the order of `Setting`.
pub(crate) const SETTINGS: [&str; 24] = [
    "address-openers",
    "adverb-endings",
    "age-endings",
    "apostrophe-endings",
    "chat-openers",
    "clitics",
    "comma-suffixes",
    "common-endings",
    "decade-endings",
    "female-endings",
    "finite-endings",
    "interview-labels",
    "introductions",
    "male-endings",
    "name-suffixes",
    "owner-endings",
    "participle-endings",
    "past-auxiliaries",
    "past-endings",
    "plural-endings",
    "quality-endings",
    "singular-endings",
    "source-phrases",
    "time-suffixes",
];

/// The forms of `paradigms.txt`. A later form of a verb replaces an earlier one if both are one word: a past replaces a
/// participle.
pub(crate) const FORMS: [&str; 5] = ["third", "ing", "participle", "past", "plural"];

/// The checksum of a pack: FNV-1a. It finds a file that is cut off or damaged, not one that is forged.
pub(crate) fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
