//! How much a visitor downloads: the sizes, plain and compressed, their budgets, and the largest parts.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

/// The first load: the WebAssembly, the words of one language, and the scripts before the first result with the styles
/// in them. `compromise`, a library for similar tasks, has 141 KB.
const FIRST_LOAD: Budget = Budget { gzip: 188_600, brotli: 163_000 };

/// The budget of each part: a file, or a group of scripts that `xtask/bundle` names.
const BUDGETS: [(&str, Budget); 9] = [
    ("first scripts", Budget { gzip: 30_900, brotli: 27_400 }),
    ("late scripts", Budget { gzip: 31_800, brotli: 28_500 }),
    ("site/www/worker.js", Budget { gzip: 3_700, brotli: 3_300 }),
    (WASM, Budget { gzip: 135_100, brotli: 115_100 }),
    (PACK, Budget { gzip: 20_000, brotli: 18_300 }),
    ("site/index.html", Budget { gzip: 1_500, brotli: 1_200 }),
    ("site/www/page.css", Budget { gzip: 1_200, brotli: 1_000 }),
    ("quote-extractor.js", Budget { gzip: 219_200, brotli: 204_900 }),
    ("quote-extractor.html", Budget { gzip: 224_200, brotli: 208_400 }),
];

/// The pack of the default language.
const PACK: &str = "site/www/pkg/packs/en.txt";

const WASM: &str = "site/www/pkg/quote_extractor_bg.wasm";

/// The most bytes that the pack of any language has, compressed with gzip.
const LARGEST_PACK: usize = 28_000;

/// How many of the largest modules are listed.
const LISTED: usize = 15;

/// The maximum compressed size, in bytes.
struct Budget {
    gzip: usize,
    brotli: usize,
}

/// The size of something, in bytes.
#[derive(Clone, Copy, Default)]
pub struct Size {
    /// Not compressed.
    pub bytes: usize,
    /// After gzip at its best level.
    pub gzip: usize,
    /// After Brotli at its best quality.
    pub brotli: usize,
}

/// Measures `bytes`.
pub fn of(bytes: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let gzip = gzip.finish()?.len();
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &BrotliEncoderParams::default())?;
    Ok(Size { bytes: bytes.len(), gzip, brotli: brotli.len() })
}

/// Prints the sizes of the files of `www/pkg`.
pub fn report(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && !name.ends_with(".ts") && !name.starts_with('.') {
            println!("{}", line(&name, of(&fs::read(&path)?)?));
        }
    }
    Ok(())
}

/// Prints the sizes of the built files in `dist` and of their parts, and fails if one exceeds its budget.
/// `site` is what `xtask/bundle` says about its scripts.
pub fn check(dist: &Path, site: &Value) -> Result<()> {
    let measure = |file: &str| of(&fs::read(dist.join(file)).with_context(|| file.to_owned())?);
    let first = paths(&site["first"])?;
    let scripts = |path: &&String| path.ends_with(".js") && !path.ends_with("worker.js");
    let total = |paths: Vec<&String>| -> Result<Size> {
        let mut sum = Size::default();
        for path in paths {
            let size = measure(&format!("site/{path}"))?;
            println!("  {}", line(path, size));
            sum.bytes += size.bytes;
            sum.gzip += size.gzip;
            sum.brotli += size.brotli;
        }
        Ok(sum)
    };

    println!("First load:");
    let code = first.iter().filter(|path| !path.ends_with(".html") && !path.ends_with(".css"));
    let mut rows = vec![("first load", FIRST_LOAD, total(code.collect())?)];
    println!("Its scripts:");
    let first_scripts = total(first.iter().filter(scripts).collect())?;
    println!("After the first load:");
    let late = paths(&site["late"])?;
    let late_scripts = total(late.iter().collect())?;
    for (name, budget) in BUDGETS {
        let size = match name {
            "first scripts" => first_scripts,
            "late scripts" => late_scripts,
            file => measure(file)?,
        };
        rows.push((name, budget, size));
    }
    println!("Language packs:");
    let mut too_large = Vec::new();
    for entry in fs::read_dir(dist.join(PACK).with_file_name(""))? {
        let path = entry?.path();
        let size = of(&fs::read(&path)?)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        println!("  {} of {LARGEST_PACK}", line(&name, size));
        if size.gzip > LARGEST_PACK {
            too_large.push(name);
        }
    }
    ensure!(too_large.is_empty(), "larger than {LARGEST_PACK} bytes: {}", too_large.join(", "));

    println!("The largest modules of the first load, in bytes:");
    for input in site["inputs"].as_array().into_iter().flatten().take(LISTED) {
        println!("  {:<44}{:>8}", input[0].as_str().unwrap_or_default(), input[1]);
    }
    println!("Sections of the WebAssembly, in bytes:");
    for (name, bytes) in sections(&fs::read(dist.join(WASM))?) {
        println!("  {name:<44}{bytes:>8}");
    }

    println!("Budgets:");
    let mut exceeded = Vec::new();
    for (name, budget, size) in rows {
        println!("  {} of {} and {}", line(name, size), budget.gzip, budget.brotli);
        if size.gzip > budget.gzip || size.brotli > budget.brotli {
            exceeded.push(name);
        }
    }
    ensure!(exceeded.is_empty(), "larger than the budget in size.rs: {}", exceeded.join(", "));
    Ok(())
}

/// A name and its sizes, in columns.
fn line(name: &str, Size { bytes, gzip, brotli }: Size) -> String {
    format!("{name:<44}{bytes:>8} bytes{gzip:>8} gzip{brotli:>8} brotli")
}

/// The strings of a JSON array.
fn paths(value: &Value) -> Result<Vec<String>> {
    let array = value.as_array().context("xtask/bundle named no files")?;
    Ok(array.iter().filter_map(|path| path.as_str().map(String::from)).collect())
}

/// The names and lengths of the sections of a wasm file; the list ends before anything else.
fn sections(wasm: &[u8]) -> Vec<(&'static str, usize)> {
    const HEADER: usize = 8;
    let mut found = Vec::new();
    let mut rest = wasm.get(HEADER..).unwrap_or_default();
    while let Some((&id, after)) = rest.split_first() {
        let Some((length, content)) = leb128(after) else { break };
        let name = match id {
            0 => "custom",
            9 => "table elements",
            10 => "code",
            11 => "data",
            _ => "declarations",
        };
        match found.iter_mut().find(|(other, _)| *other == name) {
            Some((_, sum)) => *sum += length,
            None => found.push((name, length)),
        }
        rest = content.get(length..).unwrap_or_default();
    }
    found
}

/// An unsigned number as wasm encodes it, and the bytes after it.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (index, &byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[index + 1..]));
        }
    }
    None
}
