//! The command line: reads text, prints who said what.
//!
//! `arguments` reads the options, `text` and `jsonl` the two kinds of input. `format` and `answer`
//! write the reports on them, and `select` keeps the speakers that `--speaker` names.
//!
//! Tests and fuzz targets include this file as a module, so its modules name each other by `super`.

pub(crate) mod answer;
pub(crate) mod arguments;
mod format;
pub(crate) mod jsonl;
mod select;
mod text;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use arguments::{Arguments, HELP, Request};
use quote_extractor::{Options, Report};

/// Whether all input was answered.
type Complete = bool;

fn main() -> ExitCode {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let done = match arguments::read(lexopt::Parser::from_env()) {
        Ok(Request::Help) => out.write_all(HELP.as_bytes()).map(|()| true),
        Ok(Request::Version) => {
            writeln!(out, "quote-extractor {}", env!("CARGO_PKG_VERSION")).map(|()| true)
        }
        Ok(Request::Run(arguments)) if arguments.jsonl => jsonl::run(&arguments, &mut out),
        Ok(Request::Run(arguments)) => text::run(&arguments, &mut out),
        Err(error) => {
            complain(format_args!("{error}; `quote-extractor --help` lists the options"));
            return ExitCode::from(2);
        }
    };
    match done.and_then(|complete| out.flush().map(|()| complete)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader has seen enough, as `head` in `quote-extractor … | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(format_args!("the output could not be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// The report of one text, limited to what the arguments ask for; its offsets are bytes.
fn extract(text: &str, options: &Options, arguments: &Arguments) -> Report {
    let report = quote_extractor::extract(text, options);
    match &arguments.speaker {
        Some(pattern) => select::speakers(report, pattern),
        None => report,
    }
}

/// Prints a problem on standard error, apart from the reports.
fn complain(problem: impl std::fmt::Display) {
    // If even that fails, there is no other place to print it.
    _ = writeln!(io::stderr(), "quote-extractor: {problem}");
}
