/**
 * The address that a text comes from, or the empty string: only a page on the web can be linked
 * to, and an export must not carry `javascript:` addresses on.
 *
 * @param {string} url
 */
export function sourceUrl(url) {
  const parsed = URL.canParse(url.trim()) ? new URL(url.trim()) : null;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : "";
}
