// On the page for dead links: leaves only the language that the address begins with.
(() => {
  const root = document.body.dataset.root;
  const tag = location.pathname.startsWith(root) ? location.pathname.slice(root.length).split("/")[0] : "";
  const own = document.querySelector(`[data-language="${CSS.escape(tag)}"]`);
  if (!own) return;
  for (const section of document.querySelectorAll("[data-language]")) section.hidden = section !== own;
  document.documentElement.lang = own.lang;
  document.documentElement.dir = own.dir;
  document.title = own.dataset.title;
})();
