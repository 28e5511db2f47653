/**
 * Starts WebKit: the MiniBrowser of WebKitGTK. It needs a display, so it runs on a virtual one (Xvfb).
 *
 * @import { Driver } from "./engines.js"
 */

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import process, { env } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { Builder, Capabilities, Key, Origin } from "selenium-webdriver";
import { program } from "./program.js";

/** @returns {Promise<number>} a port that is free at the moment */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The folders of the library, in which Debian also puts the browser; each names a machine and a version. */
function libraryFolders() {
  const folders = [];
  for (const machine of readdirSync("/usr/lib", { withFileTypes: true })) {
    if (!machine.isDirectory() || !machine.name.includes("-linux-")) continue;
    for (const version of ["4.1", "4.0", "6.0"])
      folders.push(
        `/usr/lib/${machine.name}/webkit2gtk-${version}`,
        `/usr/lib/${machine.name}/webkitgtk-${version}`,
      );
  }
  return folders;
}

/** @returns {Promise<Driver>} */
export async function startWebKit() {
  const port = await freePort();
  const browser = program("MINIBROWSER_PATH", ["MiniBrowser"], libraryFolders());
  const server = spawn(
    program("XVFB_RUN_PATH", ["xvfb-run"]),
    ["--auto-servernum", program("WEBKIT_DRIVER_PATH", ["WebKitWebDriver"]), `--port=${port}`],
    // In a process group of its own, so that the display and the driver can be ended together.
    { detached: true, stdio: "ignore", env: { ...env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } },
  );
  const stop = () => {
    try {
      if (server.pid) process.kill(-server.pid);
    } catch {
      // It has ended already.
    }
  };
  // Also ends them if a test crashes.
  process.once("exit", stop);
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
  });
  const connect = () =>
    new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  for (let tries = 1; !(await fetch(`http://127.0.0.1:${port}/status`).catch(() => null)); tries += 1) {
    if (tries === 100) {
      stop();
      throw new Error("WebKitWebDriver does not answer");
    }
    await sleep(100);
  }
  const driver = await connect();
  await driver.manage().setTimeouts({ script: 60_000 });
  const keyOf = (/** @type {string} */ name) =>
    /** @type {Record<string, string>} */ ({
      Control: Key.CONTROL,
      Shift: Key.SHIFT,
      Tab: Key.TAB,
      Enter: Key.ENTER,
      Escape: Key.ESCAPE,
      Home: Key.HOME,
      End: Key.END,
      ArrowLeft: Key.ARROW_LEFT,
      ArrowRight: Key.ARROW_RIGHT,
      ArrowUp: Key.ARROW_UP,
      ArrowDown: Key.ARROW_DOWN,
    })[name] ?? name.toLowerCase();
  return {
    open: (url) => driver.get(url),
    async evaluate(expression) {
      const { value, error } = /** @type {any} */ (
        await driver.executeAsyncScript(
          `const done = arguments[0]; (async () => ${expression})().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        )
      );
      if (error) throw new Error(error);
      return value ?? undefined;
    },
    async press(keys) {
      const names = keys.split("+").map(keyOf);
      const actions = driver.actions();
      for (const name of names) actions.keyDown(name);
      for (const name of names.toReversed()) actions.keyUp(name);
      await actions.perform();
    },
    type: (text) => driver.actions().sendKeys(text).perform(),
    click: (x, y) =>
      driver
        .actions()
        .move({ origin: Origin.VIEWPORT, x: Math.round(x), y: Math.round(y) })
        .click()
        .perform(),
    async close() {
      await driver.quit().catch(() => {});
      stop();
    },
  };
}
