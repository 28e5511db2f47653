//! Word forms: the different words and marks of a text. What depends on the spelling alone is found once for
//! each form, however often it occurs.

use super::shape::{NO_MARK, Shape, is_apostrophe, mark, shape};
use crate::interner::{Interner, Key};
use crate::lexicon::{Class, Lexicon, Setting, Word};
use crate::lowercase::to_lowercase;
use crate::numbered::Numbered;

/// All word forms of a text, each with a number.
#[derive(Debug, Default)]
pub(crate) struct WordForms {
    texts: Interner,
    all: Numbered<WordForm>,
    /// Where words get their lowercase, so that not each of them allocates.
    lowercase: String,
}

/// A word or mark in one spelling.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordForm {
    pub shape: Shape,
    pub word: Word,
    pub mark: char,
    /// The number of the same word in lowercase.
    pub lowercase: u32,
    /// The two tokens of a word such as "Lee's": the length of the first one in bytes, and the forms of both.
    pub parts: Option<(usize, [u32; 2])>,
}

/// A word or mark at one place of the text.
#[derive(Clone, Copy)]
pub(super) struct Occurrence<'a> {
    pub text: &'a str,
    pub key: Key,
    pub letters: Letters,
}

/// The characters that a word consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Lowercase ASCII letters only, as in most words.
    Lowercase,
    /// ASCII letters and digits only.
    Ascii,
    Any,
}

impl<'a> Occurrence<'a> {
    /// An occurrence of `text`, with its key and its kind of letters.
    pub(super) fn of(text: &'a str) -> Self {
        let lower = text.bytes().all(|byte| byte.is_ascii_lowercase());
        let letters = if lower { Letters::Lowercase } else { Letters::Any };
        Self { text, key: Key::of(text), letters }
    }

    /// Where the clitic starts in a word such as "Lee's" or "she'd", in bytes.
    fn clitic_start(self, lexicon: &Lexicon) -> Option<usize> {
        if self.letters != Letters::Any {
            return None;
        }
        let (before, ending) = self.text.rsplit_once(is_apostrophe)?;
        let clitics = lexicon.values(Setting::Clitics);
        let is_clitic = clitics.iter().any(|clitic| ending.eq_ignore_ascii_case(clitic));
        (is_clitic && !before.is_empty()).then_some(before.len())
    }

    /// Writes the word in lowercase to `buffer`.
    fn write_lowercase(self, buffer: &mut String) {
        buffer.clear();
        if self.letters == Letters::Any {
            buffer.push_str(&to_lowercase(self.text));
        } else {
            buffer.push_str(self.text);
            buffer.make_ascii_lowercase();
        }
    }
}

impl WordForms {
    /// No forms yet, with space for those of a text of `bytes` bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        // News has a new form every twelve bytes, and fewer as it goes on.
        let count = (bytes / 8).min(4096);
        Self {
            texts: Interner::with_capacity(count),
            all: Vec::with_capacity(count).into(),
            lowercase: String::new(),
        }
    }

    /// How many forms there are, including lowercase forms that do not occur in the text.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The text of the form with that number.
    pub(crate) fn text(&self, number: u32) -> &str {
        self.texts.word(number as usize)
    }

    /// What the lexicon knows of the form with that number.
    pub(crate) fn word(&self, number: u32) -> Word {
        self.form(number).word
    }

    /// The number of the lowercase form of the form with that number.
    pub(crate) fn lowercase(&self, number: u32) -> u32 {
        self.form(number).lowercase
    }

    /// The number of the form `text`, if there is one.
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        self.texts.get(text).map(|number| number as u32)
    }

    /// The number of the form of `occurrence`, which is added if it is new.
    #[inline]
    pub(super) fn intern(&mut self, occurrence: Occurrence, lexicon: &Lexicon) -> u32 {
        match self.texts.find(occurrence.text, occurrence.key) {
            Ok(number) => number as u32,
            Err(slot) => self.add(occurrence, slot, lexicon),
        }
    }

    /// The number of the form `text`, which is a part or the lowercase of another one.
    #[inline(never)]
    fn intern_derived(&mut self, text: &str, lexicon: &Lexicon) -> u32 {
        self.intern(Occurrence::of(text), lexicon)
    }

    /// Adds `occurrence` as a new form, for which the interner has that slot free, and the forms of its parts.
    /// Returns its number.
    #[inline(never)]
    fn add(&mut self, occurrence: Occurrence, slot: usize, lexicon: &Lexicon) -> u32 {
        let number = self.texts.add(occurrence.text, occurrence.key, slot) as u32;
        let text = occurrence.text;
        let mut form = WordForm {
            shape: Shape::Lower,
            word: Word::UNKNOWN,
            mark: NO_MARK,
            lowercase: number,
            parts: None,
        };
        // For most words there is nothing more to find.
        if occurrence.letters == Letters::Lowercase {
            form.word = lexicon.get_keyed(text, occurrence.key);
            self.all.push(form);
            return number;
        }
        form.shape = shape(text);
        // Reserves the number before the parts take theirs.
        self.all.push(form);
        if form.shape == Shape::Punctuation {
            form.mark = mark(text);
        } else if let Some((host, clitic)) =
            occurrence.clitic_start(lexicon).and_then(|at| text.split_at_checked(at))
        {
            let parts = [host, clitic].map(|part| self.intern_derived(part, lexicon));
            form.parts = Some((host.len(), parts));
        } else {
            let mut lowercase = std::mem::take(&mut self.lowercase);
            occurrence.write_lowercase(&mut lowercase);
            form.lowercase = self.intern_derived(&lowercase, lexicon);
            self.lowercase = lowercase;
            let has_other = form.lowercase != number;
            form.word = if has_other { self.form(form.lowercase).word } else { lexicon.get(text) };
            if form.shape == Shape::Upper && form.word.is(Class::Place) {
                // "US officials" are not "us officials".
                form.word.pronoun = None;
            }
        }
        self.all[number as usize] = form;
        number
    }

    /// The form with that number.
    pub(super) fn form(&self, number: u32) -> &WordForm {
        &self.all[number as usize]
    }
}
