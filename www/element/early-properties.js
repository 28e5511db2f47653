/**
 * Sets the properties again that were set before the class was registered: as they are, they would hide its
 * accessors.
 *
 * @param {any} element
 * @param {string[]} names
 * @returns {string[]} those that were set
 */
export function setEarlyProperties(element, names) {
  const early = names.filter((name) => Object.hasOwn(element, name));
  for (const name of early) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
  return early;
}
