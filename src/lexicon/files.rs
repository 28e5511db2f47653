//! The lists of each language, built in as `build.rs` packs them.

use super::word::Class;

/// The lists of one language, packed. The file of each says what belongs there. Names stand together, so that
/// compression finds what they share.
pub(super) struct Files {
    /// The tag of the language.
    pub lang: &'static str,
    pub grammar: &'static str,
    pub nicknames: &'static str,
    pub given_names: &'static str,
    /// Lists whose words are all of one class. Only those for organizations have a column: the kind of body.
    pub classes: &'static [(Class, &'static str)],
    pub function_words: &'static str,
    pub pronouns: &'static str,
    pub reporting_verbs: &'static str,
    pub turn_verbs: &'static str,
    pub titles: &'static str,
    pub person_nouns: &'static str,
    pub group_nouns: &'static str,
    pub speech_nouns: &'static str,
    pub abbreviations: &'static str,
    pub quoted_works: &'static str,
}

/// The packed list of a file.
macro_rules! list {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $file))
    };
}

pub(super) static ENGLISH: Files = Files {
    lang: "en",
    grammar: list!("en/grammar.txt"),
    nicknames: list!("en/nicknames.txt"),
    given_names: list!("en/given_names.txt"),
    classes: &[
        (Class::Place, list!("en/places.txt")),
        (Class::GroupAdjective, list!("en/group_adjectives.txt")),
        (Class::Calendar, list!("en/calendar.txt")),
        (Class::OrganizationWord, list!("en/organization_words.txt")),
        (Class::TitleModifier, list!("en/title_modifiers.txt")),
        (Class::Household, list!("en/household.txt")),
        (Class::Furniture, list!("en/furniture.txt")),
        (Class::LabelRole, list!("en/label_roles.txt")),
        (Class::Elision, list!("en/elisions.txt")),
    ],
    function_words: list!("en/function_words.txt"),
    pronouns: list!("en/pronouns.txt"),
    reporting_verbs: list!("en/reporting_verbs.txt"),
    turn_verbs: list!("en/turn_verbs.txt"),
    titles: list!("en/titles.txt"),
    person_nouns: list!("en/person_nouns.txt"),
    group_nouns: list!("en/group_nouns.txt"),
    speech_nouns: list!("en/speech_nouns.txt"),
    abbreviations: list!("en/abbreviations.txt"),
    quoted_works: list!("en/quoted_works.txt"),
};

/// The lists of a language that is not built in.
pub(super) static NONE: Files = Files {
    lang: "",
    grammar: "",
    nicknames: "",
    given_names: "",
    classes: &[],
    function_words: "",
    pronouns: "",
    reporting_verbs: "",
    turn_verbs: "",
    titles: "",
    person_nouns: "",
    group_nouns: "",
    speech_nouns: "",
    abbreviations: "",
    quoted_works: "",
};
