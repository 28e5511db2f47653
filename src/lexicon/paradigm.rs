//! The paradigms of a language: the rules that make the regular forms of its lemmas, when the lexicon is read.

use super::format::FORMS;
use super::packed;
use super::word::VerbForm;

/// The forms of verbs in the order of [`FORMS`], and the column of an irregular one.
pub(super) const VERB_FORMS: [(VerbForm, Option<usize>); PLURAL] = [
    (VerbForm::Third, None),
    (VerbForm::Ing, Some(3)),
    (VerbForm::Participle, Some(2)),
    (VerbForm::Past, Some(1)),
];

/// The number of the form of nouns, their plural.
pub(super) const PLURAL: usize = FORMS.len() - 1;

/// Makes one form of the lemmas with one ending.
struct Rule<'p> {
    /// The number of the form.
    form: usize,
    /// The ending of the lemmas.
    ending: String,
    /// What is cut off at the end of the lemma.
    cut: &'p str,
    /// What is added then.
    added: &'p str,
}

/// All rules of a language.
pub(super) struct Paradigms<'p> {
    rules: Vec<Rule<'p>>,
}

impl<'p> Paradigms<'p> {
    /// Reads `paradigms.txt`, packed. A test holds that each line is one that this reads.
    pub(super) fn new(list: &'p str) -> Self {
        let mut rules = Vec::new();
        packed::read(list, &mut |word, columns| rules.extend(Rule::new(word, columns)));
        Self { rules }
    }

    /// The regular form of `lemma`, if the language has the form.
    pub(super) fn make(&self, form: usize, lemma: &str) -> Option<String> {
        let mut best: Option<&Rule> = None;
        for rule in self.rules.iter().filter(|rule| rule.form == form) {
            let is_longer = best.is_none_or(|best| rule.ending.len() > best.ending.len());
            if is_longer && lemma.ends_with(&rule.ending) {
                best = Some(rule);
            }
        }
        let rule = best?;
        // `concat` would be 400 bytes (gzip) of the download.
        let mut word = lemma.strip_suffix(rule.cut)?.to_owned();
        word.push_str(rule.added);
        Some(word)
    }
}

impl<'p> Rule<'p> {
    /// Reads a line.
    fn new(word: &str, columns: &'p str) -> Option<Self> {
        let (number, ending) = word.split_at_checked(1)?;
        let form = usize::from(number.bytes().next()?.wrapping_sub(b'0'));
        let (cut, added) = columns.split_once(' ')?;
        let cut = if cut == "-" { "" } else { cut };
        Some(Self { form, ending: ending.to_owned(), cut, added })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::tests::{languages, lists, pack};

    #[test]
    fn every_line_is_read_and_applies() {
        for lang in languages() {
            let lists = lists(&lang);
            let (_, text) = lists.iter().find(|(name, _)| name == "paradigms.txt").unwrap();
            let lines = text.lines().filter(|line| !line.starts_with('#')).count();
            let rules = Paradigms::new(pack(&lang).lists[1]).rules;
            assert_eq!(rules.len(), lines, "{lang}: a line is not read");
            for Rule { form, ending, cut, added } in rules {
                assert!(form <= PLURAL && ending.ends_with(cut), "{lang}: {ending} {cut}");
                assert_ne!(cut, added, "{lang}: it changes nothing");
            }
        }
    }

    #[test]
    fn verbs_take_their_regular_endings() {
        let pack = pack("en");
        let paradigms = Paradigms::new(pack.lists[1]);
        let forms = |verb: &str| {
            ["third", "past", "participle", "ing"].map(|name| {
                let form = FORMS.iter().position(|form| *form == name).unwrap();
                paradigms.make(form, verb).unwrap()
            })
        };
        assert_eq!(forms("cry"), ["cries", "cried", "cried", "crying"]);
        assert_eq!(forms("note"), ["notes", "noted", "noted", "noting"]);
        assert_eq!(forms("agree"), ["agrees", "agreed", "agreed", "agreeing"]);
        assert_eq!(forms("shoe"), ["shoes", "shoed", "shoed", "shoeing"]);
        assert_eq!(forms("confess"), ["confesses", "confessed", "confessed", "confessing"]);
        assert_eq!(forms("obey"), ["obeys", "obeyed", "obeyed", "obeying"]);
        let plural = |noun| paradigms.make(PLURAL, noun).unwrap();
        assert_eq!(
            ["lady", "witness", "aide", "boy"].map(plural),
            ["ladies", "witnesses", "aides", "boys"]
        );
    }

    #[test]
    fn a_form_that_a_language_lacks_is_not_made() {
        let paradigms = Paradigms::new("\n- s\u{b}4\u{b}9x\u{b}\n\u{b}0");
        assert_eq!(paradigms.make(PLURAL, "boat").as_deref(), Some("boats"));
        assert_eq!(paradigms.make(0, "say"), None);
    }
}
