// Stands in the live preview where a published site has its worker: a browser that saved the guide from this
// address once forgets it, and shows what is there now. A site that no longer wants a worker can publish it too.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  const names = (await caches.keys()).filter((name) => name.split(" ")[1] === registration.scope);
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const page of await clients.matchAll({ type: "window" })) page.navigate(page.url);
})()));
