/** compromise: the words of all quotations, and the names of all people. */

import nlp from "compromise";

/** @returns {Promise<import("../run-contender.js").Extract>} */
export default async function load() {
  return (text) => {
    const found = nlp(text);
    return { quotations: found.quotations().out("array"), people: found.people().out("array") };
  };
}
