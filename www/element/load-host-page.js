/** Loads what reads elements and marks them, side by side with the core. */

import { ExtractError, sharedExtractor } from "../core/extractor.js";
import { lazy } from "../lib/lazy.js";

export const loadHostPage = lazy(async () => {
  void sharedExtractor().prepare();
  try {
    return await import("../results/host-page.js");
  } catch {
    throw new ExtractError("unavailable", "The module that reads elements could not be loaded");
  }
});
