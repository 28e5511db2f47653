/**
 * Serves one version of the site from the browser's cache. Only what the build lists is kept, each file
 * checked by its hash; nothing that a reader pastes comes here.
 *
 * A new version is fetched as a whole beside the old one, and takes over when no page of the old one
 * is open any more. So no page ever runs files of two versions.
 */

// TypeScript's DOM library has no types for the scope of a service worker.
const scope = /** @type {any} */ (self);

const PREFIX = "quote-extractor-";
const NAME = `${PREFIX}${SITE.version}`;

/** @param {string} path below the site */
const addressOf = (path) => new URL(path, scope.registration.scope).href;

scope.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAll()));
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(dropOthers()));
scope.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
  if (data === "take over") scope.skipWaiting();
});
scope.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const address = new URL(request.url);
  address.search = "";
  if (address.href === addressOf("index.html")) address.href = addressOf("");
  if (request.method !== "GET" || !SITE.files.some(([path]) => addressOf(path) === address.href)) return;
  event.respondWith(request.mode === "navigate" ? open(request, address.href) : kept(request, address.href));
});

/** Keeps every file or, where one is not what it should be, none. */
async function keepAll() {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(
      SITE.files.map(async ([path, integrity]) => {
        // Past the cache of the browser, which may have an older one.
        const response = await fetch(new Request(addressOf(path), { cache: "reload", integrity }));
        if (!response.ok) throw new Error(`${path} answered with status ${response.status}`);
        // A new one, since a page may not be opened with an answer that came by a redirection.
        await cache.put(addressOf(path), new Response(await response.blob(), { headers: response.headers }));
      }),
    );
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function dropOthers() {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
}

/**
 * Opens a page. If a new version waits and no other page would be left with the old one, the new one
 * takes over first.
 *
 * @param {Request} request
 * @param {string} address
 */
async function open(request, address) {
  const { waiting } = scope.registration;
  if (waiting && (await scope.clients.matchAll({ includeUncontrolled: true })).length < 2) {
    waiting.postMessage("take over");
    return new Response("", { headers: { "Content-Type": "text/html", Refresh: "0" } });
  }
  return kept(request, address);
}

/**
 * @param {Request} request
 * @param {string} address
 */
async function kept(request, address) {
  return (await (await caches.open(NAME)).match(address)) ?? fetch(request);
}
