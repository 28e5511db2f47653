/**
 * Whatever a reader pastes, the page answers, keeps the text and goes on working.
 *
 * @import { Quotation } from "../../www/types.js"
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, paste, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser();

const MEGABYTE = 1 << 20;

/** @type {Record<string, string>} */
const TEXTS = {
  "a single space": " ",
  "blank lines": "\n\n \t \n",
  "one opening mark": "“",
  "one straight mark": '"',
  "control characters": "“A\u0000B\u0001\u001b[31m,” said Ann\u0007 Lee.",
  "lone surrogates": "“\ud83d is half,” said Ann Lee. \udc00 “So is \udfff,” said Bob Ortiz.",
  "text from right to left": "«המים עלו תוך שעה», אמרה רות כהן. \u202e“Turned,” said Ann Lee.",
  emoji: "“👩‍👩‍👧‍👦🏳️‍🌈 came,” said Ann Lee. 🎉“🎉🎉,” 🎉 said Bob Ortiz.",
  "no spaces": "“nospaces,”saidAnnLee.".repeat(500),
  "a very long word": "a".repeat(MEGABYTE),
  "one very long paragraph": "“It rained,” said Ann Lee. ".repeat(20_000),
  "a megabyte of opening marks": "“".repeat(MEGABYTE),
  "a megabyte of straight marks": '"'.repeat(MEGABYTE),
  "a hundred thousand empty lines": "\n".repeat(100_000),
  "a picture pasted as text": String.fromCharCode(
    ...Array.from({ length: 50_000 }, (_, i) => (i * 7919 + (i >> 3)) & 0xff),
  ),
  markup: "“<img src=x onerror=alert(1)>,” said <b>Ann Lee</b>. <script>alert(1)</script>",
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`${name}: an answer, and the text stays`, async () => {
    const { page } = await open();
    // The text is passed as JSON, because nothing else brings lone surrogates to the browser.
    const kept = await page.evaluate(async (json) => {
      const element = /** @type {any} */ (document.querySelector("quote-extractor"));
      const input = /** @type {HTMLTextAreaElement} */ (element.shadowRoot.querySelector("textarea"));
      const answered = new Promise((resolve, reject) => {
        element.addEventListener("quotes-change", resolve, { once: true });
        element.addEventListener("quotes-error", (/** @type {any} */ event) => reject(event.error), {
          once: true,
        });
      });
      const data = JSON.parse(json);
      input.dispatchEvent(new InputEvent("beforeinput", { data, inputType: "insertFromPaste" }));
      input.value = data;
      const given = input.value;
      input.dispatchEvent(new Event("input"));
      await answered;
      const { report, text: read } = element;
      const inside = report.quotations.every(
        (/** @type {Quotation} */ { text: words, content }) =>
          words === content.map(({ start, end }) => given.slice(start, end)).join(" "),
      );
      return { text: input.value === given && read === given, inside };
    }, JSON.stringify(text));
    assert.deepEqual(kept, { text: true, inside: true });
    // The page still works: the next text gets its answer.
    await box(page).fill("");
    await paste(page, "“It rained,” said Ann Lee.");
    await waitForStatus(page, "1 quotation by 1 speaker");
    assert.equal(await page.getByRole("alert").isVisible(), false);
  });
}

test("a very long text is drawn in slices, and the page paints in between", async () => {
  const { page } = await open();
  const frames = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("quote-extractor"));
    const status = element.shadowRoot.querySelector("[role=status]");
    const said = new Set();
    let painted = 0;
    let done = false;
    const count = () => {
      painted += 1;
      said.add(status.textContent.replace(/\d+/g, "N"));
      if (!done) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    await element.extract("“It rained all night,” said Ann Lee, who lives by the river.\n\n".repeat(20_000));
    done = true;
    return { painted, said: [...said] };
  });
  assert.ok(frames.painted > 3, `only ${frames.painted} frames were painted`);
  assert.ok(frames.said.includes("Drawing the marked text: N%"), `the status said ${frames.said}`);
  assert.equal(await page.locator(".text mark").count(), 20_000);
});
