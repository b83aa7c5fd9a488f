// On the page of languages: leads to the reader's own. A choice made before comes first, then the
// languages of the browser. Without JavaScript, or without a match, the list stays.
(() => {
  const links = [...document.querySelectorAll("[data-languages] a[data-forward]")];
  const tags = new Map(links.map((link) => [link.hreflang.toLowerCase(), link]));
  // Names that browsers use for a language that is registered under another.
  const others = {
    "zh-cn": "zh-hans", "zh-sg": "zh-hans", zh: "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant",
    "zh-mo": "zh-hant", no: "nb", iw: "he", in: "id",
  };
  const match = (wanted) => {
    for (let tag = wanted.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
      if (tags.has(tag)) return tags.get(tag);
      if (tags.has(others[tag])) return tags.get(others[tag]);
    }
    const language = wanted.toLowerCase().split("-")[0];
    return links.find((link) => link.hreflang.toLowerCase().split("-")[0] === language && language !== "zh");
  };
  let chosen = null;
  try { chosen = localStorage.getItem("guide.language"); } catch { /* storage is refused: go on without */ }
  for (const wanted of [chosen, ...navigator.languages]) {
    const found = wanted && match(wanted);
    if (found) return location.replace(found.getAttribute("href"));
  }
})();
