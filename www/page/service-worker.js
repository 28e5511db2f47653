/**
 * The service worker: it serves one version of the site from a cache. The cache contains only the files that
 * the build lists, each checked by its hash, and nothing that a reader pastes.
 *
 * A new version is fetched as a whole into a cache of its own and becomes active when no page of the old one
 * is open, so that no page ever runs files of two versions.
 */

// TypeScript's DOM library has no types for the scope of a service worker.
const scope = /** @type {any} */ (self);

const PREFIX = "quote-extractor-";
const CACHE = `${PREFIX}${SITE.version}`;

/** Asks a waiting version to become active. One version sends it to another, so it must stay the same. */
const ACTIVATE = "take over";

/** @param {string} path relative to the site */
const addressOf = (path) => new URL(path, scope.registration.scope).href;

scope.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(cacheAllFiles()));
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(deleteOldCaches()));
scope.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
  if (data === ACTIVATE) scope.skipWaiting();
});
scope.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const address = new URL(request.url);
  address.search = "";
  if (address.href === addressOf("index.html")) address.href = addressOf("");
  if (request.method !== "GET" || !SITE.files.some(([path]) => addressOf(path) === address.href)) return;
  event.respondWith(
    request.mode === "navigate" ? openPage(request, address.href) : fromCache(request, address.href),
  );
});

/** Caches every file; or none, if one that is needed is missing or has another hash. */
async function cacheAllFiles() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      SITE.files.map(async ([path, integrity, isOptional]) => {
        try {
          await cacheFile(cache, path, integrity);
        } catch (error) {
          if (!isOptional) throw error;
        }
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** @param {Cache} cache @param {string} path @param {string} integrity */
async function cacheFile(cache, path, integrity) {
  // Not from the HTTP cache of the browser, which may have an older version.
  const response = await fetch(new Request(addressOf(path), { cache: "reload", integrity }));
  if (!response.ok) throw new Error(`${path} answered with status ${response.status}`);
  // A new response, because browsers refuse to open a page with one that was redirected.
  await cache.put(addressOf(path), new Response(await response.blob(), { headers: response.headers }));
}

async function deleteOldCaches() {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
}

/**
 * Answers the request for a page. If a new version waits and no other page is open with the old one, the new
 * version becomes active first.
 *
 * @param {Request} request
 * @param {string} address
 */
async function openPage(request, address) {
  const { waiting } = scope.registration;
  if (waiting && (await scope.clients.matchAll({ includeUncontrolled: true })).length < 2) {
    waiting.postMessage(ACTIVATE);
    return new Response("", { headers: { "Content-Type": "text/html", Refresh: "0" } });
  }
  return fromCache(request, address);
}

/**
 * @param {Request} request
 * @param {string} address
 */
async function fromCache(request, address) {
  return (await (await caches.open(CACHE)).match(address)) ?? fetch(request);
}
