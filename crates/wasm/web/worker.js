// Keeps the program and the pages for reading without a network. No record ever passes here: records are never sent.
const CACHE = "her2-{{version}}";
const FILES = ["assets/page.css", "assets/page.js", "assets/device.js", "assets/her2.js", "assets/her2_bg.wasm"];
const PAGES = ["{{pages}}"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...FILES, ...PAGES])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => Promise.all(names.filter((name) => name.startsWith("her2-") && name !== CACHE).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(old).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    caches.open(CACHE).then(async (cache) => {
      // A host answers `learn/her2` by `learn/her2/`.
      const at = request.url.split(/[?#]/)[0];
      const kept = (await cache.match(at)) ?? (request.mode === "navigate" ? await cache.match(`${at}/`) : undefined);
      const fresh = fetch(request).then((response) => {
        if (response.ok) cache.put(request, response.clone());
        return response;
      });
      if (kept) {
        fresh.catch(() => {});
        return kept;
      }
      return fresh;
    }),
  );
});
