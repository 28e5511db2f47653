//! Converts words to lowercase.

/// `word` in lowercase.
pub(crate) fn to_lowercase(word: &str) -> String {
    if word.chars().all(is_ascii_or_mark) { word.to_ascii_lowercase() } else { unicode(word) }
}

/// Whether ASCII rules are enough to lowercase `c`. Apostrophes and dashes have no case; they share one block
/// of Unicode, and words with an apostrophe are frequent.
fn is_ascii_or_mark(c: char) -> bool {
    c.is_ascii() || ('\u{2000}'..='\u{206F}').contains(&c)
}

#[cfg(not(target_arch = "wasm32"))]
fn unicode(word: &str) -> String {
    word.to_lowercase()
}

/// Asks JavaScript, which already has Unicode's table of letters: a table of our own would add 10 KB (gzip)
/// to the download.
#[cfg(target_arch = "wasm32")]
fn unicode(word: &str) -> String {
    js_sys::JsString::from(word).to_lower_case().into()
}
