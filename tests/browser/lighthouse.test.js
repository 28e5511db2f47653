/** The pages pass the rules of Lighthouse, except those for speed, which depends on the machine. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import lighthouse from "lighthouse";
import { sampleArticle } from "../../www/page/sample-article.js";
import { startBrowser } from "./support/browser.js";
import { serve } from "./support/server.js";

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;
let port = 0;

before(async () => {
  const page = await readFile(new URL("../../index.html", import.meta.url), "utf8");
  server = await serve({ "/sample.html": page.replace("<quote-extractor>", `$&${sampleArticle.text}`) });
  port = await freePort();
  browser = await startBrowser([`--remote-debugging-port=${port}`]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** @returns {Promise<number>} */
function freePort() {
  const probe = createServer();
  return new Promise((resolve) =>
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    }),
  );
}

for (const path of ["/", "/sample.html", "/www/article.html"]) {
  test(`${path} has full scores for accessibility and best practices`, async () => {
    const result = await lighthouse(`${server.origin}${path}`, {
      port,
      logLevel: "error",
      onlyCategories: ["accessibility", "best-practices"],
    });
    assert.ok(result);
    const { audits, categories, runtimeError } = result.lhr;
    assert.equal(runtimeError, undefined);
    const failed = Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1);
    assert.deepEqual(
      failed.map(({ id }) => `${id}: ${audits[id].title}`),
      [],
    );
    assert.deepEqual(
      Object.entries(categories).map(([name, { score }]) => [name, score]),
      [
        ["accessibility", 1],
        ["best-practices", 1],
      ],
    );
  });
}
