// The search panel: loaded with its engine and the index of the language when someone reaches for the search.
(() => {
  "use strict";
  const panel = document.querySelector("[data-search]");
  const find = (selector) => panel.querySelector(selector);
  const input = find("input");
  const start = find("[data-search-fallback]");
  const MOST = 8;
  const MOST_NEARBY = 5;
  const CLOSE = 0.3; // of the best result: what is further off is not shown
  const SOME = 0.1; // of the query must be found in a result,
  const ENOUGH = 0.5; // and so much for it to stand alone: else the way to first aid stays below
  const QUIET = 400; // milliseconds without a key before the count is announced

  const index = globalThis.guideSearchIndex;
  const engine = globalThis.guideSearchEngine(index);
  // The index lies at the root of the language. From `file://` a folder does not open: its page does.
  const home = new URL(".", new URL(panel.dataset.index, location.href));
  const address = (page, anchor) => {
    const file = location.protocol === "file:" ? "index.html" : "";
    return new URL(page + file + (anchor && `#${anchor}`), home).href;
  };

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }
  function item(inner) {
    const made = document.createElement("li");
    made.append(inner);
    return made;
  }

  const state = element("p", "", { class: "g-search__state", role: "status", "data-search-state": "" });
  const results = element("ul", "", { class: "g-results", id: "search-results", "data-search-results": "" });
  const nearby = element("div", "", { "data-search-nearby": "" });
  const suggestions = element("ul", "", { class: "g-nearby" });
  nearby.append(element("p", index.says.nearby), suggestions);
  input.setAttribute("aria-controls", results.id);
  start.before(state, results, nearby);
  start.prepend(...index.start.map(([page, title, lead]) => {
    const link = element("a", "", { href: address(page, "") });
    link.append(element("strong", title), " ", element("small", lead));
    return item(link);
  }));

  function row({ page, part, sentence, isWarning }) {
    const link = element("a", "", { href: address(page.link, part.anchor) });
    if (isWarning) link.className = "is-warning";
    link.append(element("strong", part.anchor ? `${page.title}: ${part.heading}` : page.title));
    if (part.minutes) link.append(" ", element("bdi", part.minutes));
    link.append(" ", element("small", sentence));
    return item(link);
  }

  function suggestion(words) {
    const button = element("button", words, { type: "button" });
    button.addEventListener("click", () => { input.value = words; input.focus(); search(); });
    return item(button);
  }

  let announced = 0;
  function announce(words) {
    clearTimeout(announced);
    announced = setTimeout(() => { state.textContent = words; }, QUIET);
  }

  function search() {
    const query = input.value.trim();
    const found = engine.find(query);
    const hits = found.filter(({ score, covered }) => covered >= SOME && score >= CLOSE * found[0].score).slice(0, MOST);
    results.replaceChildren(...hits.map(row));
    const near = query && !hits.length ? engine.nearby(query, MOST_NEARBY) : [];
    nearby.hidden = !near.length;
    suggestions.replaceChildren(...near.map(suggestion));
    start.hidden = hits.some(({ covered }) => covered >= ENOUGH);
    announce(!query ? "" : hits.length ? `${index.says.count}: ${hits.length}` : index.says.none);
  }

  input.addEventListener("input", search);
  panel.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return; // an input method's own key: Safari says so by its number
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const ways = [...panel.querySelectorAll("ul a, ul button")].filter((way) => !way.closest("[hidden]"));
    if (step && ways.length) {
      event.preventDefault();
      const next = ways.indexOf(document.activeElement) + step;
      (next < 0 ? input : ways[Math.min(next, ways.length - 1)]).focus();
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      if (results.firstElementChild) results.querySelector("a").click();
    }
  });
  search();
  panel.dataset.search = "ready";
})();
