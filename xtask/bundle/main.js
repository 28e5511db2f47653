/**
 * Writes everything that browsers and Node.js load into the folder that is its argument, and prints what
 * `xtask/src/size.rs` needs, as JSON. `cargo xtask dist`, `web` and `test` run it.
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
