//! Shows the figures as tables in Markdown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::thread;

use super::figures::{Figures, Growth, Rounds, Speed, Spread, over};

/// The contenders: their names in the figures and in the tables.
const CONTENDERS: [(&str, &str); 5] = [
    ("wasm", "ours, WebAssembly"),
    ("quote-parser", "quote-parser"),
    ("compromise", "compromise"),
    ("copy", "floor: copying the text into WebAssembly"),
    ("copy and scan", "floor: copying, and one scan for quotation marks"),
];

/// How many of the shapes with the fastest growth are shown.
const SHAPES: usize = 5;

/// All tables that there are figures for.
pub fn of(figures: &Figures) -> String {
    let mut out = format!(
        "Measured by `cargo xtask bench` with Node.js {} and Chromium {} on {} cores.\n",
        figures.versions["node"],
        figures.versions["chromium"],
        thread::available_parallelism().map_or(1, usize::from),
    );
    let parts = [
        figures.speed.as_ref().map(speed),
        figures.first.as_ref().map(first),
        figures.memory.as_ref().map(memory),
        figures.growth.as_ref().map(growth),
    ];
    out.extend(parts.into_iter().flatten());
    out
}

fn speed(Speed { documents, bytes, available, rounds }: &Speed) -> String {
    let mut out = format!(
        "\n### Throughput\n\n{documents} texts of {available}, {:.2} MB, {} rounds: the median and, in \
         brackets, the smallest and the greatest value.\n\n",
        bytes / 1e6,
        rounds.len(),
    );
    let rate = |name: &str| over(rounds, |round| bytes / 1e6 / round[name]);
    let mut rows = vec![row(["", "where", "MB/s", "ours ÷ theirs"])];
    rows.push(row(["ours", "native", &spread(rate("native"), short), ""]));
    for (name, label) in CONTENDERS {
        for place in ["Node.js", "Chromium"] {
            let [theirs, ours] = [name, "wasm"].map(|name| format!("{name}, {place}"));
            // A rate is work by time, so the ratio of the rates is the inverse ratio of the times.
            let beside = over(rounds, |round| round[&theirs] / round[&ours]);
            let beside = if name == "wasm" { String::new() } else { spread(beside, ratio) };
            rows.push(row([label, place, &spread(rate(&theirs), short), &beside]));
        }
    }
    out += &table(&rows);
    out
}

fn first(rounds: &Rounds) -> String {
    let mut out = format!(
        "\n### First result\n\nMilliseconds in a new page of Chromium, {} pages each.\n\n",
        rounds.len()
    );
    let mut rows = vec![row(["", "ms", "this ÷ compromise"])];
    for (name, label) in [
        ("package", "ours, the package with its worker"),
        ("wasm", "ours, in the thread of the page"),
        ("quote-parser", "quote-parser"),
        ("compromise", "compromise"),
    ] {
        let beside = over(rounds, |round| round[name] / round["compromise"]);
        let beside = if name == "compromise" { String::new() } else { spread(beside, ratio) };
        rows.push(row([label, &spread(over(rounds, |round| round[name]), short), &beside]));
    }
    out += &table(&rows);
    out
}

fn memory(grown: &BTreeMap<String, Option<f64>>) -> String {
    let ours = grown["wasm"].unwrap_or(f64::NAN);
    let mut rows = vec![row(["", "MB", "ours ÷ theirs"])];
    for (name, label) in [
        ("native", "ours, native"),
        ("wasm", "ours, WebAssembly in Node.js"),
        ("quote-parser", "quote-parser in Node.js"),
        ("compromise", "compromise in Node.js"),
    ] {
        let (shown, beside) = match grown[name] {
            Some(bytes) => (short(bytes / 1e6), ratio(ours / bytes)),
            None => ("failed".into(), String::new()),
        };
        rows.push(row([label, &shown, &beside]));
    }
    format!("\n### Memory for 5 MB\n\n{}", table(&rows))
}

fn growth(Growth { length, shapes }: &Growth) -> String {
    let news = shapes.iter().filter(|(name, _)| name == "news");
    let fastest = shapes.iter().filter(|(name, _)| name != "news").take(SHAPES);
    let mut rows = vec![row(["shape", "growth"])];
    rows.extend(news.chain(fastest).map(|(name, ratio)| row([name, &format!("{ratio:.2}")])));
    format!(
        "\n### Growth\n\nThe work for {} thousand characters, as a multiple of that for {} thousand, of \
         {} shapes of text.\n\n{}",
        2.0 * length / 1000.0,
        length / 1000.0,
        shapes.len(),
        table(&rows)
    )
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    // The name of a shape may contain the sign that ends a cell.
    cells.iter().map(|cell| cell.replace('|', "\\|")).collect()
}

/// A table with the first row as its head, and columns as wide as their widest cell.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let mut out = String::new();
    for (n, row) in rows.iter().enumerate() {
        for (cell, &width) in row.iter().zip(&widths) {
            _ = write!(out, "| {cell:<width$} ");
        }
        out += "|\n";
        if n == 0 {
            out += &widths
                .iter()
                .map(|&width| format!("|{}", "-".repeat(width + 2)))
                .collect::<String>();
            out += "|\n";
        }
    }
    out
}

fn spread(Spread { median, low, high }: Spread, show: impl Fn(f64) -> String) -> String {
    format!("{} ({}–{})", show(median), show(low), show(high))
}

/// A ratio; a small one as a fraction, such as 1/40.
fn ratio(value: f64) -> String {
    if value < 0.1 { format!("1/{:.0}", 1.0 / value) } else { short(value) }
}

/// A number with about three digits.
fn short(value: f64) -> String {
    let digits = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.1 => 3,
        _ => 4,
    };
    format!("{value:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_rounds_and_their_range() {
        let rounds: Rounds = [3.0, 1.0, 2.0, 10.0].map(|took| [("it".into(), took)].into()).into();
        assert_eq!(spread(over(&rounds, |round| round["it"]), short), "2.50 (1.00–10.0)");
        assert_eq!(spread(over(&rounds, |round| round["it"] / 100.0), ratio), "1/40 (1/100–0.100)");
    }

    #[test]
    fn a_table_is_as_wide_as_its_cells() {
        let rows = [row(["", "MB"]), row(["“a|b”", "1"])];
        assert_eq!(table(&rows), "|        | MB |\n|--------|----|\n| “a\\|b” | 1  |\n");
    }
}
