//! Who may have said a quotation.

mod address;
mod eligibility;
mod possible;
mod query;
mod search;

pub(crate) use possible::Candidate;
pub(super) use query::{Neighbour, Query};
pub(super) use search::Search;
