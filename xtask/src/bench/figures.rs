//! The figures that `tests/bench/run.js` prints, with their median and range.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

/// What one contender needed in each round.
pub type Rounds = Vec<BTreeMap<String, f64>>;

/// All that was measured; `None` for a part that was not asked for.
pub struct Figures {
    /// Seconds of a pass over the texts.
    pub speed: Option<Speed>,
    /// Milliseconds from an empty page to the first result.
    pub first: Option<Rounds>,
    /// By how many bytes the memory of a process grew; `None` if the contender failed.
    pub memory: Option<BTreeMap<String, Option<f64>>>,
    /// How the work grew when the text was twice as long.
    pub growth: Option<Growth>,
    /// The versions of the programs that measured.
    pub versions: BTreeMap<String, String>,
}

/// How fast the contenders went over a set of texts.
pub struct Speed {
    /// How many texts there are in a pass.
    pub documents: f64,
    /// Their length in bytes of UTF-8.
    pub bytes: f64,
    /// How many texts they were chosen from.
    pub available: f64,
    /// Seconds of a pass.
    pub rounds: Rounds,
}

/// How many times as much work a text of twice the length is.
pub struct Growth {
    /// The length of the shorter text, in UTF-16 code units.
    pub length: f64,
    /// The factor for each shape of text, by the name of the shape.
    pub shapes: Vec<(String, f64)>,
}

/// The median and the range of several values.
#[derive(Clone, Copy)]
pub struct Spread {
    /// The median.
    pub median: f64,
    /// The smallest value.
    pub low: f64,
    /// The largest value.
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
                available: number(&speed["of"]["documents"])?,
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
                Some(Growth {
                    length: number(&growth["length"])?,
                    shapes: shapes.collect::<Result<_>>()?,
                })
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

/// The spread of what `value` gives for each round.
pub fn over(rounds: &Rounds, value: impl Fn(&BTreeMap<String, f64>) -> f64) -> Spread {
    let mut values: Vec<f64> = rounds.iter().map(value).collect();
    values.sort_by(f64::total_cmp);
    let at = |n: usize| values.get(n).copied().unwrap_or(f64::NAN);
    let last = values.len().saturating_sub(1);
    Spread { median: (at(last / 2) + at(last.div_ceil(2))) / 2.0, low: at(0), high: at(last) }
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().with_context(|| format!("{value} is not a number"))
}
