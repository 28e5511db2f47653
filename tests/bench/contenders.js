/** The contenders that are measured, and what has to be built before they can be loaded. */

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { bundle, bundleWorker, copyCore } from "../../xtask/bundle/esbuild.js";

const root = new URL("../../", import.meta.url);

/** The folder for generated files. */
export const RESULTS = new URL("test-results/bench/", root);

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} module for Node.js
 * @property {string} bundle for pages: its path on the server
 * @property {string} [option] for a module with several contenders
 */

/** @type {Contender} */
export const OURS = { name: "wasm", module: "./contenders/ours.js", bundle: "/test-results/bench/ours.js" };

/** The same in its worker, for pages only. @type {Contender} */
export const PACKAGE = {
  name: "package",
  module: "./contenders/package.js",
  bundle: "/test-results/bench/package.js",
};

/** @type {Contender} */
export const QUOTE_PARSER = {
  name: "quote-parser",
  module: "./contenders/quote-parser.js",
  bundle: "/test-results/bench/quote-parser.js",
};

/** @type {Contender} */
export const COMPROMISE = {
  name: "compromise",
  module: "./contenders/compromise.js",
  bundle: "/test-results/bench/compromise.js",
};

/** @type {Contender} */
export const COPY = {
  name: "copy",
  module: "./contenders/floor.js",
  bundle: "/tests/bench/contenders/floor.js",
};

/** @type {Contender} */
export const COPY_AND_SCAN = { ...COPY, name: "copy and scan", option: "scan" };

/** Bundles all packages as a page would load them, and assembles the floor. */
export async function prepare() {
  mkdirSync(new URL("pkg/", RESULTS), { recursive: true });
  const outdir = fileURLToPath(RESULTS);
  const modules = [OURS, PACKAGE, QUOTE_PARSER, COMPROMISE].map(({ module }) =>
    fileURLToPath(new URL(module, import.meta.url)),
  );
  await bundle({ entryPoints: modules, outdir, external: ["node:*"] });
  await bundleWorker({ outdir });
  await copyCore(outdir);
  const assembler = fileURLToPath(new URL("node_modules/binaryen/bin/wasm-as", root));
  execFileSync(execPath, [
    assembler,
    fileURLToPath(new URL("floor.wat", import.meta.url)),
    "-o",
    fileURLToPath(new URL("floor.wasm", RESULTS)),
  ]);
}
