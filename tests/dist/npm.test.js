/** The npm package: packed, installed into fresh projects, and used there as a developer would use it. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";
import { useBrowser } from "../browser/support/suite.js";
import { node, OUTSIDE, project } from "./support/dist.js";
import { deadLinks } from "./support/links.js";

const { open } = useBrowser({}, OUTSIDE);
const ICON = `<link rel="icon" href="data:,">`;

/** Shows what the function and the element find. @param {string} entry */
const main = (entry) => `
  import { extract } from "${entry}";
  import "${entry}/define";
  const { quotations, speakers } = await extract("“It rained,” said Ann Lee.");
  document.querySelector("output").textContent = quotations[0].text + " — " + speakers[quotations[0].speaker].name;
`;
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A project</title>${ICON}
  <quote-extractor>“We lost a bridge,” said Bob Ortiz.</quote-extractor><output></output>
  <script type="module" src="./main.js"></script></html>`;

/** How each bundler builds `main.js` and `index.html` into `out`. @type {Record<string, (folder: string) => Promise<unknown>>} */
const BUNDLERS = {
  vite: (root) => vite({ root, base: "./", configFile: false, logLevel: "error", build: { outDir: "out" } }),
  webpack: async (context) => {
    const stats = await promisify(/** @type {any} */ (webpack))({
      context,
      mode: "production",
      entry: "./main.js",
      experiments: { topLevelAwait: true },
      performance: false,
      output: { path: join(context, "out"), filename: "main.js" },
    });
    assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }), {
      errors: [],
      warnings: [],
    });
    await writeFile(join(context, "out/index.html"), PAGE);
  },
  esbuild: async (absWorkingDir) => {
    await esbuild({
      absWorkingDir,
      entryPoints: ["main.js"],
      bundle: true,
      format: "esm",
      outdir: "out",
      logLevel: "error",
    });
    // esbuild does not change addresses, so the three files go beside the bundle, as docs/distribution.md says.
    const from = join(absWorkingDir, "node_modules/quote-extractor");
    for (const file of ["worker.js", "pkg/quote_extractor_bg.wasm", "pkg/packs/en.txt"])
      await cp(join(from, file), join(absWorkingDir, "out", file));
    await writeFile(join(absWorkingDir, "out/index.html"), PAGE);
  },
  "no bundler": async (folder) => {
    await mkdir(join(folder, "out"));
    const map = JSON.stringify({
      imports: {
        "quote-extractor": "./package/index.js",
        "quote-extractor/define": "./package/define.js",
        "quote-extractor/inline": "./package/inline/index.js",
        "quote-extractor/inline/define": "./package/inline/define.js",
      },
    });
    await writeFile(
      join(folder, "out/index.html"),
      PAGE.replace("<script", `<script type="importmap">${map}</script><script`),
    );
    await cp(join(folder, "main.js"), join(folder, "out/main.js"));
    await cp(join(folder, "node_modules/quote-extractor"), join(folder, "out/package"), { recursive: true });
  },
};

for (const [name, build] of Object.entries(BUNDLERS)) {
  for (const entry of ["quote-extractor", "quote-extractor/inline"]) {
    test(`${name}: ${entry} and its element work in the built page`, async () => {
      const folder = `${name} ${entry.replace("/", " ")}`.replaceAll(" ", "-");
      await build(await project(folder, { "main.js": main(entry), "index.html": PAGE }));
      const { page, requests } = await open(`/${folder}/out/index.html`);
      await page.locator("output", { hasText: "It rained, — Ann Lee" }).waitFor();
      await page.getByRole("status").filter({ hasText: "1 quotation by 1 speaker" }).first().waitFor();
      assert.equal(page.workers().length, 1, "it extracts in a worker");
      assert.equal(
        requests.some((url) => url.endsWith(".wasm")),
        !entry.endsWith("inline"),
      );
    });
  }
}

test("Node.js: both entries extract, and nothing is registered", async () => {
  const folder = await project("node", {
    "main.js": ["quote-extractor", "quote-extractor/inline"]
      .map(
        (entry, index) => `
      import { ExtractError as Error${index}, extract as extract${index} } from "${entry}";
      const found${index} = await extract${index}("“It rained,” said Ann Lee.");
      console.log(found${index}.quotations[0].text, found${index}.speakers[0].name, Error${index}.name.length > 0);
    `,
      )
      .join("\n"),
  });
  assert.equal(await node(folder, "main.js"), "It rained, Ann Lee true\n".repeat(2));
});

test("Node.js: without its pack a text is read by its marks, and the next text tries again", async () => {
  const folder = await project("node-pack", {
    "main.js": `
      import { renameSync, writeFileSync } from "node:fs";
      import { extract } from "quote-extractor";
      const pack = "node_modules/quote-extractor/pkg/packs/en.txt";
      const say = async () => {
        const { reading, speakers } = await extract("“It rained,” said Ann Lee.");
        console.log(reading, speakers.map(({ name }) => name).join());
      };
      renameSync(pack, "kept.txt");
      await say();
      writeFileSync(pack, "damaged");
      await say();
      renameSync("kept.txt", pack);
      await say();
    `,
  });
  assert.equal(await node(folder, "main.js"), "marks \nmarks \nwords Ann Lee\n");
});

test("TypeScript finds the types of all entries, with the resolution of bundlers and of Node.js", async () => {
  const entries = ["", "/inline"].map(
    (at, index) => `
    import { type Report as Report${index}, extract as extract${index}, ExtractError as Error${index} } from "quote-extractor${at}";
    import { QuoteExtractorElement as Element${index} } from "quote-extractor${at}/element";
    import "quote-extractor${at}/define";
    export const said${index}: Promise<string> = extract${index}("", { kinds: ["direct"] }).then(({ quotations }) => quotations[0].text);
    export const code${index} = (error: Error${index}): "unavailable" | "unsupported" | "failed" | "timeout" => error.code;
    export const view${index} = (element: Element${index}): "all" | "text" | "quotations" | "speakers" => element.view;
    export const report${index} = (element: Element${index}): Report${index} | null => element.report;
    // @ts-expect-error: there is no such kind
    void extract${index}("", { kinds: ["spoken"] });
  `,
  );
  const folder = await project("typescript", {
    "main.ts": `${entries.join("\n")}\nexport const tag = document.createElement("quote-extractor").text.length;`,
  });
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  for (const [module, resolution] of [
    ["esnext", "bundler"],
    ["nodenext", "nodenext"],
  ]) {
    await node(
      folder,
      tsc,
      "--strict",
      "--noEmit",
      "--skipLibCheck",
      "false",
      "--target",
      "es2022",
      "--module",
      module,
      "--moduleResolution",
      resolution,
      "main.ts",
    ).catch((error) => assert.fail(error.stdout));
  }
});

test("no relative link of the README or of a document is dead", async () => {
  const root = join(await project("documents", {}), "node_modules/quote-extractor");
  const docs = (await readdir(join(root, "docs"))).filter((name) => name.endsWith(".md"));
  assert.ok(docs.length > 5);
  for (const path of ["README.md", ...docs.map((name) => `docs/${name}`)]) {
    const markdown = await readFile(join(root, path), "utf8");
    const dead = deadLinks(path, markdown, (target) => existsSync(join(root, target)));
    // The package leaves out the pictures of docs/page.md.
    assert.deepEqual(
      dead.filter((link) => !(path === "docs/page.md" && link.startsWith("pictures/"))),
      [],
      path,
    );
  }
});
