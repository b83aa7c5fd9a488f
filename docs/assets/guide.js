// Everything that the pages do beyond being read: light and dark, the country, the search.
// Each part works alone, and the page is whole without any of them.
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector, from = document) => from.querySelector(selector);
  root.classList.replace("no-js", "js");

  // What the reader chose, on this device only. Storage can be refused: then a choice lasts for the page.
  const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* refused */ } };

  const scheme = find("[data-scheme-toggle]");
  scheme.hidden = false;
  scheme.addEventListener("click", () => {
    const dark = root.dataset.scheme
      ? root.dataset.scheme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.scheme = dark ? "light" : "dark";
    store("guide.scheme", root.dataset.scheme);
  });

  const choice = find("[data-country-choice]");
  if (choice) {
    const select = find("select", choice);
    const show = () => {
      for (const row of document.querySelectorAll("[data-countries]")) {
        const here = !select.value || row.dataset.countries.split(" ").includes(select.value);
        row.hidden = !here;
        for (const name of row.querySelectorAll("[data-country]")) {
          name.hidden = Boolean(select.value) && name.dataset.country !== select.value;
        }
      }
    };
    select.value = stored("guide.country") || "";
    if (select.selectedIndex < 0) select.value = "";
    select.addEventListener("change", () => { store("guide.country", select.value); show(); });
    choice.hidden = false;
    show();
  }

  const dialog = find("[data-search]");
  const input = find("input", dialog);
  const results = find("[data-search-results]", dialog);
  const fallback = find("[data-search-fallback]", dialog);
  const state = find("[data-search-state]", dialog);
  let engine = null;

  // Scripts, and not fetched data: they also load from `file://`.
  const load = (source) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  const fold = (term) => term.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  async function prepare() {
    await Promise.all([load(dialog.dataset.engine), load(dialog.dataset.index)]);
    const index = new MiniSearch({
      fields: ["title", "page", "text"],
      storeFields: ["link", "title", "page", "lines"],
      processTerm: fold,
      searchOptions: {
        boost: { title: 4, page: 2 },
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (/^\d+$/.test(term) || term.length < 4 ? false : 0.2),
        processTerm: fold,
      },
    });
    index.addAll(guideSearchIndex.rows.map(([link, page, title, lines], id) =>
      ({ id, link, page, title, lines, text: lines.join(" ") })));
    return index;
  }

  // The line of a result that holds most of the words that were found.
  const bestLine = (hit) => {
    const score = (line) => hit.terms.filter((term) => fold(line).includes(term)).length;
    return hit.lines.reduce((best, line) => (score(line) > score(best) ? line : best), hit.lines[0] || "");
  };

  function row(hit) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const title = document.createElement("strong");
    title.textContent = hit.title === hit.page ? hit.page : `${hit.page}: ${hit.title}`;
    const line = document.createElement("small");
    line.textContent = bestLine(hit);
    link.href = dialog.dataset.root + hit.link;
    link.append(title, line);
    item.append(link);
    return item;
  }

  async function search() {
    engine = engine || prepare();
    const index = await engine;
    const query = input.value.trim();
    let hits = query ? index.search(query, { combineWith: "AND" }) : [];
    if (query && !hits.length) hits = index.search(query);
    results.replaceChildren(...hits.slice(0, 8).map(row));
    fallback.hidden = !query || hits.length > 0;
    state.textContent = !query ? "" : hits.length ? `${state.dataset.count}: ${Math.min(8, hits.length)}` : state.dataset.none;
  }

  function open(event) {
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
    input.focus();
    search();
  }

  find("[data-search-open]").addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) open(event);
  });
  input.addEventListener("input", search);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...dialog.querySelectorAll("ul:not([hidden]) a")];
    if (step && links.length) {
      event.preventDefault();
      const next = links.indexOf(document.activeElement) + step;
      (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      if (links.length) links[0].click();
    }
  });
})();
