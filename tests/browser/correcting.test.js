/** Readers correct quotations and speakers, by pointer and by keyboard, and undo it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const { open } = useBrowser({
  "/article.html": `<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="/www/icon.svg">
    <script type="module" src="/www/quote-extractor-element-define.js"></script>
    <article id="article"><p>${NEWS.replaceAll("\n\n", "</p><p>")}</p></article>
    <quote-extractor for="article"></quote-extractor>`,
  "/twice.html": `<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="/www/icon.svg">
    <script type="module" src="/www/quote-extractor-element-define.js"></script>
    <p id="outside">Words of the page around it.</p>
    <article id="article"><p>“It rained,” said Ann Lee.</p><p id="first">The town was late.</p>
      <p id="second">The <b id="bold">town</b>
      was late</p></article>
    <quote-extractor for="article"></quote-extractor>`,
});
const PLAIN = `${NEWS}\n\nThe mayor thinks that the town was late.`;

/** Who said each quotation, and how the words begin, as the element's report has it. @param {Page} page */
const report = (page) =>
  page.evaluate(() => {
    const { quotations, speakers } = /** @type {any} */ (document.querySelector("quote-extractor")).report;
    return quotations.map(
      (/** @type {any} */ { speaker, text }) => `${speakers[speaker]?.name ?? "?"}: ${text.slice(0, 8)}`,
    );
  });
const FOUND = ["Ann Lee: The rive", "Bob Ortiz: We lost ", "Ann Lee: We will "];

/** @param {Page} page */
const dialog = (page) => page.getByRole("dialog");
/** @param {Page} page @param {string} name */
const press = (page, name) => dialog(page).getByRole("button", { name }).click();

/** What the focused element is called and where it is. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.querySelector("quote-extractor")?.shadowRoot?.activeElement;
    const item = element?.closest("[data-quotation]");
    const quotation = item instanceof HTMLElement ? ` of ${item.dataset.quotation}` : "";
    return `${element?.className}${quotation}`;
  });

/** Selects a quotation in the list and opens its dialog. @param {Page} page @param {number} index */
async function edit(page, index) {
  const item = page.getByRole("listitem").nth(index);
  await item.locator(".who").click();
  await item.getByRole("button", { name: "Correct…" }).click();
}

test("by pointer: another speaker from the card; the event is sent; undo and redo", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.evaluate(() => {
    /** @type {any} */ (window).changes = [];
    document.addEventListener("quotes-change", (event) =>
      /** @type {any} */ (window).changes.push(/** @type {any} */ (event).report.quotations[0].rule),
    );
  });
  await page.locator("mark").first().click();
  await page
    .getByRole("group", { name: "About this quotation" })
    .getByRole("button", { name: "Correct…" })
    .click();
  await dialog(page).getByLabel("Speaker", { exact: true }).selectOption({ label: "Bob Ortiz" });
  await press(page, "Save");
  await waitForStatus(page, "is by Bob Ortiz now.");
  assert.deepEqual(await report(page), ["Bob Ortiz: The rive", FOUND[1], FOUND[2]]);
  assert.match(await focused(page), /^sign .* of 0$/);
  assert.deepEqual(await page.locator(".text .sign").allInnerTexts(), ["BO", "BO", "AL"]);
  assert.match(
    await page.getByRole("listitem").first().innerText(),
    /Direct, corrected by you\s+You said so\./,
  );
  await page.getByRole("button", { name: "Undo" }).click();
  await waitForStatus(page, "Undone");
  assert.deepEqual(await report(page), FOUND);
  await page.getByRole("button", { name: "Redo" }).click();
  await waitForStatus(page, "is by Bob Ortiz now.");
  assert.deepEqual(
    await page.evaluate(() =>
      /** @type {any} */ (window).changes.map((/** @type {string} */ rule) => rule === "corrected"),
    ),
    [true, false, true],
  );
});

test("by keyboard: a new speaker from the list; Control+Z and Control+Shift+Z keep the focus", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.getByRole("listitem").nth(1).locator(".who").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await dialog(page).waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("alert").filter({ hasText: "Write a name first." }).waitFor();
  await dialog(page).getByRole("textbox", { name: "Name" }).focus();
  await page.keyboard.type("  Cy <b>Dunn  ");
  await page.keyboard.press("Enter");
  await waitForStatus(page, "is by Cy <b>Dunn now.");
  const changed = [FOUND[0], "Cy <b>Dunn: We lost ", FOUND[2]];
  assert.deepEqual(await report(page), changed);
  assert.equal(await focused(page), "who of 1");
  await page.keyboard.press("Control+z");
  await waitForStatus(page, "Undone");
  assert.deepEqual(await report(page), FOUND);
  assert.equal(await focused(page), "who of 1");
  await page.keyboard.press("Control+Shift+Z");
  await waitForStatus(page, "is by Cy <b>Dunn now.");
  assert.deepEqual(await report(page), changed);

  // In the box the keys belong to the text.
  await box(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" So it was.");
  await page.keyboard.press("Control+z");
  assert.deepEqual(await report(page), changed);
});

test("removing a quotation focuses the next one", async () => {
  const { page } = await open();
  await pasteNews(page);
  await edit(page, 0);
  await press(page, "Not a quotation");
  await waitForStatus(page, "is not a quotation now.");
  assert.deepEqual(await report(page), FOUND.slice(1));
  assert.equal(await focused(page), "who of 0");
  await waitForStatus(page, "2 quotations by 2 speakers");
});

test("a speaker is renamed, and two speakers are merged", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.getByRole("button", { name: "Edit Ann Lee" }).click();
  await dialog(page).getByRole("textbox", { name: "Name" }).fill("Anna Lee");
  await press(page, "Save");
  await waitForStatus(page, "Ann Lee is called Anna Lee now.");
  assert.equal(await focused(page), "edit-speaker");
  await page.getByRole("button", { name: "Edit Bob Ortiz" }).click();
  await dialog(page).getByLabel("Same person as").selectOption({ label: "Anna Lee" });
  await press(page, "Save");
  await waitForStatus(page, "Bob Ortiz and Anna Lee are one speaker now.");
  assert.deepEqual(await report(page), ["Anna Lee: The rive", "Anna Lee: We lost ", "Anna Lee: We will "]);
  await waitForStatus(page, "3 quotations by 1 speaker");
});

test("if a correction filters a quotation out, the next one gets the focus, or else the search", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.getByRole("searchbox").fill("Ann");
  for (const left of ["who of 2", "search"]) {
    await edit(page, 0);
    await dialog(page).getByLabel("Speaker", { exact: true }).selectOption({ label: "Bob Ortiz" });
    await press(page, "Save");
    await waitForStatus(page, left === "search" ? "None of 3 quotations match" : "1 of 3 quotations");
    assert.equal(await focused(page), left);
  }
  // The same from the text, where the badge of the quotation disappears.
  await page.getByRole("button", { name: "Undo" }).click();
  await waitForStatus(page, "1 of 3 quotations");
  await page.locator(".text mark:not(.filtered-out)").click();
  await page
    .getByRole("group", { name: "About this quotation" })
    .getByRole("button", { name: "Correct…" })
    .click();
  await dialog(page).getByLabel("Speaker", { exact: true }).selectOption({ label: "Bob Ortiz" });
  await press(page, "Save");
  await waitForStatus(page, "None of 3 quotations match");
  assert.equal(await focused(page), "search");
});

test("Escape changes nothing and restores the focus", async () => {
  const { page } = await open();
  await pasteNews(page);
  await edit(page, 1);
  await dialog(page).getByLabel("Speaker", { exact: true }).selectOption("unknown");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  assert.deepEqual(await report(page), FOUND);
  assert.equal(await focused(page), "correct of 1");
  assert.equal(await page.getByRole("button", { name: "Undo" }).isVisible(), false);
});

test("words selected in the text become a quotation", async () => {
  const { page } = await open();
  await paste(page, PLAIN);
  await waitForStatus(page, "quotations by");
  const before = await report(page);
  await selectWords(page, "the town was late");
  await page.getByRole("button", { name: "Add a quotation…" }).click();
  const words = dialog(page).getByRole("textbox", { name: "Words of the quotation" });
  assert.equal(await words.inputValue(), "the town was late");
  await dialog(page).getByLabel("Speaker", { exact: true }).selectOption({ label: "Bob Ortiz" });
  await press(page, "Save");
  await waitForStatus(page, "is a quotation by Bob Ortiz now.");
  assert.deepEqual(await report(page), [...before, "Bob Ortiz: the town"]);
  assert.match(await focused(page), /^sign indirect .* of 3$/);
});

test("the button beside the selection does the same, and disappears with the selection", async () => {
  const { page } = await open();
  const twice = `${PLAIN} Later the town was late again.`;
  await paste(page, twice);
  await waitForStatus(page, "quotations by");
  const before = await report(page);
  const button = page.getByRole("button", { name: "Mark as a quotation" });
  await selectWords(page, "the town was late again");
  await button.waitFor();
  await page.evaluate(() => getSelection()?.empty());
  await button.waitFor({ state: "hidden" });
  await selectWords(page, "was late", "Later the town ");
  await button.click();
  assert.equal(
    await dialog(page).getByRole("textbox", { name: "Words of the quotation" }).inputValue(),
    "was late",
  );
  await press(page, "Save");
  await waitForStatus(page, "is a quotation by an unknown speaker now.");
  const { start } = await page.evaluate(
    () => /** @type {any} */ (document.querySelector("quote-extractor")).report.quotations.at(-1).content[0],
  );
  assert.equal(start, twice.lastIndexOf("was late"), "the occurrence that was selected, not the first one");
  assert.equal((await report(page)).length, before.length + 1);
});

test("words that are not in the text, or already quoted, are refused with a message", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.getByRole("button", { name: "Add a quotation…" }).click();
  const words = dialog(page).getByRole("textbox", { name: "Words of the quotation" });
  for (const [written, problem] of [
    ["", "select the words"],
    ["no such words", "does not have"],
    ["both  again,” said", "already"],
  ]) {
    await words.fill(written);
    await press(page, "Save");
    await dialog(page).getByRole("alert").filter({ hasText: problem }).waitFor();
  }
  await words.fill("said Bob Ortiz");
  await press(page, "Save");
  await waitForStatus(page, "is a quotation by an unknown speaker now.");
});

test("corrections survive an edit of the text; another text sets them aside until undo", async () => {
  const { page } = await open();
  await pasteNews(page);
  await edit(page, 0);
  await dialog(page).getByLabel("Speaker", { exact: true }).selectOption({ label: "Bob Ortiz" });
  await press(page, "Save");
  await box(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("“It rained all night,” said Cy Dunn.\n\n");
  await waitForStatus(page, "4 quotations by 3 speakers");
  assert.deepEqual((await report(page)).slice(1), ["Bob Ortiz: The rive", FOUND[1], FOUND[2]]);

  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("“It snowed on the hills,” said Di Fox.");
  await waitForStatus(page, "This is a different text");
  assert.deepEqual(await report(page), ["Di Fox: It snowe"]);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(NEWS);
  await waitForStatus(page, "3 quotations by 2 speakers");
  await page.getByRole("button", { name: "Undo" }).click();
  await waitForStatus(page, "Undone");
  assert.deepEqual(await report(page), ["Bob Ortiz: The rive", FOUND[1], FOUND[2]]);

  await page.evaluate((text) => {
    /** @type {any} */ (document.querySelector("quote-extractor")).text = text.replace(
      "The river rose in an hour",
      "It rose",
    );
  }, NEWS);
  await waitForStatus(
    page,
    "This correction no longer fits the text: “The river rose in an hour,” is by Bob Ortiz.",
  );
});

test("a correction changes the marks in a host page, and nothing else of it", async () => {
  const { page } = await open("/article.html");
  await waitForStatus(page, "3 quotations by 2 speakers");
  const article = await page.locator("article").innerHTML();
  await edit(page, 1);
  await press(page, "Not a quotation");
  await waitForStatus(page, "is not a quotation now.");
  assert.deepEqual(await report(page), [FOUND[0], FOUND[2]]);
  const marked = () => page.evaluate(() => CSS.highlights.get("quotes-verbatim")?.size);
  assert.equal(await marked(), 2);
  await page.keyboard.press("Control+z");
  await waitForStatus(page, "Undone");
  assert.equal(await marked(), 3);
  assert.equal(await page.locator("article").innerHTML(), article);
});

test("words selected in the host page fill the dialog, and the selected occurrence is added", async () => {
  const { page } = await open("/twice.html");
  await waitForStatus(page, "1 quotation by 1 speaker");
  const select = (
    /** @type {string} */ from,
    /** @type {number} */ start,
    /** @type {string} */ to,
    /** @type {number} */ end,
  ) =>
    page.evaluate(
      ([from, start, to, end]) => {
        const node = (/** @type {string} */ id) => {
          const element = /** @type {Node} */ (document.getElementById(id));
          return element.firstChild instanceof Text && element.childNodes.length === 1
            ? element.firstChild
            : element;
        };
        getSelection()?.setBaseAndExtent(node(String(from)), Number(start), node(String(to)), Number(end));
      },
      [from, start, to, end],
    );
  const added = async () => {
    await page.getByRole("button", { name: "Add a quotation…" }).click();
    return dialog(page).getByRole("textbox", { name: "Words of the quotation" }).inputValue();
  };

  await select("outside", 0, "outside", 5);
  assert.equal(await added(), "", "outside of the host element");
  await page.keyboard.press("Escape");

  // A whole paragraph, as three clicks select it: its end is the start of the next one.
  await select("first", 0, "second", 0);
  assert.equal(await added(), "The town was late.");
  await page.keyboard.press("Escape");

  await select("bold", 0, "second", 3);
  assert.equal(await added(), "town was late");
  await press(page, "Save");
  await waitForStatus(page, "is a quotation by an unknown speaker now.");
  const offsets = () =>
    page.evaluate(() => {
      const { text, report } = /** @type {any} */ (document.querySelector("quote-extractor"));
      const { start } = report.quotations.at(-1).content[0];
      return { start, last: text.lastIndexOf("town was late") };
    });
  const { start, last } = await offsets();
  assert.equal(start, last, "the second occurrence of these words");
});

/**
 * Selects words in the marked text, as dragging over them does.
 *
 * @param {Page} page
 * @param {string} words
 * @param {string} [after] words directly before them
 */
async function selectWords(page, words, after = "") {
  await page
    .locator(".text p")
    .filter({ hasText: words })
    .evaluate(
      (paragraph, { words, after }) => {
        paragraph.scrollIntoView({ block: "center", behavior: "instant" });
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
          const at = node.nodeValue?.indexOf(after + words) ?? -1;
          if (at >= 0)
            return getSelection()?.setBaseAndExtent(
              node,
              at + after.length,
              node,
              at + after.length + words.length,
            );
        }
        throw new Error("not in one node");
      },
      { words, after },
    );
}
