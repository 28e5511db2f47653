//! Features: what the decisions are made by. Speakers and quoted stretches have a list each.

mod list;
mod speaker;
mod speech;

pub use list::{Feature, Features};
pub use speaker::{Situation, SpeakerFeature};
pub use speech::{SpeechFeature, SpeechSituation};
