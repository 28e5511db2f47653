//! The files of each language, without their comments.

use super::word::Class;

/// The word lists of one language, as the text of their files.
pub(super) struct Files {
    /// The tag of the language.
    pub lang: &'static str,
    pub grammar: &'static str,
    pub classes: &'static [(Class, &'static str)],
    pub function_words: &'static str,
    pub pronouns: &'static str,
    pub reporting_verbs: &'static str,
    pub turn_verbs: &'static str,
    pub titles: &'static str,
    pub person_nouns: &'static str,
    pub group_nouns: &'static str,
    pub speech_nouns: &'static str,
    pub given_names: &'static str,
    pub abbreviations: &'static str,
    pub quoted_works: &'static str,
    pub nicknames: &'static str,
}

/// The lines of a list without its comments; they are left out when the program is compiled.
macro_rules! list {
    ($file:literal) => {{
        const TEXT: &[u8] = include_bytes!($file);
        const LINES: [u8; lines(TEXT, &mut [])] = {
            let mut kept = [0; lines(TEXT, &mut [])];
            lines(TEXT, &mut kept);
            kept
        };
        const LIST: &str = match std::str::from_utf8(&LINES) {
            Ok(lines) => lines,
            // Never in a program: it would not compile.
            Err(_) => panic!("a list is UTF-8"),
        };
        LIST
    }};
}

/// Copies the lines of `text` that are no comments into `kept`, as far as there is room, and returns how
/// many bytes these lines have.
const fn lines(text: &[u8], kept: &mut [u8]) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < text.len() {
        let comment = text[at] == b'#';
        let mut inside = true;
        while inside && at < text.len() {
            inside = text[at] != b'\n';
            if !comment {
                if count < kept.len() {
                    kept[count] = text[at];
                }
                count += 1;
            }
            at += 1;
        }
    }
    count
}

pub(super) static ENGLISH: Files = Files {
    lang: "en",
    grammar: list!("en/grammar.txt"),
    classes: &[
        (Class::TitleModifier, list!("en/title_modifiers.txt")),
        (Class::OrganizationWord, list!("en/organization_words.txt")),
        (Class::Place, list!("en/places.txt")),
        (Class::GroupAdjective, list!("en/group_adjectives.txt")),
        (Class::Calendar, list!("en/calendar.txt")),
        (Class::Elision, list!("en/elisions.txt")),
        (Class::Household, list!("en/household.txt")),
        (Class::Furniture, list!("en/furniture.txt")),
        (Class::LabelRole, list!("en/label_roles.txt")),
    ],
    function_words: list!("en/function_words.txt"),
    pronouns: list!("en/pronouns.txt"),
    reporting_verbs: list!("en/reporting_verbs.txt"),
    turn_verbs: list!("en/turn_verbs.txt"),
    titles: list!("en/titles.txt"),
    person_nouns: list!("en/person_nouns.txt"),
    group_nouns: list!("en/group_nouns.txt"),
    speech_nouns: list!("en/speech_nouns.txt"),
    given_names: list!("en/given_names.txt"),
    abbreviations: list!("en/abbreviations.txt"),
    quoted_works: list!("en/quoted_works.txt"),
    nicknames: list!("en/nicknames.txt"),
};
