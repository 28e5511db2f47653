/** The Rust crate: its files, as `cargo publish` would pack them. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { deadLinks } from "./support/links.js";

const root = new URL("../../", import.meta.url);

test("no relative link of the README is dead in the crate", () => {
  const list = ["package", "--list", "--allow-dirty", "--offline", "--package", "quote-extractor"];
  const files = execFileSync("cargo", list, { cwd: fileURLToPath(root), encoding: "utf8" }).split(/\r?\n/);
  const exists = (/** @type {string} */ path) =>
    files.some((file) => file === path || file.startsWith(`${path}/`));
  assert.ok(exists("README.md"));
  const readme = readFileSync(new URL("README.md", root), "utf8");
  assert.deepEqual(deadLinks("README.md", readme, exists), []);
});
