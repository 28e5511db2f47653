/** The published files that `cargo xtask` has built, and fresh projects that use them. */

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, platform } from "node:process";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const NPM = platform === "win32" ? "npm.cmd" : "npm";

/** The folder with the built files. */
export const DIST = env.DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));

/** A folder outside of the checkout, so that no module resolves to the checkout by chance. @type {string} */
export const OUTSIDE = await mkdtemp(join(tmpdir(), "quote-extractor-"));
after(() => rm(OUTSIDE, { recursive: true, force: true }));

/** @type {Promise<string> | undefined} */
let tarball;

/** Packs the npm package. @returns {Promise<string>} the path of the tarball */
export function packed() {
  return (tarball ??= run(
    NPM,
    ["pack", join(DIST, "npm"), "--pack-destination", OUTSIDE, "--json", "--silent"],
    { cwd: OUTSIDE },
  ).then(({ stdout }) => join(OUTSIDE, JSON.parse(stdout)[0].filename)));
}

/**
 * Makes a project and installs the packed package into it.
 *
 * @param {string} name
 * @param {Record<string, string>} files by their names
 * @returns {Promise<string>} its folder
 */
export async function project(name, files) {
  const folder = join(OUTSIDE, name);
  await mkdir(folder, { recursive: true });
  const all = { "package.json": JSON.stringify({ name, private: true, type: "module" }), ...files };
  for (const [file, content] of Object.entries(all)) await writeFile(join(folder, file), content);
  await run(NPM, ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", await packed()], {
    cwd: folder,
  });
  return folder;
}

/** Runs a script of a project in Node.js. @param {string} folder @param {string[]} args @returns {Promise<string>} what it prints */
export async function node(folder, ...args) {
  return (await run("node", args, { cwd: folder })).stdout;
}
