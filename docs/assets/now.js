// What /now/ does beyond being read: one step a screen, the country, the screen kept on, the time with ice on, reading
// aloud, and sending a step on. Each part works alone; what the device cannot do stays hidden; and without any of it
// the page is whole. Nothing times out, and nothing leaves the device.
(() => {
  "use strict";
  if (!("adoptedStyleSheets" in document)) return; // a browser too old for the rest: one long page

  const { offline } = document.currentScript.dataset;
  const root = document.documentElement;
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // On this device only. Storage can be refused: then a choice lasts for the page.
  const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* refused */ } };
  const forget = (key) => { try { localStorage.removeItem(key); } catch { /* refused */ } };

  const scheme = stored("guide.scheme");
  if (scheme) root.dataset.scheme = scheme;

  const said = find("[data-said]");
  const say = (words) => { said.textContent = words; };

  // The look of what is added here. --------------------------------------------------------------------------------

  const look = new CSSStyleSheet();
  look.replaceSync(`
    html { scroll-padding-block: .5rem 8rem; }
    body { display: flex; flex-direction: column; min-block-size: 100vh; min-block-size: 100dvh; }
    main, header, footer, .bar { inline-size: 100%; }
    h2:focus, h3:focus { outline: 0; }
    main > section + section { margin: 0; padding: 0; border: 0; }
    .ways [data-start] { display: none; }
    [data-call] span { display: flex; gap: .75rem; align-items: center; margin-block: .5rem; }
    [role=status] { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    button, .back, .alert, .on { display: flex; align-items: center; justify-content: center; min-height: 3.2rem; padding: .5rem 1rem; border: 2px solid var(--line); border-radius: .75rem; background: none; color: var(--way); font: inherit; font-weight: 700; line-height: 1.25; text-align: center; text-decoration: none; cursor: pointer; }
    button.go { background: var(--way); border-color: var(--way); color: var(--on); }
    .on { flex: 1 0 100%; flex-wrap: wrap; gap: 0 .4em; border-color: var(--way); }
    .timer button, .tools button { inline-size: 100%; }
    .tools { display: grid; gap: .75rem; margin-block-start: 2rem; }
    select { display: block; inline-size: 100%; min-block-size: 3.2rem; margin-block: .3rem; padding-inline: .75rem; border: 2px solid var(--line); border-radius: .5rem; background: var(--paper); color: inherit; font: inherit; }
    .timer { padding: 1rem; border: 2px solid var(--line); border-radius: .75rem; background: var(--soft); }
    .clock { font-size: 3rem; font-weight: 700; line-height: 1; font-variant-numeric: tabular-nums; text-align: center; }
    .timer strong { color: var(--warn); font-size: 1.3rem; }
    [role=switch] { justify-content: space-between; gap: 1rem; text-align: start; }
    [role=switch]::after { content: ""; flex: none; inline-size: 3.2rem; block-size: 1.8rem; border: 2px solid; border-radius: 1rem; background: radial-gradient(circle at .8rem, currentColor .55rem, #0000 .6rem); }
    [role=switch][aria-checked=true]::after { background: radial-gradient(circle at calc(100% - .8rem), var(--on) .55rem, var(--way) .6rem); }
    [dir=rtl] [role=switch]::after { scale: -1 1; }
    .bar { position: sticky; inset-block-end: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem; padding-block: .6rem max(.6rem, env(safe-area-inset-bottom)); border-block-start: 1px solid var(--line); background: var(--paper); box-shadow: 0 .2rem var(--paper); margin-block-start: auto; }
    .bar > * { min-width: 3.2rem; padding-inline: .75rem; }
    .bar .go { flex: 1; }
    .alert { color: var(--warn); }
    .bar svg { inline-size: 1.7rem; block-size: 1.7rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    .ice { flex: 1 0 100%; display: flex; gap: .75rem; align-items: center; min-height: 3.2rem; border-radius: .5rem; background: var(--soft); color: var(--ink); font-weight: 700; text-decoration: none; }
    .ice.now { background: var(--warn); color: var(--paper); }
    @media (max-height: 30em) and (min-width: 33em) and (orientation: landscape) {
      body { padding-inline-end: 10.5rem; }
      .bar { position: fixed; inset-block: 0; inset-inline-end: 0; flex-flow: column nowrap; justify-content: end; inline-size: 9.5rem; padding-inline: .6rem; border: 0; border-inline-start: 1px solid var(--line); overflow-y: auto; }
      .bar .go { order: 9; flex: 1; }
      .bar .ice { flex: none; }
    }
    @media print {
      [data-screen] { display: block !important; }
      .bar, .tools, .timer, .choose, summary { display: none !important; }
    }
  `);
  document.adoptedStyleSheets = [look];
  const icon = (element, path) => {
    element.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  };

  // One step a screen. Links alone lead from one to another, so that the browser's own Back works. -------------------

  const screens = all("[data-screen]");
  const bar = find("[data-bar]");
  const [back, next, alert] = ["back", "next", "alert"].map((name) => find(`[data-${name}]`, bar));
  const resume = find("[data-resume]");
  const title = document.title;
  const entered = []; // what each part does when a screen is entered, by its place
  let started = false;

  const nameOf = (id) => find(`[data-jump] a[href="#${id}"]`).textContent;
  const target = () => document.getElementById(location.hash.slice(1));
  const current = () => screens.find((screen) => !screen.hidden);

  function enter() {
    const to = target();
    const screen = to?.closest("[data-screen]") || screens[0];
    const index = screens.indexOf(screen);
    const { screen: id } = screen.dataset;
    for (const other of screens) other.hidden = other !== screen;
    back.hidden = alert.hidden = index === 0;
    next.hidden = index === screens.length - 1;
    if (index) back.hash = screens[index - 1].dataset.screen;
    if (!next.hidden) next.hash = screens[index + 1].dataset.screen;
    [...next.children].forEach((label, number) => { label.hidden = Boolean(number) !== Boolean(index); });
    if (next.hidden) forget("guide.now");
    else if (index) store("guide.now", id);
    document.title = index ? `${nameOf(id)} · ${title}` : title;
    for (const part of entered) part(index);
    const heading = to || document.getElementById(id);
    if (heading.id !== id) heading.scrollIntoView();
    else if (started) scrollTo(0, 0);
    if (started) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    started = true;
  }

  icon(alert, "M12 3.5 22 20.5H2zM12 10v5M12 17.8v.1");
  const left = stored("guide.now");
  if (left && screens.slice(1).some((screen) => screen.dataset.screen === left)) {
    resume.hash = left;
    find("strong", resume).textContent = nameOf(left);
    resume.hidden = false;
  }

  // The languages keep the step, and the choice. --------------------------------------------------------------------

  find(".g-languages")?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    link.hash = location.hash;
    store("guide.language", link.hreflang);
  });

  // The country: chosen by the reader, never guessed. ----------------------------------------------------------------

  const numbers = find("[data-numbers]");
  const choose = find("[data-choose]", numbers);
  const select = find("select", choose);
  const call = find("[data-call]");
  const local = find("[data-local]", numbers);
  // A row names its countries in the order of their codes, with a separator and a <wbr> between each two.
  const { separator } = numbers.dataset;
  const rows = all("[data-in]", numbers).map((row) => {
    const nodes = [...find("span", row).childNodes];
    const names = nodes.filter((node) => node.nodeType === Node.TEXT_NODE)
      .map(({ data }) => (data.endsWith(separator) ? data.slice(0, -separator.length) : data));
    return { row, nodes, places: new Map(row.dataset.in.split(" ").map((id, index) => [id, names[index]])) };
  });
  const bare = (name) => name.replace(/ \(.*\)$/, "");
  const countries = new Map(rows.flatMap(({ places }) => [...places].map(([id, name]) => [id, bare(name)])));
  const near = numbers.dataset.near.split(" ");
  const order = new Intl.Collator(root.lang).compare;
  const options = [...countries].sort(([a, first], [b, second]) =>
    near.includes(b) - near.includes(a) || order(first, second));
  select.append(...options.map(([id, name]) => new Option(name, id)));

  function showNumbers() {
    const id = select.value;
    call.replaceChildren();
    for (const { row, nodes, places } of rows) {
      const name = places.get(id);
      row.hidden = Boolean(id) && !name;
      find("span", row).replaceChildren(...(name ? [name] : nodes));
      if (!name) continue;
      const line = document.createElement("span");
      line.append(find("a", row).cloneNode(true), local.contains(row) ? `${name}: ${local.dataset.local}` : name);
      call.append(line);
    }
    call.hidden = !id;
    local.hidden = !rows.some(({ row }) => local.contains(row) && !row.hidden);
  }
  select.value = stored("guide.country") || "";
  if (select.selectedIndex < 0) select.value = "";
  select.addEventListener("change", () => { store("guide.country", select.value); showNumbers(); });
  choose.hidden = false;
  showNumbers();

  const tools = find("[data-tools]");
  tools.hidden = false;

  // The screen stays on: from the first step, unless the reader turns it off. It is asked for again whenever the page
  // comes back, as every browser lets go of it when the page is hidden. ---------------------------------------------

  let lock = null;
  const awake = find("[data-awake]", tools);
  const asleep = find("[data-asleep]", tools);
  if ("wakeLock" in navigator) {
    let wanted = false;
    let asking = false;
    const show = (refused) => {
      awake.setAttribute("aria-checked", String(wanted));
      asleep.hidden = !refused;
      if (refused) say(asleep.textContent);
      timing?.refresh();
    };
    const ask = async () => {
      if (!wanted || lock || asking || document.visibilityState !== "visible") return;
      asking = true;
      try {
        const given = await navigator.wakeLock.request("screen");
        given.addEventListener("release", () => { if (lock === given) { lock = null; timing?.refresh(); ask(); } });
        if (wanted) lock = given;
        else given.release();
        show(false);
      } catch {
        if (document.visibilityState === "visible") { wanted = false; show(true); }
      }
      asking = false;
    };
    awake.addEventListener("click", () => {
      wanted = !wanted;
      store("guide.awake", wanted ? "on" : "off");
      if (!wanted) { const held = lock; lock = null; held?.release(); }
      show(false);
      ask();
    });
    document.addEventListener("visibilitychange", ask);
    entered.push((index) => {
      if (!index || stored("guide.awake") === "off" || wanted) return;
      wanted = true;
      show(false);
      ask();
    });
    awake.hidden = false;
  }

  // The time with ice on. It is counted from when it began, so that it is right again after any sleep or reload. -------

  const timer = find("[data-timer]");
  const timing = timer && (() => {
    const MINUTE = 60000;
    const DAY = 24 * 60 * MINUTE;
    const AGAIN = 30000; // between alarms, until the ice is off
    const stages = ["during", "look", "enough", "off", "over"]
      .map((name) => [name, Number(timer.dataset[name] || 0) * MINUTE]);
    const URGENT = ["off", "over"];
    const clock = find("[data-clock]", timer);
    const alarm = find("[data-alarm]", timer);
    const [begin, end] = [find("[data-begin]", timer), find("[data-end]", timer)];
    const strip = find("[data-ice]", bar);
    strip.hash = timer.closest("[data-screen]").dataset.screen;
    const digits = (least) => new Intl.NumberFormat(`${root.lang}-u-nu-${timer.dataset.digits}`,
      { minimumIntegerDigits: least, useGrouping: false });
    const [minutes, seconds] = [digits(1), digits(2)];
    let began = Number(stored("guide.ice")) || 0;
    let shown = "";
    let signalled = 0; // by a clock that nobody can set back
    let waiting = 0;
    let audio = null;

    // A clock that was set back tells nothing: then the ice has been on too long.
    const elapsed = () => { const time = Date.now() - began; return time < 0 ? stages.at(-1)[1] : time; };
    const stageAt = (time) => stages.findLast(([, from]) => time >= from)[0];

    const unlock = () => {
      const Context = window.AudioContext;
      if (!audio && Context) { audio = new Context(); audio.onstatechange = refresh; }
      audio?.resume();
    };
    const signal = (times) => {
      navigator.vibrate?.(Array(times * 2 - 1).fill(300));
      if (audio?.state !== "running") return;
      for (let number = 0; number < times; number += 1) {
        const [tone, volume] = [audio.createOscillator(), audio.createGain()];
        const at = audio.currentTime + number * 0.6;
        tone.frequency.value = 880;
        volume.gain.setValueAtTime(0.001, at);
        volume.gain.exponentialRampToValueAtTime(0.6, at + 0.03);
        volume.gain.exponentialRampToValueAtTime(0.001, at + 0.45);
        tone.connect(volume).connect(audio.destination);
        tone.start(at);
        tone.stop(at + 0.5);
      }
    };

    function show(stage) {
      for (const words of all("[data-stage]", timer)) words.hidden = words.dataset.stage !== stage;
      begin.hidden = Boolean(began);
      end.hidden = clock.hidden = strip.hidden = !began;
      shown = stage;
    }

    function refresh() {
      alarm.hidden = began ? Boolean(lock && audio?.state === "running") : shown === "after";
      strip.hidden = !began || Boolean(current()?.contains(timer));
    }

    function tick() {
      clearTimeout(waiting);
      if (!began) return;
      const time = elapsed();
      const second = Math.floor(time / 1000);
      const stage = stageAt(time);
      const urgent = URGENT.includes(stage);
      const words = find(`[data-stage="${stage}"]`, timer);
      clock.textContent = `${minutes.format(Math.floor(second / 60))}:${seconds.format(second % 60)}`;
      if (stage !== shown) {
        show(stage);
        say(words.textContent);
        if (stage !== "during") { signal(urgent ? 3 : 1); signalled = performance.now(); }
      } else if (urgent && performance.now() - signalled >= AGAIN) {
        signal(3);
        signalled = performance.now();
      }
      strip.classList.toggle("now", urgent);
      strip.textContent = urgent ? words.textContent : `${clock.textContent} · ${timer.dataset.name}`;
      refresh();
      waiting = setTimeout(tick, 1000 - (time % 1000));
    }

    function over() {
      began = 0;
      clearTimeout(waiting);
      navigator.vibrate?.(0);
      show("after");
      refresh();
    }

    // What was said on another copy of the page counts here too. Its storage can be refused: then it is not known.
    function follow() {
      const known = stored("guide.ice");
      if (known !== null) {
        if (began && !Number(known)) over();
        began = Number(known);
      }
      tick();
    }

    begin.addEventListener("click", () => {
      unlock();
      began = Date.now();
      store("guide.ice", String(began));
      shown = "";
      tick();
      end.focus();
    });
    end.addEventListener("click", () => {
      store("guide.ice", "0");
      over();
      say(find('[data-stage="after"]', timer).textContent);
      begin.focus();
    });
    // After a reload, sound needs a touch again.
    addEventListener("pointerdown", () => { if (began) unlock(); });
    addEventListener("pageshow", follow);
    addEventListener("storage", follow);
    document.addEventListener("visibilitychange", tick);
    entered.push(refresh);
    timer.hidden = false;
    // Someone may have slept with the ice on: it is told to come off for a day, unless it was said to be off.
    if (began && elapsed() >= DAY) { began = 0; store("guide.ice", "0"); }
    tick();
    return { refresh };
  })();

  // Reading a step aloud, where the device has a voice for its language. ---------------------------------------------

  const aloud = find("[data-aloud]", bar);
  if ("speechSynthesis" in window) {
    const SPEAKER = "M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11";
    const STOP = "M7 7h10v10H7z";
    const full = (tag) => { try { return new Intl.Locale(tag.replace("_", "-")).maximize(); } catch { return null; } };
    const voiceFor = (tag) => {
      const own = full(tag);
      const fits = speechSynthesis.getVoices().filter((voice) => {
        const other = full(voice.lang);
        return other && other.language === own.language && other.script === own.script;
      });
      return fits.find((voice) => full(voice.lang).region === own.region) || fits[0];
    };
    const read = aloud.getAttribute("aria-label");
    let reading = [];
    const show = () => {
      aloud.setAttribute("aria-label", reading.length ? aloud.dataset.quiet : read);
      icon(aloud, reading.length ? STOP : SPEAKER);
    };
    const stop = () => { reading = []; speechSynthesis.cancel(); show(); };
    const pieces = () => all("h2, h3, p, li", current()).filter((element) =>
      !element.closest("[hidden], [data-numbers], .timer, .ways, .numbers, .g-notice"));
    const start = () => {
      speechSynthesis.cancel();
      reading = pieces().map((element) => {
        const utterance = new SpeechSynthesisUtterance(element.textContent.trim());
        utterance.lang = root.lang;
        utterance.voice = voiceFor(root.lang);
        return utterance;
      });
      reading.at(-1).onend = stop;
      reading.forEach((utterance) => speechSynthesis.speak(utterance));
      show();
    };
    aloud.addEventListener("click", () => (reading.length ? stop() : start()));
    entered.push(() => { if (reading.length) stop(); });
    addEventListener("pagehide", stop);
    const offer = () => { aloud.hidden = !voiceFor(root.lang); };
    speechSynthesis.addEventListener?.("voiceschanged", offer);
    offer();
    show();
  }

  // The step, handed to somebody else. -------------------------------------------------------------------------------

  const send = find("[data-send]", tools);
  const sent = find("[data-sent]", tools);
  if (navigator.share || navigator.clipboard) {
    send.hidden = false;
    send.addEventListener("click", async () => {
      try {
        if (navigator.share) await navigator.share({ title: document.title, url: location.href });
        else {
          await navigator.clipboard.writeText(location.href);
          sent.hidden = false;
          say(sent.textContent);
        }
      } catch { /* the reader thought better of it */ }
    });
    entered.push(() => { sent.hidden = true; });
  }

  // Saving for later waits until the page has been shown. It says so itself.
  addEventListener("load", () => {
    const script = document.createElement("script");
    script.src = offline;
    document.head.append(script);
  });

  addEventListener("hashchange", enter);
  bar.hidden = false;
  enter();
})();
