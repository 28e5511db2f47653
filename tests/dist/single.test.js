/** The builds that are a single file: a script tag from another origin, and a page from `file://`. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { openPage, startBrowser } from "../browser/support/browser.js";
import { packNamed } from "../browser/support/pack.js";
import { NEWS, pasteNews, useBrowser, waitForStatus } from "../browser/support/suite.js";
import { DIST } from "./support/dist.js";

const script = readFileSync(join(DIST, "quote-extractor.js"));
const ELSEWHERE = "https://files.example/quote-extractor.js";
const integrity = `sha384-${createHash("sha384").update(script).digest("base64")}`;

/** @param {string} attributes @param {string} [policy] */
const host = (
  attributes,
  policy,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
  ${policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : ""}<link rel="icon" href="/www/icon.svg">
  <script ${attributes} src="${ELSEWHERE}" integrity="${integrity}" crossorigin></script>
  <article id="article"><p>“The river rose,” said Ann Lee.</p></article><quote-extractor for="article"></quote-extractor></html>`;
const STRICT = "default-src 'none'; img-src 'self'; script-src https://files.example 'wasm-unsafe-eval'";

const { open } = useBrowser({
  "/classic": host(""),
  "/module": host(`type="module"`),
  "/beside": `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="/www/icon.svg">
    <script src="${ELSEWHERE}" crossorigin></script></html>`,
  "/strict": host("", STRICT),
  "/blob": host("", `${STRICT}; worker-src blob:`),
});

/** @param {string} path */
const openHost = (path) =>
  open(path, {
    prepare: (page) =>
      page.route(ELSEWHERE, (route) =>
        route.fulfill({
          body: script,
          contentType: "text/javascript",
          headers: { "Access-Control-Allow-Origin": "*" },
        }),
      ),
  });

for (const path of ["/classic", "/module", "/blob"]) {
  test(`${path}: a script tag from another origin registers the element and the function`, async () => {
    const { page, requests } = await openHost(path);
    await page.getByText("1 quotation by 1 speaker").first().waitFor();
    assert.equal(page.workers().length, 1, "it extracts in a worker");
    assert.deepEqual(
      requests.map((url) => new URL(url).pathname).sort(),
      [path, "/quote-extractor.js", "/www/icon.svg"].sort(),
    );
    const said = await page.evaluate(
      async () =>
        (await /** @type {any} */ (globalThis).quoteExtractor.extract("“It rained,” said Ann Lee."))
          .quotations[0].text,
    );
    assert.equal(said, "It rained,");
  });
}

test("the script tag has the words of English in it, and loads those of other languages from beside itself", async () => {
  // There is a second language only in this test. Its words are English.
  const source = script.toString();
  const body = source.replace(/\{en:("[\w+/=]+")\}/, `{en:$1,de:""}`);
  assert.notEqual(body, source);
  const headers = { "Access-Control-Allow-Origin": "*" };
  const { page, requests } = await open("/beside", {
    prepare: async (page) => {
      await page.route(ELSEWHERE, (route) =>
        route.fulfill({ body, contentType: "text/javascript", headers }),
      );
      await page.route("https://files.example/packs/de.txt", (route) =>
        route.fulfill({ body: packNamed("de"), headers }),
      );
    },
  });
  const speakers = await page.evaluate(async () => {
    const { extract } = /** @type {any} */ (globalThis).quoteExtractor;
    const text = "“It rained,” said Ann Lee.";
    const reports = [await extract(text, { lang: "de" }), await extract(text, { lang: "en" })];
    return reports.map(({ speakers }) => speakers[0].name);
  });
  assert.deepEqual(speakers, ["Ann Lee", "Ann Lee"]);
  assert.deepEqual(
    requests.filter((url) => url.includes("packs")),
    ["https://files.example/packs/de.txt"],
  );
});

test("without a worker in the policy of the page, it extracts on the main thread", async () => {
  const { page, complaints } = await openHost("/strict");
  await page.getByText("1 quotation by 1 speaker").first().waitFor();
  assert.equal(page.workers().length, 0);
  // The browser itself reports the worker that it did not allow; there may be no other message.
  assert.deepEqual(
    complaints.filter((text) => !text.includes("blob:")),
    [],
  );
  complaints.length = 0;
});

test("the single page works from file://", async () => {
  const browser = await startBrowser();
  try {
    const { page, context, complaints, requests } = await openPage(
      browser,
      pathToFileURL(join(DIST, "quote-extractor.html")).href,
    );
    await context.setOffline(true);
    await pasteNews(page);
    assert.equal(page.workers().length, 1, "it extracts in a worker");
    await page.getByRole("button", { name: "Try a sample" }).click();
    await waitForStatus(page, /\d\d quotations by/);
    await page.getByRole("button", { name: "Restore previous text" }).click();
    await waitForStatus(page, "3 quotations by 2 speakers");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    assert.match(readFileSync(await file.path(), "utf8"), /Bob Ortiz/);
    await page.getByRole("link", { name: "Deutsch" }).click();
    await page.getByRole("heading", { name: "Wer hat was gesagt?" }).waitFor();
    assert.equal(await page.getByRole("textbox").first().inputValue(), NEWS);
    assert.deepEqual(
      requests.filter((url) => !/^(file|blob|data):/.test(url)),
      [],
    );
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
});

test("the policy of the single page allows its own script and style and nothing else", () => {
  const html = readFileSync(join(DIST, "quote-extractor.html"), "utf8");
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  assert.match(
    policy,
    /^default-src 'none'; script-src 'sha256-\S+' 'wasm-unsafe-eval'; style-src 'sha256-\S+';/,
  );
  assert.doesNotMatch(policy, /unsafe-inline|https?:|\*|connect-src/);
  assert.doesNotMatch(html.replace(/<script>[^]*<\/script>/, ""), /(?:src|href)="(?!data:|\?lang=)/);
});
