//! The answer to one line of `--jsonl`.

use std::str::FromStr;

use quote_extractor::{Hint, Options, Report, Span, UnknownName};
use serde::Serialize;
use serde_json::{Map, Value};

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
    match options(fields, arguments) {
        Ok(options) => {
            let options = options.decode(&text, arguments.offsets);
            let report = extract(&text, &options, arguments).encode(&text, arguments.offsets);
            Ok(Found { id, report })
        }
        Err(error) => Err(Problem { id, error }),
    }
}

/// The options of the command line, with what the fields of a line say of its text.
fn options(fields: &mut Map<String, Value>, arguments: &Arguments) -> Result<Options, String> {
    let mut options = arguments.options.clone();
    match fields.remove("lang") {
        None | Some(Value::Null) => {}
        Some(Value::String(lang)) => options.lang = lang,
        Some(_) => return Err("the field \"lang\" is not a string".into()),
    }
    match fields.remove("form") {
        None | Some(Value::Null) => {}
        Some(form) => options.form = Some(named("form", &form)?),
    }
    match fields.remove("hints") {
        None | Some(Value::Null) => {}
        Some(Value::Array(hints)) => {
            options.hints = hints.iter().map(hint).collect::<Result<_, _>>()?;
        }
        Some(_) => return Err("the field \"hints\" is not an array".into()),
    }
    Ok(options)
}

/// Reads `{"start", "end", "kind", "speaker"}`; the last one may be missing.
fn hint(value: &Value) -> Result<Hint, String> {
    let offset = |name: &str| {
        let offset = value.get(name).and_then(Value::as_u64);
        let offset = offset.and_then(|offset| usize::try_from(offset).ok());
        offset.ok_or_else(|| format!("a hint needs \"{name}\", a number"))
    };
    let span = Span::new(offset("start")?, offset("end")?);
    let hint = Hint::new(span, named("kind", value.get("kind").unwrap_or(&Value::Null))?);
    Ok(match value.get("speaker").and_then(Value::as_str) {
        Some(speaker) => hint.speaker(speaker),
        None => hint,
    })
}

/// Reads the value of the field `name`, one of the names of an enum.
fn named<T: FromStr<Err = UnknownName>>(name: &str, value: &Value) -> Result<T, String> {
    let value = value.as_str().unwrap_or_default();
    value.parse().map_err(|error| format!("there is no {name} \"{value}\"; {error}"))
}

/// `value` as a line of JSON. Neither type that is written here can fail to be written.
fn json(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}
