//! The features that distinguish speech from other words in quotation marks.

use super::list::features;

/// The kind of text in which words in quotation marks stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeechSituation {
    /// A report.
    Report,
    /// A story.
    Story,
}

impl SpeechSituation {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 2] = [Self::Report, Self::Story];

    /// The name used in the file of weights.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Report => "speech",
            Self::Story => "story-speech",
        }
    }
}

features! {
    /// One property of words in quotation marks.
    SpeechFeature {
        Quoted "quoted" "Stands in quotation marks.",
        Cued "cued" "Is all that a cue reports.",
        InClause "in-clause" "Is part of a clause that a cue reports.",
        OneWord "one-word" "Is one word.",
        FewWords "few-words" "Is two or three words.",
        Length "length" "Number of words, as a logarithm.",
        SingleMarks "single-marks" "Stands in single marks.",
        StartsParagraph "starts-paragraph" "Starts its paragraph.",
        StartsSentence "starts-sentence" "Starts its sentence.",
        EndsSentence "ends-sentence" "Ends with a mark that ends a sentence.",
        EndsComma "ends-comma" "Ends with a comma.",
        StartsLowercase "starts-lowercase" "Starts with a lowercase letter.",
        TitleCase "title-case" "Is written like a title.",
        AfterWork "after-work" "Follows a word for a work: novel, song.",
        AfterLabel "after-label" "Follows a word for a label: so-called.",
        AfterColon "after-colon" "Follows a colon.",
        AfterComma "after-comma" "Follows a comma.",
        AfterDeterminer "after-determiner" "Follows an article or a possessive.",
        AfterPreposition "after-preposition" "Follows a preposition.",
        AfterBracket "after-bracket" "Stands in brackets.",
        AfterCue "after-cue" "Directly follows a reporting verb.",
        AfterJudgement "after-judgement" "Closely follows a verb of praise, blame or naming.",
        CueBefore "cue-before" "A reporting verb with a subject stands before it in the sentence, or its noun has an owner: Lee's claim.",
        ThoughtBefore "thought-before" "That verb is one of thinking.",
        CueAfter "cue-after" "A reporting verb follows in the sentence.",
        Resumes "resumes" "Narration leads from another quotation to it.",
        BeforeNoun "before-noun" "A lowercase word follows directly.",
        SpeaksOfSelf "speaks-of-self" "Says I, we or you.",
        HasVerb "has-verb" "Contains an auxiliary.",
        SpeechNear "speech-near" "The paragraph contains speech with a cue.",
        SeveralParagraphs "several-paragraphs" "Runs over several paragraphs.",
        ShortUncued "short-uncued" "Is at most three words, and no reporting verb stands before it.",
        ShortDetermined "short-determined" "Is at most three words after an article.",
        ShortBeforeNoun "short-before-noun" "Is at most three words before a noun.",
        ShortName "short-name" "Is at most three words within a sentence, the first with a capital.",
        ShortGoverned "short-governed" "Is at most three words after a preposition.",
        ShortSubject "short-subject" "Is at most three words at the start of a sentence that goes on without a pause or a cue.",
        TitleGoverned "title-governed" "Is written like a title, after a preposition or the owner of a programme.",
        BeBefore "be-before" "Directly follows a form of to be.",
    }
}
