/** Loads late modules ahead, so that the page works without a network from then on. */

import { whenIdle } from "../lib/lazy.js";
import { sharedExtractor } from "./extractor.js";

/**
 * Loads a module when the browser is idle, and after a core that is being loaded: the first result needs that one.
 *
 * @param {() => Promise<unknown>} load
 */
export function loadAhead(load) {
  whenIdle(async () => {
    await sharedExtractor().settled;
    await load();
  });
}
