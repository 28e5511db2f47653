/**
 * Writes the npm package: ES modules for browsers and Node.js, with the core beside them or inside, types
 * from the JSDoc of the sources, and the documents.
 */

import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix, relative } from "node:path";
import ts from "typescript";
import { bundle, bundleWorker, copyCore, inlineOptions, PACKS, ROOT, WASM, WWW } from "./esbuild.js";

/** The README and what it links to; `include` in Cargo.toml has the same for the crate. */
const DOCUMENTS = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "ARCHITECTURE.md",
  "LICENSE-MIT",
  "LICENSE-APACHE",
  "docs",
];

/** The modules that users import, by their names in the package: the source of each in `www/`. */
const ENTRIES = {
  index: "index",
  element: "quote-extractor-element",
  define: "quote-extractor-element-define",
};

/** @param {string} folder */
export async function writePackage(folder) {
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, source]) => [name, `www/${source}.js`]),
  );
  await bundle({ entryPoints, outdir: folder, splitting: true });
  await bundle({ entryPoints, outdir: join(folder, "inline"), splitting: true, ...(await inlineOptions()) });
  await markAddresses(folder);
  await markAddresses(join(folder, "inline"));
  await bundle({ entryPoints: { node: "www/node.js" }, outdir: folder, platform: "node" });
  await bundleWorker({ outdir: folder });
  await copyCore(folder);
  for (const name of DOCUMENTS)
    await cp(join(ROOT, name), join(folder, name), { recursive: true, filter: isShipped });
  await writeTypes(join(folder, "types"));

  // Tools look the class up by the module from which it is imported.
  const elements = await readFile(join(WWW, "custom-elements.json"), "utf8");
  await writeFile(
    join(folder, "custom-elements.json"),
    elements
      .replaceAll("www/quote-extractor-element-define.js", "define.js")
      .replaceAll("www/quote-extractor-element.js", "element.js"),
  );
  await writeFile(join(folder, "package.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);
}

/**
 * Tells other bundlers to leave the `import()` of an address as it is, which `lib/lazy.js` has for a second try.
 * esbuild removes the comments that say so.
 *
 * @param {string} folder
 */
async function markAddresses(folder) {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".js")) continue;
    const path = join(folder, name);
    const code = await readFile(path, "utf8");
    const marked = code.replace(
      /\bimport\((?=[\w$]+\.href\))/g,
      "import(/* webpackIgnore: true */ /* @vite-ignore */ ",
    );
    if (marked !== code) await writeFile(path, marked);
  }
}

/**
 * Whether the package contains a document: not the pictures of docs/page.md, which are as large as everything
 * else together, nor the bundle of the example in React.
 *
 * @param {string} path
 */
function isShipped(path) {
  return basename(path) !== "pictures" && !path.endsWith("bundle.js");
}

/** The `package.json` to publish, from that of the checkout. */
async function manifest() {
  const { name, version, description, license, type, engines } = JSON.parse(
    await readFile(join(ROOT, "package.json"), "utf8"),
  );
  const entry = (/** @type {string} */ path, /** @type {string} */ types) => ({
    types: `./types/${types}.d.ts`,
    default: `./${path}.js`,
  });
  return {
    name,
    version,
    description,
    license,
    type,
    keywords: ["quotations", "attribution", "speakers", "journalism", "nlp", "wasm", "custom-element"],
    exports: {
      ".": { types: "./types/index.d.ts", node: "./node.js", default: "./index.js" },
      "./element": entry("element", ENTRIES.element),
      "./define": entry("define", ENTRIES.define),
      "./inline": entry("inline/index", ENTRIES.index),
      "./inline/element": entry("inline/element", ENTRIES.element),
      "./inline/define": entry("inline/define", ENTRIES.define),
      "./worker.js": "./worker.js",
      [`./${WASM}`]: `./${WASM}`,
      [`./${PACKS}/*`]: `./${PACKS}/*`,
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    types: "./types/index.d.ts",
    sideEffects: ["./define.js", "./inline/define.js", "./worker.js"],
    customElements: "custom-elements.json",
    engines,
  };
}

/** Writes the types of the entries and of the modules that they mention. @param {string} folder */
async function writeTypes(folder) {
  const program = ts.createProgram(
    Object.values(ENTRIES)
      .map((source) => join(WWW, `${source}.js`))
      .concat(join(WWW, "build.d.ts")),
    {
      allowJs: true,
      strict: true,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: folder,
      rootDir: WWW,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2023,
      lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
    },
  );
  program.emit();
  for (const room of ["pkg", "element"]) await mkdir(join(folder, room), { recursive: true });
  for (const name of ["types.d.ts", "element/types.d.ts", "pkg/quote_extractor.d.ts"])
    await copyFile(join(WWW, name), join(folder, name));

  /** @type {Set<string>} */
  const mentioned = new Set(Object.values(ENTRIES).map((source) => `${source}.d.ts`));
  for (const path of mentioned) {
    const code = publicTypes(await readFile(join(folder, path), "utf8"));
    await writeFile(join(folder, path), code);
    for (const [, other] of code.matchAll(/(?:from|import\(?) ?"(\.[^"]+)\.js"/g))
      mentioned.add(posix.join(dirname(path), `${other}.d.ts`));
  }
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = posix.join(relative(folder, entry.parentPath).replaceAll("\\", "/"), entry.name);
    const kept = [...mentioned].some((one) => one === path || one.startsWith(`${path}/`));
    if (!kept) await rm(join(folder, path), { recursive: true, force: true });
  }
}

/** The types of a module without those that only the module itself uses. @param {string} code */
function publicTypes(code) {
  const mentions = (/** @type {string} */ name) =>
    code.replace(/\/\*[^]*?\*\//g, "").match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;
  code = code.replace(
    /(?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?^export type (\w+) = \{$[^]*?^\};\n/gm,
    (type, name) => (mentions(name) > 1 ? type : ""),
  );
  return code.replace(/^import (?:type )?\{ (\w+) \} from .*\n/gm, (line, name) =>
    mentions(name) > 1 ? line : "",
  );
}
