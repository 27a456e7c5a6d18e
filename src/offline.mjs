// Keeps the site for when there is no network (a service worker). `cargo xtask dist` fills in the build and its files:
// the cache is named after the build, so a page and its programs are always of one build.

const BUILD = "";
const FILES = [];

/** Corpora that a site or a link brings: newer than the build or older, the app says if it cannot read one. */
const BROUGHT = "soi-brought";

const SCOPE = registration.scope;
const own = `soi ${SCOPE} ${BUILD}`;

addEventListener("install", (event) => {
  // The names of the programs change with what is in them; those of the rest do not, so no cache on the way may answer.
  const hashed = /-[0-9a-f]{12,}[._]/;
  event.waitUntil(caches.open(own).then((kept) => kept.addAll(FILES.map((file) => {
    return new Request(new URL(file, SCOPE), { cache: hashed.test(file) ? "default" : "no-cache" });
  }))));
});

addEventListener("activate", (event) => {
  // Another site of the same host has its own.
  event.waitUntil(caches.keys().then((names) => Promise.all(names
    .filter((name) => name.startsWith(`soi ${SCOPE} `) && name !== own)
    .map((name) => caches.delete(name)))).then(() => clients.claim()));
});

// A new build waits until the reader says so: two builds in one page would not fit.
addEventListener("message", ({ data }) => { if (data === "now") skipWaiting(); });

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(SCOPE)) return;
  // An address is a query string on the one page.
  url.search = "";
  url.hash = "";
  const inside = url.href.slice(SCOPE.length);
  const file = inside === "index.html" ? "./" : "./" + inside;
  if (FILES.includes(file)) {
    event.respondWith(caches.open(own).then((kept) => kept.match(new URL(file, SCOPE))).then((there) => there ?? fetch(request)));
  } else if (inside.endsWith(".soi")) {
    event.respondWith(brought(request));
  }
});

/** From the network while there is one. */
async function brought(request) {
  const kept = await caches.open(BROUGHT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(request, answer.clone());
    return answer;
  } catch (error) {
    const there = await kept.match(request);
    if (there) return there;
    throw error;
  }
}
