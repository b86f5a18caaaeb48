/* Without network these pages show the form that stays on the phone. Everything else is left alone. */
"use strict";

const BASE = self.location.pathname.replace(/mine\/noticed\/worker\.js$/, "");
const POCKET = BASE + "mine/noticed/pocket/";
const PAGES = ["volunteer/", "participant/", "professional/"].map((page) => BASE + page);
const FORM = BASE + "mine/noticed/";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  const isPage = request.mode === "navigate" && (PAGES.includes(path) || path.startsWith(FORM));
  const isAsset = ["style", "script", "image"].includes(request.destination);
  if (request.method !== "GET" || !(isPage || isAsset)) return;
  event.respondWith(
    fetch(request).catch(async () => {
      const cache = await caches.open("naast-noticed");
      return (await cache.match(isPage ? POCKET : request)) || Response.error();
    }),
  );
});
