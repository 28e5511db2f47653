//! Words in small letters.

/// `word` in small letters.
pub(crate) fn small(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { small_unicode(word) }
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
