//! What attribution decides on: the results of the earlier stages and the model.

use std::ops::Deref;

use super::model::Model;
use crate::analysis::Analysis;

/// The results of the earlier stages, and the model.
#[derive(Clone, Copy)]
pub(crate) struct Findings<'a> {
    pub analysis: &'a Analysis<'a>,
    pub model: &'a Model,
}

impl<'a> Deref for Findings<'a> {
    type Target = Analysis<'a>;

    fn deref(&self) -> &Self::Target {
        self.analysis
    }
}
