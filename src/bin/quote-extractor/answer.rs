//! The answer to one line of `--jsonl`.

use quote_extractor::{Options, Report};
use serde::Serialize;
use serde_json::Value;

use super::arguments::Arguments;
use super::extract;
use super::text::not_utf_8;

/// The answer as a line of JSON, and the problem if the line could not be answered.
pub struct Answer {
    /// Ends in a line feed.
    pub json: Vec<u8>,
    pub problem: Option<String>,
}

/// What is written for a good line.
#[derive(Serialize)]
struct Found {
    id: Value,
    #[serde(flatten)]
    report: Report,
}

/// What is written for a bad line.
#[derive(Serialize)]
struct Problem {
    id: Value,
    error: String,
}

impl Answer {
    /// Answers `line`, the line of that number; `None` for a blank line.
    pub fn new(line: &[u8], number: usize, arguments: &Arguments) -> Option<Self> {
        let content = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii();
        if content.is_empty() {
            return None;
        }
        Some(match find(content, arguments) {
            Ok(found) => Self { json: json(&found), problem: None },
            Err(Problem { id, error: problem }) => {
                let error = format!("line {number}: {problem}");
                Self { json: json(&Problem { id, error }), problem: Some(problem) }
            }
        })
    }
}

/// Reads one line and extracts from its text.
fn find(line: &[u8], arguments: &Arguments) -> Result<Found, Problem> {
    let without_id = |error| Problem { id: Value::Null, error };
    let line = str::from_utf8(line).map_err(|error| without_id(not_utf_8(line, error)))?;
    let mut value: Value = serde_json::from_str(line).map_err(|error| {
        let reason = error.to_string().replace(" at line 1 column ", " at column ");
        without_id(format!("the line is not JSON: {reason}"))
    })?;
    let Some(fields) = value.as_object_mut() else {
        return Err(without_id("write each line as {\"id\": …, \"text\": …}".into()));
    };
    let id = fields.remove("id").unwrap_or_default();
    let Some(Value::String(text)) = fields.remove("text") else {
        return Err(Problem {
            id,
            error: "the field \"text\" is missing or is not a string".into(),
        });
    };
    let report = match fields.remove("lang") {
        None | Some(Value::Null) => extract(&text, &arguments.options, arguments),
        Some(Value::String(lang)) => {
            let options = Options { lang, ..arguments.options.clone() };
            extract(&text, &options, arguments)
        }
        Some(_) => {
            return Err(Problem { id, error: "the field \"lang\" is not a string".into() });
        }
    };
    Ok(Found { id, report: report.encode(&text, arguments.offsets) })
}

/// `value` as a line of JSON. Neither type that is written here can fail to be written.
fn json(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}
