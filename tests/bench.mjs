// How long a reader waits, in Chromium on this machine: from navigation to the painted list, beside an empty Leptos
// app built the same way, and from a keystroke to repainted results. `cargo xtask bench` starts this.

import { browser, sites, tab } from "./journeys/browser.mjs";
import { LIST_ROW } from "./journeys/page.mjs";

const RUNS = 20;
const WARM_UPS = 2;
const QUERIES = ["dang bo khoi", "nghi quyet", "kiem tra giam sat", "6 thang dau nam"];
const KEY_PAUSE_MS = 450;

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const at = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
const median = (numbers) => {
  const all = sorted(numbers);
  return (all[Math.floor((all.length - 1) / 2)] + all[Math.ceil((all.length - 1) / 2)]) / 2;
};
const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));

/** Milliseconds from navigation until `selector` is there and a frame with it was made; a fresh profile each time. */
async function toPainted(url, selector) {
  const { page, close } = await tab();
  await page.evaluateOnNewDocument((selector) => {
    globalThis.painted = new Promise((done) => {
      const look = () => {
        if (!document.querySelector(selector)) return;
        watch.disconnect();
        // The frame of the next callback holds the element; a message posted there comes after it was made.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now());
          port2.postMessage(0);
        });
      };
      const watch = new MutationObserver(look);
      watch.observe(document, { childList: true, subtree: true });
    });
  }, selector);
  await page.goto(url);
  const time = await page.evaluate(() => globalThis.painted);
  await close();
  return time;
}

/** For each keystroke of some searches: scripting time, and time to the end of the frame's paint, in milliseconds. */
async function keystrokes() {
  const { soi, page, close } = await tab();
  await soi.open();
  await soi.focusSearch();
  await page.tracing.start({ categories: ["devtools.timeline", "v8.execute"] });
  for (const query of QUERIES) {
    for (const letter of query) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      await sleep(KEY_PAUSE_MS);
    }
    for (let i = 0; i < query.length; i++) await page.keyboard.press("Backspace");
    await sleep(KEY_PAUSE_MS);
  }
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString("utf8"));
  await close();

  const isKey = (e) => e.name === "EventDispatch" && e.args?.data?.type === "keydown";
  const thread = traceEvents.find(isKey).tid;
  const events = traceEvents.filter((e) => e.tid === thread && e.ph === "X").sort((a, b) => a.ts - b.ts);
  const keys = events.filter(isKey).map((e) => e.ts);
  const SCRIPT = new Set(["EventDispatch", "FunctionCall", "RunMicrotasks", "TimerFire", "FireAnimationFrame", "EvaluateScript"]);
  // Layout that the browser does inside an event (an edited field asks for it) is rendering, as the developer tools count.
  const RENDER = new Set(["Layout", "UpdateLayoutTree", "ParseHTML", "PrePaint", "Paint"]);
  const PAINT = new Set(["Paint", "PrePaint", "Commit", "Layerize", "CompositeLayers"]);
  const script = [];
  const events_ms = [];
  const paint = [];
  for (const [i, start] of keys.entries()) {
    const end = keys[i + 1] ?? Infinity;
    // A key that was pressed without a pause before the next is a deletion, not a measured letter.
    if (end - start < KEY_PAUSE_MS * 900) continue;
    const after = events.filter((e) => e.ts >= start && e.ts < Math.min(end, start + KEY_PAUSE_MS * 1000));
    // What comes after the results are painted (the address bar follows after a pause) is not in a reader's way.
    const painted = after.find((e) => e.name === "Paint" || e.name === "Layerize" || e.name === "Commit")?.ts ?? Infinity;
    const own = after.filter((e) => e.ts <= painted || PAINT.has(e.name));
    let spent = 0;
    let until = 0;
    for (const e of own.filter((e) => SCRIPT.has(e.name))) {
      const stop = e.ts + (e.dur ?? 0);
      if (stop > until) spent += stop - Math.max(e.ts, until);
      until = Math.max(until, stop);
    }
    const busy = own.filter((e) => SCRIPT.has(e.name));
    const inScript = (e) => busy.some((s) => s.ts <= e.ts && e.ts + (e.dur ?? 0) <= s.ts + (s.dur ?? 0));
    const rendering = own.filter((e) => RENDER.has(e.name) && inScript(e)).reduce((sum, e) => sum + (e.dur ?? 0), 0);
    events_ms.push(spent / 1000);
    script.push((spent - rendering) / 1000);
    const first = own.find((e) => e.name === "Paint" || e.name === "Layerize" || e.name === "Commit");
    if (first) {
      const frame = own.filter((e) => PAINT.has(e.name) && e.ts < first.ts + 16_000);
      paint.push((Math.max(...frame.map((e) => e.ts + (e.dur ?? 0))) - start) / 1000);
    }
  }
  return { script, events_ms, paint };
}

function row(name, numbers) {
  const cell = (ms) => ms.toFixed(1).padStart(9);
  console.log(`    ${name.padEnd(44)}${cell(median(numbers))}${cell(at(numbers, 0.9))}${cell(Math.max(...numbers))}   (${numbers.length})`);
}

const list = [];
const empty = [];
for (let run = -WARM_UPS; run < RUNS; run++) {
  const [ours, theirs] = [await toPainted(sites.root, LIST_ROW), await toPainted(process.env.SOI_EMPTY_URL, "h1")];
  if (run >= 0) {
    list.push(ours);
    empty.push(theirs);
  }
}
const { script, events_ms, paint } = await keystrokes();
await (await browser()).close();

console.log(`    ${"milliseconds".padEnd(44)}   median      90%      max   (runs)`);
row("navigation to the painted list", list);
row("navigation to an empty app's line", empty);
row("keystroke: scripting", script);
row("keystroke: its events, layout inside them too", events_ms);
row("keystroke to the end of its paint", paint);
console.log(`    the list takes ${(median(list) / median(empty)).toFixed(2)} times the empty app (goal 1.5); a keystroke's scripting goal is 8 ms`);
