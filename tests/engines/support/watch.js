// Loaded first in every page of these tests: records errors, warnings and violations of the policy, because
// not every driver reports them. A classic script, so that nothing runs before it.
(() => {
  /** @type {string[]} */
  const complaints = [];
  Object.assign(globalThis, { complaints });
  for (const level of /** @type {const} */ (["error", "warn"])) {
    const write = console[level];
    console[level] = (...words) => {
      complaints.push(`console.${level}: ${words.join(" ")}`);
      write.apply(console, words);
    };
  }
  addEventListener(
    "error",
    (event) => complaints.push(`error: ${event.message ?? /** @type {any} */ (event.target)?.src}`),
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(`rejection: ${reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    complaints.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
})();
