//! `--jsonl`: one document per line, answered on all cores, in order, while the next ones are read.
//!
//! One thread reads lines, others answer them, and the calling thread writes the answers. The number
//! of lines between reading and writing is bounded, so memory does not grow with the stream.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, Builder};

use super::answer::Answer;
use super::arguments::Arguments;
use super::text::shown;
use super::{Complete, complain};

/// How many lines per thread are read ahead. With more lines, threads wait less often for a long
/// document; with fewer, long documents need less memory.
const LINES_PER_THREAD: usize = 8;

/// A source of lines, and its name in messages.
pub struct Input {
    pub name: String,
    pub opened: io::Result<Box<dyn Read + Send>>,
}

/// A line for the next free thread, and where its answer goes.
struct Job {
    line: Vec<u8>,
    number: usize,
    answer: SyncSender<Option<Answer>>,
}

/// What is written next, in the order of the lines.
enum Pending {
    Line {
        input: Arc<str>,
        number: usize,
        answer: Receiver<Option<Answer>>,
    },
    /// The rest of an input could not be read, for this reason.
    Unread(String),
}

/// Answers every line of every file.
pub fn run(arguments: &Arguments, out: &mut impl Write) -> io::Result<Complete> {
    let standard_input = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &standard_input[..] } else { &arguments.files };
    stream(files.iter().map(|file| open(file)), arguments, out, complain)
}

fn open(file: &Path) -> Input {
    let opened = match file {
        file if file == Path::new("-") => Ok(Box::new(io::stdin()) as _),
        file => File::open(file).map(|file| Box::new(file) as _),
    };
    Input { name: shown(file).to_string(), opened }
}

/// Answers every line of `inputs` on `out`, and hands the problems with bad lines to `complain`.
///
/// At most `LINES_PER_THREAD` lines per thread, and two more, are in memory at a time.
pub fn stream(
    inputs: impl Iterator<Item = Input> + Send,
    arguments: &Arguments,
    out: &mut impl Write,
    complain: impl FnMut(String),
) -> io::Result<Complete> {
    let threads = arguments.threads.or_else(|| thread::available_parallelism().ok());
    let threads = threads.map_or(1, NonZero::get);
    let (pending, next_pending) = sync_channel(threads * LINES_PER_THREAD);
    let (jobs, next_job) = sync_channel(threads * LINES_PER_THREAD);
    let next_job = Arc::new(Mutex::new(next_job));
    // All ends of the queues move into the scope: a thread that fails closes its ends, and no other
    // thread waits for it.
    thread::scope(move |scope| {
        for _ in 0..threads {
            let next_job = Arc::clone(&next_job);
            Builder::new().spawn_scoped(scope, move || work(&next_job, arguments))?;
        }
        drop(next_job);
        Builder::new().spawn_scoped(scope, move || read(inputs, &jobs, &pending))?;
        write(&next_pending, out, complain)
    })
}

/// Reads the lines of all inputs, until there are no more or nobody takes them.
fn read(
    inputs: impl Iterator<Item = Input>,
    jobs: &SyncSender<Job>,
    pending: &SyncSender<Pending>,
) {
    for Input { name, opened } in inputs {
        let name: Arc<str> = name.into();
        let mut input = match opened {
            Ok(input) => BufReader::with_capacity(1 << 16, input),
            Err(error) => {
                let problem = format!("{name}: {error}; check the name and try again");
                if pending.send(Pending::Unread(problem)).is_err() {
                    return;
                }
                continue;
            }
        };
        for number in 1.. {
            let mut line = Vec::new();
            match input.read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => {
                    let problem = format!("{name}, line {number}: {error}");
                    if pending.send(Pending::Unread(problem)).is_err() {
                        return;
                    }
                    break;
                }
            }
            let (sender, answer) = sync_channel(1);
            let next = Pending::Line { input: Arc::clone(&name), number, answer };
            if pending.send(next).is_err()
                || jobs.send(Job { line, number, answer: sender }).is_err()
            {
                return;
            }
        }
    }
}

/// Answers one line after the other.
fn work(next_job: &Mutex<Receiver<Job>>, arguments: &Arguments) {
    loop {
        // The lock is held while a line is taken, not while it is answered.
        let job = next_job.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { line, number, answer }) = job else { return };
        // If the output is gone, nobody waits for the answer.
        _ = answer.send(Answer::new(&line, number, arguments));
    }
}

/// Writes the answers in the order of their lines.
fn write(
    pending: &Receiver<Pending>,
    out: &mut impl Write,
    mut complain: impl FnMut(String),
) -> io::Result<Complete> {
    let mut complete = true;
    while let Some(next) = next_or_flush(pending, out)? {
        let problem = match next {
            Pending::Unread(problem) => problem,
            Pending::Line { input, number, answer } => {
                let Some(answer) = next_or_flush(&answer, out)? else {
                    return Err(io::Error::other(format!("{input}, line {number} has no answer")));
                };
                let Some(answer) = answer else { continue };
                out.write_all(&answer.json)?;
                let Some(problem) = answer.problem else { continue };
                format!("{input}, line {number}: {problem}")
            }
        };
        complete = false;
        complain(problem);
    }
    Ok(complete)
}

/// The next value, or `None` after the last.
///
/// It flushes `out` before it waits: a program that sends the next line only after it has the answer
/// to the last one must get that answer.
fn next_or_flush<T>(next: &Receiver<T>, out: &mut impl Write) -> io::Result<Option<T>> {
    match next.try_recv() {
        Ok(next) => Ok(Some(next)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            out.flush()?;
            Ok(next.recv().ok())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    /// Gives one line per call and counts them.
    struct Lines<'a> {
        left: usize,
        read: &'a AtomicUsize,
    }

    impl Read for Lines<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.left == 0 {
                return Ok(0);
            }
            self.left -= 1;
            self.read.fetch_add(1, Ordering::SeqCst);
            (&b"{\"text\":\"x\"}\n"[..]).read(buffer)
        }
    }

    /// Takes answers more slowly than they come.
    struct Slow<'a> {
        written: usize,
        most: usize,
        read: &'a AtomicUsize,
    }

    impl Write for Slow<'_> {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            thread::sleep(Duration::from_micros(200));
            self.most = self.most.max(self.read.load(Ordering::SeqCst) - self.written);
            self.written += 1;
            Ok(line.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_slow_reader_of_answers_keeps_lines_from_being_read() {
        for threads in [1, 3] {
            let read = Box::leak(Box::new(AtomicUsize::new(0)));
            let mut out = Slow { written: 0, most: 0, read };
            let opened: Box<dyn Read + Send> = Box::new(Lines { left: 2000, read });
            let inputs = [Input { name: "lines".into(), opened: Ok(opened) }];
            let arguments = Arguments { threads: NonZero::new(threads), ..Arguments::default() };
            let complain = |problem| panic!("{problem}");
            assert!(stream(inputs.into_iter(), &arguments, &mut out, complain).unwrap());
            assert_eq!(out.written, 2000);
            assert!(out.most <= threads * LINES_PER_THREAD + 2, "{} lines in memory", out.most);
        }
    }

    #[test]
    fn an_output_that_fails_ends_the_stream() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let read = Box::leak(Box::new(AtomicUsize::new(0)));
        let opened: Box<dyn Read + Send> = Box::new(Lines { left: usize::MAX, read });
        let inputs = [Input { name: "lines".into(), opened: Ok(opened) }];
        let done = stream(inputs.into_iter(), &Arguments::default(), &mut Full, |_| {});
        assert_eq!(done.unwrap_err().kind(), io::ErrorKind::StorageFull);
    }
}
