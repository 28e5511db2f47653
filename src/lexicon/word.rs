//! What the lexicon knows of a word.

use std::ops::BitOr;

/// A class of words. A word may belong to several. `function_words.txt` says what the first ones mean.
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
    /// A preposition of place: in, near.
    Locative,
    /// Comes before a name: Mr., Senator.
    Title,
    /// Is a part of a title: vice, former.
    TitleModifier,
    /// An occupation or function: official, mayor.
    Role,
    /// A member of a family: mother, cousin.
    Kin,
    /// Any other person: man, woman, stranger.
    Person,
    /// Somebody without a name: source, witness, insider.
    Unnamed,
    /// A body or publication that can speak: company, report.
    Group,
    /// Marks a name as the name of an organization: Inc, University.
    OrganizationWord,
    GivenName,
    Place,
    /// Nationality, party, religion, region: American, Republican.
    GroupAdjective,
    /// A day, month, holiday or another word of time: Monday, yesterday.
    Calendar,
    /// The name of a day, month or holiday: Monday, but not yesterday.
    Date,
    /// Announces the title of a work: novel, film.
    Work,
    /// Announces a name or wording: so-called, dubbed.
    Label,
    /// A noun for speech or writing: statement, interview, remarks.
    SpeechNoun,
    /// A period after it never ends a sentence.
    AbbreviationInside,
    /// A period after it may end a sentence.
    AbbreviationEnd,
    /// The title or noun for the head of a household: Mr., Mrs., husband, mother.
    Household,
    /// A verb whose subject spoke before and goes on: continued, added.
    GoesOn,
    /// A verb whose subject answers another speaker: replied, agreed.
    Answers,
    /// A verb for a gesture, whose subject need not speak: nodded, laughed.
    Gesture,
    /// An apostrophe replaces its first letters: 'tis, 'em.
    Elision,
    /// A noun in the plural: officials.
    Plural,
    /// A determiner that is never a phrase by itself: the, every.
    Article,
    /// A determiner that points: this, those.
    Demonstrative,
    /// A determiner of what is known already: the, this, both.
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
    /// A preposition that continues a noun phrase: a man from Bern.
    PhraseInner,
    /// A preposition that continues a phrase between a cue and its content.
    AdjunctInner,
    /// Names who does it: a claim by Lee.
    Agent,
    /// Names who is spoken to: said to Lee.
    Listener,
    /// Comes before an infinitive: ready to say.
    Infinitive,
    /// Opens an absolute clause: with Lee saying.
    Absolute,
    /// Opens a clause of time, cause or comparison: because.
    Circumstance,
    /// Opens a clause of contrast, which may have a cue: while Lee said.
    Contrast,
    /// Opens a clause of manner: how.
    Manner,
    /// Opens a clause about a person: who.
    PersonRelative,
    /// An auxiliary that may be an infinitive: to be.
    BaseAuxiliary,
    /// The title of a married woman: Mrs.
    Married,
    /// The title of an unmarried woman: Miss.
    Single,
    /// A word of the lines around a text: share, subscribe.
    Furniture,
    /// Labels a speaker without a name: interviewer, witness.
    LabelRole,
    /// The first word of a phrase before a source: according to.
    SourcePhrase,
}

/// A set of classes: `Class::Title | Class::Role`.
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

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Base,
    /// The third person singular: says.
    Third,
    Past,
    Participle,
    /// The present participle or gerund: saying.
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

/// What a noun for a body or publication names, as far as it shows whom "the airline" or "the paper" can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// A company, bank or shop.
    Business,
    /// A newspaper, broadcaster or website.
    Press,
    /// A regulator, agency or charity, a union or party.
    Public,
    /// A text, which can "say" something: report, lawsuit.
    Document,
}

/// All that the lexicon knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    classes: u64,
    pub verb: Option<Verb>,
    pub pronoun: Option<Pronoun>,
    pub gender: Option<Gender>,
    pub body: Option<Body>,
}

impl Word {
    /// A word that is in no list.
    pub(crate) const UNKNOWN: Self =
        Self { classes: 0, verb: None, pronoun: None, gender: None, body: None };

    /// Whether the word belongs to `class`.
    pub(crate) const fn is(self, class: Class) -> bool {
        self.classes & (1 << class as u8) != 0
    }

    /// Whether the word belongs to one of `classes`.
    pub(crate) const fn is_any_of(self, classes: Classes) -> bool {
        self.classes & classes.0 != 0
    }

    /// Whether the word is a function word. No name starts with one.
    pub(crate) fn is_function(self) -> bool {
        use Class::{
            Adverb, Auxiliary, Conjunction, Determiner, Interjection, Negation, Possessive,
            Preposition, Relative, Subordinator,
        };
        self.pronoun.is_some()
            || self.is_any_of(
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

    /// Whether the word is a common noun for a person.
    pub(crate) fn is_person_noun(self) -> bool {
        self.is_any_of(Class::Role | Class::Kin | Class::Person | Class::Unnamed)
    }

    /// Adds the word to `class`.
    pub(super) fn add(&mut self, class: Class) -> &mut Self {
        self.classes |= 1 << class as u8;
        self
    }
}
