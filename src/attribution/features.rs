//! The features that the model scores: one list for candidates, one for quoted stretches, one for whole finds.

mod find;
mod list;
mod speaker;
mod speech;

pub use find::{FindFeature, FindSituation};
pub use list::{Feature, Features};
pub use speaker::{Situation, SpeakerFeature};
pub use speech::{SpeechFeature, SpeechSituation};
