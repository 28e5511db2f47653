/**
 * The builds that are one file: a script for any page, and a page that works from `file://`.
 */

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, carrying, ROOT, replaced, smallerCss, WWW } from "./esbuild.js";

/** @param {string} folder */
export async function writeSingleFiles(folder) {
  const carried = await carrying();
  await bundle({
    entryPoints: ["www/script-tag.js"],
    outfile: join(folder, "quote-extractor.js"),
    format: "iife",
    ...carried,
  });
  const { outputFiles = [] } = await bundle({
    entryPoints: ["www/page.js"],
    write: false,
    format: "iife",
    ...carried,
  });
  // HTML reads a comment even within a script; esbuild writes it in strings only.
  const script = outputFiles[0].text.trim().replaceAll("<!--", "\\x3c!--");
  await writeFile(join(folder, "quote-extractor.html"), await page(script));
}

/** `index.html` with everything in it. @param {string} script */
async function page(script) {
  if (/<\/script/i.test(script)) throw new Error("the script would end in the middle");
  const style = await smallerCss(await readFile(join(WWW, "page.css"), "utf8"));
  const icon = (await smallerSvg(await readFile(join(WWW, "icon.svg"), "utf8"))).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types quote-extractor",
  ].join("; ");
  let html = await readFile(join(ROOT, "index.html"), "utf8");
  html = replaced(html, /(?<=Content-Security-Policy" content=")[^"]*/, policy);
  html = replaced(html, "www/icon.svg", `data:image/svg+xml;base64,${icon}`);
  html = replaced(html, /<link rel="stylesheet" [^>]*>/, `<style>${style}</style>`);
  html = replaced(html, /\s*<link rel="modulepreload" [^>]*>/, "");
  html = replaced(html, /\s*<script [^>]*><\/script>/, "");
  // The other page is not in the file.
  html = replaced(html, /\s*<p><a href="www\/article\.html"[^]*?<\/p>/, "");
  return replaced(html, "</body>", `<script>${script}</script>\n  </body>`);
}

/** @param {string} content */
function hash(content) {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}

/** @param {string} svg */
async function smallerSvg(svg) {
  return Buffer.from(svg.replace(/>\s+</g, "><").trim());
}
