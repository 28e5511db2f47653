//! `cargo bench`: the core on several kinds of text, and with `--features bench` its stages.

use divan::Bencher;
use divan::counter::BytesCount;
use quote_extractor::{Options, PositionEncoding, extract};

/// Kinds of text, each with a passage that is repeated to make a text.
const KINDS: [(&str, &str); 5] = [
    (
        "news",
        "“The bridge is safe for now,” said Ann Lee, the mayor. “We looked at it twice.”\n\n\
         Frank Dunford of the water board said that the pipes “could burst at any time” and that \
         nobody had asked him. The council has had forty complaints since June, and it will meet \
         again on Monday.\n\nAccording to Lee, the money is there. “It came late,” she added, \
         “but it came.”\n\n",
    ),
    (
        "novel",
        "The door opened, and Mrs. Harwood stood on the step with the lamp in her hand.\n\n“You are \
         late,” she said.\n\n“The road was bad.”\n\n“It is always bad in March. Come in, and mind \
         the dog!”\n\nHe took off his hat and looked about him. Nothing in the room had changed \
         since the autumn.\n\n",
    ),
    (
        "transcript",
        "MODERATOR: Shall we begin?\nDR. LEE: Yes. The first figures came in June, and they were \
         better than we thought.\nMR. DUNFORD: Better for whom?\n",
    ),
    (
        "no quotations",
        "The line was opened in the spring, a year later than planned. It runs along the river, \
         crosses the old harbour, and ends at the market, where a new hall has been built.\n\n",
    ),
    ("marks alone", "“‘’”\"' "),
];

/// About how long a text is, in bytes.
const LENGTH: usize = 100_000;

fn main() {
    divan::main();
}

fn names() -> impl Iterator<Item = &'static str> {
    KINDS.into_iter().map(|(name, _)| name)
}

fn text(kind: &str) -> String {
    let passage =
        KINDS.into_iter().find(|(name, _)| *name == kind).map_or("", |(_, passage)| passage);
    passage.repeat(LENGTH / passage.len().max(1))
}

#[divan::bench(args = names())]
fn whole_pipeline(bencher: Bencher, kind: &str) {
    let (text, options) = (text(kind), Options::default());
    bencher.counter(BytesCount::of_str(&text)).bench(|| extract(&text, &options));
}

#[divan::bench(args = names())]
fn offsets_in_utf_16(bencher: Bencher, kind: &str) {
    let text = text(kind);
    let report = extract(&text, &Options::default());
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| report.clone())
        .bench_values(|report| report.encode(&text, PositionEncoding::Utf16));
}

#[cfg(feature = "bench")]
#[divan::bench(args = quote_extractor::stages::NAMES)]
fn stage(bencher: Bencher, name: &str) {
    let text = text("news");
    quote_extractor::stages::stage(name, &text, |run| {
        bencher.counter(BytesCount::of_str(&text)).bench_local(run);
    });
}
