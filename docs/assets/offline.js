// Saves this language of the guide on the device, once the page has been shown, and says so.
// Where a browser refuses, the page stays as it is.
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  if (!("serviceWorker" in navigator)) return;

  const scope = new URL(`${location.href.slice(root.href.length).split("/")[0]}/`, root).href;
  const find = (selector) => document.querySelector(selector);
  const line = find("[data-saved]");
  const button = find("[data-save]");

  const isSaved = async () => {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    const isActive = registration?.scope === scope && registration.active;
    return isActive && (await caches.keys()).some((name) => name.startsWith(`guide ${scope} `));
  };
  const say = () => {
    if (line) line.hidden = false;
    if (button) button.hidden = true;
  };

  // Settles once the worker has saved everything, or has given up.
  const finished = (registration) => new Promise((resolve) => {
    const worker = registration.installing || registration.waiting;
    if (!worker) return resolve();
    worker.addEventListener("statechange", () => {
      if (["activated", "redundant"].includes(worker.state)) resolve();
    });
  });
  const register = (address) =>
    navigator.serviceWorker.register(new URL("sw.js", address).href, { scope: address, updateViaCache: "none" });

  async function save() {
    await finished(await register(scope));
    if (!(await isSaved())) return;
    say();
    await register(root.href); // the page of languages
  }
  const quietly = (action) => action().catch(() => { /* refused: the page works without */ });

  // A reader who asks for little data is asked first.
  async function begin() {
    const known = await isSaved();
    if (known) say();
    if (known || !navigator.connection?.saveData) return save();
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => {
        line.setAttribute("role", "status"); // said aloud, for the line takes the place of the button
        quietly(save);
      });
    }
    return undefined;
  }
  if (document.readyState === "complete") quietly(begin);
  else addEventListener("load", () => quietly(begin));
})();
