//! What holds for the sources of the core: the order of its modules, and no word of a language in code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The modules at the top of `src/`, each before those that may use it.
const ORDER: [&str; 29] = [
    // What every stage may use.
    "span",
    "interner",
    "lowercase",
    "sort",
    "numbered",
    "names",
    "weights",
    "report",
    "options",
    "lexicon",
    "language",
    // The stages, in the order in which a text runs through them.
    "token",
    "layout",
    "document",
    "quotation",
    "sentence",
    "cue",
    "mention",
    "speaker",
    "reported",
    "analysis",
    "attribution",
    "marks",
    "assemble",
    "extract",
    // What calls them.
    "lib",
    "boundary",
    "stages",
    "training",
];

/// Files whose literals may have letters, and why.
const LITERALS_WITH_LETTERS: [(&str, &str); 12] = [
    ("boundary/wasm.rs", "messages to developers, and names of JavaScript"),
    ("boundary/wire.rs", "names of fields in JSON"),
    ("lexicon", "the lexicon reads its own files"),
    ("language", "tags of languages"),
    ("names.rs", "messages to developers"),
    ("numbered.rs", "messages to developers"),
    ("report/reason.rs", "sentences for the reader, in English for Rust and the command line"),
    ("report", "names of variants in JSON"),
    ("boundary/encoding.rs", "names of units"),
    ("attribution/features", "names in the file of weights"),
    ("stages.rs", "names of the stages for the bench"),
    ("token/typed.rs", "names of characters in HTML and JSON"),
];

/// Literals with letters elsewhere: names in the file of weights.
const NAMES: [&str; 9] =
    ["rule", "offset", "story-name", "story-other", "report-name", "report-other", "", "--", "..."];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source file of the library by its path below `src/`, with `/` between folders.
fn files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![source()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(source()).unwrap();
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                files.insert(parts.join("/"), fs::read_to_string(&path).unwrap());
            }
        }
    }
    files.retain(|path, _| !path.starts_with("bin/"));
    assert!(files.len() > 50, "the sources are not where they are looked for");
    files
}

/// What a scan of Rust code finds.
#[derive(Default)]
struct Scan {
    /// The code with literals replaced by `""` and without comments and tests.
    code: String,
    /// The literals and their lines.
    literals: Vec<(usize, String)>,
}

/// Scans Rust code up to its tests, which stand at its end.
fn scan(source: &str) -> Scan {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut scan = Scan::default();
    let chars: Vec<char> = source.chars().collect();
    let line = |at: usize| 1 + chars[..at].iter().filter(|c| **c == '\n').count();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        let hashes = rest.iter().skip(1).take_while(|c| **c == '#').count();
        let begins = |prefix: &str| rest.iter().take(prefix.len()).copied().eq(prefix.chars());
        let length = if begins("//") {
            rest.iter().take_while(|c| **c != '\n').count()
        } else if rest[0] == 'r' && rest.get(1 + hashes) == Some(&'"') {
            let end: String = std::iter::once('"').chain("#".repeat(hashes).chars()).collect();
            let text: String = rest[2 + hashes..].iter().collect();
            let inner = text.find(&end).unwrap_or(text.len());
            scan.literals.push((line(at), text[..inner].to_owned()));
            2 + hashes + text[..inner].chars().count() + end.len()
        } else if rest[0] == '"' {
            let mut end = 1;
            while end < rest.len() && rest[end] != '"' {
                end += if rest[end] == '\\' { 2 } else { 1 };
            }
            scan.literals.push((line(at), rest[1..end.min(rest.len())].iter().collect()));
            scan.code.push_str("\"\"");
            end + 1
        } else if rest[0] == '\'' && (rest.get(2) == Some(&'\'') || rest.get(1) == Some(&'\\')) {
            let end = 3 + rest.iter().skip(3).take_while(|c| **c != '\'').count();
            let length = if rest[1] == '\\' { end + 1 } else { 3 };
            scan.literals.push((line(at), rest[1..length - 1].iter().collect()));
            length
        } else {
            scan.code.push(rest[0]);
            1
        };
        at += length;
    }
    scan
}

/// The file of a module path, such as `cue::phrase`.
fn file_of(files: &BTreeMap<String, String>, module: &[&str]) -> Option<String> {
    let path = if module.is_empty() { "lib.rs".into() } else { format!("{}.rs", module.join("/")) };
    files.contains_key(&path).then_some(path)
}

/// The files that a file uses, by its `use` declarations and the paths in its code.
fn uses(files: &BTreeMap<String, String>, path: &str, code: &str) -> BTreeSet<String> {
    let own: Vec<&str> =
        if path == "lib.rs" { vec![] } else { path.trim_end_matches(".rs").split('/').collect() };
    let mut used = BTreeSet::new();
    for prefix in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(prefix) {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let base: Vec<&str> = match prefix {
                "crate::" => vec![],
                "super::" => own[..own.len().saturating_sub(1)].to_vec(),
                _ => own.clone(),
            };
            for name in expand(&code[at + prefix.len()..]) {
                let mut module = base.clone();
                module.extend(name.iter().map(String::as_str));
                // The longest prefix that is a module; the rest are names in it.
                while !module.is_empty() && file_of(files, &module).is_none() {
                    module.pop();
                }
                used.extend(file_of(files, &module));
            }
        }
    }
    used.remove(path);
    used
}

/// The paths that `a::{b, c::d}` or `a::b` stands for, as lists of names.
fn expand(code: &str) -> Vec<Vec<String>> {
    let mut names = Vec::new();
    let mut rest = code;
    loop {
        if let Some(inner) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut parts = vec![String::new()];
            for c in inner.chars() {
                match c {
                    '}' if depth == 0 => break,
                    ',' if depth == 0 => parts.push(String::new()),
                    c => {
                        depth += i32::from(c == '{') - i32::from(c == '}');
                        parts.last_mut().unwrap().push(c);
                    }
                }
            }
            let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
            let parts = parts.flat_map(expand);
            return parts.map(|part| [names.clone(), part].concat()).collect();
        }
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        rest = &rest[name.len()..];
        if !name.is_empty() && name != "self" {
            names.push(name);
        }
        match rest.strip_prefix("::") {
            Some(after) => rest = after,
            None => return vec![names],
        }
    }
}

/// For each file the files that it uses.
fn graph(files: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let mut graph: BTreeMap<_, _> = files
        .iter()
        .map(|(path, source)| (path.clone(), uses(files, path, &scan(source).code)))
        .collect();
    for (path, source) in files {
        let folder = path.trim_end_matches("lib.rs").trim_end_matches(".rs");
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let code = scan(source).code;
        // A module uses the modules that it declares.
        let names = code.split("mod ").skip(1).filter_map(|rest| rest.split(';').next());
        let declared: Vec<_> = names.map(|name| format!("{folder}{name}.rs")).collect();
        let used = graph.get_mut(path).unwrap();
        used.extend(declared.into_iter().filter(|file| files.contains_key(file)));
    }
    graph
}

/// The files of a circle, if there is one.
fn circle(graph: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    for start in graph.keys() {
        let mut path: Vec<(&String, Vec<&String>)> = vec![(start, graph[start].iter().collect())];
        while let Some((file, rest)) = path.last_mut() {
            let Some(next) = rest.pop() else {
                done.insert((*file).clone());
                path.pop();
                continue;
            };
            if let Some(at) = path.iter().position(|(file, _)| *file == next) {
                return Some(path[at..].iter().map(|(file, _)| (*file).clone()).collect());
            }
            if !done.contains(next) {
                path.push((next, graph[next].iter().collect()));
            }
        }
    }
    None
}

fn top(path: &str) -> &str {
    path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

#[test]
fn no_module_uses_itself_in_a_circle() {
    assert_eq!(circle(&graph(&files())), None);
}

#[test]
fn every_module_uses_earlier_ones_only() {
    let place = |path: &str| ORDER.iter().position(|name| *name == top(path));
    for (path, used) in graph(&files()) {
        let own =
            place(&path).unwrap_or_else(|| panic!("{path}: give the module a place in ORDER"));
        // lib.rs declares them all.
        for other in used.iter().filter(|_| path != "lib.rs") {
            assert!(place(other) <= Some(own), "{path} uses {other}, which comes later");
        }
    }
}

#[test]
fn no_word_of_a_language_is_in_the_code() {
    let mut found = Vec::new();
    for (path, source) in files() {
        if LITERALS_WITH_LETTERS.iter().any(|(start, _)| path.starts_with(start)) {
            continue;
        }
        let lines: Vec<&str> = source.lines().collect();
        for (line, literal) in scan(&source).literals {
            let letters = unescaped(&literal).contains(char::is_alphabetic);
            if letters && !is_declaration(lines[line - 1]) && !NAMES.contains(&literal.as_str()) {
                found.push(format!("src/{path}:{line}: {literal:?}"));
            }
        }
    }
    assert!(found.is_empty(), "words are data, see CONTRIBUTING.md:\n{}", found.join("\n"));
}

/// A literal without its escapes: `\n`, `\u{2019}`.
fn unescaped(literal: &str) -> String {
    let mut parts = literal.split('\\');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let after = match part.strip_prefix("u{") {
            Some(code) => code.split_once('}').map_or("", |(_, after)| after),
            None => part.get(1..).unwrap_or_default(),
        };
        text + after
    })
}

/// Whether the literals of a line are no text: attributes, included files, names of weights.
fn is_declaration(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("#[") || line.contains("include_str!(") || line.contains("weights::named(")
}

#[test]
fn no_file_has_more_than_400_lines() {
    for (path, source) in files() {
        let lines = source.lines().count();
        assert!(lines <= 400, "src/{path} has {lines} lines: split it by what it is about");
    }
}

#[test]
fn the_tests_of_this_file_can_fail() {
    let source = "// \"no\"\nuse crate::{a::B, c};\nlet x = \"that\"; let y = 's'; 'a: loop {}";
    let found = scan(source);
    assert_eq!(found.literals, [(3, "that".to_owned()), (3, "s".to_owned())]);
    assert_eq!(unescaped(r"\n\u{2019}a\tb"), "ab");
    let files = ["lib.rs", "a.rs", "c.rs", "c/d.rs"].map(|path| (path.to_owned(), String::new()));
    let files = BTreeMap::from(files);
    let used = |path: &str, code: &str| uses(&files, path, code).into_iter().collect::<Vec<_>>();
    assert_eq!(used("c/d.rs", &found.code), ["a.rs", "c.rs"]);
    assert_eq!(used("c/d.rs", "super::Name"), ["c.rs"]);
    let edges = [("a", "b"), ("b", "c"), ("c", "b")];
    let edges = edges.map(|(from, to)| (from.to_owned(), BTreeSet::from([to.to_owned()])));
    let circle = circle(&BTreeMap::from(edges)).unwrap();
    assert_eq!(circle, ["b", "c"]);
}
