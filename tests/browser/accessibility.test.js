/**
 * Each state of the page passes the rules of axe and cuts nothing off: in light, in dark and in forced
 * colours, on the narrowest screen, and with text at twice its size.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cutOff, violations } from "./support/page-problems.js";
import { pausable } from "./support/paused.js";
import { pointOf } from "./support/point-of.js";
import { box, NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */
/** @typedef {[state: string, reach: (page: Page) => Promise<unknown>]} Step */

const { open } = useBrowser();

/** @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
/** @param {Page} page @param {string} name */
const pressInDialog = (page, name) => page.getByRole("dialog").getByRole("button", { name }).click();
/** @param {Page} page */
const card = (page) => page.getByRole("group", { name: "About this quotation" });
/** @param {Page} page @param {"dragover" | "drop"} type */
const drag = (page, type) =>
  page.locator("quote-extractor textarea").evaluate((target, type) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["%PDF"], "a-report-with-a-name-that-has-no-place-to-break-in-it.pdf"));
    target.dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
    );
  }, type);
/** @param {Page} page @param {"reading" | "drawing"} paused */
const readPaused = (page, paused) =>
  page.evaluate(
    ([paused, text]) => {
      /** @type {any} */ (window).paused = paused;
      // Each paragraph takes longer than a slice of drawing may.
      let now = performance.now();
      performance.now = () => (now += 20);
      /** @type {any} */ (document.querySelector("quote-extractor")).text = text;
    },
    [paused, `${paused}:\n\n${NEWS}`],
  );
/** @param {Page} page @param {string} view */
const showView = (page, view) =>
  page.evaluate((view) => document.querySelector("quote-extractor")?.setAttribute("view", view), view);

/** States that follow one another on a page. @type {Record<string, { path?: string, prepare?: (page: Page) => Promise<unknown>, steps: Step[] }>} */
const STORIES = {
  "before there are results": {
    prepare: pausable,
    steps: [
      ["empty", (page) => page.getByText("Paste or type a text; its quotations").waitFor()],
      ["a file held over the box", (page) => drag(page, "dragover")],
      [
        "a file that cannot be read",
        async (page) => {
          await drag(page, "drop");
          await waitForStatus(page, "is not a text, subtitle, Markdown or HTML file");
        },
      ],
      [
        "about this text, with no web address",
        async (page) => {
          await press(page, "About this text (optional)");
          await page.getByLabel("Source address (URL)").fill("paper, page 3");
          await page.getByLabel("Title").fill("Rain");
          await page.getByText("This is not a web address").waitFor();
        },
      ],
      ["typing", (page) => box(page).pressSequentially("The har")],
      [
        "no quotations",
        async (page) => {
          await paste(page, "bor lay still.");
          await waitForStatus(page, "No quotations found");
        },
      ],
      [
        "reading",
        async (page) => {
          await readPaused(page, "reading");
          await waitForStatus(page, /^Reading \d+ characters…$/);
        },
      ],
      [
        "cancelled",
        async (page) => {
          await press(page, "Cancel");
          await waitForStatus(page, "Cancelled.");
        },
      ],
      [
        "drawing",
        async (page) => {
          await page.evaluate(() => /** @type {any} */ (window).resume());
          await readPaused(page, "drawing");
          await waitForStatus(page, /^Drawing the marked text: \d+%$/);
        },
      ],
    ],
  },
  "an error": {
    prepare: (page) => page.context().route(/\.wasm$/, (route) => route.abort()),
    steps: [
      [
        "could not be loaded",
        async (page) => {
          await paste(page, NEWS);
          await page.getByRole("alert").getByText("could not be loaded").waitFor();
        },
      ],
    ],
  },
  results: {
    steps: [
      [
        "the sample",
        async (page) => {
          await press(page, "Try a sample");
          await waitForStatus(page, /\d\d quotations by/);
        },
      ],
      [
        "nothing to link to",
        async (page) => {
          await page.getByLabel("Export as").selectOption("Links (Markdown)");
          await press(page, "Download");
          await waitForStatus(page, "Links need the web address");
        },
      ],
      [
        "filters with matches",
        async (page) => {
          await page.locator(".speaker-filter").nth(1).click();
          await press(page, "Indirect");
          await waitForStatus(page, /^\d of 26/);
        },
      ],
      [
        "filters without a match",
        async (page) => {
          await page.getByRole("searchbox").fill("nowhere");
          await waitForStatus(page, "None of 26");
        },
      ],
      [
        "a card",
        async (page) => {
          await press(page, "Show all");
          await page.locator("mark").nth(3).click();
          await card(page).waitFor();
        },
      ],
      ...["text", "quotations", "speakers"].map(
        (view) => /** @type {Step} */ ([`view="${view}"`, (page) => showView(page, view)]),
      ),
    ],
  },
  corrections: {
    steps: [
      [
        "a quotation",
        async (page) => {
          await pasteNews(page);
          await page.locator("li .who").first().click();
          await page.locator("li.selected .correct").click();
        },
      ],
      [
        "a new speaker without a name",
        async (page) => {
          await page.getByRole("dialog").getByLabel("Speaker", { exact: true }).selectOption("Someone else…");
          await pressInDialog(page, "Save");
          await page.getByText("Write a name first.").waitFor();
        },
      ],
      [
        "a speaker",
        async (page) => {
          await page.keyboard.press("Escape");
          await press(page, "Edit Ann Lee");
        },
      ],
      [
        "another quotation",
        async (page) => {
          await page.keyboard.press("Escape");
          await press(page, "Add a quotation…");
          await page.getByLabel("Words of the quotation").fill("nowhere");
          await pressInDialog(page, "Save");
          await page.getByText("The text does not have these words.").waitFor();
        },
      ],
      [
        "corrected",
        async (page) => {
          await page.keyboard.press("Escape");
          await press(page, "Edit Ann Lee");
          await page.getByLabel("Same person as").selectOption("Bob Ortiz");
          await pressInDialog(page, "Save");
          await waitForStatus(page, "Ann Lee and Bob Ortiz are one speaker now.");
        },
      ],
      [
        "undone",
        async (page) => {
          await press(page, "Undo");
          await waitForStatus(page, "Undone");
        },
      ],
      [
        "selected words",
        async (page) => {
          await page
            .locator(".text p")
            .first()
            .evaluate((paragraph) => {
              paragraph.scrollIntoView({ block: "center", behavior: "instant" });
              getSelection()?.selectAllChildren(paragraph);
            });
          await page.getByRole("button", { name: "Mark as a quotation" }).waitFor();
        },
      ],
      [
        "a lost correction",
        async (page) => {
          await press(page, "Redo");
          await page.locator("li .who").first().click();
          await page.locator("li.selected .correct").click();
          await pressInDialog(page, "Not a quotation");
          await waitForStatus(page, "is not a quotation now.");
          await page.evaluate((text) => {
            /** @type {any} */ (document.querySelector("quote-extractor")).text = text.replace(
              "The river rose in an hour",
              "It rose",
            );
          }, NEWS);
          await waitForStatus(page, "This correction no longer fits the text");
        },
      ],
      [
        "another text",
        async (page) => {
          await box(page).fill("“It snowed on the hills,” said Di Fox.");
          await waitForStatus(page, "This is a different text");
        },
      ],
    ],
  },
  "an article of the host page": {
    path: "/www/article.html",
    steps: [
      ["its marks", (page) => waitForStatus(page, /^\d\d quotations by/)],
      [
        "a card",
        async (page) => {
          const { x, y } = await pointOf(page, "The numbers are not");
          await page.mouse.click(x, y);
          await card(page).getByText("Paul Achterberg").waitFor();
        },
      ],
      [
        "its legend",
        async (page) => {
          await showView(page, "text");
          await page.getByRole("list", { name: "Speakers" }).waitFor();
        },
      ],
      [
        "no article",
        async (page) => {
          await page.evaluate(() =>
            document.querySelector("quote-extractor")?.setAttribute("for", "nothing"),
          );
          await page.getByRole("alert").getByText("No element on this page has the id").waitFor();
        },
      ],
    ],
  },
};

/** @type {Record<string, { options: NonNullable<Parameters<typeof open>[1]>, fontSize?: string, looks: Parameters<Page["emulateMedia"]>[0][] }>} */
const READERS = {
  "light, dark, forced colors": {
    options: { viewport: { width: 1280, height: 900 } },
    looks: [
      { colorScheme: "light" },
      { colorScheme: "dark" },
      { colorScheme: "light", forcedColors: "active" },
    ],
  },
  "320 pixels wide, reduced motion": {
    options: { viewport: { width: 320, height: 640 }, reducedMotion: "reduce" },
    looks: [{}],
  },
  "text at twice its size": {
    options: { viewport: { width: 390, height: 844 } },
    fontSize: "200%",
    looks: [{}],
  },
};

for (const [reader, { options, fontSize, looks }] of Object.entries(READERS)) {
  for (const [story, { path, prepare, steps }] of Object.entries(STORIES)) {
    test(`${story}: ${reader}`, async () => {
      const { page, complaints } = await open(path, { ...options, prepare });
      if (fontSize)
        await page.evaluate(
          (size) => document.documentElement.style.setProperty("font-size", size),
          fontSize,
        );
      const problems = [];
      for (const [state, reach] of steps) {
        await reach(page);
        for (const look of looks) {
          await page.emulateMedia({ forcedColors: "none", ...look });
          for (const problem of [...(await violations(page)), ...(await cutOff(page))])
            problems.push(`${state}, ${JSON.stringify(look)}: ${problem}`);
        }
      }
      assert.deepEqual(problems, []);
      if (story === "an error") complaints.length = 0;
    });
  }
}
