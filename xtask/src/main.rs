//! The project's own commands: `cargo xtask help` lists them.
//!
//! One module a command; what they share stands in [`sh`] (running programs), [`tools`] (what has
//! to be installed) and [`project`] (paths).

mod audit;
mod bench;
mod build;
mod dist;
mod fuzz;
mod parity;
mod project;
mod reproduce;
mod serve;
mod sh;
mod size;
mod spark;
mod test;
mod tools;
mod train;

use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND [OPTIONS]

Before the first one, install rustup and Node.js 20. Whatever else is missing is installed by the
command that needs it, which says so in one line.

Commands:
  build [--release]
      Compile the library for the browser and write the JavaScript that loads it to www/pkg.
      Adds the wasm32-unknown-unknown target. With --release the result is also made smaller by
      wasm-opt, from the npm package `binaryen`.

  serve [--port N] [--no-open]
      Build, serve index.html and www/ on 127.0.0.1 and open the page in a browser. The port is
      8080, or the next free one.

  test
      Format, lints, documentation, Rust tests, format and lints of the JavaScript and CSS, wasm
      build, types of the JavaScript, agreement of wasm and native results, browser tests, the
      element in Chromium, Firefox and WebKit, the example on Spark; then what is published: its
      size, and that others can take it. Installs the npm packages by lock file, pyspark where Java
      and Python 3 are installed, and the browsers with apt-get when they are missing and you are
      root.

  audit
      Licences, sources and known holes of the Rust and npm packages; says what it could not check.
      Installs cargo-deny in target/tools, which takes some minutes once. Part of `test`.

  parity FILE.jsonl… [--limit N]
      Run the native and the wasm build on every {\"id\",\"text\",\"lang\"} line and compare the
      whole reports.

  bench [FILE…] [--rounds N] [--seconds N] [--only PART] [--json FILE] [--write]
      Measure the native build and the wasm in Node.js and Chromium beside the npm packages
      compromise and quote-parser: throughput, time to the first result, memory, growth. Reads
      text files and {\"text\"} lines of .jsonl files, or else makes texts. --seconds bounds
      what the slowest takes for a round; --only takes speed, first, memory or growth; --json
      keeps the figures; --write puts the tables into docs/speed.md.

  dist [--check]
      Release builds of everything that is published: the site in dist/site, the npm package in
      dist/npm, one script and one HTML file with everything in them, the command line, the crate,
      and dist/manifest.json with sizes and hashes. Fails where a file is larger than its budget,
      and with --check where a copy of the checkout in another folder gives other files.

  web FOLDER
      What browsers and Node.js load of it, in a folder of your choice.

  fuzz [TARGET] [SECONDS]
      Try random input, guided by coverage, on one of the targets extract, offsets and jsonl, or on
      each; for 60 seconds where no time is given. Installs the nightly compiler and cargo-fuzz.

  spark
      Run the example of docs/examples/spark on a folder of texts and compare what it writes with
      the library. Says so where Java or Python 3 is missing, and does nothing then.

  train FILE.jsonl…
      Estimate the weights of the attribution model again from annotated documents and write them
      to src/attribution/weights.txt.

  held-out FILE.jsonl…
      Read documents as JSON lines on standard input and print a report for each, by weights that
      were estimated from the annotated files without it; then how sure and how right they were.

  help
      Print this.
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "help".into());
    let rest: Vec<String> = arguments.collect();
    if matches!(command.as_str(), "help" | "--help" | "-h")
        || rest.iter().any(|argument| argument == "--help" || argument == "-h")
    {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let done = match command.as_str() {
        "audit" => audit::command(&rest),
        "build" => build::command(&rest),
        "serve" => serve::command(&rest),
        "test" => test::command(&rest),
        "parity" => parity::command(&rest),
        "bench" => bench::command(&rest),
        "dist" => dist::command(&rest),
        "fuzz" => fuzz::command(&rest),
        "spark" => spark::command(&rest),
        "web" => dist::web_command(&rest),
        "train" => train::command(&rest),
        "held-out" => train::held_out::command(&rest),
        unknown => Err(anyhow::anyhow!("there is no command `{unknown}`; try `cargo xtask help`")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
