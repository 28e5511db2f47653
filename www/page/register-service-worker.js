/** Registers the service worker, so that the published site works without a network after one visit. */

const SERVICE_WORKER = new URL("../service-worker.js", import.meta.url).href;

/** Waits until the page itself has loaded. If registration fails, the page works without a service worker. */
export function registerServiceWorker() {
  if (!("serviceWorker" in navigator)) return;
  const register = () => navigator.serviceWorker.register(trustedAddress()).catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}

/** The address, trusted by a policy that gives no other. @returns {string} */
function trustedAddress() {
  const rules = { createScriptURL: () => SERVICE_WORKER };
  // TypeScript's DOM library has no Trusted Types. What a policy makes can be used as a string.
  const policy =
    /** @type {any} */ (globalThis).trustedTypes?.createPolicy("quote-extractor-site", rules) ?? rules;
  return policy.createScriptURL("");
}
