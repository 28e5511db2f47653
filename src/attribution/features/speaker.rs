//! Situations, by what the text shows of a source, and the features of candidates for the speaker.

use super::list::features;

/// What the text shows of the source of a quotation before a candidate is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    /// A pronoun: "he said".
    Pronoun,
    /// A pronoun in a report, where people hardly talk with each other.
    ReportPronoun,
    /// A noun that may refer to somebody known by name: "the old man said".
    Noun,
    /// Nothing, in a conversation.
    Dialogue,
    /// Nothing, in a text where people do not talk with each other.
    Report,
    /// A name, or another case that needs no decision: the speaker, if known, helps to decide the turns
    /// around.
    Named,
}

impl Situation {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 6] =
        [Self::Pronoun, Self::ReportPronoun, Self::Noun, Self::Dialogue, Self::Report, Self::Named];

    /// The name used in the file of weights.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pronoun => "pronoun",
            Self::ReportPronoun => "report-pronoun",
            Self::Noun => "noun",
            Self::Dialogue => "dialogue",
            Self::Report => "report",
            Self::Named => "name",
        }
    }
}

features! {
    /// One property of a candidate for the speaker.
    SpeakerFeature {
        Itself "itself" "Is the entity that the source was resolved to.",
        Named "named" "Has a name.",
        HeadsHousehold "heads-household" "Has a title of a head of a household (Mrs.), and the source is a noun for one (mother).",
        Narrator "narrator" "Is the narrator.",
        GenderKnown "gender-known" "Is known to have the gender of the source.",
        Latest "latest" "Was mentioned last before the quotation, sources of quotations not counted.",
        SecondLatest "second-latest" "Was mentioned last but one.",
        ThirdLatest "third-latest" "Was mentioned last but two.",
        SentenceSubject "sentence-subject" "Acts in the sentence of the quotation.",
        SentenceOther "sentence-other" "Is mentioned in that sentence, but does not act.",
        ActsBefore "acts-before" "Acts in the paragraph before the quotation.",
        ActsAfter "acts-after" "Acts in the paragraph after the quotation.",
        FirstAfter "first-after" "Is the first to act after the quotation in the paragraph.",
        ParagraphOther "paragraph-other" "Is mentioned in the paragraph, but does not act.",
        EarlierScene "earlier-scene" "Was last mentioned in an earlier scene, before a heading or a line without words.",
        PreviousSubject "previous-subject" "Acts in the previous paragraph.",
        PreviousTurnSubject "previous-turn-subject" "Acts in the previous paragraph, in which somebody speaks.",
        PreviousOther "previous-other" "Is mentioned in the previous paragraph, but does not act.",
        Distance "distance" "Number of paragraphs since the last mention, as a logarithm.",
        Nobody "nobody" "Is somebody who is not among the known speakers.",
        SpokeLast "spoke-last" "Spoke in the previous turn.",
        SpokeLastNear "spoke-last-near" "Spoke in the previous turn, at most one paragraph away.",
        SpokeLastFar "spoke-last-far" "Spoke in the previous turn, more than three paragraphs away.",
        SpokeLastHere "spoke-last-here" "Spoke in the previous turn, in the same paragraph.",
        SpokeLastAsked "spoke-last-asked" "Spoke in the previous turn, which ends with a question.",
        SpokeLastGoesOn "spoke-last-goes-on" "Spoke in the previous turn, and the verb says that its speaker goes on.",
        SpokeLastAnswers "spoke-last-answers" "Spoke in the previous turn, and the verb says that somebody answers.",
        SpokeBeforeLast "spoke-before-last" "Spoke in the turn before the previous one.",
        SpokeBeforeLastNear "spoke-before-last-near" "Spoke in the turn before the previous one, at most two paragraphs away.",
        SpokeBeforeLastAnswers "spoke-before-last-answers" "Spoke in the turn before the previous one, and the verb says that somebody answers.",
        SpokeBeforeLastFar "spoke-before-last-far" "Spoke in the turn before the previous one, more than four paragraphs away.",
        SpokeBoth "spoke-both" "Spoke in the previous turn and in the one before.",
        SpeaksNear "speaks-near" "Number of turns nearby that name the candidate as their source, as a logarithm.",
        Mentioned "mentioned" "Number of mentions in the narration shortly before, as a logarithm.",
        InQuotation "in-quotation" "Is named inside the quotation.",
        Addressed "addressed" "Is addressed inside the quotation.",
        AddressedLast "addressed-last" "Was addressed by the previous speaker.",
        AddressedNext "addressed-next" "Is addressed by the next speaker.",
        NamedNext "named-next" "Is named by the next speaker.",
        NamedLast "named-last" "Was named by the previous speaker.",
        AddresseeFits "addressee-fits" "Has the gender that the turn before addresses: sir, madam.",
        AddresseeClashes "addressee-clashes" "Has another gender.",
        NextAddresseeFits "next-addressee-fits" "Has the gender that the turn after addresses.",
        NextAddresseeClashes "next-addressee-clashes" "Has another gender.",
        NamedAfter "named-after" "Is called by name in the paragraph, after the quotation.",
        SurePerson "sure-person" "Is shown to be a person by a title, a given name or a pronoun.",
        Speaks "speaks" "Number of quotations in the text that name the candidate as their source, as a logarithm.",
        Prominent "prominent" "Number of mentions in the narration of the text, as a logarithm.",
        NextSubject "next-subject" "Acts in the next paragraph.",
        Ahead "ahead" "Is mentioned in the narration soon after.",
        Frequent "frequent" "Is one of the persons that the text names most often.",
        ListenerLast "listener-last" "Was spoken to in the previous paragraph.",
        ListenerHere "listener-here" "Is spoken to in the sentence of the quotation: she said to Lee.",
        Introduced "introduced" "Acts in the last sentence of the previous paragraph, which ends with a colon or comma.",
        BeatFits "beat-fits" "Has the gender of the pronoun that acts beside the quotation: “…” She rose.",
        BeatClashes "beat-clashes" "Has another gender than that pronoun.",
        SpokenOf "spoken-of" "Number of turns nearby that name the candidate without addressing them, as a logarithm.",
        SpokenOfSurely "spoken-of-surely" "Number of those in which the grammar shows it: to Ann, Ann has; as a logarithm.",
        AddressedOdd "addressed-odd" "Is addressed in the third turn before or after.",
        AddressedEven "addressed-even" "Is addressed in the second turn before or after, which the same person may have said.",
        ActsNear "acts-near" "Number of times the candidate acts in the narration shortly before, as a logarithm.",
        ActsLatest "acts-latest" "Was the last to act before the quotation, sources of quotations not counted.",
        ActsSecond "acts-second" "Was the last but one to act.",
        ItselfNew "itself-new" "Is what the source describes, and is mentioned there for the first time.",
        ItselfKin "itself-kin" "Is what the source describes, a member of a family.",
        ItselfPerson "itself-person" "Is what the source describes, a noun that fits nearly everybody: man, girl.",
        ItselfOther "itself-other" "Is what the source describes, by a word for one of two: the other.",
        SharesSurname "shares-surname" "Has the surname of another candidate, and the source names a member of a family.",
    }
}

impl SpeakerFeature {
    /// The candidates to which a feature that links a turn to earlier ones applies: those who spoke in the
    /// previous turn (0), in the one before (1), in both (2).
    pub(crate) fn link(self) -> usize {
        match self {
            Self::SpokeBoth => 2,
            Self::SpokeBeforeLast
            | Self::SpokeBeforeLastNear
            | Self::SpokeBeforeLastFar
            | Self::SpokeBeforeLastAnswers => 1,
            _ => 0,
        }
    }
}
