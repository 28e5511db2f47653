/** The examples in docs/examples, built and opened as they say. */

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { useBrowser } from "./support/suite.js";

const { open } = useBrowser();
/** @param {string} path */
const fileOf = (path) => fileURLToPath(new URL(`../../docs/examples/${path}`, import.meta.url));
const bundle = fileOf("react/bundle.js");

before(async () => {
  await build({
    entryPoints: [fileOf("react/main.jsx")],
    outfile: bundle,
    bundle: true,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
});
after(() => rm(bundle, { force: true }));

for (const name of ["html", "react", "vue"]) {
  test(`${name}: quotations are found, marked and counted in the page`, async () => {
    const { page } = await open(`/docs/examples/${name}/`);
    await page.getByText("2 quotations by 2 speakers").waitFor();
    await page.locator("output", { hasText: "2 quotations" }).waitFor();
    assert.equal(await page.evaluate(() => CSS.highlights.get("quotes-verbatim")?.size), 2);
  });
}
