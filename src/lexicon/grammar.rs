//! The settings of a grammar: what differs between languages and is no class of words. Code branches on a
//! setting, never on a language.

use super::packed;

/// A setting. `grammar.txt` says what each one means.
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

/// The names of the settings in `grammar.txt`, in the order of [`Setting`].
const NAMES: [(&str, Setting); 24] = [
    ("address-openers", Setting::AddressOpeners),
    ("adverb-endings", Setting::AdverbEndings),
    ("age-endings", Setting::AgeEndings),
    ("apostrophe-endings", Setting::ApostropheEndings),
    ("chat-openers", Setting::ChatOpeners),
    ("clitics", Setting::Clitics),
    ("comma-suffixes", Setting::CommaSuffixes),
    ("common-endings", Setting::CommonEndings),
    ("decade-endings", Setting::DecadeEndings),
    ("female-endings", Setting::FemaleEndings),
    ("finite-endings", Setting::FiniteEndings),
    ("interview-labels", Setting::InterviewLabels),
    ("introductions", Setting::Introductions),
    ("male-endings", Setting::MaleEndings),
    ("name-suffixes", Setting::NameSuffixes),
    ("owner-endings", Setting::OwnerEndings),
    ("participle-endings", Setting::ParticipleEndings),
    ("past-auxiliaries", Setting::PastAuxiliaries),
    ("past-endings", Setting::PastEndings),
    ("plural-endings", Setting::PluralEndings),
    ("quality-endings", Setting::QualityEndings),
    ("singular-endings", Setting::SingularEndings),
    ("source-phrases", Setting::SourcePhrases),
    ("time-suffixes", Setting::TimeSuffixes),
];

/// The settings of one language with their values.
pub(super) struct Grammar {
    values: [Vec<&'static str>; NAMES.len()],
}

impl Grammar {
    /// Reads `grammar.txt`, packed. A test holds that it has one line for each setting and no other line.
    pub(super) fn new(list: &'static str) -> Self {
        let mut values: [Vec<&'static str>; NAMES.len()] = Default::default();
        packed::read(list, |name, columns| {
            if let Some(&(_, setting)) = NAMES.iter().find(|(known, _)| *known == name) {
                values[setting as usize] = columns.split(' ').collect();
            }
        });
        Self { values }
    }

    /// The values of a setting.
    pub(super) fn values(&self, setting: Setting) -> &[&'static str] {
        &self.values[setting as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_each_setting_and_nothing_else() {
        let lines: Vec<&str> =
            include_str!("en/grammar.txt").lines().filter(|line| !line.starts_with('#')).collect();
        let names: Vec<&str> =
            lines.iter().map(|line| line.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(names, NAMES.map(|(name, _)| name));
        for (number, (_, setting)) in NAMES.into_iter().enumerate() {
            assert_eq!(setting as usize, number);
        }
    }
}
