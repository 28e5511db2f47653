/** The Custom Elements Manifest is valid and says what the code and docs/element.md say. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Ajv } from "ajv";
import { useBrowser } from "./support/suite.js";

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const { customElements } = JSON.parse(read("package.json"));
const manifest = JSON.parse(read(customElements));
const element = manifest.modules[0].declarations[0];
const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("custom-elements-manifest/schema.json"), "utf8"),
);
const documentation = read("docs/element.md");
const { open } = useBrowser();

/** @param {string} folder */
const scriptsIn = (folder) =>
  readdirSync(new URL(`../../${folder}/`, import.meta.url), { encoding: "utf8", recursive: true })
    .filter((path) => path.endsWith(".js"))
    .map((path) => `${folder}/${path}`);

/** @param {{ name: string }[]} things */
const names = (things) => things.map(({ name }) => name).sort();

/** The names in the first column of a table of docs/element.md. @param {string} heading of that column */
function documented(heading) {
  const table = documentation.split(`\n| ${heading} |`)[1].split("\n\n")[0];
  return table
    .split("\n")
    .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([\w-]+)[^`]*`/g)].map(([, name]) => name));
}

test("the manifest is valid by its schema", () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 1));
  assert.equal(validate({ schemaVersion: "2.1.0", modules: [{ kind: "nonsense" }] }), false);
});

test("its parts and custom properties are those of the code", () => {
  const parts = new Set();
  for (const file of scriptsIn("www")) {
    const code = read(file).replace(/^\s*\/?\*.*$/gm, "");
    for (const [, list] of code.matchAll(/\bpart: ["`]([^"`]+)["`]/g)) {
      for (const part of list.split(" ")) {
        // The kind of a quotation follows.
        if (part.startsWith("mark-$"))
          for (const kind of ["direct", "mixed", "indirect"]) parts.add(`mark-${kind}`);
        else parts.add(part);
      }
    }
  }
  assert.deepEqual(names(element.cssParts), [...parts].sort());

  const sheet = scriptsIn("www/styles").map(read).join("");
  const used = new Set([...sheet.matchAll(/--quotes-[a-z-]*[a-z](?!\w|-)/g)].map(([name]) => name));
  for (let i = 1; i <= 8; i += 1) used.add(`--quotes-speaker-${i}`);
  assert.deepEqual(names(element.cssProperties), [...used].sort());
});

test("it says what the tables of docs/element.md say", () => {
  assert.deepEqual(names(element.attributes), documented("Attribute").sort());
  assert.deepEqual(names(element.members), [...documented("Property"), ...documented("Method")].sort());
  assert.deepEqual(names(element.events), documented("Event").sort());
  assert.deepEqual(names(element.cssParts), documented("Part").sort());
  assert.deepEqual(
    names(element.cssProperties).filter((name) => !/-\d$/.test(name)),
    documented("Custom property")
      .filter((name) => !/-\d$/.test(name))
      .sort(),
  );
});

test("the class has its members and observes or reads its attributes", async () => {
  const { page } = await open("/");
  const missing = await page.evaluate((members) => {
    const { prototype } = /** @type {CustomElementConstructor} */ (customElements.get("quote-extractor"));
    return members.filter((name) => !Object.hasOwn(prototype, name));
  }, names(element.members));
  assert.deepEqual(missing, []);
});
