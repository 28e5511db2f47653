//! `--jsonl`: a document a line, answered while the next one is read.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use quote_extractor::{Options, Report};
use serde::Serialize;
use serde_json::Value;

use crate::arguments::Arguments;
use crate::text::{not_utf_8, shown};
use crate::{Complete, complain, extract};

/// The answer to a good line.
#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(flatten)]
    report: Report,
}

/// The answer to a bad one.
#[derive(Serialize)]
struct Problem {
    id: Value,
    error: String,
}

/// Answers every line of every file.
pub fn run(arguments: &Arguments, out: &mut impl Write) -> io::Result<Complete> {
    if arguments.files.is_empty() {
        return stream(Path::new("-"), arguments, out);
    }
    let mut complete = true;
    for file in &arguments.files {
        complete &= stream(file, arguments, out)?;
    }
    Ok(complete)
}

/// Answers the lines of one file, keeping one of them in memory at a time.
fn stream(file: &Path, arguments: &Arguments, out: &mut impl Write) -> io::Result<Complete> {
    let opened: io::Result<Box<dyn Read>> = match file {
        file if file == Path::new("-") => Ok(Box::new(io::stdin())),
        file => File::open(file).map(|file| Box::new(file) as _),
    };
    let mut input = match opened {
        Ok(input) => BufReader::with_capacity(1 << 16, input),
        Err(error) => {
            complain(format_args!("{}: {error}; check the name and try again", shown(file)));
            return Ok(false);
        }
    };
    let mut complete = true;
    let mut line = Vec::new();
    for number in 1.. {
        // Whoever waits for an answer before sending the next line must get it.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                complain(format_args!("{}, line {number}: {error}", shown(file)));
                return Ok(false);
            }
        }
        let content = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line).trim_ascii();
        if content.is_empty() {
            continue;
        }
        match answer(content, arguments) {
            Ok(answer) => serde_json::to_writer(&mut *out, &answer)?,
            Err(mut problem) => {
                complete = false;
                complain(format_args!("{}, line {number}: {}", shown(file), problem.error));
                problem.error = format!("line {number}: {}", problem.error);
                serde_json::to_writer(&mut *out, &problem)?;
            }
        }
        out.write_all(b"\n")?;
    }
    Ok(complete)
}

/// Reads one line and extracts from its text.
fn answer(line: &[u8], arguments: &Arguments) -> Result<Answer, Problem> {
    let anonymous = |error| Problem { id: Value::Null, error };
    let line = str::from_utf8(line).map_err(|error| anonymous(not_utf_8(line, error)))?;
    let mut value: Value = serde_json::from_str(line).map_err(|error| {
        let reason = error.to_string().replace(" at line 1 column ", " at column ");
        anonymous(format!("the line is not JSON: {reason}"))
    })?;
    let Some(fields) = value.as_object_mut() else {
        return Err(anonymous("write each line as {\"id\": …, \"text\": …}".into()));
    };
    let id = fields.remove("id").unwrap_or_default();
    let Some(Value::String(text)) = fields.remove("text") else {
        return Err(Problem { id, error: "the field \"text\" must be there, a string".into() });
    };
    let report = match fields.remove("lang") {
        None | Some(Value::Null) => extract(&text, &arguments.options, arguments),
        Some(Value::String(lang)) => {
            let options = Options { lang, ..arguments.options.clone() };
            extract(&text, &options, arguments)
        }
        Some(_) => {
            return Err(Problem { id, error: "the field \"lang\" must be a string".into() });
        }
    };
    Ok(Answer { id, report: report.encode(&text, arguments.offsets) })
}
