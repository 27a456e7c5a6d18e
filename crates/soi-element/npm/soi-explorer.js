// The custom element <soi-explorer>: a search box, facets and results over a corpus of reports, in a page of your own.
// Everything runs in the browser. No text of a corpus becomes markup: it is set as text alone.

import init, { Engine } from "./soi_element.js";

const WORDS = {
  vi: { search: "Tìm trong báo cáo", reports: (n) => `${n} báo cáo`, failed: "Không mở được kho" },
  en: { search: "Search the reports", reports: (n) => `${n} ${n === 1 ? "report" : "reports"}`, failed: "The corpus cannot be opened" },
};
const SHOWN = ["meeting", "year", "area", "role"];

let started;
/** Fetches the engine once for all elements. */
const start = () => (started ??= init());

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

export class SoiExplorer extends HTMLElement {
  static observedAttributes = ["src", "lang"];

  #engine = null;
  #asked = { query: "", choices: [] };
  #answer = null;
  #turn = 0;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
  }

  connectedCallback() {
    this.#draw();
  }

  disconnectedCallback() {
    this.#turn += 1;
  }

  attributeChangedCallback(name, before, now) {
    if (name === "src" && now && now !== before) this.load(new URL(now, document.baseURI)).catch(() => {});
    if (name === "lang" && this.isConnected) this.#draw();
  }

  /** Opens a corpus: its URL, its bytes, or pages `{ id, text }` to be read here. */
  async load(corpus) {
    const turn = (this.#turn += 1);
    try {
      await start();
      let engine;
      if (Array.isArray(corpus)) {
        engine = Engine.read(corpus);
      } else if (corpus instanceof URL || typeof corpus === "string") {
        const response = await fetch(corpus);
        if (!response.ok) throw new Error(`${corpus}: ${response.status}`);
        engine = new Engine(new Uint8Array(await response.arrayBuffer()));
      } else {
        engine = new Engine(new Uint8Array(corpus));
      }
      // Another corpus was asked for meanwhile.
      if (turn !== this.#turn) return engine.free();
      this.#engine?.free();
      this.#engine = engine;
      this.#tell("soi-load", { size: engine.size });
      this.query({});
    } catch (error) {
      if (turn === this.#turn) {
        this.#draw(error);
        this.#tell("soi-error", { message: String(error.message ?? error) });
      }
      throw error;
    }
  }

  /** Asks; the results are shown, told in the event `soi-results`, and returned. */
  query(asked = {}) {
    if (!this.#engine) throw new Error("no corpus is loaded");
    const next = { query: "", choices: [], ...asked };
    this.#answer = this.#engine.query(next);
    this.#asked = next;
    this.#draw();
    this.#tell("soi-results", this.#answer);
    return this.#answer;
  }

  /** The values of every facet under the last question. */
  facets() {
    return this.#answer?.facets ?? [];
  }

  /** A report with all its facts, or null. */
  report(id) {
    return this.#engine?.report(id) ?? null;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #toggle(facet, value) {
    const same = (choice) => choice.facet === facet && choice.value === value;
    const { choices } = this.#asked;
    this.query({ ...this.#asked, choices: choices.some(same) ? choices.filter((c) => !same(c)) : [...choices, { facet, value }] });
  }

  #draw(error) {
    const words = WORDS[this.lang === "en" ? "en" : "vi"];
    const root = this.shadowRoot;
    const active = root.activeElement?.dataset.key;
    let input = root.querySelector("input");
    if (!input) {
      input = make("input", { type: "search", autocomplete: "off" });
      input.dataset.key = "query";
      input.addEventListener("input", () => this.#engine && this.query({ ...this.#asked, query: input.value }));
    }
    input.setAttribute("aria-label", words.search);
    input.placeholder = words.search;
    if (input.value !== this.#asked.query) input.value = this.#asked.query;
    const parts = root.querySelector("[part=results]") ?? make("div");
    parts.setAttribute("part", "results");
    if (!input.isConnected) root.append(input, parts);
    parts.replaceChildren();
    if (error) parts.append(make("p", { role: "alert", textContent: `${words.failed}: ${error.message ?? error}` }));
    if (!this.#answer || error) return;
    parts.append(make("p", { role: "status", textContent: words.reports(this.#answer.total) }));
    for (const { facet, values } of this.#answer.facets.filter(({ facet }) => SHOWN.includes(facet))) {
      const buttons = values.filter(({ count, chosen }) => count > 0 || chosen).map(({ key, label, count, chosen }) => {
        const button = make("button", { type: "button", textContent: `${label} (${count})`, onclick: () => this.#toggle(facet, key) });
        button.setAttribute("aria-pressed", String(chosen));
        button.dataset.key = `${facet}:${key}`;
        return button;
      });
      if (buttons.length > 0) parts.append(make("p", {}, ...buttons));
    }
    const rows = this.#answer.hits.map(({ id, title, date, excerpt }) => {
      const open = make("button", { type: "button", textContent: title ?? id, onclick: () => this.#tell("soi-open", { id }) });
      open.dataset.key = `report:${id}`;
      return make("li", { lang: "vi" }, open, " ", make("small", { textContent: date ?? "" }), make("p", { textContent: excerpt }));
    });
    parts.append(make("ol", {}, ...rows));
    if (active) [...root.querySelectorAll("[data-key]")].find((e) => e.dataset.key === active)?.focus();
  }
}

if (!customElements.get("soi-explorer")) customElements.define("soi-explorer", SoiExplorer);
