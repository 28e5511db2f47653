//! The settings of a grammar: what differs between languages and is no class of words. Code branches on a
//! setting, never on a language.

use super::format::{GROUP, SETTINGS};

/// A setting. `grammar.txt` says what each one means; `format` has their names, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    AddressOpeners,
    AdverbEndings,
    AgeEndings,
    ApostropheEndings,
    ChatOpeners,
    Clitics,
    CommaSuffixes,
    CommonEndings,
    DecadeEndings,
    FemaleEndings,
    FiniteEndings,
    InterviewLabels,
    Introductions,
    MaleEndings,
    NameSuffixes,
    OwnerEndings,
    ParticipleEndings,
    PastAuxiliaries,
    PastEndings,
    PluralEndings,
    QualityEndings,
    SingularEndings,
    SourcePhrases,
    TimeSuffixes,
}

/// The settings of one language with their values.
pub(super) struct Grammar<'p> {
    values: [Vec<&'p str>; SETTINGS.len()],
}

impl<'p> Grammar<'p> {
    /// Reads `grammar.txt`, packed.
    pub(super) fn new(list: &'p str) -> Self {
        let mut values: [Vec<&'p str>; SETTINGS.len()] = Default::default();
        for (values, line) in values.iter_mut().zip(list.split(char::from(GROUP)).skip(1)) {
            values.extend(line.split(' ').filter(|value| !value.is_empty()));
        }
        Self { values }
    }

    /// The values of a setting.
    pub(super) fn values(&self, setting: Setting) -> &[&'p str] {
        &self.values[setting as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::tests::{languages, lists, pack};

    #[test]
    fn the_file_has_each_setting_and_nothing_else() {
        for lang in languages() {
            let lists = lists(&lang);
            let (_, text) = lists.iter().find(|(name, _)| name == "grammar.txt").unwrap();
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            let names: Vec<&str> = lines.map(|line| line.split(' ').next().unwrap()).collect();
            assert_eq!(names, SETTINGS, "{lang}");
        }
        // As in `Setting`: `source-phrases` is `SourcePhrases`.
        let last = format!("{:?}", Setting::TimeSuffixes).to_lowercase();
        assert_eq!(Setting::TimeSuffixes as usize + 1, SETTINGS.len());
        assert_eq!(SETTINGS[SETTINGS.len() - 1].replace('-', ""), last);
    }

    #[test]
    fn a_setting_has_the_values_of_its_line() {
        let grammar = Grammar::new(pack("en").lists[0]);
        assert_eq!(grammar.values(Setting::SourcePhrases), ["according_to"]);
        assert_eq!(grammar.values(Setting::InterviewLabels), ["A", "Q"]);
        assert!(Grammar::new("\n\n").values(Setting::AddressOpeners).is_empty());
    }
}
