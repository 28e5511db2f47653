/** The icon of the buttons that edit a speaker: a pencil in the color of the text around it. */

const SVG = "http://www.w3.org/2000/svg";

/** @returns {SVGElement} hidden from screen readers, since the button around it has a name */
export function pencil() {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("class", "pencil");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute(
    "d",
    "M2.5 13.5l.8-3.2 7.6-7.6a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2l-7.6 7.6zM9.6 4l2.4 2.4",
  );
  icon.append(path);
  return icon;
}
