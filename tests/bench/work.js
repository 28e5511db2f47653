/**
 * Counts the work of the core: a copy of the built WebAssembly that adds up its calls, the rounds of
 * its loops and the blocks of memory that it moves. Where work grows faster than the text, one of
 * them does. What else the machine does changes nothing.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { extract, initSync } from "../../www/pkg/quote_extractor.js";

const root = new URL("../../", import.meta.url);

/** What the core may use; all that binaryen knows is more than Node.js reads. */
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

/** A call or a round counts one; so do this many bytes of memory, moved or filled. */
const BLOCK = 64;

const TICK = "(global.set $work (f64.add (global.get $work) (f64.const 1)))";

/** What the copy calls in place of the two instructions that take longer the longer they are. */
const MOVES = ["memory.copy", "memory.fill"].map(
  (name) => `
  (func $counted.${name} (param i32 i32 i32)
    (global.set $work (f64.add (global.get $work)
      (f64.convert_i32_u (i32.add (i32.const 1) (i32.div_u (local.get 2) (i32.const ${BLOCK}))))))
    (${name} (local.get 0) (local.get 1) (local.get 2)))`,
);

/**
 * Makes the function that counts.
 *
 * @returns {(text: string) => number} the work of an extraction
 */
export function workCounter() {
  const exports = /** @type {any} */ (
    initSync({ module: instrument(fileURLToPath(new URL("www/pkg/quote_extractor_bg.wasm", root))) })
  );
  // What is made on first use is no work of the texts that follow.
  extract("“Yes,” said Ann Lee.");
  return (text) => {
    exports.work.value = 0;
    extract(text);
    return exports.work.value;
  };
}

/**
 * A copy of a module that adds to its export `work`.
 *
 * @param {string} module a file of it, as bytes or as text
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
 * The module with a count at the start of each function and of each round of a loop.
 *
 * @param {string} source as `wasm-opt -S` prints it, each head on a line of its own
 */
function counting(source) {
  const lines = [];
  let inHead = false;
  for (const line of source.replaceAll(/\((memory\.(?:copy|fill))/g, "(call $counted.$1").split("\n")) {
    if (inHead && !line.startsWith("  (local ")) lines.push(TICK);
    inHead = line.startsWith(" (func ") || (inHead && line.startsWith("  (local "));
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
