/** Has the site kept in the browser, so that it works without a network after one visit. */

const SERVICE_WORKER = new URL("../service-worker.js", import.meta.url).href;

/** Begins when the page has all it needs itself. Where it cannot be kept, the page works as before. */
export function keepForLater() {
  if (!("serviceWorker" in navigator)) return;
  const keep = () => navigator.serviceWorker.register(trusted()).catch(() => {});
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep, { once: true });
}

/** The address of the one script that this policy is for. @returns {string} */
function trusted() {
  const rules = { createScriptURL: () => SERVICE_WORKER };
  // TypeScript's DOM library does not know it. What a policy makes passes for a string.
  const policy =
    /** @type {any} */ (globalThis).trustedTypes?.createPolicy("quote-extractor-site", rules) ?? rules;
  return policy.createScriptURL("");
}
