//! The features of the decision of this stage that is weighed: whether the words beside a cue are reported speech.

use std::ops::Range;

use crate::weights::{self, Thousandths};

/// Declares the list of features with the names that the file of weights uses. It has at most 64.
macro_rules! features {
    ($(#[$meta:meta])* $enum:ident { $($variant:ident $name:literal $meaning:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $enum { $(#[doc = $meaning] $variant,)* }

        impl $enum {
            /// Their names, in the order of their numbers.
            pub const NAMES: [&str; [$($name),*].len()] = [$($name),*];
        }
    };
}

features! {
    /// One property of words beside a cue that may be reported speech.
    ClauseFeature {
        Always "always" "Holds for all.",
        Tell "tell" "The verb has the listener as its object.",
        Ask "ask" "The verb asks or demands.",
        Commit "commit" "The verb binds the speaker.",
        Think "think" "The verb is one of belief or knowledge.",
        Manner "manner" "The verb is one of manner.",
        Judge "judge" "The verb praises, blames or labels.",
        Phrase "phrase" "The cue is no verb: according to.",
        GoesOn "goes-on" "The subject of the verb spoke before: added.",
        Participle "participle" "The verb is a participle: saying.",
        Past "past" "The verb is in the past without an auxiliary.",
        Base "base" "The verb is in its base form.",
        Infinitive "infinitive" "The verb is an infinitive: to announce.",
        Modal "modal" "An auxiliary that is no form of to be stands before the base form: will announce.",
        Negated "negated" "The verb is negated.",
        NoSubject "no-subject" "The verb has no subject.",
        SubjectPronoun "subject-pronoun" "The subject is a pronoun.",
        SubjectImpersonal "subject-impersonal" "The subject is a pronoun for a thing: it.",
        SubjectName "subject-name" "The subject contains a name.",
        SubjectPerson "subject-person" "The subject contains a noun for a person, or for a body that speaks.",
        SubjectSpeech "subject-speech" "The subject contains a noun for speech or writing.",
        SubjectShared "subject-shared" "The subject stands in another clause.",
        SubjectRelative "subject-relative" "The subject stands before a relative pronoun.",
        Inverted "inverted" "The source follows the verb.",
        Before "before" "The words stand before the cue.",
        BeforeAndAfter "before-and-after" "The cue stands inside of the words.",
        That "that" "A complementizer opens the words.",
        Subordinator "subordinator" "Another word for a clause opens them: whether.",
        OpensInfinitive "opens-infinitive" "An infinitive opens them.",
        OpensPronoun "opens-pronoun" "A pronoun in the case of a subject opens them.",
        OpensObject "opens-object" "Another pronoun opens them.",
        OpensDeterminer "opens-determiner" "A determiner or possessive opens them.",
        OpensName "opens-name" "A word with a capital opens them.",
        OpensNumber "opens-number" "A number opens them.",
        OpensPreposition "opens-preposition" "A preposition opens them.",
        OpensParticiple "opens-participle" "A present participle opens them.",
        OpensQuote "opens-quote" "Quotation marks open them.",
        AfterComma "after-comma" "A comma stands before them.",
        AfterColon "after-colon" "A colon stands before them.",
        AfterAdjunct "after-adjunct" "Words that belong to neither stand between cue and content.",
        Finite "finite" "An auxiliary is among the first words.",
        MayBeFinite "may-be-finite" "A word that may be the verb of a clause is among the first words.",
        QuoteNear "quote-near" "Quotation marks follow within a few words.",
        QuoteLater "quote-later" "Quotation marks follow later.",
        QuoteAfterPreposition "quote-after-preposition" "A preposition stands before the quotation marks.",
        QuoteIsTitle "quote-is-title" "The words in marks start with capitals, like a title.",
        Work "work" "A word for a work or a label stands before the quotation marks.",
        Short "short" "They are three words or fewer.",
        FewWords "few-words" "They are four to seven words.",
        EndsSentence "ends-sentence" "They end with their sentence.",
        StartsSentence "starts-sentence" "The sentence starts with the subject or the cue.",
        InClause "in-clause" "A subordinator opens the clause of the cue: if Lee said.",
        InRelative "in-relative" "A relative pronoun stands before the subject: what Lee said.",
        Story "story" "The text is a story.",
        Question "question" "The sentence ends with a question mark.",
        NoVerb "no-verb" "They stand after the cue and have no verb, no complementizer and no quotation marks.",
    }
}

/// The name of the decision in the file of weights.
pub const SITUATION: &str = "clause";
/// The weights that ship.
const WEIGHTS: [Thousandths; ClauseFeature::NAMES.len()] =
    weights::of(SITUATION, &ClauseFeature::NAMES);

/// The features that hold, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeatureSet(u64);

impl FeatureSet {
    /// Adds a feature if it applies.
    pub(super) fn add_if(&mut self, applies: bool, feature: ClauseFeature) {
        self.0 |= u64::from(applies) << feature as u8;
    }

    /// Whether it has this feature.
    pub(super) fn has(self, feature: ClauseFeature) -> bool {
        self.0 >> feature as u8 & 1 != 0
    }

    /// Whether the verb takes a thing and says nothing: "the jury will announce the winners", "the river claims two
    /// lives".
    pub(super) fn takes_thing(self) -> bool {
        use ClauseFeature as F;
        let speakers = [F::SubjectPronoun, F::SubjectName, F::SubjectPerson, F::SubjectSpeech];
        let speaks = speakers.into_iter().any(|feature| self.has(feature));
        self.has(F::NoVerb) && (!speaks || self.has(F::Modal) || self.has(F::Infinitive))
    }

    /// The numbers of the features.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |n| self.0 >> n & 1 != 0)
    }

    /// The probability that the words are reported speech.
    pub(super) fn probability(self) -> f64 {
        let of = |n: usize| WEIGHTS.get(n).map_or(0, |&weight| i32::from(weight));
        let score = f64::from(self.numbers().map(of).sum::<i32>()) / 1000.0;
        1.0 / (1.0 + (-score).exp())
    }
}

/// The decision whether ranges of tokens are reported speech, as it was made.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "train"), expect(dead_code, reason = "only training reads it"))]
pub(crate) struct Decision {
    /// The tokens.
    pub content: Vec<Range<usize>>,
    /// What the decision depends on.
    pub features: FeatureSet,
}
