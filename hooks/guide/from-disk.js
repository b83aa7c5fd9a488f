// Stands in the zip where the site has the script that saves it: on a disk everything is there already. But no server
// turns a folder into its page. The links of the pages name `index.html` themselves; those that scripts make do not.
(() => {
  const complete = ({ target }) => {
    const link = target.closest("a[href]");
    if (link && link.pathname.endsWith("/")) link.pathname += "index.html";
  };
  addEventListener("click", complete, true);
  addEventListener("auxclick", complete, true);
})();
