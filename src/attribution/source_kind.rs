//! Kinds of sources, by how reliably they identify the speaker.

use crate::mention::MentionKind;

/// What kind of words the source is, and in what kind of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A name in a story.
    StoryName,
    /// A description or "I" in a story.
    StoryOther,
    /// A name in a report.
    ReportName,
    /// A description in a report.
    ReportOther,
}

impl SourceKind {
    /// All of them, in the order of their numbers.
    pub(crate) const ALL: [Self; 4] =
        [Self::StoryName, Self::StoryOther, Self::ReportName, Self::ReportOther];

    /// The kind of a source that is a `mention` of this kind.
    pub(crate) const fn of(story: bool, mention: MentionKind) -> Self {
        match (story, mention) {
            (true, MentionKind::Name) => Self::StoryName,
            (true, _) => Self::StoryOther,
            (false, MentionKind::Name) => Self::ReportName,
            (false, _) => Self::ReportOther,
        }
    }

    /// The name used in the file of weights.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StoryName => "story-name",
            Self::StoryOther => "story-other",
            Self::ReportName => "report-name",
            Self::ReportOther => "report-other",
        }
    }
}
