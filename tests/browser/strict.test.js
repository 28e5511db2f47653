/** Under a strict policy, or without some feature of the browser, the page works or says why it does not. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { box, NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** The directives that docs/security.md names, word for word. */
const SECURITY = await readFile(new URL("../../docs/security.md", import.meta.url), "utf8");
const OURS =
  SECURITY.match(/^ {4}default-src 'none'; script-src 'self' 'wasm-unsafe-eval';[^]*?(?=\n\n)/m)?.[0]
    .replace(/\s+/g, " ")
    .trim() ?? "";
const HOST =
  SECURITY.match(/^ {4}default-src 'none'; script-src https:[^]*?(?=\n\n)/m)?.[0]
    .replace(/\s+/g, " ")
    .trim() ?? "";

/** @param {string} policy @param {string} body */
const pageOf = (
  policy,
  body,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
  <meta http-equiv="Content-Security-Policy" content="${policy.replaceAll("https://your.example", "'self'")}">
  <script type="module" src="/www/quote-extractor-element-define.js"></script></head><body>${body}</body></html>`;
const ARTICLE = `<article id="story">${NEWS.split("\n\n")
  .map((words) => `<p>${words}</p>`)
  .join("")}</article><quote-extractor for="story"></quote-extractor>`;
const TYPES = "require-trusted-types-for 'script'; trusted-types";

const { open } = useBrowser({
  "/box": pageOf(HOST, "<quote-extractor></quote-extractor>"),
  "/story": pageOf(HOST, ARTICLE),
  "/unlisted": pageOf(
    HOST.replace("trusted-types quote-extractor", "trusted-types 'none'"),
    "<quote-extractor></quote-extractor>",
  ),
  "/no-worker": pageOf(
    HOST.replace(/worker-src [^;]*;/, "worker-src 'none';"),
    "<quote-extractor></quote-extractor>",
  ),
  "/no-wasm": pageOf(HOST.replace("'wasm-unsafe-eval'", ""), "<quote-extractor></quote-extractor>"),
});

/** @param {import("playwright-core").Page} page */
const pasteParagraphs = (page) =>
  page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/html", "<p>“It rained,” said Ann Lee.</p><p>“It snowed,” said Bob Ortiz.</p>");
    const input = document.querySelector("quote-extractor")?.shadowRoot?.querySelector("textarea");
    input?.focus();
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    input?.dispatchEvent(event);
    return event.defaultPrevented;
  });

test("docs/security.md has the policy of the page, and one for a host, both with Trusted Types", async () => {
  const { page } = await open();
  assert.equal(await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content"), OURS);
  for (const policy of [OURS, HOST]) assert.ok(policy.includes(`${TYPES} quote-extractor`), policy);
});

test("under the strict policy for a host, everything in the element works, in a worker", async () => {
  const { page } = await open("/box", { permissions: ["clipboard-read", "clipboard-write"] });
  await pasteNews(page);
  assert.equal(page.workers().length, 1);
  await page.locator(".text .sign").first().click();
  await page.locator(".card").getByRole("button", { name: "Correct…" }).click();
  await page.getByRole("dialog").getByLabel("Speaker", { exact: true }).selectOption({ label: "Bob Ortiz" });
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.locator(".undo-bar").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByText("Copied.").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  assert.equal(file.suggestedFilename(), "quotations.md");
  await box(page).fill("");
  assert.equal(await pasteParagraphs(page), true);
  await waitForStatus(page, "2 quotations by 2 speakers");
});

test("under the same policy the text of the page is marked", async () => {
  const { page } = await open("/story");
  await page.getByText("3 quotations by 2 speakers").waitFor();
  assert.equal(page.workers().length, 1);
  assert.equal(await page.evaluate(() => CSS.highlights.get("quotes-verbatim")?.size), 3);
});

test("if the host does not list our Trusted Types policy, texts are read on the main thread and web pages are refused", async () => {
  const { page, complaints } = await open("/unlisted");
  await pasteNews(page);
  assert.equal(page.workers().length, 0);
  assert.equal(await pasteParagraphs(page), false, "the browser pastes the plain text");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a file…" }).click(),
  ]);
  await chooser.setFiles({
    name: "a.html",
    mimeType: "text/html",
    buffer: Buffer.from("<p>“It rained,” said Ann Lee."),
  });
  await page
    .getByText("“a.html” is a web page, and the policy of this site does not let it be read here.")
    .waitFor();
  assert.ok(
    complaints.every((one) => /TrustedScriptURL|TrustedHTML|TrustedTypePolicy|trusted-types/i.test(one)),
    complaints.join("\n"),
  );
  complaints.length = 0;
});

test("if no worker may start, texts are read on the main thread", async () => {
  const { page, complaints } = await open("/no-worker");
  await pasteNews(page);
  assert.equal(page.workers().length, 0);
  assert.ok(
    complaints.every((one) => /worker/i.test(one)),
    complaints.join("\n"),
  );
  complaints.length = 0;
});

/** @type {Record<string, { path?: string, script?: string }>} */
const WITHOUT_WASM = {
  "the browser has no WebAssembly": { script: "delete globalThis.WebAssembly;" },
  "the host's policy allows no WebAssembly": { path: "/no-wasm" },
};
// A worker has a global scope and a policy of its own, where the feature would be missing as well.
const NO_WORKER = "globalThis.Worker = class { constructor() { throw new Error('none'); } };";
for (const [problem, { path, script = "" }] of Object.entries(WITHOUT_WASM)) {
  test(`if ${problem}, the page says so and keeps the text`, async () => {
    const { page, complaints } = await open(path, {
      prepare: (page) => page.addInitScript(script + NO_WORKER),
    });
    await paste(page, NEWS);
    await page
      .getByRole("alert")
      .getByText("Texts are read with WebAssembly, which this browser or this site does not allow.")
      .waitFor();
    assert.equal(await box(page).inputValue(), NEWS);
    complaints.length = 0;
  });
}

test("without the Highlight API, quotations are listed but not marked, and the page says so", async () => {
  const { page } = await open("/story", {
    prepare: (page) => page.addInitScript("delete CSS.highlights; delete globalThis.Highlight;"),
  });
  await page.getByText("3 quotations by 2 speakers").waitFor();
  assert.equal(await page.getByRole("region", { name: "Quotations" }).getByRole("listitem").count(), 3);
  await page
    .getByText("This browser cannot mark quotations in the page, so they are only listed here.")
    .waitFor();
});

test("without scripts, the page says what it needs", async () => {
  const { page } = await open("/", { javaScriptEnabled: false });
  await page
    .getByText("This page reads texts in your browser, so it needs scripts and WebAssembly.")
    .waitFor();
});
