/**
 * Writes the builds that are a single file: a script for any page, which has the words of the default language in it
 * and loads others from `packs` beside it, and a page that works from `file://`.
 */

import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, inlineOptions, languages, minifyCss, PACKS, ROOT, replaceExpected, WWW } from "./esbuild.js";

/** @param {string} folder */
export async function writeSingleFiles(folder) {
  await bundle({
    entryPoints: ["www/script-tag.js"],
    outfile: join(folder, "quote-extractor.js"),
    format: "iife",
    ...(await inlineOptions({ oneFile: true, onePack: true })),
  });
  const [, ...others] = await languages();
  for (const language of others) {
    await mkdir(join(folder, "packs"), { recursive: true });
    await copyFile(join(WWW, PACKS, `${language}.txt`), join(folder, "packs", `${language}.txt`));
  }
  const { outputFiles = [] } = await bundle({
    entryPoints: ["www/page.js"],
    write: false,
    format: "iife",
    ...(await inlineOptions({ oneFile: true })),
  });
  // HTML sees a comment even inside a script. esbuild leaves `<!--` only in strings, where this is the same.
  const script = outputFiles[0].text.trim().replaceAll("<!--", "\\x3c!--");
  await writeFile(join(folder, "quote-extractor.html"), await page(script));
}

/** `index.html` with script, style and icon inside. @param {string} script */
async function page(script) {
  if (/<\/script/i.test(script)) throw new Error("the script contains its own end tag");
  const style = await minifyCss(await readFile(join(WWW, "page.css"), "utf8"));
  const icon = minifySvg(await readFile(join(WWW, "icon.svg"), "utf8")).toString("base64");
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
  html = replaceExpected(html, /(?<=Content-Security-Policy" content=")[^"]*/, policy);
  html = replaceExpected(html, "www/icon.svg", `data:image/svg+xml;base64,${icon}`);
  html = replaceExpected(html, /<link rel="stylesheet" [^>]*>/, `<style>${style}</style>`);
  html = replaceExpected(html, /\s*<link rel="modulepreload" [^>]*>/, "");
  html = replaceExpected(html, /\s*<script [^>]*><\/script>/, "");
  // article.html is not in the file, so neither is the link to it.
  html = replaceExpected(html, /\s*<p><a href="www\/article\.html"[^]*?<\/p>/, "");
  return replaceExpected(html, "</body>", `<script>${script}</script>\n  </body>`);
}

/** A source expression for a content security policy. @param {string} content */
function hash(content) {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}

/** @param {string} svg */
function minifySvg(svg) {
  return Buffer.from(svg.replace(/>\s+</g, "><").trim());
}
