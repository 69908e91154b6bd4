// SPDX-License-Identifier: Apache-2.0
//
// Uploads files in pieces, with a bar for each, and goes on where it was after a lost connection
// or a reload. Without this file the plain form does the same in one go. The words come from the
// page, in its language.

(function () {
  "use strict";

  const root = document.getElementById("uploader");
  const field = document.getElementById("filer");
  const list = document.getElementById("upload-list");
  if (!root || !field || !list || !window.fetch) return;

  const words = root.dataset;
  const pieceBytes = Number(words.piece);
  // One at a time, so that the list stands in the order the files were chosen in.
  const together = 1;
  const queue = [];
  let running = 0;

  const say = (text) => {
    const status = document.getElementById("status");
    if (status) status.textContent = text;
  };

  const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

  // What the server refuses is told to the person; what the network loses is tried again.
  class Refused extends Error {
    constructor(status, answer) {
      super(answer.text || words.failed);
      this.status = status;
      this.code = answer.code || "";
    }
  }

  const ask = async (method, address, body, signal) => {
    const headers = { Accept: "application/json", "X-Samsyn-Form": words.token };
    const answer = await fetch(address, {
      method, headers, body, signal, credentials: "same-origin", redirect: "error",
    });
    if (answer.ok) return answer.json();
    const told = await answer.json().catch(() => ({}));
    if (answer.status >= 500) throw new Error("server");
    throw new Refused(answer.status, told);
  };

  // ---- One file

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };

  class Item {
    constructor(file) {
      this.file = file;
      this.stop = new AbortController();
      this.line = make("li", "upload");
      const name = make("b", "", file.name);
      this.state = make("span", "small muted", words.waiting);
      this.bar = make("progress");
      this.bar.max = Math.max(file.size, 1);
      this.bar.value = 0;
      this.bar.setAttribute("aria-label", file.name);
      this.cancel = make("button", "btn btn--plain btn--s", words.cancel);
      this.cancel.type = "button";
      this.cancel.append(make("span", "sr", " " + file.name));
      this.cancel.addEventListener("click", () => this.stop.abort());
      this.line.append(name, this.state, this.bar, this.cancel);
      list.append(this.line);
    }

    show(text) { this.state.textContent = text; }

    address(part) { return words.uploads + "/" + this.id + (part || ""); }

    // Goes on with an upload of the same file that was interrupted, or begins a new one.
    async begin() {
      const known = Array.from(document.querySelectorAll("#unfinished [data-upload]")).find(
        (line) => line.dataset.name === this.file.name
          && Number(line.dataset.size) === this.file.size);
      if (known) {
        this.id = known.dataset.upload;
        known.remove();
        const left = document.querySelector("#unfinished li");
        if (!left) document.getElementById("unfinished").remove();
        return this.standing();
      }
      const body = JSON.stringify({ name: this.file.name, size: this.file.size });
      const begun = await ask("POST", words.uploads, body, this.stop.signal);
      this.id = begun.id;
      return begun.received;
    }

    async standing() {
      return (await ask("GET", this.address(), undefined, this.stop.signal)).received;
    }

    async piece(offset) {
      const part = this.file.slice(offset, offset + pieceBytes);
      const address = this.address("?offset=" + offset);
      return (await ask("POST", address, part, this.stop.signal)).received;
    }

    // Does a step until it is done or refused; a lost connection only makes it wait.
    async persist(step) {
      for (let wait = 1000; ; wait = Math.min(wait * 2, 15000)) {
        try {
          return await step();
        } catch (error) {
          if (error instanceof Refused || this.stop.signal.aborted) throw error;
          this.show(words.lost);
          await pause(wait);
          if (this.stop.signal.aborted) throw error;
        }
      }
    }

    async send() {
      let offset = await this.persist(() => this.begin());
      while (offset < this.file.size) {
        this.show(words.sending + " " + Math.floor((offset * 100) / this.file.size) + " %");
        this.bar.value = offset;
        let isSure = true;
        offset = await this.persist(async () => {
          // A piece may have arrived although its answer did not: then it is not sent again.
          if (!isSure) offset = await this.standing();
          isSure = true;
          if (offset >= this.file.size) return offset;
          try {
            return await this.piece(offset);
          } catch (error) {
            if (error.code === "document-offset") return this.standing();
            isSure = false;
            throw error;
          }
        });
      }
      this.bar.value = this.bar.max;
      this.show(words.checking);
      await this.persist(() => ask("POST", this.address("/klar"), undefined, this.stop.signal));
    }

    async run() {
      try {
        await this.send();
        this.line.classList.add("is-done");
        this.show(words.done);
        say(this.file.name + ": " + words.done);
      } catch (error) {
        const isStopped = this.stop.signal.aborted;
        const text = isStopped ? words.cancelled : error.message || words.failed;
        this.line.classList.add(isStopped ? "is-stopped" : "is-refused");
        this.show(text);
        say(this.file.name + ": " + text);
        if (this.id && (isStopped || error.code !== "document-check-unavailable")) {
          await this.forget();
        }
      }
      this.bar.remove();
      this.cancel.remove();
    }

    // What was cancelled or refused leaves nothing behind.
    async forget() {
      const body = new URLSearchParams({ csrf: words.token });
      await fetch(this.address("/avbryt"), {
        method: "POST", body, credentials: "same-origin", redirect: "manual",
      }).catch(() => {});
    }
  }

  // ---- All files

  const start = () => {
    while (running < together && queue.length > 0) {
      const item = queue.shift();
      running += 1;
      item.run().finally(() => {
        running -= 1;
        if (running + queue.length === 0) refresh();
        start();
      });
    }
  };

  const take = (files) => {
    for (const file of files) queue.push(new Item(file));
    start();
  };

  // Shows what has come, unless something is being typed there.
  const refresh = async () => {
    const here = document.getElementById("unsent");
    const isDirty = Array.from(here.querySelectorAll("input:not([type=hidden]), select")).some(
      (one) => one.options
        ? Array.from(one.options).some((option) => option.selected !== option.defaultSelected)
          && one.value !== ""
        : one.value !== one.defaultValue);
    if (isDirty) return offer(here);
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const place of ["#unsent", ".cols > aside"]) {
        const old = document.querySelector(place);
        const fresh = page.querySelector(place);
        if (old && fresh) old.replaceWith(document.adoptNode(fresh));
      }
      say(words.allDone);
    } catch (_) {
      offer(here);
    }
  };

  const offer = (place) => {
    if (place.querySelector(".fresh")) return;
    const note = make("div", "fresh");
    const button = make("button", "btn btn--quiet btn--s", document.body.dataset.reload || "");
    button.type = "button";
    button.addEventListener("click", () => location.reload());
    note.append(make("span", "", words.allDone), button);
    place.prepend(note);
  };

  // ---- Choosing and dropping

  field.addEventListener("change", () => {
    take(Array.from(field.files));
    field.value = "";
  });
  field.form.addEventListener("submit", (event) => event.preventDefault());
  const button = field.form.querySelector(".field > [type=submit]");
  if (button) button.parentElement.remove();

  const zone = root.querySelector(".drop-zone");
  const hasFiles = (event) =>
    event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.add("is-over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("is-over");
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.remove("is-over");
    take(Array.from(event.dataTransfer.files));
  });

  window.addEventListener("beforeunload", (event) => {
    if (running + queue.length > 0) event.preventDefault();
  });

  root.hidden = false;
})();
