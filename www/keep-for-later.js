/** Has the site kept in the browser, so that it works without a network after one visit. */

/** Begins when the page has all it needs itself. Where it cannot be kept, the page works as before. */
export function keepForLater() {
  if (!("serviceWorker" in navigator)) return;
  const keep = () => navigator.serviceWorker.register("service-worker.js").catch(() => {});
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep, { once: true });
}
