//! The features that the model scores: one list for candidates, one for quoted stretches.

mod list;
mod speaker;
mod speech;

pub use list::{Feature, Features};
pub use speaker::{Situation, SpeakerFeature};
pub use speech::{SpeechFeature, SpeechSituation};
