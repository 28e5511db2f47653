/** The audit of the sources: its figures, its sentence, and the table of speakers in groups. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { audit } from "../../www/report/audit.js";
import { emptyReport } from "../../www/report/empty-report.js";
import { strings } from "../../www/strings/en.js";
import { paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Quotation, Speaker, SpeakerKind } from "../../www/types.js" */

const { open } = useBrowser();

/** @param {...[speaker: number | null, words: number]} said */
const quotations = (...said) =>
  said.map(
    ([speaker, words]) =>
      /** @type {Quotation} */ ({
        kind: "direct",
        text: "word ".repeat(words),
        content: [],
        verbatim: [],
        cue: null,
        source: null,
        speaker,
        confidence: 0.9,
        rule: "",
        reason: "",
      }),
  );
/** @param {...SpeakerKind} kinds */
const speakers = (...kinds) =>
  kinds.map((kind, i) => /** @type {Speaker} */ ({ name: `Speaker ${i}`, role: null, kind, mentions: [] }));

/** A text with a source of each group. */
const MIXED = `“The bridge is old and it needs a great deal of work,” said Ann Lee.

“We will pay,” said Bob Ortiz. “And again.”

Northline Transit said it would need a subsidy.

“They knew,” said a senior official, who was not authorized to speak publicly.`;

test("the figures: groups with their sums, and who is quoted most", () => {
  const figures = audit({
    ...emptyReport(),
    quotations: quotations([0, 10], [3, 20], [0, 30], [1, 5], [null, 20], [2, 15]),
    speakers: speakers("person", "group", "unnamed", "person", "organization"),
  });
  const rows = figures.groups.map(({ name, rows, quotations, words, share }) => [
    name,
    rows.map(({ speaker }) => speaker),
    quotations,
    words,
    share,
  ]);
  assert.deepEqual(rows, [
    ["people", [0, 3], 3, 60, 0.6],
    ["organizations", [1], 1, 5, 0.05],
    ["unnamed", [2], 1, 15, 0.15],
    ["unknown", [null], 1, 20, 0.2],
  ]);
  // The organization is not quoted and does not count.
  assert.equal(figures.speakers, 4);
  assert.deepEqual(figures.leading, { speaker: 0, quotations: 2, words: 40, share: 0.4 });
});

test("who only asks has no part in the shares", () => {
  const turns = [
    [0, "Who rang the bell?"],
    [1, "I did. Nobody else would."],
    [0, "And why?"],
    [1, "Why not? It was late."],
    [null, "Was it cold?”"],
    [0, "Thank you."],
  ];
  const said = turns.map(([speaker, text], i) => ({
    ...quotations([/** @type {number | null} */ (speaker), 0])[0],
    text: String(text),
    content: [{ start: i * 10 + 2, end: i * 10 + 9 }],
  }));
  const blocks = turns.map((_, i) => ({
    start: i * 10,
    end: i * 10 + 9,
    kind: /** @type {const} */ ("turn"),
  }));
  const report = { ...emptyReport(), blocks, quotations: said, speakers: speakers("person", "person") };
  const figures = audit(report);
  assert.deepEqual(
    figures.groups.map(({ name, rows, share }) => [name, rows.map(({ speaker }) => speaker), share]),
    [
      ["people", [1], 1],
      ["askers", [0, null], 0],
    ],
  );
  assert.deepEqual([figures.speakers, figures.quotations, figures.words], [1, 2, 10]);
  assert.equal(figures.leading?.share, 1);
  // The same words in an article are those of sources.
  const article = audit({ ...report, blocks: [] });
  assert.deepEqual(
    article.groups.map(({ name }) => name),
    ["people", "unknown"],
  );
  // Somebody has to answer.
  const questions = audit({ ...report, quotations: said.filter(({ text }) => text.endsWith("?")) });
  assert.deepEqual(
    questions.groups.map(({ name }) => name),
    ["people"],
  );
});

test("a group without rows is left out, and no words are no shares", () => {
  const figures = audit({ ...emptyReport(), quotations: quotations([0, 0]), speakers: speakers("person") });
  assert.deepEqual(
    figures.groups.map(({ name, share }) => [name, share]),
    [["people", 0]],
  );
  assert.equal(figures.leading, null);
  assert.equal(strings.audit(figures, ""), "");
  assert.deepEqual(audit(emptyReport()).groups, []);
});

test("the sentence says what there is, and nothing of what there is not", () => {
  /** @param {[number | null, number][]} said @param {SpeakerKind[]} kinds */
  const sentence = (said, ...kinds) =>
    strings.audit(
      audit({ ...emptyReport(), quotations: quotations(...said), speakers: speakers(...kinds) }),
      "Ann Lee",
    );
  assert.equal(
    sentence(
      [
        [0, 40],
        [1, 35],
        [2, 20],
        [null, 5],
      ],
      "person",
      "person",
      "unnamed",
    ),
    "Of the quoted words, 20% come from unnamed sources (1 of 3 speakers) and 5% have no known speaker. Quoted most: Ann Lee, 40% of the words.",
  );
  assert.equal(
    sentence(
      [
        [0, 60],
        [1, 40],
      ],
      "person",
      "person",
    ),
    "Most of what is quoted rests on one source: Ann Lee, 60% of the words.",
  );
  assert.equal(sentence([[0, 60]], "person"), "All that is quoted rests on one source: Ann Lee.");
  assert.equal(sentence([[null, 3]]), "None of the quoted words has a known speaker.");
  // A little is not nothing, and nearly all is not all.
  assert.equal(
    sentence(
      [
        [0, 999],
        [null, 1],
      ],
      "person",
    ),
    "Of the quoted words, less than 1% have no known speaker. Most of what is quoted rests on one source: Ann Lee, more than 99% of the words.",
  );
});

test("the page shows the sentence and the groups", async () => {
  const { page } = await open();
  await paste(page, MIXED);
  await waitForStatus(page, /quotations by 4 speakers/);
  assert.match(
    await page.locator(".audit").innerText(),
    /^Of the quoted words, \d+% come from unnamed sources \(1 of 4 speakers\)\. .*Ann Lee, \d+% of the words\.$/,
  );
  const groups = page.getByRole("table", { name: "Speakers" }).locator(".group");
  assert.deepEqual(await groups.getByRole("rowheader").allInnerTexts(), [
    "2 people",
    "1 organization or group",
    "1 unnamed source",
  ]);
  const counts = (/** @type {import("playwright-core").Locator} */ rows) =>
    rows.evaluateAll((all) =>
      all.reduce(
        (sum, row) => sum + Number(/** @type {HTMLTableRowElement} */ (row).cells[1].textContent),
        0,
      ),
    );
  assert.equal(await counts(groups), await page.getByRole("listitem").count());

  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByText("Paste or type a text; its quotations").waitFor();
  assert.equal(await page.locator(".audit").isVisible(), false);
});

test("a header sorts rows and bars by its measure", async () => {
  const { page } = await open();
  await paste(
    page,
    "“One,” said Ann Lee. “Two,” said Ann Lee.\n\n“A great many words about the river,” said Bob Ortiz.",
  );
  await waitForStatus(page, "3 quotations by 2 speakers");
  const table = page.getByRole("table", { name: "Speakers" });
  const names = () => table.locator(".name").allInnerTexts();
  const bars = () =>
    table
      .locator(".bar")
      .evaluateAll((all) =>
        all.map((bar) =>
          Number(/** @type {HTMLElement} */ (bar).style.getPropertyValue("--share")).toFixed(2),
        ),
      );
  assert.deepEqual(await names(), ["Bob Ortiz", "Ann Lee"]);
  assert.deepEqual(await bars(), ["0.78", "0.22"]);
  await table.getByRole("button", { name: "Quotations" }).focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await names(), ["Ann Lee", "Bob Ortiz"]);
  assert.deepEqual(await bars(), ["0.67", "0.33"]);
  assert.equal(
    await table.getByRole("columnheader", { name: "Quotations", exact: true }).getAttribute("aria-sort"),
    "descending",
  );
  assert.equal(
    await table.getByRole("columnheader", { name: "Words", exact: true }).getAttribute("aria-sort"),
    null,
  );
});

test("on paper there are the sentence and the table, and no filters", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page
    .getByRole("table", { name: "Speakers" })
    .locator(".speaker-filter")
    .filter({ hasText: "Bob Ortiz" })
    .click();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".audit").isVisible(), true);
  assert.equal(await page.getByRole("table", { name: "Speakers" }).isVisible(), true);
  assert.equal(await page.getByRole("searchbox").isVisible(), false);
  assert.equal(await page.getByRole("button", { name: "Show all" }).isVisible(), false);
  // A list that is not whole says so on paper, too.
  assert.equal(await page.getByText("1 of 3 quotations").isVisible(), true);
  assert.equal(await page.getByText("Press a speaker").isVisible(), false);
});
