/**
 * The CSS of what is loaded late. It is adopted after that of the element, so its rules override those.
 */

import { CARD } from "./card.js";
import { CORRECTING } from "./correcting.js";

export const LATE = [CARD, CORRECTING].join("\n");
