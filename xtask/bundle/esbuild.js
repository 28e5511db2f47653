/**
 * What all bundles have in common.
 *
 * @import { BuildOptions, Plugin } from "esbuild"
 */

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const WWW = resolve(ROOT, "www");

/** Where the compiled core is, below `www/` and below each bundle. */
export const WASM = "pkg/quote_extractor_bg.wasm";

/** What every browser of the last two years or so reads; nothing is translated for older ones. */
const TARGET = "es2022";

/** @param {string} css */
export async function smallerCss(css) {
  return (await transform(css, { loader: "css", minify: true, legalComments: "none" })).code.trim();
}

/** The style sheets stand in strings, into which esbuild does not look. @type {Plugin} */
const styles = {
  name: "styles",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]www[/\\]styles[/\\]styles\.js$/ }, async ({ path }) => {
      const sheets = Object.entries(await import(pathToFileURL(path).href));
      const lines = sheets.map(
        async ([name, css]) => `export const ${name} = ${JSON.stringify(await smallerCss(css))};`,
      );
      return { contents: (await Promise.all(lines)).join("\n") };
    });
  },
};

/** In a bundle the compiled core lies beside the scripts, and not beside their folder. @type {Plugin} */
const beside = {
  name: "beside",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]www[/\\]core[/\\]core-files\.js$/ }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), `"../${WASM}"`, `"./${WASM}"`),
    }));
  },
};

/** Takes worker and core out of the script itself. @type {Plugin} */
const inlined = {
  name: "inlined",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/core-files\.js$/ }, () => ({
      path: resolve(WWW, "core/core-files-inline.js"),
    }));
  },
};

/**
 * @param {BuildOptions} options
 * @returns {Promise<import("esbuild").BuildResult<{ metafile: true }>>}
 */
export function bundle({ plugins = [], ...options }) {
  return build({
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    plugins: [...plugins, beside, styles],
    ...options,
  });
}

/** The worker in one file, with the generated code that runs the core. @param {BuildOptions} options */
export const bundleWorker = (options) => bundle({ entryPoints: ["www/core/worker.js"], ...options });

/** What makes a bundle one that carries worker and core with it. @returns {Promise<BuildOptions>} */
export async function carrying() {
  const { outputFiles = [] } = await bundleWorker({ format: "iife", write: false });
  return {
    plugins: [inlined],
    define: {
      WORKER_SCRIPT: JSON.stringify(outputFiles[0].text),
      // Packed before it is written in letters, which afterwards can no longer be packed well.
      CORE_GZIP_BASE64: JSON.stringify(
        gzipSync(await readFile(resolve(WWW, WASM)), { level: 9 }).toString("base64"),
      ),
    },
  };
}

/**
 * @param {string} text
 * @param {RegExp | string} part that has to be there
 * @param {string} by
 */
export function replaced(text, part, by) {
  const changed = text.replace(part, () => by);
  if (changed === text && !text.includes(by)) throw new Error(`${part} is not in the page any more`);
  return changed;
}
