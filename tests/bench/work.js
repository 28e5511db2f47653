/**
 * Counts the work of the core in a copy of the built WebAssembly that adds up its calls, the rounds of its
 * loops and the blocks of memory that it moves. If the work grows faster than the text, so does one of these.
 * Unlike time, the count does not depend on what else the machine does.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { addPack, extract, initSync } from "../../www/pkg/quote_extractor.js";

const root = new URL("../../", import.meta.url);

/** The WebAssembly features of the core; binaryen's `--all-features` includes some that Node.js rejects. */
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
].map((name) => `--enable-${name}`);

/** This many bytes of memory, moved or filled, count as much as a call or a round of a loop. */
const BLOCK = 64;

const TICK = "(global.set $work (f64.add (global.get $work) (f64.const 1)))";

/** What the copy calls in place of the two instructions whose time depends on a length. */
const MOVES = ["memory.copy", "memory.fill"].map(
  (name) => `
  (func $counted.${name} (param i32 i32 i32)
    (global.set $work (f64.add (global.get $work)
      (f64.convert_i32_u (i32.add (i32.const 1) (i32.div_u (local.get 2) (i32.const ${BLOCK}))))))
    (${name} (local.get 0) (local.get 1) (local.get 2)))`,
);

/**
 * Makes a function that counts the work of an extraction. Most texts that it is for are in no language, so their
 * language is given: English is read by its words, others by their marks.
 *
 * @param {string} [lang]
 * @returns {(text: string) => number}
 */
export function workCounter(lang = "en") {
  const exports = /** @type {any} */ (
    initSync({ module: instrument(fileURLToPath(new URL("www/pkg/quote_extractor_bg.wasm", root))) })
  );
  addPack(readFileSync(new URL("www/pkg/packs/en.txt", root)));
  // What the core builds on first use must not count for the texts.
  extract("“Yes,” said Ann Lee.", { lang });
  return (text) => {
    exports.work.value = 0;
    extract(text, { lang });
    return exports.work.value;
  };
}

/**
 * A copy of a module that counts its work in its export `work`.
 *
 * @param {string} module path of a `.wasm` or `.wat` file
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function instrument(module) {
  const folder = mkdtempSync(join(tmpdir(), "work-"));
  try {
    const [source, result] = ["work.wat", "work.wasm"].map((file) => join(folder, file));
    binaryen("wasm-opt", module, "-S", "--quiet", "-o", source);
    writeFileSync(source, counting(readFileSync(source, "utf8")));
    binaryen("wasm-as", source, "-o", result);
    return new Uint8Array(readFileSync(result));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Adds a count to the start of each function and of each round of a loop.
 *
 * @param {string} source as `wasm-opt -S` prints it, each function header on a line of its own
 */
function counting(source) {
  const lines = [];
  let inHeader = false;
  for (const line of source.replaceAll(/\((memory\.(?:copy|fill))/g, "(call $counted.$1").split("\n")) {
    if (inHeader && !line.startsWith("  (local ")) lines.push(TICK);
    inHeader = line.startsWith(" (func ") || (inHeader && line.startsWith("  (local "));
    lines.push(line);
    if (/^ *\(loop\b/.test(line)) lines.push(TICK);
  }
  lines.splice(lines.lastIndexOf(")"), 0, ...MOVES, '(global $work (export "work") (mut f64) (f64.const 0))');
  return lines.join("\n");
}

/** @param {string} program @param {...string} args */
function binaryen(program, ...args) {
  const path = fileURLToPath(new URL(`node_modules/binaryen/bin/${program}`, root));
  execFileSync(execPath, [path, ...FEATURES, ...args], { stdio: ["ignore", "ignore", "inherit"] });
}
