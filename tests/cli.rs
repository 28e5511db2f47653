//! The command line, run as a person or a script runs it.

#![cfg(feature = "cli")]

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::{env, fs, process, thread};

use serde_json::{Value, json};

/// A text with one quotation whose offsets differ in every encoding.
const TEXT: &str = "😀é “We waited,” Ann Lee said.";

/// Runs the command with `input` as standard input.
fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    let mut child = start(arguments);
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.into());
    // The command may end before it has read everything.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn start(arguments: &[&str]) -> process::Child {
    Command::new(env!("CARGO_BIN_EXE_quote-extractor"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json_lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A file in a folder of its own, so that tests do not disturb each other.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn the_report_has_its_keys_in_order() {
    let output = run(&[], TEXT);
    assert!(output.status.success(), "{}", stderr(&output));
    let printed = stdout(&output);
    let keys = [
        "quotations",
        "kind",
        "text",
        "content",
        "start",
        "end",
        "verbatim",
        "start",
        "end",
        "cue",
        "source",
        "speaker",
        "confidence",
        "rule",
        "reason",
        "speakers",
        "name",
        "role",
        "kind",
        "mentions",
    ];
    let mut rest = printed.as_str();
    for key in keys {
        let quoted = format!("\"{key}\":");
        let at = rest.find(&quoted).unwrap_or_else(|| panic!("no {key} in its place: {printed}"));
        rest = &rest[at + quoted.len()..];
    }
    let report: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(report["quotations"][0]["text"], "We waited,");
    assert_eq!(report["quotations"][0]["content"], json!([{ "start": 10, "end": 20 }]));
}

#[test]
fn offsets_count_what_was_asked_for() {
    for (unit, start) in [("utf-8", 10), ("utf-16", 5), ("utf-32", 4)] {
        let output = run(&["--offsets", unit], TEXT);
        let report: Value = serde_json::from_str(&stdout(&output)).unwrap();
        let content = &report["quotations"][0]["content"];
        assert_eq!(content, &json!([{ "start": start, "end": start + 10 }]), "{unit}");
    }
}

#[test]
fn a_byte_order_mark_counts_and_does_no_harm() {
    let output = run(&[], "\u{FEFF}“Yes,” said Ann.");
    let report: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(report["quotations"][0]["content"], json!([{ "start": 6, "end": 10 }]));
    let line = format!("\u{FEFF}{}", json!({ "id": 1, "text": TEXT }));
    assert!(run(&["--jsonl"], line).status.success());
}

#[test]
fn json_lines_are_answered_in_order() {
    let lines: String = (0..500)
        .map(|n| format!("{}\r\n\n", json!({ "id": n, "text": TEXT, "lang": "en" })))
        .collect();
    let output = run(&["--jsonl", "--offsets", "utf-32"], lines);
    assert!(output.status.success(), "{}", stderr(&output));
    let answers = json_lines(&output);
    assert!(
        answers
            .iter()
            .map(|answer| &answer["id"])
            .eq(&(0..500).map(Value::from).collect::<Vec<_>>())
    );
    let start =
        r#"{"id":0,"lang":"en","reading":"words","form":"plain","blocks":[{"start":0,"end":"#;
    assert!(stdout(&output).starts_with(start), "{}", stdout(&output));
    assert_eq!(answers[7]["quotations"][0]["content"][0]["start"], 4);
}

#[test]
fn a_line_may_say_how_to_read_its_text() {
    let transcript = "LEE: Did it rain?\n\nNOVAK: All day.\n\nLEE: Yes.";
    let hint = json!({ "start": 0, "end": 6, "kind": "furniture" });
    let lines = [
        json!({ "id": "told", "text": transcript }),
        json!({ "id": "form", "text": transcript, "form": "article" }),
        json!({ "id": "hint", "text": "“Où?”\n\nIt rained.", "hints": [hint] }),
    ];
    let lines = lines.map(|line| line.to_string()).join("\n");
    let answers = json_lines(&run(&["--jsonl", "--offsets", "utf-32"], lines));
    let form = |n: usize| (answers[n]["form"].as_str(), answers[n]["speakers"].as_array());
    let speakers = form(0).1.map(Vec::len);
    assert_eq!((form(0).0, speakers), (Some("transcript"), Some(2)));
    assert_eq!((form(1).0, form(1).1.map(Vec::len)), (Some("article"), Some(0)));
    let blocks = answers[2]["blocks"].as_array().unwrap();
    assert_eq!(blocks[0], json!({ "start": 0, "end": 5, "kind": "furniture" }));
    assert_eq!(blocks[1], json!({ "start": 7, "end": 17, "kind": "paragraph" }));
}

#[test]
fn a_line_that_cannot_be_read_says_why() {
    for (field, problem) in [
        (json!({ "form": "novel" }), "use article, transcript, mixed or plain"),
        (json!({ "hints": 3 }), "the field \"hints\" is not an array"),
        (json!({ "hints": [{ "start": 0, "kind": "quote" }] }), "a hint needs \"end\", a number"),
        (
            json!({ "hints": [{ "start": 0, "end": 1, "kind": "menu" }] }),
            "there is no kind \"menu\"",
        ),
        (json!({ "hints": [7] }), "a hint needs \"start\", a number"),
    ] {
        let mut line = field.clone();
        line["text"] = json!(TEXT);
        let output = run(&["--jsonl"], line.to_string());
        let answers = json_lines(&output);
        assert!(answers[0]["error"].as_str().unwrap_or("").contains(problem), "{}", answers[0]);
    }
}

#[test]
fn a_bad_line_is_answered_and_the_rest_goes_on() {
    let mut input = br#"{"id":"a","text":"x"}
nonsense
{"id":"c"}
{"id":"d","text":"x","lang":3}
["e"]
"#
    .to_vec();
    input.extend(
        b"{\"id\":\"f\",\"text\":\"\xFF\"}\n{\"id\":{\"n\":[7]},\"text\":\"\",\"lang\":null}",
    );
    let output = run(&["--jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    let answers = json_lines(&output);
    let ids: Vec<_> = answers.iter().map(|answer| answer["id"].clone()).collect();
    let none = Value::Null;
    assert_eq!(
        ids,
        [json!("a"), none.clone(), json!("c"), json!("d"), none.clone(), none, json!({ "n": [7] })]
    );
    let errors: Vec<_> =
        answers.iter().map(|answer| answer["error"].as_str().unwrap_or("")).collect();
    for (error, words) in errors.iter().zip([
        "",
        "line 2: ",
        "\"text\"",
        "\"lang\"",
        "line 5: ",
        "byte 18 (0xFF)",
        "",
    ]) {
        assert!(error.contains(words) && error.is_empty() == words.is_empty(), "{error} / {words}");
    }
    assert!(stderr(&output).contains("standard input, line 3: "), "{}", stderr(&output));
}

#[test]
fn an_answer_comes_before_the_next_line_is_sent() {
    let mut child = start(&["--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for n in 0..3 {
        writeln!(stdin, "{}", json!({ "id": n, "text": TEXT })).unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(answer.starts_with(&format!("{{\"id\":{n},")), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn many_threads_keep_the_order_and_a_long_line_among_short_ones_its_place() {
    // Each long one keeps a thread busy while the others answer hundreds of lines.
    let text = |n: usize| if n % 400 == 3 { TEXT.repeat(3000) } else { format!("{n} {TEXT}") };
    let lines: String = (0..1200)
        .map(|n| match n % 50 {
            7 => format!("line {n} is no JSON\n"),
            _ => format!("{}\n", json!({ "id": n, "text": text(n) })),
        })
        .collect();
    let one = run(&["--jsonl", "--threads", "1"], lines.as_str());
    let answers = json_lines(&one);
    assert_eq!(answers.len(), 1200);
    for (n, answer) in answers.iter().enumerate() {
        match n % 50 {
            7 => assert!(answer["error"].as_str().unwrap().contains(&format!("line {}:", n + 1))),
            _ => assert_eq!(answer["id"], n),
        }
    }
    for threads in ["2", "7", "256"] {
        let many = run(&["--jsonl", "--threads", threads], lines.as_str());
        assert!(many.stdout == one.stdout, "other answers with {threads} threads");
        assert_eq!(stderr(&many), stderr(&one), "{threads} threads");
        assert_eq!(many.status.code(), Some(1));
    }
}

#[test]
fn an_answer_waits_for_no_other_line_with_any_number_of_threads() {
    for threads in ["1", "2", "16"] {
        let mut child = start(&["--jsonl", "--threads", threads]);
        let mut stdin = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        // One line, two lines at a time, then a whole line with a part of the next.
        for (sent, number) in [("{\"id\":0,\"text\":\"\"}\n", 1), ("0\n1\n", 2), ("2\n{\"id\":", 1)]
        {
            stdin.write_all(sent.as_bytes()).unwrap();
            for _ in 0..number {
                let answer: Value =
                    serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
                assert!(answer.is_object(), "{answer}");
            }
        }
        stdin.write_all(b"3,\"text\":\"\"}").unwrap();
        drop(stdin);
        assert!(answers.next().unwrap().unwrap().starts_with("{\"id\":3,"));
        assert!(answers.next().is_none());
        assert_eq!(child.wait().unwrap().code(), Some(1));
    }
}

#[test]
fn lines_of_several_files_are_answered_in_the_order_of_the_files() {
    let files: Vec<_> = (0..5)
        .map(|n| {
            let lines: String = (0..n * 3)
                .map(|m| format!("{}\n", json!({ "id": [n, m], "text": TEXT })))
                .collect();
            file(&format!("part-{n}.jsonl"), lines)
        })
        .collect();
    let files: Vec<_> = files.iter().map(|file| file.to_str().unwrap()).collect();
    let output = run(&[&["--jsonl", "--threads", "3"], &files[..]].concat(), "");
    let ids: Vec<_> = json_lines(&output).iter().map(|answer| answer["id"].clone()).collect();
    let expected: Vec<_> = (0..5).flat_map(|n| (0..n * 3).map(move |m| json!([n, m]))).collect();
    assert_eq!(ids, expected);
}

#[test]
fn files_that_cannot_be_read_are_named_and_the_rest_goes_on() {
    let (good, bad) = (file("good.txt", TEXT), file("bad.txt", b"abc\xFFdef"));
    let (good, bad) = (good.to_str().unwrap(), bad.to_str().unwrap());
    let output = run(&["missing.txt", bad, good], "");
    assert_eq!(output.status.code(), Some(1));
    let (answers, errors) = (json_lines(&output), stderr(&output));
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0]["id"], good);
    assert!(errors.contains("missing.txt: "), "{errors}");
    assert!(errors.contains("bad.txt: byte 3 (0xFF) is not UTF-8"), "{errors}");

    let lines = file("lines.jsonl", json!({ "id": 1, "text": TEXT }).to_string());
    let output = run(&["--jsonl", "missing.jsonl", lines.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json_lines(&output).len(), 1);
}

#[test]
fn one_file_gives_the_bare_report() {
    let path = file("one.txt", TEXT);
    assert_eq!(stdout(&run(&[path.to_str().unwrap()], "")), stdout(&run(&["-"], TEXT)));
}

#[test]
fn csv_quotes_fields_and_defuses_formulas() {
    let text = "“=1+1, or ‘two’,” Ann Lee said. “Plain.”";
    let output = run(&["--format", "csv", "--offsets", "utf-32"], text);
    let table = stdout(&output);
    assert!(table.starts_with("file,number,kind,speaker,role,"), "{table}");
    assert!(table.contains("\r\nstandard input,1,direct,Ann Lee,"), "{table}");
    assert!(table.contains(",\"'=1+1, or ‘two’,\",1,16,"), "{table}");
    assert!(table.ends_with("\r\n"), "{table}");
}

#[test]
fn markdown_escapes_what_it_quotes() {
    let text = "“*Never* use <b>,” Ann Lee said.";
    let output = run(&["--format", "markdown"], text);
    assert!(
        stdout(&output).starts_with("> \\*Never\\* use \\<b\\>,\n>\n> — Ann Lee"),
        "{}",
        stdout(&output)
    );
    assert_eq!(stdout(&run(&["--format", "markdown"], "Rain.")), "No quotations.\n");
}

#[test]
fn kinds_and_speakers_narrow_the_report() {
    let text = "“We waited,” Ann Lee said. “Not I,” Bob Ray said.\n\nBob Ray said that it rained.";
    let only = |arguments: &[&str]| -> Value {
        let output = run(arguments, text);
        assert!(output.status.success(), "{}", stderr(&output));
        serde_json::from_str(&stdout(&output)).unwrap()
    };
    let indirect = only(&["--kinds", "indirect, mixed"]);
    let kinds = indirect["quotations"].as_array().unwrap().iter().map(|q| &q["kind"]);
    assert!(kinds.into_iter().all(|kind| kind != "direct"));

    let bob = only(&["--speaker", "(?i)^bob"]);
    assert_eq!(bob["speakers"].as_array().unwrap().len(), 1);
    assert_eq!(bob["speakers"][0]["name"], "Bob Ray");
    assert!(bob["quotations"].as_array().unwrap().iter().all(|q| q["speaker"] == 0));
    assert_eq!(bob["quotations"][0]["text"], "Not I,");
}

#[test]
fn wrong_options_say_what_would_be_right() {
    for (arguments, words) in [
        (&["--kinds", "direct,spoken"][..], "use direct, mixed or indirect"),
        (&["--format", "xml"], "use json, csv or markdown"),
        (&["--offsets", "bytes"], "use utf-8, utf-16 or utf-32"),
        (&["--speaker", "("], "unclosed group"),
        (&["--lang"], "missing argument for option '--lang'"),
        (&["--jsonl", "--format", "csv"], "leave --format out"),
        (&["--jsonl", "--threads", "0"], "use a number from 1 to 256"),
        (&["--jsonl", "--threads", "99999"], "use a number from 1 to 256"),
        (&["--threads", "2"], "--threads goes with --jsonl"),
        (&["--quiet"], "--help"),
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn help_and_version() {
    for flag in ["--help", "-h"] {
        let help = stdout(&run(&[flag], ""));
        for option in [
            "--jsonl",
            "--threads",
            "--format",
            "--offsets",
            "--kinds",
            "--form",
            "--lang",
            "--speaker",
        ] {
            assert!(help.contains(option), "{option}");
        }
    }
    let version = format!("quote-extractor {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(stdout(&run(&["--version"], "")), version);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = start(&["--jsonl"]);
    let (mut stdin, reader) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    drop(reader);
    let lines = format!("{}\n", json!({ "id": 1, "text": TEXT })).repeat(2000);
    _ = stdin.write_all(lines.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(stderr(&output), "");
}
