//! Reads the arguments of the command line.

use std::num::NonZero;
use std::path::PathBuf;

use lexopt::prelude::*;
use quote_extractor::{Form, Options, PositionEncoding, QuotationKind, UnknownName};
use regex::Regex;

pub const HELP: &str = "\
Who said what: finds the quotations of a text and names their speakers.

Usage: quote-extractor [OPTIONS] [FILE…]

Reads UTF-8 text from each file and prints a report on it. Without a file, or for the file `-`, it
reads standard input.

Options:
  --jsonl             Read a JSON object {\"id\",\"text\",\"lang\"} from each line and answer it with
                      the report on a line, \"id\" first, in order, while reading. An object may also
                      have \"form\" and \"hints\"
  --threads N         With --jsonl: how many lines to work on at a time (default: one per core)
  --format FORMAT     json (default), csv or markdown
  --offsets UNIT      What offsets count: utf-8 (bytes, default), utf-16 or utf-32 (code points)
  --kinds KINDS       Only these kinds of quotation, of direct,mixed,indirect
  --form FORM         Read the text as article, transcript, mixed or plain (default: the text decides)
  --lang LANG         Language of the text, such as en or de-AT (default: the text decides)
  --speaker PATTERN   Only quotations of speakers whose name matches this regular expression
  -h, --help          Print this text
  -V, --version       Print the version

Exit status: 0 if everything was answered, 1 if some input could not be read, 2 if the options were
wrong.
";

/// What the arguments ask for.
pub enum Request {
    Help,
    Version,
    Run(Box<Arguments>),
}

/// The settings of a run.
#[derive(Default)]
pub struct Arguments {
    /// The files to read; none for standard input.
    pub files: Vec<PathBuf>,
    pub jsonl: bool,
    /// How many lines to answer at a time; one for each core if it is left out.
    pub threads: Option<NonZero<usize>>,
    pub format: Format,
    pub offsets: PositionEncoding,
    pub options: Options,
    pub speaker: Option<Regex>,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Json,
    Csv,
    Markdown,
}

/// Reads the arguments; the error says what is wrong with them.
pub fn read(mut parser: lexopt::Parser) -> Result<Request, lexopt::Error> {
    let mut arguments = Arguments::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Request::Help),
            Short('V') | Long("version") => return Ok(Request::Version),
            Long("jsonl") => arguments.jsonl = true,
            Long("threads") => arguments.threads = Some(parser.value()?.parse_with(threads)?),
            Long("format") => arguments.format = parser.value()?.parse_with(format)?,
            Long("offsets") => arguments.offsets = parser.value()?.parse_with(offsets)?,
            Long("kinds") => arguments.options.kinds = parser.value()?.parse_with(kinds)?,
            Long("form") => arguments.options.form = Some(parser.value()?.parse_with(form)?),
            Long("lang") => arguments.options.lang = parser.value()?.string()?,
            Long("speaker") => arguments.speaker = Some(parser.value()?.parse_with(Regex::new)?),
            Value(file) => arguments.files.push(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    if arguments.jsonl && arguments.format != Format::Json {
        return Err("--jsonl answers in JSON; leave --format out".into());
    }
    if arguments.threads.is_some() && !arguments.jsonl {
        return Err("--threads goes with --jsonl".into());
    }
    Ok(Request::Run(Box::new(arguments)))
}

/// The maximum number of threads. Each needs memory, and a larger number is a typing error.
const MAX_THREADS: usize = 256;

fn threads(number: &str) -> Result<NonZero<usize>, String> {
    let number = number.parse().ok().filter(|number: &NonZero<usize>| number.get() <= MAX_THREADS);
    number.ok_or_else(|| format!("use a number from 1 to {MAX_THREADS}"))
}

fn format(name: &str) -> Result<Format, String> {
    match name {
        "json" => Ok(Format::Json),
        "csv" => Ok(Format::Csv),
        "markdown" => Ok(Format::Markdown),
        _ => Err("use json, csv or markdown".into()),
    }
}

fn offsets(name: &str) -> Result<PositionEncoding, String> {
    name.parse().map_err(|error: UnknownName| error.to_string())
}

fn form(name: &str) -> Result<Form, String> {
    name.parse().map_err(|error: UnknownName| error.to_string())
}

fn kinds(names: &str) -> Result<Vec<QuotationKind>, String> {
    let kind = |name: &str| {
        let kind = name.trim().parse();
        kind.map_err(|error: UnknownName| format!("there is no kind `{name}`; {error}"))
    };
    names.split(',').map(kind).collect()
}
