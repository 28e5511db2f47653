/**
 * Writes the static site: the two pages and what they load, and the service worker that caches one version of
 * it all for use without a network.
 *
 * @import { Plugin } from "esbuild"
 */

import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import {
  bundle,
  bundleWorker,
  copyCore,
  languages,
  minifyCss,
  PACKS,
  ROOT,
  replaceExpected,
  WASM,
  WWW,
} from "./esbuild.js";

/** The script of each page, by its name in the site: the file it is bundled from. */
const SCRIPTS = { page: "www/published-page.js", article: "www/article.js" };

/** What the first script of each page imports, be it directly or not. */
const FIRST = resolve(WWW, "element/quote-extractor-element.js");

/**
 * Makes one file of the first scripts. Of what late modules need as well, esbuild would make files of their own, and
 * compressed apart they are larger. So each late module imports all of the first scripts, which are there by then.
 *
 * @type {Plugin}
 */
const oneFirstFile = {
  name: "one-first-file",
  setup({ onResolve, onLoad }) {
    /** @type {Set<string>} */
    const late = new Set();
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind === "dynamic-import") late.add(resolve(resolveDir, path));
      return undefined;
    });
    onLoad({ filter: /[/\\]www[/\\].+\.js$/ }, async ({ path }) => {
      if (!late.has(path)) return undefined;
      return {
        contents: `${await readFile(path, "utf8")}\nimport * as first from ${JSON.stringify(FIRST)};\n`,
      };
    });
  },
};

/**
 * @param {string} folder
 * @returns {Promise<{ first: string[], late: string[], inputs: [path: string, bytes: number][] }>}
 *   first: what the page loads before its first result; late: the scripts it loads after that; inputs: the
 *   sources of the first scripts. The paths of `first` and `late` are relative to the folder
 */
export async function writeSite(folder) {
  const www = join(folder, "www");
  const { metafile } = await bundle({
    entryPoints: SCRIPTS,
    outdir: www,
    splitting: true,
    plugins: [oneFirstFile],
  });
  const worker = await bundleWorker({ outdir: www });
  await copyCore(www);
  await copyFile(join(WWW, "icon.svg"), join(www, "icon.svg"));
  for (const name of ["page.css", "article.css"]) {
    await writeFile(join(www, name), `${await minifyCss(await readFile(join(WWW, name), "utf8"))}\n`);
  }

  const outputs = metafile.outputs;
  const pathOf = (/** @type {string} */ output) =>
    relative(folder, resolve(ROOT, output)).replaceAll("\\", "/");
  const scripts = Object.keys(outputs).map(pathOf);
  const page = Object.keys(outputs).find((output) => pathOf(output) === "www/page.js") ?? "";
  /** @type {Set<string>} */
  const first = new Set([page]);
  for (const output of first) {
    for (const { path, kind } of outputs[output].imports) if (kind === "import-statement") first.add(path);
  }
  const chunks = [...first].slice(1).map(pathOf);

  const html = await readFile(join(ROOT, "index.html"), "utf8");
  const preloads = chunks.map((path) => `<link rel="modulepreload" href="${path}">`).join("\n    ");
  // The service worker is a script as well, so it needs a policy for Trusted Types.
  const withPolicy = replaceExpected(
    html,
    "trusted-types quote-extractor",
    "trusted-types quote-extractor quote-extractor-site",
  );
  await writeFile(
    join(folder, "index.html"),
    replaceExpected(withPolicy, /<link rel="modulepreload" [^>]*>/, preloads),
  );
  await copyFile(join(WWW, "article.html"), join(www, "article.html"));
  const [pack, ...others] = (await languages()).map((language) => `www/${PACKS}/${language}.txt`);
  await writeServiceWorker(folder, new Set(others));

  /** @type {Map<string, number>} */
  const inputs = new Map();
  for (const { inputs: parts } of [
    ...[...first].map((output) => outputs[output]),
    ...Object.values(worker.metafile.outputs),
  ]) {
    for (const [path, { bytesInOutput }] of Object.entries(parts))
      inputs.set(path, (inputs.get(path) ?? 0) + bytesInOutput);
  }
  return {
    first: ["index.html", "www/page.css", "www/page.js", ...chunks, "www/worker.js", `www/${WASM}`, pack],
    late: scripts.filter(
      (path) => path !== "www/page.js" && path !== "www/article.js" && !chunks.includes(path),
    ),
    inputs: [...inputs].sort(([, a], [, b]) => b - a),
  };
}

/**
 * Writes the service worker of a site. It contains the path and the hash of every other file, and so serves
 * one version or none.
 *
 * @param {string} folder of the site
 * @param {Set<string>} [optional] the paths of files without which the site works
 */
export async function writeServiceWorker(folder, optional = new Set()) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== "service-worker.js")
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
  /** @type {[path: string, integrity: string, isOptional: boolean][]} */
  const files = [];
  for (const path of paths) {
    const hash = createHash("sha256").update(await readFile(join(folder, path)));
    // Servers may redirect `index.html` to the folder, but not the folder to `index.html`.
    files.push([path === "index.html" ? "" : path, `sha256-${hash.digest("base64")}`, optional.has(path)]);
  }
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  await bundle({
    entryPoints: ["www/page/service-worker.js"],
    outdir: folder,
    format: "iife",
    define: { SITE: JSON.stringify({ version, files }) },
  });
}
