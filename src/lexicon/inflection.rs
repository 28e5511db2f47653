//! Makes the regular forms of English words from their lemmas, when the lexicon is read.

/// The plural of a noun. The rules are those of the third person: lady → ladies, witness → witnesses, aide →
/// aides.
pub(super) fn plural(noun: &str) -> String {
    third_person(noun)
}

/// The third person singular: cry → cries, confess → confesses, say → says.
pub(super) fn third_person(verb: &str) -> String {
    if let Some(stem) = consonant_y(verb) {
        return [stem, "ies"].concat();
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end));
    [verb, if sibilant { "es" } else { "s" }].concat()
}

/// The past form: cry → cried, note → noted, add → added.
pub(super) fn past(verb: &str) -> String {
    match (consonant_y(verb), verb.strip_suffix('e')) {
        (Some(stem), _) => [stem, "ied"].concat(),
        (None, Some(stem)) => [stem, "ed"].concat(),
        (None, None) => [verb, "ed"].concat(),
    }
}

/// The -ing form: note → noting, agree → agreeing, cry → crying.
pub(super) fn ing(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o']) => [stem, "ing"].concat(),
        _ => [verb, "ing"].concat(),
    }
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
