/** The script of the page in the published site: `page.js`, and the service worker. */

import "./page.js";
import { loadAhead } from "./core/load-ahead.js";

loadAhead(async () => (await import("./page/register-service-worker.js")).registerServiceWorker());
