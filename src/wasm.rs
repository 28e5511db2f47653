//! The boundary to JavaScript: options in, a report with UTF-16 offsets out.
//!
//! What is passed has types of its own, and every failure leaves through [`into_error`].

use std::fmt::Display;

use js_sys::{Array, Reflect, TypeError};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Performance;

use crate::wire::{Texts, WireReport};
use crate::{Options, PositionEncoding, QuotationKind};

/// The name of the entry in the timeline of the browser's developer tools.
const MEASURE: &str = "quote-extractor:extract";

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

/// Makes a panic say where it happened, in the console.
#[wasm_bindgen(start, skip_typescript)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Finds the quotations of `text`, a string, and their speakers.
///
/// # Errors
///
/// A `TypeError` when `text` is no string or `options` are not what the TypeScript types say.
#[wasm_bindgen(skip_typescript)]
pub fn extract(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let clock = Clock::start();
    // A lone surrogate arrives as U+FFFD, one UTF-16 code unit too: offsets stay true.
    let text = text.as_string().ok_or_else(|| into_error("pass the text as a string"))?;
    let report = crate::extract(&text, &read_options(options)?);
    let report = report.encode(&text, PositionEncoding::Utf16);
    let to_js = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    let value = WireReport::new(&report, Texts::Sliced).serialize(&to_js).map_err(into_error)?;
    clock.stop();
    Ok(value)
}

/// Reads `{ kinds?, lang? }`, where each may be missing, `undefined` or `null`.
///
/// By hand: reading through serde would add 15 KB (gzip) to the download.
fn read_options(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if missing(value) {
        return Ok(options);
    }
    if !value.is_object() {
        return Err(into_error("pass the options as an object, { kinds?, lang? }"));
    }
    let kinds = Reflect::get(value, &"kinds".into())?;
    if !missing(&kinds) {
        let names =
            kinds.dyn_ref::<Array>().ok_or_else(|| into_error("pass `kinds` as an array"))?;
        options.kinds = names.iter().map(|name| read_kind(&name)).collect::<Result<_, _>>()?;
    }
    let lang = Reflect::get(value, &"lang".into())?;
    if !missing(&lang) {
        options.lang = lang.as_string().ok_or_else(|| into_error("pass `lang` as a string"))?;
    }
    Ok(options)
}

fn missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

fn read_kind(name: &JsValue) -> Result<QuotationKind, JsValue> {
    let name = name.as_string().unwrap_or_default();
    QuotationKind::from_name(&name).ok_or_else(|| {
        into_error(format!("there is no kind \"{name}\"; use \"direct\", \"mixed\", \"indirect\""))
    })
}

/// The one way in which a failure becomes a JavaScript error.
fn into_error(problem: impl Display) -> JsValue {
    TypeError::new(&format!("quote-extractor: {problem}")).into()
}

/// Measures a call for the timeline, where the global object has a clock: in a window, a worker
/// and Node.js.
struct Clock(Option<Performance>);

impl Clock {
    fn start() -> Self {
        let clock = Reflect::get(&js_sys::global(), &"performance".into())
            .ok()
            .and_then(|value| value.dyn_into::<Performance>().ok());
        if let Some(clock) = &clock {
            _ = clock.mark(MEASURE);
        }
        Self(clock)
    }

    /// Replaces the entry of the call before, so that a long session does not fill the buffer.
    fn stop(self) {
        if let Some(clock) = self.0 {
            clock.clear_measures_with_measure_name(MEASURE);
            _ = clock.measure_with_start_mark(MEASURE, MEASURE);
            clock.clear_marks_with_mark_name(MEASURE);
        }
    }
}
