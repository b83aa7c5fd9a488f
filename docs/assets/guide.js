// Everything that the pages do beyond being read: light and dark, the country, the search.
// Each part works alone, and the page is whole without any of them.
(() => {
  "use strict";
  const root = document.documentElement;
  const { offline } = document.currentScript.dataset;
  const find = (selector, from = document) => from.querySelector(selector);

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

  const languages = find(".g-languages");
  if (languages) {
    languages.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link) store("guide.language", link.hreflang);
    });
    const close = (event) => {
      const away = event.type === "keydown" ? event.key === "Escape" : !languages.contains(event.target);
      if (away && languages.open) languages.open = false;
    };
    addEventListener("click", close);
    addEventListener("keydown", close);
  }

  // A panel over the page. Escape closes it, and the focus goes back to where it was: the browser sees to both.
  const open = (dialog) => { if (!dialog.open) dialog.showModal(); };
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
  }
  // What leads elsewhere without JavaScript opens a panel with it.
  const opens = (selector, action) => {
    const link = find(selector);
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => { event.preventDefault(); action(); });
  };

  const menu = find("[data-menu]");
  opens("[data-menu-open]", () => {
    if (!find("ul", menu)) menu.firstElementChild.append(find("[data-menu-list] > ul").cloneNode(true));
    open(menu);
  });

  const panel = find("[data-search]");
  const input = find("input", panel);
  const results = find("[data-search-results]", panel);
  const fallback = find("[data-search-fallback]", panel);
  const state = find("[data-search-state]", panel);
  const MOST = 8;
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

  // First aid comes before its reasons, and both before the claims and works that they rest on.
  const WORTH = [[/^(steps|positions|help)\//, 2], [/^(evidence|about|topics)\//, 0.3]];
  const worth = (link) => (WORTH.find(([kind]) => kind.test(link)) || [null, 1])[1];

  async function prepare() {
    await Promise.all([load(panel.dataset.engine), load(panel.dataset.index)]);
    const index = new MiniSearch({
      fields: ["title", "page", "text"],
      storeFields: ["link", "title", "page", "lines"],
      processTerm: fold,
      searchOptions: {
        boost: { title: 4, page: 2 },
        boostDocument: (id, term, { link }) => worth(link),
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (/^\d+$/.test(term) || term.length < 4 ? false : 0.2),
        processTerm: fold,
      },
    });
    index.addAll(guideSearchIndex.rows.map(([link, page, title, lines], id) =>
      ({ id, link, page, title, lines, text: lines.join(" ") })));
    return index;
  }

  // The line of a result that holds most of the words that were found; without any, its longest.
  const bestLine = (hit) => {
    const score = (line) => hit.terms.filter((term) => fold(line).includes(term)).length;
    const longest = hit.lines.reduce((best, line) => (line.length > best.length ? line : best), "");
    return hit.lines.reduce((best, line) => (score(line) > score(best) ? line : best), longest);
  };

  function row(hit) {
    const [item, link, title, line] = ["li", "a", "strong", "small"].map((name) => document.createElement(name));
    title.textContent = hit.title === hit.page ? hit.page : `${hit.page}: ${hit.title}`;
    line.textContent = bestLine(hit);
    link.href = panel.dataset.root + hit.link;
    link.append(title, line);
    item.append(link);
    return item;
  }

  // What holds all the words, if first aid is among it; else what holds any, and below it where most people start.
  async function search() {
    engine = engine || prepare();
    const index = await engine;
    const query = input.value.trim();
    const all = index.search(query, { combineWith: "AND" });
    const good = all.some((hit) => worth(hit.link) >= 1);
    const hits = (good ? all : index.search(query)).slice(0, MOST);
    results.replaceChildren(...hits.map(row));
    fallback.hidden = good;
    state.textContent = !query ? "" : hits.length ? `${state.dataset.count}: ${hits.length}` : state.dataset.none;
  }

  function openSearch() {
    open(panel);
    input.focus();
    search();
  }
  opens("[data-search-open]", openSearch);
  addEventListener("keydown", (event) => {
    const busy = event.target.closest("input, textarea, select, dialog");
    if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
  input.addEventListener("input", search);
  panel.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...panel.querySelectorAll("ul:not([hidden]) a")];
    if (step && links.length) {
      event.preventDefault();
      const next = links.indexOf(document.activeElement) + step;
      (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
    } else if (event.key === "Escape") {
      event.preventDefault(); // else the first Escape only empties the field
      panel.close();
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      if (results.firstElementChild) find("a", results).click();
    }
  });

  // Saving for later waits until the page has been shown.
  addEventListener("load", () => load(offline).catch(() => { /* the page works without */ }));
})();
