/** The page and the element in Chromium, Firefox and WebKit: the same tests for all of them. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { FORMATS } from "../../www/export/formats.js";
import { loadStrings, stringsFor } from "../../www/strings/strings-for.js";
import { NEWS } from "../browser/support/suite.js";
import { ENGINES } from "./support/engines.js";
import { Visitor } from "./support/visitor.js";

const PAGES = {
  "/story": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title><link rel="icon" href="/www/icon.svg">
    <script type="module" src="/www/quote-extractor-element-define.js"></script></head><body>
    <article id="story"><p>“The <em>river</em> rose in an hour,” said Ann Lee.</p><p>“We lost the bridge,” said Bob Ortiz.</p></article>
    <quote-extractor for="story"></quote-extractor></body></html>`,
};

/** Who said each quotation, and how the words begin. */
const report = () => {
  const found = document.querySelector("quote-extractor")?.report;
  return (
    found?.quotations.map(
      ({ speaker, text }) => `${speaker === null ? "?" : found.speakers[speaker].name}: ${text.slice(0, 8)}`,
    ) ?? []
  );
};
const FOUND = ["Ann Lee: The rive", "Bob Ortiz: We lost ", "Ann Lee: We will "];

for (const engine of ENGINES) {
  describe(engine.name, () => {
    /** @type {Visitor} */
    let reader;
    before(async () => {
      reader = await Visitor.start(engine, PAGES);
    });
    after(() => reader?.close());

    /**
     * A test that begins with a page, all of which has been loaded, and ends with one that has
     * complained of nothing and asked for nothing more.
     *
     * @param {string} name
     * @param {string} path
     * @param {() => Promise<void>} act
     */
    const visit = (name, path, act) =>
      test(name, async () => {
        await reader.open(path);
        await reader.await(() => customElements.get("quote-extractor") && document.readyState === "complete");
        // The core is loaded by the first reading at the latest.
        if (path.startsWith("/?") || path === "/")
          await reader.see(() =>
            import(/** @type {any} */ ("/www/core/extractor.js")).then((module) =>
              module.sharedExtractor().prepare(),
            ),
          );
        else await reader.says("quotations by");
        const before = await reader.allRequests();
        await act();
        assert.deepEqual(reader.requests.slice(before.length), [], "requests after the page was loaded");
        assert.deepEqual(await reader.complaints(), []);
      });

    visit("pasting shows who said what: marks, speakers and list", "/", async () => {
      await reader.insert(NEWS);
      await reader.says("3 quotations by 2 speakers");
      assert.deepEqual(await reader.see(report), FOUND);
      const seen = await reader.see(() => {
        const root = document.querySelector("quote-extractor")?.shadowRoot;
        const all = (/** @type {string} */ selector) => [...(root?.querySelectorAll(selector) ?? [])];
        return {
          marks: all(".text mark").map((mark) => mark.textContent),
          painted: getComputedStyle(all(".text mark")[0]).backgroundColor,
          speakers: all("tbody tr:not(.group) .name").map((name) => name.textContent),
          listed: all(".list li").length,
        };
      });
      assert.deepEqual(seen.marks, [
        "The river rose in an hour,",
        "We lost the bridge and the mill,",
        "We will build both again,",
      ]);
      assert.doesNotMatch(seen.painted, /^(?:rgba\(0, 0, 0, 0\)|transparent)$/);
      assert.deepEqual(seen.speakers, ["Ann Lee", "Bob Ortiz"]);
      assert.equal(seen.listed, 3);
    });

    visit("typing, copying and pasting by keyboard", "/", async () => {
      await reader.click("textarea");
      await reader.type('"It rained," said Ann Lee.');
      await reader.says("1 quotation by 1 speaker");
      await reader.press("Control+A");
      await reader.press("Control+C");
      await reader.press("End");
      await reader.press("Enter");
      await reader.press("Control+V");
      await reader.says("2 quotations by 1 speaker");
    });

    test("what is copied from a web page keeps its paragraphs", async () => {
      await reader.open("/story");
      await reader.says("2 quotations by 2 speakers");
      await reader.see(() =>
        getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector("article"))),
      );
      await reader.press("Control+C");
      await reader.open("/");
      await reader.click("textarea");
      await reader.press("Control+V");
      await reader.says("2 quotations by 2 speakers");
      assert.equal(
        await reader.see(() => document.querySelector("quote-extractor")?.text),
        "“The river rose in an hour,” said Ann Lee.\n\n“We lost the bridge,” said Bob Ortiz.",
      );
      assert.deepEqual(await reader.complaints(), []);
    });

    test("the work is done in a worker", async () => {
      await reader.open("/story");
      await reader.says("2 quotations by 2 speakers");
      const workers = await reader.see(async () => {
        const { Extractor } = await import(/** @type {any} */ ("/www/core/extractor.js"));
        const { startWorker } = await import(/** @type {any} */ ("/www/core/trusted.js"));
        let messages = 0;
        const extractor = new Extractor({
          createWorker() {
            const worker = startWorker();
            worker.addEventListener("message", () => (messages += 1));
            return worker;
          },
        });
        await extractor.extract("“It rained,” said Ann Lee.");
        return messages;
      });
      assert.equal(workers, 2, "it is ready, and it answers");
      assert.deepEqual(await reader.complaints(), []);
    });

    visit("selecting shows the card, and the same quotation in the list", "/", async () => {
      await reader.insert(NEWS);
      await reader.says("3 quotations by 2 speakers");
      await reader.click(".text mark", 1);
      await reader.await(() => {
        const root = document.querySelector("quote-extractor")?.shadowRoot;
        const card = root?.querySelector(".card");
        return (
          card?.checkVisibility() &&
          card.textContent?.includes("Bob Ortiz") &&
          root?.querySelector(".list .selected .name")?.textContent === "Bob Ortiz"
        );
      });
    });

    visit("by keyboard from mark to mark", "/", async () => {
      await reader.insert(NEWS);
      await reader.says("3 quotations by 2 speakers");
      await reader.see(() => {
        const sign = document.querySelector("quote-extractor")?.shadowRoot?.querySelector(".text .sign");
        /** @type {HTMLElement} */ (sign).focus();
      });
      await reader.press("ArrowRight");
      await reader.press("ArrowRight");
      await reader.press("Enter");
      await reader.await(() => {
        const root = document.querySelector("quote-extractor")?.shadowRoot;
        const at = root?.activeElement;
        return (
          at instanceof HTMLElement &&
          at.dataset.quotation === "2" &&
          root?.querySelector(".list .selected")?.getAttribute("data-quotation") === "2"
        );
      });
    });

    visit("a correction, and its way back", "/", async () => {
      await reader.insert(NEWS);
      await reader.says("3 quotations by 2 speakers");
      await reader.click(".list .who", 1);
      await reader.click(".list .selected .correct");
      await reader.see(() => {
        const select = document.querySelector("quote-extractor")?.shadowRoot?.querySelector("dialog select");
        if (!(select instanceof HTMLSelectElement)) throw new Error("no choice of speakers");
        select.value = [...select.options].find(({ label }) => label === "Ann Lee")?.value ?? "";
        select.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await reader.click("dialog .primary");
      await reader.says("3 quotations by 1 speaker");
      assert.deepEqual(await reader.see(report), [
        "Ann Lee: The rive",
        "Ann Lee: We lost ",
        "Ann Lee: We will ",
      ]);
      await reader.click(".undo-bar button");
      await reader.says("3 quotations by 2 speakers");
      assert.deepEqual(await reader.see(report), FOUND);
    });

    visit("marks in a page are painted, and taken back without a trace", "/story", async () => {
      const painted = () =>
        reader.see(() => [...CSS.highlights].map(([name, { size }]) => `${name} ${size}`).sort());
      const before = await reader.see(() => document.querySelector("article")?.outerHTML);
      assert.deepEqual(await painted(), ["quotes-speaker-1 1", "quotes-speaker-2 1", "quotes-verbatim 2"]);
      await reader.click("#story em");
      await reader.await(() => CSS.highlights.get("quotes-selected")?.size === 1);
      assert.equal(await reader.see(() => document.querySelector("article")?.outerHTML), before);
      await reader.see(() => document.querySelector("quote-extractor")?.remove());
      assert.deepEqual(await painted(), []);
      assert.equal(await reader.see(() => document.adoptedStyleSheets.length), 0);
    });

    visit("the results can be taken along in every format", "/", async () => {
      await reader.insert(NEWS);
      await reader.says("3 quotations by 2 speakers");
      await reader.see(() => {
        const scope = /** @type {any} */ (globalThis);
        scope.files = [];
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          scope.files.push(/** @type {Blob} */ (blob).text());
          return create.call(URL, blob);
        };
        // Where a download goes is the browser's own affair.
        HTMLAnchorElement.prototype.click = () => {};
      });
      const formats = Object.keys(FORMATS).filter(
        (name) => !FORMATS[/** @type {keyof typeof FORMATS} */ (name)].needsAddress,
      );
      for (const format of formats) {
        await reader.see((format) => {
          const bar = document.querySelector("quote-extractor")?.shadowRoot?.querySelector(".export");
          const select = /** @type {HTMLSelectElement} */ (bar?.querySelector("select"));
          select.value = format;
          const download = bar?.lastElementChild;
          /** @type {HTMLElement} */ (download).click();
        }, format);
      }
      const files = await reader.see(() => Promise.all(/** @type {any} */ (globalThis).files));
      assert.equal(files.length, formats.length);
      for (const file of files) assert.match(file, /The river rose in an hour/);
    });

    visit("it speaks German", "/?lang=de", async () => {
      await reader.insert(NEWS);
      await loadStrings("de");
      await reader.says(stringsFor("de").summary(3, 2));
      assert.equal(await reader.see(() => document.querySelector("h1")?.textContent), "Wer hat was gesagt?");
    });
  });
}
