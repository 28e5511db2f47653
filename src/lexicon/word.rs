//! What is known of a word.

use std::ops::BitOr;

/// A class of words; one word may belong to several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    Determiner,
    Possessive,
    Preposition,
    Conjunction,
    Subordinator,
    Relative,
    Auxiliary,
    Be,
    Negation,
    Adverb,
    Number,
    Particle,
    Interjection,
    Clitic,
    /// A preposition of where something is: in, near.
    Locative,
    /// Stands before a name: Mr., Senator.
    Title,
    /// Stands inside a title: vice, former.
    TitleModifier,
    /// What somebody does: official, mayor.
    Role,
    /// A relative: mother, cousin.
    Kin,
    /// Man, woman, stranger.
    Person,
    /// Source, witness, insider.
    Unnamed,
    /// A body or publication that can speak: company, report.
    Group,
    /// Marks the name of an organization: Inc, University.
    OrganizationWord,
    GivenName,
    Place,
    /// American, Republican.
    GroupAdjective,
    /// Monday, January, Easter.
    Calendar,
    /// The name of a day, month or holiday: Monday, not yesterday.
    Date,
    /// Announces a title: novel, film.
    Work,
    /// Announces a label: so-called, dubbed.
    Label,
    /// Statement, interview, remarks.
    SpeechNoun,
    /// A period after it never ends a sentence.
    AbbreviationInside,
    /// A period after it may end a sentence.
    AbbreviationEnd,
    /// Mr., Mrs., husband, wife, mother, father.
    Household,
    /// Continued, added: the speaker before goes on.
    GoesOn,
    /// Replied, agreed: somebody else answers.
    Answers,
    /// 'tis, 'em: an apostrophe stands for its first letters.
    Elision,
    Plural,
    /// A determiner that is never a phrase by itself: the, every.
    Article,
    /// This, those.
    Demonstrative,
    /// The, this, both.
    Definite,
    /// A determiner that is never a subject: same, own.
    Attributive,
    /// Joins two subjects: and.
    Joining,
    /// Opens a reported clause: that.
    Complementizer,
    /// Of.
    Genitive,
    /// A preposition inside names: the Bank of Bern.
    NameInner,
    /// A preposition that goes on with a noun phrase: a man from Bern.
    PhraseInner,
    /// A preposition that goes on with a phrase between a cue and its content.
    AdjunctInner,
    /// Names who does it: a claim by Lee.
    Agent,
    /// Names who is spoken to: said to Lee.
    Listener,
    /// Stands before an infinitive: ready to say.
    Infinitive,
    /// Opens an absolute clause: with Lee saying.
    Absolute,
    /// Opens a clause of time, cause or comparison: because.
    Circumstance,
    /// Opens a clause that a cue may turn to: while Lee said.
    Contrast,
    /// Opens a clause of manner: how.
    Manner,
    /// Opens a clause about a person: who.
    PersonRelative,
    /// May follow the word before infinitives though it is an auxiliary: to be.
    BaseAuxiliary,
    /// The title of a married woman: Mrs.
    Married,
    /// The title of an unmarried woman: Miss.
    Single,
    /// A word of the lines around a text: share, subscribe.
    Furniture,
    /// Labels a speaker without a name: interviewer, witness.
    LabelRole,
    /// The first word of a phrase that a source follows: according to.
    SourcePhrase,
}

/// Some of the classes: `Class::Title | Class::Role`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classes(u64);

impl BitOr for Class {
    type Output = Classes;

    fn bitor(self, other: Self) -> Classes {
        Classes(1 << self as u8 | 1 << other as u8)
    }
}

impl BitOr<Class> for Classes {
    type Output = Self;

    fn bitor(self, other: Class) -> Self {
        Self(self.0 | 1 << other as u8)
    }
}

/// What a reporting verb does with the words it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbClass {
    /// Takes a quotation or a clause: say, announce.
    Say,
    /// Takes the listener first: tell, assure.
    Tell,
    /// Questions and demands.
    Ask,
    /// Belief, knowledge and intention.
    Think,
    /// How speech sounds, or a gesture beside it: whisper, smile.
    Manner,
    /// Speech that binds the speaker, with an infinitive: promise, refuse, threaten.
    Commit,
    /// Praise, blame and labels: call, accuse.
    Judge,
}

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Base,
    Third,
    Past,
    Participle,
    Ing,
}

/// A reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    pub class: VerbClass,
    pub form: VerbForm,
}

/// Grammatical or natural gender, as far as a word shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
    Neuter,
}

/// The case of a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Subject,
    Object,
    Reflexive,
}

/// A personal pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pronoun {
    /// 1 for I and we, 2 for you, 3 for the rest.
    pub person: u8,
    pub plural: bool,
    pub case: Case,
}

/// All that is known of a word; the default is a word in no list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    classes: u64,
    pub verb: Option<Verb>,
    pub pronoun: Option<Pronoun>,
    pub gender: Option<Gender>,
}

impl Word {
    /// A word in no list.
    pub(crate) const UNKNOWN: Self = Self { classes: 0, verb: None, pronoun: None, gender: None };

    /// Whether the word belongs to `class`.
    pub(crate) const fn is(self, class: Class) -> bool {
        self.classes & (1 << class as u8) != 0
    }

    /// Whether the word belongs to one of `classes`.
    pub(crate) const fn is_any(self, classes: Classes) -> bool {
        self.classes & classes.0 != 0
    }

    /// Whether a list has the word as a function word, which no name starts with.
    pub(crate) fn is_function(self) -> bool {
        use Class::{
            Adverb, Auxiliary, Conjunction, Determiner, Interjection, Negation, Possessive,
            Preposition, Relative, Subordinator,
        };
        self.pronoun.is_some()
            || self.is_any(
                Determiner
                    | Possessive
                    | Preposition
                    | Conjunction
                    | Subordinator
                    | Relative
                    | Auxiliary
                    | Negation
                    | Adverb
                    | Interjection,
            )
    }

    /// Whether the word is a common noun for somebody.
    pub(crate) fn is_person_noun(self) -> bool {
        self.is_any(Class::Role | Class::Kin | Class::Person | Class::Unnamed)
    }

    pub(super) fn add(&mut self, class: Class) -> &mut Self {
        self.classes |= 1 << class as u8;
        self
    }
}
