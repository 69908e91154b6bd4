// SPDX-License-Identifier: Apache-2.0
//
// Comfort only: every page works without this file. No dependencies, no cookies, nothing is sent
// anywhere but to the page's own server. The words come from the page, in its language.

(function () {
  "use strict";

  const body = document.body;
  const words = body.dataset;
  const main = () => document.querySelector("main");

  const say = (text) => {
    const status = document.getElementById("status");
    if (status) status.textContent = text;
  };

  // A field with something in it that the page did not bring.
  const isDirty = (field) => {
    if (field.type === "checkbox" || field.type === "radio") {
      return field.checked !== field.defaultChecked;
    }
    if (field.type === "file") return field.files.length > 0;
    if (field.options) {
      return Array.from(field.options).some(
        (option) => option.selected !== option.defaultSelected && (field.multiple || option.index > 0)
      );
    }
    return field.value !== field.defaultValue;
  };

  const fieldsIn = (element) =>
    Array.from(element.querySelectorAll("input:not([type=hidden]), select, textarea"));

  const isBusy = () => {
    const active = document.activeElement;
    const inField = active && active.closest("main") && active.matches("input, select, textarea");
    const isOpen = main().querySelector(".drop[open], dialog[open]");
    return Boolean(inField || isOpen || fieldsIn(main()).some(isDirty));
  };

  // ---- Errors first: the summary takes focus, so that it is read out and seen.

  const focusErrors = () => {
    const summary = document.querySelector("[data-focus]");
    if (summary) summary.focus();
  };

  // ---- A link into something folded away opens it

  const openTarget = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  };

  // ---- A chosen file goes with whatever the form is sent for

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.matches(".attach input[type=file]")) return;
    field.form.enctype = field.files.length ? "multipart/form-data" : "application/x-www-form-urlencoded";
  });

  // ---- Forms that must not be left by mistake

  let isSending = false;

  const guardForms = () => {
    document.addEventListener("submit", (event) => {
      if (event.target.method === "post") isSending = true;
    });
    window.addEventListener("pageshow", () => { isSending = false; });
    window.addEventListener("beforeunload", (event) => {
      if (isSending) return;
      const forms = Array.from(document.querySelectorAll("form[data-guard]"));
      if (!forms.some((form) => fieldsIn(form).some(isDirty))) return;
      event.preventDefault();
    });
  };

  // ---- What is written is kept on the server as the writer's own draft

  const draftWait = 1500;

  const keepDraft = async (form) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("gor", "utkast");
    fields.set("tyst", "ja");
    const typed = fieldsIn(form).map((field) => [field, field.value]);
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: fields, credentials: "same-origin", redirect: "error",
      });
      if (answer.status !== 204) return;
    } catch (_) {
      return; // The page still warns before it is left.
    }
    // What has been kept need not be warned about.
    typed.forEach(([field, value]) => {
      if ("defaultValue" in field && !["checkbox", "radio"].includes(field.type)) {
        field.defaultValue = value;
      }
    });
    const note = form.querySelector("[data-kept]");
    if (note) note.textContent = note.dataset.kept;
  };

  const keepDrafts = () => {
    let waiting = 0;
    document.addEventListener("input", (event) => {
      const form = event.target.closest("form[data-draft]");
      if (!form) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => { if (!isSending) keepDraft(form); }, draftWait);
    });
  };

  // ---- The weekday shown back under a date

  const readDay = (text) => {
    const match = /^\s*(\d{4})-?(\d{2})-?(\d{2})\s*$/.exec(text);
    if (!match) return null;
    const [year, month, day] = match.slice(1).map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isSame ? date : null;
  };

  const dayFormat = new Intl.DateTimeFormat(
    document.documentElement.lang === "en" ? "en-GB" : "sv-SE",
    { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }
  );

  const echoDays = () => {
    document.addEventListener("input", (event) => {
      const id = event.target.dataset && event.target.dataset.echo;
      const echo = id && document.getElementById(id);
      if (!echo) return;
      const date = readDay(event.target.value);
      echo.textContent = date ? dayFormat.format(date).replace(",", "") : "";
    });
  };

  // ---- Turning pages in the reader: j and k, or the arrows

  const turnKeys = { j: "next", ArrowRight: "next", k: "previous", ArrowLeft: "previous" };

  const turnPage = (which, event) => {
    const link = document.querySelector(`a[data-key="${which}"]`);
    const sheets = Array.from(document.querySelectorAll("[data-sheet]"));
    if (sheets.length > 1) {
      // The page whose top has passed the upper third of the window is the one being read.
      const line = window.innerHeight / 3;
      const passed = sheets.filter((sheet) => sheet.getBoundingClientRect().top < line).length;
      const wanted = sheets[Math.max(passed - 1, 0) + (which === "next" ? 1 : -1)];
      if (passed === 0 && which === "next") return goTo(sheets[0], event);
      if (wanted) return goTo(wanted, event);
    }
    if (!link) return;
    event.preventDefault();
    link.click();
  };

  const goTo = (sheet, event) => {
    event.preventDefault();
    sheet.scrollIntoView({ block: "start" });
    sheet.focus({ preventScroll: true });
  };

  // ---- Keys: / to the search field, ? for the list

  const listenToKeys = () => {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target;
      if (target.isContentEditable || target.matches("input, select, textarea")) return;
      const dialog = document.getElementById("shortcuts");
      if (event.key === "?" && dialog && dialog.showModal && !dialog.open) {
        event.preventDefault();
        dialog.showModal();
      }
      const search = document.getElementById("search");
      if (event.key === "/" && search && !(dialog && dialog.open)) {
        event.preventDefault();
        search.focus();
        search.select();
      }
      if (!(dialog && dialog.open) && turnKeys[event.key]) turnPage(turnKeys[event.key], event);
    });
  };

  // ---- Escape and a click elsewhere close an open menu

  const closeMenus = () => {
    const close = (except) => {
      document.querySelectorAll(".drop[open]").forEach((menu) => {
        if (menu !== except) menu.open = false;
      });
    };
    document.addEventListener("click", (event) => close(event.target.closest(".drop")));
    document.addEventListener("keydown", (event) => {
      const menu = event.key === "Escape" && document.querySelector(".drop[open]");
      if (!menu) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  };

  // ---- The chosen row height is kept on this machine

  const densityKey = "samsyn-density";
  const densities = { airy: "", compact: "table--tight", dense: "table--dense" };

  const applyDensity = () => {
    let density = null;
    try { density = localStorage.getItem(densityKey); } catch (_) { /* nothing is kept */ }
    if (!density || !Object.hasOwn(densities, density)) return;
    document.querySelectorAll("main .table[data-density]").forEach((table) => {
      table.classList.remove("table--tight", "table--dense");
      if (densities[density]) table.classList.add(densities[density]);
    });
    document.querySelectorAll("a[data-density-choice]").forEach((link) => {
      if (link.dataset.densityChoice === density) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };

  const rememberDensity = () => {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-density-choice]");
      if (!link) return;
      try {
        localStorage.setItem(densityKey, link.dataset.densityChoice);
      } catch (_) {
        return; // Nothing can be kept here: the link's own address does the work.
      }
      event.preventDefault();
      applyDensity();
    });
    applyDensity();
  };

  // ---- Live pages: what others send shows without reloading, but never under someone's hands

  const replaceMain = async (isQuiet) => {
    const answer = await fetch(location.href, {
      headers: { Accept: "text/html" }, credentials: "same-origin", redirect: "error",
    });
    if (!answer.ok) throw new Error("no page");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("main");
    if (!fresh) throw new Error("no content");
    if (isBusy()) return isQuiet ? undefined : offerReload();
    const active = document.activeElement;
    const focusID = active && active.closest("main") ? active.id : "";
    const open = Array.from(main().querySelectorAll("details[open][id]"), (part) => part.id);
    main().replaceWith(document.adoptNode(fresh));
    open.forEach((id) => {
      const part = document.getElementById(id);
      if (part) part.open = true;
    });
    const again = focusID && document.getElementById(focusID);
    if (again) again.focus({ preventScroll: true });
    const menu = document.querySelector(".nav");
    const freshMenu = page.querySelector(".nav");
    if (menu && freshMenu && !menu.contains(document.activeElement)) {
      menu.replaceWith(document.adoptNode(freshMenu));
    }
    document.title = page.title;
    applyDensity();
    if (!isQuiet || !watched()) say(words.updated || "");
  };

  // ---- A page that shows how far something has come is fetched until it has, unless it rests

  const watched = () => document.querySelector("main [data-refresh]");

  const watch = () => {
    const part = watched();
    if (!part) return;
    setTimeout(async () => {
      // What cannot be fetched now is fetched the next time.
      if (!document.hidden) await replaceMain(true).catch(() => {});
      watch();
    }, Number(part.dataset.refresh) * 1000);
  };

  const offerReload = () => {
    if (document.querySelector(".fresh")) return;
    const note = document.createElement("div");
    note.className = "fresh";
    const text = document.createElement("span");
    text.textContent = words.changed || "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--quiet btn--s";
    button.textContent = words.reload || "";
    button.addEventListener("click", () => location.reload());
    note.append(text, button);
    main().prepend(note);
    say(words.changed || "");
  };

  const follow = () => {
    if (!words.live || !window.EventSource) return;
    const address = new URL(words.live, location.href);
    if (address.origin !== location.origin) return;
    if (words.place) address.searchParams.set("after", words.place);
    const stream = new EventSource(address);
    let waiting = 0;
    stream.addEventListener("message", () => {
      clearTimeout(waiting);
      // Several events of one command come close together; one fetch is enough.
      waiting = setTimeout(() => {
        if (isBusy()) offerReload();
        else replaceMain().catch(offerReload);
      }, 300);
    });
    window.addEventListener("pagehide", () => stream.close(), { once: true });
  };

  // ---- A form that is saved while it is written. The button does the same without this.

  const autosave = () => {
    const form = document.querySelector("form[data-autosave]");
    if (!form) return;
    const data = form.dataset;
    const status = document.getElementById(data.autosave);
    const show = (text) => {
      if (status && status.textContent !== text) status.textContent = text;
    };
    // What was last saved of each field, in the form's own terms.
    const values = () => {
      const found = new Map();
      new FormData(form).forEach((value, name) => {
        if (!found.has(name)) found.set(name, []);
        found.get(name).push(value);
      });
      return found;
    };
    const owner = (name) => {
      const base = form.querySelector(`input[name="bas.${CSS.escape(name)}"]`);
      if (base) return name;
      const cell = /^(.*)\.r\d+\.k\d+$/.exec(name);
      return cell ? cell[1] : null;
    };
    const byField = () => {
      const fields = new Map();
      form.querySelectorAll('input[name^="bas."]').forEach((base) => {
        fields.set(base.name.slice(4), []);
      });
      values().forEach((list, name) => {
        const key = owner(name);
        if (key && fields.has(key)) fields.get(key).push([name, list]);
      });
      const texts = new Map();
      fields.forEach((parts, key) => texts.set(key, JSON.stringify(parts)));
      return texts;
    };
    let saved = byField();
    // What was written before this came is not saved yet.
    fieldsIn(form).filter(isDirty).forEach((field) => saved.delete(owner(field.name)));
    let timer = 0;
    let isBusyNow = false;
    let isAgain = false;
    let isPressing = false;

    const save = async () => {
      clearTimeout(timer);
      if (isSending || isPressing) return;
      if (isBusyNow) { isAgain = true; return; }
      const now = byField();
      const changed = [...now.keys()].filter((key) => now.get(key) !== saved.get(key));
      if (!changed.length) return;
      const body = new URLSearchParams();
      new FormData(form).forEach((value, name) => {
        const plain = name.startsWith("bas.") ? name.slice(4) : owner(name);
        const isField = name.startsWith("bas.") || plain;
        if (name.startsWith("klar.")) return;
        if (!isField || changed.includes(plain)) body.append(name, value);
      });
      isBusyNow = true;
      show(data.saving);
      try {
        const answer = await fetch(form.action, {
          method: "POST", body, credentials: "same-origin", redirect: "error",
          headers: { Accept: "application/json" },
        });
        const type = answer.headers.get("Content-Type") || "";
        if (!type.startsWith("application/json")) {
          show(answer.status === 403 ? data.signin : data.failed);
          throw new Error("not saved");
        }
        const told = await answer.json();
        if (!answer.ok) { show(told.text); return; }
        changed.forEach((key) => {
          saved.set(key, now.get(key));
          if (told.conflicts.includes(key)) return;
          const base = form.querySelector(`input[name="bas.${CSS.escape(key)}"]`);
          if (base && told.revisions[key] !== undefined) base.value = told.revisions[key];
        });
        if (told.conflicts.length) { show(data.conflict); return; }
        fieldsIn(form).forEach((field) => {
          const key = owner(field.name);
          if (!key || byField().get(key) !== saved.get(key)) return;
          if (field.type === "checkbox" || field.type === "radio") {
            field.defaultChecked = field.checked;
          } else if (field.options) {
            Array.from(field.options).forEach((option) => {
              option.defaultSelected = option.selected;
            });
          } else {
            field.defaultValue = field.value;
          }
        });
        show(`${data.saved} ${told.at}`);
      } catch (_) {
        if (status && status.textContent === data.saving) show(data.failed);
        timer = setTimeout(save, 10000);
      } finally {
        isBusyNow = false;
        if (isAgain) { isAgain = false; save(); }
      }
    };
    form.addEventListener("input", () => {
      // Who writes presses no button, also where its release was never told of.
      isPressing = false;
      clearTimeout(timer);
      timer = setTimeout(save, 1500);
    });
    form.addEventListener("change", save);
    // A press on a button leaves the field, which would save it and change the words above: the
    // button would move away under the finger, and the press would be lost.
    form.addEventListener("pointerdown", (event) => {
      isPressing = Boolean(event.target.closest("button"));
    });
    ["pointerup", "pointercancel"].forEach((name) => {
      window.addEventListener(name, () => {
        if (!isPressing) return;
        setTimeout(() => { isPressing = false; save(); }, 0);
      });
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "hidden") return;
      isPressing = false;
      save();
    });
    window.addEventListener("online", save);
    save();
  };

  openTarget();
  window.addEventListener("hashchange", openTarget);
  focusErrors();
  guardForms();
  keepDrafts();
  autosave();
  echoDays();
  listenToKeys();
  closeMenus();
  rememberDensity();
  follow();
  watch();
  window.addEventListener("pageshow", (event) => { if (event.persisted) follow(); });
})();
