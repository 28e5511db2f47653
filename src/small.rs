//! Words in small letters.

/// `word` in small letters.
pub(crate) fn small(word: &str) -> String {
    if word.chars().all(is_ascii_or_mark) { word.to_ascii_lowercase() } else { small_unicode(word) }
}

/// Whether `c` has no other small letter than ASCII gives it. Apostrophes, dashes and other marks
/// are in one block of Unicode, and words with an apostrophe are frequent.
fn is_ascii_or_mark(c: char) -> bool {
    c.is_ascii() || ('\u{2000}'..='\u{206F}').contains(&c)
}

#[cfg(not(target_arch = "wasm32"))]
fn small_unicode(word: &str) -> String {
    word.to_lowercase()
}

/// JavaScript has Unicode's table of letters already; with ours and what comes with it the download
/// would be 10 KB (gzip) larger.
#[cfg(target_arch = "wasm32")]
fn small_unicode(word: &str) -> String {
    js_sys::JsString::from(word).to_lower_case().into()
}
