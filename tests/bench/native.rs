//! The native build for `cargo xtask bench`, which talks to it over standard input and output.
//!
//! `bench-native FILE` reads texts with a zero byte between them. Each line of standard input is a
//! number of milliseconds: the program makes passes over all texts for at least that long, and prints
//! how many seconds one pass took. `bench-native --memory FILE` reads the file as one text and prints
//! by how many bytes the peak memory of the process grew.

use std::error::Error;
use std::hint::black_box;
use std::io::stdin;
use std::time::{Duration, Instant};
use std::{env, fs};

use quote_extractor::{Options, extract};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let options = Options::default();
    match arguments.as_slice() {
        [flag, file] if flag == "--memory" => {
            let text = fs::read_to_string(file)?;
            let before = peak_memory();
            black_box(extract(&text, &options));
            let grown = peak_memory().zip(before).map(|(after, before)| after - before);
            println!("{}", grown.map_or("null".into(), |bytes| bytes.to_string()));
        }
        [file] => {
            let content = fs::read_to_string(file)?;
            let texts: Vec<&str> = content.split('\0').collect();
            for line in stdin().lines() {
                println!("{}", seconds_per_pass(&texts, Duration::from_millis(line?.parse()?)));
            }
        }
        _ => return Err("see the documentation of this program".into()),
    }
    Ok(())
}

/// Makes passes over `texts`, and gives the seconds of one.
fn seconds_per_pass(texts: &[&str], at_least: Duration) -> f64 {
    let options = Options::default();
    let (began, before) = (Instant::now(), thread_seconds());
    let mut passes = 0.0;
    while passes == 0.0 || began.elapsed() < at_least {
        for text in texts {
            black_box(extract(text, &options));
        }
        passes += 1.0;
    }
    let took = thread_seconds().zip(before).map(|(after, before)| after - before);
    took.unwrap_or(began.elapsed().as_secs_f64()) / passes
}

/// The seconds that this thread has run on a core; known on Linux only.
fn thread_seconds() -> Option<f64> {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    statistics.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}

/// The peak memory of this process, in bytes; known on Linux only.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
