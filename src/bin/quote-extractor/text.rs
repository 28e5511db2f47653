//! Plain text: every file is one document.

use std::io::{self, Read, Write};
use std::path::{Display, Path, PathBuf};
use std::{fs, str};

use super::arguments::Arguments;
use super::format::Document;
use super::{Complete, complain, extract};

/// Prints a report on each file; names those that cannot be read.
pub fn run(arguments: &Arguments, out: &mut impl Write) -> io::Result<Complete> {
    let standard_input = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &standard_input[..] } else { &arguments.files };
    let mut answered = 0;
    for file in files {
        let text = match read(file) {
            Ok(text) => text,
            Err(problem) => {
                complain(format_args!("{}: {problem}", shown(file)));
                continue;
            }
        };
        let document = Document {
            name: &shown(file).to_string(),
            text: &text,
            report: extract(&text, &arguments.options, arguments),
            first: answered == 0,
            only: files.len() == 1,
        };
        document.write(out, arguments.format, arguments.offsets)?;
        answered += 1;
    }
    Ok(answered == files.len())
}

/// The name of a file in messages.
pub fn shown(file: &Path) -> Display<'_> {
    let file = if file == Path::new("-") { Path::new("standard input") } else { file };
    file.display()
}

/// Says where `bytes` stop being UTF-8, and what to do.
pub fn not_utf_8(bytes: &[u8], error: str::Utf8Error) -> String {
    let at = error.valid_up_to();
    format!(
        "byte {at} (0x{:02X}) is not UTF-8; save the text as UTF-8 and try again",
        bytes.get(at).copied().unwrap_or_default()
    )
}

/// The text of a file, or the reason why it cannot be read.
fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = match file {
        file if file == Path::new("-") => io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
        file => fs::read(file).map(|read| bytes = read),
    };
    read.map_err(|error| format!("{error}; check the name and try again"))?;
    String::from_utf8(bytes).map_err(|error| not_utf_8(error.as_bytes(), error.utf8_error()))
}
