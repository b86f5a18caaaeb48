/* Small comforts. Every page works without this file. */
"use strict";

(() => {
  const PREFIX = "naast-draft:";
  const WAIT = 1500;
  const TWO_DAYS = 172800000;

  /* --- dialogs, toasts, menus, search, print ------------------------------------------------- */
  document.addEventListener("click", (event) => {
    const hit = (selector) => event.target.closest(selector);
    const opener = hit("[data-open]");
    const closer = hit("[data-close]");
    if (opener) {
      const dialog = document.getElementById(opener.dataset.open);
      if (dialog && dialog.showModal) {
        event.preventDefault();
        dialog.showModal();
      }
    } else if (closer && closer.closest("dialog[open]")) {
      event.preventDefault();
      closer.closest("dialog").close();
    } else if (event.target.matches("dialog")) {
      event.target.close();
    } else if (hit("[data-dismiss]")) {
      hit("[data-dismiss]").closest(hit("[data-dismiss]").dataset.dismiss).remove();
    } else if (hit("[data-print]")) {
      window.print();
    }
    closeMenus(hit("[data-menu]"));
  });

  function closeMenus(except) {
    document.querySelectorAll("[data-menu][open]").forEach((menu) => {
      if (menu !== except) menu.open = false;
    });
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const search = document.querySelector("[data-search]");
    if (event.key === "/" && !typing && search && search.offsetParent) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      const menu = event.target.closest("[data-menu][open]");
      closeMenus(null);
      if (menu) menu.querySelector("summary").focus();
    }
  });

  /* --- drafts: kept by the server; on this device only while the server can't be reached ------ */
  const who = document.body.dataset.who || "";

  const store = {
    all() {
      try {
        return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
      } catch {
        return [];
      }
    },
    read(name) {
      try {
        return JSON.parse(localStorage.getItem(name)) || null;
      } catch {
        return null;
      }
    },
    write(name, copy) {
      try {
        localStorage.setItem(name, JSON.stringify(copy));
      } catch { /* the text is still in the form */ }
    },
    drop(name) {
      try {
        localStorage.removeItem(name);
      } catch { /* nothing was kept */ }
    },
  };

  const forgetAll = () => {
    store.all().forEach(store.drop);
    window.caches?.delete("naast-noticed");
  };

  /* A copy marked `sent` left with its form. When the next page is a plain one (signed out, an
     error), it never arrived and is kept; on any other page it arrived and goes. Copies of
     somebody else on this device go too. */
  function tidy() {
    if ("signedOut" in document.body.dataset) return forgetAll();
    store.all().forEach((name) => {
      const copy = store.read(name);
      if ("plain" in document.body.dataset) {
        if (copy && copy.sent) store.write(name, { ...copy, sent: false });
      } else if (!copy || copy.sent || copy.who !== who || copy.at < Date.now() - TWO_DAYS) {
        store.drop(name);
      }
    });
  }

  const isText = (control) => control.name && !["csrfmiddlewaretoken", "next"].includes(control.name)
    && !["password", "file", "submit", "button"].includes(control.type)
    && (control.type !== "hidden" || "draft" in control.dataset);

  function collect(form) {
    const fields = {};
    for (const control of form.elements) {
      if (!isText(control)) continue;
      const values = (fields[control.name] ||= []);
      if (["checkbox", "radio"].includes(control.type)) {
        if (control.checked) values.push(control.value);
      } else if (control.multiple && control.options) {
        values.push(...[...control.selectedOptions].map((option) => option.value));
      } else {
        values.push(control.value);
      }
    }
    return fields;
  }

  function fill(form, fields) {
    const taken = {};
    for (const control of form.elements) {
      if (!isText(control) || !(control.name in fields)) continue;
      const values = [].concat(fields[control.name]).map(String);
      if (["checkbox", "radio"].includes(control.type)) {
        control.checked = values.includes(control.value);
      } else if (control.multiple && control.options) {
        for (const option of control.options) option.selected = values.includes(option.value);
      } else {
        const place = (taken[control.name] = (taken[control.name] ?? -1) + 1);
        if (place < values.length) control.value = values[place];
      }
    }
  }

  function keep(form) {
    const name = PREFIX + form.dataset.draft;
    const before = JSON.stringify(collect(form));
    let pending = 0;
    let changed = false;
    let gone = false;

    async function save(fields) {
      clearTimeout(pending);
      changed = false;
      if (!form.dataset.draftUrl) {
        if (Object.keys(fields).length) store.write(name, { who, fields, sent: false, at: Date.now() });
        return;
      }
      const body = new FormData();
      const token = form.querySelector("[name=csrfmiddlewaretoken]");
      body.append("key", form.dataset.draft);
      body.append("fields", JSON.stringify(fields));
      try {
        const answer = await fetch(form.dataset.draftUrl, {
          method: "POST", body, keepalive: true, redirect: "error", credentials: "same-origin",
          headers: token ? { "X-CSRFToken": token.value } : {},
        });
        if (answer.status !== 204) throw new Error(String(answer.status));
        if (!gone) store.drop(name);
      } catch {
        if (!gone && Object.keys(fields).length) store.write(name, { who, fields, sent: false });
      }
    }

    function restore() {
      let saved = {};
      try {
        saved = JSON.parse(form.dataset.draftSaved || "{}");
      } catch { /* treated as nothing kept */ }
      const local = store.read(name);
      const fields = local && local.who === who ? local.fields : saved;
      if (!Object.keys(fields).length || form.querySelector("[aria-invalid=true]")) return;
      fill(form, fields);
      if (JSON.stringify(collect(form)) === before) return;
      const words = document.getElementById("draft-words").content.cloneNode(true);
      const note = words.firstElementChild;
      note.querySelector("[data-draft-empty]").addEventListener("click", () => {
        form.reset();
        store.drop(name);
        save({});
        note.remove();
        const first = [...form.elements].find(isText);
        if (first) first.focus();
      });
      form.prepend(note);
      if (local) save(collect(form));
    }

    form.addEventListener("input", () => {
      changed = true;
      gone = false;
      clearTimeout(pending);
      pending = setTimeout(() => save(collect(form)), WAIT);
    });
    form.addEventListener("submit", () => {
      clearTimeout(pending);
      gone = true;
      if (changed || store.read(name)) {
        store.write(name, { who, fields: collect(form), sent: navigator.onLine, at: Date.now() });
      }
    });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && changed && !gone) save(collect(form));
    });
    restore();
  }

  function start(root) {
    root.querySelectorAll("[data-dismiss][hidden], [data-print][hidden]").forEach((one) => { one.hidden = false; });
    root.querySelectorAll("form[data-draft]").forEach((form) => {
      if (!form.naastKept) keep(form);
      form.naastKept = true;
    });
    const refused = root.querySelector("[data-focus]");
    if (refused && !refused.closest("[data-calm]")) refused.focus();
  }

  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-sign-out]")) forgetAll();
  });
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));
  tidy();
  start(document);
  /* A message follows the reader for a while, then stays where it is. */
  setTimeout(() => document.getElementById("toasts")?.classList.add("toasts--still"), 8000);
})();
