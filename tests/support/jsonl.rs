//! What holds for the answers of `--jsonl` to any bytes.
//!
//! The command line is not a library, so its source is included here. That needs the packages of the
//! feature `cli`, so this module is not part of `support` and is included by its path.

#[allow(dead_code, reason = "only a part of the command line is called")]
#[path = "../../src/bin/quote-extractor/main.rs"]
mod command_line;

use std::io::{self, Cursor, Read};
use std::num::NonZero;

use command_line::answer::Answer;
use command_line::arguments::Arguments;
use command_line::jsonl::{Input, stream};
use serde_json::Value;

/// Any bytes: each line is answered by one line of JSON, with any number of threads.
pub fn lines(data: &[u8]) {
    let arguments = Arguments::default();
    let (mut printed, mut problems) = (Vec::new(), 0);
    for (index, line) in data.split(|byte| *byte == b'\n').enumerate() {
        let content = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii();
        let answer = Answer::new(line, index + 1, &arguments);
        assert_eq!(content.is_empty(), answer.is_none(), "line {index}");
        let Some(answer) = answer else { continue };
        let json = str::from_utf8(&answer.json).expect("an answer in UTF-8");
        let json = json.strip_suffix('\n').expect("an answer with an end");
        assert!(!json.contains('\n'), "{json}");
        assert_eq!(is_bad(content, json), answer.problem.is_some(), "{json}");
        problems += usize::from(answer.problem.is_some());
        printed.extend(answer.json);
    }
    // Starting threads takes longer than answering a line, so a fuzzer does it for some inputs only.
    if cfg!(test) || data.len().is_multiple_of(16) {
        for threads in [1, 3] {
            assert!(streamed(data, threads) == (printed.clone(), problems), "{threads} threads");
        }
    }
}

/// Whether `answer` reports an error; it must do so exactly if `line` is bad.
fn is_bad(line: &[u8], answer: &str) -> bool {
    let answer: Value = serde_json::from_str(answer).expect("an answer in JSON");
    let asked: Value = serde_json::from_slice(line).unwrap_or_default();
    // A float may lose its last digit each time it is read, so this one is read twice as well.
    let id = asked.get("id").unwrap_or(&Value::Null).to_string();
    assert_eq!(serde_json::from_str::<Value>(&id).ok().as_ref(), answer.get("id"), "{answer}");
    let lang = asked.get("lang").unwrap_or(&Value::Null);
    let good =
        asked.get("text").is_some_and(Value::is_string) && (lang.is_null() || lang.is_string());
    assert_eq!(good, answer.get("quotations").is_some_and(Value::is_array), "{answer}");
    assert_eq!(good, answer.get("speakers").is_some_and(Value::is_array), "{answer}");
    assert_eq!(good, !answer.get("error").is_some_and(Value::is_string), "{answer}");
    !good
}

/// What is printed for `data` with that many threads, and the number of problems reported.
fn streamed(data: &[u8], threads: usize) -> (Vec<u8>, usize) {
    let arguments = Arguments { threads: NonZero::new(threads), ..Arguments::default() };
    let opened = Box::new(Pieces { data: Cursor::new(data.to_vec()), length: threads * 7 });
    let input = Input { name: "input".into(), opened: Ok(opened) };
    let (mut out, mut problems) = (Vec::new(), 0);
    let complete = stream([input].into_iter(), &arguments, &mut out, |_| problems += 1);
    assert_eq!(complete.expect("memory to write to"), problems == 0);
    (out, problems)
}

/// Gives its data as a pipe may, a piece at a time.
struct Pieces {
    data: Cursor<Vec<u8>>,
    length: usize,
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(self.length);
        self.data.read(&mut buffer[..length])
    }
}
