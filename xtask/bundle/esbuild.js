/**
 * Runs esbuild with the settings that all bundles share, and minifies CSS.
 *
 * @import { BuildOptions, Plugin } from "esbuild"
 */

import { copyFile, cp, mkdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const WWW = resolve(ROOT, "www");

/** Where the compiled core is, below `www/` and below each bundle. */
export const WASM = "pkg/quote_extractor_bg.wasm";

/** The folder of the language packs, below `www/` and below each bundle. */
export const PACKS = "pkg/packs";

/** The languages that have a pack, the default one first. */
export async function languages() {
  const { packs } = await import(pathToFileURL(resolve(WWW, "pkg/packs.js")).href);
  return Object.keys(packs);
}

/** Copies the core and all packs into the folder of a bundle. @param {string} folder */
export async function copyCore(folder) {
  await mkdir(dirname(join(folder, WASM)), { recursive: true });
  await copyFile(join(WWW, WASM), join(folder, WASM));
  await cp(join(WWW, PACKS), join(folder, PACKS), { recursive: true });
}

/** Browsers from about two years ago on; newer syntax is translated for them. */
const TARGET = "es2022";

/** @param {string} css */
export async function minifyCss(css) {
  return (await transform(css, { loader: "css", minify: true, legalComments: "none" })).code.trim();
}

/** Minifies the style sheets, which are strings and so opaque to esbuild. @type {Plugin} */
const minifiedStyles = {
  name: "minified-styles",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]www[/\\]styles[/\\](?:styles|late-styles|highlights)\.js$/ }, async ({ path }) => {
      const sheets = Object.entries(await import(pathToFileURL(path).href));
      const lines = sheets.map(
        async ([name, css]) => `export const ${name} = ${JSON.stringify(await minifyCss(css))};`,
      );
      return { contents: (await Promise.all(lines)).join("\n") };
    });
  },
};

/** In a bundle, `pkg/` is in the folder of the scripts and not elsewhere, as in `www/`. @type {Plugin} */
const corePath = {
  name: "core-path",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]www[/\\]core[/\\]core-files\.js$/ }, async ({ path }) => ({
      contents: replaceExpected(await readFile(path, "utf8"), `"../${WASM}"`, `"./${WASM}"`),
    }));
    onLoad({ filter: /[/\\]www[/\\]pkg[/\\]packs\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll('"./packs/', `"./${PACKS}/`),
    }));
  },
};

/** Loads worker and core from the script itself. @type {Plugin} */
const inlineCore = {
  name: "inline-core",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/core-files\.js$/ }, () => ({
      path: resolve(WWW, "core/core-files-inline.js"),
    }));
  },
};

/**
 * Imports late modules like any other, for a bundle that is one file: esbuild would wrap each module that
 * `import()` leads to, and each module that those need, in functions.
 *
 * @type {Plugin}
 */
const nothingLate = {
  name: "nothing-late",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]www[/\\].+\.js$/ }, async ({ path }) => {
      let imports = "";
      let count = 0;
      const code = (await readFile(path, "utf8")).replace(/(?<=[\s(])import\(("\.[^"]+")\)/g, (_, module) => {
        const name = `late${count++}`;
        imports += `import * as ${name} from ${module};\n`;
        return `Promise.resolve(${name})`;
      });
      return count > 0 ? { contents: `${code}\n${imports}` } : undefined;
    });
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
    plugins: [...plugins, corePath, minifiedStyles],
    ...options,
  });
}

/** Bundles the worker with the generated code that runs the core. @param {BuildOptions} options */
export const bundleWorker = (options) => bundle({ entryPoints: ["www/core/worker.js"], ...options });

/**
 * The options of a bundle that contains worker and core.
 *
 * @param {object} [options]
 * @param {boolean} [options.oneFile] whether the bundle is one file, and contains what is late as well
 * @param {boolean} [options.onePack] whether it contains only the pack of the default language
 * @returns {Promise<BuildOptions & { plugins: Plugin[] }>}
 */
export async function inlineOptions({ oneFile = false, onePack = false } = {}) {
  const { outputFiles = [] } = await bundleWorker({ format: "iife", write: false });
  const packs = (await languages()).map(async (language, index) => [
    language,
    onePack && index > 0 ? "" : await compressed(`${PACKS}/${language}.txt`),
  ]);
  return {
    plugins: oneFile ? [inlineCore, nothingLate] : [inlineCore],
    define: {
      WORKER_SCRIPT: JSON.stringify(outputFiles[0].text),
      CORE_GZIP_BASE64: JSON.stringify(await compressed(WASM)),
      PACKS_GZIP_BASE64: JSON.stringify(Object.fromEntries(await Promise.all(packs))),
    },
  };
}

/** A file of `www/`, compressed before it is encoded, because base64 compresses badly. @param {string} path */
async function compressed(path) {
  return gzipSync(await readFile(resolve(WWW, path)), { level: 9 }).toString("base64");
}

/**
 * Replaces a part of a source file, and fails if the file no longer has it.
 *
 * @param {string} text
 * @param {RegExp | string} part
 * @param {string} replacement
 */
export function replaceExpected(text, part, replacement) {
  const changed = text.replace(part, () => replacement);
  const isThere = replacement !== "" && text.includes(replacement);
  if (changed === text && !isThere) throw new Error(`the source no longer has ${part}`);
  return changed;
}
