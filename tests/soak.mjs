// Hours of a reader's random use, in minutes: search, filter, views, reports, opening documents and importing
// notes and deleting them, back and forward. Heap and page are counted with nothing open, before and after; `cargo xtask
// soak` starts this.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, tab } from "./journeys/browser.mjs";

const MINUTES = Number(process.env.SOI_SOAK_MINUTES ?? 30);
const VIEWS = [
  "overview", "sheet", "statements", "measures", "directives", "people", "bodies", "time", "map", "concordance", "words",
  "compare", "network", "saved", "open",
];
const QUERIES = ["dang bo", "kiem tra", "\"nghị quyết\"", "khong co gi nhu the", "chi bo NEAR/3 dang", "(", "đảng viên 2018", "a"];
const WARM_UP = 40;
const ROUND = 25;
/** The heap of the end may be so much above that of the start: caches fill, freed pages of the wasm are not given back. */
const HEAP_FACTOR = 1.35;
const HEAP_FLOOR = 4_000_000;
const NODES_MORE = 400;
/** The memory of the wasm only grows: a corpus that was opened for a while has its room, however many acts follow. */
const WASM_MORE = 4_000_000;

let seed = Number(process.env.SOI_SOAK_SEED ?? 20261126);
const draw = (below) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const any = (list) => list[draw(list.length)];

const folder = await mkdtemp(join(tmpdir(), "soi-soak-"));
const file = join(folder, "trang.txt");
await writeFile(file, "Chi bộ An Bình tổng kết năm 2022\n\nNgày 5/1/2023, Chi bộ An Bình tổng kết năm 2022.\n\nChi bộ kết nạp 3 đảng viên.\n");

const { soi, page, complaints } = await tab();
const protocol = await page.createCDPSession();
await protocol.send("Performance.enable");
await protocol.send("HeapProfiler.enable");

const settled = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
/** Within the page: a handle of the driver would itself keep the element alive. */
const clickAny = (selector) => page.evaluate((selector, share) => {
  const all = document.querySelectorAll(selector);
  all[Math.floor(share * all.length)]?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}, selector, draw(1_000) / 1_000);
/** Inside the page: a load would begin everything anew, and hide what stays behind. */
const go = (query) => page.evaluate((query) => {
  const link = document.createElement("a");
  link.href = query;
  document.querySelector("main").append(link);
  link.click();
  link.remove();
}, query);

const ACTS = {
  view: () => go(`?view=${any(VIEWS)}`),
  list: () => go("?"),
  search: () => page.evaluate((query) => {
    const input = document.querySelector("search input");
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, any(QUERIES)),
  clear: () => go("?view=overview"),
  filter: () => clickAny(".facet-value"),
  exclude: () => clickAny(".facet-exclude"),
  report: () => clickAny("article h2 a, td a, .mark-hit a"),
  language: () => clickAny("header nav a"),
  fold: () => clickAny("main summary, .facet-more"),
  help: async () => {
    await page.keyboard.press("?");
    await settled();
    await page.keyboard.press("Escape");
  },
  save: () => clickAny(".save-view"),
  // Not out of the site, to the empty page of the start.
  back: () => page.evaluate(() => { if (globalThis.navigation.currentEntry.index > 0) history.back(); }),
  forward: () => soi.forward(),
  open: async () => {
    await go("?view=open");
    const input = await page.waitForSelector("input[data-pick=files]", { timeout: 20_000 });
    await input.uploadFile(file);
    await input.dispose();
    await page.waitForFunction(() => document.querySelector(".reading-stage, .open-status-corpus") !== null, { timeout: 60_000 });
  },
  leave: () => clickAny(".open-status-back"),
  import: async () => {
    await go("?view=saved");
    await page.waitForFunction(() => document.querySelector("main input[type=file]") !== null, { timeout: 20_000 });
    await soi.importSaved([
      { view: `?q=dang&year=${2015 + draw(9)}`, name: `v${draw(9)}` },
      { report: "002_8e31a9386e71f985", statement: 1 + draw(9), text: "ghi chú" },
    ].map((line) => JSON.stringify(line)).join("\n"));
  },
  unsave: async () => {
    await go("?view=saved");
    await settled();
    await clickAny(".saved-row button");
  },
  forget: async () => {
    await go("?view=open");
    await settled();
    await clickAny(".open-kept li button:last-of-type");
    await settled();
    await clickAny("dialog[open] button, .open-kept [data-sure]");
  },
};
const OFTEN = ["view", "view", "view", "search", "search", "filter", "filter", "report", "back", "forward", "list", "fold"];
const RARELY = ["exclude", "language", "help", "save", "import", "unsave", "open", "leave", "forget", "clear"];

/** With nothing open, after the collector ran: bytes of the heap, nodes and listeners that are alive. */
async function count() {
  await clickAny(".open-status-back");
  await go("?view=overview");
  await soi.until(() => document.querySelector("main h1") !== null);
  await settled();
  for (let i = 0; i < 3; i++) await protocol.send("HeapProfiler.collectGarbage");
  const { metrics } = await protocol.send("Performance.getMetrics");
  const metric = (name) => metrics.find((m) => m.name === name).value;
  const wasm = await page.evaluate(() => globalThis.soakMemories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  const here = await page.evaluate(() => document.querySelectorAll("*").length);
  return { heap: metric("JSHeapUsedSize"), nodes: metric("Nodes"), listeners: metric("JSEventListeners"), wasm, here };
}

/** To find which act leaves something behind: `SOI_SOAK_ACTS=view,open`. */
const ONLY = process.env.SOI_SOAK_ACTS?.split(",");

async function act() {
  const name = ONLY ? any(ONLY) : draw(4) === 0 ? any(RARELY) : any(OFTEN);
  try {
    await ACTS[name]();
    await settled();
  } catch (error) {
    complaints.push(`${name}: ${error.message.split("\n")[0]}`);
  }
  return name;
}

await page.evaluateOnNewDocument(() => {
  globalThis.soakMemories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const before = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await before.apply(WebAssembly, args);
      // Exports have short names, which change with each build.
      const exported = Object.values((made.instance ?? made).exports);
      globalThis.soakMemories.push(...exported.filter((value) => value instanceof WebAssembly.Memory));
      return made;
    };
  }
});
await soi.open("?view=overview&lang=vi");
const before = complaints.length;
for (let i = 0; i < WARM_UP; i++) await act();
const first = await count();
const say = (when, acts, now) =>
  console.log(`${when}  ${acts} acts  heap ${(now.heap / 1e6).toFixed(1)} MB  wasm ${(now.wasm / 1e6).toFixed(1)} MB  nodes ${now.nodes} (page ${now.here})  listeners ${now.listeners}`);
say("start", WARM_UP, first);
const end = Date.now() + MINUTES * 60_000;
let acts = WARM_UP;
let last = first;
while (Date.now() < end) {
  for (let i = 0; i < ROUND && Date.now() < end; i++, acts++) await act();
  last = await count();
  say(`${((MINUTES * 60_000 - (end - Date.now())) / 60_000).toFixed(1)} min`, acts, last);
}
const faults = complaints.slice(before);
if (last.heap > first.heap * HEAP_FACTOR + HEAP_FLOOR) faults.push(`the heap grew from ${first.heap} to ${last.heap}`);
if (last.wasm > first.wasm * 2 + WASM_MORE) faults.push(`the wasm grew from ${first.wasm} to ${last.wasm}`);
// The page itself may stand with other parts open.
if (last.nodes - last.here > first.nodes - first.here + NODES_MORE) faults.push(`nodes grew from ${first.nodes} to ${last.nodes}`);
console.log(`${acts} acts, seed ${process.env.SOI_SOAK_SEED ?? 20261126}, ${faults.length} faults`);
for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
await (await browser()).close();
await rm(folder, { recursive: true });
process.exit(faults.length === 0 ? 0 : 1);
