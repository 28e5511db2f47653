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
  "/figure": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Figure</title><link rel="icon" href="/www/icon.svg"></head>
    <body><p>“The river rose in an hour,” said Ann Lee.</p><figure><figcaption>“It was loud,” said Tom Abney.</figcaption></figure>
    <p>“We lost the bridge,” said Bob Ortiz.</p></body></html>`,
};

/** The speaker of each quotation, and its first letters. */
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
    let visitor;
    before(async () => {
      visitor = await Visitor.start(engine, PAGES);
    });
    after(() => visitor?.close());

    /**
     * A test that begins when a page has loaded everything, and checks at its end that the page has requested
     * nothing more and written no error.
     *
     * @param {string} name
     * @param {string} path
     * @param {() => Promise<void>} act
     */
    const visit = (name, path, act) =>
      test(name, async () => {
        await visitor.open(path);
        await visitor.waitFor(
          () => customElements.get("quote-extractor") && document.readyState === "complete",
        );
        // Without a text the page may still be loading the core.
        if (path.startsWith("/?") || path === "/")
          await visitor.evaluate(() =>
            import(/** @type {any} */ ("/www/core/extractor.js")).then((module) =>
              module.sharedExtractor().prepare(),
            ),
          );
        else await visitor.waitForText("quotations by");
        const before = await visitor.allRequests();
        await act();
        assert.deepEqual(visitor.requests.slice(before.length), [], "requests after the page was loaded");
        assert.deepEqual(await visitor.complaints(), []);
      });

    visit("pasting shows who said what: marks, speakers and list", "/", async () => {
      await visitor.insert(NEWS);
      await visitor.waitForText("3 quotations by 2 speakers");
      assert.deepEqual(await visitor.evaluate(report), FOUND);
      const seen = await visitor.evaluate(() => {
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

    visit("unread lines are folded and wrapped lines are joined", "/", async () => {
      const menu = ["Skip to content", "Home", "News", "Sport", "Subscribe", "Sign in", "Share"];
      const wrapped =
        "The council met on\nMonday to talk about the\nmill, which has stood\nempty since the flood,\nand nobody knew who\nwould pay for it.";
      await visitor.insert(`${menu.join("\n")}\n\n${NEWS}\n\n${wrapped}`);
      await visitor.waitForText("3 quotations by 2 speakers");
      await visitor.waitForText("7 lines were not read");
      const seen = () => {
        const root = document.querySelector("quote-extractor")?.shadowRoot;
        const lines = /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll(".text p") ?? [])]);
        const joined = lines.at(-1);
        return {
          visible: lines.filter((line) => line.matches(".furniture") && line.offsetHeight > 0).length,
          rows: joined
            ? Math.round(joined.offsetHeight / parseFloat(getComputedStyle(joined).lineHeight))
            : 0,
          text: joined?.textContent,
        };
      };
      const { visible, rows, text } = await visitor.evaluate(seen);
      assert.deepEqual({ visible, text }, { visible: 0, text: wrapped });
      assert.ok(rows < 4, `${rows} rows`);
      await visitor.click(".unread .toggle");
      assert.equal((await visitor.evaluate(seen)).visible, menu.length);
      await visitor.click(".unread .toggle");
      assert.equal((await visitor.evaluate(seen)).visible, 0);
    });

    visit("a transcript is read as an article at a press", "/", async () => {
      await visitor.insert(
        "Iris Holm: What happened at the mill?\nTom Abney: The water rose. I left.\nIris Holm: Did you?\nTom Abney: We did.",
      );
      await visitor.waitForText("Read as a transcript with 2 speakers.");
      await visitor.click(".reading-line button:not([hidden])");
      await visitor.waitForText("Read as an article, as you chose.");
      await visitor.click(".reading-line button:not([hidden])");
      await visitor.waitForText("Read as a transcript with 2 speakers.");
    });

    visit("typing, copying and pasting with the keyboard", "/", async () => {
      await visitor.click("textarea");
      await visitor.type('"It rained," said Ann Lee.');
      await visitor.waitForText("1 quotation by 1 speaker");
      await visitor.press("Control+A");
      await visitor.press("Control+C");
      await visitor.press("End");
      await visitor.press("Enter");
      await visitor.press("Control+V");
      await visitor.waitForText("2 quotations by 1 speaker");
    });

    test("a text copied from a web page keeps its paragraphs", async () => {
      await visitor.open("/story");
      await visitor.waitForText("2 quotations by 2 speakers");
      await visitor.evaluate(() =>
        getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector("article"))),
      );
      await visitor.press("Control+C");
      await visitor.open("/");
      await visitor.click("textarea");
      await visitor.press("Control+V");
      await visitor.waitForText("2 quotations by 2 speakers");
      assert.equal(
        await visitor.evaluate(() => document.querySelector("quote-extractor")?.text),
        "“The river rose in an hour,” said Ann Lee.\n\n“We lost the bridge,” said Bob Ortiz.",
      );
      assert.deepEqual(await visitor.complaints(), []);
    });

    test("the markup of a copied page says what its parts are", async () => {
      await visitor.open("/figure");
      await visitor.press("Control+A");
      await visitor.press("Control+C");
      await visitor.open("/");
      await visitor.click("textarea");
      await visitor.press("Control+V");
      await visitor.waitForText("2 quotations by 2 speakers");
      assert.match(
        (await visitor.evaluate(() => document.querySelector("quote-extractor")?.text)) ?? "",
        /Tom Abney/,
      );
      assert.deepEqual(await visitor.complaints(), []);
    });

    test("a worker extracts", async () => {
      await visitor.open("/story");
      await visitor.waitForText("2 quotations by 2 speakers");
      const workers = await visitor.evaluate(async () => {
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
      assert.equal(workers, 3, "the worker is ready, it has the words of the language, and it answers");
      assert.deepEqual(await visitor.complaints(), []);
    });

    visit("selecting shows the card, and the same quotation in the list", "/", async () => {
      await visitor.insert(NEWS);
      await visitor.waitForText("3 quotations by 2 speakers");
      await visitor.click(".text mark", 1);
      await visitor.waitFor(() => {
        const root = document.querySelector("quote-extractor")?.shadowRoot;
        const card = root?.querySelector(".card");
        return (
          card?.checkVisibility() &&
          card.textContent?.includes("Bob Ortiz") &&
          root?.querySelector(".list .selected .name")?.textContent === "Bob Ortiz"
        );
      });
    });

    visit("the arrow keys move from badge to badge", "/", async () => {
      await visitor.insert(NEWS);
      await visitor.waitForText("3 quotations by 2 speakers");
      await visitor.evaluate(() => {
        const badge = document.querySelector("quote-extractor")?.shadowRoot?.querySelector(".text .sign");
        /** @type {HTMLElement} */ (badge).focus();
      });
      await visitor.press("ArrowRight");
      await visitor.press("ArrowRight");
      await visitor.press("Enter");
      await visitor.waitFor(() => {
        const root = document.querySelector("quote-extractor")?.shadowRoot;
        const at = root?.activeElement;
        return (
          at instanceof HTMLElement &&
          at.dataset.quotation === "2" &&
          root?.querySelector(".list .selected")?.getAttribute("data-quotation") === "2"
        );
      });
    });

    visit("a correction can be undone", "/", async () => {
      await visitor.insert(NEWS);
      await visitor.waitForText("3 quotations by 2 speakers");
      await visitor.click(".list .who", 1);
      await visitor.click(".list .selected .correct");
      await visitor.evaluate(() => {
        const select = document.querySelector("quote-extractor")?.shadowRoot?.querySelector("dialog select");
        if (!(select instanceof HTMLSelectElement)) throw new Error("no choice of speakers");
        select.value = [...select.options].find(({ label }) => label === "Ann Lee")?.value ?? "";
        select.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await visitor.click("dialog .primary");
      await visitor.waitForText("3 quotations by 1 speaker");
      assert.deepEqual(await visitor.evaluate(report), [
        "Ann Lee: The rive",
        "Ann Lee: We lost ",
        "Ann Lee: We will ",
      ]);
      await visitor.click(".undo-bar button");
      await visitor.waitForText("3 quotations by 2 speakers");
      assert.deepEqual(await visitor.evaluate(report), FOUND);
    });

    visit("marks in a page are painted, and removed without a trace", "/story", async () => {
      const painted = () =>
        visitor.evaluate(() => [...CSS.highlights].map(([name, { size }]) => `${name} ${size}`).sort());
      const before = await visitor.evaluate(() => document.querySelector("article")?.outerHTML);
      assert.deepEqual(await painted(), ["quotes-speaker-1 1", "quotes-speaker-2 1", "quotes-verbatim 2"]);
      await visitor.click("#story em");
      await visitor.waitFor(() => CSS.highlights.get("quotes-selected")?.size === 1);
      assert.equal(await visitor.evaluate(() => document.querySelector("article")?.outerHTML), before);
      await visitor.evaluate(() => document.querySelector("quote-extractor")?.remove());
      assert.deepEqual(await painted(), []);
      assert.equal(await visitor.evaluate(() => document.adoptedStyleSheets.length), 0);
    });

    visit("the results can be exported in every format", "/", async () => {
      await visitor.insert(NEWS);
      await visitor.waitForText("3 quotations by 2 speakers");
      await visitor.evaluate(() => {
        const scope = /** @type {any} */ (globalThis);
        scope.files = [];
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          scope.files.push(/** @type {Blob} */ (blob).text());
          return create.call(URL, blob);
        };
        // The test looks at the file and does not download it.
        HTMLAnchorElement.prototype.click = () => {};
      });
      const formats = Object.keys(FORMATS).filter(
        (name) => !FORMATS[/** @type {keyof typeof FORMATS} */ (name)].needsAddress,
      );
      for (const format of formats) {
        await visitor.evaluate((format) => {
          const bar = document.querySelector("quote-extractor")?.shadowRoot?.querySelector(".export");
          const select = /** @type {HTMLSelectElement} */ (bar?.querySelector("select"));
          select.value = format;
          const download = bar?.lastElementChild;
          /** @type {HTMLElement} */ (download).click();
        }, format);
      }
      const files = await visitor.evaluate(() => Promise.all(/** @type {any} */ (globalThis).files));
      assert.equal(files.length, formats.length);
      for (const file of files) assert.match(file, /The river rose in an hour/);
    });

    visit("the page in German", "/?lang=de", async () => {
      await visitor.insert(NEWS);
      await loadStrings("de");
      await visitor.waitForText(stringsFor("de").summary(3, 2));
      assert.equal(
        await visitor.evaluate(() => document.querySelector("h1")?.textContent),
        "Wer hat was gesagt?",
      );
    });
  });
}
