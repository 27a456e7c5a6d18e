// The engine as the page has it: a wasm with nothing else in it.

import init, { Engine } from "/soi/soi_bench_page.js";

export const name = "Soi";
export const built = true;
let engine;
let ids;

export async function build() {
  // Exports have short names, which change with each build.
  const exported = Object.values(await init("/soi/soi_bench_page_bg.wasm"));
  const memory = exported.find((value) => value instanceof WebAssembly.Memory);
  const file = await fetch("/corpus.soi");
  engine = new Engine();
  const reader = file.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) engine.push(part.value);
  engine.open();
  ids = engine.ids().split("\n");
  globalThis.wasmMemory = () => memory.buffer.byteLength;
}

export function ask(query) {
  if (query.kind === "phrase") return `"${query.words.join(" ")}" `;
  if (query.kind === "near") return `${query.words[0]} NEAR/${query.gap} ${query.words[1]} `;
  return `${query.typed} `;
}

export function search(query, limit) {
  return Array.from(engine.top(ask(query), limit || 1_000_000), (i) => ids[i]);
}

export const keystroke = (typed) => engine.snippets(typed, 10).split("\n");

/** All hits, every facet counted. */
export const answer = (query) => engine.answer(ask(query));
export const answerTyped = (typed) => engine.answer(typed);

/** Words in numbers: what sets the hits of a query apart, and what stands beside a word. */
export const counts = {
  keyness: () => engine.keyness("đảng "),
  collocates: () => engine.collocates("đảng "),
};
