/** Finds installed programs. */

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { env } from "node:process";

/**
 * @param {string} variable the environment variable that may name the program
 * @param {string[]} names that it may have on PATH
 * @param {string[]} [folders] to search after those of PATH
 * @returns {string} its path
 */
export function program(variable, names, folders = []) {
  const named = env[variable];
  if (named) return named;
  for (const folder of [...(env.PATH ?? "").split(delimiter), ...folders]) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  throw new Error(`${names[0]} is not installed: install it, or set ${variable} to its program`);
}
