/** The documents say what is true: links lead somewhere, examples give what they show. */

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { extract } from "../../www/node.js";
import { reasons } from "../../www/strings/en-reasons.js";

/** @param {string} path */
const fileOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** @param {string} path */
const read = (path) => readFileSync(fileOf(path), "utf8");
/** @param {string} folder @param {string} ending */
const filesIn = (folder, ending) =>
  readdirSync(fileOf(folder), { encoding: "utf8", recursive: true })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`);

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "ARCHITECTURE.md",
  "CHANGELOG.md",
  "tests/spec/README.md",
  ...filesIn("docs", ".md"),
];

/** The fenced examples of a document in a language. @param {string} document @param {string} language */
const fences = (document, language) => {
  const fence = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm");
  return [...read(document).matchAll(fence)].map(([, code]) => code);
};
/** The fragments that lead to the headings of a document. @param {string} path */
const anchors = (path) =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
/**
 * The rows of a table as their cells, without the heading.
 *
 * @param {string} document
 * @param {string} heading how the table begins
 */
const table = (document, heading) => {
  const [rows] = read(document).split(`\n${heading}`)[1].split("\n\n");
  return rows
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

/** The text of a cell without the marks of code. @param {string} cell */
const unmarked = (cell) => cell.replaceAll("`", "");
/** The names of the variants of a Rust enum, in their order. @param {string} file @param {string} name */
const variants = (file, name) => {
  const [, body] = read(file).match(new RegExp(`pub enum ${name} \\{\n([^]*?)^ {4}\\}`, "m")) ?? [];
  const names = [...body.matchAll(/^ +\w+ "([a-z-]+)",$/gm)].map(([, variant]) => variant);
  assert.ok(names.length > 1, `${file} has no enum ${name}`);
  return names;
};

for (const document of DOCUMENTS) {
  test(`${document}: every link leads to a file and a heading`, () => {
    const prose = read(document).replace(/^```[^]*?^```$/gm, "");
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
    const dead = links
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [path, anchor] = link.split("#");
        const target = path === "" ? document : new URL(path, `file:///${document}`).pathname.slice(1);
        return !existsSync(fileOf(target)) || (anchor !== undefined && !anchors(target).includes(anchor));
      });
    assert.deepEqual(dead, []);
  });
}

test("the README can be read in three minutes", () => {
  assert.ok(read("README.md").split("\n").length <= 151);
});

test("the report in the README is that of the text above it", async () => {
  const [, text] = fences("README.md", "sh")[0].match(/<<'TEXT'\n([^]*)TEXT\n/) ?? [];
  // Bytes and UTF-16 code units are the same here, so that the figures hold for both.
  assert.match(text, /^[ -~\n]+$/);
  assert.deepEqual(JSON.parse(fences("README.md", "json")[0]), await extract(text));
});

test("the examples in Rust are among those that the library's own documentation runs", () => {
  const documented = read("src/lib.rs");
  for (const line of fences("README.md", "rust").join("").split("\n").filter(Boolean)) {
    assert.ok(documented.includes(`//! ${line}\n`), line);
  }
});

for (const document of ["README.md", "docs/report.md"]) {
  test(`${document}: its JavaScript gives the values in its comments`, async () => {
    const examples = fences(document, "js").filter((code) => code.includes("{ extract }"));
    assert.ok(examples.length > 0);
    for (const code of examples) {
      const checks = code.replace(/^(.+); \/\/ (.+)$/gm, "assert.deepEqual($1, $2);");
      assert.ok(checks.includes("assert."), "an example without a value");
      const file = fileOf(`target/documents/${document.replaceAll("/", "-")}.mjs`);
      mkdirSync(dirname(file), { recursive: true });
      // In a folder of the checkout the name of the package leads to the checkout itself.
      writeFileSync(file, `import assert from "node:assert/strict";\n${checks}`);
      await import(pathToFileURL(file).href).finally(() => rmSync(file));
    }
  });
}

test("docs/report.md has all rules, each with an example of it", async () => {
  const rows = table("docs/report.md", "| `rule` | The speaker");
  const rules = rows.map(([name, , example]) => ({ name: unmarked(name), example }));
  assert.deepEqual(
    rules.map(({ name }) => name),
    [...variants("src/report/rule.rs", "Rule"), "corrected"],
  );
  for (const { name, example } of rules.slice(0, -1)) {
    const { quotations } = await extract(example.replaceAll(" ¶ ", "\n\n"));
    assert.equal(quotations.at(-1)?.rule, name, example);
  }
});

test("docs/report.md has all evidence, with what the sentences say of it", () => {
  const rows = table("docs/report.md", "| `Evidence` | ").map(([name, clause]) => [unmarked(name), clause]);
  assert.deepEqual(Object.fromEntries(rows), reasons.evidence);
  assert.deepEqual(
    rows.map(([name]) => name),
    variants("src/report/rule.rs", "Evidence"),
  );
});

test("docs/report.md has all kinds of blocks, all forms and all readings", () => {
  const kinds = table("docs/report.md", "| `kind` | The block").map(([name]) => unmarked(name));
  assert.deepEqual(kinds, variants("src/report/block.rs", "BlockKind"));
  const fields = Object.fromEntries(
    table("docs/report.md", "| Report | |").map(([name, meaning]) => [unmarked(name), meaning]),
  );
  for (const [field, name] of /** @type {const} */ ([
    ["form", "Form"],
    ["reading", "Reading"],
  ])) {
    const described = [...fields[field].matchAll(/`(\w+)`:/g)].map(([, value]) => value);
    assert.deepEqual(described, variants("src/report/block.rs", name));
  }
});

test("docs/command-line.md has the options that the command itself prints", () => {
  const file = filesIn("src/bin", "arguments.rs")[0];
  const printed = read(file).split("Options:\n")[1].split("\n\n")[0];
  /** @param {string} text */
  const options = (text) => [...text.matchAll(/--[a-z]+/g)].map(([name]) => name).sort();
  const described = table("docs/command-line.md", "| Option | ")
    .map(([names]) => names)
    .join(" ");
  const own = printed
    .split("\n")
    .map((line) => line.slice(0, 20))
    .join("\n");
  assert.deepEqual(options(described), options(own));
});

test("the figures of the README stand in docs/accuracy.md", () => {
  const [, words] =
    read("README.md")
      .split("## How right it is")[1]
      .match(/^([^]*?)\n## /) ?? [];
  const figures = words.match(/\d+\.\d+/g) ?? [];
  assert.ok(figures.length > 0);
  for (const figure of figures) assert.ok(read("docs/accuracy.md").includes(`| ${figure} |`), figure);
});

/** Whether a row of a table begins with a room, or with several. @param {string} map @param {string} room */
const isOnMap = (map, room) => new RegExp(`^\\| [^|]*\`${room}[\`/]`, "m").test(map);

test("CONTRIBUTING.md has every room and every module on its map", () => {
  const map = read("CONTRIBUTING.md");
  for (const folder of ["src", "src/attribution", "www"]) {
    const entries = readdirSync(fileOf(folder), { withFileTypes: true });
    const rooms = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    assert.ok(rooms.length > 0);
    assert.deepEqual(
      rooms.filter((room) => !isOnMap(map, room)),
      [],
    );
  }
  const modules = readdirSync(fileOf("src")).filter((name) => name.endsWith(".rs") && name !== "lib.rs");
  assert.deepEqual(
    modules.filter((name) => !isOnMap(map, name.replace(".rs", ""))),
    [],
  );
});
