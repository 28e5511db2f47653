/** Who is measured, and what has to be made before they can be loaded. */

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../../", import.meta.url);

/** What is generated for a run goes here. */
export const RESULTS = new URL("test-results/bench/", root);

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} module for Node.js
 * @property {string} bundle for pages: the path that the server has it under
 * @property {string} [option] for modules that hold several contenders
 */

/** @type {Contender} */
export const OURS = { name: "wasm", module: "./contenders/ours.js", bundle: "/tests/bench/contenders/ours.js" };

/** @type {Contender} the same with its worker, for pages alone */
export const PACKAGE = { name: "package", module: "./contenders/package.js", bundle: "/tests/bench/contenders/package.js" };

/** @type {Contender} */
export const QUOTE_PARSER = { name: "quote-parser", module: "./contenders/quote-parser.js", bundle: "/test-results/bench/quote-parser.js" };

/** @type {Contender} */
export const COMPROMISE = { name: "compromise", module: "./contenders/compromise.js", bundle: "/test-results/bench/compromise.js" };

/** @type {Contender} */
export const COPY = { name: "copy", module: "./contenders/floor.js", bundle: "/tests/bench/contenders/floor.js" };

/** @type {Contender} */
export const COPY_AND_SCAN = { ...COPY, name: "copy and scan", option: "scan" };

/** Bundles the packages of others as a page would load them, and assembles the floor. */
export async function prepare() {
  mkdirSync(RESULTS, { recursive: true });
  for (const { module, bundle } of [QUOTE_PARSER, COMPROMISE]) {
    await build({
      entryPoints: [fileURLToPath(new URL(module, import.meta.url))],
      outfile: fileURLToPath(new URL(`.${bundle}`, root)),
      bundle: true,
      minify: true,
      format: "esm",
      logLevel: "error",
    });
  }
  const assembler = fileURLToPath(new URL("node_modules/binaryen/bin/wasm-as", root));
  execFileSync(execPath, [assembler, fileURLToPath(new URL("floor.wat", import.meta.url)), "-o", fileURLToPath(new URL("floor.wasm", RESULTS))]);
}
