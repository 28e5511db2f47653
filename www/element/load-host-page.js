/** Loads what reads elements and marks them, side by side with the core. */

import { ExtractError, sharedExtractor } from "../core/extractor.js";
import { lazyModule } from "../lib/lazy.js";

const loadModule = lazyModule(() => import("../results/host-page.js"));

export async function loadHostPage() {
  void sharedExtractor().prepare();
  try {
    return await loadModule();
  } catch {
    throw new ExtractError("unavailable", "The module that reads elements could not be loaded");
  }
}
