// What axe-core cannot see: a page of 320 px, the keys, motion, forced colours, where the focus goes, what is announced,
// which language a text is in. ACCESSIBILITY.md says what else was looked at.

import assert from "node:assert/strict";
import { browserName, journey } from "./browser.mjs";

const VIEWS = [
  "", "?report=000_faaa068ce8db232c&statement=4", "?view=overview", "?view=sheet", "?view=statements", "?view=measures",
  "?view=directives", "?view=people", "?view=bodies", "?view=time", "?view=map", "?view=concordance&q=kiem+tra", "?view=words",
  "?view=compare", "?view=network", "?view=saved", "?view=open",
];
const chromium = browserName === "chromium";

const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim().slice(0, 40));

// 1280 px at 400 % are 320 px (WCAG 1.4.10), 200 % are 640.
if (chromium) {
  for (const width of [320, 640]) journey(`no view is wider than ${width} px`, { width, height: 640 }, async (soi) => {
    const wide = [];
    for (const view of VIEWS) {
      await soi.open(view);
      await soi.until(() => document.querySelector("main h1") !== null);
      if (await soi.overflow() > 0) wide.push(view);
    }
    assert.deepEqual(wide, []);
  });
}

journey("? opens the keys and the licences, Escape closes them, the focus returns", {}, async (soi, { page }) => {
  await soi.open("?view=overview");
  await page.focus("header nav a");
  const before = await focused(page);
  await page.keyboard.press("?");
  await soi.until(() => document.querySelector("dialog.help[open] dl") !== null);
  assert.ok(await page.evaluate(() => document.activeElement.closest("dialog") !== null), "the focus is inside");
  const rows = await page.$$eval("dialog.help tbody tr", (rows) => rows.length);
  assert.ok(rows > 100, `${rows} libraries are named`);
  assert.ok((await page.$eval("dialog.help", (d) => d.innerText)).includes("Natural Earth"));
  await page.keyboard.press("Escape");
  await soi.until(() => document.querySelector("dialog.help[open]") === null);
  assert.equal(await focused(page), before);
  await page.focus("search input");
  await page.keyboard.type("?");
  assert.equal(await soi.searchText(), "?", "a question mark that is typed is a letter");
  assert.equal(await page.$("dialog.help[open]"), null);
});

journey("the number of results is announced, and the focus stays", {}, async (soi, { page }) => {
  for (const view of ["?lang=en", "?view=people&lang=en"]) {
    await soi.open(view);
    await soi.until(() => document.querySelector("main h1") !== null);
    await page.focus("search input");
    await page.keyboard.type("khong co gi");
    await soi.until(() => [...document.querySelectorAll("main [aria-live=polite], main [role=status]")]
      .some((live) => /\b0 (of|reports)/.test(live.textContent)));
    assert.equal(await page.evaluate(() => document.activeElement.type), "search");
  }
});

journey("texts of the reports are Vietnamese also in an English page", {}, async (soi, { page }) => {
  for (const [view, texts] of [
    ["?lang=en", "article h2 a, article blockquote"], ["?report=000_faaa068ce8db232c&lang=en", "article .sentence"],
    ["?view=people&lang=en", "td[data-label=Name]"], ["?view=statements&lang=en&role=task", ".quote-text"],
  ]) {
    await soi.open(view);
    await page.waitForSelector(texts);
    const langs = await page.$$eval(texts, (all) => [...new Set(all.map((e) => e.closest("[lang]").lang))]);
    assert.deepEqual(langs, ["vi"], view);
    assert.equal((await soi.root()).lang, "en");
  }
});

if (chromium) {
  journey("nothing moves for who asked for less motion", {}, async (soi, { page }) => {
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    for (const view of ["", "?view=overview", "?report=000_faaa068ce8db232c&statement=4"]) {
      await soi.open(view);
      await soi.until(() => document.querySelector("main h1") !== null);
      const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((e) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(e);
        return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      }).map((e) => e.className));
      assert.deepEqual(moving, [], view);
    }
  });

  journey("with forced colours bars and boxes are still seen", {}, async (soi, { page }) => {
    const protocol = await page.createCDPSession();
    await protocol.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    await soi.open("?year=2018");
    await soi.until(() => document.querySelector(".facet-row[data-state=chosen] .facet-box") !== null);
    const drawn = await page.evaluate(() => [".by-kind-bar-now", ".facet-row[data-state=chosen] .facet-box"].map((what) => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return getComputedStyle(document.querySelector(what)).backgroundColor !== paper;
    }));
    assert.deepEqual(drawn, [true, true]);
  });
}
