//! `cargo xtask serve`: serves the page on this machine and opens it in a browser.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{fs, io, thread};

use anyhow::{Context, Result, bail};

use crate::sh::say;
use crate::{build, project};

const FIRST_PORT: u16 = 8080;

/// Runs the command; it ends when it is interrupted.
pub fn command(arguments: &[String]) -> Result<()> {
    let (mut port, mut open) = (FIRST_PORT, true);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--no-open" => open = false,
            "--port" => {
                let given = rest.next().context("--port needs a number")?;
                port = given.parse().with_context(|| format!("`{given}` is not a port number"))?;
            }
            other => bail!("serve does not know `{other}`; try `cargo xtask help`"),
        }
    }
    build::build(false)?;
    let listener = listen(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("The page is at {address} (Ctrl+C ends it)");
    if open {
        open_browser(&address);
    }
    for stream in listener.incoming().flatten() {
        // A browser may go away in the middle of an answer; that is no error.
        thread::spawn(move || answer(&stream));
    }
    Ok(())
}

/// Listens on `port`, or on a later one if that is taken.
fn listen(port: u16) -> Result<TcpListener> {
    for candidate in (port..=u16::MAX).take(20).chain([0]) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                say(&format!("port {candidate} is taken"));
            }
            bound => return bound.context("could not listen on 127.0.0.1"),
        }
    }
    bail!("no free port on 127.0.0.1")
}

/// Reads one request and answers it.
fn answer(mut stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    // No browser sends a longer request for these files.
    let mut lines = BufReader::new(io::Read::take(stream, 16 * 1024)).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|header| !header.is_empty()) {}

    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let found = find(project::root(), target);
    let (status, kind, body) = match (method, found) {
        ("GET" | "HEAD", Some(file)) => ("200 OK", mime_type(&file), fs::read(&file)?),
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain", b"Not found\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain", b"Only GET and HEAD\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that a request target names: index.html, or one below www/.
fn find(root: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    // No file here has a name that needs escapes, so none are decoded.
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    let relative = Path::new(path);
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let public = path == "index.html" || path.starts_with("www/");
    if !(path.chars().all(plain) && inside && public) {
        return None;
    }
    let (root, file) = (root.canonicalize().ok()?, root.join(relative).canonicalize().ok()?);
    (file.starts_with(root) && file.is_file()).then_some(file)
}

fn mime_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Opens the page; without a browser, the printed address has to do.
fn open_browser(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start"])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address);
    _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serves_the_page_and_nothing_outside_www() {
        let root = project::root();
        assert!(find(root, "/../Cargo.toml").is_none());
        for hidden in [
            "",
            "/Cargo.toml",
            "/www",
            "/www/",
            "/www/../Cargo.toml",
            "/www/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/www//etc/passwd",
            "/www/..\\Cargo.toml",
            "/.git/config",
            "/./Cargo.toml",
            "http://127.0.0.1/index.html",
            "/www/./../src/lib.rs",
        ] {
            assert_eq!(find(root, hidden), None, "{hidden}");
        }
    }

    #[test]
    fn finds_files_below_www_and_ignores_the_query() {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(folder.join("www/pkg")).unwrap();
        fs::write(folder.join("index.html"), "").unwrap();
        fs::write(folder.join("www/pkg/a_b-1.wasm"), "").unwrap();
        assert!(find(&folder, "/").unwrap().ends_with("index.html"));
        assert!(find(&folder, "/index.html?x=/../y").is_some());
        assert!(find(&folder, "/www/pkg/a_b-1.wasm?v=1#top").is_some());
        assert_eq!(find(&folder, "/www/pkg"), None);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_taken_port_is_skipped() {
        let taken = listen(FIRST_PORT).unwrap().local_addr().unwrap().port();
        let first = listen(taken).unwrap();
        let second = listen(first.local_addr().unwrap().port()).unwrap();
        assert_ne!(first.local_addr().unwrap(), second.local_addr().unwrap());
    }
}
