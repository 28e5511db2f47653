/**
 * What the page says about how it read a text, and how a reader changes it: as an article or as a transcript,
 * and in which language.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { strings as de } from "../../www/strings/de.js";
import { strings as en } from "../../www/strings/en.js";
import { late } from "../../www/strings/en-late.js";
import { readAs } from "../../www/strings/read-as.js";
import { press, reach } from "./support/keyboard.js";
import { cutOff, violations } from "./support/page-problems.js";
import { box, NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const INTERVIEW = `Iris Holm: Thank you for coming. What happened at the mill on that day?
Tom Abney: The water rose in an hour. I have never seen it like this.
We lost the bridge and the road.
Iris Holm: And what did you do then?
Tom Abney: I called my sister. She said that we should leave at once.
Iris Holm: Did you?
Tom Abney: We did. I think that saved us.`;

const ARTICLE_WITH_INTERVIEW = `The mill after the flood

The council met on Monday to talk about the mill, which has stood empty since the flood. Nobody knows who will pay for it.

${INTERVIEW}`;

const GLOSSARY = `Words of the mill

This is what the millers of Halden say, and what they mean by it.

Race: The water that drives the wheel.
Sluice: The gate that stops the race.
Hopper: Where the grain goes in.
Meal: What comes out.

“We use all of them,” said Ann Lee.`;

const GERMAN = `Der Fluss stieg in einer Stunde

Die Brücke über die Lohe ist weg, und niemand weiß, wann es eine neue gibt. „Wir haben so etwas noch nie gesehen“, sagte Anna Lehr, die das Bauamt der Stadt leitet.

„Ich habe nicht geschlafen“, sagte Bernd Ohm, der am Ufer wohnt.`;

const RUSSIAN =
  "Река поднялась за один час, и мы не успели уйти из дома. «Мы потеряли мост и мельницу», — сказал он нам вечером.";

/** @param {string} body @param {string} lang */
const pageOf = (
  body,
  lang,
) => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A page</title>
  <link rel="icon" href="/www/icon.svg"><script type="module" src="/www/quote-extractor-element-define.js"></script>
  <body>${body}</body></html>`;

const LONG_ENGLISH =
  "<p>“The river rose in an hour and nobody was there to help us,” said Ann Lee.</p><p>“We lost the bridge and the mill that night,” said Bob Ortiz.</p>";
const SHORT_ENGLISH = "<p>“It rained,” said Ann Lee.</p>";

const { open } = useBrowser({
  "/around": pageOf(
    `<article id=long>${LONG_ENGLISH}</article><quote-extractor id=a for=long></quote-extractor>
     <article id=short>${SHORT_ENGLISH}</article><quote-extractor id=b for=short></quote-extractor>
     <article id=own lang=en>${SHORT_ENGLISH}</article><quote-extractor id=c for=own></quote-extractor>`,
    "de",
  ),
  "/german": pageOf(
    `<article id=story lang=de>${LONG_ENGLISH}</article><quote-extractor for=story></quote-extractor>`,
    "en",
  ),
});

/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** The kinds of the quotations by their speakers. @param {Page} page */
const report = (page) =>
  page
    .locator("quote-extractor")
    .first()
    .evaluate((element) => {
      const { report } = /** @type {import("../../www/quote-extractor-element.js").QuoteExtractorElement} */ (
        element
      );
      return { form: report?.form, lang: report?.lang, reading: report?.reading };
    });

/** The name of what has the focus. @param {Page} page */
const focusedWords = (page) =>
  page.locator("quote-extractor").evaluate((element) => element.shadowRoot?.activeElement?.textContent);

test("a transcript says so, is read as an article at a press, and automatically again at the next", async () => {
  const { page } = await open();
  await paste(page, INTERVIEW);
  await waitForStatus(page, "Read as a transcript with 2 speakers.");
  await waitForStatus(page, "6 quotations by 2 speakers");

  await button(page, readAs.en.toArticle).focus();
  await page.keyboard.press("Enter");
  await waitForStatus(page, readAs.en.chosenArticle);
  assert.deepEqual(await page.locator("mark").allInnerTexts(), ["we should leave at once"]);
  assert.equal((await report(page)).form, "article");
  assert.equal(await focusedWords(page), readAs.en.automaticForm);

  await page.keyboard.press("Enter");
  await waitForStatus(page, "Read as a transcript with 2 speakers.");
  await waitForStatus(page, "6 quotations by 2 speakers");
  assert.equal(await focusedWords(page), readAs.en.toArticle);
});

test("a choice holds while the text is edited, and not for another text", async () => {
  const { page } = await open();
  await paste(page, INTERVIEW);
  await button(page, readAs.en.toArticle).click();
  await waitForStatus(page, readAs.en.chosenArticle);
  await box(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" “It rained,” said Ann Lee.");
  await waitForStatus(page, "by 2 speakers");
  await waitForStatus(page, readAs.en.chosenArticle);

  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(ARTICLE_WITH_INTERVIEW.replaceAll("mill", "bridge"));
  await waitForStatus(page, readAs.en.mixed);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(INTERVIEW);
  await waitForStatus(page, "Read as a transcript with 2 speakers.");
});

test("an article with a transcript in it says so", async () => {
  const { page } = await open();
  await paste(page, ARTICLE_WITH_INTERVIEW);
  await waitForStatus(page, readAs.en.mixed);
  await button(page, readAs.en.toArticle).waitFor();
});

test("an article says nothing about its form, unless it has labels that were not taken", async () => {
  const { page } = await open();
  await pasteNews(page);
  assert.equal(await page.locator(".reading-line").innerText(), "");
  await box(page).fill(GLOSSARY);
  await waitForStatus(page, readAs.en.article);
  await waitForStatus(page, "1 quotation by 1 speaker");
  await button(page, readAs.en.toTranscript).click();
  await waitForStatus(page, readAs.en.chosenTranscript);
  await waitForStatus(page, /^4 quotations/);
  await button(page, readAs.en.automaticForm).click();
  await waitForStatus(page, readAs.en.article);
  await waitForStatus(page, "1 quotation by 1 speaker");
  await box(page).fill(NEWS);
  await waitForStatus(page, "3 quotations by 2 speakers");
  await page.getByText(readAs.en.article).waitFor({ state: "detached" });
});

test("corrections are kept when the text is read in another form", async () => {
  const { page } = await open();
  await paste(page, ARTICLE_WITH_INTERVIEW);
  await button(page, "Edit Tom Abney").click();
  await page.getByRole("textbox", { name: "Name" }).fill("Thomas Abney");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".speaker-filter", { hasText: "Thomas Abney" }).waitFor();
  await button(page, readAs.en.toArticle).click();
  await waitForStatus(page, readAs.en.chosenArticle);
  await button(page, readAs.en.automaticForm).click();
  await waitForStatus(page, readAs.en.mixed);
  await page.locator(".speaker-filter", { hasText: "Thomas Abney" }).waitFor();
});

test("a text in another language says so and names nobody, and that is no finding about its sources", async () => {
  const { page } = await open();
  await paste(page, GERMAN);
  await waitForStatus(page, readAs.en.marks("German"));
  await waitForStatus(page, /^2 quotations$/);
  assert.equal(await page.locator(".audit").innerText(), "");
  assert.equal(await page.getByRole("table", { name: "Speakers" }).isVisible(), false);
  assert.equal(await page.getByText("Nothing in the text shows").count(), 0);
  await page.locator("mark").first().click();
  const card = page.getByRole("group", { name: late.card.aboutThis });
  assert.doesNotMatch(await card.innerText(), /Nothing in the text/);

  // A reader who names a speaker gets the table.
  await card.getByRole("button", { name: "Correct…" }).click();
  await page.getByRole("combobox", { name: "Speaker", exact: true }).selectOption("Someone else…");
  await page.getByRole("textbox", { name: "Name" }).fill("Anna Lehr");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("table", { name: "Speakers" }).waitFor();
  await waitForStatus(page, "2 quotations by 1 speaker, 1 without a known speaker");

  await box(page).fill(RUSSIAN);
  await waitForStatus(page, readAs.en.marks(""));
});

test("a language that was told wrong can be changed and told again", async () => {
  const { page } = await open();
  await paste(page, GERMAN);
  await waitForStatus(page, readAs.en.marks("German"));
  await button(page, readAs.en.toEnglish).focus();
  await page.keyboard.press("Space");
  await waitForStatus(page, readAs.en.chosenLanguage("English"));
  assert.deepEqual(await report(page), { form: "article", lang: "en", reading: "words" });
  assert.equal(await focusedWords(page), readAs.en.automaticLanguage);
  await page.keyboard.press("Space");
  await waitForStatus(page, readAs.en.marks("German"));
  assert.equal((await report(page)).lang, "de");
});

test("in the box the text tells its language, whatever the language of the page", async () => {
  const { page } = await open("/?lang=de");
  const german = page.getByRole("textbox", { name: de.boxLabel });
  await german.fill(NEWS);
  await waitForStatus(page, "3 Zitate aus 2 Quellen");
  assert.deepEqual(await report(page), { form: "article", lang: "en", reading: "words" });
  await german.fill(GERMAN);
  await waitForStatus(page, readAs.de.marks("Deutsch"));
  await german.fill(INTERVIEW);
  await waitForStatus(page, "Als Mitschrift mit 2 Quellen gelesen.");
  await button(page, readAs.de.toArticle).click();
  await waitForStatus(page, readAs.de.chosenArticle);
});

test("the language around a text of the page decides only if the text is short", async () => {
  const { page } = await open("/around");
  await page.locator("#a").getByText("2 Zitate aus 2 Quellen").waitFor();
  await page.locator("#b").getByText(readAs.de.marks("Deutsch")).waitFor();
  await page.locator("#c").getByText("1 Zitat aus 1 Quelle").waitFor();
});

test("the language that an element declares for its own text is believed, and the reader overrules it", async () => {
  const { page } = await open("/german");
  await page.getByText(readAs.en.marks("German")).waitFor();
  await button(page, readAs.en.toEnglish).click();
  await waitForStatus(page, "2 quotations by 2 speakers");
});

test("a screen reader hears the line once, not with every key", async () => {
  const { page } = await open();
  await paste(page, INTERVIEW);
  await waitForStatus(page, "Read as a transcript with 2 speakers.");
  await page.locator(".reading-line").evaluate((line) => {
    const scope = /** @type {any} */ (window);
    scope.changes = 0;
    const options = { childList: true, characterData: true, subtree: true };
    for (const status of line.querySelectorAll("[role=status]"))
      new MutationObserver((records) => (scope.changes += records.length)).observe(status, options);
  });
  await box(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nIris Holm: I am glad.");
  await waitForStatus(page, "7 quotations by 2 speakers");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).changes), 0);
});

test("the line is reached with the keyboard, fits a phone and passes the rules of axe", async () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const { page } = await open("/", { viewport: { width: 390, height: 844 }, colorScheme });
    await paste(page, INTERVIEW);
    await waitForStatus(page, "Read as a transcript with 2 speakers.");
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await cutOff(page), []);
    await reach(page, readAs.en.toArticle, { within: 12 });
    assert.equal(await press(page, "Tab"), en.corrections.add);
    await box(page).fill(GERMAN);
    await waitForStatus(page, readAs.en.marks("German"));
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await cutOff(page), []);
  }
});
