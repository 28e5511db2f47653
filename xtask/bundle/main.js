/**
 * Writes everything that browsers and Node.js load into a folder, and prints what the size report of
 * `cargo xtask` needs, as JSON. Run by `cargo xtask dist` and `test`.
 */

import { join, resolve } from "node:path";
import { argv, stdout } from "node:process";
import { writePackage } from "./npm.js";
import { writeSingleFiles } from "./single.js";
import { writeSite } from "./site.js";

const folder = resolve(argv[2]);
const site = await writeSite(join(folder, "site"));
await writeSingleFiles(folder);
await writePackage(join(folder, "npm"));
stdout.write(`${JSON.stringify(site)}\n`);
