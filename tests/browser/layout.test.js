/** The page on small screens, with large text, in dark and in forced colours, and in print. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser();

/** How much wider the page is than the window, in CSS pixels. @param {import("playwright-core").Page} page */
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [320, 390, 768, 1280]) {
  test(`nothing sticks out at ${width} pixels`, async () => {
    const { page } = await open("/", { viewport: { width, height: 700 } });
    assert.equal(await overflow(page), 0);
    await page.getByRole("button", { name: "Try a sample" }).click();
    await waitForStatus(page, /\d\d quotations by/);
    assert.equal(await overflow(page), 0);
    await page.locator("mark").nth(2).click();
    await page.getByRole("group", { name: "About this quotation" }).waitFor();
    assert.equal(await overflow(page), 0);
  });
}

test("text at twice its size fits a phone", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 } });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await pasteNews(page);
  assert.equal(await overflow(page), 0);
});

test("on a phone the card leads to the list, and the page stays where the reader is", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  await page.locator("mark").nth(4).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await page.locator("mark").nth(4).tap();
  await page.getByRole("button", { name: "Show in the list" }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), before);
  await page.getByRole("button", { name: "Show in the list" }).click();
  await page.waitForFunction(() => {
    const item = document.querySelector("quote-extractor")?.shadowRoot?.querySelector("li.selected");
    const { top, bottom } = /** @type {Element} */ (item).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
});

test("the colours follow the reader's preference for light or dark", async () => {
  const { page } = await open("/", { colorScheme: "dark" });
  await pasteNews(page);
  const colors = () =>
    page
      .locator("mark")
      .first()
      .evaluate((mark) => ({
        ink: getComputedStyle(mark).color,
        page: getComputedStyle(document.documentElement).backgroundColor,
      }));
  const dark = await colors();
  await page.emulateMedia({ colorScheme: "light" });
  const light = await colors();
  assert.notEqual(dark.ink, light.ink);
  assert.notEqual(dark.page, light.page);
});

test("in forced colours the sign still tells the speaker", async () => {
  const { page } = await open("/", { forcedColors: "active" });
  await pasteNews(page);
  const signs = page.locator(".text .sign");
  assert.deepEqual(await signs.allInnerTexts(), ["AL", "BO", "AL"]);
  assert.equal(await signs.first().isVisible(), true);
});

test("in print there are the text, the table and the list, and no controls", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("quote-extractor textarea").isVisible(), false);
  assert.equal(await page.getByRole("button", { name: "Download" }).isVisible(), false);
  assert.equal(await page.locator("mark").first().isVisible(), true);
  assert.equal(await page.getByRole("table").isVisible(), true);
  assert.equal(await page.getByRole("listitem").last().isVisible(), true);
});

for (const width of [390, 1280]) {
  test(`a speaker whose name fits is one line of the table at ${width} pixels, with the button that edits`, async () => {
    const { page } = await open("/", { viewport: { width, height: 844 } });
    await pasteNews(page);
    const row = page.getByRole("row").filter({ hasText: "Bob Ortiz" });
    const name = await row.locator(".name").boundingBox();
    const edit = await row.getByRole("button", { name: "Edit Bob Ortiz" }).boundingBox();
    const cells = await row.getByRole("cell").evaluateAll((all) =>
      all.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect().toJSON();
      }),
    );
    const whole = await row.boundingBox();
    assert.ok(name && edit && whole);
    assert.ok(whole.height <= 48, `${whole.height} pixels`);
    assert.ok(edit.width >= 24 && edit.height >= 24);
    for (const { y, bottom } of [...cells, { y: edit.y, bottom: edit.y + edit.height }]) {
      assert.ok(y < name.y + name.height && bottom > name.y, "beside the name");
    }
    for (const { x } of cells) assert.ok(x >= edit.x + edit.width, "nothing stands over the button");
  });
}

test("after a correction far below, the bar is in view and covers no focus", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 700 }, hasTouch: true });
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  assert.equal(await page.getByRole("group", { name: "Corrections" }).isVisible(), false);
  await page.locator("mark").nth(14).scrollIntoViewIfNeeded();
  await page.locator("mark").nth(14).tap();
  await page
    .getByRole("group", { name: "About this quotation" })
    .getByRole("button", { name: "Correct…" })
    .click();
  await page.getByRole("dialog").getByLabel("Speaker", { exact: true }).selectOption("unknown");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("is by an unknown speaker now.").waitFor();
  const bar = page.getByRole("group", { name: "Corrections" });
  // Waits, because the page scrolls a frame after what is above has been drawn again.
  const sticksToTheEdge = async () =>
    page.waitForFunction(
      (element) => {
        const { top, bottom, left, right } = /** @type {Element} */ (element).getBoundingClientRect();
        return (
          top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight && bottom > innerHeight - 40
        );
      },
      await bar.elementHandle(),
    );
  await sticksToTheEdge();
  assert.match(await bar.innerText(), /is by an unknown speaker now\.\s+Undo\s+Redo/);

  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("ArrowRight");
    const covered = await bar.evaluate((element) => {
      const focused = /** @type {ShadowRoot} */ (element.getRootNode()).activeElement;
      return (
        /** @type {Element} */ (focused).getBoundingClientRect().bottom > element.getBoundingClientRect().top
      );
    });
    assert.equal(covered, false, `after ${presses + 1} presses`);
  }
  await bar.getByRole("button", { name: "Undo" }).tap();
  await waitForStatus(page, "Undone");
  await sticksToTheEdge();

  // The element has room for the bar at its end, so that the bar hides nothing of it.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const last = await page.getByRole("listitem").last().boundingBox();
  const box = await bar.boundingBox();
  assert.ok(last && box && last.y + last.height <= box.y);
});

test("selecting a quotation moves no word of the text", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 } });
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  const lines = () =>
    page
      .locator(".text mark")
      .evaluateAll((marks) =>
        marks.map((mark) => [...mark.getClientRects()].map(({ x, width }) => [x, width])),
      );
  const before = await lines();
  const signs = page.locator(".text .sign");
  for (const index of [0, 4, 9]) {
    await signs.nth(index).click();
    await page.locator(".source.selected, .cue.selected").first().waitFor();
    assert.deepEqual(await lines(), before);
  }
});

for (const width of [390, 1280]) {
  for (const [view, shown] of [
    ["text", ".reading"],
    ["quotations", ".quotations"],
    ["speakers", ".speakers"],
  ]) {
    test(`view="${view}" shows that part only, in the full width, at ${width} pixels`, async () => {
      const { page } = await open("/", { viewport: { width, height: 844 } });
      await page.evaluate(
        (name) => document.querySelector("quote-extractor")?.setAttribute("view", name),
        view,
      );
      await pasteNews(page);
      for (const part of [".reading", ".quotations", ".speakers"]) {
        assert.equal(await page.locator(part).isVisible(), part === shown, part);
      }
      const box = await page.locator(shown).boundingBox();
      const whole = await page.locator("quote-extractor").boundingBox();
      assert.equal(box?.width, whole?.width);
      assert.equal(await overflow(page), 0);
    });
  }
}

test("in print a long quotation is whole, and the text has no frame", async () => {
  const { page } = await open();
  await page.evaluate(
    (text) => {
      /** @type {any} */ (document.querySelector("quote-extractor")).text = text;
    },
    `“${"We will mend the bridge before the water comes. ".repeat(60)}” said Bob Ortiz.`,
  );
  await waitForStatus(page, "1 quotation by 1 speaker");
  const said = page.locator(".list .said");
  const cut = () => said.evaluate((element) => element.scrollHeight > element.clientHeight + 1);
  assert.equal(await cut(), true);
  await page.emulateMedia({ media: "print" });
  assert.equal(await cut(), false);
  assert.equal(
    await page.locator(".reading").evaluate((element) => getComputedStyle(element).borderTopWidth),
    "0px",
  );
});

test("in forced colours a doubtful quotation has no background, and a bar shows its share", async () => {
  const { page } = await open("/", { forcedColors: "active" });
  await page.evaluate((text) => {
    /** @type {any} */ (document.querySelector("quote-extractor")).text = text;
  }, "“We will pay,” said Maria Fernandez, the deputy.\n\nThe Harbor Pilots said it would strike.\n\n“No,” said a senior official in the department, who was not authorized to speak publicly.");
  await waitForStatus(page, "3 quotations by");
  const background = (/** @type {number} */ index) =>
    page
      .locator(".text mark")
      .nth(index)
      .evaluate((mark) => getComputedStyle(mark).backgroundColor);
  const style = (/** @type {number} */ index) =>
    page
      .locator(".text .sign")
      .nth(index)
      .evaluate((sign) => getComputedStyle(sign).borderTopStyle);
  assert.notEqual(await background(0), await background(2));
  assert.deepEqual([await style(0), await style(2)], ["solid", "dashed"]);
  const [ink, track] = await page
    .locator(".bar")
    .first()
    .evaluate((bar) => {
      const { backgroundImage, backgroundColor } = getComputedStyle(bar);
      return [/rgb[^)]*\)/.exec(backgroundImage)?.[0], backgroundColor];
    });
  assert.notEqual(ink, track);
});

test("a view of one part shows that part only, as wide as the page, also in print", async () => {
  const { page } = await open("/", { viewport: { width: 1280, height: 800 } });
  await pasteNews(page);
  const parts = page.locator("quote-extractor section");
  for (const [view, part] of [
    ["text", "reading"],
    ["quotations", "quotations"],
    ["speakers", "speakers"],
  ]) {
    await page
      .locator("quote-extractor")
      .evaluate((element, view) => element.setAttribute("view", view), view);
    for (const media of /** @type {const} */ (["screen", "print"])) {
      await page.emulateMedia({ media });
      const seen = await parts.evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => [one.className, one.clientWidth > 1000]),
      );
      assert.deepEqual(seen, [[part, true]], `${view}, ${media}`);
    }
  }
});

test("on a phone, a tap in the list scrolls to the text and opens the card", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  await page.getByRole("listitem").nth(6).tap();
  const card = page.getByRole("group", { name: "About this quotation" });
  await card.getByRole("button", { name: "Correct…" }).waitFor();
  const box = await card.boundingBox();
  const mark = await page.locator("mark.selected").first().boundingBox();
  assert.ok(box && mark && box.y >= 0 && box.y + box.height <= 844 && mark.y >= 0 && mark.y <= 844);
  await card.getByRole("button", { name: "Show in the list" }).tap();
  await page.waitForFunction(() => {
    const selected = document.querySelector("quote-extractor")?.shadowRoot?.querySelector(".list .selected");
    const { top = -1, bottom = 1e9 } = selected?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= innerHeight;
  });
});
