/** Loads what reads files and HTML, once it is needed or the browser is idle. */

import { lazy } from "../lib/lazy.js";

export const loadReaders = lazy(() => import("./readers.js"));
