//! Makes the regular forms of English words from their lemmas, when the lexicon is read.

/// The plural of a noun. The rules are those of the third person: lady → ladies, witness → witnesses, aide →
/// aides.
pub(super) fn plural(noun: &str) -> String {
    third_person(noun)
}

/// The third person singular: cry → cries, confess → confesses, say → says.
pub(super) fn third_person(verb: &str) -> String {
    if let Some(stem) = consonant_y(verb) {
        return with_ending(stem, "ies");
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end));
    with_ending(verb, if sibilant { "es" } else { "s" })
}

/// The past form: cry → cried, note → noted, add → added.
pub(super) fn past(verb: &str) -> String {
    match (consonant_y(verb), verb.strip_suffix('e')) {
        (Some(stem), _) => with_ending(stem, "ied"),
        (None, Some(stem)) => with_ending(stem, "ed"),
        (None, None) => with_ending(verb, "ed"),
    }
}

/// The -ing form: note → noting, agree → agreeing, cry → crying.
pub(super) fn ing(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o']) => with_ending(stem, "ing"),
        _ => with_ending(verb, "ing"),
    }
}

/// A stem with an ending. `concat` would be 400 bytes (gzip) of the download.
fn with_ending(stem: &str, ending: &str) -> String {
    let mut word = stem.to_owned();
    word.push_str(ending);
    word
}

/// The word without its final y, if a consonant is before the y.
fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_take_their_regular_endings() {
        let forms = |verb| [third_person(verb), past(verb), ing(verb)];
        assert_eq!(forms("cry"), ["cries", "cried", "crying"]);
        assert_eq!(forms("note"), ["notes", "noted", "noting"]);
        assert_eq!(forms("agree"), ["agrees", "agreed", "agreeing"]);
        assert_eq!(forms("confess"), ["confesses", "confessed", "confessing"]);
        assert_eq!(forms("obey"), ["obeys", "obeyed", "obeying"]);
    }
}
