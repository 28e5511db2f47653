/** Makes what is over in a moment wait. @import { Page } from "playwright-core" */

/** Holds back what the worker is asked, or the next slice of drawing, while `held` is set. @param {Page} page */
export const holdable = (page) =>
  page.addInitScript(() => {
    const scope = /** @type {any} */ (window);
    /** @type {(() => void)[]} */
    const waiting = [];
    scope.held = "";
    scope.release = () => {
      scope.held = "";
      for (const go of waiting.splice(0)) go();
    };
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (/** @type {any} */ message) {
      if (scope.held !== "reading" || message.type !== "extract") post.call(this, message);
    };
    const wait = scope.setTimeout;
    scope.setTimeout = (/** @type {any} */ go, /** @type {any} */ delay) =>
      scope.held === "drawing" && delay === undefined ? waiting.push(go) : wait(go, delay);
  });
