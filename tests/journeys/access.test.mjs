// Every view is clean under axe-core's rules for WCAG 2.2 AA, in both themes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { browserName, journey } from "./browser.mjs";
import { files } from "./files.mjs";
import { hostOwn } from "./site.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const VIEWS = [
  "", "?q=kiem+tra&year=2018", "?report=000_faaa068ce8db232c&statement=4&q=kiem+tra", "?view=overview", "?view=sheet",
  "?view=statements&role=shortcoming", "?view=measures", "?view=directives", "?view=people", "?view=bodies", "?view=time",
  "?view=map", "?view=concordance&q=kiem+tra", "?view=words", "?view=words&by=keyness&year=2018", "?view=words&by=ngrams", "?view=compare",
  "?view=compare&year=2018&of=%3Fyear%3D2017",
  "?view=network", "?view=saved", "?view=open", "?view=measures&q=khong+co+gi",
];

/** What axe-core finds on the page that is open. */
async function faultsOf(page, where) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.length}, as ${nodes[0].html.slice(0, 160)}`);
  }, TAGS);
  return found.map((fault) => `${where} ${fault}`);
}

// The rules look at the same page in every browser; Chromium computes the colours faster.
if (browserName === "chromium") {
  for (const theme of ["light", "dark"]) journey(`every view is accessible, ${theme}`, {}, async (soi, { page }) => {
    const faults = [];
    for (const view of VIEWS) {
      await soi.open(view + (view === "" ? "?" : "&") + `theme=${theme}`);
      await soi.until(() => document.querySelector("main h1") !== null);
      faults.push(...await faultsOf(page, view));
    }
    assert.deepEqual(faults, []);
  });

  for (const theme of ["light", "dark"]) journey(`what opens inside a view is accessible, ${theme}`, {}, async (soi, { page }) => {
    const faults = [];
    const look = async (where) => faults.push(...await faultsOf(page, where));
    await soi.open(`?view=open&theme=${theme}`);
    const at = await files([["a.csv", "a,b\n1,2\n"], ["b.txt", "Chi bộ A sơ kết\n\nNgày 20/6/2021, Chi bộ A sơ kết.\n"], ["c.txt", ""]]);
    await soi.pick(at);
    await soi.columnsAsked();
    await look("the question which column is what");
    await page.locator(".open-columns button[type=submit]").click();
    await soi.until(() => document.querySelector(".open-columns [role=alert]")?.innerText.length > 0);
    await look("an answer that is none");
    await page.evaluate(() => document.querySelector(".open-columns button:not([type=submit])").click());
    await soi.untilRead();
    await soi.untilKept(1);
    await soi.open(`?view=open&theme=${theme}`);
    await soi.until(() => document.querySelector(".open-kept li") !== null);
    await page.$eval(".open-kept-more", (more) => { more.open = true; });
    await soi.carryingLink();
    await look("kept corpora, and a link that carries documents");
    await page.keyboard.press("?");
    await soi.until(() => document.querySelector("dialog.help[open] dl") !== null);
    await look("the keys and licences");
    await soi.open(`?view=overview&theme=${theme}`);
    await soi.until(() => document.querySelector(".open-status-corpus") !== null);
    await soi.go("?report=b");
    await soi.openFix();
    await look("the card that corrects");
    assert.deepEqual(faults, []);
  });

  journey("the bar and the about page of a site are accessible, in both themes", {}, async (soi, { page }) => {
    const server = await hostOwn([
      ["a.txt", "Chi bộ A sơ kết\n\nNgày 20/6/2021, Chi bộ A sơ kết.\n"],
      ["ve.md", "# Về kho\n\n- một\n- [hai](https://example.org)\n\nChữ **đậm**, `mã`.\n"],
      ["logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
      ["soi.toml", 'title = "Kho A"\nlanguages = ["vi", "en"]\nlogo = "logo.svg"\nabout = "ve.md"\n'],
    ]);
    try {
      soi.url = server.url;
      const faults = [];
      for (const theme of ["light", "dark"]) {
        await soi.open(`?theme=${theme}`);
        await soi.until(() => document.querySelector(".site-name")?.textContent === "Kho A");
        await page.locator(".site-about summary").click();
        faults.push(...await faultsOf(page, theme));
      }
      assert.deepEqual(faults, []);
    } finally {
      server.close();
    }
  });
}
