/**
 * The quotations on the screen and in exported files, as rows of the same shape, to compare them.
 *
 * @import { Page } from "playwright-core"
 */

import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
// @ts-expect-error: it has no types
import jsonld from "jsonld";

/** @typedef {{ words: string, speaker: string, kind: string }} Row speaker: "" if unknown */

/** The list of quotations on the screen. @param {Page} page @returns {Promise<Row[]>} */
export function rowsOnScreen(page) {
  return page
    .getByRole("region", { name: "Quotations" })
    .getByRole("listitem")
    .evaluateAll((items) =>
      items.map((item) => {
        const read = (/** @type {string} */ selector) => item.querySelector(selector)?.textContent ?? "";
        const name = read(".name");
        return {
          words: read(".said"),
          speaker: name === "Speaker unknown" ? "" : name,
          kind: read(".about").split(",")[0].toLowerCase(),
        };
      }),
    );
}

/** @param {string} csv @returns {Row[]} */
export function rowsOfCsv(csv) {
  /** @type {Record<string, string>[]} */
  const rows = parse(csv, { columns: true, record_delimiter: "\r\n" });
  return rows.map(({ text, speaker, kind }) => ({ words: text, speaker, kind }));
}

/** Expands JSON-LD with the terms of the fixture, as a JSON-LD processor does. @param {string} json */
export async function expand(json) {
  const context = JSON.parse(
    await readFile(new URL("../../fixtures/anno-context.json", import.meta.url), "utf8"),
  );
  return jsonld.expand(JSON.parse(json), {
    base: "https://reader.example/file",
    safe: true,
    documentLoader: async (/** @type {string} */ url) => {
      if (url !== "http://www.w3.org/ns/anno.jsonld")
        throw new Error(`${url} is not the context of annotations`);
      return { document: context, documentUrl: url, contextUrl: null };
    },
  });
}

/** @param {string} json @returns {Promise<Row[]>} */
export async function rowsOfJsonLd(json) {
  const schema = "http://schema.org/";
  const [page] = await expand(json);
  const names = new Map(
    page[`${schema}mentions`].map((/** @type {any} */ one) => [
      one["@id"],
      one[`${schema}name`][0]["@value"],
    ]),
  );
  return page["http://www.w3.org/ns/activitystreams#items"][0]["@list"].map(
    (/** @type {any} */ annotation) => {
      const [quotation, kind] = annotation["http://www.w3.org/ns/oa#hasBody"];
      return {
        words: quotation[`${schema}text`][0]["@value"],
        speaker: names.get(quotation[`${schema}spokenByCharacter`]?.[0]["@id"]) ?? "",
        kind: kind["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"],
      };
    },
  );
}
