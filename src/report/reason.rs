//! Why a quotation has its speaker: a code with its parts, and the sentence that they make in English.

use std::fmt;

use super::rule::{Evidence, Rule};

/// Why a quotation has its speaker, or none.
///
/// The code is a rule and, where the model chose between candidates, its strongest evidence. The other parts
/// are words to put into a sentence. [`Display`](fmt::Display) makes the English one; the page makes its own
/// in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// What decided.
    pub rule: Rule,
    /// What spoke most for the speaker, if the model chose between candidates.
    pub evidence: Option<Evidence>,
    /// The words of the cue; empty if there is none.
    pub cue: String,
    /// The words that name the source; empty if there are none.
    pub source: String,
    /// The name of the speaker; empty if nobody is certain enough.
    pub speaker: String,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, evidence, source, speaker, .. } = self;
        if speaker.is_empty() && source.is_empty() {
            return self.write_rule(Rule::Unknown, f);
        }
        if let (Some(evidence), true) = (evidence, source.is_empty()) {
            return write!(f, "{speaker} {}.", clause(*evidence));
        }
        if rule.shows_speaker() && speaker.is_empty() {
            write!(f, "The words beside it name “{source}”.")?;
        } else {
            self.write_rule(*rule, f)?;
        }
        match evidence {
            _ if speaker.is_empty() => f.write_str(" Who that is stays open."),
            Some(evidence) => write!(f, " {speaker} {}.", clause(*evidence)),
            None => Ok(()),
        }
    }
}

impl Reason {
    /// The sentence for `rule`.
    fn write_rule(&self, rule: Rule, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cue, source, speaker, .. } = self;
        match rule {
            Rule::CueThenSource => write!(f, "“{cue}” is followed by its subject “{source}”."),
            Rule::SourceThenCue => write!(f, "“{source}” is the subject of “{cue}”."),
            Rule::ApposedSource => {
                write!(f, "“{source}”, described between commas, is the subject of “{cue}”.")
            }
            Rule::RelativeClause => write!(f, "A clause about “{source}” holds “{cue}”."),
            Rule::SharedSubject => {
                write!(f, "“{cue}” shares the subject “{source}” of its sentence.")
            }
            Rule::AccordingTo => write!(f, "“{cue}” names “{source}” as the source."),
            Rule::Label => write!(f, "The line is labelled “{source}”."),
            Rule::Colon => {
                write!(f, "A colon after a sentence about “{source}” opens the quotation.")
            }
            Rule::SentenceSubject => write!(f, "“{source}” is the subject of the sentence."),
            Rule::SameParagraph => write!(f, "{speaker} speaks in the same paragraph."),
            Rule::ActionBeat => write!(f, "The paragraph tells what {speaker} does."),
            Rule::Continued => {
                write!(f, "{speaker} was quoted just before, and nobody else takes over.")
            }
            Rule::TurnTaking => write!(f, "{speaker} and the other speaker take turns."),
            Rule::LastNamed => write!(f, "{speaker} is the last one named before."),
            Rule::Unknown => f.write_str("Nothing in the text shows who said this."),
        }
    }
}

/// What the evidence says of the speaker, as the rest of a sentence.
const fn clause(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Antecedent => "is whom these words most likely mean",
        Evidence::MentionedLast => "is the last one mentioned before",
        Evidence::MentionedRecently => "is one of the last two mentioned before",
        Evidence::ActsInSentence => "acts in the same sentence",
        Evidence::ActsBefore => "acts in the same paragraph, just before",
        Evidence::ActsAfter => "acts in the same paragraph, just after",
        Evidence::ActsInPreviousParagraph => "acts in the paragraph before",
        Evidence::GoesOn => "was quoted just before, and nobody else takes over",
        Evidence::QuotedLast => "was the last one quoted",
        Evidence::TakesTurns => "takes turns with the other speaker",
        Evidence::QuotedNearby => "is quoted again and again around here",
        Evidence::AddressedInAnswer => "is spoken to in the answer",
        Evidence::AddressedBefore => "was spoken to just before",
        Evidence::MentionedMost => "is the one mentioned most around here",
        Evidence::Agrees => "is the one that the pronoun fits",
    }
}
