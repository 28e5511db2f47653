/** A file server for the tests: it serves this checkout or another folder on a free port of 127.0.0.1. */

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * @param {Record<string, string>} [pages] HTML pages to serve besides the files, by their path
 * @param {{ head?: string, root?: string }} [options] head: markup to put at the start of the head of every
 *   page; root: the folder with the files
 * @returns {Promise<{ origin: string, requests: string[], missing: Set<string>, close: () => Promise<void> }>}
 *   requests: the paths asked for, in order; missing: files that are not served as long as they are in it
 */
export async function serve(pages = {}, { head = "", root = ROOT } = {}) {
  /** @type {string[]} */
  const requests = [];
  /** @type {Set<string>} */
  const missing = new Set();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    requests.push(request.url ?? "/");
    /** @param {string} html */
    const sendPage = (html) => {
      response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
        .end(head ? html.replace("<head>", `<head>${head}`) : html);
    };
    if (path in pages) {
      sendPage(pages[path]);
      return;
    }
    const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
    const found =
      !missing.has(path) &&
      file.startsWith(root.replace(/[/\\]?$/, sep)) &&
      (await stat(file).catch(() => null))?.isFile();
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    if (head && file.endsWith(".html")) {
      sendPage(await readFile(file, "utf8"));
      return;
    }
    response.writeHead(200, {
      "Content-Type": `${TYPES[extname(file)] ?? "application/octet-stream"}; charset=utf-8`.replace(
        "wasm; charset=utf-8",
        "wasm",
      ),
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
