// The engine's wasm in node, by processor time instead of the clock: what can be measured on a machine that is not idle.
// `node benches/peers/cpu.mjs target/bench-page CORPUS.soi`; `cargo xtask bench peers` leaves both in the target folder.

import { createReadStream, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { KEYSTROKES, QUERIES } from "./queries.mjs";

const RUNS = 9;
const [folder, corpus] = process.argv.slice(2);
const { default: init, Engine } = await import(pathToFileURL(resolve(folder, "soi_bench_page.js")));
// Exports have short names, which change with each build.
const exported = Object.values(await init({ module_or_path: readFileSync(join(folder, "soi_bench_page_bg.wasm")) }));
const memory = exported.find((value) => value instanceof WebAssembly.Memory);

const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
};

/** Middle of some runs, in milliseconds of the process; the compiler's threads count too, so they get time to finish. */
function time(work) {
  work();
  const times = [];
  for (let i = 0; i < RUNS; i++) {
    const from = spent();
    work();
    times.push(spent() - from);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

const opened = spent();
const engine = new Engine();
for await (const part of createReadStream(corpus)) engine.push(part);
engine.open();
console.log(`opened in ${((spent() - opened) / 1e3).toFixed(2)} s; memory of the wasm ${(memory.buffer.byteLength / 1e6).toFixed(0)} MB`);

const ask = ({ kind, words, gap, typed }) =>
  kind === "phrase" ? `"${words.join(" ")}" ` : kind === "near" ? `${words[0]} NEAR/${gap} ${words[1]} ` : `${typed} `;
for (let i = 0; i < 3; i++) {
  for (const query of QUERIES) engine.answer(ask(query));
  for (const typed of KEYSTROKES) engine.snippets(typed, 10);
  await new Promise((wake) => setTimeout(wake, 500));
}

function tell(name, times) {
  const all = [...times].sort((a, b) => a - b);
  const at = (share) => all[Math.max(1, Math.ceil(all.length * share)) - 1].toFixed(2);
  console.log(`${name.padEnd(28)} p50 ${at(0.5)}  p95 ${at(0.95)}  most ${at(1)} ms`);
}

for (const name of new Set(QUERIES.map((query) => query.class))) {
  tell(`top 20: ${name}`, QUERIES.filter((query) => query.class === name).map((query) => time(() => engine.top(ask(query), 20))));
}
tell("top 20: all classes", QUERIES.map((query) => time(() => engine.top(ask(query), 20))));
tell("keystroke, 10 excerpts", KEYSTROKES.map((typed) => time(() => engine.snippets(typed, 10))));
tell("all hits, facets: queries", QUERIES.map((query) => time(() => engine.answer(ask(query)))));
tell("all hits, facets: keystrokes", KEYSTROKES.map((typed) => time(() => engine.answer(typed))));
tell("suggestions", KEYSTROKES.map((typed) => time(() => engine.suggest(typed))));
tell("keyness", [time(() => engine.keyness("đảng "))]);
tell("collocates", [time(() => engine.collocates("đảng "))]);
