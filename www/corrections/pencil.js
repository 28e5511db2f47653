/** The one picture of the interface: a pencil, drawn by the browser in the colour of the words around it. */

const SVG = "http://www.w3.org/2000/svg";

/** @returns {SVGElement} hidden from screen readers: the button around it has a name */
export function pencil() {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("class", "pencil");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute(
    "d",
    "M2.5 13.5l.8-3.2 7.6-7.6a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2l-7.6 7.6zM9.6 4l2.4 2.4",
  );
  picture.append(path);
  return picture;
}
