/** Each contender of `cargo xtask bench` does what the tables say of it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { COMPROMISE, COPY, COPY_AND_SCAN, OURS, prepare, QUOTE_PARSER } from "../bench/contenders.js";
import { article, articles, name } from "../bench/news.js";
import { load } from "../bench/run-contender.js";

const TEXT = "“The old bridge will be closed until spring,” said Ann Lee. 'It' isn't \"safe\" ‘now’.";

await prepare();

/** @param {import("../bench/contenders.js").Contender} contender @returns {Promise<(text: string) => any>} */
const loaded = ({ module, option }) =>
  load(new URL(module, new URL("../bench/", import.meta.url)).href, option);

test("every contender finds the quotation", async () => {
  const [ours] = (await loaded(OURS))(TEXT).quotations;
  assert.equal(ours.text, "The old bridge will be closed until spring,");
  assert.equal((await loaded(QUOTE_PARSER))(TEXT)[0].text, "The old bridge will be closed until spring,");
  const { quotations, people } = (await loaded(COMPROMISE))(TEXT);
  assert.match(quotations[0], /old bridge/);
  assert.match(people[0], /Ann Lee/);
});

test("the floor copies every byte, and sees every mark", async () => {
  const [copy, scan] = await Promise.all([COPY, COPY_AND_SCAN].map(loaded));
  for (const text of [TEXT, "", '"', "’", "日本、中国", "\u2017\u2018\u201f\u2020"]) {
    assert.equal(copy(text), Buffer.byteLength(text));
    assert.equal(scan(text), text.match(/["'\u2018-\u201f]/g)?.length ?? 0, text);
  }
});

test("the project's own texts are the same each time, and their names differ", () => {
  assert.equal(article(7), article(7));
  assert.notEqual(article(7), article(8));
  assert.ok(articles(10_000).join("").length >= 10_000);
  const names = Array.from({ length: 20_000 }, (_, n) => name(n));
  assert.equal(new Set(names).size, names.length);
});
