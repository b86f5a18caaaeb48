/* «I noticed something» without network: kept on this phone, sent once, wiped when asked. */
"use strict";

(() => {
  const here = document.currentScript.dataset;
  const who = document.body.dataset.who || "";
  const PREFIX = "naast-noticed:";
  const STAMP = "naast-noticed-page";
  const CACHE = "naast-noticed";
  const DAY = 86400000;
  const form = document.querySelector("form[data-noticed]");
  const box = document.querySelector("[data-noticed-box]");

  try {
    localStorage.getItem(STAMP);
  } catch {
    return; /* nothing can be kept on this device: the form is sent as any other */
  }

  const names = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  const waiting = () => names()
    .map((name) => ({ name, ...JSON.parse(localStorage.getItem(name)) }))
    .filter((one) => one.who === who && one.send === here.send);

  /* What the page says: one of the sentences in the box, and the two buttons while something waits. */
  function show(state) {
    if (!box) return;
    const count = waiting().length;
    box.hidden = !state && !count;
    box.querySelectorAll("[data-state]").forEach((words) => {
      words.hidden = words.dataset.state !== (state || "waiting");
    });
    box.querySelectorAll("button").forEach((button) => { button.hidden = !count; });
  }

  function post(fields, token, kept) {
    const body = new FormData();
    Object.entries({ ...fields, who, ...(kept ? { kept: 1 } : {}) })
      .forEach(([name, value]) => body.append(name, value));
    return fetch(here.send, {
      method: "POST", body, credentials: "same-origin", redirect: "error",
      headers: { "X-CSRFToken": token, "X-Naast-Phone": "1" },
    });
  }

  /* The page is fetched anew: its token is fresh, and the copy on this phone as well. */
  async function refresh() {
    const answer = await fetch(here.pocket, { credentials: "same-origin", redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    const copy = answer.clone();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.body.dataset.who !== who) throw new Error("somebody else");
    if (window.caches) {
      const cache = await caches.open(CACHE);
      await cache.put(here.pocket, copy);
      await cache.addAll([...page.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")]
        .map((one) => one.getAttribute("href") || one.getAttribute("src")));
      localStorage.setItem(STAMP, JSON.stringify({ who, at: Date.now(), pocket: here.pocket }));
    }
    return page.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  async function flush() {
    const mine = waiting();
    if (!mine.length) return show();
    let sent = 0;
    try {
      const token = await refresh();
      for (const one of mine) {
        const answer = await post(one.fields, token, true);
        if (answer.status !== 201) continue;
        localStorage.removeItem(one.name);
        sent += 1;
      }
    } catch { /* no network yet, or signed out: it stays */ }
    show(sent && sent === mine.length ? "sent" : "waiting");
  }

  const dropDraft = () => localStorage.removeItem("naast-draft:" + form.dataset.draft);

  function keep(fields) {
    const key = fields.client_key;
    localStorage.setItem(PREFIX + key, JSON.stringify({ who, send: here.send, fields, at: Date.now() }));
    form.reset();
    dropDraft();
    newKey();
    show("kept");
    box.scrollIntoView({ block: "center" });
    box.focus();
  }

  /* A page that stays on the phone is filled in more than once: each time it is another signal. */
  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const key = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    form.querySelector("[name=client_key]").value = key;
  }

  async function submitted(event) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(form));
    const token = fields.csrfmiddlewaretoken;
    delete fields.csrfmiddlewaretoken;
    if (!(fields.saw + fields.told_to_me).trim()) return form.querySelector("[name=saw]").focus();
    const button = form.querySelector("button[type=submit]");
    button.disabled = true;
    try {
      const answer = await post(fields, "pocket" in form.dataset ? await refresh() : token, false);
      if (answer.status === 201) {
        dropDraft();
        return location.assign(answer.headers.get("Location"));
      }
      /* Something is missing, or somebody has to sign in first: the server’s own page says what. */
      form.submit();
    } catch {
      keep(fields);
    } finally {
      button.disabled = false;
    }
  }

  function wipe() {
    waiting().forEach((one) => localStorage.removeItem(one.name));
    show("wiped");
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-noticed-send]")) flush();
    if (event.target.closest("[data-noticed-wipe]")) wipe();
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-sign-out]")) return;
    localStorage.removeItem(STAMP);
    if (window.caches) caches.delete(CACHE);
  });
  window.addEventListener("online", flush);
  if (form) form.addEventListener("submit", submitted);
  if (form && "pocket" in form.dataset) newKey();

  /* The copy goes when somebody signs out, on whichever page: then it is made again. */
  async function prepare() {
    const stamp = JSON.parse(localStorage.getItem(STAMP) || "{}");
    const isOurs = stamp.who === who && stamp.pocket === here.pocket && stamp.at > Date.now() - DAY;
    const isThere = isOurs && window.caches && await caches.has(CACHE);
    if (!isThere && !waiting().length) await refresh();
  }

  if (navigator.serviceWorker) {
    navigator.serviceWorker.register(here.worker, { scope: here.worker.replace(/mine\/noticed\/worker\.js$/, "") }).catch(() => {});
    prepare().catch(() => {});
  }
  flush();
})();
