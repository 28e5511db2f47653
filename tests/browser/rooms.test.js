/**
 * The rooms of `www/`: each folder imports from itself and from the rooms before it in this list, so
 * that no circle can arise. Types in comments count like code.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";

/** From the bottom to the top. */
const ROOMS = [
  "lib", // what any page could use: elements, binary search, lazy loading
  "core", // starts the WebAssembly, in a worker or here, and reads its packed report
  "report", // what can be counted in a report: shares, groups of sources, certainty
  "strings", // every word of the interface, in each of its languages
  "styles", // the style sheets of the element, and of the marks in a host page
  "text", // the text with its marks, in the element or in the host page
  "corrections", // what the reader corrects: the operations, and the dialogs and buttons for them
  "results", // the views of what was found, and what keeps them in step
  "html", // reads web pages and what other programs put on the clipboard, as a text with hints
  "input", // how a text comes in: box, clipboard, files
  "export", // how results go out: formats, download, clipboard
  "element", // `<quote-extractor>` itself, made of all the rooms below
  "page", // what index.html has beside the element
];

/** Files at the top that an address or a name of the package leads to. They may import from every room. */
const ENTRIES = [
  "article.js",
  "index.js",
  "node.js",
  "page.js",
  "published-page.js",
  "quote-extractor-element-define.js",
  "quote-extractor-element.js",
  "script-tag.js",
];

/** Every room may import from these, and they import from no room. */
const GROUND = ["build.d.ts", "types.d.ts"];

/** Written by `cargo xtask build`, and by the command of the example for React. */
const GENERATED = /^pkg\/|^react\/bundle\.js$/;

/** The longest script that people write, in lines, and the folders with such scripts. */
const LONGEST = 400;
const FOLDERS = ["docs/examples/", "tests/", "www/", "xtask/"];

/** The scripts by their path below `www/`. @typedef {Record<string, string>} Scripts */

/** The scripts of a folder that people write. @param {string} folder @returns {Scripts} */
function scriptsIn(folder) {
  const base = new URL(`../../${folder}`, import.meta.url);
  const paths = readdirSync(base, { encoding: "utf8", recursive: true }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  const written = paths.filter((path) => /\.(?:jsx?|d\.ts)$/.test(path) && !GENERATED.test(path));
  return Object.fromEntries(written.map((path) => [path, readFileSync(new URL(path, base), "utf8")]));
}

/** The room of a script, or "" for a file at the top. @param {string} path */
const roomOf = (path) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "");

/**
 * What a script imports from, in code and in types: `import`, `export … from`, `import()`, `@import`.
 *
 * @param {string} path
 * @param {string} code
 */
function importsOf(path, code) {
  const named = code.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.[^"']*)["']/g);
  return [...named].map(([, target]) => posix.join(posix.dirname(path), target));
}

/** @param {Scripts} all @returns {string[]} what is wrong, a sentence each */
function faults(all) {
  return Object.entries(all).flatMap(([path, code]) => {
    const room = roomOf(path);
    if (room === "" && !ENTRIES.includes(path) && !GROUND.includes(path))
      return [`${path} is at the top and no entry`];
    if (room !== "" && !ROOMS.includes(room)) return [`${path} is in no room of the list`];
    return importsOf(path, code)
      .filter((target) => !mayImport(path, target))
      .map((target) => `${path} may not import ${target}`);
  });
}

/**
 * @param {string} path
 * @param {string} target
 */
function mayImport(path, target) {
  if (GENERATED.test(target) || GROUND.includes(target.replace(/\.js$/, ".d.ts"))) return true;
  if (roomOf(path) === "") return ENTRIES.includes(path);
  return roomOf(target) !== "" && ROOMS.indexOf(roomOf(target)) <= ROOMS.indexOf(roomOf(path));
}

test("every script imports from its own room and from those below it", () => {
  const all = scriptsIn("www/");
  assert.deepEqual(faults(all), []);
  const rooms = new Set(
    Object.keys(all)
      .map(roomOf)
      .filter((room) => room !== ""),
  );
  assert.deepEqual([...rooms].sort(), [...ROOMS].sort(), "a room of the list is empty");
  const top = Object.keys(all).filter((path) => roomOf(path) === "");
  assert.deepEqual(top.sort(), [...ENTRIES, ...GROUND].sort(), "an entry of the list is gone");
});

test("what breaks the order is found", () => {
  /** @type {[Scripts, string[]][]} */
  const cases = [
    [{ "lib/dom.js": "", "text/marks.js": `import { make } from "../lib/dom.js";` }, []],
    [{ "lib/dom.js": `import "../text/marks.js";` }, ["lib/dom.js may not import text/marks.js"]],
    [{ "lib/dom.js": `export * from "../text/marks.js";` }, ["lib/dom.js may not import text/marks.js"]],
    [
      { "lib/dom.js": `const load = () => import("../text/marks.js");` },
      ["lib/dom.js may not import text/marks.js"],
    ],
    [
      { "lib/dom.js": `/** @import { Mark } from "../text/marks.js" */` },
      ["lib/dom.js may not import text/marks.js"],
    ],
    [
      { "lib/dom.js": `/** @param {import("../text/marks.js").Mark} mark */` },
      ["lib/dom.js may not import text/marks.js"],
    ],
    [
      { "lib/dom.js": `import {\n  a,\n  b,\n} from "../text/marks.js";` },
      ["lib/dom.js may not import text/marks.js"],
    ],
    [{ "lib/dom.js": `import "../index.js";` }, ["lib/dom.js may not import index.js"]],
    [{ "types.d.ts": `import type { A } from "./lib/dom.js";` }, ["types.d.ts may not import lib/dom.js"]],
    [{ "text/marks.js": `import type { A } from "../types.js"; import("../pkg/core.js");` }, []],
    [{ "index.js": `import "./page/page.js"; import "./node.js";` }, []],
    [{ "cellar/wine.js": "" }, ["cellar/wine.js is in no room of the list"]],
    [{ "helpers.js": "" }, ["helpers.js is at the top and no entry"]],
  ];
  for (const [all, expected] of cases) assert.deepEqual(faults(all), expected, JSON.stringify(all));
});

test("no script is so long that nobody reads it", () => {
  const all = FOLDERS.flatMap((folder) =>
    Object.entries(scriptsIn(folder)).map(([path, code]) => ({
      path: folder + path,
      lines: code.trimEnd().split("\n").length,
    })),
  );
  assert.ok(all.length > 150, "the folders are read");
  assert.deepEqual(
    all.filter(({ lines }) => lines > LONGEST),
    [],
  );
});
