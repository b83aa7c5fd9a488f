// On the page of languages: leads to the reader's own. A choice made before comes first, then the
// languages of the browser. Without JavaScript, or without a match, the list stays.
(() => {
  const links = [...document.querySelectorAll("[data-languages] a")];
  const tags = new Map(links.map((link) => [link.hreflang.toLowerCase(), link]));
  let chosen = null;
  try { chosen = localStorage.getItem("guide.language"); } catch { /* storage is refused: go on without */ }
  for (const wanted of [chosen, ...navigator.languages]) {
    for (let tag = (wanted || "").toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
      if (tags.has(tag)) return location.replace(tags.get(tag).getAttribute("href"));
    }
  }
  if (links.length === 1) location.replace(links[0].getAttribute("href"));
})();
