/** Finds the part of a page that is its text, and what stands around it. */

/** What is read although it stands outside of the main part: the headline, and what readers wrote. */
const KEPT = "h1, [id^=comment i], [class^=comment i], [class*=' comment' i], [itemprop=comment]";

/**
 * @param {ParentNode & Node} page
 * @returns {{ main: ParentNode & Node, around: Set<Element> }} main: the article, else the main part, else the
 *   page; around: the elements around it, each with all that it contains
 */
export function aroundMainContent(page) {
  const main = mainContent(page);
  /** @type {Set<Element>} */
  const around = new Set();
  if (!(main instanceof Element)) return { main, around };
  const kept = [main, ...page.querySelectorAll(KEPT)];
  /** @type {Set<ParentNode & Node>} */
  const holders = new Set();
  for (const element of kept)
    for (
      let holder = element.parentNode;
      holder && "children" in holder && !holders.has(holder);
      holder = holder.parentNode
    )
      holders.add(/** @type {ParentNode & Node} */ (holder));
  const whole = new Set(kept);
  for (const holder of holders) {
    if (whole.has(/** @type {Element} */ (holder)) || main.contains(holder)) continue;
    for (const child of holder.children) if (!whole.has(child) && !holders.has(child)) around.add(child);
  }
  return { main, around };
}

/**
 * An `<article>` longer than all others together, which are teasers, else `<main>`; either only with at least
 * half of the paragraphs of the page, counted in letters.
 *
 * @param {ParentNode & Node} page
 * @returns {ParentNode & Node}
 */
function mainContent(page) {
  const all = paragraphsIn(page);
  const holdsMost = (/** @type {Element} */ element) => paragraphsIn(element) * 2 >= all;
  const articles = [...page.querySelectorAll("article")].filter(
    (article) => !article.parentElement?.closest("article"),
  );
  const lengths = articles.map(({ textContent }) => textContent.length);
  const longest = Math.max(0, ...lengths);
  const article = articles[lengths.indexOf(longest)];
  if (article && longest * 2 > lengths.reduce((sum, length) => sum + length) && holdsMost(article))
    return article;
  const main = page.querySelector("main, [role=main]");
  return main && holdsMost(main) ? main : page;
}

/** The length of the paragraphs in a part of a page, in UTF-16 code units. @param {ParentNode} part */
function paragraphsIn(part) {
  let length = 0;
  for (const { textContent } of part.querySelectorAll("p")) length += textContent.length;
  return length;
}
