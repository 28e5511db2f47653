//! The parts of a long text that are looked at.

/// The size of a part in bytes: about ten words. Many small parts show the language of most of the text, even
/// where it quotes another one.
const SIZE: usize = 64;

/// A part of a text.
pub(super) struct Part<'a> {
    /// Its bytes; characters and words may be cut off at both ends.
    pub bytes: &'a [u8],
    /// Whether the first word may be cut off.
    pub starts_within: bool,
    /// Whether the last word may be cut off.
    pub ends_within: bool,
}

/// `count` parts of `text`, spread evenly; the whole text if it is no longer than they are.
pub(super) fn parts(text: &str, count: usize) -> impl Iterator<Item = Part<'_>> {
    let length = text.len();
    let (count, size) = if length <= count * SIZE { (1, length) } else { (count, SIZE) };
    let step = (length - size) / count;
    (0..count).map(move |n| {
        let start = n * step;
        let bytes = text.as_bytes().get(start..start + size).unwrap_or_default();
        Part { bytes, starts_within: start > 0, ends_within: start + size < length }
    })
}
