//! The figures that `tests/bench/run.js` prints, and what is middle and what is spread in them.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

/// What one contender needed in each round.
pub type Rounds = Vec<BTreeMap<String, f64>>;

/// All that was measured; a part that was not asked for is missing.
pub struct Figures {
    /// Seconds of a pass over the texts.
    pub speed: Option<Speed>,
    /// Milliseconds from nothing to the first result.
    pub first: Option<Rounds>,
    /// Bytes that the memory of a process grew by; none where the contender failed.
    pub memory: Option<BTreeMap<String, Option<f64>>>,
    /// How many times the work grew with twice the text, by shape, and the length of the shorter text.
    pub growth: Option<(f64, Vec<(String, f64)>)>,
    /// Of the programs that measured.
    pub versions: BTreeMap<String, String>,
}

/// What was gone over, and how fast.
pub struct Speed {
    /// Texts in a pass.
    pub documents: f64,
    /// Their bytes in UTF-8.
    pub bytes: f64,
    /// Texts that these were taken from.
    pub all: f64,
    /// Seconds of a pass.
    pub rounds: Rounds,
}

/// The middle of several values, and where they lie.
#[derive(Clone, Copy)]
pub struct Middle {
    /// Half of the values are not above it.
    pub median: f64,
    /// The smallest value.
    pub low: f64,
    /// The greatest value.
    pub high: f64,
}

impl Figures {
    /// Reads what the script printed.
    pub fn read(printed: &str) -> Result<Self> {
        let all: Value = serde_json::from_str(printed)?;
        let speed = match &all["speed"] {
            Value::Null => None,
            speed => Some(Speed {
                documents: number(&speed["documents"])?,
                bytes: number(&speed["bytes"])?,
                all: number(&speed["of"]["documents"])?,
                rounds: serde_json::from_value(speed["rounds"].clone())?,
            }),
        };
        let growth = match &all["growth"] {
            Value::Null => None,
            growth => {
                let shapes = growth["shapes"].as_array().context("no shapes")?.iter();
                let shapes = shapes.map(|shape| {
                    let name = shape["shape"].as_str().context("a shape without a name")?;
                    Ok((name.to_owned(), number(&shape["ratio"])?))
                });
                Some((number(&growth["length"])?, shapes.collect::<Result<_>>()?))
            }
        };
        Ok(Self {
            speed,
            first: serde_json::from_value(all["first"].clone())?,
            memory: serde_json::from_value(all["memory"].clone())?,
            growth,
            versions: serde_json::from_value(all["versions"].clone())?,
        })
    }
}

/// The middle of what `value` gives for each round.
pub fn over(rounds: &Rounds, value: impl Fn(&BTreeMap<String, f64>) -> f64) -> Middle {
    let mut values: Vec<f64> = rounds.iter().map(value).collect();
    values.sort_by(f64::total_cmp);
    let at = |n: usize| values.get(n).copied().unwrap_or(f64::NAN);
    let last = values.len().saturating_sub(1);
    Middle { median: (at(last / 2) + at(last.div_ceil(2))) / 2.0, low: at(0), high: at(last) }
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().with_context(|| format!("{value} is no number"))
}
