/**
 * The npm package: ES modules for browsers and Node.js, with the core beside them or inside, and types
 * from the JSDoc of the sources.
 */

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix, relative } from "node:path";
import ts from "typescript";
import { bundle, bundleWorker, carrying, ROOT, WASM, WWW } from "./esbuild.js";

const DOCUMENTS = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/** The modules that are imported by name: from which source, and with which types. */
const ENTRIES = {
  index: "index",
  element: "quote-extractor-element",
  define: "quote-extractor-element-define",
};

/** @param {string} folder */
export async function writePackage(folder) {
  await mkdir(join(folder, "pkg"), { recursive: true });
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, source]) => [name, `www/${source}.js`]),
  );
  await bundle({ entryPoints, outdir: folder, splitting: true });
  await bundle({ entryPoints, outdir: join(folder, "inline"), splitting: true, ...(await carrying()) });
  await bundle({ entryPoints: { node: "www/node.js" }, outdir: folder, platform: "node" });
  await bundleWorker({ outdir: folder });
  await copyFile(join(WWW, WASM), join(folder, WASM));
  for (const name of DOCUMENTS) await copyFile(join(ROOT, name), join(folder, name));
  await writeTypes(join(folder, "types"));

  // Tools look the class up by the module that it is imported from.
  const elements = await readFile(join(WWW, "custom-elements.json"), "utf8");
  await writeFile(
    join(folder, "custom-elements.json"),
    elements
      .replaceAll("www/quote-extractor-element-define.js", "define.js")
      .replaceAll("www/quote-extractor-element.js", "element.js"),
  );
  await writeFile(join(folder, "package.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);
}

/** `package.json` of the checkout, for what is published. */
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
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    types: "./types/index.d.ts",
    sideEffects: ["./define.js", "./inline/define.js", "./worker.js"],
    customElements: "custom-elements.json",
    engines,
  };
}

/** Types of the entries and of what they mention; those of what is inside are left out. @param {string} folder */
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

/** Types without those that a module has for itself only. @param {string} code */
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
