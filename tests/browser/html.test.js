/**
 * What HTML of other programs is read as, and what its markup says of its parts. The files in
 * `tests/fixtures/clipboard` have invented words in the form in which these programs write the clipboard.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { choose, pasteRich } from "./support/input.js";
import { box, paste, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

/** @param {string} body @param {string} attributes */
const host = (body, attributes) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="/www/icon.svg">
  ${body}<quote-extractor ${attributes}</quote-extractor>
  <script type="module" src="/www/quote-extractor-element-define.js"></script></html>`;

const FIGURE = `<figure><figcaption>“It was loud,” said Tom Abney.</figcaption></figure>`;
const STORY = `<h2>No bridge is left.</h2><p>“It rained all night,” said Ann Lee.</p>${FIGURE}<nav>“Buy it,” said Bob Ortiz.</nav>`;

const { open } = useBrowser({
  "/for": host(`<article id="story">${STORY}</article>`, `for="story">`),
  "/between": host("", `>${STORY}`),
});

/** @param {string} name */
const fixture = (name) =>
  readFileSync(new URL(`../fixtures/clipboard/${name}.html`, import.meta.url), "utf8");

/**
 * What the page found: the text of each quotation with its speaker, and the kinds of the blocks with their text.
 *
 * @param {Page} page
 */
const found = (page) =>
  page.locator("quote-extractor").evaluate((element) => {
    const { report, text } = /** @type {any} */ (element);
    return {
      said: report.quotations.map(
        (/** @type {any} */ { text, speaker }) => `${report.speakers[speaker]?.name ?? "?"}: ${text}`,
      ),
      blocks: report.blocks.map(
        (/** @type {any} */ { start, end, kind }) => `${kind}: ${text.slice(start, end)}`,
      ),
    };
  });

/** Waits until the quotations are these. @param {Page} page @param {string[]} said */
async function waitForSaid(page, said) {
  await page
    .waitForFunction((said) => {
      const report = /** @type {any} */ (document.querySelector("quote-extractor")).report;
      return (
        JSON.stringify(report?.quotations.map((/** @type {any} */ { text }) => text)) === JSON.stringify(said)
      );
    }, said)
    .catch(async (error) => {
      assert.deepEqual((await found(page)).said, said);
      throw error;
    });
}

for (const [name, text] of /** @type {const} */ ([
  [
    "google-docs",
    `The bakery by the weir

Why did you come back to Halden?

“I missed the river,” said Ann Lee.
She laughed.

• Rye bread

• Oat biscuits`,
  ],
  [
    "word",
    `The flood

“The river rose in an hour,” said Ann Lee, who keeps the mill. She left at noon.

• One bridge is gone.

• “So is the mill,” said Bob Ortiz.

1. Call the council.

It rained all night.`,
  ],
  [
    "word-online",
    `“The river rose,” said Ann Lee.

1. Call the council.

2. Close the road.`,
  ],
  [
    "outlook",
    `Bob, please call her back.

Carl

From: Ann Lee <ann@halden.example>
Sent: Monday, May 4, 2026 9:12 AM
To: Carl Dow <carl@halden.example>
Subject: The mill

We lost the wheel, and “the roof is next,” said Bob Ortiz.`,
  ],
  [
    "outlook-web",
    `Bob, please call her back.

Carl Dow
Halden Water Board

From: Ann Lee <ann@halden.example>
Sent: Monday, May 4, 2026 9:12 AM
To: Carl Dow <carl@halden.example>
Subject: The mill

We lost the wheel.`,
  ],
  [
    "gmail",
    `Dear Bob,

She is right.
Please call her.

Carl

On Mon, May 4, 2026 at 9:12 AM Iris Holm <iris@halden.example> wrote:

> We lost the wheel.
>
> The roof is next.
>
> On Sun, May 3, 2026 at 8:01 PM Bob Ortiz <bob@halden.example> wrote:
>
> > Is the mill safe?

This is only indented.

So is this.`,
  ],
  [
    "teams",
    `Ann Lee 9:12 AM

The river rose in an hour.

We lost the wheel.

1

Bob Ortiz 9:14 AM

> Ann Lee

> We lost the wheel.

I saw it.
Is the roof safe?`,
  ],
])) {
  test(`the clipboard of ${name} is read as its users see it`, async () => {
    const { page } = await open();
    await pasteRich(page, fixture(name));
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("quote-extractor")).text);
    // What cannot be seen: the kind of a space, spaces at the end of a line, and an empty line in a block quote.
    const seen = (await box(page).inputValue()).replace(/[\u00a0 ]+/g, " ").replace(/ $/gm, "");
    assert.equal(seen, text.replace(/^>$/gm, ""));
  });
}

test("mail that is quoted below the line of its sender is what the sender said", async () => {
  const { page } = await open();
  await pasteRich(page, fixture("gmail"));
  await waitForSaid(page, ["We lost the wheel. The roof is next.", "Is the mill safe?"]);
  assert.deepEqual((await found(page)).said, [
    "Iris Holm: We lost the wheel. The roof is next.",
    "Bob Ortiz: Is the mill safe?",
  ]);
});

test("the message that a message of a chat answers is no turn, and no button is", async () => {
  const { page } = await open();
  await pasteRich(page, fixture("teams"));
  await waitForSaid(page, ["The river rose in an hour. We lost the wheel.", "I saw it. Is the roof safe?"]);
  assert.deepEqual((await found(page)).said, [
    "Ann Lee: The river rose in an hour. We lost the wheel.",
    "Bob Ortiz: I saw it. Is the roof safe?",
  ]);
});

/** What is said in the article of the fixture `page`. */
const ARTICLE = ["The river rose in an hour,", "We lost both,", "Water has no memory.", "a night of noise"];

test("menus, captions, buttons and footers of a page are furniture, headings are headings, and all stay", async () => {
  const { page } = await open();
  await pasteRich(page, fixture("page"));
  await waitForSaid(page, ARTICLE);
  const { blocks } = await found(page);
  for (const block of [
    "furniture: • “I never said that,” says Carl Dow",
    "heading: Flood in Halden",
    "furniture: May 4, 2026",
    "furniture: Share",
    "furniture: “It was loud,” said Tom Abney at the weir.",
    "heading: Two bridges are gone.",
    "paragraph: “We lost both,” said Bob Ortiz. He pressed the red key at noon.",
    "paragraph: — Ann Lee, miller",
    "paragraph: She called it “a night of noise”, she said.",
    "furniture: • “We will pay,” says Carl Dow",
    "furniture: “We print the truth,” said Vera Moss in 1921.",
    "furniture: Sign up",
  ])
    assert.ok(blocks.includes(block), `${block}\n\n${blocks.join("\n")}`);
});

test("a question in bold type is a heading, and a label in bold type is none", async () => {
  const { page } = await open();
  await pasteRich(
    page,
    `<p><b>Why now?</b></p><p>“It was time,” said Ann Lee. <b>Why?</b></p><h3>Ann Lee: What else?</h3><p>She left.</p>`,
  );
  await waitForSaid(page, ["It was time,"]);
  const { blocks } = await found(page);
  assert.equal(blocks[0], "heading: Why now?");
  assert.equal(blocks.filter((/** @type {string} */ block) => block.startsWith("heading")).length, 1);
});

test("what an element may hold besides furniture is read", async () => {
  const { page } = await open();
  await pasteRich(
    page,
    `<header><h1>“One,” says Ann Lee.</h1></header><aside><p>“Two is enough,” said Ann Lee.</p></aside>
    <form><p>“Three is more,” said Ann Lee.</p></form><div role="dialog"><article><p>“Four is too much,” said Ann Lee.</p></article></div>
    <section><footer><p>“Five it is,” said Ann Lee.</p></footer></section><h2><a href="https://paper.example">“Six,” says Ann Lee</a></h2>`,
  );
  await waitForSaid(page, [
    "One,",
    "Two is enough,",
    "Three is more,",
    "Four is too much,",
    "Five it is,",
    "Six,",
  ]);
});

test("a saved page is kept whole: around its main part only comments are read", async () => {
  const { page } = await open();
  const teaser = `<div class="promo"><p>“Buy this now,” said Carl Dow.</p></div>`;
  await choose(page, {
    name: "page.html",
    content: `<title>The Post</title>${teaser}<main><article><h1>Flood</h1>${"<p>“It rained all night,” said Ann Lee.</p>".repeat(3)}</article></main>
    <section id="comments"><p>“We saw it,” said Iris Holm.</p></section>${teaser}`,
  });
  await waitForSaid(page, [...Array(3).fill("It rained all night,"), "We saw it,"]);
  assert.equal((await box(page).inputValue()).split("Buy this now").length, 3);
  // A teaser that is the only article is not taken for the text of the page.
  await choose(page, {
    name: "teaser.html",
    content: `<article><p>A teaser.</p></article>${"<p>“It snowed all night,” said Ann Lee.</p>".repeat(2)}`,
  });
  await waitForSaid(page, Array(2).fill("It snowed all night,"));
});

for (const path of ["/for", "/between"]) {
  test(`the markup of a host page counts as well: ${path}`, async () => {
    const { page } = await open(path);
    await waitForSaid(page, ["It rained all night,"]);
    assert.deepEqual((await found(page)).blocks, [
      "heading: No bridge is left.",
      "paragraph: “It rained all night,” said Ann Lee.",
      "furniture: “It was loud,” said Tom Abney.",
      "furniture: “Buy it,” said Bob Ortiz.",
    ]);
  });
}

test("hints move with their words, and go with words that are edited; undo brings both back", async () => {
  const { page } = await open();
  await paste(page, "“It began at noon,” said Ann Lee.\n\n");
  await pasteRich(page, STORY);
  const before = ["It began at noon,", "It rained all night,"];
  await waitForSaid(page, before);

  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("“It is over,” said Ann Lee.\n\n");
  await waitForSaid(page, ["It is over,", ...before]);

  // Inside of the caption.
  const caption = (await box(page).inputValue()).indexOf("loud");
  await box(page).evaluate((input, at) => {
    /** @type {HTMLTextAreaElement} */ (input).setSelectionRange(at, at);
  }, caption);
  await page.keyboard.insertText("very ");
  await waitForSaid(page, ["It is over,", ...before, "It was very loud,"]);
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Z");
  await waitForSaid(page, before);

  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "Restore previous text" }).click();
  await waitForSaid(page, before);
});

test("the same words as plain text have no hints of the page before", async () => {
  const { page } = await open();
  await pasteRich(page, FIGURE.replace("figcaption>", "figcaption><p>"));
  // An empty page has no quotations either.
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("quote-extractor")).text);
  await waitForSaid(page, []);
  const text = await box(page).inputValue();
  await box(page).selectText();
  await page.keyboard.insertText("“It was late,” said Ann Lee.");
  await waitForSaid(page, ["It was late,"]);
  await page.locator("quote-extractor").evaluate((element, text) => {
    /** @type {any} */ (element).text = text;
  }, text);
  await waitForSaid(page, ["It was loud,"]);
});

test("if what reads HTML cannot be loaded, the plain text is pasted", async () => {
  const { page, complaints } = await open("/", {
    prepare: (page) => page.route("**/element/late.js*", (route) => route.abort()),
  });
  await pasteRich(
    page,
    "<p>“It rained,” said Ann Lee.</p><p>Rich.</p>",
    "“It rained,” said Ann Lee.\r\nPlain.",
  );
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await box(page).inputValue(), "“It rained,” said Ann Lee.\nPlain.");
  complaints.length = 0;
});
