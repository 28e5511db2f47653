//! What a visitor downloads: sizes as they are and compressed.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Prints the sizes of the files that a page loads from `folder`.
pub fn report(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && !name.ends_with(".ts") && !name.starts_with('.') {
            let bytes = fs::read(&path)?;
            println!("{name:<28}{:>9} bytes{:>9} gzip", bytes.len(), gzip(&bytes)?);
        }
    }
    Ok(())
}

/// The length of `bytes` after gzip at its best level.
pub fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
