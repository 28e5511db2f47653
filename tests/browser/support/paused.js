/** Pauses reading and drawing, for tests of states that last a moment. @import { Page } from "playwright-core" */

/**
 * While `paused` is “reading”, no request reaches the worker; while it is “drawing”, the next slice waits.
 *
 * @param {Page} page
 */
export const pausable = (page) =>
  page.addInitScript(() => {
    const scope = /** @type {any} */ (window);
    /** @type {(() => void)[]} */
    const waiting = [];
    scope.paused = "";
    scope.resume = () => {
      scope.paused = "";
      for (const go of waiting.splice(0)) go();
    };
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (/** @type {any} */ message) {
      if (scope.paused !== "reading" || message.type !== "extract") post.call(this, message);
    };
    const wait = scope.setTimeout;
    scope.setTimeout = (/** @type {any} */ go, /** @type {any} */ delay) =>
      scope.paused === "drawing" && delay === undefined ? waiting.push(go) : wait(go, delay);
  });
