//! The table into which all lists of a language are merged.

use super::columns::{self, Columns};
use super::grammar::{Grammar, Setting};
use super::pack::Pack;
use super::packed;
use super::paradigm::{PLURAL, Paradigms, VERB_FORMS};
use super::word::{Class, Pronoun, Verb, VerbForm, Word};
use crate::interner::{Interner, Key};
use crate::lowercase::to_lowercase;
use crate::numbered::Numbered;

/// The length in bytes of the longest word that is looked up. No word of the lists is longer.
const LONGEST: usize = 48;

/// About how many bytes a pack has for each word form. Fewer forms than expected cost less than more.
const BYTES: usize = 5;

/// The words of one language with their classes, and its grammar.
pub(crate) struct Lexicon<'p> {
    /// The tag of the language.
    pub lang: &'p str,
    grammar: Grammar<'p>,
    paradigms: Paradigms<'p>,
    words: Interner,
    /// What is known of each word.
    entries: Numbered<Word>,
    /// The given names that each nickname is short for, separated by spaces. Nicknames are read first, so
    /// that the numbers of their words index this list.
    nicknames: Vec<&'p str>,
    /// The numbers of titles that are abbreviated, each with the noun that it is short for.
    title_nouns: Vec<(usize, &'p str)>,
}

/// Leaves the words out: thousands of them would fill any message.
impl std::fmt::Debug for Lexicon<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("words", &self.words.len()).finish()
    }
}

impl<'p> Lexicon<'p> {
    /// Reads the lists. Columns with an unknown value are ignored; a test holds that there are none.
    pub(super) fn new(pack: &Pack<'p>) -> Self {
        let [
            grammar,
            paradigms,
            nicknames,
            given_names,
            places,
            group_adjectives,
            calendar,
            organization_words,
            title_modifiers,
            household,
            furniture,
            label_roles,
            elisions,
            function_words,
            pronouns,
            reporting_verbs,
            turn_verbs,
            titles,
            person_nouns,
            group_nouns,
            speech_nouns,
            abbreviations,
            quoted_works,
        ] = pack.lists;
        let words = pack.lists.iter().map(|list| list.len()).sum::<usize>() / BYTES;
        let mut lexicon = Self {
            lang: pack.lang,
            grammar: Grammar::new(grammar),
            paradigms: Paradigms::new(paradigms),
            words: Interner::with_capacity(words),
            entries: Vec::with_capacity(words).into(),
            nicknames: Vec::new(),
            title_nouns: Vec::new(),
        };
        lexicon.read(nicknames, Self::add_nickname);
        for (class, list) in [
            (Class::Place, places),
            (Class::GroupAdjective, group_adjectives),
            (Class::Calendar, calendar),
            (Class::OrganizationWord, organization_words),
            (Class::TitleModifier, title_modifiers),
            (Class::Household, household),
            (Class::Furniture, furniture),
            (Class::LabelRole, label_roles),
            (Class::Elision, elisions),
        ] {
            packed::read(list, &mut |name, body| {
                lexicon.add_name(name, class);
                lexicon.add_body(name, body);
            });
        }
        lexicon.read(function_words, Self::add_function_word);
        lexicon.read(pronouns, Self::add_pronoun);
        lexicon.read(reporting_verbs, Self::add_reporting_verb);
        lexicon.read(turn_verbs, Self::add_turn_verb);
        lexicon.read(titles, Self::add_title);
        lexicon.read(person_nouns, Self::add_person_noun);
        lexicon.read(group_nouns, |lexicon, columns| {
            lexicon.add_noun(columns, Class::Group, columns.get(1));
            lexicon.add_body(columns.word, columns.get(0));
        });
        lexicon.read(speech_nouns, |lexicon, columns| {
            lexicon.entry(columns.word).add(Class::SpeechNoun);
            if let Some(plural) = lexicon.paradigms.make(PLURAL, columns.word) {
                lexicon.entry(&plural).add(Class::SpeechNoun);
            }
        });
        lexicon.read(given_names, |lexicon, columns| {
            lexicon.entry(columns.word).add(Class::GivenName);
            lexicon.add_gender(columns.word, columns.get(0));
        });
        lexicon.read(abbreviations, |lexicon, columns| {
            lexicon.add_class(columns.word, columns::named(columns::ABBREVIATION, columns.get(0)));
        });
        lexicon.read(quoted_works, |lexicon, columns| {
            lexicon.add_class(columns.word, columns::named(columns::WORK, columns.get(0)));
        });
        for n in 0..lexicon.grammar.values(Setting::SourcePhrases).len() {
            let phrase = lexicon.grammar.values(Setting::SourcePhrases)[n];
            let first = phrase.split('_').next().unwrap_or_default();
            lexicon.entry(first).add(Class::SourcePhrase);
        }
        lexicon
    }

    /// Whether there are no words, because no pack of the language is there.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many word forms there are.
    #[cfg(feature = "bench")]
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether `word` ends with one of the endings of `setting`.
    pub(crate) fn ends(&self, word: &str, setting: Setting) -> bool {
        self.grammar.values(setting).iter().any(|ending| word.ends_with(ending))
    }

    /// Whether `word` is one of the values of `setting`; case counts.
    pub(crate) fn has(&self, word: &str, setting: Setting) -> bool {
        self.grammar.values(setting).contains(&word)
    }

    /// The values of `setting`; the words of a phrase are joined by `_`.
    pub(crate) fn values(&self, setting: Setting) -> &[&'p str] {
        self.grammar.values(setting)
    }

    /// What is known of `word`, which is in lowercase. Its apostrophes may be straight or curly.
    pub(crate) fn get(&self, word: &str) -> Word {
        if word.len() <= LONGEST {
            if word.is_ascii() {
                return self.get_keyed(word, Key::of(word));
            }
            let straight = |c| if c == '’' { '\'' } else { c };
            let word: String = word.chars().map(straight).collect();
            self.get_keyed(&word, Key::of(&word))
        } else {
            Word::UNKNOWN
        }
    }

    /// What is known of `word`, which has this key, is in lowercase and has straight apostrophes.
    #[inline]
    pub(crate) fn get_keyed(&self, word: &str, key: Key) -> Word {
        let number = self.words.get_keyed(word, key);
        number.map_or(Word::UNKNOWN, |number| self.entries[number])
    }

    /// The noun that `title`, in lowercase, is short for: dr, doctor.
    pub(crate) fn title_noun(&self, title: &str) -> Option<&'p str> {
        let number = self.words.get(title)?;
        self.title_nouns.iter().find(|noun| noun.0 == number).map(|noun| noun.1)
    }

    /// The given names that `nickname`, in lowercase, is short for, separated by spaces. Empty if it is no
    /// nickname.
    pub(crate) fn full_names(&self, nickname: &str) -> &'p str {
        let number = self.words.get(nickname);
        number.and_then(|number| self.nicknames.get(number)).copied().unwrap_or_default()
    }

    /// Hands each line of a packed list to `add`.
    fn read(&mut self, list: &'p str, add: fn(&mut Self, &Columns<'_, 'p>)) {
        packed::read(list, &mut |word, rest| add(self, &Columns { word, rest }));
    }

    /// The number of `word` in lowercase, which is added if it is new.
    fn number_of(&mut self, word: &str) -> usize {
        let lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let number =
            if lower { self.words.intern(word) } else { self.words.intern(&to_lowercase(word)) };
        if number == self.entries.len() {
            self.entries.push(Word::default());
        }
        number
    }

    /// What is known of `word`, which is added if it is new.
    fn entry(&mut self, word: &str) -> &mut Word {
        let number = self.number_of(word);
        &mut self.entries[number]
    }

    fn add_class(&mut self, word: &str, class: Option<Class>) {
        if let Some(class) = class {
            self.entry(word).add(class);
        }
    }

    fn add_gender(&mut self, word: &str, column: &str) {
        if let Some(gender) = columns::named(columns::GENDER, column) {
            self.entry(word).gender = Some(gender);
        }
    }

    fn add_body(&mut self, word: &str, column: &str) {
        if let Some(body) = columns::named(columns::BODY, column) {
            self.entry(word).body = Some(body);
        }
    }

    fn add_nickname(&mut self, columns: &Columns<'_, 'p>) {
        self.entry(columns.word).add(Class::GivenName);
        self.nicknames.push(columns.rest);
    }

    /// Adds each word of a name of several words, such as `New_York`.
    fn add_name(&mut self, name: &str, class: Class) {
        for word in name.split('_') {
            self.entry(word).add(class);
            if class == Class::Calendar && word.starts_with(char::is_uppercase) {
                self.entry(word).add(Class::Date);
            }
        }
    }

    fn add_function_word(&mut self, columns: &Columns<'_, 'p>) {
        for column in columns.rest.split(' ') {
            self.add_class(columns.word, columns::named(columns::FUNCTION, column));
        }
    }

    fn add_pronoun(&mut self, columns: &Columns<'_, 'p>) {
        self.add_gender(columns.word, columns.get(2));
        // A possessive has its gender here, and its class as a function word.
        let Some(case) = columns::named(columns::CASE, columns.get(3)) else { return };
        let person = columns.get(0).parse().unwrap_or(3);
        let pronoun = Pronoun { person, plural: columns.get(1) == "p", case };
        self.entry(columns.word).pronoun = Some(pronoun);
    }

    fn add_reporting_verb(&mut self, columns: &Columns<'_, 'p>) {
        let Some(class) = columns::named(columns::VERB, columns.get(0)) else { return };
        for (word, form) in self.forms(columns) {
            // "read", "put": the past is more frequent than the base form.
            if form == VerbForm::Base && columns.get(1) == word {
                continue;
            }
            self.entry(&word).verb = Some(Verb { class, form });
        }
    }

    fn add_turn_verb(&mut self, columns: &Columns<'_, 'p>) {
        let class = columns::named(columns::TURN, columns.get(0));
        for (word, _) in self.forms(columns) {
            self.add_class(&word, class);
        }
    }

    fn add_title(&mut self, columns: &Columns<'_, 'p>) {
        self.entry(columns.word).add(Class::Title);
        self.add_gender(columns.word, columns.get(0));
        self.add_class(columns.word, columns::named(columns::MARRIAGE, columns.get(2)));
        if !matches!(columns.get(1), "" | "-") {
            let title = self.number_of(columns.word);
            self.title_nouns.push((title, columns.get(1)));
        }
    }

    fn add_person_noun(&mut self, columns: &Columns<'_, 'p>) {
        if let Some(class) = columns::named(columns::PERSON, columns.get(1)) {
            self.add_noun(columns, class, columns.get(2));
        }
    }

    /// Adds a noun and its plural, which is regular if `irregular` is empty.
    fn add_noun(&mut self, columns: &Columns<'_, 'p>, class: Class, irregular: &str) {
        let regular = self.paradigms.make(PLURAL, columns.word);
        let irregular = Some(irregular).filter(|plural| !plural.is_empty());
        self.entry(columns.word).add(class);
        let plural = irregular.or(regular.as_deref());
        if let Some(plural) = plural {
            self.entry(plural).add(class).add(Class::Plural);
        }
        if class != Class::Group {
            for word in [Some(columns.word), plural].into_iter().flatten() {
                self.add_gender(word, columns.get(0));
            }
        }
    }

    /// The forms of a verb, the lemma last. The columns may have irregular ones.
    fn forms(&self, columns: &Columns<'_, 'p>) -> Vec<(String, VerbForm)> {
        let lemma = columns.word;
        let mut forms = Vec::with_capacity(VERB_FORMS.len() + 1);
        for (number, (form, column)) in VERB_FORMS.into_iter().enumerate() {
            let irregular =
                column.map(|column| columns.get(column)).filter(|word| !word.is_empty());
            let word = irregular.map(str::to_owned);
            let word = word.or_else(|| self.paradigms.make(number, lemma));
            forms.extend(word.map(|word| (word, form)));
        }
        forms.push((lemma.to_owned(), VerbForm::Base));
        forms
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    #[test]
    fn no_word_is_longer_than_the_longest_that_is_looked_up() {
        for lang in lexicon::tests::languages() {
            let lexicon = lexicon::for_language(&lang);
            assert!(!lexicon.is_empty(), "{lang}");
            for number in 0..lexicon.words.len() {
                let word = lexicon.words.word(number);
                assert!(!word.is_empty() && word.len() <= LONGEST, "{word:?}");
            }
        }
    }
}
