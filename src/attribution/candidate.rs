//! Who may have said a quotation.

mod address;
mod eligibility;
mod entry;
mod possible;
mod query;
mod search;
mod surroundings;

pub(super) use address::{addressed_gender, is_addressed};
pub(crate) use possible::Candidate;
pub(super) use query::{Neighbour, Query};
pub(super) use search::Search;
