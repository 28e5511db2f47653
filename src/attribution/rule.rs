//! The rules by which a source is found, their names and the words that explain them.

/// What decided an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    CueThenSource,
    SourceThenCue,
    ApposedSource,
    RelativeClause,
    SharedSubject,
    AccordingTo,
    Label,
    Colon,
    SentenceSubject,
    SameParagraph,
    ActionBeat,
    Continued,
    TurnTaking,
    LastNamed,
    Unknown,
}

impl Rule {
    /// All of them, in the order of their numbers.
    pub(crate) const ALL: [Self; 15] = [
        Self::CueThenSource,
        Self::SourceThenCue,
        Self::ApposedSource,
        Self::RelativeClause,
        Self::SharedSubject,
        Self::AccordingTo,
        Self::Label,
        Self::Colon,
        Self::SentenceSubject,
        Self::SameParagraph,
        Self::ActionBeat,
        Self::Continued,
        Self::TurnTaking,
        Self::LastNamed,
        Self::Unknown,
    ];

    /// The name used in reports and in the file of weights.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::CueThenSource => "cue-then-source",
            Self::SourceThenCue => "source-then-cue",
            Self::ApposedSource => "apposed-source",
            Self::RelativeClause => "relative-clause",
            Self::SharedSubject => "shared-subject",
            Self::AccordingTo => "according-to",
            Self::Label => "label",
            Self::Colon => "colon",
            Self::SentenceSubject => "sentence-subject",
            Self::SameParagraph => "same-paragraph",
            Self::ActionBeat => "action-beat",
            Self::Continued => "continued",
            Self::TurnTaking => "turn-taking",
            Self::LastNamed => "last-named",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the reason speaks of the speaker, not of words beside the quotation.
    pub(crate) const fn names_speaker(self) -> bool {
        matches!(
            self,
            Self::SameParagraph
                | Self::ActionBeat
                | Self::Continued
                | Self::TurnTaking
                | Self::LastNamed
        )
    }

    /// The decision in one sentence, in its parts; `cue` and `source` are words of the text.
    pub(crate) fn reason<'a>(
        self,
        cue: &'a str,
        source: &'a str,
        speaker: &'a str,
    ) -> [&'a str; 5] {
        match self {
            Self::CueThenSource => ["“", cue, "” is followed by its subject “", source, "”."],
            Self::SourceThenCue => ["“", source, "” is the subject of “", cue, "”."],
            Self::ApposedSource => {
                ["“", source, "”, described between commas, is the subject of “", cue, "”."]
            }
            Self::RelativeClause => ["A clause about “", source, "” holds “", cue, "”."],
            Self::SharedSubject => {
                ["“", cue, "” shares the subject “", source, "” of its sentence."]
            }
            Self::AccordingTo => ["“", cue, "” names “", source, "” as the source."],
            Self::Label => ["The line is labelled “", source, "”.", "", ""],
            Self::Colon => {
                ["A colon after a sentence about “", source, "” opens the quotation.", "", ""]
            }
            Self::SentenceSubject => ["“", source, "” is the subject of the sentence.", "", ""],
            Self::SameParagraph => [speaker, " speaks in the same paragraph.", "", "", ""],
            Self::ActionBeat => ["The paragraph tells what ", speaker, " does.", "", ""],
            Self::Continued => {
                [speaker, " was quoted just before, and nobody else takes over.", "", "", ""]
            }
            Self::TurnTaking => [speaker, " and the other speaker take turns.", "", "", ""],
            Self::LastNamed => [speaker, " is the last one named before.", "", "", ""],
            Self::Unknown => ["Nothing in the text shows who said this.", "", "", "", ""],
        }
    }
}
