//! The boundary to JavaScript: options in, a report with UTF-16 offsets out.
//!
//! Values cross in types of their own, and every failure becomes an error in [`into_error`].

use std::fmt::Display;
use std::str::FromStr;

use js_sys::{Array, JsString, Object, TypeError};
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;
use web_sys::Performance;

use super::encoding::PositionEncoding;
use super::packed::pack;
use crate::lexicon;
use crate::options::{Hint, Options};
use crate::span::Span;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// Half the size of Rust's own allocator for WebAssembly, and a little faster.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// Makes a panic say where it happened, in the console.
#[wasm_bindgen(start, skip_typescript)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Finds the quotations of `text`, a string, and their speakers.
///
/// # Errors
///
/// A `TypeError` if `text` is no string, or if `options` do not fit their TypeScript type.
#[wasm_bindgen(skip_typescript)]
pub fn extract(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let start = now();
    let text = read_text(text).ok_or_else(|| into_error("pass the text as a string"))?;
    let options = read_options(options)?.decode(&text, PositionEncoding::Utf16);
    let report = crate::extract::extract(&text, &options).encode(&text, PositionEncoding::Utf16);
    let value = pack(&report);
    if let Some(start) = start {
        measure(start);
    }
    Ok(value.into())
}

/// Adds the words of a language: the bytes of its pack.
///
/// # Errors
///
/// A `TypeError` if the bytes are no pack for this core.
#[wasm_bindgen(js_name = addPack, skip_typescript)]
pub fn add_pack(bytes: Vec<u8>) -> Result<(), JsValue> {
    lexicon::add(bytes).map_err(into_error)
}

#[wasm_bindgen]
extern "C" {
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, bytes: &mut [u8]) -> Encoded;

    type Encoded;

    #[wasm_bindgen(method, getter)]
    fn written(this: &Encoded) -> u32;
}

thread_local! {
    static ENCODER: TextEncoder = TextEncoder::new();
}

/// Copies a string into the memory of the core; `None` if the value is no string. A lone surrogate becomes
/// U+FFFD, which is one UTF-16 code unit as well, so offsets stay true.
///
/// The code that wasm-bindgen generates would read each letter before it lets the browser encode them.
fn read_text(value: &JsValue) -> Option<String> {
    let text: &JsString = value.dyn_ref()?;
    // No UTF-16 code unit takes more than three bytes.
    let mut bytes = vec![0; 3 * text.length() as usize];
    let encoded = ENCODER.with(|encoder| encoder.encode_into(text, &mut bytes));
    bytes.truncate(encoded.written() as usize);
    bytes.shrink_to_fit();
    String::from_utf8(bytes).ok()
}

#[wasm_bindgen]
extern "C" {
    type JsOptions;

    #[wasm_bindgen(method, getter, catch)]
    fn kinds(this: &JsOptions) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, catch)]
    fn lang(this: &JsOptions) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, catch)]
    fn form(this: &JsOptions) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, catch)]
    fn hints(this: &JsOptions) -> Result<JsValue, JsValue>;

    type JsHint;

    #[wasm_bindgen(method, getter, catch)]
    fn start(this: &JsHint) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, catch)]
    fn end(this: &JsHint) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, catch)]
    fn kind(this: &JsHint) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter, catch)]
    fn speaker(this: &JsHint) -> Result<JsValue, JsValue>;
}

/// Reads `{ kinds?, lang?, form?, hints? }`, where each may be missing, `undefined` or `null`.
///
/// By hand: reading through serde would add 15 KB (gzip) to the download.
fn read_options(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::new();
    if missing(value) {
        return Ok(options);
    }
    if !value.is_object() {
        return Err(into_error("pass the options as an object, { kinds?, lang?, form?, hints? }"));
    }
    let value: &JsOptions = value.unchecked_ref();
    if let Some(kinds) = read_list("kinds", &value.kinds()?)? {
        options.kinds =
            kinds.iter().map(|name| read_name("kind", &name)).collect::<Result<_, _>>()?;
    }
    let lang = value.lang()?;
    if !missing(&lang) {
        options.lang = lang.as_string().ok_or_else(|| into_error("pass `lang` as a string"))?;
    }
    let form = value.form()?;
    if !missing(&form) {
        options.form = Some(read_name("form", &form)?);
    }
    if let Some(hints) = read_list("hints", &value.hints()?)? {
        options.hints = hints.iter().map(|hint| read_hint(&hint)).collect::<Result<_, _>>()?;
    }
    Ok(options)
}

/// Reads `{ start, end, kind, speaker? }`.
fn read_hint(value: &JsValue) -> Result<Hint, JsValue> {
    if !value.is_object() {
        return Err(into_error("pass each hint as an object, { start, end, kind, speaker? }"));
    }
    let value: &JsHint = value.unchecked_ref();
    let offset = |value: JsValue| {
        let number = value.as_f64().filter(|number| *number >= 0.0);
        number.map(|number| number as usize).ok_or_else(|| into_error("pass offsets as numbers"))
    };
    let span = Span::new(offset(value.start()?)?, offset(value.end()?)?);
    let mut hint = Hint::new(span, read_name("kind", &value.kind()?)?);
    hint.speaker = value.speaker()?.as_string();
    Ok(hint)
}

fn missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// Reads an array that may be missing.
fn read_list<'a>(name: &str, value: &'a JsValue) -> Result<Option<&'a Array>, JsValue> {
    if missing(value) {
        return Ok(None);
    }
    value.dyn_ref().map(Some).ok_or_else(|| into_error(format!("pass `{name}` as an array")))
}

/// Reads the name of a variant of an enum; `what` says in the error what it names.
fn read_name<T: FromStr<Err: Display>>(what: &str, name: &JsValue) -> Result<T, JsValue> {
    let name = name.as_string().unwrap_or_default();
    name.parse().map_err(|error| into_error(format!("there is no {what} \"{name}\"; {error}")))
}

/// The one way in which a failure becomes a JavaScript error.
fn into_error(problem: impl Display) -> JsValue {
    TypeError::new(&format!("quote-extractor: {problem}")).into()
}

#[wasm_bindgen]
extern "C" {
    /// The clock of a window, a worker and Node.js.
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: Option<Performance>;

    /// The clock with a `measure` that web-sys lacks: it needs no marks, which take three times as long.
    type Timeline;

    #[wasm_bindgen(method, catch)]
    fn measure(this: &Timeline, name: &JsString, options: &MeasureOptions) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = clearMeasures)]
    fn clear_measures(this: &Timeline, name: &JsString) -> Result<(), JsValue>;

    type MeasureOptions;

    #[wasm_bindgen(method, setter)]
    fn set_start(this: &MeasureOptions, start: f64);
}

thread_local! {
    /// The name of the entry in the timeline of the browser's developer tools. It crosses the boundary once.
    static MEASURE: JsString = "quote-extractor:extract".into();
}

/// The time, if there is a clock.
fn now() -> Option<f64> {
    PERFORMANCE.with(|clock| clock.as_ref().map(Performance::now))
}

/// Adds a call to the timeline, from `start` to now. Replaces the entry of the call before, so that a long
/// session does not fill the buffer.
fn measure(start: f64) {
    let options: MeasureOptions = Object::new().unchecked_into();
    options.set_start(start);
    PERFORMANCE.with(|clock| {
        if let Some(clock) = clock {
            let timeline: &Timeline = clock.unchecked_ref();
            _ = MEASURE.with(|name| timeline.clear_measures(name));
            _ = MEASURE.with(|name| timeline.measure(name, &options));
        }
    });
}
