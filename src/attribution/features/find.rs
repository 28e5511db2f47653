//! The features that show whether a find is right: a quotation with the right extent, and its speaker.

use super::list::features;

/// What is asked of a find, and the kind of text in which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindSituation {
    /// Whether it is a quotation with the right extent, in a report.
    Report,
    /// The same in a story.
    Story,
    /// Whether it is wholly right, the speaker too, in a report.
    WholeReport,
    /// The same in a story.
    WholeStory,
}

impl FindSituation {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Report, Self::Story, Self::WholeReport, Self::WholeStory];

    /// The name used in the file of weights.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Report => "find",
            Self::Story => "story-find",
            Self::WholeReport => "whole",
            Self::WholeStory => "story-whole",
        }
    }
}

features! {
    /// One property of a find.
    FindFeature {
        Found "found" "Is a find.",
        Direct "direct" "Is direct.",
        Mixed "mixed" "Is mixed.",
        Uncued "uncued" "Has no cue.",
        CueBefore "cue-before" "Its cue stands before it.",
        CueInside "cue-inside" "Its cue stands inside.",
        Say "say" "Its cue is a verb of saying.",
        Tell "tell" "Its cue is a verb of telling.",
        Ask "ask" "Its cue is a verb of asking.",
        Think "think" "Its cue is a verb of thinking.",
        Judge "judge" "Its cue is a verb of praise, blame or naming.",
        Commit "commit" "Its cue is a verb of promising.",
        SourcePhrase "source-phrase" "Its cue is a phrase: according to.",
        NotPast "not-past" "Its cue is no verb in the past.",
        Group "group" "Auxiliaries or adverbs stand before its cue.",
        NoSource "no-source" "No words name its source.",
        Pronoun "pronoun" "Its source is a pronoun.",
        Noun "noun" "Its source is a noun.",
        Apposed "apposed" "Its source stands before an apposition.",
        Relative "relative" "Its source stands before a relative pronoun.",
        Shared "shared" "Its source is the subject of another verb.",
        Inverted "inverted" "Its source follows the cue.",
        Complementizer "complementizer" "Follows a complementizer: that.",
        Gap "gap" "Other words stand between the cue and it.",
        OneWord "one-word" "Is one word.",
        FewWords "few-words" "Is two to four words.",
        Length "length" "Number of words, as a logarithm.",
        StartsSentence "starts-sentence" "Starts its sentence.",
        WordsBefore "words-before" "Number of words before it in the sentence, as a logarithm.",
        StartsInMarks "starts-in-marks" "Starts with words in marks.",
        EndsInMarks "ends-in-marks" "Ends with words in marks.",
        EndsSentence "ends-sentence" "Ends its sentence.",
        BeforeComma "before-comma" "A comma follows.",
        BeforeWord "before-word" "A word follows.",
        BeforeCue "before-cue" "Its cue or the source of that follows.",
        Comma "comma" "Has a comma outside of marks.",
        Commas "commas" "Has several commas outside of marks.",
        Dash "dash" "Has a dash outside of marks.",
        Joined "joined" "Has a conjunction after a comma outside of marks.",
        Relatives "relatives" "Has a relative pronoun after a comma outside of marks.",
        InnerCue "inner-cue" "Has a cue outside of marks.",
        SeveralStretches "several-stretches" "Has several stretches in marks.",
        SeveralParts "several-parts" "Has several segments.",
        SpeechDoubtful "speech-doubtful" "Its words in marks are hardly more likely speech than not.",
        SpeechLikely "speech-likely" "Its words in marks are likely speech.",
        SingleMarks "single-marks" "Stands in single marks.",
        StartsLowercase "starts-lowercase" "Is direct and starts with a lowercase letter.",
        Heading "heading" "Stands in a heading.",
        HasVerb "has-verb" "Contains an auxiliary.",
        SpeaksOfSelf "speaks-of-self" "Says I, we or you.",
        ClauseOdds "clause-odds" "How likely it is reported speech as words beside a cue, as log-odds.",
        FindOdds "find-odds" "How likely it is a quotation with the right extent, as log-odds.",
        FindSure "find-sure" "How far those log-odds are above a limit.",
        SpeakerOdds "speaker-odds" "How likely its speaker is right, as log-odds.",
        SpeakerSure "speaker-sure" "How far those log-odds are above a limit.",
        Labelled "labelled" "A label or a line of attribution names its source.",
        Spoken "spoken" "Number of finds of the text with its speaker, as a logarithm.",
        Place "place" "Its speaker has the name of a place.",
        Linked "linked" "Its source is a noun, and the speaker has a name.",
        Plural "plural" "Its source is in the plural.",
        OneName "one-name" "The speaker has a name of one word.",
    }
}
