// How it goes when somebody drops files of their own: `node benches/own/run.mjs DIST FILE [firefox]`, where DIST is a
// built site. Prints when the first results stood, when all was read and shown, what held the page up for more than
// 50 ms meanwhile by the clock (a timer that should tick every 5 ms tells, in every browser), the private memory of the
// largest process of the browser, which has page and workers (Linux only), how long a search takes, and the same for a
// reload. In Chromium also the longest tasks of the page's thread, by the clock (over 50 ms is what browsers call a long
// task) and by the processor's time: a clock counts what other programs take. `SOI_TRACE=FILE` writes what `gaps.mjs`
// reads; with `SOI_PROCESSORS=4` two workers read.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { basename, extname, join } from "node:path";

const require = createRequire(new URL("../../tests/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");
const [dist, file, kind = "chromium"] = process.argv.slice(2);
const firefox = kind === "firefox";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };
const PATIENCE_MS = 600_000;
/** So often the memory is looked at. */
const LOOK_MS = 1_000;

/** Private memory of the largest process that descends from one, in MB; 0 where the system does not tell. */
async function largestOf(root) {
  const parents = new Map();
  for (const pid of (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(")")).split(" ")[2]));
  }
  const isOurs = (pid) => pid === root || (parents.get(pid) > 1 && isOurs(parents.get(pid)));
  const sizes = await Promise.all([...parents.keys()].filter(isOurs).map(async (pid) => {
    const maps = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    return [...maps.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, kb]) => sum + Number(kb), 0) / 1024;
  }));
  return Math.round(Math.max(0, ...sizes));
}

const server = createServer(async (request, response) => {
  const name = basename(new URL(request.url, "http://x").pathname) || "index.html";
  try {
    const bytes = await readFile(join(dist, name));
    response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream" }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await puppeteer.launch({
  browser: firefox ? "firefox" : "chrome",
  executablePath: process.env.SOI_BROWSER_PROGRAM ?? (firefox ? "/usr/bin/firefox" : "/usr/bin/chromium"),
  args: firefox ? [] : ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  protocolTimeout: PATIENCE_MS,
});
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.log("page error", error.message));
  await page.evaluateOnNewDocument(() => {
    const rows = () => document.querySelectorAll("article h2 a").length;
    const seen = (globalThis.seen = { from: 0, first: 0, blocks: [], last: 0 });
    let ticked = performance.now();
    setInterval(() => {
      const now = performance.now();
      if (now - ticked > 50) seen.blocks.push([Math.round(ticked - seen.from), Math.round(now - ticked)]);
      ticked = now;
      if (!seen.first && rows() > 0 && globalThis.looking) seen.first = now;
    }, 5);
  });
  // As a machine with so many processors would do it.
  const processors = Number(process.env.SOI_PROCESSORS ?? 0);
  if (processors) await page.evaluateOnNewDocument((value) => Object.defineProperty(navigator, "hardwareConcurrency", { value }), processors);
  await page.goto(`http://127.0.0.1:${server.address().port}/?view=open`);
  await page.waitForSelector("input[data-pick=files]");
  await new Promise((wake) => setTimeout(wake, 3000));
  await page.evaluate(() => {
    const input = document.querySelector("input[data-pick=files]");
    input.addEventListener("change", () => {
      Object.assign(seen, { from: performance.now(), first: 0, blocks: [] });
      performance.mark("drop");
      globalThis.looking = true;
    }, { capture: true });
  });
  console.log(`${kind}, ${basename(file)}, load ${loadavg()[0].toFixed(1)}`);
  const input = await page.$("input[data-pick=files]");
  const traced = process.env.SOI_TRACE;
  const more = ["v8", "v8.wasm", "disabled-by-default-v8.compile", "disabled-by-default-v8.gc", "cc", "IndexedDB"];
  if (!firefox) await page.tracing.start({ categories: ["toplevel", "devtools.timeline", "blink.user_timing", ...(traced ? more : [])] });
  await input.uploadFile(file);
  const stored = () => page.evaluate(() => new Promise((resolve) => {
    const ask = indexedDB.open("soi", 1);
    ask.onupgradeneeded = () => ask.transaction.abort();
    ask.onerror = () => resolve(0);
    ask.onsuccess = () => {
      const all = ask.result.transaction("corpora").objectStore("corpora").getAll();
      all.onsuccess = () => { ask.result.close(); resolve(all.result.find((kept) => !kept.unfinished)?.documents ?? 0); };
      all.onerror = () => resolve(0);
    };
  }));
  const began = Date.now();
  let documents = 0;
  let most = 0;
  let looked = 0;
  while (documents === 0 && Date.now() - began < PATIENCE_MS) {
    await new Promise((wake) => setTimeout(wake, 250));
    documents = await stored();
    // To look takes time of its own; what is there for less than this is not seen.
    if (Date.now() - began > looked) { looked += LOOK_MS; most = Math.max(most, await largestOf(browser.process().pid)); }
  }
  const all = await page.evaluate(() => performance.now() - seen.from);
  await new Promise((wake) => setTimeout(wake, 4000));
  const trace = firefox ? null : JSON.parse(new TextDecoder().decode(await page.tracing.stop())).traceEvents;
  const seen = await page.evaluate(() => globalThis.seen);
  if (trace && traced) await writeFile(traced, JSON.stringify({ trace, blocks: seen.blocks }));
  const worst = (blocks) => blocks.sort((a, b) => b[1] - a[1]).slice(0, 8).map(([at, ms]) => `${ms} at ${at}`).join(", ") || "none";
  console.log(`  first results ${Math.round(seen.first - seen.from)} ms; ${documents} read and kept ${Math.round(all)} ms`);
  console.log(`  gaps over 50 ms by the clock: ${seen.blocks.length}: ${worst(seen.blocks)}`);
  if (trace) {
    const threads = trace.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain");
    const ours = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
    const dropped = trace.find((event) => event.name === "drop")?.ts ?? 0;
    const tasks = trace.filter((event) => event.name.endsWith("RunTask") && event.tdur > 0 && ours(event) && event.ts > dropped);
    for (const [by, key] of [["the processor", "tdur"], ["the clock", "dur"]]) {
      const long = tasks.map((event) => event[key] / 1e3).sort((a, b) => b - a);
      const over = (ms) => long.filter((task) => task > ms).length;
      console.log(`  tasks of the page over 50 ms by ${by}: ${over(50)}, over 25: ${over(25)}; the longest of ${long.length}: ` +
        long.slice(0, 6).map((ms) => ms.toFixed(0)).join(", "));
    }
  }
  console.log(`  memory of the largest process: ${most} MB at most while reading, ${await largestOf(browser.process().pid)} MB after`);
  await page.waitForSelector("#search");
  // Types a text into the search box, and gives the new count and the milliseconds until it stood.
  const search = (text) => page.evaluate((text) => new Promise((resolve) => {
    const count = () => document.querySelector(".reports-count")?.innerText;
    const [field, all, from] = [document.querySelector("#search"), count(), performance.now()];
    const watch = setInterval(() => {
      if (count() === all) return;
      clearInterval(watch);
      resolve([count(), Math.round(performance.now() - from)]);
    }, 5);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }), text);
  const [found, took] = await search("dang bo");
  console.log(`  a search for "dang bo": ${found} after ${took} ms`);
  await search("");
  await page.waitForFunction((count) => document.querySelector(".reports-count")?.innerText.replace(/[.,\s]/g, "").startsWith(String(count)), {}, documents);
  const before = Date.now();
  await page.evaluate(() => { globalThis.looking = false; });
  await page.reload({ waitUntil: "commit" }).catch(() => page.reload());
  await page.waitForFunction((count) => {
    return document.body?.innerText.replace(/[.,\s]/g, "").includes(String(count)) && document.querySelectorAll("article h2 a, main h1").length > 0;
  }, { polling: 20, timeout: PATIENCE_MS }, documents);
  console.log(`  reload: all ${documents} there after ${Date.now() - before} ms; load ${loadavg()[0].toFixed(1)}`);
} finally {
  await browser.close();
  server.close();
}
