/**
 * `memory-child.js MODULE FILE`: prints by how many bytes the peak memory of the process grows when the
 * contender is loaded and extracts from the file as one text.
 */

import { readFileSync } from "node:fs";
import process, { argv } from "node:process";
import { load } from "./run-contender.js";

const [, , module, file] = argv;
const text = readFileSync(file, "utf8");
const before = process.resourceUsage().maxRSS;
const found = (await load(module))(text);
console.log(found ? 1024 * (process.resourceUsage().maxRSS - before) : 0);
