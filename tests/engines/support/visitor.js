/**
 * A visitor with one of the engines: opens pages of this checkout, runs code in them, types and clicks.
 *
 * @import { Driver, Engine } from "./engines.js"
 */

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "../../browser/support/server.js";

/** How often to try before giving up, and how long to wait in between, in ms. */
const TRIES = 200;
const PAUSE = 100;

/** After this time without a request, in ms, no more are expected: the browser is idle at least every 2 s. */
const QUIET = 2500;

export class Visitor {
  #server;
  #driver;

  /** @param {Awaited<ReturnType<typeof serve>>} server @param {Driver} driver */
  constructor(server, driver) {
    this.#server = server;
    this.#driver = driver;
  }

  /** @param {Engine} engine @param {Record<string, string>} pages HTML pages to serve, by their path */
  static async start(engine, pages) {
    const server = await serve(pages, { head: `<script src="/tests/engines/support/watch.js"></script>` });
    return new Visitor(server, await engine.start());
  }

  async close() {
    await this.#driver.close();
    await this.#server.close();
  }

  /** The requests so far. */
  get requests() {
    return [...this.#server.requests];
  }

  /** The files that do not arrive as long as they are in it. */
  get missing() {
    return this.#server.missing;
  }

  /** All requests, also those that the page makes when the browser is idle. */
  async allRequests() {
    for (let before = -1; before < this.requests.length; ) {
      before = this.requests.length;
      await sleep(QUIET);
    }
    return this.requests;
  }

  /** @param {string} path */
  async open(path) {
    await this.#driver.open(this.#server.origin + path);
  }

  /**
   * Runs a function in the page. The function can use its arguments only.
   *
   * @template {unknown[]} A, R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  evaluate(run, ...args) {
    return this.#driver.evaluate(`(${run})(...${JSON.stringify(args)})`);
  }

  /**
   * Runs a function in the page until it returns something truthy.
   *
   * @template {unknown[]} A, R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async waitFor(run, ...args) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const result = await this.evaluate(run, ...args);
      if (result) return result;
      await sleep(PAUSE);
    }
    const status = await this.evaluate(() =>
      [...document.querySelectorAll("quote-extractor")].map(
        ({ shadowRoot }) => shadowRoot?.querySelector(".state")?.textContent,
      ),
    );
    return assert.fail(
      `waited in vain for ${run} with ${JSON.stringify(args)}; status ${JSON.stringify(status)}, complaints ${JSON.stringify(await this.complaints())}`,
    );
  }

  /** Waits until the state panel or the card has a text. @param {string} text */
  waitForText(text) {
    return this.waitFor(
      (text) =>
        [...document.querySelectorAll("quote-extractor")].some(({ shadowRoot }) =>
          shadowRoot?.querySelector(".state, .card")?.textContent?.includes(text),
        ),
      text,
    );
  }

  /** @param {string} keys such as `Control+A` */
  press(keys) {
    return this.#driver.press(keys);
  }

  /** @param {string} text */
  type(text) {
    return this.#driver.type(text);
  }

  /**
   * Clicks the middle of an element.
   *
   * @param {string} selector in the shadow tree of `<quote-extractor>`; in the page, if nothing there matches
   * @param {number} [index] of the match
   */
  async click(selector, index = 0) {
    const { x, y } = await this.waitFor(
      (selector, index) => {
        const inside = document.querySelector("quote-extractor")?.shadowRoot?.querySelectorAll(selector)[
          index
        ];
        const element = inside ?? document.querySelectorAll(selector)[index];
        element?.scrollIntoView({ block: "center", behavior: "instant" });
        // The bounding box of an inline element over two lines may have its middle outside of the element.
        const box = element?.getClientRects()[0];
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      selector,
      index,
    );
    await this.#driver.click(x, y);
  }

  /** Replaces the text in the box in one step, as pasting does. @param {string} text */
  async insert(text) {
    await this.evaluate((text) => {
      const input = document.querySelector("quote-extractor")?.shadowRoot?.querySelector("textarea");
      input?.focus();
      input?.select();
      document.execCommand("insertText", false, text);
    }, text);
  }

  /** What the page complained about. @returns {Promise<string[]>} */
  complaints() {
    return this.evaluate(() => /** @type {any} */ (globalThis).complaints);
  }
}
