//! Why a quotation has its speaker: a code with its parts, and the sentence that they make in English.
//!
//! The page makes the same English sentence in `www/strings/en-reasons.js`.

use std::fmt;

use super::rule::{Evidence, Rule};

/// Why a quotation has its speaker, or none.
///
/// The code is a rule and, where the model chose between candidates, its strongest evidence. The other parts
/// are words to put into a sentence. [`Display`](fmt::Display) makes the English one; the page makes that of
/// its language.
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
        let Self { rule, source, .. } = self;
        let speaker = self.shown_speaker();
        if speaker.is_empty() {
            return match (source.as_str(), rule.shows_speaker()) {
                ("", _) => self.write_rule(Rule::Unknown, f),
                (_, true) => {
                    write!(f, "A quotation nearby has “{source}” as its source. {UNCERTAIN}")
                }
                (_, false) => {
                    self.write_rule(*rule, f)?;
                    write!(f, " {UNCERTAIN}")
                }
            };
        }
        if let (Some(evidence), true) = (self.evidence, source.is_empty()) {
            return write!(f, "{speaker} {}.", clause(evidence));
        }
        self.write_rule(*rule, f)?;
        // “The mayor” is no part of her name, so a reader wants to know whom the words refer to.
        let named = source.contains(&self.speaker) || self.speaker.contains(source.as_str());
        let explained = named || rule.shows_speaker();
        match self.evidence.or((!explained).then_some(Evidence::Antecedent)) {
            Some(evidence) => write!(f, " {speaker} {}.", clause(evidence)),
            None => Ok(()),
        }
    }
}

/// It is not certain whom the source refers to.
const UNCERTAIN: &str = "It is not certain who that is.";

impl Reason {
    /// The name of the speaker. A speaker without a name is called by words of the text, in quotation marks.
    fn shown_speaker(&self) -> String {
        let speaker = &self.speaker;
        if speaker.starts_with(char::is_lowercase) {
            format!("“{speaker}”")
        } else {
            speaker.clone()
        }
    }

    /// The sentence for `rule`.
    fn write_rule(&self, rule: Rule, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cue, source, .. } = self;
        let speaker = self.shown_speaker();
        match rule {
            Rule::CueThenSource => write!(f, "“{cue}” is followed by its subject “{source}”."),
            Rule::SourceThenCue => write!(f, "“{source}” is the subject of “{cue}”."),
            Rule::ApposedSource => {
                write!(f, "“{source}”, described between commas, is the subject of “{cue}”.")
            }
            Rule::RelativeClause => write!(f, "“{cue}” is in a relative clause about “{source}”."),
            Rule::SharedSubject => {
                write!(f, "“{source}” is the subject of the sentence, and also of “{cue}”.")
            }
            Rule::AccordingTo => write!(f, "“{cue}” names “{source}” as the source."),
            Rule::Label => write!(f, "The line is labelled “{source}”."),
            Rule::Colon => {
                write!(f, "A colon after a sentence about “{source}” introduces the quotation.")
            }
            Rule::SentenceSubject => write!(f, "“{source}” is the subject of the sentence."),
            Rule::SameParagraph => {
                write!(f, "{speaker} is quoted elsewhere in the same paragraph.")
            }
            Rule::ActionBeat => write!(f, "The paragraph describes what {speaker} does."),
            Rule::Continued => {
                write!(f, "{speaker} was quoted just before, and nobody else takes over.")
            }
            Rule::TurnTaking => write!(f, "{speaker} and the other speaker take turns."),
            Rule::LastNamed => write!(f, "{speaker} is the last one named before the quotation."),
            Rule::Unknown => f.write_str("Nothing in the text shows who said this."),
        }
    }
}

/// What the evidence says of the speaker, as the rest of a sentence.
const fn clause(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Antecedent => "is most likely the one these words refer to",
        Evidence::MentionedLast => "is the last one mentioned before the quotation",
        Evidence::MentionedRecently => "is one of the last two mentioned before the quotation",
        Evidence::ActsInSentence => "acts in the same sentence",
        Evidence::ActsBefore => "acts in the same paragraph, just before",
        Evidence::ActsAfter => "acts in the same paragraph, just after",
        Evidence::ActsInPreviousParagraph => "acts in the previous paragraph",
        Evidence::GoesOn => "was quoted just before, and nobody else takes over",
        Evidence::QuotedLast => "was the last one quoted",
        Evidence::TakesTurns => "takes turns with the other speaker",
        Evidence::QuotedNearby => "is quoted several times nearby",
        Evidence::AddressedInAnswer => "is addressed in the reply",
        Evidence::AddressedBefore => "was addressed just before",
        Evidence::MentionedMost => "is mentioned most often nearby",
        Evidence::Agrees => "is the one that the pronoun fits",
    }
}
