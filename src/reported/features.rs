//! The features of the two decisions of this stage that are weighed: whether the words beside a cue are reported
//! speech, and where a reported clause ends.

use std::ops::Range;

use crate::weights::{self, Thousandths};

/// Declares a list of features with the names that the file of weights uses. A list has at most 64.
macro_rules! features {
    ($(#[$meta:meta])* $enum:ident $situation:literal { $($variant:ident $name:literal $meaning:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $enum { $(#[doc = $meaning] $variant,)* }

        impl $enum {
            /// Their names, in the order of their numbers.
            pub const NAMES: [&str; [$($name),*].len()] = [$($name),*];
            /// The name of the decision in the file of weights.
            pub const SITUATION: &str = $situation;
            /// The weights that ship.
            pub(super) const WEIGHTS: [Thousandths; Self::NAMES.len()] =
                weights::of(Self::SITUATION, &Self::NAMES);
        }

        impl From<$enum> for u8 {
            fn from(feature: $enum) -> Self {
                feature as Self
            }
        }
    };
}

features! {
    /// One property of words beside a cue that may be reported speech.
    ClauseFeature "clause" {
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

features! {
    /// One property of a place where a reported clause may end.
    EndFeature "end" {
        Rule "rule" "The rules say that it ends here.",
        Sentence "sentence" "The sentence ends here.",
        BeforeRule "before-rule" "The rules say that it ends later.",
        AfterRule "after-rule" "The rules say that it ends earlier.",
        Comma "comma" "A comma stands here.",
        Dash "dash" "A dash or semicolon stands here.",
        Bracket "bracket" "An opening bracket stands here.",
        NoMark "no-mark" "No mark stands here.",
        Closing "closing" "A quotation closes here.",
        First "first" "It is the first place of its sort.",
        CommaWhich "comma-which" "A comma and a relative pronoun follow.",
        CommaWho "comma-who" "A comma and a relative pronoun for a person follow.",
        CommaAnd "comma-and" "A comma and a conjunction follow.",
        CommaAndSubject "comma-and-subject" "A comma, a conjunction and a pronoun or name follow.",
        CommaAndVerb "comma-and-verb" "A comma, a conjunction and a past form follow.",
        CommaContrast "comma-contrast" "A comma and a word of contrast follow: while.",
        CommaCircumstance "comma-circumstance" "A comma and a word of time or cause follow: after.",
        CommaPreposition "comma-preposition" "A comma and a preposition follow.",
        CommaParticiple "comma-participle" "A comma and a participle follow.",
        CommaPronoun "comma-pronoun" "A comma and a pronoun in the case of a subject follow.",
        CommaDeterminer "comma-determiner" "A comma and a determiner follow.",
        CommaName "comma-name" "A comma and a word with a capital follow.",
        CommaNumber "comma-number" "A comma and a number follow.",
        CommaNoun "comma-noun" "A comma and another word in lowercase follow.",
        CommaCloses "comma-closes" "The part after the comma ends with a comma, too.",
        CommaLast "comma-last" "No comma follows until the sentence ends.",
        CommaCue "comma-cue" "A reporting verb is in the part after the comma.",
        AndVerb "and-verb" "A conjunction and a past form follow without a comma.",
        AndSubject "and-subject" "A conjunction and a subject follow without a comma.",
        And "and" "A conjunction follows without a comma.",
        Circumstance "circumstance" "A word of time or cause follows without a comma.",
        Preposition "preposition" "A preposition follows without a comma.",
        AfterQuote "after-quote" "A quotation of the clause ends before.",
        QuoteFollows "quote-follows" "A quotation follows before the sentence ends.",
        AfterName "after-name" "A word with a capital stands before.",
        Few "few" "The clause has fewer than four words so far.",
        Some "some" "The clause has four to eight words so far.",
        Long "long" "The clause has more than twenty words so far.",
        RestShort "rest-short" "Fewer than four words follow until the sentence ends.",
        RestLong "rest-long" "More than twelve words follow until the sentence ends.",
        Finite "finite" "An auxiliary or past form stands in the clause so far.",
        FiniteAfter "finite-after" "An auxiliary or past form follows.",
        PastAfter "past-after" "A form of the past follows.",
        CueThird "cue-third" "The verb is in the present.",
        CueThat "cue-that" "A complementizer opens the clause.",
        Infinitive "infinitive" "The clause is an infinitive.",
        Fronted "fronted" "The clause starts with a subordinator or preposition.",
        Subordinate "subordinate" "The cue stands in a subordinate clause.",
        Story "story" "The text is a story.",
    }
}

/// The features that hold, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeatureSet(u64);

impl FeatureSet {
    /// Adds a feature if it applies.
    pub(super) fn add_if(&mut self, applies: bool, feature: impl Into<u8>) {
        self.0 |= u64::from(applies) << feature.into();
    }

    /// Whether it has this feature.
    pub(super) fn has(self, feature: impl Into<u8>) -> bool {
        self.0 >> feature.into() & 1 != 0
    }

    /// Whether it has one of the features of `other`.
    pub(super) fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Adds the features of `other`.
    pub(super) fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
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

    /// The sum of the weights of the features.
    pub(super) fn score(self, weights: &[Thousandths]) -> f64 {
        let of = |n: usize| weights.get(n).map_or(0, |&weight| i32::from(weight));
        f64::from(self.numbers().map(of).sum::<i32>()) / 1000.0
    }
}

/// A decision as it was made.
#[derive(Clone, Debug)]
pub(crate) enum Decision {
    /// Whether these ranges of tokens are reported speech.
    Clause(Vec<Range<usize>>, FeatureSet),
    /// Where the clause that starts at this token ends: for each place the token after it and its features.
    End(usize, Vec<(usize, FeatureSet)>),
}
