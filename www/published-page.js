/** The script of the page in the published site: `page.js`, and the service worker. */

import "./page.js";
import { registerServiceWorker } from "./page/register-service-worker.js";

registerServiceWorker();
