// `cargo xtask bench parser PAGES.jsonl` starts this: the parser in Chromium, `run.mjs FOLDER PAGES.jsonl`, where FOLDER has
// its wasm and each line of the other is {"title", "body"}. Prints megabytes a second of the clock and, because a machine
// is seldom idle, of the processor time of the page's process.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { extname, join } from "node:path";

const puppeteer = createRequire(new URL("../../tests/package.json", import.meta.url))("puppeteer-core");
const [folder, pages] = process.argv.slice(2);
const ROUNDS = 7;
const PATIENCE_MS = 300_000;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const files = { "/": () => "<!doctype html><title>bench</title>", "/pages.jsonl": () => readFile(pages) };

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://x");
  try {
    const type = TYPES[extname(pathname)] ?? (pathname === "/" ? "text/html" : "application/octet-stream");
    const bytes = await (files[pathname] ?? (() => readFile(join(folder, pathname))))();
    response.writeHead(200, { "Content-Type": type }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await puppeteer.launch({
  executablePath: process.env.SOI_BROWSER_PROGRAM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  protocolTimeout: PATIENCE_MS,
});
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.log("page error", error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const bytes = await page.evaluate(async () => {
    const { default: init, parse } = await import("/soi_bench_parser.js");
    await init();
    const lines = (await (await fetch("/pages.jsonl")).text()).split("\n").filter(Boolean);
    const texts = lines.map((line) => JSON.parse(line)).map(({ title, body }) => `${title ?? ""}\n${body ?? ""}`);
    globalThis.round = () => {
      const from = performance.now();
      let facts = 0;
      for (const text of texts) facts += parse(text);
      return { seconds: (performance.now() - from) / 1e3, facts };
    };
    const encoder = new TextEncoder();
    return texts.reduce((sum, text) => sum + encoder.encode(text).length, 0);
  });
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const ticks = async () =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
  // The first rounds are the browser's compiler at work.
  for (let i = 0; i < 2; i++) await page.evaluate(() => round());
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) {
    const from = await ticks();
    const { seconds, facts } = await page.evaluate(() => round());
    rounds.push({ clock: bytes / 1e6 / seconds, processor: bytes / 1e6 / ((await ticks()) - from), facts });
  }
  const tell = (name) => {
    const all = rounds.map((one) => one[name]).sort((a, b) => a - b);
    return `best ${all.at(-1).toFixed(2)}  middle ${all[Math.floor(ROUNDS / 2)].toFixed(2)} MB/s`;
  };
  console.log(`${(bytes / 1e6).toFixed(2)} MB, ${rounds[0].facts} blocks and facts, load ${loadavg()[0].toFixed(1)}`);
  console.log(`by the clock           ${tell("clock")}`);
  console.log(`by the thread's ticks  ${tell("processor")}`);
} finally {
  await browser.close();
  server.close();
}
