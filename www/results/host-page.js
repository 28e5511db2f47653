/**
 * What reads and marks the text of a host page, or reads elements between the tags. It is loaded only where it is
 * needed.
 */

export { canHighlight, markHost } from "../text/host-marks.js";
export { HostText } from "../text/host-text.js";
export { HostLegend } from "./host-legend.js";
