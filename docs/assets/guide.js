// Everything that the pages do beyond being read: light and dark, the country, the way to the search.
// Each part works alone, and the page is whole without any of them.
(() => {
  "use strict";
  const root = document.documentElement;
  const { offline } = document.currentScript.dataset;
  const find = (selector, from = document) => from.querySelector(selector);

  // What the reader chose, on this device only. Storage can be refused: then a choice lasts for the page.
  const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* refused */ } };

  // As a script, since from `file://` nothing can be fetched. What is loaded together runs in order.
  const load = (source, failed = null) => {
    const script = document.createElement("script");
    script.src = source;
    script.async = false;
    script.onerror = failed;
    document.head.append(script);
  };

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

  // The search is loaded when someone reaches for it or types; again, when a part of it did not come.
  const panel = find("[data-search]");
  function loadSearch() {
    if (panel.dataset.search) return;
    panel.dataset.search = "loading";
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = panel.dataset.style;
    document.head.append(style);
    for (const part of ["words", "engine", "index", "panel"]) {
      load(panel.dataset[part], () => { delete panel.dataset.search; });
    }
  }
  function openSearch() {
    open(panel);
    find("input", panel).focus();
    loadSearch();
  }
  panel.addEventListener("input", loadSearch);
  opens("[data-search-open]", openSearch);
  addEventListener("keydown", (event) => {
    const field = event.target.closest("input, textarea, select, dialog");
    const busy = field && !field.closest("dialog:not([open])"); // one just closed can still have the focus
    if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || event.keyCode === 229) return; // an input method's own key
    event.preventDefault(); // else the first Escape only empties the field
    panel.close();
  });

  // Saving for later waits until the page has been shown.
  addEventListener("load", () => load(offline));
})();
