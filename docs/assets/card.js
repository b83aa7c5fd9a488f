// The page of the card: is a printed copy current, which cards to print, and how large their words can be.
// Nothing is stored or sent. Without this script the page is the whole card, ready to print.
(() => {
  "use strict";
  const { offline } = document.currentScript.dataset;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const find = (selector, from = document) => from.querySelector(selector);
  const body = document.body;
  const form = find("[data-choices]");
  const sheets = all("[data-sheet]");

  // The address on paper carries its version. Nothing of it is ever written into the page.
  const asked = new URLSearchParams(location.search).get("v");
  if (asked !== null) {
    const rows = all(".versions [data-version]");
    const index = rows.findIndex((row) => row.dataset.version === asked);
    const answer = find(`[data-answer="${["unknown", "current"][index + 1] || "changed"}"]`);
    if (index > 0) find("ul", answer).append(...rows.slice(0, index).map((row) => row.cloneNode(true)));
    answer.hidden = false;
  }

  // The largest words with which a sheet fits its page. Two languages may take two pages; whatever does not
  // fit in the smallest words takes another page. Large print is as large as it is. On paper a line may break
  // elsewhere than on screen, so a few millimetres stay free.
  const PAGE = 256 * 96 / 25.4;
  const STEP = 0.1;
  const POINTS = { one: [7.5, 14, PAGE], second: [9.5, 12, 1.85 * PAGE] };
  function fit(sheet) {
    if (body.classList.contains("is-large")) return sheet.style.removeProperty("--body");
    let [low, high, most] = POINTS[body.classList.contains("has-second") ? "second" : "one"];
    const fits = (size) => {
      sheet.style.setProperty("--body", `${size.toFixed(2)}pt`);
      return sheet.offsetHeight <= most && sheet.scrollWidth <= sheet.clientWidth;
    };
    sheet.classList.add("is-measured");
    while (high - low > STEP) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle; else high = middle;
    }
    fits(low);
    sheet.classList.remove("is-measured");
  }
  const fitAll = () => sheets.filter((sheet) => !sheet.hidden).forEach(fit);

  // Words of another language come as a script, and not as fetched data: that also works from `file://`.
  const words = (tag) => new Promise((resolve, reject) => {
    const known = globalThis.guideCard?.[tag];
    if (known) return resolve(known);
    const script = document.createElement("script");
    script.src = `${body.dataset.root}${tag}/card/words.js`;
    script.onload = () => resolve(globalThis.guideCard[tag]);
    script.onerror = reject;
    document.head.append(script);
  });

  function removeSecond() {
    for (const second of all(".second")) second.remove();
    for (const first of all(".first")) first.replaceWith(...first.childNodes);
    body.classList.remove("has-second");
  }

  async function setSecond(tag) {
    const other = tag && await words(tag).catch(() => null); // offline, it cannot be had
    if (tag !== form.second.value) return; // another was chosen meanwhile
    removeSecond();
    if (!other) { form.second.value = ""; return; }
    for (const place of all("[data-say]")) {
      const [said, lang] = other.words[place.dataset.say] || [];
      if (!said) continue;
      const [first, second] = ["first", "second"].map((name) => {
        const part = document.createElement("span");
        part.className = name;
        return part;
      });
      first.append(...place.childNodes);
      second.textContent = said;
      second.lang = lang || tag;
      second.dir = lang ? "auto" : other.dir;
      place.append(first, second);
    }
    body.classList.add("has-second");
  }

  const numbers = find("[data-country-numbers]").content;
  function setCountry(id) {
    const chosen = all("[data-country]", numbers).find((one) => one.dataset.country === id);
    for (const place of all("[data-number]")) {
      place.replaceChildren(...(chosen ? [chosen.cloneNode(true)] : []));
    }
    for (const list of all("[data-numbers]")) list.hidden = Boolean(chosen);
  }

  async function show() {
    const chosen = all("[name=sheet]", form).filter((box) => box.checked).map((box) => box.value);
    for (const sheet of sheets) sheet.hidden = !chosen.includes(sheet.dataset.sheet);
    for (const blanks of all("[data-blanks]")) blanks.hidden = !form.blanks.checked;
    body.classList.toggle("is-large", form.large.checked);
    find("[data-print]").disabled = !chosen.length;
    setCountry(form.country.value);
    if (form.second) await setSecond(form.second.value);
    fitAll();
  }

  // Until something is chosen the page stands as it was built, and nothing on it moves.
  find("[data-open]").open = matchMedia("(min-width: 76rem)").matches;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", show);
  find("[data-print]").addEventListener("click", () => print());
  addEventListener("beforeprint", fitAll);

  // Saving for later waits until the page has been shown. It says so itself.
  addEventListener("load", () => {
    const script = document.createElement("script");
    script.src = offline;
    document.head.append(script);
  });
})();
