//! The rules that find a source or a speaker.

use crate::names::named;

named! {
    /// What decided an attribution.
    pub enum Rule {
        /// “…,” said Ann Lee.
        CueThenSource "cue-then-source",
        /// Ann Lee said: “…”
        SourceThenCue "source-then-cue",
        /// Ann Lee, the mayor, said: “…”
        ApposedSource "apposed-source",
        /// Ann Lee, who said “…”
        RelativeClause "relative-clause",
        /// Ann Lee went home and said “…”
        SharedSubject "shared-subject",
        /// According to Ann Lee, …
        AccordingTo "according-to",
        /// ANN LEE: …
        Label "label",
        /// Ann Lee was blunt: “…”
        Colon "colon",
        /// Ann Lee backed the “…”.
        SentenceSubject "sentence-subject",
        /// Another quotation of the paragraph names the speaker.
        SameParagraph "same-paragraph",
        /// The paragraph says what the speaker does.
        ActionBeat "action-beat",
        /// The speaker was quoted just before.
        Continued "continued",
        /// Two speakers take turns.
        TurnTaking "turn-taking",
        /// The speaker was named last before the quotation.
        LastNamed "last-named",
        /// Nothing shows who spoke.
        Unknown "unknown",
    }
}

impl Rule {
    /// Whether the rule finds the speaker without a source beside the quotation.
    pub(super) const fn shows_speaker(self) -> bool {
        matches!(
            self,
            Self::SameParagraph
                | Self::ActionBeat
                | Self::Continued
                | Self::TurnTaking
                | Self::LastNamed
        )
    }
}

named! {
    /// The strongest evidence for a speaker whom the model chose among several candidates.
    pub enum Evidence {
        /// The words beside the quotation refer to the speaker.
        Antecedent "antecedent",
        /// The speaker was mentioned last before the quotation.
        MentionedLast "mentioned-last",
        /// The speaker is one of the last two who were mentioned before the quotation.
        MentionedRecently "mentioned-recently",
        /// The speaker acts in the sentence of the quotation.
        ActsInSentence "acts-in-sentence",
        /// The speaker acts in the paragraph, before the quotation.
        ActsBefore "acts-before",
        /// The speaker acts in the paragraph, after the quotation.
        ActsAfter "acts-after",
        /// The speaker acts in the previous paragraph.
        ActsInPreviousParagraph "acts-in-previous-paragraph",
        /// The speaker was quoted just before, and nobody else takes over.
        GoesOn "goes-on",
        /// The speaker was the last one quoted.
        QuotedLast "quoted-last",
        /// The speaker takes turns with another one.
        TakesTurns "takes-turns",
        /// The speaker is quoted several times nearby.
        QuotedNearby "quoted-nearby",
        /// The next speaker addresses the speaker.
        AddressedInAnswer "addressed-in-answer",
        /// The previous speaker addressed the speaker.
        AddressedBefore "addressed-before",
        /// The speaker is mentioned most around the quotation.
        MentionedMost "mentioned-most",
        /// The pronoun agrees with the gender of the speaker.
        Agrees "agrees",
    }
}
