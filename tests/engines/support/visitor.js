/**
 * A reader with one of the engines: opens pages of this checkout, looks and acts.
 *
 * @import { Driver, Engine } from "./engines.js"
 */

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "../../browser/support/server.js";

/** How often something is looked for before it is missing, and how long to wait in between, in ms. */
const LOOKS = 200;
const PAUSE = 100;

/** After which time without a request no more are to come: an idle moment is found within 2 s. */
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

  /** What the server was asked for so far. */
  get requests() {
    return [...this.#server.requests];
  }

  /** What it was asked for when it has not been asked for a while: what is late is loaded when the browser is idle. */
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
   * Runs a function in the page; it sees nothing but its arguments.
   *
   * @template {unknown[]} A, R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  see(run, ...args) {
    return this.#driver.evaluate(`(${run})(...${JSON.stringify(args)})`);
  }

  /**
   * Looks again and again until there is something to see.
   *
   * @template {unknown[]} A, R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async await(run, ...args) {
    for (let look = 0; look < LOOKS; look += 1) {
      const seen = await this.see(run, ...args);
      if (seen) return seen;
      await sleep(PAUSE);
    }
    const status = await this.see(() =>
      [...document.querySelectorAll("quote-extractor")].map(
        ({ shadowRoot }) => shadowRoot?.querySelector(".state")?.textContent,
      ),
    );
    return assert.fail(
      `never seen: ${run} with ${JSON.stringify(args)}; the page says ${JSON.stringify(status)} and complains ${JSON.stringify(await this.complaints())}`,
    );
  }

  /** @param {string} text @returns waits until the element says it */
  says(text) {
    return this.await(
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
   * Clicks into the middle of an element.
   *
   * @param {string} selector within the element `<quote-extractor>`, or in the page where it finds nothing there
   * @param {number} [index] which one of those
   */
  async click(selector, index = 0) {
    const { x, y } = await this.await(
      (selector, index) => {
        const inside = document.querySelector("quote-extractor")?.shadowRoot?.querySelectorAll(selector)[
          index
        ];
        const element = inside ?? document.querySelectorAll(selector)[index];
        element?.scrollIntoView({ block: "center", behavior: "instant" });
        // An inline element over two lines has its middle outside of itself.
        const box = element?.getClientRects()[0];
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      selector,
      index,
    );
    await this.#driver.click(x, y);
  }

  /** Puts a text into the box in one go, in place of what is there. @param {string} text */
  async insert(text) {
    await this.see((text) => {
      const input = document.querySelector("quote-extractor")?.shadowRoot?.querySelector("textarea");
      input?.focus();
      input?.select();
      document.execCommand("insertText", false, text);
    }, text);
  }

  /** What the page complained about. @returns {Promise<string[]>} */
  complaints() {
    return this.see(() => /** @type {any} */ (globalThis).complaints);
  }
}
