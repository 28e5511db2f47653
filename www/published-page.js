/** The page's script on a server: that of `page.js`, and the service worker that keeps the site for later. */

import "./page.js";
import { keepForLater } from "./page/keep-for-later.js";

keepForLater();
