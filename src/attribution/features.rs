//! What speaks for or against a candidate, named in the field's words.

use std::sync::OnceLock;

/// What the text shows of the source of a quotation before a candidate is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    /// A pronoun: "he said".
    Pronoun,
    /// A pronoun in a report, where people hardly talk with each other.
    ReportPronoun,
    /// A noun that may mean somebody known by name: "the old man said".
    Noun,
    /// Nothing, in a conversation.
    Dialogue,
    /// Nothing, in a text where people do not talk with each other.
    Report,
    /// A name: who speaks is known, and tells of the turns around.
    Named,
    /// Whether words in quotation marks are speech at all, in a report.
    Speech,
    /// The same in a story.
    StorySpeech,
}

impl Situation {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Pronoun,
        Self::ReportPronoun,
        Self::Noun,
        Self::Dialogue,
        Self::Report,
        Self::Named,
        Self::Speech,
        Self::StorySpeech,
    ];

    /// The name used in the file of weights.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pronoun => "pronoun",
            Self::ReportPronoun => "report-pronoun",
            Self::Noun => "noun",
            Self::Dialogue => "dialogue",
            Self::Report => "report",
            Self::Named => "name",
            Self::Speech => "speech",
            Self::StorySpeech => "story-speech",
        }
    }
}

/// Declares the features with the names that the file of weights uses.
macro_rules! features {
    ($($variant:ident $name:literal $meaning:literal,)*) => {
        /// One property of a candidate.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Feature { $(#[doc = $meaning] $variant,)* }

        impl Feature {
            /// All of them, in the order of their numbers.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];
            pub(crate) const COUNT: usize = Self::ALL.len();

            /// The name used in the file of weights.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

features! {
    Itself "itself" "The words themselves mean the candidate, as far as reference was resolved.",
    Named "named" "Has a name.",
    HeadsHousehold "heads-household" "Is called Mr. or Mrs., and the noun is wife, mother, husband or father.",
    Narrator "narrator" "Is the one who tells the story.",
    GenderKnown "gender-known" "Is known to be of the pronoun's gender.",
    Latest "latest" "Was mentioned last before the quotation, not counting sources of turns.",
    SecondLatest "second-latest" "Was mentioned last but one.",
    ThirdLatest "third-latest" "Was mentioned last but two.",
    SentenceSubject "sentence-subject" "Acts in the sentence that holds the quotation.",
    SentenceOther "sentence-other" "Is mentioned in that sentence, but does not act.",
    ActsBefore "acts-before" "Acts in the paragraph before the quotation.",
    ActsAfter "acts-after" "Acts in the paragraph after the quotation.",
    FirstAfter "first-after" "Is the first to act after the quotation in the paragraph.",
    ParagraphOther "paragraph-other" "Is mentioned in the paragraph, but does not act.",
    PreviousSubject "previous-subject" "Acts in the paragraph before.",
    PreviousTurnSubject "previous-turn-subject" "Acts in the paragraph before, in which somebody speaks.",
    PreviousOther "previous-other" "Is mentioned in the paragraph before, but does not act.",
    Distance "distance" "Paragraphs since the last mention, as a logarithm.",
    Nobody "nobody" "Is somebody else than all who are known.",
    SpokeLast "spoke-last" "Spoke in the turn before.",
    SpokeLastNear "spoke-last-near" "Spoke in the turn before, and no paragraph stands between.",
    SpokeLastFar "spoke-last-far" "Spoke in the turn before, more than three paragraphs away.",
    SpokeLastHere "spoke-last-here" "Spoke in the turn before, in the same paragraph.",
    SpokeLastAsked "spoke-last-asked" "Spoke in the turn before, which ends with a question.",
    SpokeLastGoesOn "spoke-last-goes-on" "Spoke in the turn before, and the verb says that its speaker goes on.",
    SpokeLastAnswers "spoke-last-answers" "Spoke in the turn before, and the verb says that somebody answers.",
    SpokeBeforeLast "spoke-before-last" "Spoke last but one.",
    SpokeBeforeLastNear "spoke-before-last-near" "Spoke last but one, and all are turns since.",
    SpokeBeforeLastAnswers "spoke-before-last-answers" "Spoke last but one, and the verb says that somebody answers.",
    SpokeBeforeLastFar "spoke-before-last-far" "Spoke last but one, more than four paragraphs away.",
    SpokeBoth "spoke-both" "Spoke last and last but one.",
    SpeaksNear "speaks-near" "Turns nearby that name the candidate, as a logarithm.",
    Mentioned "mentioned" "Mentions so far, as a logarithm.",
    InQuotation "in-quotation" "Is named inside the quotation.",
    Addressed "addressed" "Is addressed inside the quotation.",
    AddressedLast "addressed-last" "Was addressed by the speaker before.",
    AddressedNext "addressed-next" "Is addressed by the speaker behind.",
    NamedNext "named-next" "Is named by the speaker behind.",
    NamedLast "named-last" "Was named by the speaker before.",
    AddresseeFits "addressee-fits" "Is of the gender that a turn beside it addresses: sir, madam.",
    AddresseeClashes "addressee-clashes" "Is of the other gender.",
    NamedBehind "named-behind" "Is called by name in the paragraph, behind the quotation.",
    SurePerson "sure-person" "Is shown to be a person by a title, a given name or a pronoun.",
    Speaks "speaks" "Turns of the whole text that name the candidate, as a logarithm.",
    Prominent "prominent" "Mentions in the whole text, as a logarithm.",
    NextSubject "next-subject" "Acts in the paragraph behind.",
    Ahead "ahead" "Is mentioned in the narration soon after.",
    Frequent "frequent" "Is one of those that the whole text mentions most.",
    ListenerLast "listener-last" "Was spoken to in the paragraph before.",
    Quoted "quoted" "Stands in quotation marks.",
    Cued "cued" "Is all that a cue reports.",
    InClause "in-clause" "Stands in a clause that a cue reports.",
    OneWord "one-word" "Is one word.",
    FewWords "few-words" "Is two or three words.",
    Length "length" "Number of words, as a logarithm.",
    SingleMarks "single-marks" "Stands in single marks.",
    StartsParagraph "starts-paragraph" "Starts its paragraph.",
    StartsSentence "starts-sentence" "Starts its sentence.",
    EndsSentence "ends-sentence" "Ends with a mark that ends a sentence.",
    EndsComma "ends-comma" "Ends with a comma.",
    StartsSmall "starts-small" "Starts with a small letter.",
    TitleCase "title-case" "Is written like a title.",
    AfterWork "after-work" "Stands behind a word for a work: novel, song.",
    AfterLabel "after-label" "Stands behind a word for a label: so-called.",
    AfterColon "after-colon" "Stands behind a colon.",
    AfterComma "after-comma" "Stands behind a comma.",
    AfterDeterminer "after-determiner" "Stands behind an article or a possessive.",
    AfterPreposition "after-preposition" "Stands behind a preposition.",
    AfterBracket "after-bracket" "Stands in brackets.",
    AfterCue "after-cue" "Stands right behind a reporting verb.",
    AfterJudgement "after-judgement" "Stands close behind a verb of praise, blame or naming.",
    CueBefore "cue-before" "A verb with a subject reports earlier in the sentence.",
    ThoughtBefore "thought-before" "That verb is one of thinking.",
    CueBehind "cue-behind" "A reporting verb follows in the sentence.",
    Resumes "resumes" "Narration leads from another quotation to it.",
    BeforeNoun "before-noun" "A word in small letters follows at once.",
    SpeaksOfSelf "speaks-of-self" "Says I, we or you.",
    HasVerb "has-verb" "Holds an auxiliary.",
    SpeechNear "speech-near" "Speech with a cue stands in the paragraph.",
    SeveralParagraphs "several-paragraphs" "Runs over several paragraphs.",
    ShortUncued "short-uncued" "Is at most three words, and no verb reports before it.",
    ShortDetermined "short-determined" "Is at most three words behind an article.",
    ShortBeforeNoun "short-before-noun" "Is at most three words before a noun.",
    ShortName "short-name" "Is at most three words within a sentence, the first a capital.",
    ShortGoverned "short-governed" "Is at most three words behind a preposition.",
    BeBefore "be-before" "Stands right behind a form of to be.",
}

impl Feature {
    /// So many are properties of a speaker; those behind them are of words in quotation marks.
    pub(super) const OF_SPEAKERS: usize = Self::Quoted as usize;

    /// For which candidates a feature of a turn's links holds: those who spoke in the turn before
    /// (0), in the one before that (1), in both (2).
    pub(crate) fn link(self) -> usize {
        use Feature::{
            SpokeBeforeLast, SpokeBeforeLastAnswers, SpokeBeforeLastFar, SpokeBeforeLastNear,
            SpokeBoth,
        };
        match self {
            SpokeBoth => 2,
            SpokeBeforeLast | SpokeBeforeLastNear | SpokeBeforeLastFar | SpokeBeforeLastAnswers => {
                1
            }
            _ => 0,
        }
    }

    /// Whether it has a value; all others hold or do not.
    fn is_measured(self) -> bool {
        use Feature::{Distance, Length, Mentioned, Prominent, Speaks, SpeaksNear};
        matches!(self, Distance | Length | Mentioned | Prominent | Speaks | SpeaksNear)
    }
}

/// More features than this no candidate has: many of them exclude each other.
const ROOM: usize = 40;
/// So many of them are measured.
const MEASURED: usize = 5;

/// The features that a candidate has, with their values, in the order in which they were added.
/// They lie in the value itself, since most candidates are soon forgotten.
#[derive(Clone, Debug)]
pub struct Features {
    all: [Feature; ROOM],
    count: usize,
    /// A bit for each feature that is among them.
    set: [u64; Feature::COUNT.div_ceil(64)],
    /// The values of those that are measured, in their order.
    values: [f64; MEASURED],
    measured: usize,
}

impl Default for Features {
    fn default() -> Self {
        Self {
            all: [Feature::Itself; ROOM],
            count: 0,
            set: [0; Feature::COUNT.div_ceil(64)],
            values: [0.0; MEASURED],
            measured: 0,
        }
    }
}

impl Features {
    /// Never inlined: in all its places the copies would be a good part of the download.
    #[inline(never)]
    pub(crate) fn add(&mut self, feature: Feature) {
        if let Some(place) = self.all.get_mut(self.count) {
            *place = feature;
            self.count += 1;
            self.set[feature as usize / 64] |= 1 << (feature as usize % 64);
        }
    }

    pub(crate) fn add_if(&mut self, holds: bool, feature: Feature) {
        if holds {
            self.add(feature);
        }
    }

    /// Adds a feature that may be there already.
    pub(crate) fn add_once(&mut self, feature: Feature) {
        self.add_if(!self.has(feature), feature);
    }

    /// Adds how many there are of something, as a logarithm; none are no feature.
    pub(crate) fn add_count(&mut self, feature: Feature, count: usize) {
        if let (1.., Some(value)) = (count, self.values.get_mut(self.measured)) {
            *value = logarithm(count);
            self.measured += 1;
            self.add(feature);
        }
    }

    /// Features and values, each feature at most once.
    pub fn iter(&self) -> impl Iterator<Item = (Feature, f64)> + '_ {
        let mut measured = 0;
        self.all.iter().take(self.count).map(move |&feature| {
            let value = self.values.get(measured).copied().unwrap_or(1.0);
            let is_measured = feature.is_measured();
            measured += usize::from(is_measured);
            (feature, if is_measured { value } else { 1.0 })
        })
    }

    pub(crate) fn has(&self, feature: Feature) -> bool {
        self.set[feature as usize / 64] >> (feature as usize % 64) & 1 != 0
    }
}

/// The logarithm of one more than `count`; those of small counts are kept, as they are asked for all
/// the time.
fn logarithm(count: usize) -> f64 {
    static SMALL: OnceLock<[f64; 64]> = OnceLock::new();
    let of = |count: usize| (1.0 + count as f64).ln();
    let small = SMALL.get_or_init(|| std::array::from_fn(of));
    small.get(count).copied().unwrap_or_else(|| of(count))
}
