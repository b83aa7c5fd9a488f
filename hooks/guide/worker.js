// Saves one language of the guide on the device, and answers from what was saved.
//
// The build writes VERSION, FILES and LATER above this text: a digest of everything, and for each file its
// SHA-256. A version is saved whole or not at all, in a cache of its own. A page is answered from one version for
// as long as it is open, whatever is published meanwhile; the next page comes from the newest that was saved.
const SCOPE = registration.scope;
const NAME = `guide ${SCOPE} ${VERSION}`;
const OPEN_PAGES = `guide-pages ${SCOPE}`; // which version each open page is of
const absolute = (files) => new Map(Object.entries(files).map(([path, digest]) => [new URL(path, SCOPE).href, digest]));
const files = absolute(FILES);
const later = absolute(LATER);

const isOurs = (name) => name.startsWith(`guide ${SCOPE} `);
const addressOf = (address) => {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
};

/* Saving ------------------------------------------------------------------------------------------------ */

// The browser refuses bytes that do not match the digest: a site that changes meanwhile cannot be mixed.
async function save(cache, address, digest) {
  const response = await fetch(address, { integrity: `sha256-${digest}`, cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const headers = new Headers(response.headers);
  for (const name of ["Vary", "Content-Encoding", "Content-Length"]) headers.delete(name);
  const body = await response.blob();
  const plain = new Response(body, { headers }); // no page may be answered with one that was redirected
  await cache.put(address, plain.clone());
  return plain;
}

async function install() {
  const older = (await caches.keys()).filter((name) => isOurs(name) && name !== NAME);
  const cache = await caches.open(NAME);
  try {
    await Promise.all([...files].map(([address, digest]) => save(cache, address, digest)));
    for (const [address, digest] of later) {
      const known = await Promise.all(older.map((name) => saved(address, name)));
      if (known.some(Boolean)) await save(cache, address, digest).catch(() => {});
    }
  } catch (problem) {
    await caches.delete(NAME);
    throw problem;
  }
  // Without a way to tell the pages apart, the new version waits until all pages of the old one are closed.
  if ("resultingClientId" in FetchEvent.prototype) await skipWaiting();
}

async function activate() {
  await dropOldVersions();
  await clients.claim();
}

/* Open pages and their versions ------------------------------------------------------------------------- */

const pageKey = (id) => new URL(`?${id}`, SCOPE).href;

async function remember(id) {
  if (id) await (await caches.open(OPEN_PAGES)).put(pageKey(id), new Response(NAME));
}

async function versionOf(id) {
  const found = id && (await saved(pageKey(id), OPEN_PAGES));
  return found ? found.text() : null;
}

async function dropOldVersions() {
  const names = (await caches.keys()).filter((name) => isOurs(name) && name !== NAME);
  if (registration.installing || registration.waiting) return; // one of them may be the next version
  const pages = await caches.open(OPEN_PAGES);
  const used = new Set();
  for (const { url } of await pages.keys()) {
    const id = new URL(url).search.slice(1);
    if (await clients.get(id)) used.add(await versionOf(id));
    else await pages.delete(url);
  }
  await Promise.all(names.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
}

/* Answering --------------------------------------------------------------------------------------------- */

const saved = (address, name) =>
  caches.match(address, { cacheName: name, ignoreVary: true }).catch(() => undefined);

async function answerPage({ request, resultingClientId }) {
  const address = addressOf(request.url);
  const known = await saved(address, NAME);
  if (known) {
    await remember(resultingClientId).catch(() => {}); // no space is left: the page opens all the same
    return known;
  }
  if (files.has(`${address}/`)) return Response.redirect(`${address}/${new URL(request.url).search}`);
  try {
    return await fetchAndKeep(request, address);
  } catch (problem) {
    const notFound = await saved(new URL("404.html", SCOPE).href, NAME);
    if (notFound) return new Response(notFound.body, { status: 404, headers: notFound.headers });
    const other = await inSavedLanguage(address);
    if (!other) throw problem;
    return Response.redirect(other);
  }
}

// For the worker of all languages: the same page in one that is saved is better than none.
async function inSavedLanguage(address) {
  const ours = (await caches.keys()).filter((name) => name.startsWith("guide ")); // the origin may have others
  const scopes = ours.map((name) => name.split(" ")[1]);
  const scope = scopes.find((one) => one.startsWith(SCOPE) && one !== SCOPE);
  const page = address.slice(SCOPE.length).replace(/^[^/]*\/?/, "");
  return scope && !address.startsWith(scope) ? scope + page : null;
}

// What a reader asked for once is kept, if it is of this version.
async function fetchAndKeep(request, address) {
  if (!later.has(address)) return fetch(request);
  try {
    return await save(await caches.open(NAME), address, later.get(address));
  } catch {
    return fetch(request);
  }
}

async function answerPart({ request, clientId }) {
  const address = addressOf(request.url);
  const version = await versionOf(clientId);
  const known = await saved(address, version || NAME);
  if (version && known) return known;
  try {
    return await fetchAndKeep(request, address); // a page that came from the network stays with it
  } catch (problem) {
    if (known) return known;
    throw problem;
  }
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.mode !== "navigate") return event.respondWith(answerPart(event));
  event.respondWith(answerPage(event));
  if (self.serviceWorker?.state === "activated") {
    // Once the new page is there, the one before it has gone.
    event.waitUntil(clients.get(event.resultingClientId).then(dropOldVersions));
  }
});
