/**
 * A module that did not arrive is loaded again at the next try, in every engine: some of them remember that a module
 * failed, and never ask for it again under the same address.
 */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NEWS } from "../browser/support/suite.js";
import { ENGINES } from "./support/engines.js";
import { Visitor } from "./support/visitor.js";

const LATE = "/www/element/late.js";

for (const engine of ENGINES) {
  describe(engine.name, () => {
    /** @type {Visitor} */
    let visitor;
    before(async () => {
      visitor = await Visitor.start(engine, {});
    });
    after(() => visitor?.close());

    test("a late module that is missing gives a message, and works once it is there", async () => {
      visitor.missing.add(LATE);
      await visitor.open("/");
      await visitor.waitFor(
        () => customElements.get("quote-extractor") && document.readyState === "complete",
      );
      await visitor.insert(NEWS);
      await visitor.waitForText("3 quotations by 2 speakers");
      await visitor.click(".list .who");
      await visitor.click(".list .selected .correct");
      await visitor.waitForText("A part of this page could not be loaded.");
      const asked = () => visitor.requests.filter((path) => path.split("?")[0] === LATE).length;
      const before = asked();
      assert.ok(before > 0);

      visitor.missing.clear();
      await visitor.click(".list .selected .correct");
      await visitor.waitFor(
        () => !!document.querySelector("quote-extractor")?.shadowRoot?.querySelector("dialog[open]"),
      );
      assert.ok(asked() > before, "it was asked for again");
    });
  });
}
