// Interaction to next paint in every view, as Chromium's event-timing entries have it, through real clicks and keys.
// `cargo xtask bench inp` starts this; SOI_CORPUS_HREF names the corpus beside the page, none is the page's own.

import { browser, tab } from "./journeys/browser.mjs";

const VIEWS = [
  "overview", "reports", "sheet", "statements", "measures", "directives", "people", "bodies", "time", "map",
  "concordance&q=kiem+tra", "words", "compare", "network",
];
const ROUNDS = 2;
const QUERY = "chi bo";
/** What is clicked in a view, the first that is there; a link is taken back by going back. */
const CLICKS = [
  ".facet-value", ".set-content th a", ".set-content svg a", "button.more", ".figure-table > summary", ".modes a:not([aria-current])",
  ".view-bar a[href*='view=overview']", ".view-bar a[href*='view=measures']",
];
/** Events of less than this are not told: they count as this. */
const FLOOR_MS = 16;

const corpus = process.env.SOI_CORPUS_HREF ? `&corpus=${process.env.SOI_CORPUS_HREF}` : "";
const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

/** Waits until two frames and an idle moment have passed, and what the entries say has come. */
const settle = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(done, 120), { timeout: 5000 })));
}));

const { soi, page, close } = await tab("root", { width: 1440, height: 900 });
page.setDefaultTimeout(60_000);
await page.evaluateOnNewDocument(() => {
  globalThis.told = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries()) {
      if (interactionId) told.set(interactionId, [Math.max(duration, told.get(interactionId)?.[0] ?? 0), name]);
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
});

const rows = [];
async function measured(view, what, act) {
  await page.evaluate(() => told.clear());
  await act();
  await settle(page);
  const found = await page.evaluate(() => Math.max(0, ...[...told.values()].map(([duration]) => duration)));
  rows.push({ view, what, ms: Math.max(found, FLOOR_MS) });
}

for (let round = 0; round < ROUNDS; round++) {
  for (const view of VIEWS) {
    const address = `?view=${view}${corpus}`;
    const enter = async () => {
      await soi.open(address);
      await page.waitForSelector("main h1, main h2", { timeout: 60_000 });
      await settle(page);
    };
    await enter();
    for (const selector of CLICKS) {
      const element = await page.$(selector);
      if (!element || !(await element.evaluate((e) => e.checkVisibility()))) continue;
      await element.evaluate((e) => e.scrollIntoView({ block: "center" }));
      await settle(page);
      const before = page.url();
      // A mark may be covered by its own number: what is clicked then is the same place.
      await measured(view, selector, () => element.click().catch(() => {}));
      if (page.url() !== before) {
        await page.evaluate(() => history.back());
        await settle(page);
      }
    }
    await page.focus("search input[type=search]").catch(() => {});
    for (const key of QUERY) await measured(view, "key", () => page.keyboard.press(key === " " ? "Space" : key));
  }
}
await close();
await (await browser()).close();

const print = (name, found) => {
  const all = found.map((row) => row.ms);
  console.log(`    ${name.padEnd(28)}${[0.5, 0.75, 0.95, 1].map((share) => String(at(all, share)).padStart(7)).join("")}   (${all.length})`);
};
console.log(`    ${"milliseconds".padEnd(28)} median    75%    95%    max   (interactions)`);
for (const view of VIEWS) print(view, rows.filter((row) => row.view === view));
print("keys", rows.filter((row) => row.what === "key"));
print("clicks", rows.filter((row) => row.what !== "key"));
print("all", rows);
for (const { view, what, ms } of [...rows].sort((a, b) => b.ms - a.ms).slice(0, 12)) console.log(`    ${String(ms).padStart(6)}  ${view}  ${what}`);
